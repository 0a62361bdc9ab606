//! Counted text: takes shaped text and widths, gives how many lines it takes, and remembers.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;

use crate::address::Break;
use crate::text::{Shaped, Stretch};

/// Texts of more lines are counted each time: longer paragraphs are rare.
const MOST_LINES: usize = 12;
/// Sums of widths may differ by less than this, in thousandths of an em.
const ROUNDING: f32 = 1.0;
/// How many stretches of widths are remembered in which a word has to be divided.
const NARROW: usize = 16;

/// Shaped text that copyfit asks again and again how many lines it takes.
///
/// Lines take as many words as fit, so a wider line never makes more of them: between two widths at which a text
/// takes so many lines, it takes as many. For each number of lines the widths known so far are kept.
#[derive(Debug)]
pub(super) struct Counted {
    shaped: Shaped,
    /// From this width on a wider line never makes more lines.
    steady: f32,
    /// The widest pieces where values break at places of the first kind, and of the second.
    pieces: [OnceCell<f32>; 2],
    /// From which to which width the text is known to take one line, two lines and so on.
    known: [Cell<(f32, f32)>; MOST_LINES],
    /// How many lines there were last: from one trial to the next there are mostly as many.
    last: Cell<u8>,
    /// The width of the wider half of a value that is broken into two most willingly, and in no other way.
    half: OnceCell<Option<f32>>,
    /// The stretches of widths asked for last in which a word has to be divided.
    narrow: RefCell<Vec<Stretch>>,
    /// Widths of its words, once they were asked for.
    widths: OnceCell<Vec<f32>>,
    /// The width of its widest part, once it was asked for.
    parted: OnceCell<f32>,
    /// How many words it has, once it was asked for.
    words: OnceCell<usize>,
}

impl Counted {
    pub(super) fn new(shaped: Shaped) -> Self {
        let nothing = (f32::INFINITY, f32::NEG_INFINITY);
        Counted {
            steady: shaped.steady_width(),
            shaped,
            pieces: [OnceCell::new(), OnceCell::new()],
            known: std::array::from_fn(|_| Cell::new(nothing)),
            last: Cell::new(0),
            half: OnceCell::new(),
            narrow: RefCell::default(),
            widths: OnceCell::new(),
            parted: OnceCell::new(),
            words: OnceCell::new(),
        }
    }

    /// See [`Shaped::piece_width`]; copyfit asks for it for every tile.
    pub(super) fn piece_width(&self, least: Break) -> f32 {
        match least {
            Break::First => *self.pieces[0].get_or_init(|| self.shaped.piece_width(least)),
            Break::Second => *self.pieces[1].get_or_init(|| self.shaped.piece_width(least)),
            Break::Last => self.shaped.piece_width(least),
        }
    }

    /// How many lines the text takes in a width of thousandths of an em.
    pub(super) fn count_lines(&self, width: f32) -> usize {
        // A word that is torn apart takes lines by another rule.
        if width < self.steady {
            return self.count_narrow(width);
        }
        let last = usize::from(self.last.get());
        if self.known.get(last).is_some_and(|known| width >= known.get().0 && width <= known.get().1) {
            return last + 1;
        }
        for (slot, known) in (0_u8..).zip(&self.known) {
            let (from, to) = known.get();
            if width >= from {
                if width <= to {
                    self.last.set(slot);
                    return usize::from(slot) + 1;
                }
                break;
            }
        }
        let lines = self.shaped.count_lines(width);
        if let Some(known) = lines.checked_sub(1).and_then(|slot| self.known.get(slot)) {
            let (from, to) = known.get();
            known.set((from.min(width), to.max(width)));
            self.last.set((lines - 1) as u8);
        }
        lines
    }

    /// How many words there are between spaces.
    pub(super) fn word_count(&self) -> usize {
        *self.words.get_or_init(|| self.shaped.word_count())
    }

    /// Width of each word between spaces, in thousandths of an em.
    pub(super) fn word_widths(&self) -> &[f32] {
        self.widths.get_or_init(|| self.shaped.word_widths())
    }

    /// The width of the widest part where it is broken wherever it may be most willingly.
    pub(super) fn parted_width(&self) -> f32 {
        *self.parted.get_or_init(|| self.shaped.parted_width())
    }

    /// Lines where a word has to be divided: tiles of a mosaic ask for widths that are near each other.
    fn count_narrow(&self, width: f32) -> usize {
        let half =
            *self.half.get_or_init(|| self.shaped.has_halves().then(|| self.piece_width(Break::First)));
        if half.is_some_and(|half| width >= half + ROUNDING && width + ROUNDING <= self.shaped.max_width()) {
            return 2;
        }
        let mut narrow = self.narrow.borrow_mut();
        if let Some(known) = narrow.iter().rev().find(|known| known.holds(width)) {
            return known.lines;
        }
        let found = self.shaped.count_between(width);
        if narrow.len() >= NARROW {
            narrow.remove(0);
        }
        narrow.push(found);
        found.lines
    }
}

impl Deref for Counted {
    type Target = Shaped;

    fn deref(&self) -> &Shaped {
        &self.shaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::{FontSet, Weight};
    use crate::typeset::Store;

    #[test]
    fn what_is_remembered_is_what_would_be_counted() {
        let sentence =
            "Sexting is the exchange of self-generated sexual images, by e-mail to help@nspcc.org.uk or so. ";
        let mut store = Store::new(&FontSet::embedded());
        let texts = [
            store.words(&sentence.repeat(4), Weight::REGULAR),
            store.words(
                "Call 0800 1111 or 01709 336 080 on 3 May 2027, 9 am to 5 pm, Section 47",
                Weight::REGULAR,
            ),
            store.value("+44 (0)1709 336 080 extension 12", Weight::BOLD),
            store.value("info@multi-agency.safeguarding-board.gov.uk", Weight::BOLD),
        ];
        // In no order, so that bounds grow from both sides, and down to widths that tear words.
        for counted in texts {
            for number in 0..4_000_usize {
                let width = (number * 7_919 % 40_009) as f32 / if number % 2 == 0 { 1.0 } else { 7.0 };
                let lines = counted.deref().count_lines(width);
                assert_eq!(counted.count_lines(width), lines, "{width}: {}", counted.text());
            }
        }
    }
}
