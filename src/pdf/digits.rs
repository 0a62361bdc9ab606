//! Digits: takes a whole number, gives its eight decimal digits at once, and how many zeros stand around them.
//!
//! A page is full of numbers of two to five digits. What is written digit by digit ends sooner or later each time, which a
//! processor guesses wrong; here all eight digits are found in the same few steps, and the zeros around them are let go.

/// A number of up to eight digits.
#[derive(Clone, Copy)]
pub(super) struct Digits(u64);

/// Numbers from this one on have more digits.
pub(super) const TOO_MANY: u32 = 100_000_000;

impl Digits {
    /// Those of a number below `TOO_MANY`: the first in the lowest byte, each as a number from 0 to 9.
    ///
    /// The number is divided into halves of four digits, these into quarters of two and those into single digits, all of
    /// a size at once; what divides by a hundred and by ten is a multiplication, exact for numbers of that size.
    pub(super) const fn of(value: u32) -> Self {
        let (first, last) = ((value / 10_000) as u64, (value % 10_000) as u64);
        let fours = first | last << 32;
        let hundreds = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
        let twos = hundreds | (fours - hundreds * 100) << 16;
        let tens = ((twos * 103) >> 10) & 0x000f_000f_000f_000f;
        Digits(tens | (twos - tens * 10) << 8)
    }

    /// How many zeros stand before the first digit that is none; eight where all are.
    pub(super) const fn zeros_before(self) -> usize {
        self.0.trailing_zeros() as usize / 8
    }

    /// How many zeros stand behind the last digit that is none; eight where all are.
    pub(super) const fn zeros_behind(self) -> usize {
        self.0.leading_zeros() as usize / 8
    }

    /// The digits from one on, as they are written; what lies past the last is no digit.
    pub(super) const fn from(self, place: usize) -> [u8; 8] {
        ((self.0 | 0x3030_3030_3030_3030) >> (8 * place)).to_le_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_number() {
        let numbers = (0..20_000).chain((0..9_999).map(|n| n * 10_007 % TOO_MANY)).chain([TOO_MANY - 1]);
        for number in numbers {
            let digits = Digits::of(number);
            let written = format!("{number:08}");
            assert_eq!(&digits.from(0), written.as_bytes());
            assert_eq!(digits.zeros_before(), written.len() - written.trim_start_matches('0').len());
            assert_eq!(digits.zeros_behind(), written.len() - written.trim_end_matches('0').len());
            assert!(digits.from(3).starts_with(&written.as_bytes()[3..]));
        }
    }
}
