//! Object numbers: takes what a document holds, gives each of its objects its number in the file.

use pdf_writer::Ref;

use crate::page::{Document, ElemId, FormId};

/// The numbers of all objects. They depend on counts only, so the same document gets the same ones.
#[derive(Debug)]
pub(super) struct Refs {
    pub(super) catalog: Ref,
    pub(super) info: Ref,
    pub(super) metadata: Ref,
    pub(super) page_tree: Ref,
    pub(super) profile: Ref,
    pub(super) outline: Ref,
    pub(super) struct_root: Ref,
    /// The namespace that PDF 2.0 takes structure types from.
    pub(super) namespace: Ref,
    page_count: usize,
    forms: i32,
    elems: i32,
    outline_items: i32,
    pages: i32,
    fonts: i32,
    pictures: i32,
    next: i32,
}

/// Objects of a page: itself, its content, the owners of its pieces.
const PER_PAGE: i32 = 3;
/// Objects of a form: with its tags, without them, the owners of its pieces.
const PER_FORM: i32 = 3;
/// Objects of a font: itself, its CID font, descriptor, program and `ToUnicode` map.
const PER_FONT: i32 = 5;
/// Objects of a picture: itself and its opacity.
const PER_PICTURE: i32 = 2;

/// One of the objects of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FormPart {
    Tagged,
    Bare,
}

/// One of the objects of a font.
#[derive(Clone, Copy, Debug)]
pub(super) enum FontPart {
    Type0,
    Cid,
    Descriptor,
    Program,
    ToUnicode,
}

/// One of the objects of a picture.
#[derive(Clone, Copy, Debug)]
pub(super) enum PicturePart {
    Colour,
    Opacity,
}

impl Refs {
    /// `fonts` is the number of faces used; without tags there are no structure elements.
    pub(super) fn new(document: &Document, fonts: usize, tagged: bool) -> Self {
        let count = |length: usize| i32::try_from(length).unwrap_or(i32::MAX / 16);
        let pages = 9;
        let forms = pages + PER_PAGE * count(document.pages.len());
        let elems = forms + PER_FORM * count(document.forms.len());
        let outline_items = elems + if tagged { count(document.tags.iter().count()) } else { 0 };
        let first_font = outline_items + if tagged { count(document.outline.len()) } else { 0 };
        let pictures = first_font + PER_FONT * count(fonts);
        Refs {
            catalog: Ref::new(1),
            info: Ref::new(2),
            metadata: Ref::new(3),
            page_tree: Ref::new(4),
            profile: Ref::new(5),
            outline: Ref::new(6),
            struct_root: Ref::new(7),
            namespace: Ref::new(8),
            page_count: document.pages.len(),
            forms,
            elems,
            outline_items,
            pages,
            fonts: first_font,
            pictures,
            next: pictures + PER_PICTURE * count(document.pictures.len()),
        }
    }

    pub(super) const fn pages(&self) -> usize {
        self.page_count
    }

    pub(super) fn page(&self, page: usize) -> Ref {
        Ref::new(self.pages + PER_PAGE * page as i32)
    }

    pub(super) fn content(&self, page: usize) -> Ref {
        Ref::new(self.pages + PER_PAGE * page as i32 + 1)
    }

    pub(super) fn owners(&self, page: usize) -> Ref {
        Ref::new(self.pages + PER_PAGE * page as i32 + 2)
    }

    pub(super) fn form(&self, form: FormId, part: FormPart) -> Ref {
        Ref::new(self.forms + PER_FORM * i32::from(form.0) + part as i32)
    }

    pub(super) fn form_owners(&self, form: FormId) -> Ref {
        Ref::new(self.forms + PER_FORM * i32::from(form.0) + 2)
    }

    pub(super) fn elem(&self, id: ElemId) -> Ref {
        Ref::new(self.elems + id.index() as i32)
    }

    pub(super) fn outline_item(&self, entry: usize) -> Ref {
        Ref::new(self.outline_items + entry as i32)
    }

    /// An object of the font that is used as the `rank`-th.
    pub(super) fn font(&self, rank: usize, part: FontPart) -> Ref {
        Ref::new(self.fonts + PER_FONT * rank as i32 + part as i32)
    }

    /// An object of a picture.
    pub(super) fn picture(&self, picture: usize, part: PicturePart) -> Ref {
        Ref::new(self.pictures + PER_PICTURE * picture as i32 + part as i32)
    }

    /// A number that nothing has yet.
    pub(super) fn more(&mut self) -> Ref {
        let id = Ref::new(self.next);
        self.next += 1;
        id
    }
}
