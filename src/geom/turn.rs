//! Turns: takes a finished page and a place on a sheet, gives where each of its points comes to lie.

use super::{Point, Pt, Rect, Size};

/// A turn in quarters, clockwise as a reader sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Upright.
    #[default]
    None,
    /// The top points to the right.
    Right,
    /// Upside down.
    Half,
    /// The top points to the left.
    Left,
}

impl Turn {
    /// The size of what has been turned so.
    #[must_use]
    pub const fn size(self, size: Size) -> Size {
        match self {
            Turn::None | Turn::Half => size,
            Turn::Right | Turn::Left => size.turned(),
        }
    }

    /// Cosine and sine of the turn: whole numbers, for it is in quarters.
    #[must_use]
    pub const fn cos_sin(self) -> (f32, f32) {
        match self {
            Turn::None => (1.0, 0.0),
            Turn::Right => (0.0, 1.0),
            Turn::Half => (-1.0, 0.0),
            Turn::Left => (0.0, -1.0),
        }
    }
}

/// Turns, scales and moves; never mirrors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform {
    /// How it is turned.
    pub turn: Turn,
    /// How much larger it becomes.
    pub scale: f32,
    /// Where the top left corner of the page comes to lie.
    pub origin: Point,
}

impl Transform {
    /// Puts a page of `size`, turned, into the middle of `room`, as large as it fits.
    #[must_use]
    pub fn fit(room: Rect, size: Size, turn: Turn) -> Self {
        let turned = turn.size(size);
        let scale = (room.w / turned.w).min(room.h / turned.h);
        // Conversions of units leave errors of a millionth, which must not make a card less than itself.
        let scale = if (scale - 1.0).abs() < 1e-4 { 1.0 } else { scale };
        let (w, h) = (turned.w * scale, turned.h * scale);
        let corner = Point::new(room.x + (room.w - w) / 2.0, room.y + (room.h - h) / 2.0);
        let (across, down) = match turn {
            Turn::None => (Pt::ZERO, Pt::ZERO),
            Turn::Right => (w, Pt::ZERO),
            Turn::Half => (w, h),
            Turn::Left => (Pt::ZERO, h),
        };
        Transform { turn, scale, origin: corner.moved(across, down) }
    }

    /// Where a point comes to lie.
    #[must_use]
    pub fn point(&self, point: Point) -> Point {
        let (cos, sin) = self.turn.cos_sin();
        let (x, y) = (point.x * self.scale, point.y * self.scale);
        self.origin.moved(x * cos - y * sin, x * sin + y * cos)
    }

    /// Where a rectangle comes to lie.
    #[must_use]
    pub fn rect(&self, rect: Rect) -> Rect {
        let a = self.point(Point::new(rect.x, rect.y));
        let b = self.point(Point::new(rect.right(), rect.bottom()));
        Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_turn_keeps_the_page_inside_its_room() {
        let (room, size) = (Rect::new(Pt::new(10.0), Pt::new(20.0), Pt::new(55.0), Pt::new(85.0)), size());
        for turn in [Turn::Right, Turn::Left] {
            let put = Transform::fit(room, size, turn);
            assert_eq!((put.scale, put.rect(Rect::page(size))), (1.0, room));
        }
        let top_left = |turn| Transform::fit(room, size, turn).point(Point::default());
        assert_eq!(top_left(Turn::Right), Point::new(room.right(), room.y));
        assert_eq!(top_left(Turn::Left), Point::new(room.x, room.bottom()));
    }

    #[test]
    fn a_page_that_is_smaller_stands_in_the_middle() {
        let room = Rect::new(Pt::ZERO, Pt::ZERO, Pt::new(170.0), Pt::new(200.0));
        let put = Transform::fit(room, size(), Turn::None);
        assert_eq!(put.scale, 2.0);
        assert_eq!(
            put.rect(Rect::page(size())),
            Rect::new(Pt::ZERO, Pt::new(45.0), Pt::new(170.0), Pt::new(110.0))
        );
    }

    fn size() -> Size {
        Size::new(Pt::new(85.0), Pt::new(55.0))
    }
}
