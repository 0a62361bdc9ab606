//! Overset text: takes what a page has no room for, gives what the writer of the briefing is told.

use crate::diag::{Code, Diagnostic};
use crate::english::things;
use crate::layout::{Layout, path};
use crate::model::Briefing;
use crate::shell::Command;
use crate::source::Span;
use crate::typeset::Misfit;

/// A page that does not hold what belongs on it.
pub(super) struct Overset<'a> {
    pub briefing: &'a Briefing,
    pub layout: &'a Layout,
    pub misfit: &'a Misfit,
    /// The command that builds this briefing alone.
    pub typed: &'a Command,
    /// The look that it is set in, where one was named.
    pub look: Option<&'a str>,
    /// Whether A3 holds it.
    pub fits_a3: bool,
}

/// From so many contacts on it is they that fill a page which no cut of words mends.
const MANY: usize = 5;

impl Overset<'_> {
    /// "poster: 214 words too long at 12 pt; the longest are section 3 (195 words) and section 1 (165)".
    ///
    /// `floor` says the smallest size as it is read, and `contacts` is how many contacts would fit with all the words,
    /// where it is they that fill the page.
    pub(super) fn told(&self, contacts: Option<usize>, floor: &str) -> Diagnostic {
        let Overset { briefing, layout, misfit, .. } = *self;
        let name = layout.document.as_str();
        if let Some(fit) = contacts {
            return self.too_many(fit);
        }
        let Some(count) = misfit.words else { return self.too_small() };
        let words = words(count);
        let message = match (misfit.section, layout.document.is_whole()) {
            (Some(number), _) => {
                let whole = briefing.sections[number - 1].words();
                format!("{name}: slide {number} is {words} too long at {floor}; its section has {whole}")
            }
            (None, false) => {
                format!("{name}: the text of the back is {words} too long at {floor}")
            }
            (None, _) if layout.is_wheel() => {
                format!("{name}: {words} too long at {floor} for the places of {}", self.overfull())
            }
            (None, _) => {
                format!("{name}: {words} too long at {floor}; the longest are {}", longest(briefing))
            }
        };
        let diagnostic = Diagnostic::error(Code::DoesNotFit, self.heaviest(), message);
        let cut = match (misfit.section, layout.document.is_whole()) {
            (_, false) => {
                format!("Take out {words}, or give the card a text of its own: `card: back: body:`")
            }
            (Some(_), _) => format!("Take out {words}, or move some to another section"),
            (None, _) => format!("Take out {}, or give fewer contacts", self.words_of_each()),
        };
        diagnostic.hint(cut).hint(self.larger_page())
    }

    /// "30 words from section 3 and 12 from section 5": whichever words of them, the rest fits then.
    fn words_of_each(&self) -> String {
        let misfit = self.misfit;
        let cuts = misfit.cuts.iter().enumerate().filter(|(_, cut)| **cut > 0);
        let said: Vec<String> = cuts
            .enumerate()
            .map(|(nth, (place, cut))| match nth {
                0 => format!("{} from section {}", words(*cut), place + 1),
                _ => format!("{cut} from section {}", place + 1),
            })
            .collect();
        if said.is_empty() { words(misfit.words.unwrap_or(0)) } else { listed(&said) }
    }

    /// Where it is contacts that fill the page: the first that has no room is named.
    fn too_many(&self, fit: usize) -> Diagnostic {
        let Overset { briefing, layout, misfit, .. } = *self;
        let (name, all) = (layout.document.as_str(), briefing.contacts.len());
        let of = match misfit.section {
            Some(number) => format!("slide {number} of the {name}"),
            None => format!("the {name}"),
        };
        let message = format!("{of} has room for {fit} of the {all} contacts beside its text");
        let first = briefing.contacts.get(fit);
        let place = first.map_or(briefing.title.span, |contact| contact.name.span);
        let last: Vec<&str> =
            briefing.contacts[fit..].iter().map(|contact| contact.name.value.as_str()).collect();
        let fewer = format!("Leave out {}, or those that matter least", last.join(", "));
        let shorter = misfit.words.map(|count| format!("Or take out {} of the text", words(count)));
        let diagnostic = Diagnostic::error(Code::DoesNotFit, place, message).hint(fewer);
        let diagnostic = match shorter {
            Some(shorter) => diagnostic.hint(shorter),
            None => diagnostic,
        };
        diagnostic.hint(self.larger_page())
    }

    /// Where no cut of the running text helps: too many contacts, or too long a title.
    fn too_small(&self) -> Diagnostic {
        let Overset { briefing, layout, misfit, .. } = *self;
        let (name, frame) = (layout.document.as_str(), &misfit.frame);
        let count = briefing.contacts.len();
        if layout.document.is_whole() && count >= MANY {
            let message =
                format!("{name}: {count} contacts are more than it has room for, even beside fewer words");
            let place = briefing.contacts.last().map_or(briefing.title.span, |contact| contact.name.span);
            return Diagnostic::error(Code::DoesNotFit, place, message)
                .hint("Leave out those that matter least, or shorten their names and addresses; then it is said how many words are too many")
                .hint(self.larger_page());
        }
        let over = misfit.over.to_mm().ceil().max(1.0);
        let message =
            format!("{name}: what belongs into \"{frame}\" is {over:.0} mm too high at the smallest size");
        let place = briefing.contacts.get(6).map_or(briefing.title.span, |contact| contact.name.span);
        Diagnostic::error(Code::DoesNotFit, place, message)
            .hint("Give fewer contacts, or shorten names, titles and addresses")
            .hint(self.larger_page())
    }

    /// A page that holds more, with the command for it where there is one.
    fn larger_page(&self) -> String {
        let Overset { layout, typed, look, fits_a3, .. } = *self;
        if layout.is_wheel() {
            let command = typed.clone().without(&["--layout"]);
            return format!(
                "The wheel has room for few words beside each piece. In other posters the text runs on:  {command}"
            );
        }
        if fits_a3 {
            return format!("Or print it larger, on A3:  {}", typed.clone().with("--paper", "a3"));
        }
        let path = path(look, layout.document);
        format!("Or leave it out with --only, or give --layout a copy of {path} with a larger `size`")
    }

    /// The section that a message about a misfit points at.
    fn heaviest(&self) -> Span {
        let Overset { briefing, layout, misfit, .. } = *self;
        let most =
            misfit.cuts.iter().zip(1..).max_by_key(|(cut, number)| (**cut, std::cmp::Reverse(*number)));
        // The text of a card may be none of the sections.
        let most = most.filter(|(cut, _)| **cut > 0 && layout.document.is_whole()).map(|(_, number)| number);
        let number = misfit.section.or(most).unwrap_or_else(|| by_length(briefing)[0].1);
        briefing.sections[number - 1].heading.span
    }

    /// "section 5 (122 words) and section 7 (98)": those from which words have to go.
    fn overfull(&self) -> String {
        let Overset { briefing, misfit, .. } = *self;
        let cuts = misfit.cuts.iter().zip(&briefing.sections).zip(1..).filter(|((cut, _), _)| **cut > 0);
        let said: Vec<String> = cuts
            .enumerate()
            .map(|(nth, ((_, section), number))| {
                let unit = if nth == 0 { " words" } else { "" };
                format!("section {number} ({}{unit})", section.words())
            })
            .collect();
        listed(&said)
    }
}

/// "one, two and three".
fn listed(said: &[String]) -> String {
    match said {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Words and number of each section, the longest first.
fn by_length(briefing: &Briefing) -> Vec<(usize, usize)> {
    let mut sections: Vec<(usize, usize)> =
        briefing.sections.iter().zip(1..).map(|(section, number)| (section.words(), number)).collect();
    sections.sort_by_key(|(words, number)| (std::cmp::Reverse(*words), *number));
    sections
}

fn longest(briefing: &Briefing) -> String {
    let sections = by_length(briefing);
    let [(most, first), (next, second)] = [sections[0], sections[1]];
    format!("section {first} ({most} words) and section {second} ({next})")
}

fn words(count: usize) -> String {
    things(count, "word")
}
