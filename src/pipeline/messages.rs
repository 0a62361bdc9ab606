//! Messages of a job: takes what typesetting could not do, gives what the writer of the briefing is told.

use crate::diag::{Code, Diagnostic};
use crate::geom::Pt;
use crate::layout::Layout;
use crate::model::Briefing;
use crate::shell::Command;
use crate::typeset::LeftOff;

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

/// A size as it is said, without decimals that say nothing.
pub(super) fn points(size: Pt) -> String {
    format!("{:.1}", size.get()).trim_end_matches(".0").to_owned()
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
