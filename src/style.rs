//! Styles: takes named colours and declared sizes, gives a theme and resolved text styles.

mod derive;
mod mix;
mod mono;
mod reads;
mod swatch;

pub use derive::Change;
pub use swatch::{Swatch, Theme};

use crate::color::Paint;
use crate::font::Weight;
use crate::geom::Pt;

/// How a text looks, with nothing left to look up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Weight of the face.
    pub weight: Weight,
    /// Type size.
    pub size: Pt,
    /// Distance of baselines, as a multiple of the size.
    pub leading: f32,
    /// Colour of the letters.
    pub paint: Paint,
}

impl Style {
    /// Distance of two baselines.
    #[must_use]
    pub fn line_height(&self) -> Pt {
        self.size * self.leading
    }
}

/// A range of type sizes and the step in which copyfit tries them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeRange {
    /// The floor.
    pub min: Pt,
    /// The ceiling.
    pub max: Pt,
}

impl TypeRange {
    /// Sizes differ by a tenth of a point.
    const STEPS_PER_POINT: f32 = 10.0;

    /// How many steps lead from the floor to the ceiling.
    #[must_use]
    pub fn steps(&self) -> usize {
        ((self.max - self.min).get() * Self::STEPS_PER_POINT).round().max(0.0) as usize
    }

    /// The size after `step` steps up from the floor.
    #[must_use]
    pub fn size(&self, step: usize) -> Pt {
        (self.min + Pt::new(step as f32 / Self::STEPS_PER_POINT)).min(self.max)
    }

    /// The first step whose size is at least this.
    #[must_use]
    pub fn step_at(&self, size: Pt) -> usize {
        ((size - self.min).get() * Self::STEPS_PER_POINT - 0.001).ceil().max(0.0) as usize
    }

    /// The largest size that holds, where what holds for one holds for all smaller ones; the floor where
    /// none does.
    pub fn largest(&self, mut holds: impl FnMut(Pt) -> bool) -> Pt {
        self.size(largest_step(self.steps(), |step| holds(self.size(step))))
    }
}

/// The largest step from 0 to `most` that holds, where what holds for one holds for all before it. Step 0 is
/// not tried: it is the answer where no other holds.
pub fn largest_step(most: usize, mut holds: impl FnMut(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if holds(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_that_holds_is_found() {
        assert_eq!(largest_step(20, |n| n <= 13), 13);
        assert_eq!(largest_step(20, |_| false), 0);
        assert_eq!(largest_step(20, |_| true), 20);
    }
}
