//! Editing: takes the text of a YAML file and changes by place, gives the text with its comments and order kept.
//!
//! Only the bytes under a change are touched. A whole briefing is written from a draft (`draft`), values and bodies
//! so that reading gives the same words back. Knows no positions on paper and no disk.

mod draft;
mod markdown;
mod replace;

pub use crate::diag::Replacement;
pub use crate::scalar::scalar;
pub use draft::briefing;
pub use markdown::{body, paragraph};
pub use replace::{EditError, apply};
