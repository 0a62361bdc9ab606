//! Kinds: takes a value of another kind than its key wants, gives a message with the lines that were meant.

use super::colour_words;
use super::contact_line::contact_of;
use super::format::Mapping;
use super::node::{Entry, Kind, Node};
use super::quote::quoted as quote;
use super::take::{Reader, list_of, shortened};
use crate::diag::{Code, Diagnostic};
use crate::scalar::scalar;
use crate::source::Span;

impl Reader<'_> {
    /// A sign to be put before a value, with a space between the colon and it where there is none.
    fn spaced(&self, value: Span, sign: &str) -> String {
        let before = &self.sources.get(value.source).text()[..value.range().start];
        if before.ends_with(' ') { sign.to_owned() } else { format!(" {sign}") }
    }

    /// Says that there are keys or a list where a text has to be, with the text that was meant.
    pub(super) fn no_text(&mut self, node: &Node, what: &str) {
        let told = self.told_wrong_type(node, what, "text");
        let written = self.behind_colon(node).map(|value| (value, self.sources.text(value).trim_end()));
        self.messages.push(match (written, &node.kind) {
            _ if what == "language" => {
                told.hint("Write one language, and give each other language a file of its own")
            }
            (Some((value, words)), Kind::List(items))
                if words.starts_with('[') && words.ends_with(']') && only_text(items).is_some() =>
            {
                let right = scalar(&only_text(items).unwrap_or_default());
                told.hint(format!("Write `{what}: {}`, without the brackets", shortened(&right)))
                    .replace(Span { end: value.start + words.len() as u32, ..value }, right)
            }
            (Some((_, words)), Kind::List(items))
                if what == "phone" && items.len() > 1 && words.starts_with('[') =>
            {
                told.hint("Give each number a contact of its own: `- name:` with `phone:` below it")
            }
            (Some((value, words)), kind @ Kind::List(_))
                if matches!(what, "hours" | "purpose")
                    && words.starts_with('[')
                    && !words.contains('\n')
                    && in_one_line(kind).is_some() =>
            {
                let right = scalar(&in_one_line(kind).unwrap_or_default());
                told.hint(format!("Write `{what}: {}`, without the brackets", shortened(&right)))
                    .replace(Span { end: value.start + words.len() as u32, ..value }, right)
            }
            (Some((value, words)), _) if words.starts_with(['[', '{']) && !words.contains('\n') => {
                let right = quote(words);
                told.hint(format!("Write `{what}: {}`", shortened(&right)))
                    .replace(Span { end: value.start + words.len() as u32, ..value }, right)
            }
            (Some((value, _)), _) if what == "body" => told
                .hint("Write `body: |`, with a bar; then the lines below it are the text")
                .replace(Span { end: value.start, ..value }, self.spaced(value, "|")),
            (_, Kind::List(items)) if what == "phone" && items.len() > 1 => {
                told.hint("Give each number a contact of its own: `- name:` with `phone:` below it")
            }
            (Some((value, _)), kind)
                if matches!(what, "hours" | "purpose") && in_one_line(kind).is_some() =>
            {
                let right = scalar(&in_one_line(kind).unwrap_or_default());
                told.hint(format!("Write `{what}: {}`", shortened(&right)))
                    .replace(value, format!(" {right}"))
            }
            (_, Kind::List(items)) => match items.first().map(|item| &item.kind) {
                Some(Kind::Text(first)) if items.len() == 1 => {
                    told.hint(format!("Write `{what}: {}`", shortened(&scalar(first))))
                }
                _ => told.hint(format!("Write one of them behind the colon of `{what}:`")),
            },
            (_, Kind::Map(entries)) => match entries.first().map(|entry| &entry.value.kind) {
                Some(Kind::Text(first)) if entries.len() == 1 => {
                    told.hint(format!("Write `{what}: {}`", shortened(&scalar(first))))
                }
                _ => told.hint(format!("Write the words right behind the colon of `{what}:`")),
            },
            _ => told.hint(format!("Write the words right behind the colon of `{what}:`")),
        });
    }

    /// Says that there is a text or a list where keys have to be, with the lines that were meant.
    pub(super) fn no_keys(&mut self, node: &Node, mapping: &'static Mapping) {
        let told = self.told_wrong_type(node, mapping.what, "keys with values");
        let names = mapping.names();
        let all = match mapping.what {
            // Nobody reads the names of all rules; the one that she means stands in a message.
            "`checks`" => "Below it, two spaces further in, stand names of messages, which they show in square brackets, and how much each weighs, such as abbreviation: off".to_owned(),
            "a briefing" if matches!(node.kind, Kind::Text(_)) => {
                "For a file with all its keys, to put these words into, type:  briefpress new \"Its title\""
                    .to_owned()
            }
            _ => format!("Write its keys on lines of their own: {}", list_of(&names)),
        };
        self.messages.push(match &node.kind {
            Kind::Text(text) => keys_for_text(told, node.span, text.trim(), mapping, all),
            kind => match (self.needless_hyphen(kind), only_words(kind), mapping.first_of_words()) {
                (Some(line), ..) => {
                    told.hint(format!("Write `{}` with two spaces in place of `- `", shortened(line)))
                }
                (None, Some(words), Some(first)) => told.hint(format!(
                    "Write `{first}: {}` in place of `- {}`",
                    shortened(&scalar(words)),
                    shortened(words)
                )),
                _ => told.hint(all),
            },
        });
    }

    /// The line of a hyphen that stands before the first of several keys and makes a list of them.
    fn needless_hyphen(&self, kind: &Kind) -> Option<&str> {
        let Kind::List(items) = kind else { return None };
        let first = items.first().filter(|item| matches!(item.kind, Kind::Map(_)))?;
        let text = self.sources.get(first.span.source).text();
        Some(text[first.span.range().start..].lines().next().unwrap_or("").trim_end())
    }

    /// What stands behind the colon of a key, up to the end of the value.
    pub(super) fn behind_colon(&self, node: &Node) -> Option<Span> {
        let text = self.sources.get(node.span.source).text();
        let range = node.span.range();
        let before = &text[..range.start];
        let colon = before.rfind(':')?;
        let gap = &before[colon + 1..];
        let only_marks = gap.chars().all(|c| c.is_whitespace() || matches!(c, '[' | '{' | '|' | '>' | '-'));
        let start = colon + 1 + (gap.len() - gap.trim_start_matches(' ').len());
        // Of a list in brackets the span ends before the bracket.
        let end = range.end + text[range.end..].find(['\n', '\r']).unwrap_or(text.len() - range.end);
        only_marks.then(|| Span::new(node.span.source, start..end.max(start)))
    }

    /// Says that a value is of the wrong kind.
    pub(crate) fn wrong_type(&mut self, node: &Node, what: &str, wanted: &str, hint: String) {
        let told = self.told_wrong_type(node, what, wanted).hint(hint);
        self.messages.push(told);
    }

    pub(super) fn told_wrong_type(&self, node: &Node, what: &str, wanted: &str) -> Diagnostic {
        let message = format!("{} must be {wanted}; found {}", quoted(what), node.found());
        let first_line = self.sources.text(node.span).lines().next().map_or(0, str::len);
        let span = Span::new(node.span.source, node.span.range().start..node.span.range().start + first_line);
        Diagnostic::error(Code::WrongType, span, message)
    }
}

/// What is said of a text that stands where keys have to: the first key before it, or else all of them.
fn keys_for_text(
    told: Diagnostic,
    span: Span,
    text: &str,
    mapping: &'static Mapping,
    all: String,
) -> Diagnostic {
    let names = mapping.names();
    let key = mapping.what.trim_matches('`');
    let slipped = text.split_once(' ').filter(|(word, _)| names.contains(word));
    let first = mapping.first_of_words();
    match (slipped, first) {
        (Some((word, rest)), _) => {
            let rest = rest.trim_start_matches(['=', ';', ':', '-', ' ']).trim();
            // A value that stands in quotes of its own stays as it is.
            let quoted = rest.len() > 1 && rest.starts_with('"') && rest.ends_with('"');
            let value = if quoted { rest.to_owned() } else { scalar(rest) };
            told.hint(format!("Write `{word}: {}`, with a colon behind the key", shortened(rest)))
                .replace(span, format!("{word}: {value}"))
        }
        (None, Some(first)) if key == "logo" && !text.contains('\n') => {
            // A picture on the web is saved first; its name is what stands behind the last stroke.
            let is_far = text.contains("://");
            let name = if is_far { text.rsplit('/').next().unwrap_or(text) } else { text };
            let save = if is_far { "Save the picture beside this file, and write" } else { "Write" };
            told.hint(format!(
                "{save} `{key}:`, on the line below, two spaces further in, `{first}: {}`, and below that `alt:` and \
                 what it shows",
                shortened(name)
            ))
        }
        (None, Some(first)) if key == "theme" && colour_words::right(text).is_some() => told.hint(format!(
            "Write `{key}:` and on the line below, two spaces further in, `{first}: {}`",
            colour_words::right(text).unwrap_or_default()
        )),
        (None, Some(first)) if key != mapping.what && !text.contains('\n') => told.hint(format!(
            "Write `{key}:` and on the line below, two spaces further in, `{first}: {}`",
            shortened(text)
        )),
        (None, Some("name")) if !text.contains('\n') => told.hint(contact_of(text)),
        (None, Some("heading")) if !text.contains('\n') => told.hint(format!(
            "Write `- heading: {}`, and on the line below `body:` and its text",
            shortened(&scalar(text))
        )),
        (None, Some(first)) if !text.contains('\n') => {
            told.hint(format!("Write `{first}: {}`", shortened(text))).hint(all)
        }
        _ => told.hint(all),
    }
}

/// The words of a list of one text.
fn only_words(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::List(items) => match &items[..] {
            [Node { kind: Kind::Text(text), .. }] if !text.contains('\n') => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// The words of a list that holds only one text, which brackets made a list.
fn only_text(items: &[Node]) -> Option<String> {
    match items {
        [Node { kind: Kind::Text(text), .. }] => Some(text.trim().to_owned()),
        _ => None,
    }
}

/// Several days or purposes that were written as a list or as keys, in one line with commas between them.
fn in_one_line(kind: &Kind) -> Option<String> {
    let text = |node: &Node| match &node.kind {
        Kind::Text(text) => Some(text.trim().to_owned()),
        _ => None,
    };
    let parts: Vec<String> = match kind {
        Kind::List(items) => items.iter().map(text).collect::<Option<_>>()?,
        Kind::Map(entries) => {
            let part = |entry: &Entry| Some(format!("{} {}", entry.key, text(&entry.value)?));
            entries.iter().map(part).collect::<Option<_>>()?
        }
        _ => return None,
    };
    (parts.len() > 1).then(|| parts.join(", "))
}

/// Keys stand in backticks, descriptions such as "a contact" do not.
fn quoted(what: &str) -> String {
    if what.contains([' ', '`']) { what.to_owned() } else { format!("`{what}`") }
}
