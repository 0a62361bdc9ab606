//! `fonts/subsets.bin`: what is stored of the faces inside the program is what would be made of them.

use briefpress::font::{FontId, FontSet, Weight};
use briefpress::pdf::stored_subsets;
use briefpress::text::{ParagraphSpec, Piece, Shaper};

/// `BLESS=1` writes it anew.
#[test]
fn stored_subsets_are_what_is_made_of_the_faces() {
    let bytes = stored_subsets(figures).expect("the faces are sound");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/subsets.bin");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(file, &bytes).expect("the repository can be written");
    }
    assert!(std::fs::read(file).expect("it is there") == bytes, "BLESS=1 writes it anew");
}

/// Of the face of telephone numbers figures of equal width too, for every number has others of them.
fn figures(faces: &FontSet, id: FontId) -> Vec<(u16, char)> {
    if faces.face(id).weight != Weight::EXTRA_BOLD {
        return Vec::new();
    }
    let text: String = ('0'..='9').collect();
    let piece = Piece { text: &text, weight: Weight::EXTRA_BOLD, tabular: true, key: 0, keep: false };
    let shaped = Shaper::new(faces).shape(&ParagraphSpec { pieces: &[piece], language: "en" });
    let line = &shaped.break_lines(f32::INFINITY)[0];
    let runs = shaped.line(line).runs;
    let glyphs: Vec<u16> = runs.iter().flat_map(|run| run.glyphs).map(|glyph| glyph.id).collect();
    assert_eq!(glyphs.len(), 10);
    glyphs.into_iter().zip('0'..='9').collect()
}
