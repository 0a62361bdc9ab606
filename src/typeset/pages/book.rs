//! Books: takes a form of so many pages, gives the sizes and the ways in which its text fits, or says that it does not.
//!
//! Where there are lines for notes, sections stand whole, and which of them come to which page is tried: the division
//! that gives the largest type on the page that has the smallest is taken. Elsewhere the text is poured through the
//! columns of all pages at one size, as full as they can be, and the columns of the last page end at one height.

use std::cell::Cell;
use std::ops::Range;

use super::notes::Beside;
use super::pieces::{Piece, Seam, pieces};
use super::pour::into_rooms;
use super::sheet::Sheet;
use crate::geom::{Pt, Rect};
use crate::layout::{Columns, Form, Shares, Sizing};
use crate::style::TypeRange;
use crate::typeset::Material;
use crate::typeset::frames::strain;
use crate::typeset::store::Store;
use crate::typeset::trial::{Break, Edit, Trial};

/// Rounding of sums is not an overflow.
const SLACK: Pt = Pt::new(0.05);
/// The type of one page is at least this part of that of another whose size is near.
const NEAR: f32 = 0.9;
/// What it costs that a page has no section, in points.
const EMPTY: f32 = 2.0;
/// What a point of difference in what sections have to spare costs, in points: it only decides between equals.
const UNEVEN: f32 = 0.001;
/// How often the height of the last columns is halved to make them even.
const HALVES: usize = 12;

/// A form with its pages prepared.
pub(super) struct Book<'m, 'a> {
    material: &'m Material<'a>,
    /// As declared.
    pub form: &'a Form,
    /// Every way to set each page.
    pub pages: Vec<Vec<Sheet<'a>>>,
    trials: Cell<u32>,
}

/// How a page is to be set.
pub(super) struct PageSet<'t> {
    /// Which way.
    pub way: usize,
    /// At which size.
    pub trial: Trial<'t>,
    /// What of the text stands on it.
    pub text: Text,
}

/// What of the text stands on a page.
pub(super) enum Text {
    /// Whole sections, by their places, with lines for notes.
    Beside(Range<usize>),
    /// Pieces of each room.
    Poured(Vec<(Rect, Range<usize>)>),
}

/// Sections shared out to pages.
struct Divided {
    score: f32,
    /// Size and way of each page.
    sizes: Vec<(Pt, usize)>,
    division: Vec<Range<usize>>,
}

/// What is tried of a page.
#[derive(Clone, Copy)]
struct At<'e> {
    page: usize,
    way: usize,
    size: Pt,
    shares: Shares,
    edit: &'e Edit,
}

impl<'m, 'a: 'm> Book<'m, 'a> {
    /// A form with all words shaped; `None` where a page has no way whose conditions hold.
    pub(super) fn new(material: &'m Material<'a>, form: &'a Form, store: &mut Store) -> Option<Self> {
        let count = form.masters.len();
        let ways = |(number, master)| Sheet::ways(material, master, (number, count), store);
        let pages: Vec<Vec<Sheet<'a>>> = (1..).zip(&form.masters).map(ways).collect();
        let has_text = pages.iter().all(|ways| ways.iter().all(|sheet| sheet.strands().is_some()));
        let is_whole = has_text && pages.iter().all(|ways| !ways.is_empty()) && !pages.is_empty();
        is_whole.then(|| Book { material, form, pages, trials: Cell::new(0) })
    }

    /// The smallest size of its text.
    pub(super) fn least(&self) -> Pt {
        self.form.least.max(self.material.layout.body.min)
    }

    fn range(&self) -> TypeRange {
        TypeRange { min: self.least(), max: self.material.layout.body.max }
    }

    fn page(&self) -> Rect {
        Rect::page(self.material.layout.size)
    }

    fn has_notes(&self) -> bool {
        self.pages[0][0].strands().is_some_and(|strands| strands.thread.notes.is_some())
    }

    fn count(&self) -> usize {
        self.pages[0][0].strands().map_or(0, |strands| strands.flow.sections.len())
    }

    fn trial(&self, at: At<'_>) -> Trial<'m> {
        let grid = self.pages[at.page][at.way].arrangement.grid;
        let columns =
            grid.map_or_else(Columns::default, |grid| grid.columns(self.material.layout.size.w, 0.5));
        self.trials.set(self.trials.get() + 1);
        Trial {
            number: self.trials.get(),
            body: at.size,
            shares: at.shares,
            breaks: Break::List,
            keep: 1.0,
            edit: at.edit.clone(),
            columns,
            theme: self.material.theme,
        }
    }

    /// Whether all that does not run through pages has its room.
    fn frames_fit(&self, at: At<'_>, trial: &Trial<'_>) -> bool {
        let placed = self.pages[at.page][at.way].placed(self.page(), trial);
        let size = self.material.layout.size;
        placed.iter().all(|placed| {
            let strain = strain(placed, size, trial);
            strain.over <= SLACK && strain.narrow <= 1.0
        })
    }

    /// What some sections leave of a page with lines for notes, where they fit.
    fn spare(&self, at: At<'_>, sections: &Range<usize>) -> Option<Pt> {
        let sheet = &self.pages[at.page][at.way];
        let trial = self.trial(at);
        let strands = sheet.strands()?;
        let room = sheet.rooms(self.page(), &trial).into_iter().next()?;
        let beside = Beside { strands, notes: strands.thread.notes.as_ref()?, sections, room };
        let spare = beside.spare(&trial);
        (spare >= -SLACK && self.frames_fit(at, &trial)).then_some(spare)
    }

    /// Every way to share the sections out to the pages, in order.
    fn divisions(&self) -> Vec<Vec<Range<usize>>> {
        let count = self.count();
        let mut all: Vec<Vec<Range<usize>>> = vec![Vec::new()];
        for page in 0..self.pages.len() {
            let mut longer = Vec::new();
            for division in &all {
                let from = division.last().map_or(0, |part: &Range<usize>| part.end);
                let is_last = page + 1 == self.pages.len();
                for to in if is_last { count..=count } else { from..=count } {
                    longer.push(division.iter().cloned().chain(std::iter::once(from..to)).collect());
                }
            }
            all = longer;
        }
        all
    }

    /// The largest size of some sections on a page, with its way and what is left; less what the way costs.
    fn largest(&self, page: usize, sections: &Range<usize>) -> Option<(Pt, usize)> {
        let mut best: Option<(Pt, usize, f32)> = None;
        for (way, sheet) in self.pages[page].iter().enumerate() {
            let at = |size: Pt| At { page, way, size, shares: Shares::default(), edit: &Edit::Nothing };
            let range = self.range();
            if self.spare(at(range.min), sections).is_none() {
                continue;
            }
            let size = range.largest(|size| self.spare(at(size), sections).is_some());
            let score = size.get() - sheet.arrangement.cost / 10.0;
            if best.is_none_or(|(.., known)| score > known) {
                best = Some((size, way, score));
            }
        }
        best.map(|(size, way, _)| (size, way))
    }

    /// How every page is to be set, and the pieces of what is poured; `None` where the text has no room.
    pub(super) fn best(&self) -> Option<(Vec<PageSet<'m>>, Vec<Piece>)> {
        if self.has_notes() { Some((self.divided()?, Vec::new())) } else { self.poured() }
    }

    fn divided(&self) -> Option<Vec<PageSet<'m>>> {
        let mut best: Option<Divided> = None;
        for division in self.divisions() {
            let pages = division.iter().enumerate().map(|(page, sections)| self.largest(page, sections));
            let Some(found) = pages.collect::<Option<Vec<_>>>() else { continue };
            let sizes = self.near(&found);
            let score = self.score(&sizes, &division);
            if best.as_ref().is_none_or(|known| score > known.score) {
                best = Some(Divided { score, sizes, division });
            }
        }
        let Divided { sizes, division, .. } = best?;
        let set = |(page, ((size, way), sections)): (usize, (&(Pt, usize), &Range<usize>))| {
            let at = At { page, way: *way, size: *size, shares: Shares::default(), edit: &Edit::Nothing };
            let shares = self.spent(at, |at| self.spare(at, sections).is_some());
            let trial = self.trial(At { shares, ..at });
            PageSet { way: *way, trial, text: Text::Beside(sections.clone()) }
        };
        Some(sizes.iter().zip(&division).enumerate().map(set).collect())
    }

    /// Sizes of pages that are to be near those of others, or the same.
    fn near(&self, found: &[(Pt, usize)]) -> Vec<(Pt, usize)> {
        let least = found.iter().fold(Pt::new(1e3), |least, (size, _)| least.min(*size));
        let range = self.range();
        let step = |size: Pt| range.size(((size - range.min).get() * 10.0 + 0.01).floor().max(0.0) as usize);
        let sized = |((size, way), master): (&(Pt, usize), &crate::layout::PageMaster)| {
            let size = match master.sizing {
                Sizing::Own => *size,
                Sizing::Near => size.min(step(Pt::new(least.get() / NEAR))),
                Sizing::Shared | Sizing::UpToShared => least,
            };
            (size, *way)
        };
        found.iter().zip(&self.form.masters).map(sized).collect()
    }

    /// How good a division is: the smallest type counts most, then the type of all, then that no page is emptier.
    fn score(&self, sizes: &[(Pt, usize)], division: &[Range<usize>]) -> f32 {
        let least = sizes.iter().fold(f32::MAX, |least, (size, _)| least.min(size.get()));
        let all: f32 = sizes.iter().map(|(size, _)| size.get()).sum();
        let empty = division.iter().filter(|sections| sections.is_empty()).count();
        let spare = |(page, (size, way)): (usize, &(Pt, usize))| {
            let at = At { page, way: *way, size: *size, shares: Shares::default(), edit: &Edit::Nothing };
            let spare = self.spare(at, &division[page]).unwrap_or_default();
            spare.get() / division[page].len().max(1) as f32
        };
        let spares: Vec<f32> = sizes.iter().enumerate().map(spare).collect();
        let apart = spares.iter().fold(0.0_f32, |most, spare| most.max(*spare))
            - spares.iter().fold(f32::MAX, |least, spare| least.min(*spare));
        least * 10.0 + all - empty as f32 * EMPTY * 10.0 - apart * UNEVEN
    }

    /// How far each token of a page may grow, in the order of the layout.
    fn spent(&self, mut at: At<'_>, fits: impl Fn(At<'_>) -> bool) -> Shares {
        for spend in &self.material.layout.spend {
            let before = at.shares.of(spend.token);
            let step = (spend.up_to - before) / 4.0;
            let grown = |steps: usize| at.shares.with(spend.token, before + step * steps as f32);
            let steps = crate::style::largest_step(4, |steps| fits(At { shares: grown(steps), ..at }));
            at.shares = grown(steps);
        }
        at.shares
    }

    /// The ways of all pages together, each once.
    fn choices(&self) -> Vec<Vec<usize>> {
        let mut all: Vec<Vec<usize>> = vec![Vec::new()];
        for ways in &self.pages {
            let longer = |known: &Vec<usize>| {
                (0..ways.len()).map(|way| known.iter().copied().chain([way]).collect()).collect::<Vec<_>>()
            };
            all = all.iter().flat_map(longer).collect();
        }
        all
    }

    /// The rooms of all pages at a size, each with its page; `None` where a page has no room for its other frames.
    fn rooms(&self, ways: &[usize], size: Pt, shares: &[Shares], edit: &Edit) -> Option<Vec<(usize, Rect)>> {
        let mut rooms = Vec::new();
        for (page, way) in ways.iter().enumerate() {
            let at = At { page, way: *way, size, shares: shares[page], edit };
            let trial = self.trial(at);
            if !self.frames_fit(at, &trial) {
                return None;
            }
            let sheet = &self.pages[page][*way];
            rooms.extend(sheet.rooms(self.page(), &trial).into_iter().map(|room| (page, room)));
        }
        Some(rooms)
    }

    /// The trial that poured text is set in: it has one size, and nothing of it grows.
    pub(super) fn plain(&self, size: Pt, edit: &Edit) -> Trial<'m> {
        self.trial(At { page: 0, way: 0, size, shares: Shares::default(), edit })
    }

    /// The text cut into pieces for rooms of some width.
    fn cut(&self, rooms: &[(usize, Rect)], size: Pt, edit: &Edit) -> Option<Vec<Piece>> {
        let width = rooms.iter().map(|(_, room)| room.w).reduce(Pt::min)?;
        Some(pieces(self.pages[0][0].strands()?, width, &self.plain(size, edit)))
    }

    fn pours(&self, ways: &[usize], size: Pt, shares: &[Shares], edit: &Edit) -> bool {
        let Some(rooms) = self.rooms(ways, size, shares, edit) else { return false };
        let heights: Vec<Pt> = rooms.iter().map(|(_, room)| room.h).collect();
        self.cut(&rooms, size, edit).is_some_and(|pieces| into_rooms(&pieces, &heights, Seam::Line).is_some())
    }

    fn poured(&self) -> Option<(Vec<PageSet<'m>>, Vec<Piece>)> {
        let mut shares = vec![Shares::default(); self.pages.len()];
        let (range, mut best) = (self.range(), None::<(f32, Pt, Vec<usize>)>);
        for ways in self.choices() {
            let fits = |size: Pt| self.pours(&ways, size, &shares, &Edit::Nothing);
            if !fits(range.min) {
                continue;
            }
            let size = range.largest(fits);
            let costs = ways.iter().enumerate().map(|(page, way)| self.pages[page][*way].arrangement.cost);
            let score = size.get() - costs.sum::<f32>() / 10.0;
            if best.as_ref().is_none_or(|(known, ..)| score > *known) {
                best = Some((score, size, ways));
            }
        }
        let (_, size, ways) = best?;
        for page in 0..self.pages.len() {
            let at = At { page, way: ways[page], size, shares: Shares::default(), edit: &Edit::Nothing };
            shares[page] = self.spent(at, |at| {
                let mut tried = shares.clone();
                tried[page] = at.shares;
                self.pours(&ways, size, &tried, &Edit::Nothing)
            });
        }
        let rooms = self.rooms(&ways, size, &shares, &Edit::Nothing)?;
        let pieces = self.cut(&rooms, size, &Edit::Nothing)?;
        let filled = even(&pieces, &rooms)?;
        let set = |(page, way): (usize, &usize)| {
            let own = rooms.iter().zip(&filled).filter(|((of, _), _)| *of == page);
            let text = Text::Poured(own.map(|((_, room), range)| (*room, range.clone())).collect());
            let at = At { page, way: *way, size, shares: shares[page], edit: &Edit::Nothing };
            PageSet { way: *way, trial: self.trial(at), text }
        };
        let pages = ways.iter().enumerate().map(set).collect();
        Some((pages, pieces))
    }

    /// Whether the text has room at the smallest size, after a change that is only thought of.
    pub(super) fn holds(&self, edit: &Edit) -> bool {
        let size = self.least();
        if !self.has_notes() {
            let shares = vec![Shares::default(); self.pages.len()];
            return self.choices().iter().any(|ways| self.pours(ways, size, &shares, edit));
        }
        let fits = |page: usize, sections: &Range<usize>| {
            let ways = 0..self.pages[page].len();
            let at = |way: usize| At { page, way, size, shares: Shares::default(), edit };
            ways.into_iter().any(|way| self.spare(at(way), sections).is_some())
        };
        // Fewer sections need less room, so the most that fit on a page leave the fewest for those after it.
        let (count, last) = (self.count(), self.pages.len() - 1);
        let mut from = 0;
        for page in 0..last {
            let Some(to) = (from..=count).rev().find(|to| fits(page, &(from..*to))) else { return false };
            from = to;
        }
        fits(last, &(from..count))
    }

    /// The frame that runs over most at the smallest size, and by how much.
    pub(super) fn worst(&self, edit: &Edit) -> (String, Pt) {
        let mut worst = (String::new(), Pt::new(-1e6));
        for page in 0..self.pages.len() {
            let at = At { page, way: 0, size: self.least(), shares: Shares::default(), edit };
            let trial = self.trial(at);
            for placed in self.pages[page][0].placed(self.page(), &trial) {
                let over = strain(&placed, self.material.layout.size, &trial).over;
                if over > worst.1 {
                    worst = (placed.boxed.frame.name.clone(), over);
                }
            }
        }
        worst
    }
}

/// The pieces of each room; those of the last page end as evenly as they can.
fn even(pieces: &[Piece], rooms: &[(usize, Rect)]) -> Option<Vec<Range<usize>>> {
    let last = rooms.last()?.0;
    let poured = |share: f32| {
        let height = |(page, room): &(usize, Rect)| if *page == last { room.h * share } else { room.h };
        into_rooms(pieces, &rooms.iter().map(height).collect::<Vec<_>>(), Seam::Line)
    };
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVES {
        let middle = (low + high) / 2.0;
        if poured(middle).is_some() {
            high = middle;
        } else {
            low = middle;
        }
    }
    poured(high)
}
