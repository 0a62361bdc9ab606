//! Trials: takes a size and columns that are tried, gives resolved styles, heights of text, and how a page bears it.

use std::rc::Rc;

use super::counted::Counted;
use super::places::Faults;
use crate::geom::Pt;
use crate::layout::{Columns, Ends, SMALLEST, Shares, SizeSpec, StyleSpec, Token};
use crate::style::{Style, Theme, TypeRange};
use crate::text::Shaped;

/// One try of copyfit: a body size, how airily the page is set, and its columns.
#[derive(Clone)]
pub(super) struct Trial<'t> {
    /// Tells it from all other trials of its page.
    pub number: u32,
    /// Size of body text.
    pub body: Pt,
    /// How far each token has grown.
    pub shares: Shares,
    /// What the end of a column may break.
    pub breaks: Break,
    /// Which part of their floors numbers keep: 1 but for the last means before a page is refused.
    pub keep: f32,
    /// Words that are thought away or added, to learn how many are too many or would still fit.
    pub edit: Edit,
    /// The columns of the page's grid.
    pub columns: Columns,
    /// The colours.
    pub theme: &'t Theme,
}

/// What the end of a column breaks, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Nothing: the next column begins with a section.
    Section,
    /// A section, between two paragraphs.
    Paragraph,
    /// A very long paragraph, with some lines on both sides.
    Lines,
    /// A list, with two items or more on both sides.
    List,
    /// Anything but a list inside a list.
    Any,
    /// What is never broken: a heading or an introduction and what follows, and a list inside a list.
    Never,
}

impl Break {
    /// How many kinds there are.
    pub(super) const COUNT: usize = 6;
}

/// Which words of a section are thought away. What holds for all of these, with a margin, holds for how people cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thin {
    /// The last.
    Last,
    /// The first.
    First,
    /// Some everywhere.
    Everywhere,
}

impl Thin {
    /// All of them.
    pub(super) const ALL: [Thin; 3] = [Thin::Last, Thin::First, Thin::Everywhere];
}

/// The places of the words that go, from one place on, if so many of so many go everywhere: the first, and then one
/// every `count / gone`.
pub(super) fn thinned(gone: usize, count: usize, from: usize) -> impl Iterator<Item = usize> {
    let first = (from * gone).div_ceil(count.max(1));
    (first..gone).map(move |number| number * count / gone)
}

/// A change to the text that is only thought of.
#[derive(Clone, Debug, Default)]
pub(super) enum Edit {
    /// None.
    #[default]
    Nothing,
    /// For each section of the briefing, so many words less, and which.
    Cut(Rc<[usize]>, Thin),
    /// So many words more at the end of the section of that number.
    Add(usize, usize),
}

impl Trial<'_> {
    /// A multiple of the body size that grows with the air of the page.
    pub(super) fn air(&self, factor: Ends) -> Pt {
        self.body * factor.at(self.shares.of(Token::Air))
    }
}

/// The style that a declared style comes to. A size that is a range takes the largest at which `words`
/// stay on one line of `width`.
pub(super) fn resolve(spec: &StyleSpec, trial: &Trial<'_>, words: Option<&Counted>, width: Pt) -> Style {
    let size = match spec.size {
        SizeSpec::Fixed(size) => size,
        SizeSpec::OfBody(factor, range) => clamp(trial.body * factor.at(trial.shares.of(Token::Lead)), range),
        SizeSpec::Fit(range) => fitted(range, words, width),
        SizeSpec::Grow(range, most) => {
            let max = range.max + (most - range.max) * trial.shares.of(Token::Title);
            let on_one = fitted(TypeRange { max, ..range }, words, width);
            if on_one > range.min { on_one } else { on_two(range, words, width) }
        }
        SizeSpec::Together(range, _) => fitted(range, words, width),
    };
    let leading = spec.leading.at(trial.shares.of(Token::Leading));
    Style { weight: spec.weight, size, leading, paint: trial.theme.paint(spec.swatch) }
}

/// The largest size of a range at which words stay on one line; the floor where none does.
fn fitted(range: TypeRange, words: Option<&Counted>, width: Pt) -> Pt {
    match words.map(|words| words.max_width()) {
        // A thousandth less than the room, so that rounding never breaks the line after all.
        Some(ems) if ems > 0.0 => clamp(width * (999.0 / ems), range),
        _ => range.max,
    }
}

/// The largest size of a range at which words stay on two lines; the floor where none does.
fn on_two(range: TypeRange, words: Option<&Counted>, width: Pt) -> Pt {
    let Some(words) = words else { return range.min };
    let whole = width * (999.0 / words.min_width().max(1.0));
    range
        .largest(|size| size <= whole && words.count_lines(width_in_ems(width, size)) <= 2)
        .min(whole.max(SMALLEST))
}

pub(super) fn clamp(size: Pt, range: TypeRange) -> Pt {
    size.max(range.min).min(range.max)
}

/// A width in thousandths of an em.
pub(super) fn width_in_ems(width: Pt, size: Pt) -> f32 {
    (width.max(Pt::ZERO) / size) * 1000.0
}

/// Height of a text in a width.
pub(super) fn height_of(words: &Counted, style: &Style, width: Pt) -> Pt {
    line_height_of(words, style) * words.count_lines(width_in_ems(width, style.size)) as f32
}

/// Height of one line of a text: taller letters than Latin ones get higher lines.
pub(super) fn line_height_of(words: &Shaped, style: &Style) -> Pt {
    style.line_height() * words.tallness()
}

/// How a frame or a page bears its content.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strain {
    /// How far the content is taller than its place.
    pub over: Pt,
    /// How far columns differ in height.
    pub uneven: Pt,
    /// How much of its place running text takes; 0 without any.
    pub fill: f32,
    /// What is bare of frames that stand side by side, as a share of the page.
    pub bare: f32,
    /// The worst that the end of a column breaks.
    pub breaks: Option<Break>,
    /// Fewest and most characters of a line, each as a share of what the layout allows: more than 1 is too much.
    pub narrow: f32,
    /// See `narrow`.
    pub wide: f32,
    /// What is not as it should be of contacts.
    pub faults: Faults,
}

impl Strain {
    /// Of an empty page.
    pub(super) const NONE: Strain = Strain {
        over: Pt::new(-1e6),
        uneven: Pt::ZERO,
        fill: 0.0,
        bare: 0.0,
        breaks: None,
        narrow: 0.0,
        wide: 0.0,
        faults: Faults { lonely: 0, torn: 0 },
    };

    /// With another frame of the page.
    pub(super) fn with(self, other: Strain) -> Strain {
        Strain {
            over: self.over.max(other.over),
            uneven: self.uneven + other.uneven,
            fill: self.fill.max(other.fill),
            bare: self.bare + other.bare,
            breaks: self.breaks.max(other.breaks),
            narrow: self.narrow.max(other.narrow),
            wide: self.wide.max(other.wide),
            faults: self.faults + other.faults,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_go_everywhere_are_as_many_as_were_asked_for_and_stand_apart() {
        for (gone, count) in [(0, 0), (0, 7), (1, 1), (1, 50), (3, 10), (7, 7), (49, 50)] {
            let all: Vec<usize> = thinned(gone, count, 0).collect();
            assert_eq!(
                (all.len(), all.first().copied()),
                (gone, (gone > 0).then_some(0)),
                "{gone} of {count}"
            );
            let apart: Vec<usize> = all.windows(2).map(|two| two[1] - two[0]).collect();
            let evenly = apart.iter().all(|step| (count / gone..=count.div_ceil(gone)).contains(step));
            assert!(evenly && all.iter().all(|place| *place < count), "{gone} of {count}: {all:?}");
            for from in 0..=count {
                let rest: Vec<usize> = all.iter().copied().filter(|place| *place >= from).collect();
                assert_eq!(
                    thinned(gone, count, from).collect::<Vec<_>>(),
                    rest,
                    "{gone} of {count} from {from}"
                );
            }
        }
    }
}
