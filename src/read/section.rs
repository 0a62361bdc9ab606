//! Sections: takes the list under `sections`, gives the seven parts, or says how many there are instead.

use super::format;
use super::markdown;
use super::node::{Kind, Node};
use super::stray;
use super::take::{Reader, shortened};
use super::unbarred::unbarred;
use crate::diag::{Code, Diagnostic, any_error};
use crate::model::{Block, SECTIONS, Section, Spanned};

/// The longest body, in characters; the longest real briefing has 6,000 in all its sections.
const MAX_BODY: usize = 20_000;
/// How many sections a message lists and reads, where there are too many.
const MAX_LISTED: usize = 20;

/// The seven sections.
pub(super) fn sections(reader: &mut Reader<'_>, node: &Node) -> Option<[Section; SECTIONS]> {
    let items = reader.list(node, "sections")?;
    let items = stray::contacts_among(reader, items).map_or(items, |at| &items[..at]);
    if items.len() != SECTIONS {
        wrong_count(reader, node, items);
    }
    let sections: Vec<Section> =
        items.iter().take(MAX_LISTED).filter_map(|item| section(reader, item)).collect();
    sections.try_into().ok()
}

fn wrong_count(reader: &mut Reader<'_>, node: &Node, items: &[Node]) {
    let headings: Vec<String> = items.iter().take(MAX_LISTED).enumerate().map(heading_of).collect();
    let more = if items.len() > MAX_LISTED { ", …" } else { "" };
    let found = match items.len() {
        0 => "there are none".to_owned(),
        1 => format!("there is 1: {}", headings.join("")),
        count => format!("there are {count}: {}{more}", headings.join(", ")),
    };
    let advice = match items.len() {
        0..SECTIONS => "Add the missing ones; each begins with `- heading:`",
        _ => match twins(items) {
            Some((first, second)) => {
                reader.messages.push(pasted_twice(reader, first, second, &items[second], &found));
                return;
            }
            None => "Join some of them, so that seven are left",
        },
    };
    let at = items.get(SECTIONS).unwrap_or(node).span;
    let place = crate::source::Span { end: at.end.min(at.start + first_line_length(reader, at)), ..at };
    let message = format!("a briefing has exactly seven sections; {found}");
    reader.messages.push(Diagnostic::error(Code::SectionCount, place, message).hint(advice));
}

/// The first two sections that say the same.
fn twins(items: &[Node]) -> Option<(usize, usize)> {
    let text = |item: &Node, key: &str| match item.get(key).map(|node| &node.kind) {
        Some(Kind::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let words: Vec<_> =
        items.iter().take(MAX_LISTED).map(|item| (text(item, "heading"), text(item, "body"))).collect();
    let same = |first: usize, second: usize| words[first] == words[second] && words[first].1.is_some();
    (1..words.len()).find_map(|second| Some(((0..second).find(|first| same(*first, second))?, second)))
}

fn pasted_twice(reader: &Reader<'_>, first: usize, second: usize, item: &Node, found: &str) -> Diagnostic {
    let (first, second) = (first + 1, second + 1);
    let place = crate::source::Span {
        end: item.span.end.min(item.span.start + first_line_length(reader, item.span)),
        ..item.span
    };
    let message =
        format!("a briefing has exactly seven sections; {found}; sections {first} and {second} say the same");
    Diagnostic::error(Code::SectionCount, place, message).hint(format!("Delete section {second}"))
}

fn first_line_length(reader: &Reader<'_>, span: crate::source::Span) -> u32 {
    let length = reader.sources.text(span).lines().next().map_or(0, str::len);
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn heading_of((index, item): (usize, &Node)) -> String {
    match item.get("heading").map(|node| &node.kind) {
        Some(Kind::Text(text)) => format!("{} {}", index + 1, shortened(text)),
        _ => format!("{} (no heading)", index + 1),
    }
}

fn section(reader: &mut Reader<'_>, node: &Node) -> Option<Section> {
    if stray::in_section(reader, node) {
        return None;
    }
    let fields = reader.mapping(node, &format::SECTION)?;
    let heading = reader.needed_line(&fields, "heading");
    let body = fields.get("body");
    if body.is_none() && !reader.is_swallowed(&fields, "body") {
        let named = heading.as_ref().map_or_else(String::new, |h| format!(" `{}`", shortened(&h.value)));
        let place = fields.key_span("body").unwrap_or(fields.place);
        let message = format!("the section{named} has no text");
        reader.error(
            Code::SectionEmpty,
            place,
            message,
            "Write `body: |` and the text on the lines below, two spaces further in",
        );
    }
    let body = body_text(reader, body?)?;
    Some(Section { heading: heading?, body: body.value, span: body.span })
}

/// A text of paragraphs and lists.
pub(super) fn body_text(reader: &mut Reader<'_>, node: &Node) -> Option<Spanned<Vec<Block>>> {
    let text = reader.text(node, "body")?;
    let length = text.chars().count();
    if length > MAX_BODY {
        let message = format!("this body has {length} characters; at most {MAX_BODY} are read");
        let start = node.span.range().start;
        let place = crate::source::Span::new(node.span.source, start..start + 1);
        reader.error(
            Code::TextTooLong,
            place,
            message,
            "Shorten it: a whole briefing has 350 to 1,000 words",
        );
        return None;
    }
    let text = unbarred(reader, node, text);
    let before = reader.messages.len();
    let wrong = |reader: &Reader<'_>| any_error(&reader.messages[before..]);
    let blocks = markdown::blocks(reader, &text.words, node.span);
    if text.is_told {
        let again = |told: &Diagnostic| matches!(told.code, Code::LinesRunOn | Code::ListMarks);
        let later = reader.messages.split_off(before);
        reader.messages.extend(later.into_iter().filter(|told| !again(told)));
    }
    if blocks.iter().map(Block::words).sum::<usize>() == 0 && !wrong(reader) {
        reader.error(
            Code::SectionEmpty,
            node.span,
            "this body has no words",
            "Write the text of the section here",
        );
    }
    (!wrong(reader)).then_some(Spanned { value: blocks, span: node.span })
}
