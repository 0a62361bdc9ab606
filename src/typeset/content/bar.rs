//! The bar: the dial unrolled, seven equal pieces side by side, the last in the colour of the alarm.

use super::spot::Spot;
use crate::geom::{Path, Pt, Rect};
use crate::layout::Bar;
use crate::model::SECTIONS;
use crate::page::Artifact;
use crate::typeset::canvas::Canvas;

/// Width of a piece's edge where the theme gives its colour one.
const EDGE: Pt = Pt::new(0.6);

/// Draws the bar as decoration: as many pieces in colour as there are sections up to `lit`.
pub(in crate::typeset) fn place_bar(bar: &Bar, lit: usize, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
    let area = spot.area;
    let piece = (area.w - bar.gap * (SECTIONS - 1) as f32) / SECTIONS as f32;
    for number in 1..=SECTIONS {
        let x = area.x + (piece + bar.gap) * (number - 1) as f32;
        let swatch = match number {
            _ if number > lit => bar.unlit,
            SECTIONS => bar.last,
            _ => bar.swatch,
        };
        let path = Path::rect(Rect { x, w: piece, ..area });
        canvas.area(path, (spot.trial.theme, swatch), EDGE, Artifact::Layout);
    }
}
