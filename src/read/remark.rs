//! Remarks: takes a value and what stands behind it in its line, gives the words that YAML takes for a remark.

use super::format::{Mapping, Value};
use super::node::{Entry, Kind};
use super::quote::{quoted, shortened};
use crate::diag::{Code, Diagnostic};
use crate::source::{Sources, Span};

/// Keys beside whose values people write remarks to themselves: only a # right before a word is suspicious there.
const REMARKED: [&str; 7] = ["label", "section_label", "version", "web", "url", "email", "bsl"];

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
