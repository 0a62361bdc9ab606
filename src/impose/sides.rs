//! Sides: takes a cell of a sheet, gives its place, turn and bleed on the front or on the back of the paper.

use crate::geom::{Point, Pt, Rect, Turn};
use crate::layout::{Flip, Sheet};

/// Less than any knife or printer is off by.
const HAIR: Pt = Pt::mm(0.02);

/// The two sides of a sheet of paper.
pub(super) struct Sides<'a> {
    /// Where cells stand on the front.
    pub sheet: &'a Sheet,
    /// How the paper is turned over.
    pub flip: Flip,
    /// How far everything is moved on fronts and on backs, against the printer's drift.
    pub offsets: [Point; 2],
}

impl Sides<'_> {
    /// Whether turning the paper over swaps left and right; if not, it swaps top and bottom.
    fn swaps_columns(&self) -> bool {
        let upright = self.sheet.paper.h >= self.sheet.paper.w;
        (self.flip == Flip::LongEdge) == upright
    }

    /// A place on the front as it is printed on a side: on the back that which lies behind it.
    pub(super) fn place(&self, front: Rect, back: bool) -> Rect {
        let paper = self.sheet.paper;
        let Rect { x, y, w, h } = front;
        let (x, y) = match (back, self.swaps_columns()) {
            (false, _) => (x, y),
            (true, true) => (paper.w - front.right(), y),
            (true, false) => (x, paper.h - front.bottom()),
        };
        let offset = self.offset(back);
        Rect::new(x + offset.x, y + offset.y, w, h)
    }

    /// How far a side is moved.
    pub(super) fn offset(&self, back: bool) -> Point {
        self.offsets[usize::from(back)]
    }

    /// The place of a cell.
    pub(super) fn cell(&self, column: u8, row: u8, back: bool) -> Rect {
        self.place(self.sheet.cell_at(column, row), back)
    }

    /// How pages are turned on a side. The top of a back lies behind the top of its front, so that a card that is
    /// turned like the page of a book is upright on both sides, however the printer turned the paper.
    pub(super) fn turn(&self, back: bool) -> Turn {
        match (self.sheet.turn, back, self.swaps_columns()) {
            (turn, false, _) => turn,
            (Turn::Right, true, true) => Turn::Left,
            (Turn::Left, true, true) => Turn::Right,
            (Turn::None, true, false) => Turn::Half,
            (Turn::Half, true, false) => Turn::None,
            (turn, true, _) => turn,
        }
    }

    /// What is seen of the page in a cell: all of it, and its bleed as far as its neighbours leave room.
    pub(super) fn clip(&self, column: u8, row: u8, back: bool) -> Rect {
        let sheet = self.sheet;
        let (size, bleed) = (sheet.footprint(), sheet.bleed);
        // Areas that meet overlap by a hair, for screens show a white line between areas that only touch.
        let shared = |gap: Pt| if gap / 2.0 < bleed + HAIR { gap / 2.0 + HAIR } else { bleed };
        let (across, down) = (shared(sheet.pitch.w - size.w), shared(sheet.pitch.h - size.h));
        let at = |outer: bool, inner: Pt| if outer { bleed } else { inner };
        let (left, right) = (at(column == 0, across), at(column + 1 == sheet.columns, across));
        let (top, bottom) = (at(row == 0, down), at(row + 1 == sheet.rows, down));
        let cell = sheet.cell_at(column, row);
        let front = Rect::new(cell.x - left, cell.y - top, cell.w + left + right, cell.h + top + bottom);
        self.place(front, back)
    }

    /// All cells together.
    pub(super) fn block(&self, back: bool) -> Rect {
        self.place(self.sheet.block(), back)
    }
}
