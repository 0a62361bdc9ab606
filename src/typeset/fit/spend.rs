//! Spending: takes a page that fits, gives each token in order as much of what is left as still fits.

use super::{Page, Set};
use crate::layout::{Shares, Spend, Token};
use crate::typeset::trial::Edit;

/// Where a layout does not say how to spend.
const USUAL: [Spend; 6] = [
    Spend { token: Token::Air, up_to: 1.0 },
    Spend { token: Token::Gap, up_to: 0.5 },
    Spend { token: Token::Value, up_to: 1.0 },
    Spend { token: Token::Alarm, up_to: 1.0 },
    Spend { token: Token::Gap, up_to: 1.0 },
    Spend { token: Token::Leading, up_to: 1.0 },
];

impl Page<'_, '_> {
    /// Gives away what is left; no token grows further than in `most`.
    pub(super) fn spend(&self, way: usize, share: f32, most: Shares, set: &mut Set) {
        let steps = if self.layout.spend.is_empty() { &USUAL[..] } else { &self.layout.spend };
        let wholly = steps.iter().fold(set.shares, |shares, Spend { token, up_to }| {
            shares.with(*token, shares.of(*token).max(up_to.min(most.of(*token))))
        });
        let attempt = |shares: Shares| self.attempt_at(way, share, &Set { shares, ..*set }, &Edit::Nothing);
        // What is left is not spent on rows whose other half is bare.
        let lonely = attempt(set.shares).strain.faults.lonely;
        let fits = |shares: Shares| {
            let found = attempt(shares);
            found.fits && found.strain.faults.lonely <= lonely
        };
        // A short page takes all that there is, and one that shares its air all that the others have.
        if fits(wholly) {
            set.shares = wholly;
            return;
        }
        let mut shares = set.shares;
        let mut full = [false; Token::COUNT];
        for Spend { token, up_to } in steps {
            let (before, up_to) = (shares.of(*token), up_to.min(most.of(*token)));
            // What did not fit before does not fit now that others have grown.
            if before >= up_to || full[*token as usize] {
                continue;
            }
            let fits = |grown: f32| fits(shares.with(*token, grown));
            let grown = if fits(up_to) {
                up_to
            } else {
                full[*token as usize] = true;
                // A quarter first: most pages that have no room for all of it have none for that either.
                let half = f32::midpoint(before, up_to);
                let quarters = [f32::midpoint(before, half), half, f32::midpoint(half, up_to)];
                quarters.into_iter().take_while(|quarter| fits(*quarter)).last().unwrap_or(before)
            };
            shares = shares.with(*token, grown);
        }
        set.shares = shares;
    }
}
