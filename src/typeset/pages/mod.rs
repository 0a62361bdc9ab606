//! Pages that text runs through: takes a layout whose text runs from page to page, gives its pages.
//!
//! Text is cut into pieces that are never divided, the pieces are poured into the rooms of the pages, and each page is
//! drawn with the frames around its room. Type has one size where as many pages are made as are needed.

mod draw;
mod pieces;
mod pour;
mod sheet;

use draw::Cursor;
use sheet::Sheet;

use super::canvas::Canvas;
use super::place::Placer;
use super::store::Store;
use super::trial::{Break, Edit, Trial};
use super::{Badness, Material, Misfit, Why};
use crate::geom::{Pt, Rect};
use crate::layout::{Columns, Form, Shares};
use crate::page::StructTree;

/// No page is reported to have room for more words than this.
const MOST_ROOM: usize = 400;

/// What pages came of.
pub(super) struct Set {
    /// The smallest and the largest body size.
    pub body: (Pt, Pt),
    /// How many words more there is room for.
    pub room: usize,
    /// Why each page is as it is.
    pub why: Vec<Why>,
}

/// Sets a document whose text runs from page to page.
///
/// # Errors
/// One `Misfit` where its pages cannot hold the text.
pub(super) fn set(
    material: &Material<'_>,
    store: &mut Store,
    canvas: &mut Canvas<'_>,
) -> Result<Set, Vec<Misfit>> {
    let nothing = || {
        let (frame, over) = (String::new(), Pt::ZERO);
        vec![Misfit { words: None, cuts: Vec::new(), over, section: None, frame }]
    };
    let form = material.layout.forms.first().ok_or_else(nothing)?;
    as_needed(material, form, store, canvas).ok_or_else(nothing)
}

fn trial<'t>(material: &Material<'t>, body: Pt) -> Trial<'t> {
    Trial {
        number: 1,
        body,
        shares: Shares::default(),
        breaks: Break::Any,
        keep: 1.0,
        edit: Edit::Nothing,
        columns: Columns::default(),
        theme: material.theme,
    }
}

/// As many pages as the text needs.
fn as_needed(
    material: &Material<'_>,
    form: &Form,
    store: &mut Store,
    canvas: &mut Canvas<'_>,
) -> Option<Set> {
    let (layout, master) = (material.layout, form.masters.last()?);
    let page = Rect::page(layout.size);
    let trial = trial(material, layout.body.max);
    let mut sheet =
        |number: usize, of: usize| Sheet::ways(material, master, (number, of), store).into_iter().next();
    // Which page it is changes no height, so two of them tell the rooms of all.
    let (first, later) = (sheet(1, 2)?, sheet(2, 2)?);
    let room_of = |sheet: &Sheet<'_>| sheet.rooms(page, &trial).into_iter().next();
    let (first_room, later_room) = (room_of(&first)?, room_of(&later)?);
    let strands = first.strands()?;
    let pieces = pieces::pieces(strands, first_room.w, &trial);
    let rooms = pour::as_needed(&pieces, |room| if room == 0 { first_room.h } else { later_room.h });
    let mut cursor = Cursor::default();
    let mut why = Vec::new();
    for (number, range) in (1..).zip(&rooms) {
        let sheet = sheet(number, rooms.len())?;
        canvas.begin(layout.size, layout.bleed, layout.safe);
        let placer = Placer { layout, trial: &trial, parent: StructTree::ROOT };
        placer.page_with(canvas, &sheet.boxes, &mut |canvas, spot| {
            cursor.room(canvas, (strands, spot), &pieces[range.clone()], spot.area);
        });
        why.push(Why {
            arrangement: sheet.arrangement.name.clone(),
            ways: 1,
            badness: Badness::default(),
            keep: 1.0,
            body: Some(trial.body),
            numbers: std::mem::take(&mut canvas.numbers),
            grown: trial.shares,
        });
    }
    Some(Set { body: (trial.body, trial.body), room: MOST_ROOM, why })
}
