//! Even lines: takes shaped text and a width, gives the least ragged lines of those that are no more than needed.
//!
//! Copyfit counts lines that take as many words as fit; what is drawn has the same number of lines, broken so that
//! none is much shorter than the others and the last is no lonely word. The break places of each line are few: those
//! between the latest, where every line before takes all it can, and the earliest from which the lines after it still
//! hold the rest. Over these the sum of squared shortfalls is least (Knuth and Plass, Breaking paragraphs into lines).

use std::ops::Range;

use super::break_lines::{LineRange, LineRanges, SLACK};
use super::shaped::Shaped;

/// The share of the width that the last line has at least, where it can be.
const LAST: f32 = 0.2;

/// What a last line below that share costs, or one of a single word: more than any raggedness of the lines before it.
const LONELY: f32 = 100.0;

/// What a word of one letter, or a hyphen, costs at the end of a line: as much as a line that is a tenth short.
const DANGLING: f32 = 0.01;

impl Shaped {
    /// Breaks the paragraph into as many lines as `break_lines` does, with the least ragged right edge.
    ///
    /// The last line has two words or more and a fifth of the width, where other breaks allow it.
    #[must_use]
    pub fn even(&self, width: f32) -> LineRanges {
        let full = self.break_lines(width);
        if full.len() < 2 || self.whole_width() > width {
            return full;
        }
        let mut lines = LineRanges::with_capacity(full.len());
        let mut from = 0;
        for (index, word) in self.words.iter().enumerate() {
            if word.forced || index + 1 == self.words.len() {
                Stretch::new(self, from..index + 1, width).even(&full, &mut lines);
                from = index + 1;
            }
        }
        lines
    }
}

/// Words between two forced breaks.
struct Stretch<'s> {
    shaped: &'s Shaped,
    words: Range<usize>,
    width: f64,
    /// Where the pen stands before each word, and after the last: in `f64`, so that no sum of a long text is rounded
    /// by more than the slack.
    pens: Vec<f64>,
}

/// A place where a line may begin, and the best way to it.
#[derive(Clone, Copy)]
struct Place {
    /// The word that begins there, counted from the first of the stretch.
    word: usize,
    /// The least cost of all lines before it.
    cost: f32,
    /// Which of the places before leads to it.
    from: usize,
}

impl<'s> Stretch<'s> {
    fn new(shaped: &'s Shaped, words: Range<usize>, width: f32) -> Self {
        let mut pens = Vec::with_capacity(words.len() + 1);
        pens.push(0.0);
        let mut pen = 0.0;
        for word in &shaped.words[words.clone()] {
            pen += f64::from(word.full);
            pens.push(pen);
        }
        Stretch { shaped, words, width: f64::from(width + SLACK), pens }
    }

    const fn len(&self) -> usize {
        self.pens.len() - 1
    }

    /// How wide a line of these words is, without the spaces at its end.
    fn line(&self, from: usize, to: usize) -> f64 {
        let seen = (from..to).rev().find(|word| self.shaped.words[self.words.start + word].advance > 0.0);
        seen.map_or(0.0, |last| {
            self.pens[last] - self.pens[from] + f64::from(self.shaped.words[self.words.start + last].advance)
        })
    }

    fn fits(&self, from: usize, to: usize) -> bool {
        from + 1 >= to || self.line(from, to) <= self.width
    }

    /// Where each line of the stretch begins that takes as many words as fit, and where the last ends.
    fn latest(&self, full: &[LineRange]) -> Vec<usize> {
        let words = &self.shaped.words[self.words.clone()];
        let ours = words[0].start..self.shaped.word_end(self.words.end - 1);
        let starts = full.iter().map(|line| line.clusters.start).filter(|start| ours.contains(start));
        let word = |start: u32| words.partition_point(|word| word.start < start);
        starts.map(word).chain([words.len()]).collect()
    }

    /// The same from the end: where each line begins at the earliest, so that the lines after it hold the rest.
    fn earliest(&self, lines: usize) -> Vec<usize> {
        let mut starts = vec![self.len()];
        let mut to = self.len();
        for _ in 1..lines {
            let mut from = to.saturating_sub(1);
            while from > 0 && self.fits(from - 1, to) {
                from -= 1;
            }
            starts.push(from);
            to = from;
        }
        starts.push(0);
        starts.reverse();
        starts
    }

    fn even(&self, full: &[LineRange], out: &mut LineRanges) {
        let latest = self.latest(full);
        let lines = latest.len() - 1;
        let mut starts = if lines > 1 { self.starts(&latest, lines) } else { vec![0] };
        starts.push(self.len());
        for pair in starts.windows(2) {
            let first = self.shaped.words[self.words.start + pair[0]].start;
            let end = self.shaped.word_end(self.words.start + pair[1] - 1);
            out.push(LineRange { clusters: first..end, width: self.line(pair[0], pair[1]) as f32 });
        }
    }

    /// Where each line begins, so that all together cost least.
    fn starts(&self, latest: &[usize], lines: usize) -> Vec<usize> {
        let earliest = self.earliest(lines);
        let many = (1..lines).map(|line| (latest[line] + 1).saturating_sub(earliest[line].max(line)));
        let mut places = Vec::with_capacity(many.sum::<usize>() + 1);
        places.push(Place { word: 0, cost: 0.0, from: 0 });
        let mut before = 0..1;
        for line in 1..lines {
            let begin = places.len();
            for word in earliest[line].max(line)..=latest[line] {
                let best = self.best(&places[before.clone()], word);
                places.extend(best.map(|best| Place { from: before.start + best.from, ..best }));
            }
            before = begin..places.len();
        }
        let ends = before.map(|index| (index, places[index].cost + self.last_cost(places[index].word)));
        let best = ends.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(index, _)| index);
        // The lines that take as many words as fit are among those that were compared.
        let Some(mut index) = best else { return latest[..lines].to_vec() };
        let mut starts = Vec::with_capacity(lines + 1);
        for _ in 0..lines {
            starts.push(places[index].word);
            index = places[index].from;
        }
        starts.reverse();
        starts
    }

    /// The cheapest way to begin a line with a word.
    fn best(&self, before: &[Place], word: usize) -> Option<Place> {
        let ways =
            before.iter().enumerate().filter(|(_, place)| place.word < word && self.fits(place.word, word));
        let dangling = if self.dangles(word - 1) { DANGLING } else { 0.0 };
        let cost = |from: usize| {
            let short = self.shortfall(from, word);
            short * short + dangling
        };
        let costs = ways.map(|(from, place)| Place { word, cost: place.cost + cost(place.word), from });
        costs.min_by(|a, b| a.cost.total_cmp(&b.cost))
    }

    /// The share of the width that a line leaves free.
    fn shortfall(&self, from: usize, to: usize) -> f32 {
        (1.0 - self.line(from, to) / self.width).max(0.0) as f32
    }

    fn last_cost(&self, from: usize) -> f32 {
        let to = self.len();
        if !self.fits(from, to) {
            return f32::INFINITY;
        }
        let share = 1.0 - self.shortfall(from, to);
        let lonely = LONELY * (LAST - share).max(0.0) / LAST;
        lonely + if self.text(from, to).split_whitespace().nth(1).is_none() { LONELY } else { 0.0 }
    }

    /// Whether a word had better not end a line: one letter leads to the next word, a hyphen leaves half a word.
    fn dangles(&self, word: usize) -> bool {
        let word = self.text(word, word + 1).trim_end();
        word.as_bytes().last() == Some(&b'-') || word.chars().nth(1).is_none()
    }

    fn text(&self, from: usize, to: usize) -> &str {
        let start =
            self.shaped.clusters[self.shaped.words[self.words.start + from].start as usize].text_start;
        let end = self.shaped.word_end(self.words.start + to - 1) as usize;
        let end =
            self.shaped.clusters.get(end).map_or(self.shaped.text.len(), |next| next.text_start as usize);
        &self.shaped.text[start as usize..end]
    }
}
