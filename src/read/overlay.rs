//! Board files: takes the tree of a briefing and of a board's own file, gives the briefing as that board has it.
//!
//! Nodes keep their spans, so a message about a merged value points into the file that holds it.

use super::format::{BOARD_FILE, BRIEFING};
use super::node::{Entry, Kind, Node};
use super::suggest::distance;
use super::take::{Reader, list_of, owner, shortened};
use crate::diag::{Code, Diagnostic};
use crate::scalar::scalar;

/// Lays a board file over a briefing: `contacts` by name, `theme` and `words` by key, everything else as a whole.
///
/// The board is replaced as a whole, so that no board ever shows the logo of another.
pub(super) fn merge(reader: &mut Reader<'_>, base: &mut Node, overlay: Node) {
    let found = overlay.found();
    let place = overlay.span;
    let (Kind::Map(entries), Kind::Map(local)) = (&mut base.kind, overlay.kind) else {
        if found != "keys with values" {
            let message = format!("a board file must be keys with values; found {found}");
            let hint = format!("Write its keys on lines of their own: {}", list_of(&BOARD_FILE.names()));
            reader.error(Code::WrongType, place, message, hint);
        }
        return;
    };
    named(reader, entries, &local);
    for entry in local {
        match entry.key.as_str() {
            key if !BOARD_FILE.has(key) => refuse(reader, &entry),
            "contacts" => merge_contacts(reader, entries, entry),
            "theme" | "words" => merge_keys(entries, entry),
            _ => put(entries, entry),
        }
    }
}

fn refuse(reader: &mut Reader<'_>, entry: &Entry) {
    let message = format!("a board file holds only what is local, not `{}`", shortened(&entry.key));
    let diagnostic = Diagnostic::error(Code::UnknownKey, entry.key_span, message);
    let near = super::suggest::nearest(&entry.key, &BOARD_FILE.names());
    let diagnostic = match (owner(&BRIEFING, &entry.key), near) {
        (Some(owner), _) => {
            diagnostic.hint(format!("Move it below `{owner}:`, and begin it two spaces further in than that"))
        }
        (None, Some(word)) => {
            diagnostic.hint(format!("Did you mean `{word}`?")).replace(entry.key_span, word)
        }
        (None, None) => diagnostic
            .hint(format!("Its keys are {}; write all others in the briefing", list_of(&BOARD_FILE.names()))),
    };
    reader.messages.push(diagnostic);
}

/// Replaces an entry, or adds it.
fn put(entries: &mut Vec<Entry>, entry: Entry) {
    match entries.iter_mut().find(|old| old.key == entry.key) {
        Some(old) => *old = entry,
        None => entries.push(entry),
    }
}

fn merge_keys(entries: &mut Vec<Entry>, entry: Entry) {
    let old = entries.iter_mut().find(|old| old.key == entry.key).map(|old| &mut old.value.kind);
    match (old, entry.value.kind) {
        (Some(Kind::Map(old)), Kind::Map(new)) => new.into_iter().for_each(|key| put(old, key)),
        (Some(_), Kind::Nothing) => {}
        (_, kind) => put(entries, Entry { value: Node { kind, ..entry.value }, ..entry }),
    }
}

fn merge_contacts(reader: &mut Reader<'_>, entries: &mut Vec<Entry>, entry: Entry) {
    let old = entries.iter_mut().find(|old| old.key == entry.key).map(|old| &mut old.value.kind);
    match (old, entry.value.kind) {
        (Some(Kind::List(old)), Kind::List(new)) => {
            new.into_iter().for_each(|contact| merge_contact(reader, old, contact))
        }
        (Some(_), Kind::Nothing) => {}
        (_, kind) => put(entries, Entry { value: Node { kind, ..entry.value }, ..entry }),
    }
}

fn merge_contact(reader: &mut Reader<'_>, old: &mut Vec<Node>, contact: Node) {
    let Some(name) = name_of(&contact) else {
        old.push(contact);
        return;
    };
    let alike = plain(&name);
    if !old.iter().any(|old| name_of(old).is_some_and(|old| plain(&old) == alike))
        && let Some(near) = old.iter().filter_map(name_of).find(|old| is_slip(&plain(old), &alike))
    {
        near_miss(reader, &contact, &name, &near);
        return;
    }
    let mut same = old.iter_mut().filter(|old| name_of(old).is_some_and(|old| plain(&old) == alike));
    let Some(first) = same.next() else {
        old.push(contact);
        return;
    };
    if same.next().is_some() {
        let message =
            format!("two contacts are called `{}`, so it is not clear which is meant", shortened(&name));
        let place = contact.get("name").unwrap_or(&contact).span;
        reader.error(Code::BadValue, place, message, "Give each contact a name of its own");
    }
    if let (Kind::Map(fields), Kind::Map(new)) = (&mut first.kind, contact.kind) {
        new.into_iter().for_each(|field| put(fields, field));
    }
}

/// A name of a contact that is nearly one of the briefing's: added as it stands, both would be printed.
fn near_miss(reader: &mut Reader<'_>, contact: &Node, name: &str, near: &str) {
    let place = contact.get("name").unwrap_or(contact).span;
    let message = format!(
        "`{}` is nearly `{}`, a contact of the briefing, so it is not clear whether that one is meant",
        shortened(name),
        shortened(near)
    );
    let told = Diagnostic::usual(Code::ContactNearMiss, place, message)
        .hint(format!("Write `name: {near}` to change that contact"))
        .hint("If it is another one, give it a name that differs in more than two letters");
    reader.messages.push(told.replace(place, scalar(near)));
}

/// A name without what people do not see as a difference: capitals, kinds and numbers of spaces, kinds of apostrophes.
fn plain(name: &str) -> String {
    let small = name.to_lowercase().replace(['\u{2018}', '\u{2019}'], "'");
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether names differ by one or two letters; names of which only the digits differ are meant to differ.
fn is_slip(a: &str, b: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    a.len().min(b.len()) > 5 && letters(a) != letters(b) && distance(a, b) < 3
}

/// Says that a board's file does not name its board: the pages would name the one of the briefing.
fn named(reader: &mut Reader<'_>, base: &[Entry], local: &[Entry]) {
    // What belongs below the key and stands beside it was told.
    let meant = |entry: &Entry| {
        entry.key.eq_ignore_ascii_case("board") || owner(&BRIEFING, &entry.key) == Some("board")
    };
    let Some(first) = local.first().filter(|_| !local.iter().any(meant)) else {
        return;
    };
    let whose = base.iter().find(|entry| entry.key == "board").and_then(|entry| name_of(&entry.value));
    let Some(whose) = whose else { return };
    let message = format!("this board's file has no `board:`, so its pages name `{}`", shortened(&whose));
    let hint = "Write `board:` and below it, two spaces further in, `name:` and the name of the board";
    reader.messages.push(Diagnostic::usual(Code::BoardUnnamed, first.key_span, message).hint(hint));
}

fn name_of(contact: &Node) -> Option<String> {
    match &contact.get("name")?.kind {
        Kind::Text(name) => Some(name.trim().to_owned()),
        _ => None,
    }
}
