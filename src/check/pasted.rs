//! What comes with pasted text: takes the words of a briefing, gives what its writer did not type.

use std::ops::Range;

use super::level::diagnostic;
use super::prose::{Line, Prose, part_of, words};
use super::starter::SENTENCES;
use crate::diag::{Code, Diagnostic};
use crate::language::Word;
use crate::model::{Briefing, Spanned};
use crate::source::Span;

/// What Word, mail programs and web pages leave behind, in small letters; one in brackets goes up to its `]`.
const LEFT: [&str; 22] = [
    "[image",
    "[bookmark:",
    "[cid:",
    "[if !",
    "[endif]",
    "[picture",
    "error! reference source not found",
    "error! bookmark not defined",
    "error! hyperlink reference not valid",
    "error! no text of specified style in document",
    "click here to enter text",
    "click or tap here to enter text",
    "click or tap to enter a date",
    "choose an item",
    "hyperlink \"",
    "\\* mergeformat",
    "mergefield ",
    "pageref _",
    "lorem ipsum",
    "\u{fffc}",
    "\u{fffd}",
    "&nbsp;",
];

/// Letters that UTF-8 becomes where it was read as Windows-1252: of apostrophes, quotes, dashes, pounds.
const WRONG_LETTERS: [&str; 6] = ["â€", "Â£", "Ã©", "Ã¨", "Â\u{a0}", "Ã¢"];

/// All rules about pasted words.
pub(super) fn check(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    for value in values(briefing) {
        let place = |range| part_of(value, range);
        left_over(&value.value, true, &place, out);
        out.extend(quoted(value));
    }
    for line in prose.lines() {
        left_over(&line.text, false, &|range| line.span(range), out);
    }
    numbered(briefing, out);
    unchanged(briefing, prose, out);
}

/// The values of one line that are printed.
fn values(briefing: &Briefing) -> impl Iterator<Item = &Spanned<String>> {
    let cards = [&briefing.card_front.title, &briefing.card_back.title];
    let headings = briefing.sections.iter().map(|section| &section.heading);
    let named = briefing.contacts.iter().flat_map(|contact| {
        [Some(&contact.name), contact.purpose.as_ref(), contact.hours.as_ref()].into_iter().flatten()
    });
    [&briefing.title, &briefing.board.name].into_iter().chain(headings).chain(cards).chain(named)
}

/// One message for each piece that is left over.
fn left_over(text: &str, one_line: bool, place: &dyn Fn(Range<usize>) -> Span, out: &mut Vec<Diagnostic>) {
    let pieces = pieces(text, one_line);
    let clean = without(text, &pieces);
    for (range, what) in pieces {
        let piece = text[range.clone()].trim();
        let message =
            if piece.is_empty() { what.to_owned() } else { format!("\u{201c}{piece}\u{201d} {what}") };
        let hint = match what {
            STARS => {
                "Put two stars on each side of the words, right beside them: **like this**; or delete them"
                    .to_owned()
            }
            ENCODED => read_again(piece)
                .map_or_else(|| "Type the word again".to_owned(), |word| format!("Write {word}")),
            _ if clean.contains(char::is_alphanumeric) => format!("Write {}", excerpt(&clean)),
            _ => "Delete it".to_owned(),
        };
        out.push(diagnostic(Code::LeftOver, place(range), message).hint(hint));
    }
}

/// The text without these pieces, its spaces single.
fn without(text: &str, pieces: &[(Range<usize>, &'static str)]) -> String {
    let mut kept = String::new();
    let mut from = 0;
    for (range, _) in pieces.iter().filter(|(_, what)| !matches!(*what, STARS | ENCODED)) {
        kept.extend([&text[from..range.start], " "]);
        from = range.end;
    }
    kept.push_str(&text[from..]);
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The word that was meant where UTF-8 was read as Windows-1252.
fn read_again(word: &str) -> Option<String> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let byte = |c: char| match HIGH.chars().position(|high| high == c) {
        Some(place) => u8::try_from(0x80 + place).ok(),
        None => u8::try_from(u32::from(c)).ok(),
    };
    let bytes: Vec<u8> = word.chars().map(byte).collect::<Option<_>>()?;
    String::from_utf8(bytes).ok()
}

const ENCODED: &str = "was written in one encoding and read in another";
const STARS: &str = "is printed as it stands: it makes no words bold here";

/// The pieces of a text that nobody typed, in order, with what is to be said of them.
fn pieces(text: &str, one_line: bool) -> Vec<(Range<usize>, &'static str)> {
    let mut found = Vec::new();
    let small = text.to_lowercase();
    // Where small letters have other lengths than capitals, places would be wrong; no such text is English or Welsh.
    let small = if small.len() == text.len() { small.as_str() } else { text };
    for left in LEFT {
        for (at, _) in small.match_indices(left) {
            let end = match left.starts_with('[') {
                true => text[at..].find(']').map_or(at + left.len(), |end| at + end + 1),
                false => at + left.len(),
            };
            found.push((at..end, "was left over where the text was copied from"));
        }
    }
    for wrong in WRONG_LETTERS {
        for (at, _) in text.match_indices(wrong) {
            let end = text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end);
            let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
            found.push((start..end, ENCODED));
        }
    }
    found.extend(text.match_indices("**").map(|(at, stars)| (at..at + stars.len(), STARS)));
    found.extend(equals(text).map(|range| (range, "was left over where a mail or a Word file was copied")));
    if one_line {
        found.extend(gaps(text).map(|range| (range, "three spaces or more stand in a row")));
    }
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    found.dedup_by(|next, kept| next.0.start < kept.0.end);
    found
}

/// Signs of equality at the end of a word or of the text, as mail programs leave them, and their codes: `=20`.
fn equals(text: &str) -> impl Iterator<Item = Range<usize>> {
    let last = text.trim_end().len();
    words(text).filter_map(move |(at, word)| {
        let end = at + word.len();
        let is_code =
            |code: &str| code.len() == 2 && code.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
        let coded = word.split('=').skip(1).filter(|code| code.get(..2).is_some_and(is_code)).count();
        let dangling =
            word.ends_with('=') && (end == last || word.len() > 1) && !word.contains([':', '/', '?', '&']);
        let code = coded > 1 || (coded == 1 && word.ends_with("=20"));
        match (dangling, code) {
            (true, _) => Some(end - 1..end),
            (false, true) => Some(at + word.find('=')?..end),
            (false, false) => None,
        }
    })
}

/// Runs of three spaces or more between words.
fn gaps(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut ends = 0;
    words(text).filter_map(move |(at, word)| {
        let gap = ends..at;
        ends = at + word.len();
        (gap.start > 0 && gap.len() > 2).then_some(gap)
    })
}

/// A text as far as a line of a message holds it.
fn excerpt(text: &str) -> String {
    const MAX: usize = 70;
    match text.char_indices().nth(MAX) {
        None => text.to_owned(),
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
    }
}

/// Curly quotes round a whole value: YAML's are straight, so these are printed.
fn quoted(value: &Spanned<String>) -> Option<Diagnostic> {
    let inner = value.value.strip_prefix(['\u{201c}', '\u{201e}', '\u{2018}', '\u{ab}'])?;
    let inner = inner.strip_suffix(['\u{201d}', '\u{201c}', '\u{2019}', '\u{bb}'])?;
    if inner.contains(['\u{201c}', '\u{201d}']) {
        return None;
    }
    let message = "the curly quotes round this value are printed; those that YAML leaves out are straight";
    let hint = format!("Write \"{inner}\"");
    let told = diagnostic(Code::CurlyQuotes, value.span, message).hint(hint);
    Some(told.hint("If the quotes are to be printed, leave it, or switch the rule off with `checks:`"))
}

/// Headings that bring a number of their own, beside the one that the pages give them.
fn numbered(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    for (section, number) in briefing.sections.iter().zip(1..) {
        let heading = section.heading.value.trim();
        let Some(rest) = own_number(heading, number, briefing.labels.get(Word::SectionLabel)) else {
            continue;
        };
        let message =
            format!("the heading brings its number along, and the pages print {number} beside it once more");
        let hint = match rest {
            "" => "Write what the section is about".to_owned(),
            rest => format!("Write heading: {}", plain(rest)),
        };
        out.push(diagnostic(Code::HeadingNumbered, section.heading.span, message).hint(hint));
    }
}

/// The words behind the number of a heading: `1. Background`, `Minute 1: Background`, `2) Why`, `Section 3 – Signs`.
fn own_number<'h>(heading: &'h str, number: usize, label: &str) -> Option<&'h str> {
    let names =
        [label, "minute", "section", "part", "step", "box", "munud", "adran", "rhan", "no", "no.", "number"];
    let (name, rest) = heading.split_once(' ').unwrap_or(("", heading));
    let named = names.iter().any(|known| !name.is_empty() && known.eq_ignore_ascii_case(name));
    let rest = if named { rest.trim_start() } else { heading };
    let rest = rest.strip_prefix('(').unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let own: usize = rest[..digits].parse().ok()?;
    let behind = rest[digits..].trim_start_matches(|c: char| c.is_whitespace());
    let words =
        behind.trim_start_matches([':', '.', ')', '-', '\u{2013}', '\u{2014}', '|', '/', ' ', '\u{a0}']);
    let marked =
        behind.len() > words.len() && behind.starts_with([':', '.', ')', '-', '\u{2013}', '\u{2014}', '|']);
    // `999. Call` and `24-hour help` are words; a number of a section has one digit, and a mark or its name with it.
    // What a briefing itself calls its sections says nothing more; `Part 1` may be all that its writer has to say.
    let bare = words.is_empty() && !name.eq_ignore_ascii_case(label) && !name.eq_ignore_ascii_case("minute");
    if bare {
        return None;
    }
    ((1..=9).contains(&own)
        && digits == 1
        && (marked && !rest[digits..].starts_with('-') || named && own == number))
        .then_some(words)
}

/// The words as a value, in quotes where YAML needs them.
fn plain(words: &str) -> String {
    match words.contains(": ") || words.contains(" #") || words.ends_with(':') {
        true => format!("\"{words}\""),
        false => words.to_owned(),
    }
}

/// Sentences of the page that `new` writes: they are advice to the writer, and no reader should see them.
fn unchanged(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    let kept = |text: &str| SENTENCES.iter().find(|sentence| text.contains(*sentence)).copied();
    let mut tell = |sentence: &str, place: Span| {
        let message = format!("\u{201c}{sentence}\u{201d} comes from the page that `new` writes");
        let hint = "Write your own words in its place";
        out.push(diagnostic(Code::TemplateWords, place, message).hint(hint));
    };
    if let Some(sentence) = kept(&briefing.board.name.value) {
        tell(sentence, briefing.board.name.span);
    }
    for lines in &prose.sections {
        let found = |line: &Line<'_>| kept(&line.text).map(|sentence| (sentence, line.text.find(sentence)));
        if let Some((line, (sentence, Some(at)))) = lines.iter().find_map(|line| Some((line, found(line)?))) {
            tell(sentence, line.span(at..at + sentence.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_over_is_found_and_words_are_not() {
        for (text, expected) in [
            (
                "Some words= [image: ] [bookmark: _GoBack]Text.",
                &["=", "[image: ]", "[bookmark: _GoBack]"][..],
            ),
            (
                "Error! Reference source not found. Click here to enter text.",
                &["Error! Reference source not found", "Click here to enter text"],
            ),
            ("What helps =", &["="]),
            ("It was=20agreed=20", &["=20agreed=20"]),
            ("It isnâ€™t", &["isnâ€™t"]),
            ("**Never ** wait", &["**", "**"]),
            ("Danger now = 999.", &[]),
            ("see https://a.uk/?a=b&c=", &[]),
            ("2 + 2 = 4", &[]),
            ("[the form]", &[]),
        ] {
            let found: Vec<_> = pieces(text, true).into_iter().map(|(range, _)| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(pieces("a    b", true).len(), 1);
    }

    #[test]
    fn a_number_of_its_own_is_told_from_a_number_in_the_words() {
        for (heading, number, rest) in [
            ("1. Background", 1, Some("Background")),
            ("2) Why it matters", 2, Some("Why it matters")),
            ("Minute 3 – Information", 3, Some("Information")),
            ("Minute 4", 4, Some("")),
            ("Section 5: What helps", 5, Some("What helps")),
            ("(6) Questions", 6, Some("Questions")),
            ("3. Signs", 4, Some("Signs")),
            ("7 golden rules", 1, None),
            ("999. Call", 1, None),
            ("Key learning 1: Closing", 3, None),
            ("4-year-olds", 4, None),
            ("Background", 1, None),
        ] {
            assert_eq!(own_number(heading, number, "Minute"), rest, "{heading}");
        }
    }
}
