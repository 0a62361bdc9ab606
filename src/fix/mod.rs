//! Fixing: takes a briefing's bytes, gives them with every cure applied that a message carries, and never other words.
//!
//! Cures are applied one after the other, and the file is read again after each: what a mistake of YAML hid is found
//! then, and two cures never meet at one place. A cure that would change a word is left to a person.

mod trace;
mod words;

use std::collections::HashSet;

use crate::diag::{Diagnostic, Replacement, any_error};
use crate::edit;
use crate::model::Briefing;
use crate::pipeline::{Inputs, Options, Worker, Workshop, run};
use crate::read;
use crate::source::Sources;
use trace::Trace;
pub use trace::{Change, Reason};

/// More cures than this are not applied in one go; a file has at most a hundred messages.
const MOST: usize = 500;

/// A file with its cures applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The path that the user knows it by.
    pub name: String,
    /// All its bytes as they are to be written.
    pub bytes: Vec<u8>,
    /// What is different, in the order of the file; empty where nothing is.
    pub changes: Vec<Change>,
}

/// The briefing and, where there is one, the board's file, each with its cures; and what only a person can put right.
#[must_use]
pub fn fix(
    workshop: &Workshop,
    worker: &mut Worker,
    inputs: &Inputs<'_>,
    options: &Options,
) -> (Vec<Fixed>, Vec<Diagnostic>) {
    // No document is set, for what a page says has no cure that is certain.
    let options =
        Options { documents: Vec::new(), targets: Vec::new(), sheets: Vec::new(), ..options.clone() };
    let mut texts = Texts::of(inputs);
    let mut left_alone: HashSet<String> = HashSet::new();
    for _ in 0..MOST {
        let now = texts.inputs(inputs);
        let outcome = run(workshop, worker, &now, &options);
        let next = outcome.diagnostics.iter().find_map(|message| {
            let key = format!("{:?}", (message.code, &message.message, &message.fix));
            (!message.fix.is_empty() && !left_alone.contains(&key)).then_some((message, key))
        });
        let Some((message, key)) = next else {
            return (texts.into_fixed(), outcome.diagnostics);
        };
        match texts.with(message, &outcome.sources) {
            Some(better) if keeps_words(message, &outcome.sources, &now, &better.inputs(inputs)) => {
                texts = better
            }
            _ => drop(left_alone.insert(key)),
        }
    }
    let outcome = run(workshop, worker, &texts.inputs(inputs), &options);
    (texts.into_fixed(), outcome.diagnostics)
}

/// Whether all words are the same with a cure as without, but for those that are no words of the writer.
fn keeps_words(message: &Diagnostic, sources: &Sources, before: &Inputs<'_>, after: &Inputs<'_>) -> bool {
    let alike = message.fix.iter().all(|part| words::same_letters(sources.text(part.span), &part.text));
    let moved =
        || words::same_words(message.fix.iter().map(|part| (sources.text(part.span), part.text.as_str())));
    if !alike && !moved() {
        // What is left over, and what is no word at all, may go.
        return words::is_no_word(message.code);
    }
    match (model(before), model(after)) {
        (Some(before), Some(after)) => words::printed(&before) == words::printed(&after),
        // A cure never makes a file that could be read into one that cannot.
        (Some(_), None) => false,
        (None, _) => true,
    }
}

fn model(inputs: &Inputs<'_>) -> Option<Briefing> {
    let (name, bytes) = inputs.briefing;
    let (briefing, messages) = read::briefing(&mut Sources::default(), name, bytes, inputs.board);
    briefing.filter(|_| !any_error(&messages))
}

/// The texts of a job as they stand after some cures; the briefing first.
#[derive(Clone, Debug)]
struct Texts {
    all: Vec<Text>,
}

/// One text, and what happened to it.
#[derive(Clone, Debug)]
struct Text {
    name: String,
    bytes: Vec<u8>,
    trace: Trace,
}

/// Some editors begin a file with this; it is no part of the text.
const MARK: &[u8] = b"\xEF\xBB\xBF";

impl Texts {
    fn of(inputs: &Inputs<'_>) -> Self {
        let text = |(name, bytes): (&str, &[u8])| Text {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
            trace: Trace::of(&String::from_utf8_lossy(bytes)),
        };
        Texts { all: std::iter::once(inputs.briefing).chain(inputs.board).map(text).collect() }
    }

    fn inputs<'a>(&'a self, like: &Inputs<'a>) -> Inputs<'a> {
        let mut all = self.all.iter().map(|text| (text.name.as_str(), text.bytes.as_slice()));
        Inputs {
            briefing: all.next().unwrap_or(like.briefing),
            board: all.next(),
            files: like.files,
            beside: &[],
        }
    }

    /// The texts with a cure; `None` where it cannot be made or changes nothing.
    fn with(&self, message: &Diagnostic, sources: &Sources) -> Option<Texts> {
        let mut better = self.clone();
        let mut changed = false;
        for text in &mut better.all {
            let mine = message.fix.iter().filter(|part| sources.get(part.span.source).name() == text.name);
            let parts: Vec<Replacement> = mine.cloned().collect();
            let Some(first) = parts.first() else { continue };
            let before = sources.get(first.span.source).text();
            let parts: Vec<Replacement> =
                parts.into_iter().map(|part| with_line_ends(before, part)).collect();
            let after = edit::apply(before, &parts).ok()?;
            changed |= after != before;
            text.trace.follow(before, &parts, &Reason { code: message.code, text: message.message.clone() });
            let mark = if text.bytes.starts_with(MARK) { MARK } else { b"" };
            text.bytes = [mark, after.as_bytes()].concat();
        }
        changed.then_some(better)
    }

    fn into_fixed(self) -> Vec<Fixed> {
        let fixed = |text: Text| {
            let now = String::from_utf8_lossy(&text.bytes);
            let changes = text.trace.changes(&now);
            Fixed { name: text.name, changes, bytes: text.bytes }
        };
        self.all.into_iter().map(fixed).collect()
    }
}

/// A file that was written on Windows keeps its line ends.
fn with_line_ends(text: &str, part: Replacement) -> Replacement {
    let text =
        if text.contains("\r\n") { part.text.replace("\r\n", "\n").replace('\n', "\r\n") } else { part.text };
    Replacement { text, ..part }
}
