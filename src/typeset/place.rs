//! Placing: takes a fitted page, draws its frames onto the canvas with their meaning.

use super::canvas::Canvas;
use super::content::Spot;
use super::frames::{Boxed, Placed, Prepared, arrange, column_lefts, column_widths};
use super::traces::Traces;
use super::trial::Trial;
use crate::color::Paint;
use crate::geom::{Path, Pt, Rect};
use crate::layout::{Dock, Layout};
use crate::page::{Artifact, ElemId};
use crate::style::Swatch;

/// What placing a page needs at hand.
pub(super) struct Placer<'p, 'a> {
    /// The layout.
    pub layout: &'a Layout,
    /// Size, columns and colours.
    pub trial: &'p Trial<'p>,
    /// The element that the page's paragraphs go into.
    pub parent: ElemId,
}

/// Width of a frame's edge where the theme gives its colour one; where a frame is cut off, so is its edge.
const FRAME_EDGE: Pt = Pt::new(1.7);

/// Draws what runs through a frame, in its spot.
pub(super) type Run<'r> = &'r mut dyn FnMut(&mut Canvas<'_>, &Spot<'_>);

impl Placer<'_, '_> {
    pub(super) fn page(&self, canvas: &mut Canvas<'_>, boxes: &[Boxed<'_>]) {
        self.page_with(canvas, boxes, &mut |_, _| {});
    }

    /// Draws a page; `run` draws what runs through the frame of a thread.
    pub(super) fn page_with(&self, canvas: &mut Canvas<'_>, boxes: &[Boxed<'_>], run: Run<'_>) {
        self.paper(canvas);
        let mut placed = Vec::new();
        arrange(boxes, Rect::page(self.layout.size), self.trial, &mut placed);
        for frame in &placed {
            canvas.name_area(&frame.boxed.frame.name, frame.outer);
            self.background(canvas, frame);
        }
        // Paint order follows the layout; reading order follows the sense, whatever the layout says first.
        let middle = self.layout.size.h / 2.0;
        placed.sort_by_key(|frame| reading_rank(frame, middle));
        let has_leaders = |frame: &&Placed<'_, '_>| matches!(&frame.boxed.content, Prepared::Dial(ring) if ring.dial.leaders);
        let ring = placed.iter().find(has_leaders);
        canvas.traces = ring.map(|_| Traces::default());
        for frame in &placed {
            self.frame(canvas, frame, run);
        }
        if let (Some(frame), Some(drawn)) = (ring, canvas.traces.take())
            && let Prepared::Dial(ring) = &frame.boxed.content
        {
            ring.place_leaders(canvas, &self.spot(frame), &drawn);
        }
    }

    fn frame(&self, canvas: &mut Canvas<'_>, placed: &Placed<'_, '_>, run: Run<'_>) {
        let spot = self.spot(placed);
        match placed.boxed.content {
            Prepared::Thread(_) => run(canvas, &spot),
            _ => placed.boxed.content.place(canvas, &spot),
        }
    }

    fn spot<'s>(&'s self, placed: &'s Placed<'_, '_>) -> Spot<'s> {
        let Placed { boxed, inner, .. } = placed;
        Spot {
            area: *inner,
            lefts: column_lefts(boxed, &inner.x, self.trial),
            widths: column_widths(boxed, &inner.w, self.trial),
            align: boxed.frame.align,
            ground: boxed.ground,
            page: self.layout.size,
            foot: placed.outer.bottom(),
            at_right: matches!(boxed.frame.dock, Dock::Right(_)),
            trial: self.trial,
            parent: self.parent,
        }
    }

    /// The page itself, where a theme gives it another colour than that of paper.
    fn paper(&self, canvas: &mut Canvas<'_>) {
        let theme = self.trial.theme;
        if theme.paint(Swatch::Paper) != Paint::WHITE {
            let page = Path::rect(canvas.bled(Rect::page(self.layout.size)));
            canvas.area(page, (theme, Swatch::Paper), Pt::ZERO, Artifact::Background);
        }
    }

    fn background(&self, canvas: &mut Canvas<'_>, placed: &Placed<'_, '_>) {
        let frame = placed.boxed.frame;
        if let Some(fill) = placed.boxed.fill {
            let area = canvas.bled(placed.outer);
            if frame.radius > Pt::ZERO {
                let path = Path::rounded(area, frame.radius);
                canvas.area(path, (self.trial.theme, fill), FRAME_EDGE, Artifact::Background);
            } else {
                canvas.ground(area, (self.trial.theme, fill));
                self.inner_edges(canvas, fill, placed.outer, area);
            }
        }
        if let Some((swatch, width)) = frame.edge {
            let area = canvas.bled(Rect { w: width, ..placed.outer });
            canvas.fill(Path::rect(area), self.trial.theme.paint(swatch), Artifact::Layout);
        }
    }

    /// The edge of an area where the theme gives its colour one: at the sides that are inside the page. Where the page
    /// is cut there is none, or the art would change in the bleed.
    fn inner_edges(&self, canvas: &mut Canvas<'_>, fill: Swatch, outer: Rect, bled: Rect) {
        let theme = self.trial.theme;
        let Some(paint) = theme.edge(fill).filter(|edge| *edge != theme.paint(fill)) else { return };
        let w = FRAME_EDGE / 2.0;
        let sides = [
            (bled.x == outer.x, Rect { w, ..bled }),
            (bled.y == outer.y, Rect { h: w, ..bled }),
            (bled.right() <= outer.right() + Pt::new(0.01), Rect { x: bled.right() - w, w, ..bled }),
            (bled.bottom() <= outer.bottom() + Pt::new(0.01), Rect { y: bled.bottom() - w, h: w, ..bled }),
        ];
        for (_, side) in sides.into_iter().filter(|(is_inside, _)| *is_inside) {
            canvas.fill(Path::rect(side), paint, Artifact::Background);
        }
    }
}

/// Words at the head come first, then sections by number, then contacts, then words at the foot.
fn reading_rank(placed: &Placed<'_, '_>, middle: Pt) -> usize {
    let sections = crate::model::SECTIONS;
    match &placed.boxed.content {
        Prepared::Flow(flow) => flow.sections.first().map_or(1, |section| section.number.max(1)),
        Prepared::Thread(_) => 1,
        // Where the number for immediate danger has a frame of its own it is read before all others, as it is seen.
        Prepared::Contacts(contacts) => {
            let is_alarm = contacts.entries.first().is_some_and(|entry| entry.contact.emergency);
            sections + if is_alarm { 1 } else { 2 }
        }
        _ if placed.outer.y > middle => sections + 3,
        _ => 0,
    }
}
