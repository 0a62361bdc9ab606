//! What stays whole: takes text, gives the bytes of telephone numbers and addresses.

use std::ops::Range;

/// The longest token that is looked at, in bytes; nothing longer is an address a person types.
const MAX_ADDRESS_BYTES: usize = 2_000;

/// The fewest digits of a telephone number in several groups: `116 123`.
const MIN_PHONE_DIGITS: usize = 6;

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

/// Whether a token is an e-mail address, a web address or a bare host.
fn is_address(token: &str) -> bool {
    if !token.contains('.') || token.len() > MAX_ADDRESS_BYTES {
        return false;
    }
    let rest = token.split_once("://").map_or(token, |(_, rest)| rest);
    let rest = rest.strip_prefix("mailto:").unwrap_or(rest);
    let rest = rest.split_once('@').map_or(rest, |(_, host)| host);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    is_host(host)
}

/// Labels of letters, digits and hyphens between dots, the last of at least two letters (RFC 1123).
fn is_host(host: &str) -> bool {
    let good = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    host.rsplit_once('.').is_some_and(|(labels, top)| {
        top.len() >= 2 && top.chars().all(char::is_alphabetic) && labels.split('.').all(good)
    })
}

/// Where the telephone number that begins at `start` ends, if one does: groups of digits with a space or
/// hyphen between them, then perhaps an option or an extension.
fn phone_end(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    let (mut digits, mut groups, mut extended) = (0, 0, false);
    while let Some(group) = next_group(&text[end..], groups == 0) {
        end += group.len;
        digits += group.digits;
        groups += 1;
        extended |= group.extension;
    }
    let several = groups > 1 && digits >= MIN_PHONE_DIGITS;
    (several || extended).then_some(end)
}

/// A group of digits with the separator before it.
struct Group {
    len: usize,
    digits: usize,
    extension: bool,
}

fn next_group(text: &str, first: bool) -> Option<Group> {
    let gap = if first { 0 } else { separator(text)? };
    let word = if first { 0 } else { extension_word(&text[gap..]) };
    let before = gap + word;
    let group = &text[before..];
    let open = group.find(|c: char| !matches!(c, '+' | '(')).unwrap_or(group.len());
    let digits = group[open..].bytes().take_while(u8::is_ascii_digit).count();
    let mut len = open + digits;
    if group[len..].starts_with(')') && group[..open].contains('(') {
        len += 1;
        // The bracketed nought of `+44 (0)1582` has no space behind it.
        len += group[len..].bytes().take_while(u8::is_ascii_digit).count();
    }
    (digits > 0 && open <= 2).then_some(Group { len: before + len, digits, extension: word > 0 })
}

/// The length of the one space or hyphen between two groups.
fn separator(text: &str) -> Option<usize> {
    text.chars().next().filter(|c| matches!(c, ' ' | '-' | '\u{a0}')).map(char::len_utf8)
}

/// The length of a word that leads to an extension, with the space behind it; 0 where there is none.
fn extension_word(text: &str) -> usize {
    let word = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !["option", "opsiwn", "opt", "ext", "extension", "est", "x"]
        .iter()
        .any(|known| text[..word].eq_ignore_ascii_case(known))
    {
        return 0;
    }
    let stop = usize::from(text[word..].starts_with('.'));
    word + stop + usize::from(text[word + stop..].starts_with(' '))
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
