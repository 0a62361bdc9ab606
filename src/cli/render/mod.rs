//! Messages for people and programs: takes messages, gives text in one of seven forms.

mod counts;
mod fingerprint;
mod github;
mod gitlab;
mod json;
mod junit;
mod numbers;
mod plain;
mod sarif;
mod text;
mod wrap;

pub(crate) use counts::Counts;
pub(crate) use numbers::grouped;

use briefpress::batch::Message;

use super::args::Format;
use super::editions::Alike;

/// What is known of the terminal that messages go to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Terminal {
    pub colored: bool,
    /// How many characters a line holds; without a terminal nothing is wrapped.
    pub width: Option<usize>,
}

/// For people, after a run over many files: what says the same once, with the others behind it.
pub(crate) fn render_alike(alike: &[Alike], terminal: Terminal) -> String {
    text::render_alike(alike, terminal)
}

/// The messages, sorted already, in the form asked for.
pub(crate) fn render(messages: &[Message], form: Format, terminal: Terminal) -> String {
    match form {
        Format::Text => text::render(messages, terminal),
        Format::Plain => plain::render(messages),
        Format::Json => json::render(messages),
        Format::Sarif => sarif::render(messages),
        Format::Github => github::render(messages),
        Format::Gitlab => gitlab::render(messages),
        Format::Junit => junit::render(messages),
    }
}
