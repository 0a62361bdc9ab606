//! Pictures on finished pages: takes their pixels and their size on paper, gives those that print coarse.

use super::backdrop::{Backdrop, Ground};
use crate::geom::{Pt, Rect};
use crate::image::Picture;
use crate::page::{Document, ItemKind};

/// Pixels to the inch that a press wants.
const GOOD: f32 = 300.0;

/// Below this number the steps of edges are seen.
const LEAST: f32 = 200.0;

/// Below this contrast a shape is hardly seen.
const HARDLY: f32 = 1.6;

/// Where more of a picture than this is hardly seen, it might as well not be there.
const LOST: f32 = 0.9;

/// What is wrong with each picture: message and advice.
pub(super) fn faults(document: &Document) -> Vec<(String, String)> {
    let shown = document.surfaces().flat_map(|page| &page.items).filter_map(|item| match item.kind {
        ItemKind::Picture { picture, rect } => Some((document.pictures.get(usize::from(picture.0))?, rect)),
        ItemKind::Glyphs(_) | ItemKind::Unseen(_) | ItemKind::Path { .. } => None,
    });
    shown.filter_map(|(picture, rect)| fault(picture, rect)).collect()
}

/// The share of a picture that is hardly seen on what lies behind it, of each of which nearly nothing is seen.
pub(super) fn lost(document: &Document) -> Vec<f32> {
    let mut out = Vec::new();
    for page in document.surfaces() {
        let pictures = page.items.iter().enumerate().filter_map(|(at, item)| match item.kind {
            ItemKind::Picture { picture, rect } => {
                Some((at, document.pictures.get(usize::from(picture.0))?, rect))
            }
            ItemKind::Glyphs(_) | ItemKind::Unseen(_) | ItemKind::Path { .. } => None,
        });
        for (at, picture, rect) in pictures {
            let [Backdrop::Plain(behind)] = Ground::of(&page.items).behind(at, [rect.center()]) else {
                continue;
            };
            out.push(picture.tones().lost(behind.screen, HARDLY));
        }
    }
    out.retain(|share| *share > LOST);
    out
}

fn fault(picture: &Picture, rect: Rect) -> Option<(String, String)> {
    let across = picture.resolution(rect.w);
    let down = picture.height as f32 * 72.0 / rect.h.get().max(f32::EPSILON);
    let (resolution, pixels, length, side) = if down < across {
        (down, picture.height, rect.h, "high")
    } else {
        (across, picture.width, rect.w, "wide")
    };
    (resolution < LEAST).then(|| {
        let message = format!(
            "the picture is {pixels} pixels {side} and printed {:.0} mm {side}: {resolution:.0} pixels to the \
             inch, and below {LEAST} edges look coarse",
            length.to_mm()
        );
        (message, format!("Save it {} pixels {side} or more, from the original", wanted(length)))
    })
}

/// Pixels that a press wants over a length, rounded up to tens.
fn wanted(length: Pt) -> u32 {
    ((length.get() / 72.0 * GOOD / 10.0).ceil() * 10.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::OnceLock;

    use crate::image::{Channels, Samples};

    fn picture(width: u32, height: u32) -> Picture {
        let samples = Samples::Raw(Vec::new().into());
        Picture {
            width,
            height,
            channels: Channels::Gray,
            samples,
            alpha: None,
            own_inks: None,
            tones: OnceLock::new(),
        }
    }

    #[test]
    fn a_coarse_picture_is_told_with_its_numbers() {
        let rect = Rect::new(Pt::ZERO, Pt::ZERO, Pt::mm(50.8), Pt::mm(25.4));
        let (message, hint) = fault(&picture(240, 120), rect).expect("120 pixels to the inch");
        assert_eq!(
            message,
            "the picture is 240 pixels wide and printed 51 mm wide: 120 pixels to the inch, and below 200 edges \
             look coarse"
        );
        assert_eq!(hint, "Save it 600 pixels wide or more, from the original");
        assert!(fault(&picture(400, 200), rect).is_none());
        let (message, _) = fault(&picture(800, 100), rect).expect("stretched");
        assert!(
            message.starts_with("the picture is 100 pixels high and printed 25 mm high: 100 "),
            "{message}"
        );
    }
}
