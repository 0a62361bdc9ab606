//! Threads: one text that runs from page to page, and the forms in which a document of such pages may be set.

use super::content::{ContactFlow, SectionFlow};
use super::{PageMaster, StyleId};
use crate::geom::Pt;

/// The text that runs through a frame on every page: what does not fit into it goes on in the frame of the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// What runs, in order.
    pub order: Vec<Strand>,
    /// How sections look.
    pub sections: SectionFlow,
    /// How contacts look, each one kept whole.
    pub contacts: Option<ContactFlow>,
    /// Lines to write on beside each section, which then stands whole on one page.
    pub notes: Option<NoteColumn>,
}

/// Lines to write on beside the text. What height a page has to spare becomes more of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoteColumn {
    /// How long they are.
    pub width: Pt,
    /// Space between them and the text.
    pub gap: Pt,
    /// Distance of two lines.
    pub spacing: Pt,
    /// Style of the word above the first of a page.
    pub style: StyleId,
}

/// A part of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strand {
    /// The sections.
    Sections,
    /// Whom to contact. Where it comes first, it has the first page to itself.
    Contacts,
}

/// How a document whose text runs from page to page may be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Its name, for messages; empty where there is one form only.
    pub name: String,
    /// Running text is no smaller in it: what would be is set in the next form.
    pub least: Pt,
    /// Its pages in order.
    pub masters: Vec<PageMaster>,
    /// Whether the last of them is made again until all text has a place.
    pub as_needed: bool,
}
