//! Blocks: takes contacts that run from page to page, gives the height of each, and draws it with room around it.
//!
//! For eyes that ordinary print is too small for: letters stand on the page itself, and never white on a colour. What
//! sets a contact off is a bar at its edge, and a frame where it is for immediate danger.

use super::contacts::{Contacts, Entry, Row, RowKind};
use super::spot::Spot;
use crate::address::LinkTarget;
use crate::geom::{Path, Point, Pt, Rect};
use crate::layout::{Align, Token};
use crate::page::{Artifact, ElemId, Role, Stroke};
use crate::style::{Style, Swatch};
use crate::typeset::canvas::{Canvas, Meaning, PLAIN, Rag, Said, block, em};
use crate::typeset::trial::{Trial, height_of, resolve};

/// Width of the bar at the edge of a block, and the room between it and the words, as multiples of the label size.
const BAR: f32 = 0.41;
const BESIDE_BAR: f32 = 0.85;
/// Width of the frame round the alarm, its radius, and the room inside it, as multiples of the label size.
const FRAME: f32 = 0.315;
const RADIUS: f32 = 0.45;
const INSIDE: f32 = 0.8;
/// Size of an address, as a multiple of that of numbers.
const ADDRESS: f32 = 0.75;
/// Height of the box of the number for immediate danger, as a multiple of its size: that of its figures.
const DIGITS: f32 = 0.76;
/// Height of a line to write on, as a multiple of the label size.
const RULED: f32 = 2.2;
/// Thickness of that line, as a multiple of the label size.
const RULE: f32 = 0.07;
/// Space between words and what stands beside them, as a multiple of the label size.
const BESIDE: f32 = 1.0;
/// Words beside a large number have at least this share of the width, or stand above it.
const LEAST_WORDS: f32 = 0.36;

/// Contacts at the sizes of a trial, in blocks of a width.
struct Sized<'s, 'a> {
    contacts: &'s Contacts<'a>,
    trial: &'s Trial<'s>,
    label: Style,
    value: Style,
    number: Pt,
    code: Pt,
}

impl<'a> Contacts<'a> {
    fn sized<'s>(&'s self, trial: &'s Trial<'s>) -> Sized<'s, 'a> {
        let (label, value) =
            (resolve(self.label, trial, None, Pt::ZERO), resolve(self.value, trial, None, Pt::ZERO));
        let number = self.spec.value.at(trial.body, trial.shares.of(Token::Value));
        Sized { contacts: self, trial, label, value, number, code: self.spec.qr.max }
    }

    /// Height of a contact in a block of a width.
    pub(in crate::typeset) fn block_height(&self, index: usize, width: Pt, trial: &Trial<'_>) -> Pt {
        let sized = self.sized(trial);
        let entry = &self.entries[index];
        if entry.is_alarm() { sized.alarm(entry, width).height } else { sized.plain_height(entry, width) }
    }

    /// Draws a contact in a block as an item of a list.
    pub(in crate::typeset) fn place_block(
        &self,
        index: usize,
        canvas: &mut Canvas<'_>,
        spot: &Spot<'_>,
        (at, width): (Point, Pt),
        list: ElemId,
    ) {
        let sized = self.sized(spot.trial);
        let entry = &self.entries[index];
        let item = canvas.elem(list, Role::LI);
        let body = canvas.elem(item, Role::LBody);
        let room = Rect::new(at.x, at.y, width, self.block_height(index, width, spot.trial));
        let draw = Drawing { sized: &sized, spot, entry, body };
        if entry.is_alarm() { draw.alarm(canvas, room) } else { draw.plain(canvas, room) }
    }
}

impl Entry<'_> {
    /// Whether it is for immediate danger and has a number for it.
    fn is_alarm(&self) -> bool {
        self.contact.emergency && self.rows.iter().any(|row| row.kind == RowKind::Number)
    }
}

/// Where the parts of an alarm stand.
struct Alarm {
    digits: Style,
    wide: Pt,
    words: Pt,
    /// Whether the words stand beside the number.
    beside: bool,
    height: Pt,
}

impl Sized<'_, '_> {
    fn style(&self, row: &Row, width: Pt) -> Style {
        let wish = match row.kind {
            RowKind::Number => self.number,
            RowKind::Email | RowKind::Address => self.number * ADDRESS,
            RowKind::Name => {
                let weight = self.contacts.label.weight.max(super::contacts::NAME);
                return Style { weight, ..self.label };
            }
            RowKind::Purpose | RowKind::Hours | RowKind::Ruled => return self.label,
        };
        // A long one is made smaller before it is broken, and never smaller than the words. One that has to be broken
        // all the same is as large as its longest part lets it be.
        let on_one = width * (999.0 / (row.shaped.max_width().max(1.0) * row.main_part()));
        let on_more = width * (999.0 / row.shaped.min_width().max(1.0));
        let size = if on_one >= self.label.size { on_one } else { on_more };
        Style { size: wish.min(size).max(self.label.size), ..self.value }
    }

    fn row_height(&self, row: &Row, width: Pt) -> Pt {
        match row.kind {
            RowKind::Ruled => self.label.size * RULED,
            _ => height_of(&row.shaped, &self.style(row, width), width),
        }
    }

    fn rows_height(&self, entry: &Entry<'_>, width: Pt, wanted: impl Fn(RowKind) -> bool) -> Pt {
        entry.rows.iter().filter(|row| wanted(row.kind)).map(|row| self.row_height(row, width)).sum()
    }

    /// Width of the words of a plain block.
    fn words_width(&self, entry: &Entry<'_>, width: Pt) -> Pt {
        let code = if entry.code.is_some() { self.code + self.label.size * BESIDE } else { Pt::ZERO };
        width - self.label.size * (BAR + BESIDE_BAR) - code
    }

    fn plain_height(&self, entry: &Entry<'_>, width: Pt) -> Pt {
        let words = self.rows_height(entry, self.words_width(entry, width), |_| true);
        if entry.code.is_some() { words.max(self.code) } else { words }
    }

    fn alarm(&self, entry: &Entry<'_>, width: Pt) -> Alarm {
        let around = self.label.size * (FRAME + INSIDE) * 2.0;
        let room = width - around;
        let numbers = || entry.rows.iter().filter(|row| row.kind == RowKind::Number);
        let widest = numbers().fold(1.0_f32, |widest, row| widest.max(row.shaped.max_width()));
        let wish = self.contacts.spec.alarm.at(self.trial.body, self.trial.shares.of(Token::Alarm));
        let size = wish.min(room * (999.0 / widest)).max(self.label.size);
        let paint = self.trial.theme.paint(Swatch::Emergency.on(Swatch::Paper));
        let digits = Style { size, leading: DIGITS, paint, ..self.value };
        let wide = em(widest, size);
        let high = numbers().map(|row| height_of(&row.shaped, &digits, room)).sum::<Pt>();
        let beside = room - wide - self.label.size * BESIDE;
        let is_words = |kind: RowKind| kind != RowKind::Number;
        let is_beside = beside >= room * LEAST_WORDS;
        let words = if is_beside { beside } else { room };
        let said = self.rows_height(entry, words, is_words);
        let inner = if is_beside { said.max(high) } else { said + self.label.size * 0.5 + high };
        Alarm { digits, wide, words, beside: is_beside, height: inner + around }
    }
}

/// A contact being drawn.
struct Drawing<'d, 'a> {
    sized: &'d Sized<'d, 'a>,
    spot: &'d Spot<'d>,
    entry: &'d Entry<'a>,
    body: ElemId,
}

impl Drawing<'_, '_> {
    fn plain(&self, canvas: &mut Canvas<'_>, room: Rect) {
        let (sized, theme) = (self.sized, self.spot.trial.theme);
        let bar = Rect { w: sized.label.size * BAR, ..room };
        let swatch = Swatch::Primary.on(self.spot.ground);
        canvas.fill(Path::rect(bar), theme.paint(swatch), Artifact::Layout);
        let width = sized.words_width(self.entry, room.w);
        let height = sized.rows_height(self.entry, width, |_| true);
        let x = room.x + sized.label.size * (BAR + BESIDE_BAR);
        self.rows(canvas, Rect::new(x, room.y + (room.h - height) / 2.0, width, height), |_| true);
        let side = sized.code;
        self.code(canvas, Rect::new(room.right() - side, room.y + (room.h - side) / 2.0, side, side));
    }

    fn alarm(&self, canvas: &mut Canvas<'_>, room: Rect) {
        let (sized, theme) = (self.sized, self.spot.trial.theme);
        let Alarm { digits, wide, words, beside, .. } = sized.alarm(self.entry, room.w);
        let unit = sized.label.size;
        let stroke = Stroke { paint: digits.paint, width: unit * FRAME };
        canvas.fill(Path::rounded(room, unit * RADIUS), theme.paint(Swatch::Paper), Artifact::Background);
        let middle = unit * (FRAME / 2.0);
        let line = Rect::new(room.x + middle, room.y + middle, room.w - middle * 2.0, room.h - middle * 2.0);
        canvas.stroked(Path::rounded(line, unit * RADIUS), stroke);
        let around = unit * (FRAME + INSIDE);
        let inner = Rect::new(room.x + around, room.y + around, room.w - around * 2.0, room.h - around * 2.0);
        let is_words = |kind: RowKind| kind != RowKind::Number;
        let said = sized.rows_height(self.entry, words, is_words);
        let top = if beside { inner.y + (inner.h - said) / 2.0 } else { inner.y };
        // Who answers is read first, then the number, then what it is for, whatever stands where.
        let is_purpose = |kind: RowKind| kind == RowKind::Purpose;
        let is_name = |kind: RowKind| kind == RowKind::Name;
        let purpose = sized.rows_height(self.entry, words, is_purpose);
        let name = sized.rows_height(self.entry, words, is_name);
        let place = Rect::new(inner.x, top, words, said);
        self.rows(canvas, Rect { y: top + purpose, ..place }, is_name);
        let numbers: Vec<&Row> = self.entry.rows.iter().filter(|row| row.kind == RowKind::Number).collect();
        let high = digits.line_height() * numbers.len() as f32;
        let mut y = if beside { inner.y + (inner.h - high) / 2.0 } else { inner.bottom() - high };
        for row in numbers {
            let x = if beside { inner.right() - wide * 1.01 } else { inner.x };
            let at = canvas.centered_on_caps(&digits, y + digits.line_height() / 2.0);
            self.line(canvas, row, digits, Rect::new(x, at, inner.right() - x, high));
            y += digits.line_height();
        }
        self.rows(canvas, place, is_purpose);
        let rest = Rect { y: top + purpose + name, ..place };
        self.rows(canvas, rest, |kind| !matches!(kind, RowKind::Number | RowKind::Purpose | RowKind::Name));
    }

    fn rows(&self, canvas: &mut Canvas<'_>, room: Rect, wanted: impl Fn(RowKind) -> bool) {
        let mut y = room.y;
        for row in self.entry.rows.iter().filter(|row| wanted(row.kind)) {
            let style = self.sized.style(row, room.w);
            self.line(canvas, row, style, Rect { y, ..room });
            y += self.sized.row_height(row, room.w);
        }
    }

    fn line(&self, canvas: &mut Canvas<'_>, row: &Row, style: Style, at: Rect) {
        if row.kind == RowKind::Ruled {
            let (unit, theme) = (self.sized.label.size, self.spot.trial.theme);
            let y = at.y + unit * (RULED - RULE);
            let line = Rect::new(at.x, y, at.w, unit * RULE);
            return canvas.fill(Path::rect(line), theme.paint(Swatch::Text), Artifact::Layout);
        }
        if row.kind == RowKind::Number {
            canvas.numbers.add(&row.text, style.size, self.entry.contact.emergency);
        }
        let elem = row.elem(canvas, self.entry.contact, self.body);
        let lines = block(&row.shaped, style, at.w, Align::Left, Rag::Balanced);
        let origin = Point::new(at.x, at.y);
        let Some(target) = &row.target else {
            canvas.text(&lines, origin, at.w, Meaning::Of(elem), PLAIN);
            return;
        };
        let said = format!("{}: {}", self.entry.contact.name.value, row.text);
        let link = &|_| Said { link: Some((target, said.clone())), ..Said::default() };
        canvas.text(&lines, origin, at.w, Meaning::Of(elem), link);
    }

    fn code(&self, canvas: &mut Canvas<'_>, square: Rect) {
        let theme = self.spot.trial.theme;
        let target = self.entry.contact.web_target();
        let (Some(code), Some(LinkTarget::Web(address))) = (&self.entry.code, target) else { return };
        // The quiet zone is part of the code, so it has its own light ground whatever lies behind.
        canvas.fill(Path::rect(square), theme.paint(Swatch::Paper), Artifact::Background);
        let alt = format!("{} {address}", self.sized.contacts.qr_words);
        canvas.figure(self.body, code.modules(square), theme.paint(Swatch::InkText), square, alt);
    }
}
