//! Messages of a job: takes what typesetting could not do, gives what the writer of the briefing is told.

use crate::diag::{Code, Diagnostic};
use crate::geom::Pt;
use crate::layout::{Layout, PageRule, path};
use crate::model::Briefing;
use crate::shell::Command;
use crate::source::Span;
use crate::typeset::{LeftOff, Misfit};

/// "poster: 214 words too long at 12 pt; the longest are section 3 (195 words) and section 1 (165)".
///
/// `floor` says the smallest size as it is read, and `contacts` is how many contacts would fit with all the words, where it is they that fill the page.
pub(super) fn too_long(
    briefing: &Briefing,
    layout: &Layout,
    misfit: &Misfit,
    contacts: Option<usize>,
    floor: &str,
) -> Diagnostic {
    let name = layout.document.as_str();
    if let Some(fit) = contacts {
        return too_many(briefing, layout, misfit, fit);
    }
    let Some(count) = misfit.words else { return too_small(briefing, layout, misfit) };
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
            format!("{name}: {words} too long at {floor} for the places of {}", overfull(briefing, misfit))
        }
        (None, _) => format!("{name}: {words} too long at {floor}; the longest are {}", longest(briefing)),
    };
    let diagnostic = Diagnostic::error(Code::DoesNotFit, heaviest(briefing, layout, misfit), message);
    let cut = match (misfit.section, layout.document.is_whole()) {
        (_, false) => {
            format!("Take out {words}, or give the card a text of its own: `card: back: body:`")
        }
        (Some(_), _) => format!("Take out {words}, or move some to another section"),
        (None, _) => format!("Take out {}, or give fewer contacts", from_each(misfit)),
    };
    diagnostic.hint(cut).hint(larger_page(briefing, layout))
}

/// "30 words from section 3 and 12 from section 5": whichever words of them, the rest fits then.
fn from_each(misfit: &Misfit) -> String {
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

/// "one, two and three".
fn listed(said: &[String]) -> String {
    match said {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Where it is contacts that fill the page: the first that has no room is named.
fn too_many(briefing: &Briefing, layout: &Layout, misfit: &Misfit, fit: usize) -> Diagnostic {
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
    diagnostic.hint(larger_page(briefing, layout))
}

/// What of the contacts a document has no place for, said once for all of them.
pub(super) fn left_off(briefing: &Briefing, layout: &Layout, left_off: &[LeftOff]) -> Option<Diagnostic> {
    let name_of = |left_off: &LeftOff| match left_off {
        LeftOff::Contact(name) | LeftOff::Words(name, _) => name.clone(),
    };
    let first = name_of(left_off.first()?);
    let place = briefing.contacts.iter().find(|contact| contact.name.value == first);
    let place = place.map_or(briefing.title.span, |contact| contact.name.span);
    let said: Vec<String> = left_off
        .iter()
        .map(|left_off| match left_off {
            LeftOff::Contact(name) => name.clone(),
            LeftOff::Words(name, words) => format!("{name}: {}", words.join(", ")),
        })
        .collect();
    let name = layout.document.as_str();
    let message = format!("the {name} has no room for {}", said.join("; "));
    let hint = "Put the contacts that matter most first, or shorten their names; the poster and the handout have all of them";
    Some(Diagnostic::warning(Code::NotOnCard, place, message).hint(hint))
}

/// From so many contacts on it is they that fill a page which no cut of words mends.
const MANY: usize = 5;

/// Where no cut of the running text helps: too many contacts, or too long a title.
fn too_small(briefing: &Briefing, layout: &Layout, misfit: &Misfit) -> Diagnostic {
    let (name, frame) = (layout.document.as_str(), &misfit.frame);
    let count = briefing.contacts.len();
    if layout.document.is_whole() && count >= MANY {
        let message =
            format!("{name}: {count} contacts are more than it has room for, even beside fewer words");
        let place = briefing.contacts.last().map_or(briefing.title.span, |contact| contact.name.span);
        return Diagnostic::error(Code::DoesNotFit, place, message)
            .hint("Leave out those that matter least, or shorten their names and addresses; then it is said how many words are too many")
            .hint(larger_page(briefing, layout));
    }
    let over = misfit.over.to_mm().ceil().max(1.0);
    let message =
        format!("{name}: what belongs into \"{frame}\" is {over:.0} mm too high at the smallest size");
    let place = briefing.contacts.get(6).map_or(briefing.title.span, |contact| contact.name.span);
    Diagnostic::error(Code::DoesNotFit, place, message)
        .hint("Give fewer contacts, or shorten names, titles and addresses")
        .hint(larger_page(briefing, layout))
}

fn larger_page(briefing: &Briefing, layout: &Layout) -> String {
    if layout.is_wheel() {
        return "The wheel has room for few words beside each piece. In other posters the text runs on: leave --layout out, or print on A3 with --layout poster-a3-landscape".to_owned();
    }
    match layout.document.page_rule() {
        PageRule::Paper if layout.size.w.max(layout.size.h) < Pt::mm(400.0) => {
            "Or print it larger: --layout poster-a3-landscape, or --paper a3".to_owned()
        }
        PageRule::Paper | PageRule::Cut | PageRule::Fixed => {
            let path = path(briefing.look, layout.document);
            format!("Or leave it out with --only, or give --layout a copy of {path} with a larger `size`")
        }
    }
}

/// A size as it is said, without decimals that say nothing.
pub(super) fn points(size: Pt) -> String {
    format!("{:.1}", size.get()).trim_end_matches(".0").to_owned()
}

/// The section that a message about a misfit points at.
fn heaviest(briefing: &Briefing, layout: &Layout, misfit: &Misfit) -> Span {
    let most = misfit.cuts.iter().zip(1..).max_by_key(|(cut, number)| (**cut, std::cmp::Reverse(*number)));
    // The text of a card may be none of the sections.
    let most = most.filter(|(cut, _)| **cut > 0 && layout.document.is_whole()).map(|(_, number)| number);
    let number = misfit.section.or(most).unwrap_or_else(|| by_length(briefing)[0].1);
    briefing.sections[number - 1].heading.span
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

/// "section 5 (122 words) and section 7 (98)": those from which words have to go.
fn overfull(briefing: &Briefing, misfit: &Misfit) -> String {
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

fn words(count: usize) -> String {
    format!("{count} word{}", if count == 1 { "" } else { "s" })
}

/// What the rules about edges and letters find in a layout that lies inside the program is no fault of the person's:
/// the program says that it is its own.
pub(super) fn own_fault(found: Diagnostic, typed: &Command) -> Diagnostic {
    if !matches!(found.code, Code::OutsideTrim | Code::OutsideSafeZone | Code::TypeTooSmall) {
        return found;
    }
    let message = format!("a layout inside briefpress has a fault: {}", found.message);
    let other = typed.clone().with("--look", "signal");
    let hint = format!(
        "Please report this together with the briefing; until it is put right, try another look:  {other}"
    );
    Diagnostic::error(Code::ProgramFault, found.place, message).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Place, Severity};

    #[test]
    fn what_a_layout_of_ours_does_wrong_is_a_fault_of_the_program() {
        let typed = Command::default().build("a.yaml");
        let found = |code| Diagnostic::error(code, Place::File("a.yaml".into()), "words stand 3.6 mm off");
        let of = |code| own_fault(found(code), &typed);
        let own = of(Code::OutsideSafeZone);
        assert_eq!((own.code, own.severity), (Code::ProgramFault, Severity::Error));
        assert!(
            own.message.ends_with("words stand 3.6 mm off")
                && own.hints[0].ends_with("briefpress build a.yaml --look signal"),
            "{own:?}"
        );
        assert_eq!(of(Code::Contrast).code, Code::Contrast);
    }
}
