//! Placements: says where a finished page stands on a sheet.

use super::tags::Artifact;
use crate::geom::{Rect, Transform};

/// Names a form of a document: a finished page that is drawn once and may stand on many sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId(pub u16);

/// A form on a sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// Which.
    pub form: FormId,
    /// Where its points come to lie on the sheet.
    pub transform: Transform,
    /// What is seen of it, on the sheet: its trimmed page and as much bleed as there is room for.
    pub clip: Rect,
    /// What it means.
    pub meaning: Meaning,
}

/// What a form on a sheet means to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// What its own tags say. A form may be read at one place only: its marks have one meaning, and PDF/UA
    /// forbids a tagged form to be drawn twice.
    Own,
    /// Nothing: it repeats what is read elsewhere.
    Artifact(Artifact),
}
