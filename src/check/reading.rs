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
    /// The counts of a line.
    pub(super) fn of(text: &str) -> Self {
        let spoken = words(text).map(|(_, word)| bare(word)).filter(|word| !word.is_empty());
        let mut counts = Counts { sentences: sentences(text).len(), ..Counts::default() };
        let mut lower = String::new();
        for word in spoken {
            lower.clear();
            if word.is_ascii() {
                lower.push_str(word);
                lower.make_ascii_lowercase();
            } else {
                lower.extend(word.chars().flat_map(char::to_lowercase));
            }
            counts.words += 1;
            counts.syllables += syllables(&lower);
        }
        counts
    }

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

/// Sentences of a line: they end at a full stop, question mark or exclamation mark before a space.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let mut end = 0;
    for (at, word) in words(text) {
        start.get_or_insert(at);
        end = at + word.len();
        let closed = word.trim_end_matches(['"', '\'', ')', '\u{201d}', '\u{2019}']);
        // "e.g." and "i.e." have a full stop inside; "Dr." and "St." are short names.
        let stem = closed.strip_suffix(['.', '?', '!']).unwrap_or(closed);
        let short =
            stem.contains('.') || matches!(closed, "Dr." | "Mr." | "Mrs." | "Ms." | "St." | "etc." | "No.");
        if closed.ends_with(['.', '?', '!']) && !short {
            found.extend(start.take().map(|start| start..end));
        }
    }
    found.extend(start.map(|start| start..end));
    found.retain(|range| text[range.clone()].contains(char::is_alphanumeric));
    found
}

/// Syllables of an English word in small letters: groups of vowels, without a silent e at the end; never none.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| match c {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => true,
        _ => !c.is_ascii() && "áéíóúâêîôûŵŷ".contains(c),
    };
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        count += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = (word.ends_with('e') && !word.ends_with("le"))
        || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"))
        || (word.ends_with("es")
            && !["ses", "zes", "xes", "ches", "shes", "ges", "ces"].iter().any(|end| word.ends_with(end)));
    if silent && count > 1 && !word.ends_with("ee") {
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
            let found: Vec<_> = sentences(text).into_iter().map(|range| &text[range]).collect();
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
        assert_eq!(Counts::of("The cat sat on the mat.").age(), Some(5));
        let counts = Counts { words: 100, sentences: 5, syllables: 150 };
        // 0.39 · 20 + 11.8 · 1.5 − 15.59 = 9.91, and five years more.
        assert_eq!(counts.age(), Some(15));
        assert_eq!(Counts::default().age(), None);
    }
}
