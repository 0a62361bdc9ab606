//! What we say: the briefing as plain data. Knows no YAML and no positions.

mod abbreviations;
mod briefing;
mod columns;
mod contact;
mod draft;
mod inline;
mod spanned;

pub use crate::address::LinkTarget;
pub use crate::date::Date;
pub use abbreviations::spelt_out;
pub use briefing::{
    Board, Briefing, CardBack, CardFront, CheckLevel, Logo, SECTIONS, Section, ThemeOverride, weigh,
};
pub use columns::CONTACT_COLUMNS;
pub use contact::{CHANNELS, Channel, Contact};
pub use draft::{Draft, DraftContact, DraftPlace, DraftSection, Remark};
pub use inline::{Block, Inline, Item, Run};
pub use spanned::Spanned;
