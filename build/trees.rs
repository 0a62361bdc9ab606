//! The trees of shipped YAML: takes the text of a layout, gives its tree in bytes, so that no start parses it again.
//!
//! A value is a tag, its place in the text (first byte and length) and what it holds; words that stand in the text as
//! they are meant have their place only. Numbers are in groups of seven bits, the lowest first. `src/read/shelf.rs`
//! reads it, and a test holds that it reads what parsing gives. A text with anything else gets no tree and is parsed.

use serde_saphyr::granit_parser::{Event, Options, Parser, ScalarStyle, Span, StrInput};

/// The tree of a text; `None` where it holds more than keys, lists and words.
pub(crate) fn tree(text: &str) -> Option<Vec<u8>> {
    let mut options = Options::default();
    options.emit_comments = false;
    let mut builder = Builder { parser: Parser::new_from_str_with_options(text, options), text };
    let mut root = None;
    loop {
        match builder.next()? {
            (Event::StreamStart | Event::DocumentEnd, _) => {}
            (Event::DocumentStart(..), _) if root.is_none() => {}
            (Event::StreamEnd, _) => break,
            _ if root.is_some() => return None,
            marked => root = Some(builder.node(marked)?),
        }
    }
    let mut bytes = Vec::new();
    root?.write(text, &mut bytes);
    Some(bytes)
}

struct Node {
    kind: Kind,
    start: usize,
    end: usize,
}

enum Kind {
    Nothing,
    Text(String),
    List(Vec<Node>),
    /// Keys, which are words, and values in turn.
    Map(Vec<Node>),
}

struct Builder<'s> {
    parser: Parser<'s, StrInput<'s>>,
    text: &'s str,
}

impl<'s> Builder<'s> {
    fn next(&mut self) -> Option<(Event<'s>, Span)> {
        self.parser.next_event()?.ok()
    }

    fn node(&mut self, (event, at): (Event<'s>, Span)) -> Option<Node> {
        let range = at.byte_range()?;
        let start = range.start;
        let end = start + self.text.get(range)?.trim_end().len();
        match event {
            Event::Scalar(_, _, anchor, tag) if anchor > 0 || tag.is_some() => None,
            Event::Scalar(text, style, ..) => {
                let absent =
                    style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let kind = if absent { Kind::Nothing } else { Kind::Text(text.into_owned()) };
                Some(Node { kind, start, end })
            }
            Event::SequenceStart(..) => {
                let items = self.until(&Event::SequenceEnd)?;
                let start = items.first().map_or(start, |first| first.start);
                let end = items.last().map_or(end, |last| last.end).max(start);
                Some(Node { kind: Kind::List(items), start, end })
            }
            Event::MappingStart(..) => {
                let items = self.until(&Event::MappingEnd)?;
                let keys = items.iter().step_by(2);
                let mut words: Vec<&str> = Vec::new();
                for key in keys {
                    let Kind::Text(word) = &key.kind else { return None };
                    words.push(word);
                }
                words.sort_unstable();
                let twice = words.windows(2).any(|pair| pair[0] == pair[1]);
                if twice || items.len() % 2 > 0 {
                    return None;
                }
                let end = items.last().map_or(end, |last| last.end).max(start);
                let start = items.first().map_or(start, |first| first.start);
                Some(Node { kind: Kind::Map(items), start, end })
            }
            _ => None,
        }
    }

    fn until(&mut self, last: &Event<'_>) -> Option<Vec<Node>> {
        let mut items = Vec::new();
        loop {
            let marked = self.next()?;
            if marked.0 == *last {
                return Some(items);
            }
            items.push(self.node(marked)?);
        }
    }
}

impl Node {
    fn write(&self, text: &str, bytes: &mut Vec<u8>) {
        let (tag, items): (u8, &[Node]) = match &self.kind {
            Kind::Nothing => (0, &[]),
            Kind::Text(words) if text.get(self.start..self.end) == Some(words) => (1, &[]),
            Kind::Text(_) => (2, &[]),
            Kind::List(items) => (3, items),
            Kind::Map(items) => (4, items),
        };
        bytes.push(tag);
        number(self.start, bytes);
        number(self.end - self.start, bytes);
        match &self.kind {
            Kind::Text(words) if tag == 2 => {
                number(words.len(), bytes);
                bytes.extend_from_slice(words.as_bytes());
            }
            Kind::Nothing | Kind::Text(_) => {}
            Kind::List(_) => number(items.len(), bytes),
            Kind::Map(_) => number(items.len() / 2, bytes),
        }
        items.iter().for_each(|item| item.write(text, bytes));
    }
}

fn number(mut number: usize, bytes: &mut Vec<u8>) {
    while number > 0x7F {
        bytes.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
