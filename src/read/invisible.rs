//! What nobody sees: takes the text of a source, gives a note of its invisible characters, and texts without them.
//!
//! Pasted text brings soft hyphens, zero-width spaces and byte order marks along. They are no part of a word, so they
//! are left out; controls that turn a line round are refused, for with them another number is printed than was typed.

use std::borrow::Cow;

use crate::address::space::{beyond_ascii, is_at_work, is_invisible, is_turning, runs_left};
use crate::diag::{Code, Diagnostic};
use crate::source::{SourceId, Sources, Span};

/// More of them are not marked one by one.
const MOST_MARKED: usize = 200;

/// Says which characters of a source nobody sees.
pub(super) fn check(sources: &Sources, source: SourceId, out: &mut Vec<Diagnostic>) {
    let text = sources.get(source).text();
    let place = |(at, c): (usize, char)| Span::new(source, at..at + c.len_utf8());
    let turning: Vec<_> = beyond_ascii(text).filter(|(_, c)| is_turning(*c)).collect();
    if let Some(first) = turning.first() {
        let message = format!(
            "an invisible control, U+{:04X}, turns the words behind it round{}",
            u32::from(first.1),
            further(turning.len())
        );
        let mut told = Diagnostic::usual(Code::TurningCharacter, place(*first), message).hint(
            "Delete it: with it, the digits of a number are printed in another order than they stand here",
        );
        for at in turning.iter().take(MOST_MARKED) {
            told = told.replace(place(*at), "");
        }
        out.push(told);
    }
    // The selector behind an emoji goes with it, and that no font has it is told.
    let of_emoji = |at: usize, c: char| {
        let before = text[..at].chars().next_back();
        matches!(c, '\u{fe0e}' | '\u{fe0f}') && before.is_some_and(|c| c >= '\u{2100}' || c.is_ascii_digit())
    };
    let seen = |(at, c): &(usize, char)| !in_remark(text, *at) && !of_emoji(*at, *c);
    let idle: Vec<_> = idle(text).filter(seen).collect();
    if let Some(first) = idle.first() {
        let message = format!(
            "an invisible character stands here, {}{}; it is left out",
            name(first.1),
            further(idle.len())
        );
        let mut told = Diagnostic::usual(Code::InvisibleCharacter, place(*first), message)
            .hint("Nothing has to change; to be rid of them, type the word again, or `briefpress fix`");
        for at in idle.iter().take(MOST_MARKED) {
            told = told.replace(place(*at), "");
        }
        out.push(told);
    }
}

/// A text without the characters that nobody sees.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !beyond_ascii(text).any(|(_, c)| is_invisible(c)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (at, c) in idle(text) {
        kept.push_str(&text[from..at]);
        from = at + c.len_utf8();
    }
    kept.push_str(&text[from..]);
    Cow::Owned(kept)
}

/// Invisible characters that do nothing where they stand.
fn idle(text: &str) -> impl Iterator<Item = (usize, char)> {
    let turned = runs_left(text);
    beyond_ascii(text).filter(move |(at, c)| {
        is_invisible(*c) && {
            let before = text[..*at].chars().next_back();
            let after = text[at + c.len_utf8()..].chars().next();
            !is_at_work(*c, before, after, turned)
        }
    })
}

/// Whether the line is one of the writer's remarks.
fn in_remark(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[start..at].trim_start().starts_with('#')
}

fn further(all: usize) -> String {
    match all {
        0 | 1 => String::new(),
        2 => ", and another further on".to_owned(),
        all => format!(", and {} more further on", all - 1),
    }
}

fn name(c: char) -> String {
    let name = match c {
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' | '\u{200d}' => "a joiner",
        '\u{200e}' | '\u{200f}' | '\u{61c}' => "a direction mark",
        '\u{feff}' => "a byte order mark",
        '\u{2060}' => "a word joiner",
        '\u{fe0e}' | '\u{fe0f}' => "a selector of emoji",
        _ => return format!("U+{:04X}", u32::from(c)),
    };
    format!("{name} (U+{:04X})", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_nothing_is_left_out_and_what_joins_letters_stays() {
        for (text, seen) in [
            ("safe\u{ad}guarding", "safeguarding"),
            ("\u{feff}0808\u{200b} 800 5000\u{200e}", "0808 800 5000"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("سلام \u{200f}(1)", "سلام \u{200f}(1)"),
            ("a\u{200d}b", "ab"),
            ("plain", "plain"),
            ("\u{200b}", ""),
        ] {
            assert_eq!(visible(text), seen, "{text:?}");
        }
    }
}
