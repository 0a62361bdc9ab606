//! Mosaic: takes contacts and a width, gives each its place: tiles in rows, the alarm tall beside them, or lines.
//!
//! A row is cut from the columns of the mosaic's own grid, one to three tiles each as many columns wide as it needs;
//! a way that breaks a number, or a name into three lines, is not one. Of all ways that keep the contacts in order
//! the cheapest is taken: height first, then what is bare, then tiles of very different widths. A programme from the
//! last contact to the first finds it, for what follows a row does not depend on how the rows before it were cut.

use std::cell::Cell;

use smallvec::SmallVec;

use super::contacts::{Contacts, Entry};
use super::sizes::Scaled;
use super::spans::{MOST_IN_ROW, Spans, cuts};
use crate::geom::{Pt, Rect};
use crate::layout::{ContactForm, ValueSize};
use crate::typeset::places::{Asked, Faults, Form, Mosaic, Tile};
use crate::typeset::trial::Trial;

/// Costs beside height, in points: half of what is bare of a row on average, ...
const BARE: f32 = 0.5;
/// ... each column by which the widest tile of a row is wider than the narrowest, ...
const UNEQUAL: f32 = 0.4;
/// ... a row of one tile over the width of a page, ...
const ALONE: f32 = 24.0;
/// ... what a tall alarm sticks out below the others, ...
const STICKS_OUT: f32 = 0.6;
/// ... and what a tall alarm is worth, for it is seen first.
const TALL: f32 = 12.0;
/// An e-mail address that is broken before its @ costs so much.
const EMAIL: f32 = 9.0;
/// What is broken costs more than any page is high.
const BROKEN: f32 = 1e5;
/// Numbers that keep no more than this of their floors are the last means before a page is refused.
const LEAST_KEPT: f32 = 0.7;
/// How far an address that is broken into crumbs is from how it should be.
const CRUMBLED: f32 = 2.0;
/// Numbers that are smaller than their floors by less than this do not count as smaller.
const NEARLY: f32 = 0.985;
/// Few briefings have more contacts than this.
const MANY: usize = 8;
/// A narrower tall alarm would be a post.
const LEAST_ALARM: Pt = Pt::new(141.7);

impl Contacts<'_> {
    /// Height of all contacts in a width.
    pub(in crate::typeset) fn height(&self, width: Pt, trial: &Trial<'_>) -> Pt {
        self.known(&self.asked(width, trial), |mosaic| mosaic.height)
    }

    /// The same, how far the numbers fall short of what they should be, and what else is not as it should be: above 1 is
    /// too far. The last means before a page is refused is to let them.
    pub(in crate::typeset) fn borne(&self, width: Pt, trial: &Trial<'_>) -> (Pt, f32, Faults) {
        let found =
            self.known(&self.asked(width, trial), |mosaic| (mosaic.height, mosaic.number, mosaic.faults));
        let is_free = trial.keep <= LEAST_KEPT || self.entries.is_empty();
        match self.spec.value {
            ValueSize::OfBody(..) if self.spec.form == ContactForm::Tiles && !is_free => {
                let least = self.spec.value.at(trial.body, 0.0) * trial.keep;
                (found.0, least / found.1 * NEARLY, found.2)
            }
            // An address in crumbs beside a code says less than the code alone: a way without it is looked for.
            _ if !is_free && self.has_crumbs(width, trial) => (found.0, CRUMBLED, found.2),
            _ => (found.0, 0.0, found.2),
        }
    }

    /// The contacts in their places.
    pub(super) fn mosaic(&self, width: Pt, trial: &Trial<'_>) -> Mosaic {
        self.known(&self.asked(width, trial), Mosaic::clone)
    }

    /// What is wanted of a mosaic, which is found where it is not known yet.
    fn known<T>(&self, asked: &Asked, wanted: impl Fn(&Mosaic) -> T) -> T {
        self.known.get(asked, || self.arranged(asked), wanted)
    }

    /// Finds the places of all contacts.
    fn arranged(&self, asked: &Asked) -> Mosaic {
        let width = asked.width;
        let stacked = |columns: usize| {
            let scaled = self.scaled_to(asked, columns);
            scaled.judged(scaled.stacked(width, columns), asked)
        };
        match self.spec.form {
            _ if self.entries.is_empty() => Mosaic::default(),
            ContactForm::Tiles => {
                // Nearly always there is a way in which nothing is broken; what is broken need not be measured then.
                let mut scaled = self.scaled_to(asked, 1);
                scaled.is_rough = true;
                let (cost, mosaic) = Cutter::new(&scaled, width).best();
                let number = scaled.number;
                let found = if cost < BROKEN { mosaic } else { Cutter::new(&scaled.exact(), width).best().1 };
                Mosaic { number, ..scaled.exact().judged(found, asked) }
            }
            ContactForm::Alarm | ContactForm::Codes | ContactForm::Blocks => stacked(1),
            ContactForm::Grid => stacked(2),
            ContactForm::Lines => {
                let one = stacked(1);
                // Two columns are harder to find a number in, so they are for when one is much too high.
                let two = (self.entries.len() > MOST_IN_COLUMN).then(|| stacked(2));
                two.filter(|two| two.height < one.height).unwrap_or(one)
            }
        }
    }
}

/// More contacts than this stand in two columns where they are drawn as lines.
const MOST_IN_COLUMN: usize = 5;

/// Tiles being cut.
struct Cutter<'s, 'c, 'a> {
    scaled: &'s Scaled<'c, 'a>,
    width: Pt,
    units: usize,
    /// Of each contact, the fewest columns in which it need not be broken.
    fewest: SmallVec<[usize; MANY]>,
    /// For each contact and number of columns, one contact after the other, as far as it was asked for.
    tiles: Vec<Cell<Option<Cut>>>,
}

/// A tile of so many columns: the best form, its height and what is broken.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cut {
    form: Form,
    height: Pt,
    broken: f32,
}

impl Cut {
    /// Of fewer columns than a tile may have.
    const NONE: Cut = Cut { form: Form::Plain, height: Pt::ZERO, broken: BROKEN };
}

/// The rows from one contact on: their cost and height, and how the first one is cut.
#[derive(Clone, Copy, Debug, Default)]
struct Rows {
    cost: f32,
    height: Pt,
    first: Spans,
    row: Pt,
}

/// For each contact the rows that begin with it.
type AllRows = SmallVec<[Rows; MANY]>;

impl Rows {
    /// Where nothing can be cut without being broken.
    const BROKEN: Rows = Rows { cost: BROKEN * 2.0, height: Pt::ZERO, first: Spans::NONE, row: Pt::ZERO };
}

impl<'s, 'c, 'a> Cutter<'s, 'c, 'a> {
    fn new(scaled: &'s Scaled<'c, 'a>, width: Pt) -> Self {
        let units = usize::from(scaled.contacts.spec.grid.max(1));
        let entries = &scaled.contacts.entries;
        let tiles = vec![Cell::new(None); entries.len() * (units + 1)];
        let mut cutter = Cutter { scaled, width, units, fewest: SmallVec::new(), tiles };
        let fewest = |entry: &Entry<'_>| {
            let least = cutter.least();
            if !scaled.is_rough {
                return least;
            }
            let width = scaled.least_width(entry) + scaled.around(entry).0;
            (least..=units).find(|span| cutter.span(*span) >= width).unwrap_or(units + 1)
        };
        let fewest = entries.iter().map(fewest).collect();
        cutter.fewest = fewest;
        cutter
    }

    /// The tile of a contact of so many columns. A wider tile is never higher, so where both a narrower and a wider
    /// one are the same, so is any between them.
    fn tile(&self, entry: usize, span: usize) -> Cut {
        let tiles = &self.tiles[entry * (self.units + 1)..][..=self.units];
        if let Some(cut) = tiles[span].get() {
            return cut;
        }
        let below = tiles[..span].iter().rev().find_map(Cell::get);
        let above = tiles[span + 1..].iter().find_map(Cell::get);
        let cut = match below {
            Some(cut) if Some(cut) == above => cut,
            _ => self.measured(&self.scaled.contacts.entries[entry], span),
        };
        tiles[span].set(Some(cut));
        cut
    }

    /// Width of so many columns.
    fn span(&self, columns: usize) -> Pt {
        let (gap, units) = (self.scaled.gutter, self.units as f32);
        (self.width + gap) * (columns as f32 / units) - gap
    }

    /// Fewest columns of a tile.
    fn least(&self) -> usize {
        (self.units / 4).max(1)
    }

    fn measured(&self, entry: &Entry<'_>, span: usize) -> Cut {
        let width = self.span(span);
        let forms = self.scaled.forms(entry).iter().map(|form| {
            let (height, whole) = self.scaled.tile(entry, *form, width);
            if self.scaled.is_rough && !whole {
                return Cut::NONE;
            }
            // Where both are broken, words below the number at least have the whole width.
            let is_beside = *form == Form::AlarmRow || (*form == Form::Plain && entry.code.is_some());
            let broken = if is_beside { BROKEN * 2.0 } else { BROKEN };
            // What is broken in any case is broken least where it has most room.
            let broken = match whole {
                true if self.scaled.breaks_email(entry, width) => EMAIL,
                true => 0.0,
                false => broken * (height / self.scaled.label.size),
            };
            Cut { form: *form, height, broken }
        });
        let cost = |cut: &Cut| cut.height.get() + cut.broken;
        forms.min_by(|a, b| cost(a).total_cmp(&cost(b))).unwrap_or(Cut::NONE)
    }

    /// The cheapest rows, or the alarm tall beside the cheapest rows of the others, and what they cost.
    fn best(&self) -> (f32, Mosaic) {
        let rows = self.rows(0, self.units);
        let plain = rows.first().map_or(f32::MAX, |rows| rows.cost);
        self.tall_alarm(plain).unwrap_or_else(|| {
            let mut mosaic = Mosaic::default();
            self.lay(&rows, 0, Pt::ZERO, self.units, &mut mosaic);
            (plain, mosaic)
        })
    }

    /// For each contact from `from` on the cheapest way to cut rows that begin with it, so many columns wide.
    fn rows(&self, from: usize, units: usize) -> AllRows {
        let count = self.scaled.contacts.entries.len();
        let mut best = AllRows::from_elem(Rows::default(), count - from + 1);
        for entry in (from..count).rev() {
            let mut found: Option<Rows> = None;
            for tiles in 1..=MOST_IN_ROW.min(count - entry) {
                cuts(units, tiles, self.least(), &mut |spans| {
                    // What is broken in any case costs more than any way that there may be.
                    if (entry..).zip(spans.all()).any(|(entry, span)| *span < self.fewest[entry]) {
                        return;
                    }
                    let after = &best[entry - from + tiles];
                    let gap = if after.first.tiles == 0 { Pt::ZERO } else { self.scaled.gap };
                    // Where the rows below alone cost as much, no row above them need be measured.
                    if found.as_ref().is_some_and(|found| gap.get() + after.cost >= found.cost) {
                        return;
                    }
                    let (cost, row) = self.row_cost(entry, spans.all(), units);
                    let cost = cost + gap.get() + after.cost + spans.unlike(&after.first);
                    if found.as_ref().is_none_or(|found| cost < found.cost) {
                        let height = row + gap + after.height;
                        found = Some(Rows { cost, height, first: spans, row });
                    }
                });
            }
            best[entry - from] = found.unwrap_or(Rows::BROKEN);
        }
        best
    }

    /// What a row costs, and its height.
    fn row_cost(&self, first: usize, spans: &[usize], units: usize) -> (f32, Pt) {
        let mut tiles = [Cut::NONE; MOST_IN_ROW];
        let tiles = &mut tiles[..spans.len()];
        let (mut height, mut broken, mut least, mut most) = (Pt::ZERO, 0.0, units, 0);
        for (place, (tile, span)) in tiles.iter_mut().zip(spans).enumerate() {
            *tile = self.tile(first + place, *span);
            (height, broken) = (height.max(tile.height), broken + tile.broken);
            (least, most) = (least.min(*span), most.max(*span));
        }
        let bare: f32 = tiles.iter().map(|tile| (height - tile.height).get()).sum();
        let bare = bare / spans.len() as f32;
        let has_code = self.scaled.contacts.entries[first].code.is_some();
        let alone = if spans.len() == 1 && units >= 10 && !has_code { ALONE } else { 0.0 };
        (height.get() + bare * BARE + (most - least) as f32 * UNEQUAL + alone + broken, height)
    }

    /// The alarm at the left over the height of all others, where there is one and that costs less than `most`.
    fn tall_alarm(&self, most: f32) -> Option<(f32, Mosaic)> {
        let entries = &self.scaled.contacts.entries;
        let first = entries.first().filter(|entry| entry.contact.emergency && entries.len() > 1)?;
        if !self.scaled.forms(first).contains(&Form::AlarmTall) {
            return None;
        }
        let mut found: Option<(usize, AllRows, Pt)> = None;
        let mut least_cost = most;
        for span in self.units.div_ceil(3)..=self.units - self.least() {
            let width = self.span(span);
            if width < LEAST_ALARM {
                continue;
            }
            let (height, whole) = self.scaled.tile(first, Form::AlarmTall, width);
            let broken = match whole {
                true => 0.0,
                false if self.scaled.is_rough => continue,
                false => BROKEN * (height / self.scaled.label.size),
            };
            let wish = (span as f32 - 0.4 * self.units as f32).abs();
            let own = 3.0 * wish + broken - TALL;
            // However the others are cut, they do not make it cost less.
            if height.get() + own >= least_cost {
                continue;
            }
            let rest = self.rows(1, self.units - span);
            let others = rest[0];
            let bare = (height - others.height).max(Pt::ZERO).get();
            let cost = others.cost.max(height.get()) + STICKS_OUT * bare + own;
            if cost < least_cost {
                least_cost = cost;
                found = Some((span, rest, height.max(others.height)));
            }
        }
        let (span, rest, height) = found?;
        let mut mosaic = Mosaic::default();
        let rect = Rect::new(Pt::ZERO, Pt::ZERO, self.span(span), height);
        mosaic.tiles.push(Tile { entry: 0, form: Form::AlarmTall, rect });
        self.lay(&rest, 1, self.span(span) + self.scaled.gutter, self.units - span, &mut mosaic);
        // What stands beside it ends with it.
        level(&mut mosaic.tiles[1..], height);
        mosaic.height = height;
        Some((least_cost, mosaic))
    }

    /// Puts rows below each other, from the contact `from` on.
    fn lay(&self, rows: &[Rows], from: usize, left: Pt, units: usize, mosaic: &mut Mosaic) {
        let (mut at, mut y) = (0, Pt::ZERO);
        while let Some(row) = rows.get(at).filter(|row| row.first.tiles > 0) {
            let mut used = 0;
            for (place, span) in row.first.all().iter().enumerate() {
                let entry = from + at + place;
                let x = left + if used > 0 { self.span(used) + self.scaled.gutter } else { Pt::ZERO };
                let rect = Rect::new(x, y, self.span(*span), row.row);
                mosaic.tiles.push(Tile { entry, form: self.tile(entry, *span).form, rect });
                used += span;
            }
            debug_assert_eq!(used, units);
            y += row.row;
            mosaic.height = mosaic.height.max(y);
            y += self.scaled.gap;
            at += row.first.tiles;
        }
    }
}

/// Shares height out over rows of tiles, so that the last one ends at `end`.
pub(super) fn level(tiles: &mut [Tile], end: Pt) {
    let last = tiles.iter().fold(Pt::ZERO, |last, tile| last.max(tile.rect.bottom()));
    let in_row = |tile: &Tile, next: &Tile| tile.rect.y == next.rect.y;
    let count = tiles.chunk_by(in_row).count();
    if count == 0 || end <= last {
        return;
    }
    let each = (end - last) / count as f32;
    for (index, row) in tiles.chunk_by_mut(in_row).enumerate() {
        for tile in row {
            tile.rect.y += each * index as f32;
            tile.rect.h += each;
        }
    }
}
