//! The mirror: takes shapes of a page that is laid out from left to right, gives those of one read from right to left.
//!
//! Layouts say left and mean where reading starts, so a whole page is mirrored here and nowhere else: columns, marks,
//! bullets, edges of tiles, the run of the dial. Words keep their own direction; what stood at the left of its room
//! stands at the right. Codes and pictures are moved and not flipped, or nobody could read them.

use crate::geom::{Path, Point, Pt, Rect, Segment};
use crate::layout::Align;

/// The width of the page to be mirrored in; nothing where it reads from left to right.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mirror(pub Option<Pt>);

impl Mirror {
    /// The place of a box.
    pub(super) fn rect(self, rect: Rect) -> Rect {
        match self.0 {
            Some(width) => Rect { x: width - rect.right(), ..rect },
            None => rect,
        }
    }

    /// A shape, flipped.
    pub(super) fn path(self, path: Path) -> Path {
        let Some(width) = self.0 else { return path };
        mapped(path, |point| Point::new(width - point.x, point.y))
    }

    /// A shape in a box, moved with the box.
    pub(super) fn moved(self, path: Path, from: Rect) -> Path {
        let shift = self.rect(from).x - from.x;
        if shift == Pt::ZERO { path } else { mapped(path, |point| point.moved(shift, Pt::ZERO)) }
    }

    /// Where lines stand in their room.
    pub(super) const fn align(self, align: Align) -> Align {
        match (self.0, align) {
            (Some(_), Align::Left) => Align::Right,
            (Some(_), Align::Right) => Align::Left,
            _ => align,
        }
    }
}

fn mapped(mut path: Path, to: impl Fn(Point) -> Point) -> Path {
    for segment in &mut path.segments {
        *segment = match *segment {
            Segment::Move(point) => Segment::Move(to(point)),
            Segment::Line(point) => Segment::Line(to(point)),
            Segment::Cubic(a, b, end) => Segment::Cubic(to(a), to(b), to(end)),
            Segment::Close => Segment::Close,
        };
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_at_the_left_stands_at_the_right_and_codes_are_not_flipped() {
        let mirror = Mirror(Some(Pt::new(100.0)));
        let code = Rect::new(Pt::new(10.0), Pt::ZERO, Pt::new(20.0), Pt::new(20.0));
        assert_eq!(mirror.rect(code).x, Pt::new(70.0));
        let module = Path::rect(Rect::new(Pt::new(11.0), Pt::ZERO, Pt::new(1.0), Pt::new(1.0)));
        let left = |path: &Path| path.bounds().map(|bounds| bounds.x.get());
        assert_eq!(left(&mirror.moved(module.clone(), code)), Some(71.0));
        assert_eq!(left(&mirror.path(module.clone())), Some(88.0));
        assert_eq!(Mirror(None).path(module.clone()), module);
        assert_eq!(mirror.align(Align::Left), Align::Right);
    }
}
