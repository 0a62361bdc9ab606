//! What stands on a page: letters, shapes and pictures, each with its tag.

use std::ops::Range;

use super::tags::{Artifact, MarkId};
use crate::color::Paint;
use crate::font::FontId;
use crate::geom::{Path, Point, Pt, Rect};

/// Names a picture of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PictureId(pub u16);

/// What an item means: a piece of the text, or decoration. There is no third case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Belongs to the element that owns this mark.
    Content(MarkId),
    /// Means nothing to a reader.
    Artifact(Artifact),
}

/// One thing on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageItem {
    /// What it means.
    pub tag: Tag,
    /// What is drawn.
    pub kind: ItemKind,
}

/// What can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    /// Letters on one baseline.
    Glyphs(GlyphRun),
    /// Letters that are read and not seen: the name of a part of the page that the eye finds without one.
    Unseen(GlyphRun),
    /// A filled or stroked shape.
    Path {
        /// Its outlines, filled by the non-zero winding rule.
        path: Path,
        /// The colour inside.
        fill: Option<Paint>,
        /// The line along the outlines.
        stroke: Option<Stroke>,
    },
    /// A picture stretched over a rectangle.
    Picture {
        /// Which.
        picture: PictureId,
        /// Where.
        rect: Rect,
    },
}

impl ItemKind {
    /// The picture, where it is one.
    #[must_use]
    pub const fn picture(&self) -> Option<PictureId> {
        match self {
            ItemKind::Picture { picture, .. } => Some(*picture),
            ItemKind::Glyphs(_) | ItemKind::Unseen(_) | ItemKind::Path { .. } => None,
        }
    }

    /// The letters, seen or not, where it is some.
    #[must_use]
    pub const fn letters(&self) -> Option<&GlyphRun> {
        match self {
            ItemKind::Glyphs(run) | ItemKind::Unseen(run) => Some(run),
            ItemKind::Path { .. } | ItemKind::Picture { .. } => None,
        }
    }
}

/// A line of a width and a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub paint: Paint,
    /// Its width.
    pub width: Pt,
}

/// Letters of one face, size and colour on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// The face.
    pub font: FontId,
    /// The size of an em.
    pub size: Pt,
    /// Where the baseline begins.
    pub origin: Point,
    /// The colour.
    pub paint: Paint,
    /// Which glyphs of the document's arena, in visual order from left to right.
    pub glyphs: Range<u32>,
}

/// One glyph. Lengths are in thousandths of an em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the pen moves after it.
    pub advance: f32,
    /// How far it is drawn to the right of the pen.
    pub dx: f32,
    /// How far it is drawn above the pen.
    pub dy: f32,
    /// First byte of the characters it stands for, in the text of its paragraph while that is set, later in the
    /// arena's.
    pub text_start: u32,
    /// How many bytes; 0 where it belongs to the cluster of the glyph before it.
    pub text_len: u16,
}

/// The glyphs of a whole document and the characters they stand for, each in one block of memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arena {
    /// All glyphs; a `GlyphRun` names a range of them.
    pub glyphs: Vec<Glyph>,
    /// All characters; a `Glyph` names a range of them.
    pub text: String,
}

impl Arena {
    /// The glyphs of a run.
    #[must_use]
    pub fn glyphs(&self, run: &GlyphRun) -> &[Glyph] {
        &self.glyphs[run.glyphs.start as usize..run.glyphs.end as usize]
    }

    /// The glyphs of a run, cluster by cluster: glyphs that stand for the same characters together. The
    /// first of a cluster names the characters; no cluster is empty.
    pub fn clusters(&self, run: &GlyphRun) -> impl Iterator<Item = &[Glyph]> {
        self.glyphs(run).chunk_by(|_, next| next.text_len == 0)
    }

    /// The characters that a glyph stands for.
    #[must_use]
    pub fn text(&self, glyph: &Glyph) -> &str {
        let start = glyph.text_start as usize;
        &self.text[start..start + usize::from(glyph.text_len)]
    }
}
