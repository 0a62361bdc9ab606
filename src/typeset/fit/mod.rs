//! Copyfit: takes a prepared page, gives the largest body size that fits, or how much is too much.

mod search;

use std::cell::{Cell, RefCell, RefMut};

use search::{Probe, Step, largest_filled};

use super::content::Flow;
use super::frames::{Boxed, Placed, Prepared, arrange, strain};
use super::trial::{Edit, Strain, Trial};
use crate::geom::{Pt, Rect};
use crate::layout::{Columns, Grid, Layout};
use crate::style::{Theme, TypeRange, largest_step};

/// A page that fits: its size, its columns and how many words more it would hold at the smallest size.
pub(super) struct Fitted<'t> {
    /// The size, looseness and columns.
    pub trial: Trial<'t>,
    /// Words of room left at the floor; `None` where the page has no running text.
    pub room: Option<usize>,
}

/// How hard a page is tried to fit, before it is said to be too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effort {
    /// As it usually is.
    Usual,
    /// With the frames that a layout has for a tight page.
    TightFrames,
    /// And so that a paragraph may stand alone at the end of a column, and a number be smaller than the text.
    ByAllMeans,
}

impl Effort {
    pub(super) const ALL: [Effort; 3] = [Effort::Usual, Effort::TightFrames, Effort::ByAllMeans];
}

/// A page that does not fit even at the floor.
pub(super) struct Excess {
    /// How many words are too many; `None` where cutting words does not help.
    pub words: Option<usize>,
    /// The frame that runs over most.
    pub frame: String,
    /// By how much.
    pub over: Pt,
}

/// How many shares of the first column are tried.
const SHARES: usize = 13;
/// Of how many shares one is tried before the others.
const COARSE: usize = 3;
/// Where a page runs over by more than this, as a multiple of the body size, no other share mends it.
const NEAR: f32 = 4.0;
/// How many steps of looseness are tried.
const LOOSE_STEPS: usize = 15;
/// A larger size may fit where a smaller one does not, for lines break otherwise: so many more are tried.
const MORE_SIZES: usize = 2;
/// A page that looks full is asked for room for so many words first.
const FEW: usize = 4;
/// No page is reported to have room for more words than this.
const MOST_ROOM: usize = 400;
/// Rounding of sums is not an overflow.
const SLACK: Pt = Pt::new(0.05);

/// How a page was found to be.
#[derive(Clone, Copy)]
struct Found {
    /// The share of its first column.
    share: f32,
    /// Whether it fits.
    fits: bool,
    /// How far it runs over.
    over: Pt,
    /// How much of its place the running text takes; 0 without any.
    fill: f32,
}

impl From<Found> for Probe {
    fn from(found: Found) -> Self {
        Probe { fits: found.fits, fill: found.fill }
    }
}

/// The page being fitted.
pub(super) struct Page<'p, 'a> {
    /// Its frames.
    boxes: &'p [Boxed<'a>],
    /// The layout.
    layout: &'a Layout,
    /// Its grid.
    grid: Option<&'a Grid>,
    /// The colours.
    theme: &'p Theme,
    /// By which means.
    effort: Effort,
    trials: Cell<u32>,
    placed: RefCell<Vec<Placed<'p, 'a>>>,
}

impl<'p, 'a> Page<'p, 'a> {
    /// A page to be fitted by all means of an effort.
    pub(super) fn new(
        boxes: &'p [Boxed<'a>],
        layout: &'a Layout,
        grid: Option<&'a Grid>,
        theme: &'p Theme,
        effort: Effort,
    ) -> Self {
        Page { boxes, layout, grid, theme, effort, trials: Cell::new(0), placed: RefCell::default() }
    }

    /// The largest size that fits, set as loosely as it fits, in the columns that end most evenly.
    pub(super) fn fit(&self) -> Option<Fitted<'p>> {
        let (shares, range) = (self.shares(), self.layout.body);
        // Before a page is refused, every share is tried.
        let mut at_floor = self.share(&shares, None, (range.min, 0.0), &Edit::Nothing);
        if !at_floor.fits {
            at_floor = self.any_share(&shares, range.min, &Edit::Nothing);
        }
        if !at_floor.fits {
            return None;
        }
        let last = Cell::new(at_floor);
        let fits = |size: Pt, loose: f32| {
            // What fitted last is likely to fit again, so it is tried first.
            let found = self.share(&shares, Some(last.get().share), (size, loose), &Edit::Nothing);
            if found.fits {
                last.set(found);
            }
            found
        };
        // Text takes about as much room as the square of its size.
        let guess = range.min * at_floor.fill.sqrt().recip() - range.min;
        let first = TypeRange { max: range.min + guess.max(Pt::ZERO), ..range }.steps();
        let (zero, end) = (Step::tried(0, at_floor.fill), Step::untried(range.steps() + 1));
        let mut step = largest_filled(zero, end, first, |step| fits(range.size(step), 0.0).into());
        let more = (step + 2..=(step + 1 + MORE_SIZES).min(range.steps())).rev();
        let around = near(&shares, last.get().share, 1);
        for larger in more {
            let found = self.any_share(&around, range.size(larger), &Edit::Nothing);
            if found.fits {
                last.set(found);
                step = larger;
                break;
            }
        }
        // Below the ceiling there is less air than one step of size takes.
        let air = if step == range.steps() { LOOSE_STEPS } else { 0 };
        let (zero, end) = (Step::tried(0, last.get().fill), Step::untried(air + 1));
        let loose = loose_of(largest_filled(zero, end, air, |loose| fits(range.max, loose_of(loose)).into()));
        let body = range.size(step);
        let share = self.most_even(&shares, last.get().share, body, loose);
        let room = self.room(&near(&shares, at_floor.share, 1), at_floor.fill);
        Some(Fitted { trial: self.trial(body, loose, share, Edit::Nothing), room })
    }

    fn trial(&self, body: Pt, loose: f32, share: f32, edit: Edit) -> Trial<'p> {
        let columns = self.grid.map_or_else(Columns::default, |grid| grid.columns(self.layout.size.w, share));
        let number = self.trials.get() + 1;
        self.trials.set(number);
        let tight = self.effort == Effort::ByAllMeans;
        Trial { number, body, tight, loose, edit, columns, theme: self.theme }
    }

    fn shares(&self) -> Vec<f32> {
        match self.grid.and_then(|grid| grid.split) {
            Some((low, high)) if high > low => {
                (0..SHARES).map(|step| low + (high - low) * step as f32 / (SHARES - 1) as f32).collect()
            }
            Some((share, _)) => vec![share],
            None => vec![0.5],
        }
    }

    /// Puts the frames into their places; the list is lent, for the next trial takes it again.
    fn place(&self, trial: &Trial<'_>) -> RefMut<'_, Vec<Placed<'p, 'a>>> {
        let mut placed = self.placed.borrow_mut();
        placed.clear();
        arrange(self.boxes, Rect::page(self.layout.size), trial, &mut placed);
        placed
    }

    fn attempt(&self, trial: &Trial<'_>) -> Strain {
        self.place(trial).iter().fold(Strain::NONE, |page, placed| page.with(strain(placed, trial)))
    }

    fn attempt_at(&self, (body, loose): (Pt, f32), share: f32, edit: &Edit) -> Found {
        let Strain { over, fill, .. } = self.attempt(&self.trial(body, loose, share, edit.clone()));
        Found { share, fits: over <= SLACK, over, fill }
    }

    /// A share at which the page fits, or else one at which it runs over little. Every third is tried first, for
    /// how far a page runs over changes little from one share to the next; the others only around the best of
    /// them, and only where it is near. `hint`, which fitted at another size, comes before all; a page that runs far
    /// over there does so everywhere.
    fn share(&self, shares: &[f32], hint: Option<f32>, set: (Pt, f32), edit: &Edit) -> Found {
        let far = |found: Found| found.over > set.0 * NEAR;
        if let Some(hint) = hint {
            let found = self.attempt_at(set, hint, edit);
            if found.fits || shares.len() == 1 || found.over > set.0 * (NEAR * 2.0) {
                return found;
            }
        }
        let coarse = shares.iter().skip(usize::from(shares.len() > 2)).step_by(COARSE);
        let best = self.first_that_fits(coarse, set, edit);
        if best.fits || shares.len() == 1 || far(best) {
            return best;
        }
        let fine = self.first_that_fits(&near(shares, best.share, COARSE - 1), set, edit);
        if fine.fits { fine } else { best }
    }

    /// Any share at which the page fits, or else the one at which it runs over least.
    fn any_share(&self, shares: &[f32], body: Pt, edit: &Edit) -> Found {
        self.first_that_fits(shares, (body, 0.0), edit)
    }

    fn first_that_fits<'s>(
        &self,
        shares: impl IntoIterator<Item = &'s f32>,
        set: (Pt, f32),
        edit: &Edit,
    ) -> Found {
        let mut best = Found { share: 0.5, fits: false, over: Pt::new(f32::MAX), fill: 0.0 };
        for share in shares {
            let found = self.attempt_at(set, *share, edit);
            if found.fits {
                return found;
            }
            if found.over < best.over {
                best = found;
            }
        }
        best
    }

    /// Of the shares at which the page fits, the one at which its columns end most evenly; `share` is one of them.
    fn most_even(&self, shares: &[f32], share: f32, body: Pt, loose: f32) -> f32 {
        if shares.len() == 1 {
            return share;
        }
        let mut best = (share, Pt::new(f32::MAX));
        for share in shares {
            let strain = self.attempt(&self.trial(body, loose, *share, Edit::Nothing));
            if strain.over <= SLACK && strain.uneven < best.1 {
                best = (*share, strain.uneven);
            }
        }
        best.0
    }

    /// The numbers of the page's sections and how many words each has.
    fn sections(&self) -> Vec<(usize, usize)> {
        let mut sections = Vec::new();
        each_flow(self.boxes, &mut |flow| {
            sections.extend(flow.sections.iter().map(|section| (section.number, section.words())));
        });
        sections
    }

    /// How many words more the page holds at the floor, whichever section they are added to; `fill` is how much
    /// of its place the text takes without them.
    fn room(&self, shares: &[f32], fill: f32) -> Option<usize> {
        let floor = self.layout.body.min;
        let sections = self.sections();
        let words: usize = sections.iter().map(|(_, words)| words).sum();
        let nothing = Step::tried(0, fill);
        let mut room = None;
        for (number, _) in sections {
            let add = |words: usize| Probe::from(self.any_share(shares, floor, &Edit::Add(number, words)));
            let Some(before) = room else {
                // If all words take as much room as those that are there.
                let first = (words as f32 * (fill.recip() - 1.0)) as usize;
                room = Some(largest_filled(nothing, Step::untried(MOST_ROOM + 1), first.max(FEW), add));
                continue;
            };
            let again = add(before);
            if !again.fits {
                let first = before.saturating_sub(1);
                room = Some(largest_filled(nothing, Step::tried(before, again.fill), first, add));
            }
        }
        room
    }

    /// How many words must go, always from the section that is longest by then.
    pub(super) fn excess(&self) -> Excess {
        let shares = &self.shares();
        let floor = self.layout.body.min;
        let sections = self.sections();
        let all: usize = sections.iter().map(|(_, words)| words).sum();
        let fits = |words: usize| self.any_share(shares, floor, &Edit::Cut(cut(&sections, words))).fits;
        // Counted the other way round: the most words that may stay.
        let words = fits(all).then(|| all - largest_step(all, |stay| fits(all - stay)));
        let edit = if words.is_some() { Edit::Nothing } else { Edit::Cut(cut(&sections, all)) };
        let (frame, over) = self.worst_frame(shares, &edit);
        Excess { words, frame, over }
    }

    /// The frame that runs over most, where it runs over least.
    fn worst_frame(&self, shares: &[f32], edit: &Edit) -> (String, Pt) {
        let mut best = (String::new(), Pt::new(f32::MAX));
        for share in shares {
            let trial = self.trial(self.layout.body.min, 0.0, *share, edit.clone());
            let mut worst = (String::new(), Pt::new(-1e6));
            for placed in self.place(&trial).iter() {
                let over = strain(placed, &trial).over;
                if over > worst.1 {
                    worst = (placed.boxed.frame.name.clone(), over);
                }
            }
            if worst.1 < best.1 {
                best = worst;
            }
        }
        best
    }
}

/// A share and up to `most` of its neighbours on either side.
fn near(shares: &[f32], share: f32, most: usize) -> Vec<f32> {
    let at = shares.iter().position(|known| (known - share).abs() < 1e-6).unwrap_or(0);
    shares[at.saturating_sub(most)..(at + most + 1).min(shares.len())].to_vec()
}

fn loose_of(step: usize) -> f32 {
    step as f32 / LOOSE_STEPS as f32
}

/// So many words less, one at a time from the section that is longest by then; by number of section.
fn cut(sections: &[(usize, usize)], words: usize) -> Vec<usize> {
    // The longest sections are levelled down to `level` words, and `rest` of them give one word more.
    let over = |level: usize| sections.iter().map(|(_, count)| count.saturating_sub(level)).sum::<usize>();
    let longest = sections.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let level = longest - largest_step(longest, |down| over(longest - down) <= words);
    let mut rest = words.saturating_sub(over(level));
    let last = sections.iter().map(|(number, _)| *number).max().unwrap_or(0);
    let mut cuts = vec![0; last.max(1)];
    for (number, count) in sections {
        let one_more = usize::from(*count >= level && level > 0 && rest > 0);
        rest -= one_more;
        if let Some(slot) = cuts.get_mut(number.saturating_sub(1)) {
            *slot = count.saturating_sub(level) + one_more;
        }
    }
    cuts
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_from_the_longest_sections_first() {
        let sections = [(1, 10), (2, 50), (3, 48)];
        assert_eq!(cut(&sections, 0), [0, 0, 0]);
        assert_eq!(cut(&sections, 2), [0, 2, 0]);
        assert_eq!(cut(&sections, 5), [0, 4, 1]);
        assert_eq!(cut(&sections, 108), [10, 50, 48]);
    }
}
