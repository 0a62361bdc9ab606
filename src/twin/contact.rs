//! Contacts: takes one, gives its lines in the order in which a person needs them, each with where it leads.

use crate::language::{Labels, Word};
use crate::model::{Contact, LinkTarget};

/// A line of a contact.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its words.
    pub text: String,
    /// What it is.
    pub kind: Kind,
}

/// What a line of a contact is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The name.
    Name,
    /// A purpose or hours.
    Words,
    /// A number to call, and where it leads.
    Number(String),
    /// An e-mail or web address, and where it leads.
    Address(String),
    /// There is nothing to call or to open yet.
    Nothing,
}

/// Name, purpose, number, addresses, hours. In an emergency the number comes straight behind the name, as on paper.
pub(super) fn rows(contact: &Contact, labels: &Labels) -> Vec<Row> {
    let row = |text: &str, kind: Kind| Row { text: text.to_owned(), kind };
    let name = row(&contact.name.value, Kind::Name);
    let purpose = contact.purpose.iter().map(|purpose| row(&purpose.value, Kind::Words));
    let mut values = Vec::new();
    if let (Some(phone), Some(target)) = (&contact.phone, contact.phone_target()) {
        values.push(row(&phone.value, Kind::Number(target.uri())));
    }
    for (word, written, target) in contact.channels() {
        let text = format!("{} {}", labels.get(word), written.value);
        values.push(match target {
            Some(page @ LinkTarget::Web(_)) => row(&text, Kind::Address(page.uri())),
            Some(number) => row(&text, Kind::Number(number.uri())),
            None => row(&text, Kind::Words),
        });
    }
    if let (Some(email), Some(target)) = (&contact.email, contact.email_target()) {
        values.push(row(&email.value, Kind::Address(target.uri())));
    }
    if let (Some(url), Some(target)) = (&contact.url, contact.web_target()) {
        values.push(row(&url.value, Kind::Address(target.uri())));
    }
    if !contact.has_value() {
        values.push(row(labels.get(Word::NoNumber), Kind::Nothing));
    }
    let hours = contact.hours.iter().map(|hours| row(&hours.value, Kind::Words));
    if contact.emergency {
        [name].into_iter().chain(values).chain(purpose).chain(hours).collect()
    } else {
        [name].into_iter().chain(purpose).chain(values).chain(hours).collect()
    }
}
