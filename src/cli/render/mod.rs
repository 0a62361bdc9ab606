//! Messages for people and programs: takes messages, gives text in one of five forms.

mod counts;
mod github;
mod json;
mod numbers;
mod plain;
mod sarif;
mod text;

pub(crate) use counts::Counts;
pub(crate) use numbers::grouped;

use briefpress::batch::Message;

use super::args::Format;
use super::editions::Alike;

/// For people, after a run over many files: what says the same once, with the others behind it.
pub(crate) fn render_alike(alike: &[Alike], colored: bool) -> String {
    text::render_alike(alike, colored)
}

/// The messages, sorted by place already, in the form asked for.
pub(crate) fn render(messages: &[Message], form: Format, colored: bool) -> String {
    match form {
        Format::Text => text::render(messages, colored),
        Format::Plain => plain::render(messages),
        Format::Json => json::render(messages),
        Format::Sarif => sarif::render(messages),
        Format::Github => github::render(messages),
    }
}
