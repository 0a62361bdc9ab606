//! Markup: takes words, gives them as XML and HTML write them, so that no word of a person's becomes a tag.

/// Adds words to markup that is being written.
pub fn push_escaped(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

/// Words as they stand in markup, also in an attribute in double quotes.
#[must_use]
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    push_escaped(&mut out, words);
    out
}

/// Whether XML 1.0 has no way to write a character, not even as a number (its production 2).
#[must_use]
pub const fn is_barred(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_becomes_a_tag_or_ends_an_attribute() {
        assert_eq!(escaped("a<b & \"c\">"), "a&lt;b &amp; &quot;c&quot;&gt;");
        assert!(is_barred('\u{1b}') && is_barred('\0') && !is_barred('\t') && !is_barred('\u{9d}'));
    }
}
