//! Running text: blocks, list items and the runs of words inside them.

use crate::address::LinkTarget;
use crate::source::Span;

/// Words of one kind: the text exactly as the source has it.
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
