//! Mosaic: takes contacts and a room, gives each its place: tiles in rows, a column of codes, lines, one alarm.

use super::contacts::{CodePlace, Contacts, Entry, Row, RowKind, Sizes, Tile};
use super::measure::Trial;
use crate::geom::{Pt, Rect};
use crate::layout::ContactForm;

/// How many tiles stand in a row at the most.
const MOST_IN_ROW: usize = 4;
/// More contacts than this stand in two columns where they are drawn as lines.
const MOST_IN_COLUMN: usize = 5;
/// A way that saves less height than this is not worth a break in a name.
const WORTH: Pt = Pt::new(1.0);

/// One way to make a mosaic.
#[derive(Clone, Copy)]
struct Way {
    /// Whether names may break, so that more tiles stand in a row.
    tight: bool,
    /// Where codes stand: above their words in a column at the right, or beside them in a row like others.
    code: CodePlace,
}

const WAYS: [Way; 4] = [
    Way { tight: false, code: CodePlace::Above },
    Way { tight: true, code: CodePlace::Above },
    Way { tight: false, code: CodePlace::Beside },
    Way { tight: true, code: CodePlace::Beside },
];

impl<'a> Contacts<'a> {
    /// Height of all tiles in a width.
    pub(super) fn height(&self, width: Pt, sizes: Sizes, trial: &Trial<'_>) -> Pt {
        bottom(&self.tiles(Rect::new(Pt::ZERO, Pt::ZERO, width, Pt::ZERO), sizes, trial))
    }

    /// The sizes that a frame's height is reckoned with: no number is smaller than the text.
    pub(super) fn least_sizes(&self, trial: &Trial<'_>) -> Sizes {
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

    /// The tiles in their places, from the top of a room downwards.
    pub(super) fn tiles<'c>(&'c self, room: Rect, sizes: Sizes, trial: &Trial<'_>) -> Vec<Tile<'c, 'a>> {
        match self.spec.form {
            ContactForm::Tiles => self.mosaic(room, sizes, trial),
            ContactForm::Alarm | ContactForm::Codes => self.lines(room, sizes, trial, 1),
            ContactForm::Lines => {
                let one = self.lines(room, sizes, trial, 1);
                // Two columns are harder to find a number in, so they are for when one is too high.
                if !trial.tight && self.entries.len() <= MOST_IN_COLUMN {
                    return one;
                }
                let two = self.lines(room, sizes, trial, 2);
                if bottom(&two) < bottom(&one) { two } else { one }
            }
        }
    }

    /// The lowest way to make a mosaic.
    fn mosaic<'c>(&'c self, room: Rect, sizes: Sizes, trial: &Trial<'_>) -> Vec<Tile<'c, 'a>> {
        let has_code = self.entries.iter().any(|entry| entry.code.is_some());
        let mut best: Vec<Tile<'c, 'a>> = Vec::new();
        for way in WAYS.iter().filter(|way| has_code || way.code == CodePlace::Above) {
            let tiles = Mosaic { contacts: self, way: *way, sizes, trial }.filled(room);
            if best.is_empty() || bottom(&tiles) + WORTH < bottom(&best) {
                best = tiles;
            }
        }
        best
    }

    fn lines<'c>(&'c self, room: Rect, sizes: Sizes, trial: &Trial<'_>, columns: usize) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap(trial);
        let width = (room.w - gap * (columns - 1) as f32) / columns as f32;
        let code = |entry: &Entry<'_>| entry.code_at(CodePlace::Above);
        let mut tiles = Vec::new();
        let mut y = room.y;
        for row in self.entries.chunks(columns) {
            let heights = row.iter().map(|entry| self.tile_height(entry, code(entry), width, sizes, trial));
            let height = heights.fold(Pt::ZERO, Pt::max);
            for (index, entry) in row.iter().enumerate() {
                let x = room.x + (width + gap) * index as f32;
                tiles.push(Tile { entry, code: code(entry), rect: Rect::new(x, y, width, height) });
            }
            y += height + gap;
        }
        tiles
    }
}

/// A mosaic being made.
struct Mosaic<'c, 'a, 't> {
    contacts: &'c Contacts<'a>,
    way: Way,
    sizes: Sizes,
    trial: &'t Trial<'t>,
}

impl<'c, 'a> Mosaic<'c, 'a, '_> {
    fn gap(&self) -> Pt {
        self.contacts.gap(self.trial)
    }

    fn height(&self, entry: &Entry<'_>, code: CodePlace, width: Pt) -> Pt {
        self.contacts.tile_height(entry, code, width, self.sizes, self.trial)
    }

    /// Rows fill the room at the left of the column of codes, and further rows the whole width below; what
    /// stands side by side ends together.
    fn filled(&self, room: Rect) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap();
        let in_column = |entry: &&Entry<'_>| entry.code.is_some() && self.way.code == CodePlace::Above;
        let (coded, plain): (Vec<&Entry<'a>>, Vec<&Entry<'a>>) =
            self.contacts.entries.iter().partition(in_column);
        let mut codes = self.code_column(&coded, room, plain.is_empty());
        let foot = bottom(&codes);
        let beside = codes.first().map_or(room.w, |code| code.rect.x - gap - room.x);
        let (mut rows, mut rest, mut y) = (Vec::new(), &plain[..], room.y);
        // A row that would begin within the last quarter of a code's height goes below it instead.
        let last_start = if codes.is_empty() { y } else { foot - (foot - room.y) * 0.25 };
        while !rest.is_empty() && y < last_start {
            let row = self.row(rest, Rect { y, w: beside, ..room });
            rest = &rest[row.len()..];
            y = bottom(&row) + gap;
            rows.push(row);
        }
        if !codes.is_empty() && !rows.is_empty() {
            y = level(&mut rows, &mut codes, gap);
        }
        while !rest.is_empty() {
            let row = self.row(rest, Rect { y, ..room });
            rest = &rest[row.len()..];
            y = bottom(&row) + gap;
            rows.push(row);
        }
        rows.into_iter().flatten().chain(codes).collect()
    }

    fn code_column(&self, coded: &[&'c Entry<'a>], room: Rect, alone: bool) -> Vec<Tile<'c, 'a>> {
        let w = if alone { room.w } else { self.sizes.qr + self.contacts.pad(self.trial) * 2.0 };
        let x = room.right() - w;
        let mut y = room.y;
        let place = |entry: &&'c Entry<'a>| {
            let rect = Rect::new(x, y, w, self.height(entry, CodePlace::Above, w));
            y = rect.bottom() + self.gap();
            Tile { entry, code: CodePlace::Above, rect }
        };
        coded.iter().map(place).collect()
    }

    /// As many tiles as stand side by side at their natural widths; together they fill the width.
    fn row(&self, entries: &[&'c Entry<'a>], room: Rect) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap();
        let mut natural = vec![self.natural_width(entries[0])];
        while let Some(next) = entries.get(natural.len()).filter(|_| natural.len() < MOST_IN_ROW) {
            let more = self.natural_width(next);
            if natural.iter().copied().sum::<Pt>() + more + gap * natural.len() as f32 > room.w {
                break;
            }
            natural.push(more);
        }
        let total: Pt = natural.iter().copied().sum();
        let free = room.w - gap * (natural.len() - 1) as f32;
        let code = |entry: &Entry<'_>| entry.code_at(self.way.code);
        let (mut x, mut height) = (room.x, Pt::ZERO);
        let mut tiles: Vec<Tile<'c, 'a>> = Vec::new();
        for (entry, width) in entries.iter().zip(&natural) {
            let w = free * (*width / total);
            height = height.max(self.height(entry, code(entry), w));
            tiles.push(Tile { entry, code: code(entry), rect: Rect::new(x, room.y, w, Pt::ZERO) });
            x += w + gap;
        }
        tiles.iter_mut().for_each(|tile| tile.rect.h = height);
        tiles
    }

    /// Width at which an entry's values stand on one line each, padding included.
    fn natural_width(&self, entry: &Entry<'_>) -> Pt {
        let contacts = self.contacts;
        let label = contacts.label_style(self.trial).size;
        let wanted = |row: &Row| {
            let shaped = &row.shaped;
            let (size, ems) = match row.kind {
                RowKind::Value(_, false) => (self.sizes.value * contacts.emphasis(entry), shaped.max_width()),
                // The address of a page may break, but not into crumbs.
                RowKind::Value(_, true) => (label, shaped.max_width().min(9_000.0).max(shaped.min_width())),
                // A name of two lines.
                RowKind::Label if self.way.tight => {
                    (label, (shaped.max_width() * 0.58).max(shaped.min_width()))
                }
                RowKind::Label => (label, shaped.max_width()),
                RowKind::Ruled => (label, 9_000.0),
            };
            size * (ems / 1000.0)
        };
        let widest = entry.rows.iter().map(wanted).fold(Pt::ZERO, Pt::max);
        let code =
            if entry.code.is_some() { self.sizes.qr + contacts.code_gap(self.trial) } else { Pt::ZERO };
        widest + code + contacts.pad(self.trial) * 2.0 + contacts.edge(self.trial)
    }
}

fn bottom(tiles: &[Tile<'_, '_>]) -> Pt {
    tiles.iter().fold(Pt::ZERO, |last, tile| last.max(tile.rect.bottom()))
}

/// Makes rows and the codes beside them end together, and gives where the next row may begin.
fn level(rows: &mut [Vec<Tile<'_, '_>>], codes: &mut [Tile<'_, '_>], gap: Pt) -> Pt {
    let (rows_end, codes_end) = (rows.last().map_or(Pt::ZERO, |row| bottom(row)), bottom(codes));
    let end = rows_end.max(codes_end);
    let each = (end - rows_end) / rows.len() as f32;
    for (index, row) in rows.iter_mut().enumerate() {
        for tile in row {
            tile.rect.y += each * index as f32;
            tile.rect.h += each;
        }
    }
    if let Some(last) = codes.last_mut() {
        last.rect.h += end - codes_end;
    }
    end + gap
}
