//! Wrapping: takes a paragraph, gives its lines of at most 72 columns. Nothing is broken but at a space, and where a
//! script has none.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns a line has: what people read with ease, and what e-mail shows without breaking it again.
pub(super) const COLUMNS: usize = 72;

/// What must not begin a line (the common part of JIS X 4051 and GB/T 15834).
const CLOSING: &str = "，。、；：？！）》」』】〕”’…—·";

/// What must not end one.
const OPENING: &str = "（《「『【〔“‘";

/// The lines of a paragraph, the first behind `first`, the others behind `rest`. Where the text ends a line, so do they.
pub(super) fn wrap(text: &str, first: &str, rest: &str) -> String {
    let lines = text.split('\n').enumerate();
    lines.map(|(at, line)| line_wrapped(line, if at == 0 { first } else { rest }, rest)).collect()
}

fn line_wrapped(text: &str, first: &str, rest: &str) -> String {
    let (mut lines, mut line) = (String::new(), first.to_owned());
    let mut empty = true;
    for word in text.split_whitespace() {
        for (at, piece) in pieces(word).into_iter().enumerate() {
            let gap = usize::from(at == 0 && !empty);
            if !empty && line.width() + gap + piece.width() > COLUMNS {
                lines.push_str(line.trim_end());
                lines.push('\n');
                rest.clone_into(&mut line);
            } else if gap == 1 {
                line.push(' ');
            }
            line.push_str(piece);
            empty = false;
        }
    }
    lines + line.trim_end() + "\n"
}

/// A word in the parts between which a line may end: each wide character by itself, with what clings to it.
fn pieces(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        let is_wide = |c: char| c.width() == Some(2);
        let may = before.is_some_and(|before| (is_wide(before) || is_wide(c)) && !OPENING.contains(before));
        if may && !CLOSING.contains(c) && c.width() != Some(0) {
            pieces.push(&word[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&word[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_at_most_72_columns_and_lose_no_word() {
        let text =
            "It is worrying that so many young people think it’s a normal part of a relationship. ".repeat(5);
        let wrapped = wrap(&text, "- ", "  ");
        assert!(wrapped.lines().all(|line| line.width() <= COLUMNS), "{wrapped}");
        assert!(wrapped.lines().skip(1).all(|line| line.starts_with("  ")));
        let words: Vec<&str> = wrapped.trim_start_matches("- ").split_whitespace().collect();
        assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn a_long_address_stands_whole() {
        let address = format!("https://a.example/{}", "x".repeat(90));
        assert_eq!(wrap(&format!("See {address} now."), "", ""), format!("See\n{address}\nnow.\n"));
    }

    #[test]
    fn chinese_breaks_between_its_characters_but_not_before_a_stop() {
        let text = "每个孩子都使用互联网。".repeat(8);
        let wrapped = wrap(&text, "", "");
        assert!(
            wrapped.lines().count() == 3 && wrapped.lines().all(|line| line.width() <= COLUMNS),
            "{wrapped}"
        );
        assert!(wrapped.lines().all(|line| !line.starts_with('。')), "{wrapped}");
        assert_eq!(wrapped.replace('\n', ""), text);
    }
}
