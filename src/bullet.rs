//! Bullets: takes the words of a line, gives the sign that a person typed before them to make an item of a list.
//!
//! Reading takes such a line for an item, and so does what brings in a file of a word processor: with two lists of
//! signs a file would come in as words that are read back as something else.

/// Signs that are nothing else, whatever follows them.
const ALONE: [char; 20] = [
    '•', '▪', '◦', '‣', '⁃', '●', '○', '■', '□', '▫', '➢', '➤', '►', '❖', '◆', '\u{f0b7}', '\u{f0a7}',
    '\u{f0d8}', '\u{f0fc}', '\u{f076}',
];

/// Signs that need a space behind them, or they belong to a word.
const BEFORE_A_SPACE: [char; 15] =
    ['·', '∙', '✓', '✔', '☑', '☐', '✅', '→', '★', '☆', '⭐', '❯', '➔', '⇒', '👉'];

/// Letters that the signs of Wingdings become in another font, as q does; only a tab tells them from words.
const BEFORE_A_TAB: [char; 3] = ['§', 'Ø', 'ü'];

/// Whether a sign is a bullet before what stands behind it.
pub(crate) fn is_bullet(sign: char, behind: &str) -> bool {
    match sign {
        'o' => behind.starts_with(char::is_whitespace),
        'q' => behind.starts_with('\t'),
        // Nearly every line begins with a letter, and no other one of these is a sign.
        _ if sign.is_ascii() => false,
        _ => is_drawn(sign, behind) || (BEFORE_A_TAB.contains(&sign) && behind.starts_with('\t')),
    }
}

/// The same of signs that are no letters, which are bullets behind a hyphen too: `- • one`.
pub(crate) fn is_drawn(sign: char, behind: &str) -> bool {
    ALONE.contains(&sign) || (BEFORE_A_SPACE.contains(&sign) && behind.starts_with(char::is_whitespace))
}

/// A number drawn as a picture, `①`, `❶` or the picture of a key, `1\u{fe0f}\u{20e3}`: which it is, from 1 to 9, and
/// how many bytes it has.
pub(crate) fn pictured_number(words: &str) -> Option<(u32, usize)> {
    let c = words.chars().next()?;
    let behind = &words[c.len_utf8()..];
    if let Some(digit) = c.to_digit(10).filter(|digit| *digit > 0) {
        let rest = behind.strip_prefix('\u{fe0f}').unwrap_or(behind).strip_prefix('\u{20e3}')?;
        return Some((digit, words.len() - rest.len()));
    }
    let first = match c {
        '\u{2460}'..='\u{2468}' => 0x2460,
        '\u{2474}'..='\u{247c}' => 0x2474,
        '\u{2776}'..='\u{277e}' => 0x2776,
        '\u{2780}'..='\u{2788}' => 0x2780,
        '\u{278a}'..='\u{2792}' => 0x278a,
        _ => return None,
    };
    Some((c as u32 - first + 1, c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_from_words() {
        for (sign, behind) in
            [('•', "x"), ('→', " x"), ('☐', "\u{a0}x"), ('o', " x"), ('Ø', "\tx"), ('q', "\tx")]
        {
            assert!(is_bullet(sign, behind), "{sign}{behind}");
        }
        for (sign, behind) in [('→', "x"), ('o', "ne"), ('Ø', " x"), ('a', " x"), ('✓', "")] {
            assert!(!is_bullet(sign, behind), "{sign}{behind}");
        }
        assert!(is_drawn('•', "x") && !is_drawn('o', " x"));
    }

    #[test]
    fn numbers_are_read_from_their_pictures() {
        let of = |words: &str| pictured_number(words).map(|(number, _)| number);
        assert_eq!(["① a", "❾ a", "➀", "3\u{fe0f}\u{20e3} a", "⑨"].map(of), [1, 9, 1, 3, 9].map(Some));
        assert_eq!(["1 a", "0\u{20e3}", "⑩", "a", ""].map(of), [None; 5]);
    }
}
