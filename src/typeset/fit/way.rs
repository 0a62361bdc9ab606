//! Ways: an arrangement of a page with all its words shaped.

use std::cell::{Cell, OnceCell};

use super::SHARES;
use crate::layout::{Arrangement, Dock};
use crate::typeset::content::{Contacts, Flow, LeftOff};
use crate::typeset::frames::{Boxed, Prepared};
use crate::typeset::trial::Break;

/// One way to set a page.
pub(in crate::typeset) struct Way<'a> {
    /// As declared.
    pub arrangement: &'a Arrangement,
    /// Its frames.
    pub boxes: Vec<Boxed<'a>>,
    /// What choosing it costs, in tenths of a point of body size.
    pub cost: f32,
    /// How many e-mail addresses it tears at the smallest size more than another way, once that is known.
    pub torn: Cell<usize>,
    /// Shares of the first of two columns that are tried.
    shares: Vec<f32>,
    /// Which breaks of columns there are places for.
    breaks: [bool; Break::COUNT],
    /// See `sections`.
    sections: OnceCell<Vec<(usize, usize)>>,
}

impl<'a> Way<'a> {
    /// An arrangement with its frames, and what choosing it costs.
    pub(in crate::typeset) fn new(arrangement: &'a Arrangement, boxes: Vec<Boxed<'a>>, cost: f32) -> Self {
        let shares = match arrangement.grid.and_then(|grid| grid.split) {
            Some((low, high)) if high > low => {
                (0..SHARES).map(|step| low + (high - low) * step as f32 / (SHARES - 1) as f32).collect()
            }
            Some((share, _)) => vec![share],
            None => vec![0.5],
        };
        let mut breaks = [false; Break::COUNT];
        if has_columns(&boxes) {
            each_flow(&boxes, &mut |flow| {
                let paras = flow.sections.iter().flat_map(|section| &section.paras);
                paras.for_each(|para| {
                    breaks[para.before as usize] = true;
                    breaks[Break::Lines as usize] |= para.is_very_long();
                });
            });
        }
        Way { arrangement, boxes, cost, torn: Cell::default(), shares, breaks, sections: OnceCell::new() }
    }

    /// Shares of the first of two columns that are tried. A paragraph is divided only between columns alike.
    pub(super) fn shares(&self, breaks: Break) -> &[f32] {
        let middle = self.shares.len() / 2;
        if breaks == Break::Lines { &self.shares[middle..=middle] } else { &self.shares }
    }

    /// The share in the middle of these, where columns are alike.
    pub(super) fn middle(&self) -> f32 {
        self.shares[self.shares.len() / 2]
    }

    /// Which breaks of columns there are places for; none where text does not run from column to column.
    pub(super) const fn breaks(&self) -> [bool; Break::COUNT] {
        self.breaks
    }

    /// What of the contacts there is no place for.
    pub(in crate::typeset) fn left_off(&self) -> Vec<LeftOff> {
        let mut left_off = Vec::new();
        each_contacts(&self.boxes, &mut |contacts| left_off.extend(contacts.left_off.iter().cloned()));
        left_off
    }

    /// How many words of running text there are.
    pub(in crate::typeset) fn words(&self) -> usize {
        self.sections().iter().map(|(_, words)| words).sum()
    }

    /// Whether there is running text.
    pub(in crate::typeset) fn has_text(&self) -> bool {
        let mut has_text = false;
        each_flow(&self.boxes, &mut |flow| has_text |= !flow.sections.is_empty());
        has_text
    }

    /// The numbers of the page's sections and how many words each has.
    pub(super) fn sections(&self) -> &[(usize, usize)] {
        self.sections.get_or_init(|| {
            let mut sections = Vec::new();
            each_flow(&self.boxes, &mut |flow| {
                sections.extend(flow.sections.iter().map(|section| (section.number, section.words())));
            });
            sections
        })
    }
}

fn each_contacts<'a>(boxes: &[Boxed<'a>], see: &mut impl FnMut(&Contacts<'a>)) {
    for boxed in boxes {
        match &boxed.content {
            Prepared::Contacts(contacts) => see(contacts),
            Prepared::Frames(frames) => each_contacts(frames, see),
            _ => {}
        }
    }
}

fn has_columns(boxes: &[Boxed<'_>]) -> bool {
    boxes.iter().any(|boxed| match &boxed.content {
        Prepared::Flow(_) => matches!(boxed.frame.dock, Dock::Columns(first, last) if last > first),
        Prepared::Frames(inside) => has_columns(inside),
        _ => false,
    })
}

fn each_flow<'a>(boxes: &[Boxed<'a>], see: &mut impl FnMut(&Flow<'a>)) {
    for boxed in boxes {
        match &boxed.content {
            Prepared::Flow(flow) => see(flow),
            Prepared::Frames(frames) => each_flow(frames, see),
            _ => {}
        }
    }
}
