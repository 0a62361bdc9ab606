//! Stacks: takes what must not be broken, with its heights in each column, gives the best breaks between columns.

use crate::geom::Pt;
use crate::layout::{MAX_COLUMNS, Shares};
use crate::typeset::trial::Break;

/// Memory of plans, kept from trial to trial.
#[derive(Default)]
pub(in crate::typeset) struct Scratch {
    /// What must not be broken, for each column.
    pub atoms: Vec<Atom>,
    /// Where each of these begins.
    pub places: Vec<Place>,
    /// The tables of the dynamic programme.
    pub tables: Tables,
    /// The last plan, with what it was asked for.
    pub last: Option<Planned>,
}

/// A plan, and what tells it from another.
pub(in crate::typeset) struct Planned {
    /// Number of its trial where that thinks words away or adds some, else 0; body size and shares.
    pub asked: (u32, Pt, Shares),
    /// Widths of its columns.
    pub widths: [Pt; MAX_COLUMNS],
    /// What the ends of its columns may break.
    pub allowed: Break,
    /// The plan.
    pub plan: Plan,
}

/// The tables of the dynamic programme.
#[derive(Default)]
pub(super) struct Tables {
    tallest: Vec<Pt>,
    better: Vec<Pt>,
    choices: Vec<usize>,
}

/// A place in a text: a paragraph, counted through all sections, and a line of it, which is the first but in a very
/// long one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::typeset) struct Place {
    /// The paragraph.
    pub para: usize,
    /// The line.
    pub line: usize,
}

/// What must not be broken: a heading with its first paragraph, a paragraph, or some lines of a very long one.
#[derive(Clone, Copy)]
pub(super) struct Atom {
    /// Space above it, where it does not begin a column.
    pub gap: Pt,
    /// Its own height.
    pub height: Pt,
    /// What a column that ends before it breaks.
    pub before: Break,
}

/// Where columns begin, and how tall they are.
#[derive(Clone, Copy)]
pub(in crate::typeset) struct Plan {
    /// What each column begins with; then the end of the text.
    pub starts: [Place; MAX_COLUMNS + 1],
    heights: [Pt; MAX_COLUMNS],
    columns: usize,
    /// Height of the tallest.
    pub height: Pt,
    /// The worst that the end of a column breaks; nothing where there is one column.
    pub breaks: Option<Break>,
}

impl Plan {
    /// The same below what stands above all columns.
    pub(super) fn below(mut self, above: Pt) -> Self {
        self.height += above;
        self.heights[..self.columns].iter_mut().for_each(|height| *height += above);
        self
    }

    /// Height of each column.
    pub(in crate::typeset) fn heights(&self) -> &[Pt] {
        &self.heights[..self.columns]
    }
}

/// The same text stacked in columns of several widths.
pub(super) struct Stacks<'c> {
    /// What must not be broken: all of it for the first column, then for the second, and so on.
    pub atoms: &'c [Atom],
    /// How many there are for each column.
    pub count: usize,
    /// How many columns.
    pub number: usize,
    /// Where each of what must not be broken begins.
    pub places: &'c [Place],
}

impl Stacks<'_> {
    fn of(&self, column: usize) -> &[Atom] {
        &self.atoms[column * self.count..][..self.count]
    }

    /// Height of a stretch in a column.
    fn height(&self, column: usize, from: usize, to: usize) -> Pt {
        let atoms = &self.of(column)[from..to];
        let all = atoms.iter().map(|atom| atom.gap + atom.height).sum::<Pt>();
        all - atoms.first().map_or(Pt::ZERO, |atom| atom.gap)
    }

    /// Heights of a column that has all from some paragraph on, for each of them.
    fn heights_to_the_end(&self, column: usize, heights: &mut Vec<Pt>) {
        heights.clear();
        heights.resize(self.count + 1, Pt::ZERO);
        let mut below = Pt::ZERO;
        for (height, atom) in heights.iter_mut().zip(self.of(column)).rev() {
            *height = atom.height + below;
            below = *height + atom.gap;
        }
    }

    /// Dynamic programme over columns from the last to the first: the least possible height of the tallest
    /// column from here on, for every paragraph that this column could begin with.
    pub(super) fn best(&self, worst: Break, tables: &mut Tables) -> Plan {
        let (count, last) = (self.count, self.number - 1);
        let Tables { tallest, better, choices } = tables;
        self.heights_to_the_end(last, tallest);
        better.clone_from(tallest);
        choices.clear();
        choices.resize((count + 1) * last, count);
        for column in (0..last).rev() {
            let (atoms, choices) = (self.of(column), &mut choices[column * (count + 1)..]);
            // The first column begins with the first paragraph.
            for from in 0..=if column == 0 { 0 } else { count } {
                let (mut height, mut least) = (Pt::ZERO, Pt::new(f32::MAX));
                for to in from..=count {
                    if to > from {
                        let atom = atoms[to - 1];
                        height += atom.height + if to - 1 > from { atom.gap } else { Pt::ZERO };
                    }
                    // From here on the column alone is taller than the best that is known.
                    if height >= least {
                        break;
                    }
                    // No column is bare before one that is not.
                    let allowed = to == count || (to > from && atoms[to].before <= worst);
                    let result = height.max(tallest[to]);
                    if allowed && result < least {
                        least = result;
                        choices[from] = to;
                    }
                }
                better[from] = least;
            }
            std::mem::swap(tallest, better);
        }
        let mut starts = [count; MAX_COLUMNS + 1];
        starts[0] = 0;
        for column in 0..last {
            starts[column + 1] = choices[column * (count + 1) + starts[column]];
        }
        let mut heights = [Pt::ZERO; MAX_COLUMNS];
        for (column, height) in heights[..self.number].iter_mut().enumerate() {
            *height = self.height(column, starts[column], starts[column + 1]);
        }
        let height = heights.iter().fold(Pt::ZERO, |tallest, height| tallest.max(*height));
        let inner = starts[1..self.number].iter().filter_map(|start| self.of(0).get(*start));
        let breaks = inner.map(|atom| atom.before).max();
        let end = Place { para: self.places.last().map_or(0, |last| last.para + 1), line: 0 };
        let starts = starts.map(|start| self.places.get(start).copied().unwrap_or(end));
        Plan { starts, heights, columns: self.number, height, breaks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A paragraph for each that must not be broken.
    fn paras(count: usize) -> Vec<Place> {
        (0..count).map(|para| Place { para, line: 0 }).collect()
    }

    /// Every way to break `heights` into columns, tried one by one: the height of the tallest column.
    fn tried(heights: &[f32], columns: usize) -> f32 {
        let stack = |part: &[f32]| part.iter().sum::<f32>() + part.len().saturating_sub(1) as f32;
        match columns {
            1 => stack(heights),
            _ => (0..=heights.len())
                .map(|to| stack(&heights[..to]).max(tried(&heights[to..], columns - 1)))
                .fold(f32::MAX, f32::min),
        }
    }

    #[test]
    fn the_tallest_column_is_as_short_as_can_be() {
        let mut tables = Tables::default();
        for count in 0..8 {
            let heights: Vec<f32> = (0..count).map(|number| (number * 7 % 5 + 1) as f32).collect();
            let atom =
                |height: &f32| Atom { gap: Pt::new(1.0), height: Pt::new(*height), before: Break::Section };
            for number in 1..=4 {
                let atoms: Vec<Atom> = std::iter::repeat_n(&heights, number).flatten().map(atom).collect();
                let plan = Stacks { atoms: &atoms, count, number, places: &paras(count) }
                    .best(Break::Section, &mut tables);
                assert_eq!(plan.height.get(), tried(&heights, number), "{heights:?} in {number}");
                assert_eq!(plan.heights().len(), number);
                assert_eq!((plan.starts[0].para, plan.starts[number].para), (0, count));
            }
        }
    }

    #[test]
    fn no_column_is_bare_before_one_that_is_not() {
        let atom = |height| Atom { gap: Pt::ZERO, height: Pt::new(height), before: Break::Never };
        // The second column is wider, so the only paragraph would be lower there.
        let atoms = [atom(30.0), atom(20.0)];
        let stacks = Stacks { atoms: &atoms, count: 1, number: 2, places: &paras(1) };
        let plan = stacks.best(Break::Any, &mut Tables::default());
        assert_eq!((plan.starts[1].para, plan.height), (1, Pt::new(30.0)));
    }

    #[test]
    fn a_column_breaks_only_where_it_may() {
        let atom = |before| Atom { gap: Pt::ZERO, height: Pt::new(10.0), before };
        let one = [atom(Break::Section), atom(Break::Any), atom(Break::Paragraph), atom(Break::Section)];
        let atoms = [one, one].concat();
        let places = paras(4);
        let stacks = Stacks { atoms: &atoms, count: 4, number: 2, places: &places };
        let starts = |worst| stacks.best(worst, &mut Tables::default()).starts[1].para;
        assert_eq!(starts(Break::Section), 3);
        assert_eq!(starts(Break::Paragraph), 2);
    }
}
