//! A briefing that is not whole yet: what is known of it, and what a person has still to say.

use super::briefing::SECTIONS;
use super::inline::Block;

/// What is known of a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its title.
    pub title: Option<String>,
    /// The line above the title.
    pub label: Option<String>,
    /// Further single values, by their keys, such as the language and the day of review.
    pub details: Vec<(&'static str, String)>,
    /// The full name of the board.
    pub board: Option<String>,
    /// Its short name.
    pub short_name: Option<String>,
    /// The seven sections, in reading order.
    pub sections: [DraftSection; SECTIONS],
    /// Whom to call, in the order of the text.
    pub contacts: Vec<DraftContact>,
    /// What a person has still to say, in the order of the file.
    pub remarks: Vec<Remark>,
}

/// What is known of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftSection {
    /// Its heading.
    pub heading: Option<String>,
    /// Its text; its spans point nowhere.
    pub body: Vec<Block>,
}

/// Someone to call or write to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftContact {
    /// Who it is.
    pub name: String,
    /// Telephone number, as written.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Web address, as written.
    pub url: Option<String>,
    /// Further values, by their keys, such as the purpose and the hours.
    pub details: Vec<(&'static str, String)>,
    /// Whether a QR code of the web address is drawn.
    pub qr: bool,
    /// Whether it is the one for immediate danger.
    pub emergency: bool,
    /// Whether a person has said yes to it.
    pub agreed: bool,
}

/// Something a person has still to say, and where its answer belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The place in the briefing.
    pub place: DraftPlace,
    /// The lines to read.
    pub lines: Vec<String>,
}

/// A place in a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DraftPlace {
    /// Before everything.
    Top,
    /// The title.
    Title,
    /// The board.
    Board,
    /// The section of this number, from 1.
    Section(usize),
    /// The contacts.
    Contacts,
}
