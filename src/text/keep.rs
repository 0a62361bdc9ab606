//! What stays whole: takes text, gives the bytes of telephone numbers, addresses and phrases.
//!
//! A number or an address is broken only where it is wider than a line, and then at few places. A phrase is words
//! that belong together: `Section 47`, `9am to 5pm`, `4 May 2026`, `Dr Jones`. It is no longer a phrase where a line
//! is too narrow for it.

use std::ops::Range;

use crate::address::{Break, breaks, is_address, phone_end};
use crate::language::is_quote;

/// What is kept together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Whether it is a phrase, which a narrow line may divide at its spaces.
    pub(super) phrase: bool,
}

/// Words after which a number belongs to them, beside those with a capital letter: `section 47`, `no. 7`.
const BEFORE_NUMBERS: [&str; 16] = [
    "section",
    "minute",
    "no",
    "page",
    "part",
    "chapter",
    "paragraph",
    "step",
    "stage",
    "level",
    "tier",
    "grade",
    "adran",
    "munud",
    "rhif",
    "tudalen",
];

/// Words and signs that belong to the number before them.
const AFTER_NUMBERS: [&str; 40] = [
    "%", "mm", "cm", "m", "km", "mg", "g", "kg", "ml", "l", "°C", "am", "pm", "a.m", "p.m", "million",
    "billion", "thousand", "hundred", "second", "seconds", "minute", "minutes", "hour", "hours", "day",
    "days", "week", "weeks", "month", "months", "year", "years", "miles", "munud", "awr", "diwrnod",
    "wythnos", "mis", "oed",
];

/// Words between the first and the last hour.
const BETWEEN_TIMES: [&str; 8] = ["to", "until", "till", "and", "i", "tan", "hyd", "–"];

/// Words before a person's name.
const TITLES: [&str; 14] =
    ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Sir", "Dame", "St", "PC", "DC", "DS", "DI"];

/// Characters after which what holds together may be broken where it is wider than a line: signs of an address, and
/// the spaces at which no line ends, so that a line held together by them is not broken inside a word.
pub(super) const fn is_easy_break(c: char) -> bool {
    matches!(c, '/' | '@' | '.' | '-' | '_' | '?' | '&' | '=' | '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Every telephone number and every address in `text`, in order.
pub(super) fn values(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for token in tokens(text) {
        if found.last().is_some_and(|last| token.start < last.end) {
            continue;
        }
        if let Some(end) = phone_end(text, token.start) {
            found.push(token.start..end);
        } else if is_address(bare(&text[token.clone()])) {
            found.push(token);
        }
    }
    found
}

/// The bytes before which one of these values may be broken where it is wider than its line, in order.
pub(super) fn places(text: &str, values: &[Range<usize>]) -> Vec<(usize, Break)> {
    let of = |value: &Range<usize>| {
        let start = value.start;
        breaks(&text[value.clone()]).into_iter().map(move |(at, kind)| (start + at, kind))
    };
    values.iter().flat_map(of).collect()
}

/// Every phrase in `text`, in order; they may overlap, as those of several initials do.
pub(super) fn phrases(text: &str) -> Vec<Range<usize>> {
    let tokens: Vec<Range<usize>> = tokens(text).collect();
    let words: Vec<&str> = tokens.iter().map(|token| &text[token.clone()]).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        if !may_begin(words[at], words.get(at + 1).copied()) {
            continue;
        }
        let Some(length) = length(&words[at..]) else { continue };
        let phrase = tokens[at].start..tokens[at + length - 1].end;
        if found.last().is_none_or(|last| last.end < phrase.end) {
            found.push(phrase);
        }
    }
    found
}

/// Whether a word can be the first of a phrase: one that begins with a small letter is only where there are figures.
fn may_begin(first: &str, second: Option<&str>) -> bool {
    let has_figures = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    !first.starts_with(|c: char| c.is_ascii_lowercase())
        || has_figures(first)
        || second.is_some_and(has_figures)
}

/// How many of these words, from the first, are one phrase.
fn length(words: &[&str]) -> Option<usize> {
    let [first, rest @ ..] = words else { return None };
    if has_dash_between_figures(first) {
        return Some(1);
    }
    let [second, rest @ ..] = rest else { return None };
    hours(words)
        .or_else(|| date(first, second, rest))
        .or_else(|| (number(second) && leads_to_number(first)).then_some(2))
        .or_else(|| (number(first) && ends_nothing(first) && is_unit(second)).then_some(2))
        .or_else(|| (is_title(first) && is_name(second)).then_some(2))
        .or_else(|| (is_initial(first) && (is_initial(second) || is_name(second))).then_some(2))
}

/// `8.30am–5pm`: a line may otherwise end after the dash.
fn has_dash_between_figures(word: &str) -> bool {
    let figure = |c: char| c.is_ascii_digit();
    word.split_once(['–', '—', '-']).is_some_and(|(before, after)| {
        before.starts_with(figure) && after.starts_with(figure) && !before.contains('/')
    })
}

/// `9am to 5pm`, `9 am until 5 pm`.
fn hours(words: &[&str]) -> Option<usize> {
    let from = time(words)?;
    let between = words.get(from).filter(|word| BETWEEN_TIMES.contains(word))?;
    let to = time(&words[from + 1..])?;
    let told = |words: &[&str]| words.iter().any(|word| word.contains(['m', ':', '.']));
    (told(&words[..from]) || told(&words[from + 1..][..to]) || *between == "–").then_some(from + 1 + to)
}

/// How many words a time of the day takes: `9am`, `17:00`, `8.30 pm`.
fn time(words: &[&str]) -> Option<usize> {
    let first = bare(words.first()?);
    let figures =
        first.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ':'))).unwrap_or(first.len());
    let (clock, half) = first.split_at(figures);
    let is_half = |word: &str| ["am", "pm", "a.m", "p.m"].contains(&word.trim_end_matches('.'));
    if clock.is_empty() || clock.len() > 5 || !(half.is_empty() || is_half(half)) {
        return None;
    }
    let apart = half.is_empty() && words.get(1).is_some_and(|word| is_half(bare(word)));
    Some(1 + usize::from(apart))
}

/// `4 May 2026`, `4th May`, `4 maja 2026`.
fn date(day: &str, month: &str, rest: &[&str]) -> Option<usize> {
    let figures = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_day = matches!(figures.len(), 1..=2) && number(figures) && day.len() - figures.len() <= 2;
    if !is_day {
        return None;
    }
    let is_month = bare(month).chars().count() >= 3 && bare(month).chars().all(char::is_alphabetic);
    if !is_month {
        return None;
    }
    let year = rest.first().is_some_and(|year| bare(year).len() == 4 && number(year));
    match (year && ends_nothing(month), month.starts_with(char::is_uppercase)) {
        (true, _) => Some(3),
        (false, true) => Some(2),
        (false, false) => None,
    }
}

/// `Section`, `Minute`, `No.`, `page`.
fn leads_to_number(word: &str) -> bool {
    let name = word.trim_start_matches(is_quote_or_stop).trim_end_matches('.');
    let is_known = BEFORE_NUMBERS.iter().any(|known| name.eq_ignore_ascii_case(known));
    is_known || (ends_nothing(word) && name.len() > 1 && is_name(word))
}

fn number(word: &str) -> bool {
    let figures = bare(word);
    !figures.is_empty() && figures.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

fn is_unit(word: &str) -> bool {
    let unit = word.trim_end_matches(is_quote_or_stop);
    AFTER_NUMBERS.contains(&unit)
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_start_matches(is_quote_or_stop).trim_end_matches('.'))
}

/// `J.`, as the first letter of a name.
fn is_initial(word: &str) -> bool {
    let mut letters = word.trim_start_matches(is_quote_or_stop).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.') && letters.next().is_none()
}

fn is_name(word: &str) -> bool {
    word.trim_start_matches(is_quote_or_stop).starts_with(char::is_uppercase)
}

/// Whether no mark stands behind the word that parts it from the next.
fn ends_nothing(word: &str) -> bool {
    !word.ends_with(is_quote_or_stop)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(is_quote_or_stop)
}

/// Everything between two spaces.
fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(move |token| {
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        start..start + token.len()
    })
}

/// Marks that stand around an address and are not part of it.
fn is_quote_or_stop(c: char) -> bool {
    is_quote(c)
        || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '<' | '>' | '"' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = values(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn check_phrases(text: &str, expected: &[&str]) {
        let found: Vec<&str> = phrases(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn telephone_numbers_are_found_whole() {
        for number in [
            "116 123",
            "0800 1111",
            "0800 555 111",
            "0808 800 5000",
            "020 7324 4000",
            "016977 3999",
            "+44 203 879 8560",
            "+44 (0)1582 743885",
            "111 option 2",
            "18001 0808 800 5000",
            "01632 960777 ext. 4410",
            "01632 960777 x4410",
            "0114-203-7485",
        ] {
            check(number, &[number]);
            check(&format!("Call {number}, day and night."), &[number]);
        }
    }

    #[test]
    fn addresses_are_found_with_the_marks_around_them() {
        for (text, found) in [
            ("or by emailing help@nspcc.org.uk.", "help@nspcc.org.uk."),
            ("see (www.nspcc.org.uk) now", "(www.nspcc.org.uk)"),
            ("iconcope.org/uk", "iconcope.org/uk"),
            ("https://www.ceop.police.uk/Safety-Centre/", "https://www.ceop.police.uk/Safety-Centre/"),
            ("mailto:a.b-c@example.org?subject=x", "mailto:a.b-c@example.org?subject=x"),
        ] {
            check(text, &[found]);
        }
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in [
            "",
            " ",
            "999",
            "Call 101.",
            "aged 11 to 18",
            "1 March 2027",
            "at 9.30 a.m. and 5 p.m.",
            "e.g. this",
            "7-minute Briefing",
            "under 18; of 18",
            "and/or",
            "…",
            "1,000 words",
            "+",
            "(",
            "12 options",
            "3.14",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn two_numbers_are_two() {
        check("0800 1111 or 116 123 (free)", &["0800 1111", "116 123"]);
    }

    #[test]
    fn what_belongs_together_is_a_phrase() {
        for text in [
            "Minute 7",
            "No. 7",
            "Section 47",
            "section 47",
            "8.30am–5pm",
            "9am to 5pm",
            "9 am until 5.30 pm",
            "17:00 to 18:30",
            "4 May 2026",
            "4th May",
            "4 maja 2026",
            "Dr Jones",
            "Mrs. O’Neill",
            "18 years",
            "24 hours",
            "30 %",
            "72 oed",
        ] {
            check_phrases(text, &[text]);
            check_phrases(&format!("under {text}; then more"), &[&format!("{text};")]);
        }
        check_phrases("by J. K. Rowling in", &["J. K.", "K. Rowling"]);
        check_phrases("the Children Act 1989 (Section 17)", &["Act 1989", "(Section 17)"]);
    }

    #[test]
    fn words_that_only_stand_beside_each_other_are_no_phrase() {
        for text in [
            "",
            "of 18 that are",
            "aged 11 to 18",
            "In danger. 999 is free",
            "Call the police, 101 or 999",
            "e.g. this",
            "at 9.30. Then come",
            "part of it",
            "a Doctor and 3 nurses",
            "7-minute Briefing",
            "i 5",
        ] {
            check_phrases(text, &[]);
        }
    }
}
