//! Flow: takes sections and a size, gives their heights, and the best breaks between columns.

use std::rc::Rc;

use super::measure::{Edit, Trial, height_of, resolve, width_in_ems};
use super::prepare::NUMERAL;
use super::store::Store;
use crate::geom::Pt;
use crate::layout::{Layout, SectionFlow, StyleSpec};
use crate::model::{Block, Inline, Section};
use crate::style::Style;
use crate::text::Shaped;

/// Sections waiting to flow.
pub(super) struct Flow<'a> {
    /// How they flow.
    pub spec: &'a SectionFlow,
    /// Style of headings.
    pub heading: Option<&'a StyleSpec>,
    /// Style of body text.
    pub body: &'a StyleSpec,
    /// The sections.
    pub sections: Vec<FlowSection<'a>>,
}

/// One section, shaped.
pub(super) struct FlowSection<'a> {
    /// Its number, from 1; 0 where it has none.
    pub number: usize,
    /// Its number, shaped.
    pub numeral: Rc<Shaped>,
    /// Its heading: words and their shapes.
    pub heading: Option<(&'a str, Rc<Shaped>)>,
    /// Its paragraphs and list items, in order.
    pub paras: Vec<Para<'a>>,
}

/// A paragraph or list item, shaped.
pub(super) struct Para<'a> {
    /// Its runs.
    pub inline: &'a Inline,
    /// Its runs, shaped.
    pub shaped: Rc<Shaped>,
    /// How many lists it stands in.
    pub level: u8,
    /// What stands before it, where it begins a list item.
    pub marker: Option<Marker>,
    /// Whether it begins a list.
    pub opens_list: bool,
}

/// What stands before a list item.
pub(super) enum Marker {
    /// A dot.
    Bullet,
    /// A number.
    Number(Rc<Shaped>),
}

/// Distances, as multiples of the body size.
const PARA_GAP: f32 = 0.38;
/// How much more leading, and how many times the gaps, the loosest page has.
const LOOSE_LEADING: f32 = 0.2;
const LOOSE_GAPS: f32 = 2.5;
const ITEM_GAP: f32 = 0.1;
/// How far a list item stands in.
pub(super) const INDENT: f32 = 1.3;
/// Space between disc and heading, as a multiple of the heading size.
const DISC_GAP: f32 = 0.55;

impl<'a> Flow<'a> {
    pub(super) fn of_sections(
        spec: &'a SectionFlow,
        layout: &'a Layout,
        sections: impl Iterator<Item = (usize, &'a Section)>,
        store: &mut Store,
    ) -> Self {
        let heading = spec.heading.map(|id| layout.style(id));
        let body = layout.style(spec.body);
        let sections = sections
            .map(|(number, section)| FlowSection {
                number,
                numeral: store.words(&number.to_string(), NUMERAL),
                heading: heading.map(|style| {
                    let words = section.heading.value.as_str();
                    (words, store.words(words, style.weight))
                }),
                paras: paras(&section.body, body, store),
            })
            .collect();
        Flow { spec, heading, body, sections }
    }

    pub(super) fn of_blocks(
        spec: &'a SectionFlow,
        layout: &'a Layout,
        blocks: &'a [Block],
        store: &mut Store,
    ) -> Self {
        let body = layout.style(spec.body);
        let numeral = store.words("", NUMERAL);
        let section = FlowSection { number: 0, numeral, heading: None, paras: paras(blocks, body, store) };
        Flow { spec, heading: None, body, sections: vec![section] }
    }

    /// Style of body text in a trial.
    pub(super) fn body_style(&self, trial: &Trial<'_>) -> Style {
        let style = resolve(self.body, trial, None, Pt::ZERO);
        Style { leading: style.leading * (1.0 + LOOSE_LEADING * trial.loose), ..style }
    }

    /// Style of headings in a trial.
    pub(super) fn heading_style(&self, trial: &Trial<'_>) -> Option<Style> {
        self.heading.map(|spec| resolve(spec, trial, None, Pt::ZERO))
    }

    /// Diameter of the disc and room that it takes from the heading.
    pub(super) fn disc(&self, style: &Style) -> (Pt, Pt) {
        if self.spec.disc == 0.0 {
            return (Pt::ZERO, Pt::ZERO);
        }
        let diameter = style.size * self.spec.disc;
        (diameter, diameter + style.size * DISC_GAP)
    }

    /// Height of a heading with the space below it.
    pub(super) fn heading_height(&self, section: &FlowSection<'_>, width: Pt, trial: &Trial<'_>) -> Pt {
        let (Some(style), Some((_, shaped))) = (self.heading_style(trial), &section.heading) else {
            return Pt::ZERO;
        };
        let (diameter, taken) = self.disc(&style);
        // The first line stands at the middle of the disc; further lines hang below it.
        let lift = ((diameter - style.line_height()) / 2.0).max(Pt::ZERO);
        (height_of(shaped, &style, width - taken) + lift).max(diameter)
            + trial.airy(trial.body * self.spec.heading_gap, LOOSE_GAPS)
    }

    /// Width that is left for the words of a paragraph.
    pub(super) fn para_width(para: &Para<'_>, style: &Style, width: Pt) -> Pt {
        width - style.size * (INDENT * f32::from(para.level))
    }

    /// Space above a section that is not the first of its column.
    pub(super) fn section_gap(&self, trial: &Trial<'_>) -> Pt {
        trial.airy(trial.body * self.spec.gap, LOOSE_GAPS)
    }

    /// Space above a paragraph that is not the first under its heading.
    pub(super) fn gap_above(para: &Para<'_>, trial: &Trial<'_>) -> Pt {
        let is_item = para.level > 0 && !para.opens_list;
        trial.airy(trial.body * if is_item { ITEM_GAP } else { PARA_GAP }, LOOSE_GAPS)
    }

    /// Heights of all that must stay together, in order, for a column of this width.
    fn atoms(&self, width: Pt, trial: &Trial<'_>) -> Vec<Atom> {
        let style = self.body_style(trial);
        let mut atoms = Vec::new();
        for section in &self.sections {
            let mut height = self.heading_height(section, width, trial);
            let mut gap = self.section_gap(trial);
            let lines = section.lines(&style, width, &trial.edit);
            for (index, (para, lines)) in section.paras.iter().zip(lines).enumerate() {
                if index > 0 {
                    gap = if lines == 0 { Pt::ZERO } else { Flow::gap_above(para, trial) };
                }
                height += style.line_height() * lines as f32;
                let before = match index {
                    0 => Break::Section,
                    _ if index > 1 && index + 1 < section.paras.len() => Break::Paragraph,
                    _ => Break::Any,
                };
                atoms.push(Atom { gap, height, before });
                height = Pt::ZERO;
            }
        }
        atoms
    }

    /// The breaks that make the tallest column shortest. Columns break between sections; only where that
    /// is taller than `limit` may they break between paragraphs too, and least of all so that one stands
    /// alone.
    pub(super) fn plan(&self, widths: &[Pt], limit: Pt, trial: &Trial<'_>) -> Plan {
        let columns: Vec<Vec<Atom>> = widths.iter().map(|width| self.atoms(*width, trial)).collect();
        let mut plan = best(&columns, Break::Section);
        if widths.len() > 1 {
            // One section alone has no break between sections: it is shared out like any text.
            let limit = if self.sections.len() == 1 { Pt::ZERO } else { limit };
            for allowed in [Break::Paragraph, Break::Any] {
                if plan.height > limit && (allowed == Break::Paragraph || trial.tight) {
                    plan = best(&columns, allowed);
                }
            }
        }
        plan
    }
}

/// What must not be broken: a heading with its first paragraph, or a paragraph.
#[derive(Clone, Copy)]
struct Atom {
    gap: Pt,
    height: Pt,
    /// What a column that ends before it breaks.
    before: Break,
}

/// What the end of a column breaks, from the best to the worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    /// Nothing: the next column begins with a section.
    Section,
    /// A section, with two paragraphs or more on both sides.
    Paragraph,
    /// A section, with a single paragraph on one side.
    Any,
}

/// Where columns begin, and how tall they are.
pub(super) struct Plan {
    /// The first paragraph of each column, counted through all sections; then their number.
    pub starts: Vec<usize>,
    /// Height of each column.
    pub heights: Vec<Pt>,
    /// Height of the tallest.
    pub height: Pt,
}

/// Dynamic programme over columns from the last to the first: the least possible height of the tallest
/// column from here on, for every paragraph that this column could begin with.
fn best(columns: &[Vec<Atom>], worst: Break) -> Plan {
    let count = columns[0].len();
    let stack = |column: usize, from: usize, to: usize| -> Pt {
        let atoms = &columns[column][from..to];
        atoms.iter().map(|atom| atom.gap + atom.height).sum::<Pt>()
            - atoms.first().map_or(Pt::ZERO, |a| a.gap)
    };
    let last = columns.len() - 1;
    let mut tallest: Vec<Pt> = (0..=count).map(|from| stack(last, from, count)).collect();
    let mut choices = vec![vec![count; count + 1]; columns.len()];
    for column in (0..last).rev() {
        let mut better = vec![Pt::new(f32::MAX); count + 1];
        for from in 0..=count {
            let mut height = Pt::ZERO;
            for to in from..=count {
                if to > from {
                    let atom = columns[column][to - 1];
                    height += atom.height + if to - 1 > from { atom.gap } else { Pt::ZERO };
                }
                let allowed = to == count || columns[column][to].before <= worst;
                let result = height.max(tallest[to]);
                if allowed && result < better[from] {
                    better[from] = result;
                    choices[column][from] = to;
                }
            }
        }
        tallest = better;
    }
    let mut starts = vec![0];
    for choice in &choices[..last] {
        starts.push(choice[starts[starts.len() - 1]]);
    }
    starts.push(count);
    let heights: Vec<Pt> = (0..columns.len()).map(|c| stack(c, starts[c], starts[c + 1])).collect();
    let height = heights.iter().fold(Pt::ZERO, |tallest, height| tallest.max(*height));
    Plan { starts, heights, height }
}

fn paras<'a>(blocks: &'a [Block], style: &StyleSpec, store: &mut Store) -> Vec<Para<'a>> {
    let mut paras = Vec::new();
    for block in blocks {
        add_block(block, 0, style, store, &mut paras);
    }
    paras
}

fn add_block<'a>(
    block: &'a Block,
    level: u8,
    style: &StyleSpec,
    store: &mut Store,
    paras: &mut Vec<Para<'a>>,
) {
    match block {
        Block::Paragraph(inline) => {
            let shaped = store.inline(inline, style.weight);
            paras.push(Para { inline, shaped, level, marker: None, opens_list: false });
        }
        Block::List { start, items } => {
            for (index, item) in items.iter().enumerate() {
                let first = paras.len();
                for block in &item.blocks {
                    add_block(block, level + 1, style, store, paras);
                }
                if let Some(para) = paras.get_mut(first) {
                    para.marker = Some(marker(*start, index, store));
                    para.opens_list = index == 0;
                }
            }
        }
    }
}

fn marker(start: Option<u32>, index: usize, store: &mut Store) -> Marker {
    let Some(start) = start else { return Marker::Bullet };
    let words = format!("{}.", start as usize + index);
    Marker::Number(store.words(&words, NUMERAL))
}

impl FlowSection<'_> {
    /// How many words its paragraphs have.
    pub(super) fn words(&self) -> usize {
        self.paras.iter().map(|para| para.shaped.word_count()).sum()
    }

    /// Lines of each paragraph in a column of this width, after a change that is only thought of.
    fn lines(&self, style: &Style, width: Pt, edit: &Edit) -> Vec<usize> {
        let ems = |para: &Para<'_>| width_in_ems(Flow::para_width(para, style, width), style.size);
        let mut lines: Vec<usize> =
            self.paras.iter().map(|para| para.shaped.count_lines(ems(para))).collect();
        match edit {
            Edit::Nothing => {}
            Edit::Cut(words) => {
                let mut left = words.get(self.number.saturating_sub(1)).copied().unwrap_or(0);
                for (para, lines) in self.paras.iter().zip(&mut lines).rev() {
                    let count = para.shaped.word_count();
                    *lines = para.shaped.lines_of(count.saturating_sub(left), ems(para));
                    left = left.saturating_sub(count);
                }
            }
            Edit::Add(number, words) if *number == self.number => {
                if let (Some(para), Some(lines)) = (self.paras.last(), lines.last_mut()) {
                    *lines = para.shaped.lines_with(*words, ems(para));
                }
            }
            Edit::Add(..) => {}
        }
        lines
    }
}
