//! Trials: takes a size and columns that are tried, gives resolved styles, heights of text, and how a page bears it.

use super::counted::Counted;
use crate::geom::Pt;
use crate::layout::{Columns, SizeSpec, StyleSpec};
use crate::style::{Style, Theme, TypeRange};

/// One try of copyfit: a body size, how loosely the page is set, and its columns.
#[derive(Clone)]
pub(super) struct Trial<'t> {
    /// Tells it from all other trials of its page.
    pub number: u32,
    /// Size of body text.
    pub body: Pt,
    /// Whether all means are used: a column may end so that one paragraph stands alone, and numbers may be
    /// smaller than the text.
    pub tight: bool,
    /// How much of the air that a page may take it takes, from 0 to 1: leading, gaps and contacts grow with it.
    pub loose: f32,
    /// Words that are thought away or added, to learn how many are too many or would still fit.
    pub edit: Edit,
    /// The columns of the page's grid.
    pub columns: Columns,
    /// The colours.
    pub theme: &'t Theme,
}

/// A change to the text that is only thought of.
#[derive(Clone, Debug, Default)]
pub(super) enum Edit {
    /// None.
    #[default]
    Nothing,
    /// For each section of the briefing, so many words less.
    Cut(Vec<usize>),
    /// So many words more at the end of the section of that number.
    Add(usize, usize),
}

impl Trial<'_> {
    /// A distance that grows with looseness up to `times` what it is on a full page.
    pub(super) fn airy(&self, distance: Pt, times: f32) -> Pt {
        distance * (1.0 + self.loose * (times - 1.0))
    }
}

/// The style that a declared style comes to. A size that is a range takes the largest at which `words`
/// stay on one line of `width`.
pub(super) fn resolve(spec: &StyleSpec, trial: &Trial<'_>, words: Option<&Counted>, width: Pt) -> Style {
    let size = match spec.size {
        SizeSpec::Fixed(size) => size,
        SizeSpec::OfBody(factor, range) => clamp(trial.body * factor, range),
        SizeSpec::Fit(range) => match words.map(|words| words.max_width()) {
            // A thousandth less than the room, so that rounding never breaks the line after all.
            Some(ems) if ems > 0.0 => clamp(width * (999.0 / ems), range),
            _ => range.max,
        },
    };
    Style { weight: spec.weight, size, leading: spec.leading, paint: trial.theme.paint(spec.swatch) }
}

fn clamp(size: Pt, range: TypeRange) -> Pt {
    size.max(range.min).min(range.max)
}

/// A width in thousandths of an em.
pub(super) fn width_in_ems(width: Pt, size: Pt) -> f32 {
    (width.max(Pt::ZERO) / size) * 1000.0
}

/// Height of a text in a width.
pub(super) fn height_of(words: &Counted, style: &Style, width: Pt) -> Pt {
    style.line_height() * words.count_lines(width_in_ems(width, style.size)) as f32
}

/// How a frame or a page bears its content.
#[derive(Clone, Copy)]
pub(super) struct Strain {
    /// How far the content is taller than its place.
    pub over: Pt,
    /// How far columns differ in height.
    pub uneven: Pt,
    /// How much of its place running text takes; 0 without any.
    pub fill: f32,
}

impl Strain {
    /// Of an empty page.
    pub(super) const NONE: Strain = Strain { over: Pt::new(-1e6), uneven: Pt::ZERO, fill: 0.0 };

    /// With another frame of the page.
    pub(super) fn with(self, other: Strain) -> Strain {
        Strain {
            over: self.over.max(other.over),
            uneven: self.uneven + other.uneven,
            fill: self.fill.max(other.fill),
        }
    }
}
