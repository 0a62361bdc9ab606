//! Letters on test sheets: takes plain words and a place, gives them as one run of glyphs.
//!
//! The words are English and the program's own, so a face's glyph for each letter is all that they need.

use crate::color::Paint;
use crate::font::{FontSet, Weight};
use crate::geom::{Point, Pt};
use crate::page::{Document, Glyph, GlyphRun, ItemKind};

/// Sets words, and keeps their glyphs in the document that they stand in.
pub(super) struct Letters<'a> {
    pub document: &'a mut Document,
    pub faces: &'a FontSet,
}

impl Letters<'_> {
    /// Words on a baseline whose middle is `middle`.
    pub(super) fn centered(&mut self, words: &str, weight: Weight, size: Pt, middle: Point) -> ItemKind {
        let font = self.faces.primary(weight);
        let arena = &mut self.document.arena;
        let first = arena.glyphs.len();
        for c in words.chars() {
            // A face without a letter of plain English is refused when fonts are read.
            let Some(id) = self.faces.glyph(font, c) else { continue };
            let start = arena.text.len();
            arena.text.push(c);
            arena.glyphs.push(Glyph {
                id,
                advance: self.faces.advance(font, id),
                dx: 0.0,
                dy: 0.0,
                text_start: u32::try_from(start).unwrap_or(u32::MAX),
                text_len: u16::try_from(c.len_utf8()).unwrap_or(1),
            });
        }
        let width: f32 = arena.glyphs[first..].iter().map(|glyph| glyph.advance / 1000.0).sum();
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let glyphs = number(first)..number(arena.glyphs.len());
        let origin = middle.moved(size * width / -2.0, Pt::ZERO);
        ItemKind::Glyphs(GlyphRun { font, size, origin, paint: Paint::BLACK, glyphs })
    }
}
