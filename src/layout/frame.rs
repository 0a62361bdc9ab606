//! Frames: a named empty box, what it takes, where it goes, and when it is there.

use super::content::{Bar, ContactFlow, Dial, SectionFlow, TextLine};
use super::spend::Token;
use super::thread::Thread;
use super::{Padding, Stretch, VerticalAlign};
use crate::geom::{Pt, Rect};
use crate::style::Swatch;

/// A named empty box that takes content.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Its name, for messages.
    pub name: String,
    /// Where it goes.
    pub dock: Dock,
    /// Its height where it docks at the top or bottom and does not follow its content.
    pub height: Option<Stretch>,
    /// Its least height.
    pub min_height: Stretch,
    /// What its lengths grow with.
    pub grows: Token,
    /// Space between its edge and its content.
    pub padding: Padding,
    /// Colour behind its content.
    pub fill: Option<Swatch>,
    /// A thick line at its left edge.
    pub edge: Option<(Swatch, Pt)>,
    /// Radius of its corners.
    pub radius: Pt,
    /// Where its content stands when there is spare height.
    pub align: VerticalAlign,
    /// What it takes.
    pub content: Content,
    /// Conditions: the frame is left out where one does not hold.
    pub when: Vec<When>,
}

impl Frame {
    /// Whether it is a ring whose pieces carry their numbers, or has one in it.
    pub(super) fn has_numbered_ring(&self) -> bool {
        match &self.content {
            Content::Frames(frames) => frames.iter().any(Frame::has_numbered_ring),
            Content::Dial(dial) => dial.numbers,
            Content::Empty
            | Content::Text(_)
            | Content::Sections(_)
            | Content::Contacts(_)
            | Content::Bar(_)
            | Content::Logo(_)
            | Content::CardBack(_)
            | Content::Thread(_) => false,
        }
    }
}

/// What a frame takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing: a coloured area.
    Empty,
    /// Further frames.
    Frames(Vec<Frame>),
    /// Lines of words from the briefing.
    Text(Vec<TextLine>),
    /// Sections, flowing through the frame's columns.
    Sections(SectionFlow),
    /// Whom to call.
    Contacts(ContactFlow),
    /// A bar of seven pieces.
    Bar(Bar),
    /// A ring of seven pieces.
    Dial(Dial),
    /// The board's logo, on a plate of a colour where it does not stand on the frame itself.
    Logo(Option<Swatch>),
    /// The text of the back of the card.
    CardBack(SectionFlow),
    /// The text that runs from page to page.
    Thread(Thread),
}

/// When a frame is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The briefing has an emergency contact.
    Emergency,
    /// The board has a logo.
    Logo,
    /// A contact asks for a QR code.
    Qr,
    /// There is any contact.
    Contacts,
    /// There are so many contacts, or fewer.
    ContactsUpTo(u8),
    /// There are so many contacts, or more.
    ContactsFrom(u8),
    /// So many contacts, or fewer, are neither for immediate danger nor only a code.
    OthersUpTo(u8),
    /// So many contacts, or more, are neither for immediate danger nor only a code.
    OthersFrom(u8),
    /// The briefing has no emergency contact.
    NoEmergency,
    /// The board has no logo.
    NoLogo,
    /// No contact asks for a QR code.
    NoQr,
    /// The page fits as it usually is.
    Roomy,
    /// The page does not fit as it usually is.
    Tight,
    /// It is the first page.
    FirstPage,
    /// It is a page after the first.
    LaterPages,
    /// The page stands with others on a sheet of paper.
    Sheet,
    /// The page stands alone.
    NoSheet,
    /// An e-mail address is too long for two lines of half a page.
    LongAddresses,
    /// A section has a list of very many items.
    LongLists,
}

/// What conditions are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Whether there is an emergency contact.
    pub emergency: bool,
    /// Whether there is a logo.
    pub logo: bool,
    /// Whether a contact asks for a QR code.
    pub qr: bool,
    /// How many contacts there are.
    pub contacts: usize,
    /// How many of them are neither for immediate danger nor only a code.
    pub others: usize,
    /// Whether the page is set in its tight form.
    pub tight: bool,
    /// Whether it is the first page of the document.
    pub first: bool,
    /// Whether it stands with others on a sheet of paper.
    pub sheet: bool,
    /// Whether an e-mail address is too long for two lines of half a page.
    pub long: bool,
    /// Whether a section has a list of very many items.
    pub lists: bool,
}

impl When {
    /// Whether a frame with this condition is there.
    #[must_use]
    pub fn holds(self, facts: Facts) -> bool {
        match self {
            When::Emergency => facts.emergency,
            When::Logo => facts.logo,
            When::NoEmergency => !facts.emergency,
            When::NoLogo => !facts.logo,
            When::NoQr => !facts.qr,
            When::OthersUpTo(most) => facts.others <= usize::from(most),
            When::OthersFrom(least) => facts.others >= usize::from(least),
            When::Qr => facts.qr,
            When::Contacts => facts.contacts > 0,
            When::ContactsUpTo(most) => facts.contacts <= usize::from(most),
            When::Roomy => !facts.tight,
            When::Tight => facts.tight,
            When::FirstPage => facts.first,
            When::LaterPages => !facts.first,
            When::Sheet => facts.sheet,
            When::NoSheet => !facts.sheet,
            When::LongAddresses => facts.long,
            When::LongLists => facts.lists,
            When::ContactsFrom(least) => facts.contacts >= usize::from(least),
        }
    }
}

/// Where a frame goes in what its parent has left over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Dock {
    /// At the top, over the whole width.
    Top,
    /// At the bottom, over the whole width.
    Bottom,
    /// At the left, so wide.
    Left(Stretch),
    /// At the right, so wide.
    Right(Stretch),
    /// All that is left.
    Fill,
    /// In columns of the page's grid, counted from 1, first to last.
    Columns(u8, u8),
    /// At a fixed place on the page.
    At(Rect),
}
