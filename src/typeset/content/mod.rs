//! Kinds of content: each file says how its kind is shaped, measured, drawn and judged.
//!
//! A kind is told its [`Spot`] and nothing else of the page, so none of them knows frames or how pages are fitted.

mod alarm;
mod balance;
mod bar;
mod below;
mod blocks;
mod caption;
mod columns;
mod contacts;
mod dial;
mod flow;
mod heading;
mod leaders;
mod lists;
mod logo;
mod mosaic;
mod paras;
mod parted;
mod signs;
mod sizes;
mod spans;
mod spot;
mod stacked;
mod strands;
mod tiles;
mod untorn;
mod wishes;

pub(super) use bar::place_bar;
pub(super) use caption::{Caption, captions_height, place_captions};
pub(super) use columns::Drawing;
pub use contacts::LeftOff;
pub(super) use contacts::{Contacts, is_other};
pub(super) use dial::Ring;
pub(super) use flow::{Flow, FlowSection};
pub(super) use heading::Title;
pub(super) use lists::OpenLists;
pub(super) use logo::Logo;
pub(super) use paras::Para;
pub(super) use spot::Spot;
pub(super) use strands::Strands;
