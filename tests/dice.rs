//! Chance that repeats: takes a seed, gives numbers, so that what fails once fails always; and with
//! them briefings.

mod briefing;

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

    /// A number from one to another, both of them included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.roll(most - least + 1)
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

/// How many times as many cases as usual are wanted (`HOSTILE=10`).
pub fn times() -> u64 {
    std::env::var("HOSTILE").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}
