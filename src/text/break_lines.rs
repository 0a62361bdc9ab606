//! Line breaking: takes shaped text and a width, gives the clusters of each line. Arithmetic only.

use std::ops::Range;

use smallvec::SmallVec;

use super::shaped::{Shaped, Word};

/// What a line may be too wide by before a word goes to the next: the error of sums of widths that were
/// divided by a type size and multiplied again.
pub(super) const SLACK: f32 = 0.01;

/// Width of a word of English and of the space before it, in thousandths of an em: a little more than the
/// 2,620 and 240 of the Rotherham text in Atkinson Hyperlegible Next, so that estimates of room are safe.
const WORD: f32 = 3_300.0;
const SPACE: f32 = 240.0;

/// A width, with what it may be exceeded by, that lines are measured against.
pub(super) trait Limit {
    /// Whether something is wider.
    fn is_less(&mut self, than: f32) -> bool;
}

impl Limit for f32 {
    fn is_less(&mut self, than: f32) -> bool {
        than > *self
    }
}

/// How many lines a text takes, and the widths between which it takes as many: all that was measured against the width
/// compares in the same way with any of them.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// How many lines there are.
    pub lines: usize,
    limit: f32,
    from: f32,
    to: f32,
}

impl Stretch {
    /// Whether the text takes so many lines in a width of thousandths of an em.
    #[must_use]
    pub fn holds(&self, width: f32) -> bool {
        let limit = width + SLACK;
        limit >= self.from && limit < self.to
    }
}

impl Limit for Stretch {
    fn is_less(&mut self, than: f32) -> bool {
        let is_less = than > self.limit;
        if is_less {
            self.to = self.to.min(than);
        } else {
            self.from = self.from.max(than);
        }
        is_less
    }
}

/// The part of a paragraph on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineRange {
    pub(super) clusters: Range<u32>,
    /// How wide it is in thousandths of an em, without the spaces at its end.
    pub width: f32,
}

/// The lines of a text; few texts have more than four.
pub type LineRanges = SmallVec<[LineRange; 4]>;

/// A line that still takes words.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) start: u32,
    /// The pen after the last visible cluster.
    pub(super) visible: f32,
    /// The pen after the spaces behind it.
    pub(super) pen: f32,
}

impl Open {
    pub(super) const fn at(start: u32) -> Self {
        Open { start, visible: 0.0, pen: 0.0 }
    }

    pub(super) const fn close(self, end: u32) -> LineRange {
        LineRange { clusters: self.start..end, width: self.visible }
    }

    fn push(&mut self, word: &Word) {
        if word.advance > 0.0 {
            self.visible = self.pen + word.advance;
        }
        self.pen += word.full;
    }
}

impl Shaped {
    /// Breaks the paragraph into lines of at most `width` thousandths of an em: each takes as many words as
    /// fit, and the right edge is ragged. A text without characters has no lines.
    ///
    /// A word wider than the line is divided ([`super::divide`]). No character is added or lost.
    #[must_use]
    pub fn break_lines(&self, width: f32) -> LineRanges {
        let about = (self.natural / width.max(1.0)) as usize + 1;
        let mut lines = LineRanges::with_capacity(about.min(self.words.len()));
        self.fill(width, |line| lines.push(line));
        lines
    }

    /// How many lines `break_lines` makes, without making them.
    #[must_use]
    pub fn count_lines(&self, width: f32) -> usize {
        let mut lines = 0;
        self.fill(width, |_| lines += 1);
        lines
    }

    /// How many lines `break_lines` makes, and between which widths there are as many.
    #[must_use]
    pub fn count_between(&self, width: f32) -> Stretch {
        let mut stretch = Stretch { limit: width + SLACK, from: 0.0, to: f32::INFINITY, lines: 0 };
        let mut lines = 0;
        self.fill_within(&mut stretch, |_| lines += 1);
        Stretch { lines, ..stretch }
    }

    /// How many words there are between spaces.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// How many lines there would be with so many words more at the end, each as wide as `WORD`.
    #[must_use]
    pub fn lines_with(&self, words: usize, width: f32) -> usize {
        let (mut lines, mut pen) = (0, 0.0);
        self.fill(width, |line| {
            lines += 1;
            pen = line.width;
        });
        let mut left = words;
        while left > 0 && (pen == 0.0 || pen + WORD <= width) {
            pen += WORD + if pen > 0.0 { SPACE } else { 0.0 };
            left -= 1;
        }
        // All further lines hold the same number of words.
        let (mut in_line, mut pen) = (1, WORD);
        while left > in_line && pen + WORD <= width {
            pen += WORD + SPACE;
            in_line += 1;
        }
        lines + left.div_ceil(in_line)
    }

    /// Breaks the paragraph into as few lines as `break_lines` does, but of similar length, and without
    /// a last line of one word where the line before it can spare another: for titles and headings.
    #[must_use]
    pub fn balanced(&self, width: f32) -> LineRanges {
        let count = self.count_lines(width);
        if count < 2 || self.widest > width {
            return self.break_lines(width);
        }
        let (mut low, mut high) = (self.widest, width);
        // A thousandth of an em is finer than anybody sees.
        while high - low > 1.0 {
            let middle = f32::midpoint(low, high);
            if self.count_lines(middle) > count { low = middle } else { high = middle }
        }
        let mut lines = self.break_lines(high);
        self.spare_a_word(&mut lines, width);
        lines
    }

    /// Gives a last line of one word the last word of the line before, where that makes the two more alike.
    fn spare_a_word(&self, lines: &mut [LineRange], width: f32) {
        let [.., before, last] = lines else { return };
        let [.., spared, word] = self.words.as_slice() else { return };
        if last.clusters.start != word.start || before.clusters.start >= spared.start || spared.forced {
            return;
        }
        let first = self.words.partition_point(|word| word.start < before.clusters.start);
        let mut open = Open::at(before.clusters.start);
        self.words[first..self.words.len() - 2].iter().for_each(|word| open.push(word));
        let shorter = open.close(spared.start);
        let longer =
            LineRange { clusters: spared.start..last.clusters.end, width: spared.full + word.advance };
        let gap = |a: &LineRange, b: &LineRange| (a.width - b.width).abs();
        if longer.width <= width && gap(&shorter, &longer) < gap(before, last) {
            (*before, *last) = (shorter, longer);
        }
    }

    /// Hands out line after line.
    pub(super) fn fill(&self, width: f32, emit: impl FnMut(LineRange)) {
        self.fill_within(&mut (width + SLACK), emit);
    }

    /// Hands out line after line. This is the innermost loop of copyfit.
    fn fill_within(&self, width: &mut impl Limit, mut emit: impl FnMut(LineRange)) {
        let mut line = Open::at(0);
        for (i, word) in self.words.iter().enumerate() {
            if line.pen > 0.0 && word.advance > 0.0 && width.is_less(line.pen + word.advance) {
                emit(line.close(word.start));
                line = Open::at(word.start);
            }
            if width.is_less(word.advance) {
                line = self.divide(i, width, &mut emit);
            } else {
                line.push(word);
            }
            if word.forced {
                let end = self.word_end(i);
                emit(line.close(end));
                line = Open::at(end);
            }
        }
        let end = self.clusters.len() as u32;
        if line.start < end {
            emit(line.close(end));
        }
    }
}
