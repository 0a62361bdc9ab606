//! What an office file holds: takes what its reader found, gives paragraphs with their places, and what was left.

use crate::geom::{Pt, Rect};
use crate::model::Draft;

/// An office file, read: every word of it is in a paragraph or left over.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// Its paragraphs, in the order of the file.
    pub paragraphs: Vec<Paragraph>,
    /// Where paragraphs stand; a paragraph's `holder` counts in here.
    pub holders: Vec<Holder>,
    /// Words that are not read as text, with the reason.
    pub left_over: Vec<LeftOver>,
    /// Whether someone's changes are still marked as changes in it.
    pub tracked: bool,
    /// Whether it is plain text, in which a text may stand before its heading: so text boxes come out of Word.
    pub dump: bool,
    /// What the person should know of it, in whole sentences.
    pub notes: Vec<String>,
    /// The briefing itself, where the file says it part by part.
    pub(super) settled: Option<Settled>,
    /// By holder: whether an empty paragraph came last.
    pub(super) gaps: Vec<bool>,
}

/// A briefing that needs no arranging, and what of the file's words is not in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Settled {
    /// The briefing.
    pub draft: Draft,
    /// Words of the pages that the program prints by itself, or that stand under a key of their own now.
    pub left: Vec<LeftOver>,
    /// Whether addresses stand in the file without what nobody types, as on a page.
    pub shortened: bool,
}

/// A paragraph as it stands in the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// Its words, piece by piece.
    pub pieces: Vec<Piece>,
    /// In which holder of the file it stands.
    pub holder: usize,
    /// The largest size of its letters, where the file says one.
    pub size: Option<Pt>,
    /// What it is by its style.
    pub style: Style,
    /// The sign that the program draws before it.
    pub mark: Option<Mark>,
    /// Whether an empty line, or another kind of break, stands before it.
    pub gap: bool,
    /// Whether it goes on with the paragraph before it, behind a line end that was typed into that.
    pub goes_on: bool,
}

/// Words of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are bold.
    pub bold: bool,
    /// Where they lead, as the file says it.
    pub link: Option<String>,
}

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    #[default]
    Text,
    /// The title of the whole.
    Title,
    /// A heading.
    Heading,
    /// The line above the title, in a document that briefpress wrote.
    Label,
    /// The board, in a document that briefpress wrote.
    Board,
}

/// The sign that a program draws before a paragraph by itself, so that no words of the file say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A bullet, so many steps in.
    Bullet(u8),
    /// A number: its value, how many steps in, and which of the file's lists counts it.
    Number {
        /// The number.
        value: u32,
        /// How many steps in.
        level: u8,
        /// Which list of the file counts it.
        list: u32,
    },
}

/// What paragraphs stand in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holder {
    /// Its kind.
    pub kind: HolderKind,
    /// Where it stands; `None` where the file does not say.
    pub place: Option<Rect>,
    /// Places of one sheet can be compared: the pages are sheet 0, each table is one of its own.
    pub sheet: u32,
    /// Whether the place is reckoned from the lines above it, not said by the file.
    pub reckoned: bool,
}

/// A kind of holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolderKind {
    /// The running text of the pages.
    Flow,
    /// A text box, a shape or a frame.
    Box,
    /// A cell of a table.
    Cell,
    /// The head of a page.
    Header,
    /// The foot of a page.
    Footer,
    /// Foot- or endnotes.
    Notes,
    /// Remarks in the margin.
    Comments,
}

impl HolderKind {
    /// Whether what stands in it is text of the pages.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, HolderKind::Flow | HolderKind::Box | HolderKind::Cell)
    }
}

/// Words that do not come into the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// The words.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

/// Why words do not come into the briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Someone deleted them, and Word still keeps them as a marked change.
    Deleted,
    /// They are hidden, and no reader of the page sees them.
    Hidden,
    /// The code of a field.
    FieldCode,
    /// The mark of a picture.
    Picture,
    /// The mark of a bookmark.
    Bookmark,
    /// A sign that stands alone.
    LoneSign,
    /// A bullet that was typed; the line is an item of a list now.
    Bullet,
    /// A number that was typed before an item; the list counts its items itself.
    ItemNumber,
    /// The number of a section; its place says it.
    SectionNumber,
    /// A dash or colon between two things that stand apart now.
    Joint,
    /// The same words a second time, for older programs.
    OlderCopy,
    /// The same head or foot of another page.
    OtherPage,
    /// The head of the page.
    Header,
    /// The foot of the page.
    Footer,
    /// A foot- or endnote.
    Note,
    /// A remark in the margin.
    Comment,
    /// Words of a chart.
    Chart,
    /// They stand in a kind of shape that is not read.
    Unread,
    /// The person said that they are not needed.
    Unwanted,
    /// A character that no printer prints.
    Unprintable,
    /// Words that briefpress itself prints on every page.
    Furniture,
    /// They stand under a key of their own in the briefing now.
    OwnKey,
    /// A PDF says that they are no text, such as the number of a page.
    Decoration,
    /// No tag of a PDF holds them.
    Untagged,
}

impl Reason {
    /// The reason in a few words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::Deleted => "deleted as a marked change",
            Reason::Hidden => "hidden text",
            Reason::FieldCode => "the code of a field",
            Reason::Picture => "a picture without text",
            Reason::Bookmark => "the mark of a bookmark",
            Reason::LoneSign => "a sign that stands alone",
            Reason::Bullet => "a bullet; the line is an item of a list",
            Reason::ItemNumber => "the number of an item; the list counts by itself",
            Reason::SectionNumber => "the number of a section; its place says it",
            Reason::Joint => "a sign between two parts that stand apart now",
            Reason::OlderCopy => "the same words again, for older programs",
            Reason::OtherPage => "the same words on another page",
            Reason::Header => "the head of the page",
            Reason::Footer => "the foot of the page",
            Reason::Note => "a foot- or endnote; put its words into the text if they are needed",
            Reason::Comment => "a remark in the margin",
            Reason::Chart => "words of a chart",
            Reason::Unread => "in a kind of shape that is not read",
            Reason::Unwanted => "you said that it is not needed",
            Reason::Unprintable => "a character that cannot be printed",
            Reason::Furniture => "briefpress prints it by itself",
            Reason::OwnKey => "it stands under a key of its own now",
            Reason::Decoration => "marked as decoration in the PDF, such as a page number",
            Reason::Untagged => "no tag of the PDF says where it belongs; put it in by hand if it is needed",
        }
    }
}

impl Paragraph {
    /// All its words in one.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Its lines, each a paragraph; an item of a list stays one.
    fn lines(self) -> Vec<Paragraph> {
        if !self.pieces.iter().any(|piece| piece.text.contains('\n')) || self.mark.is_some() {
            return vec![self];
        }
        let mut lines = vec![Vec::new()];
        for piece in &self.pieces {
            for (at, words) in piece.text.split('\n').enumerate() {
                if at > 0 {
                    lines.push(Vec::new());
                }
                if let Some(line) = lines.last_mut() {
                    line.push(Piece { text: words.to_owned(), ..piece.clone() });
                }
            }
        }
        let empty = Paragraph { pieces: Vec::new(), ..self };
        let mut goes_on = false;
        let line = |pieces| {
            let line = Paragraph { pieces, goes_on, ..empty.clone() };
            goes_on = !line.is_blank();
            line
        };
        lines.into_iter().map(line).collect()
    }

    /// Whether it shows nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.chars().all(char::is_whitespace))
    }

    /// Whether every word is bold.
    #[must_use]
    pub fn is_bold(&self) -> bool {
        let mut words = self.pieces.iter().filter(|piece| !piece.text.trim().is_empty()).peekable();
        words.peek().is_some() && words.all(|piece| piece.bold)
    }
}

impl Office {
    /// Adds a holder and gives its number.
    pub(super) fn hold(&mut self, holder: Holder) -> usize {
        self.holders.push(holder);
        self.holders.len() - 1
    }

    /// Takes a paragraph in, line by line where it has line ends inside; an empty one is a gap before the next.
    pub(super) fn add(&mut self, paragraph: Paragraph) {
        for line in paragraph.lines() {
            self.gaps.resize(self.gaps.len().max(line.holder + 1), false);
            if line.is_blank() {
                self.gaps[line.holder] = true;
            } else {
                let gap = std::mem::replace(&mut self.gaps[line.holder], false);
                self.paragraphs.push(Paragraph { gap, ..line });
            }
        }
    }

    /// Puts words aside; nothing is kept of what has none.
    pub(super) fn leave(&mut self, text: &str, reason: Reason) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.left_over.push(LeftOver { text, reason });
        }
    }
}

impl Holder {
    /// A holder of which the file says no place.
    pub(super) const fn unplaced(kind: HolderKind) -> Self {
        Holder { kind, place: None, sheet: 0, reckoned: false }
    }
}
