//! The walk: takes the part with the text, gives its paragraphs in order, box by box and cell by cell.

use super::super::office::{Holder, HolderKind, Mark, Office, Paragraph, Piece, Reason};
use super::super::package::Package;
use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::choice::{chosen, each_text};
use super::diagram::diagram;
use super::inline::{Fields, Inline, Taken, Tools, inline};
use super::numbering::Numbering;
use super::place::{Page, twips};
use super::relations::Relations;
use super::shape::{Content, Shape};
use super::styles::{InList, Styles};
use crate::geom::{Pt, Rect};

/// How high a line stands, in sizes of its letters; only to reckon how far a text has come down the page.
const LINE: f32 = 1.22;
/// How wide a letter is, in sizes of its letters; for the same.
const LETTER: f32 = 0.5;
/// The size of letters where a file says none.
const USUAL_SIZE: Pt = Pt::new(11.0);
/// How high a row of a table is thought to be, so that the rows of a table stand below each other.
const ROW: Pt = Pt::new(100.0);

/// A walk through the parts of a file.
pub(super) struct Walk<'w, 'b> {
    package: &'w Package<'b>,
    styles: &'w Styles,
    numbering: Numbering,
    /// What was found.
    pub office: Office,
    /// The page that shapes stand on.
    pub page: Page,
    /// Whether Word noted in the file where its pages end.
    pub noted_breaks: bool,
    fields: Fields,
    taken: Taken,
    tables: u32,
    /// The frame that the last paragraph stood in, and its holder.
    frame: Option<(Rect, usize)>,
}

impl<'w, 'b> Walk<'w, 'b> {
    /// A walk that has not begun.
    pub(super) fn new(
        package: &'w Package<'b>,
        styles: &'w Styles,
        numbering: Numbering,
        page: Page,
    ) -> Self {
        Walk {
            package,
            styles,
            numbering,
            office: Office::default(),
            page,
            noted_breaks: false,
            fields: Fields::default(),
            taken: Taken::default(),
            tables: 0,
            frame: None,
        }
    }

    /// Walks through one part; words that are in no paragraph at the end are left over.
    pub(super) fn part(
        &mut self,
        root: &Element,
        body: &Element,
        links: &Relations,
        holder: usize,
    ) -> Result<(), Refusal> {
        self.blocks(body, links, holder, false)?;
        let mut left = Vec::new();
        each_text(root, &mut |element, words| {
            if !self.taken.has(element) {
                left.push(words);
            }
        });
        left.iter().for_each(|words| self.office.leave(words, Reason::Unread));
        // A part is gone after its walk, and another may come to lie at the same addresses.
        self.taken = Taken::default();
        Ok(())
    }

    /// All that was found.
    pub(super) fn finish(mut self) -> Office {
        if self.numbering.has_other {
            let note = "letters or Roman numerals before items have become bullets";
            self.office.notes.push(note.to_owned());
        }
        self.office
    }

    /// Paragraphs, tables and what wraps them.
    fn blocks(
        &mut self,
        parent: &Element,
        links: &Relations,
        holder: usize,
        in_table: bool,
    ) -> Result<(), Refusal> {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:p" => self.paragraph(element, links, holder)?,
                "w:tbl" => self.table(element, links, holder, in_table)?,
                "mc:AlternateContent" => {
                    let (branch, others) = chosen(element);
                    for other in others {
                        other.each_text(&mut |holder, _| self.taken.take(holder));
                        if let Some(text) = other.says_more_than(branch) {
                            self.office.leave(&text, Reason::OlderCopy);
                        }
                    }
                    if let Some(branch) = branch {
                        self.blocks(branch, links, holder, in_table)?;
                    }
                }
                // Their text is said by the paragraphs inside only.
                "w:sectPr" | "w:sdtPr" | "w:pPr" => {}
                _ => self.blocks(element, links, holder, in_table)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, element: &Element, links: &Relations, holder: usize) -> Result<(), Refusal> {
        let properties = element.child("w:pPr");
        let style = properties.and_then(|p| p.child("w:pStyle")).and_then(|s| s.attr("w:val"));
        let named = self.styles.paragraph(style);
        let mut tools = Tools {
            styles: self.styles,
            links,
            page: &self.page,
            fields: &mut self.fields,
            taken: &mut self.taken,
        };
        let read = inline(element, named.looks, &mut tools);
        self.office.tracked |= read.tracked;
        for left in &read.left {
            self.office.leave(&left.text, left.reason);
        }
        let holder = self.framed(properties, holder);
        let size = read.size.map(|half| Pt::new(half as f32 / 2.0));
        let blank = read.pieces.iter().all(|piece| piece.text.trim().is_empty());
        let mark = if blank { None } else { self.numbering.next(InList::of(properties).over(named.list)) };
        self.office.add(Paragraph {
            pieces: read.pieces.clone(),
            holder,
            size,
            style: named.style,
            mark,
            ..Paragraph::default()
        });
        self.advance(&read, named.looks.size, holder);
        read.shapes.into_iter().try_for_each(|shape| self.shape(shape, links))
    }

    /// Paragraphs of one frame stand in one holder.
    fn framed(&mut self, properties: Option<&Element>, holder: usize) -> usize {
        let frame = properties.and_then(|properties| properties.child("w:framePr"));
        let Some((place, reckoned)) = frame.and_then(|frame| self.page.framed(frame)) else {
            self.frame = None;
            return holder;
        };
        match self.frame {
            Some((before, holder)) if before == place => holder,
            _ => {
                let holder = Holder { kind: HolderKind::Box, place: Some(place), sheet: 0, reckoned };
                let holder = self.office.hold(holder);
                self.frame = Some((place, holder));
                holder
            }
        }
    }

    /// Reckons how far down the page the running text has come.
    fn advance(&mut self, read: &Inline<'_>, usual: Option<u32>, holder: usize) {
        if self.office.holders[holder].kind != HolderKind::Flow {
            return;
        }
        let size = read.size.or(usual).map_or(USUAL_SIZE, |half| Pt::new(half as f32 / 2.0));
        let letters = read.pieces.iter().map(|piece| piece.text.chars().count()).sum::<usize>();
        let width = (self.page.size.w - self.page.margins.across()).max(Pt::mm(10.0));
        let lines = (size * LETTER * letters as f32 / width).ceil().max(1.0);
        self.page.y += size * LINE * lines;
        let (typed, noted) = read.page_breaks;
        for _ in 0..(if self.noted_breaks { noted } else { typed }) {
            self.page.turn();
        }
    }

    fn shape(&mut self, shape: Shape<'_>, links: &Relations) -> Result<(), Refusal> {
        match shape.content {
            Content::Text(content) => {
                let holder = self.office.hold(shape.holder);
                self.blocks(content, links, holder, false)
            }
            Content::WordArt(element) => {
                self.taken.take(element);
                let words = element.attr("string").unwrap_or_default();
                let holder = self.office.hold(shape.holder);
                self.line(words, holder, None);
                Ok(())
            }
            Content::Diagram(id) => {
                let Some(root) = self.related(id, links)? else { return Ok(()) };
                let holder = self.office.hold(shape.holder);
                diagram(&root).iter().for_each(|words| self.line(words, holder, Some(Mark::Bullet(0))));
                Ok(())
            }
            Content::Chart(id) => {
                let Some(root) = self.related(id, links)? else { return Ok(()) };
                let mut words = String::new();
                root.walk(&mut |_, text| words.extend(text.map(|text| format!("{text} "))));
                self.office.leave(&words, Reason::Chart);
                Ok(())
            }
        }
    }

    fn related(&self, id: &str, links: &Relations) -> Result<Option<Element>, Refusal> {
        let Some(part) = links.get(id).filter(|relation| !relation.outside) else { return Ok(None) };
        self.package.tree(&part.target)
    }

    fn line(&mut self, words: &str, holder: usize, mark: Option<Mark>) {
        let pieces = vec![Piece { text: words.to_owned(), ..Piece::default() }];
        self.office.add(Paragraph { pieces, holder, mark, ..Paragraph::default() });
    }

    /// Each cell is a holder; a table inside a table belongs to its cell.
    fn table(
        &mut self,
        table: &Element,
        links: &Relations,
        holder: usize,
        in_table: bool,
    ) -> Result<(), Refusal> {
        if in_table || self.office.holders[holder].kind != HolderKind::Flow {
            return self.rows(table, &mut |walk, cell, _| walk.blocks(cell, links, holder, true));
        }
        self.tables += 1;
        let sheet = self.tables;
        let columns: Vec<Pt> = table
            .child("w:tblGrid")
            .into_iter()
            .flat_map(Element::elements)
            .map(|column| twips(column, "w:w").unwrap_or(ROW))
            .collect();
        self.rows(table, &mut |walk, cell, (row, from, to)| {
            let edge = |at: usize| columns.iter().take(at).copied().sum::<Pt>();
            let width = if to <= columns.len() { edge(to) - edge(from) } else { ROW * (to - from) as f32 };
            let left = if to <= columns.len() { edge(from) } else { ROW * from as f32 };
            let place = Rect::new(left, ROW * row as f32, width, ROW);
            let kind = HolderKind::Cell;
            let holder = walk.office.hold(Holder { kind, place: Some(place), sheet, reckoned: false });
            walk.blocks(cell, links, holder, true)
        })
    }

    /// Calls `each` with every cell, its row, and the columns that it begins and ends before.
    fn rows(
        &mut self,
        table: &Element,
        each: &mut impl FnMut(&mut Self, &Element, (usize, usize, usize)) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut rows = Vec::new();
        unwrapped(table, "w:tr", &mut rows);
        for (row, element) in rows.into_iter().enumerate() {
            let span = |properties: Option<&Element>, name: &str| {
                let value = properties.and_then(|p| p.child(name)).and_then(|e| e.attr("w:val"));
                value.and_then(|text| text.parse::<usize>().ok()).unwrap_or(0).min(100)
            };
            let mut column = span(element.child("w:trPr"), "w:gridBefore");
            let mut cells = Vec::new();
            unwrapped(element, "w:tc", &mut cells);
            for cell in cells {
                let to = column + span(cell.child("w:tcPr"), "w:gridSpan").max(1);
                each(self, cell, (row, column, to))?;
                column = to;
            }
        }
        Ok(())
    }
}

/// The rows of a table or cells of a row, also where a content control or a marked change wraps them.
fn unwrapped<'e>(parent: &'e Element, name: &str, found: &mut Vec<&'e Element>) {
    for element in parent.elements() {
        match element.name.as_str() {
            own if own == name => found.push(element),
            "w:tc" | "w:tr" => {}
            _ => unwrapped(element, name, found),
        }
    }
}
