//! Tagged PDFs: takes the bytes of a PDF, gives what its tags say of its words, in reading order.
//!
//! This is what a screen reader has before it. Only as much of ISO 32000 is read as that needs, and within limits:
//! a file that is damaged or hostile gives a trouble. Knows nothing of briefings, nor of how our own files are made.

mod content;
mod direction;
mod file;
mod latin;
mod letters;
mod lexer;
mod object;
mod pen;
mod roles;
mod say;
mod tree;
mod trouble;
mod unpack;
mod xmp;

pub(crate) use roles::{is_group, is_inline};
pub use say::say;
pub use tree::{Elem, Kid, Tagged, read};
pub use trouble::Trouble;
