//! The card: takes the keys under `card`, gives its titles and the text of its back, with the defaults.

use super::format;
use super::node::Node;
use super::section::body_text;
use super::take::{Fields, Reader};
use crate::diag::Code;
use crate::model::{Block, CardBack, CardFront, SECTIONS, Section, Spanned};

/// The section whose list stands on the back, if the source does not say: "if a child speaks up".
const DEFAULT_SECTION: usize = 6;

/// What the source says of the card; the rest follows from the sections.
#[derive(Default)]
pub(super) struct CardDraft {
    front_title: Option<Spanned<String>>,
    back_title: Option<Spanned<String>>,
    section: Option<usize>,
    body: Option<Vec<Block>>,
}

/// Reads what is there, and reports what is wrong with it.
pub(super) fn card(reader: &mut Reader<'_>, node: &Node) -> CardDraft {
    let mut draft = CardDraft::default();
    let Some(fields) = reader.mapping(node, &format::CARD) else { return draft };
    if let Some(front) = fields.get("front").and_then(|node| reader.mapping(node, &format::CARD_FRONT)) {
        draft.front_title = reader.optional_line(&front, "title");
    }
    if let Some(node) = fields.get("back")
        && let Some(back) = reader.mapping(node, &format::CARD_BACK)
    {
        read_back(reader, &back, &mut draft);
    }
    draft
}

fn read_back(reader: &mut Reader<'_>, back: &Fields<'_>, draft: &mut CardDraft) {
    draft.back_title = reader.optional_line(back, "title");
    draft.section = back
        .get("section")
        .and_then(|node| reader.number(node, "section", 1..=7))
        .map(|number| number as usize);
    draft.body = back.get("body").and_then(|node| body_text(reader, node)).map(|body| body.value);
    if let (Some(_), Some(node)) = (back.get("section"), back.get("body")) {
        let place = back.key_span("body").unwrap_or(node.span);
        let message = "the back of the card has both `section` and `body`; it can only show one";
        reader.error(Code::BadValue, place, message, "Delete one of the two");
    }
}

impl CardDraft {
    /// The card, with what the source leaves out taken from the title and the sections.
    pub(super) fn finish(
        self,
        title: &Spanned<String>,
        sections: &[Section; SECTIONS],
    ) -> (CardFront, CardBack) {
        let section = &sections[self.section.unwrap_or(DEFAULT_SECTION) - 1];
        let back = CardBack {
            title: self.back_title.unwrap_or_else(|| section.heading.clone()),
            body: self.body.unwrap_or_else(|| lists_of(section)),
        };
        (CardFront { title: self.front_title.unwrap_or_else(|| title.clone()) }, back)
    }
}

/// The lists of a section; its whole body where it has none.
fn lists_of(section: &Section) -> Vec<Block> {
    let lists: Vec<Block> =
        section.body.iter().filter(|block| matches!(block, Block::List { .. })).cloned().collect();
    if lists.is_empty() { section.body.clone() } else { lists }
}
