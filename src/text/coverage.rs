//! Coverage: takes faces and text, gives the characters no face has and the family that would help.

use super::join::is_space_like;
use crate::font::FontSet;

/// The characters of `text` that no face can draw, each with its first byte.
///
/// Characters that need no glyph of their own are accepted: tabs and line ends are drawn as a space,
/// the other spaces of Unicode as a space of their width, and joiners, direction marks, soft hyphens and
/// variation selectors are not drawn at all. Control characters are not accepted, for they have no place
/// in a text that is read.
pub fn missing<'a>(fonts: &'a FontSet, text: &'a str) -> impl Iterator<Item = (usize, char)> + 'a {
    text.char_indices().filter(|(_, c)| !fonts.covers(*c) && !needs_no_glyph(*c))
}

const fn needs_no_glyph(c: char) -> bool {
    is_space_like(c) || is_space(c) || is_ignorable(c)
}

/// General category Zs, as far as the engine draws it with the glyph of the space.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// `Default_Ignorable_Code_Point` (UAX #44), as far as text uses it.
const fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// What to type for a character that word processors put in place of an ordinary one.
#[must_use]
pub const fn ordinary(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{fe63}' | '\u{ff0d}' => "an ordinary hyphen, `-`,",
        '\u{2015}' => "a dash, `—`,",
        '\u{2bc}' | '\u{201b}' | '\u{2032}' | '\u{ff07}' => "an apostrophe, `'`,",
        '\u{201f}' | '\u{2033}' | '\u{ff02}' => "a quotation mark, `\"`,",
        '\u{fb00}' => "`ff`",
        '\u{fb01}' => "`fi`",
        '\u{fb02}' => "`fl`",
        '\u{fb03}' => "`ffi`",
        '\u{fb04}' => "`ffl`",
        // Bullets, those of the fonts Symbol and Wingdings among them.
        '\u{2023}' | '\u{2043}' | '\u{25a0}' | '\u{25aa}' | '\u{25cf}' | '\u{25e6}' | '\u{f0a7}'
        | '\u{f0b7}' => "`- ` at the beginning of a line, for a list,",
        _ => return None,
    })
}

/// The ordinary letter, digit or mark that a character of another script looks like: Cyrillic and Greek letters that
/// came into a Latin word by a slip of the keyboard or to get past a filter, wide forms, and digits of Arabic.
#[must_use]
pub fn look_alike(c: char) -> Option<char> {
    const ALIKE: [(&str, &str); 2] = [
        ("АВЕКМНОРСТХаеорсухѕіјԁһ", "ABEKMHOPCTXaeopcyxsijdh"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνα", "ABEZHIKMNOPTYXopva"),
    ];
    let code = u32::from(c);
    match code {
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0),
        0x0660..=0x0669 => char::from_digit(code - 0x0660, 10),
        0x06F0..=0x06F9 => char::from_digit(code - 0x06F0, 10),
        // Bold and slanted letters of mathematics, with which networks that have no bold words make some.
        0x1D400..=0x1D6A3 => {
            let at = (code - 0x1D400) % 52;
            char::from_u32(if at < 26 { 0x41 + at } else { 0x61 + at - 26 })
        }
        0x1D7CE..=0x1D7FF => char::from_digit((code - 0x1D7CE) % 10, 10),
        _ => ALIKE.iter().find_map(|(others, own)| {
            let at = others.chars().position(|other| other == c)?;
            own.chars().nth(at)
        }),
    }
}

/// The name of a font family with a free licence that has the character, for a message. There is none
/// for emoji: they are pictures and not letters, and are not supported.
#[must_use]
pub const fn helpful_family(c: char) -> Option<&'static str> {
    Some(match c as u32 {
        // Latin with Vietnamese, Greek, Cyrillic, and general punctuation.
        0x0000..=0x052F | 0x1C80..=0x1C8F | 0x1D00..=0x1FFF | 0x2000..=0x20CF | 0x2C60..=0x2C7F => {
            "Noto Sans"
        }
        0x2DE0..=0x2E7F | 0xA640..=0xA69F | 0xA720..=0xA7FF | 0xAB30..=0xAB6F | 0xFB00..=0xFB06 => {
            "Noto Sans"
        }
        0x0530..=0x058F | 0xFB13..=0xFB17 => "Noto Sans Armenian",
        0x0590..=0x05FF | 0xFB1D..=0xFB4F => "Noto Sans Hebrew",
        0x0600..=0x06FF | 0x0750..=0x077F | 0x0870..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => {
            "Noto Naskh Arabic"
        }
        0x0700..=0x074F => "Noto Sans Syriac",
        0x0900..=0x097F | 0xA8E0..=0xA8FF => "Noto Sans Devanagari",
        0x0980..=0x09FF => "Noto Sans Bengali",
        0x0A00..=0x0A7F => "Noto Sans Gurmukhi",
        0x0A80..=0x0AFF => "Noto Sans Gujarati",
        0x0B00..=0x0B7F => "Noto Sans Oriya",
        0x0B80..=0x0BFF => "Noto Sans Tamil",
        0x0C00..=0x0C7F => "Noto Sans Telugu",
        0x0C80..=0x0CFF => "Noto Sans Kannada",
        0x0D00..=0x0D7F => "Noto Sans Malayalam",
        0x0D80..=0x0DFF => "Noto Sans Sinhala",
        0x0E00..=0x0E7F => "Noto Sans Thai",
        0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => "Noto Sans Georgian",
        0x1200..=0x139F | 0x2D80..=0x2DDF => "Noto Sans Ethiopic",
        0x3040..=0x30FF | 0x31F0..=0x31FF => "Noto Sans JP",
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7FF => "Noto Sans KR",
        0x2E80..=0x303F | 0x3100..=0x312F | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF => {
            "Noto Sans SC"
        }
        0xFF00..=0xFFEF | 0x20000..=0x3FFFF => "Noto Sans SC",
        0x2200..=0x22FF | 0x27C0..=0x27EF | 0x2980..=0x2AFF | 0x1D400..=0x1D7FF => "Noto Sans Math",
        0x2100..=0x21FF | 0x2300..=0x27BF | 0x27F0..=0x297F | 0x2B00..=0x2BFF => "Noto Sans Symbols 2",
        0x1F000..=0x1F2FF | 0x1F650..=0x1F67F | 0x1F700..=0x1F8FF => "Noto Sans Symbols 2",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_names_what_cannot_be_drawn_and_nothing_else() {
        let fonts = FontSet::embedded();
        let check = |text: &str, expected: &[(usize, char)]| {
            assert_eq!(missing(&fonts, text).collect::<Vec<_>>(), expected, "{text:?}");
        };
        check("plain text, “quoted” – and Ŵŷ", &[]);
        check("tab\tline\nreturn\r\nspace\u{a0}\u{2009}\u{202f}.", &[]);
        check("soft\u{ad}hyphen zero\u{200b}width \u{200d}joined\u{fe0f}\u{feff}", &[]);
        check("aЖb", &[(1, 'Ж')]);
        check("bell\u{7}", &[(4, '\u{7}')]);
        check("é😀 ا", &[(2, '😀'), (7, 'ا')]);
    }

    #[test]
    fn hints_name_a_family_for_the_script() {
        for (c, family) in [
            ('Ж', "Noto Sans"),
            ('α', "Noto Sans"),
            ('ệ', "Noto Sans"),
            ('ا', "Noto Naskh Arabic"),
            ('ਪ', "Noto Sans Gurmukhi"),
            ('ব', "Noto Sans Bengali"),
            ('ગ', "Noto Sans Gujarati"),
            ('א', "Noto Sans Hebrew"),
            ('中', "Noto Sans SC"),
            ('☎', "Noto Sans Symbols 2"),
        ] {
            assert_eq!(helpful_family(c), Some(family), "{c}");
        }
        assert_eq!(helpful_family('😀'), None);
    }
}
