//! Flow: takes sections and a size, gives their heights, and where they break between columns.

use std::cell::RefCell;
use std::rc::Rc;

use super::balance::{Atom, Place, Plan, Planned, Scratch, Stacks};
use super::paras::{Para, paras};
use super::untorn::{Untorn, letter};
use crate::geom::Pt;
use crate::layout::{Ends, Layout, MAX_COLUMNS, Mark, SectionFlow, SizeSpec, StyleSpec, Token};
use crate::model::{Block, Section};
use crate::style::Style;
use crate::text::lines_of_words;
use crate::typeset::canvas::em;
use crate::typeset::counted::Counted;
use crate::typeset::store::{NUMERAL, Store};
use crate::typeset::trial::{Break, Edit, Thin, Trial, resolve, thinned, width_in_ems};

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
    /// Width of the widest heading of the whole briefing, in thousandths of an em.
    pub(super) widest_heading: f32,
    /// Width of the widest of its own headings, in thousandths of an em.
    pub(super) widest_own: f32,
    /// Width of the widest word of its own headings, in thousandths of an em.
    pub(super) longest_word: f32,
    /// Average width of a letter, in thousandths of an em.
    letter: f32,
    /// What no line may tear.
    untorn: Untorn,
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

/// How far a list item stands in.
pub(in crate::typeset) const INDENT: f32 = 1.35;
/// Space between mark and heading, as a multiple of the body size.
const DISC_GAP: f32 = 0.6;
/// The least space between a mark and what hangs in beside it, as a multiple of the body size.
const HANG_GAP: f32 = 0.42;
/// A paragraph of at least so many lines may be divided between two columns, ...
const MANY_LINES: usize = 12;
/// ... with at least so many on either side: fewer look left over.
const FEW_LINES: usize = 3;
/// Columns that differ in width by less than this break lines alike.
const ALIKE: Pt = Pt::new(0.01);

impl<'a> Flow<'a> {
    pub(in crate::typeset) fn of_sections(
        spec: &'a SectionFlow,
        layout: &'a Layout,
        all: &'a [Section],
        (first, last): (usize, usize),
        store: &mut Store,
    ) -> Self {
        let heading = spec.heading.map(|id| layout.style(id));
        let widest_heading =
            heading.filter(|style| matches!(style.size, SizeSpec::Together(..))).map_or(0.0, |style| {
                let each =
                    all.iter().map(|section| store.words(&section.heading.value, style.weight).max_width());
                each.fold(0.0, f32::max)
            });
        let sections = (first..=last).zip(&all[first - 1..last]);
        let body = layout.style(spec.body);
        let sections = sections
            .map(|(number, section)| FlowSection {
                number,
                numeral: store.words(&number.to_string(), NUMERAL),
                heading: heading.map(|style| {
                    let words = section.heading.value.as_str();
                    let shaped = match spec.mark {
                        Mark::Words => store.words(&format!("{number}. {words}"), style.weight),
                        Mark::Disc | Mark::Ring | Mark::Dial | Mark::Numeral => {
                            store.words(words, style.weight)
                        }
                    };
                    (words, shaped)
                }),
                paras: paras(&section.body, body, store),
            })
            .collect();
        Flow::new(spec, heading, body, sections, widest_heading)
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
        Flow::new(spec, None, body, vec![section], 0.0)
    }

    fn new(
        spec: &'a SectionFlow,
        heading: Option<&'a StyleSpec>,
        body: &'a StyleSpec,
        sections: Vec<FlowSection<'a>>,
        widest_heading: f32,
    ) -> Self {
        let headings = || sections.iter().filter_map(|section| section.heading.as_ref());
        let longest_word = headings().fold(0.0, |longest: f32, (_, shaped)| longest.max(shaped.min_width()));
        let widest_own = headings().fold(0.0, |widest: f32, (_, shaped)| widest.max(shaped.max_width()));
        let paras = sections.iter().flat_map(|section| &section.paras);
        Flow {
            spec,
            heading,
            body,
            widest_heading,
            widest_own,
            longest_word,
            letter: letter(paras.clone()),
            untorn: Untorn::of(paras),
            sections,
            scratch: RefCell::default(),
        }
    }

    /// The width of a heading that stands above all columns, where it does.
    pub(super) fn above(&self, widths: &[Pt]) -> Option<Pt> {
        let is_above = self.spec.heading_above && widths.len() > 1 && self.sections.len() == 1;
        is_above.then(|| widths.iter().copied().sum())
    }

    /// Style of body text in a trial.
    pub(in crate::typeset) fn body_style(&self, trial: &Trial<'_>) -> Style {
        resolve(self.body, trial, None, Pt::ZERO)
    }

    /// How far headings and text hang in beside their mark.
    pub(super) fn hang(&self, trial: &Trial<'_>) -> Pt {
        trial.body * self.spec.hang
    }

    /// Size of the mark and room that it takes from the heading.
    pub(super) fn disc(&self, style: &Style, trial: &Trial<'_>) -> (Pt, Pt) {
        let factor = self.spec.disc.at(trial.shares.of(Token::Air));
        if factor == 0.0 || self.spec.mark == Mark::Words {
            return (Pt::ZERO, self.hang(trial));
        }
        let diameter = style.size * factor;
        if self.spec.hang > 0.0 {
            // A mark that has grown with its heading leaves it the space that it hangs in by.
            let hang = self.hang(trial);
            return (diameter.min(hang - trial.body * HANG_GAP), hang);
        }
        (diameter, diameter + trial.body * DISC_GAP)
    }

    /// Space above a section that is not the first of its column.
    pub(in crate::typeset) fn section_gap(&self, trial: &Trial<'_>) -> Pt {
        trial.body * self.spec.gap.at(trial.shares.of(Token::Gap))
    }

    /// By how much the space between sections can still grow.
    pub(super) fn more_gap(&self, trial: &Trial<'_>) -> Pt {
        trial.body * self.spec.gap.airy - self.section_gap(trial)
    }

    /// Space above a paragraph that is not the first under its heading.
    pub(in crate::typeset) fn gap_above(&self, para: &Para<'_>, trial: &Trial<'_>) -> Pt {
        trial.air(self.gap_of(para)) * self.lead(trial)
    }

    fn gap_of(&self, para: &Para<'_>) -> Ends {
        let gaps = self.spec.gaps;
        match (para.level, para.opens_list) {
            (1, true) => gaps.list,
            (0, _) => gaps.paragraph,
            _ => gaps.item,
        }
    }

    /// How far lines of these widths are too narrow, and too wide, for what the layout allows: above 1 is too far.
    pub(in crate::typeset) fn measure(&self, widths: &[Pt], trial: &Trial<'_>) -> (f32, f32) {
        // Letters that lead may have fewer on a line, but tear no word.
        let (size, lead) = (self.body_style(trial).size, self.lead(trial));
        let widest = if lead > 1.0 { self.widest_word(&self.body_style(trial), trial) } else { Pt::ZERO };
        let whole = widest.max(self.hang(trial) + self.untorn.width(size, INDENT));
        let torn = widths.iter().fold(0.0_f32, |torn, width| torn.max(whole / *width));
        let Some((fewest, most)) = self.spec.characters else { return (torn, 0.0) };
        let characters = |width: Pt| width_in_ems(width - self.hang(trial), size) / self.letter;
        widths.iter().fold((torn, 0.0), |(narrow, wide): (f32, f32), width| {
            let characters = characters(*width);
            let narrow = narrow.max(fewest / (characters * lead));
            (narrow, wide.max(characters / most))
        })
    }

    /// How many times as large its text is as on a page without room.
    pub(super) fn lead(&self, trial: &Trial<'_>) -> f32 {
        match self.body.size {
            SizeSpec::OfBody(factor, _) => factor.at(trial.shares.of(Token::Lead)) / factor.tight.max(0.1),
            _ => 1.0,
        }
    }

    /// The width that the widest word of a heading or a paragraph needs, with what stands before it.
    fn widest_word(&self, body: &Style, trial: &Trial<'_>) -> Pt {
        let heading = self.heading.map(|spec| resolve(spec, trial, None, Pt::ZERO));
        let in_headings =
            heading.map_or(Pt::ZERO, |style| em(self.longest_word, style.size) + self.disc(&style, trial).1);
        let paras = self.sections.iter().flat_map(|section| &section.paras);
        paras.fold(in_headings, |widest, para| {
            let before = self.hang(trial) + body.size * (INDENT * f32::from(para.level));
            widest.max(before + em(para.shaped.min_width(), body.size))
        })
    }

    /// Adds the heights of all that must stay together, in order, for a column of this width, and where each begins. A
    /// very long paragraph is some lines at its ends and one line after the other between them, where all columns are
    /// as wide as this one and so break it alike.
    fn add_atoms(
        &self,
        (width, alike, has_headings): (Pt, bool, bool),
        trial: &Trial<'_>,
        atoms: &mut Vec<Atom>,
        places: &mut Vec<Place>,
    ) {
        let mut number = 0;
        let style = self.body_style(trial);
        let (titles, lead) = (self.titles(width, trial), self.lead(trial));
        let line_height = style.line_height();
        for section in &self.sections {
            let mut height = match (&titles, &section.heading) {
                (Some(titles), Some((_, shaped))) if has_headings => titles.height(shaped, width),
                _ => Pt::ZERO,
            };
            let mut gap = self.section_gap(trial);
            let lines = section.lines(self, &style, width, trial);
            for (index, para) in section.paras.iter().enumerate() {
                let lines = lines(index, para);
                if index > 0 {
                    gap = if lines == 0 { Pt::ZERO } else { trial.air(self.gap_of(para)) * lead };
                }
                let line = line_height * para.shaped.tallness();
                let before = if index == 0 { Break::Section } else { para.before };
                let is_divided = alike && lines >= MANY_LINES && para.is_very_long();
                let first = if is_divided { FEW_LINES } else { lines };
                atoms.push(Atom { gap, height: height + line * first as f32, before });
                places.push(Place { para: number, line: 0 });
                for at in first..(lines + 1).saturating_sub(FEW_LINES) {
                    let count = if at + FEW_LINES == lines { FEW_LINES } else { 1 };
                    atoms.push(Atom { gap: Pt::ZERO, height: line * count as f32, before: Break::Lines });
                    places.push(Place { para: number, line: at });
                }
                height = Pt::ZERO;
                number += 1;
            }
        }
    }

    /// The breaks that make the tallest column shortest, and break no more than the trial allows. One section
    /// alone has no break between sections: it is shared out like any text.
    pub(in crate::typeset) fn plan(&self, widths: &[Pt], trial: &Trial<'_>) -> Plan {
        let Scratch { atoms, places, tables, last } = &mut *self.scratch.borrow_mut();
        // Trials of the whole text are alike where their sizes are; thought changes to it are told apart by number.
        let number = if matches!(trial.edit, Edit::Nothing) { 0 } else { trial.number };
        let asked = (number, trial.body, trial.shares);
        let alike = last.as_ref().filter(|last| {
            last.asked == asked
                && last.widths.starts_with(widths)
                && last.plan.heights().len() == widths.len()
        });
        let allowed = if self.sections.len() == 1 { trial.breaks.max(Break::List) } else { trial.breaks };
        // A frame asks for its height first, and then for the plan itself.
        if let Some(last) = alike.filter(|last| last.allowed == allowed) {
            return last.plan;
        }
        if alike.is_none() {
            atoms.clear();
            let has_headings = self.above(widths).is_none();
            let divides = widths.len() > 1 && widths.iter().all(|width| (*width - widths[0]).abs() < ALIKE);
            for (column, width) in widths.iter().enumerate() {
                if column > 0 && (divides || widths[column - 1] == *width) {
                    atoms.extend_from_within(atoms.len() - places.len()..);
                } else {
                    places.clear();
                    self.add_atoms((*width, divides, has_headings), trial, atoms, places);
                }
            }
        }
        let plan = Stacks { atoms, count: places.len(), number: widths.len(), places }.best(allowed, tables);
        let above = self.above(widths).map(|width| self.heading_height(&self.sections[0], width, trial));
        let plan = plan.below(above.unwrap_or_default());
        let mut in_widths = [Pt::ZERO; MAX_COLUMNS];
        in_widths[..widths.len()].copy_from_slice(widths);
        *last = Some(Planned { asked, widths: in_widths, allowed, plan });
        plan
    }
}

impl FlowSection<'_> {
    /// Lines of each of its paragraphs in a column of this width.
    pub(in crate::typeset) fn all_lines(&self, flow: &Flow<'_>, width: Pt, trial: &Trial<'_>) -> Vec<usize> {
        let style = flow.body_style(trial);
        let lines = self.lines(flow, &style, width, trial);
        self.paras.iter().enumerate().map(|(index, para)| lines(index, para)).collect()
    }

    /// How many words its paragraphs have.
    pub(in crate::typeset) fn words(&self) -> usize {
        self.paras.iter().map(|para| para.shaped.word_count()).sum()
    }

    /// Lines of a paragraph, by its place in the section, in a column of this width, after a change that is only
    /// thought of.
    fn lines(
        &self,
        flow: &Flow<'_>,
        style: &Style,
        width: Pt,
        trial: &Trial<'_>,
    ) -> impl Fn(usize, &Para<'_>) -> usize + use<'_> {
        let style = *style;
        let room = width - flow.hang(trial);
        let (mut gone, mut added) = (None, 0);
        match &trial.edit {
            Edit::Cut(words, thin) => gone = Some((self.gone(words), *thin)),
            Edit::Add(number, words) if *number == self.number => added = *words,
            Edit::Nothing | Edit::Add(..) => {}
        }
        let last = self.paras.len().saturating_sub(1);
        move |index, para| {
            let ems = width_in_ems(room - style.size * (INDENT * f32::from(para.level)), style.size);
            match gone {
                Some((gone, thin)) => self.lines_without(gone, thin, index, ems),
                None if added > 0 && index == last => para.shaped.lines_with(added, ems),
                None => para.shaped.count_lines(ems),
            }
        }
    }

    /// How many words go from this section, and how many it has, if so many go from each.
    fn gone(&self, words: &[usize]) -> (usize, usize) {
        let count = self.paras.iter().map(|para| para.shaped.word_widths().len()).sum();
        let gone = words.get(self.number.saturating_sub(1)).copied().unwrap_or(0);
        (gone.min(count), count)
    }

    /// Lines of a paragraph when so many of the words of its section go.
    fn lines_without(&self, (gone, count): (usize, usize), thin: Thin, index: usize, ems: f32) -> usize {
        let before: usize = self.paras[..index].iter().map(|para| para.shaped.word_widths().len()).sum();
        let words = self.paras[index].shaped.word_widths();
        // What goes from an end takes the forced ends of its lines along, and no line that stays begins with them.
        let up_to = |place: usize| place.saturating_sub(before).min(words.len());
        match thin {
            Thin::Last => lines_of_words(words[..up_to(count - gone)].iter().copied(), ems),
            Thin::First => lines_of_words(words[up_to(gone)..].iter().copied(), ems),
            Thin::Everywhere => {
                let mut going = thinned(gone, count, before);
                let mut next = going.next();
                let kept = (before..).zip(words).map(|(place, width)| {
                    if next != Some(place) {
                        return *width;
                    }
                    next = going.next();
                    // A word that goes leaves the end of its line where it was forced.
                    0.0_f32.copysign(*width)
                });
                lines_of_words(kept, ems)
            }
        }
    }
}
