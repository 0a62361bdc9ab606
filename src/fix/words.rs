//! Words: takes a text before and after a cure, says whether the words of the writer are the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Code;
use crate::model::Briefing;
use crate::read::is_key;

/// Whether two pieces of YAML have the same letters and digits in the same order. Keys count for nothing: a cure may
/// give a part of a value a key of its own.
pub(super) fn same_letters(before: &str, after: &str) -> bool {
    letters(before) == letters(after)
}

fn letters(text: &str) -> String {
    let values = text.lines().flat_map(|line| without_key(line).chars());
    let plain = values.filter(|c| c.is_alphanumeric()).flat_map(|c| match c {
        // Ligatures, which a PDF puts in the place of letters, say the same letters.
        '\u{fb00}' => "ff".chars().collect::<Vec<_>>(),
        '\u{fb01}' => "fi".chars().collect(),
        '\u{fb02}' => "fl".chars().collect(),
        '\u{fb03}' => "ffi".chars().collect(),
        '\u{fb04}' => "ffl".chars().collect(),
        c => vec![c],
    });
    plain.collect()
}

/// Whether several pieces of YAML together have the same words before and after: words moved from one to another.
pub(super) fn same_words<'t>(pieces: impl Iterator<Item = (&'t str, &'t str)>) -> bool {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (old, new) in pieces {
        for (text, words) in [(old, &mut before), (new, &mut after)] {
            let values =
                text.lines().flat_map(|line| without_key(line).split(|c: char| !c.is_alphanumeric()));
            words.extend(values.filter(|word| !word.is_empty()));
        }
    }
    before.sort_unstable();
    after.sort_unstable();
    before == after
}

/// What stands before an entry of a list, whatever its writer took for a hyphen.
const MARKS: [char; 10] =
    ['-', '*', '\u{2022}', '\u{b7}', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{ff0d}'];

/// A line without the key at its beginning: `- purpose: Immediate danger` says "Immediate danger".
fn without_key(line: &str) -> &str {
    let text = line.trim_start_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    // A key of the format whose colon is missing, or is another sign.
    let end = text.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(text.len());
    let sign = |c: char| c.is_whitespace() || matches!(c, ':' | '\u{ff1a}' | ';' | '=' | '.' | '*');
    if is_key(&text[..end]) && (text[end..].is_empty() || text[end..].starts_with(sign)) {
        let behind = text[end..].trim_start();
        if text[end..].is_empty()
            || behind.starts_with([':', '\u{ff1a}', ';', '=', '*'])
            || text[end..].starts_with(". ")
        {
            return &text[end..];
        }
    }
    // The same in a capital, where a mark stands in the place of the colon.
    let end = text.find(|c: char| !(c.is_ascii_alphabetic() || c == '_')).unwrap_or(text.len());
    let behind = text[end..].trim_start();
    let marked = behind.starts_with([';', '=', '\u{2013}', '\u{2014}', '\u{2192}'])
        || behind.len() < text[end..].len() && (behind.starts_with("- ") || behind.starts_with("-> "));
    if marked && is_key(&text[..end].to_ascii_lowercase()) {
        return behind;
    }
    match text.split_once(':') {
        Some((key, value))
            if !key.is_empty()
                && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
                && (value.is_empty() || value.starts_with(' ')) =>
        {
            value
        }
        _ => line,
    }
}

/// Whether a code is about what is no word of the writer: keys, days, colours, names of files, what a program left
/// behind where the text was copied from.
pub(super) const fn is_no_word(code: Code) -> bool {
    matches!(
        code,
        Code::UnknownKey
            | Code::BadValue
            | Code::WrongType
            | Code::LinkTarget
            | Code::PictureFile
            | Code::LeftOver
            | Code::HeadingNumbered
    )
}

/// How often each letter and digit is printed. A text that stands in two places, as on the back of the card, counts
/// once: it is one text in the file.
pub(super) fn printed(briefing: &Briefing) -> BTreeMap<char, usize> {
    let mut texts = BTreeSet::new();
    briefing.for_each_text(&mut |text, span| {
        texts.insert((span, text.to_owned()));
    });
    let mut count = BTreeMap::new();
    for c in texts.iter().flat_map(|(_, text)| text.chars()).filter(|c| c.is_alphanumeric()) {
        *count.entry(c).or_default() += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_in_a_capital_is_no_word_where_a_mark_follows_it() {
        assert!(same_letters("Title - Missing children", "title: Missing children"));
        assert!(same_letters("  - Heading = Signs", "  - heading: Signs"));
        assert!(!same_letters("Title deeds - lost", "deeds lost"));
    }

    #[test]
    fn words_may_move_from_one_value_to_another() {
        let moved = [
            ("999 (101 if not urgent)", "\"999\""),
            ("Immediate danger", "Immediate danger, 101 if not urgent"),
        ];
        assert!(same_words(moved.into_iter()));
        let lost = [("999 (101 if not urgent)", "\"999\""), ("Danger", "Danger, 101 if urgent")];
        assert!(!same_words(lost.into_iter()));
    }

    #[test]
    fn marks_and_spaces_are_no_words_and_digits_are() {
        for (before, after) in [
            ("08088005000", "0808 800 5000"),
            ("\u{2022} one sign", "- one sign"),
            ("Minute 1: Why", "\"Minute 1: Why\""),
            ("\u{201c}999\u{201d}", "\"999\""),
            ("phone: 0808 800 5000 (24 hours)", "phone: 0808 800 5000\n    hours: 24 hours"),
            ("safe\u{ad}guarding", "safeguarding"),
        ] {
            assert!(same_letters(before, after), "{before} and {after}");
        }
        for (before, after) in [
            ("8451 228 669", "0845 122 8669"),
            ("999", "101"),
            ("Call now: ring 999", "ring 999"),
            ("note: tell the lead", "lead: tell the note"),
            ("O808", "0808"),
            ("Tell", "tell"),
        ] {
            assert!(!same_letters(before, after), "{before} and {after}");
        }
    }
}
