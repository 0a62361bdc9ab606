//! Coverage: takes a text and the faces, gives the characters that no face can draw and a family that could.

use crate::font::FontSet;

/// The characters of a text that no face has, with their byte positions. White space and characters that
/// only steer the layout are drawn as nothing, so no face needs them.
pub fn missing<'t>(fonts: &FontSet, text: &'t str) -> impl Iterator<Item = (usize, char)> + 't
where
{
    let uncovered: Vec<(usize, char)> =
        text.char_indices().filter(|(_, c)| !c.is_whitespace() && !steers(*c) && !fonts.covers(*c)).collect();
    uncovered.into_iter()
}

/// Joiners, direction marks, the soft hyphen and variation selectors.
const fn steers(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A free font family that has the script of a character.
#[must_use]
pub const fn helpful_family(c: char) -> Option<&'static str> {
    match c {
        '\u{0250}'..='\u{058f}' | '\u{1e00}'..='\u{20cf}' => Some("Noto Sans"),
        '\u{0590}'..='\u{05ff}' => Some("Noto Sans Hebrew"),
        '\u{0600}'..='\u{077f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            Some("Noto Naskh Arabic")
        }
        '\u{0900}'..='\u{097f}' => Some("Noto Sans Devanagari"),
        '\u{0980}'..='\u{09ff}' => Some("Noto Sans Bengali"),
        '\u{0a00}'..='\u{0a7f}' => Some("Noto Sans Gurmukhi"),
        '\u{0a80}'..='\u{0aff}' => Some("Noto Sans Gujarati"),
        '\u{0b80}'..='\u{0bff}' => Some("Noto Sans Tamil"),
        '\u{0e00}'..='\u{0e7f}' => Some("Noto Sans Thai"),
        '\u{1200}'..='\u{137f}' => Some("Noto Sans Ethiopic"),
        '\u{2100}'..='\u{2bff}' => Some("Noto Sans Symbols 2"),
        '\u{3040}'..='\u{30ff}' => Some("Noto Sans JP"),
        '\u{4e00}'..='\u{9fff}' => Some("Noto Sans SC"),
        '\u{ac00}'..='\u{d7af}' => Some("Noto Sans KR"),
        _ => None,
    }
}
