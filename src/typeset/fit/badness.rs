//! Badness: takes what a page is bad at, gives the one number by which ways to set it are compared.

use crate::geom::Pt;

/// What a point of difference between the ends of two columns costs.
pub(super) const UNEVEN: f32 = 0.08;
/// What an e-mail address costs that has much smaller letters than it should, and a third of what one costs that is torn.
pub(super) const TORN: f32 = 4.0;
/// What a bare page would cost.
pub(super) const BARE: f32 = 60.0;
/// What a number costs that has to be smaller than its floor, for each part of the floor.
pub(super) const NUMBERS: f32 = 80.0;

/// The terms of the badness of a page, each in tenths of a point of body size.
///
/// Of all ways that fit at a size, the one of the least sum is taken, so a term says how much type a reader would give
/// up to be rid of what it counts. An arrangement costs what its layout file says, and 40 more if it is one for pages
/// that do not fit otherwise, and 12 for each e-mail address that it tears into more than two lines, and 4 for each
/// that it makes small. A section that is broken between two paragraphs at the end of a column costs 6 (over half a
/// point), a very long paragraph 7, a list 10, anything else 16. Columns that end apart cost `UNEVEN`, 0.08 a point: 75
/// pt apart, a tenth of the page, is as bad as a broken section. What is bare beside panels costs `BARE`, 60 times its
/// share of the page: a tenth of a page weighs the same again. Numbers below their floors cost `NUMBERS`, 80 times the
/// part that is lacking, so that 15 in 100 weigh 12 and they give way last. The weights are those of the design's own
/// search, which was tuned by looking at twelve posters of four looks; they are compared with nothing but each other,
/// so only their ratios matter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Badness {
    /// What the arrangement costs.
    pub arrangement: f32,
    /// Sections and lists that the ends of columns break.
    pub breaks: f32,
    /// Columns that end at different heights.
    pub uneven: f32,
    /// What is bare of panels.
    pub bare: f32,
    /// Numbers smaller than they should be.
    pub numbers: f32,
}

impl Badness {
    /// All terms together.
    #[must_use]
    pub fn total(&self) -> f32 {
        self.terms().iter().map(|(_, term)| term).sum()
    }

    /// Each term with its name.
    #[must_use]
    pub const fn terms(&self) -> [(&'static str, f32); 5] {
        [
            ("arrangement", self.arrangement),
            ("breaks", self.breaks),
            ("uneven", self.uneven),
            ("bare", self.bare),
            ("numbers", self.numbers),
        ]
    }

    /// How far apart the columns end, all of the page together.
    #[must_use]
    pub fn apart(&self) -> Pt {
        Pt::new(self.uneven / UNEVEN)
    }

    /// Which part of the page is bare beside panels.
    #[must_use]
    pub fn share_bare(&self) -> f32 {
        self.bare / BARE
    }
}
