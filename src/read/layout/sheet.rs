//! Sheet files: takes the YAML of a sheet, gives how pages are to stand on paper, or what is wrong with it.

use std::path::Path;

use super::super::format;
use super::super::node::Node;
use super::super::take::Fields;
use super::words::{FLIPS, ORDERS, SIDES, TURNS};
use super::{LayoutReader, units};
use crate::diag::{Diagnostic, any_error};
use crate::geom::{Point, Pt, Rect, Size};
use crate::layout::{DocumentKind, Flip, Notes, Order, Sheet};
use crate::source::Sources;

/// Makers of cut paper round their numbers; cells may overlap by so little.
const OVERLAP: Pt = Pt::mm(0.05);

/// Reads a sheet file; it is called by the name of the file.
pub fn sheet(sources: &mut Sources, name: &str, bytes: &[u8]) -> (Option<Sheet>, Vec<Diagnostic>) {
    let mut messages = Vec::new();
    let Some(root) = super::super::tree(sources, name, bytes, &mut messages) else { return (None, messages) };
    let mut reader = LayoutReader::new(sources, root.span.source);
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name);
    let sheet = reader.sheet(&root, stem);
    messages.append(&mut reader.reader.messages);
    let sound = !any_error(&messages);
    (sheet.filter(|_| sound), messages)
}

impl LayoutReader<'_> {
    fn sheet(&mut self, root: &Node, name: &str) -> Option<Sheet> {
        let fields = self.reader.mapping(root, &format::SHEET)?;
        let title = self.reader.optional_line(&fields, "title").map_or_else(String::new, |line| line.value);
        let document = self.reader.needed(&fields, "document");
        let document = document.and_then(|n| self.choice(n, "document", &DocumentKind::words()));
        let paper = self.reader.needed(&fields, "paper");
        let paper = paper.and_then(|n| self.parsed(n, "paper", units::page_size, "A4"));
        let (columns, rows) = (self.count(&fields, "columns", 12), self.count(&fields, "rows", 20));
        let cell = self.reader.needed(&fields, "cell");
        let cell = cell.and_then(|n| self.parsed(n, "cell", units::size, "85mm x 55mm"));
        let turn = fields.get("turn").and_then(|n| self.choice(n, "turn", &TURNS)).unwrap_or_default();
        let (left, top) = (self.required_length(&fields, "left"), self.required_length(&fields, "top"));
        let pitch = fields.get("pitch").and_then(|n| self.parsed(n, "pitch", units::size, "95mm x 54mm"));
        let sheet = Sheet {
            name: name.to_owned(),
            title,
            document: document?,
            paper: paper?,
            columns: columns?,
            rows: rows?,
            cell: cell?,
            turn,
            first: Point::new(left?, top?),
            pitch: pitch.unwrap_or(turn.size(cell?)),
            bleed: self.length(&fields, "bleed").unwrap_or(Pt::ZERO),
            marks: self.reader.flag(&fields, "marks"),
            outline: self.reader.flag(&fields, "outline"),
            order: fields
                .get("order")
                .and_then(|n| self.choice(n, "order", &ORDERS))
                .unwrap_or(Order::Copies),
            flip: fields.get("flip").and_then(|n| self.choice(n, "flip", &FLIPS)).unwrap_or(Flip::LongEdge),
            notes: match fields.get("notes") {
                Some(node) => Some(self.notes(node)?),
                None => None,
            },
            spare: self.length(&fields, "spare").filter(|spacing| *spacing > Pt::ZERO),
        };
        self.check_sheet(&fields, &sheet);
        Some(sheet)
    }

    fn count(&mut self, fields: &Fields<'_>, key: &'static str, most: u32) -> Option<u8> {
        let node = self.reader.needed(fields, key)?;
        self.reader.number(node, key, 1..=most).and_then(|number| u8::try_from(number).ok())
    }

    fn required_length(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Pt> {
        self.reader.needed(fields, key)?;
        self.length(fields, key)
    }

    fn notes(&mut self, node: &Node) -> Option<Notes> {
        let fields = self.reader.mapping(node, &format::NOTES)?;
        let side = self.reader.needed(&fields, "side");
        let side = side.and_then(|n| self.choice(n, "side", &SIDES));
        let length = self.required_length(&fields, "length");
        let spacing = self.required_length(&fields, "spacing");
        let lines = self.count(&fields, "lines", 60);
        let gap = self.length(&fields, "gap").unwrap_or(Pt::ZERO);
        Some(Notes { side: side?, gap, length: length?, lines: lines?, spacing: spacing? })
    }

    /// Cells stay on the paper and off each other; a booklet has two pages on each side.
    fn check_sheet(&mut self, fields: &Fields<'_>, sheet: &Sheet) {
        let mut refuse = |key: &str, message: &str, hint: &str| {
            let span = fields.get(key).map_or(fields.place, |node| node.span);
            self.invalid(span, message.to_owned(), hint.to_owned());
        };
        let Size { w, h } = sheet.footprint();
        if sheet.columns > 1 && sheet.pitch.w < w - OVERLAP || sheet.rows > 1 && sheet.pitch.h < h - OVERLAP {
            let hint = "Write as `pitch` how far it is from one cell to the next, across and down";
            refuse("pitch", "the cells of this sheet lie on top of each other", hint);
        }
        if !Rect::page(sheet.paper).holds(&sheet.room()) {
            refuse(
                "paper",
                "the cells of this sheet run over the edge of the paper",
                "Take larger paper, fewer columns or rows, or a smaller `left` and `top`",
            );
        }
        if sheet.order == Order::Saddle && (sheet.columns, sheet.rows) != (2, 1) {
            refuse(
                "order",
                "a booklet has two pages on each side of its paper",
                "Write `columns: 2` and `rows: 1`",
            );
        }
    }
}
