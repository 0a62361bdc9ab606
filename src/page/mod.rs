//! Finished pages: fixed positions, colours and meaning. Knows neither who made it nor who reads it.

mod document;
mod dump;
mod item;
mod placement;
mod tags;

pub use document::{Document, Link, Metadata, OutlineEntry, Page, Printing};
pub use dump::{dump, reading_order_text};
pub use item::{Arena, Glyph, GlyphRun, ItemKind, PageItem, PictureId, Stroke, Tag};
pub use placement::{FormId, Meaning, Placement};
pub use tags::{Artifact, Class, ElemId, Kid, MarkId, Role, StructElem, StructTree};
