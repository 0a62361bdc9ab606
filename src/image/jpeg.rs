//! JPEG: takes a file, gives a picture: turned upright, inks made colours, and otherwise left as it is.

use std::sync::OnceLock;

use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage, RgbaImage};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::{Channels, MAX_SIDE, Picture, PictureError, Samples, broken, check_size};
use crate::icc;

/// What a file's headers say.
struct Header {
    width: u32,
    height: u32,
    space: ColorSpace,
    orientation: Orientation,
}

pub(super) fn decode(bytes: &[u8]) -> Result<Picture, PictureError> {
    if let Some((width, height)) = promised_size(bytes) {
        check_size(width, height)?;
    }
    let header = header(bytes)?;
    if !is_complete(bytes) {
        return Err(broken("its data ends early, as when copying it was cut short"));
    }
    check_size(header.width, header.height)?;
    match header.space {
        ColorSpace::CMYK | ColorSpace::YCCK => decode_inks(bytes, &header),
        ColorSpace::Luma => decode_samples(bytes, &header, Channels::Gray),
        _ => decode_samples(bytes, &header, Channels::Rgb),
    }
}

fn options(space: ColorSpace) -> DecoderOptions {
    DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(MAX_SIDE as usize)
        .set_max_height(MAX_SIDE as usize)
        .jpeg_set_out_colorspace(space)
}

fn header(bytes: &[u8]) -> Result<Header, PictureError> {
    // The headers are read with wider limits, so that a huge picture is called huge and not broken.
    let wide = options(ColorSpace::RGB).set_max_width(usize::MAX).set_max_height(usize::MAX);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), wide);
    decoder.decode_headers().map_err(broken)?;
    let (width, height) = decoder.dimensions().ok_or_else(|| broken("it does not say how large it is"))?;
    let orientation = decoder.exif().and_then(|exif| Orientation::from_exif_chunk(exif));
    Ok(Header {
        width: u32::try_from(width).unwrap_or(u32::MAX),
        height: u32::try_from(height).unwrap_or(u32::MAX),
        space: decoder.input_colorspace().unwrap_or(ColorSpace::YCbCr),
        orientation: orientation.unwrap_or(Orientation::NoTransforms),
    })
}

fn decode_as(bytes: &[u8], space: ColorSpace) -> Result<Vec<u8>, PictureError> {
    JpegDecoder::new_with_options(ZCursor::new(bytes), options(space)).decode().map_err(broken)
}

/// The samples of a file in these channels.
pub(super) fn samples(bytes: &[u8], channels: Channels) -> Result<Vec<u8>, PictureError> {
    decode_as(bytes, if channels == Channels::Gray { ColorSpace::Luma } else { ColorSpace::RGB })
}

/// An upright file stays a JPEG; it is decoded once all the same, so that a broken one is found here.
fn decode_samples(bytes: &[u8], header: &Header, channels: Channels) -> Result<Picture, PictureError> {
    let raw = samples(bytes, channels)?;
    let pixels = header.width as usize * header.height as usize;
    if raw.len() != pixels * channels.count() {
        return Err(broken("it has fewer samples than pixels"));
    }
    if header.orientation == Orientation::NoTransforms {
        return Ok(Picture {
            width: header.width,
            height: header.height,
            channels,
            samples: Samples::Jpeg(without_metadata(bytes).into()),
            alpha: None,
            own_inks: None,
            tones: OnceLock::new(),
        });
    }
    turned(raw, header, channels)
}

/// A picture in inks keeps them for a press and becomes a screen picture through the profiles. Adobe programs
/// write inks inverted.
fn decode_inks(bytes: &[u8], header: &Header) -> Result<Picture, PictureError> {
    let mut inks = decode_as(bytes, header.space)?;
    if header.space == ColorSpace::YCCK {
        inks.chunks_exact_mut(4).for_each(uncoded);
    }
    if segments(bytes).any(|segment| segment.marker == ADOBE && segment.data.starts_with(b"Adobe")) {
        inks.iter_mut().for_each(|ink| *ink = 255 - *ink);
    }
    icc::limit(&mut inks);
    // Four channels are turned as four channels, whatever they mean.
    let image = RgbaImage::from_raw(header.width, header.height, inks);
    let mut image =
        DynamicImage::ImageRgba8(image.ok_or_else(|| broken("it has fewer samples than pixels"))?);
    image.apply_orientation(header.orientation);
    let (width, height) = (image.width(), image.height());
    let inks = image.into_bytes();
    let samples = Samples::Raw(icc::screen_of_samples(&inks).into());
    let own_inks = Some(inks.into());
    let tones = OnceLock::new();
    Ok(Picture { width, height, channels: Channels::Rgb, samples, alpha: None, own_inks, tones })
}

/// Makes brightness and two differences of colour three inks again (JFIF 1.02), as Adobe codes what is left of
/// them; the decoder leaves that to us. Black stands apart.
fn uncoded(pixel: &mut [u8]) {
    let [luma, blue, red] = [0, 1, 2].map(|at| f32::from(pixel[at]));
    let (blue, red) = (blue - 128.0, red - 128.0);
    let left = [luma + 1.402 * red, luma - 0.344_14 * blue - 0.714_14 * red, luma + 1.772 * blue];
    for (ink, left) in pixel.iter_mut().zip(left) {
        *ink = 255 - left.round().clamp(0.0, 255.0) as u8;
    }
}

fn turned(raw: Vec<u8>, header: &Header, channels: Channels) -> Result<Picture, PictureError> {
    let (width, height) = (header.width, header.height);
    let image = match channels {
        Channels::Gray => GrayImage::from_raw(width, height, raw).map(DynamicImage::ImageLuma8),
        Channels::Rgb => RgbImage::from_raw(width, height, raw).map(DynamicImage::ImageRgb8),
    };
    let mut image = image.ok_or_else(|| broken("it has fewer samples than pixels"))?;
    image.apply_orientation(header.orientation);
    Ok(Picture::of_image(&image))
}

/// The marker of Adobe's segment, which says how colours are coded and so must stay.
const ADOBE: u8 = 0xee;

/// One segment before the picture's data.
struct Segment<'a> {
    marker: u8,
    data: &'a [u8],
    /// The segment with its marker and length.
    whole: &'a [u8],
}

/// The segments up to the start of the data.
fn segments(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut at = 2;
    std::iter::from_fn(move || {
        let head = bytes.get(at..at + 4)?;
        let length = usize::from(u16::from_be_bytes([head[2], head[3]]));
        if head[0] != 0xff || head[1] == 0xda || length < 2 {
            return None;
        }
        let whole = bytes.get(at..at + 2 + length)?;
        at += whole.len();
        Some(Segment { marker: head[1], data: &whole[4..], whole })
    })
}

/// What the frame header says (ITU-T T.81, B.2.2), before the decoder looks for data.
fn promised_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let is_frame = |marker: u8| matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
    let frame = segments(bytes).find(|segment| is_frame(segment.marker))?.data;
    let number = |at: usize| frame.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes).map(u32::from);
    // A height of 0 is given later in the file, which the decoder may refuse.
    Some((number(3)?, number(1)?)).filter(|(_, height)| *height > 0)
}

/// Whether the data is closed by its end marker (ITU-T T.81, B.1.1.3), which never stands inside it; what follows is no
/// part of the picture.
fn is_complete(bytes: &[u8]) -> bool {
    let data = segments(bytes).map(|segment| segment.whole.len()).sum::<usize>() + 2;
    bytes.get(data..).is_some_and(|data| data.windows(2).any(|pair| pair == [0xff, 0xd9]))
}

/// The file without what cameras and programs add: places, names, thumbnails.
fn without_metadata(bytes: &[u8]) -> Vec<u8> {
    let mut file = bytes[..2].to_vec();
    let mut end = 2;
    for segment in segments(bytes) {
        end += segment.whole.len();
        let is_note = matches!(segment.marker, 0xe1..=0xef | 0xfe) && segment.marker != ADOBE;
        if !is_note {
            file.extend_from_slice(segment.whole);
        }
    }
    file.extend_from_slice(&bytes[end..]);
    file
}
