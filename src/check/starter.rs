//! The words of the page that `new` writes: sentences that advise the writer and are no part of a briefing.
//!
//! The page itself marks them: each line of advice ends with `MARK`, which is left out of what is written.

use std::sync::LazyLock;

const PAGE: &str = include_str!("../starter/starter.yaml");

/// What a line of advice ends with in the page.
pub const MARK: &str = " <~";

/// Shorter sentences are said in briefings too.
const FEWEST: usize = 4;

/// Every sentence of advice.
pub(super) static SENTENCES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = PAGE.lines().filter_map(|line| line.strip_suffix(MARK));
    let words = lines.map(|line| {
        let line = line.trim().trim_start_matches("- ");
        line.strip_prefix("name: ").unwrap_or(line)
    });
    let sentences =
        words.flat_map(|line| line.split(". ")).map(|sentence| sentence.trim_end_matches(['.', ':']));
    sentences.filter(|sentence| sentence.split(' ').count() >= FEWEST).collect()
});

/// The bytes that a sentence of advice begins with: of most words none does, and they need not be compared.
pub(super) fn firsts() -> &'static [bool; 256] {
    static FIRST: LazyLock<[bool; 256]> = LazyLock::new(|| {
        let mut first = [false; 256];
        SENTENCES
            .iter()
            .filter_map(|sentence| sentence.bytes().next())
            .for_each(|byte| first[usize::from(byte)] = true);
        first
    });
    &FIRST
}

/// How many sections of a page that nobody has changed are told to have them.
#[must_use]
pub fn template_sections() -> usize {
    let sections = PAGE.split("- heading: ").skip(1);
    sections.filter(|section| section.lines().any(|line| line.ends_with(MARK))).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_told_from_words_that_may_stay() {
        assert!(SENTENCES.contains(&"Your Safeguarding Children Board"), "{SENTENCES:?}");
        assert!(SENTENCES.contains(&"one sign to look for"), "{SENTENCES:?}");
        assert!(SENTENCES.len() >= 7 && !SENTENCES.iter().any(|sentence| sentence.contains("ring 999")));
        assert_eq!(template_sections(), 5);
    }
}
