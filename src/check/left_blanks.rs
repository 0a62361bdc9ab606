//! Places to fill in: takes a word of a text, gives the piece that stands for words that were to come.

use std::ops::Range;

use super::left_piece::{AWAY, COPIED, Cure, OWN_WORDS, Piece, REFERENCE, TO_COME};
use super::left_seen::Seen;

/// What stands for words that were to come, at these bytes.
#[allow(clippy::unnecessary_wraps, reason = "all that looks round a word gives what it may have found")]
pub(super) fn own_words(range: Range<usize>) -> Option<Piece> {
    Some(Piece { range, what: TO_COME, cure: OWN_WORDS })
}

/// `TBC`, `tba`.
pub(super) fn to_come(seen: Seen<'_>) -> Option<Piece> {
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '@' | '/' | '_');
    let remark = seen.before().trim() == "//";
    let alone = (remark || !seen.before().ends_with(letter)) && !seen.after().starts_with(letter);
    let joined = seen.after().starts_with('.') && seen.after()[1..].starts_with(char::is_alphanumeric);
    // It is a Spanish word, too.
    let shouted = seen.word().len() == 3 || seen.word().bytes().all(|byte| byte.is_ascii_uppercase());
    (alone && !joined && shouted && !is_named(seen)).then(|| own_words(seen.start..seen.end))?
}

/// Whether a sentence only speaks of the word: it stands in quotation marks alone.
fn is_named(seen: Seen<'_>) -> bool {
    let quotes = ['"', '\'', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];
    seen.before().ends_with(quotes) && seen.after().starts_with(quotes)
}

/// `XXXX`, `XX/XX/XXXX`, `XX%`, `£XX`: two of the letter alone may be a size.
pub(super) fn letters_x(seen: Seen<'_>) -> Option<Piece> {
    if !seen.word().bytes().all(|byte| matches!(byte, b'X' | b'x')) {
        return None;
    }
    let small = seen.word().bytes().all(|byte| byte == b'x');
    let day = |c: char| matches!(c, 'X' | 'x' | '/' | '-' | '.');
    let length = seen.after().find(|c: char| !day(c)).unwrap_or(seen.after().len());
    let run = seen.text[seen.start..seen.end + length].trim_end_matches(['/', '-', '.']);
    let whole = !seen.before().ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '@'));
    let of_days = run.contains(['/', '.', '-']);
    let counted = seen.after().starts_with('%') || seen.before().ends_with('\u{a3}');
    let many = seen.word().len() > 2 && !small;
    let ends = !seen.after()[run.len() - seen.word().len()..].starts_with(char::is_alphanumeric);
    (whole && ends && !is_named(seen) && (many || of_days || counted))
        .then(|| own_words(seen.start..seen.start + run.len()))?
}

/// `DD/MM/YYYY`
pub(super) fn date(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&["dd/mm/", "dd-mm-", "dd.mm.", "mm/dd/", "xx/xx/"])?;
    own_words(start..seen.end)
}

/// `(delete as appropriate)`
pub(super) fn delete(seen: Seen<'_>) -> Option<Piece> {
    let length = seen.goes_on(&[" as appropriate", " as applicable", " if not needed", " this line"])?;
    let cure = Cure::Advice("Delete what does not apply, and these words with it");
    Some(Piece { range: seen.start..seen.end + length, what: TO_COME, cure })
}

/// `(source?)`: a question of the writer to herself.
pub(super) fn doubt(seen: Seen<'_>) -> Option<Piece> {
    if seen.after().starts_with(':') {
        return super::left_frame::labelled(seen);
    }
    if let Some(piece) = asked_of(seen) {
        return Some(piece);
    }
    let asked = seen.before().ends_with('(') && seen.after().starts_with("?)");
    asked.then(|| Piece {
        range: seen.start - 1..seen.end + 2,
        what: TO_COME,
        cure: Cure::Advice("Answer it, and delete the brackets"),
    })
}

/// `(Jane to confirm)`, `[JS to check]`: a task for somebody else.
pub(super) fn asked_of(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&[" to "])?;
    let open = seen.text[..start].rfind(['(', '['])?;
    let name = &seen.text[open + 1..start];
    let named = name.split(' ').count() < 3 && name.starts_with(char::is_uppercase);
    let closed = seen.after().starts_with([')', ']']);
    (named && closed).then(|| Piece {
        range: open..seen.end + 1,
        what: TO_COME,
        cure: Cure::Advice("Answer it, and delete the brackets"),
    })
}

/// `Name Surname`, `Firstname Lastname`
pub(super) fn names(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&["first name ", "firstname ", "forename ", "name "])?;
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    (capital(seen.word()) && capital(&seen.text[start..])).then(|| own_words(start..seen.end))?
}

/// `First Name Last Name`
pub(super) fn last_name(seen: Seen<'_>) -> Option<Piece> {
    let length = seen.goes_on(&[" name"])?;
    let start = seen.comes_after(&["first name "]).filter(|start| seen.text[*start..].starts_with('F'))?;
    own_words(start..seen.end + length)
}

/// `(insert local number)`, `{insert number}`
pub(super) fn insert(seen: Seen<'_>) -> Option<Piece> {
    let close = if seen.before().ends_with('(') { ')' } else { '}' };
    seen.before().ends_with(['(', '{']).then_some(())?;
    let length = seen.after().find(close).filter(|length| *length < 60)?;
    own_words(seen.start - 1..seen.end + length + 1)
}

/// `(cid:415)`: a letter of a PDF whose name nobody wrote down.
pub(super) fn letter_code(seen: Seen<'_>) -> Option<Piece> {
    let rest = seen.after().strip_prefix(':')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let whole = seen.before().ends_with('(') && digits > 0 && rest[digits..].starts_with(')');
    whole.then_some(Piece {
        range: seen.start - 1..seen.end + digits + 2,
        what: "stands for a letter that was lost where a PDF was copied",
        cure: Cure::Advice("Type the word again"),
    })
}

/// `(ibid.)`: the note that it sends to is not here.
pub(super) fn ibid(seen: Seen<'_>) -> Option<Piece> {
    let noted = seen.before().ends_with(['(', '[', ',', ' ']) && seen.after().starts_with(['.', ')', ',']);
    noted.then_some(Piece {
        range: seen.start..seen.end,
        what: AWAY,
        cure: Cure::Advice("Name the source, or delete it"),
    })
}

/// `Insert the number of your team here`, `Your text here`.
pub(super) fn here(seen: Seen<'_>) -> Option<Piece> {
    let before = seen.before();
    let start = before.rfind(['.', ':', '!', '?']).map_or(0, |stop| stop + 1);
    let start = start + before[start..].len() - before[start..].trim_start().len();
    let sentence: Vec<&str> = before[start..].split_whitespace().collect();
    let (first, rest) = sentence.split_first()?;
    const VERBS: [&str; 4] = ["insert", "enter", "type", "add"];
    const THINGS: [&str; 16] = [
        "name", "names", "number", "text", "details", "date", "logo", "link", "local", "contact", "address",
        "title", "heading", "words", "figure", "figures",
    ];
    let one_of = |all: &[&str], word: &str| all.iter().any(|known| known.eq_ignore_ascii_case(word));
    let asks = one_of(&VERBS, first) && rest.iter().any(|word| one_of(&THINGS, word));
    let yours = before[start..].trim_end().eq_ignore_ascii_case("your text")
        || before[start..].trim_end().eq_ignore_ascii_case("text");
    ((asks && sentence.len() < 8 || yours)
        && seen.after().trim_start().find(char::is_alphabetic).is_none_or(|at| at > 0))
    .then(|| own_words(start..seen.end))?
}

/// `Choose an item`
pub(super) fn field(seen: Seen<'_>) -> Option<Piece> {
    let length = seen.goes_on(&[" an item", " a building block"])?;
    let whole = !seen.after()[length..].trim_start().starts_with(char::is_alphabetic);
    (seen.word() == "Choose" && whole).then(|| own_words(seen.start..seen.end + length))?
}

/// The Latin that designers fill a page with.
pub(super) fn lorem(seen: Seen<'_>) -> Option<Piece> {
    let length = seen.goes_on(&[" ipsum", " sit amet"])?;
    own_words(seen.start..seen.end + length)
}

/// `Error! Reference source not found`
pub(super) fn reference(seen: Seen<'_>) -> Option<Piece> {
    let ways = [
        "! reference source not found",
        "! bookmark not defined",
        "! hyperlink reference not valid",
        "! no text of specified style in document",
    ];
    let length = seen.goes_on(&ways)?;
    Some(Piece { range: seen.start..seen.end + length, what: COPIED, cure: REFERENCE })
}

/// Codes of Word and what programs say of themselves.
pub(super) fn code(seen: Seen<'_>) -> Option<Piece> {
    let cut = |start, end| Some(Piece { range: start..end, what: COPIED, cure: Cure::Cut });
    match seen.word().to_ascii_lowercase().as_str() {
        "mergeformat" => cut(seen.comes_after(&["\\* "])?, seen.end),
        "mergefield" => cut(seen.start, seen.end + seen.goes_on(&[" "])?),
        "pageref" => cut(seen.start, seen.end + seen.goes_on(&[" _"])?),
        "docusign" => {
            let rest = &seen.after()[seen.goes_on(&[" envelope id: "])?..];
            let code = rest.find(' ').unwrap_or(rest.len());
            cut(seen.start, seen.text.len() - rest.len() + code)
        }
        "automatically" => {
            let start = seen.comes_after(&["description "])?;
            cut(start, seen.end + seen.goes_on(&[" generated"])?)
        }
        "formatted" => {
            seen.goes_on(&[": font", ": indent", ": list", ": normal"])?;
            let cure = Cure::Advice("Delete what Word says there of a change");
            seen.before().trim().is_empty().then_some(Piece { range: 0..seen.text.len(), what: COPIED, cure })
        }
        _ => {
            let end = seen.after().find('}').map_or(seen.end, |close| seen.end + close + 1);
            cut(seen.start - usize::from(seen.before().ends_with("p.")) * 2, end)
        }
    }
}
