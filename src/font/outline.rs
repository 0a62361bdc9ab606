//! Outlines: takes a glyph of a face, gives the shape of the letter.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};

use super::{FontId, FontSet};
use crate::geom::{Path, Point, Pt, Segment};

impl FontSet {
    /// The shape of a glyph at a size of 1,000 points, drawn from its origin on the baseline, y down. Empty for a
    /// space, and for a glyph that is not there.
    #[must_use]
    pub fn outline(&self, id: FontId, glyph: u16) -> Path {
        let mut pen = Pen::default();
        if let Some(outline) = self.face(id).font().outline_glyphs().get(GlyphId::from(glyph)) {
            let settings = DrawSettings::unhinted(Size::new(1000.0), LocationRef::default());
            // An outline that is broken half way is drawn as far as it goes, as a viewer of PDFs does it.
            let _ = outline.draw(settings, &mut pen);
        }
        pen.path
    }
}

/// Takes down what a face draws, y up, as a path, y down.
#[derive(Default)]
struct Pen {
    path: Path,
    at: Point,
}

impl Pen {
    fn add(&mut self, segment: Segment, to: Point) {
        self.path.segments.push(segment);
        self.at = to;
    }
}

fn point(x: f32, y: f32) -> Point {
    Point::new(Pt::new(x), Pt::new(-y))
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add(Segment::Move(point(x, y)), point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add(Segment::Line(point(x, y)), point(x, y));
    }

    /// The same curve as a cubic one: its control points stand two thirds of the way to the one of the quadratic.
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, to) = (point(cx, cy), point(x, y));
        let towards = |from: Point| {
            Point::new(
                from.x + (control.x - from.x) * (2.0 / 3.0),
                from.y + (control.y - from.y) * (2.0 / 3.0),
            )
        };
        self.add(Segment::Cubic(towards(self.at), towards(to), to), to);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add(Segment::Cubic(point(ax, ay), point(bx, by), point(x, y)), point(x, y));
    }

    fn close(&mut self) {
        self.path.segments.push(Segment::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Weight;

    #[test]
    fn letters_stand_on_the_baseline_and_a_space_has_no_shape() {
        let faces = FontSet::embedded();
        let bold = faces.primary(Weight::BOLD);
        let shape = |c: char| faces.outline(bold, faces.glyph(bold, c).expect("the face has it")).bounds();
        let (capital, tail) = (shape('H').expect("it has a shape"), shape('p').expect("it has a shape"));
        assert!(capital.bottom().abs() < Pt::new(1.0) && capital.h > Pt::new(600.0), "{capital:?}");
        assert!(tail.bottom() > Pt::new(150.0), "{tail:?}");
        assert_eq!(shape(' '), None);
        assert_eq!(faces.outline(bold, u16::MAX).bounds(), None);
    }
}
