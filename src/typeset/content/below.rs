//! Below: takes a contact in a tile that is too narrow for its words beside its code, puts the code below them.

use super::contacts::{Entry, RowKind};
use super::sizes::Scaled;
use super::tiles::Drawing;
use crate::geom::{Pt, Rect};
use crate::layout::Align;
use crate::typeset::canvas::Canvas;

/// Space between the words and the code below them, as a multiple of that between the code and what is beside it.
const ABOVE: f32 = 0.5;

/// What may stand beside the code: the address that it leads to, which says the same.
const fn is_address(kind: RowKind) -> bool {
    matches!(kind, RowKind::Address)
}

impl Scaled<'_, '_> {
    /// Height of a contact whose code stands below its words, whether nothing in it is broken, and whether its address
    /// stands beside the code, where it has room for that.
    pub(super) fn below_code(&self, entry: &Entry<'_>, width: Pt) -> ((Pt, bool), bool) {
        let side = self.qr.min(width);
        let (address, is_whole) = self.rows_height(entry, width - side - self.beside(), is_address);
        let is_beside = is_whole && address <= side && address > Pt::ZERO;
        let (words, is_whole) = self.rows_height(entry, width, |kind| !(is_beside && is_address(kind)));
        ((words + side + self.beside() * ABOVE, is_whole), is_beside)
    }
}

impl Drawing<'_, '_, '_> {
    /// The words over the whole width, and the code at the left below them, with its address beside it.
    pub(super) fn code_below(&self, canvas: &mut Canvas<'_>, inner: Rect) {
        let (scaled, side) = (self.scaled, self.scaled.qr.min(inner.w));
        let ((height, _), is_beside) = scaled.below_code(self.entry, inner.w);
        let top = self.top(inner, height);
        let words = Rect { y: top, ..inner };
        self.rows(canvas, words, Align::Left, |kind| !(is_beside && is_address(kind)));
        let square = Rect::new(inner.x, top + height - side, side, side);
        if is_beside {
            let taken = side + scaled.beside();
            let (address, _) = scaled.rows_height(self.entry, inner.w - taken, is_address);
            let y = square.y + (side - address) / 2.0;
            let beside = Rect { x: inner.x + taken, y, w: inner.w - taken, h: side };
            self.rows(canvas, beside, Align::Left, is_address);
        }
        self.code(canvas, square);
    }
}
