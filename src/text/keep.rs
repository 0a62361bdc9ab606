//! What stays whole: takes text, gives the bytes of telephone numbers and addresses.

use std::ops::Range;

use crate::address::{is_address, phone_end};

/// Characters after which an address may be broken where it is wider than a line.
pub(super) const fn is_easy_break(c: char) -> bool {
    matches!(c, '/' | '@' | '.' | '-' | '_' | '?' | '&' | '=')
}

/// Adds every telephone number and every address in `text` to `found`.
pub(super) fn find(text: &str, found: &mut Vec<Range<usize>>) {
    let mut after = 0;
    for token in tokens(text) {
        if token.start < after {
            continue;
        }
        if let Some(end) = phone_end(text, token.start) {
            found.push(token.start..end);
            after = end;
        } else if is_address(text[token.clone()].trim_matches(is_quote_or_stop)) {
            found.push(token);
        }
    }
}

/// Everything between two spaces.
fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_ascii_whitespace().map(move |token| {
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        start..start + token.len()
    })
}

/// Marks that stand around an address and are not part of it.
const fn is_quote_or_stop(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '('
            | ')'
            | '['
            | ']'
            | '<'
            | '>'
            | '"'
            | '\''
            | '“'
            | '”'
            | '‘'
            | '’'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut found = Vec::new();
        find(text, &mut found);
        let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
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
}
