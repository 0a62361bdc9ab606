//! Pictures: takes the bytes of a PNG or JPEG, gives its size and samples ready for a PDF.

mod jpeg;
mod png;
mod reduce;
mod small;
mod tones;

use std::fmt;
use std::sync::{Arc, OnceLock};

pub use tones::Tones;

use ::image::{DynamicImage, GrayImage, RgbImage};

pub use png::png_file;

use crate::geom::Pt;
use crate::icc;

/// The largest picture file that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;
/// The most pixels on a side.
pub const MAX_SIDE: u32 = 10_000;
/// The most pixels in all.
pub const MAX_PIXELS: u64 = 40_000_000;

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
    /// Inks, four bytes a pixel with 255 for full ink, of a picture that was made for print.
    pub own_inks: Option<Arc<[u8]>>,
    /// Its tones, once they were asked for: a picture is drawn in many documents.
    pub tones: OnceLock<Tones>,
}

/// A picture's samples as a press prints them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Grey levels, one byte a pixel, 0 is black: printed with one ink.
    Black(Vec<u8>),
    /// Four inks, four bytes a pixel, 255 is full ink.
    Process(Vec<u8>),
}

/// Why a file cannot be used as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// The file is larger than `MAX_BYTES`.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// There are more pixels than `MAX_SIDE` or `MAX_PIXELS` allow.
    TooManyPixels {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
    /// It is neither a PNG nor a JPEG.
    Unknown {
        /// What it seems to be.
        format: Option<&'static str>,
    },
    /// It stands for a picture that Git LFS keeps elsewhere.
    Pointer,
    /// It starts like a PNG or JPEG but cannot be decoded.
    Broken {
        /// What is wrong with it.
        reason: String,
    },
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PictureError::TooLarge { bytes } => write!(
                f,
                "the picture has {} MB, and {} MB is the most",
                bytes.div_ceil(1_000_000),
                MAX_BYTES / 1_000_000
            ),
            PictureError::TooManyPixels { width, height } => write!(
                f,
                "the picture has {width} × {height} pixels, and {MAX_SIDE} on a side and {} million in all are \
                 the most",
                MAX_PIXELS / 1_000_000
            ),
            PictureError::Unknown { format: Some(format) } => {
                write!(f, "the picture is a {format} file, and only PNG and JPEG can be read")
            }
            PictureError::Unknown { format: None } => {
                write!(f, "the file is neither a PNG nor a JPEG picture")
            }
            PictureError::Pointer => {
                write!(
                    f,
                    "the file only points to the picture, which Git LFS keeps elsewhere and has not fetched"
                )
            }
            PictureError::Broken { reason } => write!(f, "the picture is damaged: {reason}"),
        }
    }
}

impl std::error::Error for PictureError {}

impl PictureError {
    /// What helps: a sentence without a full stop.
    #[must_use]
    pub const fn advice(&self) -> &'static str {
        match self {
            PictureError::TooLarge { .. } | PictureError::TooManyPixels { .. } => {
                "Save it smaller: 3,000 pixels on the longer side are enough for any page"
            }
            PictureError::Unknown { .. } => "Open it in a program for pictures, and save it as PNG",
            PictureError::Pointer => "Type  git lfs pull  in its folder, and try again",
            PictureError::Broken { .. } => {
                "Copy it again from where it came from, or open it and save it as PNG"
            }
        }
    }
}

impl Picture {
    /// Reads a PNG or JPEG file. Limits are held before anything is decoded.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn decode(bytes: &[u8]) -> Result<Self, PictureError> {
        if bytes.len() > MAX_BYTES {
            return Err(PictureError::TooLarge { bytes: bytes.len() });
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            png::decode(bytes)
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            jpeg::decode(bytes)
        } else if bytes.starts_with(b"version https://git-lfs") {
            Err(PictureError::Pointer)
        } else {
            Err(PictureError::Unknown { format: foreign_format(bytes) })
        }
    }

    /// How many pixels there are to the inch when the picture is `width` wide.
    #[must_use]
    pub fn resolution(&self, width: Pt) -> f32 {
        self.width as f32 * 72.0 / width.get().max(f32::EPSILON)
    }

    /// How much of it has which luminance. All its pixels are looked at, the first time that it is asked.
    #[must_use]
    pub fn tones(&self) -> &Tones {
        self.tones.get_or_init(|| Tones::of(self))
    }

    /// The same picture without its colours.
    #[must_use]
    pub fn to_grey(&self) -> Self {
        // `decode` has read the same samples before, so an error here has no cause.
        match self.as_image() {
            Ok(image) if self.channels == Channels::Rgb => {
                let samples = Samples::Raw(image.into_luma8().into_raw().into());
                Picture {
                    channels: Channels::Gray,
                    samples,
                    own_inks: None,
                    tones: OnceLock::new(),
                    ..self.clone()
                }
            }
            _ => self.clone(),
        }
    }

    /// The samples for a press: its own inks, or through the profiles. A picture without colour is printed in
    /// black alone.
    #[must_use]
    pub fn inks(&self) -> Ink {
        if let Some(own) = &self.own_inks {
            return Ink::Process(own.to_vec());
        }
        // `decode` has read the same samples before, so an error here has no cause; white is harmless.
        let raw = self.raw().unwrap_or_else(|_| vec![255; self.pixels() * self.channels.count()].into());
        match self.channels {
            Channels::Gray => Ink::Black(raw.to_vec()),
            Channels::Rgb if is_grey(&raw) => Ink::Black(raw.chunks(3).map(|pixel| pixel[0]).collect()),
            Channels::Rgb => Ink::Process(icc::inks_of_samples(&raw)),
        }
    }

    const fn pixels(&self) -> usize {
        self.width as usize * self.height as usize
    }

    /// The samples, decoded.
    fn raw(&self) -> Result<Arc<[u8]>, PictureError> {
        match &self.samples {
            Samples::Raw(raw) => Ok(Arc::clone(raw)),
            Samples::Jpeg(file) => jpeg::samples(file, self.channels).map(Into::into),
        }
    }

    fn as_image(&self) -> Result<DynamicImage, PictureError> {
        let raw = self.raw()?.to_vec();
        let image = match self.channels {
            Channels::Gray => GrayImage::from_raw(self.width, self.height, raw).map(DynamicImage::ImageLuma8),
            Channels::Rgb => RgbImage::from_raw(self.width, self.height, raw).map(DynamicImage::ImageRgb8),
        };
        image.ok_or_else(|| broken("it has fewer samples than pixels"))
    }

    /// A picture of raw samples, grey where there is no colour in them.
    fn of_image(image: &DynamicImage) -> Self {
        let (width, height) = (image.width(), image.height());
        let alpha = image.color().has_alpha().then(|| opacity(image)).flatten();
        let (channels, samples) = if image.color().has_color() {
            (Channels::Rgb, image.to_rgb8().into_raw())
        } else {
            (Channels::Gray, image.to_luma8().into_raw())
        };
        let samples = Samples::Raw(samples.into());
        Picture { width, height, channels, samples, alpha, own_inks: None, tones: OnceLock::new() }
    }
}

impl Channels {
    /// How many there are.
    #[must_use]
    pub const fn count(self) -> usize {
        match self {
            Channels::Gray => 1,
            Channels::Rgb => 3,
        }
    }
}

/// The opacity of all pixels, where any is not opaque.
fn opacity(image: &DynamicImage) -> Option<Arc<[u8]>> {
    let alpha: Vec<u8> = image.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect();
    alpha.iter().any(|alpha| *alpha < 255).then(|| alpha.into())
}

fn is_grey(rgb: &[u8]) -> bool {
    rgb.chunks(3).all(|pixel| pixel.iter().all(|channel| *channel == pixel[0]))
}

/// Refuses what has more pixels than we take, before any memory is asked for.
fn check_size(width: u32, height: u32) -> Result<(), PictureError> {
    let pixels = u64::from(width) * u64::from(height);
    if width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS {
        return Err(PictureError::TooManyPixels { width, height });
    }
    if pixels == 0 { Err(broken("it has no pixels")) } else { Ok(()) }
}

fn broken(reason: impl fmt::Display) -> PictureError {
    PictureError::Broken { reason: reason.to_string() }
}

/// Names the formats that people try.
fn foreign_format(bytes: &[u8]) -> Option<&'static str> {
    let starts: [(&[u8], &str); 8] = [
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"%PDF", "PDF"),
        (b"<svg", "SVG"),
        (b"<?xml", "SVG"),
        (b"8BPS", "Photoshop"),
    ];
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("WebP");
    }
    starts.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| *name)
}
