//! Contacts: takes whom to call, gives each one's words shaped and in the order in which they stand.

use std::rc::Rc;

use crate::address::{self, LinkTarget};
use crate::font::Weight;
use crate::geom::Pt;
use crate::language::{Labels, Word};
use crate::layout::{ContactFlow, ContactForm, Layout, StyleSpec, Which};
use crate::model::Contact;
use crate::page::{Class, ElemId, Role};
use crate::style::Style;
use crate::typeset::arrangements::{Mosaics, Worded, Wording};
use crate::typeset::canvas::{Canvas, em};
use crate::typeset::counted::Counted;
use crate::typeset::qr::Code;
use crate::typeset::store::Store;
use crate::typeset::trial::height_of;

/// Contacts of one frame.
pub(in crate::typeset) struct Contacts<'a> {
    /// How they are drawn.
    pub spec: &'a ContactFlow,
    /// Style of names and purposes.
    pub label: &'a StyleSpec,
    /// Style of numbers and addresses.
    pub value: &'a StyleSpec,
    /// No letter of a name is made smaller than this to keep a word whole.
    pub smallest: Pt,
    /// The contacts.
    pub entries: Vec<Entry<'a>>,
    /// Before the address in the words for a QR code.
    pub qr_words: &'a str,
    /// What contacts are called, for those who do not see that these are some.
    pub heading: (&'a str, Rc<Counted>),
    /// What there is no place for here.
    pub left_off: Vec<LeftOff>,
    /// The places found so far for contacts with these words.
    pub(super) known: Rc<Mosaics>,
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
    /// What of it its place depends on.
    fn worded(&self) -> Worded {
        Worded {
            emergency: self.contact.emergency,
            has_hours: self.contact.hours.is_some(),
            code: self.code.clone(),
            rows: self.rows.iter().map(|row| (row.kind as u8, Rc::clone(&row.shaped))).collect(),
        }
    }
}

/// What a frame has no place for, of a contact by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOff {
    /// All of it.
    Contact(String),
    /// These words of it.
    Words(String, Vec<String>),
}

/// One line of a contact.
pub(in crate::typeset) struct Row {
    /// Its words.
    pub text: String,
    /// Its words, shaped.
    pub shaped: Rc<Counted>,
    /// What it is.
    pub kind: RowKind,
    /// Where it leads, if anywhere.
    pub target: Option<LinkTarget>,
}

/// Size of what stands on another line than the number itself, as a multiple of that of the number.
const ASIDE: f32 = 0.72;

impl Row {
    /// Which part of its width a number takes when its extension goes to a line of its own; all of it without one.
    pub(super) fn main_part(&self) -> f32 {
        let whole = self.shaped.max_width();
        match self.kind {
            RowKind::Number if whole > 0.0 => (self.shaped.parted_width() / whole).min(1.0),
            _ => 1.0,
        }
    }

    /// Size of what stands on another line than the number itself, where the number has a size. At the size of the number
    /// it would be read as another one.
    pub(super) fn aside(size: Pt, smallest: Pt) -> Pt {
        (size * ASIDE).max(smallest.min(size))
    }

    /// Its height in a width. What a number is parted from takes a lower line than the number.
    pub(super) fn height(&self, style: &Style, width: Pt, smallest: Pt) -> Pt {
        let height = height_of(&self.shaped, style, width);
        if self.main_part() == 1.0 || em(self.shaped.max_width(), style.size) <= width {
            return height;
        }
        let aside = Style { size: Row::aside(style.size, smallest), ..*style };
        (height - style.line_height() + aside.line_height()).max(style.line_height())
    }

    /// Adds its paragraph to its contact. In an emergency what it is for is read behind the number, where hours are read
    /// too, so it says which of them it is.
    pub(super) fn elem(&self, canvas: &mut Canvas<'_>, contact: &Contact, body: ElemId) -> ElemId {
        let elem = canvas.elem(body, Role::P);
        if self.kind == RowKind::Purpose && contact.emergency {
            canvas.document.tags.get_mut(elem).class = Some(Class::Purpose);
        }
        elem
    }
}

/// What a line of a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::typeset) enum RowKind {
    /// Who answers.
    Name,
    /// For what.
    Purpose,
    /// When.
    Hours,
    /// A number.
    Number,
    /// An e-mail address.
    Email,
    /// The address of a page.
    Address,
    /// A line to write on.
    Ruled,
}

impl RowKind {
    /// When a line of the contact for immediate danger is read, whatever stands where: who answers, how to reach them,
    /// and then the rest.
    pub(super) const fn turn(self) -> u8 {
        match self {
            RowKind::Name => 0,
            RowKind::Number | RowKind::Email | RowKind::Address | RowKind::Ruled => 1,
            RowKind::Purpose => 2,
            RowKind::Hours => 3,
        }
    }
}

/// Weight of the name of a contact.
pub(super) const NAME: Weight = Weight(600);

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
            Which::NotEmergency => !contact.emergency,
            Which::NotCodes => contact.emergency || is_other(contact),
            Which::Others => is_other(contact),
            Which::Qr => is_code(contact),
        };
        let mut shape = Shape { spec, label, value, labels, store };
        let all: Vec<&Contact> = contacts.iter().filter(wanted).collect();
        let shown = all.len().min(usize::from(spec.most));
        let entries: Vec<Entry<'_>> = all[..shown].iter().map(|contact| shape.entry(contact)).collect();
        let left_off = shape.left_off(&all, shown);
        let name = labels.get(Word::Contacts);
        let heading = (name, store.words(name, label.weight));
        let smallest = layout.smallest;
        let worded = entries.iter().map(Entry::worded).collect();
        let known =
            store.arrangements(Wording { spec: *spec, label: *label, value: *value, smallest, worded });
        Contacts {
            smallest,
            spec,
            label,
            value,
            entries,
            qr_words: labels.get(Word::Qr),
            heading,
            left_off,
            known,
        }
    }
}

/// Whether a contact is neither for immediate danger nor only a code, which has a side of the card to itself.
pub(in crate::typeset) fn is_other(contact: &Contact) -> bool {
    let is_only_code = is_code(contact)
        && contact.phone.is_none()
        && contact.email.is_none()
        && contact.channels().next().is_none();
    !contact.emergency && !is_only_code
}

const fn is_code(contact: &Contact) -> bool {
    contact.qr && contact.url.is_some()
}

/// What shaping the words of contacts needs at hand.
struct Shape<'s, 't> {
    spec: &'s ContactFlow,
    label: &'s StyleSpec,
    value: &'s StyleSpec,
    labels: &'s Labels,
    store: &'t mut Store,
}

impl Shape<'_, '_> {
    fn entry<'a>(&mut self, contact: &'a Contact) -> Entry<'a> {
        let shows_codes = [ContactForm::Tiles, ContactForm::Codes, ContactForm::Blocks];
        let has_code = is_code(contact) && shows_codes.contains(&self.spec.form);
        let name = self.words(&contact.name.value, RowKind::Name);
        let purpose = contact.purpose.as_ref().map(|purpose| self.words(&purpose.value, RowKind::Purpose));
        let hours = contact.hours.as_ref().map(|hours| self.words(&hours.value, RowKind::Hours));
        let values = self.values(contact, has_code);
        if self.spec.brief && !contact.emergency {
            let rows = [name].into_iter().chain(values.into_iter().take(self.brief_values()));
            let code = self.code(contact, has_code);
            return Entry { contact, rows: rows.collect(), code };
        }
        // In an emergency what it is for and the number come first; who answers comes last.
        let rows: Vec<Row> = if contact.emergency {
            purpose.into_iter().chain(values).chain([name]).chain(hours).collect()
        } else {
            [name].into_iter().chain(purpose).chain(values).chain(hours).collect()
        };
        let code = self.code(contact, has_code);
        Entry { contact, rows, code }
    }

    /// How many values a contact has in short: a code says its address itself.
    fn brief_values(&self) -> usize {
        usize::from(self.spec.form != ContactForm::Codes)
    }

    fn code(&mut self, contact: &Contact, has_code: bool) -> Option<Rc<Code>> {
        match contact.web_target() {
            Some(LinkTarget::Web(address)) if has_code => self.store.code(&address),
            _ => None,
        }
    }

    /// What of these contacts is not shown.
    fn left_off(&mut self, all: &[&Contact], shown: usize) -> Vec<LeftOff> {
        let name = |contact: &Contact| contact.name.value.clone();
        let mut left_off = Vec::new();
        for contact in all[..shown].iter().filter(|contact| self.spec.brief && !contact.emergency) {
            let values = self.values(contact, false);
            let labels = contact.purpose.iter().chain(&contact.hours).map(|words| words.value.clone());
            let words: Vec<String> =
                labels.chain(values.into_iter().skip(self.brief_values()).map(|row| row.text)).collect();
            if !words.is_empty() {
                left_off.push(LeftOff::Words(name(contact), words));
            }
        }
        left_off.extend(all[shown..].iter().map(|contact| LeftOff::Contact(name(contact))));
        left_off
    }

    fn values(&mut self, contact: &Contact, has_code: bool) -> Vec<Row> {
        let only_code = self.spec.which == Which::Qr;
        let mut values = Vec::new();
        if let Some(phone) = contact.phone.as_ref().filter(|_| !only_code) {
            values.push(self.value(&phone.value, contact.phone_target(), RowKind::Number));
        }
        for (word, written, target) in contact.channels().filter(|_| !only_code) {
            let is_page = matches!(target, Some(LinkTarget::Web(_)));
            let (shown, kind) = match is_page {
                true => (address::shown(&written.value), RowKind::Address),
                false => (written.value.as_str(), RowKind::Number),
            };
            values.push(self.value(&format!("{} {shown}", self.labels.get(word)), target, kind));
        }
        if let Some(email) = contact.email.as_ref().filter(|_| !only_code) {
            values.push(self.value(&email.value, contact.email_target(), RowKind::Email));
        }
        if let Some(url) = contact.url.as_ref().filter(|_| only_code || has_code || !is_code(contact)) {
            values.push(self.value(address::shown(&url.value), contact.web_target(), RowKind::Address));
        }
        if !contact.has_value() {
            values.push(self.words("", RowKind::Ruled));
        }
        values
    }

    fn words(&mut self, text: &str, kind: RowKind) -> Row {
        let weight = if kind == RowKind::Name { self.label.weight.max(NAME) } else { self.label.weight };
        Row { text: text.to_owned(), shaped: self.store.words(text, weight), kind, target: None }
    }

    fn value(&mut self, text: &str, target: Option<LinkTarget>, kind: RowKind) -> Row {
        let weight = if kind == RowKind::Address { Weight::BOLD } else { self.value.weight };
        Row { text: text.to_owned(), shaped: self.store.value(text, weight), kind, target }
    }
}
