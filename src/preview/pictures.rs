//! Pictures: takes a decoded picture and the size that it is seen at, gives it as a part of an SVG.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::markup::Markup;
use crate::geom::{Pt, Rect};
use crate::image::Picture;
use crate::page::PictureId;

/// As many pixels to the inch as a screen shows of a page that is enlarged four times.
const RESOLUTION: f32 = 300.0;

/// The pictures met so far, each written out once.
#[derive(Default)]
pub(super) struct Pictures {
    files: BTreeMap<u16, String>,
}

impl Pictures {
    /// Draws a picture, stretched over a rectangle.
    pub(super) fn draw(&mut self, out: &mut Markup, id: PictureId, picture: &Picture, rect: Rect) {
        let file = self.files.entry(id.0).or_insert_with(|| file(picture, rect.w.max(rect.h)));
        out.0.push_str("<image preserveAspectRatio=\"none\"");
        for (name, length) in [("x", rect.x), ("y", rect.y), ("width", rect.w), ("height", rect.h)] {
            out.push(format_args!(" {name}=\"")).number(length.get(), 2).push(format_args!("\""));
        }
        out.push(format_args!(" href=\"{file}\"/>"));
    }
}

/// The picture as an address that holds all of it, with no more pixels than are seen on its longer side.
fn file(picture: &Picture, side: Pt) -> String {
    let most = (side.get() / 72.0 * RESOLUTION).ceil().max(1.0) as u32;
    format!("data:image/png;base64,{}", STANDARD.encode(picture.to_png(most).unwrap_or_default()))
}
