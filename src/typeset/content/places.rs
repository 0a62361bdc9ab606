//! Places: what a mosaic of contacts is, as plain data. Knows neither contacts nor how their places are found.

use crate::geom::{Pt, Rect};
use crate::layout::Shares;

/// How a contact stands in its tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Its words below each other, a code beside them.
    Plain,
    /// Its words over the whole width, a code below them: where a tile is too narrow for both.
    CodeBelow,
    /// The number for immediate danger at the left, its words beside it.
    AlarmRow,
    /// The number for immediate danger, its words below it.
    AlarmTall,
}

/// A contact in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tile {
    /// The contact, by its place in the list.
    pub entry: usize,
    /// How it stands in its tile.
    pub form: Form,
    /// All of it.
    pub rect: Rect,
}

/// Contacts in their places, from the top left corner of the room.
#[derive(Clone, Debug, Default)]
pub(super) struct Mosaic {
    /// Each contact.
    pub tiles: Vec<Tile>,
    /// Height of all.
    pub height: Pt,
    /// How many columns of lines there are.
    pub columns: usize,
    /// Size of the numbers of tiles.
    pub number: Pt,
}

/// What a mosaic depends on: width, body size, what has grown, and what numbers keep of their floors.
pub(super) type Asked = (Pt, Pt, Shares, f32);

/// A mosaic, and what it was made for.
pub(super) struct Known {
    /// What it was made for.
    pub asked: Asked,
    /// The mosaic.
    pub mosaic: Mosaic,
}
