//! The spot: all that a kind of content is told of the page it is drawn on.

use crate::geom::{Pt, Rect, Size};
use crate::layout::VerticalAlign;
use crate::page::ElemId;
use crate::style::Swatch;
use crate::typeset::trial::Trial;

/// Where content goes, at which sizes, and what it belongs to.
pub(in crate::typeset) struct Spot<'s> {
    /// What the frame's padding leaves.
    pub area: Rect,
    /// Left edge of each column that runs through it.
    pub lefts: &'s [Pt],
    /// Width of each column that runs through it.
    pub widths: &'s [Pt],
    /// Where content stands in it when there is spare height.
    pub align: VerticalAlign,
    /// The colour behind it.
    pub ground: Swatch,
    /// The page.
    pub page: Size,
    /// Where the frame ends, with its padding.
    pub foot: Pt,
    /// Whether it ends at the right edge of what it is cut from.
    pub at_right: bool,
    /// Size, looseness and colours.
    pub trial: &'s Trial<'s>,
    /// The element that it belongs to.
    pub parent: ElemId,
}

impl Spot<'_> {
    /// Where content of a height begins.
    pub(super) fn top(&self, height: Pt) -> Pt {
        let spare = (self.area.h - height).max(Pt::ZERO);
        self.area.y
            + match self.align {
                VerticalAlign::Top | VerticalAlign::Spread => Pt::ZERO,
                VerticalAlign::Middle => spare / 2.0,
                VerticalAlign::Bottom => spare,
            }
    }
}
