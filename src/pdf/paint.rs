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
#[derive(Debug, Default)]
pub(super) struct Inks {
    fill: Option<Ink>,
    stroke: Option<Ink>,
    width: Option<Cent>,
    overprint: bool,
}

impl Space {
    const fn of(self, paint: Paint) -> Ink {
        match self {
            Space::Rgb => Ink::Screen(paint.screen),
            Space::Cmyk => Ink::Print(paint.print),
        }
    }
}

impl Inks {
    /// Sets the colour of fills and letters.
    ///
    /// Letters in pure black overprint, so that no plate has holes for them to be missed.
    pub(super) fn fill(&mut self, ops: &mut Ops, space: Space, paint: Paint, letters: bool) {
        let ink = space.of(paint);
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            operands(ops, ink).op(if space == Space::Rgb { "rg" } else { "k" });
        }
        if space == Space::Cmyk {
            self.overprint(ops, letters && is_pure_black(paint.print));
        }
    }

    /// Sets the colour and the width of lines.
    pub(super) fn stroke(&mut self, ops: &mut Ops, space: Space, paint: Paint, width: Pt) {
        let ink = space.of(paint);
        if self.stroke != Some(ink) {
            self.stroke = Some(ink);
            operands(ops, ink).op(if space == Space::Rgb { "RG" } else { "K" });
        }
        let width = Cent::of(width);
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
const OVERPRINT: &[u8] = b"/O1";
/// Name of the graphics state in which inks replace those below.
const KNOCKOUT: &[u8] = b"/O0";

const fn is_pure_black(ink: Cmyk) -> bool {
    ink.c == 0 && ink.m == 0 && ink.y == 0 && ink.k > 0
}

fn operands(ops: &mut Ops, ink: Ink) -> &mut Ops {
    match ink {
        Ink::Screen(Rgb { r, g, b }) => {
            [r, g, b].into_iter().fold(ops, |ops, channel| ops.mill(f32::from(channel) / 255.0))
        }
        Ink::Print(Cmyk { c, m, y, k }) => {
            [c, m, y, k].into_iter().fold(ops, |ops, percent| ops.mill(f32::from(percent) / 100.0))
        }
    }
}
