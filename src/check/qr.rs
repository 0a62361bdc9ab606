//! QR codes on finished pages: takes their figures, gives those that a telephone cannot scan.

use crate::geom::{Path, Point, Pt, Rect, Segment};
use crate::page::{Document, ItemKind, Role, Tag};

/// Below this side a telephone's camera often fails, quiet zone included.
const SIDE: Pt = Pt::mm(15.0);

/// Light modules that must surround a code (ISO/IEC 18004, 6.3.8).
const QUIET: f32 = 4.0;

/// Rounding, which no camera sees.
const SLACK: f32 = 0.05;

/// What is wrong with each code whose description begins with `label`: message and advice.
pub(super) fn faults(document: &Document, label: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let (Tag::Content(mark), ItemKind::Path { path, .. }) = (item.tag, &item.kind) else { continue };
        let elem = document.tags.get(document.tags.owner(mark));
        let (Role::Figure, Some(area), Some(alt)) = (elem.role, elem.bbox, &elem.alt) else { continue };
        if alt.starts_with(label) {
            found.extend(too_small(area, alt));
            found.extend(too_crowded(path, area, alt));
        }
    }
    found
}

fn too_small(area: Rect, alt: &str) -> Option<(String, String)> {
    let side = area.w.min(area.h);
    (side < SIDE - Pt::new(SLACK)).then(|| {
        let message = format!("{alt} is {:.1} mm wide, below {:.0} mm", side.to_mm(), SIDE.to_mm());
        (message, "Write a larger frame in the layout file, or delete qr: true".to_owned())
    })
}

fn too_crowded(path: &Path, area: Rect, alt: &str) -> Option<(String, String)> {
    let module = module(path)?;
    let points: Vec<Point> = path.segments.iter().filter_map(end).collect();
    let left = points.iter().map(|p| p.x).reduce(Pt::min)?;
    let top = points.iter().map(|p| p.y).reduce(Pt::min)?;
    let margin = (left - area.x).min(top - area.y) / module;
    (margin < QUIET - SLACK).then(|| {
        let message = format!("{alt} has {margin:.0} light modules round it, and cameras need {QUIET}");
        (message, "Write a frame with more room round the code in the layout file".to_owned())
    })
}

/// The side of a module: rows are one module high, so it is the height of the first rectangle.
fn module(path: &Path) -> Option<Pt> {
    let points: Vec<Point> = path.segments.iter().take(3).filter_map(end).collect();
    let [first, _, third] = points[..] else { return None };
    let height = (third.y - first.y).abs();
    (height > Pt::ZERO).then_some(height)
}

fn end(segment: &Segment) -> Option<Point> {
    match *segment {
        Segment::Move(to) | Segment::Line(to) | Segment::Cubic(_, _, to) => Some(to),
        Segment::Close => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quiet_zone_is_counted_in_modules() {
        let square = |at: f32| Path::rect(Rect::new(Pt::new(at), Pt::new(at), Pt::new(7.0), Pt::new(1.0)));
        let area = Rect::new(Pt::ZERO, Pt::ZERO, Pt::mm(20.0), Pt::mm(20.0));
        assert!(too_crowded(&square(4.0), area, "QR").is_none() && too_small(area, "QR").is_none());
        assert!(too_crowded(&square(3.0), area, "QR").is_some());
        let small = Rect::new(Pt::ZERO, Pt::ZERO, Pt::mm(14.9), Pt::mm(20.0));
        assert!(too_small(small, "QR").is_some());
    }
}
