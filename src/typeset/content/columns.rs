//! Columns: takes a flow and a spot, draws headings, paragraphs and lists down its columns.

use super::flow::{Flow, FlowSection, INDENT, Marker, Para};
use super::lists::OpenLists;
use super::spot::Spot;
use crate::geom::{Path, Point, Pt, Rect};
use crate::layout::{Align, VerticalAlign};
use crate::page::{Artifact, Role, StructTree};
use crate::style::{Style, Swatch};
use crate::typeset::canvas::{Canvas, Meaning, NO_LINKS, Rag, block, em};
use crate::typeset::store::NUMERAL;

impl Flow<'_> {
    /// Draws the sections down the columns of the spot.
    pub(in crate::typeset) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
        let (flow, area) = (self, spot.area);
        let plan = flow.plan(spot.widths, area.h, spot.trial);
        let mut cursor = FlowCursor { index: 0, elems: None };
        for (column, width) in spot.widths.iter().enumerate() {
            let (from, to) = (plan.starts[column], plan.starts[column + 1]);
            let spare = (area.h - plan.heights()[column]).max(Pt::ZERO);
            let y = spot.top(plan.heights()[column]);
            let gaps = flow.gaps_between(from, to);
            let spread = spot.align == VerticalAlign::Spread && gaps > 0;
            let extra = if spread { spare / gaps as f32 } else { Pt::ZERO };
            let place = Rect::new(spot.lefts[column], y, *width, area.h);
            Drawing { flow, spot }.column(canvas, place, extra, to, &mut cursor);
        }
    }
}

/// Sections being drawn.
struct Drawing<'d, 'a> {
    flow: &'d Flow<'a>,
    spot: &'d Spot<'d>,
}

impl Drawing<'_, '_> {
    /// Draws paragraphs up to number `to` down a column.
    fn column(&self, canvas: &mut Canvas<'_>, area: Rect, extra: Pt, to: usize, cursor: &mut FlowCursor) {
        let flow = self.flow;
        let style = flow.body_style(self.spot.trial);
        let mut y = area.y;
        let first = cursor.index;
        while cursor.index < to {
            let Some((section, index)) = flow.locate(cursor.index) else { return };
            let para = &section.paras[index];
            if index == 0 {
                if cursor.index > first {
                    y += flow.section_gap(self.spot.trial) + extra;
                }
                let (elems, height) = self.begin_section(canvas, section, Point::new(area.x, y), area.w);
                cursor.elems = Some(elems);
                y += height;
            } else if cursor.index > first {
                y += Flow::gap_above(para, self.spot.trial);
            }
            let Some(elems) = cursor.elems.as_mut() else { return };
            y += self.para(canvas, para, &style, Point::new(area.x, y), area.w, elems);
            cursor.index += 1;
        }
    }

    fn begin_section(
        &self,
        canvas: &mut Canvas<'_>,
        section: &FlowSection<'_>,
        at: Point,
        width: Pt,
    ) -> (OpenLists, Pt) {
        let flow = self.flow;
        // A slide has its section's element already; so has the back of a card.
        let sect = if self.spot.parent == StructTree::ROOT {
            canvas.elem(self.spot.parent, Role::Sect)
        } else {
            self.spot.parent
        };
        let lists = OpenLists::new(sect);
        let (Some(mut style), Some((words, shaped))) =
            (flow.heading_style(self.spot.trial), &section.heading)
        else {
            return (lists, Pt::ZERO);
        };
        let alarm = flow.spec.alarm.filter(|_| section.number == crate::model::SECTIONS);
        if let Some(alarm) = alarm {
            style.paint = self.spot.trial.theme.paint(alarm.on(Swatch::Paper));
        }
        let heading = canvas.elem(sect, Role::H2);
        canvas.bookmark(words, 1, at.y, heading);
        let (diameter, taken) = flow.disc(&style);
        let lines = block(shaped, style, width - taken, Align::Left, Rag::Balanced);
        let first_line = style.line_height();
        let lift = ((diameter - first_line) / 2.0).max(Pt::ZERO);
        if diameter > Pt::ZERO {
            let disc = alarm.unwrap_or(flow.spec.disc_swatch);
            let theme = self.spot.trial.theme;
            let center = Point::new(at.x + diameter / 2.0, at.y + diameter / 2.0);
            let circle = Path::circle(center, diameter / 2.0);
            canvas.area(circle, (theme, disc), style.size * DISC_EDGE, Artifact::Layout);
            let numeral =
                Style { paint: theme.paint(disc.letters()), leading: 1.0, size: style.size * 1.02, ..style };
            let number = canvas.elem(heading, Role::Lbl);
            let digits = block(&section.numeral, numeral, diameter, Align::Center, Rag::Full);
            let top = canvas.centered_on_caps(&digits.style, center.y);
            canvas.text(&digits, Point::new(at.x, top), diameter, Meaning::Of(number), NO_LINKS);
        }
        let at_words = Point::new(at.x + taken, at.y + lift);
        canvas.text(&lines, at_words, width - taken, Meaning::Of(heading), NO_LINKS);
        (lists, flow.heading_height(section, width, self.spot.trial))
    }

    fn para(
        &self,
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
        let lines = block(&para.shaped, *style, width - indent, Align::Left, Rag::Even);
        let links = |key: u16| {
            let run = para.inline.get(usize::from(key))?;
            run.link.as_ref().map(|link| (link, run.text.clone()))
        };
        canvas.text(&lines, Point::new(left, at.y), width - indent, Meaning::Of(elem), &links)
    }

    fn marker(&self, canvas: &mut Canvas<'_>, marker: &Marker, style: &Style, at: Point, lists: &OpenLists) {
        match marker {
            Marker::Bullet => {
                let radius = style.size * 0.2;
                let y = canvas.x_height_middle(style, at.y);
                let center = Point::new(at.x - style.size * (INDENT * 0.62), y);
                let accent = (self.spot.trial.theme, Swatch::Accent);
                canvas.area(Path::circle(center, radius), accent, style.size * 0.07, Artifact::Layout);
            }
            Marker::Number(shaped) => {
                let style = Style { weight: NUMERAL, ..*style };
                let width = em(shaped.max_width(), style.size);
                let label = lists.label(canvas);
                let lines = block(shaped, style, width * 1.01, Align::Left, Rag::Full);
                let x = at.x - width - style.size * 0.3;
                canvas.text(&lines, Point::new(x, at.y), width, Meaning::Of(label), NO_LINKS);
            }
        }
    }
}

/// Width of a disc's edge, where it has one, as a multiple of the heading size.
const DISC_EDGE: f32 = 0.1;

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
