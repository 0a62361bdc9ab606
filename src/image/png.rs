//! PNG: takes a file, gives a picture: palettes resolved, sixteen bits made eight, turned upright. And the other way for pages.

use std::io::Cursor;

use image::codecs::png::PngDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, Limits};

use super::{MAX_PIXELS, Picture, PictureError, broken, check_size};

/// The most memory that decoding may ask for, in bytes a pixel: four channels of sixteen bits, twice.
const MEMORY_OF_A_PIXEL: u64 = 16;

/// And for what stands in a file beside its pixels, such as a colour profile, in bytes.
const ROOM_FOR_METADATA: u64 = 4_000_000;

/// Who made a picture, in its own words.
const SOFTWARE: &str = concat!("briefpress ", env!("CARGO_PKG_VERSION"));

/// A PNG file of samples in red, green and blue, row by row, that says how many of them go to the inch: office programs
/// show it as large as the paper it stands for.
#[must_use]
pub fn png_file((width, height): (u32, u32), rgb: &[u8], dots_per_inch: f32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let per_metre = (dots_per_inch / 0.0254).round() as u32;
    let unit = png::Unit::Meter;
    // What is ours is known by it, and may be written over.
    let _ = encoder.add_text_chunk("Software".to_owned(), SOFTWARE.to_owned());
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit }));
    // Writing to memory cannot fail, and there are as many samples as the size says.
    let _ = encoder.write_header().and_then(|mut writer| writer.write_image_data(rgb));
    file
}

pub(super) fn decode(bytes: &[u8]) -> Result<Picture, PictureError> {
    if let Some((width, height)) = promised_size(bytes) {
        check_size(width, height)?;
    }
    let mut limits = Limits::default();
    // What a small picture unpacks to is small: a text or a profile inside that does not is there to do harm.
    let pixels =
        promised_size(bytes).map_or(MAX_PIXELS, |(width, height)| u64::from(width) * u64::from(height));
    limits.max_alloc = Some(pixels * MEMORY_OF_A_PIXEL + ROOM_FOR_METADATA);
    let mut decoder = PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(broken)?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    // Where the turn cannot be read the pixels stand as they are.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    image.apply_orientation(orientation);
    Ok(Picture::of_image(&image))
}

/// What the header says, before the decoder looks for data: a file that ends after it is still too large.
fn promised_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    let number = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((number(16)?, number(20)?))
}
