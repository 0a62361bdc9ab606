//! For people: takes messages, gives each with its line, a caret and what to do; equal ones are folded.

use std::collections::BTreeSet;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use briefpress::diag::Severity;

use briefpress::batch::Message;

use super::wrap::wrapped;
use super::{Counts, Terminal, grouped};
use crate::cli::editions::Alike;
use briefpress::shell::quoted;

/// No message, no text: silence is the good news.
pub(super) fn render(messages: &[Message], terminal: Terminal) -> String {
    let renderer = renderer(terminal);
    let mut out = String::new();
    for (message, others) in fold(messages) {
        out.push_str(&rendered(&renderer, message, more(&others), terminal.width));
    }
    let first = messages.iter().rev().max_by_key(|message| message.severity);
    out + &last_line(first, Counts::of(messages)) + &cure(messages)
}

/// The same for messages of many files.
pub(super) fn render_alike(alike: &[Alike], terminal: Terminal) -> String {
    let renderer = renderer(terminal);
    let mut out = String::new();
    for alike in alike {
        out.push_str(&rendered(&renderer, &alike.first, elsewhere(alike), terminal.width));
    }
    let first = alike.iter().map(|alike| &alike.first).rev().max_by_key(|message| message.severity);
    out + &last_line(first, Counts::of_alike(alike))
}

const fn renderer(terminal: Terminal) -> Renderer {
    let renderer = if terminal.colored { Renderer::styled() } else { Renderer::plain() };
    match terminal.width {
        Some(width) => renderer.term_width(width),
        None => renderer,
    }
}

/// A message with its sentences wrapped, and an empty line behind it.
fn rendered(renderer: &Renderer, message: &Message, more: Option<String>, width: Option<usize>) -> String {
    // "error[contact-lost-zero]: " before the sentence; "    = help: " before advice.
    let head = message.severity.as_str().len() + message.code.as_str().len() + 4;
    let advice = message.spot.as_ref().map_or(1, |spot| spot.line.to_string().len()) + 9;
    let mut message = message.clone();
    message.text = wrapped(&message.text, head, width);
    message.hints.iter_mut().for_each(|hint| *hint = wrapped(hint, advice, width));
    let more = more.map(|more| wrapped(&more, advice, width));
    renderer.render(&[group(&message, more)]) + "\n\n"
}

/// How to have put right what can be without a person, where anything can.
fn cure(messages: &[Message]) -> String {
    let mended: Vec<&Message> = messages.iter().filter(|message| !message.fix.is_empty()).collect();
    let Some(first) = mended.first() else { return String::new() };
    let files: BTreeSet<&str> =
        mended.iter().flat_map(|message| &message.fix).map(|fix| fix.file.as_str()).collect();
    let (count, file) = (mended.len(), quoted(&first.fix[0].file));
    let more = if files.len() > 1 { ", and so on for the other files" } else { "" };
    let of = if messages.len() == 1 { "it".to_owned() } else { format!("{count} of them") };
    format!("to see {of} put right, type:  briefpress fix {file}{more}\n")
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

#[cfg(test)]
mod tests {
    use briefpress::batch::{Change, Spot};
    use briefpress::diag::Code;

    use super::*;

    fn message(fix: Vec<Change>) -> Message {
        let excerpt = "    phone: 08088005000".to_owned();
        let spot = Spot { line: 20, column: 12, end_line: 20, end_column: 23, excerpt, marked: (11, 22) };
        Message {
            file: "content/a b.yaml".to_owned(),
            spot: Some(spot),
            severity: Severity::Note,
            code: Code::ContactGrouping,
            text: "the telephone number of NSPCC Helpline is one long piece of eleven digits".to_owned(),
            hints: vec!["Write 0808 800 5000, so that people can read it aloud and dial it".to_owned()],
            fix,
        }
    }

    #[test]
    fn sentences_are_as_wide_as_the_terminal_and_stand_below_each_other() {
        let terminal = Terminal { colored: false, width: Some(60) };
        let said = render(&[message(Vec::new())], terminal);
        let expected = "\
note[contact-grouping]: the telephone number of NSPCC
                        Helpline is one long piece of eleven
                        digits
  --> content/a b.yaml:20:12
   |
20 |     phone: 08088005000
   |            ^^^^^^^^^^^
   |
   = help: Write 0808 800 5000, so that people can read it
           aloud and dial it

1 note; for more, type:  briefpress explain contact-grouping
";
        assert_eq!(said, expected);
    }

    #[test]
    fn what_can_be_put_right_at_once_is_said_with_the_command() {
        let file = "content/a b.yaml".to_owned();
        let text = "0808 800 5000".to_owned();
        let change = Change { file, line: 20, column: 12, end_line: 20, end_column: 23, text };
        let said = render(&[message(vec![change.clone()])], Terminal::default());
        assert!(
            said.ends_with("to see it put right, type:  briefpress fix \"content/a b.yaml\"\n"),
            "{said}"
        );
        let both = [message(vec![change]), message(Vec::new())];
        let said = render(&both, Terminal::default());
        assert!(said.contains("to see 1 of them put right"), "{said}");
    }
}
