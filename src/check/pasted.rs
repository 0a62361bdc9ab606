//! What comes with pasted text: takes the words of a briefing, gives what its writer did not type.

use std::ops::Range;

use super::left_over::{cured, gone, pieces};
use super::left_piece::{AWAY, Cure, Piece, SCAN};
use super::left_typing::{HYPHEN, LETTERS, SPACE, TYPED};
use super::level::diagnostic;
use super::prose::{Line, Prose, part_of};
use super::repeated;
use super::starter::{SENTENCES, firsts};
use super::working_title::working_title;
use crate::diag::{Code, Diagnostic};
use crate::language::{Word, quotes_called, unquoted};
use crate::model::{Briefing, Spanned};
use crate::scalar::scalar;
use crate::source::Span;

/// All rules about pasted words.
pub(super) fn check(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    for value in values(briefing) {
        let place = |range| part_of(value, range);
        left_over(&value.value, pieces(&value.value, true), &place, out);
        out.extend(quoted(value));
    }
    let french = briefing.language.tag().starts_with("fr");
    for line in prose.lines() {
        let mut pieces = pieces(&line.text, false);
        // Of the words of a link another rule says that they lead nowhere by themselves.
        pieces.retain(|piece| piece.what != AWAY || !line.is_linked(piece.range.start));
        pieces.retain(|piece| piece.cure != SCAN || !briefing.contacts.iter().any(|contact| contact.qr));
        // A French mark stands behind a space, and a word that a line of the file divides is told by the reader.
        pieces.retain(|piece| piece.what != SPACE || !french);
        pieces.retain(|piece| {
            piece.what != HYPHEN || line.span(piece.range.clone()).range().len() == piece.range.len()
        });
        left_over(&line.text, pieces, &|range| line.span(range), out);
    }
    out.extend(working_title(briefing));
    numbered(briefing, out);
    repeated::check(briefing, prose, out);
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

/// One message for each kind of piece that is left over in a text.
fn left_over(
    text: &str,
    pieces: Vec<Piece>,
    place: &dyn Fn(Range<usize>) -> Span,
    out: &mut Vec<Diagnostic>,
) {
    if pieces.is_empty() {
        return;
    }
    let clean = cured(text, &pieces);
    let is_long = clean.chars().count() > SHOWN;
    for (at, piece) in pieces.iter().enumerate() {
        if pieces[..at].iter().any(|before| before.what == piece.what && before.cure == piece.cure) {
            continue;
        }
        let alike = pieces[at..].iter().filter(|next| next.what == piece.what && next.cure == piece.cure);
        let words = text[piece.range.clone()].trim();
        let message = match words.is_empty() {
            true => piece.what.to_owned(),
            false => format!("\u{201c}{}\u{201d} {}", excerpt(words), piece.what),
        };
        let hint = match &piece.cure {
            Cure::Advice(advice) => (*advice).to_owned(),
            // Of a text that is too long to be shown, the piece alone.
            Cure::Instead(words) if is_long && !words.trim().is_empty() => format!("Write {words}"),
            Cure::Cut if is_long => "Delete it".to_owned(),
            _ if clean.contains(char::is_alphanumeric) => format!("Write {}", excerpt(&clean)),
            _ => "Delete it".to_owned(),
        };
        let code = if TYPED.contains(&piece.what) { Code::TypingSlip } else { Code::LeftOver };
        let mut told = diagnostic(code, place(piece.range.clone()), message).hint(hint);
        // Letters of a word are put right by a person: `fix` changes none.
        for piece in alike.filter(|piece| !LETTERS.contains(&piece.what)) {
            let gone = gone(text, piece);
            let span = place(gone.clone());
            let instead = match &piece.cure {
                Cure::Cut => "",
                Cure::Instead(words) => words,
                Cure::Advice(_) => continue,
            };
            // Where the place is that of more than the piece, nobody knows where it stands exactly.
            if span.range().len() == gone.len() {
                told = told.replace(span, instead);
            }
        }
        out.push(told);
    }
}

/// So many letters of a text stand in a line of a message.
const SHOWN: usize = 70;

/// A text as far as a line of a message holds it.
fn excerpt(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => text.to_owned(),
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
    }
}

/// Quotation marks of a language round a whole value: YAML's are straight, so these are printed.
fn quoted(value: &Spanned<String>) -> Option<Diagnostic> {
    let inner = unquoted(&value.value)?;
    let kind = quotes_called(&value.value);
    let message =
        format!("the {kind} round this value are printed; only straight ones round a value are left out");
    let told = diagnostic(Code::CurlyQuotes, value.span, message)
        .hint(format!("Write \"{inner}\""))
        .replace(value.span, scalar(inner));
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
        let told = diagnostic(Code::HeadingNumbered, section.heading.span, message);
        out.push(match rest {
            "" => told.hint("Write what the section is about"),
            rest => told
                .hint(format!("Write heading: {}", scalar(rest)))
                .replace(section.heading.span, scalar(rest)),
        });
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
    if let Some(words) = roman(rest, number).or_else(|| of_seven(rest, number)) {
        return Some(words);
    }
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

/// The words behind `II.`: the numeral of this very section.
fn roman(heading: &str, number: usize) -> Option<&str> {
    let numeral = ["I", "II", "III", "IV", "V", "VI", "VII"].get(number.checked_sub(1)?)?;
    let words = heading.strip_prefix(numeral)?.strip_prefix(['.', ')', ':'])?.strip_prefix(' ')?.trim();
    (!words.is_empty()).then_some(words)
}

/// The words behind `2/7` or `#2`.
fn of_seven(heading: &str, number: usize) -> Option<&str> {
    let rest = heading.strip_prefix('#').unwrap_or(heading).strip_prefix(&number.to_string())?;
    let marked = heading.starts_with('#') || rest.starts_with("/7");
    let words =
        rest.strip_prefix("/7").unwrap_or(rest).strip_prefix([' ', ':'])?.trim_start_matches([':', ' ', '-']);
    (marked && !words.is_empty()).then_some(words)
}

/// Sentences of the page that `new` writes: they are advice to the writer, and no reader should see them.
fn unchanged(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    // A sentence begins with a word, so it is looked for where words begin.
    let first = firsts();
    let kept = |text: &str| {
        let bytes = text.as_bytes();
        let begins = |at: &usize| {
            first[usize::from(bytes[*at])] && (*at == 0 || !bytes[*at - 1].is_ascii_alphanumeric())
        };
        (0..bytes.len()).filter(begins).find_map(|at| {
            let rest = text.get(at..)?;
            SENTENCES.iter().find(|sentence| rest.starts_with(**sentence)).copied()
        })
    };
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
            ("II. Why it matters", 2, Some("Why it matters")),
            ("2/7 Why it matters", 2, Some("Why it matters")),
            ("#2 Why it matters", 2, Some("Why it matters")),
            ("I. Smith", 2, None),
            ("V signs", 5, None),
            ("Background", 1, None),
        ] {
            assert_eq!(own_number(heading, number, "Minute"), rest, "{heading}");
        }
    }
}
