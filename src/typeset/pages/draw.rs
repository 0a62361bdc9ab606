//! Drawing: takes the pieces of a room, draws them below each other with their meaning; what goes on in the next room
//! stays one paragraph, one list and one section for those who listen.

use std::ops::Range;

use super::pieces::{Kind, Piece};
use crate::geom::{Point, Pt, Rect};
use crate::page::{ElemId, Role, StructTree};
use crate::style::Swatch;
use crate::typeset::canvas::Canvas;
use crate::typeset::content::{Drawing, OpenLists, Spot, Strands, Title};

/// How far what runs through the pages has been drawn.
#[derive(Default)]
pub(super) struct Cursor {
    /// The section that is open: its lists, and the element of the paragraph that was begun last.
    section: Option<(OpenLists, Option<ElemId>)>,
    /// The contacts that are open: their section and their list.
    contacts: Option<(ElemId, Option<ElemId>)>,
}

impl Cursor {
    /// Draws pieces down a room.
    pub(super) fn room(
        &mut self,
        canvas: &mut Canvas<'_>,
        (strands, spot): (&Strands<'_>, &Spot<'_>),
        pieces: &[Piece],
        room: Rect,
    ) {
        let mut y = room.y;
        let mut at = 0;
        while at < pieces.len() {
            let count = run(&pieces[at..]);
            let run = &pieces[at..at + count];
            if at > 0 {
                y += run[0].gap;
            }
            self.piece(canvas, (strands, spot), run, Point::new(room.x, y), room.w);
            y += run.iter().map(|piece| piece.height).sum::<Pt>();
            at += count;
        }
    }

    /// Draws a piece, or lines of one paragraph that stand together.
    fn piece(
        &mut self,
        canvas: &mut Canvas<'_>,
        (strands, spot): (&Strands<'_>, &Spot<'_>),
        run: &[Piece],
        at: Point,
        width: Pt,
    ) {
        let drawing = Drawing { flow: &strands.flow, spot };
        match &run[0].kind {
            Kind::Title(section) => {
                let section = &strands.flow.sections[*section];
                let (lists, _) = drawing.begin_section(canvas, section, at, width);
                (self.section, self.contacts) = (Some((lists, None)), None);
            }
            Kind::Lines(section, place, _) => {
                self.lines(canvas, (strands, spot), (*section, *place, lines_of(run)), at, width);
            }
            Kind::ContactsTitle => {
                let sect = canvas.elem(StructTree::ROOT, Role::Sect);
                let (words, shaped) = &strands.title;
                let title = Title { words, shaped, number: (0, shaped), alarm: Some(Swatch::Emergency) };
                strands.flow.place_title(canvas, spot, &title, (at, width), sect);
                (self.section, self.contacts) = (None, Some((sect, None)));
            }
            Kind::Contact(index) => {
                let (Some(contacts), Some((sect, list))) = (&strands.contacts, &mut self.contacts) else {
                    return;
                };
                let list = *list.get_or_insert_with(|| canvas.elem(*sect, Role::L));
                contacts.place_block(*index, canvas, spot, (at, width), list);
            }
        }
    }

    fn lines(
        &mut self,
        canvas: &mut Canvas<'_>,
        (strands, spot): (&Strands<'_>, &Spot<'_>),
        (section, place, range): (usize, usize, Range<usize>),
        at: Point,
        width: Pt,
    ) {
        let flow = &strands.flow;
        let para = &flow.sections[section].paras[place];
        let drawing = Drawing { flow, spot };
        if self.section.is_none() {
            let sect = canvas.elem(StructTree::ROOT, Role::Sect);
            self.section = Some((OpenLists::new(sect), None));
        }
        let Some((lists, open)) = &mut self.section else { return };
        let elem = match open {
            Some(elem) if range.start > 0 => *elem,
            _ => lists.open(canvas, para),
        };
        *open = Some(elem);
        drawing.para(canvas, para, &flow.body_style(spot.trial), (at, width), (elem, lists, range));
    }
}

/// How many pieces from the first on are lines of the same paragraph, one after the other.
fn run(pieces: &[Piece]) -> usize {
    let Kind::Lines(section, place, _) = pieces[0].kind else { return 1 };
    let goes_on = |piece: &&Piece| match &piece.kind {
        Kind::Lines(other, para, range) => {
            (*other, *para) == (section, place)
                && (range.start > 0 || std::ptr::eq(*piece, &raw const pieces[0]))
        }
        _ => false,
    };
    pieces.iter().take_while(goes_on).count().max(1)
}

/// The lines of pieces of one paragraph.
fn lines_of(run: &[Piece]) -> Range<usize> {
    let range = |piece: &Piece| match &piece.kind {
        Kind::Lines(_, _, range) => range.clone(),
        _ => 0..0,
    };
    let (first, last) = (range(&run[0]), range(&run[run.len() - 1]));
    first.start..last.end
}
