//! A number with other words in its value: takes a contact and its source, gives the lines that part them, as data.

use super::before::words_before;
use super::behind::{key_of, words_behind};
use crate::address::parts;
use crate::diag::{Diagnostic, Replacement};
use crate::model::{Contact, Spanned};
use crate::scalar::scalar;
use crate::source::{Sources, Span};

/// The message about words behind a number, with the lines that put them under the key that they belong to. Words that
/// stand under that key already are kept, and the others go behind them.
pub(super) fn behind(
    told: Diagnostic,
    contact: &Contact,
    number: &Spanned<String>,
    sources: &Sources,
) -> Diagnostic {
    let behind = parts(&number.value).filter(|parts| parts.before.is_empty());
    let found = behind.map(|parts| (words_behind(parts.behind), parts.number));
    let cured = found.or_else(|| words_before(&number.value)).and_then(|(words, digits)| {
        let (digits, key) = (scalar(digits), key_of(words));
        let Some(there) = contact.value(key) else {
            let line = format!("{key}: {}", scalar(words));
            return Some((vec![below(sources, number.span, "phone", &digits, &line)?], None));
        };
        let both = scalar(&format!("{}, {words}", there.value));
        let hint = format!("Write `phone: {digits}`, and `{key}: {both}`");
        let parts = [(number.span, digits), (there.span, both)];
        Some((parts.map(|(span, text)| Replacement { span, text }).to_vec(), Some(hint)))
    });
    let Some((parts, hint)) = cured else { return told };
    let told = match hint {
        Some(hint) => Diagnostic { hints: vec![hint], ..told },
        None => told,
    };
    parts.into_iter().fold(told, |told, part| told.replace(part.span, part.text))
}

/// The message about a number in a name, with the number on a line of its own.
pub(super) fn in_name(
    told: Diagnostic,
    name: &Spanned<String>,
    (before, number): (&str, &str),
    sources: &Sources,
) -> Diagnostic {
    let line = format!("phone: {}", scalar(number));
    match below(sources, name.span, "name", &scalar(before), &line) {
        Some(part) => told.replace(part.span, part.text),
        None => told,
    }
}

/// A value with a further line of the same contact below it; `None` where its keys do not stand on lines of their own.
fn below(sources: &Sources, span: Span, key: &str, value: &str, line: &str) -> Option<Replacement> {
    let text = sources.get(span.source).text();
    let range = span.range();
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let before = text[start..range.start].trim_end().strip_suffix(':')?.strip_suffix(key)?;
    let alone = before.bytes().all(|byte| matches!(byte, b' ' | b'-'));
    alone.then(|| Replacement { span, text: format!("{value}\n{}{line}", " ".repeat(before.len())) })
}
