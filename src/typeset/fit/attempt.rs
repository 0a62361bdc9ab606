//! Attempts: takes a way, a share of its first column and a size, gives how the page is with them.

use std::cell::{Cell, RefMut};

use super::search::Probe;
use super::{Page, Set};
use crate::geom::{Pt, Rect};
use crate::layout::Columns;
use crate::typeset::frames::{Placed, arrange, strain};
use crate::typeset::trial::{Edit, Strain, Trial};

thread_local! {
    /// The number of the next trial. What frames remember of a trial is told apart by it, so no two pages that are
    /// fitted with the same frames may count for themselves.
    static TRIALS: Cell<u32> = const { Cell::new(1) };
}

/// So many trials are remembered: what one step of copyfit has tried the next often tries first.
const REMEMBERED: usize = 16;

/// The last attempts with a whole text, the oldest of which gives way to the next.
#[derive(Default)]
pub(super) struct Known {
    attempts: Vec<(usize, Set, Found)>,
    count: usize,
}

impl Known {
    fn find(&self, way: usize, share: f32, set: &Set) -> Option<Found> {
        let is = |known: &&(usize, Set, Found)| known.0 == way && known.2.share == share && known.1 == *set;
        self.attempts.iter().find(is).map(|(.., found)| *found)
    }

    fn add(&mut self, way: usize, set: Set, found: Found) {
        match self.attempts.get_mut(self.count % REMEMBERED) {
            Some(oldest) => *oldest = (way, set, found),
            None => self.attempts.push((way, set, found)),
        }
        self.count += 1;
    }
}

/// Rounding of sums is not an overflow.
pub(super) const SLACK: Pt = Pt::new(0.05);

/// How a page was found to be.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// The share of its first column.
    pub share: f32,
    /// Whether it fits.
    pub fits: bool,
    /// How it bears its content.
    pub strain: Strain,
}

impl Found {
    /// This one, or another where that fits or this one runs over more.
    pub(super) fn or_better(self, other: Found) -> Found {
        let is_better = !self.fits && (other.fits || other.strain.over <= self.strain.over);
        if is_better { other } else { self }
    }
}

impl From<Found> for Probe {
    fn from(found: Found) -> Self {
        Probe { fits: found.fits, fill: found.strain.fill }
    }
}

impl<'p, 'a> Page<'p, 'a> {
    pub(in crate::typeset) fn trial(&self, way: usize, set: &Set, share: f32, edit: Edit) -> Trial<'p> {
        let grid = self.ways[way].arrangement.grid.as_ref();
        let columns = grid.map_or_else(Columns::default, |grid| grid.columns(self.layout.size.w, share));
        let number = TRIALS.replace(TRIALS.get().wrapping_add(1));
        let Set { body, shares, breaks, keep } = *set;
        Trial { number, body, shares, breaks, keep, edit, columns, theme: self.theme }
    }

    /// Puts the frames into their places; the list is lent, for the next trial takes it again.
    pub(super) fn place(&self, way: usize, trial: &Trial<'_>) -> RefMut<'_, Vec<Placed<'p, 'a>>> {
        let mut placed = self.placed.borrow_mut();
        placed.clear();
        arrange(&self.ways[way].boxes, Rect::page(self.layout.size), trial, &mut placed);
        placed
    }

    /// How the page is with a share of its first column.
    pub(super) fn attempt_at(&self, way: usize, share: f32, set: &Set, edit: &Edit) -> Found {
        if !matches!(edit, Edit::Nothing) {
            return self.tried(way, share, set, edit);
        }
        let known = self.known.borrow().find(way, share, set);
        known.unwrap_or_else(|| {
            let found = self.tried(way, share, set, edit);
            self.known.borrow_mut().add(way, *set, found);
            found
        })
    }

    fn tried(&self, way: usize, share: f32, set: &Set, edit: &Edit) -> Found {
        let trial = self.trial(way, set, share, edit.clone());
        let size = self.layout.size;
        let placed = self.place(way, &trial);
        let strain = placed.iter().fold(Strain::NONE, |page, placed| page.with(strain(placed, size, &trial)));
        Found { share, fits: strain.over <= SLACK && strain.narrow <= 1.0, strain }
    }
}
