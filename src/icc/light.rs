//! Light: takes inks, gives how light they are on paper, by the table of the paper's profile.
//!
//! Contrast asks for a few dozen colours of a theme. A whole way to the screen would first be made for 83,521
//! colours, which takes longer than a briefing; the profile's own table (ICC.1:2001, `lut16Type`, relative
//! colorimetric) is looked up directly instead, and only its lightness.

use std::sync::OnceLock;

use moxcms::{LutDataType, LutStore, LutWarehouse};

use super::{BLACK_ALONE, paper};
use crate::color::{Cmyk, Rgb};

/// Channels of the table: four inks go in, lightness and two colour values come out.
const INKS: usize = 4;
const VALUES: usize = 3;

/// What stands for full lightness, 100, in tables of 16 bits (ICC.1:2001, 6.4).
const FULL: f32 = 65_280.0;

/// The lightness of inks as the profile has it.
struct Lightness {
    /// For each ink a curve, one after the other.
    curves: Vec<u16>,
    /// Lightness for each point of the grid; the last ink moves fastest.
    points: Vec<u16>,
    /// Points of the grid along each ink.
    grid: usize,
    /// The curve of lightness.
    out: Vec<u16>,
}

impl Lightness {
    fn of(table: &LutDataType) -> Option<Self> {
        let (LutStore::Store16(curves), LutStore::Store16(clut), LutStore::Store16(out)) =
            (&table.input_table, &table.clut_table, &table.output_table)
        else {
            return None;
        };
        let grid = usize::from(table.num_clut_grid_points);
        let entries = usize::from(table.num_output_table_entries);
        let is_whole = curves.len() == INKS * usize::from(table.num_input_table_entries)
            && clut.len() == grid.pow(INKS as u32) * VALUES
            && out.len() == entries * VALUES;
        is_whole.then(|| Lightness {
            curves: curves.clone(),
            points: clut.iter().step_by(VALUES).copied().collect(),
            grid,
            out: out[..entries].to_vec(),
        })
    }

    /// Lightness from 0 to 1 of inks from 0 to 1, between the points of the grid by parts of each ink.
    fn at(&self, inks: [f32; INKS]) -> f32 {
        let entries = self.curves.len() / INKS;
        let places: [(usize, f32); INKS] = std::array::from_fn(|ink| {
            let curve = &self.curves[ink * entries..(ink + 1) * entries];
            let place = between(curve, inks[ink]) / 65_535.0 * (self.grid - 1) as f32;
            let low = (place as usize).min(self.grid - 2);
            (low, place - low as f32)
        });
        let corners = (0..1_usize << INKS).map(|corner| {
            let (at, weight) =
                places.iter().enumerate().fold((0, 1.0), |(at, weight), (ink, (low, part))| {
                    let high = (corner >> ink) & 1;
                    (at * self.grid + low + high, weight * if high == 1 { *part } else { 1.0 - part })
                });
            f32::from(self.points[at]) * weight
        });
        (between(&self.out, corners.sum::<f32>() / 65_535.0) / FULL).clamp(0.0, 1.0)
    }
}

/// The value of a curve at a place from 0 to 1.
fn between(curve: &[u16], at: f32) -> f32 {
    let place = at.clamp(0.0, 1.0) * (curve.len() - 1) as f32;
    let low = (place as usize).min(curve.len() - 2);
    let (from, to) = (f32::from(curve[low]), f32::from(curve[low + 1]));
    from + (to - from) * (place - low as f32)
}

/// How light inks are on paper, from 0 to 1 as the luminance of a screen. Black alone goes from the paper's white
/// to full black, as greys do.
#[must_use]
pub fn light(inks: Cmyk) -> f32 {
    static LIGHTNESS: OnceLock<Lightness> = OnceLock::new();
    if (inks.c, inks.m, inks.y) == (0, 0, 0) {
        let grey = BLACK_ALONE[usize::from(inks.k.min(100))];
        return Rgb::new(grey, grey, grey).luminance();
    }
    let lightness = LIGHTNESS.get_or_init(|| {
        let table = match paper().lut_a_to_b_colorimetric {
            Some(LutWarehouse::Lut(table)) => Lightness::of(&table),
            _ => None,
        };
        table.expect("the embedded profile has a table of 16 bits for four inks")
    });
    luminance(lightness.at([inks.c, inks.m, inks.y, inks.k].map(|percent| f32::from(percent) / 100.0)))
}

/// Luminance of a lightness, both from 0 to 1 (CIE 15, the inverse of L*).
fn luminance(lightness: f32) -> f32 {
    let f = (lightness * 100.0 + 16.0) / 116.0;
    let delta = 6.0 / 29.0;
    if f > delta { f * f * f } else { 3.0 * delta * delta * (f - 4.0 / 29.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::contrast_of_light;
    use crate::icc::to_screen;

    /// The long way round, through the screen, is made from the same table: what differs is rounding and what a
    /// screen cannot show.
    #[test]
    fn inks_are_as_light_as_the_whole_way_to_the_screen_says() {
        let steps = || (0..=100_u8).step_by(20);
        let mut worst = 1.0_f32;
        for inks in steps()
            .flat_map(|c| steps().flat_map(move |m| steps().map(move |y| (c, m, y))))
            .flat_map(|(c, m, y)| [0, 15, 60].map(|k| Cmyk::new(c, m, y, k)))
        {
            let screen = to_screen(inks);
            // Where a screen ends, a channel stands at its end, and the two are not the same colour.
            if [screen.r, screen.g, screen.b].iter().any(|value| [0, 255].contains(value)) {
                continue;
            }
            worst = worst.max(contrast_of_light(light(inks), screen.luminance()));
        }
        assert!(worst < 1.05, "{worst}");
    }

    #[test]
    fn paper_is_white_and_full_black_is_black() {
        assert!((light(Cmyk::new(0, 0, 0, 0)) - 1.0).abs() < 1e-6);
        assert!(light(Cmyk::new(0, 0, 0, 100)) < 1e-6);
        assert!(light(Cmyk::new(1, 0, 0, 0)) > 0.95);
    }
}
