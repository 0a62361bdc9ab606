//! Frames: takes prepared frames and a trial, gives their heights and places, and how each bears what is in it.

use std::cell::Cell;
use std::rc::Rc;

use super::canvas::Canvas;
use super::content::{
    Caption, Contacts, Flow, Logo, Ring, Spot, Strands, captions_height, place_bar, place_captions,
};
use super::trial::{Strain, Trial};
use crate::geom::{Pt, Rect, Size};
use crate::layout::{Bar, Dock, Frame, Shares, VerticalAlign};
use crate::style::Swatch;

/// A frame with what it takes, shaped and waiting for a size.
pub(super) struct Boxed<'a> {
    /// The frame as declared.
    pub frame: &'a Frame,
    /// What it takes.
    pub content: Prepared<'a>,
    /// The colour behind its content.
    pub ground: Swatch,
    /// The colour of its area, where it has one that is seen.
    pub fill: Option<Swatch>,
    /// Whether it has running text or columns, so that its height may differ from trial to trial.
    pub runs: bool,
    /// The height last asked for.
    pub height: Cell<Option<(Asked, Pt)>>,
}

impl Boxed<'_> {
    /// How far its lengths have grown.
    fn grown(&self, trial: &Trial<'_>) -> f32 {
        trial.shares.of(self.frame.grows)
    }
}

/// What a height depends on.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Asked {
    /// The trial, where the text or the columns count; else 0.
    pub number: u32,
    /// Size of body text.
    pub body: Pt,
    /// How far each token has grown.
    pub shares: Shares,
    /// Which part of their floors numbers keep.
    pub keep: f32,
    /// The width that there is.
    pub width: Pt,
}

/// The content of a frame.
pub(super) enum Prepared<'a> {
    /// Nothing.
    Empty,
    /// Further frames.
    Frames(Vec<Boxed<'a>>),
    /// Lines of words.
    Text(Rc<[Caption<'a>]>),
    /// Sections.
    Flow(Rc<Flow<'a>>),
    /// Contacts.
    Contacts(Rc<Contacts<'a>>),
    /// The bar of seven, and how many of its pieces are lit.
    Bar(&'a Bar, usize),
    /// The ring of seven.
    Dial(Ring<'a>),
    /// The board's logo.
    Logo(Logo<'a>),
    /// The text that runs from page to page; the pages know which part of it stands here.
    Thread(Box<Strands<'a>>),
}

impl Prepared<'_> {
    /// Draws it in its spot.
    pub(super) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
        match self {
            Prepared::Empty | Prepared::Frames(_) | Prepared::Thread(_) => {}
            Prepared::Text(captions) => place_captions(captions, canvas, spot),
            Prepared::Flow(flow) => flow.place(canvas, spot),
            Prepared::Contacts(contacts) => contacts.place(canvas, spot),
            Prepared::Bar(bar, lit) => place_bar(bar, *lit, canvas, spot),
            Prepared::Dial(ring) => ring.place(canvas, spot),
            Prepared::Logo(logo) => logo.place(canvas, spot),
        }
    }

    /// Whether there is running text or a column in it.
    pub(super) fn runs(&self) -> bool {
        match self {
            Prepared::Flow(_) => true,
            Prepared::Frames(inside) => {
                inside.iter().any(|boxed| boxed.runs || matches!(boxed.frame.dock, Dock::Columns(..)))
            }
            Prepared::Empty
            | Prepared::Text(_)
            | Prepared::Contacts(_)
            | Prepared::Bar(..)
            | Prepared::Dial(_)
            | Prepared::Logo(_)
            | Prepared::Thread(_) => false,
        }
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
    /// How far it is higher than what others have left of its parent.
    pub spill: Pt,
}

/// Height that a frame wants at a width.
pub(super) fn frame_height(boxed: &Boxed<'_>, width: Pt, trial: &Trial<'_>) -> Pt {
    let air = boxed.grown(trial);
    if let Some(height) = boxed.frame.height {
        return height.at(air);
    }
    let padding = boxed.frame.padding.at(air);
    let content = content_height(boxed, width - padding.across(), trial);
    (content + padding.down()).max(boxed.frame.min_height.at(air))
}

/// Height of what stands in a frame. It is asked for several times in a trial, so the answer is kept.
pub(super) fn content_height(boxed: &Boxed<'_>, width: Pt, trial: &Trial<'_>) -> Pt {
    // Only running text and what stands in columns differ between trials of the same sizes.
    let number = if boxed.runs { trial.number } else { 0 };
    let asked = Asked { number, body: trial.body, shares: trial.shares, keep: trial.keep, width };
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
        Prepared::Text(captions) => captions_height(captions, width, trial),
        Prepared::Flow(flow) => flow.plan(column_widths(boxed, &width, trial), trial).height,
        Prepared::Contacts(contacts) => contacts.height(width, trial),
        Prepared::Dial(ring) => ring.diameter(trial),
        Prepared::Logo(_) | Prepared::Bar(..) | Prepared::Thread(_) => Pt::ZERO,
    }
}

/// Frames at the top and bottom stand below each other; all others stand side by side.
fn frames_height(frames: &[Boxed<'_>], width: Pt, trial: &Trial<'_>) -> Pt {
    let (mut stacked, mut beside, mut room) = (Pt::ZERO, Pt::ZERO, width);
    for boxed in frames {
        match boxed.frame.dock {
            Dock::Top | Dock::Bottom => stacked += frame_height(boxed, room, trial),
            Dock::Left(taken) | Dock::Right(taken) => {
                let taken = taken.at(boxed.grown(trial));
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
    arrange_with(Pt::ZERO, boxes, room, trial, out);
}

/// The same, where frames at the top are so much higher than they have to be.
fn arrange_with<'b, 'a>(
    more: Pt,
    boxes: &'b [Boxed<'a>],
    room: Rect,
    trial: &Trial<'_>,
    out: &mut Vec<Placed<'b, 'a>>,
) {
    let mut rest = room;
    for boxed in boxes {
        let room = rest;
        let mut outer = dock(boxed, &mut rest, trial);
        if boxed.frame.dock == Dock::Top {
            outer.h += more;
            rest = Rect { y: rest.y + more, h: (rest.h - more).max(Pt::ZERO), ..rest };
        }
        // What docks at the top or the bottom may be higher than what others have left of its parent.
        let spill = match boxed.frame.dock {
            Dock::Top | Dock::Bottom => outer.h - room.h,
            _ => Pt::ZERO,
        };
        let inner = outer.inset(boxed.frame.padding.at(boxed.grown(trial)));
        out.push(Placed { boxed, outer, inner, spill });
        if let Prepared::Frames(inside) = &boxed.content {
            arrange_with(spread(boxed, inside, inner, trial), inside, inner, trial, out);
        }
    }
}

/// By how much each row of a frame whose rows share its spare height is higher than it has to be.
fn spread(boxed: &Boxed<'_>, inside: &[Boxed<'_>], inner: Rect, trial: &Trial<'_>) -> Pt {
    let rows = inside.iter().filter(|inside| inside.frame.dock == Dock::Top).count();
    if boxed.frame.align != VerticalAlign::Spread || rows == 0 {
        return Pt::ZERO;
    }
    // What runs over by a rounding is no less high for it.
    (inner.h - frames_height(inside, inner.w, trial)).max(Pt::ZERO) / rows as f32
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
            let width = width.at(boxed.grown(trial));
            let place = Rect { w: width, ..*rest };
            *rest = Rect { x: place.right(), w: (rest.w - width).max(Pt::ZERO), ..*rest };
            place
        }
        Dock::Right(width) => {
            let width = width.at(boxed.grown(trial));
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

/// How a frame bears its content, on a page of an area.
pub(super) fn strain(placed: &Placed<'_, '_>, page: Size, trial: &Trial<'_>) -> Strain {
    let strain = content_strain(placed, page, trial);
    Strain { over: strain.over.max(placed.spill), ..strain }
}

fn content_strain(placed: &Placed<'_, '_>, page: Size, trial: &Trial<'_>) -> Strain {
    let (boxed, room) = (placed.boxed, placed.inner.h);
    let plain = |height: Pt| Strain { over: height - room, ..Strain::NONE };
    match &boxed.content {
        Prepared::Flow(flow) => {
            let widths = column_widths(boxed, &placed.inner.w, trial);
            let plan = flow.plan(widths, trial);
            let shortest = plan.heights().iter().fold(plan.height, |least, height| least.min(*height));
            let (narrow, wide) = flow.measure(widths, trial);
            let all = plan.heights().iter().copied().sum::<Pt>();
            Strain {
                over: plan.height - room,
                uneven: plan.height - shortest,
                fill: all / (room.max(Pt::new(1.0)) * plan.heights().len() as f32),
                bare: bare(placed, plan.height, page),
                breaks: plan.breaks,
                narrow,
                wide,
                ..Strain::NONE
            }
        }
        Prepared::Contacts(contacts) => {
            let (height, narrow, faults) = contacts.borne(placed.inner.w, trial);
            Strain { bare: bare(placed, height, page), narrow, faults, ..plain(height) }
        }
        Prepared::Dial(ring) => {
            let height = (ring.over(trial) + room).max(ring.diameter(trial));
            plain(height.max(ring.too_wide(placed.inner.w, trial) + room))
        }
        Prepared::Frames(_)
        | Prepared::Empty
        | Prepared::Logo(_)
        | Prepared::Bar(..)
        | Prepared::Thread(_) => plain(Pt::ZERO),
        Prepared::Text(_) => plain(content_height(boxed, placed.inner.w, trial)),
    }
}

/// What is bare of a frame that stands in one column beside another, as a share of the page.
fn bare(placed: &Placed<'_, '_>, height: Pt, page: Size) -> f32 {
    let is_beside = matches!(placed.boxed.frame.dock, Dock::Columns(first, last) if first == last);
    if !is_beside {
        return 0.0;
    }
    let empty = (placed.inner.h - height).max(Pt::ZERO);
    (empty / page.h) * (placed.inner.w / page.w)
}

/// Left edges of the columns that run through a frame.
pub(super) fn column_lefts<'l>(boxed: &Boxed<'_>, left: &'l Pt, trial: &'l Trial<'_>) -> &'l [Pt] {
    match boxed.frame.dock {
        Dock::Columns(first, last) if last > first => &trial.columns.lefts()[usize::from(first) - 1..],
        _ => std::slice::from_ref(left),
    }
}
