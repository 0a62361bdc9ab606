//! Marks at every line: takes a text each line of which something was put before or behind, gives it without.
//!
//! Mail programs put a > before each line of another mail, web pages a number, and lists of changes a +. A file of them
//! is read as what it was, and told once: line by line, each would be a key that there is not.

use super::slip::{is_key, key_of};
use crate::diag::{Code, Diagnostic};
use crate::source::{SourceId, Span};

/// A way in which lines are marked.
struct Way {
    /// How many bytes of a line are the mark, which stands at its beginning; the second number is counted from its end.
    mark: fn(&str, usize) -> (usize, usize),
    message: &'static str,
}

const WAYS: [Way; 4] = [
    Way {
        mark: |line, _| (if line.starts_with("> ") { 2 } else { usize::from(line == ">") }, 0),
        message: "every line of this file begins with >, as a mail program marks the text of another mail",
    },
    Way {
        mark: |line, _| (usize::from(line.starts_with('+')), 0),
        message: "every line of this file begins with +, as a list of changes marks new lines",
    },
    Way {
        mark: |line, number| (numbered(line, number), 0),
        message: "every line of this file begins with its number, which belongs to the page it was copied from",
    },
    Way {
        mark: |line, _| (0, usize::from(line.trim_end().ends_with(';'))),
        message: "the lines of this file end with a semicolon, and no value does",
    },
];

/// The length of the number of a line with the space behind it.
fn numbered(line: &str, number: usize) -> usize {
    let text = number.to_string();
    let start = line.len() - line.trim_start().len();
    match line[start..].strip_prefix(text.as_str()) {
        Some(rest) => start + text.len() + usize::from(rest.starts_with([' ', '\t', '.', ':', '|'])),
        None => 0,
    }
}

/// The text without such marks, and what is said of them.
pub(super) fn stripped(source: SourceId, typed: &str) -> Option<(String, Diagnostic)> {
    // Nearly every file has none, which its first lines show.
    let begins = |way: &&Way| {
        let first = typed.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()).take(3);
        first.into_iter().any(|(line, number)| (way.mark)(line.trim_end(), number) != (0, 0))
    };
    let way = WAYS.iter().filter(begins).find(|way| is_marked(typed, way))?;
    let (mut text, mut start, mut told) = (String::with_capacity(typed.len()), 0, None);
    for (line, number) in typed.split_inclusive('\n').zip(1..) {
        let bare = line.trim_end_matches(['\n', '\r']);
        let words = bare.trim_end();
        let (before, behind) = (way.mark)(words, number);
        let place = match behind {
            0 => start..start + before,
            _ => start + words.len() - behind..start + words.len(),
        };
        if before + behind > 0 {
            let place = Span::new(source, place);
            let first = || {
                Diagnostic::error(Code::LeftOver, place, way.message).hint(format!(
                    "Write `{}`, and the others in the same way; or type `briefpress fix`",
                    words[before..words.len() - behind].trim_start()
                ))
            };
            told = Some(told.unwrap_or_else(first).replace(place, ""));
        }
        text.push_str(&words[before..words.len() - behind]);
        text.push_str(&line[words.len()..]);
        start += line.len();
    }
    Some((text, told?))
}

/// Whether nearly all lines with a key are marked, and are lines of a briefing without their marks.
fn is_marked(typed: &str, way: &Way) -> bool {
    let (mut keys, mut marked) = (0, 0);
    for (line, number) in typed.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        let bare = line.trim_end();
        let (before, behind) = (way.mark)(bare, number);
        let words = bare[before..bare.len() - behind].trim_start();
        let known =
            key_of(words).is_some_and(|(_, key, value)| is_key(key) && (behind == 0 || !value.is_empty()));
        let opens = words.ends_with(':') || words.ends_with('|');
        if known && !(opens && way.message.contains("semicolon")) {
            keys += 1;
            marked += usize::from(before + behind > 0);
        }
    }
    // One line may have lost its mark where the copy began.
    keys > 4 && marked + 1 >= keys && marked > keys / 2
}
