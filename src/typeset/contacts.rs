//! Contacts: takes whom to call and a width, gives tiles, lines and codes with their heights.

use std::rc::Rc;

use super::measure::{Trial, height_of, resolve};
use super::store::Store;
use crate::font::Weight;
use crate::geom::{Pt, Rect};
use crate::layout::{ContactFlow, ContactForm, Layout, StyleSpec, Which};
use crate::model::{Contact, Labels, LinkTarget};
use crate::style::Style;
use crate::text::Shaped;

/// Contacts of one frame.
pub(super) struct Contacts<'a> {
    /// How they are drawn.
    pub spec: &'a ContactFlow,
    /// Style of names and purposes.
    pub label: &'a StyleSpec,
    /// Style of numbers and addresses.
    pub value: &'a StyleSpec,
    /// The contacts.
    pub entries: Vec<Entry<'a>>,
    /// Before the address in the words for a QR code.
    pub qr_words: &'static str,
}

/// One contact, shaped.
pub(super) struct Entry<'a> {
    /// The contact.
    pub contact: &'a Contact,
    /// Its words, in the order in which they stand.
    pub rows: Vec<Row>,
    /// Whether its QR code is drawn here.
    pub code: bool,
}

/// One line of a contact.
pub(super) struct Row {
    /// Its words.
    pub text: String,
    /// Its words, shaped.
    pub shaped: Rc<Shaped>,
    /// What it is.
    pub kind: RowKind,
}

/// What a line of a contact is.
pub(super) enum RowKind {
    /// A name, a purpose or hours.
    Label,
    /// A number or address, and where it leads; addresses of pages stay small.
    Value(LinkTarget, bool),
    /// A line to write on.
    Ruled,
}

/// A contact in its place.
pub(super) struct Tile<'c, 'a> {
    /// The contact.
    pub entry: &'c Entry<'a>,
    /// All of it.
    pub rect: Rect,
}

/// Space between tiles, and inside them, as multiples of the label size.
const GAP: f32 = 0.62;
const PAD: f32 = 0.72;
/// No address is set smaller to keep it on one line: below this nothing is printed.
const SMALLEST: Pt = Pt::new(7.0);
/// Height of a line to write on, as a multiple of the label size.
const RULED: f32 = 1.75;

impl<'a> Contacts<'a> {
    pub(super) fn new(
        spec: &'a ContactFlow,
        layout: &'a Layout,
        contacts: &'a [Contact],
        labels: &Labels,
        store: &mut Store<'_>,
    ) -> Self {
        let (label, value) = (layout.style(spec.label), layout.style(spec.style));
        let wanted = |contact: &&Contact| match spec.which {
            Which::All => true,
            Which::Emergency => contact.emergency,
            // What a QR code says on its own side of the card is not said twice.
            Which::Others => {
                let only_a_code = is_code(contact) && contact.phone.is_none() && contact.email.is_none();
                !contact.emergency && !only_a_code
            }
            Which::Qr => is_code(contact),
        };
        let entries = contacts
            .iter()
            .filter(wanted)
            .map(|contact| entry(contact, spec, label.weight, value.weight, store))
            .collect();
        Contacts { spec, label, value, entries, qr_words: labels.qr }
    }

    /// Style of names in a trial.
    pub(super) fn label_style(&self, trial: &Trial<'_>) -> Style {
        resolve(self.label, trial, None, Pt::ZERO)
    }

    /// Style of a row when values may be so large in this width.
    pub(super) fn row_style(&self, row: &Row, width: Pt, value: Pt, trial: &Trial<'_>) -> Style {
        let label = self.label_style(trial);
        match row.kind {
            RowKind::Label | RowKind::Ruled => label,
            RowKind::Value(_, small) => {
                let style = resolve(self.value, trial, None, Pt::ZERO);
                let ceiling = if small { label.size } else { value };
                let on_one_line = width * (999.0 / row.shaped.max_width().max(1.0));
                let floor = (label.size * if small { 0.85 } else { 1.0 }).max(SMALLEST);
                Style { size: ceiling.min(on_one_line).max(floor.min(ceiling)), ..style }
            }
        }
    }

    fn row_height(&self, row: &Row, width: Pt, value: Pt, trial: &Trial<'_>) -> Pt {
        let style = self.row_style(row, width, value, trial);
        match row.kind {
            RowKind::Ruled => style.size * RULED,
            RowKind::Label | RowKind::Value(..) => height_of(&row.shaped, &style, width),
        }
    }

    /// Space inside a tile.
    pub(super) fn pad(&self, trial: &Trial<'_>) -> Pt {
        match self.spec.form {
            ContactForm::Lines | ContactForm::Codes => Pt::ZERO,
            ContactForm::Tiles | ContactForm::Alarm => self.label_style(trial).size * PAD,
        }
    }

    /// Space between tiles.
    pub(super) fn gap(&self, trial: &Trial<'_>) -> Pt {
        self.label_style(trial).size * GAP
    }

    /// Height of an entry's rows and code, without padding.
    pub(super) fn entry_height(&self, entry: &Entry<'_>, width: Pt, value: Pt, trial: &Trial<'_>) -> Pt {
        let rows: Pt = entry.rows.iter().map(|row| self.row_height(row, width, value, trial)).sum();
        rows + if entry.code {
            self.spec.qr.min(width) + self.label_style(trial).size * 0.3
        } else {
            Pt::ZERO
        }
    }

    fn tile_height(&self, entry: &Entry<'_>, width: Pt, value: Pt, trial: &Trial<'_>) -> Pt {
        let pad = self.pad(trial);
        self.entry_height(entry, width - pad * 2.0 - self.edge(trial), value, trial) + pad * 2.0
    }

    /// Width of the thick edge of a tile.
    pub(super) fn edge(&self, trial: &Trial<'_>) -> Pt {
        match self.spec.form {
            ContactForm::Tiles => self.label_style(trial).size * 0.42,
            _ => Pt::ZERO,
        }
    }

    /// Width at which all of an entry's rows stand on one line each, padding included.
    fn natural_width(&self, entry: &Entry<'_>, value: Pt, trial: &Trial<'_>) -> Pt {
        let label = self.label_style(trial).size;
        let widest = entry.rows.iter().fold(Pt::ZERO, |widest, row| {
            let size = match row.kind {
                RowKind::Value(_, false) => value,
                RowKind::Value(_, true) | RowKind::Label | RowKind::Ruled => label,
            };
            widest.max(size * (row.shaped.max_width() / 1000.0))
        });
        let floor = if entry.rows.iter().any(|row| matches!(row.kind, RowKind::Ruled)) {
            label * 9.0
        } else {
            Pt::ZERO
        };
        widest.max(floor) + self.pad(trial) * 2.0 + self.edge(trial)
    }

    /// Height of all tiles in a width when values are so large.
    pub(super) fn height(&self, width: Pt, value: Pt, trial: &Trial<'_>) -> Pt {
        let tiles = self.tiles(Rect::new(Pt::ZERO, Pt::ZERO, width, Pt::ZERO), value, trial);
        tiles.iter().fold(Pt::ZERO, |height, tile| height.max(tile.rect.bottom()))
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
            ContactForm::Alarm | ContactForm::Codes => self.rows_of(&self.entries, room, value, trial, 1),
            ContactForm::Lines => {
                let one = self.rows_of(&self.entries, room, value, trial, 1);
                let overflows =
                    one.last().is_some_and(|tile| tile.rect.bottom() > room.bottom() + Pt::new(0.01));
                if overflows && room.h > Pt::ZERO || self.entries.len() > 5 {
                    return self.rows_of(&self.entries, room, value, trial, 2);
                }
                one
            }
        }
    }

    /// Tiles with codes stand in a column at the right; the others fill rows at their left.
    fn mosaic<'c>(&'c self, room: Rect, value: Pt, trial: &Trial<'_>) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap(trial);
        let coded: Vec<&Entry<'a>> = self.entries.iter().filter(|entry| entry.code).collect();
        let plain: Vec<&Entry<'a>> = self.entries.iter().filter(|entry| !entry.code).collect();
        let code_width = self.spec.qr + self.pad(trial) * 2.0 + self.edge(trial);
        let mut rest = room;
        let mut tiles = Vec::new();
        if !coded.is_empty() && !plain.is_empty() {
            rest.w = room.w - code_width - gap;
        }
        let x = if plain.is_empty() { room.x } else { rest.right() + gap };
        let w = if plain.is_empty() { room.w } else { code_width };
        tiles.extend(self.pack(&plain, rest, value, trial));
        let mut y = room.y;
        for entry in coded {
            let rect = Rect::new(x, y, w, self.tile_height(entry, w, value, trial));
            y = rect.bottom() + gap;
            tiles.push(Tile { entry, rect });
        }
        tiles
    }

    /// Rows of as many tiles as stand side by side at their natural widths; rows fill the width.
    fn pack<'c>(
        &self,
        entries: &[&'c Entry<'a>],
        room: Rect,
        value: Pt,
        trial: &Trial<'_>,
    ) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap(trial);
        let mut tiles = Vec::new();
        let (mut y, mut first) = (room.y, 0);
        while first < entries.len() {
            let mut natural = vec![self.natural_width(entries[first], value, trial)];
            while let Some(next) = entries.get(first + natural.len()).filter(|_| natural.len() < 3) {
                let more = self.natural_width(next, value, trial);
                if natural.iter().copied().sum::<Pt>() + more + gap * natural.len() as f32 > room.w {
                    break;
                }
                natural.push(more);
            }
            let total: Pt = natural.iter().copied().sum();
            let free = room.w - gap * (natural.len() - 1) as f32;
            let widths: Vec<Pt> = natural.iter().map(|width| free * (*width / total)).collect();
            let row = &entries[first..first + widths.len()];
            let tallest =
                row.iter().zip(&widths).map(|(entry, width)| self.tile_height(entry, *width, value, trial));
            let height = tallest.fold(Pt::ZERO, Pt::max);
            let mut x = room.x;
            for (entry, width) in row.iter().zip(&widths) {
                tiles.push(Tile { entry, rect: Rect::new(x, y, *width, height) });
                x += *width + gap;
            }
            first += widths.len();
            y += height + gap;
        }
        tiles
    }

    fn rows_of<'c>(
        &self,
        entries: &'c [Entry<'a>],
        room: Rect,
        value: Pt,
        trial: &Trial<'_>,
        columns: usize,
    ) -> Vec<Tile<'c, 'a>> {
        let gap = self.gap(trial);
        let width = (room.w - gap * (columns - 1) as f32) / columns as f32;
        let mut tiles = Vec::new();
        let mut y = room.y;
        for row in entries.chunks(columns) {
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

const fn is_code(contact: &Contact) -> bool {
    contact.qr && contact.url.is_some()
}

fn entry<'a>(
    contact: &'a Contact,
    spec: &ContactFlow,
    label: Weight,
    value: Weight,
    store: &mut Store<'_>,
) -> Entry<'a> {
    let only_code = matches!(spec.which, Which::Qr);
    let code = is_code(contact) && matches!(spec.form, ContactForm::Tiles | ContactForm::Codes);
    let mut rows = Vec::new();
    let name = Row {
        text: contact.name.value.clone(),
        shaped: store.words(&contact.name.value, label),
        kind: RowKind::Label,
    };
    let mut label_row =
        |text: &str| Row { text: text.to_owned(), shaped: store.words(text, label), kind: RowKind::Label };
    let purpose = contact.purpose.as_ref().map(|purpose| label_row(&purpose.value));
    let hours = contact.hours.as_ref().map(|hours| label_row(&hours.value));
    let mut values = Vec::new();
    let mut add = |text: &str, target: Option<LinkTarget>, small: bool| {
        if let Some(target) = target {
            let shaped = store.value(text, if small { label } else { value });
            values.push(Row { text: text.to_owned(), shaped, kind: RowKind::Value(target, small) });
        }
    };
    if let Some(phone) = contact.phone.as_ref().filter(|_| !only_code) {
        add(&phone.value, contact.phone_target(), false);
    }
    if let Some(email) = contact.email.as_ref().filter(|_| !only_code) {
        add(&email.value, Some(LinkTarget::Email(email.value.clone())), false);
    }
    if let Some(url) = contact.url.as_ref().filter(|_| only_code || code || !is_code(contact)) {
        add(&url.value, contact.web_target(), true);
    }
    if !contact.has_value() {
        values.push(Row { text: String::new(), shaped: store.words("", label), kind: RowKind::Ruled });
    }
    // In an emergency what it is for and the number come first; who answers comes last.
    if contact.emergency {
        rows.extend(purpose);
        rows.append(&mut values);
        rows.push(name);
    } else {
        rows.push(name);
        rows.extend(purpose);
        rows.append(&mut values);
    }
    rows.extend(hours);
    Entry { contact, rows, code }
}
