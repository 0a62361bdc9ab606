//! For people: takes messages, gives each with its line, a caret and what to do; equal ones are folded.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use briefpress::diag::Severity;

use briefpress::batch::Message;

use super::{Counts, grouped};
use crate::cli::editions::Alike;

/// No message, no text: silence is the good news.
pub(super) fn render(messages: &[Message], colored: bool) -> String {
    let renderer = renderer(colored);
    let mut out = String::new();
    for (message, others) in fold(messages) {
        out.push_str(&renderer.render(&[group(message, more(&others))]));
        out.push_str("\n\n");
    }
    let first = messages.iter().rev().max_by_key(|message| message.severity);
    out + &last_line(first, Counts::of(messages))
}

/// The same for messages of many files.
pub(super) fn render_alike(alike: &[Alike], colored: bool) -> String {
    let renderer = renderer(colored);
    let mut out = String::new();
    for alike in alike {
        out.push_str(&renderer.render(&[group(&alike.first, elsewhere(alike))]));
        out.push_str("\n\n");
    }
    let first = alike.iter().map(|alike| &alike.first).rev().max_by_key(|message| message.severity);
    out + &last_line(first, Counts::of_alike(alike))
}

const fn renderer(colored: bool) -> Renderer {
    if colored { Renderer::styled() } else { Renderer::plain() }
}

/// How many messages there are, and how to learn more of the one that weighs most; nothing where there is none.
fn last_line(first: Option<&Message>, counts: Counts) -> String {
    first.map_or_else(String::new, |message| {
        format!("{counts}; for more, type:  briefpress explain {}\n", message.code.as_str())
    })
}

/// Messages that say the same of the same file stand once, with the others behind them.
fn fold(messages: &[Message]) -> Vec<(&Message, Vec<&Message>)> {
    let mut folded: Vec<(&Message, Vec<&Message>)> = Vec::new();
    for message in messages {
        // Sorted by file, so an equal one stands among the last ones or nowhere.
        let of_file = folded.iter_mut().rev().take_while(|(first, _)| first.file == message.file);
        match of_file.into_iter().find(|(first, _)| same(first, message)) {
            Some((_, others)) => others.push(message),
            None => folded.push((message, Vec::new())),
        }
    }
    folded
}

fn same(one: &Message, other: &Message) -> bool {
    (one.code, one.severity, &one.text, &one.hints) == (other.code, other.severity, &other.text, &other.hints)
}

fn group(message: &Message, more: Option<String>) -> Group<'_> {
    let level = match message.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&message.text).id(message.code.as_str());
    let mut group = match &message.spot {
        None => title.element(Origin::path(&message.file)),
        Some(spot) => title.element(
            Snippet::source(&spot.excerpt)
                .line_start(spot.line)
                .path(&message.file)
                .annotation(AnnotationKind::Primary.span(spot.marked.0..spot.marked.1)),
        ),
    };
    for hint in &message.hints {
        group = group.element(Level::HELP.message(hint));
    }
    if let Some(more) = more {
        group = group.element(Level::NOTE.message(more));
    }
    group
}

/// The lines that are named before "and others" takes over.
const NAMED: usize = 5;
/// The files that are.
const FILES: usize = 3;

/// "and 4,997 more like this, in a.yaml on line 3, b.yaml on line 5, c.yaml on line 3 …"
fn elsewhere(alike: &Alike) -> Option<String> {
    let named = alike.others.iter().take(FILES).map(|(file, line)| match line {
        Some(line) => format!("{file} on line {line}"),
        None => file.to_string(),
    });
    let named: Vec<String> = named.collect();
    let rest = if alike.others.len() > FILES { " …" } else { "" };
    let count = grouped(alike.others.len());
    (!named.is_empty()).then(|| format!("and {count} more like this, in {}{rest}", named.join(", ")))
}

fn more(others: &[&Message]) -> Option<String> {
    let mut lines: Vec<_> =
        others.iter().filter_map(|m| m.spot.as_ref()).map(|s| s.line.to_string()).collect();
    // Several of one line are named once.
    lines.dedup();
    match lines.len() {
        0 if others.is_empty() => None,
        1 => Some(format!("and {} more like this, on line {}", others.len(), lines[0])),
        n if n > NAMED => {
            Some(format!("and {} more like this, on lines {} …", others.len(), lines[..NAMED].join(", ")))
        }
        _ => Some(format!("and {} more like this, on lines {}", others.len(), lines.join(", "))),
    }
}
