//! Chance that repeats: takes a seed, gives numbers, so that what fails once fails always.

/// A generator of numbers (Marsaglia's xorshift).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// A generator that gives the same numbers for the same seed.
    pub fn new(seed: u64) -> Self {
        Dice((seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// A number from 0 to one less than `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (sides.max(1) as u64)).expect("it is less than a usize")
    }
}

/// How many times as many cases as usual are wanted (`HOSTILE=10`).
pub fn times() -> u64 {
    std::env::var("HOSTILE").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}
