//! Shares: takes a way and a size, gives a share of the first column at which the page fits, or runs over least.

use super::{FAR, Found, NEAR, Page, Set};
use crate::geom::Pt;
use crate::typeset::trial::{Edit, Strain};

/// Of how many shares one is tried before the others.
pub(super) const COARSE: usize = 3;

/// The shares that are tried before the others: the middle, where columns are alike, and some on either side of it,
/// but of more than two not the outermost.
pub(super) fn coarse(shares: &[f32]) -> impl Iterator<Item = &f32> {
    let outer = if shares.len() > 2 { COARSE } else { 0 };
    shares[..shares.len() - usize::from(outer > 0)].iter().skip(outer).step_by(COARSE)
}

/// A share and up to `most` of its neighbours on either side.
pub(super) fn near(shares: &[f32], share: f32, most: usize) -> &[f32] {
    let off = |at: &usize| (shares[*at] - share).abs();
    let at = (0..shares.len()).min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(0);
    &shares[at.saturating_sub(most)..(at + most + 1).min(shares.len())]
}

impl Page<'_, '_> {
    /// A share at which the page fits, or else one at which it runs over little. Every third is tried first, for
    /// how far a page runs over changes little from one share to the next; the others only around the best of
    /// them, and only where it is near. `hint`, which fitted at another size, comes before all; a page that runs far
    /// over there does so everywhere.
    pub(super) fn share(&self, way: usize, hint: Option<f32>, set: &Set, edit: &Edit) -> Found {
        let shares = self.ways[way].shares(set.breaks);
        let far = |found: Found| found.strain.over > set.body * NEAR;
        let hint = hint.filter(|_| shares.len() > 1);
        if let Some(hint) = hint {
            let found = self.attempt_at(way, hint, set, edit);
            if found.fits || found.strain.over > set.body * FAR {
                return found;
            }
        }
        let others = coarse(shares).filter(|share| hint != Some(**share));
        let best = self.first_that_fits(way, others, set, edit);
        if best.fits || shares.len() == 1 || far(best) {
            return best;
        }
        let around = near(shares, best.share, COARSE - 1);
        let fine = self.first_that_fits(way, around.iter().filter(|share| **share != best.share), set, edit);
        if fine.fits { fine } else { best }
    }

    /// The same, with all other shares after them where it does not fit at these.
    pub(super) fn every_share(&self, way: usize, set: &Set, edit: &Edit) -> Found {
        let shares = self.ways[way].shares(set.breaks);
        let best = self.first_that_fits(way, coarse(shares), set, edit);
        if best.fits || shares.len() == 1 {
            return best;
        }
        let mut others: Vec<f32> =
            shares.iter().filter(|share| coarse(shares).all(|tried| tried != *share)).copied().collect();
        let around = near(shares, best.share, COARSE - 1);
        others.sort_by_key(|share| !around.contains(share));
        self.first_that_fits(way, &others, set, edit).or_better(best)
    }

    /// Any share at which the page fits, or else the one at which it runs over least.
    pub(super) fn first_that_fits<'s>(
        &self,
        way: usize,
        shares: impl IntoIterator<Item = &'s f32>,
        set: &Set,
        edit: &Edit,
    ) -> Found {
        let mut best =
            Found { share: 0.5, fits: false, strain: Strain { over: Pt::new(f32::MAX), ..Strain::NONE } };
        for share in shares {
            let found = self.attempt_at(way, *share, set, edit);
            if found.fits {
                return found;
            }
            if found.strain.over < best.strain.over {
                best = found;
            }
        }
        best
    }
}
