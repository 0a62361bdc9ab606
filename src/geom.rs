//! Lengths, points and shapes: takes numbers with a unit, gives typed geometry in points, y down.

mod turn;

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

pub use turn::{Transform, Turn};

/// A length in PDF points (1/72 inch). The only length type that crosses a module border.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Pt(f32);

/// Points in one millimetre.
const PT_PER_MM: f32 = 72.0 / 25.4;

impl Pt {
    /// No length.
    pub const ZERO: Pt = Pt(0.0);

    /// A length in points.
    #[must_use]
    pub const fn new(points: f32) -> Self {
        Pt(points)
    }

    /// A length in millimetres.
    #[must_use]
    pub const fn mm(millimetres: f32) -> Self {
        Pt(millimetres * PT_PER_MM)
    }

    /// The number of points.
    #[must_use]
    pub const fn get(self) -> f32 {
        self.0
    }

    /// The number of millimetres.
    #[must_use]
    pub const fn to_mm(self) -> f32 {
        self.0 / PT_PER_MM
    }

    /// The larger of two lengths.
    #[must_use]
    pub const fn max(self, other: Pt) -> Pt {
        Pt(self.0.max(other.0))
    }

    /// The smaller of two lengths.
    #[must_use]
    pub const fn min(self, other: Pt) -> Pt {
        Pt(self.0.min(other.0))
    }

    /// The length without its sign.
    #[must_use]
    pub const fn abs(self) -> Pt {
        Pt(self.0.abs())
    }
}

impl Add for Pt {
    type Output = Pt;
    fn add(self, other: Pt) -> Pt {
        Pt(self.0 + other.0)
    }
}

impl Sub for Pt {
    type Output = Pt;
    fn sub(self, other: Pt) -> Pt {
        Pt(self.0 - other.0)
    }
}

impl Neg for Pt {
    type Output = Pt;
    fn neg(self) -> Pt {
        Pt(-self.0)
    }
}

impl Mul<f32> for Pt {
    type Output = Pt;
    fn mul(self, factor: f32) -> Pt {
        Pt(self.0 * factor)
    }
}

impl Div<f32> for Pt {
    type Output = Pt;
    fn div(self, divisor: f32) -> Pt {
        Pt(self.0 / divisor)
    }
}

/// The ratio of two lengths, a plain number.
impl Div for Pt {
    type Output = f32;
    fn div(self, other: Pt) -> f32 {
        self.0 / other.0
    }
}

impl AddAssign for Pt {
    fn add_assign(&mut self, other: Pt) {
        self.0 += other.0;
    }
}

impl SubAssign for Pt {
    fn sub_assign(&mut self, other: Pt) {
        self.0 -= other.0;
    }
}

impl Sum for Pt {
    fn sum<I: Iterator<Item = Pt>>(lengths: I) -> Pt {
        lengths.fold(Pt::ZERO, Add::add)
    }
}

/// A place on a page, from the top left corner of the trimmed page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance to the right.
    pub x: Pt,
    /// Distance down.
    pub y: Pt,
}

impl Point {
    /// The point `x` to the right and `y` down.
    #[must_use]
    pub const fn new(x: Pt, y: Pt) -> Self {
        Point { x, y }
    }

    /// The point moved by `dx` to the right and `dy` down.
    #[must_use]
    pub fn moved(self, dx: Pt, dy: Pt) -> Self {
        Point::new(self.x + dx, self.y + dy)
    }
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width.
    pub w: Pt,
    /// Height.
    pub h: Pt,
}

impl Size {
    /// A size of `w` by `h`.
    #[must_use]
    pub const fn new(w: Pt, h: Pt) -> Self {
        Size { w, h }
    }

    /// The same size lying on its side.
    #[must_use]
    pub const fn turned(self) -> Self {
        Size::new(self.h, self.w)
    }
}

/// Lengths at the four sides of a box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Insets {
    /// At the top.
    pub top: Pt,
    /// At the right.
    pub right: Pt,
    /// At the bottom.
    pub bottom: Pt,
    /// At the left.
    pub left: Pt,
}

impl Insets {
    /// The same length on all four sides.
    #[must_use]
    pub const fn all(length: Pt) -> Self {
        Insets { top: length, right: length, bottom: length, left: length }
    }

    /// What the left and right sides take together.
    #[must_use]
    pub fn across(&self) -> Pt {
        self.left + self.right
    }

    /// What the top and bottom sides take together.
    #[must_use]
    pub fn down(&self) -> Pt {
        self.top + self.bottom
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: Pt,
    /// Top edge.
    pub y: Pt,
    /// Width.
    pub w: Pt,
    /// Height.
    pub h: Pt,
}

impl Rect {
    /// The rectangle with its top left corner at (`x`, `y`).
    #[must_use]
    pub const fn new(x: Pt, y: Pt, w: Pt, h: Pt) -> Self {
        Rect { x, y, w, h }
    }

    /// The rectangle of a whole page.
    #[must_use]
    pub const fn page(size: Size) -> Self {
        Rect::new(Pt::ZERO, Pt::ZERO, size.w, size.h)
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> Pt {
        self.x + self.w
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> Pt {
        self.y + self.h
    }

    /// The middle of the rectangle.
    #[must_use]
    pub fn center(&self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// The rectangle made smaller by `insets`; never smaller than nothing.
    #[must_use]
    pub fn inset(&self, insets: Insets) -> Rect {
        Rect::new(
            self.x + insets.left,
            self.y + insets.top,
            (self.w - insets.across()).max(Pt::ZERO),
            (self.h - insets.down()).max(Pt::ZERO),
        )
    }

    /// The rectangle made larger by `length` on every side.
    #[must_use]
    pub fn grown(&self, length: Pt) -> Rect {
        Rect::new(self.x - length, self.y - length, self.w + length * 2.0, self.h + length * 2.0)
    }

    /// Whether `inner` lies inside, give or take a hundredth of a point.
    #[must_use]
    pub fn holds(&self, inner: &Rect) -> bool {
        let slack = Pt::new(0.01);
        inner.x >= self.x - slack
            && inner.y >= self.y - slack
            && inner.right() <= self.right() + slack
            && inner.bottom() <= self.bottom() + slack
    }
}

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

    /// A full circle.
    #[must_use]
    pub fn circle(center: Point, radius: Pt) -> Self {
        let r = Rect::new(center.x - radius, center.y - radius, radius * 2.0, radius * 2.0);
        Path::rounded(r, radius)
    }

    /// A piece of a ring between two radii, from angle `from` to `to` in turns, clockwise from the top.
    #[must_use]
    pub fn ring_piece(center: Point, inner: Pt, outer: Pt, from: f32, to: f32) -> Self {
        let mut path = Path::default();
        let at = |radius: Pt, turn: f32| {
            let angle = turn * std::f32::consts::TAU;
            center.moved(radius * angle.sin(), -(radius * angle.cos()))
        };
        path.segments.push(Segment::Move(at(outer, from)));
        path.arc(center, outer, from, to);
        path.segments.push(Segment::Line(at(inner, to)));
        path.arc(center, inner, to, from);
        path.segments.push(Segment::Close);
        path
    }

    /// Appends an arc in pieces of at most an eighth of a turn; the error of a piece is below 10⁻⁵ radii.
    fn arc(&mut self, center: Point, radius: Pt, from: f32, to: f32) {
        let pieces = ((to - from).abs() * 8.0).ceil().max(1.0);
        let step = (to - from) / pieces * std::f32::consts::TAU;
        // The control points stand off by 4/3 · tan(step / 4) radii along the tangent.
        let off = radius * (4.0 / 3.0 * (step / 4.0).tan());
        let mut angle = from * std::f32::consts::TAU;
        for _ in 0..pieces as usize {
            let next = angle + step;
            let start = center.moved(radius * angle.sin(), -(radius * angle.cos()));
            let end = center.moved(radius * next.sin(), -(radius * next.cos()));
            self.segments.push(Segment::Cubic(
                start.moved(off * angle.cos(), off * angle.sin()),
                end.moved(-(off * next.cos()), -(off * next.sin())),
                end,
            ));
            angle = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_and_points_convert_both_ways() {
        assert!((Pt::mm(25.4).get() - 72.0).abs() < 1e-4);
        assert!((Pt::new(72.0).to_mm() - 25.4).abs() < 1e-4);
    }

    #[test]
    fn a_rectangle_holds_what_lies_inside_and_nothing_else() {
        let page = Rect::page(Size::new(Pt::mm(210.0), Pt::mm(297.0)));
        assert!(page.holds(&page.inset(Insets::all(Pt::mm(5.0)))));
        assert!(!page.holds(&page.grown(Pt::mm(1.0))));
    }

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
