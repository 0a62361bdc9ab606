//! Quotes: takes words, gives them as a value that YAML reads back as these words, or cut for a message.

/// The words in quotation marks: single ones where they hold double ones.
pub(super) fn quoted(words: &str) -> String {
    match (words.contains('"') || words.contains('\\'), words.contains('\'')) {
        (false, _) => format!("\"{words}\""),
        (true, false) => format!("'{words}'"),
        (true, true) => format!("'{}'", words.replace('\'', "''")),
    }
}

/// Words of the user inside a message: long ones are cut, for the place shows them whole.
pub(crate) fn shortened(text: &str) -> String {
    const MAX: usize = 60;
    let line = text.lines().next().unwrap_or("");
    if line.chars().count() <= MAX {
        line.to_owned()
    } else {
        line.chars().take(MAX).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_inside_are_kept() {
        assert_eq!(quoted("Worried: who to call"), "\"Worried: who to call\"");
        assert_eq!(quoted("\"Jean\" – a review"), "'\"Jean\" – a review'");
        assert_eq!(quoted("It's \"Jean\""), "'It''s \"Jean\"'");
    }
}
