//! Links: takes the link areas of pages, gives annotations that screen readers can name.

use pdf_writer::types::{ActionType, AnnotationFlags, AnnotationType};
use pdf_writer::{Finish as _, Pdf, Rect as PdfRect, Ref, Str, TextStr};

use super::boxes::Boxes;
use super::refs::Refs;
use crate::page::{Document, ElemId, Link};

/// One annotation: the areas of one link on one page.
#[derive(Debug)]
pub(super) struct Annotation<'a> {
    pub(super) id: Ref,
    pub(super) page: usize,
    pub(super) elem: ElemId,
    /// Its key in the parent tree.
    pub(super) key: i32,
    areas: Vec<&'a Link>,
}

/// Gathers the annotations of a document: areas of one element on one page are one annotation.
pub(super) fn gather<'a>(document: &'a Document, refs: &mut Refs) -> Vec<Annotation<'a>> {
    let mut all: Vec<Annotation<'a>> = Vec::new();
    for (page, links) in document.pages.iter().map(|page| &page.links).enumerate() {
        for link in links {
            match all.iter_mut().find(|known| known.page == page && known.elem == link.elem) {
                Some(known) => known.areas.push(link),
                None => {
                    let key = (document.surfaces().count() + all.len()) as i32;
                    all.push(Annotation { id: refs.more(), page, elem: link.elem, key, areas: vec![link] });
                }
            }
        }
    }
    all
}

impl Annotation<'_> {
    pub(super) fn write(&self, pdf: &mut Pdf, boxes: &Boxes) {
        let Some(link) = self.areas.first() else { return };
        let areas: Vec<PdfRect> = self.areas.iter().map(|area| boxes.rect(area.rect)).collect();
        let mut out = pdf.annotation(self.id);
        out.subtype(AnnotationType::Link).rect(around(&areas)).flags(AnnotationFlags::PRINT);
        out.border(0.0, 0.0, 0.0, None).struct_parent(self.key).contents(TextStr(&link.contents));
        if areas.len() > 1 {
            out.quad_points(areas.iter().flat_map(|area| quad(*area)));
        }
        out.action().action_type(ActionType::Uri).uri(Str(link.uri.as_bytes()));
        out.finish();
    }
}

/// The corners in the order that viewers expect, which is not the standard's: top first.
const fn quad(r: PdfRect) -> [f32; 8] {
    [r.x1, r.y2, r.x2, r.y2, r.x1, r.y1, r.x2, r.y1]
}

/// The smallest rectangle that holds all areas.
fn around(areas: &[PdfRect]) -> PdfRect {
    areas.iter().copied().reduce(union).unwrap_or(PdfRect::new(0.0, 0.0, 0.0, 0.0))
}

fn union(a: PdfRect, b: PdfRect) -> PdfRect {
    PdfRect::new(a.x1.min(b.x1), a.y1.min(b.y1), a.x2.max(b.x2), a.y2.max(b.y2))
}
