//! A word with all that stands round it: takes a text and a place, gives what stands before and behind.

/// A word of a text, with all that stands round it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'t> {
    /// The text.
    pub text: &'t str,
    /// The byte where the word begins.
    pub start: usize,
    /// The byte behind its last letter.
    pub end: usize,
    /// Whether the text is a value of one line, such as a heading.
    pub one_line: bool,
}

impl<'t> Seen<'t> {
    /// What stands before the word.
    pub(super) fn before(&self) -> &'t str {
        &self.text[..self.start]
    }

    /// What stands behind it.
    pub(super) fn after(&self) -> &'t str {
        &self.text[self.end..]
    }

    /// How many figures stand behind the word and a space.
    pub(super) fn figures_behind(&self) -> usize {
        let behind = self.after().strip_prefix(' ').unwrap_or("");
        behind.bytes().take_while(u8::is_ascii_digit).count()
    }

    /// The word itself.
    pub(super) fn word(&self) -> &'t str {
        &self.text[self.start..self.end]
    }

    /// How many bytes of one of these stand right behind the word, in letters of any size.
    pub(super) fn goes_on(&self, ways: &[&str]) -> Option<usize> {
        let behind = self.after();
        let same = |way: &&&str| behind.get(..way.len()).is_some_and(|own| own.eq_ignore_ascii_case(way));
        let way = ways.iter().find(same)?;
        // A longer word is another one.
        let letter = |c: char| c.is_alphanumeric();
        let ends = !way.ends_with(letter) || !behind[way.len()..].starts_with(letter);
        ends.then_some(way.len())
    }

    /// Where one of these begins that stands right before the word, in letters of any size.
    pub(super) fn comes_after(&self, ways: &[&str]) -> Option<usize> {
        let before = self.before();
        ways.iter().find_map(|way| {
            let at = before.len().checked_sub(way.len())?;
            let same = before.get(at..)?.eq_ignore_ascii_case(way);
            let alone = !before[..at].ends_with(char::is_alphanumeric);
            (same && (alone || way.starts_with(' '))).then_some(at)
        })
    }

    /// Whether a sentence begins with the word.
    pub(super) fn begins_sentence(&self) -> bool {
        let before = self.before().trim_end();
        before.is_empty() || before.ends_with(['.', '!', '?', ':', '(', '\u{2022}'])
    }

    /// Whether nothing but spaces and punctuation stands behind the byte at so many behind the word.
    pub(super) fn ends_text(&self, length: usize) -> bool {
        !self.after()[length..].contains(char::is_alphanumeric)
    }
}
