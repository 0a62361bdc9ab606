//! Measuring: takes prepared frames and a trial size, gives heights, places and what runs over.

use super::counted::Counted;
use super::prepare::{Asked, Boxed, Prepared};
use crate::geom::{Pt, Rect};
use crate::layout::{Columns, Dock, SizeSpec, StyleSpec};
use crate::style::{Style, Theme, TypeRange};

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
    /// The columns of the page's grid.
    pub columns: Columns,
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

/// The style that a declared style comes to. A size that is a range takes the largest at which `words`
/// stay on one line of `width`.
pub(super) fn resolve(spec: &StyleSpec, trial: &Trial<'_>, words: Option<&Counted>, width: Pt) -> Style {
    let size = match spec.size {
        SizeSpec::Fixed(size) => size,
        SizeSpec::OfBody(factor, range) => clamp(trial.body * factor, range),
        SizeSpec::Fit(range) => match words.map(|words| words.max_width()) {
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
pub(super) fn height_of(words: &Counted, style: &Style, width: Pt) -> Pt {
    style.line_height() * words.count_lines(width_in_ems(width, style.size)) as f32
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
    // Only running text and what stands in columns differ between trials of the same sizes.
    let number = if boxed.runs { trial.number } else { 0 };
    let asked = Asked { number, body: trial.body, loose: trial.loose, width };
    if let Some((before, height)) = boxed.height.get()
        && before == asked
    {
        return height;
    }
    let height = measured(boxed, width, trial);
    boxed.height.set(Some((asked, height)));
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
            flow.plan(column_widths(boxed, &width, trial), Pt::new(f32::MAX), trial).height
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
    let of = |column: u8, sides: &[Pt]| sides.get(usize::from(column) - 1).copied().unwrap_or_default();
    let (lefts, widths) = (trial.columns.lefts(), trial.columns.widths());
    let left = of(first, lefts);
    (left, of(last, lefts) + of(last, widths) - left)
}

/// Widths of the columns that a flow runs through: those of the grid where its frame spans several.
pub(super) fn column_widths<'w>(boxed: &Boxed<'_>, width: &'w Pt, trial: &'w Trial<'_>) -> &'w [Pt] {
    match boxed.frame.dock {
        Dock::Columns(first, last) if last > first => {
            let (first, last) = (usize::from(first) - 1, usize::from(last).min(trial.columns.widths().len()));
            &trial.columns.widths()[first.min(last)..last]
        }
        _ => std::slice::from_ref(width),
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

/// How a frame or a page bears its content.
#[derive(Clone, Copy)]
pub(super) struct Strain {
    /// How far the content is taller than its place.
    pub over: Pt,
    /// How far columns differ in height.
    pub uneven: Pt,
    /// How much of its place running text takes; 0 without any.
    pub fill: f32,
}

impl Strain {
    /// Of an empty page.
    pub(super) const NONE: Strain = Strain { over: Pt::new(-1e6), uneven: Pt::ZERO, fill: 0.0 };

    /// With another frame of the page.
    pub(super) fn with(self, other: Strain) -> Strain {
        Strain {
            over: self.over.max(other.over),
            uneven: self.uneven + other.uneven,
            fill: self.fill.max(other.fill),
        }
    }
}

/// How a frame bears its content.
pub(super) fn strain(placed: &Placed<'_, '_>, trial: &Trial<'_>) -> Strain {
    let room = placed.inner.h;
    let plain = |height: Pt| Strain { over: height - room, ..Strain::NONE };
    match &placed.boxed.content {
        Prepared::Flow(flow) => {
            let plan = flow.plan(column_widths(placed.boxed, &placed.inner.w, trial), room, trial);
            let shortest = plan.heights().iter().fold(plan.height, |least, height| least.min(*height));
            Strain {
                over: plan.height - room,
                uneven: plan.height - shortest,
                fill: plan.heights().iter().copied().sum::<Pt>()
                    / (room.max(Pt::new(1.0)) * plan.heights().len() as f32),
            }
        }
        Prepared::Dial(ring) => plain((ring.over(trial) + room).max(ring.dial.diameter)),
        Prepared::Frames(_) | Prepared::Empty | Prepared::Logo(_) => plain(Pt::ZERO),
        _ => plain(content_height(placed.boxed, placed.inner.w, trial)),
    }
}
