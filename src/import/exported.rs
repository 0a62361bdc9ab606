//! Exported documents: takes a Word file that briefpress wrote and nobody changed in shape, gives its briefing.
//!
//! Its styles say what each part is, so nothing has to be arranged or asked.

use super::clean::{Writer, clean};
use super::office::{LeftOver, Office, Reason, Settled, Style};
use super::revision::{Revision, revision};
use crate::model::{CONTACT_COLUMNS, Draft, DraftContact};

/// The briefing of an exported document; `None` for every other file, and where changes are still marked in it.
pub(super) fn settled(office: &Office) -> Option<Settled> {
    let has =
        |style: Style| office.paragraphs.iter().filter(|paragraph| paragraph.style == style).count() == 1;
    if office.tracked || ![Style::Label, Style::Title, Style::Board].into_iter().all(has) {
        return None;
    }
    let Revision { label, title, board, sections, contacts, left_over: _ } = revision(office).ok()?;
    let mut left: Vec<LeftOver> = Vec::new();
    let headings = office.paragraphs.iter().filter(|paragraph| paragraph.style == Style::Heading);
    for (number, heading) in (1..).zip(headings) {
        let number = format!("{number}.");
        if heading.text().trim_start().starts_with(&format!("{number} ")) {
            left.push(LeftOver { text: number, reason: Reason::SectionNumber });
        }
    }
    if let Some(first) = contacts.first() {
        let names = CONTACT_COLUMNS.iter().filter(|(key, ..)| first.iter().any(|(own, _)| own == key));
        left.extend(
            names.map(|(_, name, _)| LeftOver { text: (*name).to_owned(), reason: Reason::Furniture }),
        );
    }
    left.extend(clean(office, Writer::Ourselves).left);
    let contacts = contacts.into_iter().map(contact).collect();
    Some(Settled {
        draft: Draft { title, label, board, sections, contacts, ..Draft::default() },
        left,
        shortened: false,
    })
}

fn contact(row: Vec<(&'static str, String)>) -> DraftContact {
    let mut contact = DraftContact { agreed: true, ..DraftContact::default() };
    for (key, words) in row.into_iter().filter(|(_, words)| !words.is_empty()) {
        match key {
            "name" => contact.name = words,
            "phone" => {
                contact.emergency = words == "999";
                contact.phone = Some(words);
            }
            "email" => contact.email = Some(words),
            "url" => contact.url = Some(words),
            _ => contact.details.push((key, words)),
        }
    }
    contact
}
