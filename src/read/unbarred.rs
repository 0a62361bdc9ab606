//! Texts without a bar: takes a body as YAML gave it, gives it as Markdown is to read it, and tells where its lines run on.
//!
//! Without a bar behind the colon, YAML makes one line of all lines that have no empty one between them. That is right for
//! a paragraph that an editor broke, and wrong for a list, for questions, or for any lines that were meant apart.

use std::borrow::Cow;

use super::node::Node;
use super::parts::is_item;
use super::take::Reader;
use super::{lines, marks};
use crate::diag::{Code, Diagnostic, Place};
use crate::source::{SourceId, Span};

/// A body that Markdown can read.
pub(super) struct Text<'t> {
    /// Its words.
    pub words: Cow<'t, str>,
    /// Whether it is told that its lines run on: whatever else there is to say of them has the same cause.
    pub is_told: bool,
}

/// The text as Markdown is to read it: where YAML made one line end of an empty line, there are two again.
pub(super) fn unbarred<'t>(reader: &mut Reader<'_>, node: &Node, text: &'t str) -> Text<'t> {
    let source = reader.sources.get(node.span.source).text();
    let (start, raw) = (node.span.range().start, reader.sources.text(node.span));
    let header = source[..start].trim_end().trim_end_matches(|c: char| "+-0123456789".contains(c));
    let coded = raw.starts_with('"') && raw.contains('\\');
    if header.ends_with('|') || coded || !raw.contains('\n') {
        return Text { words: Cow::Borrowed(text), is_told: false };
    }
    let id = node.span.source;
    let told = misread_bar(id, start, raw).or_else(|| {
        // Where that line was mended, it is told already.
        let is_here = |place: Span| place.end == node.span.start || place.start == node.span.start;
        let is_mended = |told: &Diagnostic| {
            told.code == Code::NotYaml && matches!(&told.place, Place::At(place) if is_here(*place))
        };
        let apart = meant_apart(id, start, raw).filter(|_| !reader.messages.iter().any(is_mended))?;
        Some(told_apart(apart, source, header.len(), (id, start, raw)))
    });
    let is_told = told.is_some();
    reader.messages.extend(told);
    let words = match text.trim_end().contains('\n') {
        true => Cow::Owned(text.replace('\n', "\n\n")),
        false => Cow::Borrowed(text),
    };
    Text { words, is_told }
}

/// A letter or a sign that was typed for a bar, and is read as the first word.
fn misread_bar(id: SourceId, start: usize, raw: &str) -> Option<Diagnostic> {
    let (sign, below) = raw.split_once('\n').map(|(first, below)| (first.trim(), below.trim()))?;
    if !matches!(sign, "I" | "l" | "/" | "\\" | "!" | "\u{a6}") || below.is_empty() {
        return None;
    }
    let place = Span::new(id, start..start + sign.len());
    let message = format!("`{sign}` is read as the first word of this text, and a bar belongs there");
    Some(Diagnostic::usual(Code::LinesRunOn, place, message).hint("Write `body: |`").replace(place, "|"))
}

/// The first of the lines that were meant apart, and what there is to say of them beside the bar.
struct Apart {
    place: Span,
    hints: Vec<String>,
}

/// Lines that were meant apart: items of a list, questions, the lines of an address.
fn meant_apart(id: SourceId, start: usize, raw: &str) -> Option<Apart> {
    let (mut at, mut apart, mut first) = (0, 0, None);
    for line in raw.split_inclusive('\n') {
        let words = line.trim();
        let is_marked = is_item(line) || !marks::marked(line).marks.is_empty();
        if is_marked {
            let begin = start + at + (line.len() - line.trim_start().len());
            first = first.or_else(|| Some(Span::new(id, begin..begin + words.len())));
        }
        apart += usize::from(is_marked || (at == 0 && !words.is_empty()));
        at += line.len();
    }
    // An item that goes on over several lines, with none below it, is one all the same.
    if let Some(place) = first.filter(|_| apart > 1) {
        return Some(Apart { place, hints: Vec::new() });
    }
    let doubted = lines::doubted(raw, |range| Span::new(id, start + range.start..start + range.end));
    let Diagnostic { place: Place::At(place), hints, .. } = doubted.into_iter().next()? else { return None };
    Some(Apart { place, hints })
}

/// The message; with the cure as data where nothing else is to be done than to put the bar.
fn told_apart(
    apart: Apart,
    source: &str,
    header: usize,
    (id, start, raw): (SourceId, usize, &str),
) -> Diagnostic {
    let header = &source[..header];
    let is_folded = header.ends_with('>');
    let message = match is_folded {
        true => "the lines of this text run on, for > stands behind the colon of its key, and not a bar",
        false => "the lines of this text run on, for no bar stands behind the colon of its key",
    };
    let is_quoted = raw.starts_with(['"', '\'']);
    let hint = match () {
        () if is_folded => "Write `body: |` above the text, with a bar in place of the >",
        () if is_quoted => {
            "Write `body: |` and the text below it, two spaces further in and without its quotation marks"
        }
        () => "Write `body: |`, and begin all lines of the text below it two spaces further in",
    };
    let is_all = apart.hints.is_empty();
    let told = Diagnostic::usual(Code::LinesRunOn, apart.place, message).hint(hint);
    let told = apart.hints.into_iter().fold(told, Diagnostic::hint);
    match () {
        () if !is_all || is_quoted => told,
        () if is_folded => told.replace(Span::new(id, header.len() - 1..header.len()), "|"),
        () if header.ends_with(':') => {
            let end = start + raw.trim_end().len();
            told.replace(Span::new(id, header.len()..end), format!(" |{}", below(header, raw)))
        }
        () => told,
    }
}

/// The lines of a text as they stand below their key, with the marks of Markdown before the items of lists.
fn below(header: &str, raw: &str) -> String {
    let line = &header[header.rfind('\n').map_or(0, |end| end + 1)..];
    let depth = line.chars().count() - line.trim_start_matches([' ', '-']).chars().count() + 2;
    let lines = marks::marked(raw.trim_end()).text;
    let lines = lines.lines().map(|line| match line.trim() {
        "" => "\n".to_owned(),
        words => format!("\n{}{words}", " ".repeat(depth)),
    });
    lines.collect()
}
