//! Numbers in running text: takes a text and the contacts, gives the parts that are numbers and where they lead.

use std::ops::Range;

use crate::address::phone_end;
use crate::model::Contact;

/// A part of a text that is a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Where it leads, if it is that of a contact.
    pub target: Option<String>,
}

/// All numbers of a text in order. That of a contact leads where the contact does; any other in several groups is
/// only kept together, for in a line that runs from the right its groups would change places.
pub(super) fn numbers(text: &str, contacts: &[Contact]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_start(text, from) {
        let known = contacts.iter().find_map(|contact| of_contact(text, start, contact));
        let number = known.or_else(|| Some(Number { range: start..phone_end(text, start)?, target: None }));
        from = number.as_ref().map_or_else(|| end_of_digits(text, start), |number| number.range.end);
        found.extend(number);
    }
    found
}

/// Where the next number may begin: at a digit, a plus sign or a bracket with no letter or digit before it.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let begins = |(at, c): &(usize, char)| {
        let before = text[..*at].chars().next_back();
        let free = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '/' | '-' | '@' | '+'));
        free && (c.is_ascii_digit() || *c == '+')
    };
    text.char_indices().skip_while(|(at, _)| *at < from).find(begins).map(|(at, _)| at)
}

fn end_of_digits(text: &str, start: usize) -> usize {
    let rest = &text[start + 1..];
    start + 1 + rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
}

/// The number of a contact, letter for letter, where it stands at `start` and does not go on.
fn of_contact(text: &str, start: usize, contact: &Contact) -> Option<Number> {
    let written = contact.phone.as_ref()?.value.as_str();
    let end = start + text[start..].starts_with(written).then_some(written.len())?;
    let goes_on = text[end..].chars().next().is_some_and(char::is_alphanumeric)
        || phone_end(text, start).is_some_and(|number| number > end);
    (!goes_on)
        .then(|| Number { range: start..end, target: contact.phone_target().map(|target| target.uri()) })
}
