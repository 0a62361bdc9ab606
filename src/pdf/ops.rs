//! Operators: takes numbers, names and glyph codes, gives the bytes of a content stream.
//!
//! pdf-writer has such a buffer too; ours is reused from page to page, writes glyph codes as plain
//! bytes (its strings take five bytes a glyph) and rounds every number to what a press can show.

use super::digits::{Digits, TOO_MANY};
use crate::geom::Pt;

/// A length in hundredths of a point: whole numbers, so that relative moves never drift.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cent(i32);

impl Cent {
    /// The nearest hundredth.
    pub(super) fn of(length: Pt) -> Self {
        Cent(nearest(length.get() * 100.0))
    }
}

impl std::ops::Sub for Cent {
    type Output = Cent;

    fn sub(self, other: Cent) -> Cent {
        Cent(self.0.wrapping_sub(other.0))
    }
}

impl std::ops::Add for Cent {
    type Output = Cent;

    fn add(self, other: Cent) -> Cent {
        Cent(self.0.wrapping_add(other.0))
    }
}

impl std::ops::Neg for Cent {
    type Output = Cent;

    fn neg(self) -> Cent {
        Cent(self.0.wrapping_neg())
    }
}

/// The nearest whole number, halves away from zero. Unlike `f32::round` it is no call into the system's library.
pub(super) fn nearest(value: f32) -> i32 {
    (value + 0.5_f32.copysign(value)) as i32
}

/// A number in the making, with what stands around it: twenty-four bytes at the most.
struct Number {
    bytes: [u8; 24],
    count: usize,
}

impl Number {
    /// The sign of a value, or nothing.
    #[inline]
    fn sign(value: i32) -> Self {
        let mut bytes = [0; 24];
        bytes[0] = b'-';
        Number { bytes, count: usize::from(value < 0) }
    }

    /// Puts some bytes behind those that are there; of them so many count.
    #[inline]
    fn put<const N: usize>(&mut self, bytes: [u8; N], count: usize) -> &mut Self {
        if let Some(place) = self.bytes.get_mut(self.count..self.count + N) {
            place.copy_from_slice(&bytes);
            self.count += count;
        }
        self
    }

    /// Puts a whole number.
    #[inline]
    fn whole(&mut self, value: u32) -> &mut Self {
        if value >= TOO_MANY {
            return self.long(value);
        }
        let digits = Digits::of(value);
        // Of nothing one zero stays.
        let zeros = digits.zeros_before().min(7);
        self.put(digits.from(zeros), 8 - zeros)
    }

    /// Puts one of nine digits or ten, which no page has.
    #[cold]
    fn long(&mut self, value: u32) -> &mut Self {
        self.whole(value / TOO_MANY).put(Digits::of(value % TOO_MANY).from(0), 8)
    }
}

/// A content stream in the making.
#[derive(Debug, Default)]
pub(super) struct Ops {
    bytes: Vec<u8>,
}

impl Ops {
    /// Forgets the page before, keeps its memory.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Writes bytes as they are. How many is known when the program is made, so that no function is called for them.
    #[inline]
    pub(super) fn raw<const N: usize>(&mut self, bytes: &[u8; N]) -> &mut Self {
        self.bytes.extend_from_slice(bytes);
        self
    }

    /// Writes words as they are.
    pub(super) fn words(&mut self, words: &str) -> &mut Self {
        self.bytes.extend_from_slice(words.as_bytes());
        self
    }

    /// Ends an operation: the operator, of three letters at the most, and a line end.
    pub(super) fn op(&mut self, operator: &str) -> &mut Self {
        debug_assert!(operator.len() <= 3, "{operator}");
        let mut word = [b'\n'; 4];
        for (slot, letter) in word.iter_mut().zip(operator.bytes()) {
            *slot = letter;
        }
        self.part(&word, operator.len() + 1)
    }

    /// Writes the first bytes of some: all are copied, which is quicker than to copy so many, and the rest is let go.
    #[inline]
    fn part<const N: usize>(&mut self, bytes: &[u8; N], count: usize) -> &mut Self {
        let end = self.bytes.len() + count;
        self.bytes.extend_from_slice(bytes);
        self.bytes.truncate(end);
        self
    }

    /// Writes a whole number without a space after it.
    pub(super) fn int(&mut self, value: i32) -> &mut Self {
        self.number(Number::sign(value).whole(value.unsigned_abs()))
    }

    /// Writes a whole number and a space.
    pub(super) fn count(&mut self, value: i32) -> &mut Self {
        self.number(Number::sign(value).whole(value.unsigned_abs()).put([b' '], 1))
    }

    /// Writes a whole number between two bytes.
    pub(super) fn int_between(&mut self, value: i32, (before, behind): (u8, u8)) -> &mut Self {
        let mut number = Number { bytes: [before; 24], count: 1 };
        number.put([b'-'], usize::from(value < 0)).whole(value.unsigned_abs()).put([behind], 1);
        self.number(&number)
    }

    #[inline]
    fn number(&mut self, number: &Number) -> &mut Self {
        self.part(&number.bytes, number.count)
    }

    /// Writes a length and a space.
    pub(super) fn cent(&mut self, value: Cent) -> &mut Self {
        self.decimal::<2>(value.0)
    }

    /// Writes a number with at most four decimals and a space.
    pub(super) fn fine(&mut self, value: f32) -> &mut Self {
        self.decimal::<4>(nearest(value * 10_000.0))
    }

    /// Writes a number with at most three decimals and a space.
    pub(super) fn mill(&mut self, value: f32) -> &mut Self {
        self.decimal::<3>(nearest(value * 1000.0))
    }

    /// Writes a channel of a screen colour as thousandths and a space: the least that are not below it, for some
    /// readers round a channel to the nearest of 256 and others down, and all are to show the colour that was meant.
    pub(super) fn channel(&mut self, value: u8) -> &mut Self {
        self.decimal::<3>((i32::from(value) * 1000 + 254) / 255)
    }

    /// Writes a number with at most six decimals and a space: for scales, where an error grows with the page.
    pub(super) fn micro(&mut self, value: f32) -> &mut Self {
        self.decimal::<6>(nearest(value * 1_000_000.0))
    }

    /// Writes `value` · 10^-`PLACES` and a space.
    fn decimal<const PLACES: u32>(&mut self, value: i32) -> &mut Self {
        let (scale, first) = const { (10_u32.pow(PLACES), 8 - PLACES as usize) };
        let (whole, rest) = (value.unsigned_abs() / scale, value.unsigned_abs() % scale);
        let mut number = Number::sign(value);
        let rest = Digits::of(rest);
        let places = (PLACES as usize).saturating_sub(rest.zeros_behind());
        // The zero before a point is left out.
        if whole > 0 || places == 0 {
            number.whole(whole);
        }
        number.put([b'.'], usize::from(places > 0)).put(rest.from(first), places).put([b' '], 1);
        self.number(&number)
    }

    /// Writes one two-byte glyph code inside a string; delimiters and line ends need a backslash.
    pub(super) fn code(&mut self, code: u16) {
        let bytes = code.to_be_bytes();
        let is_plain = |byte: u8| !matches!(byte, b'(' | b')' | b'\\' | b'\r');
        if is_plain(bytes[0]) && is_plain(bytes[1]) {
            self.bytes.extend_from_slice(&bytes);
            return;
        }
        for byte in bytes {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend_from_slice(&[b'\\', byte]),
                b'\r' => self.bytes.extend_from_slice(b"\\r"),
                _ => self.bytes.push(byte),
            }
        }
    }

    /// Writes characters as a hexadecimal UTF-16 text string with its byte order mark.
    pub(super) fn text_string(&mut self, text: &str) -> &mut Self {
        self.raw(b"<FEFF");
        for unit in text.encode_utf16() {
            for shift in [12, 8, 4, 0] {
                self.bytes.push(b"0123456789ABCDEF"[usize::from(unit >> shift & 15)]);
            }
        }
        self.raw(b">")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_short_as_they_can_be() {
        let cases = [
            (0.0, "0 "),
            (1.0, "1 "),
            (-0.004, "0 "),
            (0.5, ".5 "),
            (-0.05, "-.05 "),
            (12.345, "12.35 "),
            (100.1, "100.1 "),
            (-7.0, "-7 "),
            (1_000.0, "1000 "),
            (-1_000_000.0, "-1000000 "),
        ];
        for (value, expected) in cases {
            let mut ops = Ops::default();
            ops.cent(Cent::of(Pt::new(value)));
            assert_eq!(std::str::from_utf8(ops.bytes()), Ok(expected), "{value}");
        }
    }

    #[test]
    fn whole_numbers_of_every_length_are_written() {
        let lengths = (0..=9).flat_map(|zeros| [10_i32.pow(zeros) - 1, 10_i32.pow(zeros)]);
        for value in lengths.flat_map(|value| [value, -value]).chain([i32::MIN, i32::MAX]) {
            let mut ops = Ops::default();
            ops.int(value).count(value).int_between(value, (b'[', b'('));
            let expected = format!("{value}{value} [{value}(");
            assert_eq!(std::str::from_utf8(ops.bytes()), Ok(expected.as_str()));
        }
    }

    #[test]
    fn a_colour_is_the_same_for_readers_that_round_and_for_those_that_cut_off() {
        for value in 0..=255_u8 {
            let mut ops = Ops::default();
            ops.channel(value);
            let written: f32 =
                std::str::from_utf8(ops.bytes()).expect("it is ASCII").trim().parse().expect("a number");
            let level = written * 255.0;
            assert_eq!((level.round() as u8, level as u8), (value, value), "{written}");
        }
    }

    #[test]
    fn glyph_codes_cannot_end_their_string() {
        let mut ops = Ops::default();
        for code in [0x0028, 0x0029, 0x005C, 0x000D, 0x2829] {
            ops.code(code);
        }
        assert_eq!(ops.bytes(), b"\0\\(\0\\)\0\\\\\0\\r\\(\\)");
    }
}
