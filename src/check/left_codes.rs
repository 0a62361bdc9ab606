//! Codes that were left over: takes a text, gives codes of web pages, letters of a wrong encoding, marks of comments.

use super::left_piece::{Cure, Piece};

const COMMENT: &str = "is the mark of a comment or a note where the text was copied from";
const ENCODED: &str = "was written in one encoding and read in another";
const CODE: &str = "is a code of web pages, and is printed as it stands";

/// Codes of web pages that are printed where nothing reads them.
const CODES: [(&str, &str); 8] = [
    ("&nbsp;", " "),
    ("&amp;", "&"),
    ("&quot;", "\""),
    ("&#39;", "\u{2019}"),
    ("&rsquo;", "\u{2019}"),
    ("&lsquo;", "\u{2018}"),
    ("&ndash;", "\u{2013}"),
    ("&pound;", "£"),
];

/// Letters that UTF-8 becomes where it was read as Windows-1252: of apostrophes, quotes, dashes, pounds.
const WRONG_LETTERS: [&str; 10] = ["â€", "Â£", "Ã©", "Ã¨", "Â\u{a0}", "Ã¢", "Â’", "Â‘", "Â“", "Â”"];

/// Codes of web pages, letters read in the wrong encoding, and the marks of comments.
pub(super) fn codes(text: &str, found: &mut Vec<Piece>) {
    for (code, meant) in CODES {
        found.extend(text.match_indices(code).map(|(at, code)| Piece {
            range: at..at + code.len(),
            what: CODE,
            cure: Cure::Instead(meant.to_owned()),
        }));
    }
    for wrong in WRONG_LETTERS {
        for (at, _) in text.match_indices(wrong) {
            let end = text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end);
            let start = text[..at].trim_end_matches(|c: char| !c.is_whitespace()).len();
            let written = &text[start..end];
            let plain = |word: &String| !word.contains(char::is_control);
            let word = read_again(written).filter(plain).or_else(|| {
                // Twice over, so that only the first of the wrong letters is left.
                written.contains('Â').then(|| written.replace('Â', ""))
            });
            let cure = word.map_or(Cure::Advice("Type the word again"), Cure::Instead);
            found.push(Piece { range: start..end, what: ENCODED, cure });
        }
    }
    // The mark of a comment in Word: `[JB1]`.
    for (at, _) in text.match_indices('[') {
        let Some(inner) = text[at + 1..].split(']').next().filter(|inner| inner.len() < 6) else { continue };
        let letters = inner.bytes().take_while(u8::is_ascii_uppercase).count();
        let digits = inner.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
        // That of Google Docs is one letter right behind a word: `danger.[a]`.
        let stuck = text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace());
        let of_google = stuck && inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase());
        // Judgements are cited by their year: `[2013] UKSC 33`.
        let year = letters == 0 && inner.len() == 4 && inner.starts_with(['1', '2']);
        if of_google || !year && letters < 4 && digits > 0 && letters + digits == inner.len() {
            found.push(Piece { range: at..at + inner.len() + 2, what: COMMENT, cure: Cure::Cut });
        }
    }
}

/// The word that was meant where UTF-8 was read as Windows-1252.
fn read_again(word: &str) -> Option<String> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let byte = |c: char| match HIGH.chars().position(|high| high == c) {
        Some(place) => u8::try_from(0x80 + place).ok(),
        None => u8::try_from(u32::from(c)).ok(),
    };
    let bytes: Vec<u8> = word.chars().map(byte).collect::<Option<_>>()?;
    String::from_utf8(bytes).ok()
}
