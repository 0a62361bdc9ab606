//! Other languages: takes words, gives those that are marked as another language: `[bore da]{lang=cy}`.

use std::ops::Range;

use crate::language::Language;

/// What stands between the words and the tag.
pub(super) const MARK: &str = "]{lang=";

/// Words in another language.
pub(super) struct Tongue {
    /// All of it, brackets and tag included.
    pub whole: Range<usize>,
    /// The words alone.
    pub words: Range<usize>,
    /// Their language.
    pub language: Language,
}

/// The marked words of a text, in order. What is marked wrongly is not among them.
pub(super) fn find(text: &str) -> Vec<Tongue> {
    let mut found: Vec<Tongue> = Vec::new();
    for (close, _) in text.match_indices(MARK) {
        let after = found.last().map_or(0, |last| last.whole.end);
        let tag = close + MARK.len();
        let (Some(open), Some(length)) = (text[after..close].rfind('['), text[tag..].find('}')) else {
            continue;
        };
        let words = after + open + 1..close;
        let language = Language::new(text[tag..tag + length].trim_matches(['"', ' ']));
        let sound = !text[words.clone()].trim().is_empty() && !text[words.clone()].contains([']', '}']);
        if let Some(language) = language.filter(|_| sound) {
            found.push(Tongue { whole: after + open..tag + length + 1, words, language });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_brackets_with_a_tag_are_in_that_language() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = find(text);
            let found: Vec<_> =
                found.iter().map(|tongue| (&text[tongue.words.clone()], tongue.language.tag())).collect();
            assert_eq!(found, expected, "{text}");
        };
        check(
            "Say [bore da]{lang=cy} or [dzień dobry]{lang=pl-PL}.",
            &[("bore da", "cy"), ("dzień dobry", "pl-PL")],
        );
        check("[a [b]{lang=cy}", &[("b", "cy")]);
        check("[words]{lang=} [more]{lang=c} []{lang=cy} none]{lang=cy}", &[]);
        check("[open]{lang=cy", &[]);
        check("", &[]);
    }
}
