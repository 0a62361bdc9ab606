//! Styles: takes named colours and declared sizes, gives a theme and resolved text styles.

mod derive;
mod mono;

use crate::color::{Cmyk, Paint, Rgb};
use crate::font::Weight;
use crate::geom::Pt;

macro_rules! swatches {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal, $rgb:expr, $cmyk:expr;)*) => {
        /// A named colour: what a layout says in place of a value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Swatch { $($(#[doc = $doc])* $variant,)* }

        impl Swatch {
            /// Every swatch there is, in the order of a theme.
            pub const ALL: &'static [Swatch] = &[$(Swatch::$variant,)*];

            /// The name that YAML files use.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Swatch::$variant => $name,)* }
            }

            /// What it is for, in a sentence.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Swatch::$variant => concat!($($doc),*),)* }.trim_start()
            }
        }

        impl Default for Theme {
            fn default() -> Self {
                let rgb = |[r, g, b]: [u8; 3]| Rgb::new(r, g, b);
                let cmyk = |[c, m, y, k]: [u8; 4]| Cmyk::new(c, m, y, k);
                Theme { paints: [$(Paint::new(rgb($rgb), cmyk($cmyk)),)*] }
            }
        }
    };
}

/// How many swatches there are.
const SWATCHES: usize = 12;

swatches! {
    /// Header, discs, headings, edges of tiles.
    Primary = "primary", [0x0f, 0x4c, 0x5c], [90, 45, 40, 35];
    /// Footer band, modules of QR codes.
    Ink = "ink", [0x10, 0x32, 0x3f], [90, 55, 45, 60];
    /// Dial, label, bullets.
    Accent = "accent", [0xff, 0xb8, 0x1c], [0, 32, 94, 0];
    /// The outline that lets the accent be seen on white.
    AccentEdge = "accent-edge", [0xb3, 0x7e, 0x00], [20, 45, 100, 15];
    /// The one alarm on a page: the emergency tile, the disc and heading of section 7.
    Emergency = "emergency", [0xb3, 0x26, 0x1e], [15, 95, 95, 10];
    /// The dark edge of the emergency tile.
    EmergencyEdge = "emergency-edge", [0x7d, 0x17, 0x12], [25, 100, 100, 40];
    /// The area of section 7, tiles on slides.
    Tint = "tint", [0xe9, 0xf1, 0xf2], [8, 2, 3, 0];
    /// Body text.
    Text = "text", [0x1c, 0x24, 0x27], [0, 0, 0, 100];
    /// Thin lines.
    Rule = "rule", [0xbc, 0xd3, 0xd6], [25, 8, 12, 0];
    /// The page, and text on dark areas.
    Paper = "paper", [0xff, 0xff, 0xff], [0, 0, 0, 0];
    /// Segments of the dial that are not lit yet.
    Unlit = "unlit", [0x3f, 0x70, 0x7d], [72, 36, 34, 16];
    /// Very pale decoration behind text.
    Ghost = "ghost", [0xf3, 0xf8, 0xf8], [4, 1, 2, 0];
}

impl Swatch {
    /// The swatch of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Swatch::ALL.iter().copied().find(|swatch| swatch.as_str() == name)
    }
}

/// What each swatch looks like: a paint for every name, so that none can be missing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Theme {
    paints: [Paint; SWATCHES],
}

impl Theme {
    /// The paint of a swatch.
    #[must_use]
    pub const fn paint(&self, swatch: Swatch) -> Paint {
        self.paints[swatch as usize]
    }

    /// Gives a swatch another paint.
    pub const fn set(&mut self, swatch: Swatch, paint: Paint) {
        self.paints[swatch as usize] = paint;
    }
}

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
