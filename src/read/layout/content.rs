//! What frames take: the YAML of lines, sections, contacts and dials, as plain data.

use super::super::node::Node;
use super::{LayoutReader, units};
use crate::geom::Pt;
use crate::layout::{ContactFlow, ContactForm, Dial, Field, SectionFlow, TextLine, TextRole, Which, Words};
use crate::style::{Swatch, TypeRange};

const ROLES: [(&str, TextRole); 4] =
    [("h1", TextRole::H1), ("h2", TextRole::H2), ("p", TextRole::P), ("furniture", TextRole::Furniture)];

const WHICH: [(&str, Which); 4] =
    [("all", Which::All), ("emergency", Which::Emergency), ("others", Which::Others), ("qr", Which::Qr)];

const FORMS: [(&str, ContactForm); 4] = [
    ("tiles", ContactForm::Tiles),
    ("alarm", ContactForm::Alarm),
    ("lines", ContactForm::Lines),
    ("codes", ContactForm::Codes),
];

impl LayoutReader<'_> {
    pub(super) fn lines(&mut self, node: &Node) -> Option<Vec<TextLine>> {
        let nodes = self.reader.list(node, "text")?;
        Some(nodes.iter().filter_map(|node| self.text_line(node)).collect())
    }

    fn text_line(&mut self, node: &Node) -> Option<TextLine> {
        let fields = self.reader.fields(node, "a line of text", &["words", "style", "role", "gap"])?;
        let words = self.reader.required(&fields, "words", "\"{title}\"");
        let words = words.and_then(|n| self.parsed(n, "words", parts, "\"{title}\""));
        let style = self.style(&fields, "style");
        let role = fields.get("role").and_then(|n| self.choice(n, "role", &ROLES)).unwrap_or(TextRole::P);
        let gap = self.length(&fields, "gap").unwrap_or(Pt::ZERO);
        Some(TextLine { parts: words?, style: style?, role, gap })
    }

    pub(super) fn section_flow(&mut self, node: &Node) -> Option<SectionFlow> {
        let known = ["which", "heading", "heading_gap", "body", "disc", "disc_color", "gap", "alarm"];
        let fields = self.reader.fields(node, "a flow of sections", &known)?;
        let sections = fields.get("which").and_then(|n| self.parsed(n, "which", units::numbers, "1-6"));
        let heading =
            if fields.get("heading").is_some() { Some(self.style(&fields, "heading")?) } else { None };
        Some(SectionFlow {
            sections,
            heading,
            body: self.style(&fields, "body")?,
            disc: self.decimal(&fields, "disc").unwrap_or(0.0),
            disc_swatch: self.swatch(&fields, "disc_color").unwrap_or(Swatch::Primary),
            gap: self.decimal(&fields, "gap").unwrap_or(1.0),
            heading_gap: self.decimal(&fields, "heading_gap").unwrap_or(0.2),
            alarm: self.swatch(&fields, "alarm"),
        })
    }

    pub(super) fn contact_flow(&mut self, node: &Node) -> Option<ContactFlow> {
        let known = ["which", "form", "value", "label", "style", "tile", "qr"];
        let fields = self.reader.fields(node, "a flow of contacts", &known)?;
        let which =
            self.reader.required(&fields, "which", "all").and_then(|n| self.choice(n, "which", &WHICH));
        let form =
            self.reader.required(&fields, "form", "tiles").and_then(|n| self.choice(n, "form", &FORMS));
        let value =
            self.reader.required(&fields, "value", "16pt to 36pt").and_then(|n| self.range(n, "value"));
        Some(ContactFlow {
            which: which?,
            form: form?,
            value: value?,
            label: self.style(&fields, "label")?,
            style: self.style(&fields, "style")?,
            tile: self.swatch(&fields, "tile").unwrap_or(Swatch::Paper),
            qr: fields
                .get("qr")
                .and_then(|n| self.parsed(n, "qr", units::lengths, "16mm to 24mm"))
                .unwrap_or(TypeRange { min: Pt::mm(20.0), max: Pt::mm(20.0) }),
        })
    }

    pub(super) fn dial(&mut self, node: &Node) -> Option<Dial> {
        let fields = self.reader.fields(
            node,
            "a dial",
            &["diameter", "lit", "color", "unlit", "numbers", "center"],
        )?;
        let lit = [("all", true), ("number", false)];
        let all_lit = fields.get("lit").and_then(|n| self.choice(n, "lit", &lit)).unwrap_or(true);
        let center = fields.get("center").and_then(|n| self.lines(n)).unwrap_or_default();
        Some(Dial {
            diameter: self.length(&fields, "diameter")?,
            all_lit,
            lit: self.swatch(&fields, "color").unwrap_or(Swatch::Accent),
            unlit: self.swatch(&fields, "unlit").unwrap_or(Swatch::Unlit),
            numbers: self.reader.flag(&fields, "numbers"),
            center,
        })
    }
}

/// Splits `"{version} | {issued}"` into its parts.
fn parts(text: &str) -> Option<Vec<Vec<Words>>> {
    text.split(" | ").map(template).collect()
}

/// Splits `"{minute} of the day"` into fields and literal words.
fn template(text: &str) -> Option<Vec<Words>> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        if !before.is_empty() {
            words.push(Words::Literal(before.to_owned()));
        }
        words.push(Words::Field(Field::NAMES.iter().find(|(known, _)| *known == name)?.1));
        rest = after;
    }
    if !rest.is_empty() {
        words.push(Words::Literal(rest.to_owned()));
    }
    Some(words)
}
