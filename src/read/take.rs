//! Typed taking: takes nodes of the YAML tree, gives texts, numbers and dates, and keeps every message.

use super::format::{Keys, Mapping, Value};
use super::input::is_refused;
use super::node::{Entry, Kind, Node};
pub(crate) use super::quote::shortened;
use super::{as_list, remark, slip, suggest};
use crate::address::space::is_turning;
use crate::diag::{Code, Diagnostic};
use crate::model::{Date, Spanned};
use crate::scalar::scalar;
use crate::source::{Sources, Span};

/// The longest text of one line, in characters: a title, a name, an address.
const MAX_LINE: usize = 200;

/// Reads one job's trees and keeps what there is to say about them.
pub(crate) struct Reader<'a> {
    /// The texts under the spans.
    pub sources: &'a Sources,
    /// Everything found wrong so far.
    pub messages: Vec<Diagnostic>,
    /// Whether tests hold that nothing is wrong with these texts, so that nothing has to be looked for.
    pub proven: bool,
}

/// The keys of a map, known to be known ones.
pub(crate) struct Fields<'n> {
    entries: &'n [Entry],
    mapping: &'static Mapping,
    /// Whether there are keys that the mapping has not.
    strays: bool,
    /// Where a message about the whole points: its first key.
    pub place: Span,
}

impl<'n> Fields<'n> {
    /// The value of a key; `None` if it is not there or says nothing.
    pub(crate) fn get(&self, key: &str) -> Option<&'n Node> {
        debug_assert!(self.mapping.has(key), "{key} is not declared");
        let entry = self.entry(key)?;
        let blank = match &entry.value.kind {
            Kind::Nothing => true,
            Kind::Text(text) => text.trim().is_empty(),
            Kind::List(_) | Kind::Map(_) => false,
        };
        (!blank).then_some(&entry.value)
    }

    /// The entry of a key; failing that, the one whose key is a slip of it, so that the slip is told and nothing more.
    fn entry(&self, key: &str) -> Option<&'n Entry> {
        let meant = |entry: &&Entry| {
            !self.mapping.has(&entry.key)
                && owner(self.mapping, &entry.key).is_none()
                && suggest::nearest(&entry.key, &self.mapping.names()) == Some(key)
        };
        let slip = || if self.strays { self.entries.iter().find(meant) } else { None };
        self.entries.iter().find(|entry| entry.key == key).or_else(slip)
    }

    /// Holds that a key is declared as what it is read as.
    fn declared(&self, key: &str, is: impl Fn(&Value) -> bool) {
        let declared = self.mapping.key(key);
        debug_assert!(declared.is_none_or(|key| is(&key.value)), "{key} is declared as something else");
    }

    /// How a declared key may look.
    pub(crate) fn example(&self, key: &str) -> &'static str {
        self.mapping.key(key).map_or("", |key| key.example)
    }

    /// Whether keys that belong below a key stand beside it: then they were told, and the key itself is not missed.
    pub(crate) fn has_strays_of(&self, key: &str) -> bool {
        let stray =
            |entry: &Entry| !self.mapping.has(&entry.key) && owner(self.mapping, &entry.key) == Some(key);
        self.entries.iter().any(stray)
    }

    /// Every key with its value, also those that say nothing.
    pub(crate) const fn entries(&self) -> &'n [Entry] {
        self.entries
    }

    /// Where a key stands, whether or not it says anything.
    pub(crate) fn key_span(&self, key: &str) -> Option<Span> {
        self.entry(key).map(|entry| entry.key_span)
    }
}

impl<'a> Reader<'a> {
    /// A reader of these sources.
    pub(crate) const fn new(sources: &'a Sources) -> Self {
        Reader { sources, messages: Vec::new(), proven: false }
    }

    /// Keeps an error with one piece of advice.
    pub(crate) fn error(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.messages.push(Diagnostic::error(code, span, message).hint(hint));
    }

    /// A map whose keys are all among those of a declared mapping; the others are reported.
    pub(crate) fn mapping<'n>(&mut self, node: &'n Node, mapping: &'static Mapping) -> Option<Fields<'n>> {
        let Kind::Map(entries) = &node.kind else {
            self.no_keys(node, mapping);
            return None;
        };
        let mut strays = false;
        if !self.proven {
            let apart = if mapping.what == "a briefing" { as_list::apart(entries) } else { None };
            let apart = apart.map_or(&[][..], |range| &entries[range]);
            self.messages.extend(as_list::told_apart(self.sources, apart));
            for entry in entries.iter().filter(|entry| !mapping.has(&entry.key)) {
                if !apart.iter().any(|told| told.key_span == entry.key_span) {
                    self.unknown_key(entry, entries, mapping);
                }
                strays = true;
            }
            self.messages.extend(remark::check(self.sources, entries, mapping));
        }
        let place = entries.first().map_or(node.span, |entry| entry.key_span);
        Some(Fields { entries, mapping, strays, place })
    }

    /// The value of a declared key that must be there; the message shows its example.
    pub(crate) fn needed<'n>(&mut self, fields: &Fields<'n>, key: &str) -> Option<&'n Node> {
        let declared = fields.mapping.key(key);
        debug_assert!(declared.is_some_and(|key| key.needed), "{key} is not declared as needed");
        self.required(fields, key, declared.map_or("", |key| key.example))
    }

    /// A declared line of text that must be there.
    pub(crate) fn needed_line(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Spanned<String>> {
        let node = self.needed(fields, key)?;
        self.line(node, key)
    }

    fn unknown_key(&mut self, entry: &Entry, fields: &[Entry], mapping: &'static Mapping) {
        let (what, known) = (mapping.what, mapping.names());
        let message = format!("{what} has no key `{}`", shortened(&entry.key));
        let message = Diagnostic::error(Code::UnknownKey, entry.key_span, message);
        let near = suggest::nearest(&entry.key, &known);
        let there = near.is_some_and(|word| fields.iter().any(|other| other.key == word));
        let instead = suggest::instead(what, &entry.key).filter(|_| what != "`checks`" || near.is_none());
        self.messages.push(match (owner(mapping, &entry.key), near) {
            _ if instead.is_some() => message.hint(instead.unwrap_or_default()),
            (Some(owner), _) => message
                .hint(format!("Move it below `{owner}:`, and begin it two spaces further in than that")),
            // A second value of the same kind: the first stays as it is.
            (None, Some(word)) if there => message.hint(suggest::second(what, word)),
            (None, Some(word)) => {
                message.hint(format!("Did you mean `{word}`?")).replace(entry.key_span, word)
            }
            (None, None) if what == "`board`" && slip::is_key(&entry.key) => message.hint(format!(
                "Give `{}:` to a contact: a new one below `contacts:` begins with `- name:`",
                shortened(&entry.key)
            )),
            (None, None) => message.hint(format!("The keys of {what} are {}", list_of(&known))),
        });
    }

    /// The value of a key that must be there.
    pub(crate) fn required<'n>(&mut self, fields: &Fields<'n>, key: &str, example: &str) -> Option<&'n Node> {
        self.required_as(fields, key, || format!("Write `{key}: {example}`"))
    }

    /// The same with what to do about it.
    pub(super) fn required_as<'n>(
        &mut self,
        fields: &Fields<'n>,
        key: &str,
        hint: impl FnOnce() -> String,
    ) -> Option<&'n Node> {
        let value = fields.get(key);
        if value.is_none() && !self.is_swallowed(fields, key) {
            let message = match fields.key_span(key) {
                Some(_) => format!("`{key}` of {} is empty", fields.mapping.what),
                None => format!("{} has no `{key}`", fields.mapping.what),
            };
            let span = fields.key_span(key).unwrap_or(fields.place);
            self.error(Code::MissingKey, span, message, hint());
        }
        value
    }

    /// Whether a remark has swallowed the value of a key, which was told when the keys were looked at.
    pub(super) fn is_swallowed(&self, fields: &Fields<'_>, key: &str) -> bool {
        fields.entry(key).is_some_and(|entry| {
            matches!(entry.value.kind, Kind::Nothing)
                && remark::lost(self.sources, entry, fields.mapping).is_some()
        })
    }

    /// A line of text that may be there.
    pub(crate) fn optional_line(
        &mut self,
        fields: &Fields<'_>,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        self.line(fields.get(key)?, key)
    }

    /// A text of any length, without controls.
    pub(crate) fn text<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n str> {
        let Kind::Text(text) = &node.kind else {
            self.no_text(node, what);
            return None;
        };
        if self.proven {
            return Some(text);
        }
        // Nearly all texts are plain ASCII, which is told at once.
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t');
        if text.bytes().all(is_plain) {
            return Some(text);
        }
        if let Some(character) = text.chars().find(|c| is_refused(*c) || is_turning(*c)) {
            // What stands in the file as it is was told of when the file was opened.
            if is_turning(character) && self.sources.text(node.span).contains(is_turning) {
                return Some(text);
            }
            let number = u32::from(character);
            let message = format!("`{what}` holds a control character, U+{number:04X}");
            let code = if is_turning(character) { Code::TurningCharacter } else { Code::BadValue };
            let hint = match number {
                0..=0xFF => format!("Delete its code, such as \\x{number:02x}, from the text"),
                _ => format!("Delete its code, such as \\u{number:04x}, from the text"),
            };
            self.error(code, node.span, message, hint);
            return None;
        }
        Some(text)
    }

    /// A text of one line, not longer than any page holds; spaces at its ends are dropped.
    pub(crate) fn line(&mut self, node: &Node, what: &str) -> Option<Spanned<String>> {
        let text = self.text(node, what)?.trim();
        if self.proven {
            return Some(Spanned { value: text.to_owned(), span: node.span });
        }
        let length = text.chars().count();
        if length > MAX_LINE {
            let message = format!("`{what}` has {length} characters; at most {MAX_LINE} can be set");
            self.error(
                Code::TextTooLong,
                node.span,
                message,
                "Shorten it, or move the words into a section's body",
            );
            return None;
        }
        if text.contains(['\n', '\t']) {
            let message = format!("`{what}` has a line break or a tab inside");
            let one_line = scalar(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            let told = Diagnostic::error(Code::BadValue, node.span, message)
                .hint(format!("Write it on one line: `{what}: {}`", shortened(&one_line)));
            self.messages.push(match self.behind_colon(node) {
                Some(value) => told.replace(value, one_line),
                None => told,
            });
            return None;
        }
        Some(Spanned { value: text.to_owned(), span: node.span })
    }

    /// A list.
    pub(crate) fn list<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n [Node]> {
        let Kind::List(items) = &node.kind else {
            self.no_list(node, what);
            return None;
        };
        Some(items)
    }

    /// `true` or `false`; `false` where the key is not there.
    pub(crate) fn flag(&mut self, fields: &Fields<'_>, key: &'static str) -> bool {
        fields.declared(key, |value| matches!(value, Value::Flag));
        let Some(node) = fields.get(key) else { return false };
        let Some(line) = self.line(node, key) else { return false };
        match line.value.to_ascii_lowercase().as_str() {
            "true" | "yes" => true,
            "false" | "no" => false,
            _ => {
                let message = format!("`{key}` is either true or false, not `{}`", shortened(&line.value));
                self.error(
                    Code::BadValue,
                    line.span,
                    message,
                    format!("Write `{key}: true` or delete the line"),
                );
                false
            }
        }
    }

    /// A whole number in a range.
    pub(crate) fn number(
        &mut self,
        node: &Node,
        what: &str,
        range: std::ops::RangeInclusive<u32>,
    ) -> Option<u32> {
        let line = self.line(node, what)?;
        let number = line.value.parse().ok().filter(|number| range.contains(number));
        if number.is_none() {
            let message = format!(
                "`{what}` is a number from {} to {}, not `{}`",
                range.start(),
                range.end(),
                shortened(&line.value)
            );
            // The number among her words, or the last one there is.
            let typed =
                line.value.split(|c: char| !c.is_ascii_digit()).find_map(|digits| digits.parse().ok());
            let right = typed.filter(|number| range.contains(number)).unwrap_or(*range.end());
            self.error(Code::BadValue, line.span, message, format!("Write `{what}: {right}`"));
        }
        number
    }

    /// A day that may be there.
    pub(crate) fn date(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Spanned<Date>> {
        fields.declared(key, |value| matches!(value, Value::Date));
        let line = self.optional_value(fields, key)?;
        let date = Date::from_iso(&line.value);
        if date.is_none() {
            let message = format!("`{key}` is not a day of the calendar: `{}`", shortened(&line.value));
            let told = Diagnostic::error(Code::BadValue, line.span, message);
            self.messages.push(match (Date::from_words(&line.value), Date::near(&line.value)) {
                (Some(day), _) => {
                    told.hint(format!("Write {key}: {day}")).replace(line.span, day.to_string())
                }
                (None, Some(day)) => told.hint(format!("Write year, month and day, such as {key}: {day}")),
                (None, None) => told.hint(format!(
                    "Write year, month and day, such as {key}: {}-03-01; or delete the line until the day is known",
                    year_in(&line.value).unwrap_or(if key == "review_by" { "2027" } else { "2026" })
                )),
            });
        }
        Some(Spanned { value: date?, span: line.span })
    }
}

/// A year that a text names: "Spring 2027".
fn year_in(text: &str) -> Option<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .into_iter()
        .find(|word| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit()))
}

/// The key of a mapping below which another key belongs that was written beside it: a logo is the board's.
pub(super) fn owner(mapping: &'static Mapping, key: &str) -> Option<&'static str> {
    let Keys::Table(keys) = mapping.keys else { return None };
    let inner = keys.iter().filter_map(|outer| match outer.value {
        Value::Keys(inner) if inner.has(key) => Some(outer.name),
        _ => None,
    });
    let mut inner = inner.filter(|outer| matches!(*outer, "board" | "card" | "logo" | "front" | "theme"));
    inner.next().filter(|_| inner.next().is_none())
}

/// "`a`, `b` and `c`".
pub(crate) fn list_of(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
