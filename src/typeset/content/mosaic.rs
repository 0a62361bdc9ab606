//! Mosaic: takes contacts and a room, gives each its place: tiles in rows, a column of codes, lines, one alarm.

use super::contacts::{CodePlace, Contacts, Entry, Row, RowKind, Scaled, Sizes, Tile};
use crate::geom::{Pt, Rect};
use crate::layout::ContactForm;
use crate::typeset::trial::Trial;

/// How many tiles stand in a row at the most.
const MOST_IN_ROW: usize = 4;
/// More contacts than this stand in two columns where they are drawn as lines.
const MOST_IN_COLUMN: usize = 5;
/// A way that saves less height than this is not worth a break in a name.
const WORTH: Pt = Pt::new(1.0);

impl Contacts<'_> {
    /// Height of all tiles in a width.
    pub(in crate::typeset) fn height(&self, width: Pt, sizes: Sizes, trial: &Trial<'_>) -> Pt {
        let room = Rect::new(Pt::ZERO, Pt::ZERO, width, Pt::ZERO);
        bottom(&self.scaled(sizes, trial).tiles(room, trial.tight))
    }

    /// The sizes that a frame's height is reckoned with: no number is smaller than the text.
    pub(in crate::typeset) fn least_sizes(&self, trial: &Trial<'_>) -> Sizes {
        let (range, qr) = (self.spec.value, self.spec.qr);
        let least = match self.spec.form {
            _ if trial.tight => range.min,
            ContactForm::Tiles | ContactForm::Lines => trial.body.max(range.min).min(range.max),
            ContactForm::Alarm | ContactForm::Codes => range.min,
        };
        Sizes {
            value: least + (range.max - least) * trial.loose,
            qr: qr.min + (qr.max - qr.min) * trial.loose,
        }
    }

    /// The largest sizes at which all tiles fit into a room: values first, then codes.
    pub(super) fn largest_sizes(&self, room: Rect, trial: &Trial<'_>) -> Sizes {
        let (values, codes) = (self.spec.value, self.spec.qr);
        let fits = |sizes| self.height(room.w, sizes, trial) <= room.h + Pt::new(0.01);
        let value = values.largest(|value| fits(Sizes { value, qr: codes.min }));
        let qr = codes.largest(|qr| fits(Sizes { value, qr }));
        Sizes { value, qr }
    }
}

impl<'c, 'a> Scaled<'c, 'a> {
    /// The tiles in their places, from the top of a room downwards.
    pub(super) fn tiles(&self, room: Rect, tight: bool) -> Vec<Tile<'c, 'a>> {
        match self.contacts.spec.form {
            ContactForm::Tiles => self.mosaic(room),
            ContactForm::Alarm | ContactForm::Codes => self.lines(room, 1),
            ContactForm::Lines => {
                let one = self.lines(room, 1);
                // Two columns are harder to find a number in, so they are for when one is too high.
                if !tight && self.contacts.entries.len() <= MOST_IN_COLUMN {
                    return one;
                }
                let two = self.lines(room, 2);
                if bottom(&two) < bottom(&one) { two } else { one }
            }
        }
    }

    /// The lowest way to make a mosaic: codes above their words in a column at the right, or beside them in a row
    /// like others; names of one line, or of two so that more tiles stand in a row.
    fn mosaic(&self, room: Rect) -> Vec<Tile<'c, 'a>> {
        let has_code = self.contacts.entries.iter().any(|entry| entry.code.is_some());
        let places = if has_code { &[CodePlace::Above, CodePlace::Beside][..] } else { &[CodePlace::Above] };
        let (mut best, mut least) = (Vec::new(), Pt::new(f32::MAX));
        let mut tiles = Vec::with_capacity(self.contacts.entries.len());
        for code in places {
            let mosaic = Mosaic::new(self, *code, room);
            for tight in [false, true] {
                mosaic.fill(tight, &mut tiles);
                let height = bottom(&tiles);
                if height + WORTH < least {
                    least = height;
                    std::mem::swap(&mut best, &mut tiles);
                }
            }
        }
        best
    }

    fn lines(&self, room: Rect, columns: usize) -> Vec<Tile<'c, 'a>> {
        let width = (room.w - self.gap * (columns - 1) as f32) / columns as f32;
        let code = |entry: &Entry<'_>| entry.code_at(CodePlace::Above);
        let mut tiles = Vec::with_capacity(self.contacts.entries.len());
        let mut y = room.y;
        for row in self.contacts.entries.chunks(columns) {
            let heights = row.iter().map(|entry| self.tile_height(entry, code(entry), width));
            let height = heights.fold(Pt::ZERO, Pt::max);
            for (index, entry) in row.iter().enumerate() {
                let x = room.x + (width + self.gap) * index as f32;
                tiles.push(Tile { entry, code: code(entry), rect: Rect::new(x, y, width, height) });
            }
            y += height + self.gap;
        }
        tiles
    }
}

/// A mosaic being made.
struct Mosaic<'s, 'c, 'a> {
    scaled: &'s Scaled<'c, 'a>,
    room: Rect,
    /// Where codes stand.
    code: CodePlace,
    /// Those that stand in rows.
    plain: Vec<&'c Entry<'a>>,
    /// The column of codes.
    codes: Vec<Tile<'c, 'a>>,
}

impl<'s, 'c, 'a> Mosaic<'s, 'c, 'a> {
    fn new(scaled: &'s Scaled<'c, 'a>, code: CodePlace, room: Rect) -> Self {
        let entries = &scaled.contacts.entries;
        let in_column = |entry: &&Entry<'_>| entry.code.is_some() && code == CodePlace::Above;
        let plain: Vec<&'c Entry<'a>> = entries.iter().filter(|entry| !in_column(entry)).collect();
        let codes = code_column(scaled, entries.iter().filter(in_column), room, plain.is_empty());
        Mosaic { scaled, room, code, plain, codes }
    }

    /// Rows fill the room at the left of the column of codes, and further rows the whole width below; what
    /// stands side by side ends together. `tiles` is cleared first; names may break where it is `tight`.
    fn fill(&self, tight: bool, tiles: &mut Vec<Tile<'c, 'a>>) {
        let Mosaic { room, codes, .. } = self;
        let gap = self.scaled.gap;
        tiles.clear();
        let foot = bottom(codes);
        let beside = codes.first().map_or(room.w, |code| code.rect.x - gap - room.x);
        let mut y = room.y;
        // A row that would begin within the last quarter of a code's height goes below it instead.
        let last_start = if codes.is_empty() { y } else { foot - (foot - room.y) * 0.25 };
        while tiles.len() < self.plain.len() && y < last_start {
            y = self.add_row(tight, Rect { y, w: beside, ..*room }, tiles);
        }
        let mut stretch = Pt::ZERO;
        if !codes.is_empty() && !tiles.is_empty() {
            let end = level(tiles, foot);
            (stretch, y) = (end - foot, end + gap);
        }
        while tiles.len() < self.plain.len() {
            y = self.add_row(tight, Rect { y, ..*room }, tiles);
        }
        tiles.extend_from_slice(codes);
        if let Some(last) = tiles.last_mut().filter(|_| !codes.is_empty()) {
            last.rect.h += stretch;
        }
    }

    /// Adds as many tiles as stand side by side at their natural widths, beginning with the first entry that has
    /// none; together they fill the width. Gives where the next row begins.
    fn add_row(&self, tight: bool, room: Rect, tiles: &mut Vec<Tile<'c, 'a>>) -> Pt {
        let gap = self.scaled.gap;
        let first = tiles.len();
        let entries = &self.plain[first..];
        let mut natural = [Pt::ZERO; MOST_IN_ROW];
        let (mut count, mut total) = (0, Pt::ZERO);
        for (slot, entry) in natural.iter_mut().zip(entries) {
            *slot = self.natural_width(entry, tight);
            if count > 0 && total + *slot + gap * count as f32 > room.w {
                break;
            }
            total += *slot;
            count += 1;
        }
        let free = room.w - gap * (count - 1) as f32;
        let (mut x, mut height) = (room.x, Pt::ZERO);
        for (entry, width) in entries.iter().zip(&natural[..count]) {
            let w = free * (*width / total);
            let code = entry.code_at(self.code);
            height = height.max(self.scaled.tile_height(entry, code, w));
            tiles.push(Tile { entry, code, rect: Rect::new(x, room.y, w, Pt::ZERO) });
            x += w + gap;
        }
        tiles[first..].iter_mut().for_each(|tile| tile.rect.h = height);
        room.y + height + gap
    }

    /// Width at which an entry's values stand on one line each, padding included.
    fn natural_width(&self, entry: &Entry<'_>, tight: bool) -> Pt {
        let scaled = self.scaled;
        let label = scaled.label.size;
        let wanted = |row: &Row| {
            let shaped = &row.shaped;
            let (size, ems) = match row.kind {
                RowKind::Value(_, false) => (scaled.sizes.value * scaled.emphasis(entry), shaped.max_width()),
                // The address of a page may break, but not into crumbs.
                RowKind::Value(_, true) => (label, shaped.max_width().min(9_000.0).max(shaped.min_width())),
                // A name of two lines.
                RowKind::Label if tight => (label, (shaped.max_width() * 0.58).max(shaped.min_width())),
                RowKind::Label => (label, shaped.max_width()),
                RowKind::Ruled => (label, 9_000.0),
            };
            size * (ems / 1000.0)
        };
        let widest = entry.rows.iter().map(wanted).fold(Pt::ZERO, Pt::max);
        let code = if entry.code.is_some() { scaled.sizes.qr + scaled.code_gap } else { Pt::ZERO };
        widest + code + scaled.pad * 2.0 + scaled.edge
    }
}

fn bottom(tiles: &[Tile<'_, '_>]) -> Pt {
    tiles.iter().fold(Pt::ZERO, |last, tile| last.max(tile.rect.bottom()))
}

/// The codes below each other at the right of a room; where nothing else is in it, over its whole width.
fn code_column<'c, 'a>(
    scaled: &Scaled<'c, 'a>,
    coded: impl Iterator<Item = &'c Entry<'a>>,
    room: Rect,
    alone: bool,
) -> Vec<Tile<'c, 'a>> {
    let w = if alone { room.w } else { scaled.sizes.qr + scaled.pad * 2.0 };
    let x = room.right() - w;
    let mut y = room.y;
    let place = |entry: &'c Entry<'a>| {
        let rect = Rect::new(x, y, w, scaled.tile_height(entry, CodePlace::Above, w));
        y = rect.bottom() + scaled.gap;
        Tile { entry, code: CodePlace::Above, rect }
    };
    coded.map(place).collect()
}

/// Makes rows end no higher than the codes beside them, and gives where both end.
fn level(tiles: &mut [Tile<'_, '_>], codes_end: Pt) -> Pt {
    let rows_end = bottom(tiles);
    let end = rows_end.max(codes_end);
    // The tiles of a row begin at the same height.
    let in_row = |tile: &Tile<'_, '_>, next: &Tile<'_, '_>| tile.rect.y == next.rect.y;
    let count = tiles.chunk_by(in_row).count();
    let each = (end - rows_end) / count as f32;
    for (index, row) in tiles.chunk_by_mut(in_row).enumerate() {
        for tile in row {
            tile.rect.y += each * index as f32;
            tile.rect.h += each;
        }
    }
    end
}
