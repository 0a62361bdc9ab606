//! Legible: takes a layout and the smallest size of type that can be read, gives the layout with nothing smaller.

use super::{
    Arrangement, ContactFlow, Content, Form, Frame, Layout, PageMaster, SizeSpec, StyleSpec, Thread,
    ValueSize,
};
use crate::geom::Pt;
use crate::style::TypeRange;

impl Layout {
    /// The same layout with no type below a floor, for pages that are printed smaller than they are.
    #[must_use]
    pub fn with_floor(&self, floor: Pt) -> Layout {
        let floor = Floor(floor);
        let mut layout = self.clone();
        layout.body = floor.range(self.body);
        layout.styles.iter_mut().for_each(|(_, style)| floor.style(style));
        let forms = layout.forms.iter_mut().flat_map(|Form { masters, .. }| masters);
        layout.smallest = layout.smallest.max(floor.0);
        for PageMaster { arrangements, .. } in layout.masters.iter_mut().chain(forms) {
            let frames = arrangements.iter_mut().flat_map(|Arrangement { frames, .. }| frames);
            frames.for_each(|frame| floor.frame(frame));
        }
        layout
    }
}

#[derive(Clone, Copy)]
struct Floor(Pt);

impl Floor {
    fn range(self, TypeRange { min, max }: TypeRange) -> TypeRange {
        TypeRange { min: min.max(self.0), max: max.max(self.0) }
    }

    fn style(self, style: &mut StyleSpec) {
        style.size = match style.size {
            SizeSpec::Fixed(size) => SizeSpec::Fixed(size.max(self.0)),
            SizeSpec::Fit(range) => SizeSpec::Fit(self.range(range)),
            SizeSpec::Grow(range, most) => SizeSpec::Grow(self.range(range), most.max(self.0)),
            SizeSpec::Together(range, width) => SizeSpec::Together(self.range(range), width),
            SizeSpec::OfBody(factor, range) => SizeSpec::OfBody(factor, self.range(range)),
        };
    }

    /// Raises the numbers of a frame.
    fn frame(self, frame: &mut Frame) {
        match &mut frame.content {
            Content::Frames(frames) => frames.iter_mut().for_each(|frame| self.frame(frame)),
            Content::Contacts(flow) | Content::Thread(Thread { contacts: Some(flow), .. }) => {
                self.contacts(flow);
            }
            Content::Thread(Thread { contacts: None, .. })
            | Content::Text(_)
            | Content::Dial(_)
            | Content::Bar(_)
            | Content::Sections(_)
            | Content::CardBack(_)
            | Content::Empty
            | Content::Logo(_) => {}
        }
    }

    fn contacts(self, flow: &mut ContactFlow) {
        for size in [&mut flow.value, &mut flow.alarm] {
            *size = match *size {
                ValueSize::Range(range) => ValueSize::Range(self.range(range)),
                ValueSize::OfBody(factor, least) => ValueSize::OfBody(factor, least.max(self.0)),
            };
        }
    }
}
