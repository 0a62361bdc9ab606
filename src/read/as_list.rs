//! A list written as keys: takes the entries that were keys, gives the lines of the list that they were meant as.
//!
//! Four ways are understood: keys of the file itself (`section 1:`), names or numbers above the keys of an entry
//! (`Police:` and `phone:` below it), names with one value (`Police: 999`), and the keys of the only entry without its
//! hyphen.

use std::ops::Range;

use super::node::{Entry, Kind};
use super::slip::{self, begins_entry, indent, is_key};
use crate::diag::{Code, Diagnostic};
use crate::scalar::scalar;
use crate::source::{Sources, Span};

/// Entries of the briefing itself that are its sections, each under a key of its own (`section 1:`, `Section 2:`): which of
/// them all they are.
pub(super) fn apart(entries: &[Entry]) -> Option<Range<usize>> {
    let is_section = |entry: &Entry| {
        let counted = entry.key.to_lowercase().strip_prefix("section").map(|rest| {
            let rest = rest.trim_start_matches([' ', '_', '-', '.']);
            COUNTED.contains(&rest) || rest.parse::<u8>().is_ok()
        });
        let keys = match &entry.value.kind {
            Kind::Map(keys) => keys.first().is_some_and(|key| begins_entry(&key.key)),
            _ => false,
        };
        counted == Some(true) && keys
    };
    let first = entries.iter().position(is_section)?;
    let count = entries[first..].iter().take_while(|entry| is_section(entry)).count();
    (count > 1).then_some(first..first + count)
}

/// How people count sections in words.
const COUNTED: [&str; 7] = ["one", "two", "three", "four", "five", "six", "seven"];

/// Says that the sections belong into one list, with that list.
pub(super) fn told_apart(sources: &Sources, apart: &[Entry]) -> Option<Diagnostic> {
    let first = apart.first()?;
    let message = "each section has a key of its own here, and all of them belong into one list";
    let told = Diagnostic::error(Code::UnknownKey, first.key_span, message).hint(
        "Write `sections:` once, and below it each section two spaces further in, with `- ` before its first key",
    );
    let text = sources.get(first.key_span.source).text();
    let start = first.key_span.range().start;
    let ways = Ways { first: "heading", value: "body" };
    let mut starts: Vec<usize> = apart.iter().map(|entry| entry.key_span.range().start).collect();
    let last = *starts.last()?;
    let end = last + text[last..].find('\n')? + 1;
    let end = end + below(&text[end..], 0, 1);
    starts.push(end);
    Some(match entries_of(text, apart, &starts, 2, &ways) {
        Some(list) => {
            let list: String = list.iter().map(|entry| format!("\n  {}", entry.trim_end())).collect();
            told.replace(Span::new(first.key_span.source, start..end), format!("sections:{list}"))
        }
        None => told,
    })
}

/// The line that begins the first entry of a list that was written as keys: `1:` above `heading: Background`.
pub(super) fn inner_line<'s>(sources: &'s Sources, entries: &[Entry], what: &str) -> Option<&'s str> {
    let Kind::Map(inner) = &entries.first()?.value.kind else { return None };
    let first = inner
        .first()
        .filter(|entry| slip::begins_entry(&entry.key) && matches!(what, "sections" | "contacts"))?;
    let text = sources.get(first.key_span.source).text();
    text[first.key_span.range().start..].lines().next().map(str::trim_end)
}

pub(super) fn first_key(entries: &[Entry]) -> String {
    entries.first().map_or_else(String::new, |entry| entry.key.clone())
}

/// The keys of one kind of entry.
struct Ways {
    /// The key that an entry begins with.
    first: &'static str,
    /// The key of its only value.
    value: &'static str,
}

/// Where the lines stand, and the list that comes in their place; `None` where only a person can tell.
pub(super) fn as_list(sources: &Sources, entries: &[Entry], what: &str) -> Option<(Span, String)> {
    let ways = match what {
        "contacts" => Ways { first: "name", value: "phone" },
        "sections" => Ways { first: "heading", value: "body" },
        _ => return None,
    };
    let first = entries.first()?.key_span;
    let text = sources.get(first.source).text();
    let start = first.range().start;
    let outer = start - text[..start].rfind('\n').map_or(0, |end| end + 1);
    let end = below(text, start, outer);
    let mut starts: Vec<usize> = entries.iter().map(|entry| entry.key_span.range().start).collect();
    let each_on_its_line = starts.iter().all(|at| {
        let line = text[..*at].rfind('\n').map_or(0, |end| end + 1);
        at - line == outer && text[line..*at].bytes().all(|byte| byte == b' ')
    });
    if !each_on_its_line || text[start..end].contains('\t') {
        return None;
    }
    let mut list = String::new();
    if entries.iter().all(|entry| is_key(&entry.key)) {
        // The keys of the only entry: `name:` comes first as it is.
        if entries.first().is_none_or(|entry| entry.key != ways.first) {
            return None;
        }
        list.push_str("- ");
        list.push_str(&moved(&text[start..end], outer, outer + 2));
    } else {
        starts.push(end);
        for entry in entries_of(text, entries, &starts, outer, &ways)? {
            list.push_str(&entry);
            list.push('\n');
            list.push_str(&" ".repeat(outer));
        }
    }
    Some((Span::new(first.source, start..end), list.trim_end().to_owned()))
}

/// The entries of the list, each from where its key stood up to the next; `None` where only a person can tell.
fn entries_of(
    text: &str,
    entries: &[Entry],
    starts: &[usize],
    outer: usize,
    ways: &Ways,
) -> Option<Vec<String>> {
    // Mended lines may stand elsewhere than in the order of their keys.
    if !starts.is_sorted() {
        return None;
    }
    let each = entries.iter().zip(starts.windows(2));
    each.map(|(entry, place)| entry_of(entry, text[place[0]..place[1]].trim_end(), outer, ways)).collect()
}

/// An entry of the list; its first line begins where the key stood.
fn entry_of(entry: &Entry, own: &str, outer: usize, ways: &Ways) -> Option<String> {
    let (line, lines) = own.split_once('\n').map_or((own, ""), |(line, lines)| (line, lines));
    let named = !entry.key.bytes().all(|byte| byte.is_ascii_digit());
    let head = format!("- {}: {}", ways.first, scalar(&entry.key));
    let inner = " ".repeat(outer + 2);
    match &entry.value.kind {
        Kind::Map(keys) => {
            let depth = lines.lines().find(|line| !line.trim().is_empty()).map(indent)?;
            let lines = moved(lines, depth, outer + 2);
            let begins = keys.first().is_some_and(|key| begins_entry(&key.key));
            match begins {
                // A number, or a word such as `contact1`, only counted the entry.
                true => Some(format!("- {}", lines.trim_start())),
                false if named && keys.iter().all(|key| is_key(&key.key)) => Some(format!("{head}\n{lines}")),
                false => None,
            }
        }
        Kind::Text(value) if named => {
            let written = line.split_once(':')?.1.trim();
            let digits = value.bytes().filter(u8::is_ascii_digit).count();
            let key = if ways.value == "phone" && digits < 3 { "purpose" } else { ways.value };
            let below = match lines.is_empty() {
                true => String::new(),
                false => {
                    let depth = lines.lines().find(|line| !line.trim().is_empty()).map(indent)?;
                    format!("\n{}", moved(lines, depth, outer + 4))
                }
            };
            Some(format!("{head}\n{inner}{key}: {written}{below}"))
        }
        _ => None,
    }
}

/// Lines set in by another depth; the first of them may have lost its spaces already.
fn moved(lines: &str, from: usize, to: usize) -> String {
    let own = |line: &str| match line.trim().is_empty() {
        true => String::new(),
        false => format!(
            "{}{}",
            " ".repeat((indent(line) + to).saturating_sub(from)),
            line.trim_start_matches(' ')
        ),
    };
    let mut all = lines.lines();
    let first = all.next().unwrap_or("");
    let first = if indent(first) < from { first.to_owned() } else { own(first) };
    std::iter::once(first).chain(all.map(own)).collect::<Vec<_>>().join("\n")
}

/// The byte behind the last line that begins as far in as the first.
fn below(text: &str, start: usize, outer: usize) -> usize {
    let mut end = start;
    let mut at = start;
    for (number, line) in text[start..].split_inclusive('\n').enumerate() {
        let bare = line.trim_end();
        if number > 0 && !bare.is_empty() && indent(line) < outer {
            break;
        }
        if !bare.is_empty() {
            end = at + bare.len();
        }
        at += line.len();
    }
    end
}
