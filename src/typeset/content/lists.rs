//! Open lists: takes paragraphs in order, gives each the element it belongs to.

use super::paras::{Marker, Para};
use crate::page::{ElemId, Role};
use crate::typeset::canvas::Canvas;

/// The lists that are open at a place in a section.
pub(in crate::typeset) struct OpenLists {
    section: ElemId,
    /// For each level: the list, and its item's label-holder and body.
    levels: Vec<Level>,
}

struct Level {
    list: ElemId,
    item: ElemId,
    body: ElemId,
}

impl OpenLists {
    pub(in crate::typeset) const fn new(section: ElemId) -> Self {
        OpenLists { section, levels: Vec::new() }
    }

    /// The element that a paragraph's words go into; opens and closes lists on the way.
    pub(in crate::typeset) fn open(&mut self, canvas: &mut Canvas<'_>, para: &Para<'_>) -> ElemId {
        let level = usize::from(para.level);
        self.levels.truncate(level);
        let Some(marker) = &para.marker else {
            let parent = self.levels.last().map_or(self.section, |level| level.body);
            return canvas.elem(parent, Role::P);
        };
        let list = match self.levels.pop() {
            Some(open) if self.levels.len() + 1 == level && !para.opens_list => open.list,
            Some(open) if self.levels.len() + 1 < level => {
                let parent = open.body;
                self.levels.push(open);
                Self::list(canvas, parent, marker)
            }
            _ => Self::list(canvas, self.levels.last().map_or(self.section, |level| level.body), marker),
        };
        let item = canvas.elem(list, Role::LI);
        if let Marker::Number(_) = marker {
            canvas.elem(item, Role::Lbl);
        }
        let body = canvas.elem(item, Role::LBody);
        self.levels.push(Level { list, item, body });
        body
    }

    fn list(canvas: &mut Canvas<'_>, parent: ElemId, marker: &Marker) -> ElemId {
        let list = canvas.elem(parent, Role::L);
        canvas.document.tags.get_mut(list).numbered = matches!(marker, Marker::Number(_));
        list
    }

    /// The label of the item that was opened last.
    pub(super) fn label(&self, canvas: &Canvas<'_>) -> ElemId {
        let item = self.levels.last().map_or(self.section, |level| level.item);
        match canvas.document.tags.get(item).kids.first() {
            Some(crate::page::Kid::Elem(label)) => *label,
            _ => item,
        }
    }
}
