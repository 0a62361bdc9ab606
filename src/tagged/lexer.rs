//! The lexer: takes bytes of a PDF, gives its objects and the words between them (ISO 32000-1, 7.2 and 7.3).

use super::object::{Dict, Object};

/// How deep arrays and dictionaries may lie in each other.
const DEEPEST: u32 = 60;

/// An object, or a word such as `obj`, `stream` and the operators of pages.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'b> {
    Object(Object),
    Word(&'b [u8]),
}

/// A place in bytes.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'b> {
    bytes: &'b [u8],
    pub(super) at: usize,
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'b> Lexer<'b> {
    pub(super) const fn new(bytes: &'b [u8], at: usize) -> Self {
        Lexer { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Goes past white space and remarks.
    fn skip(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    let end = self.rest().iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                    self.at += end.unwrap_or(self.rest().len());
                }
                _ if is_space(byte) => self.at += 1,
                _ => break,
            }
        }
    }

    /// Takes these bytes if they come next.
    fn take(&mut self, wanted: &[u8]) -> bool {
        let here = self.rest().starts_with(wanted);
        self.at += if here { wanted.len() } else { 0 };
        here
    }

    /// Takes this word if it comes next.
    pub(super) fn word(&mut self, wanted: &[u8]) -> bool {
        self.skip();
        self.take(wanted)
    }

    /// The next object; `None` at the end, at a word, and where the bytes are none.
    pub(super) fn object(&mut self) -> Option<Object> {
        match self.token()? {
            Token::Object(object) => Some(object),
            Token::Word(_) => None,
        }
    }

    /// What comes next; `None` at the end and where the bytes mean nothing.
    pub(super) fn token(&mut self) -> Option<Token<'b>> {
        self.token_at(0)
    }

    fn token_at(&mut self, depth: u32) -> Option<Token<'b>> {
        self.skip();
        let object = match self.peek()? {
            _ if depth > DEEPEST => return None,
            b'/' => Object::Name(self.name()),
            b'(' => Object::Text(self.literal()),
            b'<' if self.take(b"<<") => self.dict(depth)?,
            b'<' => Object::Text(self.hex()),
            b'[' => self.array(depth)?,
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
            b')' | b'>' | b']' | b'{' | b'}' => {
                self.at += 1;
                return self.token_at(depth + 1);
            }
            _ => {
                let word = self.regular();
                match word {
                    b"true" => Object::Bool(true),
                    b"false" => Object::Bool(false),
                    b"null" => Object::Null,
                    _ => return Some(Token::Word(word)),
                }
            }
        };
        Some(Token::Object(object))
    }

    /// Bytes up to the next white space or delimiter.
    fn regular(&mut self) -> &'b [u8] {
        let rest = self.rest();
        let end = rest.iter().position(|byte| is_space(*byte) || is_delimiter(*byte)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(byte) = raw.get(at) {
            let code = raw.get(at + 1..at + 3).and_then(hex_pair);
            match (byte, code) {
                (b'#', Some(code)) => {
                    name.push(code);
                    at += 3;
                }
                _ => {
                    name.push(*byte);
                    at += 1;
                }
            }
        }
        name
    }

    /// A number, or the reference `5 0 R`.
    fn number(&mut self) -> Object {
        let number = self.plain_number();
        let whole = number.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&number);
        let mut ahead = self.clone();
        ahead.skip();
        if whole && ahead.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            let generation = ahead.regular();
            ahead.skip();
            let named = generation.len() <= 5 && generation.iter().all(u8::is_ascii_digit);
            if named && ahead.regular() == b"R" {
                self.at = ahead.at;
                return Object::Ref(number as u32);
            }
        }
        Object::Number(number)
    }

    fn plain_number(&mut self) -> f64 {
        let rest = self.rest();
        let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.');
        let end = rest.iter().position(|byte| !is_part(byte)).unwrap_or(rest.len());
        self.at += end;
        std::str::from_utf8(&rest[..end]).ok().and_then(|text| text.parse().ok()).unwrap_or(0.0)
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1_u32);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    text.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    /// What a backslash stands for; nothing at the end of a line.
    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                code as u8
            }
            b'\r' => {
                self.take(b"\n");
                return None;
            }
            b'\n' => return None,
            _ => byte,
        })
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let rest = self.rest();
        let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        self.at = (self.at + end + 1).min(self.bytes.len());
        let mut digits: Vec<u8> = rest[..end].iter().copied().filter(u8::is_ascii_hexdigit).collect();
        if digits.len() % 2 == 1 {
            digits.push(b'0');
        }
        digits.chunks_exact(2).filter_map(hex_pair).collect()
    }

    fn array(&mut self, depth: u32) -> Option<Object> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip();
            if self.take(b"]") {
                return Some(Object::Array(items));
            }
            match self.token_at(depth + 1)? {
                Token::Object(object) => items.push(object),
                Token::Word(_) => {}
            }
        }
    }

    fn dict(&mut self, depth: u32) -> Option<Object> {
        let mut dict = Dict::new();
        loop {
            self.skip();
            if self.take(b">>") {
                return Some(Object::Dict(dict));
            }
            let Some(b'/') = self.peek() else { return None };
            let key = self.name();
            if let Token::Object(value) = self.token_at(depth + 1)? {
                dict.insert(key, value);
            }
        }
    }

    /// Goes past the bytes of a picture that stands in a page, up to the word that ends it.
    pub(super) fn skip_picture(&mut self) {
        let rest = self.rest();
        let ends = |at: &usize| {
            let after = rest.get(at + 3).copied().unwrap_or(b' ');
            is_space(rest[*at]) && rest[at + 1..].starts_with(b"EI") && is_space(after)
        };
        let end = (0..rest.len().saturating_sub(2)).find(ends);
        self.at += end.map_or(rest.len(), |end| end + 3);
    }

    /// Goes past the line end behind the word `stream`.
    pub(super) fn line_end(&mut self) {
        let _ = self.take(b"\r\n") || self.take(b"\n") || self.take(b"\r");
    }
}

fn hex_pair(pair: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    Some(digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &[u8]) -> Option<Object> {
        Lexer::new(text, 0).object()
    }

    #[test]
    fn each_kind_of_object_is_read() {
        let text = |text: &[u8]| Some(Object::Text(text.to_vec()));
        assert_eq!(first(b"(a\\(b\\) (c) \\101\\n)"), text(b"a(b) (c) A\n"));
        assert_eq!(first(b"<48 656C6c6F2>"), text(b"Hello "));
        assert_eq!(first(b"/A#20B "), Some(Object::Name(b"A B".to_vec())));
        assert_eq!(first(b"-.5"), Some(Object::Number(-0.5)));
        assert_eq!(first(b"12 0 R"), Some(Object::Ref(12)));
        assert_eq!(first(b"12 0 obj"), Some(Object::Number(12.0)));
        assert_eq!(first(b"[1 2 R]"), Some(Object::Array(vec![Object::Ref(1)])));
        let dict = Dict::from([(b"K".to_vec(), Object::Bool(true))]);
        assert_eq!(first(b"<< /K true %x\n >>"), Some(Object::Dict(dict)));
    }

    #[test]
    fn what_does_not_end_gives_nothing() {
        assert_eq!(first(b"[1 2"), None);
        assert_eq!(first(b"<</K"), None);
        assert_eq!(first(&b"[".repeat(100_000)), None);
        assert_eq!(first(&b"]".repeat(100_000)), None);
        assert_eq!(first(b"(open"), Some(Object::Text(b"open".to_vec())));
    }
}
