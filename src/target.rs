//! Targets: says what file is asked for, never how it is made.

use crate::geom::Pt;

/// The file that a document is written as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// For screens and screen readers: tagged, PDF/UA-1 and PDF/A-2a, sRGB, links.
    Screen,
    /// The same pages as PDF 2.0: PDF/UA-2, Well-Tagged PDF 1.0 (accessibility and reuse) and PDF/A-4. The older
    /// standards want another header, so no file can keep both.
    ScreenUa2,
    /// For a press: CMYK, bleed, no links, by one of the standards for that.
    Print(Press),
}

impl Target {
    /// Whether it is read on a screen: with tags, links and bookmarks, in colours of light.
    #[must_use]
    pub const fn is_screen(self) -> bool {
        match self {
            Target::Screen | Target::ScreenUa2 => true,
            Target::Print(_) => false,
        }
    }
}

/// What a press wants to be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// By which rules the file is made.
    pub exchange: Exchange,
    /// How far art runs over the trimmed edge.
    pub bleed: Pt,
    /// Whether crop marks stand outside the bleed.
    pub marks: bool,
}

/// The standards by which files are handed to a press.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exchange {
    /// PDF/X-4 (ISO 15930-7): PDF 1.6, in which a logo may let its ground through.
    #[default]
    X4,
    /// PDF/X-1a:2003 (ISO 15930-4): PDF 1.4, flat. Older presses and many print shops on the web ask for it.
    X1a,
}

/// A moment, as seconds since 1970 in UTC: given from outside, for the library has no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Timestamp(pub i64);
