//! Quotation marks: takes words, tells those of every language in `languages/` from what they stand round.
//!
//! All languages count at once: an English briefing quotes a Polish line, and Word sets the marks of the language that
//! it takes a text for, which is not always the right one.

use super::known::pairs;

/// Whether a character is a quotation mark of a language. The straight ones, which are YAML's, are not among them.
#[must_use]
pub fn is_quote(c: char) -> bool {
    !c.is_ascii() && pairs().iter().any(|(open, close)| c == *open || c == *close)
}

/// What messages call the marks that a text begins with: those that Word makes of straight ones are curly.
#[must_use]
pub fn quotes_called(text: &str) -> &'static str {
    match text.starts_with(|c| matches!(c, '\u{2018}'..='\u{201f}')) {
        true => "curly quotes",
        false => "quotation marks",
    }
}

/// What stands inside the one pair of quotation marks that is round all of a text: a pair of some language, or the
/// same mark twice, as they come of a hasty hand.
#[must_use]
pub fn unquoted(text: &str) -> Option<&str> {
    let mut rest = text.chars();
    let (first, last) = (rest.next()?, rest.next_back()?);
    // An apostrophe may begin a word and end another.
    let alike = first == last && is_quote(first) && first != APOSTROPHE;
    let inner = rest.as_str();
    let is_free = !inner.contains(|c| c != APOSTROPHE && is_quote(c));
    ((alike || pairs().contains(&(first, last))) && is_free).then_some(inner)
}

/// A closing mark of some languages that is also a letter's stand-in.
const APOSTROPHE: char = '\u{2019}';
