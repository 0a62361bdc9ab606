//! Tags: takes a tag tree and where its marks were drawn, gives the structure tree of a PDF.

use pdf_writer::types::{ListNumbering, Placement, StructRole};
use pdf_writer::writers::{Attributes, StructChildren, StructTreeRoot};
use pdf_writer::{Dict, Finish as _, Name, Pdf, TextStr};

use super::boxes::Boxes;
use super::links::Annotation;
use super::refs::{FormPart, Refs};
use crate::page::{Class, Document, ElemId, FormId, Kid, MarkId, Role, StructElem, StructTree};
use crate::target::Target;

/// Whose content stream a piece lies in: a page's, or that of a form which is read on that page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Home {
    pub(super) page: usize,
    pub(super) form: Option<FormId>,
}

/// One piece of marked content: what a mark became in a content stream.
#[derive(Clone, Copy, Debug)]
struct Piece {
    mark: MarkId,
    home: Home,
    number: i32,
}

impl Piece {
    /// Whether its number alone names it, in an element whose page is this one.
    fn is_plain(&self, page: Option<usize>) -> bool {
        (page, None) == (Some(self.home.page), self.home.form)
    }
}

/// Where the marks of a document were drawn, in painting order.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    all: Vec<Piece>,
    /// The streams so far and the index of each one's first piece; nothing is read of a form without a home.
    streams: Vec<(Option<Home>, usize)>,
}

impl Pieces {
    /// Begins the next stream: pages come first, then forms.
    pub(super) fn begin(&mut self, home: Option<Home>) {
        self.streams.push((home, self.all.len()));
    }

    /// Gives the number of a new piece in the present stream. A mark that other items interrupt has
    /// several pieces; they are read in the order of painting.
    pub(super) fn add(&mut self, mark: MarkId) -> i32 {
        let (home, start) = self.streams.last().copied().unwrap_or_default();
        let number = (self.all.len() - start) as i32;
        let home = home.unwrap_or(Home { page: 0, form: None });
        self.all.push(Piece { mark, home, number });
        number
    }

    /// The streams that are read, by their keys in the parent tree, each with its marks in the order of their
    /// numbers.
    fn by_stream(&self) -> impl Iterator<Item = (usize, Home, impl Iterator<Item = MarkId>)> {
        let ends = self.streams.iter().skip(1).map(|stream| stream.1).chain([self.all.len()]);
        self.streams.iter().zip(ends).enumerate().filter_map(|(key, ((home, start), end))| {
            Some((key, (*home)?, self.all[*start..end].iter().map(|piece| piece.mark)))
        })
    }

    /// The same pieces, those of a mark together.
    fn by_mark(&self) -> Vec<Piece> {
        let mut pieces = self.all.clone();
        pieces.sort_by_key(|piece| piece.mark);
        pieces
    }
}

/// Which edition of the standard tags are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// ISO 32000-1.
    Pdf17,
    /// ISO 32000-2, with its own namespace of structure types.
    Pdf20,
}

impl Dialect {
    pub(super) fn of(target: &Target) -> Self {
        if *target == Target::ScreenUa2 { Dialect::Pdf20 } else { Dialect::Pdf17 }
    }
}

/// The namespace of PDF 2.0 (ISO 32000-2, 14.8.6.2).
const NAMESPACE: &str = "http://iso.org/pdf2/ssn";

/// The name of a structure type.
pub(super) const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Sect => "Sect",
        Role::Div => "Div",
        Role::H1 => "H1",
        Role::H2 => "H2",
        Role::H3 => "H3",
        Role::P => "P",
        Role::L => "L",
        Role::LI => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Span => "Span",
        Role::Strong => "Strong",
        Role::Link => "Link",
        Role::Figure => "Figure",
    }
}

/// A structure tree on its way into a file.
pub(super) struct TagWriter<'a> {
    document: &'a Document,
    boxes: &'a [Boxes],
    refs: &'a Refs,
    annotations: &'a [Annotation<'a>],
    /// Pieces sorted by mark.
    pieces: Vec<Piece>,
    dialect: Dialect,
}

impl<'a> TagWriter<'a> {
    pub(super) fn new(
        document: &'a Document,
        boxes: &'a [Boxes],
        refs: &'a Refs,
        annotations: &'a [Annotation<'a>],
        pieces: &Pieces,
        dialect: Dialect,
    ) -> Self {
        TagWriter { document, boxes, refs, annotations, pieces: pieces.by_mark(), dialect }
    }

    /// Writes all elements. A page has a hundred, so they say nothing twice: `Type` is optional, and what is
    /// alone needs no array.
    pub(super) fn write(&self, pdf: &mut Pdf) {
        for (id, elem) in self.document.tags.iter() {
            self.elem(&mut pdf.indirect(self.refs.elem(id)).dict(), id, elem);
        }
    }

    fn elem(&self, out: &mut Dict<'_>, id: ElemId, elem: &StructElem) {
        out.pair(Name(b"S"), Name(role_name(elem.role).as_bytes()));
        let parent = elem.parent.map_or(self.refs.struct_root, |parent| self.refs.elem(parent));
        out.pair(Name(b"P"), parent);
        if self.dialect == Dialect::Pdf20 {
            out.pair(Name(b"NS"), self.refs.namespace);
        }
        let page = self.first_page(elem);
        if let Some(page) = page {
            out.pair(Name(b"Pg"), self.refs.page(page));
        }
        if let Some(alt) = &elem.alt {
            out.pair(Name(b"Alt"), TextStr(alt));
        }
        if let Some(expansion) = &elem.expansion {
            out.pair(Name(b"E"), TextStr(expansion));
        }
        if let Some(actual) = &elem.actual {
            out.pair(Name(b"ActualText"), TextStr(actual));
        }
        if let Some(lang) = &elem.lang {
            out.pair(Name(b"Lang"), TextStr(lang));
        }
        if let Some(class) = elem.class {
            out.pair(Name(b"C"), Name(class.as_str().as_bytes()));
        }
        self.attributes(out, elem, page);
        if !self.only_kid(out, elem, page) {
            self.kids(out, id, elem, page);
        }
    }

    /// Writes the only kid of an element, where it has one that is an element or one piece of content.
    fn only_kid(&self, out: &mut Dict<'_>, elem: &StructElem, page: Option<usize>) -> bool {
        match elem.kids[..] {
            _ if elem.role == Role::Link => return false,
            [Kid::Elem(kid)] => out.pair(Name(b"K"), self.refs.elem(kid)),
            [Kid::Mark(mark)] => match self.pieces_of(mark) {
                [piece] if piece.is_plain(page) => out.pair(Name(b"K"), piece.number),
                _ => return false,
            },
            _ => return false,
        };
        true
    }

    /// The page of an element's first piece of content.
    fn first_page(&self, elem: &StructElem) -> Option<usize> {
        elem.kids.iter().find_map(|kid| match kid {
            Kid::Mark(mark) => self.pieces_of(*mark).first().map(|piece| piece.home.page),
            Kid::Elem(_) => None,
        })
    }

    fn attributes(&self, out: &mut Dict<'_>, elem: &StructElem, page: Option<usize>) {
        match (elem.role, elem.bbox) {
            (Role::Figure, Some(bbox)) => {
                let boxes = page.and_then(|page| self.boxes.get(page)).or(self.boxes.first());
                let Some(boxes) = boxes else { return };
                out.insert(Name(b"A"))
                    .start::<Attributes<'_>>()
                    .layout()
                    .placement(Placement::Block)
                    .bbox(boxes.rect(bbox));
            }
            (Role::L, _) => {
                let numbering = match elem.numbered {
                    true => ListNumbering::Decimal,
                    false if self.has_labels(elem) => ListNumbering::Disc,
                    false => ListNumbering::None,
                };
                out.insert(Name(b"A")).start::<Attributes<'_>>().list().list_numbering(numbering);
            }
            _ => {}
        }
    }

    fn has_labels(&self, list: &StructElem) -> bool {
        let tags = &self.document.tags;
        let kids = |elem: &'a StructElem| elem.kids.iter().filter_map(Kid::elem).map(|id| tags.get(id));
        list.kids
            .iter()
            .filter_map(Kid::elem)
            .flat_map(|item| kids(tags.get(item)))
            .any(|part| part.role == Role::Lbl)
    }

    fn kids(&self, out: &mut Dict<'_>, id: ElemId, elem: &StructElem, page: Option<usize>) {
        let annotations = || self.annotations.iter().filter(move |a| elem.role == Role::Link && a.elem == id);
        if elem.kids.is_empty() && annotations().next().is_none() {
            return;
        }
        let mut kids = out.insert(Name(b"K")).start::<StructChildren<'_>>();
        for kid in &elem.kids {
            match kid {
                Kid::Elem(kid) => {
                    kids.struct_element(self.refs.elem(*kid));
                }
                Kid::Mark(mark) => self.content(&mut kids, *mark, page),
            }
        }
        for annotation in annotations() {
            let mut object = kids.object_ref();
            if page != Some(annotation.page) {
                object.page(self.refs.page(annotation.page));
            }
            object.object(annotation.id);
        }
    }

    fn content(&self, kids: &mut StructChildren<'_>, mark: MarkId, page: Option<usize>) {
        for piece in self.pieces_of(mark) {
            let home = piece.home;
            if piece.is_plain(page) {
                kids.marked_content_id(piece.number);
                continue;
            }
            let mut content = kids.marked_content_ref();
            content.page(self.refs.page(home.page)).marked_content_id(piece.number);
            if let Some(form) = home.form {
                content.stream(self.refs.form(form, FormPart::Tagged));
            }
        }
    }

    fn pieces_of(&self, mark: MarkId) -> &[Piece] {
        let start = self.pieces.partition_point(|piece| piece.mark < mark);
        let length = self.pieces[start..].partition_point(|piece| piece.mark == mark);
        &self.pieces[start..start + length]
    }
}

/// Writes the root of the tree with the way back from content to elements: for each page and each form
/// that is read the owners of its pieces, then for each annotation its element (ISO 32000-1, 14.7.4.4).
pub(super) fn write_root(
    pdf: &mut Pdf,
    tags: &StructTree,
    refs: &Refs,
    (pieces, annotations): (&Pieces, &[Annotation<'_>]),
    dialect: Dialect,
) {
    let owners_of = |home: Home| home.form.map_or(refs.owners(home.page), |form| refs.form_owners(form));
    for (_, home, marks) in pieces.by_stream() {
        let owners = marks.map(|mark| refs.elem(tags.owner(mark)));
        pdf.indirect(owners_of(home)).array().items(owners);
    }
    if dialect == Dialect::Pdf20 {
        pdf.namespace(refs.namespace).ns(TextStr(NAMESPACE));
    }
    let mut root = pdf.indirect(refs.struct_root).start::<StructTreeRoot<'_>>();
    if dialect == Dialect::Pdf20 {
        root.namespaces().item(refs.namespace);
    }
    // PDF 2.0 knows strong words; readers that know 1.7 only pass over them if they are not told what they are.
    root.role_map().insert(Name(role_name(Role::Strong).as_bytes()), StructRole::Span);
    if tags.iter().any(|(_, elem)| elem.class == Some(Class::Purpose)) {
        let name = Name(Class::Purpose.as_str().as_bytes());
        // A class must have attributes: this is what a paragraph has anyway.
        root.class_map().single(name).layout().placement(Placement::Block);
    }
    root.child(refs.elem(StructTree::ROOT));
    let mut tree = root.parent_tree();
    let mut entries = tree.nums();
    for (key, home, _) in pieces.by_stream() {
        entries.insert(key as i32, owners_of(home));
    }
    for annotation in annotations {
        entries.insert(annotation.key, refs.elem(annotation.elem));
    }
    entries.finish();
    tree.finish();
    root.parent_tree_next_key((pieces.streams.len() + annotations.len()) as i32);
}
