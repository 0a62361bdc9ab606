//! Bookmarks: takes a flat list with levels, gives the outline tree of a PDF.

use pdf_writer::types::ActionType;
use pdf_writer::writers::{Action, Destination};
use pdf_writer::{Name, Pdf, Ref, TextStr};

use super::boxes::Boxes;
use super::refs::Refs;
use super::tags::Dialect;
use crate::geom::{Pt, Rect};
use crate::page::Document;

/// The relatives of one entry, as places in the list.
#[derive(Clone, Debug, Default)]
struct Kin {
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// How many entries stand below it at any depth.
    below: i32,
}

/// Writes the outline and its entries, where there are any. All of it is shown open.
///
/// A bookmark leads to the place on the page and names its element, so that a screen reader goes on from there.
pub(super) fn write(pdf: &mut Pdf, document: &Document, refs: &Refs, boxes: &[Boxes], dialect: Dialect) {
    let levels: Vec<u8> = document.outline.iter().map(|entry| entry.level).collect();
    let kin = relate(&levels);
    let top: Vec<usize> = (0..kin.len()).filter(|at| kin[*at].parent.is_none()).collect();
    let ([first, ..], [.., last]) = (&top[..], &top[..]) else { return };
    pdf.outline(refs.outline)
        .first(refs.outline_item(*first))
        .last(refs.outline_item(*last))
        .count(kin.len() as i32);
    for (at, (entry, kin)) in document.outline.iter().zip(&kin).enumerate() {
        let mut item = pdf.outline_item(refs.outline_item(at));
        item.title(TextStr(&entry.title));
        item.parent(kin.parent.map_or(refs.outline, |parent| refs.outline_item(parent)));
        let to = |at: Option<usize>| at.map(|at| refs.outline_item(at));
        if let Some(id) = to(kin.previous) {
            item.prev(id);
        }
        if let Some(id) = to(kin.next) {
            item.next(id);
        }
        if let (Some(first), Some(last)) = (to(kin.first), to(kin.last)) {
            item.first(first).last(last).count(kin.below);
        }
        let (page, top) = destination(entry.page, entry.top, refs, boxes);
        let elem = refs.elem(entry.elem);
        match dialect {
            Dialect::Pdf17 => {
                item.dest().page(page).xyz(0.0, top, None);
                item.pair(Name(b"SE"), elem);
            }
            Dialect::Pdf20 => {
                let mut action = item.insert(Name(b"A")).start::<Action<'_>>();
                action.action_type(ActionType::GoTo).destination().page(page).xyz(0.0, top, None);
                // A structure destination (ISO 32000-2, 12.3.2.3).
                action.insert(Name(b"SD")).start::<Destination<'_>>().page(elem).xyz(0.0, top, None);
            }
        }
    }
}

fn destination(page: usize, top: Pt, refs: &Refs, boxes: &[Boxes]) -> (Ref, f32) {
    let page = page.min(refs.pages().saturating_sub(1));
    let at = Rect::new(Pt::ZERO, top, Pt::ZERO, Pt::ZERO);
    let top = boxes.get(page).map_or(0.0, |boxes| boxes.rect(at).y2);
    (refs.page(page), top)
}

/// Finds each entry's parent: the last entry before it with a lower level.
fn relate(levels: &[u8]) -> Vec<Kin> {
    let mut kin = vec![Kin::default(); levels.len()];
    let mut open: Vec<usize> = Vec::new();
    let mut last_at_top = None;
    for (at, level) in levels.iter().enumerate() {
        while open.last().is_some_and(|last| levels[*last] >= *level) {
            open.pop();
        }
        let parent = open.last().copied();
        let before = match parent {
            Some(parent) => kin[parent].last.replace(at),
            None => last_at_top.replace(at),
        };
        if let (Some(parent), None) = (parent, before) {
            kin[parent].first = Some(at);
        }
        if let Some(before) = before {
            kin[before].next = Some(at);
        }
        for ancestor in &open {
            kin[*ancestor].below += 1;
        }
        (kin[at].parent, kin[at].previous) = (parent, before);
        open.push(at);
    }
    kin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_become_a_tree() {
        let kin = relate(&[0, 1, 1, 0, 2, 1]);
        let parents: Vec<_> = kin.iter().map(|kin| kin.parent).collect();
        assert_eq!(parents, [None, Some(0), Some(0), None, Some(3), Some(3)]);
        assert_eq!((kin[0].first, kin[0].last, kin[0].next, kin[0].below), (Some(1), Some(2), Some(3), 2));
        assert_eq!((kin[3].first, kin[3].last, kin[4].next), (Some(4), Some(5), Some(5)));
    }
}
