//! Values: what a YAML file is made of once it is read: texts, lists and keys with values, each with its place.

use crate::source::Span;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// What it is.
    pub kind: Kind,
    /// All of it; of a map or list, from the first to the last character inside.
    pub span: Span,
}

/// What a value can be.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// No value: nothing after the colon, `null` or `~`.
    Nothing,
    /// Text, a number, a date or a yes: always as written.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, each key once.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// How a message names what was found.
    pub(crate) const fn found(&self) -> &'static str {
        match self.kind {
            Kind::Nothing => "nothing",
            Kind::Text(_) => "text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "keys with values",
        }
    }

    /// The value under a key, if this is a map that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }
}
