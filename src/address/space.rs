//! Characters that nobody sees: takes one, gives whether it is a space, is drawn at all, or turns the line round.

/// Every kind of space but a line end: what people take for one whatever its width, and whether a line may break there.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r')
}

/// Characters without ink or width that come with pasted text: soft hyphens, zero-width spaces, joiners and
/// direction marks, selectors of emoji, byte order marks, and fillers that look like nothing.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe0e}'
            | '\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
    )
}

/// Controls that turn what follows round, so that another number is printed than the file seems to hold (UAX #9, 2).
pub(crate) const fn is_turning(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether an invisible character is part of how these neighbours are written: joiners inside words of scripts
/// that join their letters, direction marks where letters run from right to left.
pub(crate) fn is_at_work(c: char, before: Option<char>, after: Option<char>, turned: bool) -> bool {
    let joins = |neighbour: Option<char>| {
        neighbour.is_some_and(|c| matches!(c as u32, 0x0590..=0x1fff | 0xa800..=0xabff | 0x10000..=0x1efff))
    };
    match c {
        '\u{200c}' | '\u{200d}' => joins(before) || joins(after),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => turned,
        _ => false,
    }
}

/// The characters of a text that are not ASCII, with their bytes: nearly all of a file is, and is stepped over quickly.
pub(crate) fn beyond_ascii(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    // The other bytes of a character of several begin with the bits 10.
    let begins = text.bytes().enumerate().filter(|(_, byte)| *byte >= 0xc0);
    begins.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)))
}

/// Whether any letter of a text runs from right to left.
pub(crate) fn runs_left(text: &str) -> bool {
    beyond_ascii(text).any(|(_, c)| matches!(c as u32, 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_beyond_ascii_are_found_with_their_places() {
        let text = "a“é”\u{feff}中b😀";
        let expected: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !c.is_ascii()).collect();
        assert_eq!(beyond_ascii(text).collect::<Vec<_>>(), expected);
        assert_eq!(beyond_ascii("plain").count(), 0);
    }
}
