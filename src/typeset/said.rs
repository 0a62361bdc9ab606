//! What words mean: takes the pieces of a paragraph and how each is said, gives runs of glyphs their elements and marks.

use crate::model::{LinkTarget, Run};
use crate::page::{Artifact, ElemId, Role, StructTree, Tag};

/// Whether a block of text is content of an element, or decoration.
#[derive(Clone, Copy)]
pub(super) enum Meaning {
    /// Content of this element.
    Of(ElemId),
    /// Decoration.
    None(Artifact),
}

/// How a piece of a paragraph is said.
#[derive(Default)]
pub(super) struct Said<'s> {
    /// Where it leads, and the words for that.
    pub link: Option<(&'s LinkTarget, String)>,
    /// Whether it is strong.
    pub strong: bool,
    /// Its language, where it is not that of the document.
    pub language: Option<&'s str>,
    /// What it is short for.
    pub expansion: Option<&'s str>,
    /// Whether it is a line end that the writer forced.
    pub ends_line: bool,
}

impl Said<'_> {
    /// Whether it needs an element of its own.
    const fn is_plain(&self) -> bool {
        self.link.is_none()
            && !self.strong
            && self.language.is_none()
            && self.expansion.is_none()
            && !self.ends_line
    }

    /// Adds the elements that say so below a parent: words that are strong around a link.
    fn elem(&self, tree: &mut StructTree, parent: ElemId) -> ElemId {
        let mut elem = parent;
        if self.ends_line {
            elem = tree.add(elem, Role::Span);
            tree.get_mut(elem).actual = Some(Run::BREAK.to_owned());
            return elem;
        }
        if self.strong || self.language.is_some() || self.expansion.is_some() {
            elem = tree.add(elem, if self.strong { Role::Strong } else { Role::Span });
            let made = tree.get_mut(elem);
            made.lang = self.language.map(str::to_owned);
            made.expansion = self.expansion.map(str::to_owned);
        }
        if self.link.is_some() { tree.add(elem, Role::Link) } else { elem }
    }
}

/// How the pieces of a paragraph are said, each by its key.
pub(super) type Voice<'l> = &'l dyn Fn(u16) -> Said<'l>;

/// All pieces are plain words.
pub(super) const PLAIN: Voice<'static> =
    &|_| Said { link: None, strong: false, language: None, expansion: None, ends_line: false };

/// Gives runs their marks: one for each stretch of the same element, in reading order.
pub(super) struct RunTags {
    meaning: Meaning,
    open: Option<(Option<u16>, ElemId, crate::page::MarkId)>,
}

impl RunTags {
    pub(super) const fn new(meaning: Meaning) -> Self {
        RunTags { meaning, open: None }
    }

    /// The tag of a run with this key.
    pub(super) fn tag(&mut self, tree: &mut StructTree, key: u16, said: &Said<'_>) -> Tag {
        let parent = match self.meaning {
            Meaning::None(artifact) => return Tag::Artifact(artifact),
            Meaning::Of(parent) => parent,
        };
        let wanted = (!said.is_plain()).then_some(key);
        if let Some((open, _, mark)) = self.open
            && open == wanted
        {
            return Tag::Content(mark);
        }
        let elem = said.elem(tree, parent);
        let mark = tree.mark(elem);
        self.open = Some((wanted, elem, mark));
        Tag::Content(mark)
    }

    /// The piece that is open, and its element.
    pub(super) fn open_piece(&self) -> Option<(u16, ElemId)> {
        let (key, elem, _) = self.open?;
        Some((key?, elem))
    }
}
