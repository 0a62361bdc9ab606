//! The way out: takes a briefing that is too long for a poster or slides, gives the commands for the leaflet and for
//! the look of the poster that hold it, and says whether one page set anew does.

use super::Workshop;
use crate::geom::{Paper, Pt};
use crate::layout::{DocumentKind, LOOKS, PageRule};
use crate::shell::Command;
use crate::typeset::{Material, Misfit, Store, fits, room};

/// Whether a document that does not fit has a leaflet as its way out.
pub(super) const fn has_leaflet(document: DocumentKind) -> bool {
    matches!(document, DocumentKind::Poster | DocumentKind::Handout | DocumentKind::EightUp)
}

/// "Print it as a leaflet, which holds up to about 950 words:  briefpress build x.yaml --only leaflet", where it does.
pub(super) fn leaflet(
    workshop: &Workshop,
    material: &Material<'_>,
    look: Option<&str>,
    typed: &Command,
    store: &mut Store,
) -> Option<String> {
    let layout = workshop.layout(look, DocumentKind::Leaflet)?;
    let room = room(&Material { layout, ..*material }, store)?;
    let about = rounded(material.briefing.words() + room);
    let command = leaflet_command(typed);
    Some(format!("Print it as a leaflet, which holds up to about {about} words:  {command}"))
}

/// The command for the leaflet in place of what was typed.
pub(super) fn leaflet_command(typed: &Command) -> Command {
    typed.clone().without(&OF_SHEETS).with("--only", DocumentKind::Leaflet.as_str())
}

/// The options that would have sheets made beside a leaflet, which may be what had no room.
const OF_SHEETS: [&str; 8] = [
    "--sheet",
    "--handout",
    "--sheet-paper",
    "--flip",
    "--offset",
    "--offset-back",
    "--start-at",
    "--test-sheet",
];

/// Whether one page that is set anew in place of slides on a sheet holds the text.
pub(super) fn has_room_on_one_page(
    workshop: &Workshop,
    material: &Material<'_>,
    look: Option<&str>,
    store: &mut Store,
) -> bool {
    let layout = workshop.layout(look, DocumentKind::EightUp);
    layout.is_some_and(|layout| fits(&Material { layout, ..*material }, store))
}

/// "Or choose another look for the poster, which holds it all:  briefpress build x.yaml --look signal", where one does.
///
/// Looks hold the more the less of their page is ground: a poster beside a column of contacts the least. What is far
/// too long for one is too long for all, so those are not tried.
pub(super) fn look(
    workshop: &Workshop,
    material: &Material<'_>,
    (current, typed): (Option<&str>, &Command),
    misfits: &[Misfit],
    store: &mut Store,
) -> Option<String> {
    let this = material.layout;
    if this.document != DocumentKind::Poster || !workshop.is_ours(this.document) {
        return None;
    }
    let most = material.briefing.words() / A_LOOKS_PART;
    if misfits.iter().filter_map(|misfit| misfit.words).any(|words| words > most) {
        return None;
    }
    let current = current.unwrap_or(LOOKS[0]);
    let holds = |look: &&&str| {
        let other = workshop.layout(Some(look), this.document);
        other.is_some_and(|layout| {
            // On a larger paper each look is another layout, and the paper is what was asked for.
            layout.size == this.size && fits(&Material { layout, ..*material }, store)
        })
    };
    let look = LOOKS.iter().filter(|look| **look != current).find(holds)?;
    let command = typed.clone().with("--look", look);
    Some(format!("Or choose another look for the poster, which holds it all:  {command}"))
}

/// Whether A3 holds a poster that smaller paper does not.
pub(super) fn fits_a3(material: &Material<'_>, store: &mut Store) -> bool {
    let this = material.layout;
    if this.document.page_rule() != PageRule::Paper || this.size.w.max(this.size.h) >= LARGE {
        return false;
    }
    fits(&Material { layout: &this.on_paper(Paper::A3), ..*material }, store)
}

/// Paper of this height is as large as A3.
const LARGE: Pt = Pt::mm(400.0);

/// No look holds more than another by a larger part of the words than one in so many.
const A_LOOKS_PART: usize = 4;

/// Down to tens: it is said as what is about right, and never more than was found.
const fn rounded(words: usize) -> usize {
    words / 10 * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_is_never_more_than_what_was_found() {
        assert_eq!([rounded(799), rounded(800), rounded(9)], [790, 800, 0]);
    }
}
