//! Places: what a mosaic of contacts is, as plain data. Knows neither contacts nor how their places are found.

use crate::geom::{Pt, Rect};
use crate::style::Style;

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

/// What is not as it should be of contacts in their places, though all of it is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Faults {
    /// Rows over the width of a page with one contact, whose other half is bare.
    pub lonely: usize,
    /// E-mail addresses in much smaller letters than they should have, each of more than two lines counted as several.
    pub torn: usize,
}

impl std::ops::Add for Faults {
    type Output = Faults;

    fn add(self, other: Faults) -> Faults {
        Faults { lonely: self.lonely + other.lonely, torn: self.torn + other.torn }
    }
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
    /// What is not as it should be.
    pub faults: Faults,
}

/// What a mosaic depends on: its width, and the sizes that are wished for in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Asked {
    /// The width of all.
    pub width: Pt,
    /// Style of names.
    pub label: Style,
    /// Style of values, but for their size.
    pub value: Style,
    /// Size of numbers, and the least that they should have.
    pub number: Pt,
    pub least_number: Pt,
    /// Size of the number for immediate danger.
    pub alarm: Pt,
    /// Size of e-mail addresses.
    pub email: Pt,
    /// Side of a QR code.
    pub code: Pt,
    /// How far the space in and between tiles has grown.
    pub air: f32,
    /// Whether the page fits by the last means alone.
    pub is_last: bool,
}

impl Asked {
    /// The same as bits, by which it is looked up. Colours are left out: no place depends on them.
    pub(super) fn key(&self) -> Key {
        let Asked { width, label, value, number, least_number, alarm, email, code, air, is_last } = *self;
        let lengths = [width, label.size, value.size, number, least_number, alarm, email, code];
        let mut key = [0; 14];
        let factors = [label.leading, value.leading, air, f32::from(u8::from(is_last))];
        let all = lengths.into_iter().map(Pt::get).chain(factors).map(f32::to_bits);
        let weights = [label.weight, value.weight].map(|weight| u32::from(weight.0));
        key.iter_mut().zip(all.chain(weights)).for_each(|(slot, bits)| *slot = bits);
        key
    }
}

/// What is asked of a mosaic, as bits.
pub(super) type Key = [u32; 14];
