//! Letters and words: takes paragraphs, gives the width of a letter, and that of lines that tear no word
//! and no number.

use super::paras::Para;
use crate::address::Break;
use crate::geom::Pt;
use crate::typeset::canvas::em;

/// What is wider than so many thousandths of an em is not counted: a long address is broken where it may be, for no
/// page could be set for it.
const MOST: f32 = 12_000.0;

/// Of so few letters no average is taken.
const FEW_LETTERS: usize = 40;
/// Average width of a letter of English in the built-in face, in thousandths of an em.
const USUAL_LETTER: f32 = 440.0;
/// Letters whose average differs from that by no more than such a part count as its: from one text to the next it
/// differs by two in a hundred, and more words must not give larger type for that.
const ALIKE: f32 = 0.1;

/// Average width of a letter of the words of paragraphs, in thousandths of an em; that of English where they have few.
pub(super) fn letter<'p, 'a: 'p>(paras: impl Iterator<Item = &'p Para<'a>> + Clone) -> f32 {
    let letters: usize = paras.clone().map(|para| para.shaped.text().chars().count()).sum();
    let ems: f32 = paras.map(|para| para.shaped.max_width()).sum();
    let average = ems / letters as f32;
    let is_usual = (average / USUAL_LETTER - 1.0).abs() <= ALIKE;
    if letters < FEW_LETTERS || is_usual { USUAL_LETTER } else { average }
}

/// The widest word or number of paragraphs, and of items of lists, in thousandths of an em.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Untorn {
    words: f32,
    items: f32,
}

impl Untorn {
    pub(super) fn of<'p, 'a: 'p>(paras: impl Iterator<Item = &'p Para<'a>>) -> Self {
        let mut widest = Untorn::default();
        for para in paras {
            let whole = para.shaped.min_width();
            let piece = if whole <= MOST { whole } else { para.shaped.piece_width(Break::Second) };
            let kind = if para.level > 0 { &mut widest.items } else { &mut widest.words };
            *kind = kind.max(if piece <= MOST { piece } else { 0.0 });
        }
        widest
    }

    /// The width that they need at a size, where items stand in by so many times the size.
    pub(super) fn width(self, size: Pt, indent: f32) -> Pt {
        em(self.words, size).max(em(self.items, size) + size * indent)
    }
}
