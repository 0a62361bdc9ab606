//! Colours: takes red-green-blue and ink values, gives paints for both targets and their contrast.

use std::sync::LazyLock;

/// The light of each value of a channel (IEC 61966-2-1): a page asks for it a hundred times.
static LINEAR: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|value| {
        let c = value as f32 / 255.0;
        if c <= 0.04045 { c / 12.92 } else { libm::powf((c + 0.055) / 1.055, 2.4) }
    })
});

/// Contrast that letters need (WCAG 2.2, 1.4.3).
pub const LETTERS: f32 = 4.5;

/// Contrast that large letters (1.4.3) and shapes with a meaning (1.4.11) need.
pub const SHAPES: f32 = 3.0;

/// The light of a value of a channel: 0 none, 1 all.
pub(crate) fn light_of(channel: u8) -> f32 {
    LINEAR[usize::from(channel)]
}

/// The value of a channel for so much light.
pub(crate) fn channel_of(light: f32) -> u8 {
    let coded =
        if light <= 0.003_130_8 { light * 12.92 } else { libm::powf(light, 1.0 / 2.4) * 1.055 - 0.055 };
    (coded * 255.0).round() as u8
}

/// A colour on a screen: sRGB, eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Rgb {
    /// A colour from its three channels.
    #[must_use]
    pub const fn new(r: u8, g: u8, b: u8) -> Self {
        Rgb { r, g, b }
    }

    /// Reads `#rrggbb` or `#rgb`.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let nibbles: Vec<u8> = digits
            .chars()
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
            .collect::<Option<_>>()?;
        match nibbles[..] {
            [r, g, b] => Some(Rgb::new(r * 17, g * 17, b * 17)),
            [r1, r2, g1, g2, b1, b2] => Some(Rgb::new(r1 * 16 + r2, g1 * 16 + g2, b1 * 16 + b2)),
            _ => None,
        }
    }

    /// Relative luminance as WCAG 2.2 defines it: 0 black, 1 white.
    #[must_use]
    pub fn luminance(self) -> f32 {
        0.2126 * light_of(self.r) + 0.7152 * light_of(self.g) + 0.0722 * light_of(self.b)
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

/// A colour on paper: the four inks, each in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cmyk {
    /// Cyan.
    pub c: u8,
    /// Magenta.
    pub m: u8,
    /// Yellow.
    pub y: u8,
    /// Black.
    pub k: u8,
}

impl Cmyk {
    /// A colour from four ink percentages.
    #[must_use]
    pub const fn new(c: u8, m: u8, y: u8, k: u8) -> Self {
        Cmyk { c, m, y, k }
    }

    /// All ink together, in percent; presses take at most 300.
    #[must_use]
    pub const fn total(self) -> u16 {
        self.c as u16 + self.m as u16 + self.y as u16 + self.k as u16
    }
}

impl std::fmt::Display for Cmyk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cmyk({}, {}, {}, {})", self.c, self.m, self.y, self.k)
    }
}

/// A colour as it is drawn: its screen value and its print value, never one without the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Paint {
    /// What a screen shows.
    pub screen: Rgb,
    /// What a press prints.
    pub print: Cmyk,
}

impl Paint {
    /// A paint of both values.
    #[must_use]
    pub const fn new(screen: Rgb, print: Cmyk) -> Self {
        Paint { screen, print }
    }

    /// Paper: no ink.
    pub const WHITE: Paint = Paint::new(Rgb::new(255, 255, 255), Cmyk::new(0, 0, 0, 0));

    /// One ink, black.
    pub const BLACK: Paint = Paint::new(Rgb::new(0, 0, 0), Cmyk::new(0, 0, 0, 100));
}

/// Contrast of two colours as WCAG 2.2 defines it: 1 (the same) to 21 (black on white).
#[must_use]
pub fn contrast(a: Rgb, b: Rgb) -> f32 {
    contrast_of_light(a.luminance(), b.luminance())
}

/// Contrast of two luminances.
#[must_use]
pub fn contrast_of_light(a: f32, b: f32) -> f32 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_of_black_on_white_is_21() {
        assert!((contrast(Paint::BLACK.screen, Paint::WHITE.screen) - 21.0).abs() < 1e-3);
    }

    #[test]
    fn hex_is_read_in_both_lengths_and_nothing_else() {
        assert_eq!(Rgb::from_hex("#0f4c5c"), Some(Rgb::new(15, 76, 92)));
        assert_eq!(Rgb::from_hex("#fff"), Some(Rgb::new(255, 255, 255)));
        for wrong in ["0f4c5c", "#0f4c5", "#gggggg", "", "#é1234"] {
            assert_eq!(Rgb::from_hex(wrong), None, "{wrong}");
        }
    }
}
