//! Layout files: takes the YAML of a layout, gives the declared page, or what is wrong with it.

mod content;
mod frame;
mod sheet;
mod tokens;
mod units;
mod verify;
mod words;

pub use sheet::sheet;

pub(super) use words::{
    ALIGNS, DIAL_LIT, DRESSES, FLIPS, FORMS, LINE_ALIGNS, MARKS, ORDERS, ROLES, SIDES, SIZINGS, TURNS, WHICH,
};

use super::format;
use super::node::{Kind, Node};
use super::take::{Fields, Reader};
use crate::diag::{Code, Diagnostic};
use crate::font::Weight;
use crate::geom::{Pt, Size};
use crate::layout::{
    Align, Arrangement, DocumentKind, Ends, Frame, Grid, Layout, MAX_COLUMNS, PageMaster, Repeat, Sizing,
    Spend, Stretch, StyleId, StyleSpec, ValueSize,
};
use crate::source::{Sources, Span};
use crate::style::{Swatch, TypeRange};

/// Reads a layout file.
pub fn layout(sources: &mut Sources, name: &str, bytes: &[u8]) -> (Option<Layout>, Vec<Diagnostic>) {
    layout_of_look(sources, (name, bytes), None)
}

/// Reads a layout file with what the documents of its look share, each with the name that messages show.
pub fn layout_of_look(
    sources: &mut Sources,
    (name, bytes): (&str, &[u8]),
    tokens: Option<(&str, &[u8])>,
) -> (Option<Layout>, Vec<Diagnostic>) {
    let mut messages = Vec::new();
    let Some(mut root) = super::tree(sources, name, bytes, &mut messages) else { return (None, messages) };
    if let Some(tokens) = tokens.and_then(|(name, bytes)| super::tree(sources, name, bytes, &mut messages)) {
        tokens::fill(&mut root, tokens);
    }
    let mut reader = LayoutReader::new(sources);
    let layout = reader.layout(&root);
    messages.append(&mut reader.reader.messages);
    let sound = !crate::diag::any_error(&messages);
    (layout.filter(|_| sound), messages)
}

/// Reads one layout; knows the styles that its frames refer to.
pub(super) struct LayoutReader<'a> {
    reader: Reader<'a>,
    styles: Vec<(String, StyleSpec)>,
    /// Frames that several pages or arrangements use, by name.
    parts: Vec<(String, Vec<Frame>)>,
    /// Lengths by the names that stand for them.
    distances: Vec<(String, Pt)>,
    /// The page, once it is known.
    size: Option<Size>,
}

/// A choice of words, each with what it stands for.
type Choices<'c, T> = &'c [(&'static str, T)];

impl<'a> LayoutReader<'a> {
    fn new(sources: &'a Sources) -> Self {
        let (styles, parts, distances) = Default::default();
        LayoutReader { reader: Reader::new(sources), styles, parts, distances, size: None }
    }
}

impl LayoutReader<'_> {
    fn layout(&mut self, root: &Node) -> Option<Layout> {
        let fields = self.reader.mapping(root, &format::LAYOUT)?;
        if let Some(node) = fields.get("distances") {
            self.name_distances(node);
        }
        let document = self
            .reader
            .needed(&fields, "document")
            .and_then(|n| self.choice(n, "document", &DocumentKind::words()));
        let size =
            self.reader.needed(&fields, "size").and_then(|n| self.parsed(n, "size", units::page_size, "A4"));
        self.size = size;
        let body = self.reader.needed(&fields, "body").and_then(|n| self.range(n, "body"));
        let bleed = self.length(&fields, "bleed").unwrap_or(Pt::mm(3.0));
        let safe = self.length(&fields, "safe").unwrap_or(Pt::mm(5.0));
        if let Some(node) = self.reader.needed(&fields, "styles") {
            self.read_styles(node);
        }
        if let Some(node) = fields.get("parts") {
            self.read_parts(node);
        }
        let spend = fields.get("spend").map_or_else(Vec::new, |node| self.spending(node));
        let pages = self.reader.needed(&fields, "pages")?;
        let pages = self.reader.list(pages, "pages")?;
        let masters: Vec<PageMaster> = pages.iter().filter_map(|page| self.master(page)).collect();
        if let (Some(document), true) = (document, masters.len() == pages.len()) {
            if let (Some(body), Some(node)) = (body, fields.get("body")) {
                self.floor(document, body, node.span);
            }
            self.homes(document, &masters, fields.key_span("pages").unwrap_or(fields.place));
        }
        let styles = std::mem::take(&mut self.styles);
        let layout =
            Layout { document: document?, size: size?, bleed, safe, body: body?, styles, masters, spend };
        Some(layout.with_roles())
    }

    fn read_styles(&mut self, node: &Node) {
        let Kind::Map(entries) = &node.kind else {
            let hint =
                "Write each style on a line: `title: {size: 40pt, weight: 800, color: paper}`".to_owned();
            return self.reader.wrong_type(node, "styles", "keys with values", hint);
        };
        for entry in entries {
            if let Some(style) = self.style_spec(&entry.value) {
                self.styles.push((entry.key.clone(), style));
            }
        }
    }

    fn style_spec(&mut self, node: &Node) -> Option<StyleSpec> {
        let fields = self.reader.mapping(node, &format::STYLE)?;
        let size = self.reader.needed(&fields, "size")?;
        let size = self.parsed(
            size,
            "size",
            units::size_spec,
            "14pt, 26pt to 44pt, or 1.25 body from 15pt to 18pt",
        )?;
        let weight =
            fields.get("weight").and_then(|n| self.reader.number(n, "weight", 100..=900)).unwrap_or(400);
        let swatch = self.swatch(&fields, "color").unwrap_or(Swatch::Text);
        let leading = self.ends(&fields, "leading").unwrap_or(Ends::fixed(1.25));
        let align =
            fields.get("align").and_then(|n| self.choice(n, "align", &LINE_ALIGNS)).unwrap_or(Align::Left);
        Some(StyleSpec { weight: Weight(u16::try_from(weight).unwrap_or(400)), size, leading, swatch, align })
    }

    fn master(&mut self, node: &Node) -> Option<PageMaster> {
        let fields = self.reader.mapping(node, &format::PAGE)?;
        let repeat = fields
            .get("sections")
            .and_then(|n| self.parsed(n, "sections", units::numbers, "1-7"))
            .map_or(Repeat::Once, |(first, last)| Repeat::Sections(first, last));
        let sizing =
            fields.get("sizing").and_then(|n| self.choice(n, "sizing", &SIZINGS)).unwrap_or(Sizing::Own);
        let arrangements = match fields.get("either") {
            Some(node) => {
                let nodes = self.reader.list(node, "either")?;
                nodes.iter().filter_map(|node| self.arrangement(node)).collect()
            }
            None => vec![self.only_arrangement(&fields)?],
        };
        Some(PageMaster { repeat, sizing, arrangements })
    }

    fn only_arrangement(&mut self, fields: &Fields<'_>) -> Option<Arrangement> {
        let grid = fields.get("grid").and_then(|n| self.grid(n));
        let Some(node) = fields.get("frames") else {
            let hint = "Write `frames:` with its boxes, or `either:` with several ways to set it".to_owned();
            self.invalid(fields.place, "a page has neither `frames` nor `either`".to_owned(), hint);
            return None;
        };
        let frames = self.frames(node)?;
        Some(Arrangement { name: String::new(), when: Vec::new(), cost: 0.0, grid, frames })
    }

    fn arrangement(&mut self, node: &Node) -> Option<Arrangement> {
        let fields = self.reader.mapping(node, &format::ARRANGEMENT)?;
        let name = self.reader.needed_line(&fields, "name")?.value;
        let when = self.when(&fields);
        let cost = self.decimal(&fields, "cost").unwrap_or(0.0);
        Some(Arrangement { name, when, cost, ..self.only_arrangement(&fields)? })
    }

    fn read_parts(&mut self, node: &Node) {
        let Kind::Map(entries) = &node.kind else {
            let hint = "Write each part on a line: `header: [{name: header, dock: top}]`".to_owned();
            return self.reader.wrong_type(node, "parts", "keys with values", hint);
        };
        for entry in entries {
            if let Some(frames) = self.frames(&entry.value) {
                self.parts.push((entry.key.clone(), frames));
            }
        }
    }

    fn spending(&mut self, node: &Node) -> Vec<Spend> {
        let nodes = self.reader.list(node, "spend").unwrap_or_default();
        nodes.iter().filter_map(|node| self.parsed(node, "spend", units::spend, "gap 50%")).collect()
    }

    fn grid(&mut self, node: &Node) -> Option<Grid> {
        let fields = self.reader.mapping(node, &format::GRID)?;
        let columns = self.reader.needed(&fields, "columns")?;
        let columns = self.reader.number(columns, "columns", 1..=MAX_COLUMNS as u32)?;
        let split = fields.get("split").and_then(|n| self.parsed(n, "split", units::percents, "46% to 58%"));
        Some(Grid {
            columns: u8::try_from(columns).unwrap_or(1),
            gutter: self.length(&fields, "gutter").unwrap_or(Pt::ZERO),
            left: self.length(&fields, "left").unwrap_or(Pt::ZERO),
            right: self.length(&fields, "right").unwrap_or(Pt::ZERO),
            split,
        })
    }

    /// A value that `parse` understands; the message shows `example`.
    fn parsed<T>(
        &mut self,
        node: &Node,
        what: &str,
        parse: fn(&str) -> Option<T>,
        example: &str,
    ) -> Option<T> {
        let line = self.reader.line(node, what)?;
        let before = self.reader.messages.len();
        let value = parse(&self.measured(&line.value, line.span));
        if self.reader.messages.len() > before {
            return None;
        }
        if value.is_none() {
            self.invalid(
                line.span,
                format!("`{what}` cannot be `{}`", line.value),
                format!("Write `{what}: {example}`"),
            );
        }
        value
    }

    fn invalid(&mut self, span: Span, message: String, hint: String) {
        self.reader.error(Code::LayoutInvalid, span, message, hint);
    }

    fn choice<T: Copy>(&mut self, node: &Node, what: &str, choices: Choices<'_, T>) -> Option<T> {
        let line = self.reader.line(node, what)?;
        let found = choices.iter().find(|(word, _)| *word == line.value).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
            let message = format!("`{what}` cannot be `{}`", line.value);
            self.invalid(line.span, message, format!("It is one of {}", super::take::list_of(&words)));
        }
        found
    }

    fn length(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Pt> {
        self.parsed(fields.get(key)?, key, units::length, "5mm")
    }

    fn range(&mut self, node: &Node, what: &str) -> Option<TypeRange> {
        self.parsed(node, what, units::type_range, "12pt to 14pt")
    }

    fn decimal(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<f32> {
        self.parsed(fields.get(key)?, key, units::decimal, "1.25")
    }

    fn ends(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Ends> {
        self.parsed(fields.get(key)?, key, units::ends, "0.8 to 2.2")
    }

    fn stretch(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Stretch> {
        self.parsed(fields.get(key)?, key, units::stretch, "4mm to 6mm")
    }

    fn value_size(&mut self, node: &Node, what: &str) -> Option<ValueSize> {
        self.parsed(node, what, units::value_size, "16pt to 36pt")
    }

    fn swatch(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Swatch> {
        let names: Vec<_> = Swatch::ALL.iter().map(|swatch| (swatch.as_str(), *swatch)).collect();
        self.choice(fields.get(key)?, key, &names)
    }

    fn style(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<StyleId> {
        let node = self.reader.required(fields, key, "body")?;
        let line = self.reader.line(node, key)?;
        let found = self.styles.iter().position(|(name, _)| *name == line.value).map(StyleId);
        if found.is_none() {
            let message = format!("there is no style `{}`", line.value);
            self.invalid(
                line.span,
                message,
                "Use a name that stands under `styles:`, or add one there".to_owned(),
            );
        }
        found
    }
}
