//! Pages that text runs through: takes a layout whose text runs from page to page, gives its pages.
//!
//! Text is cut into pieces that are never divided, the pieces are poured into the rooms of the pages, and each page is
//! drawn with the frames around its room. Where as many pages are made as are needed, type has one size; where there are
//! so many, the first of the layout's forms in which it is large enough is taken.

mod book;
mod draw;
mod notes;
mod pieces;
mod pour;
mod room;
mod sheet;

use book::{Book, PageSet, Text};
use draw::Cursor;
use notes::Beside;
use pieces::Piece;
use room::{Forms, MOST_ROOM};
use sheet::Sheet;

use super::canvas::Canvas;
use super::content::Spot;
use super::place::Placer;
use super::store::Store;
use super::trial::{Break, Edit, Trial};
use super::{Badness, Material, Misfit, Why};
use crate::geom::{Pt, Rect};
use crate::layout::{Columns, Form, Shares};
use crate::page::StructTree;

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
    let layout = material.layout;
    if let Some(form) = layout.forms.iter().find(|form| form.as_needed) {
        let nothing = || {
            let (frame, over) = (form.name.clone(), layout.size.h);
            vec![Misfit { words: None, cuts: Vec::new(), over, section: None, frame }]
        };
        return as_needed(material, form, store, canvas).ok_or_else(nothing);
    }
    let books: Vec<Book<'_, '_>> =
        layout.forms.iter().filter_map(|form| Book::new(material, form, store)).collect();
    let forms = Forms { books: &books, words: word_counts(material) };
    let best = books.iter().find_map(|book| book.best().map(|(pages, pieces)| (book, pages, pieces)));
    let Some((book, pages, pieces)) = best else { return Err(vec![forms.misfit()]) };
    let room = forms.room();
    let why = draw(material, (book, &pages, &pieces), canvas);
    let sizes = || pages.iter().map(|page| page.trial.body);
    let body = (sizes().reduce(Pt::min).unwrap_or_default(), sizes().reduce(Pt::max).unwrap_or_default());
    Ok(Set { body, room, why })
}

/// How many words more pages hold at the smallest size, which is told sooner than how they are set; `None` where they
/// do not hold what there is. The last form holds most, so it alone is asked.
pub(super) fn room(material: &Material<'_>, store: &mut Store) -> Option<usize> {
    let form = material.layout.forms.last()?;
    let book = Book::new(material, form, store)?;
    let words = word_counts(material);
    book.holds(&Edit::Nothing).then(|| Forms { books: std::slice::from_ref(&book), words }.room())
}

/// The number of each section, and how many words it has.
fn word_counts(material: &Material<'_>) -> Vec<(usize, usize)> {
    let sections = (1..).zip(&material.briefing.sections);
    sections.map(|(number, section)| (number, section.words())).collect()
}

/// Draws the pages of a form.
fn draw(
    material: &Material<'_>,
    (book, pages, pieces): (&Book<'_, '_>, &[PageSet<'_>], &[Piece]),
    canvas: &mut Canvas<'_>,
) -> Vec<Why> {
    let layout = material.layout;
    let mut cursor = Cursor::default();
    let mut why = Vec::new();
    for (ways, page) in book.pages.iter().zip(pages) {
        let (sheet, trial) = (&ways[page.way], &page.trial);
        canvas.begin(layout.size, layout.bleed, layout.safe);
        let plain = book.plain(trial.body, &Edit::Nothing);
        let mut run = |canvas: &mut Canvas<'_>, spot: &Spot<'_>| {
            let Some(strands) = sheet.strands() else { return };
            match (&page.text, &strands.thread.notes) {
                (Text::Beside(sections), Some(notes)) => {
                    Beside { strands, notes, sections, room: spot.area }.draw(canvas, spot, &mut cursor);
                }
                (Text::Beside(_), None) => {}
                (Text::Poured(rooms), _) => {
                    let spot = Spot { trial: &plain, ..*spot };
                    for (room, range) in rooms {
                        cursor.room(canvas, (strands, &spot), &pieces[range.clone()], *room);
                    }
                }
            }
        };
        Placer { layout, trial, parent: StructTree::ROOT }.page_with(canvas, &sheet.boxes, &mut run);
        let names = [&book.form.name, &sheet.arrangement.name];
        let named: Vec<&str> =
            names.into_iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        why.push(Why {
            arrangement: named.join(": "),
            ways: ways.len(),
            badness: Badness::default(),
            keep: 1.0,
            body: Some(trial.body),
            numbers: std::mem::take(&mut canvas.numbers),
            grown: trial.shares,
        });
    }
    why
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
