//! Fewer contacts: takes a document that does not fit, gives how many of the contacts would, where it is they that fill it.

use crate::model::Briefing;
use crate::style::largest_step;
use crate::typeset::{Material, Misfit, Store, fits};

/// Where more of the text would have to go than this part, it is contacts that fill the page.
const MUCH: f32 = 0.25;

/// Whether a page is filled by contacts: no cut of its text helps, or only one that nobody would make.
pub(super) fn is_for_contacts(briefing: &Briefing, misfit: &Misfit) -> bool {
    let all: usize = match misfit.section {
        Some(number) => briefing.sections[number - 1].words(),
        None => briefing.words(),
    };
    misfit.words.is_none_or(|words| words as f32 > all as f32 * MUCH)
}

/// How many of the contacts, in their order, would fit beside all the words; `None` where it is not they that fill
/// the page, or where even none would fit.
pub(super) fn contacts_that_fit(
    material: &Material<'_>,
    store: &mut Store,
    misfits: &[Misfit],
) -> Option<usize> {
    let briefing = material.briefing;
    if briefing.contacts.len() < 2 || !misfits.iter().any(|misfit| is_for_contacts(briefing, misfit)) {
        return None;
    }
    // What has room for some contacts has room for fewer.
    let most = largest_step(briefing.contacts.len() - 1, |count| {
        let mut fewer = briefing.clone();
        fewer.contacts.truncate(count);
        fits(&Material { briefing: &fewer, ..*material }, store)
    });
    (most > 0).then_some(most)
}
