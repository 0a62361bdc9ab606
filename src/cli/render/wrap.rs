//! Wrapping: takes a sentence and how wide a terminal is, gives it in lines that break between words.

/// The narrowest measure that a sentence can still be read in.
const NARROW: usize = 24;

/// The text in lines of at most `width` characters, the first of them shorter by `before`. A word that is longer,
/// such as an address, has a line of its own and stays whole, and so does the command at the end of advice.
pub(super) fn wrapped(text: &str, before: usize, width: Option<usize>) -> String {
    let Some(width) = width.map(|width| width.saturating_sub(before).max(NARROW)) else {
        return text.to_owned();
    };
    let (mut out, mut filled) = (String::with_capacity(text.len() + 8), 0);
    for part in parts(text) {
        let length = part.chars().count();
        if filled > 0 && filled + part.trim_end().chars().count() > width {
            out.truncate(out.trim_end().len());
            out.push('\n');
            filled = 0;
        }
        out.push_str(part);
        filled += length;
    }
    out
}

/// Words, each with the space behind it. What is to be typed is one part: it stands in `these`, or behind two spaces.
fn parts(text: &str) -> Vec<&str> {
    let (words, typed) = match text.find(":  ") {
        Some(at) => text.split_at(at + 3),
        None => (text, ""),
    };
    let mut inside = false;
    let ends = |c: char| {
        inside ^= c == '`';
        c == ' ' && !inside
    };
    let mut parts: Vec<&str> = words.split_inclusive(ends).collect();
    parts.extend((!typed.is_empty()).then_some(typed));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_no_word_is_lost() {
        let text = "the telephone number of NSPCC Helpline has lost its leading 0";
        let lines = wrapped(text, 4, Some(34));
        assert_eq!(lines, "the telephone number of NSPCC\nHelpline has lost its leading\n0");
        assert!(lines.lines().all(|line| line.chars().count() <= 30), "{lines}");
        assert_eq!(lines.replace('\n', " "), text);
        assert_eq!(wrapped(text, 4, None), text, "where nobody looks, nothing is broken");
    }

    #[test]
    fn what_is_to_be_typed_stays_in_one_piece() {
        let text = "Write a first one with:  briefpress new content/my-briefing.yaml";
        assert_eq!(
            wrapped(text, 0, Some(30)),
            "Write a first one with:\nbriefpress new content/my-briefing.yaml"
        );
        let title = "Put it in quotes: `title: \"Worried: who to call\"`";
        assert_eq!(wrapped(title, 0, Some(40)), "Put it in quotes:\n`title: \"Worried: who to call\"`");
        let long = format!("See https://example.org/{} now", "x".repeat(60));
        assert_eq!(wrapped(&long, 0, Some(30)).lines().count(), 3);
    }
}
