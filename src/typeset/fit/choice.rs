//! Choice: takes a size that fits, gives of all ways and shares that fit at it the one of least badness.

use super::{Badness, Best, COARSE, FAR, Page, Set, coarse, near};
use crate::geom::Pt;
use crate::typeset::trial::{Break, Edit};

/// Above this badness it is tried whether a page looks better with a section broken.
const UGLY: f32 = 7.0;

/// A way with its share, and how bad it is.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    /// The way, by its place.
    pub way: usize,
    /// What the ends of its columns may break.
    pub breaks: Break,
    /// The share of its first column.
    pub share: f32,
    /// What it is bad at.
    pub badness: Badness,
    /// The sum of that; more than any page is while nothing has been looked at.
    total: f32,
}

impl Page<'_, '_> {
    /// The best-looking way at a size that `best` is known to fit at. Every third share is tried first, and the others
    /// around the best of them. Columns are broken more than they have to be only where they end badly.
    pub(super) fn best_looking(&self, size: Pt, best: Best, keep: f32) -> Choice {
        let Best { way, breaks, share, .. } = best;
        let mut choice = Choice { way, breaks, share, badness: Badness::default(), total: f32::MAX };
        // The way that is known to fit comes first: others that cost more than it is bad need not be looked at.
        self.consider(way, share, &Set::tight(size, breaks, keep), true, &mut choice);
        for way in 0..self.ways.len() {
            for breaks in self.breaks(way) {
                let is_needed = breaks <= best.breaks || (way == best.way && choice.total > UGLY);
                if !is_needed || self.cost(way, breaks) * 10.0 >= choice.total {
                    break;
                }
                let shares = self.ways[way].shares(breaks);
                let set = Set::tight(size, breaks, keep);
                let is_best = way == best.way;
                let known = (is_best && breaks != best.breaks).then_some(&best.share);
                for share in coarse(shares).chain(known) {
                    let over = self.consider(way, *share, &set, is_best, &mut choice);
                    // A page that runs far over at one share does so at all.
                    if over > size * FAR {
                        break;
                    }
                }
                if (choice.way, choice.breaks) == (way, breaks) {
                    for share in near(shares, choice.share, COARSE - 1) {
                        self.consider(way, *share, &set, is_best, &mut choice);
                    }
                }
            }
        }
        choice
    }

    /// Takes a way if it fits and looks better; gives how far it runs over. Lines wider than the measure are only for
    /// the way that there is.
    fn consider(&self, way: usize, share: f32, set: &Set, may_be_wide: bool, choice: &mut Choice) -> Pt {
        let found = self.attempt_at(way, share, set, &Edit::Nothing);
        let badness = self.badness(way, set.breaks, &found, set.keep);
        let is_right = found.fits && (may_be_wide || found.strain.wide <= 1.0);
        if is_right && badness.total() < choice.total {
            *choice = Choice { way, breaks: set.breaks, share, badness, total: badness.total() };
        }
        found.strain.over
    }
}
