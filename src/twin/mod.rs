//! Twins: takes a briefing, gives the same words in the same order as a web page and as plain text.
//!
//! A page of paper is no good on a telephone, and a PDF alone is not enough for a public body's site. Nothing here
//! knows positions: a browser sets the page, and so does whoever reads the text.

mod colours;
mod contact;
mod html;
mod numbers;
mod page;
mod text;
mod word;
mod word_parts;
mod wrap;

use crate::date::Date;
use crate::language::Word;
use crate::layout::DocumentKind;
use crate::model::Briefing;
use crate::style::Theme;
pub use word::word;

/// A form of a briefing that has no pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Twin {
    /// One HTML file without scripts; nothing is loaded from elsewhere.
    Web,
    /// Plain text in lines of at most 72 columns.
    Text,
}

/// What a twin is made of.
pub struct Edition<'a> {
    /// The words.
    pub briefing: &'a Briefing,
    /// The colours, of which screens show theirs.
    pub theme: &'a Theme,
    /// The board's logo as a PNG file.
    pub logo: Option<&'a [u8]>,
    /// The day it is written; without it no day has passed.
    pub today: Option<Date>,
    /// The files for printing that lie beside it, in the order in which it names them.
    pub beside: &'a [Beside],
}

/// A file for printing that lies beside a twin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What it is.
    pub document: DocumentKind,
    /// Its name, in the same folder.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
}

impl Twin {
    /// Both of them.
    pub const ALL: [Twin; 2] = [Twin::Web, Twin::Text];

    /// The word by which it is asked for.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Twin::Web => "web",
            Twin::Text => "text",
        }
    }

    /// The name of its file. A folder on a web server shows the page under this name by itself.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Twin::Web => "index.html",
            Twin::Text => "briefing.txt",
        }
    }

    /// Writes it, in UTF-8.
    #[must_use]
    pub fn write(self, edition: &Edition<'_>) -> String {
        match self {
            Twin::Web => page::write(edition),
            Twin::Text => text::write(edition),
        }
    }
}

/// What a document is called in the language of the briefing.
const fn name_of(document: DocumentKind) -> Word {
    match document {
        DocumentKind::Poster => Word::Poster,
        DocumentKind::Handout => Word::Handout,
        DocumentKind::Card => Word::Card,
        DocumentKind::Leaflet => Word::Leaflet,
        DocumentKind::LargePrint => Word::LargePrint,
        // It is the whole briefing on one page, so it is called what a briefing is called.
        DocumentKind::EightUp => Word::Label,
    }
}

/// What stands at the foot: version, days and the address of the web copy, each with the word before it.
fn foot(edition: &Edition<'_>) -> Vec<(Word, String)> {
    let (briefing, labels) = (edition.briefing, &edition.briefing.labels);
    let mut lines = Vec::new();
    lines.extend(briefing.version.iter().map(|version| (Word::Version, version.value.clone())));
    lines.extend(briefing.issued.iter().map(|day| (Word::Issued, labels.date(day.value))));
    let word = |day: Date| match edition.today {
        Some(today) if day < today => Word::ReviewWasDue,
        _ => Word::ReviewBy,
    };
    lines.extend(briefing.review_by.iter().map(|day| (word(day.value), labels.date(day.value))));
    lines
}
