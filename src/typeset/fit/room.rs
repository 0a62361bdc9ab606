//! Room: takes a page, gives how many words more it holds, or how many are too many and what runs over.

use std::cell::Cell;
use std::rc::Rc;

use super::search::{Probe, Step, largest_filled};
use super::{Fitted, Page, Set, near};
use crate::geom::Pt;
use crate::style::largest_step;
use crate::typeset::frames::strain;
use crate::typeset::trial::{Break, Edit, Thin};

/// A page that does not fit even at the floor.
pub(in crate::typeset) struct Excess {
    /// How many words are too many; `None` where cutting words does not help.
    pub words: Option<usize>,
    /// How many from each section, by its number less one.
    pub cuts: Vec<usize>,
    /// The frame that runs over most.
    pub frame: String,
    /// By how much.
    pub over: Pt,
}

/// A page that looks full is asked for room for so many words first.
const FEW: usize = 4;
/// No page is reported to have room for more words than this.
const MOST_ROOM: usize = 400;
/// One word more is asked for than was counted, and one of so many: what is kept together moves when words go.
const MARGIN: usize = 6;
/// Of the words of room that were counted, one of so many is kept back, for words differ in length.
const KEPT_BACK: usize = 5;
/// The last means before a page is refused.
const LEAST_KEEP: f32 = 0.7;

/// Of so many words of room that were counted, those that are promised.
pub(in crate::typeset) fn promised(room: usize) -> usize {
    let promised = room - room.div_ceil(KEPT_BACK).min(room);
    (0..=promised).rev().find(|words| *words as f32 + apart(*words) <= room as f32).unwrap_or(0)
}

/// Of so many words too many that were counted on a page of `all` words, those that are asked for.
pub(in crate::typeset) fn asked(words: usize, all: usize) -> usize {
    let asked = words + words.div_ceil(MARGIN) + 1;
    (asked..all).find(|asked| *asked as f32 - apart(*asked) >= words as f32).unwrap_or(all)
}

/// By how much so many words may be longer or shorter than as many others, in words: of a few each counts, in many they
/// make up for each other, so it grows as the root of their number.
fn apart(words: usize) -> f32 {
    (words as f32).sqrt()
}

impl Page<'_, '_> {
    /// How many words more a page that fits holds at the floor, whichever section they are added to; no more than
    /// another page of its document holds, where that is known.
    pub(in crate::typeset) fn room(&self, fitted: &Fitted<'_>, most: Option<usize>) -> Option<usize> {
        let Fitted { way, share, trial, .. } = fitted;
        let set = Set::tight(self.range.min, trial.breaks, trial.keep);
        let sections = self.ways[*way].sections();
        let words = self.ways[*way].words();
        let all = self.ways[*way].shares(Break::Any);
        let mut shares = near(all, *share, 1);
        // The share that held the words last is likely to hold them again.
        let hint = Cell::new(*share);
        let mut room = most;
        // How full the page is as it stands; it need not be known where it holds as many words as another.
        let mut at_floor: Option<f32> = None;
        for &(number, _) in sections {
            let add = |shares: &[f32], words: usize| {
                let edit = Edit::Add(number, words);
                let found = self.attempt_at(*way, hint.get(), &set, &edit);
                let others = shares.iter().filter(|share| !found.fits && **share != hint.get());
                let found = self.first_that_fits(*way, others, &set, &edit).or_better(found);
                if found.fits {
                    hint.set(found.share);
                }
                Probe::from(found)
            };
            let known = room.map(|before| (before, add(shares, before)));
            if known.is_some_and(|(_, found)| found.fits) {
                continue;
            }
            let fill = *at_floor.get_or_insert_with(|| {
                let mut found = self.first_that_fits(*way, shares, &set, &Edit::Nothing);
                if !found.fits {
                    found = self.first_that_fits(*way, all, &set, &Edit::Nothing);
                    shares = near(all, found.share, 1);
                }
                hint.set(found.share);
                found.strain.fill
            });
            let end = match known {
                Some((before, found)) => Step::tried(before, found.fill),
                None => Step::untried(MOST_ROOM + 1),
            };
            // If all words take as much room as those that are there, or as those that were too many.
            let first = match known {
                Some((before, found)) => {
                    let share = (1.0 - fill) / (found.fill - fill);
                    let is_likely = (0.0..1.0).contains(&share);
                    if is_likely { (before as f32 * share) as usize } else { before.saturating_sub(1) }
                }
                None => ((words as f32 * (fill.recip() - 1.0)) as usize).max(FEW),
            };
            room = Some(largest_filled(Step::tried(0, fill), end, first, |words| add(shares, words)));
        }
        room
    }

    /// How many words must go, always from the section that is longest by then, in the way that asks for fewest.
    pub(in crate::typeset) fn excess(&self) -> Excess {
        let mut best: Option<(usize, usize)> = None;
        // What asks for few words makes short work of the ways that ask for more.
        for way in self.roomiest_first(LEAST_KEEP) {
            let fewer = self.too_many(way, best.map(|(_, words)| words));
            best = fewer.map(|words| (way, words)).or(best);
        }
        let Some((way, words)) = best else { return self.helpless() };
        let sections = self.ways[way].sections();
        let all = self.ways[way].words();
        // Which sections are needed is told of the words that were counted, and each of these gives what is asked for.
        let needed = self.needed(way, cut(sections, words));
        let asked = cut(sections, asked(words, all)).into_iter();
        let cuts: Vec<usize> =
            asked.zip(needed).map(|(asked, is_needed)| if is_needed { asked } else { 0 }).collect();
        let (frame, over) = self.worst_frame(way, &Edit::Nothing);
        Excess { words: Some(cuts.iter().sum()), cuts, frame, over }
    }

    /// Whether words of each section have to go: a long section whose place holds it may stay whole where it is another
    /// place that runs over.
    fn needed(&self, way: usize, mut cuts: Vec<usize>) -> Vec<bool> {
        let set = Self::last_means(self.range.min);
        let mut order: Vec<usize> = (0..cuts.len()).filter(|section| cuts[*section] > 0).collect();
        order.sort_by_key(|section| std::cmp::Reverse(cuts[*section]));
        let mut needed = vec![true; cuts.len()];
        for section in order.iter().filter(|_| order.len() > 1) {
            let mut fewer = cuts.clone();
            fewer[*section] = 0;
            let edit: Rc<[usize]> = fewer.as_slice().into();
            let fits = |thin: Thin| self.share(way, None, &set, &Edit::Cut(Rc::clone(&edit), thin)).fits;
            if Thin::ALL.into_iter().all(fits) {
                (cuts, needed[*section]) = (fewer, false);
            }
        }
        needed
    }

    /// Where a page does not fit without any word: the way that runs over least, and its frame.
    fn helpless(&self) -> Excess {
        let each = (0..self.ways.len()).map(|way| {
            let sections = self.ways[way].sections();
            let all = self.ways[way].words();
            self.worst_frame(way, &Edit::Cut(cut(sections, all).into(), Thin::Last))
        });
        let least = each.reduce(|best, next| if next.1 < best.1 { next } else { best });
        let (frame, over) = least.unwrap_or((String::new(), Pt::ZERO));
        Excess { words: None, cuts: Vec::new(), frame, over }
    }

    /// The fewest words that must go in a way, where that is fewer than another way is known to ask for: whichever
    /// words a person takes out of the sections that are named, the rest has to fit.
    fn too_many(&self, way: usize, known: Option<usize>) -> Option<usize> {
        let set = Self::last_means(self.range.min);
        let sections = self.ways[way].sections();
        let all = self.ways[way].words();
        // What fitted last, and the words that were hardest to do without, are the likeliest to tell again.
        let (mut hint, mut thins) = (None, Thin::ALL);
        let mut without = |words: usize| {
            let cuts: Rc<[usize]> = cut(sections, words).into();
            let mut worst: Option<Probe> = None;
            for at in 0..thins.len() {
                let found = self.share(way, hint, &set, &Edit::Cut(Rc::clone(&cuts), thins[at]));
                if !found.fits {
                    thins.swap(0, at);
                    return Probe::from(found);
                }
                hint = Some(found.share);
                let found = Probe::from(found);
                worst = worst.filter(|worst| worst.fill >= found.fill).or(Some(found));
            }
            worst.unwrap_or(Probe { fits: false, fill: 0.0 })
        };
        let most = known.map_or(Some(all), |known| known.checked_sub(1))?;
        let at_most = without(most);
        if !at_most.fits {
            return None;
        }
        // If all words take as much room as each other.
        let whole = self.attempt_at(way, self.ways[way].middle(), &set, &Edit::Nothing);
        let first = (all as f32 / whole.strain.fill.max(1.0)) as usize;
        // Counted the other way round: the most words that may stay.
        let (low, high) = (Step::tried(all - most, at_most.fill), Step::untried(all + 1));
        Some(all - largest_filled(low, high, first, |stay| without(all - stay)))
    }

    /// A page as tight as it can be, before it is refused.
    pub(super) fn last_means(floor: Pt) -> Set {
        Set::tight(floor, Break::Any, LEAST_KEEP)
    }

    /// The frame that runs over most, where it runs over least.
    fn worst_frame(&self, way: usize, edit: &Edit) -> (String, Pt) {
        let set = Self::last_means(self.range.min);
        let mut best = (String::new(), Pt::new(f32::MAX));
        for share in self.ways[way].shares(set.breaks) {
            let trial = self.trial(way, &set, *share, edit.clone());
            let mut worst = (String::new(), Pt::new(-1e6));
            for placed in self.place(way, &trial).iter() {
                let over = strain(placed, self.layout.size, &trial).over;
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

/// So many words less, one at a time from the section that is longest by then; by number of section.
pub(in crate::typeset) fn cut(sections: &[(usize, usize)], words: usize) -> Vec<usize> {
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
