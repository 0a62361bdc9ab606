//! What frames take: the YAML of lines, sections, contacts and dials, as plain data.

use super::super::format;
use super::super::node::Node;
use super::words::{DIAL_LIT, DRESSES, FORMS, MARKS, ROLES, STRANDS, WHICH};
use super::{LayoutReader, units};
use crate::geom::Pt;
use crate::layout::{
    Bar, ContactFlow, ContactForm, Dial, Dress, Ends, Field, Mark, NoteColumn, SectionFlow, Strand, TextGaps,
    TextLine, TextRole, Thread, Words,
};
use crate::style::{Swatch, TypeRange};

/// How many times a distance grows on a page with room, where a file gives one number for it.
const GROWN: f32 = 2.5;
/// Size of the number for immediate danger, as a multiple of that of others, where a file does not say it.
const EMPHASIS: f32 = 1.6;

impl LayoutReader<'_> {
    pub(super) fn lines(&mut self, node: &Node, key: &str) -> Option<Vec<TextLine>> {
        let nodes = self.reader.list(node, key)?;
        Some(nodes.iter().filter_map(|node| self.text_line(node)).collect())
    }

    fn text_line(&mut self, node: &Node) -> Option<TextLine> {
        let fields = self.reader.mapping(node, &format::TEXT_LINE)?;
        let words = self.reader.needed(&fields, "words");
        let words = words.and_then(|n| self.parsed(n, "words", parts, "\"{title}\""));
        let style = self.style(&fields, "style");
        let role = fields.get("role").and_then(|n| self.choice(n, "role", &ROLES)).unwrap_or(TextRole::P);
        let gap = self.length(&fields, "gap").unwrap_or(Pt::ZERO);
        Some(TextLine { parts: words?, style: style?, role, gap })
    }

    pub(super) fn section_flow(&mut self, node: &Node) -> Option<SectionFlow> {
        let fields = self.reader.mapping(node, &format::SECTION_FLOW)?;
        let sections = fields.get("which").and_then(|n| self.parsed(n, "which", units::numbers, "1-6"));
        let heading =
            if fields.get("heading").is_some() { Some(self.style(&fields, "heading")?) } else { None };
        // A distance that a file gives with one number grows on a page with room.
        let growing = |ends: Ends| {
            if ends.tight == ends.airy { Ends { airy: ends.tight * GROWN, ..ends } } else { ends }
        };
        let gaps = TextGaps {
            paragraph: self.ends(&fields, "paragraph_gap").unwrap_or(Ends::new(0.38, 0.6)),
            list: self.ends(&fields, "list_gap").unwrap_or(Ends::new(0.28, 0.4)),
            item: self.ends(&fields, "item_gap").unwrap_or(Ends::new(0.1, 0.25)),
        };
        Some(SectionFlow {
            sections,
            heading,
            body: self.style(&fields, "body")?,
            mark: fields.get("mark").and_then(|n| self.choice(n, "mark", &MARKS)).unwrap_or(Mark::Disc),
            disc: self.ends(&fields, "disc").unwrap_or(Ends::fixed(0.0)),
            disc_swatch: self.swatch(&fields, "disc_color").unwrap_or(Swatch::Primary),
            hang: self.decimal(&fields, "hang").unwrap_or(0.0),
            rule: fields.get("rule").and_then(|n| self.parsed(n, "rule", units::rule, "primary 0.35mm")),
            gap: self.ends(&fields, "gap").map_or(Ends::new(1.0, 2.2), growing),
            heading_gap: self.ends(&fields, "heading_gap").map_or(Ends::new(0.2, 0.35), growing),
            heading_space: self.stretch(&fields, "heading_space").unwrap_or_default(),
            gaps,
            characters: fields
                .get("characters")
                .and_then(|n| self.parsed(n, "characters", units::characters, "38 to 76")),
            bullet: self.swatch(&fields, "bullet").unwrap_or(Swatch::Accent),
            alarm: self.swatch(&fields, "alarm"),
            heading_above: self.reader.flag(&fields, "heading_above"),
            last_ground: self.swatch(&fields, "last_ground"),
        })
    }

    /// Contacts of a frame, or those that run from page to page, which only blocks can do.
    pub(super) fn contacts_of(&mut self, node: &Node, run: bool) -> Option<ContactFlow> {
        let flow = self.contact_flow(node)?;
        if run == (flow.form == ContactForm::Blocks) {
            return Some(flow);
        }
        let (message, hint) = match run {
            true => ("contacts that run from page to page are blocks", "Write `form: blocks`"),
            false => (
                "contacts in blocks run from page to page",
                "Write them below `thread:`, or with another `form`: tiles, alarm, lines, grid or codes",
            ),
        };
        self.invalid(node.span, message.to_owned(), hint.to_owned());
        None
    }

    fn contact_flow(&mut self, node: &Node) -> Option<ContactFlow> {
        let fields = self.reader.mapping(node, &format::CONTACT_FLOW)?;
        let which = self.open(&fields, "which").and_then(|n| self.choice(n, "which", &WHICH));
        let form = self.open(&fields, "form").and_then(|n| self.choice(n, "form", &FORMS))?;
        let value = self.open(&fields, "value").and_then(|n| self.value_size(n, "value"))?;
        let alarm = fields.get("alarm").and_then(|n| self.value_size(n, "alarm"));
        let dress = fields.get("dress").and_then(|n| self.choice(n, "dress", &DRESSES));
        let most = fields.get("most").and_then(|n| self.reader.number(n, "most", 1..=99));
        let grid = fields.get("grid").and_then(|n| self.reader.number(n, "grid", 1..=12)).unwrap_or(12);
        Some(ContactFlow {
            which: which?,
            form,
            value,
            alarm: alarm.unwrap_or(value.times(EMPHASIS)),
            label: self.style(&fields, "label")?,
            style: self.style(&fields, "style")?,
            dress: dress.unwrap_or(match form {
                ContactForm::Tiles => Dress::Bar,
                ContactForm::Alarm => Dress::Area,
                ContactForm::Lines | ContactForm::Grid | ContactForm::Codes | ContactForm::Blocks => {
                    Dress::Lines
                }
            }),
            tile: self.swatch(&fields, "tile").unwrap_or(Swatch::Paper),
            signs: self.reader.flag(&fields, "signs"),
            brief: self.reader.flag(&fields, "brief"),
            most: most.and_then(|most| u8::try_from(most).ok()).unwrap_or(u8::MAX),
            grid: u8::try_from(grid).unwrap_or(12),
            qr: fields
                .get("qr")
                .and_then(|n| self.parsed(n, "qr", units::lengths, "16mm to 24mm"))
                .unwrap_or(TypeRange { min: Pt::mm(20.0), max: Pt::mm(20.0) }),
        })
    }

    pub(super) fn thread(&mut self, node: &Node) -> Option<Thread> {
        let fields = self.reader.mapping(node, &format::THREAD)?;
        let order = match fields.get("order") {
            Some(node) => {
                let nodes = self.reader.list(node, "order")?;
                nodes.iter().map(|node| self.choice(node, "order", &STRANDS)).collect::<Option<_>>()?
            }
            None => vec![Strand::Sections],
        };
        let sections = self.reader.needed(&fields, "sections").and_then(|n| self.section_flow(n));
        let contacts = fields.get("contacts").map(|n| self.contacts_of(n, true));
        let notes = fields.get("notes").map(|n| self.note_column(n));
        if order.contains(&Strand::Contacts) && contacts.is_none() {
            let message = "`order` names contacts, and nothing says how they look".to_owned();
            let hint = "Write `contacts:` below `thread:`, or take them out of `order`".to_owned();
            self.invalid(fields.place, message, hint);
            return None;
        }
        // What is there has to be right.
        let (contacts, notes) =
            (contacts.map_or(Some(None), |c| c.map(Some)), notes.map_or(Some(None), |n| n.map(Some)));
        Some(Thread { order, sections: sections?, contacts: contacts?, notes: notes? })
    }

    fn note_column(&mut self, node: &Node) -> Option<NoteColumn> {
        let fields = self.reader.mapping(node, &format::NOTE_COLUMN)?;
        let width = self.reader.needed(&fields, "width");
        let width = width.and_then(|n| self.parsed(n, "width", units::length, "53mm"));
        Some(NoteColumn {
            gap: self.length(&fields, "gap").unwrap_or(Pt::mm(9.0)),
            spacing: self.length(&fields, "spacing").unwrap_or(Pt::mm(8.5)).max(Pt::mm(2.0)),
            style: self.style(&fields, "style")?,
            width: width?,
        })
    }

    pub(super) fn bar(&mut self, node: &Node) -> Option<Bar> {
        let fields = self.reader.mapping(node, &format::BAR)?;
        Some(Bar {
            gap: self.length(&fields, "gap").unwrap_or(Pt::mm(1.5)),
            all_lit: fields.get("lit").and_then(|n| self.choice(n, "lit", &DIAL_LIT)).unwrap_or(true),
            swatch: self.swatch(&fields, "color").unwrap_or(Swatch::Primary),
            last: self.swatch(&fields, "last").unwrap_or(Swatch::Emergency),
            unlit: self.swatch(&fields, "unlit").unwrap_or(Swatch::Rule),
        })
    }

    pub(super) fn dial(&mut self, node: &Node) -> Option<Dial> {
        let fields = self.reader.mapping(node, &format::DIAL)?;
        let all_lit = fields.get("lit").and_then(|n| self.choice(n, "lit", &DIAL_LIT)).unwrap_or(true);
        let center = fields.get("center").and_then(|n| self.lines(n, "center")).unwrap_or_default();
        let diameter = self.reader.needed(&fields, "diameter");
        let diameter = diameter.and_then(|n| self.parsed(n, "diameter", units::stretch, "54mm"));
        Some(Dial {
            diameter: diameter?,
            all_lit,
            lit: self.swatch(&fields, "color").unwrap_or(Swatch::Accent),
            unlit: self.swatch(&fields, "unlit").unwrap_or(Swatch::Unlit),
            numbers: self.reader.flag(&fields, "numbers"),
            leaders: self.reader.flag(&fields, "leaders"),
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
