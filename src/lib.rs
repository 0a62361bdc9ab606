//! briefpress turns one YAML file into a poster, a handout and a wallet card.

#![allow(clippy::module_name_repetitions, reason = "a room's main noun carries its name")]

pub mod batch;
pub mod check;
pub mod color;
pub mod diag;
pub mod explain;
pub mod font;
pub mod geom;
pub mod icc;
pub mod image;
pub mod impose;
pub mod layout;
pub mod model;
pub mod page;
pub mod pdf;
pub mod pipeline;
pub mod read;
pub mod source;
pub mod style;
pub mod target;
pub mod text;
pub mod thumb;
pub mod typeset;
