//! Backdrops: takes the items of a page, gives the colour that lies behind a point when an item is painted.

use crate::color::Paint;
use crate::geom::{Path, Point, Rect, Segment};
use crate::page::{ItemKind, PageItem};

/// What lies behind a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Backdrop {
    /// One colour.
    Plain(Paint),
    /// A picture, whose colours nobody here knows.
    Picture,
}

/// Into so many straight pieces a curve is cut; the error is far below a hair's width on any page.
const PIECES: usize = 8;

/// What covers parts of a page, in painting order, each with the box that holds it: most points lie outside most
/// boxes, which is told at once.
pub(super) struct Ground<'p> {
    covers: Vec<Cover<'p>>,
}

struct Cover<'p> {
    /// Its place among the items of the page.
    at: usize,
    bounds: Rect,
    /// The outline and colour; a picture has neither.
    fill: Option<(&'p Path, Paint)>,
}

impl<'p> Ground<'p> {
    pub(super) fn of(items: &'p [PageItem]) -> Self {
        let cover = |(at, item): (usize, &'p PageItem)| match &item.kind {
            ItemKind::Path { path, fill: Some(paint), .. } => {
                Some(Cover { at, bounds: path.bounds()?, fill: Some((path, *paint)) })
            }
            ItemKind::Picture { rect, .. } => Some(Cover { at, bounds: *rect, fill: None }),
            _ => None,
        };
        Ground { covers: items.iter().enumerate().filter_map(cover).collect() }
    }

    /// What lies behind a point when item number `at` is painted: of the items before it, the last that covers
    /// the point.
    pub(super) fn behind(&self, at: usize, point: Point) -> Backdrop {
        let below = self.covers.partition_point(|cover| cover.at < at);
        for cover in self.covers[..below].iter().rev().filter(|cover| cover.bounds.contains(point)) {
            match cover.fill {
                None => return Backdrop::Picture,
                Some((path, paint)) if covers(path, point) => return Backdrop::Plain(paint),
                Some(_) => {}
            }
        }
        Backdrop::Plain(Paint::WHITE)
    }
}

/// Whether a point lies inside, by the non-zero winding rule.
fn covers(path: &Path, point: Point) -> bool {
    let mut winding = 0;
    let mut start = Point::default();
    let mut at = Point::default();
    for segment in &path.segments {
        match *segment {
            Segment::Move(to) => {
                winding += crossing(at, start, point);
                (start, at) = (to, to);
            }
            Segment::Line(to) => {
                winding += crossing(at, to, point);
                at = to;
            }
            Segment::Cubic(a, b, to) => {
                let from = at;
                if is_beside([from, a, b, to], point) {
                    at = to;
                    continue;
                }
                for piece in 1..=PIECES {
                    let next = on_curve([from, a, b, to], piece as f32 / PIECES as f32);
                    winding += crossing(at, next, point);
                    at = next;
                }
            }
            Segment::Close => {
                winding += crossing(at, start, point);
                at = start;
            }
        }
    }
    winding + crossing(at, start, point) != 0
}

/// Whether a curve lies wholly above, below or left of a point, for it stays among its control points: then the
/// ray to the right does not cross it.
fn is_beside(curve: [Point; 4], point: Point) -> bool {
    curve.iter().all(|p| p.y <= point.y)
        || curve.iter().all(|p| p.y > point.y)
        || curve.iter().all(|p| p.x <= point.x)
}

/// How a straight piece crosses the ray from the point to the right: down 1, up -1, not at all 0.
fn crossing(from: Point, to: Point, point: Point) -> i32 {
    let down = from.y <= point.y && point.y < to.y;
    let up = to.y <= point.y && point.y < from.y;
    if !down && !up {
        return 0;
    }
    let share = (point.y - from.y) / (to.y - from.y);
    let x = from.x + (to.x - from.x) * share;
    match x > point.x {
        true => i32::from(down) - i32::from(up),
        false => 0,
    }
}

fn on_curve([a, b, c, d]: [Point; 4], t: f32) -> Point {
    let s = 1.0 - t;
    let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let points = [a, b, c, d];
    let sum = |of: fn(&Point) -> crate::geom::Pt| points.iter().zip(weights).map(|(p, w)| of(p) * w).sum();
    Point::new(sum(|p| p.x), sum(|p| p.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Pt;

    fn at(x: f32, y: f32) -> Point {
        Point::new(Pt::new(x), Pt::new(y))
    }

    #[test]
    fn a_path_covers_what_is_inside_its_outline() {
        let square = Path::rect(Rect::new(Pt::ZERO, Pt::ZERO, Pt::new(10.0), Pt::new(10.0)));
        assert!(covers(&square, at(5.0, 5.0)) && !covers(&square, at(11.0, 5.0)));
        let disc = Path::circle(at(10.0, 10.0), Pt::new(10.0));
        // The corner of the square round a circle is not in it: it is 14.1 away from the middle.
        assert!(covers(&disc, at(3.0, 4.0)) && !covers(&disc, at(1.0, 1.0)));
        let ring = Path::ring_piece(at(0.0, 0.0), Pt::new(5.0), Pt::new(10.0), 0.0, 0.25);
        assert!(
            covers(&ring, at(5.0, -5.0)) && !covers(&ring, at(2.0, -2.0)) && !covers(&ring, at(-5.0, -5.0))
        );
    }
}
