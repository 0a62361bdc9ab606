//! Broken YAML: takes what the parser stumbled over, gives a message that says what to type.

use serde_saphyr::granit_parser::{ErrorKind, ScanError};

use crate::diag::{Code, Diagnostic};
use crate::source::{SourceId, Span};

/// Says in plain words what is wrong where the parser stopped.
pub(super) fn explain(error: &ScanError, source: SourceId, text: &str) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    if let Some(line) = line_without_colon(text, at) {
        let place = Span::new(source, line);
        return Diagnostic::error(Code::NotYaml, place, NO_COLON.0).hint(NO_COLON.1);
    }
    let (message, hint) = words(error.kind(), line_at(text, at));
    let message = Diagnostic::error(Code::NotYaml, place(source, text, at), message).hint(hint);
    match lonely_quote(error.kind(), text, at) {
        Some(line) => message
            .hint(format!("Or a text further up is not closed: line {line} has one quotation mark only")),
        None => message,
    }
}

const NO_COLON: (&str, &str) = (
    "this line has no colon with a space behind it, so it is not clear what the key is",
    "Write `key: text`; or begin the line with two spaces more if it belongs to the text above",
);

/// The line before, where the parser took it for the beginning of a text that goes on over its end.
fn line_without_colon(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let this = text.get(..at)?.rfind('\n')?;
    let start = text[..this].rfind('\n').map_or(0, |newline| newline + 1);
    let (before, here) = (&text[start..this], line_at(text, at));
    let indent = |line: &str| line.len() - line.trim_start().len();
    let words = before.trim();
    let plain = words.starts_with(char::is_alphabetic) && !words.contains(": ") && !words.ends_with(':');
    (plain && here.contains(':') && indent(before) == indent(here))
        .then(|| start + indent(before)..start + before.trim_end().len())
}

/// The nearest line above where a value opens a quotation and never closes it.
fn lonely_quote(kind: &ErrorKind, text: &str, at: usize) -> Option<usize> {
    let quote = match kind {
        ErrorKind::InvalidTrailingDoubleQuotedScalar => '"',
        ErrorKind::InvalidTrailingSingleQuotedScalar => '\'',
        _ => return None,
    };
    let opens = |line: &str| {
        line.split_once(": ").is_some_and(|(_, value)| value.trim_start().starts_with(quote))
            && line.matches(quote).count() == 1
    };
    let line_start = text.get(..at)?.rfind('\n')?;
    let above: Vec<&str> = text[..line_start].lines().collect();
    above.iter().rposition(|line| opens(line)).map(|index| index + 1)
}

/// The character at `at`; behind the last character, the last line that has any.
fn place(source: SourceId, text: &str, at: usize) -> Span {
    let start = at.min(text.trim_end().len());
    let start = (0..=start).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let length = text[start..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    Span::new(source, start..start + length)
}

fn line_at(text: &str, at: usize) -> &str {
    let at = at.min(text.trim_end().len());
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("")
}

fn words(kind: &ErrorKind, line: &str) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart => {
            ("a tab stands at the beginning of a line", "Use spaces instead, two for each step")
        }
        _ if line.trim_start_matches(' ').starts_with('\t') => {
            ("a tab stands at the beginning of this line", "Use spaces instead, two for each step")
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => (
            "a text that begins with a quotation mark never ends",
            "Type the same quotation mark again at the end of the text",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => (
            "words follow a text that was already closed by a quotation mark",
            "Put the whole text in one pair of quotes, and type a quotation mark inside it as \\\"",
        ),
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => (
            "a backslash in double quotes begins a code, and there is none of this name",
            "Type two backslashes, \\\\, or use single quotes",
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => (
            "an opening bracket, `[` or `{`, is never closed",
            "Close it with `]` or `}`, or put the text in quotes if it only begins with a bracket",
        ),
        ErrorKind::RecursionLimitExceeded => (
            "values stand too deep inside each other",
            "A briefing needs four levels at most: take some away",
        ),
        ErrorKind::UnexpectedCharacter { .. } => {
            ("a text cannot begin with this character", "Put the whole text in quotes: \"like this\"")
        }
        _ if line.matches(": ").count() > 1 || line.trim_end().ends_with(':') && line.contains(": ") => (
            "this line has two colons, so it is not clear what the key is",
            "Put the text in quotes: `title: \"Worried: who to call\"`",
        ),
        ErrorKind::SimpleKeyExpected if !line.contains(':') => NO_COLON,
        ErrorKind::InvalidIndentation => (
            "this line begins at another column than its neighbours",
            "Begin keys that belong together at the same column; only spaces count",
        ),
        _ => (
            "the lines here are not arranged as keys with values",
            "Begin keys that belong together at the same column, and write `key: text` with a space after the colon",
        ),
    }
}
