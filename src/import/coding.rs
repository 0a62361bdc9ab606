//! Codings: takes bytes of a text, gives its letters; knows the codings of Unicode and that of British Windows.

/// The letters of UTF-8, or of UTF-16 with its mark, as some programs write it.
pub(super) fn unicode(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// Whether a mark at the beginning says that the bytes are Unicode.
pub(super) fn is_marked(bytes: &[u8]) -> bool {
    [&[0xFF, 0xFE][..], &[0xFE, 0xFF], &[0xEF, 0xBB, 0xBF]].iter().any(|mark| bytes.starts_with(mark))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16(&units).ok()
}

/// A character of code page 1252, which Windows programs in Britain write.
pub(super) fn windows(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_in_every_coding() {
        let little: Vec<u8> = "\u{feff}£5 ’".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}£5 ’".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&little[..], &big, "£5 ’".as_bytes(), "\u{feff}£5 ’".as_bytes()] {
            assert_eq!(unicode(bytes).as_deref(), Some("£5 ’"), "{bytes:?}");
        }
        assert!(is_marked(&little) && is_marked(&big) && !is_marked("£5 ’".as_bytes()));
        assert_eq!(b"\xa35 \x92".map(windows), ['£', '5', ' ', '’']);
        assert_eq!(unicode(b"\xa35"), None);
    }
}
