//! Previews: takes a finished page, gives it as an SVG picture with the real letters and pictures, or as a PNG.
//!
//! Letters are drawn as outlines, each once a page, so that a picture looks the same in every browser and needs no
//! font. It shows the trimmed page in the colours of the screen, whatever file is asked for. The steps: shapes and
//! numbers of SVG (`markup`), letters (`letters`), pictures (`pictures`), the page (`page`), and pixels (`raster`).

mod letters;
mod markup;
mod page;
mod pictures;
mod raster;

pub use page::svg;
pub use raster::{RasterError, png, rgba};
