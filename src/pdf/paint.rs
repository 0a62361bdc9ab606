//! Colour: takes paints, gives colour operators for screen or print, and none where nothing changes.

use super::ops::{Cent, Ops};
use crate::color::{Cmyk, Paint, Rgb};
use crate::geom::Pt;

/// Which of a paint's two values is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Space {
    Rgb,
    Cmyk,
}

/// A colour as an operator sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ink {
    Screen(Rgb),
    Print(Cmyk),
}

/// The colours, line width and overprint in force.
#[derive(Debug)]
pub(super) struct Inks {
    /// How much larger everything comes out on paper.
    scale: f32,
    fill: Option<Ink>,
    stroke: Option<Ink>,
    width: Option<Cent>,
    overprint: bool,
}

/// What a colour fills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Filled {
    Area,
    /// Letters of this size.
    Letters(Pt),
}

/// A press cannot hold thinner lines.
const HAIRLINE: Pt = Pt::new(0.25);

/// Smaller letters are not printed in several inks: plates that miss each other by a tenth of a millimetre
/// make them unreadable.
const SMALL: Pt = Pt::new(9.0);

/// Letters set for a sheet that makes pages smaller come out at the limit, or a rounding below it.
const ROUNDING: Pt = Pt::new(0.01);

/// Inks of a dark colour, in percent of all together; what is lighter stands on something dark.
const DARK: u16 = 150;

impl Filled {
    /// The paint with the print value that can be printed in these letters; the screen value stays.
    fn printable(self, paint: Paint) -> Paint {
        match self {
            Filled::Letters(size) if size < SMALL + ROUNDING && is_dark_mixture(paint.print) => {
                Paint::new(paint.screen, Paint::BLACK.print)
            }
            _ => paint,
        }
    }
}

fn is_dark_mixture(ink: Cmyk) -> bool {
    let inks = [ink.c, ink.m, ink.y, ink.k].into_iter().filter(|ink| *ink > 0).count();
    inks > 2 && ink.total() >= DARK
}

impl Space {
    const fn of(self, paint: Paint) -> Ink {
        match self {
            Space::Rgb => Ink::Screen(paint.screen),
            Space::Cmyk => Ink::Print(paint.print),
        }
    }
}

impl Default for Inks {
    fn default() -> Self {
        Inks { scale: 1.0, fill: None, stroke: None, width: None, overprint: false }
    }
}

impl Inks {
    /// Inks of what is drawn at a scale: small letters and thin lines are judged as they come out.
    pub(super) fn at(scale: f32) -> Self {
        Inks { scale, ..Inks::default() }
    }

    /// Sets the colour of fills and letters.
    ///
    /// Letters in pure black overprint, so that no plate has holes for them to be missed.
    pub(super) fn fill(&mut self, ops: &mut Ops, space: Space, paint: Paint, what: Filled) {
        let what = match what {
            Filled::Letters(size) => Filled::Letters(size * self.scale),
            Filled::Area => Filled::Area,
        };
        let paint = what.printable(paint);
        let ink = space.of(paint);
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            operands(ops, ink).op(if space == Space::Rgb { "rg" } else { "k" });
        }
        if space == Space::Cmyk {
            self.overprint(ops, what != Filled::Area && is_pure_black(paint.print));
        }
    }

    /// Sets the colour and the width of lines.
    pub(super) fn stroke(&mut self, ops: &mut Ops, space: Space, paint: Paint, width: Pt) {
        let ink = space.of(paint);
        if self.stroke != Some(ink) {
            self.stroke = Some(ink);
            operands(ops, ink).op(if space == Space::Rgb { "RG" } else { "K" });
        }
        let width = Cent::of(if space == Space::Cmyk { width.max(HAIRLINE / self.scale) } else { width });
        if self.width != Some(width) {
            self.width = Some(width);
            ops.cent(width).op("w");
        }
        if space == Space::Cmyk {
            self.overprint(ops, false);
        }
    }

    fn overprint(&mut self, ops: &mut Ops, on: bool) {
        if self.overprint != on {
            self.overprint = on;
            ops.raw(if on { OVERPRINT } else { KNOCKOUT }).raw(b" ").op("gs");
        }
    }
}

/// Name of the graphics state in which inks are added to those below.
const OVERPRINT: &[u8; 3] = b"/O1";
/// Name of the graphics state in which inks replace those below.
const KNOCKOUT: &[u8; 3] = b"/O0";

const fn is_pure_black(ink: Cmyk) -> bool {
    ink.c == 0 && ink.m == 0 && ink.y == 0 && ink.k > 0
}

fn operands(ops: &mut Ops, ink: Ink) -> &mut Ops {
    match ink {
        Ink::Screen(Rgb { r, g, b }) => [r, g, b].into_iter().fold(ops, |ops, channel| ops.channel(channel)),
        Ink::Print(Cmyk { c, m, y, k }) => {
            [c, m, y, k].into_iter().fold(ops, |ops, percent| ops.mill(f32::from(percent) / 100.0))
        }
    }
}
