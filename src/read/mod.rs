//! Reading: takes the bytes of YAML files, gives the content model and every message at once.
//!
//! YAML and Markdown come in by this room only. The steps: bytes to text (`input`), text to a tree
//! with spans (`node`), a board's tree laid over it (`overlay`), trees to the model (`briefing`).
//! Knows nothing of pages, sizes and files on disk.

mod absent;
mod around;
mod as_list;
mod astray;
mod board;
mod briefing;
mod card;
mod checks;
mod colour_words;
mod contact;
mod contact_line;
mod doubled;
mod dressed;
mod fold;
pub mod format;
mod indents;
mod input;
mod invisible;
mod keyless;
mod kind;
mod layout;
mod line;
mod lines;
mod markdown;
mod marks;
mod mend;
mod no_list;
mod node;
mod overlay;
mod parts;
mod places;
mod position;
mod prefixed;
mod project;
mod quote;
mod recover;
mod refused;
mod remark;
mod section;
mod shelf;
mod signs;
mod slip;
mod stray;
mod suggest;
mod syntax;
mod tag;
mod take;
mod theme;
mod tongue;
mod unbarred;
mod value;
mod version;
mod words;

pub use layout::{layout, sheet, shelved};
pub use project::{Project, project};
pub(crate) use slip::is_key;
pub use suggest::nearest;

use crate::diag::{Code, Diagnostic, Place, any_error};
use crate::model::{Briefing, weigh};
use crate::source::Sources;
use node::Node;
use take::Reader;

/// How many messages are given of one job; a file that is not a briefing at all makes thousands.
const MAX_MESSAGES: usize = 100;

/// Reads a briefing, and a board's own file over it where there is one.
///
/// Names are the paths that messages show. The briefing is there when no message is an error;
/// warnings may accompany it. Messages are in the order of the sources.
pub fn briefing(
    sources: &mut Sources,
    name: &str,
    bytes: &[u8],
    board: Option<(&str, &[u8])>,
) -> (Option<Briefing>, Vec<Diagnostic>) {
    let mut messages = Vec::new();
    let base = tree(sources, name, bytes, &mut messages);
    let overlay = board.map(|(name, bytes)| tree(sources, name, bytes, &mut messages));
    let mut reader = Reader::new(sources);
    reader.messages = messages;
    let briefing = base.and_then(|mut base| {
        if let Some(Some(overlay)) = overlay {
            overlay::merge(&mut reader, &mut base, overlay);
        }
        briefing::briefing(&mut reader, &base)
    });
    if let Some(briefing) = &briefing {
        weigh(&mut reader.messages, &briefing.checks);
    }
    let mut messages = reader.messages;
    messages.sort_by_key(|message| order(&message.place));
    let messages = in_order(fold::folded(sources, messages));
    (briefing.filter(|_| !any_error(&messages)), messages)
}

/// Opens a YAML file and parses it into its tree: the door of every kind of file that is read.
pub(crate) fn tree(
    sources: &mut Sources,
    name: &str,
    bytes: &[u8],
    messages: &mut Vec<Diagnostic>,
) -> Option<Node> {
    match input::open(sources, name, bytes) {
        Ok(source) => {
            invisible::check(sources, source, messages);
            let tree = node::tree(sources, source, messages);
            // The note that it is left out would say the opposite of a mistake that it makes at the same place.
            let mistakes: Vec<Place> = messages
                .iter()
                .filter(|told| told.code == Code::NotYaml)
                .map(|told| told.place.clone())
                .collect();
            messages.retain(|told| {
                let hides = |mistake: &Place| matches!((mistake, &told.place), (Place::At(one), Place::At(other)) if one.start == other.start);
                told.code != Code::InvisibleCharacter || !mistakes.iter().any(hides)
            });
            tree
        }
        Err(message) => {
            messages.push(message);
            None
        }
    }
}

/// Sorts messages by place. Beyond the limit errors are kept before warnings, and a note counts the rest.
fn in_order(mut messages: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let hidden = messages.len().saturating_sub(MAX_MESSAGES);
    if hidden > 0 {
        messages.sort_by_key(|message| std::cmp::Reverse(message.severity));
        messages.truncate(MAX_MESSAGES);
    }
    messages.sort_by_key(|message| order(&message.place));
    if let Some(last) = messages.last().filter(|_| hidden > 0) {
        let words = format!("{hidden} more messages are not shown; put these right first");
        messages.push(Diagnostic::note(last.code, last.place.clone(), words));
    }
    messages
}

/// Whole files first, then by source and byte.
const fn order(place: &Place) -> Option<crate::source::Span> {
    match place {
        Place::File(_) => None,
        Place::At(span) => Some(*span),
    }
}
