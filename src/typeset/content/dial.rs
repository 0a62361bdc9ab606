//! The dial: takes a ring of seven and the words in its middle, says whether they fit, and draws both.

use std::cell::Cell;
use std::rc::Rc;

use super::caption::Caption;
use super::spot::Spot;
use crate::geom::{Path, Point, Pt};
use crate::layout::{Align, Dial, SizeSpec, Token};
use crate::model::SECTIONS;
use crate::page::Artifact;
use crate::style::Style;
use crate::typeset::canvas::{Canvas, Meaning, PLAIN, Rag, block, em};
use crate::typeset::counted::Counted;
use crate::typeset::store::NUMERAL;
use crate::typeset::trial::{Trial, height_of, resolve, width_in_ems};

/// A dial with its words shaped.
pub(in crate::typeset) struct Ring<'a> {
    /// How it is drawn.
    pub dial: &'a Dial,
    /// What its diameter grows with.
    pub grows: Token,
    /// How many pieces are lit.
    pub lit: usize,
    /// The words in its middle.
    pub center: Vec<Caption<'a>>,
    /// The numbers on its pieces, where there are any.
    pub numerals: Vec<Rc<Counted>>,
    /// A diameter and body size, and how far the words run over at it.
    pub known: Cell<Option<([Pt; 2], Pt)>>,
}

/// Inner radius of the ring, as a multiple of its outer one.
const INNER: f32 = 0.77;
/// The same where numbers stand on the ring.
const INNER_OF_NUMBERS: f32 = 0.71;
/// Width of the words in the middle, as a multiple of the inner radius: a square in a circle has 1.41.
const WORDS: f32 = 1.64;
/// Half the space between two pieces, in turns, so that they can be counted.
const HALF_GAP: f32 = 0.0072;
/// Size of a number on the ring, as a multiple of the ring's thickness.
const NUMERAL_SIZE: f32 = 0.62;

/// Width of a piece's edge, where it has one, as a multiple of the ring's thickness.
const PIECE_EDGE: f32 = 0.06;

/// One of the seven pieces of a ring, counted from 0, clockwise from the top; `inner` is a share of the outer radius.
pub(super) fn piece_of(middle: Point, outer: Pt, inner: f32, piece: usize) -> Path {
    let turn = |pieces: f32| pieces / SECTIONS as f32;
    let (from, to) = (turn(piece as f32) + HALF_GAP, turn(piece as f32 + 1.0) - HALF_GAP);
    Path::ring_piece(middle, outer * inner, outer, from, to)
}

impl Ring<'_> {
    /// Its diameter in a trial.
    pub(in crate::typeset) fn diameter(&self, trial: &Trial<'_>) -> Pt {
        self.dial.diameter.at(trial.shares.of(self.grows))
    }

    /// How far it has grown out of a width; a ring that is wider even at its smallest is meant to be.
    pub(in crate::typeset) fn too_wide(&self, width: Pt, trial: &Trial<'_>) -> Pt {
        self.diameter(trial) - width.max(self.dial.diameter.tight)
    }

    fn inner(&self, trial: &Trial<'_>) -> Pt {
        let inner = if self.numerals.is_empty() { INNER } else { INNER_OF_NUMBERS };
        self.diameter(trial) / 2.0 * inner
    }

    fn width(&self, trial: &Trial<'_>) -> Pt {
        self.inner(trial) * WORDS
    }

    fn style(&self, caption: &Caption<'_>, trial: &Trial<'_>) -> Style {
        // Words in the middle grow with the ring; those that are fitted into it have grown with its width.
        let style = resolve(caption.spec, trial, Some(&caption.shaped), self.width(trial));
        if !matches!(caption.spec.size, SizeSpec::Fixed(_)) {
            return style;
        }
        let grown = self.diameter(trial) / self.dial.diameter.tight.max(Pt::new(1.0));
        Style { size: style.size * grown, ..style }
    }

    /// Where the words stand below each other: the lowest and the highest place of their top, counted from the middle,
    /// at which all of their corners lie inside the ring, and the height of all.
    ///
    /// A wide word below a number stands nearer to the middle, where the circle is wide, than it would if all of them
    /// were one box. Where there is no such place, the lowest lies above the highest.
    fn play(&self, trial: &Trial<'_>) -> (Pt, Pt, Pt) {
        let (radius, width) = (self.inner(trial).get(), self.width(trial));
        let (mut lowest, mut highest, mut y) = (Pt::new(f32::MAX), Pt::new(f32::MIN), Pt::ZERO);
        for (index, caption) in self.center.iter().enumerate() {
            let style = self.style(caption, trial);
            let lines = caption.shaped.balanced(width_in_ems(width, style.size));
            let widest = lines.iter().fold(Pt::ZERO, |widest, line| widest.max(em(line.width, style.size)));
            let half = widest.get() / 2.0;
            // A corner lies on the circle when (w/2)² + y² = r².
            let reach = Pt::new((radius * radius - half * half).max(0.0).sqrt());
            y += if index > 0 { caption.line.gap } else { Pt::ZERO };
            highest = highest.max(-reach - y);
            y += height_of(&caption.shaped, &style, width);
            lowest = lowest.min(reach - y);
        }
        (lowest, highest, y)
    }

    /// How far the words run over the circle that the ring leaves free. Trials of one body size ask it again.
    pub(in crate::typeset) fn over(&self, trial: &Trial<'_>) -> Pt {
        let asked = [self.diameter(trial), trial.body];
        if let Some((before, over)) = self.known.get()
            && before == asked
        {
            return over;
        }
        let (lowest, highest, _) = self.play(trial);
        let over = highest - lowest;
        self.known.set(Some((asked, over)));
        over
    }

    /// Draws the ring as decoration, and its words with their meaning.
    pub(in crate::typeset) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
        let (middle, trial) = (spot.area.center(), spot.trial);
        for piece in 0..SECTIONS {
            self.piece(spot.trial, canvas, middle, piece);
        }
        let (lowest, highest, height) = self.play(trial);
        // In the middle, or as near to it as the ring lets them be.
        let mut y = middle.y + (height / -2.0).max(highest).min(lowest.max(highest));
        let x = middle.x - self.width(trial) / 2.0;
        for (index, caption) in self.center.iter().enumerate() {
            if index > 0 {
                y += caption.line.gap;
            }
            let style = self.style(caption, trial);
            y += caption.place_as(style, canvas, spot, Point::new(x, y), self.width(trial));
        }
    }

    fn piece(&self, trial: &Trial<'_>, canvas: &mut Canvas<'_>, middle: Point, piece: usize) {
        let (outer, inner) = (self.diameter(trial) / 2.0, self.inner(trial));
        let swatch = if piece < self.lit { self.dial.lit } else { self.dial.unlit };
        let path = piece_of(middle, outer, inner / outer, piece);
        canvas.area(path, (trial.theme, swatch), (outer - inner) * PIECE_EDGE, Artifact::Layout);
        let Some(numeral) = self.numerals.get(piece) else { return };
        let turn = (piece as f32 + 0.5) / SECTIONS as f32;
        let center = middle.on_circle((outer + inner) / 2.0, turn);
        let size = (outer - inner) * NUMERAL_SIZE;
        let style = Style { weight: NUMERAL, size, leading: 1.0, paint: trial.theme.paint(swatch.letters()) };
        let digits = block(numeral, style, size * 2.0, Align::Center, Rag::Full);
        let at = Point::new(center.x - size, canvas.centered_on_caps(&style, center.y));
        // The number stands on the section's own disc too, where it is read out.
        canvas.text(&digits, at, size * 2.0, Meaning::None(Artifact::Layout), PLAIN);
    }
}
