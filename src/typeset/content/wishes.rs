//! Wishes: takes contacts and a trial, gives the sizes that they would have, and the width below which one is broken.

use super::contacts::{Contacts, Entry, Row, RowKind};
use super::sizes::{CRUMBS, EMAIL, MOST_LINES, ONE_LINE, SMALLER, Scaled, UNTORN};
use crate::address::Break;
use crate::geom::Pt;
use crate::layout::{ContactForm, Token, ValueSize};
use crate::typeset::canvas::em;
use crate::typeset::places::{Asked, Faults, Form, Mosaic, Tile};
use crate::typeset::trial::{Trial, height_of, resolve, width_in_ems};

/// An e-mail address is made smaller by this part at the most to stay on two lines.
const IN_TWO_LINES: f32 = 0.72;
/// Rounding of sizes that were divided and multiplied again breaks nothing.
const ROUNDING: f32 = 0.999;
/// An address below a code that takes more lines than this is in crumbs.
const MOST_CRUMBS: f32 = 3.0;
/// So many times as large as other names are the words that have a wide tile beside the number for immediate danger.
const BESIDE_DIGITS: f32 = 1.4;
/// An e-mail address of more than two lines counts as much as so many of small letters.
const TORN_COUNTS: usize = 3;
/// A mosaic of so many columns is a strip over a whole page.
const STRIP: u8 = 10;

impl Contacts<'_> {
    /// All that the places of contacts depend on. Trials that differ in nothing else have the same places.
    pub(super) fn asked(&self, width: Pt, trial: &Trial<'_>) -> Asked {
        let spec = self.spec;
        let label = resolve(self.label, trial, None, Pt::ZERO);
        let grown = trial.shares.of(Token::Value);
        let number = (spec.value.at(trial.body, grown) * trial.keep).max(self.smallest);
        Asked {
            width,
            label,
            value: resolve(self.value, trial, None, Pt::ZERO),
            number,
            least_number: spec.value.at(trial.body, 0.0) * trial.keep,
            alarm: spec.alarm.at(trial.body, trial.shares.of(Token::Alarm)) * trial.keep,
            email: match spec.value {
                ValueSize::Range(_) => (number * EMAIL).max(label.size),
                ValueSize::OfBody(..) => trial.body,
            },
            code: spec.qr.min + (spec.qr.max - spec.qr.min) * grown,
            air: trial.shares.of(Token::Air),
            is_last: trial.keep < 1.0,
        }
    }

    /// Whether the address beside a code of a column of codes takes so many lines that nobody would copy it.
    pub(super) fn has_crumbs(&self, width: Pt, trial: &Trial<'_>) -> bool {
        if self.spec.form != ContactForm::Codes {
            return false;
        }
        let scaled = self.scaled(width, 1, trial);
        self.entries.iter().any(|entry| {
            let mut addresses = entry.rows.iter().filter(|row| row.kind == RowKind::Address);
            addresses.any(|row| {
                let style = scaled.row_style(entry, row, width);
                height_of(&row.shaped, &style, width) > style.line_height() * (MOST_CRUMBS + 0.5)
            })
        })
    }
}

impl<'c, 'a> Scaled<'c, 'a> {
    /// The same, with what is broken measured.
    pub(super) fn exact(&self) -> Scaled<'c, 'a> {
        Scaled { is_rough: false, ..*self }
    }

    /// The largest size up to `wish`, and not much below it, at which every e-mail address takes two lines in the widest
    /// tile: what is before its @, and the rest. Where one does not, the largest up to that of names at which its parts
    /// between full stops stay whole.
    pub(super) fn in_two_lines(&self, wish: Pt) -> Pt {
        let whole = |kind: Break| {
            self.contacts.entries.iter().fold(wish, |size, entry| {
                let room = self.words_width(entry, self.widest);
                let emails = entry.rows.iter().filter(|row| row.kind == RowKind::Email);
                let widest = emails.map(|row| row.shaped.piece_width(kind)).fold(1.0, f32::max);
                size.min(room * (999.0 / widest))
            })
        };
        let size = whole(Break::First);
        let least = (wish * IN_TWO_LINES).min(self.label.size).max(self.contacts.smallest);
        if size < least { whole(Break::Second).min(self.label.size).max(least).min(wish) } else { size }
    }

    /// Places of contacts in a width, with what is not as it should be of them.
    pub(super) fn judged(&self, mosaic: Mosaic, asked: &Asked) -> Mosaic {
        let (width, wish) = (asked.width, asked.email);
        let tiles = &mosaic.tiles;
        let is_strip = self.contacts.spec.grid >= STRIP && tiles.len() > 1;
        let is_lonely = |tile: &&Tile| {
            self.contacts.entries[tile.entry].code.is_none() && tile.rect.w >= width * ROUNDING
        };
        let lonely = if is_strip { tiles.iter().filter(is_lonely).count() } else { 0 };
        let torn = |tile: &Tile| {
            let entry = &self.contacts.entries[tile.entry];
            let inner = self.words_width(entry, tile.rect.w - self.around(entry).0);
            let emails = entry.rows.iter().filter(|row| row.kind == RowKind::Email);
            let lines = |row: &Row| {
                let style = self.row_style(entry, row, inner);
                row.shaped.count_lines(width_in_ems(inner, style.size))
            };
            let is_small = self.email < wish * ONE_LINE;
            emails
                .map(|row| if lines(row) > MOST_LINES { TORN_COUNTS } else { usize::from(is_small) })
                .sum::<usize>()
        };
        let faults = Faults { lonely, torn: tiles.iter().map(torn).sum() };
        Mosaic { faults, ..mosaic }
    }

    /// The sizes of the words beside the number for immediate danger, in a width: larger than other names and purposes
    /// where they would leave half of it bare otherwise, for a tile over a whole page is seen from further away.
    pub(super) fn beside_digits(&self, entry: &Entry<'_>, width: Pt) -> Scaled<'c, 'a> {
        let larger = self.with_label(BESIDE_DIGITS);
        let is_words = |kind: RowKind| matches!(kind, RowKind::Name | RowKind::Purpose | RowKind::Hours);
        let mut words = entry.rows.iter().filter(|row| is_words(row.kind));
        let is_strip = self.contacts.spec.grid >= STRIP;
        let fits = is_strip
            && words.all(|row| em(row.shaped.max_width(), larger.label_of(entry, row.kind).0) <= width / 2.0);
        if fits { larger } else { *self }
    }

    /// In any tile whose words have less width than this, something of a contact is broken, whatever its form. It is
    /// told sooner than how high the tile is.
    pub(super) fn least_width(&self, entry: &Entry<'_>) -> Pt {
        let is_alarm = self.forms(entry).contains(&Form::AlarmRow);
        let rows = entry.rows.iter().enumerate();
        let least = rows.map(|(index, row)| {
            let shaped = &row.shaped;
            // The narrowest that all of it, and its widest piece, can be.
            let (whole, piece, lines) = match row.kind {
                RowKind::Ruled => return Pt::ZERO,
                RowKind::Number if is_alarm => return em(shaped.max_width(), self.alarm),
                RowKind::Number => {
                    let lines = if row.main_part() == 1.0 { 1 } else { MOST_LINES };
                    (em(shaped.max_width(), self.number), em(shaped.min_width(), self.number), lines)
                }
                RowKind::Email => {
                    let least = (self.email * UNTORN).max(self.contacts.smallest.min(self.email));
                    let piece = shaped.piece_width(Break::First).min(shaped.piece_width(Break::Second));
                    (em(shaped.max_width(), least), em(piece, least), MOST_LINES)
                }
                RowKind::Address => {
                    let least = CRUMBS.max(self.contacts.smallest).min(self.address);
                    let piece = shaped.piece_width(Break::Second);
                    (em(shaped.max_width(), least), em(piece, least), MOST_LINES)
                }
                RowKind::Name | RowKind::Purpose | RowKind::Hours => {
                    let wish = self.label_of(entry, row.kind).0;
                    let smallest = self.contacts.smallest.min(wish);
                    let least = smallest.max(wish * SMALLER);
                    let piece = if smallest < least { em(shaped.min_width(), least) } else { Pt::ZERO };
                    (em(shaped.max_width(), smallest.max(least)), piece, MOST_LINES)
                }
            };
            let sign = if index == 0 { self.sign(entry) } else { Pt::ZERO };
            piece.max(whole / lines as f32) + sign
        });
        least.fold(Pt::ZERO, Pt::max) * ROUNDING
    }
}
