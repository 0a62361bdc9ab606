//! Whole files that cannot be read: takes one, gives what happened to all of it at once.
//!
//! A chat puts its words round a file, a text field takes its line ends away, a word processor makes every space one
//! that breaks no line. Line by line each would be told many times over.

use super::slip::{is_key, key_of};
use crate::diag::{Code, Diagnostic};
use crate::source::{SourceId, Span};

/// What happened, and the text without it; no text where none can be had.
pub(super) fn mended(source: SourceId, typed: &str) -> Option<(Option<String>, Diagnostic)> {
    spaces(source, typed).or_else(|| chat(source, typed)).or_else(|| one_line(source, typed))
}

/// A file that has no-break spaces only.
fn spaces(source: SourceId, typed: &str) -> Option<(Option<String>, Diagnostic)> {
    const OTHER: char = '\u{a0}';
    let first = typed.find(OTHER)?;
    let ordinary = typed.bytes().filter(|byte| *byte == b' ').count();
    let places: Vec<usize> = typed.match_indices(OTHER).map(|(at, _)| at).collect();
    if ordinary * 20 > places.len() || places.len() < 20 {
        return None;
    }
    let span = |at: usize| Span::new(source, at..at + OTHER.len_utf8());
    let message = "the spaces of this file are no-break spaces, and only ordinary ones stand between a key and its value";
    let told = Diagnostic::error(Code::NotYaml, span(first), message)
        .hint("Type `briefpress fix`, which puts ordinary spaces in their place");
    let told = places.iter().fold(told, |told, at| told.replace(span(*at), " "));
    Some((Some(typed.replace(OTHER, " ")), told))
}

/// A file between two lines of ```, with what a chat says before and behind them.
fn chat(source: SourceId, typed: &str) -> Option<(Option<String>, Diagnostic)> {
    let mut fences = typed.match_indices("```").filter(|(at, _)| *at == 0 || typed[..*at].ends_with('\n'));
    let open = fences.next()?.0;
    let close = fences.last()?.0;
    let inner = open + typed[open..].find('\n')? + 1;
    let end = close + typed[close..].find('\n').map_or(typed.len() - close, |end| end + 1);
    let is_file = |text: &str| {
        text.lines().any(|line| key_of(line.trim_start()).is_some_and(|(_, key, _)| is_key(key)))
    };
    let (before, behind) = (&typed[..open], &typed[end..]);
    let said = !before.trim().is_empty() || !behind.trim().is_empty();
    if !said || inner > close || is_file(before) || is_file(behind) || !is_file(&typed[inner..close]) {
        return None;
    }
    // Lines stay where they were, so that all that is told of the others has its number.
    let ends = |text: &str| "\n".repeat(text.matches('\n').count());
    let text = format!("{}{}", ends(&typed[..inner]), &typed[inner..close]);
    let place =
        if before.trim().is_empty() { end..typed.trim_end().len() } else { 0..before.trim_end().len() };
    let message = "a chat has put its own words round the file, which begins and ends at the lines of ```";
    let told = Diagnostic::error(Code::LeftOver, Span::new(source, place), message)
        .hint("Delete all up to the first ```, that line too, and all from the last ``` on");
    let told = told.replace(Span::new(source, 0..inner), "");
    Some((Some(text), told.replace(Span::new(source, close..typed.len()), "")))
}

/// A file all of whose lines were joined.
fn one_line(source: SourceId, typed: &str) -> Option<(Option<String>, Diagnostic)> {
    let keys = [" board:", " sections:", " - heading:", " body:", " contacts:", " - name:"];
    let found = keys.iter().filter(|key| typed.contains(**key)).count();
    let lines = typed.lines().filter(|line| !line.trim().is_empty()).count();
    if lines > 2 || found < 4 {
        return None;
    }
    let line = typed.lines().next().map_or(0, str::len);
    let message = "the line ends of this file were lost: all of it stands in one line";
    let told = Diagnostic::error(Code::NotYaml, Span::new(source, 0..line), message)
        .hint("Copy it once more from where it came, as plain text: each key begins a line of its own");
    Some((None, told))
}
