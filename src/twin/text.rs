//! Plain text: takes a briefing, gives it as people send it by e-mail or read it in a terminal.

use unicode_width::UnicodeWidthStr;

use super::contact::rows;
use super::wrap::{COLUMNS, wrap};
use super::{Edition, foot};
use crate::address::LinkTarget;
use crate::language::Word;
use crate::model::{Block, Inline, Item};

/// The whole of it: label, title, board, seven sections, contacts, foot.
pub(super) fn write(edition: &Edition<'_>) -> String {
    let briefing = edition.briefing;
    let labels = &briefing.labels;
    let mut out = wrap(labels.get(Word::Label), "", "");
    heading(&mut out, &briefing.title.value, '=');
    out += &wrap(&briefing.board.name.value, "", "");
    for (number, section) in (1..).zip(&briefing.sections) {
        out.push('\n');
        heading(&mut out, &format!("{number}. {}", section.heading.value), '-');
        blocks(&mut out, &section.body, "");
    }
    if !briefing.contacts.is_empty() {
        out.push('\n');
        heading(&mut out, labels.get(Word::WhoToContact), '-');
    }
    for (at, contact) in briefing.contacts.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        rows(contact, labels).iter().for_each(|row| out += &wrap(&row.text, "", ""));
    }
    let foot = foot(edition);
    if !foot.is_empty() || briefing.web.is_some() {
        out.push('\n');
    }
    for (word, text) in foot {
        out += &wrap(&format!("{} {text}", labels.get(word)), "", "");
    }
    if let Some(web) = &briefing.web {
        out += &wrap(&format!("{} {}", labels.get(Word::Web), web.value), "", "");
    }
    out
}

/// A heading, underlined as far as it goes.
fn heading(out: &mut String, text: &str, line: char) {
    let lines = wrap(text, "", "");
    let width = lines.lines().map(UnicodeWidthStr::width).max().unwrap_or(0).min(COLUMNS);
    out.push_str(&lines);
    out.extend(std::iter::repeat_n(line, width));
    out.push('\n');
}

fn blocks(out: &mut String, blocks: &[Block], indent: &str) {
    for (at, block) in blocks.iter().enumerate() {
        let after_list = at > 0 && matches!(blocks[at - 1], Block::List { .. });
        match block {
            Block::Paragraph(inline) => {
                if at > 0 {
                    out.push('\n');
                }
                *out += &wrap(&said(inline), indent, indent);
            }
            Block::List { start, items } => {
                if at > 0 && (indent.is_empty() || after_list) {
                    out.push('\n');
                }
                list(out, *start, items, indent);
            }
        }
    }
}

fn list(out: &mut String, start: Option<u32>, items: &[Item], indent: &str) {
    for (at, item) in (0..).zip(items) {
        let marker = start.map_or_else(|| "- ".to_owned(), |start| format!("{}. ", start.saturating_add(at)));
        let inside = format!("{indent}{}", " ".repeat(marker.len()));
        let (first, rest) = match item.blocks.split_first() {
            Some((Block::Paragraph(inline), rest)) => (said(inline), rest),
            _ => (String::new(), &item.blocks[..]),
        };
        *out += &wrap(&first, &format!("{indent}{marker}"), &inside);
        if let Some(Block::Paragraph(_)) = rest.first() {
            out.push('\n');
        }
        blocks(out, rest, &inside);
    }
}

/// The words, and behind words that lead somewhere the address, which could not be seen otherwise.
fn said(inline: &Inline) -> String {
    let mut said = String::new();
    for runs in inline.chunk_by(|one, next| one.link == next.link) {
        let words: String = runs.iter().map(|run| run.text.as_str()).collect();
        said.push_str(&words);
        if let Some(target) = runs[0].link.as_ref().filter(|target| !shows(&words, target)) {
            let address = match target {
                LinkTarget::Web(address) | LinkTarget::Email(address) => address,
                LinkTarget::Phone(number) | LinkTarget::Text(number) => number,
            };
            said.push_str(&format!(" <{address}>"));
        }
    }
    said
}

/// Whether the words of a link are its address.
fn shows(words: &str, target: &LinkTarget) -> bool {
    let bare = |text: &str| {
        let text = text.trim().trim_start_matches("https://").trim_start_matches("http://");
        text.trim_end_matches('/').to_lowercase()
    };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    match target {
        LinkTarget::Web(address) | LinkTarget::Email(address) => bare(words) == bare(address),
        LinkTarget::Phone(number) | LinkTarget::Text(number) => digits(words) == digits(number),
    }
}
