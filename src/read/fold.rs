//! Folding: takes the messages of a file, gives those that say the same of many lines as one.
//!
//! Who writes one key with a capital writes all of them so: thirty messages would say what one says.

use crate::diag::{Code, Diagnostic, Place};
use crate::source::Sources;

/// Fewer than these are told one by one, each with its own line.
const FEW: usize = 3;

/// The messages with each such family told once, at its first line, with the cures of all.
pub(super) fn folded(sources: &Sources, messages: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let families: Vec<Option<String>> = messages.iter().map(|told| family(sources, told)).collect();
    let count = |own: &Option<String>| families.iter().filter(|other| *other == own).count();
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut first: Vec<(String, usize)> = Vec::new();
    for (told, own) in messages.into_iter().zip(&families) {
        let Some(name) = own.as_ref().filter(|_| count(own) >= FEW) else {
            kept.push(told);
            continue;
        };
        match first.iter().find(|(known, _)| known == name) {
            Some((_, at)) => kept[*at].fix.extend(told.fix),
            None => {
                first.push((name.clone(), kept.len()));
                let more = count(own) - 1;
                let message = format!("{}; {more} more lines have the same slip", told.message);
                let hint = "The others in the same way; or type `briefpress fix`";
                let curable = !told.fix.is_empty();
                let told = Diagnostic { message, ..told };
                kept.push(if curable { told.hint(hint) } else { told.hint("The others in the same way") });
            }
        }
    }
    kept
}

/// What several messages have in common; `None` for those that are each about something of its own.
fn family(sources: &Sources, told: &Diagnostic) -> Option<String> {
    let Place::At(span) = &told.place else { return None };
    let written = sources.text(*span);
    let file = sources.get(span.source).name();
    let kind = match told.code {
        Code::UnknownKey => {
            let typed = &told.fix.first()?.text;
            let bare = written.trim_matches(|c: char| "\"'\u{2018}\u{2019}\u{201c}\u{201d}".contains(c));
            match () {
                () if written.to_lowercase() == *typed => "a capital",
                () if bare == typed && bare != written => "quotes",
                () => return None,
            }
        }
        Code::NotYaml if told.message.starts_with("the hyphen of this line begins") => "a hyphen too many",
        Code::NotYaml if told.message.starts_with("a new entry begins here without") => "no hyphen",
        Code::DuplicateKey if told.message.contains("is written twice") && !written.contains(' ') => {
            // Of keys at the margin alone: there the whole file came twice.
            let start = sources.get(span.source).line_column(span.range().start).1;
            if start == 1 { "twice" } else { return None }
        }
        Code::WrongType if told.message.starts_with("a section must be") => "a plain section",
        _ => return None,
    };
    Some(format!("{file} {kind}"))
}
