//! Targets: says what file is asked for, never how it is made.

use crate::geom::Pt;

/// The file that a document is written as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// For screens and screen readers: tagged, PDF/UA-1 and PDF/A-2a, sRGB, links.
    Screen,
    /// For a press: PDF/X-4, CMYK, bleed, no links.
    Print(Press),
}

/// What a press wants to be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// How far art runs over the trimmed edge.
    pub bleed: Pt,
    /// Whether crop marks stand outside the bleed.
    pub marks: bool,
}

/// A moment, as seconds since 1970 in UTC: given from outside, for the library has no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Timestamp(pub i64);
