//! The tag tree: reading order and meaning, in the words of ISO 32000-1, 14.7 and 14.8.

use smallvec::SmallVec;

use crate::geom::Rect;

/// Names an element of a `StructTree`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElemId(u32);

/// Names a piece of marked content: all items that carry it, on one page, belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkId(u32);

impl ElemId {
    /// The element's place in `StructTree::elems`.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl MarkId {
    /// The mark's number, from 0 in the order of making.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Structure types of ISO 32000-1, 14.8.4, as far as a briefing needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum Role {
    Document,
    Sect,
    Div,
    H1,
    H2,
    H3,
    P,
    L,
    LI,
    Lbl,
    LBody,
    Span,
    /// A role of ISO 32000-2; older files map it to `Span`.
    Strong,
    Link,
    Figure,
}

/// What a paragraph is to the contact that it belongs to, where its place does not tell: a class of attributes
/// (ISO 32000-1, 14.7.5.3), which no screen reader says, and by which a PDF of ours gives its briefing back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// What the contact is for.
    Purpose,
}

impl Class {
    /// Its name in a file.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Class::Purpose => "Purpose",
        }
    }
}

/// Why an item is not content (ISO 32000-1, 14.8.2.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Artifact {
    /// Decoration that belongs to the layout: rules, bands, discs.
    Layout,
    /// Repeated furniture: running titles, footers.
    Pagination,
    /// For production only: crop marks.
    Page,
    /// A coloured area behind content.
    Background,
}

/// A child of an element, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// A further element.
    Elem(ElemId),
    /// A piece of content on a page.
    Mark(MarkId),
}

impl Kid {
    /// The element, where it is one.
    #[must_use]
    pub const fn elem(&self) -> Option<ElemId> {
        match self {
            Kid::Elem(id) => Some(*id),
            Kid::Mark(_) => None,
        }
    }
}

/// One element of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct StructElem {
    /// What it is.
    pub role: Role,
    /// The element it belongs to; only the root has none.
    pub parent: Option<ElemId>,
    /// What it holds, in reading order.
    pub kids: SmallVec<[Kid; 2]>,
    /// What it is to its contact.
    pub class: Option<Class>,
    /// What a screen reader says in its place (figures and links).
    pub alt: Option<String>,
    /// Its language where that is not the document's.
    pub lang: Option<String>,
    /// What its words are short for.
    pub expansion: Option<String>,
    /// The characters that it stands for, where its glyphs say others: a line end that the writer forced
    /// (ISO 32000-1, 14.9.4).
    pub actual: Option<String>,
    /// Where a figure is drawn.
    pub bbox: Option<Rect>,
    /// For a list: whether its items are numbered.
    pub numbered: bool,
}

/// The tree of all elements; the root is a `Document`.
#[derive(Clone, Debug, PartialEq)]
pub struct StructTree {
    elems: Vec<StructElem>,
    marks: Vec<ElemId>,
}

/// Most documents have fewer elements than this.
const ELEMENTS: usize = 128;

impl Default for StructTree {
    fn default() -> Self {
        let mut elems = Vec::with_capacity(ELEMENTS);
        elems.push(StructElem::new(Role::Document, None));
        StructTree { elems, marks: Vec::with_capacity(ELEMENTS) }
    }
}

impl StructElem {
    fn new(role: Role, parent: Option<ElemId>) -> Self {
        StructElem {
            role,
            parent,
            kids: SmallVec::new(),
            class: None,
            alt: None,
            lang: None,
            expansion: None,
            actual: None,
            bbox: None,
            numbered: false,
        }
    }
}

impl StructTree {
    /// The root.
    pub const ROOT: ElemId = ElemId(0);

    /// Adds an element at the end of its parent.
    ///
    /// # Panics
    /// Past four thousand million elements.
    pub fn add(&mut self, parent: ElemId, role: Role) -> ElemId {
        let id = ElemId(u32::try_from(self.elems.len()).expect("a document has few elements"));
        self.elems.push(StructElem::new(role, Some(parent)));
        self.elems[parent.index()].kids.push(Kid::Elem(id));
        id
    }

    /// Adds a piece of content at the end of an element.
    ///
    /// # Panics
    /// Past four thousand million pieces.
    pub fn mark(&mut self, elem: ElemId) -> MarkId {
        let id = MarkId(u32::try_from(self.marks.len()).expect("a document has few marks"));
        self.marks.push(elem);
        self.elems[elem.index()].kids.push(Kid::Mark(id));
        id
    }

    /// The element that owns a mark.
    #[must_use]
    pub fn owner(&self, mark: MarkId) -> ElemId {
        self.marks[mark.index()]
    }

    /// How many marks there are.
    #[must_use]
    pub const fn mark_count(&self) -> usize {
        self.marks.len()
    }

    /// An element.
    #[must_use]
    pub fn get(&self, id: ElemId) -> &StructElem {
        &self.elems[id.index()]
    }

    /// An element, to be changed.
    pub fn get_mut(&mut self, id: ElemId) -> &mut StructElem {
        &mut self.elems[id.index()]
    }

    /// All elements with their names, parents before children.
    pub fn iter(&self) -> impl Iterator<Item = (ElemId, &StructElem)> {
        (0..).map(ElemId).zip(&self.elems)
    }
}
