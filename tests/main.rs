//! All integration tests, one binary: one module a room, named as in `src/`.

mod content;
mod read;
mod text;
