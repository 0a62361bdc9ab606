//! Text: takes words, weights and a width, gives lines of glyphs. Knows no frames and no pages.
//!
//! Words are shaped once at unit size; widths here are in thousandths of an em, so the same shapes serve
//! every type size and every document. Lines are broken by our own arithmetic on the shaped words.

mod cover;
mod keep;
mod shaped;
mod shaper;

pub use cover::{helpful_family, missing};
pub use shaped::{Line, LineRange, LineRun, Shaped, ShapedGlyph};
pub use shaper::{ParagraphSpec, Piece, Shaper};
