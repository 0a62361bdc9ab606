//! Layout files: takes the YAML of a layout, gives the declared page, or what is wrong with it.

mod content;
mod file;
mod frame;
mod like;
mod names;
mod sheet;
mod units;
mod verify;
mod words;

pub use file::{layout, shelved};
pub use sheet::sheet;

pub(super) use words::{
    ALIGNS, DIAL_LIT, DRESSES, FLIPS, FORMS, LINE_ALIGNS, MARKS, ORDERS, ROLES, SIDES, SIZINGS, TURNS, WHICH,
};

use super::format;
use super::node::{Kind, Node};
use super::take::{Fields, Reader};
use crate::diag::Code;
use crate::font::Weight;
use crate::geom::{Pt, Size};
use crate::layout::{
    Align, Arrangement, DocumentKind, Ends, Form, Frame, Grid, Layout, MAX_COLUMNS, PageMaster, Repeat,
    SMALLEST, Sizing, Spend, Stretch, StyleId, StyleSpec, ValueSize,
};
use crate::source::{SourceId, Sources, Span};
use crate::style::{Swatch, TypeRange};

/// Reads one layout; knows the styles that its frames refer to.
pub(super) struct LayoutReader<'a> {
    reader: Reader<'a>,
    styles: Vec<(String, StyleSpec)>,
    /// Frames that several pages or arrangements use, by name.
    parts: Vec<(String, Vec<Frame>)>,
    /// Parts that are not read yet: one may use another, wherever that stands.
    unread: Vec<(String, Node)>,
    /// Names of lengths and colours, and what they stand for as it would be written.
    named: Vec<(String, String)>,
    /// The page, once it is known.
    size: Option<Size>,
    /// The layout itself; other keys come from what it is like.
    source: SourceId,
}

/// A choice of words, each with what it stands for.
type Choices<'c, T> = &'c [(&'static str, T)];

impl<'a> LayoutReader<'a> {
    fn new(sources: &'a Sources, source: SourceId) -> Self {
        let (styles, parts, unread, named) = Default::default();
        LayoutReader { reader: Reader::new(sources), styles, parts, unread, named, size: None, source }
    }
}

impl LayoutReader<'_> {
    fn layout(&mut self, root: &Node) -> Option<Layout> {
        let fields = self.reader.mapping(root, &format::LAYOUT)?;
        if let Some(node) = fields.get("distances") {
            self.name_distances(node);
        }
        if let Some(node) = fields.get("colors") {
            self.name_colors(node);
        }
        if let Some(node) = fields.get("defaults") {
            self.defaults(node);
        }
        let document = self
            .reader
            .required(&fields, "document", "poster")
            .and_then(|n| self.choice(n, "document", &DocumentKind::words()));
        let size = self.open(&fields, "size").and_then(|n| self.parsed(n, "size", units::page_size, "A4"));
        self.size = size;
        let body = self.open(&fields, "body").and_then(|n| self.range(n, "body"));
        let bleed = self.length(&fields, "bleed").unwrap_or(Pt::mm(3.0));
        let safe = self.length(&fields, "safe").unwrap_or(Pt::mm(5.0));
        if let Some(node) = self.open(&fields, "styles") {
            self.read_styles(node);
        }
        if let Some(node) = fields.get("parts") {
            self.read_parts(node);
        }
        let spend = fields.get("spend").map_or_else(Vec::new, |node| self.spending(node));
        let (masters, forms) = self.pages(&fields)?;
        if let Some(document) = document.filter(|_| !self.reader.proven) {
            if let (Some(body), Some(node)) = (body, fields.get("body")) {
                self.floor(document, body, node.span);
            }
            let place = fields.key_span("pages").unwrap_or(fields.place);
            if forms.is_empty() {
                self.homes(document, &masters, place);
            } else {
                forms.iter().for_each(|form| self.homes(document, &form.masters, place));
            }
        }
        let (styles, document, size, body) = (std::mem::take(&mut self.styles), document?, size?, body?);
        let smallest = SMALLEST;
        let layout = Layout {
            document,
            size,
            bleed,
            safe,
            body,
            smallest,
            styles,
            masters,
            forms,
            spend,
            on_sheet: false,
        };
        Some(layout.with_roles())
    }

    /// A value that must be there, whether the layout says it or one that it is like.
    fn open<'n>(&mut self, fields: &Fields<'n>, key: &str) -> Option<&'n Node> {
        let example = fields.example(key);
        self.reader.required(fields, key, example)
    }

    /// Looks at the keys of defaults; their values are read in the flows that take them.
    fn defaults(&mut self, node: &Node) {
        let Some(fields) = self.reader.mapping(node, &format::DEFAULTS) else { return };
        for (key, mapping) in [("sections", &format::SECTION_FLOW), ("contacts", &format::CONTACT_FLOW)] {
            match fields.get(key) {
                Some(Node { kind: Kind::Map(_), .. }) | None => {}
                Some(node) => {
                    let hint = format!("Write `{key}: {{…}}` with keys of {}", mapping.what);
                    self.reader.wrong_type(node, key, "keys with values", hint);
                }
            }
        }
    }

    /// The pages in order, or the forms that have them.
    fn pages(&mut self, fields: &Fields<'_>) -> Option<(Vec<PageMaster>, Vec<Form>)> {
        if let Some(node) = fields.get("forms") {
            if let Some(pages) = fields.get("pages") {
                let message = "a layout has `pages` or `forms`, and this one has both".to_owned();
                self.invalid(pages.span, message, "Delete one of the two".to_owned());
            }
            let nodes = self.reader.list(node, "forms")?;
            let forms: Vec<Form> = nodes.iter().filter_map(|node| self.form(node)).collect();
            return (forms.len() == nodes.len()).then_some((Vec::new(), forms));
        }
        let pages = self.open(fields, "pages")?;
        if matches!(&pages.kind, Kind::Text(word) if word == "as-needed") {
            let page = self.reader.required(fields, "page", "{frames: […]}")?;
            let masters = vec![self.master(page)?];
            let (name, least) = (String::new(), Pt::ZERO);
            return Some((Vec::new(), vec![Form { name, least, masters, as_needed: true }]));
        }
        if let Some(page) = fields.get("page") {
            let hint = "Write `pages: as-needed`, or take `page:` out".to_owned();
            let message = "`page` describes the page of a document with `pages: as-needed`".to_owned();
            self.invalid(page.span, message, hint);
        }
        let pages = self.reader.list(pages, "pages")?;
        let masters: Vec<PageMaster> = pages.iter().filter_map(|page| self.master(page)).collect();
        (masters.len() == pages.len()).then_some((masters, Vec::new()))
    }

    fn form(&mut self, node: &Node) -> Option<Form> {
        let fields = self.reader.mapping(node, &format::FORM)?;
        let name = self.reader.needed_line(&fields, "name")?.value;
        let least = self.length(&fields, "least").unwrap_or(Pt::ZERO);
        let pages = self.reader.needed(&fields, "pages")?;
        let pages = self.reader.list(pages, "pages")?;
        let masters: Vec<PageMaster> = pages.iter().filter_map(|page| self.master(page)).collect();
        (masters.len() == pages.len()).then_some(Form { name, least, masters, as_needed: false })
    }

    fn read_styles(&mut self, node: &Node) {
        let Kind::Map(entries) = &node.kind else {
            let hint =
                "Write each style on a line: `title: {size: 40pt, weight: 800, color: paper}`".to_owned();
            return self.reader.wrong_type(node, "styles", "keys with values", hint);
        };
        for entry in entries {
            // A look may speak of a style that this document has not.
            let is_own = entry.key_span.source == self.source;
            if !is_own && entry.value.get("size").is_none() {
                continue;
            }
            if let Some(style) = self.style_spec(&entry.value) {
                self.styles.push((entry.key.clone(), style));
            }
        }
    }

    fn style_spec(&mut self, node: &Node) -> Option<StyleSpec> {
        let fields = self.reader.mapping(node, &format::STYLE)?;
        let size = self.reader.required(&fields, "size", "14pt")?;
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
                let grid = fields.get("grid").and_then(|n| self.grid(n));
                let ways = nodes.iter().filter_map(|node| self.arrangement(node));
                ways.map(|way| Arrangement { grid: way.grid.or(grid), ..way }).collect()
            }
            None => vec![self.only_arrangement(&fields)?],
        };
        Some(PageMaster { repeat, sizing, body: None, arrangements })
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
        let cost = fields.get("cost").and_then(|node| self.parsed(node, "cost", units::cost, "6"));
        Some(Arrangement { name, when, cost: cost.unwrap_or(0.0), ..self.only_arrangement(&fields)? })
    }

    fn read_parts(&mut self, node: &Node) {
        let Kind::Map(entries) = &node.kind else {
            let hint = "Write each part on a line: `header: [{name: header, dock: top}]`".to_owned();
            return self.reader.wrong_type(node, "parts", "keys with values", hint);
        };
        self.unread = entries.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        for entry in entries {
            self.read_part(&entry.key);
        }
    }

    /// Reads a part, unless that is done. While it is being read it is in no list, so none can hold itself.
    fn read_part(&mut self, name: &str) {
        let Some(at) = self.unread.iter().position(|(known, _)| known == name) else { return };
        let (name, node) = self.unread.swap_remove(at);
        if let Some(frames) = self.frames(&node) {
            self.parts.push((name, frames));
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
        let before = self.reader.messages.len();
        let meant = self.measured(&line.value, line.span);
        let found = choices.iter().find(|(word, _)| *word == meant).map(|(_, value)| *value);
        if found.is_none() && self.reader.messages.len() == before {
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
        self.swatch_of(fields.get(key)?, key)
    }

    fn swatch_of(&mut self, node: &Node, what: &str) -> Option<Swatch> {
        let names: Vec<_> = Swatch::ALL.iter().map(|swatch| (swatch.as_str(), *swatch)).collect();
        self.choice(node, what, &names)
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
