//! Pictures: small ones made here, of every kind that people have, as a screen and a press get them.

mod jpegs;
mod pngs;
mod tones;

use briefpress::image::{Channels, Picture, PictureError, Samples};

/// Decoded samples of a picture that does not stay a JPEG.
fn samples(picture: &Picture) -> Vec<u8> {
    match &picture.samples {
        Samples::Raw(raw) => raw.to_vec(),
        Samples::Jpeg(_) => panic!("it is a JPEG still"),
    }
}

fn too_many_pixels(found: Result<Picture, PictureError>) -> bool {
    matches!(found, Err(PictureError::TooManyPixels { .. }))
}

fn channels(picture: &Picture) -> (u32, u32, Channels) {
    (picture.width, picture.height, picture.channels)
}
