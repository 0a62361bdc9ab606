//! Rules: takes a briefing or its finished pages, gives what a careful editor would find.
//!
//! One file a noun, one code a rule. A rule knows nothing of YAML or of PDF, and reads no clock:
//! today's date comes from outside. The words are the writer's, so no rule changes any.

mod abbreviations;
mod accessibility;
mod backdrop;
mod before;
mod behind;
mod colours;
mod contact_lines;
mod contacts;
mod contrast;
mod dates;
mod document;
mod email;
mod finding;
mod grouping;
mod instead;
mod language;
mod left_away;
mod left_blanks;
mod left_brackets;
mod left_codes;
mod left_frame;
mod left_keys;
mod left_letters;
mod left_links;
mod left_marks;
mod left_over;
mod left_pages;
mod left_pairs;
mod left_piece;
mod left_seen;
mod left_typing;
mod left_whole;
mod left_words;
mod level;
mod mentions;
mod names;
mod pasted;
mod phone;
mod picture;
mod prose;
mod qr;
mod reach;
mod reading;
mod repeated;
mod split;
mod starter;
mod tracked;
mod two_numbers;
mod untagged;
mod url;
mod working_title;

pub use colours::colours;
pub use dates::next_change;
pub use document::{Printed, document};
pub use starter::{MARK as TEMPLATE_MARK, template_sections};

use self::prose::Prose;
use crate::diag::{Code, Diagnostic, Place};
use crate::model::{Briefing, Date, weigh};
use crate::source::{Sources, Span};

/// What the rules need to be told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings<'a> {
    /// The day it is; without it nothing is overdue.
    pub today: Option<Date>,
    /// The texts of the files; without them a message carries no lines to put in.
    pub sources: Option<&'a Sources>,
}

/// All that the rules find in the words of a briefing, in the order of the source.
#[must_use]
pub fn briefing(briefing: &Briefing, settings: &Settings<'_>) -> Vec<Diagnostic> {
    let (mut out, prose) = (Vec::new(), Prose::of(briefing));
    contacts::check(briefing, settings, &mut out);
    mentions::check(briefing, &prose, &mut out);
    reach::check(briefing, &mut out);
    dates::check(briefing, settings, &mut out);
    accessibility::check(briefing, &prose, &mut out);
    language::check(briefing, &prose, &mut out);
    abbreviations::check(briefing, &prose, &mut out);
    pasted::check(briefing, &prose, &mut out);
    weigh(&mut out, &briefing.checks);
    level::refused(&briefing.checks, &mut out);
    one_cause(&mut out);
    out.sort_by(|a, b| a.place.cmp(&b.place));
    // The card takes the title of the briefing where it has none of its own, so a word may be met twice.
    out.dedup();
    out
}

/// Of letters that stand in what was left over nothing else is to be said: it goes, and they with it.
fn one_cause(out: &mut Vec<Diagnostic>) {
    let left: Vec<Span> = out.iter().filter(|told| told.code == Code::LeftOver).filter_map(span).collect();
    if left.is_empty() {
        return;
    }
    out.retain(|told| {
        let follows = matches!(told.code, Code::Abbreviation | Code::Capitals | Code::HeadingRepeats);
        let within = |left: &Span, own: Span| {
            left.source == own.source && left.start < own.end && own.start < left.end
        };
        !follows || span(told).is_none_or(|own| !left.iter().any(|left| within(left, own)))
    });
}

/// Where a message points in a source.
fn span(told: &Diagnostic) -> Option<Span> {
    match told.place {
        Place::At(span) => Some(span),
        Place::File(_) => None,
    }
}
