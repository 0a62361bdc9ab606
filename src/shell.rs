//! Shell: takes a word of a command, gives it as a shell takes it for one word.

/// The word as it is where no shell finds anything in it, else in quotes.
///
/// Double quotes mean the same to every shell, those of Windows too, unless the word has signs that Unix shells read
/// inside them.
#[must_use]
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+:,@=\\".contains(c);
    let windows = cfg!(windows);
    if !word.is_empty() && word.chars().all(|c| plain(c) && (windows || c != '\\')) {
        return word.to_owned();
    }
    if windows || !word.contains(['"', '$', '`', '\\', '!']) {
        return format!("\"{word}\"");
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stays_one_word() {
        assert_eq!(quoted("content/cse.yaml"), "content/cse.yaml");
        assert_eq!(quoted("content/diogelu-plant-ŵyl.yaml"), "content/diogelu-plant-ŵyl.yaml");
        assert_eq!(quoted("My briefings/a b.yaml"), "\"My briefings/a b.yaml\"");
        assert_eq!(quoted("it's.yaml"), "\"it's.yaml\"");
        assert_eq!(quoted(""), "\"\"");
    }

    #[cfg(unix)]
    #[test]
    fn what_a_shell_would_read_inside_double_quotes_stands_in_single_ones() {
        assert_eq!(quoted("a $HOME's.yaml"), r"'a $HOME'\''s.yaml'");
        assert_eq!(quoted("a\\b"), r"'a\b'");
    }
}
