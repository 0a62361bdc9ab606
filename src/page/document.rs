//! A document: its pages, its tag tree, its outline and what it says about itself.

use std::sync::Arc;

use super::item::{Arena, PageItem};
use super::tags::{ElemId, StructTree};
use crate::geom::{Pt, Rect, Size};
use crate::image::Picture;

/// Names a picture of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PictureId(pub u16);

/// Finished pages and all that a writer needs to make a file of them.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What it says about itself.
    pub metadata: Metadata,
    /// Its pages.
    pub pages: Vec<Page>,
    /// Its glyphs.
    pub arena: Arena,
    /// Reading order and meaning.
    pub tags: StructTree,
    /// Bookmarks, in reading order.
    pub outline: Vec<OutlineEntry>,
    /// Its pictures; a `PictureId` is a place in here.
    pub pictures: Vec<Arc<Picture>>,
}

/// What a document says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its title.
    pub title: String,
    /// Who issues it.
    pub author: String,
    /// What it is about, in a line.
    pub subject: String,
    /// Its language, as BCP 47 writes it.
    pub language: String,
    /// When it was made, in seconds since 1970, UTC.
    pub created: i64,
}

/// One page. Positions count from the top left corner of the trimmed page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its size after trimming.
    pub size: Size,
    /// How far its art runs over the trimmed edge.
    pub bleed: Pt,
    /// How far content keeps away from the trimmed edge.
    pub safe: Pt,
    /// What stands on it, in painting order.
    pub items: Vec<PageItem>,
    /// Its links.
    pub links: Vec<Link>,
}

/// An area that leads somewhere. Several areas of one element are one link over several lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The `Link` element it belongs to.
    pub elem: ElemId,
    /// The area.
    pub rect: Rect,
    /// The address, with its scheme.
    pub uri: String,
    /// What it leads to, in words.
    pub contents: String,
}

/// A bookmark.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// Its words.
    pub title: String,
    /// How deep it stands, from 0.
    pub level: u8,
    /// Which page it opens, from 0.
    pub page: usize,
    /// How far down the page.
    pub top: Pt,
    /// The heading it stands for.
    pub elem: ElemId,
}
