//! Contacts of our own PDFs: takes an item of their list, gives the contact; a link says whose value it is.

use super::super::office::{LeftOver, Reason};
use super::parts::{kids, letters, words};
use crate::address::shown::shown;
use crate::language::{Labels, Word};
use crate::model::{CHANNELS, Channel, DraftContact};
use crate::tagged::{Elem, Kid};

/// A line of a contact: its words, and where it leads with the words that the link is announced with.
struct Row {
    words: String,
    /// Whether its class says that it is what the contact is for.
    is_purpose: bool,
    target: Option<(String, String)>,
}

/// Reads a contact; `None` where that would leave out any of its words.
///
/// A link is announced as "name: value", so what it stands for needs no guess. Without a link the first line is the
/// name. What stands above the first value, or says so by its class, is the purpose; what stands below are the hours.
pub(super) fn contact(item: &Elem, labels: &Labels, left: &mut Vec<LeftOver>) -> Option<DraftContact> {
    let body = kids(item, "LBody").next()?;
    let rows: Vec<Row> = kids(body, "P").map(row).collect();
    let said: String = rows.iter().map(|row| letters(&row.words)).collect();
    if said != letters(&words(item).0) {
        // Where a tag is unknown or damaged, a number in it would be lost.
        return None;
    }
    let mut contact = DraftContact { agreed: true, ..DraftContact::default() };
    contact.qr = kids(body, "Figure").next().is_some();
    contact.name = rows
        .iter()
        .find_map(|row| {
            let (_, announced) = row.target.as_ref()?;
            announced.strip_suffix(&row.words)?.strip_suffix(": ").map(str::to_owned)
        })
        .or_else(|| rows.first().map(|row| row.words.clone()))?;
    let mut seen_value = false;
    let mut named = false;
    for row in rows {
        match row.target {
            Some((uri, _)) => {
                seen_value = true;
                value(&mut contact, &row.words, &uri, labels, left)?;
            }
            None if !named && row.words == contact.name => named = true,
            None if row.words == labels.get(Word::NoNumber) => {
                left.push(LeftOver { text: row.words, reason: Reason::Furniture });
            }
            None if !seen_value || row.is_purpose => detail(&mut contact, "purpose", row.words)?,
            None => detail(&mut contact, "hours", row.words)?,
        }
    }
    named.then_some(contact)
}

fn row(elem: &Elem) -> Row {
    let target = kids(elem, "Link").next().and_then(|link| {
        link.kids.iter().find_map(|kid| match kid {
            Kid::Target(uri, announced) => Some((uri.clone(), announced.clone().unwrap_or_default())),
            Kid::Elem(_) | Kid::Words(..) => None,
        })
    });
    let is_purpose = elem.class.as_deref() == Some("Purpose");
    Row { words: words(elem).0, is_purpose, target }
}

/// Takes a value into the key that it belongs to; `None` where the contact has one of that kind already.
fn value(
    contact: &mut DraftContact,
    words: &str,
    uri: &str,
    labels: &Labels,
    left: &mut Vec<LeftOver>,
) -> Option<()> {
    for Channel { key, word, number_for, .. } in CHANNELS {
        let label = labels.get(word);
        if let Some(number) = words.strip_prefix(label).and_then(|rest| rest.strip_prefix(' ')) {
            left.push(LeftOver { text: label.to_owned(), reason: Reason::Furniture });
            let number = if number_for.is_some() { number } else { uri };
            return detail(contact, key, number.to_owned());
        }
    }
    let slot = match uri.split(':').next()? {
        "tel" => &mut contact.phone,
        "mailto" => &mut contact.email,
        "http" | "https" => &mut contact.url,
        _ => return None,
    };
    contact.emergency |= uri == "tel:999";
    // An address is shown without what nobody types; its link has all of it.
    let is_web = uri.starts_with("http") && shown(uri) == words;
    slot.is_none().then(|| *slot = Some(if is_web { uri.to_owned() } else { words.to_owned() }))
}

fn detail(contact: &mut DraftContact, key: &'static str, words: String) -> Option<()> {
    let free = !contact.details.iter().any(|(own, _)| *own == key);
    free.then(|| contact.details.push((key, words)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn elem(role: &str, kids: Vec<Kid>) -> Elem {
        Elem { role: role.to_owned(), kids, ..Elem::default() }
    }

    fn line(role: &str, words: &str) -> Kid {
        Kid::Elem(elem(role, vec![Kid::Words(words.to_owned(), 1)]))
    }

    #[test]
    fn what_stands_behind_the_number_says_by_its_class_whether_it_is_the_purpose() {
        let labels = Labels::for_language(&Language::english()).expect("English has its words");
        let number = Kid::Elem(elem(
            "P",
            vec![Kid::Elem(elem(
                "Link",
                vec![
                    Kid::Words("999".to_owned(), 1),
                    Kid::Target("tel:999".to_owned(), Some("Police: 999".to_owned())),
                ],
            ))],
        ));
        let behind = |class: Option<&str>| {
            let inner = vec![Kid::Words("Always".to_owned(), 1)];
            let row = Elem { class: class.map(str::to_owned), ..elem("P", inner) };
            let body = elem("LBody", vec![line("P", "Police"), number.clone(), Kid::Elem(row)]);
            let item = elem("LI", vec![Kid::Elem(body)]);
            contact(&item, &labels, &mut Vec::new()).expect("a contact").details
        };
        assert_eq!(behind(Some("Purpose")), [("purpose", "Always".to_owned())]);
        assert_eq!(behind(Some("Other")), [("hours", "Always".to_owned())]);
        assert_eq!(behind(None), [("hours", "Always".to_owned())]);
    }

    #[test]
    fn a_contact_whose_number_stands_in_an_unknown_tag_is_none() {
        let labels = Labels::for_language(&Language::english()).expect("English has its words");
        let read = |role: &str| {
            let body = elem("LBody", vec![line("P", "Helpline"), line(role, "Monday to Friday")]);
            contact(&elem("LI", vec![Kid::Elem(body)]), &labels, &mut Vec::new())
        };
        assert_eq!(read("P").expect("a contact").name, "Helpline");
        assert!(read("").is_none() && read("Span").is_none());
    }
}
