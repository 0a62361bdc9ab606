//! Words that give a left-over away: goes through a text once, gives what they belong to, and which signs stand there.
//!
//! Nearly every word of a briefing is an ordinary one. So a word is first looked for by its first two letters and its
//! length in a table that the compiler makes; only one that may be a key is compared, and only then what stands round
//! it is read.

use super::left_away as away;
use super::left_blanks as blanks;
use super::left_letters as letters;
use super::left_piece::Piece;
use super::left_seen::Seen;
use super::left_typing::{joined, twice};

/// What looks round a word that may give something away.
type Look = fn(Seen<'_>) -> Option<Piece>;

/// The words, in small letters.
const KEYS: [(&str, Look); 89] = [
    ("page", away::page),
    ("pages", away::page),
    ("overleaf", away::overleaf),
    ("over", away::over),
    ("pto", away::pto),
    ("table", away::shown),
    ("chart", away::shown),
    ("diagram", away::shown),
    ("graph", away::shown),
    ("flowchart", away::shown),
    ("infographic", away::shown),
    ("picture", away::shown),
    ("image", away::shown),
    ("photo", away::shown),
    ("video", away::shown),
    ("box", away::shown),
    ("figure", away::shown),
    ("fig", away::shown),
    ("appendix", away::shown),
    ("annex", away::shown),
    ("click", away::click),
    ("tap", away::click),
    ("hover", away::click),
    ("attached", away::attached),
    ("continued", away::continued),
    ("footnote", away::footnote),
    ("slide", away::slide),
    ("qr", away::code),
    ("link", away::link),
    ("regards", letters::farewell),
    ("wishes", letters::farewell),
    ("thanks", letters::farewell),
    ("sincerely", letters::farewell),
    ("faithfully", letters::farewell),
    ("gorau", letters::farewell),
    ("kr", letters::farewell),
    ("dear", letters::greeting),
    ("hi", letters::greeting),
    ("hello", letters::greeting),
    ("re", letters::subject),
    ("fw", letters::subject),
    ("fwd", letters::subject),
    ("subject", letters::subject),
    ("finds", letters::sentence),
    ("attachments", letters::sentence),
    ("solely", letters::sentence),
    ("viruses", letters::sentence),
    ("environment", letters::sentence),
    ("originated", letters::sentence),
    ("message", letters::forwarded),
    ("wrote", letters::wrote),
    ("sent", letters::sent),
    ("browser", letters::browser),
    ("skip", letters::page_words),
    ("print", letters::page_words),
    ("share", letters::page_words),
    ("back", letters::page_words),
    ("accept", letters::page_words),
    ("was", letters::page_words),
    ("read", letters::page_words),
    ("cookies", letters::sentence),
    ("new", letters::new_window),
    ("min", letters::minutes),
    ("sure", letters::chat),
    ("let", letters::chat),
    ("ai", letters::chat),
    ("citeturn", letters::cited),
    ("tbc", blanks::to_come),
    ("tba", blanks::to_come),
    ("tbd", blanks::to_come),
    ("todo", blanks::to_come),
    ("yyyy", blanks::date),
    ("yy", blanks::date),
    ("delete", blanks::delete),
    ("source", blanks::doubt),
    ("ref", blanks::doubt),
    ("check", blanks::doubt),
    ("here", blanks::here),
    ("choose", blanks::field),
    ("lorem", blanks::lorem),
    ("dolor", blanks::lorem),
    ("error", blanks::reference),
    ("mergeformat", blanks::code),
    ("mergefield", blanks::code),
    ("pageref", blanks::code),
    ("msonormal", blanks::code),
    ("docusign", blanks::code),
    ("automatically", blanks::code),
    ("formatted", blanks::code),
];

/// For each pair of first letters, the lengths of the words that begin so, a bit each.
static LENGTHS: [u32; 26 * 26] = lengths();

const fn lengths() -> [u32; 26 * 26] {
    let mut all = [0; 26 * 26];
    let mut at = 0;
    while at < KEYS.len() {
        let word = KEYS[at].0.as_bytes();
        all[pair(word[0], word[1])] |= 1 << word.len();
        at += 1;
    }
    // Of these, words of any length.
    all[pair(b'x', b'x')] = u32::MAX;
    all
}

/// The place of two letters in the table, whatever their size.
const fn pair(first: u8, second: u8) -> usize {
    ((first | 0x20) - b'a') as usize * 26 + ((second | 0x20) - b'a') as usize
}

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
    /// A full stop or a comma.
    const STOP: Signs = Signs(1024);
    /// What ends a sentence or a part of it.
    const ENDS: Signs = Signs(2048);

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
            b'!' => Signs::MARK.0 | Signs::ENDS.0,
            b']' | b'*' | b'=' | b'&' | b'"' | b'^' | b'{' | b'<' => Signs::MARK.0,
            b'#' => Signs::MARK.0 | Signs::MANY.0,
            b':' => Signs::COLON.0,
            b'0'..=b'9' => Signs::FIGURE.0,
            b'?' => Signs::ASKED.0 | Signs::MANY.0 | Signs::ENDS.0,
            b'_' => Signs::MANY.0,
            b'.' => Signs::MANY.0 | Signs::STOP.0 | Signs::ENDS.0,
            b',' => Signs::STOP.0 | Signs::ENDS.0,
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
            if class & Signs::STOP.0 != 0 && at > 0 && matches!(bytes[at - 1], b' ' | b'.') {
                signs |= Signs::LOOSE.0;
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
        if length == last.len()
            && length > 1
            && start == last.end + 1
            && bytes[last.clone()] == bytes[start..at]
        {
            found.extend(twice(Seen { text, start, end: at, one_line }, last.start));
        }
        last = start..at;
        if (2..32).contains(&length) && LENGTHS[pair(bytes[start], bytes[start + 1])] & (1 << length) != 0 {
            let seen = Seen { text, start, end: at, one_line };
            let word = &bytes[start..at];
            let same =
                |(key, _): &&(&str, Look)| key.len() == length && key.as_bytes().eq_ignore_ascii_case(word);
            found.extend(match KEYS.iter().find(same) {
                Some((_, look)) => look(seen),
                None => blanks::letters_x(seen),
            });
        }
    }
    Signs(signs)
}
