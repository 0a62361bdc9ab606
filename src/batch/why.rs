//! Why: takes why a page is as it is, gives it in numbers that records and reports keep.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::geom::Pt;
use crate::layout::Token;
use crate::pipeline::Why;

/// Why a page is as it is. What is usual, or nothing, is left out where it is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PageWhy {
    /// The arrangement that was chosen, where there is more than one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub arrangement: String,
    /// Of how many it was chosen.
    pub ways: usize,
    /// Size of running text, in points, where there is any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<f32>,
    /// The number for immediate danger and its size, in points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<(String, f32)>,
    /// The size of all other numbers, in points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<f32>,
    /// Which part of their smallest sizes numbers keep, where the page is so full that they had to give way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<f32>,
    /// What has grown into the room that was left, by the word that layout files use, each more than 0 and up to 1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub grown: BTreeMap<String, f32>,
    /// The terms of its badness that are not 0, in tenths of a point of running text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub badness: BTreeMap<String, f32>,
    /// By how much the ends of its columns differ, in points, and which part of it is bare of panels, as it was chosen.
    #[serde(default, skip_serializing_if = "is_none")]
    pub seen: (f32, f32),
}

/// Why the pages of a document are as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentWhy {
    /// Its name.
    pub document: String,
    /// Page by page.
    pub pages: Vec<PageWhy>,
}

fn is_none((apart, bare): &(f32, f32)) -> bool {
    *apart == 0.0 && *bare == 0.0
}

impl PageWhy {
    /// Of a page.
    pub(super) fn new(why: &Why) -> Self {
        let points = |size: Pt| rounded(size.get());
        let badness = why.badness;
        let terms = badness.terms().into_iter().map(|(name, term)| (name, rounded(term)));
        let grown = Token::NAMES.iter().map(|(name, token)| (*name, rounded(why.grown.of(*token))));
        PageWhy {
            arrangement: why.arrangement.clone(),
            ways: why.ways,
            body: why.body.map(points),
            alarm: why.numbers.alarm.as_ref().map(|(text, size)| (text.clone(), points(*size))),
            numbers: why.numbers.others.map(points),
            keep: (why.keep < 1.0).then_some(rounded(why.keep)),
            grown: some(grown),
            badness: some(terms),
            seen: (rounded(badness.apart().get()), rounded(badness.share_bare())),
        }
    }

    /// All terms of its badness together.
    #[must_use]
    pub fn total(&self) -> f32 {
        self.badness.values().fold(0.0, |sum, term| sum + term)
    }
}

/// Those that are more than 0, with names of their own.
fn some<'n>(all: impl Iterator<Item = (&'n str, f32)>) -> BTreeMap<String, f32> {
    all.filter(|(_, value)| *value > 0.0).map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A hundredth is more than anybody sees.
fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
