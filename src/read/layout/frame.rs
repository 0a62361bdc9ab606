//! Frames: takes the YAML of frames, gives the boxes of a page.

use super::super::format;
use super::super::node::{Kind, Node};
use super::super::take::Fields;
use super::words::ALIGNS;
use super::{LayoutReader, units};
use crate::geom::Pt;
use crate::layout::{Content, Dock, Frame, Token, VerticalAlign, When};
use crate::style::Swatch;

impl LayoutReader<'_> {
    pub(super) fn frames(&mut self, node: &Node) -> Option<Vec<Frame>> {
        let nodes = self.reader.list(node, "frames")?;
        let mut frames = Vec::new();
        for node in nodes {
            match self.part(node) {
                Some(part) => frames.extend(part),
                None => frames.extend(self.frame(node)),
            }
        }
        Some(frames)
    }

    /// The frames of a part, where a node says `{part: name}`.
    fn part(&mut self, node: &Node) -> Option<Vec<Frame>> {
        let Kind::Map(entries) = &node.kind else { return None };
        let [entry] = &entries[..] else { return None };
        if entry.key != "part" {
            return None;
        }
        let line = self.reader.line(&entry.value, "part")?;
        self.read_part(&line.value);
        let found = self.parts.iter().find(|(name, _)| *name == line.value).map(|(_, frames)| frames.clone());
        if found.is_none() {
            let message = format!("there is no part `{}`", line.value);
            self.invalid(
                line.span,
                message,
                "Use a name that stands under `parts:`, or add one there".to_owned(),
            );
        }
        Some(found.unwrap_or_default())
    }

    /// The conditions of a frame or an arrangement.
    pub(super) fn when(&mut self, fields: &Fields<'_>) -> Vec<When> {
        fields.get("when").and_then(|n| self.parsed(n, "when", whens_of, WHENS)).unwrap_or_default()
    }

    fn frame(&mut self, node: &Node) -> Option<Frame> {
        let fields = self.reader.mapping(node, &format::FRAME)?;
        let name = self.reader.needed_line(&fields, "name");
        let dock = self.reader.needed(&fields, "dock");
        let dock = dock.and_then(|n| self.parsed(n, "dock", dock_of, "top, left 92mm, columns 1-2, or fill"));
        if let (Some(Dock::At(rect)), Some(size), Some(node)) = (dock, self.size, fields.get("dock")) {
            let name = name.as_ref().map_or("", |name| name.value.as_str());
            self.on_page(name, rect, size, node.span);
        }
        let padding =
            fields.get("padding").and_then(|n| self.parsed(n, "padding", units::padding, "5mm 11mm"));
        let edge = fields.get("edge").and_then(|n| self.parsed(n, "edge", edge_of, "primary 2mm"));
        let align = fields.get("align").and_then(|n| self.choice(n, "align", &ALIGNS));
        let grows = fields.get("grows").and_then(|n| self.choice(n, "grows", &Token::NAMES));
        let when = self.when(&fields);
        let content = self.content(&fields);
        Some(Frame {
            name: name?.value,
            dock: dock?,
            height: self.stretch(&fields, "height"),
            min_height: self.stretch(&fields, "min_height").unwrap_or_default(),
            grows: grows.unwrap_or(Token::Air),
            padding: padding.unwrap_or_default(),
            fill: self.swatch(&fields, "fill"),
            edge,
            radius: self.length(&fields, "radius").unwrap_or(Pt::ZERO),
            align: align.unwrap_or(VerticalAlign::Top),
            content: content?,
            when,
        })
    }

    fn content(&mut self, fields: &Fields<'_>) -> Option<Content> {
        let given: Vec<&str> = CONTENTS.into_iter().filter(|key| fields.get(key).is_some()).collect();
        if let [one, other, ..] = given[..] {
            let place = fields.key_span(other).unwrap_or(fields.place);
            let message =
                format!("a frame takes one kind of content, and this one has `{one}` and `{other}`");
            let hint =
                "Delete one of the two, or write each in a frame of its own below `frames:`".to_owned();
            self.invalid(place, message, hint);
            return None;
        }
        if let Some(node) = fields.get("frames") {
            return self.frames(node).map(Content::Frames);
        }
        if let Some(node) = fields.get("text") {
            return self.lines(node, "text").map(Content::Text);
        }
        if let Some(node) = fields.get("sections") {
            return self.section_flow(node).map(Content::Sections);
        }
        if let Some(node) = fields.get("contacts") {
            return self.contacts_of(node, false).map(Content::Contacts);
        }
        if let Some(node) = fields.get("dial") {
            return self.dial(node).map(Content::Dial);
        }
        if let Some(node) = fields.get("bar") {
            return self.bar(node).map(Content::Bar);
        }
        if let Some(node) = fields.get("card_back") {
            return self.section_flow(node).map(Content::CardBack);
        }
        if let Some(node) = fields.get("thread") {
            return self.thread(node).map(Content::Thread);
        }
        let Some(node) = fields.get("logo") else { return Some(Content::Empty) };
        self.parsed(node, "logo", logo_of, "on paper")
    }
}

/// What a frame can take.
const CONTENTS: [&str; 9] =
    ["frames", "text", "sections", "contacts", "dial", "bar", "card_back", "thread", "logo"];

/// A condition made of a number.
type Counted = fn(u8) -> When;

/// Conditions on how many there are.
const COUNTS: [(&str, Counted); 4] = [
    ("contacts up to ", When::ContactsUpTo),
    ("contacts from ", When::ContactsFrom),
    ("others up to ", When::OthersUpTo),
    ("others from ", When::OthersFrom),
];

/// What messages show where a condition is none.
const WHENS: &str =
    "emergency, logo, qr, contacts, contacts up to 5, contacts from 6, sheet, roomy, or tight";

/// Conditions joined by `and`.
fn whens_of(text: &str) -> Option<Vec<When>> {
    text.split(" and ").map(when_of).collect()
}

fn when_of(text: &str) -> Option<When> {
    let count = |text: &str| text.parse().ok().filter(|count| *count <= 99);
    match text {
        "emergency" => Some(When::Emergency),
        "logo" => Some(When::Logo),
        "qr" => Some(When::Qr),
        "contacts" => Some(When::Contacts),
        "roomy" => Some(When::Roomy),
        "tight" => Some(When::Tight),
        "first page" => Some(When::FirstPage),
        "later pages" => Some(When::LaterPages),
        "no emergency" => Some(When::NoEmergency),
        "sheet" => Some(When::Sheet),
        "no sheet" => Some(When::NoSheet),
        "long addresses" => Some(When::LongAddresses),
        "long lists" => Some(When::LongLists),
        "no logo" => Some(When::NoLogo),
        "no qr" => Some(When::NoQr),
        "no contacts" => Some(When::ContactsUpTo(0)),
        _ => COUNTS.iter().find_map(|(words, when)| count(text.strip_prefix(words)?).map(when)),
    }
}

fn dock_of(text: &str) -> Option<Dock> {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    match (word, rest) {
        ("top", "") => Some(Dock::Top),
        ("bottom", "") => Some(Dock::Bottom),
        ("fill", "") => Some(Dock::Fill),
        ("left", width) => units::stretch(width).map(Dock::Left),
        ("right", width) => units::stretch(width).map(Dock::Right),
        ("columns" | "column", numbers) => {
            units::numbers(numbers).map(|(first, last)| Dock::Columns(first, last))
        }
        ("at", rect) => units::rect(rect).map(Dock::At),
        _ => None,
    }
}

fn logo_of(text: &str) -> Option<Content> {
    match text {
        "true" => Some(Content::Logo(None)),
        _ => Swatch::from_name(text.strip_prefix("on ")?).map(|plate| Content::Logo(Some(plate))),
    }
}

fn edge_of(text: &str) -> Option<(Swatch, Pt)> {
    let (name, width) = text.split_once(' ')?;
    Some((Swatch::from_name(name)?, units::length(width)?))
}
