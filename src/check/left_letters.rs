//! Words of letters and of web pages: takes a word of a text, gives the piece that a mail, a page or a chat put there.

use super::left_piece::{COPIED, Cure, Piece};
use super::left_seen::Seen;

const WARNING: Cure = Cure::Advice("Delete the sentence: a mail program put it there");
const LETTER: &str = "belongs to a letter or a mail, and would be printed";

/// Most names and roles below a letter have no more words.
const NAMES: usize = 7;

/// `Kind regards, Sarah Jones`: all of its line, with nothing but names behind it.
pub(super) fn farewell(seen: Seen<'_>) -> Option<Piece> {
    let before = seen.before().trim().to_ascii_lowercase();
    let polite = match seen.word().to_ascii_lowercase().as_str() {
        "regards" => {
            ["", "kind", "kindest", "best", "warm", "warmest", "with kind"].contains(&before.as_str())
        }
        "wishes" => ["best", "with best", "warm"].contains(&before.as_str()),
        "thanks" => ["", "many", "kind", "with"].contains(&before.as_str()),
        "sincerely" | "faithfully" => before == "yours",
        "gorau" => before == "cofion",
        _ => before.is_empty() && seen.word() == "KR",
    };
    let mut names = seen.after().split_whitespace();
    let rest = seen.after().trim_start_matches([',', '.', '!']);
    let named = rest.split_whitespace().count() <= NAMES
        && names.all(|word| word.trim_start_matches('(').chars().next().is_none_or(|c| !c.is_lowercase()))
        && !rest.contains(['?', ':']);
    // "Thanks" alone may be all that a heading says.
    let alone = seen.one_line && seen.word().eq_ignore_ascii_case("thanks");
    (polite && named && !alone).then_some(Piece {
        range: 0..seen.text.len(),
        what: LETTER,
        cure: Cure::Advice("Delete the line, and the names below it"),
    })
}

/// `Dear colleague`, `Hi all,`: all of its line.
pub(super) fn greeting(seen: Seen<'_>) -> Option<Piece> {
    let rest = seen.after();
    let words = rest.split_whitespace().count();
    let whole = seen.before().trim().is_empty() && (1..4).contains(&words) && !seen.one_line;
    let ends = rest.ends_with(',') || !rest.ends_with(|c: char| c.is_ascii_punctuation() || c == '\u{201d}');
    (whole && ends).then_some(Piece {
        range: 0..seen.text.len(),
        what: LETTER,
        cure: Cure::Advice("Delete the line: a briefing speaks to all its readers"),
    })
}

/// `RE: `, `FW: ` and `Subject: ` before the words of a line, one or more.
pub(super) fn subject(seen: Seen<'_>) -> Option<Piece> {
    const MARKS: [&str; 7] = ["RE: ", "FW: ", "Fw: ", "FWD: ", "Fwd: ", "Subject: ", "SUBJECT: "];
    let mut rest = &seen.text[seen.start..];
    while let Some(behind) = MARKS.iter().find_map(|mark| rest.strip_prefix(mark)) {
        rest = behind.trim_start();
    }
    let range = seen.start..seen.text.len() - rest.len();
    (seen.before().trim().is_empty() && !range.is_empty()).then_some(Piece {
        range,
        what: "stands before the subject of a mail, and would be printed",
        cure: Cure::Cut,
    })
}

/// Sentences that mail programs put below a mail, and web pages on top of a page.
pub(super) fn sentence(seen: Seen<'_>) -> Option<Piece> {
    let (start, length) = match seen.word().to_ascii_lowercase().as_str() {
        "finds" => (seen.comes_after(&["hope this email ", "hope this message "])?, seen.goes_on(&[" you"])?),
        "attachments" => {
            let start =
                seen.comes_after(&["this email and any ", "this e-mail and any ", "this message and any "])?;
            (start, 0)
        }
        "solely" => {
            (seen.comes_after(&["intended "])?, seen.goes_on(&[" for the addressee", " for the use of"])?)
        }
        "viruses" => (seen.comes_after(&["been scanned for ", "been checked for "])?, 0),
        "environment" => (seen.comes_after(&["consider the "])?, seen.goes_on(&[" before printing"])?),
        "cookies" => {
            let start = seen.comes_after(&["we use ", "this site uses ", "this website uses "])?;
            (start, seen.goes_on(&[" to "])?)
        }
        _ => (seen.comes_after(&["this email ", "this message "])?, seen.goes_on(&[" from outside"])?),
    };
    let (what, cure) = match seen.word().eq_ignore_ascii_case("cookies") {
        true => (COPIED, Cure::Advice("Delete the sentence: it belongs to a web page")),
        false => (LETTER, WARNING),
    };
    Some(Piece { range: start..seen.end + length, what, cure })
}

/// `---------- Forwarded message ---------`
pub(super) fn forwarded(seen: Seen<'_>) -> Option<Piece> {
    seen.comes_after(&["forwarded ", "original "])?;
    let dashed = seen.before().starts_with('-') && seen.after().trim().starts_with('-');
    let rest = seen.after().trim_start_matches(['-', ' ']).len();
    dashed.then_some(Piece { range: 0..seen.text.len() - rest, what: LETTER, cure: Cure::Cut })
}

/// `On 3 March, Jo <jo@a.uk> wrote:`
pub(super) fn wrote(seen: Seen<'_>) -> Option<Piece> {
    let above = seen.text.starts_with("On ") && seen.before().contains('@') && seen.after().starts_with(':');
    let what = "is a mail program's own, above an answer";
    above.then_some(Piece { range: 0..seen.end + 1, what, cure: Cure::Cut })
}

/// `Sent from my iPhone`
pub(super) fn sent(seen: Seen<'_>) -> Option<Piece> {
    let makes = [
        " via Outlook for",
        " from my iPhone",
        " from my iPad",
        " from my Samsung",
        " from my mobile",
        " from Outlook for",
    ];
    if let Some(start) = seen.comes_after(&["this message was ", "this email was ", "this e-mail was "]) {
        let length = seen.goes_on(&[" from outside"])?;
        return Some(Piece { range: start..seen.end + length, what: LETTER, cure: WARNING });
    }
    seen.goes_on(&makes).filter(|_| seen.word() == "Sent")?;
    let end = seen.after().find('\n').map_or(seen.text.len(), |end| seen.end + end);
    Some(Piece { range: seen.start..end, what: COPIED, cure: Cure::Cut })
}

/// `Unsubscribe | View in browser`
pub(super) fn browser(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&["unsubscribe | view in ", "view in ", "view this email in your "])?;
    Some(Piece { range: start..seen.end, what: COPIED, cure: Cure::Cut })
}

/// What a web page says to those who look at it, where it is all of a line.
pub(super) fn page_words(seen: Seen<'_>) -> Option<Piece> {
    const WHOLE: [&str; 14] = [
        "skip to main content",
        "skip to content",
        "skip to navigation",
        "print this page",
        "share this page",
        "share this article",
        "back to top",
        "back to previous page",
        "accept all cookies",
        "accept cookies",
        "was this page helpful",
        "was this helpful",
        "read more",
        "read aloud",
    ];
    // As a heading, "Read more" may be all that its writer has to say.
    if seen.one_line {
        return None;
    }
    let line = &seen.text[seen.start..];
    let same = |way: &&&str| line.get(..way.len()).is_some_and(|own| own.eq_ignore_ascii_case(way));
    let way = WHOLE.iter().find(same)?;
    let rest = &line[way.len()..];
    let asked = way.starts_with("was ") || way.starts_with("share ");
    let whole = seen.before().trim().is_empty()
        && (asked && rest.len() < 40 || !rest.contains(char::is_alphanumeric));
    // The last words of a piece of news go on elsewhere.
    let last =
        *way == "read more" && seen.word() == "Read" && seen.begins_sentence() && rest.trim().is_empty();
    // Behind a question and a list of networks words of the text may stand.
    let cure = if asked { Cure::Advice("Delete what the web page says there") } else { Cure::Cut };
    (whole || last).then_some(Piece { range: seen.start..seen.text.len(), what: COPIED, cure })
}

/// `3 min read`: all of its line.
pub(super) fn minutes(seen: Seen<'_>) -> Option<Piece> {
    let length = seen.goes_on(&[" read", " to read"])?;
    let counted = seen.before().trim().bytes().all(|byte| byte.is_ascii_digit()) && !seen.before().is_empty();
    let range = 0..seen.text.len();
    (counted && seen.ends_text(length)).then_some(Piece { range, what: COPIED, cure: Cure::Cut })
}

/// `(opens in a new window)`
pub(super) fn new_window(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&["(opens in ", "(opens in a ", "(opens a "])?;
    let length = seen.goes_on(&[" window)", " tab)"])?;
    Some(Piece { range: start..seen.end + length, what: COPIED, cure: Cure::Cut })
}

/// What a chat says round the text that it was asked for.
pub(super) fn chat(seen: Seen<'_>) -> Option<Piece> {
    let ways = [
        "! here",
        ", i can help",
        "! below",
        ", here's a",
        ", here\u{2019}s a",
        ", here is a",
        " me know if you'd like",
        " me know if you would like",
        " me know if you\u{2019}d like",
        "-generated content may",
    ];
    let first = seen.comes_after(&["of "]).unwrap_or(seen.start);
    seen.goes_on(&ways).filter(|_| (Seen { start: first, end: first, ..seen }).begins_sentence())?;
    said(seen, first)
}

/// `Would you like me to …`, `If you want, I can also …`
pub(super) fn offer(seen: Seen<'_>) -> Option<Piece> {
    let (start, length) = match seen.word().len() {
        5 => (seen.start, seen.goes_on(&[" you like me to "])?),
        _ => (seen.comes_after(&["if you "])?, seen.goes_on(&[", i can ", " me to "])?),
    };
    // "Would you like me to come with you?" is said to a child.
    const MADE: [&str; 14] = [
        "also",
        "turn",
        "make",
        "write",
        "create",
        "draft",
        "expand",
        "format",
        "shorten",
        "adapt",
        "tailor",
        "produce",
        "rewrite",
        "summarise",
    ];
    let next = seen.after()[length..].split(' ').next().unwrap_or("");
    if !MADE.contains(&next) {
        return None;
    }
    (Seen { start, end: start, ..seen }).begins_sentence().then(|| said(seen, start))?
}

/// `As an AI language model, …`, `As of my last knowledge update, …`
pub(super) fn of_model(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&["as an ai ", "i am an ai ", "as of my last ", "as of my "])?;
    seen.goes_on(&[" model", " update", " cutoff", " cut-off"])?;
    said(seen, start)
}

/// `Here's a revised version of your text:`
pub(super) fn answer(seen: Seen<'_>) -> Option<Piece> {
    let ways = ["here's a ", "here\u{2019}s a ", "here is a "];
    let start = seen.comes_after(&ways)?;
    seen.goes_on(&[" version", " briefing", " text", ", ", " and "])?;
    said(seen, start)
}

/// A sentence that a chat said to the one who asked it, from here to its end.
fn said(seen: Seen<'_>, start: usize) -> Option<Piece> {
    let end = seen.after().find(['.', '?', ':', '\n']).map_or(seen.text.len(), |end| seen.end + end + 1);
    let cure = Cure::Advice("Delete the sentence: it is said to you, not to your readers");
    Some(Piece { range: start..end, what: "was said by the program that wrote the text", cure })
}

/// `citeturn0search1`
pub(super) fn cited(seen: Seen<'_>) -> Option<Piece> {
    let length = seen.after().find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(seen.after().len());
    Some(Piece { range: seen.start..seen.end + length, what: COPIED, cure: Cure::Cut })
}
