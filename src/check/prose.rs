//! Lines of text: takes the runs of a briefing, gives each line in one piece with the place of any part of it.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{Block, Briefing, Run, Spanned};
use crate::source::Span;

/// A line of running text in one piece.
pub(super) struct Line<'a> {
    /// All its words.
    pub text: Cow<'a, str>,
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
                let piece = run.place(inside);
                found = Some(found.map_or(piece, |first| Span { end: piece.end.max(first.end), ..first }));
            }
            start = end;
        }
        found.or(self.runs.first().map(|run| run.span)).unwrap_or(Span::new(self.any_source(), 0..0))
    }

    /// Whether the word at this byte is marked as another language.
    pub(super) fn is_marked(&self, at: usize) -> bool {
        self.run_at(at).is_some_and(|run| run.language.is_some())
    }

    /// Whether the word at this byte leads somewhere by itself.
    pub(super) fn is_linked(&self, at: usize) -> bool {
        self.run_at(at).is_some_and(|run| run.link.is_some())
    }

    fn run_at(&self, at: usize) -> Option<&Run> {
        let mut end = 0;
        self.runs.iter().find(|run| {
            end += run.text.len();
            at < end
        })
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

/// The running text of a briefing, which several rules go through.
pub(super) struct Prose<'a> {
    /// The lines of each of the seven sections.
    pub sections: Vec<Vec<Line<'a>>>,
}

impl<'a> Prose<'a> {
    /// That of a briefing.
    pub(super) fn of(briefing: &'a Briefing) -> Self {
        Prose { sections: briefing.sections.iter().map(|section| lines(&section.body)).collect() }
    }

    /// All lines of all sections.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line<'a>> {
        self.sections.iter().flatten()
    }
}

/// The lines of a section's body.
fn lines(body: &[Block]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for block in body {
        block.for_each_inline(&mut |runs| {
            // A line that the writer ended is one of its own.
            for runs in runs.split(|run| run.text == Run::BREAK) {
                let text = match runs {
                    [] => continue,
                    [only] => Cow::Borrowed(only.text.as_str()),
                    several => several.iter().map(|run| run.text.as_str()).collect(),
                };
                lines.push(Line { text, runs });
            }
        });
    }
    lines
}

/// The words of a text with the bytes where they stand.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// A word without the punctuation round it.
pub(super) fn bare(word: &str) -> &str {
    // Most words have none.
    if let Some((first, last)) = word.as_bytes().first().zip(word.as_bytes().last())
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return word;
    }
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether two capitals stand side by side: what is not ASCII may be one.
pub(super) fn two_capitals(text: &str) -> bool {
    let bytes = text.as_bytes();
    let capital = |byte: u8| byte.is_ascii_uppercase() || byte > 127;
    bytes.iter().zip(bytes.get(1..).unwrap_or_default()).any(|(one, two)| capital(*one) && capital(*two))
}
