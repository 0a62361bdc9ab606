//! Styles of OpenDocument texts: takes the parts that declare them, gives looks, lists and places by name.

use std::collections::BTreeMap;

use super::super::measure::length;
use super::super::office::Style;
use super::super::xml::Element;
use crate::geom::{Insets, Pt};

/// How letters look, as far as it is said.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    pub bold: Option<bool>,
    pub size: Option<Pt>,
    pub hidden: Option<bool>,
}

impl Looks {
    /// These, and `under` where they say nothing.
    pub(super) fn over(self, under: Looks) -> Self {
        Looks {
            bold: self.bold.or(under.bold),
            size: self.size.or(under.size),
            hidden: self.hidden.or(under.hidden),
        }
    }
}

/// A level of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Bullet,
    /// A number that begins here.
    Number(u32),
    /// Letters and the like.
    Other,
    None,
}

/// A declared style.
#[derive(Debug, Default)]
struct Declared {
    parent: Option<String>,
    name: String,
    looks: Looks,
    list: Option<String>,
    /// What a frame's place is reckoned from: across and down.
    from: (Option<String>, Option<String>),
}

/// All styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Declared>,
    lists: BTreeMap<String, Vec<Level>>,
    usual: Looks,
    /// The margins of the page.
    pub margins: Insets,
}

/// How many styles a style may build on; a circle has no end.
const MAX_CHAIN: usize = 20;

impl Styles {
    /// Takes in what a part declares.
    pub(super) fn read(&mut self, root: &Element) {
        let mut found = Vec::new();
        root.all("style:style", &mut found);
        for style in &found {
            if let Some(name) = style.attr("style:name") {
                self.all.insert(name.to_owned(), declared(style));
            }
        }
        let mut usual = Vec::new();
        root.all("style:default-style", &mut usual);
        for style in usual.iter().filter(|style| style.attr("style:family") == Some("paragraph")) {
            self.usual = looks(style);
        }
        let mut lists = Vec::new();
        root.all("text:list-style", &mut lists);
        root.all("text:outline-style", &mut lists);
        for list in lists {
            let name = list.attr("style:name").unwrap_or(OUTLINE);
            let name = if list.name == "text:outline-style" { OUTLINE } else { name };
            self.lists.insert(name.to_owned(), list.elements().map(level).collect());
        }
        let mut pages = Vec::new();
        root.all("style:page-layout-properties", &mut pages);
        if let Some(page) = pages.first() {
            let side = |name| page.attr(name).and_then(length).unwrap_or(Pt::ZERO);
            self.margins = Insets {
                top: side("fo:margin-top"),
                right: side("fo:margin-right"),
                bottom: side("fo:margin-bottom"),
                left: side("fo:margin-left"),
            };
        }
    }

    /// How the letters of a style look, with all that it builds on.
    pub(super) fn looks(&self, name: Option<&str>) -> Looks {
        self.chain(name).fold(Looks::default(), |found, style| found.over(style.looks))
    }

    /// How letters look of which nothing is said.
    pub(super) const fn usual(&self) -> Looks {
        self.usual
    }

    /// What a paragraph of this style is.
    pub(super) fn style(&self, name: Option<&str>) -> Style {
        let mut names = self.chain(name).map(|style| style.name.as_str()).chain(name);
        let known = names.find_map(|name| match name.to_ascii_lowercase().as_str() {
            "title" => Some(Style::Title),
            "briefing label" => Some(Style::Label),
            "briefing board" => Some(Style::Board),
            name if name.starts_with("heading") => Some(Style::Heading),
            _ => None,
        });
        known.unwrap_or_default()
    }

    /// The list that a paragraph style belongs to.
    pub(super) fn list_of<'a>(&'a self, name: Option<&'a str>) -> Option<&'a str> {
        self.chain(name).find_map(|style| style.list.as_deref()).filter(|list| !list.is_empty())
    }

    /// A level of a list, counted from 0.
    pub(super) fn level(&self, list: &str, level: usize) -> Level {
        self.lists.get(list).and_then(|levels| levels.get(level)).copied().unwrap_or(Level::Bullet)
    }

    /// Whether headings may have numbers.
    pub(super) fn has_outline(&self) -> bool {
        self.lists.contains_key(OUTLINE)
    }

    /// What the place of a frame is reckoned from.
    pub(super) fn from<'a>(&'a self, name: Option<&'a str>) -> (Option<&'a str>, Option<&'a str>) {
        let across = self.chain(name).find_map(|style| style.from.0.as_deref());
        (across, self.chain(name).find_map(|style| style.from.1.as_deref()))
    }

    fn chain<'s>(&'s self, name: Option<&'s str>) -> impl Iterator<Item = &'s Declared> {
        let mut next = name;
        let step = move || {
            let style = self.all.get(next?)?;
            next = style.parent.as_deref();
            Some(style)
        };
        std::iter::from_fn(step).take(MAX_CHAIN)
    }
}

/// The name under which the numbers of headings are kept.
pub(super) const OUTLINE: &str = "outline";

fn declared(style: &Element) -> Declared {
    let own = |name: &str| style.attr(name).map(str::to_owned);
    let graphic = style.child("style:graphic-properties");
    let rel = |name: &str| graphic.and_then(|graphic| graphic.attr(name)).map(str::to_owned);
    Declared {
        parent: own("style:parent-style-name"),
        name: own("style:display-name").or_else(|| own("style:name")).unwrap_or_default(),
        looks: looks(style),
        list: own("style:list-style-name"),
        from: (rel("style:horizontal-rel"), rel("style:vertical-rel")),
    }
}

fn looks(style: &Element) -> Looks {
    let Some(properties) = style.child("style:text-properties") else { return Looks::default() };
    let is_bold = |weight: &str| weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600);
    Looks {
        bold: properties.attr("fo:font-weight").map(is_bold),
        size: properties.attr("fo:font-size").and_then(length),
        hidden: properties.attr("text:display").map(|display| display == "none"),
    }
}

fn level(element: &Element) -> Level {
    let start = element.attr("text:start-value").and_then(|text| text.parse().ok()).unwrap_or(1);
    match (element.name.as_str(), element.attr("style:num-format")) {
        ("text:list-level-style-number" | "text:outline-level-style", Some("1")) => Level::Number(start),
        ("text:list-level-style-number" | "text:outline-level-style", None | Some("")) => Level::None,
        ("text:list-level-style-number" | "text:outline-level-style", Some(_)) => Level::Other,
        _ => Level::Bullet,
    }
}
