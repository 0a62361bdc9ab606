//! A telephone number as people write it: takes it with all that stands round it, gives the number alone.

use super::space::is_space;

/// What people type between the groups of a number in place of a space.
pub(crate) fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '_' | '·')
}

/// The number without "Text", "Tel:", "option 2", "ext. 4410" and remarks in words.
pub(crate) fn strip_words(written: &str) -> String {
    let text = written.replace(is_space, " ");
    let is_number = |word: &str| word.starts_with('+') || word.contains(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = words.iter().position(|word| is_number(word) || *word == "(0)").unwrap_or(0);
    let is_remark = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
        let numbered = bare
            .strip_prefix("ext")
            .or(bare.strip_prefix('x'))
            .is_some_and(|rest| rest.trim_start_matches('.').chars().all(|c| c.is_ascii_digit()));
        numbered
            || (bare.len() > 1
                && bare.chars().all(char::is_alphabetic)
                && !bare.trim_matches(['o', 'l', 'i']).is_empty())
    };
    // "or" and "and" lead to a second number, which must not be taken for a remark.
    let end = words[first..]
        .iter()
        .position(|word| is_remark(word) && !matches!(word.to_ascii_lowercase().as_str(), "or" | "and"))
        .map_or(words.len(), |at| first + at);
    words[first..end.max(first)].join(" ").trim_end_matches([',', ';', '(', ' ']).to_owned()
}
