//! Mosaic: takes contacts and a room, gives each its place: tiles in rows, a column of codes, lines, one alarm.

use super::contacts::{Contacts, Entry, Row, RowKind, Tile};
use super::measure::Trial;
use crate::geom::{Pt, Rect};
use crate::layout::ContactForm;

/// How many tiles stand in a row at the most.
const MOST_IN_ROW: usize = 4;
/// More contacts than this stand in two columns where they are drawn as lines.
const MOST_IN_COLUMN: usize = 5;

/// How wide a tile is taken to be when rows are filled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fill {
    /// Names stand on one line.
    Wide,
    /// Names may break, so that more tiles stand in a row.
    Tight,
}

impl<'a> Contacts<'a> {
    /// Height of all tiles in a width when values are so large.
    pub(super) fn height(&self, width: Pt, value: Pt, trial: &Trial<'_>) -> Pt {
        bottom(&self.tiles(Rect::new(Pt::ZERO, Pt::ZERO, width, Pt::ZERO), value, trial))
    }

    /// The size of values that a frame's height is reckoned with.
    pub(super) fn least_value(&self, trial: &Trial<'_>) -> Pt {
        let range = self.spec.value;
        range.min + (range.max - range.min) * trial.loose
    }

    /// The largest value size at which all tiles fit into a room.
    pub(super) fn value_size(&self, room: Rect, trial: &Trial<'_>) -> Pt {
        let range = self.spec.value;
        let fits = |step: usize| self.height(room.w, range.size(step), trial) <= room.h + Pt::new(0.01);
        // Sizes differ by a tenth of a point; halving finds the largest that fits.
        let (mut low, mut high) = (0, range.steps());
        while low < high {
            let middle = (low + high).div_ceil(2);
            if fits(middle) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        range.size(low)
    }

    /// The tiles in their places, from the top of a room downwards.
    pub(super) fn tiles<'c>(&'c self, room: Rect, value: Pt, trial: &Trial<'_>) -> Vec<Tile<'c, 'a>> {
        match self.spec.form {
            ContactForm::Tiles => self.mosaic(room, value, trial),
            ContactForm::Alarm | ContactForm::Codes => self.lines(room, value, trial, 1),
            ContactForm::Lines if self.entries.len() > MOST_IN_COLUMN => self.lines(room, value, trial, 2),
            ContactForm::Lines => self.lines(room, value, trial, 1),
        }
    }

    /// Of two ways to fill the rows, the one that is lower.
    fn mosaic<'c>(&'c self, room: Rect, value: Pt, trial: &Trial<'_>) -> Vec<Tile<'c, 'a>> {
        let wide = self.filled(room, value, trial, Fill::Wide);
        let tight = self.filled(room, value, trial, Fill::Tight);
        if bottom(&tight) + Pt::new(1.0) < bottom(&wide) { tight } else { wide }
    }

    /// Tiles with codes stand in a column at the right. Rows fill the room at its left, and further rows the
    /// whole width below; what stands side by side ends together.
    fn filled<'c>(&'c self, room: Rect, value: Pt, trial: &Trial<'_>, fill: Fill) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap(trial);
        let plain: Vec<&Entry<'a>> = self.entries.iter().filter(|entry| !entry.code).collect();
        let mut codes = self.code_column(room, plain.is_empty(), value, trial);
        let foot = bottom(&codes);
        let beside = codes.first().map_or(room.w, |code| code.rect.x - gap - room.x);
        let (mut tiles, mut rest, mut y) = (Vec::new(), &plain[..], room.y);
        // A row that would begin within the last quarter of a code's height goes below it instead.
        let last_start = if codes.is_empty() { y } else { foot - (foot - room.y) * 0.25 };
        while !rest.is_empty() && y < last_start {
            let row = self.row(rest, Rect { y, w: beside, ..room }, value, trial, fill);
            rest = &rest[row.len()..];
            y = bottom(&row) + gap;
            tiles.push(row);
        }
        if !codes.is_empty() && !tiles.is_empty() {
            y = level(&mut tiles, &mut codes, gap);
        }
        while !rest.is_empty() {
            let row = self.row(rest, Rect { y, ..room }, value, trial, fill);
            rest = &rest[row.len()..];
            y = bottom(&row) + gap;
            tiles.push(row);
        }
        tiles.into_iter().flatten().chain(codes).collect()
    }

    fn code_column<'c>(&'c self, room: Rect, alone: bool, value: Pt, trial: &Trial<'_>) -> Vec<Tile<'c, 'a>> {
        let w = if alone { room.w } else { self.qr_side(value) + self.pad(trial) * 2.0 };
        let x = room.right() - w;
        let mut y = room.y;
        let coded = self.entries.iter().filter(|entry| entry.code);
        coded
            .map(|entry| {
                let rect = Rect::new(x, y, w, self.tile_height(entry, w, value, trial));
                y = rect.bottom() + self.gap(trial);
                Tile { entry, rect }
            })
            .collect()
    }

    /// As many tiles as stand side by side at their natural widths; together they fill the width.
    fn row<'c>(
        &self,
        entries: &[&'c Entry<'a>],
        room: Rect,
        value: Pt,
        trial: &Trial<'_>,
        fill: Fill,
    ) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap(trial);
        let mut natural = vec![self.natural_width(entries[0], value, trial, fill)];
        while let Some(next) = entries.get(natural.len()).filter(|_| natural.len() < MOST_IN_ROW) {
            let more = self.natural_width(next, value, trial, fill);
            if natural.iter().copied().sum::<Pt>() + more + gap * natural.len() as f32 > room.w {
                break;
            }
            natural.push(more);
        }
        let total: Pt = natural.iter().copied().sum();
        let free = room.w - gap * (natural.len() - 1) as f32;
        let widths: Vec<Pt> = natural.iter().map(|width| free * (*width / total)).collect();
        let heights = entries.iter().zip(&widths).map(|(entry, w)| self.tile_height(entry, *w, value, trial));
        let height = heights.fold(Pt::ZERO, Pt::max);
        let mut x = room.x;
        let place = |(entry, width): (&&'c Entry<'a>, &Pt)| {
            let rect = Rect::new(x, room.y, *width, height);
            x += *width + gap;
            Tile { entry, rect }
        };
        entries.iter().zip(&widths).map(place).collect()
    }

    /// Width at which an entry's values stand on one line each, padding included.
    fn natural_width(&self, entry: &Entry<'_>, value: Pt, trial: &Trial<'_>, fill: Fill) -> Pt {
        let label = self.label_style(trial).size;
        let wanted = |row: &Row| {
            let (size, ems) = match row.kind {
                RowKind::Value(_, false) => (value * self.emphasis(entry), row.shaped.max_width()),
                RowKind::Value(_, true) => (label, row.shaped.min_width()),
                RowKind::Label if fill == Fill::Tight => (label, self.half(row)),
                RowKind::Label => (label, row.shaped.max_width()),
                RowKind::Ruled => (label, 9_000.0),
            };
            size * (ems / 1000.0)
        };
        let widest = entry.rows.iter().map(wanted).fold(Pt::ZERO, Pt::max);
        widest + self.pad(trial) * 2.0 + self.edge(trial)
    }

    /// Width at which a name stands on two lines.
    fn half(&self, row: &Row) -> f32 {
        (row.shaped.max_width() * 0.58).max(row.shaped.min_width())
    }

    fn lines<'c>(&'c self, room: Rect, value: Pt, trial: &Trial<'_>, columns: usize) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap(trial);
        let width = (room.w - gap * (columns - 1) as f32) / columns as f32;
        let mut tiles = Vec::new();
        let mut y = room.y;
        for row in self.entries.chunks(columns) {
            let heights = row.iter().map(|entry| self.tile_height(entry, width, value, trial));
            let height = heights.fold(Pt::ZERO, Pt::max);
            for (index, entry) in row.iter().enumerate() {
                let x = room.x + (width + gap) * index as f32;
                tiles.push(Tile { entry, rect: Rect::new(x, y, width, height) });
            }
            y += height + gap;
        }
        tiles
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
