//! Faces: takes font files as bytes, gives metrics, coverage and the face for a weight.

use std::borrow::Cow;

/// Weight of a face, as in CSS and OpenType: 400 regular, 700 bold, 800 extra bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(pub u16);

impl Weight {
    /// Running text.
    pub const REGULAR: Weight = Weight(400);
    /// Emphasis and headings.
    pub const BOLD: Weight = Weight(700);
    /// Titles and numbers.
    pub const EXTRA_BOLD: Weight = Weight(800);
}

/// Names a face of a `FontSet`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontId(pub u16);

/// Heights of a face, as parts of an em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Top of the tallest letters above the baseline.
    pub ascent: f32,
    /// Bottom of the lowest letters below the baseline, positive.
    pub descent: f32,
    /// Height of capitals and figures.
    pub cap_height: f32,
    /// Height of a small x.
    pub x_height: f32,
}

/// One font file.
#[derive(Clone, Debug)]
pub struct Face {
    /// PostScript name.
    pub name: String,
    /// Family name.
    pub family: String,
    /// Weight.
    pub weight: Weight,
    /// Heights.
    pub metrics: Metrics,
    /// The file.
    pub data: Cow<'static, [u8]>,
}
