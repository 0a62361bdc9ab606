//! Comparing: takes two briefings that are to say the same, gives every fact that one of them has and the other has not.
//!
//! They may be in two languages, so nothing here knows words: only what is the same in every language. Sections have as
//! many paragraphs and points, the same numbers and links; contacts have the same values; days are the same.

mod contacts;
mod facts;

use crate::diag::{Code, Diagnostic};
use crate::english::{capital, things};
use crate::model::{Block, Briefing, Date, LinkTarget, Section, Spanned};
use crate::source::{Sources, Span};
use facts::{Fact, Facts};

/// Two briefings side by side. Messages point into the second; what stands in the first is named in the advice.
struct Pair<'a> {
    sources: &'a Sources,
    first: &'a Briefing,
    second: &'a Briefing,
    found: Vec<Diagnostic>,
}

/// Everything in which the two differ.
#[must_use]
pub fn compare(sources: &Sources, first: &Briefing, second: &Briefing) -> Vec<Diagnostic> {
    let mut pair = Pair { sources, first, second, found: Vec::new() };
    for (number, (one, other)) in (1..).zip(first.sections.iter().zip(&second.sections)) {
        pair.section(number, one, other);
    }
    pair.contacts();
    pair.card();
    pair.days();
    pair.web();
    pair.found.sort_by(|one, other| one.place.cmp(&other.place));
    pair.found
}

impl Pair<'_> {
    fn say(&mut self, place: Span, message: String, advice: String) {
        self.found.push(Diagnostic::warning(Code::EditionsDiffer, place, message).hint(advice));
    }

    /// A place in the first file, as people name it.
    fn at(&self, span: Span) -> String {
        let source = self.sources.get(span.source);
        let (line, column) = source.line_column(span.range().start);
        format!("{}:{line}:{column}", source.name())
    }

    fn section(&mut self, number: usize, one: &Section, other: &Section) {
        let theirs = Facts::of(self.sources, &one.body, one.span);
        let ours = Facts::of(self.sources, &other.body, other.span);
        self.body(&format!("section {number}"), (other.heading.span, one.heading.span), &theirs, &ours);
    }

    /// The back of the card, where it has words of its own; the list of a section is compared there.
    fn card(&mut self) {
        let (one, other) = (&self.first.card_back, &self.second.card_back);
        let own = |briefing: &Briefing| {
            let place = first_span(&briefing.card_back.body);
            let inside = |section: &Section| first_span(&section.body) == place;
            place.is_some() && !briefing.sections.iter().any(inside)
        };
        if !own(self.first) && !own(self.second) {
            return;
        }
        let (theirs, ours) = (one.title.span, other.title.span);
        let of = |body: &[Block], place: Span| Facts::of(self.sources, body, place);
        let facts = (of(&one.body, theirs), of(&other.body, ours));
        self.body("the back of the card", (ours, theirs), &facts.0, &facts.1);
    }

    /// Web copies in two languages have two addresses, so only one that is missing is told then.
    fn web(&mut self) {
        let (one, other) = (self.first.web.clone(), self.second.web.clone());
        let same = match (&one, &other) {
            (Some(one), Some(other)) => {
                let key = |web: &Spanned<String>| facts::key_of(&LinkTarget::Web(web.value.clone()));
                self.first.language != self.second.language || key(one) == key(other)
            }
            _ => false,
        };
        if !same {
            self.line("web", one, other);
        }
    }

    fn body(&mut self, what: &str, (place, their_place): (Span, Span), theirs: &Facts, ours: &Facts) {
        let there = self.at(their_place);
        if theirs.paragraphs != ours.paragraphs {
            let counts = (things(ours.paragraphs, "paragraph"), theirs.paragraphs);
            let message = format!("{what} has {}, and the other file has {}", counts.0, counts.1);
            self.say(place, message, format!("{} of the other file is at {there}", capital(what)));
        }
        self.lists(what, (place, &there), theirs, ours);
        self.differences(what, "number", (place, their_place), &theirs.numbers, &ours.numbers);
        self.differences(what, "link", (place, their_place), &theirs.links, &ours.links);
    }

    fn lists(&mut self, what: &str, (place, there): (Span, &str), theirs: &Facts, ours: &Facts) {
        if theirs.lists.len() != ours.lists.len() {
            let message = format!(
                "{what} has {}, and the other file has {}",
                things(ours.lists.len(), "list"),
                theirs.lists.len()
            );
            self.say(place, message, format!("{} of the other file is at {there}", capital(what)));
            return;
        }
        for (theirs, ours) in theirs.lists.iter().zip(&ours.lists) {
            if theirs.points != ours.points {
                let points = things(ours.points, "point");
                let message =
                    format!("a list of {what} has {points}, and in the other file it has {}", theirs.points);
                let advice = format!("The list of the other file begins at {}", self.at(theirs.span));
                self.say(ours.span, message, advice);
            }
        }
    }

    /// What one side has and the other has not. One for one is told as one thing in the place of another.
    fn differences(
        &mut self,
        what: &str,
        kind: &str,
        (place, their_place): (Span, Span),
        theirs: &[Fact],
        ours: &[Fact],
    ) {
        let (lacking, added) = (without(theirs, ours), without(ours, theirs));
        if let ([lacking], [added]) = (&lacking[..], &added[..]) {
            let (shown, place) = (&added.shown, added.span);
            let message = format!("{what} has the {kind} {shown} where the other file has {}", lacking.shown);
            self.say(place, message, format!("The other one is at {}", self.at(lacking.span)));
            return;
        }
        for fact in lacking {
            let message = format!("{what} has no {kind} {}, and the other file has it", fact.shown);
            self.say(place, message, format!("It is at {}", self.at(fact.span)));
        }
        for fact in added {
            let message =
                format!("{what} has the {kind} {}, and the other file does not have it", fact.shown);
            self.say(fact.span, message, format!("Look at {}", self.at(their_place)));
        }
    }

    fn days(&mut self) {
        let (first, second) = (self.first, self.second);
        let days =
            [("issued", &first.issued, &second.issued), ("review_by", &first.review_by, &second.review_by)];
        for (key, one, other) in days {
            self.line(key, one.as_ref().map(shown), other.as_ref().map(shown));
        }
        let version = |briefing: &Briefing| briefing.version.clone();
        self.line("version", version(first), version(second));
    }

    /// A line of the head: the same on both sides, or on neither.
    fn line(&mut self, key: &str, one: Option<Spanned<String>>, other: Option<Spanned<String>>) {
        match (one, other) {
            (Some(one), Some(other)) if one.value != other.value => {
                let message = format!("`{key}` is {} here and {} in the other file", other.value, one.value);
                self.say(other.span, message, format!("The other one is at {}", self.at(one.span)));
            }
            (Some(one), None) => {
                let message = format!("there is no `{key}`, and in the other file it is {}", one.value);
                let advice = format!("Write `{key}: {}`, as at {}", one.value, self.at(one.span));
                self.say(self.second.title.span, message, advice);
            }
            (None, Some(other)) => {
                let message = format!("`{key}` is {}, and the other file has none", other.value);
                self.say(
                    other.span,
                    message,
                    format!("The other file begins at {}", self.at(self.first.title.span)),
                );
            }
            _ => {}
        }
    }
}

fn shown(day: &Spanned<Date>) -> Spanned<String> {
    Spanned { value: day.value.to_string(), span: day.span }
}

/// Those facts that the others lack, each as many times as it is lacking.
fn without<'f>(facts: &'f [Fact], others: &[Fact]) -> Vec<&'f Fact> {
    let mut left: Vec<&str> = others.iter().map(|fact| fact.key.as_str()).collect();
    let is_new = |fact: &&Fact| match left.iter().position(|key| *key == fact.key) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    };
    facts.iter().filter(is_new).collect()
}

/// Where the first words of blocks stand.
fn first_span(blocks: &[Block]) -> Option<Span> {
    let mut first = None;
    for block in blocks {
        block.for_each_inline(&mut |inline| first = first.or(inline.first().map(|run| run.span)));
    }
    first
}
