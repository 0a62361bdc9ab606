//! Strays: takes an entry whose words stand under keys that there are not, gives one message with the lines to type.
//!
//! Without it, one slip of a key would be told three times: the key is unknown, another is missing, the text is too.

use super::contact_line::contact_of;
use super::node::{Entry, Kind, Node};
use super::quote::shortened;
use super::take::Reader;
use super::{slip, suggest};
use crate::diag::{Code, Diagnostic};
use crate::scalar::scalar;
use crate::source::Span;

/// Whether a section has its words under other keys than its own; then that is told, and nothing else of it.
pub(super) fn in_section(reader: &mut Reader<'_>, node: &Node) -> bool {
    let Kind::Map(entries) = &node.kind else { return false };
    let told = heading_as_key(reader, entries).or_else(|| list_under_other_key(reader, entries));
    let found = told.is_some();
    reader.messages.extend(told);
    found
}

/// Whether a contact has its name where the key belongs: `- Police: 999`; then that is told, and nothing else of it.
pub(super) fn in_contact(reader: &mut Reader<'_>, node: &Node) -> bool {
    let Kind::Map(entries) = &node.kind else { return false };
    let [Entry { key, key_span, value: Node { kind: Kind::Text(number), .. } }] = &entries[..] else {
        return false;
    };
    if slip::is_key(key)
        || number.bytes().filter(u8::is_ascii_digit).count() < 3
        || !key.starts_with(char::is_uppercase)
    {
        return false;
    }
    let message = format!("`{}` is the name of a contact, and stands where its key belongs", shortened(key));
    let told = Diagnostic::error(Code::UnknownKey, *key_span, message);
    reader.messages.push(told.hint(contact_of(&format!("{key} {number}"))));
    true
}

/// The first of the sections that is a contact, where the line between the two lists is missing.
pub(super) fn contacts_among(reader: &mut Reader<'_>, items: &[Node]) -> Option<usize> {
    let is_contact = |item: &Node| match &item.kind {
        Kind::Map(entries) => {
            entries.first().is_some_and(|first| first.key == "name") && item.get("body").is_none()
        }
        _ => false,
    };
    let at = items.iter().position(is_contact).filter(|at| items[*at..].iter().all(is_contact))?;
    let span = items[at].span;
    let text = reader.sources.get(span.source).text();
    let line = text[..span.range().start].rfind('\n').map_or(0, |at| at + 1);
    let words = text[line..].lines().next().unwrap_or("").trim();
    let message = "the line `contacts:` is missing above this list";
    let place =
        Span::new(span.source, span.range().start..span.range().start + words.len().saturating_sub(2));
    reader.messages.push(
        Diagnostic::error(Code::NotYaml, place, message)
            .hint(format!("Write `contacts:` at the margin, and on the line below `{}`", shortened(words)))
            .replace(Span::new(span.source, line..line), "contacts:\n"),
    );
    Some(at)
}

/// `- Why it matters: They may be in danger.`: the heading stands where the key belongs.
fn heading_as_key(reader: &Reader<'_>, entries: &[Entry]) -> Option<Diagnostic> {
    let first = entries.first()?;
    let has = |key: &str| entries.iter().any(|entry| entry.key == key);
    let own = slip::is_key(&first.key) || suggest::nearest(&first.key, &["heading", "body"]).is_some();
    // Two words or a capital: a heading, and not the name of some other key.
    let words = first.key.contains(' ') || first.key.starts_with(char::is_uppercase);
    if own || !words || has("heading") || entries.len() > 2 {
        return None;
    }
    let heading = scalar(&first.key);
    let message = format!("`{}` is a heading, and stands where its key belongs", shortened(&first.key));
    let told = Diagnostic::error(Code::UnknownKey, first.key_span, message);
    let source = reader.sources.get(first.key_span.source).text();
    let key = first.key_span.range();
    let colon = key.end + source[key.end..].find(':')? + 1;
    let whole = Span::new(first.key_span.source, key.start..colon);
    let line = source[..key.start].rfind('\n').map_or(0, |at| at + 1);
    let below = " ".repeat(key.start - line);
    let typed = format!("Write `- heading: {}`", shortened(&heading));
    Some(match &first.value.kind {
        Kind::Text(text) if !has("body") => told
            .hint(match text.contains('\n') {
                true => format!("{typed}, and on the line below `body: |`"),
                false => format!("{typed}, and on the line below `body: {}`", shortened(&scalar(text))),
            })
            .replace(whole, format!("heading: {heading}\n{below}body:")),
        Kind::Nothing if has("body") => told.hint(typed).replace(whole, format!("heading: {heading}")),
        Kind::Map(_) => told.hint(format!("{typed}, and begin `body:` right below the word `heading`")),
        _ => return None,
    })
}

/// `points:` with a list below it: the words of the text, as a list of YAML.
fn list_under_other_key(reader: &Reader<'_>, entries: &[Entry]) -> Option<Diagnostic> {
    let is_texts = |node: &Node| match &node.kind {
        Kind::List(items) => items.iter().all(|item| matches!(item.kind, Kind::Text(_))),
        _ => false,
    };
    let entry = entries.iter().find(|entry| !slip::is_key(&entry.key) && is_texts(&entry.value))?;
    let message = format!("a section has no key `{}`; its text stands under `body`", shortened(&entry.key));
    let told = Diagnostic::error(Code::UnknownKey, entry.key_span, message);
    if entries.iter().any(|other| other.key == "body") {
        let hint = format!("Put its lines below `body: |`, and delete the line `{}:`", shortened(&entry.key));
        return Some(told.hint(hint));
    }
    let source = reader.sources.get(entry.key_span.source).text();
    let key = entry.key_span.range();
    let colon = key.end + source[key.end..].find(':')? + 1;
    let whole = Span::new(entry.key_span.source, key.start..colon);
    let inside =
        source[colon..].starts_with(['\n', '\r', ' ']) && !source[colon..].trim_start().starts_with('[');
    let told = told.hint("Write `body: |`, with a bar; then the lines below it are the text");
    Some(if inside { told.replace(whole, "body: |") } else { told })
}
