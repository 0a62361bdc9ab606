//! Contacts: whom to call, and the ways to reach them that have a name of their own, a row for each.

use super::spanned::Spanned;
use crate::address::{self, LinkTarget, link};
use crate::date::Date;
use crate::language::Word;
use crate::source::Span;

/// Someone to call or write to.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Who it is.
    pub name: Spanned<String>,
    /// What to contact them for.
    pub purpose: Option<Spanned<String>>,
    /// Telephone number, as written.
    pub phone: Option<Spanned<String>>,
    /// A number that takes text messages, as written.
    pub text: Option<Spanned<String>>,
    /// A number that goes by the relay service, as written.
    pub relay: Option<Spanned<String>>,
    /// The number of a textphone, as written.
    pub textphone: Option<Spanned<String>>,
    /// The address of a video in British Sign Language, as written.
    pub bsl: Option<Spanned<String>>,
    /// E-mail address.
    pub email: Option<Spanned<String>>,
    /// Web address, as written.
    pub url: Option<Spanned<String>>,
    /// When they answer.
    pub hours: Option<Spanned<String>>,
    /// The day someone last tried it.
    pub verified: Option<Spanned<Date>>,
    /// Whether it is the one for immediate danger.
    pub emergency: bool,
    /// Whether a QR code of the web address is drawn.
    pub qr: bool,
    /// Where the whole entry stands.
    pub span: Span,
}

impl Contact {
    /// Whether there is anything to call, write to or open.
    #[must_use]
    pub fn has_value(&self) -> bool {
        let usual = self.phone.is_some() || self.email.is_some() || self.url.is_some();
        usual || self.channels().next().is_some()
    }

    /// The value of a key that a table of contacts has a column for (`CONTACT_COLUMNS`).
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Spanned<String>> {
        match key {
            "name" => Some(&self.name),
            "purpose" => self.purpose.as_ref(),
            "phone" => self.phone.as_ref(),
            "email" => self.email.as_ref(),
            "url" => self.url.as_ref(),
            "hours" => self.hours.as_ref(),
            _ => CHANNELS.iter().find(|channel| channel.key == key).and_then(|channel| (channel.of)(self)),
        }
    }

    /// Where the telephone number leads: its digits, with a leading plus sign if it has one. Words such as "option 2"
    /// or "24 hours" are not dialled.
    #[must_use]
    pub fn phone_target(&self) -> Option<LinkTarget> {
        address::target(&self.phone.as_ref()?.value)
    }

    /// Where the e-mail address leads.
    #[must_use]
    pub fn email_target(&self) -> Option<LinkTarget> {
        Some(link::mail(&self.email.as_ref()?.value))
    }

    /// The ways to reach it that have a name of their own, in the order in which they stand: the words that
    /// name it, what was written, and where it leads.
    pub fn channels(&self) -> impl Iterator<Item = (Word, &Spanned<String>, Option<LinkTarget>)> {
        CHANNELS.iter().filter_map(|channel| {
            let value = (channel.of)(self)?;
            Some((channel.word, value, (channel.target)(&value.value)))
        })
    }

    /// Where the web address leads; a bare host gets `https://`.
    #[must_use]
    pub fn web_target(&self) -> Option<LinkTarget> {
        Some(LinkTarget::Web(link::full(&self.url.as_ref()?.value)))
    }
}

/// A way to reach a contact beside its telephone number, its e-mail address and its web address.
#[derive(Clone, Copy, Debug)]
pub struct Channel {
    /// Its key in a contact.
    pub key: &'static str,
    /// The word that stands before its value.
    pub word: Word,
    /// What a value of it is called in messages.
    pub kind: &'static str,
    /// Whom or what its number is for; nothing where its value is an address.
    pub number_for: Option<&'static str>,
    /// Its value in a contact, as written.
    pub of: fn(&Contact) -> Option<&Spanned<String>>,
    /// Where a value leads.
    pub target: fn(&str) -> Option<LinkTarget>,
}

/// All of them, in the order in which they stand.
pub const CHANNELS: [Channel; 4] = [
    Channel {
        key: "text",
        word: Word::Text,
        kind: "number for texts",
        number_for: Some("texts"),
        of: |contact| contact.text.as_ref(),
        target: texted,
    },
    Channel {
        key: "relay",
        word: Word::Relay,
        kind: "number of the relay service",
        number_for: Some("Relay UK"),
        of: |contact| contact.relay.as_ref(),
        target: address::target,
    },
    Channel {
        key: "textphone",
        word: Word::Textphone,
        kind: "textphone number",
        number_for: Some("textphones"),
        of: |contact| contact.textphone.as_ref(),
        target: address::target,
    },
    Channel {
        key: "bsl",
        word: Word::Bsl,
        kind: "address of a BSL video",
        number_for: None,
        of: |contact| contact.bsl.as_ref(),
        target: |address| Some(LinkTarget::Web(link::full(address))),
    },
];

/// A number that takes text messages, whatever it looks like.
fn texted(number: &str) -> Option<LinkTarget> {
    address::target(number).map(|target| match target {
        LinkTarget::Phone(digits) => LinkTarget::Text(digits),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CONTACT_COLUMNS;

    #[test]
    fn every_channel_has_a_column_in_a_table_of_contacts() {
        for Channel { key, .. } in CHANNELS {
            assert!(CONTACT_COLUMNS.iter().any(|(column, ..)| *column == key), "{key}");
        }
    }
}
