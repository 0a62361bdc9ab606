//! Pairs: takes a text with a bracket or a curly quotation mark, gives one that has no other, and spaces at its wrong side.

use std::ops::Range;

use super::left_piece::{Cure, Piece};

pub(super) const NOT_CLOSED: &str = "opens a bracket that nothing closes";
pub(super) const SQUARE: &str = "opens a square bracket that nothing closes";
pub(super) const NOT_OPENED: &str = "closes a bracket that nothing opens";
pub(super) const INSIDE: &str = "has a space at the inner side of its bracket";
pub(super) const BESIDE: &str = "has no space before its bracket";
pub(super) const TWO_KINDS: &str = "ends what a curly quotation mark began";

const CLOSE: Cure =
    Cure::Advice("Write `)` where the words in brackets end; or delete the bracket, if there are none");
const OPEN: Cure = Cure::Advice("Write `(` where the words in brackets begin; or delete the bracket");

/// Round brackets: each wants another, and words close to it.
pub(super) fn round(text: &str, found: &mut Vec<Piece>) {
    let mut open: Vec<usize> = Vec::new();
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'(' | b')')) {
        let (before, behind) = (&text[..at], &text[at + 1..]);
        if byte == b'(' {
            if !is_face(before) {
                open.push(at);
            }
            if is_stuck(before, behind) {
                let start = word_before(before);
                found.push(instead(start..at + 1, BESIDE, &format!("{} (", &before[start..])));
            }
        } else if let Some(start) = open.pop() {
            let inner = &before[start + 1..];
            let words = inner.trim_matches(' ');
            if words.len() < inner.len() && words.contains(char::is_alphanumeric) {
                found.push(instead(start..at + 1, INSIDE, &format!("({words})")));
            }
        } else if !is_face(before) && !counts(before) {
            found.push(Piece { range: word_before(before)..at + 1, what: NOT_OPENED, cure: OPEN });
        }
    }
    found.extend(open.into_iter().map(|at| {
        let length = text[at..].find(char::is_whitespace).unwrap_or(text.len() - at);
        Piece { range: at..at + length, what: NOT_CLOSED, cure: CLOSE }
    }));
}

fn instead(range: Range<usize>, what: &'static str, right: &str) -> Piece {
    Piece { range, what, cure: Cure::Instead(right.to_owned()) }
}

/// `:(` and `;)` are faces.
fn is_face(before: &str) -> bool {
    before.ends_with([':', ';', '=']) || before.ends_with(":-") || before.ends_with(";-")
}

/// `a)`, `iv)`, `12)`: a bracket that counts.
fn counts(before: &str) -> bool {
    let word = &before[word_before(before)..];
    let bare = word.trim_start_matches('(');
    bare.len() < 5 && bare.chars().all(char::is_alphanumeric)
}

/// Where the word begins that ends here.
fn word_before(before: &str) -> usize {
    before
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + before[space..].chars().next().map_or(1, char::len_utf8))
}

/// `hurt(see the signs)`; in `child(ren)` and `47(1)` the bracket belongs to the word.
fn is_stuck(before: &str, behind: &str) -> bool {
    let inner = behind.find(')').map_or("", |close| &behind[..close]);
    let word = &before[word_before(before)..];
    let plain = word.len() > 2 && word.chars().all(char::is_lowercase);
    plain && inner.contains(' ') && inner.starts_with(char::is_alphabetic)
}

/// A straight mark that ends what a curly one began, and in a value of one line a curly one that nothing ends.
pub(super) fn curly(text: &str, one_line: bool, found: &mut Vec<Piece>) {
    let Some(open) = text.rfind('\u{201c}').filter(|open| !text[*open..].contains('\u{201d}')) else {
        return;
    };
    let mut straight = text[open..].match_indices('"').map(|(at, _)| open + at);
    match (straight.next(), straight.next()) {
        (Some(at), None) => found.push(instead(at..at + 1, TWO_KINDS, "\u{201d}")),
        // Several paragraphs of what somebody said each begin with one, and only the last ends with one.
        (None, _) if one_line => found.push(Piece {
            range: open..open + '\u{201c}'.len_utf8(),
            what: "opens a quotation that nothing closes",
            cure: Cure::Advice("Write \u{201d} where the words that were said end, or delete the mark"),
        }),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_without_another_is_found_and_those_that_count_are_not() {
        for (text, expected) in [
            ("in danger (see the signs. Act", &["(see"][..]),
            ("in danger see the signs). Act", &["signs)"]),
            ("in ( danger ) now", &["( danger )"]),
            ("hurt(see the signs) today", &["hurt("]),
            ("a) ask; b) listen; (iii) tell", &[]),
            ("the child(ren) and section 47(1)(a)", &[]),
            ("the LADO (the designated officer (local authority)) and 12) more", &[]),
            ("a smile :) or none :(", &[]),
        ] {
            let mut found = Vec::new();
            round(text, &mut found);
            let found: Vec<_> = found.into_iter().map(|piece| &text[piece.range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_curly_mark_ends_with_a_curly_one() {
        for (text, one_line, count) in [
            ("They said \u{201c}I am fine\" to us.", false, 1),
            ("\u{201c}I am fine. I said so.", false, 0),
            ("\u{201c}Why it matters", true, 1),
            ("\u{201c}Fine,\u{201d} he said, \u{201c}and you?\u{201d}", false, 0),
        ] {
            let mut found = Vec::new();
            curly(text, one_line, &mut found);
            assert_eq!(found.len(), count, "{text}");
        }
    }
}
