//! Headings without numbers: takes lines of which none carries a number, gives the seven that look alike, if agreed.

use super::super::clean::Line;
use super::super::office::{Mark, Style};
use super::super::question::{Asker, Question};
use super::short::{could_be_heading, is_label};
use crate::geom::Pt;
use crate::model::{DraftPlace, SECTIONS};

/// Proposes the lines that look like headings, where there are exactly seven of one look: a person says whether they
/// are. Gives the lines that were agreed to, nothing where there is nothing to propose or the answer is no.
pub(super) fn proposed(lines: &[Line], asker: &mut Asker<'_>) -> Proposal {
    let Some(seven) = seven(lines) else { return Proposal::None };
    let words: Vec<&str> = seven.iter().map(|at| lines[*at].text.as_str()).collect();
    let answer = asker.choose(Question {
        key: "headings".to_owned(),
        text: "No line carries a number. Are these seven the headings of the sections, in this order?"
            .to_owned(),
        shown: words.iter().map(|words| (*words).to_owned()).collect(),
        choices: vec!["Yes".to_owned(), "No: ask for each of the seven".to_owned()],
        own_words: false,
        place: DraftPlace::Top,
    });
    match answer {
        Some(0) => Proposal::Agreed(seven),
        Some(_) => Proposal::None,
        None => Proposal::Open,
    }
}

/// What became of a proposal.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Proposal {
    /// There was none, or it was turned down.
    None,
    /// Nobody has answered yet.
    Open,
    /// These lines are the headings.
    Agreed([usize; SECTIONS]),
}

/// The seven lines of one look: headings by their style, or else bold lines of one size.
fn seven(lines: &[Line]) -> Option<[usize; SECTIONS]> {
    let usable = |at: &usize| {
        let line = &lines[*at];
        line.kind.is_text()
            && !matches!(line.mark, Some(Mark::Bullet(_)))
            && line.style != Style::Title
            && !is_label(&line.text)
            && could_be_heading(&line.text)
    };
    let all: Vec<usize> = (0..lines.len()).filter(usable).collect();
    let styled = all.iter().copied().filter(|at| lines[*at].style == Style::Heading).collect::<Vec<_>>();
    let size = |at: usize| lines[at].size.map_or(0, |size: Pt| (size.get() * 10.0).round() as i32);
    let mut looks = vec![styled];
    let bold: Vec<usize> = all.into_iter().filter(|at| lines[*at].bold).collect();
    let mut sizes: Vec<i32> = bold.iter().map(|at| size(*at)).collect();
    sizes.sort_unstable();
    sizes.dedup();
    looks.extend(sizes.into_iter().map(|own| bold.iter().copied().filter(|at| size(*at) == own).collect()));
    let mut whole = looks.into_iter().filter_map(|lines: Vec<usize>| lines.try_into().ok());
    let first = whole.next();
    // Two sets of seven are none: each number is asked for then.
    let rest: Vec<[usize; SECTIONS]> = whole.filter(|other| Some(*other) != first).collect();
    first.filter(|_| rest.is_empty())
}
