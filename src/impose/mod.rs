//! Imposition: takes finished pages and the description of a sheet, gives a document of sheets.
//!
//! Pages are moved, turned and scaled, never changed, and each is kept once, as a form. Knows nothing of what the
//! pages say and of what file is asked for.

mod letters;
mod marks;
mod order;
mod sides;
mod test_sheet;

use crate::geom::{Point, Pt, Transform};
use crate::layout::{Flip, Order, Sheet};
use crate::page::{Artifact, Document, FormId, Link, Meaning, OutlineEntry, Page, Placement, Printing, Tag};

use order::Side;
use sides::Sides;

pub use test_sheet::test_sheets;

/// A sheet, and how the printer at hand is to be met.
#[derive(Clone, Debug, PartialEq)]
pub struct Imposition {
    /// Where pages stand.
    pub sheet: Sheet,
    /// How the paper is turned over, where it is not as the sheet says.
    pub flip: Option<Flip>,
    /// Moves everything on fronts to the right and down, against a printer's drift.
    pub offset: Point,
    /// The same for backs, where they drift in another way.
    pub offset_back: Option<Point>,
    /// The first cell that is filled, counted from 1 along the rows of the front: those before it are gone.
    pub start_at: u8,
}

impl Imposition {
    fn sides(&self) -> Sides<'_> {
        let back = self.offset_back.unwrap_or(self.offset);
        let flip = self.flip.unwrap_or(self.sheet.flip);
        Sides { sheet: &self.sheet, flip, offsets: [self.offset, back] }
    }

    /// How a printer is to be set for it.
    #[must_use]
    pub fn printing(&self) -> Printing {
        match (self.sheet.order, self.flip.unwrap_or(self.sheet.flip)) {
            (Order::Reading, _) => Printing::OneSide,
            (_, Flip::LongEdge) => Printing::LongEdge,
            (_, Flip::ShortEdge) => Printing::ShortEdge,
        }
    }
}

/// The sheets of a document. Its tags are kept in their order, each page is read where it stands first, and links
/// and bookmarks lead to their new places.
#[must_use]
pub fn impose(document: &Document, imposition: &Imposition) -> Document {
    let sides = imposition.sides();
    let mut made = Made { read_at: vec![None; document.pages.len()], pages: Vec::new() };
    let gone = usize::from(imposition.start_at.saturating_sub(1));
    for mut side in order::sides(imposition.sheet.order, document.pages.len(), &imposition.sheet) {
        // What lies behind a place of the front has the same number, so backs stay behind their fronts.
        side.pages.iter_mut().take(gone).for_each(|page| *page = None);
        made.sheet(document, &sides, &side);
    }
    let mut sheets = Document {
        metadata: document.metadata.clone(),
        pages: made.pages,
        forms: document.pages.clone(),
        arena: document.arena.clone(),
        tags: document.tags.clone(),
        outline: document.outline.clone(),
        pictures: document.pictures.clone(),
        printing: Some(imposition.printing()),
    };
    for (page, (sheet, transform)) in
        made.read_at.iter().enumerate().filter_map(|(at, read)| Some((at, (*read)?)))
    {
        move_links(&mut sheets, page, sheet, &transform);
        move_figures(&mut sheets, page, &transform);
    }
    sheets.outline.retain_mut(|entry| move_bookmark(entry, &made.read_at));
    sheets
}

/// Sheets in the making.
struct Made {
    /// The sheet on which each page is read, and where on it.
    read_at: Vec<Option<(usize, Transform)>>,
    pages: Vec<Page>,
}

impl Made {
    fn sheet(&mut self, document: &Document, sides: &Sides<'_>, side: &Side) {
        let sheet = sides.sheet;
        let mut page = Page::new(sheet.paper, Pt::ZERO, Pt::ZERO);
        let large = side.is_large.then(|| sheet.place_of_last(document.pages.len())).flatten();
        let large = large.map(|place| sides.place(place, side.back));
        let mut spare = Vec::new();
        for ((column, row), number) in sheet.cells().zip(&side.pages) {
            let cell = sides.cell(column, row, side.back);
            let Some((number, original)) = number.and_then(|at| Some((at, document.pages.get(at)?))) else {
                spare.push(cell);
                continue;
            };
            let transform = Transform::fit(large.unwrap_or(cell), original.size, sides.turn(side.back));
            let read = self.read_at[number].is_none();
            if read {
                self.read_at[number] = Some((self.pages.len(), transform));
            }
            page.placed.push(Placement {
                form: FormId(u16::try_from(number).unwrap_or(u16::MAX)),
                transform,
                clip: large.unwrap_or_else(|| sides.clip(column, row, side.back)),
                // A card that stands ten times on its sheet is read once: the copies are there for the knife.
                meaning: if read { Meaning::Own } else { Meaning::Artifact(Artifact::Page) },
            });
            page.items.extend(marks::around_page(sheet, original.size, &transform, large.is_some()));
        }
        match large {
            Some(large) => page.items.extend(marks::below(sheet, large)),
            None => page.items.extend(spare.into_iter().filter_map(|cell| marks::in_spare(sheet, cell))),
        }
        if sheet.marks {
            page.marks = marks::cuts(sides, side.back);
        }
        self.pages.push(page);
    }
}

/// The links of a page lie on its sheet now: a form has none.
fn move_links(sheets: &mut Document, page: usize, sheet: usize, transform: &Transform) {
    let links = std::mem::take(&mut sheets.forms[page].links);
    let moved = links.into_iter().map(|link| Link { rect: transform.rect(link.rect), ..link });
    sheets.pages[sheet].links.extend(moved);
}

/// Where a figure is drawn is said in the coordinates of its sheet.
fn move_figures(sheets: &mut Document, page: usize, transform: &Transform) {
    let marks = sheets.forms[page].items.iter().filter_map(|item| match item.tag {
        Tag::Content(mark) => Some(sheets.tags.owner(mark)),
        Tag::Artifact(_) => None,
    });
    let mut owners: Vec<_> = marks.collect();
    owners.sort_unstable();
    owners.dedup();
    for owner in owners {
        let elem = sheets.tags.get_mut(owner);
        elem.bbox = elem.bbox.map(|bbox| transform.rect(bbox));
    }
}

/// Whether the bookmark leads anywhere still.
fn move_bookmark(entry: &mut OutlineEntry, read_at: &[Option<(usize, Transform)>]) -> bool {
    let Some((sheet, transform)) = read_at.get(entry.page).copied().flatten() else { return false };
    entry.page = sheet;
    entry.top = transform.point(Point::new(Pt::ZERO, entry.top)).y;
    true
}
