//! QR codes on finished pages: takes their figures, gives those that a telephone cannot scan.

use crate::diag::Code;
use crate::geom::{Path, Point, Pt, Rect, Segment};
use crate::page::{Document, ItemKind, Role, Tag};

/// Below this side a telephone's camera often fails, quiet zone included.
const SIDE: Pt = Pt::mm(15.0);

/// Light modules that must surround a code (ISO/IEC 18004, 6.3.8).
const QUIET: f32 = 4.0;

/// Rounding, which no camera sees.
const SLACK: f32 = 0.05;

/// What is wrong with each code whose description begins with `label`: its address, and a message about it.
pub(super) fn faults<'d>(document: &'d Document, label: &str) -> Vec<(Code, &'d str, String)> {
    let mut found = Vec::new();
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let (Tag::Content(mark), ItemKind::Path { path, .. }) = (item.tag, &item.kind) else { continue };
        let elem = document.tags.get(document.tags.owner(mark));
        let (Role::Figure, Some(area), Some(alt)) = (elem.role, elem.bbox, &elem.alt) else { continue };
        let Some(address) = alt.strip_prefix(label) else { continue };
        let faults = too_small(area).into_iter().chain(too_crowded(path, area));
        found.extend(faults.map(|fault| (Code::QrTooSmall, address.trim(), fault)));
    }
    found
}

fn too_small(area: Rect) -> Option<String> {
    let side = area.w.min(area.h);
    (side < SIDE - Pt::new(SLACK))
        .then(|| format!("is {:.1} mm wide, below {:.0} mm", side.to_mm(), SIDE.to_mm()))
}

fn too_crowded(path: &Path, area: Rect) -> Option<String> {
    let module = module(path)?;
    let dark = path.bounds()?;
    let margin = (dark.x - area.x).min(dark.y - area.y) / module;
    (margin < QUIET - SLACK)
        .then(|| format!("has {margin:.0} light squares round it, and cameras need {QUIET}"))
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
        assert!(too_crowded(&square(4.0), area).is_none() && too_small(area).is_none());
        assert!(too_crowded(&square(3.0), area).is_some());
        let small = Rect::new(Pt::ZERO, Pt::ZERO, Pt::mm(14.9), Pt::mm(20.0));
        assert!(too_small(small).is_some());
    }
}
