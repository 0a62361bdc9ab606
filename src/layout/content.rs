//! What frames take: words, sections, contacts, a dial; each with how it is drawn.

use super::StyleId;
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
    /// Title of the front of the card.
    CardFront,
    /// Title of the back of the card.
    CardBack,
}

impl Field {
    /// Every field with the name that layout files use.
    pub const NAMES: [(&'static str, Field); 11] = [
        ("title", Field::Title),
        ("label", Field::Label),
        ("board", Field::Board),
        ("number", Field::Number),
        ("minute", Field::Minute),
        ("version", Field::Version),
        ("issued", Field::Issued),
        ("review_by", Field::ReviewBy),
        ("web", Field::Web),
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

/// How sections flow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SectionFlow {
    /// First and last section, counted from 1; the page's own where it has one.
    pub sections: Option<(u8, u8)>,
    /// Style of headings; without one, headings are not shown here.
    pub heading: Option<StyleId>,
    /// Style of body text.
    pub body: StyleId,
    /// Diameter of the numbered disc as a multiple of the heading size; 0 for none.
    pub disc: f32,
    /// Colour of the disc.
    pub disc_swatch: Swatch,
    /// Least space between sections, as a multiple of the body size.
    pub gap: f32,
    /// Space between a heading and its text, as a multiple of the body size.
    pub heading_gap: f32,
    /// Colour of headings, where it is not that of their style, for the last section.
    pub alarm: Option<Swatch>,
}

/// How contacts are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactFlow {
    /// Which.
    pub which: Which,
    /// In which form.
    pub form: ContactForm,
    /// Sizes of the value: number or address.
    pub value: TypeRange,
    /// Style of names and purposes.
    pub label: StyleId,
    /// Style of values; its size gives way to `value`.
    pub style: StyleId,
    /// Colour behind a tile.
    pub tile: Swatch,
    /// Sides that a QR code may have; it grows with the values.
    pub qr: TypeRange,
}

/// Which contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// The one for immediate danger.
    Emergency,
    /// All but that one.
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
    /// QR codes with their addresses below.
    Codes,
}

/// The ring of seven.
#[derive(Clone, Debug, PartialEq)]
pub struct Dial {
    /// Diameter.
    pub diameter: Pt,
    /// Whether all pieces are lit, or as many as the page's section number.
    pub all_lit: bool,
    /// Colour of lit pieces.
    pub lit: Swatch,
    /// Colour of the others.
    pub unlit: Swatch,
    /// Whether each piece carries its number.
    pub numbers: bool,
    /// Lines in the middle.
    pub center: Vec<TextLine>,
}
