//! The YAML tree: takes the text of a source, gives its nodes with their places, or what is wrong with it.
//!
//! Every scalar keeps its text as written, so `0808` stays `0808` and `1.0` stays `1.0`. Copies
//! (`&name` and `*name`) are refused, so that a few lines can never grow into gigabytes.

use std::ops::Range;

use serde_saphyr::granit_parser::{self, ErrorKind, Event, Parser, ScalarStyle, StrInput};

use super::around;
use super::indents;
use super::invisible::visible;
use super::mend::NO_HYPHEN;
use super::places::Places;
use super::prefixed;
use super::quote::{quoted, shortened};
use super::recover::{self, options};
use super::remark;
use super::slip;
use super::syntax;
pub(crate) use super::value::{Entry, Kind, Node};
use crate::diag::{Code, Diagnostic, Place};
use crate::source::{SourceId, Sources, Span};

/// How many values a file may hold.
const MAX_NODES: usize = 5_000;

/// Parses a source into its tree; `None` where no tree can be had, with the reasons in `all`.
pub(super) fn tree(sources: &Sources, source: SourceId, all: &mut Vec<Diagnostic>) -> Option<Node> {
    let typed = sources.get(source).text();
    if let Some((text, told)) = prefixed::stripped(source, typed) {
        all.push(told);
        let mut bare = Builder::new(source, typed, &text);
        let root = bare.document();
        // Where that is no YAML either, what is wrong besides can be seen once the marks are gone.
        if bare.stopped.is_none() {
            all.append(&mut bare.messages);
        }
        return root.filter(|_| !bare.refused);
    }
    let mut whole = Builder::new(source, typed, typed);
    let root = whole.document();
    // Keys behind no-break spaces can be parsed, and are none.
    let hidden = whole.stopped.is_none() && indents::hides_keys(typed);
    let Some(at) = whole.stopped.or(hidden.then_some(0)) else {
        all.append(&mut whole.messages);
        return root.filter(|_| !whole.refused);
    };
    if let Some((text, told)) = around::mended(source, typed) {
        let Some(text) = text else {
            all.push(told);
            return None;
        };
        let mut bare = Builder::new(source, typed, &text);
        let root = bare.document();
        if bare.stopped.is_none() {
            all.push(told);
            all.append(&mut bare.messages);
            return root.filter(|_| !bare.refused);
        }
    }
    let Some((text, mut told)) = recover::recovered(source, typed, at) else {
        all.append(&mut whole.messages);
        return None;
    };
    all.append(&mut told);
    let mut builder = Builder::new(source, typed, &text);
    let root = builder.document();
    all.append(&mut builder.messages);
    root.filter(|_| !builder.refused)
}

type Marked<'s> = (Event<'s>, granit_parser::Span);

struct Builder<'s> {
    parser: Parser<'s, StrInput<'s>>,
    source: SourceId,
    /// The text as it was typed.
    typed: &'s str,
    /// The text that is parsed.
    text: &'s str,
    /// Where that stands in the other, if lines were mended.
    places: Option<Places>,
    /// Where the parser stopped.
    stopped: Option<usize>,
    /// Whether the next map is an entry of a list.
    item: bool,
    /// Entries of a list whose hyphens are missing.
    split: Vec<Node>,
    nodes: usize,
    /// Whether something was met that cannot be read on with, such as a copy.
    refused: bool,
    messages: Vec<Diagnostic>,
}

impl<'s> Builder<'s> {
    fn new(source: SourceId, typed: &'s str, text: &'s str) -> Self {
        Builder {
            parser: Parser::new_from_str_with_options(text, options()),
            source,
            typed,
            text,
            places: (!std::ptr::eq(typed, text)).then(|| Places::new(typed, text)),
            stopped: None,
            item: false,
            split: Vec::new(),
            nodes: 0,
            refused: false,
            messages: Vec::new(),
        }
    }

    fn document(&mut self) -> Option<Node> {
        let mut root = None;
        loop {
            let (event, at) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) if root.is_some() => {
                    let message = "a second document begins here; a file holds one";
                    let span = self.span(at);
                    // Three full stops end a document too, and then the next begins without a line of its own.
                    let divided = self.typed[span.range().start..].starts_with("---");
                    let hint = if divided { "Delete the line `---`" } else { "Delete the line `...` above" };
                    self.refuse(span, message, hint);
                    return None;
                }
                Event::DocumentStart(..) => {}
                Event::StreamEnd => return root.or_else(|| self.nothing()),
                _ => root = Some(self.node((event, at))?),
            }
        }
    }

    /// Says that there are remarks in the file, but nothing to read.
    fn nothing(&mut self) -> Option<Node> {
        let start = Span::new(self.source, 0..0);
        self.messages.push(
            Diagnostic::error(Code::FileEmpty, start, "this file holds remarks only")
                .hint("Delete the # at the beginning of the lines that are meant"),
        );
        None
    }

    fn next(&mut self) -> Option<Marked<'s>> {
        match self.parser.next_event()? {
            Ok(marked) => Some(marked),
            Err(error) => {
                // Values too deep inside each other are no slip of a line, and nobody's text.
                let slip = !matches!(error.kind(), ErrorKind::RecursionLimitExceeded);
                self.stopped = slip.then(|| error.marker().byte_offset().unwrap_or(self.text.len()));
                let mut told = syntax::explain(&error, self.source, self.text);
                if let (Place::At(span), true) = (&told.place, self.places.is_some()) {
                    told.place = self.place(span.range()).into();
                }
                self.messages.push(told);
                None
            }
        }
    }

    fn node(&mut self, (event, at): Marked<'s>) -> Option<Node> {
        let item = std::mem::take(&mut self.item);
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            self.messages.clear();
            let message = format!("this file holds more than {MAX_NODES} values; no briefing does");
            self.refuse(self.span(at), &message, "Check that this is the right file");
            return None;
        }
        let span = self.span(at);
        if let Event::Scalar(_, _, anchor, tag) = &event
            && (*anchor > 0 || tag.is_some())
        {
            self.swallowed(span);
        }
        match event {
            Event::Scalar(text, style, ..) => Some(scalar(&text, style, span)),
            Event::SequenceStart(..) => self.list(span),
            Event::MappingStart(..) => self.map(span, item),
            _ => {
                let message = "copies (`&name` and `*name`) are not part of the format";
                match self.begins_value(span) {
                    true => self.swallowed(span),
                    false => self.refuse(span, message, "Write the value out again"),
                }
                Some(Node { kind: Kind::Nothing, span })
            }
        }
    }

    fn list(&mut self, start: Span) -> Option<Node> {
        let mut items = Vec::new();
        loop {
            let (event, at) = self.next()?;
            if event == Event::SequenceEnd {
                let span = around(start, items.first(), items.last());
                return Some(Node { kind: Kind::List(items), span });
            }
            self.item = true;
            let item = self.node((event, at))?;
            match items.last_mut().filter(|above| is_rest_of(above, &item)) {
                Some(above) => self.needless_hyphen(above, item),
                None => items.push(item),
            }
            items.append(&mut self.split);
        }
    }

    fn map(&mut self, start: Span, item: bool) -> Option<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut done: Vec<Node> = Vec::new();
        loop {
            let marked = self.next()?;
            if marked.0 == Event::MappingEnd {
                let mut span = around(start, None, entries.last().map(|entry| &entry.value));
                if let Some(first) = entries.first() {
                    span.start = first.key_span.start;
                }
                done.push(Node { kind: Kind::Map(entries), span });
                if !item && done.len() > 1 {
                    // No entry has its hyphen, so that a list looked like keys.
                    let span = around(span, done.first(), done.last());
                    return Some(Node { kind: Kind::List(done), span });
                }
                self.split.extend(done.drain(1..));
                return done.pop();
            }
            let entry = self.entry(marked)?;
            // The key that an entry of a list begins with begins another, whose hyphen was forgotten.
            let again = entries.len() > 1 && entries.first().is_some_and(|first| first.key == entry.key);
            if again && (item || slip::begins_entry(&entry.key)) {
                if let (false, [], Some(first)) = (item, &done[..], entries.first()) {
                    self.no_hyphen(first);
                }
                self.no_hyphen(&entry);
                let mut span = around(start, None, entries.last().map(|entry| &entry.value));
                span.start = entries[0].key_span.start;
                done.push(Node { kind: Kind::Map(std::mem::take(&mut entries)), span });
            }
            match entries.iter().find(|first| first.key == entry.key) {
                None => entries.push(entry),
                Some(first) => self.duplicate(&entry, first.key_span),
            }
        }
    }

    fn entry(&mut self, marked: Marked<'s>) -> Option<Entry> {
        let key = self.node(marked)?;
        let marked = self.next()?;
        let value = self.node(marked)?;
        let text = match key.kind {
            Kind::Text(text) => text,
            Kind::Nothing => String::new(),
            Kind::List(_) | Kind::Map(_) => {
                let hint = "Text in `{` or `[` has to stand in quotes: \"{like this}\"";
                self.refuse(key.span, "a key has to be a word", hint);
                String::new()
            }
        };
        Some(Entry { value: self.without_remark(&text, value), key: text, key_span: key.span })
    }

    /// A value without the remark behind it that another language than YAML would leave out, which is told.
    fn without_remark(&mut self, key: &str, mut value: Node) -> Node {
        let range = value.span.range();
        if let Kind::Text(text) = &mut value.kind
            && let Some(written) = self.typed.get(range.clone()).filter(|typed| *typed == text)
            && let Some(at) = remark::foreign(written)
        {
            let place = Span::new(self.source, range.start + at..range.end);
            self.messages.push(remark::told_foreign(key, written, at, place));
            text.truncate(written[..at].trim_end().len());
            value.span = Span::new(self.source, range.start..range.start + text.len());
        }
        value
    }

    fn no_hyphen(&mut self, entry: &Entry) {
        let start = entry.key_span.range().start;
        let words = self.typed[start..].lines().next().unwrap_or("").trim_end();
        let told = Diagnostic::error(Code::NotYaml, entry.key_span, NO_HYPHEN)
            .hint(format!("Write `- {}`, two spaces further out", shortened(words)));
        let gap = start.checked_sub(2).filter(|gap| self.typed.get(*gap..start) == Some("  "));
        self.messages.push(match gap {
            Some(gap) => told.replace(Span::new(self.source, gap..start), "- "),
            None => told,
        });
    }

    /// Says that the first word of a value has a meaning of its own in YAML, and would be left out.
    fn swallowed(&mut self, span: Span) {
        self.refused = true;
        let line_start = self.typed[..span.range().start].rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.typed[line_start..].lines().next().unwrap_or("").trim_end();
        let words = line.trim_start();
        let value = slip::key_of(words).map(|(dash, key, value)| (dash, key, value.trim()));
        let message = "a text cannot begin with this character";
        let Some((dash, key, value)) = value.filter(|(.., value)| value.starts_with(['!', '&', '*'])) else {
            let hint = "Put the whole text in quotes: a word with `!`, `&` or `*` before it is left out";
            self.messages.push(Diagnostic::error(Code::NotYaml, span, message).hint(hint));
            return;
        };
        let start = line_start + line.len() - value.len();
        let place = Span::new(self.source, start..start + value.len());
        let right = quoted(value);
        self.messages.push(
            Diagnostic::error(Code::NotYaml, place, message)
                .hint(format!("Write `{dash}{key}: {}`", shortened(&right)))
                .replace(place, right),
        );
    }

    /// Whether a value of a line begins at a place.
    fn begins_value(&self, span: Span) -> bool {
        let start = span.range().start;
        let before = &self.typed[self.typed[..start].rfind('\n').map_or(0, |newline| newline + 1)..start];
        slip::key_of(before.trim_start()).is_some_and(|(.., gap)| gap.trim().is_empty())
    }

    /// Takes an entry whose keys belong to the one above it for the rest of that one, and says so.
    fn needless_hyphen(&mut self, above: &mut Node, rest: Node) {
        let (Kind::Map(entries), Kind::Map(more)) = (&mut above.kind, rest.kind) else { return };
        if let Some(first) = more.first() {
            let start = first.key_span.range().start;
            let hyphen = start.saturating_sub(2)..start;
            let words = self.typed[start..].lines().next().unwrap_or("").trim_end();
            let message = "the hyphen of this line begins a new entry, and the line belongs to the one above";
            let told = Diagnostic::error(Code::NotYaml, first.key_span, message)
                .hint(format!("Write `{}` with two spaces in place of `- `", shortened(words)));
            self.messages.push(match self.typed.get(hyphen.clone()) {
                Some("- ") => told.replace(Span::new(self.source, hyphen), "  "),
                _ => told,
            });
        }
        entries.extend(more);
    }

    fn duplicate(&mut self, entry: &Entry, first: Span) {
        let line = self.typed[..first.range().start].matches('\n').count() + 1;
        let message = format!("`{}` is written twice; it was already given in line {line}", entry.key);
        // `{print: cmyk(0, 0, 0, 100)}` has the key `0` twice: a list of numbers that misses its quotes.
        let is_number = entry.key.trim_end_matches(')').parse::<f32>().is_ok();
        let hint = match entry.value.kind {
            Kind::Nothing if is_number => "Put text with commas in quotes: \"cmyk(90, 45, 40, 35)\"",
            Kind::List(_) => "Delete this line, so that what is below it goes on with the list above",
            Kind::Text(_) if entry.key == "body" => "Put the words of both below one `body: |`",
            Kind::Text(_) if entry.key == "phone" => "Give the second number a contact of its own: `- name:`",
            _ => "Keep one of the two and delete the other",
        };
        self.messages.push(Diagnostic::error(Code::DuplicateKey, entry.key_span, message).hint(hint));
    }

    fn refuse(&mut self, span: Span, message: &str, hint: &str) {
        self.refused = true;
        self.messages.push(Diagnostic::error(Code::NotYaml, span, message).hint(hint));
    }

    /// The place of an event, without the line ends and spaces behind a block of text.
    fn span(&self, at: granit_parser::Span) -> Span {
        let range = at.byte_range().unwrap_or(0..0);
        let length = self.text.get(range.clone()).map_or(0, |slice| slice.trim_end().len());
        self.place(range.start..range.start + length)
    }

    /// Where bytes of the parsed text stand in the text as it was typed.
    fn place(&self, range: Range<usize>) -> Span {
        let Some(places) = &self.places else { return Span::new(self.source, range) };
        let whole = |byte: usize| {
            let at = (0..=byte.min(self.typed.len())).rev().find(|at| self.typed.is_char_boundary(*at));
            at.unwrap_or(0)
        };
        let start = whole(places.typed(range.start));
        Span::new(self.source, start..whole(places.typed(range.end)).max(start))
    }
}

/// Whether an entry of a list has only keys that the one above misses, and not the one that entries begin with.
fn is_rest_of(above: &Node, entry: &Node) -> bool {
    let (Kind::Map(keys), Kind::Map(more)) = (&above.kind, &entry.kind) else { return false };
    let first = keys.first().map(|entry| entry.key.as_str());
    let has = |key: &str| keys.iter().any(|entry| entry.key == key);
    first.is_some_and(slip::begins_entry)
        && !more.first().is_none_or(|entry| slip::begins_entry(&entry.key))
        && more.iter().all(|entry| slip::is_key(&entry.key) && !has(&entry.key))
}

fn around(start: Span, first: Option<&Node>, last: Option<&Node>) -> Span {
    let begin = first.map_or(start.start, |node| node.span.start);
    Span { source: start.source, start: begin, end: last.map_or(start.end, |node| node.span.end).max(begin) }
}

fn scalar(text: &str, style: ScalarStyle, span: Span) -> Node {
    let absent = style == ScalarStyle::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL");
    Node { kind: if absent { Kind::Nothing } else { Kind::Text(visible(text).into_owned()) }, span }
}
