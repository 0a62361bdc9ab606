//! Cures: each message of a one-mistake file is taken at its word, and what it says to type must be the end of it.
//!
//! What a message carries as data is put in; where it carries none, its first advice is followed as a person would
//! follow it. Then the file is read again: the message is gone, and no other has come.

use std::fs;
use std::path::Path;

use briefpress::diag::{Code, Diagnostic, Place};
use briefpress::edit;
use briefpress::source::{Sources, Span};

use crate::{slips, suite};

#[test]
fn every_cure_ends_its_message_and_brings_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/slips");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the suite is there")
        .map(|entry| entry.expect("listed").path())
        .collect();
    paths.sort();
    let (mut followed, mut wrong) = (0, Vec::new());
    for path in paths {
        let text = fs::read_to_string(&path).expect("it can be read");
        let input = suite::split(&text).1;
        let (briefing, board) = slips::texts(input);
        let (before, sources) = slips::told_of(&briefing, board.as_deref(), &[]);
        for message in &before {
            let Some((name, cured)) = cured(message, &sources) else { continue };
            followed += 1;
            let (after, _) = match name.as_str() {
                "board.yaml" => slips::told_of(&briefing, Some(&cured), &[]),
                _ => slips::told_of(cured.as_bytes(), board.as_deref(), &[]),
            };
            // Each message is there as often as before, the cured one once less; what is drawn in other shades than
            // the board's, or stands in an example, is only a note.
            let count =
                |all: &[Diagnostic], one: &Diagnostic| all.iter().filter(|told| same(told, one)).count();
            let more = |one: &Diagnostic| {
                let cured = usize::from(same(one, message));
                count(&after, one) + cured > count(&before, one) && !EXPECTED.contains(&one.code)
            };
            let new: Vec<_> = after.iter().filter(|one| more(one)).collect();
            if !new.is_empty() {
                let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let left = new.iter().map(|one| format!("\n  after: {} {:?}", one.message, one.hints));
                wrong.push(format!(
                    "{file}: {} {:?}{}",
                    message.message,
                    message.hints,
                    left.collect::<String>()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {followed} cures are none:\n{}", wrong.len(), wrong.join("\n"));
    assert!(followed > 400, "only {followed} cures were followed");
}

/// Whether two messages say the same; a file put right has its lines at other places.
fn same(one: &Diagnostic, other: &Diagnostic) -> bool {
    (one.code, &one.message) == (other.code, &other.message)
}

/// The name and the text of the file at fault with the cure of a message; `None` where only a person can tell.
fn cured(message: &Diagnostic, sources: &Sources) -> Option<(String, String)> {
    let Place::At(place) = &message.place else { return None };
    let source = sources.get(place.source);
    let text = match message.fix.is_empty() {
        false => edit::apply(source.text(), &message.fix).ok()?,
        true => followed(source.text(), *place, message)?,
    };
    Some((source.name().to_owned(), text))
}

/// Codes of what a cure may leave to say: an example is no heading of hers, and a colour is drawn in other shades.
const EXPECTED: [Code; 4] =
    [Code::Contrast, Code::HeadingRepeats, Code::ContactNoEmergency, Code::ContactUnverified];

/// Codes of what is not there: the line that is to be typed comes as a new one.
const MISSING: [Code; 4] =
    [Code::MissingKey, Code::SectionEmpty, Code::ReviewMissing, Code::ContactNoEmergency];

/// A text with an advice followed to the letter; `None` where it asks for words that only a person has.
fn followed(text: &str, place: Span, message: &Diagnostic) -> Option<String> {
    let advice = message.hints.first().filter(|advice| !advice.contains("the others"))?;
    let range = place.range();
    let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[range.start..].find('\n').map_or(text.len(), |at| range.start + at);
    let line = &text[line_start..line_end];
    let put = |from: usize, to: usize, words: &str| Some(format!("{}{words}{}", &text[..from], &text[to..]));
    match advice.as_str() {
        "Delete it" => return put(range.start, range.end, ""),
        "Delete the line" => return put(line_start, (line_end + 1).min(text.len()), ""),
        _ => {}
    }
    if let Some(key) = advice.strip_prefix("Did you mean `").and_then(|rest| rest.strip_suffix("`?")) {
        return put(range.start, range.end, key);
    }
    let typed = advice.strip_prefix("Write ")?.split("; or ").next()?.split(", or ").next()?;
    let typed = typed.split_once("such as ").map_or(typed, |(_, example)| example);
    if typed.contains("two spaces in place of") {
        return put(range.start - 2, range.start, "  ");
    }
    let quoted: Vec<&str> = typed.split('`').skip(1).step_by(2).collect();
    let plain = typed.split(", and ").next()?;
    let first = *quoted.first().filter(|_| typed.starts_with('`')).unwrap_or(&plain);
    let asks = |words: &&str| words.ends_with(':') || key_of(words).is_none() && !words.starts_with("# ");
    let hers = ["the text", "and the day", "the address of"].iter().any(|words| typed.contains(words));
    if quoted.iter().skip(1).any(asks) || hers || message.code == Code::DateAbsurd {
        return None;
    }
    let Some((key, value)) = key_of(first) else {
        // Words in the place of words; what is said in other words than hers is for a person.
        let told = typed.starts_with('`') || typed.contains(' ');
        return if told { None } else { put(range.start, range.end, typed) };
    };
    let words = line.trim_start();
    let own = key_of(words).map(|(own, _)| own);
    // Among keys in braces only the value has a place of its own.
    if line.contains('{') && own != Some(key) {
        return put(range.start, range.end, value.trim());
    }
    let indent = line.len() - words.len();
    // The keys of an entry stand behind its hyphen.
    let inner = indent + if words.starts_with("- ") { 2 } else { 0 };
    if MISSING.contains(&message.code) && own != Some(key) {
        let below = quoted.iter().skip(1).map(|below| format!("\n{}{below}", " ".repeat(inner + 2)));
        return put(
            line_end,
            line_end,
            &format!("\n{}{first}{}", " ".repeat(inner), below.collect::<String>()),
        );
    }
    // What stands below a key in place of its value begins at that key.
    let is_below = message.code == Code::WrongType && own != Some(key) && !first.starts_with("- ");
    let above = text[..line_start].rfind(&format!("{key}:")).filter(|_| is_below || line.trim() == "-");
    let line_start = match above {
        Some(at) => text[..at].rfind('\n').map_or(0, |start| start + 1),
        None => line_start,
    };
    let indent = text[line_start..].len() - text[line_start..].trim_start_matches(' ').len();
    // A line in the place of a line; its hyphen stays, and what follows stands below its key.
    let hyphened = text[line_start + indent..].starts_with("- ") && !first.starts_with("- ");
    let depth = typed.split_once("with ").and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
    let mut depth: usize = depth.unwrap_or(indent);
    let mut lines = format!("{}{}{first}", " ".repeat(depth), if hyphened { "- " } else { "" });
    for below in quoted.iter().skip(1) {
        let last = lines.lines().last().unwrap_or("");
        match below.strip_prefix('#') {
            Some(_) => lines = format!("{below}\n{lines}"),
            None => {
                let opens = last.ends_with([':', '|']);
                let entry = last.trim_start().starts_with("- ");
                depth += 2 * usize::from(opens) + 2 * usize::from(entry);
                lines.push_str(&format!("\n{}{below}", " ".repeat(depth)));
            }
        }
    }
    put(line_start, line_end, &lines)
}

/// The key and the value of a line, whether or not a hyphen stands before it.
fn key_of(words: &str) -> Option<(&str, &str)> {
    let (key, value) = words.trim_start_matches("- ").split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    (is_key && (value.is_empty() || value.starts_with(' '))).then_some((key, value))
}
