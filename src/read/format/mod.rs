//! The formats: every key of every kind of file, declared once, for those who read it and for those who
//! describe it to an editor.
//!
//! The reader knows no other keys than these, and `schema` writes all of them down.

mod briefing;
mod content;
mod layout;
mod pattern;
mod project;
mod shape;
mod sheet;

pub(super) use briefing::{
    BOARD, CARD, CARD_BACK, CARD_FRONT, CHECKS, COLOUR, CONTACT, LOGO, MAX_CONTACTS, SECTION, THEME, WORDS,
};
pub use briefing::{BOARD_FILE, BRIEFING};
pub(super) use content::{BAR, CONTACT_FLOW, DIAL, NOTE_COLUMN, SECTION_FLOW, TEXT_LINE, THREAD};
pub use layout::LAYOUT;
pub(super) use layout::{ARRANGEMENT, COLORS, DEFAULTS, DISTANCES, FORM, FRAME, GRID, PAGE, STYLE};
pub use project::PROJECT;
pub use shape::{Key, Keys, Mapping, Rule, Value};
pub(super) use sheet::NOTES;
pub use sheet::SHEET;

/// The format of briefings and of boards' files. `docs/format.md` says what stays as it is within one.
pub const FORMAT: u32 = 1;
