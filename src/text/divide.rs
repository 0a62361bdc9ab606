//! Dividing: takes a word that is wider than a line, gives its parts on lines of their own.
//!
//! A phrase is divided at its spaces, a number or an address at the places that `address` names, any other word after
//! `/ @ . - _ ? & =`; and where even that is too wide, after any cluster.

use super::break_lines::{Limit, LineRange, Open};
use super::shaped::Shaped;
use crate::address::Break;

/// So many lines a value takes at most before places of the second kind count too.
const FEW: usize = 2;

/// Sums of widths may differ by less than this, in thousandths of an em.
const ROUNDING: f32 = 1.0;

impl Shaped {
    /// From this width on, in thousandths of an em, a wider line never makes more lines. Where all words are divided
    /// at places of one kind only, as phrases and telephone numbers are, this is the widest part; where a better kind
    /// gives way to a worse one, every word has to be whole.
    #[must_use]
    pub fn steady_width(&self) -> f32 {
        let divides_evenly = (0..self.words.len()).all(|word| self.has_only(word, Break::First));
        if divides_evenly { self.min_width() + ROUNDING } else { self.whole_width() }
    }

    /// Whether this is one word, as a number or an address is, with one place where it is broken most willingly.
    #[must_use]
    pub fn has_halves(&self) -> bool {
        let places = self.clusters.iter().filter(|cluster| cluster.easy_before == Some(Break::First));
        matches!(self.words.as_slice(), [word] if !word.forced) && places.count() == 1
    }

    /// Breaks a word that is wider than a line, and returns its last part, which other words may follow.
    pub(super) fn divide(
        &self,
        word: usize,
        width: &mut impl Limit,
        emit: &mut impl FnMut(LineRange),
    ) -> Open {
        let kinds = [(Break::First, FEW), (Break::Second, usize::MAX)];
        let found = kinds.into_iter().find(|(kind, most)| self.suffices(word, width, *kind, *most));
        self.parts(word, width, found.map_or(Break::Last, |(kind, _)| kind), emit).0
    }

    /// Whether with the places of a kind and the better ones nothing is torn, and there are no more than so many lines.
    fn suffices(&self, word: usize, width: &mut impl Limit, kind: Break, most: usize) -> bool {
        if self.has_only(word, kind) {
            return true;
        }
        let mut lines = 1;
        let (_, torn) = self.parts(word, width, kind, &mut |_| lines += 1);
        lines <= most && !torn
    }

    /// Whether all places in a word are of that kind, so that no other adds any.
    fn has_only(&self, word: usize, kind: Break) -> bool {
        let clusters = self.words[word].start as usize..self.word_end(word) as usize;
        self.clusters[clusters].iter().all(|cluster| cluster.easy_before.is_none_or(|easy| easy == kind))
    }

    /// The parts of a word at places of a kind or a better one, all but the last handed out, and whether one is torn.
    ///
    /// Few parts are looked at more than twice: a part that ends at an easy place leaves no place as easy before the
    /// cluster that did not fit, so the next part mostly reaches beyond that cluster.
    fn parts(
        &self,
        word: usize,
        width: &mut impl Limit,
        least: Break,
        emit: &mut impl FnMut(LineRange),
    ) -> (Open, bool) {
        let end = self.word_end(word);
        let mut line = Open::at(self.words[word].start);
        let mut easy: Option<(Break, u32, Open)> = None;
        let mut torn = false;
        let mut i = line.start;
        while i < end {
            let cluster = self.clusters[i as usize];
            if let Some(kind) = cluster.easy_before.filter(|kind| *kind >= least && i > line.start) {
                // Where all places have to do, the best of a line is taken, though there is room beyond it.
                let is_better = least > Break::Last || easy.is_none_or(|(best, ..)| kind >= best);
                easy = if is_better { Some((kind, i, line)) } else { easy };
            }
            if i > line.start && !cluster.hangs && width.is_less(line.pen + cluster.advance) {
                torn |= easy.is_none();
                let (at, part) = easy.take().map_or((i, line), |(_, at, part)| (at, part));
                emit(part.close(at));
                (line, i) = (Open::at(at), at);
                continue;
            }
            line.pen += cluster.advance;
            if !cluster.hangs {
                line.visible = line.pen;
            }
            i += 1;
        }
        (line, torn)
    }
}
