//! Slips of the fingers: takes a word of a text, gives a word typed twice, and stops and spaces in the wrong places.

use super::left_piece::{Cure, Piece};
use super::left_seen::Seen;

/// What is said of them, by which they are told from left-overs.
pub(super) const TYPED: [&str; 5] = [TWICE, NO_SPACE, NO_SPACE_COMMA, SPACE, STOPS];

const TWICE: &str = "stands there twice";
const NO_SPACE: &str = "has no space behind the stop in it";
const NO_SPACE_COMMA: &str = "has no space behind the comma in it";
const SPACE: &str = "has a space before its stop or comma";
const STOPS: &str = "ends with two full stops";

/// Words that no sentence has twice in a row; others, such as "had had", may well be meant.
const ONCE: [&str; 22] = [
    "the", "an", "in", "of", "to", "and", "for", "on", "at", "with", "are", "be", "by", "from", "or", "they",
    "we", "you", "this", "as", "but", "their",
];

/// A word that stands right behind the same one: `in in danger`. Which of the two goes is the same, so one goes.
pub(super) fn twice(seen: Seen<'_>, before: usize) -> Option<Piece> {
    let known = ONCE.contains(&seen.word());
    let cure = Cure::Advice("Delete one of the two");
    (known && seen.text[before..seen.start].ends_with(' ')).then_some(Piece {
        range: before..seen.end,
        what: TWICE,
        cure,
    })
}

/// A word right behind a stop or a comma, and the word before it: `danger.Act`, `danger,act`. Names of sites and of
/// files have stops inside, too.
pub(super) fn joined(seen: Seen<'_>) -> Option<Piece> {
    let before = seen.before();
    let sign = before.chars().next_back()?;
    let front = &before[..before.len() - sign.len_utf8()];
    let begin = front.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let end = seen.after().find(char::is_whitespace).map_or(seen.text.len(), |space| seen.end + space);
    let token = seen.text.get(begin..end)?;
    let tail = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    let plain =
        !tail.contains(['/', '@', ':', '_', '#', '\\']) && tail.matches(['.', ',', '!', '?']).count() == 1;
    let word = front[begin..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let letters = word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '\u{2019}' || c == '\'');
    let next = seen.word().as_bytes();
    let capital = next[0].is_ascii_uppercase() && next.get(1).is_some_and(u8::is_ascii_lowercase);
    let good =
        plain && letters && front.ends_with(char::is_lowercase) && (sign == ',' || capital && next.len() > 2);
    let what = if sign == ',' { NO_SPACE_COMMA } else { NO_SPACE };
    let right = || format!("{} {}", &before[begin..], &seen.text[seen.start..end]);
    good.then(|| Piece { range: begin..end, what, cure: Cure::Instead(right()) })
}

/// A stop or a comma that stands alone behind a space, `danger . Act`, and two full stops, `danger.. Act`.
pub(super) fn stops(text: &str, found: &mut Vec<Piece>) {
    for (at, sign) in text.match_indices([',', '.']) {
        let (before, behind) = (&text[..at], &text[at + sign.len()..]);
        let ends = behind.is_empty() || behind.starts_with(' ');
        let word = before.trim_end_matches(' ');
        let spaces = before.len() - word.len();
        if ends
            && spaces == 1
            && !text.starts_with(sign)
            && word.ends_with(char::is_alphabetic)
            && !behind.trim_start().starts_with('.')
        {
            let range = word.len()..at + sign.len();
            found.push(Piece { range, what: SPACE, cure: Cure::Instead(sign.to_owned()) });
        }
        let double = sign == "." && before.ends_with('.') && !before.ends_with("..") && ends;
        if double && before[..before.len() - 1].ends_with(char::is_alphabetic) {
            let range = at - 1..at + 1;
            found.push(Piece { range, what: STOPS, cure: Cure::Instead(".".to_owned()) });
        }
    }
}
