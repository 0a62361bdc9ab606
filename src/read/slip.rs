//! Slips: what a line of YAML that was mended is, and the parts of a line that cures look at.

use std::sync::LazyLock;

use super::format::{BRIEFING, Keys, Mapping, Value};
use crate::diag::Code;

/// A line put right.
#[derive(Clone, Debug)]
pub(super) struct Mend {
    /// Which line, counted from 0.
    pub line: usize,
    /// The line as it is to be read, without its line end. A carriage return inside, which YAML takes for a line end
    /// too, makes two lines of it.
    pub text: String,
    /// What is wrong with it.
    pub message: &'static str,
    /// The code of the message.
    pub code: Code,
    /// The same of several lines that follow each other, where they are at fault together.
    pub many: Option<&'static str>,
    /// What to do, where the new line is only for reading on and not what is to stand there.
    pub advice: Vec<String>,
}

impl Mend {
    /// A line that is what its writer means, so that it may be put in place of hers.
    pub(super) fn certain(line: usize, text: impl Into<String>, message: &'static str) -> Self {
        Mend { line, text: text.into(), message, code: Code::NotYaml, many: None, advice: Vec::new() }
    }

    /// A line that is left out for reading on.
    pub(super) fn left_out(line: usize, message: &'static str, advice: Vec<String>) -> Self {
        Mend { advice, ..Mend::certain(line, "", message) }
    }
}

/// Keys of a briefing, which tell a line with a slip from words.
static KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut keys = Vec::new();
    gather(&BRIEFING, &mut keys);
    keys
});

fn gather(mapping: &'static Mapping, keys: &mut Vec<&'static str>) {
    let Keys::Table(table) = mapping.keys else { return };
    for key in table {
        keys.push(key.name);
        match key.value {
            Value::Keys(inner) | Value::List(inner, ..) => gather(inner, keys),
            _ => {}
        }
    }
}

/// Whether a word is a key somewhere in a briefing.
pub(crate) fn is_key(word: &str) -> bool {
    KEYS.contains(&word)
}

/// Whether a word is a key of the briefing itself, which begins at the margin.
pub(super) fn is_outer(word: &str) -> bool {
    // Of these names the contacts, the card and the board have keys too.
    BRIEFING.has(word) && !matches!(word, "web" | "title" | "label" | "words")
}

/// Whether the value of a key is words of one line.
pub(super) fn is_line(word: &str) -> bool {
    matches!(
        word,
        "title" | "label" | "section_label" | "name" | "short_name" | "heading" | "purpose" | "hours"
    )
}

/// Whether an entry of a list begins with this key.
pub(super) fn begins_entry(key: &str) -> bool {
    matches!(key, "heading" | "name")
}

/// The hyphen, the key and the value of a line that has a key.
pub(super) fn key_of(words: &str) -> Option<(&str, &str, &str)> {
    let dash = if words.starts_with("- ") { &words[..2] } else { "" };
    let bare = &words[dash.len()..];
    let end = bare.find(':')?;
    let (key, rest) = (&bare[..end], &bare[end + 1..]);
    let good = !key.is_empty()
        && key.trim() == key
        && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    (good && (rest.is_empty() || rest.starts_with(' '))).then_some((dash, key, rest))
}

/// The spaces before the words of a line.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The columns at which lines near this one begin, nearest first, and a step further in.
pub(super) fn depths(lines: &[&str], line: usize) -> Vec<usize> {
    let clean = |text: &&&str| {
        !text.trim().is_empty() && !text.trim_start_matches(' ').starts_with(char::is_whitespace)
    };
    let above = lines[..line].iter().rev().filter(clean).take(8);
    let below = lines[line + 1..].iter().filter(clean).take(4);
    let mut all = Vec::new();
    for text in above.chain(below) {
        let depth = indent(text);
        // The keys of an entry stand two columns behind its hyphen.
        let inner = text[depth..].starts_with("- ").then_some(depth + 2);
        for depth in inner.into_iter().chain([depth, depth + 2]) {
            if !all.contains(&depth) {
                all.push(depth);
            }
        }
    }
    all.truncate(8);
    all
}

/// A text of several lines that a line stands below: the line of its key, and how far its lines are set in.
pub(super) fn text_above(lines: &[&str], line: usize) -> Option<(usize, usize)> {
    for at in (0..line).rev() {
        let words = lines[at].trim_start();
        let Some((dash, key, value)) = key_of(words) else { continue };
        if matches!(value.trim(), "|" | ">" | "|-" | ">-" | "|+" | ">+") {
            let own = indent(lines[at]) + dash.len();
            let first = lines[at + 1..line].iter().find(|text| !text.trim().is_empty());
            return Some((at, first.map_or(own + 2, |text| indent(text).max(own + 1))));
        }
        if is_key(key) {
            return None;
        }
    }
    None
}

/// Where the value of a line begins, if its mended form has the same key at the same place.
pub(super) fn changed_from(typed: &str, mended: &str) -> Option<usize> {
    let (words, new) = (typed.trim_start(), mended.trim_start());
    let ((dash, key, value), (new_dash, new_key, _)) = (key_of(words)?, key_of(new)?);
    let same = dash == new_dash && key == new_key && typed.len() - words.len() == mended.len() - new.len();
    let start = typed.len() - value.trim_start().len();
    (same && start < typed.trim_end().len()).then_some(start)
}
