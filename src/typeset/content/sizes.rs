//! Sizes of contacts: takes a trial, gives the style of each line of a contact, and how high a contact is in a width.

use super::contacts::{Contacts, Entry, Row, RowKind};
use crate::address::Break;
use crate::geom::Pt;
use crate::layout::{ContactForm, Dress, Ends, ValueSize};
use crate::style::Style;
use crate::typeset::canvas::em;
use crate::typeset::places::{Asked, Form};
use crate::typeset::trial::{Trial, height_of};

/// Space inside a tile and between tiles, as multiples of the label size.
const PAD: Ends = Ends::new(0.42, 0.75);
const GAP: Ends = Ends::new(0.5, 0.65);
/// Numbers beside each other without grounds are read as one where less than this parts them, a multiple of the label size.
const GUTTER: f32 = 1.0;
/// Space between lines and between their columns, as a multiple of that between tiles.
pub(super) const LINE_GAP: f32 = 1.3;
/// Width of the bar at the edge of a tile, as a multiple of the label size.
const BAR: f32 = 0.42;
/// Space between a code, a sign or a large number and the words beside it, as a multiple of the label size.
const BESIDE: f32 = 0.8;
/// Size of a sign, as a multiple of the label size.
pub(super) const SIGN: f32 = 1.2;
/// Height of the box of the number for immediate danger: that of its figures, with a little air.
pub(super) const DIGITS: f32 = 0.76;
/// Size of an e-mail address, as a multiple of that of numbers, where they do not follow the body size.
pub(super) const EMAIL: f32 = 0.75;
/// Size of the address of a page, as a multiple of the label size.
const ADDRESS: f32 = 0.92;
/// Height of a line to write on, as a multiple of the label size.
const RULED: f32 = 1.75;
/// An e-mail address is made smaller by this part at the most to stay on one line.
pub(super) const ONE_LINE: f32 = 0.85;
/// Words that have to be made smaller than this part of their size, so that none is torn, count as broken.
pub(super) const SMALLER: f32 = 0.9;
/// An e-mail address that would be torn is made smaller by this part at the most.
pub(super) const UNTORN: f32 = 0.8;
/// An address beside its code is not made smaller than this to have few lines.
pub(super) const CRUMBS: Pt = Pt::new(10.0);
/// A name, a purpose or an address takes so many lines at the most where there is another way.
pub(super) const MOST_LINES: usize = 2;

/// Contacts at the sizes of a trial, for tiles of at most some width.
#[derive(Clone, Copy)]
pub(super) struct Scaled<'c, 'a> {
    /// The contacts.
    pub contacts: &'c Contacts<'a>,
    /// Style of names.
    pub label: Style,
    /// Style of values, but for their size.
    pub value: Style,
    /// Size of numbers: one for all.
    pub number: Pt,
    /// The least that numbers should have.
    pub least_number: Pt,
    /// Size of the number for immediate danger.
    pub alarm: Pt,
    /// Size of e-mail addresses: one for all.
    pub email: Pt,
    /// Size of addresses of pages.
    pub address: Pt,
    /// Side of a QR code.
    pub qr: Pt,
    /// Space inside a tile.
    pub pad: Pt,
    /// Width of the bar of a tile.
    pub bar: Pt,
    /// Space between tiles below each other, and beside each other.
    pub gap: Pt,
    pub gutter: Pt,
    /// The widest that a tile can be, without its padding.
    pub widest: Pt,
    /// Whether what is broken is not measured: it is only asked whether there is a way without.
    pub is_rough: bool,
}

impl<'a> Contacts<'a> {
    /// The contacts in a trial, in so many columns of a frame of a width.
    pub(super) fn scaled<'c>(&'c self, width: Pt, columns: usize, trial: &Trial<'_>) -> Scaled<'c, 'a> {
        self.scaled_to(&self.asked(width, trial), columns)
    }

    /// The contacts at the sizes that are wished for, as far as their words stay whole.
    pub(super) fn scaled_to<'c>(&'c self, asked: &Asked, columns: usize) -> Scaled<'c, 'a> {
        let spec = self.spec;
        let Asked { width, label, value, number, least_number, alarm, email, code: qr, air, is_last } =
            *asked;
        let pad = if spec.dress.is_closed() { label.size * PAD.at(air) } else { Pt::ZERO };
        let bar = if matches!(spec.dress, Dress::Bar | Dress::Frame) { label.size * BAR } else { Pt::ZERO };
        let gap = label.size * GAP.at(air);
        let column = (width - gap * LINE_GAP * (columns - 1) as f32) / columns as f32;
        let mut scaled = Scaled {
            contacts: self,
            label,
            value,
            number,
            least_number,
            alarm,
            email,
            address: (label.size * ADDRESS).max(self.smallest),
            qr,
            pad,
            bar,
            gap,
            gutter: if spec.dress == Dress::Rule && !is_last { label.size * GUTTER } else { gap },
            widest: column - pad * 2.0 - bar,
            is_rough: false,
        };
        scaled.alarm = scaled.whole_alarm();
        scaled.number = scaled.whole(RowKind::Number, scaled.number, label.size);
        // An address that is much too wide is broken before its @ rather than made small.
        let one_line = scaled.whole(RowKind::Email, scaled.email, self.smallest);
        let wish = scaled.email;
        let least = match spec.value {
            ValueSize::Range(_) => label.size.min(wish * ONE_LINE),
            ValueSize::OfBody(..) => wish * ONE_LINE,
        };
        scaled.email = if one_line < least { scaled.in_two_lines(wish) } else { one_line };
        if spec.form == ContactForm::Tiles && scaled.qr > spec.qr.min {
            scaled.qr = scaled.code_side(spec.qr.min);
        }
        scaled
    }
}

impl Scaled<'_, '_> {
    /// The same with names and purposes so many times as large.
    pub(super) fn with_label(self, factor: f32) -> Self {
        Scaled { label: Style { size: self.label.size * factor, ..self.label }, ..self }
    }

    /// The largest size up to `wish` at which every value of a kind stays whole in the widest tile.
    fn whole(&self, kind: RowKind, wish: Pt, floor: Pt) -> Pt {
        let entries =
            self.contacts.entries.iter().filter(|entry| kind != RowKind::Number || !entry.contact.emergency);
        let size = entries.fold(wish, |size, entry| {
            let rows = entry.rows.iter().filter(|row| row.kind == kind);
            rows.fold(size, |size, row| {
                let within = |room: Pt| {
                    let on_one = room * (999.0 / row.shaped.max_width().max(1.0));
                    // An extension goes to a line of its own before it makes all numbers small.
                    if on_one < wish * ONE_LINE { on_one / row.main_part() } else { on_one }
                };
                let beside = within(self.words_width(entry, self.widest));
                // A code goes below the words before it makes numbers smaller than they should be.
                let is_below = kind == RowKind::Number && beside < self.least_number;
                size.min(if is_below { within(self.widest) } else { beside })
            })
        });
        size.max(floor.min(wish))
    }

    /// The side of codes: smaller where words beside them would be broken otherwise.
    fn code_side(&self, least: Pt) -> Pt {
        let codes = || self.contacts.entries.iter().filter(|entry| entry.code.is_some());
        let is_whole = |side: &Pt| {
            let beside = self.widest - *side - self.beside();
            codes().all(|entry| self.rows_height(entry, beside, |_| true).1)
        };
        [self.qr, (self.qr + least) / 2.0, least].into_iter().find(is_whole).unwrap_or(self.qr)
    }

    /// The size of the number for immediate danger: not larger than the widest tile.
    fn whole_alarm(&self) -> Pt {
        let alarms = self.contacts.entries.iter().filter(|entry| entry.contact.emergency);
        let numbers = alarms.flat_map(|entry| &entry.rows).filter(|row| row.kind == RowKind::Number);
        numbers.fold(self.alarm, |size, row| {
            size.min(self.widest * (999.0 / row.shaped.max_width().max(1.0))).max(self.label.size)
        })
    }

    /// Width of the words of a contact beside its code.
    pub(super) fn words_width(&self, entry: &Entry<'_>, inner: Pt) -> Pt {
        let is_beside = entry.code.is_some() && self.contacts.spec.form == ContactForm::Tiles;
        if is_beside { inner - self.qr - self.beside() } else { inner }
    }

    /// Space between a code, a sign or a large number and the words beside it.
    pub(super) fn beside(&self) -> Pt {
        self.label.size * BESIDE
    }

    /// Room that the sign takes from the first line of a contact.
    pub(super) fn sign(&self, entry: &Entry<'_>) -> Pt {
        let has_sign = self.contacts.spec.signs && !entry.contact.emergency;
        if has_sign { self.label.size * (SIGN + 0.45) } else { Pt::ZERO }
    }

    /// Style of a row in a width.
    pub(super) fn row_style(&self, entry: &Entry<'_>, row: &Row, width: Pt) -> Style {
        let label = self.label;
        match row.kind {
            RowKind::Name | RowKind::Purpose | RowKind::Hours => {
                // No word of a name is torn: it is set smaller, as far as it may be.
                let whole = width * (999.0 / row.shaped.min_width().max(1.0));
                let (wish, weight) = self.label_of(entry, row.kind);
                Style { size: wish.min(whole).max(self.contacts.smallest.min(wish)), weight, ..label }
            }
            RowKind::Number if entry.contact.emergency => {
                let whole = width * (999.0 / row.shaped.max_width().max(1.0));
                Style { size: self.alarm.min(whole).max(label.size), leading: DIGITS, ..self.value }
            }
            RowKind::Number => Style { size: self.number, ..self.value },
            RowKind::Email => {
                let untorn = width * (999.0 / row.shaped.piece_width(Break::Second).max(1.0));
                let least = (self.email * UNTORN).max(self.contacts.smallest.min(self.email));
                Style { size: self.email.min(untorn).max(least), ..self.value }
            }
            RowKind::Address => self.address_style(entry, row, width),
            RowKind::Ruled => label,
        }
    }

    /// Style of the address of a page. Beside its code it is made smaller before it is broken into crumbs.
    fn address_style(&self, entry: &Entry<'_>, row: &Row, width: Pt) -> Style {
        let full = Style { size: self.address, leading: self.label.leading, ..self.value };
        if self.contacts.spec.form != ContactForm::Tiles {
            return full;
        }
        if entry.code.is_none() {
            // One that nearly fits on a line is made smaller rather than broken before its last few letters.
            let on_one = width * (999.0 / row.shaped.max_width().max(1.0));
            let least = (full.size * ONE_LINE).max(self.contacts.smallest);
            return if on_one < least { full } else { Style { size: full.size.min(on_one), ..full } };
        }
        let least = CRUMBS.max(self.contacts.smallest).min(full.size);
        let smaller = |factor: f32| Style { size: (full.size * factor).max(least), ..full };
        let few = |style: &Style| {
            // What is wider than all lines together need not be counted.
            em(row.shaped.max_width(), style.size) <= width * MOST_LINES as f32
                && height_of(&row.shaped, style, width) < style.line_height() * (MOST_LINES as f32 + 0.5)
        };
        [1.0, 0.9, 0.8, 0.7].into_iter().map(smaller).find(few).unwrap_or(full)
    }

    /// Size and weight of a name or purpose: what an alarm is for stands out.
    pub(super) fn label_of(&self, entry: &Entry<'_>, kind: RowKind) -> (Pt, crate::font::Weight) {
        let spec = self.contacts.label;
        match kind {
            RowKind::Purpose if entry.contact.emergency && self.contacts.spec.form == ContactForm::Tiles => {
                (self.label.size * 1.15, spec.weight.max(crate::font::Weight::BOLD))
            }
            RowKind::Name if !entry.contact.emergency => {
                (self.label.size, spec.weight.max(crate::font::Weight(600)))
            }
            _ => (self.label.size, spec.weight),
        }
    }

    /// Height of a row, and whether it is not broken into too many pieces.
    fn row_height(&self, entry: &Entry<'_>, row: &Row, width: Pt) -> (Pt, bool) {
        let style = self.row_style(entry, row, width);
        if row.kind == RowKind::Ruled {
            return (style.size * RULED, true);
        }
        let most = match row.kind {
            RowKind::Number if entry.contact.emergency || row.main_part() == 1.0 => 1,
            _ => MOST_LINES,
        };
        let piece = |least: Break| em(row.shaped.piece_width(least), style.size);
        let is_torn = match row.kind {
            // Before its @, or where no tile of this frame is wide enough for that, after a dot of its host.
            RowKind::Email => {
                let first = piece(Break::First);
                let needed = if first <= self.widest { first } else { piece(Break::Second) };
                needed > width
            }
            RowKind::Address => piece(Break::Second) > width,
            RowKind::Name | RowKind::Purpose | RowKind::Hours
                if style.size < self.label_of(entry, row.kind).0 * SMALLER =>
            {
                true
            }
            _ => em(row.shaped.min_width(), style.size) > width,
        };
        // Counting lines takes longer than all else here.
        if self.is_rough && (is_torn || em(row.shaped.max_width(), style.size) > width * most as f32) {
            return (Pt::ZERO, false);
        }
        let height = row.height(&style, width, self.contacts.smallest);
        (height, height < style.line_height() * (most as f32 + 0.5) && !is_torn)
    }

    /// Whether an e-mail address of a contact takes more than a line in a tile of a width.
    pub(super) fn breaks_email(&self, entry: &Entry<'_>, width: Pt) -> bool {
        let inner = self.words_width(entry, width - self.around(entry).0);
        let mut emails = entry.rows.iter().filter(|row| row.kind == RowKind::Email);
        emails.any(|row| em(row.shaped.min_width(), self.row_style(entry, row, inner).size) > inner)
    }

    /// Whether the hours of a contact stand beside its number.
    pub(super) fn has_hours_beside(&self, entry: &Entry<'_>, width: Pt) -> bool {
        let is_mosaic = self.contacts.spec.form == ContactForm::Tiles && !entry.contact.emergency;
        let has_hours = is_mosaic && entry.contact.hours.is_some();
        let Some(hours) = entry.rows.iter().find(|row| has_hours && row.kind == RowKind::Hours) else {
            return false;
        };
        let mut numbers = entry.rows.iter().filter(|row| row.kind == RowKind::Number);
        let (Some(number), None) = (numbers.next(), numbers.next()) else { return false };
        let wide = |row: &Row| em(row.shaped.max_width(), self.row_style(entry, row, width).size);
        wide(number) + self.beside() + wide(hours) <= width
    }

    /// Height of some rows of a contact, and whether nothing in them is broken that should be whole.
    pub(super) fn rows_height(
        &self,
        entry: &Entry<'_>,
        width: Pt,
        wanted: impl Fn(RowKind) -> bool,
    ) -> (Pt, bool) {
        let beside = self.has_hours_beside(entry, width);
        let rows = entry.rows.iter().enumerate().filter(|(_, row)| wanted(row.kind));
        let rows = rows.filter(|(_, row)| !(beside && row.kind == RowKind::Hours));
        let mut all = (Pt::ZERO, true);
        for (index, row) in rows {
            let width = if index == 0 { width - self.sign(entry) } else { width };
            let (height, is_whole) = self.row_height(entry, row, width);
            all = (all.0 + height, all.1 && is_whole);
            if self.is_rough && !is_whole {
                break;
            }
        }
        all
    }

    /// Height of a contact without its padding, and whether nothing in it is broken.
    pub(super) fn height(&self, entry: &Entry<'_>, form: Form, width: Pt) -> (Pt, bool) {
        let is_caption = |kind: RowKind| kind != RowKind::Number;
        match form {
            Form::Plain => {
                let (height, whole) = self.rows_height(entry, self.words_width(entry, width), |_| true);
                match (&entry.code, self.contacts.spec.form) {
                    (Some(_), ContactForm::Tiles) => (height.max(self.qr), whole),
                    (Some(_), _) => (height + self.qr.min(width) + self.beside() * 0.4, whole),
                    (None, _) => (height, whole),
                }
            }
            Form::CodeBelow => self.below_code(entry, width).0,
            Form::AlarmRow => {
                let digits = self.digits(entry, width);
                let rest = width - digits.0 - self.beside();
                let (height, whole) = self.beside_digits(entry, rest).rows_height(entry, rest, is_caption);
                (
                    height.max(digits.1),
                    whole && rest > self.label.size * 3.0 && self.has_whole_digits(entry, width),
                )
            }
            Form::AlarmTall => {
                let digits = self.digits(entry, width);
                let (height, whole) = self.rows_height(entry, width, is_caption);
                (height + digits.1 + self.label.size * 0.3, whole && self.has_whole_digits(entry, width))
            }
        }
    }

    /// Whether the number for immediate danger stands in a width at its full size.
    fn has_whole_digits(&self, entry: &Entry<'_>, width: Pt) -> bool {
        let mut rows = entry.rows.iter().filter(|row| row.kind == RowKind::Number);
        rows.all(|row| em(row.shaped.max_width(), self.alarm) <= width * 1.001)
    }

    /// Width and height of the numbers for immediate danger.
    pub(super) fn digits(&self, entry: &Entry<'_>, width: Pt) -> (Pt, Pt) {
        let rows = entry.rows.iter().filter(|row| row.kind == RowKind::Number);
        rows.fold((Pt::ZERO, Pt::ZERO), |(wide, high), row| {
            let style = self.row_style(entry, row, width);
            (wide.max(em(row.shaped.max_width(), style.size)), high + style.line_height())
        })
    }

    /// The forms that a contact may have in a mosaic.
    pub(super) fn forms(&self, entry: &Entry<'_>) -> &'static [Form] {
        let is_alarm = entry.contact.emergency && entry.rows.iter().any(|row| row.kind == RowKind::Number);
        match (is_alarm, &entry.code) {
            (true, _) => &[Form::AlarmRow, Form::AlarmTall],
            (false, Some(_)) => &[Form::Plain, Form::CodeBelow],
            (false, None) => &[Form::Plain],
        }
    }

    /// What a tile takes besides its content, across and down.
    pub(super) fn around(&self, entry: &Entry<'_>) -> (Pt, Pt) {
        let dress = self.contacts.spec.dress;
        let above = match dress {
            Dress::Rule if entry.contact.emergency => self.label.size * 0.95,
            Dress::Rule => self.label.size * 0.35,
            Dress::Area | Dress::Bar | Dress::Frame | Dress::Lines => Pt::ZERO,
        };
        (self.pad * 2.0 + self.bar, self.pad * 2.0 + above)
    }
}
