//! Remarks: takes a value and what stands behind it in its line, gives the words that YAML takes for a remark.

use super::format::{Mapping, Value};
use super::quote::{quoted, shortened};
use super::value::{Entry, Kind};
use crate::diag::{Code, Diagnostic};
use crate::scalar::scalar;
use crate::source::{Sources, Span};

/// Keys beside whose values people write remarks to themselves: only a # right before a word is suspicious there.
const REMARKED: [&str; 7] = ["label", "section_label", "version", "web", "url", "email", "bsl"];

/// Where a remark begins that is written as other languages write them, behind a value without quotes: `// note`,
/// `<!-- note -->`, `/* note */`, and a # without a space before it.
pub(super) fn foreign(value: &str) -> Option<usize> {
    let at = value.char_indices().find_map(|(at, c)| {
        let (before, rest) = (value[..at].chars().next_back()?, &value[at..]);
        let begins = match c {
            '/' => (rest.starts_with("//") || rest.starts_with("/*")) && before.is_whitespace(),
            '<' => rest.starts_with("<!--"),
            '#' => rest.starts_with("# ") && before.is_lowercase() && rest.len() > 2,
            _ => false,
        };
        begins.then_some(at)
    })?;
    let said = |text: &str| text.contains(char::is_alphanumeric);
    (said(&value[..at]) && said(&value[at..])).then_some(at)
}

/// What is said of such a remark behind the value of a key, all of which is `whole`.
pub(super) fn told_foreign(key: &str, whole: &str, at: usize, place: Span) -> Diagnostic {
    let remark = &whole[at..];
    let message = format!(
        "`{}` would be printed: a remark to yourself begins with #, and here it needs a line of its own",
        shortened(remark)
    );
    let words = remark.trim_start_matches(['/', '*', '<', '!', '-', '#', ' ']);
    let words = words.trim_end_matches(['*', '/', '-', '>', ' ']);
    let told = Diagnostic::usual(Code::HashInText, place, message).hint(format!(
        "Write `{key}: {}`, and on a line above it `# {}`",
        shortened(whole[..at].trim_end()),
        shortened(words)
    ));
    match key {
        "title" | "label" | "heading" | "body" | "name" | "purpose" | "hours" => told
            .hint(format!("If it belongs to the text, put all of it in quotes: `{key}: {}`", quoted(whole))),
        _ => told,
    }
}

/// Where such a remark with strokes begins in a line of a text: behind words, and with words of its own.
pub(super) fn slashed(words: &str) -> Option<usize> {
    let at = words.find(" // ")? + 1;
    (words[..at].contains(char::is_alphanumeric) && words[at..].contains(char::is_alphanumeric)).then_some(at)
}

/// Says where words of a text that is printed were taken for a remark.
pub(super) fn check(sources: &Sources, entries: &[Entry], mapping: &Mapping) -> Vec<Diagnostic> {
    let lost = |entry: &Entry| Some(told(entry, lost(sources, entry, mapping)?, sources));
    entries.iter().filter_map(lost).collect()
}

fn told(entry: &Entry, remark: Span, sources: &Sources) -> Diagnostic {
    let text = sources.text(remark);
    let value = match &entry.value.kind {
        Kind::Text(value) => format!("{} {text}", value.trim()),
        _ => text.to_owned(),
    };
    let message = format!("`{}` is left out: a # with a space before it begins a remark", shortened(text));
    let bare = text.trim_start_matches('#');
    if matches!(entry.value.kind, Kind::Nothing) && bare.starts_with(' ') {
        let right = format!("Write `{}: {}`", entry.key, shortened(&scalar(bare.trim())));
        return Diagnostic::usual(Code::HashInText, remark, message).hint(right);
    }
    let whole =
        format!("If it belongs to the text, put all of it in quotes: `{}: {}`", entry.key, quoted(&value));
    let words = text.trim_start_matches(['#', ' ']);
    let apart =
        format!("If it is a remark to yourself, give it a line of its own above: `# {}`", shortened(words));
    Diagnostic::usual(Code::HashInText, remark, message).hint(whole).hint(apart)
}

/// The words behind a value, where they may be meant to be printed.
pub(super) fn lost(sources: &Sources, entry: &Entry, mapping: &Mapping) -> Option<Span> {
    let key = mapping.key(&entry.key)?;
    let printed = matches!(key.value, Value::Line | Value::Phone | Value::Body);
    let remarked = REMARKED.contains(&key.name);
    if !printed && !remarked {
        return None;
    }
    let span = behind(sources, entry)?;
    let words = sources.text(span).trim_start_matches('#');
    let apart = words.trim().is_empty() || remarked && words.starts_with(' ');
    (!apart).then_some(span)
}

/// What stands behind a value without quotes, from its # to the end of the line.
fn behind(sources: &Sources, entry: &Entry) -> Option<Span> {
    let text = sources.get(entry.key_span.source).text();
    let end = match &entry.value.kind {
        Kind::Text(_) if entry.value.span.range().is_empty() => return None,
        Kind::Text(_) if text[entry.value.span.range()].starts_with(['"', '\'']) => return None,
        Kind::Text(_) => entry.value.span.range().end,
        Kind::Nothing => {
            let end = entry.key_span.range().end;
            end + text[end..].find(':')? + 1
        }
        Kind::List(_) | Kind::Map(_) => return None,
    };
    let line = text.get(end..)?.lines().next()?;
    let start = line.len() - line.trim_start().len();
    let found = start > 0 && line[start..].starts_with('#');
    found.then(|| Span::new(entry.key_span.source, end + start..end + line.trim_end().len()))
}
