//! The proof: takes what a file holds and what became of it, gives the counts, or the words that do not come out.

use std::collections::BTreeMap;

/// How many words a file has, and where they are now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// In the file.
    pub file: usize,
    /// In the briefing.
    pub briefing: usize,
    /// Waiting for an answer.
    pub waiting: usize,
    /// Left over.
    pub left_over: usize,
}

/// Letters and signs of both sides of the proof: what a file holds counts up, what became of it counts down.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<char, i64>);

impl Tally {
    /// Counts the letters and signs of a text so many times; minus one takes them away.
    pub(super) fn add(&mut self, text: &str, times: i64) {
        for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
            *self.0.entry(letter).or_default() += times;
        }
    }

    /// What does not come out even, as a sentence part; `None` where all does.
    pub(super) fn difference(&self) -> Option<String> {
        let uneven = self.0.iter().filter(|(_, times)| **times != 0).take(10);
        let shown: Vec<String> = uneven
            .map(|(letter, times)| match times {
                1.. => format!("«{letter}» is lost {times} times"),
                _ => format!("«{letter}» is there {} times too often", -times),
            })
            .collect();
        (!shown.is_empty()).then(|| shown.join(", "))
    }
}

/// How many words a text has.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
