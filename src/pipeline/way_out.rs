//! The way out: takes a briefing that is too long for a poster or slides, gives the command for the leaflet that holds it,
//! and says whether one page set anew does.

use super::Workshop;
use crate::layout::DocumentKind;
use crate::model::{Briefing, Section};
use crate::typeset::{Material, Store, fits, typeset};

/// Whether a document that does not fit has a leaflet as its way out.
pub(super) const fn has_leaflet(document: DocumentKind) -> bool {
    matches!(document, DocumentKind::Poster | DocumentKind::Handout | DocumentKind::EightUp)
}

/// "Print it as a leaflet: briefpress build x.yaml --only leaflet holds up to about 950 words", where it does.
pub(super) fn leaflet(
    workshop: &Workshop,
    material: &Material<'_>,
    (asked, file): (Option<&str>, &str),
    store: &mut Store,
) -> Option<String> {
    let layout = workshop.layout(asked.or(material.briefing.look), DocumentKind::Leaflet)?;
    let room = typeset(&Material { layout, ..*material }, store).ok()?.room;
    let about = rounded(words(material.briefing) + room);
    let file = if file.contains(char::is_whitespace) { format!("\"{file}\"") } else { file.to_owned() };
    let look = asked.map_or(String::new(), |look| format!(" --look {look}"));
    Some(format!(
        "Print it as a leaflet: briefpress build {file} --only leaflet{look} holds up to about {about} words"
    ))
}

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

fn words(briefing: &Briefing) -> usize {
    briefing.sections.iter().map(Section::words).sum()
}

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
