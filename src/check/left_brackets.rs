//! Brackets that were left over: takes a text, gives what programs put between brackets, and what was to be filled in.

use super::left_blanks::own_words;
use super::left_pairs::SQUARE;
use super::left_piece::{COPIED, Cure, OWN_WORDS, Piece, TO_COME};

/// How a bracket begins that a program put there, in small letters.
const COPIED_IN: [&str; 14] = [
    "[deleted:",
    "[image",
    "[bookmark:",
    "[cid:",
    "[if !",
    "[endif]",
    "[picture",
    "[caption",
    "[/caption]",
    "[citation needed]",
    "[embed",
    "[vc_",
    "[/vc_",
    "[^",
];

/// How one begins that a mail program put before a text or its subject.
const MAILED: [&str; 4] = ["[external]", "[external email", "[ext]", "[caution"];

/// How one begins that asks for words.
const ASKING: [&str; 6] = ["[insert ", "[enter ", "[add ", "[your ", "[todo", "[tbc"];

/// Whether a text begins so, in letters of any size.
fn begins(text: &str, way: &str) -> bool {
    text.as_bytes().get(..way.len()).is_some_and(|own| own.eq_ignore_ascii_case(way.as_bytes()))
}

/// What stands in square brackets where something is to be filled in, and what chats and mails put into them.
pub(super) fn brackets(text: &str, one_line: bool, found: &mut Vec<Piece>) {
    for (at, _) in text.match_indices('[') {
        let rest = &text[at..];
        let close = rest.find(']');
        if let Some(way) = COPIED_IN.iter().chain(&MAILED).find(|way| begins(rest, way)) {
            let range = at..at + close.map_or(way.len(), |close| close + 1);
            found.push(Piece { range, what: COPIED, cure: Cure::Cut });
            continue;
        }
        if let Some(way) = ASKING.iter().find(|way| begins(rest, way)) {
            let range = at..at + close.map_or(way.len(), |close| close + 1);
            found.push(Piece { range, what: TO_COME, cure: OWN_WORDS });
            continue;
        }
        let Some(close) = close else {
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let cure = Cure::Advice("Write `]` where the words in brackets end, or delete the bracket");
            found.push(Piece { range: at..at + length, what: SQUARE, cure });
            continue;
        };
        let (inner, range) = (&rest[1..close], at..at + close + 1);
        if text[range.end..].starts_with(['(', '{', '[']) {
            continue;
        }
        let whole = one_line && range.start == 0 && range.end == text.len();
        if is_time(inner) {
            let what = "is the time of a message that was copied";
            found.push(Piece { range, what, cure: Cure::Cut });
        } else if whole && inner.contains(char::is_alphabetic) || stands_for(inner) && !is_quoted(&text[..at])
        {
            found.push(Piece { range, what: TO_COME, cure: OWN_WORDS });
        }
    }
}

/// `09:14`, `12/11/2026, 09:14`.
fn is_time(inner: &str) -> bool {
    let signs = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'/' | b':' | b',' | b' ' | b'.');
    (4..24).contains(&inner.len()) && inner.contains(':') && inner.bytes().all(signs)
}

/// Words that stand in brackets only where others are to come in their place.
const STANDS: [&str; 33] = [
    "name",
    "title",
    "heading",
    "date",
    "number",
    "email",
    "e-mail",
    "phone",
    "telephone",
    "organisation",
    "address",
    "role",
    "link",
    "url",
    "website",
    "local",
    "team",
    "lead",
    "council",
    "area",
    "amount",
    "text",
    "logo",
    "contact",
    "job",
    "board",
    "details",
    "check",
    "placeholder",
    "service",
    "agency",
    "xx",
    "xxx",
];

/// What says that something was taken out on purpose.
const MEANT: [&str; 6] = ["withheld", "changed", "redacted", "removed", "omitted", "anonymised"];

fn stands_for(inner: &str) -> bool {
    let first = inner.split([' ', '/', '(', ',']).next().unwrap_or("");
    let known = STANDS.iter().any(|word| word.eq_ignore_ascii_case(first));
    let meant =
        inner.split_whitespace().any(|word| MEANT.iter().any(|known| known.eq_ignore_ascii_case(word)));
    // `[MASH number]`, `[xxxx]`
    const LAST: [&str; 9] = ["number", "name", "address", "email", "link", "details", "date", "here", "tbc"];
    let last = inner.rsplit(' ').next().unwrap_or("");
    let named = inner.contains(' ') && LAST.iter().any(|word| word.eq_ignore_ascii_case(last));
    let crossed = inner.len() > 1 && inner.bytes().all(|byte| matches!(byte, b'x' | b'X'));
    (known || named || crossed) && !meant && inner.len() < 60
}

/// Whether a text ends inside a quotation: in what somebody is to say, a bracket is where she says a name.
fn is_quoted(before: &str) -> bool {
    let open = before.matches(['\u{201c}', '\u{2018}']).count();
    let closed = before.matches(['\u{201d}', '\u{2019}']).count();
    open > closed || before.matches('"').count() % 2 == 1
}

/// Braces of a program that was to fill them, `{{name}}`, and codes of sheets that could not be counted, `#REF!`.
pub(super) fn coded(text: &str, found: &mut Vec<Piece>) {
    for (at, open) in text.match_indices("{{") {
        if let Some(length) = text[at..].find("}}") {
            found.extend(own_words(at..at + length + open.len()));
        }
    }
    for (at, _) in text.match_indices("${") {
        if let Some(length) = text[at..].find('}') {
            found.extend(own_words(at..at + length + 1));
        }
    }
    const SHEET: [&str; 8] = ["#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!"];
    for (at, _) in text.match_indices('#') {
        if let Some(code) = SHEET.iter().find(|code| text[at..].starts_with(**code)) {
            let cure = Cure::Advice("Look in the sheet for what was to stand there, and write it");
            let what = "is the mistake of a sheet of Excel";
            found.push(Piece { range: at..at + code.len(), what, cure });
        }
    }
    if let Some(end) = text.find('(').filter(|end| {
        let name = text.strip_prefix('=').and_then(|rest| rest.get(..end - 1)).unwrap_or("");
        name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_uppercase())
    }) {
        let end = text[end..].find(')').map_or(text.len(), |close| end + close + 1);
        let cure = Cure::Advice("Write what the sheet shows in its place");
        found.push(Piece { range: 0..end, what: "is a formula of a sheet of Excel", cure });
    }
}
