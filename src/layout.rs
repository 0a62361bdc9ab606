//! Layouts: a declared page as plain data: frames, what flows into them, in which styles. No sentences.

use crate::font::Weight;
use crate::geom::{Insets, Pt, Rect, Size};
use crate::style::{Swatch, TypeRange};

/// Which of the three documents a layout is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// One page to pin up.
    Poster,
    /// Seven slides.
    Handout,
    /// Front and back of a wallet card.
    Card,
}

impl DocumentKind {
    /// All three, in the order in which they are made.
    pub const ALL: [DocumentKind; 3] = [DocumentKind::Poster, DocumentKind::Handout, DocumentKind::Card];

    /// The name that files and messages use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            DocumentKind::Poster => "poster",
            DocumentKind::Handout => "handout",
            DocumentKind::Card => "card",
        }
    }
}

/// A whole layout file.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The document it is for.
    pub document: DocumentKind,
    /// Its pages after trimming.
    pub size: Size,
    /// How far art runs over the trimmed edge.
    pub bleed: Pt,
    /// How far content keeps away from the trimmed edge.
    pub safe: Pt,
    /// Sizes of body text; copyfit takes the largest that fits.
    pub body: TypeRange,
    /// Text styles by name.
    pub styles: Vec<(String, StyleSpec)>,
    /// Pages in order.
    pub masters: Vec<PageMaster>,
}

/// Names a style of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StyleId(pub usize);

impl Layout {
    /// The style of that name.
    #[must_use]
    pub fn style_named(&self, name: &str) -> Option<StyleId> {
        self.styles.iter().position(|(known, _)| known == name).map(StyleId)
    }

    /// What a style says.
    #[must_use]
    pub fn style(&self, id: StyleId) -> &StyleSpec {
        &self.styles[id.0].1
    }
}

/// A text style as declared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StyleSpec {
    /// Weight of the face.
    pub weight: Weight,
    /// Type size.
    pub size: SizeSpec,
    /// Distance of baselines as a multiple of the size.
    pub leading: f32,
    /// Colour of the letters.
    pub swatch: Swatch,
    /// Where lines stand in their frame.
    pub align: Align,
}

/// How a style gets its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SizeSpec {
    /// Always this size.
    Fixed(Pt),
    /// The largest of a range at which no line has to break; failing that, the floor.
    Fit(TypeRange),
    /// So many times the body size, kept within a range.
    OfBody(f32, TypeRange),
}

/// Where lines stand in their frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// Where content stands in a frame that is taller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerticalAlign {
    /// At the top.
    Top,
    /// In the middle.
    Middle,
    /// At the bottom.
    Bottom,
    /// From top to bottom, spare height shared out between sections.
    Spread,
}

/// One kind of page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageMaster {
    /// Which pages it makes.
    pub repeat: Repeat,
    /// Columns that frames refer to.
    pub grid: Option<Grid>,
    /// The frames, painted in this order.
    pub frames: Vec<Frame>,
}

/// Which pages a master makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// One page.
    Once,
    /// One page for each section from the first to the last of these numbers.
    Sections(u8, u8),
}

/// Columns of a page. Two columns may share their width unevenly: the share is searched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// How many columns.
    pub columns: u8,
    /// Space between them.
    pub gutter: Pt,
    /// Space left of the first.
    pub left: Pt,
    /// Space right of the last.
    pub right: Pt,
    /// Smallest and largest share of the first of two columns; equal columns have none.
    pub split: Option<(f32, f32)>,
}

impl Grid {
    /// Left edge and width of each column on a page of this width, where the first column of two
    /// takes `share` of the room.
    #[must_use]
    pub fn columns(&self, page: Pt, share: f32) -> Vec<(Pt, Pt)> {
        let count = usize::from(self.columns.max(1));
        let room = page - self.left - self.right - self.gutter * (count - 1) as f32;
        let equal = 1.0 / count as f32;
        let mut left = self.left;
        (0..count)
            .map(|index| {
                let part = match (self.split, count, index) {
                    (Some(_), 2, 0) => share,
                    (Some(_), 2, _) => 1.0 - share,
                    _ => equal,
                };
                let column = (left, room * part);
                left += column.1 + self.gutter;
                column
            })
            .collect()
    }
}

/// A named empty box that takes content.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Its name, for messages.
    pub name: String,
    /// Where it goes.
    pub dock: Dock,
    /// Its height where it docks at the top or bottom and does not follow its content.
    pub height: Option<Pt>,
    /// Its least height.
    pub min_height: Pt,
    /// Space between its edge and its content.
    pub padding: Insets,
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
    /// A condition: the frame is left out where it does not hold.
    pub when: Option<When>,
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
}

/// Where a frame goes in what its parent has left over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Dock {
    /// At the top, over the whole width.
    Top,
    /// At the bottom, over the whole width.
    Bottom,
    /// At the left, so wide.
    Left(Pt),
    /// At the right, so wide.
    Right(Pt),
    /// All that is left.
    Fill,
    /// In columns of the page's grid, counted from 1, first to last.
    Columns(u8, u8),
    /// At a fixed place on the page.
    At(Rect),
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
    /// A ring of seven pieces.
    Dial(Dial),
    /// The board's logo.
    Logo,
    /// The text of the back of the card.
    CardBack(SectionFlow),
}

/// A line of words and how it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// Its words.
    pub words: Vec<Words>,
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
    /// Side of a QR code.
    pub qr: Pt,
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
    /// Lines in the middle, drawn as decoration.
    pub center: Vec<TextLine>,
}
