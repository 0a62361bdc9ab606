//! Shaping: takes paragraphs as pieces of text, gives lines of glyphs for any width.
//!
//! A paragraph is shaped once, and all its lengths are in thousandths of an em, and broken as often as copyfit asks, for an
//! advance grows with the type size and the choice of glyphs does not. Nothing here knows a page, a
//! frame or a type size; the shaping engine shows itself in `engine`, `faces` and `copy`, and in
//! `vocabulary`, which learns words from it.

mod break_lines;
mod copy;
mod coverage;
mod divide;
mod engine;
mod even;
mod faces;
mod join;
mod keep;
mod line;
mod shaped;
mod shaper;
mod thinned;
mod vocabulary;

pub use break_lines::{LineRange, LineRanges, Stretch};
pub use coverage::{helpful_family, look_alike, missing, ordinary};
pub use join::{ParagraphSpec, Piece};
pub use line::{Line, LineRun};
pub use shaped::{Shaped, ShapedGlyph};
pub use shaper::Shaper;
pub use thinned::lines_of_words;
