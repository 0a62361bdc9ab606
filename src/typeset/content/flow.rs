//! Flow: takes sections and a size, gives their heights, and where they break between columns.

use std::cell::RefCell;
use std::rc::Rc;

use super::balance::{Atom, Break, Plan, Scratch, Stacks};
use crate::geom::Pt;
use crate::layout::{Layout, SectionFlow, StyleSpec};
use crate::model::{Block, Inline, Section};
use crate::style::Style;
use crate::typeset::counted::Counted;
use crate::typeset::store::{NUMERAL, Store};
use crate::typeset::trial::{Edit, Trial, height_of, resolve, width_in_ems};

/// Sections waiting to flow.
pub(in crate::typeset) struct Flow<'a> {
    /// How they flow.
    pub spec: &'a SectionFlow,
    /// Style of headings.
    pub heading: Option<&'a StyleSpec>,
    /// Style of body text.
    pub body: &'a StyleSpec,
    /// The sections.
    pub sections: Vec<FlowSection<'a>>,
    scratch: RefCell<Scratch>,
}

/// One section, shaped.
pub(in crate::typeset) struct FlowSection<'a> {
    /// Its number, from 1; 0 where it has none.
    pub number: usize,
    /// Its number, shaped.
    pub numeral: Rc<Counted>,
    /// Its heading: words and their shapes.
    pub heading: Option<(&'a str, Rc<Counted>)>,
    /// Its paragraphs and list items, in order.
    pub paras: Vec<Para<'a>>,
}

/// A paragraph or list item, shaped.
pub(in crate::typeset) struct Para<'a> {
    /// Its runs.
    pub inline: &'a Inline,
    /// Its runs, shaped.
    pub shaped: Rc<Counted>,
    /// How many lists it stands in.
    pub level: u8,
    /// What stands before it, where it begins a list item.
    pub marker: Option<Marker>,
    /// Whether it begins a list.
    pub opens_list: bool,
}

/// What stands before a list item.
pub(in crate::typeset) enum Marker {
    /// A dot.
    Bullet,
    /// A number.
    Number(Rc<Counted>),
}

/// Distances, as multiples of the body size.
const PARA_GAP: f32 = 0.38;
/// How much more leading, and how many times the gaps, the loosest page has.
const LOOSE_LEADING: f32 = 0.2;
const LOOSE_GAPS: f32 = 2.5;
const ITEM_GAP: f32 = 0.1;
/// How far a list item stands in.
pub(in crate::typeset) const INDENT: f32 = 1.3;
/// Space between disc and heading, as a multiple of the heading size.
const DISC_GAP: f32 = 0.55;

impl<'a> Flow<'a> {
    pub(in crate::typeset) fn of_sections(
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
        Flow { spec, heading, body, sections, scratch: RefCell::default() }
    }

    pub(in crate::typeset) fn of_blocks(
        spec: &'a SectionFlow,
        layout: &'a Layout,
        blocks: &'a [Block],
        store: &mut Store,
    ) -> Self {
        let body = layout.style(spec.body);
        let numeral = store.words("", NUMERAL);
        let section = FlowSection { number: 0, numeral, heading: None, paras: paras(blocks, body, store) };
        Flow { spec, heading: None, body, sections: vec![section], scratch: RefCell::default() }
    }

    /// Style of body text in a trial.
    pub(in crate::typeset) fn body_style(&self, trial: &Trial<'_>) -> Style {
        let style = resolve(self.body, trial, None, Pt::ZERO);
        Style { leading: style.leading * (1.0 + LOOSE_LEADING * trial.loose), ..style }
    }

    /// Style of headings in a trial.
    pub(in crate::typeset) fn heading_style(&self, trial: &Trial<'_>) -> Option<Style> {
        self.heading.map(|spec| resolve(spec, trial, None, Pt::ZERO))
    }

    /// Diameter of the disc and room that it takes from the heading.
    pub(in crate::typeset) fn disc(&self, style: &Style) -> (Pt, Pt) {
        if self.spec.disc == 0.0 {
            return (Pt::ZERO, Pt::ZERO);
        }
        let diameter = style.size * self.spec.disc;
        (diameter, diameter + style.size * DISC_GAP)
    }

    /// Height of a heading with the space below it.
    pub(in crate::typeset) fn heading_height(
        &self,
        section: &FlowSection<'_>,
        width: Pt,
        trial: &Trial<'_>,
    ) -> Pt {
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
    pub(in crate::typeset) fn para_width(para: &Para<'_>, style: &Style, width: Pt) -> Pt {
        width - style.size * (INDENT * f32::from(para.level))
    }

    /// Space above a section that is not the first of its column.
    pub(in crate::typeset) fn section_gap(&self, trial: &Trial<'_>) -> Pt {
        trial.airy(trial.body * self.spec.gap, LOOSE_GAPS)
    }

    /// Space above a paragraph that is not the first under its heading.
    pub(in crate::typeset) fn gap_above(para: &Para<'_>, trial: &Trial<'_>) -> Pt {
        let is_item = para.level > 0 && !para.opens_list;
        trial.airy(trial.body * if is_item { ITEM_GAP } else { PARA_GAP }, LOOSE_GAPS)
    }

    /// Adds the heights of all that must stay together, in order, for a column of this width.
    fn add_atoms(&self, width: Pt, trial: &Trial<'_>, atoms: &mut Vec<Atom>) {
        let style = self.body_style(trial);
        let line_height = style.line_height();
        for section in &self.sections {
            let mut height = self.heading_height(section, width, trial);
            let mut gap = self.section_gap(trial);
            let lines = section.lines(&style, width, &trial.edit);
            for (index, para) in section.paras.iter().enumerate() {
                let lines = lines(index, para);
                if index > 0 {
                    gap = if lines == 0 { Pt::ZERO } else { Flow::gap_above(para, trial) };
                }
                height += line_height * lines as f32;
                let before = match index {
                    0 => Break::Section,
                    _ if index > 1 && index + 1 < section.paras.len() => Break::Paragraph,
                    _ => Break::Any,
                };
                atoms.push(Atom { gap, height, before });
                height = Pt::ZERO;
            }
        }
    }

    /// The breaks that make the tallest column shortest. Columns break between sections; only where that
    /// is taller than `limit` may they break between paragraphs too, and least of all so that one stands
    /// alone.
    pub(in crate::typeset) fn plan(&self, widths: &[Pt], limit: Pt, trial: &Trial<'_>) -> Plan {
        let count = self.sections.iter().map(|section| section.paras.len()).sum();
        let Scratch { atoms, tables } = &mut *self.scratch.borrow_mut();
        atoms.clear();
        for (column, width) in widths.iter().enumerate() {
            if column > 0 && widths[column - 1] == *width {
                atoms.extend_from_within(atoms.len() - count..);
            } else {
                self.add_atoms(*width, trial, atoms);
            }
        }
        let columns = Stacks { atoms, count, number: widths.len() };
        let mut plan = columns.best(Break::Section, tables);
        if widths.len() > 1 {
            // One section alone has no break between sections: it is shared out like any text.
            let limit = if self.sections.len() == 1 { Pt::ZERO } else { limit };
            for allowed in [Break::Paragraph, Break::Any] {
                if plan.height > limit && (allowed == Break::Paragraph || trial.tight) {
                    plan = columns.best(allowed, tables);
                }
            }
        }
        plan
    }
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
    pub(in crate::typeset) fn words(&self) -> usize {
        self.paras.iter().map(|para| para.shaped.word_count()).sum()
    }

    /// Lines of a paragraph, by its place in the section, in a column of this width, after a change that is only
    /// thought of.
    fn lines(&self, style: &Style, width: Pt, edit: &Edit) -> impl Fn(usize, &Para<'_>) -> usize {
        let style = *style;
        let (mut cuts, mut added) = (None, 0);
        match edit {
            Edit::Cut(words) => cuts = Some(self.cuts(words)),
            Edit::Add(number, words) if *number == self.number => added = *words,
            Edit::Nothing | Edit::Add(..) => {}
        }
        let last = self.paras.len().saturating_sub(1);
        move |index, para| {
            let ems = width_in_ems(Flow::para_width(para, &style, width), style.size);
            match &cuts {
                Some(stay) => para.shaped.lines_of(stay[index], ems),
                None if added > 0 && index == last => para.shaped.lines_with(added, ems),
                None => para.shaped.count_lines(ems),
            }
        }
    }

    /// How many words of each paragraph stay when so many go from each section, the last words first.
    fn cuts(&self, words: &[usize]) -> Vec<usize> {
        let mut left = words.get(self.number.saturating_sub(1)).copied().unwrap_or(0);
        let mut stay: Vec<usize> = self.paras.iter().map(|para| para.shaped.word_count()).collect();
        for count in stay.iter_mut().rev() {
            let gone = left.min(*count);
            *count -= gone;
            left -= gone;
        }
        stay
    }
}
