//! Colours given: takes what had to be changed of them so that all can be read, gives one message about it.

use crate::diag::{Code, Diagnostic};
use crate::model::{Briefing, weigh};
use crate::style::{Change, Swatch};

/// One note for all changes, at the first colour that was given; none where nothing was changed.
#[must_use]
pub fn colours(briefing: &Briefing, changes: &[Change]) -> Vec<Diagnostic> {
    let Some(first) = changes.first() else { return Vec::new() };
    let own = briefing.theme_overrides.iter().rev();
    let place = own.clone().find(|own| own.swatch == first.given).map(|own| own.span);
    let said: Vec<String> = changes.iter().map(said).collect();
    let message = format!("so that all can be read, {}", said.join("; "));
    let keys: Vec<String> =
        changes.iter().map(|change| format!("{}: \"{}\"", change.role.as_str(), change.to.screen)).collect();
    let hint = format!("It is done for you; to choose for yourself, write below theme: {}", keys.join(", "));
    let mut out =
        vec![Diagnostic::note(Code::Contrast, place.unwrap_or(briefing.title.span), message).hint(hint)];
    weigh(&mut out, &briefing.checks);
    out
}

/// "primary #9fd8e8 is drawn 38 % darker in letters and thin lines: #2a7b8d (contrast on paper 4.5, not 1.5)".
fn said(change: &Change) -> String {
    let by = change.lighter();
    let way = if by < 0 { "darker" } else { "lighter" };
    let how_much = if by == 0 { "a little differently".to_owned() } else { format!("{} % {way}", by.abs()) };
    format!(
        "{} {} is drawn {how_much}{}: {} (it would have a contrast of {:.1} with {}, and needs {})",
        change.given.as_str(),
        change.from.screen,
        place(change),
        change.to.screen,
        // Cut, not rounded, so that 4.46 does not read as 4.5.
        (change.had * 10.0).floor() / 10.0,
        change.ground.as_str(),
        change.needs,
    )
}

/// Where the colour is drawn so; nothing where it is everywhere.
const fn place(change: &Change) -> &'static str {
    match change.role {
        Swatch::PrimaryText | Swatch::InkText | Swatch::EmergencyText => " in letters and thin lines",
        Swatch::AccentOnPrimary => " on the primary colour",
        _ => "",
    }
}
