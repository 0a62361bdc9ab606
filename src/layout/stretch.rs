//! Stretch: lengths and multiples with two ends, one for a full page and one for an airy one.

use crate::geom::{Insets, Pt};

/// A number that grows from a full page to an airy one: a multiple of a type size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// On a full page.
    pub tight: f32,
    /// On a page with room.
    pub airy: f32,
}

impl Ends {
    /// The same on every page.
    #[must_use]
    pub const fn fixed(value: f32) -> Self {
        Ends { tight: value, airy: value }
    }

    /// From a full page to an airy one.
    #[must_use]
    pub const fn new(tight: f32, airy: f32) -> Self {
        Ends { tight, airy }
    }

    /// The value at a share of the way from tight to airy.
    #[must_use]
    pub fn at(self, share: f32) -> f32 {
        self.tight + (self.airy - self.tight) * share
    }
}

/// A length that grows from a full page to an airy one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stretch {
    /// On a full page.
    pub tight: Pt,
    /// On a page with room.
    pub airy: Pt,
}

impl Stretch {
    /// The same on every page.
    #[must_use]
    pub const fn fixed(length: Pt) -> Self {
        Stretch { tight: length, airy: length }
    }

    /// The length at a share of the way from tight to airy.
    #[must_use]
    pub fn at(self, share: f32) -> Pt {
        self.tight + (self.airy - self.tight) * share
    }

    /// The same on a page so many times as large.
    #[must_use]
    pub fn times(self, ratio: f32) -> Self {
        Stretch { tight: self.tight * ratio, airy: self.airy * ratio }
    }
}

/// The space between a frame's edge and its content.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Padding {
    /// On a full page.
    pub tight: Insets,
    /// On a page with room.
    pub airy: Insets,
}

impl Padding {
    /// The same on every page.
    #[must_use]
    pub const fn fixed(insets: Insets) -> Self {
        Padding { tight: insets, airy: insets }
    }

    /// The space at a share of the way from tight to airy.
    #[must_use]
    pub fn at(self, share: f32) -> Insets {
        let side = |tight: Pt, airy: Pt| tight + (airy - tight) * share;
        Insets {
            top: side(self.tight.top, self.airy.top),
            right: side(self.tight.right, self.airy.right),
            bottom: side(self.tight.bottom, self.airy.bottom),
            left: side(self.tight.left, self.airy.left),
        }
    }
}
