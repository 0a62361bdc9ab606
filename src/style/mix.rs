//! Mixtures: takes paints and shares, gives tints, shades and greys of them, on a screen and in ink.

use crate::color::{Cmyk, Paint, Rgb};
use crate::icc::{self, Perceived};

/// A press takes so much ink, in percent of all four together.
const MOST_INK: f32 = 300.0;

/// The grey that is as light.
pub(super) fn without_hue(paint: Paint) -> Paint {
    let screen = Perceived { chroma: 0.0, ..Perceived::of(paint.screen) }.rgb();
    Paint::new(screen, icc::to_inks(screen))
}

/// So much of one colour on another. In print it is the same inks in smaller dots; few black dots in a light
/// colour look like dirt, so they are left out.
pub(super) fn mix(paint: Paint, on: Paint, share: f32) -> Paint {
    let mixed = |a: u8, b: u8| (f32::from(a) * share + f32::from(b) * (1.0 - share)).round() as u8;
    let (a, b) = (paint.screen, on.screen);
    let screen = Rgb::new(mixed(a.r, b.r), mixed(a.g, b.g), mixed(a.b, b.b));
    let (a, b) = (paint.print, on.print);
    let black = mixed(a.k, b.k);
    let has_colour = a.c.max(a.m).max(a.y) > 0;
    let black = if has_colour && black < 12 { 0 } else { black };
    Paint::new(screen, Cmyk::new(mixed(a.c, b.c), mixed(a.m, b.m), mixed(a.y, b.y), black))
}

/// The same colour, so many times as light on a screen, with black over its inks.
pub(super) fn darker(paint: Paint, factor: f32) -> Paint {
    let part = |channel: u8| (f32::from(channel) * factor).round() as u8;
    let screen = Rgb::new(part(paint.screen.r), part(paint.screen.g), part(paint.screen.b));
    Paint::new(screen, with_black(paint.print, 1.0 - factor))
}

/// Inks with more black over them; if that becomes too much, colours give way.
pub(super) fn with_black(inks: Cmyk, more: f32) -> Cmyk {
    let black = f32::from(inks.k) + (100.0 - f32::from(inks.k)) * more;
    let colours = f32::from(inks.c) + f32::from(inks.m) + f32::from(inks.y);
    let keep = ((MOST_INK - black) / colours.max(1.0)).min(1.0);
    let part = |ink: u8| (f32::from(ink) * keep).floor() as u8;
    Cmyk::new(part(inks.c), part(inks.m), part(inks.y), black.floor() as u8)
}

/// The same inks in smaller dots.
pub(super) fn with_less(inks: Cmyk, less: f32) -> Cmyk {
    let part = |ink: u8| (f32::from(ink) * (1.0 - less)).round() as u8;
    Cmyk::new(part(inks.c), part(inks.m), part(inks.y), part(inks.k))
}
