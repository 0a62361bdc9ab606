//! Contrast: takes two colours, gives whether letters can be read and the nearest colour with which they can.

use crate::color::{Rgb, contrast};

/// What body text needs (WCAG 2.2, 1.4.3).
pub(super) const TEXT: f32 = 4.5;

/// What large text needs: 18 pt and up, or 14 pt and up in bold.
pub(super) const LARGE_TEXT: f32 = 3.0;

/// Steps of lightness that are tried; finer than eight bits a channel can show.
const STEPS: i32 = 512;

/// The colour of the same hue, as near in lightness as can be, that has the contrast with `other`.
pub(super) fn nearest(color: Rgb, other: Rgb, wanted: f32) -> Option<Rgb> {
    let (hue, saturation, lightness) = to_hsl(color);
    (1..=STEPS)
        .flat_map(|step| [-step, step])
        .map(|step| lightness + step as f32 / STEPS as f32)
        .filter(|lightness| (0.0..=1.0).contains(lightness))
        .map(|lightness| from_hsl(hue, saturation, lightness))
        .find(|candidate| contrast(*candidate, other) >= wanted)
}

/// Hue in sixths of a turn, saturation and lightness from 0 to 1 (CSS Color 4, 7).
fn to_hsl(color: Rgb) -> (f32, f32, f32) {
    let [r, g, b] = [color.r, color.g, color.b].map(|channel| f32::from(channel) / 255.0);
    let (max, min) = (r.max(g).max(b), r.min(g).min(b));
    let (range, lightness) = (max - min, f32::midpoint(max, min));
    if range == 0.0 {
        return (0.0, 0.0, lightness);
    }
    let hue = match max {
        _ if max == r => ((g - b) / range).rem_euclid(6.0),
        _ if max == g => (b - r) / range + 2.0,
        _ => (r - g) / range + 4.0,
    };
    (hue, range / (1.0 - (2.0 * lightness - 1.0).abs()), lightness)
}

fn from_hsl(hue: f32, saturation: f32, lightness: f32) -> Rgb {
    let channel = |n: f32| {
        let k = (n + hue * 2.0).rem_euclid(12.0);
        let value =
            lightness - saturation * lightness.min(1.0 - lightness) * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
        (value * 255.0).round() as u8
    };
    Rgb::new(channel(0.0), channel(8.0), channel(4.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_colour_passes_and_keeps_its_hue() {
        let white = Rgb::new(255, 255, 255);
        // #767676 is the lightest grey that passes on white, as every accessibility course says.
        assert_eq!(nearest(Rgb::new(0x99, 0x99, 0x99), white, TEXT), Some(Rgb::new(0x76, 0x76, 0x76)));
        let amber = nearest(Rgb::new(0xff, 0xb8, 0x1c), white, TEXT).expect("a darker amber passes");
        assert!(contrast(amber, white) >= TEXT && amber.r > amber.g && amber.g > amber.b);
        let grey = Rgb::new(0x80, 0x80, 0x80);
        assert_eq!(nearest(grey, grey, 7.0), None);
    }

    #[test]
    fn colours_survive_the_way_to_hue_and_back() {
        for color in [Rgb::new(15, 76, 92), Rgb::new(255, 184, 28), Rgb::new(179, 38, 30), Rgb::new(0, 0, 0)]
        {
            let (h, s, l) = to_hsl(color);
            assert_eq!(from_hsl(h, s, l), color);
        }
    }
}
