//! Contacts of two briefings: takes both lists, finds who is the same, gives what differs about them.

use super::Pair;
use super::facts::{Fact, key_of, number_key, numbers};
use crate::address::LinkTarget;
use crate::model::{CHANNELS, Contact, Spanned};

impl Pair<'_> {
    /// Contacts are the same where they share a number or an address; those that are left are paired in their order.
    pub(super) fn contacts(&mut self) {
        let (first, second) = (&self.first.contacts, &self.second.contacts);
        let mut partners: Vec<Option<usize>> = vec![None; first.len()];
        let mut taken = vec![false; second.len()];
        for sure in [true, false] {
            for (at, one) in
                first.iter().enumerate().filter(|(at, _)| partners[*at].is_none()).collect::<Vec<_>>()
            {
                let is_same = |other: &Contact| !sure || shares_a_value(one, other);
                let free = |at: &usize| !taken[*at] && is_same(&second[*at]);
                if let Some(partner) = (0..second.len()).find(free) {
                    partners[at] = Some(partner);
                    taken[partner] = true;
                }
            }
        }
        for (one, partner) in first.iter().zip(&partners) {
            match partner {
                Some(partner) => self.contact(one, &second[*partner]),
                None => self.lacking(one),
            }
        }
        for (other, _) in second.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            let message = format!("the contact {} is not in the other file", other.name.value);
            let advice = format!("It would stand behind {}", self.at(self.first.title.span));
            self.say(other.name.span, message, advice);
        }
        self.order(&partners);
    }

    fn lacking(&mut self, one: &Contact) {
        let message = format!("a contact of the other file is not here: {}", one.name.value);
        self.say(self.second.title.span, message, format!("It is at {}", self.at(one.name.span)));
    }

    /// The order says who is called first.
    fn order(&mut self, partners: &[Option<usize>]) {
        let known: Vec<usize> = partners.iter().flatten().copied().collect();
        if let Some(pair) = known.windows(2).find(|pair| pair[0] > pair[1]) {
            let contact = &self.second.contacts[pair[1]];
            let message = format!("{} stands in another place among the contacts", contact.name.value);
            let place = contact.name.span;
            self.say(
                place,
                message,
                "The first of them is called first: use one order in both files".to_owned(),
            );
        }
    }

    fn contact(&mut self, one: &Contact, other: &Contact) {
        let what = format!("the contact {}", other.name.value);
        let places = (other.name.span, one.name.span);
        let theirs = values(one).chain([("number in its hours", hours(one))]);
        let ours = values(other).chain([("number in its hours", hours(other))]);
        for ((kind, theirs), (_, ours)) in theirs.zip(ours) {
            self.differences(&what, kind, places, &theirs, &ours);
        }
        for (key, theirs, ours) in [("emergency", one.emergency, other.emergency), ("qr", one.qr, other.qr)] {
            if theirs != ours {
                let message = format!("`{key}` of {what} is {ours}, and in the other file it is {theirs}");
                self.say(other.name.span, message, format!("The other one is at {}", self.at(one.name.span)));
            }
        }
    }
}

/// What a contact says of each kind of value.
fn values(contact: &Contact) -> impl Iterator<Item = (&'static str, Vec<Fact>)> {
    let channels = CHANNELS.iter().map(|channel| {
        let line = (channel.of)(contact).into_iter();
        let key = |value: &str| match channel.number_for {
            Some(_) => number_key(value),
            None => key_of(&LinkTarget::Web(value.to_owned())),
        };
        (channel.kind, line.map(|line| fact(line, key(&line.value))).collect())
    });
    // All digits, with those of an extension.
    std::iter::once(("number", of(&contact.phone, number_key))).chain(channels).chain([
        ("e-mail address", of(&contact.email, |value| key_of(&LinkTarget::Email(value.to_owned())))),
        ("web address", of(&contact.url, |value| key_of(&LinkTarget::Web(value.to_owned())))),
    ])
}

fn shares_a_value(one: &Contact, other: &Contact) -> bool {
    let mut pairs = values(one).zip(values(other));
    pairs.any(|((_, theirs), (_, ours))| {
        theirs.iter().any(|theirs| ours.iter().any(|ours| ours.key == theirs.key))
    })
}

fn of(line: &Option<Spanned<String>>, key: impl Fn(&str) -> String) -> Vec<Fact> {
    line.iter().map(|line| fact(line, key(&line.value))).collect()
}

fn fact(line: &Spanned<String>, key: String) -> Fact {
    Fact { key, shown: line.value.clone(), span: line.span }
}

fn hours(contact: &Contact) -> Vec<Fact> {
    let of = |line: &Spanned<String>| {
        let facts = numbers(&line.value).into_iter();
        let facts =
            facts.map(|(_, shown)| Fact { key: number_key(shown), shown: shown.to_owned(), span: line.span });
        facts.collect::<Vec<_>>()
    };
    contact.hours.iter().chain(&contact.purpose).flat_map(of).collect()
}
