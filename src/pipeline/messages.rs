//! Messages of a job: takes what typesetting could not do, gives what the writer of the briefing is told.

use crate::diag::{Code, Diagnostic};
use crate::layout::{DocumentKind, Layout};
use crate::model::Briefing;
use crate::source::Span;
use crate::text::helpful_family;
use crate::typeset::Misfit;

/// A character that no face has.
pub(super) fn missing_glyph(c: char, span: Span) -> Diagnostic {
    let message = format!("no font here has the character `{c}` (U+{:04X})", u32::from(c));
    let hint = match helpful_family(c) {
        Some(family) => format!(
            "Put the font files of {family} and of the usual font into one folder and add --fonts FOLDER"
        ),
        None => "Write it in another way, or add a font that has it with --fonts FOLDER".to_owned(),
    };
    Diagnostic::error(Code::MissingGlyph, span, message).hint(hint)
}

/// "poster: 214 words too long at 12 pt; the longest are section 3 (165) and section 1 (195)".
pub(super) fn too_long(briefing: &Briefing, layout: &Layout, misfit: &Misfit) -> Diagnostic {
    let mut weights: Vec<(usize, usize)> =
        briefing.sections.iter().enumerate().map(|(index, section)| (section.words(), index + 1)).collect();
    weights.sort_by_key(|(words, number)| (std::cmp::Reverse(*words), *number));
    let name = layout.document.as_str();
    let floor = layout.body.min.get();
    let heavy = match misfit.section {
        Some(number) => {
            format!("slide {number} holds section {number} ({} words)", briefing.sections[number - 1].words())
        }
        None if layout.document == DocumentKind::Card => format!("the frame \"{}\" runs over", misfit.frame),
        None => format!(
            "the longest are section {} ({}) and section {} ({})",
            weights[0].1, weights[0].0, weights[1].1, weights[1].0
        ),
    };
    let worst = misfit.section.unwrap_or(weights[0].1);
    let place = briefing.sections[worst - 1].span;
    let words = misfit.words;
    let plural = if words == 1 { "" } else { "s" };
    Diagnostic::error(
        Code::DoesNotFit,
        place,
        format!("{name}: about {words} word{plural} too long at {floor} pt; {heavy}"),
    )
    .hint(format!("Take out about {words} word{plural}, or give fewer contacts"))
    .hint(format!(
        "Or choose a larger page: --layout with a copy of layouts/{name}.yaml that has a larger `size`"
    ))
}
