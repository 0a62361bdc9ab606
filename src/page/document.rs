//! A document: its pages, its tag tree, its outline and what it says about itself.

use std::sync::Arc;

use super::item::{Arena, PageItem};
use super::placement::Placement;
use super::tags::{ElemId, StructTree};
use crate::geom::{Point, Pt, Rect, Size};
use crate::image::Picture;

/// Finished pages and all that a writer needs to make a file of them.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What it says about itself.
    pub metadata: Metadata,
    /// Its pages.
    pub pages: Vec<Page>,
    /// Finished pages that stand on its pages; a `FormId` is a place in here.
    pub forms: Vec<Page>,
    /// Its glyphs.
    pub arena: Arena,
    /// Reading order and meaning.
    pub tags: StructTree,
    /// Bookmarks, in reading order.
    pub outline: Vec<OutlineEntry>,
    /// Its pictures; a `PictureId` is a place in here.
    pub pictures: Vec<Arc<Picture>>,
    /// How an office printer is to be set for it, where its paper has to come out at its true size.
    pub printing: Option<Printing>,
}

/// Which sides of the paper are printed, and over which edge it is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printing {
    /// Fronts only.
    OneSide,
    /// Both, turned over the long edge.
    LongEdge,
    /// Both, turned over the short edge.
    ShortEdge,
}

impl Document {
    /// Everything that items are drawn on: pages, then forms.
    pub fn surfaces(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().chain(&self.forms)
    }
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
    /// Finished pages that stand on it, below everything else.
    pub placed: Vec<Placement>,
    /// What stands on it, in painting order.
    pub items: Vec<PageItem>,
    /// Its links.
    pub links: Vec<Link>,
    /// Named areas of it, for messages: an area may lie inside another.
    pub areas: Vec<(String, Rect)>,
    /// Lines for those who cut and fold, from point to point: thin, above everything, in all inks.
    pub marks: Vec<(Point, Point)>,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(size: Size, bleed: Pt, safe: Pt) -> Self {
        let (placed, items, links, areas, marks) = Default::default();
        Page { size, bleed, safe, placed, items, links, areas, marks }
    }

    /// The name of the smallest area that a point lies in.
    #[must_use]
    pub fn area_at(&self, point: Point) -> Option<&str> {
        let around = self.areas.iter().filter(|(_, area)| area.contains(point));
        let size = |area: &Rect| area.w.get() * area.h.get();
        around.min_by(|(_, a), (_, b)| size(a).total_cmp(&size(b))).map(|(name, _)| name.as_str())
    }
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
