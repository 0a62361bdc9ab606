//! Layouts: a declared page as plain data: frames, what flows into them, in which styles. No sentences.

mod content;
mod document;
mod frame;
mod legible;
mod roles;
mod scale;
mod sheet;
mod shelf;
mod spend;
mod stretch;
mod thread;

pub use content::{
    Bar, ContactFlow, ContactForm, Dial, Dress, Field, Mark, SectionFlow, TextGaps, TextLine, TextRole,
    ValueSize, Which, Words,
};
pub use document::{DocumentKind, PageRule, READ_WELL, SMALLEST};
pub use frame::{Content, Dock, Facts, Frame, When};
pub use sheet::{Flip, NoteSide, Notes, Order, Sheet};
pub(crate) use shelf::tree;
pub use shelf::{EMBEDDED_LAYOUTS, LOOKS, path, shared, shelf_names, shelved};
pub use spend::{Shares, Spend, Token};
pub use stretch::{Ends, Padding, Stretch};
pub use thread::{Form, NoteColumn, Strand, Thread};

use crate::font::Weight;
use crate::geom::{Pt, Size};
use crate::style::{Swatch, TypeRange};

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
    /// No letter of a name is made smaller than this to keep a word whole.
    pub smallest: Pt,
    /// Text styles by name.
    pub styles: Vec<(String, StyleSpec)>,
    /// Pages in order; none where forms have them.
    pub masters: Vec<PageMaster>,
    /// The forms of a document whose text runs from page to page, the best first.
    pub forms: Vec<Form>,
    /// In which order room that is left is given away.
    pub spend: Vec<Spend>,
    /// Whether its pages stand beside each other on a sheet of paper, made smaller.
    pub on_sheet: bool,
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

    /// How many pages it has, where no text runs from one to the next.
    #[must_use]
    pub fn pages(&self) -> usize {
        let pages = self.masters.iter().map(|master| match master.repeat {
            Repeat::Once => 1,
            Repeat::Sections(first, last) => usize::from(last - first) + 1,
        });
        pages.sum()
    }

    /// What a style says.
    #[must_use]
    pub fn style(&self, id: StyleId) -> &StyleSpec {
        &self.styles[id.0].1
    }

    /// Whether its sections stand around a ring, each beside the piece with its number.
    #[must_use]
    pub fn is_wheel(&self) -> bool {
        let arrangements = self.masters.iter().flat_map(|master| &master.arrangements);
        arrangements.flat_map(|arrangement| &arrangement.frames).any(Frame::has_numbered_ring)
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
    pub leading: Ends,
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
    /// The largest of a range at which no line has to break, and where a page has room up to a further size.
    Grow(TypeRange, Pt),
    /// The same size for the headings of all sections: the largest of a range at which none of them has to break.
    /// They are fitted into a width, or into that of their frame.
    Together(TypeRange, Option<Pt>),
    /// So many times the body size, kept within a range; where a page has room up to a further multiple.
    OfBody(Ends, TypeRange),
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

impl Align {
    /// How far from the left of its room a line begins that leaves so much of it free.
    #[must_use]
    pub fn shift(self, spare: Pt) -> Pt {
        match self {
            Align::Left => Pt::ZERO,
            Align::Center => spare / 2.0,
            Align::Right => spare,
        }
    }
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
    /// How its body size goes with that of other pages.
    pub sizing: Sizing,
    /// Sizes of its body text, where they are others than those of the layout.
    pub body: Option<TypeRange>,
    /// The ways in which it can be set; the one that bears its content best is taken.
    pub arrangements: Vec<Arrangement>,
}

/// How the body size of a page goes with that of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizing {
    /// Its own.
    Own,
    /// One for all pages of this master; a single page that holds much more than the others may differ.
    Shared,
    /// Its own, but not larger than that of the pages that share one.
    UpToShared,
    /// Its own, but not much larger than that of the others.
    Near,
}

/// One way to set a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrangement {
    /// Its name, for messages and reports.
    pub name: String,
    /// Conditions that must all hold.
    pub when: Vec<When>,
    /// What choosing it costs, in tenths of a point of body size.
    pub cost: f32,
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

/// No page has more columns.
pub const MAX_COLUMNS: usize = 6;

/// The columns of a grid. Copyfit makes hundreds of them, so they are of fixed size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Columns {
    lefts: [Pt; MAX_COLUMNS],
    widths: [Pt; MAX_COLUMNS],
    count: usize,
}

impl Columns {
    /// Left edge of each.
    #[must_use]
    pub fn lefts(&self) -> &[Pt] {
        &self.lefts[..self.count]
    }

    /// Width of each.
    #[must_use]
    pub fn widths(&self) -> &[Pt] {
        &self.widths[..self.count]
    }
}

impl Grid {
    /// The columns on a page of this width, where the first of two takes `share` of the room.
    #[must_use]
    pub fn columns(&self, page: Pt, share: f32) -> Columns {
        let count = usize::from(self.columns).clamp(1, MAX_COLUMNS);
        let room = page - self.left - self.right - self.gutter * (count - 1) as f32;
        let equal = 1.0 / count as f32;
        let mut left = self.left;
        let mut columns = Columns { count, ..Columns::default() };
        for index in 0..count {
            let part = match (self.split, count, index) {
                (Some(_), 2, 0) => share,
                (Some(_), 2, _) => 1.0 - share,
                _ => equal,
            };
            let width = room * part;
            columns.lefts[index] = left;
            columns.widths[index] = width;
            left += width + self.gutter;
        }
        columns
    }
}
