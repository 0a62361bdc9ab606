//! Editions: takes the messages of many jobs, gives each once, with the boards that it is about where not all are.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use briefpress::batch::{Job, Message};
use briefpress::diag::Code;

/// More names than this tell a reader nothing more.
const NAMED: usize = 3;

/// More messages about one full disk tell a reader nothing more.
const SAME_REASON: usize = 3;

/// Messages, each with the boards whose editions have it.
#[derive(Debug, Default)]
pub(super) struct Editions {
    messages: HashMap<Message, Vec<String>>,
    /// How many editions of each briefing were looked at.
    looked_at: HashMap<String, usize>,
}

impl Editions {
    pub(super) fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// Takes in a message that is of no job.
    pub(super) fn add(&mut self, message: Message) {
        self.messages.entry(message).or_default();
    }

    /// Takes in what one job said.
    pub(super) fn add_job(&mut self, job: &Job, messages: Vec<Message>) {
        *self.looked_at.entry(job.briefing.display().to_string()).or_default() += 1;
        for message in messages {
            let boards = self.messages.entry(message).or_default();
            boards.extend(job.board.as_deref().map(stem));
        }
    }

    /// All messages, sorted by place. One briefing built for a hundred boards has each mistake once.
    pub(super) fn into_messages(self) -> Vec<Message> {
        let looked_at = self.looked_at;
        let named = self.messages.into_iter().map(|(mut message, boards)| {
            let editions = looked_at.get(&message.file).copied().unwrap_or(0);
            if !boards.is_empty() && boards.len() < editions {
                message.hints.push(only_in(boards));
            }
            message
        });
        let mut messages: Vec<_> = named.collect();
        messages.sort();
        fold(messages)
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// "This is so only in the editions for east, north, south and 9 more".
fn only_in(mut boards: Vec<String>) -> String {
    boards.sort();
    boards.dedup();
    let more = boards.len().saturating_sub(NAMED);
    let plural = if boards.len() == 1 { "" } else { "s" };
    let names = boards[..boards.len() - more].join(", ");
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("This is so only in the edition{plural} for {names}{rest}")
}

/// Leaves out what only repeats that the disk is full or the folder closed.
fn fold(messages: Vec<Message>) -> Vec<Message> {
    let mut reasons = BTreeMap::<String, usize>::new();
    let unwritable = |message: &Message| message.code == Code::FileUnwritable;
    for message in messages.iter().filter(|message| unwritable(message)) {
        *reasons.entry(message.text.clone()).or_default() += 1;
    }
    let mut shown = BTreeMap::<String, usize>::new();
    let folded = messages.into_iter().filter_map(|mut message| {
        if unwritable(&message) {
            let number = shown.entry(message.text.clone()).or_default();
            *number += 1;
            let more = reasons.get(&message.text).map_or(0, |all| all.saturating_sub(SAME_REASON));
            match (*number).cmp(&SAME_REASON) {
                std::cmp::Ordering::Greater => return None,
                std::cmp::Ordering::Equal if more > 0 => {
                    let plural = if more == 1 { "" } else { "s" };
                    message
                        .hints
                        .push(format!("{more} more file{plural} cannot be written for the same reason"));
                }
                _ => {}
            }
        }
        Some(message)
    });
    folded.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boards_are_named_as_far_as_names_help() {
        let names = |count: usize| (0..count).map(|number| format!("b{number}")).collect();
        assert_eq!(only_in(names(1)), "This is so only in the edition for b0");
        assert_eq!(only_in(names(3)), "This is so only in the editions for b0, b1, b2");
        assert_eq!(only_in(names(9)), "This is so only in the editions for b0, b1, b2 and 6 more");
    }
}
