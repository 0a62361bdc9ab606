//! Joining: takes the pieces of a paragraph, gives its text and what holds for each character.

use std::borrow::Cow;
use std::ops::Range;

use super::keep::{self, Kept};
use crate::address::Break;
use crate::font::Weight;

/// Text of one kind inside a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words.
    pub text: &'a str,
    /// Weight of the face.
    pub weight: Weight,
    /// Whether all figures are equally wide (OpenType feature `tnum`).
    pub tabular: bool,
    /// The caller's own number, which comes back with every run of glyphs.
    pub key: u16,
    /// Whether it stays on one line where that is wide enough.
    pub keep: bool,
}

/// A paragraph that is to be shaped. Its direction is that of its first strong character (UAX #9, P2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParagraphSpec<'a> {
    /// Its pieces, in reading order; what is past the first 65,535 is shaped as part of the last.
    pub pieces: &'a [Piece<'a>],
    /// Its language, as BCP 47 writes it; a tag that cannot be read counts as none.
    pub language: &'a str,
}

/// The text of a paragraph and what the engine is told about it.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// The text, with every tab and line end turned into a space.
    pub(super) text: String,
    /// For each character, the number of its piece.
    pub(super) pieces: Vec<u16>,
    /// Bytes before which a line ends whatever the width.
    pub(super) forced: Vec<usize>,
    /// Bytes that stay together: sorted, and none touches another.
    pub(super) kept: Vec<Kept>,
    /// Numbers and addresses, in order: where they are wider than a line only `places` count.
    pub(super) values: Vec<Range<usize>>,
    /// The bytes before which they may be broken then, in order.
    pub(super) places: Vec<(usize, Break)>,
}

impl Joined {
    /// Takes in a paragraph in place of the one before.
    pub(super) fn join(&mut self, spec: &ParagraphSpec<'_>) {
        self.text.clear();
        self.pieces.clear();
        self.forced.clear();
        self.kept.clear();
        for (number, piece) in spec.pieces.iter().enumerate() {
            let start = self.text.len();
            self.push(piece.text, u16::try_from(number).unwrap_or(u16::MAX));
            if piece.keep {
                self.kept.push(Kept { range: start..self.text.len(), phrase: false });
            }
        }
        self.values = keep::values(&self.text);
        if self.text.chars().any(is_from_right_to_left) {
            self.join_groups();
        }
        self.places = keep::places(&self.text, &self.values);
        self.keep();
    }

    /// Puts together what is kept. A phrase gives way to a value that it touches.
    fn keep(&mut self) {
        self.kept.extend(self.values.iter().map(|range| Kept { range: range.clone(), phrase: false }));
        let whole = self.kept.len();
        for range in keep::phrases(&self.text) {
            let touches = |kept: &Kept| kept.range.start < range.end && range.start < kept.range.end;
            if !self.kept[..whole].iter().any(touches) {
                self.kept.push(Kept { range, phrase: true });
            }
        }
        self.kept.sort_unstable_by_key(|kept| (kept.range.start, std::cmp::Reverse(kept.range.end)));
        self.kept.dedup_by(|next, first| {
            let inside = next.range.start < first.range.end;
            first.range.end = if inside { first.range.end.max(next.range.end) } else { first.range.end };
            inside
        });
    }

    /// Puts a space that does not break between the groups of every telephone number. Readers that turn a line of
    /// Arabic round when words are copied out of it then leave the number as it is, as Unicode asks of them (UAX #9, W4).
    fn join_groups(&mut self) {
        let mut text = String::with_capacity(self.text.len() + 8);
        let mut moved = Vec::new();
        for (at, c) in self.text.char_indices() {
            let inside = c == ' ' && self.values.iter().any(|value| value.start < at && at + 1 < value.end);
            if inside {
                moved.push(at);
            }
            text.push(if inside { NO_BREAK_SPACE } else { c });
        }
        let place = |at: usize| at + moved.partition_point(|moved| *moved < at);
        self.forced.iter_mut().for_each(|at| *at = place(*at));
        for range in self.kept.iter_mut().map(|kept| &mut kept.range).chain(&mut self.values) {
            *range = place(range.start)..place(range.end);
        }
        self.text = text;
    }

    /// The text as the analysis of directions is to see it: in a sentence from right to left, the rules of Unicode
    /// (UAX #9, W2 and N1) would put the groups of 0808 157 0123 into the opposite order, and a person would dial
    /// another number. Here every telephone number is digits and nothing else, which keep their order. No byte moves.
    pub(super) fn with_numbers_in_one_piece(&self) -> Cow<'_, str> {
        let is_number = |range: &&Range<usize>| {
            self.text[(*range).clone()].starts_with(|c: char| matches!(c, '0'..='9' | '+' | '('))
        };
        if !self.text.chars().any(is_from_right_to_left) {
            return Cow::Borrowed(&self.text);
        }
        let mut text = String::with_capacity(self.text.len());
        let mut done = 0;
        for range in self.values.iter().filter(is_number) {
            text.push_str(&self.text[done..range.start]);
            // A space that does not break has two bytes, and belongs to the digits around it as it is.
            text.extend(self.text[range.clone()].chars().map(|c| if c.is_ascii() { '0' } else { c }));
            done = range.end;
        }
        text.push_str(&self.text[done..]);
        Cow::Owned(text)
    }

    /// A line end becomes a space, so that copied text keeps its words apart and the glyph of the space
    /// stands for one character only.
    fn push(&mut self, text: &str, number: u16) {
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            self.text.push(if is_space_like(c) { ' ' } else { c });
            self.pieces.push(number);
            if is_line_end(c) && !(c == '\r' && characters.peek() == Some(&'\n')) {
                self.forced.push(self.text.len());
            }
        }
    }
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, with the forms of presentation and older scripts: a
/// character more costs nothing but time.
const fn is_from_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202b}' | '\u{fb1d}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// One byte longer than the space that it stands for.
const NO_BREAK_SPACE: char = '\u{a0}';

/// Characters after which a line ends (UAX #14, BK, CR, LF and NL).
const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that are drawn as a space though no face has a glyph for them.
pub(super) const fn is_space_like(c: char) -> bool {
    c == '\t' || is_line_end(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_spaces_and_forced_breaks() {
        let piece = |text, keep| Piece { text, weight: Weight::REGULAR, tabular: false, key: 0, keep };
        let pieces = [piece("a\r\nb\tc", false), piece("\u{2028}d e", true)];
        let mut joined = Joined::default();
        joined.join(&ParagraphSpec { pieces: &pieces, language: "en" });
        assert_eq!(joined.text, "a  b c d e");
        assert_eq!(joined.forced, [3, 7]);
        assert_eq!(joined.pieces, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
        assert_eq!(joined.kept.first(), Some(&Kept { range: 6..10, phrase: false }));
        assert_eq!(joined.kept.len(), 1);
    }
}
