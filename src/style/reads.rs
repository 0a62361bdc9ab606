//! Reading: takes a colour and the grounds that it stands on, gives the nearest of its hue that is seen there.
//!
//! Both values are looked at: the screen's in `OKLCH` lightness, the press's by black over the inks or less of all,
//! judged as the paper's profile shows them.

use std::cmp::Ordering;

use super::mix::{with_black, with_less};
use crate::color::{Paint, Rgb, contrast_of_light};
use crate::icc::{self, Perceived};

/// Into so many steps the way to black or white is cut before the last is made finer.
const STEPS: u8 = 32;

/// Halvings of the last step: a two-thousandth of the way is finer than anybody sees.
const HALVINGS: u8 = 6;

/// The contrast of two paints, on a screen or on paper, whichever is less.
pub(super) fn contrast(a: Paint, b: Paint) -> f32 {
    let on_paper = contrast_of_light(icc::light(a.print), icc::light(b.print));
    contrast_of_light(a.screen.luminance(), b.screen.luminance()).min(on_paper)
}

/// The least contrast with any of some grounds.
pub(super) fn least(paint: Paint, grounds: &[Paint]) -> f32 {
    grounds.iter().fold(f32::MAX, |least, ground| least.min(contrast(paint, *ground)))
}

/// The nearest paint of the same hue with that contrast to all grounds; where there is none, black or white.
pub(super) fn readable(paint: Paint, grounds: &[Paint], wanted: f32) -> Paint {
    let seen = Perceived::of(paint.screen);
    let screen = Search {
        start: paint.screen,
        moved: |by| seen.lighter(by).rgb(),
        light: Rgb::luminance,
        grounds: grounds.iter().map(|ground| ground.screen.luminance()).collect(),
        wanted,
        ends: [Paint::BLACK.screen, Paint::WHITE.screen],
    };
    let print = Search {
        start: paint.print,
        moved: |by: f32| if by < 0.0 { with_black(paint.print, -by) } else { with_less(paint.print, by) },
        light: icc::light,
        grounds: grounds.iter().map(|ground| icc::light(ground.print)).collect(),
        wanted,
        ends: [Paint::BLACK.print, Paint::WHITE.print],
    };
    let found = screen.nearest(&BOTH).unwrap_or_else(|| screen.end());
    // What is darker on a screen is darker on paper too, where it can be.
    let ways: &[f32] = match found.luminance().total_cmp(&paint.screen.luminance()) {
        Ordering::Less => &BOTH[..1],
        Ordering::Equal => &BOTH,
        Ordering::Greater => &BOTH[1..],
    };
    let inks = print.nearest(ways).or_else(|| print.nearest(&BOTH)).unwrap_or_else(|| print.end());
    Paint::new(found, inks)
}

/// Darker and lighter.
const BOTH: [f32; 2] = [-1.0, 1.0];

/// The search of one value: that of a screen or that of a press.
struct Search<C, M, L> {
    start: C,
    /// The value so much lighter, up to 1, or darker, down to -1.
    moved: M,
    light: L,
    /// How light each ground is.
    grounds: Vec<f32>,
    wanted: f32,
    /// Black and white.
    ends: [C; 2],
}

impl<C: Copy, M: Fn(f32) -> C, L: Fn(C) -> f32> Search<C, M, L> {
    fn least(&self, value: C) -> f32 {
        let light = (self.light)(value);
        self.grounds.iter().fold(f32::MAX, |least, ground| least.min(contrast_of_light(light, *ground)))
    }

    fn passes(&self, value: C) -> bool {
        self.least(value) >= self.wanted
    }

    fn nearest(&self, ways: &[f32]) -> Option<C> {
        if self.passes(self.start) {
            return Some(self.start);
        }
        let share = |step: u8| f32::from(step) / f32::from(STEPS);
        for step in 1..=STEPS {
            for way in ways {
                if self.passes((self.moved)(way * share(step))) {
                    return Some(self.finer(way * share(step - 1), way * share(step)));
                }
            }
        }
        None
    }

    /// Black or white, whichever reads better.
    fn end(&self) -> C {
        let [black, white] = self.ends;
        if self.least(black) >= self.least(white) { black } else { white }
    }

    /// Between one that fails and one that passes, the first that passes.
    fn finer(&self, mut fails: f32, mut passes: f32) -> C {
        for _ in 0..HALVINGS {
            let middle = f32::midpoint(fails, passes);
            if self.passes((self.moved)(middle)) { passes = middle } else { fails = middle }
        }
        (self.moved)(passes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::{Cmyk, LETTERS};

    fn paint(r: u8, g: u8, b: u8) -> Paint {
        let screen = Rgb::new(r, g, b);
        Paint::new(screen, icc::to_inks(screen))
    }

    #[test]
    fn what_reads_stays_and_what_does_not_is_moved_no_further_than_it_must() {
        let teal = paint(0x0f, 0x4c, 0x5c);
        assert_eq!(readable(teal, &[Paint::WHITE], LETTERS), teal);
        let pale = paint(0x9f, 0xd8, 0xe8);
        let read = readable(pale, &[Paint::WHITE], LETTERS);
        let reached = contrast_of_light(read.screen.luminance(), 1.0);
        assert!((LETTERS..LETTERS + 0.15).contains(&reached), "{reached}");
        assert!(contrast(read, Paint::WHITE) >= LETTERS, "{read:?}");
        assert!(Perceived::of(read.screen).hue_from(Perceived::of(pale.screen)) < 3.0, "{read:?}");
    }

    #[test]
    fn on_a_dark_ground_it_becomes_lighter_and_black_or_white_is_the_last_way_out() {
        let (dark, red) = (paint(0x20, 0x10, 0x40), paint(0xb3, 0x26, 0x1e));
        let read = readable(red, &[dark], LETTERS);
        assert!(read.screen.luminance() > red.screen.luminance() && contrast(read, dark) >= LETTERS);
        // Nothing reads on black and on middle grey at once.
        let nowhere = readable(red, &[Paint::BLACK, paint(0xbb, 0xbb, 0xbb)], LETTERS);
        assert_eq!(nowhere.screen, Paint::WHITE.screen);
    }

    #[test]
    fn no_ink_total_grows_beyond_what_a_press_takes() {
        let heavy = Paint::new(Rgb::new(250, 240, 200), Cmyk::new(95, 90, 90, 10));
        for wanted in [3.0, 4.5, 7.0, 15.0] {
            assert!(readable(heavy, &[Paint::WHITE], wanted).print.total() <= 300);
        }
    }
}
