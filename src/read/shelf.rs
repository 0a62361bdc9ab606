//! The shelf's trees: takes a text of the shelf and its tree in bytes, gives the tree that parsing the text would give.
//!
//! A start reads three layouts that never change, so `build/trees.rs` parses them when the program is made.

use super::node::{Entry, Kind, Node};
use crate::diag::Diagnostic;
use crate::layout;
use crate::source::{Source, SourceId, Sources, Span};

/// The tree of a text of the shelf, which is taken in among the sources.
pub(super) fn tree(
    sources: &mut Sources,
    (name, text): (&'static str, &'static str),
    messages: &mut Vec<Diagnostic>,
) -> Option<Node> {
    let kept = layout::tree(name);
    if kept.is_empty() {
        return super::tree(sources, name, text.as_bytes(), messages);
    }
    let source = sources.add(Source::new(name, text));
    Tape { bytes: kept.iter(), text, source }.node()
}

/// What is left of a tree in bytes.
struct Tape {
    bytes: std::slice::Iter<'static, u8>,
    text: &'static str,
    source: SourceId,
}

impl Tape {
    fn node(&mut self) -> Option<Node> {
        let tag = *self.bytes.next()?;
        let span = self.span()?;
        let kind = match tag {
            0 => Kind::Nothing,
            1 | 2 => Kind::Text(self.words(tag, span)?),
            3 => {
                let count = self.number()?;
                let mut items = Vec::with_capacity(count);
                for _ in 0..count {
                    items.push(self.node()?);
                }
                Kind::List(items)
            }
            _ => {
                let count = self.number()?;
                let mut entries = Vec::with_capacity(count);
                for _ in 0..count {
                    entries.push(self.entry()?);
                }
                Kind::Map(entries)
            }
        };
        Some(Node { kind, span })
    }

    fn entry(&mut self) -> Option<Entry> {
        let tag = *self.bytes.next()?;
        let key_span = self.span()?;
        let key = self.words(tag, key_span)?;
        Some(Entry { key, key_span, value: self.node()? })
    }

    fn words(&mut self, tag: u8, span: Span) -> Option<String> {
        if tag == 1 {
            return self.text.get(span.range()).map(str::to_owned);
        }
        let length = self.number()?;
        let (words, rest) = self.bytes.as_slice().split_at_checked(length)?;
        self.bytes = rest.iter();
        str::from_utf8(words).ok().map(str::to_owned)
    }

    fn span(&mut self) -> Option<Span> {
        let start = self.number()?;
        let length = self.number()?;
        Some(Span::new(self.source, start..start + length))
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..28).step_by(7) {
            let byte = usize::from(*self.bytes.next()?);
            number |= (byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{EMBEDDED_LAYOUTS, shared, shelf_names};
    use crate::read;

    #[test]
    fn trees_of_the_shelf_are_what_parsing_its_texts_gives() {
        let names = shelf_names();
        assert!(names.len() > EMBEDDED_LAYOUTS.len(), "tokens are on the shelf too");
        for name in names {
            let file = shared(name).expect("it is on the shelf");
            let (mut sources, mut messages) = (Sources::default(), Vec::new());
            let typed = read::tree(&mut sources, file.0, file.1.as_bytes(), &mut messages);
            assert!(messages.is_empty(), "{name}: {messages:#?}");
            assert!(!layout::tree(file.0).is_empty(), "{name} has a tree");
            let kept = tree(&mut Sources::default(), file, &mut messages);
            assert_eq!(format!("{kept:#?}"), format!("{typed:#?}"), "{name}");
        }
    }

    #[test]
    fn layouts_of_the_shelf_are_what_reading_them_in_the_long_way_gives() {
        for file in EMBEDDED_LAYOUTS {
            let (long, messages) = read::layout(&mut Sources::default(), file.0, file.1.as_bytes());
            assert!(long.is_some() && messages.is_empty(), "{}: {messages:#?}", file.0);
            assert!(read::shelved(*file) == long, "{}", file.0);
        }
    }
}
