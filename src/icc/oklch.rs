//! Perceived colour: takes a screen colour, gives its lightness, strength and hue as eyes see them, and back.
//!
//! `OKLCH` is what CSS Color 4 uses to make a colour lighter or darker: its hue stays, which in `HSL` it does not.

use moxcms::{Oklch, Rgb as Linear};

use crate::color::Rgb;

/// Halvings of strength that bring a colour onto the screen: finer than eight bits a channel show.
const HALVINGS: usize = 10;

/// A colour as it is perceived.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Perceived {
    /// Lightness: 0 is black, 1 is white.
    pub lightness: f32,
    /// Strength of the colour: 0 is grey; the strongest of a screen has about 0.32.
    pub chroma: f32,
    /// Hue in degrees, from -180 to 180; that of a grey means nothing.
    pub hue: f32,
}

impl Perceived {
    /// How a screen colour is perceived.
    #[must_use]
    pub fn of(color: Rgb) -> Self {
        let [r, g, b] = [color.r, color.g, color.b].map(crate::color::light_of);
        let Oklch { l, c, h } = Oklch::from_linear_rgb(Linear::new(r, g, b));
        Perceived { lightness: l, chroma: c, hue: h.to_degrees() }
    }

    /// The screen colour: of this lightness and hue, and as strong as a screen can show.
    #[must_use]
    pub fn rgb(self) -> Rgb {
        let lightness = self.lightness.clamp(0.0, 1.0);
        let at = |chroma: f32| Oklch::new(lightness, chroma, self.hue.to_radians()).to_linear_rgb();
        let shown = |light: Linear<f32>| {
            [light.r, light.g, light.b].iter().all(|channel| (-0.000_1..=1.000_1).contains(channel))
        };
        // Black and white have no strength, though the formula would leave them a trace.
        let most = if lightness > 0.0 && lightness < 1.0 { self.chroma } else { 0.0 };
        let (mut low, mut high) = (0.0, most);
        if shown(at(high)) {
            low = high;
        }
        for _ in 0..HALVINGS {
            let middle = f32::midpoint(low, high);
            if shown(at(middle)) { low = middle } else { high = middle }
        }
        let light = at(low);
        let [r, g, b] = [light.r, light.g, light.b].map(crate::color::channel_of);
        Rgb::new(r, g, b)
    }

    /// The same, so much lighter or, below zero, darker.
    #[must_use]
    pub fn lighter(self, by: f32) -> Self {
        Perceived { lightness: (self.lightness + by).clamp(0.0, 1.0), ..self }
    }

    /// Degrees between two hues, from 0 to 180.
    #[must_use]
    pub fn hue_from(self, other: Self) -> f32 {
        let apart = (self.hue - other.hue).abs();
        apart.min(360.0 - apart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_colours_are_perceived_as_css_says() {
        // CSS Color 4, 9.2, by its sample code: red is oklch(0.628 0.258 29.2).
        let red = Perceived::of(Rgb::new(255, 0, 0));
        assert!((red.lightness - 0.628).abs() < 1e-3 && (red.chroma - 0.258).abs() < 1e-3, "{red:?}");
        assert!((red.hue - 29.2).abs() < 0.1, "{red:?}");
        assert!((Perceived::of(Rgb::new(255, 255, 255)).lightness - 1.0).abs() < 1e-3);
    }

    #[test]
    fn every_colour_comes_back_and_the_ends_are_black_and_white() {
        for n in 0..4096_u16 {
            let part = |shift: u16| u8::try_from((n >> shift & 15) * 17).unwrap_or(255);
            let color = Rgb::new(part(8), part(4), part(0));
            let back = Perceived::of(color).rgb();
            let off = |a: u8, b: u8| a.abs_diff(b) <= 1;
            assert!(
                off(back.r, color.r) && off(back.g, color.g) && off(back.b, color.b),
                "{color} is {back}"
            );
            assert_eq!(Perceived::of(color).lighter(-1.0).rgb(), Rgb::new(0, 0, 0));
            assert_eq!(Perceived::of(color).lighter(1.0).rgb(), Rgb::new(255, 255, 255));
        }
    }

    #[test]
    fn hues_are_apart_the_short_way_round() {
        let hue = |hue| Perceived { lightness: 0.5, chroma: 0.1, hue };
        assert!((hue(170.0).hue_from(hue(-170.0)) - 20.0).abs() < 1e-3);
    }
}
