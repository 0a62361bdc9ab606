//! All integration tests, one binary: one module a room, named as in `src/`.

#![allow(clippy::disallowed_methods, reason = "tests make the files that the program is to meet")]
#![allow(clippy::disallowed_macros, reason = "what a test prints is shown when it fails")]

mod batch;
mod check;
mod cli;
mod compare;
mod content;
mod cures;
mod dice;
mod dump;
mod edit;
mod explain;
mod fix;
mod floors;
mod flows;
mod font;
mod forced;
mod format;
mod hostile;
mod image;
mod import;
mod impose;
mod language;
mod layout;
mod looks;
mod oracle;
mod pasted;
mod pdf;
mod pipeline;
mod preview;
mod promises;
mod read;
mod readme;
mod same_bytes;
mod schema;
mod slips;
mod style;
mod suite;
mod tagged;
mod text;
mod twin;
mod typeset;
