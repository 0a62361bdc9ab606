//! Page boxes: takes a page and a target, gives its boxes and where its points lie in the file.

use pdf_writer::Rect as PdfRect;

use super::ops::{Cent, Ops};
use super::paint::Space;
use crate::geom::{Point, Pt, Rect};
use crate::page::Page;
use crate::target::{Press, Target};

/// Length of a crop mark.
const MARK: Pt = Pt::mm(5.0);
/// Least distance of a crop mark from the trimmed edge, where there is little bleed.
const MARK_GAP: Pt = Pt::mm(3.0);
/// Width of a crop mark's line.
const MARK_WIDTH: Pt = Pt::new(0.25);

/// The boxes of a page, in the page's own coordinates, and the way from those to the file's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Boxes {
    media: Rect,
    bleed: Rect,
    trim: Rect,
    /// Distance of crop marks from the trimmed edge, where there are any.
    marks: Option<Pt>,
}

impl Boxes {
    pub(super) fn of(page: &Page, target: &Target) -> Self {
        let trim = Rect::page(page.size);
        match target {
            Target::Screen | Target::ScreenUa2 => Boxes { media: trim, bleed: trim, trim, marks: None },
            Target::Print(press) => Boxes::press(trim, *press),
        }
    }

    /// A form has its origin at the bottom left corner of the trimmed page, whatever its bleed is.
    pub(super) fn of_form(page: &Page) -> Self {
        let trim = Rect::page(page.size);
        Boxes { media: trim, bleed: trim.grown(page.bleed), trim, marks: None }
    }

    fn press(trim: Rect, press: Press) -> Self {
        let bleed = press.bleed.max(Pt::ZERO);
        let offset = bleed.max(MARK_GAP);
        let margin = if press.marks { offset + MARK } else { bleed };
        Boxes {
            media: trim.grown(margin),
            bleed: trim.grown(bleed),
            trim,
            marks: press.marks.then_some(offset),
        }
    }

    /// Where a point of the page lies in the file: y up, from the bottom left of the `MediaBox`.
    pub(super) fn place(&self, point: Point) -> (Cent, Cent) {
        (Cent::of(point.x - self.media.x), Cent::of(self.media.bottom() - point.y))
    }

    pub(super) fn media(&self) -> PdfRect {
        self.rect(self.media)
    }

    pub(super) fn bleed(&self) -> PdfRect {
        self.rect(self.bleed)
    }

    pub(super) fn trim(&self) -> PdfRect {
        self.rect(self.trim)
    }

    /// A rectangle of the page as the file writes it, to a thousandth of a point.
    pub(super) fn rect(&self, r: Rect) -> PdfRect {
        let round = |length: Pt| (length.get() * 1000.0).round() / 1000.0;
        PdfRect::new(
            round(r.x - self.media.x),
            round(self.media.bottom() - r.bottom()),
            round(r.right() - self.media.x),
            round(self.media.bottom() - r.y),
        )
    }

    /// Keeps art that runs further than the bleed away from the marks; says whether that was needed.
    pub(super) fn clip(&self, ops: &mut Ops, art: Pt) -> bool {
        let is_needed = self.marks.is_some() && self.trim.x - art < self.bleed.x;
        if is_needed {
            let (x, y) = self.place(Point::new(self.bleed.x, self.bleed.bottom()));
            let (w, h) = (Cent::of(self.bleed.w), Cent::of(self.bleed.h));
            ops.op("q").cent(x).cent(y).cent(w).cent(h).op("re").op("W").op("n");
        }
        is_needed
    }

    pub(super) const fn has_marks(&self) -> bool {
        self.marks.is_some()
    }

    /// Draws crop marks in all inks, where they are asked for: two at each corner, outside the bleed.
    pub(super) fn draw_marks(&self, ops: &mut Ops) {
        let Some(offset) = self.marks else { return };
        let (trim, mut lines) = (self.trim, Vec::with_capacity(8));
        for (x, out_x) in [(trim.x, Pt::new(-1.0)), (trim.right(), Pt::new(1.0))] {
            for (y, out_y) in [(trim.y, Pt::new(-1.0)), (trim.bottom(), Pt::new(1.0))] {
                let far = offset + MARK;
                let (near_x, far_x) = (x + out_x * offset.get(), x + out_x * far.get());
                let (near_y, far_y) = (y + out_y * offset.get(), y + out_y * far.get());
                lines.push((Point::new(near_x, y), Point::new(far_x, y)));
                lines.push((Point::new(x, near_y), Point::new(x, far_y)));
            }
        }
        self.draw_lines(ops, &lines, Space::Cmyk);
    }

    /// Draws thin lines: in all inks for a press, in black for a screen.
    pub(super) fn draw_lines(&self, ops: &mut Ops, lines: &[(Point, Point)], space: Space) {
        ops.op("q");
        match space {
            Space::Cmyk => ops.raw(b"/All ").op("CS").raw(b"1 ").op("SCN"),
            Space::Rgb => ops.raw(b"0 0 0 ").op("RG"),
        };
        ops.mill(MARK_WIDTH.get()).op("w");
        for (from, to) in lines {
            self.line(ops, *from, *to);
        }
        ops.op("S").op("Q");
    }

    fn line(&self, ops: &mut Ops, from: Point, to: Point) {
        for (point, operator) in [(from, "m"), (to, "l")] {
            let (x, y) = self.place(point);
            ops.cent(x).cent(y).op(operator);
        }
    }
}
