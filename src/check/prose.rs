//! Lines of text: takes the runs of a briefing, gives each line in one piece with the place of any part of it.

use std::ops::Range;

use crate::model::{Block, Briefing, Run, Section, Spanned};
use crate::source::Span;

/// A line of running text in one piece.
pub(super) struct Line<'a> {
    /// All its words.
    pub text: String,
    runs: &'a [Run],
}

impl Line<'_> {
    /// Where a part of the text stands in the source.
    ///
    /// A run knows where it stands as a whole. Where its source is as long as its text, nothing in
    /// between was left out, so its parts are found by counting; else the whole run is pointed at.
    pub(super) fn span(&self, part: Range<usize>) -> Span {
        let mut start = 0;
        let mut found: Option<Span> = None;
        for run in self.runs {
            let end = start + run.text.len();
            if start < part.end && part.start < end {
                let inside = part.start.saturating_sub(start)..part.end.min(end) - start;
                let piece = within(run.span, run.text.len(), inside);
                found = Some(found.map_or(piece, |first| Span { end: piece.end.max(first.end), ..first }));
            }
            start = end;
        }
        found.or(self.runs.first().map(|run| run.span)).unwrap_or(Span::new(self.any_source(), 0..0))
    }

    fn any_source(&self) -> crate::source::SourceId {
        self.runs[0].span.source
    }
}

/// A part of a text of so many bytes that stands at `whole`.
fn within(whole: Span, length: usize, part: Range<usize>) -> Span {
    let base = whole.range().start;
    match whole.range().len() == length {
        true => Span::new(whole.source, base + part.start..base + part.end),
        false => whole,
    }
}

/// A part of a plain value; its quotes, if it has any, are stepped over.
pub(super) fn part_of(value: &Spanned<String>, part: Range<usize>) -> Span {
    let (length, written) = (value.value.len(), value.span.range().len());
    let inner = match written == length + 2 {
        true => Span { start: value.span.start + 1, end: value.span.end - 1, ..value.span },
        false => value.span,
    };
    within(inner, length, part)
}

/// The lines of a section's body.
pub(super) fn lines(body: &[Block]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for block in body {
        block.for_each_inline(&mut |runs| {
            if !runs.is_empty() {
                lines.push(Line { text: runs.iter().map(|run| run.text.as_str()).collect(), runs });
            }
        });
    }
    lines
}

/// All lines of the seven sections.
pub(super) fn all_lines(briefing: &Briefing) -> Vec<Line<'_>> {
    briefing.sections.iter().flat_map(|section: &Section| lines(&section.body)).collect()
}

/// The words of a text with the bytes where they stand.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// A word without the punctuation round it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
