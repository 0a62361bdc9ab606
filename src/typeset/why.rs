//! Why: takes a page as it was fitted and drawn, gives the reasons for its sizes as numbers.

use super::fit::{Badness, Fitted};
use super::leaves::Leaf;
use super::numbers::Numbers;
use crate::geom::Pt;
use crate::layout::Shares;

/// Why a page is as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The arrangement that was chosen; empty where there is one only.
    pub arrangement: String,
    /// Of how many it was chosen.
    pub ways: usize,
    /// What it is bad at.
    pub badness: Badness,
    /// Which part of their floors numbers keep: 1 unless the page is so full that they had to give way.
    pub keep: f32,
    /// Size of running text, where the page has any.
    pub body: Option<Pt>,
    /// Numbers as they were drawn.
    pub numbers: Numbers,
    /// How far each token has grown into what room was left, from 0 to 1.
    pub grown: Shares,
}

impl Why {
    pub(super) fn new(leaf: &Leaf<'_>, fitted: &Fitted<'_>, numbers: Numbers) -> Self {
        Why {
            arrangement: leaf.ways[fitted.way].arrangement.name.clone(),
            ways: leaf.ways.len(),
            badness: fitted.badness,
            keep: fitted.trial.keep,
            body: leaf.ways[fitted.way].has_text().then_some(fitted.trial.body),
            numbers,
            grown: fitted.trial.shares,
        }
    }
}
