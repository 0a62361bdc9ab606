//! Repeats: takes the text of a briefing, gives sections, paragraphs and headings that were pasted twice.

use super::level::diagnostic;
use super::prose::{Line, Prose};
use crate::diag::{Code, Diagnostic};
use crate::model::Briefing;

/// Sections with the same words, and a paragraph or an item that stands there twice in a row.
pub(super) fn check(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    /// Shorter ones may be said again: "Ask." and "Yes or no?"
    const SHORT: usize = 20;
    let size = |lines: &[Line<'_>]| lines.iter().map(|line| line.text.len()).sum::<usize>();
    let mut told = false;
    for (at, lines) in prose.sections.iter().enumerate() {
        if let Some((line, section)) = lines.first().zip(briefing.sections.get(at))
            && line.text.len().abs_diff(section.heading.value.len()) < 3
            && bare(&line.text).eq_ignore_ascii_case(bare(&section.heading.value))
        {
            let message = "the text begins with its own heading, which the pages print above it";
            let place = line.span(0..line.text.len());
            out.push(diagnostic(Code::LeftOver, place, message).hint("Delete the line"));
        }
        let alike = |other: &[Line<'_>]| {
            other.len() == lines.len() && other.iter().zip(lines).all(|(one, two)| one.text == two.text)
        };
        let before = prose.sections[..at].iter().position(|other| alike(other));
        if let Some((before, section)) = before.zip(briefing.sections.get(at)).filter(|_| size(lines) > SHORT)
        {
            // Of a text that fills all sections one message is enough.
            if std::mem::replace(&mut told, true) {
                continue;
            }
            let message = format!("sections {} and {} have the same text", before + 1, at + 1);
            let hint = format!("Write the words that belong into section {}", at + 1);
            out.push(diagnostic(Code::LeftOver, section.heading.span, message).hint(hint));
            continue;
        }
        for pair in lines.windows(2).filter(|pair| pair[0].text.len() > SHORT && pair[0].text == pair[1].text)
        {
            let place = pair[1].span(0..pair[1].text.len());
            let told =
                diagnostic(Code::TypingSlip, place, "this paragraph or item stands there twice in a row");
            out.push(told.hint("Delete one of the two"));
        }
    }
}

/// A text without the colon or the stop behind it.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches([':', '.'])
}
