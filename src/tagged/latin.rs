//! Latin codes: takes a code or a name of an old font, gives the letter that it means (ISO 32000-1, annex D).

/// One of the codes of one byte that fonts without a map use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LatinCode {
    /// What Windows programs write, Word among them.
    Windows,
    /// What programs of the Mac write.
    Mac,
}

/// Letters from 0x80 to 0x9F of Windows.
const WINDOWS: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";
/// Letters from 0x80 of the Mac.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰\
                   ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

impl LatinCode {
    /// The code of this name; fonts that name none nearly always mean that of Windows.
    pub(super) fn of(name: &[u8]) -> Self {
        if name == b"MacRomanEncoding" { LatinCode::Mac } else { LatinCode::Windows }
    }

    /// The letter of a code.
    pub(super) fn letter(self, code: u8) -> char {
        let (table, first, last) = match self {
            LatinCode::Windows => (WINDOWS, 0x80, 0x9F),
            LatinCode::Mac => (MAC, 0x80, 0xFF),
        };
        match code {
            0x20..=0x7E => char::from(code),
            _ if (first..=last).contains(&code) => {
                table.chars().nth(usize::from(code - first)).unwrap_or('\u{fffd}')
            }
            0xA0.. => char::from(code),
            _ => '\u{fffd}',
        }
    }
}

/// What a glyph's name means: `uni2019`, `u1F600`, or a name of the list below.
pub(super) fn by_name(name: &str) -> Option<String> {
    let plain = name.split('.').next().unwrap_or(name);
    if let Some((_, meaning)) = NAMES.iter().find(|(known, _)| *known == plain) {
        return Some((*meaning).to_owned());
    }
    let mut letters = plain.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter.is_ascii_alphabetic().then(|| letter.to_string());
    }
    let number = plain.strip_prefix("uni").or_else(|| plain.strip_prefix('u'))?;
    let digits = (4..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_hexdigit());
    let code = digits.then(|| u32::from_str_radix(number, 16).ok()).flatten()?;
    char::from_u32(code).map(String::from)
}

/// Names of the Adobe Glyph List that English and its neighbours need.
const NAMES: &[(&str, &str)] = &[
    ("space", " "),
    ("nbspace", "\u{a0}"),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("underscore", "_"),
    ("bar", "|"),
    ("bullet", "•"),
    ("endash", "–"),
    ("emdash", "—"),
    ("ellipsis", "…"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("sterling", "£"),
    ("Euro", "€"),
    ("section", "§"),
    ("copyright", "©"),
    ("registered", "®"),
    ("trademark", "™"),
    ("degree", "°"),
    ("onehalf", "½"),
    ("onequarter", "¼"),
    ("minus", "−"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("aacute", "á"),
    ("acircumflex", "â"),
    ("adieresis", "ä"),
    ("agrave", "à"),
    ("ccedilla", "ç"),
    ("eacute", "é"),
    ("ecircumflex", "ê"),
    ("edieresis", "ë"),
    ("egrave", "è"),
    ("iacute", "í"),
    ("icircumflex", "î"),
    ("idieresis", "ï"),
    ("ntilde", "ñ"),
    ("oacute", "ó"),
    ("ocircumflex", "ô"),
    ("odieresis", "ö"),
    ("uacute", "ú"),
    ("ucircumflex", "û"),
    ("udieresis", "ü"),
    ("wcircumflex", "ŵ"),
    ("ycircumflex", "ŷ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_mean_letters() {
        assert_eq!(LatinCode::of(b"WinAnsiEncoding").letter(0x92), '’');
        assert_eq!(LatinCode::of(b"MacRomanEncoding").letter(0xD5), '’');
        assert_eq!(LatinCode::Windows.letter(0x07), '\u{fffd}');
        assert_eq!((WINDOWS.chars().count(), MAC.chars().count()), (32, 128));
        assert_eq!(by_name("uni2019").as_deref(), Some("’"));
        assert_eq!(by_name("ffi.liga").as_deref(), Some("ffi"));
        assert_eq!(by_name("a").as_deref(), Some("a"));
        assert_eq!(by_name("g12"), None);
    }
}
