//! Refused Markdown: takes what this format leaves out, gives what it is called and what to type in its place.

use pulldown_cmark::{Event, Tag};

use super::quote::shortened;

/// What to type in the place of a thing, with the words that stand in it.
pub(super) fn own_words(event: &Event<'_>, typed: &str) -> Option<String> {
    let first = typed.lines().next().unwrap_or("");
    let inner = first.trim_matches(['*', '_', '~', '`', '#', '>', ' ']);
    let words = shortened(inner);
    let marked = inner.chars().any(char::is_alphanumeric);
    Some(match event {
        Event::Start(Tag::Emphasis) if marked => {
            format!("Write **{words}** for emphasis, or {words} without it")
        }
        Event::Start(Tag::Heading { .. }) if marked => {
            format!("Write **{words}**, and an empty line below it")
        }
        Event::Start(Tag::BlockQuote(_)) if marked => format!("Write \u{201c}{words}\u{201d}, without the >"),
        Event::Start(Tag::CodeBlock(_)) if first.starts_with("```") => {
            "Delete the two lines of ```, and keep the words between them".to_owned()
        }
        Event::Code(_) if marked => format!("Write {words}, without the `"),
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => html(first)?,
        _ => return None,
    })
}

/// What to type in the place of a tag.
fn html(tag: &str) -> Option<String> {
    const TAGS: [&str; 24] = [
        "a", "b", "strong", "i", "em", "u", "p", "div", "span", "ul", "ol", "li", "h1", "h2", "h3", "table",
        "tr", "td", "font", "sup", "sub", "img", "script", "style",
    ];
    let inner = tag.strip_prefix('<')?;
    let inner = &inner[..inner.find('>').unwrap_or(inner.len())];
    let name = inner.trim_matches('/').split([' ', '/']).next().unwrap_or("").to_ascii_lowercase();
    Some(match name.as_str() {
        "br" => "Write a backslash in its place, and the words behind it on a line of their own".to_owned(),
        "b" | "strong" => {
            "Put two stars on each side of the words in place of the tags: **like this**".to_owned()
        }
        name if TAGS.contains(&name) || name.starts_with('!') => "Delete the tag".to_owned(),
        _ => format!("Write \\<{inner}>, with a backslash; or the words that belong there"),
    })
}

/// What a thing is called and what to type in its place; `None` for what needs no message.
pub(super) fn unsupported(event: &Event<'_>) -> Option<(&'static str, &'static str)> {
    Some(match event {
        Event::Start(Tag::Heading { .. }) => (
            "a heading inside a body",
            "Delete the # signs (or the line of = or - below) and make the words **strong**",
        ),
        Event::Start(Tag::Emphasis) => (
            "italic text",
            "For emphasis type **two asterisks** on each side; for a real * type \\*, for a real _ type \\_",
        ),
        Event::Start(Tag::Strikethrough) => ("struck-out text", "Delete the words; for a real ~ type \\~"),
        Event::Start(Tag::Image { .. }) => {
            ("a picture inside a body", "Delete it; the board's logo is the only picture")
        }
        Event::Start(Tag::CodeBlock(_)) => (
            "a block of code",
            "Take away the spaces at the beginning of these lines, so that they line up with the others",
        ),
        Event::Start(Tag::BlockQuote(_)) => {
            ("a quotation block", "Delete the > and put the words in quotation marks")
        }
        Event::Start(Tag::Table(_)) => ("a table", "Write a list: begin each line with \"- \""),
        Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => {
            ("a footnote", "Write its words into the text")
        }
        Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => {
            ("HTML", "Delete the tag; for a real < type \\<")
        }
        Event::Start(_) => {
            ("this kind of Markdown", "Write paragraphs, lists, **strong** words and links only")
        }
        Event::Code(_) => ("code", "Delete the ` signs"),
        Event::Rule => ("a line across the page", "Delete it; leave an empty line between paragraphs"),
        Event::TaskListMarker(_) => ("a box to tick", "Delete the [ ]"),
        _ => return None,
    })
}
