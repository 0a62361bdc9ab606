//! Measuring: takes prepared frames and a trial size, gives heights, places and what runs over.

use super::prepare::{Boxed, Prepared};
use crate::geom::{Pt, Rect};
use crate::layout::{Dock, SizeSpec, StyleSpec};
use crate::style::{Style, Theme, TypeRange};
use crate::text::Shaped;

/// One try of copyfit: a body size, how loosely the page is set, and its columns.
#[derive(Clone)]
pub(super) struct Trial<'t> {
    /// Tells it from all other trials of its page.
    pub number: u32,
    /// Size of body text.
    pub body: Pt,
    /// Whether all means are used: a column may end so that one paragraph stands alone, and numbers may be
    /// smaller than the text.
    pub tight: bool,
    /// How much of the air that a page may take it takes, from 0 to 1: leading, gaps and contacts grow with it.
    pub loose: f32,
    /// Words that are thought away or added, to learn how many are too many or would still fit.
    pub edit: Edit,
    /// Left edge and width of each column of the page's grid.
    pub columns: Vec<(Pt, Pt)>,
    /// The colours.
    pub theme: &'t Theme,
}

/// A change to the text that is only thought of.
#[derive(Clone, Debug, Default)]
pub(super) enum Edit {
    /// None.
    #[default]
    Nothing,
    /// For each section of the briefing, so many words less.
    Cut(Vec<usize>),
    /// So many words more at the end of the section of that number.
    Add(usize, usize),
}

impl Trial<'_> {
    /// A distance that grows with looseness up to `times` what it is on a full page.
    pub(super) fn airy(&self, distance: Pt, times: f32) -> Pt {
        distance * (1.0 + self.loose * (times - 1.0))
    }
}

/// A frame in its place.
pub(super) struct Placed<'b, 'a> {
    /// The frame.
    pub boxed: &'b Boxed<'a>,
    /// All of it.
    pub outer: Rect,
    /// What its padding leaves.
    pub inner: Rect,
}

/// The style that a declared style comes to. A size that is a range takes the largest at which `shaped`
/// stays on one line of `width`.
pub(super) fn resolve(spec: &StyleSpec, trial: &Trial<'_>, shaped: Option<&Shaped>, width: Pt) -> Style {
    let size = match spec.size {
        SizeSpec::Fixed(size) => size,
        SizeSpec::OfBody(factor, range) => clamp(trial.body * factor, range),
        SizeSpec::Fit(range) => match shaped.map(Shaped::max_width) {
            // A thousandth less than the room, so that rounding never breaks the line after all.
            Some(ems) if ems > 0.0 => clamp(width * (999.0 / ems), range),
            _ => range.max,
        },
    };
    Style { weight: spec.weight, size, leading: spec.leading, paint: trial.theme.paint(spec.swatch) }
}

fn clamp(size: Pt, range: TypeRange) -> Pt {
    size.max(range.min).min(range.max)
}

/// A width in thousandths of an em.
pub(super) fn width_in_ems(width: Pt, size: Pt) -> f32 {
    (width.max(Pt::ZERO) / size) * 1000.0
}

/// Height of a text in a width.
pub(super) fn height_of(shaped: &Shaped, style: &Style, width: Pt) -> Pt {
    style.line_height() * shaped.count_lines(width_in_ems(width, style.size)) as f32
}

/// Height that a frame wants at a width.
pub(super) fn frame_height(boxed: &Boxed<'_>, width: Pt, trial: &Trial<'_>) -> Pt {
    if let Some(height) = boxed.frame.height {
        return height;
    }
    let padding = boxed.frame.padding;
    let content = content_height(boxed, width - padding.across(), trial);
    (content + padding.down()).max(boxed.frame.min_height)
}

/// Height of what stands in a frame. It is asked for several times in a trial, so the answer is kept.
pub(super) fn content_height(boxed: &Boxed<'_>, width: Pt, trial: &Trial<'_>) -> Pt {
    if let Some((number, known, height)) = boxed.height.get()
        && (number, known) == (trial.number, width)
    {
        return height;
    }
    let height = measured(boxed, width, trial);
    boxed.height.set(Some((trial.number, width, height)));
    height
}

fn measured(boxed: &Boxed<'_>, width: Pt, trial: &Trial<'_>) -> Pt {
    match &boxed.content {
        Prepared::Empty => Pt::ZERO,
        Prepared::Frames(frames) => frames_height(frames, width, trial),
        Prepared::Text(captions) => captions.iter().enumerate().fold(Pt::ZERO, |height, (index, caption)| {
            let style = resolve(caption.spec, trial, Some(&caption.shaped), width);
            let gap = if index > 0 { caption.line.gap } else { Pt::ZERO };
            height + gap + height_of(&caption.shaped, &style, width)
        }),
        Prepared::Flow(flow) => {
            flow.plan(&column_widths(boxed, width, trial), Pt::new(f32::MAX), trial).height
        }
        Prepared::Contacts(contacts) => contacts.height(width, contacts.least_sizes(trial), trial),
        Prepared::Dial(ring) => ring.dial.diameter,
        Prepared::Logo(_) => Pt::ZERO,
    }
}

/// Frames at the top and bottom stand below each other; all others stand side by side.
fn frames_height(frames: &[Boxed<'_>], width: Pt, trial: &Trial<'_>) -> Pt {
    let (mut stacked, mut beside, mut room) = (Pt::ZERO, Pt::ZERO, width);
    for boxed in frames {
        match boxed.frame.dock {
            Dock::Top | Dock::Bottom => stacked += frame_height(boxed, room, trial),
            Dock::Left(taken) | Dock::Right(taken) => {
                beside = beside.max(frame_height(boxed, taken, trial));
                room -= taken;
            }
            Dock::Fill => beside = beside.max(frame_height(boxed, room, trial)),
            Dock::Columns(first, last) => {
                let (_, width) = span_of(first, last, trial);
                beside = beside.max(frame_height(boxed, width, trial));
            }
            Dock::At(_) => {}
        }
    }
    stacked + beside
}

/// Left edge and width from the first to the last of some columns.
fn span_of(first: u8, last: u8, trial: &Trial<'_>) -> (Pt, Pt) {
    let column = |number: u8| trial.columns.get(usize::from(number) - 1).copied().unwrap_or_default();
    let (left, (right, width)) = (column(first).0, column(last));
    (left, right + width - left)
}

/// Widths of the columns that a flow runs through: those of the grid where its frame spans several.
pub(super) fn column_widths(boxed: &Boxed<'_>, width: Pt, trial: &Trial<'_>) -> Vec<Pt> {
    match boxed.frame.dock {
        Dock::Columns(first, last) if last > first => {
            let (first, last) = (usize::from(first) - 1, usize::from(last).min(trial.columns.len()));
            trial.columns[first.min(last)..last].iter().map(|column| column.1).collect()
        }
        _ => vec![width],
    }
}

/// Puts frames into a rectangle, outer before inner.
pub(super) fn arrange<'b, 'a>(
    boxes: &'b [Boxed<'a>],
    room: Rect,
    trial: &Trial<'_>,
    out: &mut Vec<Placed<'b, 'a>>,
) {
    let mut rest = room;
    for boxed in boxes {
        let outer = dock(boxed, &mut rest, trial);
        let inner = outer.inset(boxed.frame.padding);
        out.push(Placed { boxed, outer, inner });
        if let Prepared::Frames(inside) = &boxed.content {
            arrange(inside, inner, trial, out);
        }
    }
}

/// Cuts a frame's place off what is left.
fn dock(boxed: &Boxed<'_>, rest: &mut Rect, trial: &Trial<'_>) -> Rect {
    match boxed.frame.dock {
        Dock::Top => {
            let place = Rect { h: frame_height(boxed, rest.w, trial), ..*rest };
            *rest = Rect { y: place.bottom(), h: (rest.h - place.h).max(Pt::ZERO), ..*rest };
            place
        }
        Dock::Bottom => {
            let height = frame_height(boxed, rest.w, trial);
            let place = Rect { y: rest.bottom() - height, h: height, ..*rest };
            rest.h = (rest.h - height).max(Pt::ZERO);
            place
        }
        Dock::Left(width) => {
            let place = Rect { w: width, ..*rest };
            *rest = Rect { x: place.right(), w: (rest.w - width).max(Pt::ZERO), ..*rest };
            place
        }
        Dock::Right(width) => {
            rest.w = (rest.w - width).max(Pt::ZERO);
            Rect { x: rest.right(), w: width, ..*rest }
        }
        Dock::Fill => *rest,
        Dock::Columns(first, last) => {
            let (x, w) = span_of(first, last, trial);
            Rect { x, w, ..*rest }
        }
        Dock::At(rect) => rect,
    }
}

/// How far the content of a frame is taller than its place, and how far its columns differ in height.
pub(super) fn strain(placed: &Placed<'_, '_>, trial: &Trial<'_>) -> (Pt, Pt) {
    let room = placed.inner.h;
    match &placed.boxed.content {
        Prepared::Flow(flow) => {
            let plan = flow.plan(&column_widths(placed.boxed, placed.inner.w, trial), room, trial);
            let shortest = plan.heights.iter().fold(plan.height, |least, height| least.min(*height));
            (plan.height - room, plan.height - shortest)
        }
        Prepared::Dial(ring) => (ring.over(trial).max(ring.dial.diameter - room), Pt::ZERO),
        Prepared::Frames(_) | Prepared::Empty | Prepared::Logo(_) => (Pt::ZERO - room, Pt::ZERO),
        _ => (content_height(placed.boxed, placed.inner.w, trial) - room, Pt::ZERO),
    }
}
