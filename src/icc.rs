//! Colour management: takes screen or ink values, gives the other through the profiles of both.
//!
//! The screen is sRGB, paper is FOGRA39 with at most 300 % ink (ISO Coated v2 300).

mod light;
mod oklch;

use std::sync::{Arc, OnceLock};

use moxcms::{ColorProfile, Layout, RenderingIntent, Transform8BitExecutor, TransformOptions};

pub use light::light;
pub use oklch::Perceived;

use crate::color::{Cmyk, Rgb};

/// The paper's profile.
const FOGRA39: &[u8] = include_bytes!("../icc/ISOcoated_v2_300_bas.icc");

/// The most ink that a press takes, in percent.
const MOST_INK: u16 = 300;

type Way = Arc<Transform8BitExecutor>;

fn paper() -> ColorProfile {
    ColorProfile::new_from_slice(FOGRA39).expect("the embedded profile is sound")
}

fn intent(rendering_intent: RenderingIntent) -> TransformOptions {
    TransformOptions { rendering_intent, ..TransformOptions::default() }
}

/// From the screen to inks. Making a way takes milliseconds, so each is made once, when it is first needed.
fn way_to_inks() -> &'static Way {
    static WAY: OnceLock<Way> = OnceLock::new();
    WAY.get_or_init(|| {
        // Perceptual brings the darkest screen black to the darkest ink without losing shadows.
        let intent = intent(RenderingIntent::Perceptual);
        ColorProfile::new_srgb()
            .create_transform_8bit(Layout::Rgb, &paper(), Layout::Rgba, intent)
            .expect("the profiles have tables for these channels")
    })
}

/// From inks to the screen.
fn way_to_screen() -> &'static Way {
    static WAY: OnceLock<Way> = OnceLock::new();
    WAY.get_or_init(|| {
        let intent = intent(RenderingIntent::RelativeColorimetric);
        paper()
            .create_transform_8bit(Layout::Rgba, &ColorProfile::new_srgb(), Layout::Rgb, intent)
            .expect("the profiles have tables for these channels")
    })
}

/// Inks, four bytes a pixel (255 is full ink), for sRGB samples, three bytes a pixel.
///
/// # Panics
/// If the samples do not end with a whole pixel.
#[must_use]
pub fn inks_of_samples(rgb: &[u8]) -> Vec<u8> {
    let mut inks = vec![0; rgb.len() / 3 * 4];
    way_to_inks().transform(rgb, &mut inks).expect("both have as many pixels");
    limit(&mut inks);
    inks
}

/// sRGB samples, three bytes a pixel, for inks, four bytes a pixel (255 is full ink).
///
/// # Panics
/// If the samples do not end with a whole pixel.
#[must_use]
pub fn screen_of_samples(inks: &[u8]) -> Vec<u8> {
    let mut rgb = vec![0; inks.len() / 4 * 3];
    way_to_screen().transform(inks, &mut rgb).expect("both have as many pixels");
    rgb
}

/// How inks look on a screen. Black alone goes the way back that greys come: full black is black.
#[must_use]
pub fn to_screen(inks: Cmyk) -> Rgb {
    if (inks.c, inks.m, inks.y) == (0, 0, 0) {
        let grey = BLACK_ALONE[usize::from(inks.k.min(100))];
        return Rgb::new(grey, grey, grey);
    }
    let bytes = [inks.c, inks.m, inks.y, inks.k].map(|percent| (f32::from(percent) * 2.55).round() as u8);
    match screen_of_samples(&bytes)[..] {
        [r, g, b] => Rgb::new(r, g, b),
        _ => Rgb::new(255, 255, 255),
    }
}

/// Takes colours back where a pixel, four bytes with 255 for full ink, has more than paper holds; black, which
/// carries the drawing, stays.
pub fn limit(inks: &mut [u8]) {
    const MOST: u16 = (MOST_INK as u32 * 255 / 100) as u16;
    for pixel in inks.chunks_exact_mut(4) {
        let black = u16::from(pixel[3]);
        let colours: u16 = pixel[..3].iter().map(|ink| u16::from(*ink)).sum();
        if colours + black > MOST {
            let keep = f32::from(MOST - black) / f32::from(colours);
            pixel[..3].iter_mut().for_each(|ink| *ink = (f32::from(*ink) * keep) as u8);
        }
    }
}

/// The inks for a screen colour. Black stays one ink, and so do greys: four inks that fail to meet by a
/// tenth of a millimetre make small grey letters unreadable.
#[must_use]
pub fn to_inks(color: Rgb) -> Cmyk {
    if color.r == color.g && color.g == color.b {
        return Cmyk::new(0, 0, 0, black_for(color));
    }
    let inks = inks_of_samples(&[color.r, color.g, color.b]);
    let [c, m, y, k] = [0, 1, 2, 3].map(|at| percent(inks.get(at).copied().unwrap_or(0)));
    // Rounding may end a percent or two above what the profile keeps to.
    let over = Cmyk::new(c, m, y, k).total().saturating_sub(MOST_INK) as u8;
    Cmyk::new(c, m, y, k.saturating_sub(over))
}

fn percent(byte: u8) -> u8 {
    (f32::from(byte) / 2.55).round() as u8
}

/// The percentage of black that is as light as a grey, with the paper as white and full black as black.
fn black_for(grey: Rgb) -> u8 {
    let off = |k: u8| BLACK_ALONE[usize::from(k)].abs_diff(grey.g);
    (0..=100).min_by_key(|k| off(*k)).unwrap_or(100)
}

/// The grey that each percentage of black alone has on a screen, as the paper's profile sees it: a table, so
/// that greys need no way through the profiles. A test makes it again.
const BLACK_ALONE: [u8; 101] = [
    255, 253, 252, 249, 248, 246, 245, 242, 241, 239, 236, 234, 231, 231, 228, 227, 225, 223, 221, 219, 218,
    215, 213, 212, 210, 208, 206, 204, 202, 200, 197, 195, 193, 192, 189, 188, 185, 183, 181, 179, 177, 174,
    173, 170, 168, 166, 164, 162, 160, 158, 156, 153, 150, 149, 146, 145, 142, 141, 137, 135, 132, 130, 129,
    126, 124, 120, 118, 115, 113, 110, 107, 105, 102, 101, 97, 95, 92, 90, 87, 85, 82, 79, 76, 73, 71, 68,
    65, 61, 59, 55, 51, 48, 43, 40, 37, 32, 26, 22, 17, 11, 0,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// FNV-1a, for one number that stands for many.
    fn sum(bytes: &[u8]) -> u64 {
        bytes
            .iter()
            .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
    }

    /// Whichever processor, system or compiler runs this: another number means that files differ there.
    #[test]
    fn colours_are_the_same_on_every_processor() {
        let steps = || (0..=255_u8).step_by(15);
        let inks: Vec<u8> = steps()
            .flat_map(|c| steps().flat_map(move |m| steps().map(move |y| (c, m, y))))
            .flat_map(|(c, m, y)| steps().flat_map(move |k| [c, m, y, k]))
            .collect();
        let screen = screen_of_samples(&inks);
        let perceived: Vec<u8> = screen
            .chunks(3 * 97)
            .flat_map(|rgb| {
                let Rgb { r, g, b } = Perceived::of(Rgb::new(rgb[0], rgb[1], rgb[2])).lighter(0.1).rgb();
                [r, g, b]
            })
            .collect();
        let sums = [sum(&screen), sum(&inks_of_samples(&screen)), sum(&perceived)];
        assert_eq!(sums, [15_906_225_282_221_540_528, 3_765_794_517_896_127_312, 8_894_114_971_425_222_816]);
    }

    #[test]
    fn greys_are_one_ink() {
        assert_eq!(to_inks(Rgb::new(0, 0, 0)), Cmyk::new(0, 0, 0, 100));
        assert_eq!(to_inks(Rgb::new(255, 255, 255)), Cmyk::new(0, 0, 0, 0));
        let grey = to_inks(Rgb::new(128, 128, 128));
        assert_eq!((grey.c, grey.m, grey.y), (0, 0, 0));
        assert!((45..=65).contains(&grey.k), "{grey}");
    }

    #[test]
    fn colours_come_back_and_keep_to_the_ink_limit() {
        for color in [Rgb::new(15, 76, 92), Rgb::new(200, 30, 40), Rgb::new(240, 200, 60), Rgb::new(1, 0, 0)]
        {
            let inks = to_inks(color);
            assert!(inks.total() <= MOST_INK, "{color}: {inks}");
            let back = to_screen(inks);
            let off = |a: u8, b: u8| a.abs_diff(b);
            let worst = off(color.r, back.r).max(off(color.g, back.g)).max(off(color.b, back.b));
            // A press cannot show all that a screen can; what it can show comes back within this.
            assert!(worst <= 60, "{color}: {inks} is {back}");
        }
    }

    #[test]
    fn black_alone_is_as_light_as_the_profile_says() {
        let ramp: Vec<u8> = (0..=100_u16).flat_map(|k| [0, 0, 0, ((k * 255 + 50) / 100) as u8]).collect();
        let screen = screen_of_samples(&ramp);
        let light: Vec<f32> = screen.chunks(3).map(|p| Rgb::new(p[0], p[1], p[2]).luminance()).collect();
        let (white, black) = (light[0], light[100]);
        let greys: Vec<u8> = light
            .iter()
            .map(|light| {
                let linear = (light - black) / (white - black);
                let coded = if linear <= 0.003_130_8 {
                    12.92 * linear
                } else {
                    1.055 * libm::powf(linear, 1.0 / 2.4) - 0.055
                };
                (coded * 255.0).round() as u8
            })
            .collect();
        assert_eq!(greys, BLACK_ALONE);
    }

    #[test]
    fn no_pixel_has_more_ink_than_paper_holds_and_black_stays() {
        let mut inks = [255, 255, 255, 255, 200, 200, 200, 200, 10, 20, 30, 40];
        limit(&mut inks);
        assert_eq!(inks, [170, 170, 170, 255, 188, 188, 188, 200, 10, 20, 30, 40]);
    }

    #[test]
    fn greys_come_back() {
        for grey in [0, 40, 90, 128, 200, 255] {
            let back = to_screen(to_inks(Rgb::new(grey, grey, grey)));
            assert!(back.r == back.g && back.g == back.b && back.r.abs_diff(grey) <= 3, "{grey} is {back}");
        }
    }
}
