//! Words that give a left-over away: goes through a text once, gives what they belong to, and which signs stand there.

use super::left_blanks as blanks;
use super::left_keys::{look, may_be};
use super::left_piece::Piece;
use super::left_seen::Seen;
use super::left_typing::{capitals, joined, lettered, spaced, twice};

/// Signs that stand in a text, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u16);

impl Signs {
    /// A sign that most texts have none of: `[ ] * = & ! " \ ^ { < ' #`.
    pub(super) const MARK: Signs = Signs(1);
    /// A colon or a backslash.
    pub(super) const COLON: Signs = Signs(2);
    /// A figure.
    pub(super) const FIGURE: Signs = Signs(4);
    /// A letter or a sign outside ASCII.
    pub(super) const FOREIGN: Signs = Signs(8);
    /// A question mark.
    pub(super) const ASKED: Signs = Signs(16);
    /// Three lines, full stops, question marks or # in a row.
    pub(super) const REPEATED: Signs = Signs(32);
    /// A bracket, an apostrophe or a backslash.
    pub(super) const BRACKET: Signs = Signs(64);
    /// What may be repeated.
    const MANY: Signs = Signs(128);
    /// An ASCII letter.
    const LETTER: Signs = Signs(256);
    /// A stop or a comma that stands behind a space or another stop.
    pub(super) const LOOSE: Signs = Signs(512);
    /// What ends a sentence or a part of it.
    const ENDS: Signs = Signs(1024);
    /// A round bracket.
    pub(super) const ROUND: Signs = Signs(2048);
    /// A hyphen behind a letter and before a space.
    pub(super) const DASH: Signs = Signs(4096);

    /// Whether one of these is there.
    pub(super) const fn has(self, signs: Signs) -> bool {
        self.0 & signs.0 != 0
    }
}

static CLASSES: [u16; 256] = classes();

const fn classes() -> [u16; 256] {
    let mut all = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        all[byte] = match byte as u8 {
            b'[' | b'\'' => Signs::MARK.0 | Signs::BRACKET.0,
            b'\\' => Signs::MARK.0 | Signs::BRACKET.0 | Signs::COLON.0,
            b'!' => Signs::MARK.0 | Signs::MANY.0 | Signs::ENDS.0,
            b'(' | b')' => Signs::ROUND.0,
            b']' | b'*' | b'=' | b'&' | b'"' | b'^' | b'{' | b'<' => Signs::MARK.0,
            b'#' => Signs::MARK.0 | Signs::MANY.0,
            b':' => Signs::COLON.0,
            b'0'..=b'9' => Signs::FIGURE.0,
            b'?' => Signs::ASKED.0 | Signs::MANY.0 | Signs::ENDS.0,
            b'_' => Signs::MANY.0,
            b'.' => Signs::MANY.0 | Signs::ENDS.0,
            b',' => Signs::ENDS.0,
            b'a'..=b'z' | b'A'..=b'Z' => Signs::LETTER.0,
            128.. => Signs::FOREIGN.0,
            _ => 0,
        };
        byte += 1;
    }
    all
}

/// Goes through a text once: what its words give away is added, and the signs in it are given.
pub(super) fn given_away(text: &str, one_line: bool, found: &mut Vec<Piece>) -> Signs {
    let bytes = text.as_bytes();
    let (mut signs, mut at) = (0, 0);
    let mut last = 0..0;
    while at < bytes.len() {
        let class = CLASSES[usize::from(bytes[at])];
        if class & Signs::LETTER.0 == 0 {
            signs |= class;
            // A stop or a comma behind a space, or a second one.
            if class & Signs::ENDS.0 != 0 && at > 0 && matches!(bytes[at - 1], b' ' | b'.' | b',') {
                signs |= Signs::LOOSE.0;
            }
            if bytes[at] == b'-' && at == last.end && bytes.get(at + 1) == Some(&b' ') {
                signs |= Signs::DASH.0;
            }
            if class & Signs::MANY.0 != 0 && at > 1 && bytes[at - 2..at] == [bytes[at]; 2] {
                signs |= Signs::REPEATED.0;
            }
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && CLASSES[usize::from(bytes[at])] & Signs::LETTER.0 != 0 {
            at += 1;
        }
        let length = at - start;
        if start > 0 && CLASSES[usize::from(bytes[start - 1])] & Signs::ENDS.0 != 0 {
            found.extend(joined(Seen { text, start, end: at, one_line }));
        }
        if start > 1
            && matches!(bytes[start - 1], b'0' | b'1')
            && start - 1 == last.end
            && last.start < last.end
        {
            found.extend(lettered(Seen { text, start, end: at, one_line }));
        }
        if length > 3 && bytes[start + 1].is_ascii_uppercase() && bytes[start].is_ascii_uppercase() {
            found.extend(capitals(Seen { text, start, end: at, one_line }));
        }
        if length == 1 && last.len() == 1 && start == last.end + 1 {
            found.extend(spaced(Seen { text, start, end: at, one_line }));
        }
        if length == last.len()
            && length > 1
            && start == last.end + 1
            && bytes[last.clone()] == bytes[start..at]
        {
            found.extend(twice(Seen { text, start, end: at, one_line }, last.start));
        }
        last = start..at;
        if length > 1 && may_be(&bytes[start..at]) {
            let seen = Seen { text, start, end: at, one_line };
            found.extend(match look(&bytes[start..at]) {
                Some(look) => look(seen),
                None => blanks::letters_x(seen),
            });
        }
    }
    Signs(signs)
}
