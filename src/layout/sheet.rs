//! Sheets: how finished pages are to stand on paper, as plain data. Knows nothing of the pages themselves.

use super::DocumentKind;
use crate::geom::{Paper, Point, Pt, Rect, Size, Turn};

/// A whole sheet file.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What people ask for it by: `avery-c32011`.
    pub name: String,
    /// What it is, in a line.
    pub title: String,
    /// The document whose pages it takes.
    pub document: DocumentKind,
    /// The paper.
    pub paper: Size,
    /// How many cells stand side by side.
    pub columns: u8,
    /// How many stand below each other.
    pub rows: u8,
    /// The size of the pages that the cells hold, upright.
    pub cell: Size,
    /// How each is turned.
    pub turn: Turn,
    /// Top left corner of the first cell.
    pub first: Point,
    /// From one cell to the next, across and down.
    pub pitch: Size,
    /// How far art may run over the edge of a cell, where its neighbours leave room.
    pub bleed: Pt,
    /// Whether the cells are cut out along crop marks; without them the paper is cut already, or stays whole.
    pub marks: bool,
    /// Whether a thin line runs around each page, so that white pages have an edge.
    pub outline: bool,
    /// Which pages come into which cells.
    pub order: Order,
    /// How the paper is turned over to print its back.
    pub flip: Flip,
    /// Ruled lines to write on, for each page.
    pub notes: Option<Notes>,
    /// Where cells are left when the pages are at an end there are lines to write on, so far from one to the next.
    pub spare: Option<Pt>,
}

/// Which pages come into which cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// One page fills all cells of a side: fronts, and on the back of the paper their backs.
    Copies,
    /// Pages follow each other, along the rows.
    Reading,
    /// Pages stand so that sheets laid into each other and folded make a booklet.
    Saddle,
}

/// How paper is turned over between its two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flip {
    /// Over its long edge, like the page of an upright book.
    LongEdge,
    /// Over its short edge, like the page of a wall calendar.
    ShortEdge,
}

/// Ruled lines beside or below a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Notes {
    /// Where they stand.
    pub side: NoteSide,
    /// From the page to the lines.
    pub gap: Pt,
    /// How long they are.
    pub length: Pt,
    /// How many.
    pub lines: u8,
    /// From one to the next.
    pub spacing: Pt,
}

/// Where notes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteSide {
    /// At the right of the page.
    Right,
    /// Below the page.
    Below,
}

impl Notes {
    /// A page, or a block of them, with the notes beside or below it.
    #[must_use]
    pub fn around(&self, page: Rect) -> Rect {
        match self.side {
            NoteSide::Right => Rect { w: page.w + self.gap + self.length, ..page },
            NoteSide::Below => Rect { h: page.h + self.gap + self.spacing * f32::from(self.lines), ..page },
        }
    }
}

impl Sheet {
    /// The room that a cell takes on the paper.
    #[must_use]
    pub const fn footprint(&self) -> Size {
        self.turn.size(self.cell)
    }

    /// The place of a cell on the front, by its column and row.
    #[must_use]
    pub fn cell_at(&self, column: u8, row: u8) -> Rect {
        let size = self.footprint();
        let corner = self.first.moved(self.pitch.w * f32::from(column), self.pitch.h * f32::from(row));
        Rect::new(corner.x, corner.y, size.w, size.h)
    }

    /// All cells, along the rows, with their columns and rows.
    pub fn cells(&self) -> impl Iterator<Item = (u8, u8)> {
        let columns = self.columns;
        (0..self.rows).flat_map(move |row| (0..columns).map(move |column| (column, row)))
    }

    /// From the first cell to the last.
    #[must_use]
    pub fn block(&self) -> Rect {
        let last = self.cell_at(self.columns - 1, self.rows - 1);
        Rect::new(self.first.x, self.first.y, last.right() - self.first.x, last.bottom() - self.first.y)
    }

    /// The place of the last of so many pages where it follows the others and is left alone on its paper: then it is as
    /// large as the room of all cells and the notes beside them.
    #[must_use]
    pub fn place_of_last(&self, pages: usize) -> Option<Rect> {
        let cells = usize::from(self.columns) * usize::from(self.rows);
        let has_notes_below = self.notes.is_some_and(|notes| notes.side == NoteSide::Below);
        if self.order != Order::Reading || cells < 2 || pages % cells != 1 || has_notes_below {
            return None;
        }
        let (room, cell) = (self.room(), self.footprint());
        let scale = (room.w / cell.w).min(room.h / cell.h);
        Some(Rect::new(room.x, room.y, cell.w * scale, cell.h * scale))
    }

    /// From the first cell to the last, with the notes beside or below them.
    #[must_use]
    pub fn room(&self) -> Rect {
        self.notes.map_or(self.block(), |notes| notes.around(self.block()))
    }

    /// How much smaller than they are so many pages of a size become: all of them, and the last.
    #[must_use]
    pub fn scales(&self, page: Size, pages: usize) -> [f32; 2] {
        let turned = self.turn.size(page);
        let fits = |room: Rect| (room.w / turned.w).min(room.h / turned.h);
        let cell = self.cell_at(0, 0);
        [cell, self.place_of_last(pages).unwrap_or(cell)].map(fits)
    }

    /// The same sheet for pages of another size, about the same middle and with the same gaps; `None` if
    /// the paper is cut already, or too small for them.
    #[must_use]
    pub fn for_pages_of(&self, size: Size) -> Option<Sheet> {
        if !self.marks {
            return None;
        }
        let (old, new, block) = (self.footprint(), self.turn.size(size), self.block());
        let pitch = Size::new(self.pitch.w - old.w + new.w, self.pitch.h - old.h + new.h);
        let mut sheet = Sheet { cell: size, pitch, ..self.clone() };
        let (before, after) = (block.center(), sheet.block());
        sheet.first = Point::new(before.x - after.w / 2.0, before.y - after.h / 2.0);
        Rect::page(self.paper).holds(&sheet.block().grown(self.bleed)).then_some(sheet)
    }

    /// The same sheet on other paper, everything in proportion, and in the middle.
    #[must_use]
    pub fn on(&self, paper: Paper) -> Sheet {
        let size = if self.paper.w > self.paper.h { paper.size().turned() } else { paper.size() };
        let scale = (size.w / self.paper.w).min(size.h / self.paper.h);
        let scaled = |size: Size| Size::new(size.w * scale, size.h * scale);
        let (whole, across) = (scaled(self.paper), |at: Pt| at * scale);
        let first = Point::new(
            across(self.first.x) + (size.w - whole.w) / 2.0,
            across(self.first.y) + (size.h - whole.h) / 2.0,
        );
        let notes = self.notes.map(|notes| Notes {
            gap: notes.gap * scale,
            length: notes.length * scale,
            spacing: notes.spacing * scale,
            ..notes
        });
        let (cell, pitch) = (scaled(self.cell), scaled(self.pitch));
        let (bleed, spare) = (self.bleed * scale, self.spare.map(across));
        Sheet { paper: size, cell, pitch, first, notes, bleed, spare, ..self.clone() }
    }
}
