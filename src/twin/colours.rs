//! Colours of the web page: takes a theme, gives the custom properties of its style, by day and by night.

use std::fmt::Write as _;

use crate::color::{Rgb, contrast};
use crate::style::{Swatch, Theme};

/// The names that the style uses, and the swatch that each is by day.
const BY_DAY: [(&str, Swatch); 13] = [
    ("p", Swatch::Primary),
    ("op", Swatch::OnPrimary),
    ("ap", Swatch::AccentOnPrimary),
    ("i", Swatch::Ink),
    ("oi", Swatch::OnInk),
    ("e", Swatch::Emergency),
    ("oe", Swatch::OnEmergency),
    ("l", Swatch::PrimaryText),
    ("h", Swatch::EmergencyText),
    ("t", Swatch::Text),
    ("g", Swatch::Paper),
    ("n", Swatch::Tint),
    ("r", Swatch::Rule),
];

/// What is the same for every board by night: text, ground, tint and rule.
const BY_NIGHT: &str = "--t:#e6edee;--g:#12191b;--n:#1e292c;--r:#4a6066";

/// The ground by night, and the tint on it, which is lighter.
const NIGHT: Rgb = Rgb::new(0x1e, 0x29, 0x2c);

/// Contrast of links and headings by night (WCAG 2.2, 1.4.6, so that thin letters read too).
const CLEAR: f32 = 7.0;

/// The properties by day, and those that differ by night.
pub(super) fn properties(theme: &Theme) -> (String, String) {
    let mut day = String::new();
    for (name, swatch) in BY_DAY {
        let _ = write!(day, "--{name}:{};", theme.paint(swatch).screen);
    }
    let lifted = |swatch| lifted(theme.paint(swatch).screen);
    let night = format!("--l:{};--h:{};{BY_NIGHT}", lifted(Swatch::Primary), lifted(Swatch::Emergency));
    (day, night)
}

/// The colour of the same hue and saturation, so much lighter that it reads by night.
fn lifted(colour: Rgb) -> Rgb {
    let [hue, saturation, lightness] = hsl(colour);
    let lighter = (0..=STEPS).map(|step| lightness + (1.0 - lightness) * (step as f32 / STEPS as f32));
    let mut reads = [colour].into_iter().chain(lighter.map(|lightness| rgb([hue, saturation, lightness])));
    reads.find(|lighter| contrast(*lighter, NIGHT) >= CLEAR).unwrap_or(Rgb::new(255, 255, 255))
}

/// In how many steps a colour becomes white.
const STEPS: u16 = 100;

/// Hue (in sixths of the circle), saturation and lightness (CSS Color 4, 7.1).
fn hsl(colour: Rgb) -> [f32; 3] {
    let [r, g, b] = [colour.r, colour.g, colour.b].map(|channel| f32::from(channel) / 255.0);
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let (range, lightness) = (most - least, (most + least) / 2.0);
    if range == 0.0 {
        return [0.0, 0.0, lightness];
    }
    let hue = if most == r {
        (g - b) / range + if g < b { 6.0 } else { 0.0 }
    } else if most == g {
        (b - r) / range + 2.0
    } else {
        (r - g) / range + 4.0
    };
    [hue, range / (1.0 - (2.0 * lightness - 1.0).abs()), lightness]
}

fn rgb([hue, saturation, lightness]: [f32; 3]) -> Rgb {
    let most = saturation * lightness.min(1.0 - lightness);
    let channel = |sixth: f32| {
        let k = (sixth + 2.0 * hue) % 12.0;
        ((lightness - most * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)) * 255.0).round() as u8
    };
    Rgb::new(channel(0.0), channel(8.0), channel(4.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_reads_by_night() {
        for hex in ["#000000", "#0f4c5c", "#1d3f72", "#b3261e", "#ffff00", "#7f7f7f", "#ffffff"] {
            let colour = Rgb::from_hex(hex).expect("a colour");
            assert!(contrast(lifted(colour), NIGHT) >= CLEAR, "{hex}");
        }
        // The hue stays: a lifted red is no brown.
        assert_eq!(rgb(hsl(Rgb::new(0x0f, 0x4c, 0x5c))), Rgb::new(0x0f, 0x4c, 0x5c));
        let lifted_red = lifted(Rgb::new(0xb3, 0x26, 0x1e));
        assert!(lifted_red.r > 0xe0 && lifted_red.r > lifted_red.g + 0x40, "{lifted_red}");
        let yellow = Rgb::new(255, 255, 0);
        assert_eq!(lifted(yellow), yellow, "what reads already stays");
    }
}
