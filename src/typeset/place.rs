//! Placing: takes a fitted page, draws its frames onto the canvas with their meaning.

use super::canvas::{Canvas, Meaning, NO_LINKS, TextBlock, em};
use super::contacts::Contacts;
use super::flow::{Flow, FlowSection, INDENT, Marker, Para};
use super::lists::OpenLists;
use super::measure::{Placed, Trial, arrange, column_widths, content_height, resolve, width_in_ems};
use super::prepare::{Boxed, Caption, Prepared};
use super::tiles::place_contacts;
use crate::geom::{Path, Point, Pt, Rect};
use crate::layout::{Align, Dock, Layout, TextRole, VerticalAlign};
use crate::model::Briefing;
use crate::page::{Artifact, ElemId, PictureId, Role, StructTree};
use crate::style::{Style, Swatch};
use crate::text::Shaped;

/// What placing a page needs at hand.
pub(super) struct Placer<'p, 'a> {
    /// The page's content.
    pub briefing: &'a Briefing,
    /// The layout.
    pub layout: &'a Layout,
    /// Size, columns and colours.
    pub trial: &'p Trial<'p>,
    /// Width and height of the logo in pixels.
    pub logo: Option<(f32, f32)>,
    /// The element that the page's paragraphs go into.
    pub parent: ElemId,
}

/// Breaks a text into a block of its style.
pub(super) fn block<'t>(
    shaped: &'t Shaped,
    style: Style,
    width: Pt,
    align: Align,
    balanced: bool,
) -> TextBlock<'t> {
    let ems = width_in_ems(width, style.size);
    let ranges = if balanced { shaped.balanced(ems) } else { shaped.break_lines(ems) };
    TextBlock { shaped, lines: ranges.iter().map(|range| shaped.line(range)).collect(), style, align }
}

impl Placer<'_, '_> {
    pub(super) fn page(&mut self, canvas: &mut Canvas<'_>, boxes: &[Boxed<'_>]) {
        let mut placed = Vec::new();
        arrange(boxes, Rect::page(self.layout.size), self.trial, &mut placed);
        for frame in &placed {
            canvas.area(&frame.boxed.frame.name, frame.outer);
            self.background(canvas, frame);
        }
        // Paint order follows the layout; reading order follows the sense, whatever the layout says first.
        let middle = self.layout.size.h / 2.0;
        placed.sort_by_key(|frame| reading_rank(frame, middle));
        for frame in &placed {
            self.frame(canvas, frame);
        }
    }

    fn frame(&mut self, canvas: &mut Canvas<'_>, placed: &Placed<'_, '_>) {
        match &placed.boxed.content {
            Prepared::Empty | Prepared::Frames(_) => {}
            Prepared::Text(captions) => self.captions(canvas, placed, captions),
            Prepared::Flow(flow) => self.flow(canvas, placed, flow),
            Prepared::Contacts(contacts) => self.contacts(canvas, placed, contacts),
            Prepared::Dial(ring) => ring.place(self, canvas, placed.inner),
            Prepared::Logo(plate) => self.logo(canvas, placed, *plate),
        }
    }

    fn background(&self, canvas: &mut Canvas<'_>, placed: &Placed<'_, '_>) {
        let frame = placed.boxed.frame;
        if let Some(fill) = frame.fill {
            let area = self.bled(placed.outer);
            let path =
                if frame.radius > Pt::ZERO { Path::rounded(area, frame.radius) } else { Path::rect(area) };
            canvas.fill(path, self.trial.theme.paint(fill), Artifact::Background);
        }
        if let Some((swatch, width)) = frame.edge {
            let area = self.bled(Rect { w: width, ..placed.outer });
            canvas.fill(Path::rect(area), self.trial.theme.paint(swatch), Artifact::Layout);
        }
    }

    /// An area that touches the trimmed edge runs over it, into the bleed.
    fn bled(&self, area: Rect) -> Rect {
        let (size, bleed, near) = (self.layout.size, self.layout.bleed, Pt::new(0.1));
        let left = if area.x <= near { area.x - bleed } else { area.x };
        let top = if area.y <= near { area.y - bleed } else { area.y };
        let right = if area.right() >= size.w - near { size.w + bleed } else { area.right() };
        let bottom = if area.bottom() >= size.h - near { size.h + bleed } else { area.bottom() };
        Rect::new(left, top, right - left, bottom - top)
    }

    /// Where content of a height begins in a frame.
    fn top(&self, placed: &Placed<'_, '_>, height: Pt) -> Pt {
        let spare = (placed.inner.h - height).max(Pt::ZERO);
        placed.inner.y
            + match placed.boxed.frame.align {
                VerticalAlign::Top | VerticalAlign::Spread => Pt::ZERO,
                VerticalAlign::Middle => spare / 2.0,
                VerticalAlign::Bottom => spare,
            }
    }

    fn captions(&mut self, canvas: &mut Canvas<'_>, placed: &Placed<'_, '_>, captions: &[Caption<'_>]) {
        let mut y = self.top(placed, content_height(placed.boxed, placed.inner.w, self.trial));
        for (index, caption) in captions.iter().enumerate() {
            if index > 0 {
                y += caption.line.gap;
            }
            y += self.caption(canvas, caption, Point::new(placed.inner.x, y), placed.inner.w);
        }
    }

    /// Draws a line of words; gives its height.
    pub(super) fn caption(
        &mut self,
        canvas: &mut Canvas<'_>,
        caption: &Caption<'_>,
        at: Point,
        width: Pt,
    ) -> Pt {
        let style = resolve(caption.spec, self.trial, Some(&caption.shaped), width);
        let lines = block(&caption.shaped, style, width, caption.spec.align, true);
        if !caption.is_content() {
            return canvas.text(&lines, at, width, Meaning::None(Artifact::Pagination), NO_LINKS);
        }
        let role = match caption.line.role {
            TextRole::H1 => Role::H1,
            TextRole::H2 => Role::H2,
            TextRole::P | TextRole::Furniture => Role::P,
        };
        let elem = canvas.elem(self.parent, role);
        if matches!(role, Role::H1 | Role::H2) {
            canvas.bookmark(&caption.text, u8::from(role == Role::H2), at.y, elem);
        }
        let link = caption.link.as_ref();
        canvas.text(&lines, at, width, Meaning::Of(elem), &|_| link.map(|link| (link, caption.text.clone())))
    }

    fn flow(&mut self, canvas: &mut Canvas<'_>, placed: &Placed<'_, '_>, flow: &Flow<'_>) {
        let widths = column_widths(placed.boxed, &placed.inner.w, self.trial);
        let plan = flow.plan(widths, placed.inner.h, self.trial);
        let lefts = self.column_lefts(placed, widths.len());
        let mut cursor = FlowCursor { index: 0, elems: None };
        for (column, width) in widths.iter().enumerate() {
            let (from, to) = (plan.starts[column], plan.starts[column + 1]);
            let spare = (placed.inner.h - plan.heights()[column]).max(Pt::ZERO);
            let y = self.top(placed, plan.heights()[column]);
            let gaps = flow.gaps_between(from, to);
            let spread = placed.boxed.frame.align == VerticalAlign::Spread && gaps > 0;
            let extra = if spread { spare / gaps as f32 } else { Pt::ZERO };
            let area = Rect::new(lefts[column], y, *width, placed.inner.h);
            self.column(canvas, flow, area, extra, to, &mut cursor);
        }
    }

    fn column_lefts(&self, placed: &Placed<'_, '_>, count: usize) -> Vec<Pt> {
        match placed.boxed.frame.dock {
            Dock::Columns(first, _) if count > 1 => {
                self.trial.columns.lefts()[usize::from(first) - 1..].to_vec()
            }
            _ => vec![placed.inner.x],
        }
    }

    /// Draws paragraphs up to number `to` down a column.
    fn column(
        &mut self,
        canvas: &mut Canvas<'_>,
        flow: &Flow<'_>,
        area: Rect,
        extra: Pt,
        to: usize,
        cursor: &mut FlowCursor,
    ) {
        let style = flow.body_style(self.trial);
        let mut y = area.y;
        let first = cursor.index;
        while cursor.index < to {
            let Some((section, index)) = flow.locate(cursor.index) else { return };
            let para = &section.paras[index];
            if index == 0 {
                if cursor.index > first {
                    y += flow.section_gap(self.trial) + extra;
                }
                let (elems, height) =
                    self.begin_section(canvas, flow, section, Point::new(area.x, y), area.w);
                cursor.elems = Some(elems);
                y += height;
            } else if cursor.index > first {
                y += Flow::gap_above(para, self.trial);
            }
            let Some(elems) = cursor.elems.as_mut() else { return };
            y += self.para(canvas, para, &style, Point::new(area.x, y), area.w, elems);
            cursor.index += 1;
        }
    }

    fn begin_section(
        &mut self,
        canvas: &mut Canvas<'_>,
        flow: &Flow<'_>,
        section: &FlowSection<'_>,
        at: Point,
        width: Pt,
    ) -> (OpenLists, Pt) {
        // A slide has its section's element already; so has the back of a card.
        let sect =
            if self.parent == StructTree::ROOT { canvas.elem(self.parent, Role::Sect) } else { self.parent };
        let lists = OpenLists::new(sect);
        let (Some(mut style), Some((words, shaped))) = (flow.heading_style(self.trial), &section.heading)
        else {
            return (lists, Pt::ZERO);
        };
        let alarm = flow.spec.alarm.filter(|_| section.number == crate::model::SECTIONS);
        if let Some(alarm) = alarm {
            style.paint = self.trial.theme.paint(alarm);
        }
        let heading = canvas.elem(sect, Role::H2);
        canvas.bookmark(words, 1, at.y, heading);
        let (diameter, taken) = flow.disc(&style);
        let lines = block(shaped, style, width - taken, Align::Left, true);
        let first_line = style.line_height();
        let lift = ((diameter - first_line) / 2.0).max(Pt::ZERO);
        if diameter > Pt::ZERO {
            let disc = self.trial.theme.paint(alarm.unwrap_or(flow.spec.disc_swatch));
            let center = Point::new(at.x + diameter / 2.0, at.y + diameter / 2.0);
            canvas.fill(Path::circle(center, diameter / 2.0), disc, Artifact::Layout);
            let numeral = Style {
                paint: self.trial.theme.paint(Swatch::Paper),
                leading: 1.0,
                size: style.size * 1.02,
                ..style
            };
            let number = canvas.elem(heading, Role::Lbl);
            let digits = block(&section.numeral, numeral, diameter, Align::Center, false);
            let top = canvas.centered_on_caps(&digits.style, center.y);
            canvas.text(&digits, Point::new(at.x, top), diameter, Meaning::Of(number), NO_LINKS);
        }
        let at_words = Point::new(at.x + taken, at.y + lift);
        canvas.text(&lines, at_words, width - taken, Meaning::Of(heading), NO_LINKS);
        (lists, flow.heading_height(section, width, self.trial))
    }

    fn para(
        &mut self,
        canvas: &mut Canvas<'_>,
        para: &Para<'_>,
        style: &Style,
        at: Point,
        width: Pt,
        lists: &mut OpenLists,
    ) -> Pt {
        let indent = style.size * (INDENT * f32::from(para.level));
        let left = at.x + indent;
        let elem = lists.open(canvas, para);
        if let Some(marker) = &para.marker {
            self.marker(canvas, marker, style, Point::new(left, at.y), lists);
        }
        let lines = block(&para.shaped, *style, width - indent, Align::Left, false);
        let links = |key: u16| {
            let run = para.inline.get(usize::from(key))?;
            run.link.as_ref().map(|link| (link, run.text.clone()))
        };
        canvas.text(&lines, Point::new(left, at.y), width - indent, Meaning::Of(elem), &links)
    }

    fn marker(
        &mut self,
        canvas: &mut Canvas<'_>,
        marker: &Marker,
        style: &Style,
        at: Point,
        lists: &OpenLists,
    ) {
        match marker {
            Marker::Bullet => {
                let radius = style.size * 0.2;
                let y = canvas.x_height_middle(style, at.y);
                let center = Point::new(at.x - style.size * (INDENT * 0.62), y);
                let stroke = crate::page::Stroke {
                    paint: self.trial.theme.paint(Swatch::AccentEdge),
                    width: style.size * 0.07,
                };
                canvas.outlined(Path::circle(center, radius), self.trial.theme.paint(Swatch::Accent), stroke);
            }
            Marker::Number(shaped) => {
                let style = Style { weight: super::prepare::NUMERAL, ..*style };
                let width = em(shaped.max_width(), style.size);
                let label = lists.label(canvas);
                let lines = block(shaped, style, width * 1.01, Align::Left, false);
                let x = at.x - width - style.size * 0.3;
                canvas.text(&lines, Point::new(x, at.y), width, Meaning::Of(label), NO_LINKS);
            }
        }
    }

    fn contacts(&mut self, canvas: &mut Canvas<'_>, placed: &Placed<'_, '_>, contacts: &Contacts<'_>) {
        let sizes = contacts.largest_sizes(placed.inner, self.trial);
        let height = contacts.height(placed.inner.w, sizes, self.trial);
        let room = Rect { y: self.top(placed, height), ..placed.inner };
        place_contacts(canvas, contacts, room, sizes, self.trial, self.parent);
    }

    /// Draws the logo as large as it fits. Most logos are dark, so on a dark
    /// area a plate lies behind.
    fn logo(&mut self, canvas: &mut Canvas<'_>, placed: &Placed<'_, '_>, plate: Option<Swatch>) {
        let area = placed.inner;
        let (Some((width, height)), Some(logo)) = (self.logo, self.briefing.board.logo.as_ref()) else {
            return;
        };
        let margin = if plate.is_some() { area.w.min(area.h) * PLATE_MARGIN } else { Pt::ZERO };
        let scale = ((area.w - margin * 2.0).get() / width).min((area.h - margin * 2.0).get() / height);
        let (w, h) = (Pt::new(width * scale), Pt::new(height * scale));
        // In a frame at the right of the page it stands at the right, elsewhere at the left.
        let at_right = matches!(placed.boxed.frame.dock, Dock::Right(_));
        let x = if at_right { area.right() - w - margin } else { area.x + margin };
        let rect = Rect::new(x, area.center().y - h / 2.0, w, h);
        if let Some(plate) = plate {
            let path = Path::rounded(rect.grown(margin), margin);
            canvas.fill(path, self.trial.theme.paint(plate), Artifact::Background);
        }
        canvas.picture(self.parent, PictureId(0), rect, logo.alt.value.clone());
    }
}

/// Width of a plate's rim around a logo, as a multiple of the shorter side of its frame.
const PLATE_MARGIN: f32 = 0.09;

/// Words at the head come first, then sections by number, then contacts, then words at the foot.
fn reading_rank(placed: &Placed<'_, '_>, middle: Pt) -> usize {
    let sections = crate::model::SECTIONS;
    match &placed.boxed.content {
        Prepared::Flow(flow) => flow.sections.first().map_or(1, |section| section.number.max(1)),
        Prepared::Contacts(_) => sections + 1,
        _ if placed.outer.y > middle => sections + 2,
        _ => 0,
    }
}

/// How far a flow has been drawn.
struct FlowCursor {
    index: usize,
    elems: Option<OpenLists>,
}

impl<'a> Flow<'a> {
    /// The section and place in it of a paragraph counted through all sections.
    fn locate(&self, mut index: usize) -> Option<(&FlowSection<'a>, usize)> {
        for section in &self.sections {
            if index < section.paras.len() {
                return Some((section, index));
            }
            index -= section.paras.len();
        }
        None
    }

    /// How many sections begin after the first paragraph of a stretch.
    fn gaps_between(&self, from: usize, to: usize) -> usize {
        (from + 1..to).filter(|index| self.locate(*index).is_some_and(|(_, place)| place == 0)).count()
    }
}
