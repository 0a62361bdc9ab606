//! Alarm: takes the contact for immediate danger in its tile, draws its number as large as that lets it be.

use super::contacts::{Row, RowKind};
use super::sizes::{DIGITS, Scaled};
use super::tiles::Drawing;
use crate::geom::{Pt, Rect};
use crate::layout::{Align, ContactForm};
use crate::style::{Style, Swatch};
use crate::typeset::canvas::{Canvas, em};

/// A large number takes at most this share of its tile, where words stand beside it.
const BESIDE_WORDS: f32 = 0.62;
/// Parts of the way from the width that a number was reckoned with to the most that it may take, tried in this order.
const STEPS: [f32; 5] = [1.0, 0.8, 0.6, 0.4, 0.2];
/// Rounding of heights that were added in another order.
const ROUNDING: Pt = Pt::new(0.01);
/// So many times as large the words beside a large number become where there is room, the largest first, and no
/// larger than this share of the number.
const CAPTIONS: [f32; 6] = [2.0, 1.8, 1.6, 1.4, 1.2, 1.0];
const MOST_CAPTION: f32 = 0.4;

impl<'c, 'a> Drawing<'_, 'c, 'a> {
    /// The number at the left, as large as the tile lets it be; the words in the middle of its height beside it.
    pub(super) fn alarm_row(&self, canvas: &mut Canvas<'_>, inner: Rect) {
        let (entry, scaled) = (self.entry, self.scaled);
        let (wide, _) = scaled.digits(entry, inner.w);
        let caption = |rest: Pt| scaled.rows_height(entry, rest, |kind| kind != RowKind::Number);
        // The largest that leaves the words beside it whole, and no higher than the tile.
        let most = (inner.w * BESIDE_WORDS).max(wide);
        let leaves_room = |style: &Style| {
            let (high, whole) = caption(inner.w - self.wide(style) - scaled.beside());
            whole && high <= inner.h + ROUNDING
        };
        let mut styles = STEPS.iter().map(|step| self.alarm_style(wide + (most - wide) * *step, inner.h));
        let style = styles.find(leaves_room).unwrap_or_else(|| self.alarm_style(wide, inner.h));
        let digits = self.wide(&style);
        let rest =
            Rect { x: inner.x + digits + scaled.beside(), w: inner.w - digits - scaled.beside(), ..inner };
        let larger = self.caption(&style, rest.w, inner.h);
        let words = Drawing { scaled: &larger, ..*self };
        let (height, _) = larger.rows_height(entry, rest.w, |kind| kind != RowKind::Number);
        let (purpose, _) = larger.rows_height(entry, rest.w, |kind| kind == RowKind::Purpose);
        let top = inner.y + (inner.h - height) / 2.0;
        let below = words.name_first(canvas, Rect { y: top + purpose, ..rest }, Align::Left);
        let middle = inner.y + inner.h / 2.0;
        self.number(canvas, &style, Rect { w: digits * 1.01, ..inner }, middle, Align::Left);
        words.rows(canvas, Rect { y: top, ..rest }, Align::Left, |kind| kind == RowKind::Purpose);
        words.rows(canvas, below, Align::Left, is_further);
    }

    /// Draws the name, and gives the room below it: who answers is read first, then the number, then what it is for,
    /// wherever the eye meets them.
    fn name_first(&self, canvas: &mut Canvas<'_>, room: Rect, align: Align) -> Rect {
        let is_name = |kind: RowKind| kind == RowKind::Name;
        self.rows(canvas, room, align, is_name);
        let (name, _) = self.scaled.rows_height(self.entry, room.w, is_name);
        Rect { y: room.y + name, ..room }
    }

    /// The sizes of the words beside a number: as large as they fit there unbroken, for they say what it is for.
    fn caption(&self, number: &Style, width: Pt, height: Pt) -> Scaled<'c, 'a> {
        let most = number.size * MOST_CAPTION;
        let fits = |larger: &Scaled<'_, '_>| {
            let (high, whole) = larger.rows_height(self.entry, width, |kind| kind != RowKind::Number);
            whole && high <= height && larger.label.size <= most
        };
        let mut sizes = CAPTIONS.iter().map(|factor| self.scaled.with_label(*factor));
        sizes.find(fits).unwrap_or(*self.scaled)
    }

    /// The number on a line of its own, as large as the tile lets it be.
    pub(super) fn alarm_tall(&self, canvas: &mut Canvas<'_>, inner: Rect) {
        let (entry, scaled) = (self.entry, self.scaled);
        let is_column = scaled.contacts.spec.form == ContactForm::Alarm;
        let align = if is_column { Align::Center } else { Align::Left };
        let is_purpose = |kind: RowKind| kind == RowKind::Purpose;
        let is_rest = |kind: RowKind| !matches!(kind, RowKind::Number | RowKind::Purpose);
        let (purpose, _) = scaled.rows_height(entry, inner.w, is_purpose);
        let (rest, _) = scaled.rows_height(entry, inner.w, is_rest);
        let air = scaled.label.size * 0.3;
        let style = self.alarm_style(inner.w, inner.h - purpose - rest - air);
        let numbers = style.line_height() * self.numbers().count() as f32;
        let all = purpose + numbers + rest + air;
        let top = inner.y + (inner.h - all).max(Pt::ZERO) / 2.0;
        let below = self.name_first(canvas, Rect { y: top + purpose + numbers + air, ..inner }, align);
        let middle = top + purpose + (numbers + air) / 2.0;
        self.number(canvas, &style, inner, middle, align);
        self.rows(canvas, Rect { y: top, ..inner }, align, is_purpose);
        self.rows(canvas, below, align, is_further);
    }

    fn numbers(&self) -> impl Iterator<Item = &Row> {
        self.entry.rows.iter().filter(|row| row.kind == RowKind::Number)
    }

    fn wide(&self, style: &Style) -> Pt {
        self.numbers().fold(Pt::ZERO, |wide, row| wide.max(em(row.shaped.max_width(), style.size)))
    }

    /// The style of the number for immediate danger, as large as a room lets it be.
    fn alarm_style(&self, width: Pt, height: Pt) -> Style {
        let (scaled, spec) = (self.scaled, self.scaled.contacts.spec);
        let count = self.numbers().count().max(1) as f32;
        let widest = self.numbers().fold(1.0_f32, |widest, row| widest.max(row.shaped.max_width()));
        let most = spec.alarm.most(self.spot.trial.body);
        let size = most.min(width * (999.0 / widest)).min(height / (DIGITS * count)).max(scaled.label.size);
        let swatch = match self.ground() {
            Swatch::Emergency => Swatch::OnEmergency,
            ground => Swatch::Emergency.on(ground),
        };
        Style { size, leading: DIGITS, paint: self.spot.trial.theme.paint(swatch), ..scaled.value }
    }

    /// The numbers for immediate danger, the figures around `middle`.
    fn number(&self, canvas: &mut Canvas<'_>, style: &Style, room: Rect, middle: Pt, align: Align) {
        let count = self.numbers().count() as f32;
        for (index, row) in self.numbers().enumerate() {
            let middle = middle + style.line_height() * (index as f32 - (count - 1.0) / 2.0);
            let top = canvas.centered_on_caps(style, middle);
            self.line(canvas, row, *style, Rect { y: top, ..room }, align);
        }
    }
}

/// What stands below the name, the purpose and the number.
const fn is_further(kind: RowKind) -> bool {
    !matches!(kind, RowKind::Number | RowKind::Purpose | RowKind::Name)
}
