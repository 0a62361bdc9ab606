//! Styles: takes the styles part of a Word file, gives what letters and paragraphs of a style look like.

use std::collections::BTreeMap;

use super::super::office::Style;
use super::super::xml::Element;

/// How letters look, as far as it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks {
    pub bold: Option<bool>,
    /// In half points.
    pub size: Option<u32>,
    pub hidden: Option<bool>,
}

impl Looks {
    /// What a `w:rPr` says.
    pub(super) fn of(properties: Option<&Element>) -> Self {
        let Some(properties) = properties else { return Looks::default() };
        Looks {
            bold: properties.child("w:b").map(is_on),
            size: properties.child("w:sz").and_then(|size| size.attr("w:val")?.parse().ok()),
            hidden: properties.child("w:vanish").map(is_on),
        }
    }

    /// These, and `under` where they say nothing.
    pub(super) fn over(self, under: Looks) -> Self {
        Looks {
            bold: self.bold.or(under.bold),
            size: self.size.or(under.size),
            hidden: self.hidden.or(under.hidden),
        }
    }
}

/// Which list a paragraph belongs to, and how many steps in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct InList {
    pub list: Option<u32>,
    pub level: Option<u8>,
}

impl InList {
    /// What a `w:pPr` says.
    pub(super) fn of(properties: Option<&Element>) -> Self {
        let Some(number) = properties.and_then(|properties| properties.child("w:numPr")) else {
            return InList::default();
        };
        let value = |name| number.child(name).and_then(|element| element.attr("w:val"));
        InList {
            list: value("w:numId").and_then(|text| text.parse().ok()),
            level: value("w:ilvl").and_then(|text| text.parse().ok()),
        }
    }

    /// This, and `under` where it says nothing.
    pub(super) fn over(self, under: InList) -> Self {
        InList { list: self.list.or(under.list), level: self.level.or(under.level) }
    }
}

/// A style, with what it inherits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Named {
    pub looks: Looks,
    pub list: InList,
    pub style: Style,
}

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    usual: Looks,
    usual_paragraph: Option<String>,
    all: BTreeMap<String, Declared>,
}

#[derive(Debug)]
struct Declared {
    parent: Option<String>,
    own: Named,
}

/// How many styles a style may build on; a circle has no end.
const MAX_CHAIN: usize = 20;

impl Styles {
    /// Reads the part.
    pub(super) fn read(root: &Element) -> Self {
        let usual = Looks::of(root.path(&["w:docDefaults", "w:rPrDefault", "w:rPr"]));
        let mut styles = Styles { usual, ..Styles::default() };
        for style in root.elements().filter(|element| element.name == "w:style") {
            let Some(id) = style.attr("w:styleId") else { continue };
            let value = |name| style.child(name).and_then(|element| element.attr("w:val")).map(str::to_owned);
            let own = Named {
                looks: Looks::of(style.child("w:rPr")),
                list: InList::of(style.child("w:pPr")),
                style: style_named(&value("w:name").unwrap_or_default()),
            };
            if style.attr("w:default").is_some_and(|on| on == "1" || on == "true")
                && style.attr("w:type") == Some("paragraph")
            {
                styles.usual_paragraph = Some(id.to_owned());
            }
            styles.all.insert(id.to_owned(), Declared { parent: value("w:basedOn"), own });
        }
        styles
    }

    /// A paragraph's style with all that it builds on; the usual one without a name.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Named {
        let mut named = self.chain(id.or(self.usual_paragraph.as_deref()));
        named.looks = named.looks.over(self.usual);
        named
    }

    /// The letters of a style of letters.
    pub(super) fn looks(&self, id: Option<&str>) -> Looks {
        self.chain(id).looks
    }

    fn chain(&self, id: Option<&str>) -> Named {
        let (mut found, mut next) = (Named::default(), id);
        for _ in 0..MAX_CHAIN {
            let Some(declared) = next.and_then(|id| self.all.get(id)) else { break };
            found.looks = found.looks.over(declared.own.looks);
            found.list = found.list.over(declared.own.list);
            if found.style == Style::Text {
                found.style = declared.own.style;
            }
            next = declared.parent.as_deref();
        }
        found
    }
}

/// Word's own names of styles are English in the file, whatever language the program shows.
fn style_named(name: &str) -> Style {
    match name.to_ascii_lowercase().as_str() {
        "title" => Style::Title,
        "briefing label" => Style::Label,
        "briefing board" => Style::Board,
        name if name.starts_with("heading ") => Style::Heading,
        _ => Style::Text,
    }
}

/// Whether a switch such as `w:b` is on: without a value it is.
pub(super) fn is_on(switch: &Element) -> bool {
    !matches!(switch.attr("w:val"), Some("0" | "false" | "off" | "none"))
}
