//! Paragraphs: takes the blocks of a text, gives its paragraphs and list items in a row, shaped.

use std::rc::Rc;

use crate::layout::StyleSpec;
use crate::model::{Block, Inline};
use crate::typeset::counted::Counted;
use crate::typeset::store::{NUMERAL, Store};
use crate::typeset::trial::Break;

/// A paragraph or list item, shaped.
pub(in crate::typeset) struct Para<'a> {
    /// Its runs.
    pub inline: &'a Inline,
    /// Its runs, shaped.
    pub shaped: Rc<Counted>,
    /// How many lists it stands in.
    pub level: u8,
    /// What stands before it, where it begins a list item.
    pub marker: Option<Marker>,
    /// Whether it begins a list.
    pub opens_list: bool,
    /// What a column that ends before it breaks.
    pub before: Break,
}

/// A paragraph with fewer words takes too few lines to be divided: what is below this is one thought.
const VERY_LONG: usize = 75;

impl Para<'_> {
    /// Whether it has so many words that a column may end within it.
    pub(in crate::typeset) fn is_very_long(&self) -> bool {
        self.level == 0 && self.shaped.word_count() >= VERY_LONG
    }
}

/// What stands before a list item.
pub(in crate::typeset) enum Marker {
    /// A dot.
    Bullet,
    /// A number.
    Number(Rc<Counted>),
}

/// The paragraphs and list items of a text, in order, each with what a column that ends before it breaks.
pub(super) fn paras<'a>(blocks: &'a [Block], style: &StyleSpec, store: &mut Store) -> Vec<Para<'a>> {
    let mut paras = Vec::new();
    for block in blocks {
        add_block(block, 0, style, store, &mut paras);
    }
    for index in 1..paras.len() {
        paras[index].before = break_before(&paras, index);
    }
    paras
}

/// What a column that ends before a paragraph breaks. An introduction stays with its list, a list inside a list
/// with its item, and no item stands alone.
fn break_before(paras: &[Para<'_>], index: usize) -> Break {
    let para = &paras[index];
    let items = |paras: &mut dyn Iterator<Item = &Para<'_>>| {
        paras
            .take_while(|para| para.level > 0)
            .filter(|para| para.level == 1 && para.marker.is_some())
            .count()
    };
    match para.level {
        0 => Break::Paragraph,
        1 if para.opens_list || para.marker.is_none() => Break::Never,
        1 => {
            let before = items(&mut paras[..index].iter().rev());
            let after = items(&mut paras[index..].iter());
            if before.min(after) >= 2 { Break::List } else { Break::Any }
        }
        _ => Break::Never,
    }
}

fn add_block<'a>(
    block: &'a Block,
    level: u8,
    style: &StyleSpec,
    store: &mut Store,
    paras: &mut Vec<Para<'a>>,
) {
    match block {
        Block::Paragraph(inline) => {
            let shaped = store.inline(inline, style.weight);
            paras.push(Para { inline, shaped, level, marker: None, opens_list: false, before: Break::Never });
        }
        Block::List { start, items } => {
            for (index, item) in items.iter().enumerate() {
                let first = paras.len();
                for block in &item.blocks {
                    add_block(block, level + 1, style, store, paras);
                }
                if let Some(para) = paras.get_mut(first) {
                    para.marker = Some(marker(*start, index, store));
                    para.opens_list = index == 0;
                }
            }
        }
    }
}

fn marker(start: Option<u32>, index: usize, store: &mut Store) -> Marker {
    let Some(start) = start else { return Marker::Bullet };
    Marker::Number(store.ordinal(start as usize + index, NUMERAL))
}
