//! Letters: takes a font of a PDF, gives what its codes mean (ISO 32000-1, 9.10).

use std::collections::HashMap;

use super::file::File;
use super::latin::{LatinCode, by_name};
use super::lexer::{Lexer, Token};
use super::object::{Dict, Object, letters, utf16};

/// No map has more entries.
const MAX_ENTRIES: usize = 200_000;

/// What the codes of a font mean.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// Whether a code has two bytes.
    wide: bool,
    meanings: HashMap<u32, String>,
    /// What a code means by the letters of an alphabet, where the font itself does not say.
    usual: Option<LatinCode>,
}

impl Letters {
    /// Reads the maps of a font.
    pub(super) fn of(file: &File<'_>, font: &Dict) -> Self {
        let wide = file.entry(font, b"Subtype").name() == Some(b"Type0");
        let mut own = Letters { wide, ..Letters::default() };
        if !wide {
            own.read_encoding(file, &file.entry(font, b"Encoding"));
        }
        let map = file.entry(font, b"ToUnicode");
        if let Some(map) = file.stream(&map) {
            own.read_map(&map);
        }
        own
    }

    /// The names that an old font gives its codes.
    fn read_encoding(&mut self, file: &File<'_>, encoding: &Object) {
        let base = match encoding {
            Object::Dict(dict) => file.entry(dict, b"BaseEncoding").name().map(<[u8]>::to_vec),
            Object::Name(name) => Some(name.clone()),
            _ => None,
        };
        self.usual = Some(LatinCode::of(base.as_deref().unwrap_or_default()));
        let Some(differences) = encoding.dict().map(|dict| file.entry(dict, b"Differences")) else { return };
        let mut code = 0;
        for item in differences.array().unwrap_or_default() {
            match item {
                Object::Name(name) if code <= 255 => {
                    let meaning = by_name(&letters(name)).unwrap_or_else(|| "\u{fffd}".to_owned());
                    self.meanings.insert(code, meaning);
                    code += 1;
                }
                _ => code = item.count().unwrap_or(code),
            }
        }
    }

    /// A map from codes to UTF-16 (ISO 32000-1, 9.10.3).
    fn read_map(&mut self, map: &[u8]) {
        let mut lexer = Lexer::new(map, 0);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Object(object) => operands.push(object),
                Token::Word(b"endbfchar") => {
                    for pair in operands.chunks_exact(2) {
                        if let [Object::Text(from), Object::Text(to)] = pair {
                            self.means(code(from), utf16(to));
                        }
                    }
                    operands.clear();
                }
                Token::Word(b"endbfrange") => {
                    for range in operands.chunks_exact(3) {
                        if let [Object::Text(from), Object::Text(to), meaning] = range {
                            self.range(code(from), code(to), meaning);
                        }
                    }
                    operands.clear();
                }
                Token::Word(_) => operands.clear(),
            }
        }
    }

    fn means(&mut self, code: u32, meaning: String) {
        if self.meanings.len() < MAX_ENTRIES {
            self.meanings.insert(code, meaning);
        }
    }

    fn range(&mut self, from: u32, to: u32, meaning: &Object) {
        let codes = from..=to.min(from.saturating_add(0xFFFF));
        match meaning {
            Object::Text(first) => {
                let Some((last, head)) = first.split_last() else { return };
                for (step, code) in codes.enumerate() {
                    // Only the last byte counts on; two bytes do in files that take no care of it.
                    let sum = usize::from(*last) + step;
                    let mut bytes = head.to_vec();
                    if let Some(high) = bytes.last_mut() {
                        *high = high.wrapping_add((sum >> 8) as u8);
                    }
                    bytes.push(sum as u8);
                    self.means(code, utf16(&bytes));
                }
            }
            Object::Array(list) => {
                for (code, meaning) in codes.zip(list) {
                    if let Object::Text(meaning) = meaning {
                        self.means(code, utf16(meaning));
                    }
                }
            }
            _ => {}
        }
    }

    /// What each code of a string means; U+FFFD where nothing says it.
    pub(super) fn text(&self, codes: &[u8]) -> Vec<String> {
        let meaning = |bytes: &[u8]| {
            let code = code(bytes);
            match (self.meanings.get(&code), self.usual) {
                (Some(meaning), _) => meaning.clone(),
                (None, Some(usual)) => usual.letter(code as u8).to_string(),
                (None, None) => "\u{fffd}".to_owned(),
            }
        };
        codes.chunks(if self.wide { 2 } else { 1 }).map(meaning).collect()
    }
}

fn code(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_map_is_read() {
        let mut letters = Letters { wide: true, ..Letters::default() };
        letters.read_map(
            b"1 begincodespacerange <0000><FFFF> endcodespacerange 2 beginbfchar <0001><0061><0002><00660069> \
              endbfchar 2 beginbfrange <0003><0004><0078> <0005><0006>[<2019><D83DDE00>] endbfrange",
        );
        let text = letters.text(b"\0\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0\x07").concat();
        assert_eq!(text, "afixy’\u{1F600}\u{fffd}");
    }

    #[test]
    fn a_range_without_end_is_cut() {
        let mut letters = Letters { wide: true, ..Letters::default() };
        letters.read_map(b"<00000000><FFFFFFFF><0000> endbfrange");
        assert!(letters.meanings.len() <= MAX_ENTRIES);
    }
}
