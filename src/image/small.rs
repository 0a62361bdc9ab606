//! Small files: takes a picture, gives it as a PNG file for a web page.

use std::io::Cursor;

use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, codecs::png::PngEncoder};

use super::{Picture, Samples};

impl Picture {
    /// The picture as a PNG file, with at most `most` pixels on its longer side; `None` where its samples cannot be
    /// read, which `decode` has ruled out.
    #[must_use]
    pub fn to_png(&self, most: u32) -> Option<Vec<u8>> {
        let raw = Picture { samples: Samples::Raw(self.raw().ok()?), own_inks: None, ..self.clone() };
        let small = raw.reduced(most).unwrap_or(raw);
        let image = small.as_image().ok()?;
        let mut file = Cursor::new(Vec::new());
        let encoder = PngEncoder::new(&mut file);
        let (width, height) = (small.width, small.height);
        match &small.alpha {
            Some(alpha) => {
                let mut pixels = DynamicImage::ImageRgba8(image.to_rgba8()).into_rgba8();
                pixels.pixels_mut().zip(alpha.iter()).for_each(|(pixel, alpha)| pixel.0[3] = *alpha);
                encoder.write_image(pixels.as_raw(), width, height, ExtendedColorType::Rgba8)
            }
            None => encoder.write_image(image.as_bytes(), width, height, image.color().into()),
        }
        .ok()?;
        Some(file.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use super::*;
    use crate::image::Channels;

    #[test]
    fn a_picture_comes_back_smaller_and_as_clear_as_it_was() {
        let samples = Samples::Raw([200, 100, 50, 200, 100, 50].as_slice().into());
        let alpha = Some([255, 255].as_slice().into());
        let picture = Picture {
            width: 2,
            height: 1,
            channels: Channels::Rgb,
            samples,
            alpha,
            own_inks: None,
            tones: OnceLock::new(),
        };
        let same = Picture::decode(&picture.to_png(2).expect("it has samples")).expect("a PNG");
        assert_eq!((same.width, same.height), (2, 1));
        let small = Picture { alpha: Some([255, 1].as_slice().into()), ..picture };
        let small = Picture::decode(&small.to_png(1).expect("it has samples")).expect("a PNG");
        assert_eq!((small.width, small.alpha.as_deref()), (1, Some(&[128][..])));
    }
}
