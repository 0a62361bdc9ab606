//! Room: takes the forms of a document, gives how many words more it holds, or how many are too many.

use super::book::Book;
use crate::geom::Pt;
use crate::style::largest_step;
use crate::typeset::Misfit;
use crate::typeset::fit::{asked, cut, promised};
use crate::typeset::trial::{Edit, Thin};

/// No page is reported to have room for more words than this.
pub(super) const MOST_ROOM: usize = 400;

/// Forms that were tried, and how many words each section has.
pub(super) struct Forms<'f, 'm, 'a> {
    pub books: &'f [Book<'m, 'a>],
    pub words: Vec<(usize, usize)>,
}

impl Forms<'_, '_, '_> {
    /// The last form holds most, so it is asked first.
    fn hold(&self, edit: &Edit) -> bool {
        self.books.iter().rev().any(|book| book.holds(edit))
    }

    /// How many words more there is room for, whichever section they are added to.
    pub(super) fn room(&self) -> usize {
        let mut room = MOST_ROOM;
        for (number, _) in &self.words {
            let holds = |words: usize| self.hold(&Edit::Add(*number, words));
            if !holds(room) {
                room = largest_step(room, holds);
            }
        }
        promised(room)
    }

    /// How many words must go, whichever of the sections that are named.
    pub(super) fn misfit(&self) -> Misfit {
        let all: usize = self.words.iter().map(|(_, words)| words).sum();
        let edit = |words: usize, thin: Thin| Edit::Cut(cut(&self.words, words).into(), thin);
        let fits = |words: usize| Thin::ALL.into_iter().all(|thin| self.hold(&edit(words, thin)));
        // Counted the other way round: the most words that may stay.
        let words = fits(all).then(|| all - largest_step(all, |stay| fits(all - stay)));
        let words = words.map(|words| asked(words, all));
        let worst = self.books.iter().map(|book| book.worst(&edit(all, Thin::Last)));
        let (frame, over) =
            worst.reduce(|one, other| if other.1 < one.1 { other } else { one }).unwrap_or_default();
        let cuts = words.map_or_else(Vec::new, |words| cut(&self.words, words));
        // Where words are too many, it is the text that runs over, by a line at least.
        Misfit { words, cuts, over: over.max(Pt::new(1.0)), section: None, frame }
    }
}
