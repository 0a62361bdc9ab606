//! Copyfit: takes a page prepared in every way that its layout knows, gives the size and the way that bear it best.
//!
//! The order, and why it is right. First the *size*: for each way (an arrangement, and what the ends of its columns
//! may break) the largest body size at which everything fits when it is set tightly, less what the way costs; the
//! largest of these counts. More words can only make each of them smaller, so more words never give larger type.
//! Of what this size is above the floor one part in `AIR` is given up for air, which is as monotonic. Then the *way*: of
//! all that fit at that size the one of least badness: its cost, columns that end unevenly, and what is bare of
//! panels, in tenths of a point. Last the *room*: what is left is spent in the order that the layout says, each
//! token as far as everything still fits, so that no hole is left and nothing is made larger at the cost of
//! running text. Numbers keep their floors until running text is at its own; only then they give way.

mod attempt;
mod badness;
mod choice;
mod room;
mod search;
mod shares;
mod spend;
mod way;

pub use badness::Badness;
pub(super) use room::{Excess, asked, cut, promised};
pub(super) use way::Way;

use std::cell::{Cell, RefCell};

use attempt::{Found, Known, SLACK};
use badness::{BARE, NUMBERS, TORN, UNEVEN};
use choice::Choice;
use search::{Step, largest_filled};
use shares::{COARSE, coarse, near};

use super::frames::{Boxed, Placed, Prepared};
use super::trial::{Break, Edit, Trial};
use crate::geom::Pt;
use crate::layout::{Layout, Shares};
use crate::style::{Theme, TypeRange};

/// A page that fits: how, and how many words more it would hold at the smallest size.
pub(super) struct Fitted<'t> {
    /// The way that was chosen, by its place.
    pub way: usize,
    /// The size, the columns and what has grown.
    pub trial: Trial<'t>,
    /// The share of its first column.
    pub share: f32,
    /// What the page is bad at, in tenths of a point of body size.
    pub badness: Badness,
}

/// How many shares of the first column are tried.
const SHARES: usize = 13;
/// Where a page runs over by more than this, as a multiple of the body size, no other share mends it.
const NEAR: f32 = 4.0;
/// Where it runs over by more than this at one share, no other need be tried.
const FAR: f32 = NEAR * 2.0;
/// Of what a page could be above the floor, one part in so many is given to air.
const AIR: f32 = 8.0;
/// Which part of their floors numbers keep: all of it, and by and by less before a page is refused.
const KEEP: [f32; 3] = [1.0, 0.85, 0.7];
/// A page that is emptier at the floor than this is not likely to have larger text for it.
const LEAST_FILL: f32 = 0.1;
/// A size that is tried, and what has grown with it.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Set {
    body: Pt,
    shares: Shares,
    breaks: Break,
    keep: f32,
}

impl Set {
    /// Set tightly.
    fn tight(body: Pt, breaks: Break, keep: f32) -> Self {
        Set { body, shares: Shares::default(), breaks, keep }
    }
}

/// The largest that a page can be, and which part of their floors its numbers keep.
#[derive(Clone, Copy)]
pub(super) struct Largest {
    keep: f32,
    best: Best,
}

impl Largest {
    /// The size.
    pub(super) const fn size(&self) -> Pt {
        self.best.size
    }
}

/// A way that fits, and how large.
#[derive(Clone, Copy)]
struct Best {
    way: usize,
    breaks: Break,
    size: Pt,
    share: f32,
    /// Size less what the way costs.
    score: f32,
}

/// The page being fitted.
pub(super) struct Page<'p, 'a> {
    ways: &'p [Way<'a>],
    layout: &'a Layout,
    theme: &'p Theme,
    /// Sizes that it may have.
    range: TypeRange,
    placed: RefCell<Vec<Placed<'p, 'a>>>,
    /// What is known of it.
    known: RefCell<Known>,
}

impl<'p, 'a> Page<'p, 'a> {
    /// A page to be fitted within a range of sizes.
    pub(super) fn new(ways: &'p [Way<'a>], layout: &'a Layout, theme: &'p Theme, range: TypeRange) -> Self {
        let most = ways.iter().map(|way| frames(&way.boxes)).max().unwrap_or_default();
        let placed = RefCell::new(Vec::with_capacity(most));
        Page { ways, layout, theme, range, placed, known: RefCell::default() }
    }

    /// The best way to set the page, with no token grown further than in `most`; `None` where nothing fits.
    pub(super) fn fit(&self, most: Shares) -> Option<Fitted<'p>> {
        self.largest().map(|largest| self.fit_below(&largest, most))
    }

    /// The same where it is known how large the page can be.
    pub(super) fn fit_below(&self, largest: &Largest, most: Shares) -> Fitted<'p> {
        self.finished(self.aired(largest.best.score), largest.best, largest.keep, most)
    }

    /// The largest size at which the page fits, with a tenth of a point as step.
    pub(super) fn largest(&self) -> Option<Largest> {
        KEEP.into_iter().find_map(|keep| Some(Largest { keep, best: self.largest_with(keep)? }))
    }

    /// Whether it is certain that the page does not bear a size, whichever way is taken for that.
    pub(super) fn bears_less(&self, largest: &Largest, size: Pt) -> bool {
        let costs = (0..self.ways.len()).map(|way| self.cost(way, Break::Never));
        largest.best.score < size.get() - costs.fold(0.0, f32::max)
    }

    /// Whether it is certain that the largest size is not below this one: where there are several ways, the cheaper may be
    /// taken though another bears more.
    pub(super) fn bears(&self, size: Pt) -> bool {
        let set = Set::tight(size, Break::Section, KEEP[0]);
        self.ways.len() == 1 && self.share(0, None, &set, &Edit::Nothing).fits
    }

    /// Whether the page fits at the smallest size in any way, by the last means: where it does not, no other fits.
    pub(super) fn fits_at_all(&self) -> bool {
        let set = Self::last_means(self.range.min);
        let at_middle = |way: usize| self.attempt_at(way, self.ways[way].middle(), &set, &Edit::Nothing).fits;
        let at_any = |way: usize| {
            let shares = self.ways[way].shares(set.breaks);
            let found = self.first_that_fits(way, coarse(shares), &set, &Edit::Nothing);
            // Before a page is refused every share is tried, but where it runs far over.
            let is_near = found.strain.over <= set.body * FAR;
            found.fits || (is_near && self.every_share(way, &set, &Edit::Nothing).fits)
        };
        let mut ways = 0..self.ways.len();
        // Nearly every page fits in some way with columns alike, so that is asked first.
        ways.clone().any(at_middle) || ways.any(at_any)
    }

    /// The size that is left of a score when air has got its part.
    fn aired(&self, score: f32) -> Pt {
        let floor = self.range.min.get();
        let size = Pt::new(floor + (score - floor) * (1.0 - 1.0 / AIR));
        self.range.size(((size - self.range.min).get() * 10.0 + 0.001).floor().max(0.0) as usize)
    }

    /// Of all ways the one with the largest size, less what it costs. A way that does not fit where it would have to
    /// be better, whatever the ends of its columns break, is not looked at further.
    fn largest_with(&self, keep: f32) -> Option<Best> {
        // Lines that are wider than the measure are for pages that fit in no other way.
        self.largest_of_all(keep, false).or_else(|| self.largest_of_all(keep, true))
    }

    fn largest_of_all(&self, keep: f32, may_be_wide: bool) -> Option<Best> {
        let mut best: Option<Best> = None;
        for way in self.roomiest_first(keep) {
            // Where a way does not fit whatever the ends of its columns break, no more is asked of it; the share at
            // which it does is likely to do so again.
            let (mut own, mut has_failed) = (None, false);
            for breaks in self.breaks(way) {
                let cost = self.cost(way, breaks);
                // It has to be better than the best so far; the first only has to fit.
                let least = best.map_or(self.range.min, |best| Pt::new(best.score + cost + 0.1));
                if least > self.range.max + SLACK {
                    break;
                }
                let from = self.range.step_at(least.max(self.range.min));
                let hint = best.map(|best| best.share);
                if hint.is_some() || (has_failed && own.is_none()) {
                    let Some(share) = self.could_fit(way, from, keep, own.or(hint)) else { break };
                    own = Some(share);
                }
                let Some((size, share)) = self.largest_of(way, (breaks, may_be_wide), keep, from, hint)
                else {
                    has_failed = true;
                    continue;
                };
                let score = (size.get() - cost).max(self.range.min.get());
                best = Some(Best { way, breaks, size, share, score });
            }
        }
        best
    }

    /// A share at which a way fits at a step, if the ends of its columns may break anything. The share of another way
    /// is tried first: where the page runs far over there, it does so everywhere. At the floor every share is tried.
    fn could_fit(&self, way: usize, step: usize, keep: f32, hint: Option<f32>) -> Option<f32> {
        let set = Set::tight(self.range.size(step), Break::Any, keep);
        let is_divided = self.ways[way].breaks()[Break::Lines as usize];
        let middle = is_divided.then(|| self.attempt_at(way, self.ways[way].middle(), &set, &Edit::Nothing));
        if let Some(found) = middle.filter(|found| found.fits) {
            return Some(found.share);
        }
        let found = match hint {
            Some(_) => self.share(way, hint, &set, &Edit::Nothing),
            None => self.every_share(way, &set, &Edit::Nothing),
        };
        found.fits.then_some(found.share)
    }

    /// The ways, those first that are likely to have the largest text, less what they cost: the others need not be
    /// looked at for long then.
    fn roomiest_first(&self, keep: f32) -> Vec<usize> {
        let mut ways: Vec<usize> = (0..self.ways.len()).collect();
        if ways.iter().any(|way| self.ways[*way].has_text()) && ways.len() > 1 {
            let set = Set::tight(self.range.min, Break::Any, keep);
            ways.sort_by_cached_key(|way| {
                let found = self.attempt_at(*way, self.ways[*way].middle(), &set, &Edit::Nothing);
                self.ways[*way].torn.set(found.strain.faults.torn);
                // Text takes about as much room as the square of its size.
                let size = self.range.min.get() * found.strain.fill.max(LEAST_FILL).sqrt().recip();
                let score = size - self.cost(*way, Break::Section);
                // In thousandths, for a key has to be a whole number.
                (!found.fits, std::cmp::Reverse((score * 1000.0) as i32))
            });
            // What no way can keep whole is no reason for smaller letters.
            let least = self.ways.iter().map(|way| way.torn.get()).min().unwrap_or(0);
            self.ways.iter().for_each(|way| way.torn.set(way.torn.get() - least));
        }
        ways
    }

    /// What the ends of the columns of a way may break, from the best to the worst.
    fn breaks(&self, way: usize) -> impl Iterator<Item = Break> + use<> {
        let all = [Break::Section, Break::Paragraph, Break::Lines, Break::List, Break::Any];
        // What no place of the text would break is like what is before it.
        let breaks = self.ways[way].breaks();
        all.into_iter().filter(move |kind| *kind == Break::Section || breaks[*kind as usize])
    }

    /// What a way costs, in points.
    fn cost(&self, way: usize, breaks: Break) -> f32 {
        let way = &self.ways[way];
        (way.cost + way.torn.get() as f32 * TORN + cost_of(breaks)) / 10.0
    }

    /// The largest size from a step on at which a way fits, and the share of its first column.
    fn largest_of(
        &self,
        way: usize,
        (breaks, may_be_wide): (Break, bool),
        keep: f32,
        from: usize,
        hint: Option<f32>,
    ) -> Option<(Pt, f32)> {
        let at = |step: usize| Set::tight(self.range.size(step), breaks, keep);
        let at_start = match hint {
            // Before a page is refused, every share is tried.
            None if from == 0 => self.every_share(way, &at(0), &Edit::Nothing),
            _ => self.share(way, hint, &at(from), &Edit::Nothing),
        };
        if !at_start.fits {
            return None;
        }
        let last = Cell::new(at_start);
        let fits = |step: usize| {
            // What fitted last is likely to fit again, so it is tried first.
            let found = self.share(way, Some(last.get().share), &at(step), &Edit::Nothing);
            if found.fits {
                last.set(found);
            }
            found.into()
        };
        // Text takes about as much room as the square of its size.
        let fill = at_start.strain.fill;
        let guess = self.range.size(from) * fill.sqrt().recip() - self.range.min;
        let first = TypeRange { max: self.range.min + guess.max(Pt::ZERO), ..self.range }.steps();
        let (start, end) = (Step::tried(from, fill), Step::untried(self.range.steps() + 1));
        let step = largest_filled(start, end, first, fits);
        // Text that is smaller than the measure wants is no way to set a page, if there is another.
        let is_wide = last.get().strain.wide > 1.0 && self.ways.len() > 1;
        (may_be_wide || !is_wide).then(|| (self.range.size(step), last.get().share))
    }

    /// The best way at a size, with what is left spent.
    fn finished(&self, size: Pt, best: Best, keep: f32, most: Shares) -> Fitted<'p> {
        let Choice { way, breaks, share, badness, .. } = self.best_looking(size, best, keep);
        let mut set = Set::tight(size, breaks, keep);
        self.spend(way, share, most, &mut set);
        Fitted { way, trial: self.trial(way, &set, share, Edit::Nothing), share, badness }
    }

    /// The page set at a size that is given, if it fits there.
    pub(super) fn fit_at(&self, size: Pt, most: Shares) -> Option<Fitted<'p>> {
        let page = Page {
            range: TypeRange { min: size, max: size },
            ..Page::new(self.ways, self.layout, self.theme, self.range)
        };
        KEEP.into_iter().find_map(|keep| Some(page.finished(size, page.largest_with(keep)?, keep, most)))
    }

    fn badness(&self, way: usize, breaks: Break, found: &Found, keep: f32) -> Badness {
        let breaks = found.strain.breaks.unwrap_or(Break::Section).min(breaks);
        Badness {
            arrangement: self.ways[way].cost + found.strain.faults.torn as f32 * TORN,
            breaks: cost_of(breaks),
            uneven: found.strain.uneven.get() * UNEVEN,
            bare: found.strain.bare * BARE,
            numbers: (1.0 - keep) * NUMBERS,
        }
    }
}

/// How many frames there are, with those inside others.
fn frames(boxes: &[Boxed<'_>]) -> usize {
    let inside = |boxed: &Boxed<'_>| match &boxed.content {
        Prepared::Frames(inside) => frames(inside),
        _ => 0,
    };
    boxes.iter().map(|boxed| 1 + inside(boxed)).sum()
}

/// What it costs that the ends of columns may break so much, in tenths of a point.
fn cost_of(breaks: Break) -> f32 {
    match breaks {
        Break::Section => 0.0,
        Break::Paragraph => 6.0,
        Break::Lines => 7.0,
        Break::List => 10.0,
        Break::Any | Break::Never => 16.0,
    }
}
