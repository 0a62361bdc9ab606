//! Signs: takes what kind of value a contact has and a square, draws a handset, an envelope, a globe or a pen.
//!
//! A sign follows the kind of the first value, never the words. It is decoration: the value says the same.

use super::contacts::{Row, RowKind};
use crate::color::Paint;
use crate::geom::{Path, Point, Rect, Segment};
use crate::page::Stroke;
use crate::typeset::canvas::Canvas;

/// What a sign shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// The handset of a telephone.
    Phone,
    /// An envelope.
    Email,
    /// A globe.
    Web,
    /// A pen, for a line to write on.
    Pen,
}

/// The square that signs are designed in.
const UNITS: f32 = 24.0;
/// Thickness of their lines, in the same units.
const LINE: f32 = 2.0;

impl Sign {
    /// The sign of a contact with these rows.
    pub(super) fn of(rows: &[Row]) -> Sign {
        let signs = rows.iter().filter_map(|row| match row.kind {
            RowKind::Number => Some(Sign::Phone),
            RowKind::Email => Some(Sign::Email),
            RowKind::Address => Some(Sign::Web),
            RowKind::Ruled | RowKind::Name | RowKind::Purpose | RowKind::Hours => None,
        });
        signs.into_iter().next().unwrap_or(Sign::Pen)
    }

    /// Draws it as decoration.
    pub(super) fn draw(self, canvas: &mut Canvas<'_>, square: Rect, paint: Paint) {
        let unit = square.w / UNITS;
        let at = |x: f32, y: f32| Point::new(square.x + unit * x, square.y + unit * y);
        let stroke = Stroke { paint, width: unit * LINE };
        for outline in self.outlines() {
            let mut path = Path::default();
            for step in *outline {
                path.segments.push(match *step {
                    Step::Move(x, y) => Segment::Move(at(x, y)),
                    Step::Line(x, y) => Segment::Line(at(x, y)),
                    Step::Curve([a, b, c, d, x, y]) => Segment::Cubic(at(a, b), at(c, d), at(x, y)),
                    Step::Close => Segment::Close,
                });
            }
            canvas.stroked(path, stroke);
        }
        if self == Sign::Web {
            canvas.stroked(Path::circle(at(12.0, 12.0), unit * 9.0), stroke);
        }
    }

    const fn outlines(self) -> &'static [&'static [Step]] {
        match self {
            Sign::Phone => &[&[
                Step::Move(5.0, 4.0),
                Step::Line(9.0, 4.0),
                Step::Line(11.0, 9.0),
                Step::Line(8.5, 10.5),
                Step::Curve([9.6, 12.9, 11.3, 14.6, 13.5, 15.5]),
                Step::Line(15.0, 13.0),
                Step::Line(20.0, 15.0),
                Step::Line(20.0, 19.0),
                Step::Curve([20.0, 20.1, 19.1, 21.0, 18.0, 21.0]),
                Step::Curve([10.0, 20.5, 3.5, 14.0, 3.0, 6.0]),
                Step::Curve([3.0, 4.9, 3.9, 4.0, 5.0, 4.0]),
                Step::Close,
            ]],
            Sign::Email => &[
                &[
                    Step::Move(3.0, 5.5),
                    Step::Line(21.0, 5.5),
                    Step::Line(21.0, 18.5),
                    Step::Line(3.0, 18.5),
                    Step::Close,
                ],
                &[Step::Move(3.0, 6.5), Step::Line(12.0, 13.5), Step::Line(21.0, 6.5)],
            ],
            Sign::Web => &[
                &[Step::Move(3.0, 12.0), Step::Line(21.0, 12.0)],
                &[
                    Step::Move(12.0, 3.0),
                    Step::Curve([6.5, 8.0, 6.5, 16.0, 12.0, 21.0]),
                    Step::Curve([17.5, 16.0, 17.5, 8.0, 12.0, 3.0]),
                    Step::Close,
                ],
            ],
            Sign::Pen => &[&[
                Step::Move(4.0, 20.0),
                Step::Line(5.0, 15.5),
                Step::Line(16.5, 4.0),
                Step::Line(20.0, 7.5),
                Step::Line(8.5, 19.0),
                Step::Close,
            ]],
        }
    }
}

/// One step of an outline, in the units of the square.
#[derive(Clone, Copy)]
enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Curve([f32; 6]),
    Close,
}
