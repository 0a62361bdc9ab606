//! Likeness: takes the tree of a layout, gives it with all that it leaves open said by what it is like.
//!
//! A layout says only what is its own. `like: [signal/tokens, handout]` names what lies on the shelf of this program:
//! first comes the layout's own word, then that of the first, then that of the next; of keys within keys too, so a
//! style may take its weight from the look and its size from the document. Lists are taken whole. In the same way
//! `defaults:` speak for every flow of sections and of contacts that leaves something open.

use super::super::node::{Entry, Kind, Node};
use super::super::shelf;
use crate::diag::{Code, Diagnostic};
use crate::layout::{shared, shelf_names};
use crate::source::{Sources, Span};

/// Keys of frames that take a flow, and under which key their defaults stand.
const FLOWS: [(&str, &str); 3] =
    [("sections", "sections"), ("card_back", "sections"), ("contacts", "contacts")];

/// Adds to a layout what it leaves open and those that it is like say.
pub(super) fn resolve(sources: &mut Sources, layout: &mut Node, messages: &mut Vec<Diagnostic>) {
    for (name, span) in names(layout, messages) {
        let Some(file) = shared(&name) else {
            messages.push(unknown(&name, span));
            continue;
        };
        let Some(mut base) = shelf::tree(sources, file, messages) else { continue };
        resolve(sources, &mut base, messages);
        if let Kind::Map(entries) = &mut base.kind {
            entries.retain(|entry| entry.key != "like");
        }
        fill(layout, base);
    }
}

/// What a layout is like, from the nearest on.
fn names(layout: &Node, messages: &mut Vec<Diagnostic>) -> Vec<(String, Span)> {
    let Some(node) = layout.get("like") else { return Vec::new() };
    let Kind::List(nodes) = &node.kind else {
        let message = format!("`like` must be a list, but this is {}", node.found());
        let hint = "Write `like: [handout]`";
        messages.push(Diagnostic::error(Code::WrongType, node.span, message).hint(hint));
        return Vec::new();
    };
    let mut names = Vec::new();
    for node in nodes {
        match &node.kind {
            Kind::Text(name) => names.push((name.clone(), node.span)),
            _ => messages.push(unknown(node.found(), node.span)),
        }
    }
    names
}

fn unknown(name: &str, span: Span) -> Diagnostic {
    let hint = format!("`like` takes names of what comes with briefpress: {}", shelf_names().join(", "));
    Diagnostic::error(
        Code::BadValue,
        span,
        format!("`like` cannot be `{name}`: there is no layout of that name"),
    )
    .hint(hint)
}

/// Adds what is left open.
fn fill(own: &mut Node, shared: Node) {
    let (Kind::Map(own), Kind::Map(shared)) = (&mut own.kind, shared.kind) else { return };
    for entry in shared {
        match own.iter_mut().find(|known| known.key == entry.key) {
            Some(Entry { value, .. }) => fill(value, entry.value),
            None => own.push(entry),
        }
    }
}

/// The same from a tree that others take from too.
fn take_open(own: &mut Node, shared: &Node) {
    let (Kind::Map(own), Kind::Map(shared)) = (&mut own.kind, &shared.kind) else { return };
    for entry in shared {
        match own.iter_mut().find(|known| known.key == entry.key) {
            Some(Entry { value, .. }) => take_open(value, &entry.value),
            None => own.push(entry.clone()),
        }
    }
}

/// Adds to every flow what it leaves open and the defaults of the layout say.
pub(super) fn spread(layout: &mut Node) {
    let Some(defaults) = layout.get("defaults").cloned() else { return };
    let Kind::Map(entries) = &mut layout.kind else { return };
    for entry in
        entries.iter_mut().filter(|entry| ["parts", "pages", "page", "forms"].contains(&entry.key.as_str()))
    {
        spread_below(&mut entry.value, &defaults);
    }
}

fn spread_below(node: &mut Node, defaults: &Node) {
    match &mut node.kind {
        Kind::Nothing | Kind::Text(_) => {}
        Kind::List(nodes) => nodes.iter_mut().for_each(|node| spread_below(node, defaults)),
        Kind::Map(entries) => {
            for entry in entries {
                let flow = FLOWS.iter().find(|(key, _)| *key == entry.key);
                match flow.and_then(|(_, kind)| defaults.get(kind)) {
                    Some(shared) => take_open(&mut entry.value, shared),
                    None => spread_below(&mut entry.value, defaults),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::Diagnostic;
    use crate::geom::Pt;
    use crate::layout::{Content, DocumentKind, Layout, SizeSpec};
    use crate::read::layout;
    use crate::source::Sources;

    fn read(text: &str) -> (Option<Layout>, Vec<Diagnostic>) {
        layout(&mut Sources::default(), "mine.yaml", text.as_bytes())
    }

    #[test]
    fn a_layout_says_only_what_is_its_own() {
        let (mine, messages) = read("like: [card]\ndocument: card\nstyles: {title: {weight: 600}}\n");
        let mine = mine.unwrap_or_else(|| panic!("{messages:#?}"));
        let (card, _) = read("like: [card]\ndocument: card\n");
        let card = card.expect("it is the shipped one");
        assert_eq!((mine.document, mine.masters.len()), (DocumentKind::Card, card.masters.len()));
        let style = |layout: &Layout| *layout.style(layout.style_named("title").expect("it has one"));
        assert_eq!((style(&mine).weight.0, style(&card).weight.0), (600, 800));
        assert_eq!(style(&mine).size, style(&card).size);
    }

    #[test]
    fn flows_take_what_they_leave_open_from_the_defaults() {
        let (layout, messages) = read(
            "document: card\nsize: 85mm x 55mm\nbody: 7pt to 10pt\nstyles: {words: {size: 9pt}}\n\
             defaults: {sections: {body: words, gap: 1.5 to 3}}\n\
             pages:\n  - frames: [{name: all, dock: fill, card_back: {gap: 2 to 3}}]\n",
        );
        let layout = layout.unwrap_or_else(|| panic!("{messages:#?}"));
        let Content::CardBack(flow) = &layout.masters[0].arrangements[0].frames[0].content else {
            panic!("it is the back of a card");
        };
        assert!((flow.gap.tight - 2.0).abs() < 1e-6, "its own word comes first");
        assert_eq!(layout.style(flow.body).size, SizeSpec::Fixed(Pt::new(9.0)));
    }

    #[test]
    fn what_is_not_on_the_shelf_is_refused_once_with_what_is() {
        let (layout, messages) = read("like: [signal/handouts]\n");
        assert!(layout.is_none());
        assert_eq!(
            messages[0].message,
            "`like` cannot be `signal/handouts`: there is no layout of that name"
        );
        assert!(format!("{:?}", messages[0]).contains("steps/poster"), "{messages:#?}");
    }
}
