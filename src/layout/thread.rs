//! Threads: one text that runs from page to page, and the forms in which a document of such pages may be set.

use super::PageMaster;
use super::content::{ContactFlow, SectionFlow};

/// The text that runs through a frame on every page: what does not fit into it goes on in the frame of the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// What runs, in order.
    pub order: Vec<Strand>,
    /// How sections look.
    pub sections: SectionFlow,
    /// How contacts look, each one kept whole.
    pub contacts: Option<ContactFlow>,
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
    /// Its pages in order.
    pub masters: Vec<PageMaster>,
    /// Whether the last of them is made again until all text has a place.
    pub as_needed: bool,
}
