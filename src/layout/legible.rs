//! Legible: takes a layout and the smallest size of type that can be read, gives the layout with nothing smaller.

use super::{
    Arrangement, ContactFlow, Content, Form, Frame, Layout, PageMaster, SizeSpec, StyleSpec, TextLine,
    Thread, ValueSize,
};
use crate::geom::Pt;
use crate::style::TypeRange;

impl Layout {
    /// The same layout with no type below a floor, for pages that are printed smaller than they are. The last page may
    /// be printed less small, and so has a floor of its own.
    #[must_use]
    pub fn with_floors(&self, floor: Pt, last: Pt) -> Layout {
        let mut layout = self.clone();
        layout.body = Floor { least: floor, styles: 0 }.range(self.body);
        layout.smallest = layout.smallest.max(floor.min(last));
        layout.styles.iter_mut().for_each(|(_, style)| Floor { least: floor, styles: 0 }.style(style));
        let count = layout.styles.len();
        if last < floor {
            let own = self.styles.iter().map(|(name, style)| {
                let mut style = *style;
                Floor { least: last, styles: 0 }.style(&mut style);
                (format!("{name}, last"), style)
            });
            layout.styles.extend(own);
        }
        let pages = layout.masters.len();
        let forms = layout.forms.iter_mut().flat_map(|Form { masters, .. }| masters);
        for (number, master) in (1..).zip(layout.masters.iter_mut().chain(forms)) {
            let PageMaster { arrangements, body, .. } = master;
            let mut floor = Floor { least: floor, styles: 0 };
            if number == pages && last < floor.least {
                floor = Floor { least: last, styles: count };
                *body = Some(floor.range(self.body));
            }
            let frames = arrangements.iter_mut().flat_map(|Arrangement { frames, .. }| frames);
            frames.for_each(|frame| floor.frame(frame));
        }
        layout
    }
}

/// A floor, and how far behind a style the same one stands with it.
#[derive(Clone, Copy)]
struct Floor {
    least: Pt,
    styles: usize,
}

impl Floor {
    fn range(self, TypeRange { min, max }: TypeRange) -> TypeRange {
        TypeRange { min: min.max(self.least), max: max.max(self.least) }
    }

    fn style(self, style: &mut StyleSpec) {
        style.size = match style.size {
            SizeSpec::Fixed(size) => SizeSpec::Fixed(size.max(self.least)),
            SizeSpec::Fit(range) => SizeSpec::Fit(self.range(range)),
            SizeSpec::Grow(range, most) => SizeSpec::Grow(self.range(range), most.max(self.least)),
            SizeSpec::Together(range, width) => SizeSpec::Together(self.range(range), width),
            SizeSpec::OfBody(factor, range) => SizeSpec::OfBody(factor, self.range(range)),
        };
    }

    /// Raises the sizes of a frame.
    fn frame(self, frame: &mut Frame) {
        match &mut frame.content {
            Content::Frames(frames) => frames.iter_mut().for_each(|frame| self.frame(frame)),
            Content::Contacts(flow) | Content::Thread(Thread { contacts: Some(flow), .. }) => {
                self.contacts(flow);
            }
            Content::Text(lines) => self.lines(lines),
            Content::Dial(dial) => self.lines(&mut dial.center),
            Content::Sections(flow) | Content::CardBack(flow) => {
                flow.body.0 += self.styles;
                flow.heading.iter_mut().for_each(|heading| heading.0 += self.styles);
            }
            Content::Thread(Thread { contacts: None, .. })
            | Content::Bar(_)
            | Content::Empty
            | Content::Logo(_) => {}
        }
    }

    fn lines(self, lines: &mut [TextLine]) {
        lines.iter_mut().for_each(|line| line.style.0 += self.styles);
    }

    fn contacts(self, flow: &mut ContactFlow) {
        flow.label.0 += self.styles;
        flow.style.0 += self.styles;
        for size in [&mut flow.value, &mut flow.alarm] {
            *size = match *size {
                ValueSize::Range(range) => ValueSize::Range(self.range(range)),
                ValueSize::OfBody(factor, least) => ValueSize::OfBody(factor, least.max(self.least)),
            };
        }
    }
}
