//! Lengths, points and shapes: takes numbers with a unit, gives typed geometry in points, y down.

mod inside;
mod paper;
mod path;
mod turn;

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

pub use paper::Paper;
pub use path::{Path, Segment};
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

    /// The point on a circle about this one, at an angle in turns, clockwise from the top.
    ///
    /// Sines and the like are those of `libm` all over the program: those of the system differ in their last bit
    /// from one system to the next, and so would files.
    #[must_use]
    pub fn on_circle(self, radius: Pt, turn: f32) -> Self {
        let (sin, cos) = sin_cos(turn);
        self.moved(radius * sin, -(radius * cos))
    }

    /// Where another point lies about this one: how far off, and at which angle in turns, clockwise from the top.
    #[must_use]
    pub fn polar(self, other: Point) -> (Pt, f32) {
        let (right, up) = ((other.x - self.x).get(), (self.y - other.y).get());
        let turn = (libm::atan2f(right, up) / std::f32::consts::TAU).rem_euclid(1.0);
        (Pt::new(libm::hypotf(right, up)), turn)
    }

    /// The point moved by `dx` to the right and `dy` down.
    #[must_use]
    pub fn moved(self, dx: Pt, dy: Pt) -> Self {
        Point::new(self.x + dx, self.y + dy)
    }
}

/// Sine and cosine of an angle in turns.
fn sin_cos(turn: f32) -> (f32, f32) {
    let angle = turn * std::f32::consts::TAU;
    (libm::sinf(angle), libm::cosf(angle))
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

    /// Whether a point lies inside or on the edge.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        self.x <= point.x && point.x <= self.right() && self.y <= point.y && point.y <= self.bottom()
    }

    /// The smallest rectangle that holds some points.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Rect> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let (low, high) = points.fold((first, first), |(low, high), point| {
            let low = Point::new(low.x.min(point.x), low.y.min(point.y));
            (low, Point::new(high.x.max(point.x), high.y.max(point.y)))
        });
        Some(Rect::new(low.x, low.y, high.x - low.x, high.y - low.y))
    }

    /// Whether two rectangles have a point in common, their edges counted, give or take a hundredth of a point.
    #[must_use]
    pub fn touches(&self, other: Rect) -> bool {
        let slack = Pt::new(0.01);
        self.x <= other.right() + slack
            && other.x <= self.right() + slack
            && self.y <= other.bottom() + slack
            && other.y <= self.bottom() + slack
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_and_points_convert_both_ways() {
        assert!((Pt::mm(25.4).get() - 72.0).abs() < 1e-4);
        assert!((Pt::new(72.0).to_mm() - 25.4).abs() < 1e-4);
    }

    #[test]
    fn a_point_on_a_circle_is_found_again() {
        let middle = Point::new(Pt::new(30.0), Pt::new(50.0));
        for turn in [0.0, 0.2, 0.5, 0.8] {
            let (off, found) = middle.polar(middle.on_circle(Pt::new(10.0), turn));
            assert!(
                (off.get() - 10.0).abs() < 1e-4 && (found - turn).abs() < 1e-4,
                "{turn}: {off:?} {found}"
            );
        }
    }

    #[test]
    fn a_rectangle_holds_what_lies_inside_and_nothing_else() {
        let page = Rect::page(Size::new(Pt::mm(210.0), Pt::mm(297.0)));
        assert!(page.holds(&page.inset(Insets::all(Pt::mm(5.0)))));
        assert!(!page.holds(&page.grown(Pt::mm(1.0))));
    }

    #[test]
    fn a_rectangle_around_points_touches_what_holds_one_of_them() {
        let at = |x: f32, y: f32| Point::new(Pt::new(x), Pt::new(y));
        let around = Rect::around([at(4.0, 2.0), at(1.0, 2.0), at(9.0, 5.0)]).expect("there are points");
        assert_eq!(around, Rect::new(Pt::new(1.0), Pt::new(2.0), Pt::new(8.0), Pt::new(3.0)));
        let square = |x: f32, y: f32| Rect::new(Pt::new(x), Pt::new(y), Pt::new(2.0), Pt::new(2.0));
        for (x, y, expected) in [(0.0, 0.0, true), (3.0, 3.0, true), (9.0, 5.0, true), (9.5, 2.0, false)] {
            assert_eq!(square(x, y).touches(around), expected, "{x}, {y}");
            assert_eq!(around.touches(square(x, y)), expected, "{x}, {y}");
        }
        assert!(!square(3.0, 5.5).touches(around));
    }
}
