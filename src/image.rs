//! Pictures: takes the bytes of a PNG or JPEG, gives its size and samples ready for a PDF.

use std::sync::Arc;

/// Colour channels of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channels {
    /// One, grey.
    Gray,
    /// Three, sRGB.
    Rgb,
}

/// How a picture's samples are held.
#[derive(Clone, Debug)]
pub enum Samples {
    /// An upright JPEG file in grey or RGB that goes into the PDF as it is.
    Jpeg(Arc<[u8]>),
    /// Eight-bit samples, row by row.
    Raw(Arc<[u8]>),
}

/// A decoded picture, upright.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Colour channels.
    pub channels: Channels,
    /// The samples.
    pub samples: Samples,
    /// Opacity, one eight-bit sample a pixel, where any pixel is not opaque.
    pub alpha: Option<Arc<[u8]>>,
}
