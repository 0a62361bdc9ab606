//! What frames take: words, sections, contacts, a dial; each with how it is drawn.

use super::{Ends, Stretch, StyleId};
use crate::geom::Pt;
use crate::style::{Swatch, TypeRange};

/// A line of words and how it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// Its words, in parts. A part that shows what the briefing does not say is left out; the others stand
    /// side by side with a dot between them.
    pub parts: Vec<Vec<Words>>,
    /// Its style.
    pub style: StyleId,
    /// What it means.
    pub role: TextRole,
    /// Space above it, where it is not the first.
    pub gap: Pt,
}

/// Where the words of a line come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// From the layout itself.
    Literal(String),
    /// From the briefing.
    Field(Field),
}

/// A thing the briefing says that a line can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title.
    Title,
    /// The line above the title.
    Label,
    /// The board's full name.
    Board,
    /// The number of the page's section.
    Number,
    /// "Minute 3 of 7".
    Minute,
    /// "Version 1.0".
    Version,
    /// "Issued 1 March 2017".
    Issued,
    /// "Review by 1 March 2027".
    ReviewBy,
    /// The address of the web copy.
    Web,
    /// "Page 2 of 5".
    Page,
    /// "Large print".
    LargePrint,
    /// Title of the front of the card.
    CardFront,
    /// Title of the back of the card.
    CardBack,
}

impl Field {
    /// Every field with the name that layout files use.
    pub const NAMES: [(&'static str, Field); 13] = [
        ("title", Field::Title),
        ("label", Field::Label),
        ("board", Field::Board),
        ("number", Field::Number),
        ("minute", Field::Minute),
        ("version", Field::Version),
        ("issued", Field::Issued),
        ("review_by", Field::ReviewBy),
        ("web", Field::Web),
        ("page", Field::Page),
        ("large_print", Field::LargePrint),
        ("card_front", Field::CardFront),
        ("card_back", Field::CardBack),
    ];
}

/// What a line of words means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// The title of the document.
    H1,
    /// A heading.
    H2,
    /// A paragraph.
    P,
    /// A repeat of what stands elsewhere: not read out.
    Furniture,
}

/// How sections flow. Distances are multiples of the body size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SectionFlow {
    /// First and last section, counted from 1; the page's own where it has one.
    pub sections: Option<(u8, u8)>,
    /// Style of headings; without one, headings are not shown here.
    pub heading: Option<StyleId>,
    /// Style of body text.
    pub body: StyleId,
    /// What carries the number of a section.
    pub mark: Mark,
    /// Size of the mark as a multiple of the heading size; 0 for none.
    pub disc: Ends,
    /// Colour of the mark.
    pub disc_swatch: Swatch,
    /// How far heading and text hang in beside the mark; 0 where the text begins under it.
    pub hang: f32,
    /// A rule above each section: its colour and thickness.
    pub rule: Option<(Swatch, Pt)>,
    /// Space between sections.
    pub gap: Ends,
    /// Space between a heading and its text.
    pub heading_gap: Ends,
    /// Further space between a heading and its text, the same for every size of text.
    pub heading_space: Stretch,
    /// Space between paragraphs, between a paragraph and a list, and between items.
    pub gaps: TextGaps,
    /// Fewest and most characters of a line, where they are limited.
    pub characters: Option<(f32, f32)>,
    /// Colour of bullets.
    pub bullet: Swatch,
    /// Colour of the heading and the mark, where it is not theirs, for the last section.
    pub alarm: Option<Swatch>,
    /// Whether the heading of a section alone in several columns stands above all of them.
    pub heading_above: bool,
    /// Colour behind the last section, down to the end of the frame and out to the edge of the page.
    pub last_ground: Option<Swatch>,
}

/// Space inside the text of a section, as multiples of the body size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextGaps {
    /// Between two paragraphs.
    pub paragraph: Ends,
    /// Between a paragraph and the list under it.
    pub list: Ends,
    /// Between two items.
    pub item: Ends,
}

/// What carries the number of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A filled disc with the number in it.
    Disc,
    /// A ring with the number in it; the last section has a disc.
    Ring,
    /// A small dial with the number in it: as many of its pieces are lit as the number says.
    Dial,
    /// The number alone.
    Numeral,
    /// None: the heading begins with the number, as in "1. Background".
    Words,
}

/// How contacts are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactFlow {
    /// Which.
    pub which: Which,
    /// In which form.
    pub form: ContactForm,
    /// Sizes of numbers.
    pub value: ValueSize,
    /// Sizes of the number for immediate danger.
    pub alarm: ValueSize,
    /// Style of names and purposes.
    pub label: StyleId,
    /// Style of values; its size gives way to `value`.
    pub style: StyleId,
    /// How a tile is set off from what is behind it.
    pub dress: Dress,
    /// Colour behind a tile.
    pub tile: Swatch,
    /// Whether a small sign shows what kind of value it is.
    pub signs: bool,
    /// Whether each is shown with its name and its first value only.
    pub brief: bool,
    /// Only so many, the first ones.
    pub most: u8,
    /// How many columns of the mosaic's own grid there are.
    pub grid: u8,
    /// Sides that a QR code may have; it grows with the values.
    pub qr: TypeRange,
}

/// Sizes that a number may have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueSize {
    /// Of a range.
    Range(TypeRange),
    /// Multiples of the body size, and at least so large.
    OfBody(Ends, Pt),
}

impl ValueSize {
    /// The size at a share of the way from smallest to largest, for a body size.
    #[must_use]
    pub fn at(self, body: Pt, share: f32) -> Pt {
        match self {
            ValueSize::Range(range) => range.min + (range.max - range.min) * share,
            ValueSize::OfBody(factor, least) => (body * factor.at(share)).max(least),
        }
    }

    /// So many times as large.
    #[must_use]
    pub fn times(self, factor: f32) -> Self {
        match self {
            ValueSize::Range(TypeRange { min, max }) => {
                ValueSize::Range(TypeRange { min: min * factor, max: max * factor })
            }
            ValueSize::OfBody(ends, least) => {
                ValueSize::OfBody(Ends::new(ends.tight * factor, ends.airy * factor), least * factor)
            }
        }
    }

    /// The largest size for a body size.
    #[must_use]
    pub fn most(self, body: Pt) -> Pt {
        self.at(body, 1.0)
    }
}

/// How a tile is set off from what is behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// An area with round corners.
    Area,
    /// An area with round corners and a bar at its edge.
    Bar,
    /// A thin frame and a bar at its edge; that of the alarm is thick, and in its colour.
    Frame,
    /// It hangs from a rule.
    Rule,
    /// Thin rules between tiles, and nothing else.
    Lines,
}

impl Dress {
    /// Whether a tile has an edge all around it, so that its content keeps away from the edge.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(self, Dress::Area | Dress::Bar | Dress::Frame)
    }
}

/// Which contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// The one for immediate danger.
    Emergency,
    /// All but that one.
    NotEmergency,
    /// All but those that are only a code.
    NotCodes,
    /// All but that one, and but those that are only a code.
    Others,
    /// Those with a QR code, as the code only.
    Qr,
}

/// In which form contacts are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactForm {
    /// Tiles side by side and below each other.
    Tiles,
    /// One tall alarm tile.
    Alarm,
    /// Lines below each other with thin rules between.
    Lines,
    /// The same in two columns, the alarm in the first place.
    Grid,
    /// QR codes with their addresses below.
    Codes,
    /// Blocks below each other with room around them, the alarm in a frame: for pages whose text runs on.
    Blocks,
}

/// A bar of seven pieces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Space between two pieces.
    pub gap: Pt,
    /// Whether all pieces are lit, or as many as the page's section number.
    pub all_lit: bool,
    /// Colour of pieces.
    pub swatch: Swatch,
    /// Colour of the last.
    pub last: Swatch,
    /// Colour of those that are not lit.
    pub unlit: Swatch,
}

/// The ring of seven.
#[derive(Clone, Debug, PartialEq)]
pub struct Dial {
    /// Diameter.
    pub diameter: Stretch,
    /// Whether all pieces are lit, or as many as the page's section number.
    pub all_lit: bool,
    /// Colour of lit pieces.
    pub lit: Swatch,
    /// Colour of the others.
    pub unlit: Swatch,
    /// Whether each piece carries its number.
    pub numbers: bool,
    /// Whether a fine line leads from each heading that stands away to its piece.
    pub leaders: bool,
    /// Lines in the middle.
    pub center: Vec<TextLine>,
}
