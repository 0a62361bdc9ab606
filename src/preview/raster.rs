//! Pixels: takes an SVG of a page, gives it as a PNG, or as bare samples, at a resolution.

use std::fmt;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::image::png_file;

/// The most pixels that are drawn: an A3 page at 600 to the inch has 70 million.
const MAX_PIXELS: u64 = 100_000_000;

/// Why a page cannot be drawn in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RasterError {
    /// There would be more pixels than `MAX_PIXELS`.
    TooManyPixels {
        /// The width in pixels.
        width: u64,
        /// The height in pixels.
        height: u64,
    },
    /// The picture is not one that `preview::svg` made.
    Broken(String),
}

impl fmt::Display for RasterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RasterError::TooManyPixels { width, height } => write!(
                f,
                "the picture would have {width} x {height} pixels, and {} million are the most",
                MAX_PIXELS / 1_000_000
            ),
            RasterError::Broken(why) => write!(f, "the page cannot be drawn in pixels: {why}"),
        }
    }
}

impl std::error::Error for RasterError {}

/// A picture as a PNG file, with so many pixels to the inch; it says how large it is on paper.
///
/// # Errors
/// If that is too many pixels.
pub fn png(svg: &str, dots_per_inch: f32) -> Result<Vec<u8>, RasterError> {
    let pixels = drawn(svg, dots_per_inch)?;
    // A page is opaque, so what is left without its opacity is its colour.
    let rgb: Vec<u8> = pixels.data().chunks(4).flat_map(|pixel| &pixel[..3]).copied().collect();
    Ok(png_file((pixels.width(), pixels.height()), &rgb, dots_per_inch))
}

/// Width, height and samples of a picture: red, green, blue and opacity, row by row.
///
/// # Errors
/// If there are too many pixels.
pub fn rgba(svg: &str, dots_per_inch: f32) -> Result<(u32, u32, Vec<u8>), RasterError> {
    drawn(svg, dots_per_inch).map(|pixels| (pixels.width(), pixels.height(), pixels.take()))
}

fn drawn(svg: &str, dots_per_inch: f32) -> Result<Pixmap, RasterError> {
    let tree =
        Tree::from_str(svg, &Options::default()).map_err(|error| RasterError::Broken(error.to_string()))?;
    let (scale, size) = (dots_per_inch / 72.0, tree.size());
    let [width, height] =
        [size.width(), size.height()].map(|length| (length * scale).round().max(1.0) as u64);
    let pixmap = match (u32::try_from(width), u32::try_from(height)) {
        (Ok(w), Ok(h)) if width * height <= MAX_PIXELS => Pixmap::new(w, h),
        _ => None,
    };
    let mut pixmap = pixmap.ok_or(RasterError::TooManyPixels { width, height })?;
    // Rounding to whole pixels must not leave a line of nothing at the edge.
    let fill = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, fill, &mut pixmap.as_mut());
    Ok(pixmap)
}
