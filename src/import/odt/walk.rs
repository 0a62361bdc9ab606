//! The walk through an OpenDocument text: takes its body, gives paragraphs in order, box by box and cell by cell.

use super::super::measure::length;
use super::super::office::{Holder, HolderKind, Mark, Office, Paragraph, Piece, Reason, Style};
use super::super::xml::{Element, Node};
use super::marks::Marks;
use super::styles::{Looks, OUTLINE, Styles};
use crate::geom::{Pt, Rect};

/// How high a row of a table is thought to be, so that the rows of a table stand below each other.
const ROW: Pt = Pt::new(100.0);
/// How high a line of running text is thought to be.
const LINE: Pt = Pt::new(15.0);
/// No row repeats its empty cells more often in a text.
const MOST_REPEATS: usize = 60;

/// A walk through the parts of a file.
pub(super) struct Walk<'s> {
    styles: &'s Styles,
    pub office: Office,
    marks: Marks,
    tables: u32,
    /// How far the running text has come, reckoned from its lines.
    y: Pt,
}

/// What a paragraph gathers.
#[derive(Default)]
struct Open<'e> {
    pieces: Vec<Piece>,
    size: Option<Pt>,
    boxes: Vec<&'e Element>,
    notes: Vec<&'e Element>,
    remarks: Vec<&'e Element>,
}

impl<'s> Walk<'s> {
    /// A walk that has not begun.
    pub(super) fn new(styles: &'s Styles) -> Self {
        Walk { styles, office: Office::default(), marks: Marks::default(), tables: 0, y: styles.margins.top }
    }

    /// Paragraphs, lists, tables, frames and what wraps them.
    pub(super) fn blocks(&mut self, parent: &Element, holder: usize) {
        for element in parent.elements() {
            match element.name.as_str() {
                "text:p" | "text:h" => self.paragraph(element, holder, None),
                "text:list" => self.list(element, holder),
                "table:table" => self.table(element, holder),
                "text:tracked-changes" => self.deleted(element),
                "draw:frame" | "draw:custom-shape" | "draw:rect" | "draw:ellipse" | "draw:g" => {
                    self.shape(element);
                }
                _ => self.blocks(element, holder),
            }
        }
    }

    fn list(&mut self, list: &Element, holder: usize) {
        self.marks.begin(list);
        for item in list.elements() {
            let mut first = item.name == "text:list-item";
            for inner in item.elements() {
                match inner.name.as_str() {
                    "text:p" | "text:h" => {
                        let mark = if first { self.marks.item(self.styles, item) } else { None };
                        first = false;
                        self.paragraph(inner, holder, mark);
                    }
                    "text:list" => self.list(inner, holder),
                    _ => self.blocks(inner, holder),
                }
            }
        }
        self.marks.end();
    }

    fn paragraph(&mut self, element: &Element, holder: usize, mark: Option<Mark>) {
        let name = element.attr("text:style-name");
        let own = self.styles.looks(name).over(self.styles.usual());
        let mut open = Open::default();
        self.inside(element, own, None, &mut open);
        let is_heading = element.name == "text:h";
        let style = match self.styles.style(name) {
            Style::Text if is_heading => Style::Heading,
            style => style,
        };
        let blank = open.pieces.iter().all(|piece| piece.text.trim().is_empty());
        let mark = mark.filter(|_| !blank).or_else(|| {
            let level = element.attr("text:outline-level").and_then(|level| level.parse::<usize>().ok());
            let list = self.styles.list_of(name).or(is_heading.then_some(OUTLINE)).filter(|_| !blank)?;
            // Without declared levels a heading has no number.
            let declared = list != OUTLINE || self.styles.has_outline();
            declared
                .then(|| self.marks.mark(self.styles, list, level.unwrap_or(1).saturating_sub(1), None))?
        });
        self.office.add(Paragraph {
            pieces: open.pieces,
            holder,
            size: open.size,
            style,
            mark,
            ..Paragraph::default()
        });
        if self.office.holders.get(holder).is_some_and(|holder| holder.kind == HolderKind::Flow) {
            self.y += LINE;
        }
        open.boxes.iter().for_each(|shape| self.shape(shape));
        for (all, kind) in [(open.notes, HolderKind::Notes), (open.remarks, HolderKind::Comments)] {
            for element in all {
                let holder = self.office.hold(Holder::unplaced(kind));
                self.blocks(element, holder);
            }
        }
    }

    /// Mixed text: words and elements in their order.
    fn inside<'e>(&mut self, parent: &'e Element, own: Looks, link: Option<&str>, open: &mut Open<'e>) {
        for node in &parent.children {
            let element = match node {
                Node::Text(words) => {
                    self.words(words, own, link, open);
                    continue;
                }
                Node::Element(element) => element,
            };
            match element.name.as_str() {
                "text:span" => {
                    let looks = self.styles.looks(element.attr("text:style-name")).over(own);
                    self.inside(element, looks, link, open);
                }
                "text:a" => {
                    let target = element.attr("xlink:href").or(link);
                    self.inside(element, own, target, open);
                }
                "text:s" | "text:tab" => self.words(" ", own, link, open),
                "text:line-break" => self.words("\n", own, link, open),
                "text:note" => open.notes.extend(element.child("text:note-body")),
                "office:annotation" => open.remarks.push(element),
                "draw:frame" | "draw:custom-shape" | "draw:rect" | "draw:ellipse" | "draw:g" => {
                    open.boxes.push(element);
                }
                _ => self.inside(element, own, link, open),
            }
        }
    }

    fn words(&mut self, words: &str, own: Looks, link: Option<&str>, open: &mut Open<'_>) {
        if own.hidden == Some(true) {
            self.office.leave(words, Reason::Hidden);
            return;
        }
        if !words.trim().is_empty() && own.size.is_some_and(|size| open.size.is_none_or(|most| size > most)) {
            open.size = own.size;
        }
        let (bold, link) = (own.bold == Some(true), link.map(str::to_owned));
        match open.pieces.last_mut() {
            Some(last) if last.bold == bold && last.link == link => last.text.push_str(words),
            _ => open.pieces.push(Piece { text: words.to_owned(), bold, link }),
        }
    }

    fn deleted(&mut self, changes: &Element) {
        self.office.tracked = true;
        changes.walk(&mut |element, text| {
            // Who changed it and when is no text of the page.
            let is_text = element.name.starts_with("text:");
            text.filter(|_| is_text).iter().for_each(|words| self.office.leave(words, Reason::Deleted));
        });
    }

    /// A text box, a shape with words in it, or a group of them.
    fn shape(&mut self, element: &Element) {
        if element.name == "draw:g" {
            element.elements().for_each(|inner| self.shape(inner));
            return;
        }
        let place = self.place(element);
        let inner = element.child("draw:text-box").unwrap_or(element);
        let reckoned = place.is_some_and(|(_, reckoned)| reckoned);
        let place = place.map(|(rect, _)| rect);
        let holder = self.office.hold(Holder { kind: HolderKind::Box, place, sheet: 0, reckoned });
        self.blocks(inner, holder);
    }

    fn place(&self, element: &Element) -> Option<(Rect, bool)> {
        let side = |name: &str| element.attr(name).and_then(length);
        let (w, h) = (side("svg:width")?, side("svg:height").or_else(|| min_height(element))?);
        let (x, y) = (side("svg:x")?, side("svg:y")?);
        let (across, down) = self.styles.from(element.attr("draw:style-name"));
        let page = element.attr("text:anchor-page-number").and_then(|number| number.parse::<u16>().ok());
        let top = Pt::mm(297.0) * f32::from(page.unwrap_or(1).saturating_sub(1).min(50));
        let on_page = element.attr("text:anchor-type") == Some("page");
        let left =
            if on_page || matches!(across, Some("page")) { Pt::ZERO } else { self.styles.margins.left };
        let (from, reckoned) = match down {
            _ if on_page => (top, false),
            Some("page") => (Pt::ZERO, false),
            Some("page-content") => (self.styles.margins.top, false),
            _ => (self.y, true),
        };
        Some((Rect::new(left + x, from + y, w, h), reckoned))
    }

    /// Each cell is a holder; a table inside a box or a cell belongs to that.
    fn table(&mut self, table: &Element, holder: usize) {
        let kind = self.office.holders.get(holder).map(|holder| holder.kind);
        if kind != Some(HolderKind::Flow) {
            table.elements().for_each(|inner| self.blocks(inner, holder));
            return;
        }
        self.tables += 1;
        let mut rows = Vec::new();
        table.all("table:table-row", &mut rows);
        for (row, element) in rows.into_iter().enumerate() {
            let mut column = 0;
            for cell in element.elements() {
                let count = |name: &str| {
                    cell.attr(name)
                        .and_then(|text| text.parse::<usize>().ok())
                        .unwrap_or(1)
                        .clamp(1, MOST_REPEATS)
                };
                let span = count("table:number-columns-spanned");
                if cell.name == "table:table-cell" {
                    let place = Rect::new(ROW * column as f32, ROW * row as f32, ROW * span as f32, ROW);
                    let cell_holder = Holder {
                        kind: HolderKind::Cell,
                        place: Some(place),
                        sheet: self.tables,
                        reckoned: false,
                    };
                    let holder = self.office.hold(cell_holder);
                    self.blocks(cell, holder);
                }
                // Cells that a wide one covers are in the file too, each in its column.
                column += count("table:number-columns-repeated");
            }
        }
    }
}

fn min_height(element: &Element) -> Option<Pt> {
    element.child("draw:text-box")?.attr("fo:min-height").and_then(length)
}
