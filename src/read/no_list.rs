//! No list: takes a value that should be a list, gives the message with the lines that were meant.

use super::as_list::{as_list, first_key, inner_line};
use super::contact_line::contact_of;
use super::node::{Kind, Node};
use super::slip;
use super::take::{Reader, shortened};
use crate::scalar::scalar;

impl Reader<'_> {
    /// Says that a list was wanted, with the list that keys were meant as.
    pub(super) fn no_list(&mut self, node: &Node, what: &str) {
        let hint = match (&node.kind, what) {
            (Kind::Map(entries), _) if inner_line(self.sources, entries, what).is_some() => {
                let line = inner_line(self.sources, entries, what).unwrap_or_default();
                format!(
                    "Write `- {}` in place of `{}:`, and the others in the same way",
                    shortened(line),
                    first_key(entries)
                )
            }
            (Kind::Map(entries), "contacts") if !slip::is_key(&first_key(entries)) => {
                let name = first_key(entries);
                match entries.first().map(|entry| &entry.value.kind) {
                    Some(Kind::Text(number)) => {
                        contact_of(&format!("{name} {number}")) + ", and the others in the same way"
                    }
                    _ => format!(
                        "Write `- name: {}` in place of `{}:`, and the others in the same way",
                        shortened(&scalar(&name)),
                        shortened(&name)
                    ),
                }
            }
            (Kind::Map(entries), "sections") if first_key(entries).parse::<u32>().is_ok() => format!(
                "Write `- heading:` and what it is about in place of `{}:`, and below it `body:` and its text",
                first_key(entries)
            ),
            (Kind::Map(entries), "sections") if !slip::is_key(&first_key(entries)) => {
                let heading = shortened(&first_key(entries)).to_owned();
                format!(
                    "Write `- heading: {heading}`, and below it, two spaces further in, `body:` and its text"
                )
            }
            (Kind::Map(_), _) => {
                let line = self.sources.text(node.span).lines().next().unwrap_or("").trim();
                format!("Write `- {}`: every entry of `{what}` begins with a hyphen", shortened(line))
            }
            (Kind::Text(text), "contacts") => {
                contact_of(text).replacen("Write ", "Write `contacts:`, and on the lines below ", 1)
            }
            _ => format!("Begin every entry of `{what}` with a line that starts with `- `"),
        };
        let told = self.told_wrong_type(node, what, "a list").hint(hint);
        let list = match &node.kind {
            Kind::Map(entries) => as_list(self.sources, entries, what),
            _ => None,
        };
        self.messages.push(match list {
            Some((place, list)) => {
                told.replace(place, list).hint("`briefpress fix` shows all of the list that this is to be")
            }
            None => told,
        });
    }
}
