//! Grids: takes a path of many rectangles on a common raster, gives it in whole units of that raster.
//!
//! A QR code is some hundred rectangles. In points each needs four numbers of five digits; in modules a
//! digit each, and no module is wider than the next by a rounding.

use super::ops::nearest;
use crate::geom::{Path, Point, Pt, Segment};

/// Fewer rectangles are not worth a raster.
const FEWEST: usize = 24;

/// How far a corner may lie off the raster, in units.
const SLACK: f32 = 0.01;

/// A rectangle in units: left, top, width, height.
pub(super) type Cells = [i32; 4];

/// A path on a raster.
#[derive(Debug, PartialEq)]
pub(super) struct Grid {
    /// Where its first rectangle begins.
    pub(super) origin: Point,
    /// The side of a unit.
    pub(super) unit: Pt,
    /// Its rectangles, from the origin right and down.
    pub(super) cells: Vec<Cells>,
}

impl Grid {
    /// The raster of a path, where it is made of enough rectangles and all are whole units of the first
    /// one's height.
    pub(super) fn of(path: &Path) -> Option<Self> {
        if path.segments.len() < FEWEST * 5 || !path.segments.len().is_multiple_of(5) {
            return None;
        }
        let (origin, size) = corners(&path.segments[..5])?;
        let unit = size.y;
        let cells = path.segments.chunks_exact(5).map(|rect| {
            let (at, size) = corners(rect)?;
            let units = [at.x - origin.x, at.y - origin.y, size.x, size.y];
            let mut whole = [0; 4];
            for (whole, length) in whole.iter_mut().zip(units) {
                let count = length.get() / unit.get();
                // What is not finite is far from every whole number.
                *whole = nearest(count);
                let is_near = (count - *whole as f32).abs() <= SLACK && count.abs() < 1000.0;
                if !is_near {
                    return None;
                }
            }
            Some(whole)
        });
        Some(Grid { origin, unit, cells: cells.collect::<Option<_>>()? })
    }
}

/// The top left corner of an upright rectangle and the way from there to the opposite one.
fn corners(segments: &[Segment]) -> Option<(Point, Point)> {
    let [Segment::Move(a), Segment::Line(b), Segment::Line(c), Segment::Line(d), Segment::Close] = segments
    else {
        return None;
    };
    let is_upright = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
    is_upright.then(|| (*a, Point::new(c.x - a.x, c.y - a.y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Rect;

    fn rows(module: f32) -> Path {
        let mut path = Path::default();
        for row in 0..30 {
            let length = |modules: i32| Pt::new(modules as f32 * module);
            let (x, y) = (Pt::new(100.0) + length(row % 7), Pt::new(333.3) + length(row));
            path.add_rect(Rect::new(x, y, length(1 + row % 3), length(1)));
        }
        path
    }

    #[test]
    fn a_code_becomes_whole_modules() {
        let grid = Grid::of(&rows(1.437)).expect("a raster");
        assert_eq!(grid.origin, Point::new(Pt::new(100.0), Pt::new(333.3)));
        assert_eq!(grid.cells[8], [1, 8, 3, 1]);
    }

    #[test]
    fn other_paths_stay_as_they_are() {
        let mut odd = rows(1.437);
        odd.add_rect(Rect::new(Pt::new(100.5), Pt::new(333.3), Pt::new(1.437), Pt::new(1.437)));
        assert_eq!(Grid::of(&odd), None);
        assert_eq!(Grid::of(&Path::rect(Rect::new(Pt::ZERO, Pt::ZERO, Pt::ZERO, Pt::ZERO))), None);
        assert_eq!(Grid::of(&rows(0.0)), None);
    }
}
