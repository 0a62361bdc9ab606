//! Objects: what a PDF is made of (ISO 32000-1, 7.3), and the reading of its text strings.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// A dictionary, by the names of its entries.
pub(super) type Dict = BTreeMap<Vec<u8>, Object>;

/// An object.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Null,
    Bool(bool),
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    /// Its dictionary, and where its packed bytes stand in the file.
    Stream(Rc<Dict>, Range<usize>),
    /// Another object, by its number.
    Ref(u32),
}

impl Object {
    /// The dictionary, also that of a stream.
    pub(super) fn dict(&self) -> Option<&Dict> {
        match self {
            Object::Dict(dict) => Some(dict),
            Object::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }

    pub(super) fn array(&self) -> Option<&[Object]> {
        match self {
            Object::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        match self {
            Object::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) const fn number(&self) -> Option<f64> {
        match self {
            Object::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub(super) fn count(&self) -> Option<u32> {
        let number = self.number()?;
        let whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
        whole.then_some(number as u32)
    }

    /// A text string as words (ISO 32000-1, 7.9.2.2).
    pub(super) fn words(&self) -> Option<String> {
        match self {
            Object::Text(bytes) => Some(words(bytes)),
            _ => None,
        }
    }
}

/// The name in letters.
pub(super) fn letters(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

fn words(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| document_letter(*byte)).collect(),
    }
}

/// UTF-16 with the high byte first; half of a pair becomes U+FFFD.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
}

/// A letter of PDFDocEncoding (ISO 32000-1, D.2).
fn document_letter(byte: u8) -> char {
    const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ',
        'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    match byte {
        0x18..=0x1F => LOW[usize::from(byte - 0x18)],
        0x80..=0xA0 => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_read_in_each_of_their_three_forms() {
        let check = |bytes: &[u8], expected: &str| {
            assert_eq!(Object::Text(bytes.to_vec()).words().as_deref(), Some(expected));
        };
        check(b"plain", "plain");
        check(b"\x8d\x8e \x80 \xe9\xa0", "“” • é€");
        check(b"\xfe\xff\x20\x19\xd8\x3d\xde\x00", "’\u{1F600}");
        check(b"\xef\xbb\xbf\xe2\x80\x99", "’");
        check(b"\xfe\xff\xd8\x3d", "\u{fffd}");
    }
}
