//! What we say: the briefing as plain data. Knows no YAML and no positions.

mod briefing;
mod date;
mod inline;
mod words;

pub use briefing::{
    Board, Briefing, CardBack, CardFront, CheckLevel, Contact, Logo, SECTIONS, Section, Spanned,
    ThemeOverride,
};
pub use date::Date;
pub use inline::{Block, Inline, Item, LinkTarget, Run};
pub use words::{Labels, Language};
