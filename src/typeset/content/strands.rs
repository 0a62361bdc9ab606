//! Strands: the sections and contacts that run from page to page, shaped, before anyone knows which page they come to.

use std::rc::Rc;

use super::contacts::Contacts;
use super::flow::Flow;
use crate::language::{Labels, Word};
use crate::layout::{Layout, StyleSpec, Thread};
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
    /// The style of the word over lines to write on, where there are any, and its shape.
    pub notes: (Option<&'a StyleSpec>, Rc<Counted>),
}

impl<'a> Strands<'a> {
    /// With the words that the program adds in the styles of the layout.
    pub(in crate::typeset) fn new(
        thread: &'a Thread,
        flow: Flow<'a>,
        contacts: Option<Contacts<'a>>,
        (layout, labels): (&'a Layout, &'a Labels),
        store: &mut Store,
    ) -> Self {
        let words = labels.get(Word::WhoToContact);
        let weight = flow.heading.unwrap_or(flow.body).weight;
        let title = (words, store.words(words, weight));
        let spec = thread.notes.as_ref().map(|notes| layout.style(notes.style));
        let weight = spec.map_or(weight, |spec| spec.weight);
        let notes = (spec, store.words(labels.get(Word::Notes), weight));
        Strands { thread, flow, contacts, title, notes }
    }
}
