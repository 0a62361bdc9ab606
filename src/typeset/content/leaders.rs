//! Leaders: takes the ring and the headings around it, draws a fine line to its piece from each that stands away from it.
//!
//! A line begins behind the words of its heading, runs along them to the end of their column and from there straight to
//! the nearest place of its piece. Where it would cross the ring or any words, there is none: the numbers tell too.

use super::dial::Ring;
use super::spot::Spot;
use crate::geom::{Path, Point, Pt, Segment};
use crate::model::SECTIONS;
use crate::page::Stroke;
use crate::style::Swatch;
use crate::typeset::canvas::Canvas;
use crate::typeset::traces::{Heading, Traces};

/// Thickness of a line.
const LINE: Pt = Pt::new(1.0);
/// Space between a line and what it begins or ends at.
const GAP: Pt = Pt::new(4.0);
/// A heading that stands nearer to its piece needs no line.
const NEAR: Pt = Pt::new(22.0);
/// How near a line passes words.
const CLEAR: Pt = Pt::new(2.0);
/// The part of a piece at either end that a line does not end at.
const ENDS: f32 = 0.14;

impl Ring<'_> {
    /// Draws the lines, after all else on the page.
    pub(in crate::typeset) fn place_leaders(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>, drawn: &Traces) {
        let paint = spot.trial.theme.paint(Swatch::PrimaryText);
        let (middle, radius) = (spot.area.center(), self.diameter(spot.trial) / 2.0);
        let ways = drawn.headings.iter().filter_map(|heading| way(heading, middle, radius));
        for way in ways.filter(|way| is_clear(way, drawn)) {
            let mut segments = vec![Segment::Move(way[0])];
            segments.extend(way[1..].iter().copied().map(Segment::Line));
            canvas.stroked(Path { segments }, Stroke { paint, width: LINE });
        }
    }
}

/// The corners of the line from a heading to its piece; nothing where the heading is near, or the piece is turned away.
fn way(heading: &Heading, middle: Point, radius: Pt) -> Option<Vec<Point>> {
    let Heading { mark, end, right, .. } = *heading;
    let y = mark.center().y;
    let corners = if mark.x > middle.x {
        vec![Point::new(mark.x - GAP, y)]
    } else if right < middle.x {
        let (end, right) = (end + GAP, right + GAP);
        if end < right { vec![Point::new(end, y), Point::new(right, y)] } else { vec![Point::new(end, y)] }
    } else {
        let below = mark.y > middle.y;
        vec![Point::new(mark.center().x, if below { mark.y - GAP } else { mark.bottom() + GAP })]
    };
    let from = *corners.last()?;
    let target = nearest(heading.number, from, middle, radius + GAP)?;
    // From outside, only what is turned towards it can be reached.
    let (x, y) = (target.x - middle.x, target.y - middle.y);
    let towards = x.get() * (from.x - target.x).get() + y.get() * (from.y - target.y).get();
    let is_worth_it = from.polar(target).0 >= NEAR && towards >= 0.0;
    is_worth_it.then(|| corners.into_iter().chain([target]).collect())
}

/// The place of a piece on a circle around the ring that is nearest to a point.
fn nearest(number: usize, from: Point, middle: Point, radius: Pt) -> Option<Point> {
    let piece = number.checked_sub(1).filter(|piece| *piece < SECTIONS)? as f32;
    let (_, turn) = middle.polar(from);
    let (first, last) = ((piece + ENDS) / SECTIONS as f32, (piece + 1.0 - ENDS) / SECTIONS as f32);
    // The way round is the shorter one.
    let away = |end: f32| {
        let off = (turn - end).abs();
        off.min(1.0 - off)
    };
    let is_within = (first..=last).contains(&turn);
    let turn = if is_within {
        turn
    } else if away(first) < away(last) {
        first
    } else {
        last
    };
    Some(middle.on_circle(radius, turn))
}

fn is_clear(way: &[Point], drawn: &Traces) -> bool {
    way.windows(2).all(|ends| drawn.are_clear_of(ends[0], ends[1], CLEAR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Rect;

    fn at(x: f32, y: f32) -> Point {
        Point::new(Pt::new(x), Pt::new(y))
    }

    fn heading(number: usize, x: f32, y: f32) -> Heading {
        let mark = Rect::new(Pt::new(x), Pt::new(y), Pt::new(10.0), Pt::new(10.0));
        Heading { number, mark, end: Pt::new(x + 60.0), right: Pt::new(x + 100.0) }
    }

    #[test]
    fn a_line_runs_along_its_heading_and_then_to_its_piece() {
        let way = way(&heading(6, 0.0, 195.0), at(300.0, 200.0), Pt::new(100.0)).expect("it stands away");
        assert_eq!(way[..2], [at(64.0, 200.0), at(104.0, 200.0)]);
        assert!(way[2].x < Pt::new(204.0) && (way[2].y - Pt::new(200.0)).abs() < Pt::new(10.0), "{way:?}");
    }

    #[test]
    fn what_is_near_or_behind_the_ring_has_no_line() {
        assert!(way(&heading(2, 410.0, 195.0), at(300.0, 200.0), Pt::new(100.0)).is_none());
        assert!(way(&heading(2, 0.0, 195.0), at(300.0, 200.0), Pt::new(100.0)).is_none());
    }

    #[test]
    fn a_line_ends_within_its_own_piece() {
        let end = nearest(1, at(300.0, 400.0), at(300.0, 200.0), Pt::new(100.0)).expect("there is a piece 1");
        assert!(end.x > Pt::new(300.0) && end.y < Pt::new(200.0), "{end:?}");
        assert!(nearest(0, at(0.0, 0.0), at(1.0, 1.0), Pt::new(1.0)).is_none());
    }
}
