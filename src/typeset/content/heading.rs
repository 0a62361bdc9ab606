//! Headings: takes a section and a place, draws its rule, its mark with the number, and its heading.

use super::dial::piece_of;
use super::flow::{Flow, FlowSection};
use super::spot::Spot;
use crate::geom::{Path, Point, Pt, Rect};
use crate::layout::{Align, Ends, Mark, SizeSpec, Token};
use crate::model::SECTIONS;
use crate::page::{Artifact, ElemId, Role, Stroke};
use crate::style::{Style, Swatch};
use crate::typeset::canvas::{Canvas, Meaning, PLAIN, Rag, block, em};
use crate::typeset::counted::Counted;
use crate::typeset::traces::Heading;
use crate::typeset::trial::{Trial, clamp, height_of, line_height_of, resolve};

/// Thickness of a ring, as a multiple of the body size.
const RING: f32 = 0.13;
/// Width of a disc's edge, where the theme gives it one, as a multiple of its diameter.
const DISC_EDGE: f32 = 0.06;

/// Space below the rule above a section, as a multiple of the body size.
const RULE_PADDING: Ends = Ends::new(0.3, 0.5);
/// A heading with a long word is made smaller by this part at the most.
const LEAST_UNTORN: f32 = 0.72;
/// The heading of a section that stands alone is made smaller by this part at the most to stay on one line, and those of
/// several, which stay alike, by this.
const LEAST_ALONE: f32 = 0.8;
const LEAST_TOGETHER: f32 = 0.9;
/// Rounding never tears a word after all.
const ROUNDING: f32 = 0.999;
/// Inner radius of a small dial, as a multiple of its outer one: its pieces are counted from nearby.
const INNER_OF_MARKS: f32 = 0.64;

/// What stands above a text.
pub(in crate::typeset) struct Title<'t> {
    /// Its words.
    pub words: &'t str,
    /// Its words, shaped, with the number where they carry it.
    pub shaped: &'t Counted,
    /// The number of its section and its shape; 0 where it has none.
    pub number: (usize, &'t Counted),
    /// Its colour where it is not the usual one.
    pub alarm: Option<Swatch>,
}

/// What all headings of a column have in common.
pub(super) struct Titles {
    /// How they look.
    style: Style,
    /// Size of the mark, and room that it takes beside the heading.
    diameter: Pt,
    taken: Pt,
    /// Space below, further space below, and the rule above.
    around: [Pt; 3],
}

impl Titles {
    /// Height of a heading with the rule above it and the space below it.
    pub(super) fn height(&self, shaped: &Counted, width: Pt) -> Pt {
        // The first line stands at the middle of the disc; further lines hang below it.
        let lift = ((self.diameter - line_height_of(shaped, &self.style)) / 2.0).max(Pt::ZERO);
        let words = height_of(shaped, &self.style, width - self.taken) + lift;
        self.around.iter().fold(words.max(self.diameter), |height, space| height + *space)
    }
}

impl Flow<'_> {
    /// Height of the heading of a section with the space below it.
    pub(in crate::typeset) fn heading_height(
        &self,
        section: &FlowSection<'_>,
        width: Pt,
        trial: &Trial<'_>,
    ) -> Pt {
        section.heading.as_ref().map_or(Pt::ZERO, |(_, shaped)| self.title_height(shaped, width, trial))
    }

    /// Height of a heading with the rule above it and the space below it.
    pub(in crate::typeset) fn title_height(&self, shaped: &Counted, width: Pt, trial: &Trial<'_>) -> Pt {
        self.titles(width, trial).map_or(Pt::ZERO, |titles| titles.height(shaped, width))
    }

    /// What headings in columns of a width have in common.
    pub(super) fn titles(&self, width: Pt, trial: &Trial<'_>) -> Option<Titles> {
        let style = self.heading_style(trial, width)?;
        let (diameter, taken) = self.disc(&style, trial);
        // A dial stands beside heading and text, so it makes no heading higher.
        let diameter = if self.spec.mark == Mark::Dial { Pt::ZERO } else { diameter };
        let around = [
            trial.air(self.spec.heading_gap) * self.lead(trial),
            self.spec.heading_space.at(trial.shares.of(Token::Air)),
            self.rule_height(trial),
        ];
        Some(Titles { style, diameter, taken, around })
    }

    /// Height of the rule above a section with the space below it.
    pub(super) fn rule_height(&self, trial: &Trial<'_>) -> Pt {
        let padding = trial.air(RULE_PADDING);
        self.spec.rule.map_or(Pt::ZERO, |(_, thickness)| thickness + padding)
    }

    /// Style of headings in a trial, for columns of a width. One that is the same for all sections of the briefing
    /// is the largest at which each of them stays on one line; any other is smaller where a word would be torn.
    pub(in crate::typeset) fn heading_style(&self, trial: &Trial<'_>, width: Pt) -> Option<Style> {
        let spec = self.heading?;
        let style = resolve(spec, trial, None, Pt::ZERO);
        let SizeSpec::Together(range, room) = spec.size else {
            return Some(self.untorn(style, width, trial));
        };
        let room = room.unwrap_or(width - self.hang(trial));
        let size = clamp(room * (999.0 / self.widest_heading.max(1.0)), range);
        Some(Style { size, ..style })
    }

    /// A style of headings in a width, smaller where their longest word would be torn, as far as it may be.
    fn untorn(&self, style: Style, width: Pt, trial: &Trial<'_>) -> Style {
        let (mark, taken) = self.disc(&style, trial);
        // A mark that stands before the heading grows with it; one that text hangs beside does not.
        let growing = if self.spec.hang > 0.0 { Pt::ZERO } else { mark };
        let room = width - (taken - growing);
        let within = |ems: f32| room / (em(ems, style.size) + growing).max(Pt::new(1.0)) * ROUNDING;
        let whole = within(self.longest_word).max(LEAST_UNTORN);
        // One that nearly stands on one line does so; and none grows with its text until it breaks.
        let one_line = within(self.widest_own);
        let least = if self.sections.len() == 1 { LEAST_ALONE } else { LEAST_TOGETHER };
        let ungrown = self.lead(trial).recip();
        let nearly = if one_line < least * ungrown { ungrown } else { one_line };
        Style { size: style.size * whole.min(nearly).min(1.0), ..style }
    }

    /// Draws what stands above the text of a section, with the tags of its heading below `sect`.
    pub(super) fn place_heading(
        &self,
        canvas: &mut Canvas<'_>,
        spot: &Spot<'_>,
        section: &FlowSection<'_>,
        at: Point,
        width: Pt,
        sect: ElemId,
    ) {
        let Some((words, shaped)) = &section.heading else { return };
        let alarm = self.spec.alarm.filter(|_| section.number == SECTIONS);
        let title = Title { words, shaped, number: (section.number, &section.numeral), alarm };
        self.place_title(canvas, spot, &title, (at, width), sect);
    }

    /// Draws a heading of a width with the rule above it, and its tags below `sect`.
    pub(in crate::typeset) fn place_title(
        &self,
        canvas: &mut Canvas<'_>,
        spot: &Spot<'_>,
        title: &Title<'_>,
        (at, width): (Point, Pt),
        sect: ElemId,
    ) {
        let (trial, shaped, number) = (spot.trial, title.shaped, title.number.0);
        let Some(mut style) = self.heading_style(trial, width) else { return };
        if let Some(alarm) = title.alarm {
            style.paint = trial.theme.paint(alarm.on(spot.ground));
        }
        let rule = self.rule_height(trial);
        if let Some((swatch, thickness)) = self.spec.rule {
            // Without a mark it is the rule that has the colour; with a dial, which hangs from it, both have it.
            let has_colour = number == 0 || matches!(self.spec.mark, Mark::Words | Mark::Dial);
            let swatch = title.alarm.filter(|_| has_colour).unwrap_or(swatch);
            let line = Rect::new(at.x, at.y, width, thickness);
            canvas.fill(Path::rect(line), trial.theme.paint(swatch.on(spot.ground)), Artifact::Layout);
        }
        let at = Point::new(at.x, at.y + rule);
        let heading = canvas.elem(sect, Role::H2);
        // Headings may repeat, so a bookmark begins with the number that stands on the page.
        let numbered = format!("{number} {}", title.words);
        canvas.bookmark(if number > 0 { &numbered } else { title.words }, 1, at.y, heading);
        let (size, mut taken) = self.disc(&style, trial);
        if number == 0 {
            // Without a number nothing stands beside the heading.
            taken = Pt::ZERO;
        }
        let lines = block(shaped, style, width - taken, Align::Left, Rag::Balanced);
        let first_line = line_height_of(shaped, &style);
        // A dial hangs from the line of the heading; any other mark has the heading at its middle.
        let is_hung = self.spec.mark == Mark::Dial;
        let lift = if is_hung { Pt::ZERO } else { ((size - first_line) / 2.0).max(Pt::ZERO) };
        if size > Pt::ZERO && number > 0 {
            let label = canvas.elem(heading, Role::Lbl);
            let drop = ((first_line - size) / 2.0).max(Pt::ZERO);
            let corner = Point::new(at.x, at.y + drop);
            Numbered { flow: self, spot, title }.place(canvas, &style, corner, size, label);
        }
        if number > 0
            && let Some(traces) = &mut canvas.traces
        {
            let drop = ((first_line - size) / 2.0).max(Pt::ZERO);
            let mark = Rect::new(at.x, at.y + drop, size, size);
            let first = lines.lines.first().map_or(Pt::ZERO, |line| em(line.width, style.size));
            let (end, right) = (at.x + taken + first, at.x + width);
            traces.headings.push(Heading { number, mark, end, right });
        }
        let at_words = Point::new(at.x + taken, at.y + lift);
        canvas.text(&lines, at_words, width - taken, Meaning::Of(heading), PLAIN);
    }
}

/// The mark of a section.
struct Numbered<'n, 'a> {
    flow: &'n Flow<'a>,
    spot: &'n Spot<'n>,
    title: &'n Title<'n>,
}

impl Numbered<'_, '_> {
    fn place(&self, canvas: &mut Canvas<'_>, heading: &Style, at: Point, size: Pt, label: ElemId) {
        let (theme, spec) = (self.spot.trial.theme, self.flow.spec);
        let alarm = self.title.alarm;
        let area = alarm.unwrap_or(spec.disc_swatch);
        let center = Point::new(at.x + size / 2.0, at.y + size / 2.0);
        let letters = match (spec.mark, alarm) {
            (Mark::Disc, _) | (Mark::Ring, Some(_)) => {
                let disc = Path::circle(center, size / 2.0);
                canvas.area(disc, (theme, area), size * DISC_EDGE, Artifact::Layout);
                area.letters()
            }
            (Mark::Ring, None) => {
                let paint = theme.paint(area.on(self.spot.ground));
                let width = self.spot.trial.body * RING;
                canvas.stroked(Path::circle(center, (size - width) / 2.0), Stroke { paint, width });
                area.on(self.spot.ground)
            }
            (Mark::Dial, _) => {
                for piece in 0..SECTIONS {
                    let swatch = if piece < self.title.number.0 { area } else { Swatch::Rule };
                    let path = piece_of(center, size / 2.0, INNER_OF_MARKS, piece);
                    canvas.fill(path, theme.paint(swatch.on(self.spot.ground)), Artifact::Layout);
                }
                area.on(self.spot.ground)
            }
            (Mark::Numeral | Mark::Words, _) => area.on(self.spot.ground),
        };
        let paint = theme.paint(letters);
        let (digit, align) = match spec.mark {
            Mark::Numeral | Mark::Words => (size, Align::Left),
            // A numeral of 1.15 times the text in a disc of 1.9 times the text.
            Mark::Disc | Mark::Ring => (size * 0.605, Align::Center),
            Mark::Dial => (size * 0.4, Align::Center),
        };
        let style = Style { paint, leading: 1.0, size: digit, ..*heading };
        let digits = block(self.title.number.1, style, size, align, Rag::Full);
        let top = canvas.centered_on_caps(&digits.style, center.y);
        canvas.text(&digits, Point::new(at.x, top), size, Meaning::Of(label), PLAIN);
    }
}
