//! Contacts: takes whom to call and a width, gives tiles, lines and codes with their heights.

use std::rc::Rc;

use crate::address;
use crate::font::Weight;
use crate::geom::{Pt, Rect};
use crate::language::{Labels, Word};
use crate::layout::{ContactFlow, ContactForm, Layout, StyleSpec, Which};
use crate::model::{Contact, LinkTarget};
use crate::style::Style;
use crate::typeset::counted::Counted;
use crate::typeset::qr::Code;
use crate::typeset::store::Store;
use crate::typeset::trial::{Trial, height_of, resolve};

/// Contacts of one frame.
pub(in crate::typeset) struct Contacts<'a> {
    /// How they are drawn.
    pub spec: &'a ContactFlow,
    /// Style of names and purposes.
    pub label: &'a StyleSpec,
    /// Style of numbers and addresses.
    pub value: &'a StyleSpec,
    /// The contacts.
    pub entries: Vec<Entry<'a>>,
    /// Before the address in the words for a QR code.
    pub qr_words: &'a str,
}

/// One contact, shaped.
pub(in crate::typeset) struct Entry<'a> {
    /// The contact.
    pub contact: &'a Contact,
    /// Its words, in the order in which they stand.
    pub rows: Vec<Row>,
    /// Its QR code, where it is drawn here.
    pub code: Option<Rc<Code>>,
}

impl Entry<'_> {
    /// Where its code stands when codes stand at `place`: nowhere without one.
    pub(in crate::typeset) const fn code_at(&self, place: CodePlace) -> CodePlace {
        if self.code.is_some() { place } else { CodePlace::None }
    }
}

/// One line of a contact.
pub(in crate::typeset) struct Row {
    /// Its words.
    pub text: String,
    /// Its words, shaped.
    pub shaped: Rc<Counted>,
    /// What it is.
    pub kind: RowKind,
}

/// What a line of a contact is.
pub(in crate::typeset) enum RowKind {
    /// A name, a purpose or hours.
    Label,
    /// A number or address, and where it leads, if anywhere; addresses of pages stay small.
    Value(Option<LinkTarget>, bool),
    /// A line to write on.
    Ruled,
}

/// A contact in its place.
#[derive(Clone)]
pub(in crate::typeset) struct Tile<'c, 'a> {
    /// The contact.
    pub entry: &'c Entry<'a>,
    /// Where its code stands.
    pub code: CodePlace,
    /// All of it.
    pub rect: Rect,
}

/// Where the QR code of a tile stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::typeset) enum CodePlace {
    /// There is none.
    None,
    /// Above its words.
    Above,
    /// Left of its words.
    Beside,
}

/// Sizes that the contacts of a frame share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::typeset) struct Sizes {
    /// Type size of values.
    pub value: Pt,
    /// Side of a QR code.
    pub qr: Pt,
}

/// Space between tiles, and inside them, as multiples of the label size.
const GAP: f32 = 0.62;
const PAD: f32 = 0.72;
/// Width of the thick edge of a tile, as a multiple of the label size.
const EDGE: f32 = 0.42;
/// Space between a code and its words, as a multiple of the label size.
const CODE_GAP: f32 = 0.3;
/// No address is set smaller to keep it on one line: below this nothing is printed.
const SMALLEST: Pt = Pt::new(7.0);
/// Height of a name that does not stand in a width without a torn word: no page is so high.
const TORN: Pt = Pt::new(1e5);
/// Height of a line to write on, as a multiple of the label size.
const RULED: f32 = 1.75;
/// Size of the number for immediate danger, as a multiple of that of other values.
const EMPHASIS: f32 = 1.6;

impl<'a> Contacts<'a> {
    pub(in crate::typeset) fn new(
        spec: &'a ContactFlow,
        layout: &'a Layout,
        contacts: &'a [Contact],
        labels: &'a Labels,
        store: &mut Store,
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
        Contacts { spec, label, value, entries, qr_words: labels.get(Word::Qr) }
    }

    /// The contacts in a trial, with values and codes of these sizes.
    pub(in crate::typeset) fn scaled<'c>(&'c self, sizes: Sizes, trial: &Trial<'_>) -> Scaled<'c, 'a> {
        let label = resolve(self.label, trial, None, Pt::ZERO);
        let value = resolve(self.value, trial, None, Pt::ZERO);
        let padded = matches!(self.spec.form, ContactForm::Tiles | ContactForm::Alarm);
        let edged = self.spec.form == ContactForm::Tiles;
        Scaled {
            contacts: self,
            sizes,
            label,
            value,
            pad: if padded { label.size * PAD } else { Pt::ZERO },
            edge: if edged { label.size * EDGE } else { Pt::ZERO },
            gap: label.size * GAP,
            code_gap: label.size * CODE_GAP,
        }
    }
}

/// Contacts at the sizes of a trial. What all of them share is looked up once.
pub(in crate::typeset) struct Scaled<'c, 'a> {
    /// The contacts.
    pub contacts: &'c Contacts<'a>,
    /// Sizes of values and codes.
    pub sizes: Sizes,
    /// Style of names.
    pub label: Style,
    /// Style of values, but for their size.
    value: Style,
    /// Space inside a tile.
    pub pad: Pt,
    /// Width of the thick edge of a tile.
    pub edge: Pt,
    /// Space between tiles.
    pub gap: Pt,
    /// Space between a code and the words that belong to it, besides its quiet zone.
    pub code_gap: Pt,
}

impl Scaled<'_, '_> {
    /// Style of a row in this width.
    pub(in crate::typeset) fn row_style(&self, entry: &Entry<'_>, row: &Row, width: Pt) -> Style {
        let label = self.label;
        match row.kind {
            RowKind::Ruled => label,
            RowKind::Label => {
                // No word of a name is torn: it is set smaller, as far as it may be.
                let whole = width * (999.0 / row.shaped.min_width().max(1.0));
                Style { size: label.size.min(whole).max(SMALLEST.min(label.size)), ..label }
            }
            RowKind::Value(_, small) => {
                let ceiling = if small { label.size } else { self.sizes.value * self.emphasis(entry) };
                let on_one_line = width * (999.0 / row.shaped.max_width().max(1.0));
                let floor = (label.size * if small { 0.85 } else { 1.0 }).max(SMALLEST);
                Style { size: ceiling.min(on_one_line).max(floor.min(ceiling)), ..self.value }
            }
        }
    }

    /// How many times larger than other values those of an entry are: the number for immediate danger is
    /// found first.
    pub(in crate::typeset) fn emphasis(&self, entry: &Entry<'_>) -> f32 {
        let tiles = self.contacts.spec.form == ContactForm::Tiles;
        if entry.contact.emergency && tiles { EMPHASIS } else { 1.0 }
    }

    fn row_height(&self, entry: &Entry<'_>, row: &Row, width: Pt) -> Pt {
        let style = self.row_style(entry, row, width);
        match row.kind {
            RowKind::Ruled => style.size * RULED,
            RowKind::Label if style.size * (row.shaped.min_width() / 1000.0) > width => TORN,
            RowKind::Label | RowKind::Value(..) => height_of(&row.shaped, &style, width),
        }
    }

    /// Height of an entry's rows and code, without padding.
    pub(in crate::typeset) fn entry_height(&self, entry: &Entry<'_>, code: CodePlace, width: Pt) -> Pt {
        let side = self.sizes.qr.min(width);
        let rows =
            |width: Pt| -> Pt { entry.rows.iter().map(|row| self.row_height(entry, row, width)).sum() };
        match code {
            CodePlace::None => rows(width),
            CodePlace::Above => rows(width) + side + self.code_gap,
            CodePlace::Beside => rows(width - side - self.code_gap).max(side),
        }
    }

    /// Height of a tile, padding included.
    pub(in crate::typeset) fn tile_height(&self, entry: &Entry<'_>, code: CodePlace, width: Pt) -> Pt {
        self.entry_height(entry, code, width - self.pad * 2.0 - self.edge) + self.pad * 2.0
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
    store: &mut Store,
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
        let shaped = store.value(text, if small { label } else { value });
        values.push(Row { text: text.to_owned(), shaped, kind: RowKind::Value(target, small) });
    };
    if let Some(phone) = contact.phone.as_ref().filter(|_| !only_code) {
        add(&phone.value, contact.phone_target(), false);
    }
    if let Some(email) = contact.email.as_ref().filter(|_| !only_code) {
        add(&email.value, Some(LinkTarget::Email(email.value.clone())), false);
    }
    if let Some(url) = contact.url.as_ref().filter(|_| only_code || code || !is_code(contact)) {
        add(address::shown(&url.value), contact.web_target(), true);
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
    let code = match contact.web_target() {
        Some(LinkTarget::Web(address)) if code => store.code(&address),
        _ => None,
    };
    Entry { contact, rows, code }
}
