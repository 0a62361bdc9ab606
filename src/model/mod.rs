//! What we say: the briefing as plain data. Knows no YAML and no positions.

mod abbreviations;
mod briefing;
mod columns;
mod draft;
mod inline;

pub use crate::address::LinkTarget;
pub use crate::date::Date;
pub use abbreviations::spelt_out;
pub use briefing::{
    Board, Briefing, CardBack, CardFront, CheckLevel, Contact, Logo, SECTIONS, Section, Spanned,
    ThemeOverride, weigh,
};
pub use columns::CONTACT_COLUMNS;
pub use draft::{Draft, DraftContact, DraftPlace, DraftSection, Remark};
pub use inline::{Block, Inline, Item, Run};
