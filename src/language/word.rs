//! The words that the program itself prints: takes nothing, gives the key of each, what it is for and its fields.
//!
//! The build script reads this file too, so it knows nothing but itself.

/// A word, or a few of them, that the program prints and no writer wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the table below says of each what it is for, once, for schema and messages")]
pub enum Word {
    Label,
    SectionLabel,
    Minute,
    Minutes,
    Version,
    Issued,
    ReviewBy,
    ReviewWasDue,
    Date,
    Months,
    Web,
    Contacts,
    WhoToContact,
    WhatToDo,
    NoNumber,
    Text,
    Relay,
    Textphone,
    Bsl,
    Qr,
    OpensOn,
    Page,
    Notes,
    Skip,
    OnThisPage,
    Print,
    PrintAndShare,
    Poster,
    Handout,
    Card,
    Leaflet,
    LargePrint,
    Accessible,
}

/// How many words there are.
pub const WORDS: usize = TABLE.len();

/// How many names `months` holds.
const MONTHS: usize = 12;

/// Word, key, fields in braces that must stand in it, and what it is for, in the order of the words.
const TABLE: [(Word, &str, &[&str], &str); 33] = [
    (Word::Label, "label", &[], "The line above the title."),
    (Word::SectionLabel, "section_label", &[], "What a section is called."),
    (Word::Minute, "minute", &["word", "n", "all"], "Which section this is: \"Minute 3 of 7\"."),
    (Word::Minutes, "minutes", &[], "Minutes, as they are called behind a seven."),
    (Word::Version, "version", &[], "Before the version."),
    (Word::Issued, "issued", &[], "Before the day of issue."),
    (Word::ReviewBy, "review_by", &[], "Before the day of review."),
    (Word::ReviewWasDue, "review_was_due", &[], "Before the day of review, where it has passed."),
    (Word::Date, "date", &["day", "month", "year"], "How a day is written."),
    (Word::Months, "months", &[], "The twelve months with commas between them, as they stand in a date."),
    (Word::Web, "web", &[], "Before the address of the web copy."),
    (Word::Contacts, "contacts", &[], "The name of the list of contacts, for bookmarks and screen readers."),
    (Word::WhoToContact, "who_to_contact", &[], "The heading over the contacts."),
    (Word::WhatToDo, "what_to_do", &[], "The link to section 7 on the web page."),
    (Word::NoNumber, "no_number", &[], "Beside a contact without a number or an address."),
    (Word::Text, "text", &[], "Before a number that takes text messages."),
    (Word::Relay, "relay", &[], "Before a number that goes by the relay service."),
    (Word::Textphone, "textphone", &[], "Before the number of a textphone."),
    (Word::Bsl, "bsl", &[], "Before the address of a video in British Sign Language."),
    (Word::Qr, "qr", &[], "What a screen reader says before the address of a QR code."),
    (Word::OpensOn, "opens_on", &["address"], "What a QR code opens."),
    (Word::Page, "page", &["n", "all"], "Which page this is: \"Page 2 of 5\"."),
    (Word::Notes, "notes", &[], "Above lines for notes."),
    (Word::Skip, "skip", &[], "The first link of the web page, for those who use a keyboard."),
    (Word::OnThisPage, "on_this_page", &[], "What the links to parts of the web page are called."),
    (Word::Print, "print", &[], "The link to the files for printing."),
    (Word::PrintAndShare, "print_and_share", &[], "The heading over the files for printing."),
    (Word::Poster, "poster", &[], "The poster."),
    (Word::Handout, "handout", &[], "The seven slides."),
    (Word::Card, "card", &[], "The wallet card."),
    (Word::Leaflet, "leaflet", &[], "The two sides of paper to hand out."),
    (Word::LargePrint, "large_print", &[], "The pages in large print."),
    (Word::Accessible, "accessible", &[], "Said of a file that a screen reader reads in order."),
];

impl Word {
    /// All words, in the order in which the files of languages have them.
    pub fn all() -> impl Iterator<Item = Word> {
        TABLE.iter().map(|row| row.0)
    }

    const fn row(self) -> &'static (Word, &'static str, &'static [&'static str], &'static str) {
        &TABLE[self as usize]
    }

    /// Its key in a file.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().1
    }

    /// The word that stands in for it where a language of a writer's own has none: it came after those were made.
    #[must_use]
    pub const fn instead(self) -> Option<Self> {
        match self {
            Word::Leaflet => Some(Word::Print),
            Word::ReviewWasDue => Some(Word::ReviewBy),
            _ => None,
        }
    }

    /// What it is for.
    #[must_use]
    pub const fn about(self) -> &'static str {
        self.row().3
    }

    /// The word of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Word::all().find(|word| word.as_str() == key)
    }

    /// Why a text cannot stand for this word, where it cannot.
    #[must_use]
    pub fn fault(self, text: &str) -> Option<String> {
        let fields = self.row().2;
        // The name of a section may be left out where the language counts without it.
        let missing =
            fields.iter().filter(|field| **field != "word" && !text.contains(&format!("{{{field}}}")));
        if let Some(field) = missing.into_iter().next() {
            return Some(format!("has no {{{field}}}"));
        }
        let named: usize = fields.iter().map(|field| text.matches(&format!("{{{field}}}")).count()).sum();
        if text.matches(['{', '}']).count() != 2 * named {
            return Some("has braces that stand for nothing".to_owned());
        }
        let names = text.split(',').filter(|name| !name.trim().is_empty()).count();
        (self == Word::Months && names != MONTHS)
            .then(|| format!("has {names} names, not twelve with commas between them"))
    }
}
