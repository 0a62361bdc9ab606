//! Pieces: takes sections and contacts at a size, gives them as what is never divided, with what a page that ends there
//! would break.
//!
//! A page never ends on a heading, on the line before a list, with one item of a list on either side, or with one line
//! of a paragraph on either side.

use std::ops::Range;

use crate::geom::Pt;
use crate::layout::Strand;
use crate::typeset::content::{Contacts, Flow, FlowSection, Para, Strands};
use crate::typeset::trial::{Break, Trial, line_height_of};

/// What a page that ends before a piece breaks, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seam {
    /// Nothing: a section or the contacts begin there.
    Section,
    /// A section or the contacts, between two paragraphs or contacts.
    Block,
    /// A list, with two items or more on both sides.
    Item,
    /// A paragraph, with two lines or more on both sides.
    Line,
    /// What should stay together: one item is left over, or contacts that have room on one page are parted. It is
    /// taken only where a page could not be filled otherwise.
    Lone,
    /// A heading or an introduction and what follows it.
    Never,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// The heading of a section, by its place in the flow.
    Title(usize),
    /// Lines of a paragraph: section, paragraph and which lines.
    Lines(usize, usize, Range<usize>),
    /// The heading over the contacts.
    ContactsTitle,
    /// A contact, by its place.
    Contact(usize),
}

/// What is never divided.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// What it is.
    pub kind: Kind,
    /// Space above it, where it is not the first of its room.
    pub gap: Pt,
    /// Its own height.
    pub height: Pt,
    /// What a page that ends before it breaks.
    pub before: Seam,
    /// Whether it does not stand on the first page with what comes before it.
    pub opens_page: bool,
}

/// A paragraph of fewer lines is not divided.
const LEAST_DIVIDED: usize = 4;
/// Space between contacts, as a multiple of the body size.
const BETWEEN: f32 = 1.05;
/// Space below the heading over the contacts, as a multiple of the body size: they have room around them.
const BELOW_TITLE: f32 = 0.45;

/// All that runs through pages, in order, in rooms of a width. Contacts that come first have the first page to
/// themselves; where they need more than that, the text begins below them.
pub(super) fn pieces(strands: &Strands<'_>, width: Pt, trial: &Trial<'_>) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    let mut after_contacts = false;
    for (at, strand) in strands.thread.order.iter().enumerate() {
        let from = all.len();
        match strand {
            Strand::Sections => {
                for (index, section) in strands.flow.sections.iter().enumerate() {
                    add_section(&strands.flow, (index, section), width, trial, &mut all);
                }
            }
            Strand::Contacts => {
                if let Some(contacts) = &strands.contacts {
                    add_contacts(strands, contacts, width, trial, &mut all);
                }
            }
        }
        if let Some(first) = all.get_mut(from) {
            first.opens_page = after_contacts;
            after_contacts = at == 0 && *strand == Strand::Contacts;
        }
    }
    all
}

/// Adds a section, by its place and itself.
pub(super) fn add_section(
    flow: &Flow<'_>,
    (index, section): (usize, &FlowSection<'_>),
    width: Pt,
    trial: &Trial<'_>,
    all: &mut Vec<Piece>,
) {
    let style = flow.body_style(trial);
    let title = flow.heading_height(section, width, trial);
    let has_title = title > Pt::ZERO;
    let gap = flow.section_gap(trial);
    if has_title {
        let kind = Kind::Title(index);
        all.push(Piece { kind, gap, height: title, before: Seam::Section, opens_page: false });
    }
    for (place, lines) in section.all_lines(flow, width, trial).into_iter().enumerate() {
        let para = &section.paras[place];
        let (gap, before) = match (place, has_title) {
            (0, true) => (Pt::ZERO, Seam::Never),
            (0, false) => (gap, Seam::Section),
            _ => (flow.gap_above(para, trial), seam_before(&section.paras, place)),
        };
        let height = line_height_of(&para.shaped, &style);
        let within = seam_within(&section.paras, place);
        for (nth, range) in stretches(lines).enumerate() {
            all.push(Piece {
                height: height * range.len() as f32,
                kind: Kind::Lines(index, place, range),
                gap: if nth == 0 { gap } else { Pt::ZERO },
                before: if nth == 0 { before } else { within },
                opens_page: false,
            });
        }
    }
}

/// The lines of a paragraph as they may be divided: two at the beginning, two at the end, each by itself between them.
fn stretches(lines: usize) -> impl Iterator<Item = Range<usize>> {
    let within = if lines >= LEAST_DIVIDED { 2..lines - 1 } else { 0..0 };
    let starts = std::iter::once(0).chain(within.clone());
    starts.zip(within.chain([lines])).map(|(start, end)| start..end)
}

fn seam_before(paras: &[Para<'_>], place: usize) -> Seam {
    let para = &paras[place];
    match para.before {
        Break::Section | Break::Paragraph => Seam::Block,
        Break::List => Seam::Item,
        Break::Lines | Break::Any => Seam::Lone,
        // A list within a list, and what follows the first paragraph of an item.
        Break::Never if para.level > 1 || (para.marker.is_none() && para.level == 1) => Seam::Lone,
        Break::Never => Seam::Never,
    }
}

/// What a page that ends within a paragraph breaks. Of a list two items have to be begun on the one side, and two stand
/// or end on the other.
fn seam_within(paras: &[Para<'_>], place: usize) -> Seam {
    if paras[place].level == 0 {
        return Seam::Line;
    }
    let is_item = |para: &&Para<'_>| para.level == 1 && para.marker.is_some();
    let in_list = |para: &&Para<'_>| para.level > 0;
    let up_to = paras[..=place].iter().rev().take_while(in_list).filter(is_item).count();
    let after = paras[place + 1..].iter().take_while(in_list).filter(is_item).count();
    if up_to >= 2 && after >= 1 { Seam::Line } else { Seam::Lone }
}

fn add_contacts(
    strands: &Strands<'_>,
    contacts: &Contacts<'_>,
    width: Pt,
    trial: &Trial<'_>,
    all: &mut Vec<Piece>,
) {
    let (flow, (_, title)) = (&strands.flow, &strands.title);
    let height = flow.title_height(title, width, trial);
    for index in 0..contacts.entries.len() {
        if index == 0 {
            let gap = flow.section_gap(trial);
            let kind = Kind::ContactsTitle;
            all.push(Piece { kind, gap, height, before: Seam::Section, opens_page: false });
        }
        let (gap, before) = match index {
            0 => (trial.body * BELOW_TITLE, Seam::Never),
            _ => (trial.body * BETWEEN, Seam::Block),
        };
        let height = contacts.block_height(index, width, trial);
        all.push(Piece { kind: Kind::Contact(index), gap, height, before, opens_page: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_paragraph_stands_alone() {
        let of = |lines: usize| stretches(lines).collect::<Vec<_>>();
        assert_eq!(of(0), std::iter::once(0..0).collect::<Vec<_>>());
        assert_eq!(of(3), std::iter::once(0..3).collect::<Vec<_>>());
        assert_eq!(of(4), [0..2, 2..4]);
        assert_eq!(of(6), [0..2, 2..3, 3..4, 4..6]);
    }
}
