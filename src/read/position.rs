//! Places inside a text: takes a YAML value and its source, gives where each of its bytes stands.

use std::ops::Range;

use crate::address::space::is_invisible;
use crate::source::{Sources, Span};

/// Where the bytes of a value stand in its source.
pub(super) struct Positions {
    whole: Span,
    /// Value byte and source byte at every point where their distance changes, in order.
    steps: Vec<(usize, usize)>,
}

impl Positions {
    /// Walks over the value and its source side by side, for YAML only adds white space and quotes.
    ///
    /// Text in double quotes with codes such as `\n` cannot be followed; all its places are the whole.
    pub(super) fn new(sources: &Sources, span: Span, value: &str) -> Self {
        let raw = sources.text(span);
        // Behind an opening quote, or from the first character: a block may itself begin with a quote.
        let steps = follow(raw, 0, value).or_else(|| follow(raw, 1, value)).unwrap_or_default();
        Positions { whole: span, steps }
    }

    /// The source span of a range of bytes of the value.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        if self.steps.is_empty() {
            return self.whole;
        }
        let start = self.source_byte(range.start);
        let end = if range.is_empty() { start } else { self.source_byte(range.end - 1) + 1 };
        let base = self.whole.range().start;
        let end = end.max(start).min(self.whole.range().len());
        Span::new(self.whole.source, base + start.min(end)..base + end)
    }

    /// Calls `each` with every byte of a range at which a piece of the source begins, and its byte in the whole source.
    pub(super) fn steps_of(&self, range: Range<usize>, mut each: impl FnMut(usize, usize)) {
        if self.steps.is_empty() {
            return;
        }
        let base = self.whole.range().start;
        each(range.start, base + self.source_byte(range.start));
        let next = self.steps.partition_point(|(value, _)| *value <= range.start);
        for (value, source) in self.steps[next..].iter().take_while(|(value, _)| *value < range.end) {
            each(*value, base + source);
        }
    }

    /// The same places for a text in which lines were written otherwise: byte in that text and byte in the value,
    /// wherever the distance changes.
    pub(super) fn through(self, edits: &[(usize, usize)]) -> Self {
        if self.steps.is_empty() || edits.is_empty() {
            return self;
        }
        let mut steps = Vec::new();
        for (at, (text, value)) in edits.iter().enumerate() {
            let length = edits.get(at + 1).map_or(usize::MAX, |next| next.0) - text;
            steps.push((*text, self.source_byte(*value)));
            let next = self.steps.partition_point(|step| step.0 <= *value);
            let inside = self.steps[next..].iter().take_while(|step| step.0 - value < length);
            steps.extend(inside.map(|step| (text + (step.0 - value), step.1)));
        }
        Positions { whole: self.whole, steps }
    }

    fn source_byte(&self, byte: usize) -> usize {
        let step = self.steps.partition_point(|(value, _)| *value <= byte).saturating_sub(1);
        let (value, source) = self.steps[step];
        source + byte.saturating_sub(value)
    }
}

fn follow(raw: &str, start: usize, value: &str) -> Option<Vec<(usize, usize)>> {
    let single_quoted = raw.starts_with('\'');
    let mut steps: Vec<(usize, usize)> = vec![(0, start)];
    let mut at = start;
    raw.is_char_boundary(at).then_some(())?;
    let mut byte = 0;
    while let Some(wanted) = value[byte..].chars().next() {
        // Nearly all of a value stands in the source as it is.
        let same = alike(&raw[at..], &value[byte..]);
        if same > 0 {
            let (value_step, source_step) = *steps.last()?;
            if source_step + (byte - value_step) != at {
                steps.push((byte, at));
            }
            (at, byte) = (at + same, byte + same);
            continue;
        }
        loop {
            match raw[at..].chars().next() {
                Some(c) if c == wanted => break,
                Some(c) if is_invisible(c) => at += c.len_utf8(),
                Some(c) if c.is_whitespace() && !wanted.is_whitespace() => at += c.len_utf8(),
                Some('\r') => at += 1,
                Some('\'') if single_quoted => at += 1,
                // A folded line end, or one that the source ends without: it has no byte of its own.
                _ if wanted.is_whitespace() => {
                    byte += wanted.len_utf8();
                    break;
                }
                _ => return None,
            }
        }
    }
    Some(steps)
}

/// How many bytes two texts begin with alike, as far as whole characters go.
fn alike(one: &str, two: &str) -> usize {
    let (a, b) = (one.as_bytes(), two.as_bytes());
    let eights = a.chunks_exact(8).zip(b.chunks_exact(8)).take_while(|(a, b)| a == b).count() * 8;
    let rest = a[eights..].iter().zip(&b[eights..]).take_while(|(a, b)| a == b).count();
    let mut same = eights + rest;
    while !two.is_char_boundary(same) {
        same -= 1;
    }
    same
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn check(raw: &str, value: &str, word: &str) {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("a.yaml", raw));
        let positions = Positions::new(&sources, Span::new(id, 0..raw.len()), value);
        let at = value.find(word).expect("the word is in the value");
        assert_eq!(sources.text(positions.span(at..at + word.len())), word, "{raw:?}");
    }

    #[test]
    fn words_are_found_where_they_stand() {
        check("One two\r\n    - thrée\r\n      - four", "One two\n- thrée\n  - four\n", "four");
        check("One two\n\n  three\n", "One two\n\nthree\n", "three");
        check("One\n  two\n\n  three", "One two\nthree\n", "three");
        check("'it''s **here**'", "it's **here**", "here");
        check("plain over\n   two lines", "plain over two lines", "lines");
        check("\"Quoted\" in a block", "\"Quoted\" in a block\n", "block");
        check("\"a quoted word\"", "a quoted word", "word");
    }
}
