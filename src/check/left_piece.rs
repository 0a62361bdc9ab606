//! A left-over: a piece of a text that nobody typed, and what is to be done about it.

use std::ops::Range;

/// A piece of a text that nobody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// What is to be said of it: "was left over …".
    pub what: &'static str,
    /// What is to be done about it.
    pub cure: Cure,
}

/// What is to be done about a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cure {
    /// It goes, with a space beside it.
    Cut,
    /// This comes in its place.
    Instead(String),
    /// Only a person can tell.
    Advice(&'static str),
}

/// What is said of most of them.
pub(super) const COPIED: &str = "was left over where the text was copied from";
/// What is said of places that were to be filled in.
pub(super) const TO_COME: &str = "stands for words that were to come";
/// What is said of words that lead to what is not on the page.
pub(super) const AWAY: &str = "leads to what is not on this page";
/// What is to be done where there is no code to scan.
pub(super) const SCAN: Cure =
    Cure::Advice("Write `qr: true` below the `url:` of the contact that it leads to, or delete these words");
/// What is to be done where words were to come.
pub(super) const OWN_WORDS: Cure = Cure::Advice("Write your own words in its place");
/// What led to another place of a file that is not here.
pub(super) const REFERENCE: Cure =
    Cure::Advice("Write the name of the page or heading that it stood for, or delete the sentence");
