//! The parts of a telephone number as people write it: takes all of it, gives the number and the words round it.
//!
//! "Text SHOUT to 85258", "0808 800 5000 (24 hours)", "999 (101 if not urgent)", "01642 527764, option 2": only the
//! number is dialled, and what is said behind it about when and for what belongs to keys of its own.

use super::space::is_space;
use super::{LinkTarget, is_joiner, plan};

/// A number with what stands round it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts<'w> {
    /// Words before it.
    pub before: &'w str,
    /// The number, with its extension or option.
    pub number: &'w str,
    /// Words behind it, with the brackets round them.
    pub behind: &'w str,
}

/// Words that lead from one number to another, and are no words about the first.
const JOINING: [&str; 5] = ["or", "and", "neu", "a", "ac"];

/// Words that lead to what is dialled once the call is answered.
const EXTENSIONS: [&str; 9] = ["option", "opsiwn", "opt", "ext", "extn", "extension", "est", "x", "press"];

/// The parts of a number; `None` where there are no words behind one.
pub(crate) fn parts(written: &str) -> Option<Parts<'_>> {
    let (start, end) = number(written)?;
    let behind = written[end..].trim();
    says_something(behind).then(|| Parts {
        before: written[..start].trim(),
        number: written[start..end].trim(),
        behind,
    })
}

/// Where the number stands: at the first digits that are a whole number, so that in `24/7 on 0808 800 5000` it is not
/// the hours; failing that, at the first digits.
fn number(written: &str) -> Option<(usize, usize)> {
    let is_start = |at: usize, c: char| {
        let before = written[..at].chars().next_back();
        (c.is_ascii_digit() || c == '+') && !before.is_some_and(|c| c.is_ascii_digit() || c == '+')
    };
    let starts = written.char_indices().filter(|(at, c)| is_start(*at, *c)).map(|(at, _)| at);
    let mut found = starts.filter_map(|at| {
        let at = if written[..at].ends_with('(') { at - 1 } else { at };
        let (length, whole) = number_end(&written[at..])?;
        Some((at, at + length, whole))
    });
    let first = found.next()?;
    let best = if first.2 { None } else { found.find(|(.., whole)| *whole) };
    let (start, end, _) = best.unwrap_or(first);
    Some((start, end))
}

/// Where a number leads that stands among words: a text message where they say so, or where it can be nothing else.
pub(crate) fn target(written: &str) -> Option<LinkTarget> {
    let (start, end) = number(written)?;
    let text = &written[start..end];
    let dialled = text.split(char::is_alphabetic).next().unwrap_or("");
    let plus = dialled.trim_start_matches('(').starts_with('+');
    // "+44 (0)1582" is dialled without the bracketed nought (ITU-T E.123).
    let dialled = if plus { dialled.replace("(0)", "") } else { dialled.to_owned() };
    let digits: String = dialled.chars().filter(char::is_ascii_digit).collect();
    let by_text = plan::is_text_code(&digits) || digits == "7726" || is_texted(&written[..start]);
    let number = if plus { format!("+{digits}") } else { digits };
    Some(if by_text { LinkTarget::Text(number) } else { LinkTarget::Phone(number) })
}

/// Whether words ask for a text message.
fn is_texted(words: &str) -> bool {
    let texted = |word: &str| {
        ["text", "sms", "tecst", "tecstiwch"].iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    words.split(|c: char| !c.is_alphanumeric()).any(texted)
}

/// Whether there are words, and not just another number or its mark.
fn says_something(behind: &str) -> bool {
    let words = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let always = behind.contains("24/7");
    always
        || words.filter(|word| word.chars().any(char::is_alphabetic) && !looks_like_digits(word)).any(
            |word| {
                word.chars().count() > 1 && !JOINING.iter().any(|joining| joining.eq_ignore_ascii_case(word))
            },
        )
        || behind.starts_with('(')
            && behind.contains(|c: char| c.is_ascii_digit())
            && !behind.starts_with("(0)")
}

/// Letters that stand for digits: `8OO`.
fn looks_like_digits(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'I' | 'l')) && word.len() > 1
}

/// Where the number ends, and whether it is a whole one: behind as many groups as make a whole one, and the extension that follows.
fn number_end(text: &str) -> Option<(usize, bool)> {
    let (mut at, mut digits, mut whole, mut last) = (0, String::new(), None, 0);
    while let Some(length) = group(&text[at..], &digits) {
        digits.extend(text[at..at + length].chars().filter(char::is_ascii_digit));
        at += length;
        last = at;
        if is_whole(text, &digits) {
            whole = Some(at);
        }
    }
    let end = whole.unwrap_or(last);
    (end > 0).then(|| (end + extension(&text[end..]), whole.is_some()))
}

/// The length of the next group of digits with the space or mark before it.
fn group(text: &str, before: &str) -> Option<usize> {
    let gap = text.len() - text.trim_start_matches(|c| is_space(c) || is_joiner(c)).len();
    let rest = &text[gap..];
    // A bracket belongs to a number round its area code, and round the nought behind a country's code.
    let open = match rest.strip_prefix('(') {
        Some(inner) if before.is_empty() || inner.starts_with("0)") => 1,
        Some(_) => return None,
        None => usize::from(rest.starts_with('+')),
    };
    let digits = rest[open..].bytes().take_while(u8::is_ascii_digit).count();
    let behind = &rest[open + digits..];
    let closed = usize::from(behind.starts_with(')') && rest.starts_with('('));
    let stuck = behind.starts_with(char::is_alphabetic);
    (digits > 0 && !stuck && (gap > 0 || before.is_empty() || text.starts_with(|c: char| c.is_ascii_digit())))
        .then_some(gap + open + digits + closed)
}

fn is_whole(text: &str, digits: &str) -> bool {
    match digits.strip_prefix("44").filter(|_| text.trim_start_matches('(').starts_with('+')) {
        Some(rest) => plan::is_whole(&format!("0{}", rest.trim_start_matches('0'))),
        None => {
            let relayed = ["18001", "18002"].iter().find_map(|prefix| digits.strip_prefix(prefix));
            plan::is_short(digits) || plan::is_text_code(digits) || plan::is_whole(relayed.unwrap_or(digits))
        }
    }
}

/// The length of `, option 2` or ` ext. 4410` behind a number, brackets round it included.
fn extension(text: &str) -> usize {
    let start =
        text.len() - text.trim_start_matches(|c| is_space(c) || matches!(c, ',' | ';' | '(' | ':')).len();
    let rest = &text[start..];
    let word = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(&rest[..word])) {
        return 0;
    }
    let after = rest[word..].trim_start_matches(|c| is_space(c) || matches!(c, '.' | ':'));
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let end = text.len() - after.len() + digits;
    let closed = usize::from(text[..end].contains('(') && text[end..].starts_with(')'));
    if digits == 0 { 0 } else { end + closed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_behind_a_number_are_told_from_the_number() {
        for (written, number, behind) in [
            ("999 (101 if not urgent)", "999", "(101 if not urgent)"),
            ("0808 800 5000 (24 hours)", "0808 800 5000", "(24 hours)"),
            ("0808 800 5000 Mon–Fri 9am–5pm", "0808 800 5000", "Mon–Fri 9am–5pm"),
            ("0808 800 5000 24 hours", "0808 800 5000", "24 hours"),
            ("0808 800 5000 9am–5pm", "0808 800 5000", "9am–5pm"),
            ("(01642) 527764 day or night", "(01642) 527764", "day or night"),
            ("01642 527764, option 2 (weekdays)", "01642 527764, option 2", "(weekdays)"),
            ("+44 (0)1582 743885 – office", "+44 (0)1582 743885", "– office"),
            ("0800 1111 (under 19)", "0800 1111", "(under 19)"),
            ("0808\u{a0}800\u{a0}5000\u{a0}free", "0808\u{a0}800\u{a0}5000", "free"),
            ("Call 24/7 on 0808 800 5000 (free)", "0808 800 5000", "(free)"),
            ("18001 0808 800 5000 for deaf people", "18001 0808 800 5000", "for deaf people"),
        ] {
            let found = parts(written).map(|parts| (parts.number, parts.behind));
            assert_eq!(found, Some((number, behind)), "{written}");
        }
    }

    #[test]
    fn numbers_lead_where_they_say() {
        for (written, uri) in [
            ("999 (101 if not urgent)", "tel:999"),
            ("0808 800 5000 (24 hours)", "tel:08088005000"),
            ("Text SHOUT to 85258", "sms:85258"),
            ("Forward to 7726", "sms:7726"),
            ("07700 900 982 (text only)", "tel:07700900982"),
            ("Text 07700 900982", "sms:07700900982"),
            ("+44 (0)1582 743885", "tel:+441582743885"),
            ("111 option 2", "tel:111"),
            ("01642 527764 ext. 4410", "tel:01642527764"),
            ("24/7 on 116 123", "tel:116123"),
        ] {
            assert_eq!(target(written).map(|target| target.uri()).as_deref(), Some(uri), "{written}");
        }
        assert_eq!(target("your GP"), None);
    }

    #[test]
    fn numbers_alone_have_no_words_behind() {
        for written in [
            "999",
            "0808 800 5000",
            "01642 527764 ext. 4410",
            "01642 527764 x4410",
            "01632 960111, option 1",
            "01632 960866 (Option 1)",
            "+44 (0)1582 743885",
            "(01642) 527764",
            "0808 8OO 5OOO",
            "O808 800 5000",
            "0808 800 5000 / 01642 527764",
            "0808 800 5000 or 01642 527764",
            "Text SHOUT to 85258",
            "111 option 2",
            "your GP",
            "",
        ] {
            assert_eq!(parts(written), None, "{written}");
        }
    }
}
