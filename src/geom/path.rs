//! Paths: takes rectangles, circles and arcs, gives outlines of lines and curves.

use super::{Point, Pt, Rect, sin_cos};

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Start a new outline here.
    Move(Point),
    /// A straight line to here.
    Line(Point),
    /// A cubic Bézier curve: two control points, then the end.
    Cubic(Point, Point, Point),
    /// Close the outline.
    Close,
}

/// Outlines made of lines and curves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// The steps, in drawing order.
    pub segments: Vec<Segment>,
}

/// How far a control point stands off so that a Bézier quarter is a circle's: 4/3 · (√2 − 1).
const KAPPA: f32 = 0.552_284_8;

impl Path {
    /// An upright rectangle.
    #[must_use]
    pub fn rect(r: Rect) -> Self {
        let mut path = Path::default();
        path.add_rect(r);
        path
    }

    /// Adds an upright rectangle as a further outline.
    pub fn add_rect(&mut self, r: Rect) {
        self.segments.extend([
            Segment::Move(Point::new(r.x, r.y)),
            Segment::Line(Point::new(r.right(), r.y)),
            Segment::Line(Point::new(r.right(), r.bottom())),
            Segment::Line(Point::new(r.x, r.bottom())),
            Segment::Close,
        ]);
    }

    /// A rectangle with corners rounded by `radius`.
    #[must_use]
    pub fn rounded(r: Rect, radius: Pt) -> Self {
        Path::rounded_on(r, [radius; 4])
    }

    /// A rectangle whose corners are rounded one by one: top left, top right, bottom right,
    /// bottom left.
    #[must_use]
    pub fn rounded_on(r: Rect, radii: [Pt; 4]) -> Self {
        let limit = r.w.min(r.h) / 2.0;
        let [tl, tr, br, bl] = radii.map(|radius| radius.min(limit).max(Pt::ZERO));
        let at = |x: Pt, y: Pt| Point::new(x, y);
        let k = 1.0 - KAPPA;
        let (left, top, right, bottom) = (r.x, r.y, r.right(), r.bottom());
        Path {
            segments: vec![
                Segment::Move(at(left + tl, top)),
                Segment::Line(at(right - tr, top)),
                Segment::Cubic(at(right - tr * k, top), at(right, top + tr * k), at(right, top + tr)),
                Segment::Line(at(right, bottom - br)),
                Segment::Cubic(
                    at(right, bottom - br * k),
                    at(right - br * k, bottom),
                    at(right - br, bottom),
                ),
                Segment::Line(at(left + bl, bottom)),
                Segment::Cubic(at(left + bl * k, bottom), at(left, bottom - bl * k), at(left, bottom - bl)),
                Segment::Line(at(left, top + tl)),
                Segment::Cubic(at(left, top + tl * k), at(left + tl * k, top), at(left + tl, top)),
                Segment::Close,
            ],
        }
    }

    /// The smallest box that holds all points, those that steer curves too; `None` of an empty path.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        let points = self.segments.iter().flat_map(|segment| match *segment {
            Segment::Move(to) | Segment::Line(to) => [Some(to), None, None],
            Segment::Cubic(a, b, to) => [Some(a), Some(b), Some(to)],
            Segment::Close => [None; 3],
        });
        Rect::around(points.flatten())
    }

    /// A full circle.
    #[must_use]
    pub fn circle(center: Point, radius: Pt) -> Self {
        let at = |x: f32, y: f32| center.moved(radius * x, radius * y);
        let quarter =
            |[a, b, to]: [(f32, f32); 3]| Segment::Cubic(at(a.0, a.1), at(b.0, b.1), at(to.0, to.1));
        let k = KAPPA;
        Path {
            segments: vec![
                Segment::Move(at(0.0, -1.0)),
                quarter([(k, -1.0), (1.0, -k), (1.0, 0.0)]),
                quarter([(1.0, k), (k, 1.0), (0.0, 1.0)]),
                quarter([(-k, 1.0), (-1.0, k), (-1.0, 0.0)]),
                quarter([(-1.0, -k), (-k, -1.0), (0.0, -1.0)]),
                Segment::Close,
            ],
        }
    }

    /// A piece of a ring between two radii, from angle `from` to `to` in turns, clockwise from the top.
    #[must_use]
    pub fn ring_piece(center: Point, inner: Pt, outer: Pt, from: f32, to: f32) -> Self {
        let mut path = Path::default();
        path.segments.push(Segment::Move(center.on_circle(outer, from)));
        path.arc(center, outer, from, to);
        path.segments.push(Segment::Line(center.on_circle(inner, to)));
        path.arc(center, inner, to, from);
        path.segments.push(Segment::Close);
        path
    }

    /// Appends an arc in pieces of at most an eighth of a turn; the error of a piece is below 10⁻⁵ radii.
    fn arc(&mut self, center: Point, radius: Pt, from: f32, to: f32) {
        let pieces = ((to - from).abs() * 8.0).ceil().max(1.0);
        let step = (to - from) / pieces;
        // The control points stand off by 4/3 · tan(angle / 4) radii along the tangent.
        let off = radius * (4.0 / 3.0 * libm::tanf(step * std::f32::consts::TAU / 4.0));
        let at = |turn: f32| (center.on_circle(radius, turn), sin_cos(turn));
        let (mut turn, (mut start, mut before)) = (from, at(from));
        self.segments.reserve(pieces as usize);
        for _ in 0..pieces as usize {
            let next = turn + step;
            let (end, after) = at(next);
            self.segments.push(Segment::Cubic(
                start.moved(off * before.1, off * before.0),
                end.moved(-(off * after.1), -(off * after.0)),
                end,
            ));
            (turn, start, before) = (next, end, after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_piece_ends_where_its_angles_say() {
        let center = Point::new(Pt::new(0.0), Pt::new(0.0));
        let path = Path::ring_piece(center, Pt::new(5.0), Pt::new(10.0), 0.0, 0.25);
        let Segment::Move(start) = path.segments[0] else { panic!("starts with a move") };
        assert!(start.x.abs() < Pt::new(1e-3) && (start.y + Pt::new(10.0)).abs() < Pt::new(1e-3));
        let line = path.segments.iter().find_map(|s| match s {
            Segment::Line(p) => Some(*p),
            _ => None,
        });
        let corner = line.expect("one straight side joins the two arcs");
        assert!((corner.x - Pt::new(5.0)).abs() < Pt::new(1e-3) && corner.y.abs() < Pt::new(1e-3));
    }
}
