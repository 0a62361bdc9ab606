//! Running text: blocks, list items and the runs of words inside them.

use std::ops::Range;

use crate::address::LinkTarget;
use crate::language::Language;
use crate::source::Span;

/// Words of one kind: the text exactly as the source has it. A line end in it is one that the writer forced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are strong.
    pub strong: bool,
    /// Where they lead, if anywhere.
    pub link: Option<LinkTarget>,
    /// Where they stand in the source.
    pub span: Span,
    /// Byte in `text` and byte in the source wherever the distance between the two changes; empty where the source
    /// holds the text in one piece, or does not hold it as it is read.
    pub steps: Vec<(u32, u32)>,
    /// Their language, where it is not that of the briefing.
    pub language: Option<Language>,
    /// What they are short for, where another place of the text says so.
    pub expansion: Option<String>,
}

impl Run {
    /// The text of a forced line end, which is a run of its own where it was read from a body.
    pub const BREAK: &'static str = "\n";

    /// Where a part of the words stands in the source; all of the run where that cannot be told.
    #[must_use]
    pub fn place(&self, part: Range<usize>) -> Span {
        let whole = self.span.range();
        let byte =
            |at: usize| match self.steps.partition_point(|(text, _)| *text as usize <= at).checked_sub(1) {
                Some(step) => {
                    let (text, source) = self.steps[step];
                    Some(source as usize + (at - text as usize))
                }
                None => (whole.len() == self.text.len()).then_some(whole.start + at),
            };
        let last = part.end.max(part.start + 1) - 1;
        match (byte(part.start), byte(last)) {
            (Some(start), Some(last)) => {
                Span::new(self.span.source, start..(last + 1).min(whole.end).max(start))
            }
            _ => self.span,
        }
    }
}

/// A line of running text: its runs in order.
pub type Inline = Vec<Run>;

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Inline),
    /// A list.
    List {
        /// The number of the first item where the list is numbered.
        start: Option<u32>,
        /// Its items.
        items: Vec<Item>,
    },
}

/// An item of a list: its blocks; a list among them is one level deeper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Paragraphs, and at most one level of list.
    pub blocks: Vec<Block>,
}

impl Block {
    /// Calls `each` with every line of running text inside, in reading order.
    pub fn for_each_inline<'a>(&'a self, each: &mut impl FnMut(&'a Inline)) {
        match self {
            Block::Paragraph(inline) => each(inline),
            Block::List { items, .. } => {
                for block in items.iter().flat_map(|item| &item.blocks) {
                    block.for_each_inline(each);
                }
            }
        }
    }

    /// Number of words inside, as a person counts them.
    #[must_use]
    pub fn words(&self) -> usize {
        let mut words = 0;
        self.for_each_inline(&mut |inline| {
            words += match inline.as_slice() {
                [only] => only.text.split_whitespace().count(),
                // A word may reach from one run into the next.
                several => {
                    let text: String = several.iter().map(|run| run.text.as_str()).collect();
                    text.split_whitespace().count()
                }
            };
        });
        words
    }
}
