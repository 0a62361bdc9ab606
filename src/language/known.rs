//! The languages that have a file in `languages/`: takes nothing, gives what those files say.
//!
//! The build script reads the files and refuses one that is not whole, so nothing here can be missing.

use super::direction::Direction;
use super::word::WORDS;

/// What one file of `languages/` says.
#[derive(Debug, PartialEq, Eq)]
pub struct Known {
    /// Its tag, which is the name of the file.
    pub tag: &'static str,
    /// Further tags that mean the same.
    pub also: &'static [&'static str],
    /// What it is called in English.
    pub name: &'static str,
    /// What it calls itself.
    pub own_name: &'static str,
    /// The script it is written in (ISO 15924).
    pub script: &'static str,
    /// The way in which its lines run.
    pub direction: Direction,
    /// Who has read the words and found them right.
    pub checked_by: &'static str,
    /// Whether the Flesch–Kincaid formula holds for it, so that long sentences and hard words are told.
    pub reading: bool,
    /// Words that are of this language and of no other.
    pub telling: &'static [&'static str],
    /// Its pairs of quotation marks, the usual one first.
    pub quotes: &'static [(char, char)],
    /// Every word that the program prints, in the order of [`super::Word`].
    pub words: [&'static str; WORDS],
}

/// The pairs of quotation marks of all languages.
pub(super) const fn pairs() -> &'static [(char, char)] {
    PAIRS
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));
