//! Languages: takes a language tag, gives the way its lines run and every word that the program itself prints.
//!
//! A language is one file in `languages/`, read by the build script; adding one is adding that file.

mod direction;
mod known;
mod labels;
mod quotes;
mod tag;
mod word;

pub use direction::Direction;
pub use known::{KNOWN, Known};
pub use labels::Labels;
pub use quotes::{is_quote, quotes_called, unquoted};
pub use tag::Language;
pub use word::Word;

/// A language by the tag of its file, for messages that name it.
#[must_use]
pub fn known(tag: &str) -> Option<&'static Known> {
    Language::new(tag)?.known()
}
