//! Kinds of content: each file says how its kind is shaped, measured, drawn and judged.
//!
//! A kind is told its [`Spot`] and nothing else of the page, so none of them knows frames or how pages are fitted.

mod balance;
mod bar;
mod caption;
mod columns;
mod contacts;
mod dial;
mod flow;
mod heading;
mod lists;
mod logo;
mod mosaic;
mod signs;
mod sizes;
mod spot;
mod tiles;

pub(super) use bar::place_bar;
pub(super) use caption::{Caption, captions_height, place_captions};
pub use contacts::LeftOff;
pub(super) use contacts::{Contacts, is_other};
pub(super) use dial::Ring;
pub(super) use flow::Flow;
pub(super) use logo::Logo;
pub(super) use spot::Spot;
