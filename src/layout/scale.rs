//! Other sizes: takes a layout and a page, gives the layout for that page; what is on it is fitted anew.

use super::{
    Arrangement, Bar, ContactFlow, Content, Dial, Dock, Form, Frame, Grid, Layout, NoteColumn, Padding,
    PageMaster, SizeSpec, StyleSpec, TextLine, Thread, ValueSize,
};
use crate::geom::{Insets, Paper, Rect, Size};
use crate::style::TypeRange;

/// Pages whose widths differ by less are for the same eyes at the same distance.
const ALIKE: f32 = 0.1;

impl Layout {
    /// The same layout on a page of another size, all lengths and type sizes as they are.
    #[must_use]
    pub fn resized(&self, size: Size) -> Layout {
        Layout { size, ..self.clone() }
    }

    /// The same layout on other paper. On paper of about the same width all type keeps its size; on larger or
    /// smaller paper everything is scaled, but for the floors of type sizes, which are those of the paper: a
    /// large page may hold more words, and a small one must stay readable.
    #[must_use]
    pub fn on_paper(&self, paper: Paper) -> Layout {
        let size = if self.size.w > self.size.h { paper.size().turned() } else { paper.size() };
        let ratio = size.w / self.size.w;
        if (ratio - 1.0).abs() < ALIKE {
            return self.resized(size);
        }
        let floor = self.document.floor_on(paper);
        let scale = Scale { ratio, floors: floor / self.body.min };
        let body = TypeRange { min: floor, max: (self.body.max * ratio).max(floor) };
        let styles = self.styles.iter().map(|(name, style)| (name.clone(), scale.style(style))).collect();
        let masters = self.masters.iter().map(|master| scale.master(master)).collect();
        let forms = self.forms.iter().map(|form| scale.form(form)).collect();
        // Bleed and safe zone are what a cutter needs, whatever the size of the page.
        let (bleed, safe, smallest, spend) = (self.bleed, self.safe, self.smallest, self.spend.clone());
        let (document, on_sheet) = (self.document, self.on_sheet);
        Layout { document, size, bleed, safe, body, smallest, styles, masters, forms, spend, on_sheet }
    }
}

/// How much larger lengths become, and the floors of type sizes. Every value is taken apart by name, so that a
/// new key of layouts cannot be forgotten here.
#[derive(Clone, Copy)]
struct Scale {
    ratio: f32,
    floors: f32,
}

impl Scale {
    fn range(self, range: TypeRange) -> TypeRange {
        let min = range.min * self.floors;
        TypeRange { min, max: (range.max * self.ratio).max(min) }
    }

    fn style(self, style: &StyleSpec) -> StyleSpec {
        let StyleSpec { weight, size, leading, swatch, align } = *style;
        let size = match size {
            SizeSpec::Fixed(size) => SizeSpec::Fixed(size * self.ratio),
            SizeSpec::Fit(range) => SizeSpec::Fit(self.range(range)),
            SizeSpec::Grow(range, most) => SizeSpec::Grow(self.range(range), most * self.ratio),
            SizeSpec::Together(range, width) => {
                SizeSpec::Together(self.range(range), width.map(|width| width * self.ratio))
            }
            SizeSpec::OfBody(factor, range) => SizeSpec::OfBody(factor, self.range(range)),
        };
        StyleSpec { weight, size, leading, swatch, align }
    }

    fn form(self, Form { name, least, masters, as_needed }: &Form) -> Form {
        let masters = masters.iter().map(|master| self.master(master)).collect();
        Form { name: name.clone(), least: *least * self.floors, masters, as_needed: *as_needed }
    }

    fn master(self, master: &PageMaster) -> PageMaster {
        let PageMaster { repeat, sizing, body, arrangements } = master;
        let arrangements = arrangements.iter().map(|arrangement| self.arrangement(arrangement)).collect();
        let body = body.map(|range| self.range(range));
        PageMaster { repeat: *repeat, sizing: *sizing, body, arrangements }
    }

    fn arrangement(self, arrangement: &Arrangement) -> Arrangement {
        let Arrangement { name, when, cost, grid, frames } = arrangement;
        let grid = grid.map(|Grid { columns, gutter, left, right, split }| {
            let (gutter, left, right) = (gutter * self.ratio, left * self.ratio, right * self.ratio);
            Grid { columns, gutter, left, right, split }
        });
        let frames = frames.iter().map(|frame| self.frame(frame)).collect();
        Arrangement { name: name.clone(), when: when.clone(), cost: *cost, grid, frames }
    }

    fn frame(self, frame: &Frame) -> Frame {
        let Frame {
            name,
            dock,
            height,
            min_height,
            grows,
            padding,
            fill,
            edge,
            radius,
            align,
            content,
            when,
        } = frame;
        let padding = Padding { tight: self.insets(padding.tight), airy: self.insets(padding.airy) };
        Frame {
            name: name.clone(),
            dock: self.dock(*dock),
            height: height.map(|height| height.times(self.ratio)),
            min_height: min_height.times(self.ratio),
            grows: *grows,
            padding,
            fill: *fill,
            edge: edge.map(|(swatch, width)| (swatch, width * self.ratio)),
            radius: *radius * self.ratio,
            align: *align,
            content: self.content(content),
            when: when.clone(),
        }
    }

    fn insets(self, Insets { top, right, bottom, left }: Insets) -> Insets {
        let [top, right, bottom, left] = [top, right, bottom, left].map(|side| side * self.ratio);
        Insets { top, right, bottom, left }
    }

    fn value(self, size: ValueSize) -> ValueSize {
        match size {
            ValueSize::Range(range) => ValueSize::Range(self.range(range)),
            ValueSize::OfBody(factor, least) => ValueSize::OfBody(factor, least * self.ratio),
        }
    }

    fn dock(self, dock: Dock) -> Dock {
        match dock {
            Dock::Left(width) => Dock::Left(width.times(self.ratio)),
            Dock::Right(width) => Dock::Right(width.times(self.ratio)),
            Dock::At(Rect { x, y, w, h }) => {
                let [x, y, w, h] = [x, y, w, h].map(|length| length * self.ratio);
                Dock::At(Rect { x, y, w, h })
            }
            Dock::Top | Dock::Bottom | Dock::Fill | Dock::Columns(..) => dock,
        }
    }

    fn content(self, content: &Content) -> Content {
        match content {
            Content::Frames(frames) => {
                Content::Frames(frames.iter().map(|frame| self.frame(frame)).collect())
            }
            Content::Text(lines) => Content::Text(self.lines(lines)),
            Content::Contacts(flow) => Content::Contacts(self.contacts(flow)),
            Content::Thread(thread) => {
                let contacts = thread.contacts.as_ref().map(|flow| self.contacts(flow));
                let notes = thread.notes.map(|NoteColumn { width, gap, spacing, style }| {
                    let (width, gap, spacing) = (width * self.ratio, gap * self.ratio, spacing * self.ratio);
                    NoteColumn { width, gap, spacing, style }
                });
                Content::Thread(Thread { contacts, notes, ..thread.clone() })
            }
            Content::Dial(dial) => {
                let (diameter, center) = (dial.diameter.times(self.ratio), self.lines(&dial.center));
                Content::Dial(Dial { diameter, center, ..dial.clone() })
            }
            Content::Bar(bar) => Content::Bar(Bar { gap: bar.gap * self.ratio, ..*bar }),
            // Their lengths are multiples of type sizes.
            Content::Sections(_) | Content::CardBack(_) | Content::Empty | Content::Logo(_) => {
                content.clone()
            }
        }
    }

    fn contacts(self, flow: &ContactFlow) -> ContactFlow {
        let (value, alarm, qr) = (self.value(flow.value), self.value(flow.alarm), self.range(flow.qr));
        ContactFlow { value, alarm, qr, ..*flow }
    }

    fn lines(self, lines: &[TextLine]) -> Vec<TextLine> {
        lines.iter().map(|line| TextLine { gap: line.gap * self.ratio, ..line.clone() }).collect()
    }
}
