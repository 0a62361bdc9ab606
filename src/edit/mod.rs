//! Editing: takes the text of a YAML file and changes by place, gives the text with its comments and order kept.
//!
//! Only the bytes under a change are touched. Knows no positions on paper and no disk.

mod replace;

pub use replace::{EditError, apply};

pub use crate::diag::Replacement;
