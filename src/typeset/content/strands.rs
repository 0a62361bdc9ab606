//! Strands: the sections and contacts that run from page to page, shaped, before anyone knows which page they come to.

use std::rc::Rc;

use super::contacts::Contacts;
use super::flow::Flow;
use crate::language::{Labels, Word};
use crate::layout::Thread;
use crate::typeset::counted::Counted;
use crate::typeset::store::Store;

/// What runs from page to page.
pub(in crate::typeset) struct Strands<'a> {
    /// As declared.
    pub thread: &'a Thread,
    /// The sections.
    pub flow: Flow<'a>,
    /// The contacts, where they run too.
    pub contacts: Option<Contacts<'a>>,
    /// The heading over the contacts, and its shape.
    pub title: (&'a str, Rc<Counted>),
}

impl<'a> Strands<'a> {
    /// With the heading over the contacts in the style of the others.
    pub(in crate::typeset) fn new(
        thread: &'a Thread,
        flow: Flow<'a>,
        contacts: Option<Contacts<'a>>,
        labels: &'a Labels,
        store: &mut Store,
    ) -> Self {
        let words = labels.get(Word::WhoToContact);
        let weight = flow.heading.unwrap_or(flow.body).weight;
        Strands { thread, flow, contacts, title: (words, store.words(words, weight)) }
    }
}
