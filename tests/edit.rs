//! Editing: takes texts and changes by place, wants every byte outside the changes as it was.

pub mod body;
mod replace;
