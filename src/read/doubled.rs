//! Doubled marks: takes the lines of a body, gives a warning where an item has a number or letter of its own beside
//! the mark that the page draws.
//!
//! Word hands out a list with its numbers as words, and they come to stand behind the mark of Markdown: `1. 1. Ask`,
//! `- a) Ask`. Both would be printed.

use std::ops::Range;

use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// How many lines a hint shows.
const SHOWN: usize = 4;

/// One message for all such items of a body, with their lines put right.
pub(super) fn told(body: &str, at: impl Fn(Range<usize>) -> Span) -> Option<Diagnostic> {
    let (mut start, mut found) = (0, Vec::new());
    for line in body.split_inclusive('\n') {
        if let Some(double) = doubled(line) {
            found.push((start + double.first.start..start + double.words, double, line.trim_end()));
        }
        start += line.len();
    }
    let (place, first, line) = found.first()?;
    let typed = &line[first.second.clone()];
    let message =
        format!("\u{201c}{typed}\u{201d} stands behind the mark of this item, and both are printed");
    let told = Diagnostic::usual(Code::LeftOver, at(place.clone()), message);
    let told = found.iter().take(SHOWN).fold(told, |told, (_, double, line)| {
        told.hint(format!("Write `{}{}`", double.mark, &line[double.words..]))
    });
    Some(
        found
            .iter()
            .fold(told, |told, (place, double, _)| told.replace(at(place.clone()), double.mark.clone())),
    )
}

/// A line with two marks.
struct Doubled {
    /// Where the first stands in the line.
    first: Range<usize>,
    /// Where the second stands.
    second: Range<usize>,
    /// Where the words begin.
    words: usize,
    /// The mark that is to stand there, with its space.
    mark: String,
}

fn doubled(line: &str) -> Option<Doubled> {
    let indent = line.len() - line.trim_start().len();
    let first = item_mark(&line[indent..])?;
    let second = indent + first + (line[indent + first..].len() - line[indent + first..].trim_start().len());
    if second == indent + first {
        return None;
    }
    let rest = &line[second..];
    let length = item_mark(rest).or_else(|| letter_mark(rest))?;
    let words = second + length + (rest[length..].len() - rest[length..].trim_start().len());
    let own = &line[indent..indent + first];
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit());
    let mark = if numbered { &rest[..length] } else { own };
    (words > second + length && !line[words..].trim().is_empty()).then(|| Doubled {
        first: indent..indent + first,
        second: second..second + length,
        words,
        mark: format!("{mark} "),
    })
}

/// The length of a mark of Markdown at the beginning of a text: `-`, `1.`
fn item_mark(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        0 => text.starts_with(['-', '*', '+']).then_some(1),
        1..3 => text[digits..].starts_with(['.', ')']).then_some(digits + 1),
        _ => None,
    }
}

/// The length of `a)`, `(a)`, `(1)`, `iv.`: a letter or a numeral with a mark behind it.
fn letter_mark(text: &str) -> Option<usize> {
    let open = usize::from(text.starts_with('('));
    let inner = text[open..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let word = &text[open..open + inner];
    let closed = text[open + inner..].starts_with(')') || open == 0 && text[inner..].starts_with('.');
    let letter = inner == 1
        && (open > 0 || text[inner..].starts_with(')') || word.starts_with(|c: char| c.is_ascii_lowercase()));
    let numeral = (1..5).contains(&inner) && word.bytes().all(|byte| b"ivx".contains(&byte));
    (closed && (letter || numeral)).then_some(open + inner + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_marks_are_told_from_one() {
        let right =
            |line: &str| doubled(line).map(|double| format!("{}{}", double.mark, &line[double.words..]));
        for (line, expected) in [
            ("1. 1. Ask", Some("1. Ask")),
            ("- 2. Ask", Some("2. Ask")),
            ("  - a) Ask", Some("- Ask")),
            ("- (iv) Ask", Some("- Ask")),
            ("- - Ask", Some("- Ask")),
            ("- Ask", None),
            ("- 24 hours", None),
            ("- 2.5 million", None),
            ("- A. Smith", None),
            ("- -5 degrees", None),
            ("- I ask", None),
            ("1. Ask", None),
            ("- e.g. a school", None),
        ] {
            assert_eq!(right(line).as_deref(), expected, "{line}");
        }
    }
}
