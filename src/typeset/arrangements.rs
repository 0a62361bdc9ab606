//! Arrangements: takes the words of contacts and how they are drawn, gives the places that were found for such before.
//!
//! The contacts of a board are the same in all its briefings, and pages are tried at the same sizes again and again, so
//! what was found for one briefing serves the next. What is remembered has no influence on what is given: it is told
//! apart by all that a place depends on, down to the shaped words themselves, which are held as long as it is.

use std::cell::RefCell;
use std::rc::Rc;

use foldhash::HashMap;

use super::counted::Counted;
use super::places::{Asked, Key, Mosaic};
use super::qr::Code;
use crate::geom::Pt;
use crate::layout::{ContactFlow, StyleSpec};

/// The words of the contacts of so many frames are remembered: those of a board in three documents are some ten.
const MOST_WORDINGS: usize = 64;
/// For the contacts of a frame so many mosaics are, which is some fifty briefings at the sizes of each.
const MOST_MOSAICS: usize = 1_000;

/// The contacts of a frame, as far as their places depend on them.
#[derive(PartialEq)]
pub(super) struct Wording {
    /// How they are drawn.
    pub spec: ContactFlow,
    /// Style of names and purposes.
    pub label: StyleSpec,
    /// Style of numbers and addresses.
    pub value: StyleSpec,
    /// The smallest letters that there may be.
    pub smallest: Pt,
    /// Each contact.
    pub worded: Vec<Worded>,
}

/// One contact. Words and codes are the same where they are the same in memory.
pub(super) struct Worded {
    /// Whether it is for immediate danger.
    pub emergency: bool,
    /// Whether it has hours.
    pub has_hours: bool,
    /// Its code, where it is drawn.
    pub code: Option<Rc<Code>>,
    /// The number of the kind of each row, and its words.
    pub rows: Vec<(u8, Rc<Counted>)>,
}

impl PartialEq for Worded {
    fn eq(&self, other: &Worded) -> bool {
        let same_code = match (&self.code, &other.code) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        same_code
            && (self.emergency, self.has_hours) == (other.emergency, other.has_hours)
            && self.rows.len() == other.rows.len()
            && self
                .rows
                .iter()
                .zip(&other.rows)
                .all(|(one, other)| one.0 == other.0 && Rc::ptr_eq(&one.1, &other.1))
    }
}

/// The mosaics found for the contacts of a frame.
#[derive(Default)]
pub(super) struct Mosaics(RefCell<HashMap<Key, Mosaic>>);

impl Mosaics {
    /// What is wanted of a mosaic, which is found where it is not known yet.
    pub(super) fn get<T>(
        &self,
        asked: &Asked,
        find: impl FnOnce() -> Mosaic,
        wanted: impl Fn(&Mosaic) -> T,
    ) -> T {
        let key = asked.key();
        if let Some(known) = self.0.borrow().get(&key) {
            return wanted(known);
        }
        let mosaic = find();
        let found = wanted(&mosaic);
        let mut known = self.0.borrow_mut();
        if known.len() >= MOST_MOSAICS {
            known.clear();
        }
        known.insert(key, mosaic);
        found
    }
}

/// All that has been found.
#[derive(Default)]
pub(super) struct Arrangements {
    /// The wordings, the last one met at the end.
    known: Vec<(Wording, Rc<Mosaics>)>,
}

impl Arrangements {
    /// What was found for contacts so worded.
    pub(super) fn of(&mut self, wording: Wording) -> Rc<Mosaics> {
        if let Some((_, found)) = self.known.iter().rev().find(|(known, _)| *known == wording) {
            return Rc::clone(found);
        }
        if self.known.len() >= MOST_WORDINGS {
            // The older half makes room, so that it need not be made for each.
            self.known.drain(..MOST_WORDINGS / 2);
        }
        let found = Rc::default();
        self.known.push((wording, Rc::clone(&found)));
        found
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.known.clear();
    }
}
