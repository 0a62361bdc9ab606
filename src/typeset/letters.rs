//! Letters: takes the glyphs of a shaped line, puts them and their characters into the block of memory of a document.

use crate::page::{Arena, Glyph};
use crate::text::Shaped;

/// Takes in glyphs of a text with the characters that they stand for; gives how far the pen moves in all.
pub(super) fn take(arena: &mut Arena, glyphs: &[Glyph], shaped: &Shaped) -> f32 {
    // From left to right they follow each other in the text as they do on the line, and their characters are one piece.
    let mut end = glyphs.first().map_or(0, |glyph| glyph.text_start as usize);
    let first = end;
    let is_one_piece = glyphs.iter().all(|glyph| {
        let starts = glyph.text_len == 0 || glyph.text_start as usize == end;
        end += usize::from(glyph.text_len);
        starts
    });
    let begin = arena.text.len();
    if is_one_piece {
        arena.text.push_str(&shaped.text()[first..end]);
    }
    let mut advance = 0.0;
    for glyph in glyphs {
        let at = match is_one_piece {
            true => begin + (glyph.text_start as usize).saturating_sub(first),
            false => arena.text.len(),
        };
        if !is_one_piece {
            arena.text.push_str(shaped.glyph_text(glyph));
        }
        advance += glyph.advance;
        arena.glyphs.push(Glyph { text_start: u32::try_from(at).unwrap_or(u32::MAX), ..*glyph });
    }
    advance
}
