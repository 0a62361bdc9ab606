//! All integration tests, one binary: one module a room, named as in `src/`.

mod batch;
mod check;
mod cli;
mod content;
mod dump;
mod edit;
mod explain;
mod floors;
mod font;
mod hostile;
mod image;
mod impose;
mod layout;
mod oracle;
mod pdf;
mod pipeline;
mod read;
mod readme;
mod same_bytes;
mod schema;
mod style;
mod suite;
mod text;
mod typeset;
