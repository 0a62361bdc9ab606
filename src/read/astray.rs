//! Lines that are astray in a body: takes its text, gives remarks, keys and heads of mails that would be printed.

use std::ops::Range;

use super::remark;
use super::slip::key_of;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// What is said of such lines, each once.
pub(super) fn told(body: &str, at: impl Fn(Range<usize>) -> Span) -> Vec<Diagnostic> {
    if !body.contains(['/', ':']) {
        return Vec::new();
    }
    let (mut start, mut all, mut mail) = (0, Vec::new(), Vec::new());
    for line in body.split_inclusive('\n') {
        let words = line.trim();
        let begin = start + line.len() - line.trim_start().len();
        let place = |from: usize, to: usize| at(begin + from..begin + to);
        if let Some(from) = remark_in(words) {
            all.push(remarked(words, from, place(from, words.len())));
        } else if let Some(("", key, value)) = key_of(words).filter(|(_, key, _)| is_own(key)) {
            all.push(keyed(key, value.trim(), place(0, words.len())));
        }
        if HEADS.iter().any(|head| words.starts_with(head)) {
            mail.push(begin..begin + words.len());
        }
        start += line.len();
    }
    if let ([first, .., last], true) = (&mail[..], mail.len() > 2) {
        let message = "these lines are the head of a mail, and would be printed";
        let told = Diagnostic::usual(Code::LeftOver, at(first.clone()), message).hint("Delete the lines");
        all.push(told.replace(at(first.start..last.end), ""));
    }
    all
}

/// How the lines at the head of a mail begin.
const HEADS: [&str; 6] = ["From: ", "Sent: ", "To: ", "Subject: ", "Cc: ", "Date: "];

/// Whether lines are the head of a mail.
pub(super) fn is_mail(lines: &[&str]) -> bool {
    lines.iter().filter(|line| HEADS.iter().any(|head| line.trim().starts_with(head))).count() > 2
}

/// Keys that no sentence begins with.
fn is_own(key: &str) -> bool {
    matches!(
        key,
        "heading" | "body" | "purpose" | "phone" | "url" | "emergency" | "verified" | "hours" | "qr"
    )
}

fn remark_in(words: &str) -> Option<usize> {
    if words.starts_with("// ") && words.len() > 4 { Some(0) } else { remark::slashed(words) }
}

fn remarked(words: &str, from: usize, place: Span) -> Diagnostic {
    let message =
        format!("`{}` would be printed: inside a text nothing is a remark to yourself", &words[from..]);
    let told = Diagnostic::usual(Code::LeftOver, place, message);
    match words[..from].trim() {
        "" => told.hint("Delete the line, or write it above the section, with # in front"),
        kept => told.hint(format!("Write {kept}")),
    }
}

fn keyed(key: &str, value: &str, place: Span) -> Diagnostic {
    let message = format!("`{key}:` is a key of the file, and would be printed here as words of the text");
    let hint = match value {
        "" => format!("Delete it, or begin `{key}:` as far out as the keys above"),
        _ => format!("Begin `{key}: {value}` as far out as the keys above, or write {value}"),
    };
    Diagnostic::usual(Code::LeftOver, place, message).hint(hint)
}
