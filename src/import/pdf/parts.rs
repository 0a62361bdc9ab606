//! Parts: takes elements, gives the blocks of text among them in reading order, and their words.

use super::super::arrange::blocks::nowhere;
use crate::address::{LinkTarget, link};
use crate::language::Language;
use crate::model::{Block, Inline, Item, Run};
use crate::tagged::{Elem, Kid, is_group, is_inline};

/// A block of text, and which group of the document it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'t> {
    pub elem: &'t Elem,
    pub group: usize,
}

/// All blocks of text in reading order.
pub(super) fn parts(elems: &[Elem]) -> Vec<Part<'_>> {
    let (mut parts, mut groups) = (Vec::new(), 0);
    elems.iter().for_each(|elem| gather(elem, 0, &mut groups, &mut parts));
    parts
}

fn gather<'t>(elem: &'t Elem, group: usize, groups: &mut usize, parts: &mut Vec<Part<'t>>) {
    let holds_words = elem.kids.iter().any(|kid| matches!(kid, Kid::Words(..)));
    if !is_group(&elem.role) || holds_words || elem.actual.is_some() {
        parts.push(Part { elem, group });
        return;
    }
    *groups += 1;
    let own = *groups;
    for kid in &elem.kids {
        if let Kid::Elem(kid) = kid {
            gather(kid, own, groups, parts);
        }
    }
}

/// The words of an element; labels of lists and headings come as their own list.
pub(super) fn words(elem: &Elem) -> (String, Vec<String>) {
    let (mut text, mut labels) = (String::new(), Vec::new());
    collect(elem, &mut text, &mut labels);
    (tidy(&text), labels)
}

fn collect(elem: &Elem, text: &mut String, labels: &mut Vec<String>) {
    if let Some(actual) = &elem.actual {
        text.push_str(actual);
        return;
    }
    if elem.role == "Figure" {
        return;
    }
    if elem.role == "Lbl" {
        let mut label = String::new();
        let inner = Elem { role: "Span".to_owned(), ..elem.clone() };
        collect(&inner, &mut label, labels);
        labels.push(tidy(&label));
        return;
    }
    for kid in &elem.kids {
        match kid {
            Kid::Elem(kid) => {
                let apart = !is_inline(&kid.role);
                if apart {
                    text.push(' ');
                }
                collect(kid, text, labels);
                if apart {
                    text.push(' ');
                }
            }
            Kid::Words(words, _) => text.push_str(words),
            Kid::Target(..) => {}
        }
    }
}

/// One space between words.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without any white space, which is not the same in all ways to read a text.
pub(super) fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// All words of a block.
fn said(block: &Block) -> String {
    match block {
        Block::Paragraph(inline) => inline.iter().map(|run| run.text.as_str()).collect(),
        Block::List { items, .. } => items.iter().flat_map(|item| &item.blocks).map(said).collect(),
    }
}

/// The direct kids of one role.
pub(super) fn kids<'t>(elem: &'t Elem, role: &str) -> impl Iterator<Item = &'t Elem> {
    elem.kids.iter().filter_map(move |kid| match kid {
        Kid::Elem(kid) if kid.role == role => Some(kid),
        _ => None,
    })
}

/// Where a link leads.
pub(super) fn target(link: &Elem) -> Option<&str> {
    link.kids.iter().find_map(|kid| match kid {
        Kid::Target(uri, _) => Some(uri.as_str()),
        Kid::Elem(_) | Kid::Words(..) => None,
    })
}

/// Blocks as a briefing has them.
pub(super) struct Blocks<'l> {
    /// The language of the document.
    pub language: &'l str,
}

/// How the words under way look.
#[derive(Clone, Default)]
struct Looks {
    strong: bool,
    link: Option<LinkTarget>,
    language: Option<Language>,
}

impl Blocks<'_> {
    /// The block that an element is; `None` for what a body cannot hold, and where there are no words in it.
    pub(super) fn block(&self, elem: &Elem) -> Option<Block> {
        match elem.role.as_str() {
            "P" => Some(self.inline(&elem.kids)).filter(|inline| !inline.is_empty()).map(Block::Paragraph),
            "L" => {
                let items = kids(elem, "LI").map(|item| Item { blocks: self.item(item) });
                let items: Vec<Item> = items.filter(|item| !item.blocks.is_empty()).collect();
                let first = kids(elem, "LI").next().and_then(|item| kids(item, "Lbl").next());
                let first = first.map(|label| words(&label_words(label)).0);
                // A mark that nobody sees turns the full stop to the side of the text (see `Store::ordinal`).
                let digits = first.map(|label| {
                    label.trim_start_matches('\u{200f}').trim_end_matches(['.', ')']).to_owned()
                });
                let start = digits.and_then(|digits| digits.parse().ok()).filter(|_| elem.numbered);
                let whole = !items.is_empty() && (start.is_some() || !elem.numbered);
                let list = Block::List { start, items };
                // Where a tag is unknown or damaged, what is in it would be lost without a word.
                (whole && letters(&said(&list)) == letters(&words(elem).0)).then_some(list)
            }
            _ => None,
        }
    }

    /// The blocks of an item: words that stand in it directly are a paragraph.
    fn item(&self, item: &Elem) -> Vec<Block> {
        let mut blocks = Vec::new();
        for body in kids(item, "LBody") {
            let mut open: Vec<Kid> = Vec::new();
            for kid in &body.kids {
                match kid {
                    Kid::Elem(elem) if !is_inline(&elem.role) => {
                        self.close(&mut open, &mut blocks);
                        blocks.extend(self.block(elem));
                    }
                    _ => open.push(kid.clone()),
                }
            }
            self.close(&mut open, &mut blocks);
        }
        blocks
    }

    fn close(&self, open: &mut Vec<Kid>, blocks: &mut Vec<Block>) {
        let inline = self.inline(&std::mem::take(open));
        if !inline.is_empty() {
            blocks.push(Block::Paragraph(inline));
        }
    }

    fn inline(&self, kids: &[Kid]) -> Inline {
        let mut runs = Inline::new();
        self.runs(kids, &Looks::default(), &mut runs);
        trimmed(runs)
    }

    fn runs(&self, kids: &[Kid], looks: &Looks, runs: &mut Inline) {
        for kid in kids {
            match kid {
                Kid::Words(words, _) => push(runs, words, looks),
                Kid::Target(..) => {}
                Kid::Elem(elem) => {
                    let mut own = looks.clone();
                    own.strong |= matches!(elem.role.as_str(), "Strong" | "Em");
                    let tag = elem.language.as_deref().filter(|tag| *tag != self.language);
                    own.language = tag.and_then(Language::new).or(own.language);
                    let target = target(elem).and_then(|uri| link::target(uri).ok());
                    own.link = target.or(own.link);
                    match &elem.actual {
                        Some(actual) if actual == Run::BREAK => end_line(runs, &own),
                        Some(actual) => push(runs, actual, &own),
                        None => self.runs(&elem.kids, &own, runs),
                    }
                }
            }
        }
    }
}

/// A label as an element whose words count.
fn label_words(label: &Elem) -> Elem {
    Elem { role: "Span".to_owned(), ..label.clone() }
}

/// Adds words; spaces are single.
fn push(runs: &mut Inline, words: &str, looks: &Looks) {
    let mut text = String::new();
    let before = runs.last().and_then(|run| run.text.chars().last());
    let mut white = before.is_none_or(char::is_whitespace);
    for c in words.chars() {
        match c.is_whitespace() {
            true if white => {}
            true => text.push(' '),
            false => text.push(c),
        }
        white = c.is_whitespace();
    }
    if text.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last)
            if (last.strong, &last.link, &last.language) == (looks.strong, &looks.link, &looks.language) =>
        {
            last.text.push_str(&text);
        }
        _ => runs.push(run(text, looks)),
    }
}

/// Ends a line where the writer did.
fn end_line(runs: &mut Inline, looks: &Looks) {
    runs.push(run(Run::BREAK.to_owned(), looks));
}

/// Words that look so.
fn run(text: String, looks: &Looks) -> Run {
    Run {
        text,
        strong: looks.strong,
        link: looks.link.clone(),
        span: nowhere(),
        steps: Vec::new(),
        language: looks.language.clone(),
        expansion: None,
    }
}

/// Without the space at the end of the last line, which parts it from what is read next.
fn trimmed(mut runs: Inline) -> Inline {
    while let Some(last) = runs.last_mut() {
        let length = last.text.trim_end().len();
        last.text.truncate(length);
        if length > 0 {
            break;
        }
        runs.pop();
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elem(role: &str, kids: Vec<Kid>) -> Elem {
        Elem { role: role.to_owned(), kids, ..Elem::default() }
    }

    fn item(words: &str) -> Kid {
        let paragraph = elem("P", vec![Kid::Words(words.to_owned(), 1)]);
        Kid::Elem(elem("LI", vec![Kid::Elem(elem("LBody", vec![Kid::Elem(paragraph)]))]))
    }

    /// Tags that hold nothing are left in damaged files, and YAML has no words for them that would read back the same.
    #[test]
    fn what_has_no_words_is_no_block() {
        let blocks = Blocks { language: "en-GB" };
        assert!(blocks.block(&elem("P", vec![Kid::Words(" ".to_owned(), 1)])).is_none());
        assert!(blocks.block(&elem("L", vec![item(""), item(" ")])).is_none());
        let Some(Block::List { items, .. }) = blocks.block(&elem("L", vec![item("Call"), item("")])) else {
            panic!("a list with words is a block")
        };
        assert_eq!(items.len(), 1);
    }

    /// What is left out so is left over, and told.
    #[test]
    fn a_list_with_words_in_unknown_tags_is_no_block() {
        let blocks = Blocks { language: "en-GB" };
        let stray = || Kid::Elem(elem("", vec![Kid::Words("0808 800 5000".to_owned(), 1)]));
        assert!(blocks.block(&elem("L", vec![item("Call"), item("Write")])).is_some());
        assert!(blocks.block(&elem("L", vec![item("Call"), stray()])).is_none());
        let body = elem("LBody", vec![Kid::Words("Call".to_owned(), 1), stray()]);
        assert!(blocks.block(&elem("L", vec![Kid::Elem(elem("LI", vec![Kid::Elem(body)]))])).is_none());
    }

    /// In a language from the right a mark that nobody sees stands before the figures.
    #[test]
    fn the_number_of_an_item_is_read_without_its_mark_of_direction() {
        let blocks = Blocks { language: "ur" };
        let starts_at = |label: &str| {
            let label = Kid::Elem(elem("Lbl", vec![Kid::Words(label.to_owned(), 1)]));
            let body = Kid::Elem(elem("LBody", vec![Kid::Words("Call".to_owned(), 1)]));
            let list = Elem { numbered: true, ..elem("L", vec![Kid::Elem(elem("LI", vec![label, body]))]) };
            match blocks.block(&list) {
                Some(Block::List { start, .. }) => start,
                _ => None,
            }
        };
        assert_eq!((starts_at("\u{200f}3."), starts_at("3."), starts_at("x.")), (Some(3), Some(3), None));
    }
}
