//! Reading age: takes a text, gives its sentences, syllables and the age that reads it with ease.
//!
//! The formula is the Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, 1975):
//! 0.39 · words / sentences + 11.8 · syllables / words − 15.59. An American grade is five years of age.

use std::ops::Range;

use super::prose::{bare, words};

/// Counts that the formula needs; those of two texts can be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Words with at least one letter or digit.
    pub words: usize,
    /// Sentences; an item of a list is one, with or without its full stop.
    pub sentences: usize,
    /// Syllables, as far as spelling shows them.
    pub syllables: usize,
}

impl Counts {
    /// The counts of two texts together.
    pub(super) const fn plus(self, other: Counts) -> Counts {
        Counts {
            words: self.words + other.words,
            sentences: self.sentences + other.sentences,
            syllables: self.syllables + other.syllables,
        }
    }

    /// The age in years, from 5 up; `None` where there are no words.
    pub(super) fn age(self) -> Option<u32> {
        if self.words == 0 || self.sentences == 0 {
            return None;
        }
        let (words, sentences, syllables) = (self.words as f32, self.sentences as f32, self.syllables as f32);
        let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        Some((grade + 5.0).round().max(5.0) as u32)
    }
}

/// Tells the sentences of a line, each with what is counted in it: they end at a full stop, question mark or exclamation
/// mark before a space. Each word is told too, with its place and without the punctuation round it, so that other rules
/// need not look for the words again.
pub(super) fn sentences<'t>(
    text: &'t str,
    mut see: impl FnMut(Range<usize>, Counts),
    mut see_word: impl FnMut(usize, &'t str, &'t str),
) {
    let mut start: Option<usize> = None;
    let (mut end, mut counts) = (0, Counts::default());
    let mut close = |range: Range<usize>, counts: &mut Counts| {
        // Without a word it is no sentence.
        let counts = std::mem::take(counts);
        if counts.words > 0 {
            see(range, Counts { sentences: 1, ..counts });
        }
    };
    for (at, word) in words(text) {
        start.get_or_insert(at);
        end = at + word.len();
        let spoken = bare(word);
        see_word(at, word, spoken);
        if !spoken.is_empty() {
            counts.words += 1;
            counts.syllables += syllables(spoken);
        }
        if is_last(word) {
            close(start.take().unwrap_or(at)..end, &mut counts);
        }
    }
    if let Some(start) = start {
        close(start..end, &mut counts);
    }
}

/// Whether a sentence ends with a word.
fn is_last(word: &str) -> bool {
    // Nearly all words end with a letter.
    if word.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return false;
    }
    let closed = word.trim_end_matches(['"', '\'', ')', '\u{201d}', '\u{2019}']);
    // "e.g." and "i.e." have a full stop inside; "Dr." and "St." are short names.
    closed.strip_suffix(['.', '?', '!']).is_some_and(|stem| {
        !stem.contains('.') && !matches!(closed, "Dr." | "Mr." | "Mrs." | "Ms." | "St." | "etc." | "No.")
    })
}

/// Syllables of an English word, as far as spelling shows them: groups of vowels, without a silent e at the end; never
/// none.
fn syllables(word: &str) -> usize {
    let (mut count, mut was_vowel) = (0, false);
    // The last four letters, small ones; one that is not ASCII ends no word in a way that counts.
    let mut end = 0_u32;
    let mut see = |is_vowel: bool, letter: u8| {
        count += usize::from(is_vowel && !was_vowel);
        was_vowel = is_vowel;
        end = end << 8 | u32::from(letter);
    };
    if word.is_ascii() {
        for letter in word.bytes().map(|byte| byte.to_ascii_lowercase()) {
            see(matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'), letter);
        }
    } else {
        for c in word.chars().flat_map(char::to_lowercase) {
            see("aeiouyáéíóúâêîôûŵŷ".contains(c), u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(0));
        }
    }
    let ends_with = |letters: &[u8]| {
        letters.iter().rev().enumerate().all(|(place, letter)| (end >> (8 * place)) as u8 == *letter)
    };
    let silent = (ends_with(b"e") && !ends_with(b"le"))
        || (ends_with(b"ed") && !ends_with(b"ted") && !ends_with(b"ded"))
        || (ends_with(b"es")
            && !["ses", "zes", "xes", "ches", "shes", "ges", "ces"]
                .iter()
                .any(|letters| ends_with(letters.as_bytes())));
    if silent && count > 1 && !ends_with(b"ee") {
        count -= 1;
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_those_of_a_dictionary() {
        for (word, expected) in [
            ("cat", 1),
            ("shared", 1),
            ("child", 1),
            ("people", 2),
            ("wanted", 2),
            ("images", 3),
            ("abuse", 2),
            ("exploitation", 4),
            ("information", 4),
            ("young", 1),
            ("police", 2),
            ("the", 1),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn sentences_end_where_a_reader_takes_breath() {
        let check = |text: &str, expected: &[&str]| {
            let mut found = Vec::new();
            sentences(text, |range, _| found.push(&text[range]), |_, _, _| {});
            assert_eq!(found, expected);
        };
        check("Stay calm. Do not judge! Who sent it", &["Stay calm.", "Do not judge!", "Who sent it"]);
        check(
            "Tell someone, e.g. the police, at 3.30 today.",
            &["Tell someone, e.g. the police, at 3.30 today."],
        );
        check("He said \u{201c}no.\u{201d} She left.", &["He said \u{201c}no.\u{201d}", "She left."]);
        check(" \u{2013} ", &[]);
    }

    #[test]
    fn the_age_is_the_published_formula() {
        // 0.39 · 6 / 1 + 11.8 · 6 / 6 − 15.59 is below zero, which is the youngest age.
        let mut whole = Counts::default();
        sentences("The cat sat on the mat.", |_, counts| whole = whole.plus(counts), |_, _, _| {});
        assert_eq!(whole, Counts { words: 6, sentences: 1, syllables: 6 });
        assert_eq!(whole.age(), Some(5));
        let counts = Counts { words: 100, sentences: 5, syllables: 150 };
        // 0.39 · 20 + 11.8 · 1.5 − 15.59 = 9.91, and five years more.
        assert_eq!(counts.age(), Some(15));
        assert_eq!(Counts::default().age(), None);
    }
}
