//! Insides: takes a path, tells which points and rectangles lie inside its outlines, by the non-zero winding rule.

use super::{Path, Point, Pt, Rect, Segment};

/// Into so many straight pieces a curve is cut; the error is far below a hair's width on any page.
const PIECES: usize = 8;

impl Path {
    /// Whether a point lies inside. Outlines that are left open are closed.
    #[must_use]
    pub fn covers(&self, point: Point) -> bool {
        let mut winding = 0;
        self.edges(|curve| is_beside(curve, point), |from, to| winding += crossing(from, to, point));
        winding != 0
    }

    /// Whether all of a rectangle surely lies inside: a corner does, and no outline comes near.
    #[must_use]
    pub fn covers_all(&self, rect: Rect) -> bool {
        self.covers(Point::new(rect.x, rect.y)) && !self.touches(rect)
    }

    /// Whether some of a rectangle may lie inside.
    #[must_use]
    pub fn covers_some(&self, rect: Rect) -> bool {
        self.touches(rect) || self.covers(Point::new(rect.x, rect.y))
    }

    /// Whether the box around a piece of an outline meets a rectangle in more than its border.
    #[must_use]
    pub fn touches(&self, rect: Rect) -> bool {
        let mut touches = false;
        let meets = |from: Point, to: Point| {
            from.x.max(to.x) > rect.x
                && from.x.min(to.x) < rect.right()
                && from.y.max(to.y) > rect.y
                && from.y.min(to.y) < rect.bottom()
        };
        self.edges(|_| false, |from, to| touches |= from != to && meets(from, to));
        touches
    }

    /// Calls `edge` with each straight piece of the outlines, but for those of curves that `skip` has no use for.
    fn edges(&self, skip: impl Fn([Point; 4]) -> bool, mut edge: impl FnMut(Point, Point)) {
        let (mut start, mut at) = (Point::default(), Point::default());
        for segment in &self.segments {
            match *segment {
                Segment::Move(to) => {
                    edge(at, start);
                    (start, at) = (to, to);
                }
                Segment::Line(to) => {
                    edge(at, to);
                    at = to;
                }
                Segment::Cubic(a, b, to) => {
                    let curve = [at, a, b, to];
                    if !skip(curve) {
                        for piece in 1..=PIECES {
                            let next = on_curve(curve, piece as f32 / PIECES as f32);
                            edge(at, next);
                            at = next;
                        }
                    }
                    at = to;
                }
                Segment::Close => {
                    edge(at, start);
                    at = start;
                }
            }
        }
        edge(at, start);
    }
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
    let sum = |of: fn(&Point) -> Pt| points.iter().zip(weights).map(|(p, w)| of(p) * w).sum();
    Point::new(sum(|p| p.x), sum(|p| p.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f32, y: f32) -> Point {
        Point::new(Pt::new(x), Pt::new(y))
    }

    fn rect(x: f32, y: f32, w: f32, h: f32) -> Rect {
        Rect::new(Pt::new(x), Pt::new(y), Pt::new(w), Pt::new(h))
    }

    #[test]
    fn a_path_covers_what_is_inside_its_outline() {
        let square = Path::rect(rect(0.0, 0.0, 10.0, 10.0));
        assert!(square.covers(at(5.0, 5.0)) && !square.covers(at(11.0, 5.0)));
        let disc = Path::circle(at(10.0, 10.0), Pt::new(10.0));
        // The corner of the square round a circle is not in it: it is 14.1 away from the middle.
        assert!(disc.covers(at(3.0, 4.0)) && !disc.covers(at(1.0, 1.0)));
        let ring = Path::ring_piece(at(0.0, 0.0), Pt::new(5.0), Pt::new(10.0), 0.0, 0.25);
        assert!(ring.covers(at(5.0, -5.0)) && !ring.covers(at(2.0, -2.0)) && !ring.covers(at(-5.0, -5.0)));
    }

    #[test]
    fn a_rectangle_is_covered_whole_in_part_or_not() {
        let square = Path::rect(rect(10.0, 10.0, 20.0, 10.0));
        assert!(
            square.covers_all(rect(10.0, 10.0, 20.0, 10.0)) && square.covers_some(rect(0.0, 0.0, 11.0, 11.0))
        );
        assert!(
            !square.covers_all(rect(5.0, 12.0, 10.0, 2.0)) && !square.covers_some(rect(0.0, 0.0, 9.0, 9.0))
        );
        let round = Path::rounded(rect(0.0, 0.0, 20.0, 20.0), Pt::new(8.0));
        assert!(!round.covers_all(rect(0.0, 0.0, 20.0, 20.0)) && round.covers_all(rect(8.0, 8.0, 4.0, 4.0)));
    }

    #[test]
    fn an_outline_the_other_way_round_makes_a_hole_and_need_not_be_closed() {
        let mut framed = Path::rect(rect(0.0, 0.0, 10.0, 10.0));
        let hole = [at(2.0, 2.0), at(2.0, 8.0), at(8.0, 8.0), at(8.0, 2.0)];
        framed.segments.push(Segment::Move(hole[0]));
        framed.segments.extend(hole[1..].iter().map(|corner| Segment::Line(*corner)));
        assert!(framed.covers(at(1.0, 1.0)) && !framed.covers(at(5.0, 5.0)));
    }
}
