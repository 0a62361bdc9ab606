//! Tones: takes a picture's pixels once, says how much of what it shows is lost on a ground.
//!
//! Contrast depends on luminance alone, so how many pixels there are of each luminance is all that is kept. What a
//! picture shows is what is not clear and not its own ground: a logo saved on white shows its letters, not the white.

use super::Picture;
use crate::color::{Rgb, contrast_of_light};

/// Below this contrast two areas are taken for one.
const ALIKE: f32 = 1.15;

/// No more pixels than this are looked at; the others lie between them.
const MOST_PIXELS: usize = 250_000;

/// A picture has a ground of its own where so much of its rim is opaque and so much of that is of one tone.
const RIM: (f32, f32) = (0.6, 0.8);

/// Opacity from which a pixel counts as seen.
const SEEN: u8 = 128;

/// How many levels of luminance are told apart.
const LEVELS: usize = 256;

/// How much of a picture has which luminance.
#[derive(Clone, Debug)]
pub struct Tones {
    /// Pixels of each level that belong to what the picture shows.
    shape: [u32; LEVELS],
    /// The luminance of its own ground, where it has one.
    ground: Option<f32>,
}

impl Tones {
    pub(super) fn of(picture: &Picture) -> Self {
        // `decode` has read the same samples before, so an error here has no cause; a picture of nothing is harmless.
        let raw = picture.raw().unwrap_or_else(|_| Vec::new().into());
        let depth = picture.channels.count();
        let light = |at: usize| match raw.get(at * depth..(at + 1) * depth) {
            Some(&[r, g, b]) => Rgb::new(r, g, b).luminance(),
            Some(&[grey]) => Rgb::new(grey, grey, grey).luminance(),
            _ => 1.0,
        };
        let seen = |at: usize| picture.alpha.as_ref().is_none_or(|alpha| alpha[at] >= SEEN);
        let (mut all, mut rim, mut clear) = ([0; LEVELS], [0; LEVELS], 0);
        let step = (picture.pixels() / MOST_PIXELS).isqrt() + 1;
        let (width, height) = (picture.width as usize, picture.height as usize);
        for y in (0..height).step_by(step) {
            for x in (0..width).step_by(step) {
                let at = y * width + x;
                let is_rim = x == 0 || y == 0 || x + step >= width || y + step >= height;
                if seen(at) {
                    let level = level(light(at));
                    all[level] += 1;
                    rim[level] += u32::from(is_rim);
                } else {
                    clear += u32::from(is_rim);
                }
            }
        }
        let ground = own_ground(&rim, clear);
        let is_ground = |of: usize| ground.is_some_and(|own| contrast_of_light(own, light_of(of)) < ALIKE);
        let mut shape = all;
        (0..LEVELS).filter(|of| is_ground(*of)).for_each(|of| shape[of] = 0);
        Tones { shape: if shape.iter().any(|count| *count > 0) { shape } else { all }, ground }
    }

    /// The share of what the picture shows that has less than a contrast to a ground: its own, where it has one.
    #[must_use]
    pub fn lost(&self, ground: Rgb, least: f32) -> f32 {
        let behind = self.ground.unwrap_or_else(|| ground.luminance());
        let total: u32 = self.shape.iter().sum();
        let counts = self.shape.iter().enumerate();
        let lost: u32 = counts
            .filter(|(level, _)| contrast_of_light(light_of(*level), behind) < least)
            .map(|(_, count)| *count)
            .sum();
        lost as f32 / total.max(1) as f32
    }

    /// Whether the picture brings a ground of its own that is as light as this colour.
    #[must_use]
    pub fn has_ground(&self, color: Rgb) -> bool {
        self.ground.is_some_and(|own| contrast_of_light(own, color.luminance()) < ALIKE)
    }

    /// Whether the picture brings a ground of its own.
    #[must_use]
    pub const fn is_opaque(&self) -> bool {
        self.ground.is_some()
    }
}

/// The luminance of most of the rim, where it is opaque and of one tone.
fn own_ground(rim: &[u32; LEVELS], clear: u32) -> Option<f32> {
    let opaque: u32 = rim.iter().sum();
    let (most, _) = rim.iter().enumerate().max_by_key(|(_, count)| **count)?;
    let alike = (0..LEVELS).filter(|of| contrast_of_light(light_of(*of), light_of(most)) < ALIKE);
    let alike: u32 = alike.map(|of| rim[of]).sum();
    let enough = opaque as f32 >= (opaque + clear) as f32 * RIM.0 && alike as f32 >= opaque as f32 * RIM.1;
    (enough && opaque > 0).then(|| light_of(most))
}

/// Levels are finer where it is dark, as eyes are.
fn level(light: f32) -> usize {
    ((light.max(0.0).sqrt() * (LEVELS - 1) as f32).round() as usize).min(LEVELS - 1)
}

fn light_of(level: usize) -> f32 {
    (level as f32 / (LEVELS - 1) as f32).powi(2)
}
