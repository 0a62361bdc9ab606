//! Columns: takes a flow and a spot, draws headings, paragraphs and lists down its columns.

use std::ops::Range;

use super::balance::Place;
use super::flow::{Flow, FlowSection, INDENT};
use super::lists::OpenLists;
use super::paras::{Marker, Para};
use super::spot::Spot;
use crate::geom::{Path, Point, Pt, Rect};
use crate::language::Language;
use crate::layout::{Align, VerticalAlign};
use crate::model::{Run, SECTIONS};
use crate::page::{Artifact, ElemId, Role, StructTree};
use crate::style::{Style, Swatch};
use crate::typeset::canvas::{Canvas, Meaning, PLAIN, Rag, Said, block, em};
use crate::typeset::store::NUMERAL;

/// By how much the space between sections may be larger in one column than in the other.
const UNSEEN: f32 = 0.25;

impl Flow<'_> {
    /// Draws the sections down the columns of the spot.
    pub(in crate::typeset) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
        let (flow, area) = (self, spot.area);
        let plan = flow.plan(spot.widths, spot.trial);
        let mut cursor = FlowCursor { at: Place::default(), elems: None, divided: None };
        for (column, width) in spot.widths.iter().enumerate() {
            let (from, to) = (plan.starts[column], plan.starts[column + 1]);
            let spare = (area.h - plan.heights()[column]).max(Pt::ZERO);
            let y = spot.top(plan.heights()[column]);
            let gaps = flow.gaps_between(from, to);
            let spread = spot.align == VerticalAlign::Spread;
            let short = plan.height - plan.heights()[column];
            let extra = match gaps {
                0 => Pt::ZERO,
                _ if spread => flow.more_gap(spot.trial).min(spare / gaps as f32),
                // Columns end together where the space in the shorter one may grow so far unseen.
                _ => (flow.section_gap(spot.trial) * UNSEEN).min(short / gaps as f32),
            };
            // What begins with a heading above all columns begins there too, the others below it.
            let above = flow.above(spot.widths).filter(|_| column > 0);
            let below = above.map(|width| flow.heading_height(&flow.sections[0], width, spot.trial));
            let y = y + below.unwrap_or_default();
            let place = Rect::new(spot.lefts[column], y, *width, area.h);
            Drawing { flow, spot }.column(canvas, place, extra, to, &mut cursor);
        }
    }
}

/// Sections being drawn.
pub(in crate::typeset) struct Drawing<'d, 'a> {
    /// The sections.
    pub flow: &'d Flow<'a>,
    /// Where.
    pub spot: &'d Spot<'d>,
}

impl Drawing<'_, '_> {
    /// Draws paragraphs and lines up to `to` down a column.
    fn column(&self, canvas: &mut Canvas<'_>, area: Rect, extra: Pt, to: Place, cursor: &mut FlowCursor) {
        let flow = self.flow;
        let style = flow.body_style(self.spot.trial);
        let mut y = area.y;
        let first = cursor.at;
        while cursor.at < to {
            let Some((section, index)) = flow.locate(cursor.at.para) else { return };
            let para = &section.paras[index];
            let from = cursor.at.line;
            if from > 0 {
                // The rest of a paragraph that began in the column before.
            } else if index == 0 {
                if cursor.at > first {
                    y += flow.section_gap(self.spot.trial) + extra;
                }
                if let Some(swatch) = flow.spec.last_ground.filter(|_| section.number == SECTIONS) {
                    self.last_ground(canvas, swatch, y, area);
                }
                let width = flow.above(self.spot.widths).unwrap_or(area.w);
                let (elems, height) = self.begin_section(canvas, section, Point::new(area.x, y), width);
                cursor.elems = Some(elems);
                y += height;
            } else if cursor.at > first {
                y += flow.gap_above(para, self.spot.trial);
            }
            let Some(elems) = cursor.elems.as_mut() else { return };
            let elem = cursor.divided.take().unwrap_or_else(|| elems.open(canvas, para));
            let ends_here = cursor.at.para < to.para;
            let lines = from..if ends_here { usize::MAX } else { to.line };
            y += self.para(canvas, para, &style, (Point::new(area.x, y), area.w), (elem, elems, lines));
            if ends_here {
                cursor.at = Place { para: cursor.at.para + 1, line: 0 };
            } else {
                (cursor.at, cursor.divided) = (to, Some(elem));
            }
        }
    }

    /// Draws the heading of a section; gives its elements and its height.
    pub(in crate::typeset) fn begin_section(
        &self,
        canvas: &mut Canvas<'_>,
        section: &FlowSection<'_>,
        at: Point,
        width: Pt,
    ) -> (OpenLists, Pt) {
        let (flow, spot) = (self.flow, self.spot);
        // A slide has its section's element already; so has the back of a card.
        let sect =
            if spot.parent == StructTree::ROOT { canvas.elem(spot.parent, Role::Sect) } else { spot.parent };
        flow.place_heading(canvas, spot, section, at, width, sect);
        (OpenLists::new(sect), flow.heading_height(section, width, spot.trial))
    }

    /// The ground of the last section reaches from above its heading to the end of the frame, and out to the edge of
    /// the page.
    fn last_ground(&self, canvas: &mut Canvas<'_>, swatch: Swatch, top: Pt, column: Rect) {
        let (spot, b) = (self.spot, self.spot.trial.body);
        let y = top - b * GROUND_ABOVE;
        let x = column.x - GROUND_BESIDE;
        let area = Rect::new(x, y, spot.page.w - x, spot.foot - y);
        canvas.behind(Path::rect(canvas.bled(area)), spot.trial.theme.paint(swatch));
    }

    /// Draws some lines of a paragraph into its element; gives their height.
    pub(in crate::typeset) fn para(
        &self,
        canvas: &mut Canvas<'_>,
        para: &Para<'_>,
        style: &Style,
        (at, width): (Point, Pt),
        (elem, lists, range): (ElemId, &OpenLists, Range<usize>),
    ) -> Pt {
        let indent = self.flow.hang(self.spot.trial) + style.size * (INDENT * f32::from(para.level));
        let left = at.x + indent;
        if let Some(marker) = para.marker.as_ref().filter(|_| range.start == 0) {
            let top = at.y + canvas.drop(&para.shaped, style);
            self.marker(canvas, marker, style, Point::new(left, top), lists);
        }
        let mut lines = block(&para.shaped, *style, width - indent, Align::Left, Rag::Even);
        lines.lines.truncate(range.end);
        lines.lines.drain(..range.start.min(lines.lines.len()));
        let voice = |key: u16| {
            let Some(run) = para.inline.get(usize::from(key)) else { return Said::default() };
            if run.text == Run::BREAK {
                return Said { ends_line: true, ..Said::default() };
            }
            Said {
                link: run.link.as_ref().map(|link| (link, run.text.clone())),
                strong: run.strong,
                language: run.language.as_ref().map(Language::tag),
                expansion: run.expansion.as_deref(),
                ends_line: false,
            }
        };
        canvas.text(&lines, Point::new(left, at.y), width - indent, Meaning::Of(elem), &voice)
    }

    fn marker(&self, canvas: &mut Canvas<'_>, marker: &Marker, style: &Style, at: Point, lists: &OpenLists) {
        match marker {
            Marker::Bullet => {
                let (theme, bullet) = (self.spot.trial.theme, self.flow.spec.bullet);
                let center =
                    Point::new(at.x - style.size * (INDENT - BULLET_AT), canvas.x_height_middle(style, at.y));
                let disc = Path::circle(center, style.size * BULLET);
                canvas.area(disc, (theme, bullet), style.size * BULLET_EDGE, Artifact::Layout);
            }
            Marker::Number(shaped) => {
                let theme = self.spot.trial.theme;
                let paint = theme.paint(Swatch::Primary.on(self.spot.ground));
                let style = Style { weight: NUMERAL, paint, ..*style };
                let width = em(shaped.max_width(), style.size);
                let label = lists.label(canvas);
                let lines = block(shaped, style, width * 1.01, Align::Left, Rag::Full);
                let x = at.x - width - style.size * 0.3;
                canvas.text(&lines, Point::new(x, at.y), width, Meaning::Of(label), PLAIN);
            }
        }
    }
}

/// Radius of a bullet, and how far its middle stands from the edge of the text, as multiples of the body size.
const BULLET: f32 = 0.2;
const BULLET_AT: f32 = 0.5;
/// Width of a bullet's edge, where the theme gives it one, as a multiple of the body size.
const BULLET_EDGE: f32 = 0.07;
/// How far the ground of the last section reaches above its heading, as a multiple of the body size.
const GROUND_ABOVE: f32 = 0.5;
/// And to the left of its column.
const GROUND_BESIDE: Pt = Pt::new(11.34);

/// How far a flow has been drawn.
struct FlowCursor {
    at: Place,
    elems: Option<OpenLists>,
    /// The element of the paragraph of which it stands at a later line.
    divided: Option<ElemId>,
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
    fn gaps_between(&self, from: Place, to: Place) -> usize {
        (from.para + 1..to.para + usize::from(to.line > 0))
            .filter(|index| self.locate(*index).is_some_and(|(_, place)| place == 0))
            .count()
    }
}
