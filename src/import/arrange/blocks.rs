//! Blocks: takes the lines of a body, gives its paragraphs and lists.

use super::super::clean::Line;
use super::super::office::{LeftOver, Mark, Piece, Reason};
use crate::address::{LinkTarget, link};
use crate::model::{Block, Inline, Item, Run};
use crate::source::{Source, Sources, Span};

/// What the blocks of a body are made of beside its lines.
#[derive(Debug, Default)]
pub(in crate::import) struct Aside {
    /// Numbers of items, which the list counts by itself.
    pub left: Vec<LeftOver>,
    /// Addresses that no link may lead to; their words stay.
    pub unsafe_links: Vec<String>,
}

/// The blocks of a body.
///
/// Numbers that were typed before lines in a row make a list where `typed` says that a person may have meant one.
pub(in crate::import) fn blocks(lines: &[&Line], typed: bool, aside: &mut Aside) -> Vec<Block> {
    let marked = joined(lines, marked(lines, typed, aside));
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < marked.len() {
        let (mark, inline) = &marked[at];
        if mark.is_none() {
            blocks.push(Block::Paragraph(inline.clone()));
            at += 1;
            continue;
        }
        let length = list_length(&marked[at..]);
        blocks.push(list(&marked[at..at + length]));
        at += length;
    }
    blocks
}

type Marked = (Option<Mark>, Inline);

/// The lines of a paragraph into which line ends were typed in one, but for those that begin with a mark.
fn joined(lines: &[&Line], marked: Vec<Marked>) -> Vec<Marked> {
    let mut joined: Vec<Marked> = Vec::new();
    for (line, (mark, inline)) in lines.iter().zip(marked) {
        match joined.last_mut() {
            Some((_, before)) if line.goes_on && mark.is_none() => {
                if let Some(last) = before.last_mut() {
                    last.text.push_str(Run::BREAK);
                }
                before.extend(inline);
            }
            _ => joined.push((mark, inline)),
        }
    }
    joined
}

/// How many lines from here on are items of one list.
fn list_length(lines: &[Marked]) -> usize {
    let base = lines.first().and_then(|(mark, _)| mark.map(level)).unwrap_or(0);
    let mut last = lines.first().and_then(|(mark, _)| *mark);
    let rest = lines.iter().skip(1).take_while(|(mark, _)| {
        let Some(mark) = mark else { return false };
        if level(*mark) > base {
            return true;
        }
        let goes_on = follows(last, *mark);
        last = Some(*mark);
        goes_on
    });
    1 + rest.count()
}

/// Whether a mark goes on with the list that another one is in.
fn follows(last: Option<Mark>, next: Mark) -> bool {
    match (last, next) {
        (Some(Mark::Bullet(_)), Mark::Bullet(_)) => true,
        (Some(Mark::Number { value, .. }), Mark::Number { value: next, .. }) => {
            next == value.saturating_add(1)
        }
        _ => false,
    }
}

fn level(mark: Mark) -> u8 {
    match mark {
        Mark::Bullet(level) | Mark::Number { level, .. } => level,
    }
}

/// A list; what is deeper than its first item is one step in, for the format goes no deeper.
fn list(lines: &[Marked]) -> Block {
    let base = lines.first().and_then(|(mark, _)| mark.map(level)).unwrap_or(0);
    let start = lines.first().and_then(|(mark, _)| number(*mark));
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let deep = |line: &Marked| line.0.is_some_and(|mark| level(mark) > base);
        let paragraph = || Block::Paragraph(lines[at].1.clone());
        match items.last_mut().filter(|_| deep(&lines[at])) {
            None => {
                items.push(Item { blocks: vec![paragraph()] });
                at += 1;
            }
            Some(item) => {
                let first = lines[at].0;
                let mut last = first;
                let same = lines[at + 1..].iter().take_while(|line| {
                    let goes_on = deep(line) && line.0.is_some_and(|mark| follows(last, mark));
                    last = line.0;
                    goes_on
                });
                let end = at + 1 + same.count();
                let inner = lines[at..end].iter().map(|(_, inline)| inline.clone());
                let inner = inner.map(|inline| Item { blocks: vec![Block::Paragraph(inline)] }).collect();
                item.blocks.push(Block::List { start: number(first), items: inner });
                at = end;
            }
        }
    }
    Block::List { start, items }
}

fn number(mark: Option<Mark>) -> Option<u32> {
    match mark {
        Some(Mark::Number { value, .. }) => Some(value),
        _ => None,
    }
}

/// Each line with its mark; numbers that were typed before lines in a row are marks too.
fn marked(lines: &[&Line], typed: bool, aside: &mut Aside) -> Vec<Marked> {
    let number = |line: &&Line| if typed { typed_number(line) } else { None };
    let typed: Vec<Option<(u32, usize)>> = lines.iter().map(number).collect();
    let mut marked = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let neighbour = |other: Option<usize>, step: i64| {
            let value = |at: usize| typed.get(at).copied().flatten().map(|(value, _)| i64::from(value));
            let (own, other) = (value(at), other.and_then(value));
            own.zip(other).is_some_and(|(own, other)| other == own + step)
        };
        let in_a_row = neighbour(at.checked_sub(1), -1) || neighbour(Some(at + 1), 1);
        let (mark, skip) = match typed[at].filter(|_| in_a_row) {
            Some((value, words)) => {
                let text = line.text[..words].trim().to_owned();
                aside.left.push(LeftOver { text, reason: Reason::ItemNumber });
                (Some(Mark::Number { value, level: 0, list: 0 }), words)
            }
            None => (line.mark, 0),
        };
        marked.push((mark, inline(&line.pieces, skip, aside)));
    }
    marked
}

/// "1." or "1)" before a line without another mark, and where its words begin.
fn typed_number(line: &Line) -> Option<(u32, usize)> {
    line.mark.is_none().then_some(())?;
    let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.text.get(digits..)?.strip_prefix(['.', ')'])?.strip_prefix([' ', '\u{a0}'])?;
    let value = line.text[..digits].parse().ok().filter(|_| digits <= 2)?;
    (!rest.is_empty()).then(|| (value, line.text.len() - rest.len()))
}

/// The runs of a line, without its first bytes.
fn inline(pieces: &[Piece], skip: usize, aside: &mut Aside) -> Inline {
    let mut skip = skip;
    let mut inline = Inline::new();
    for piece in pieces {
        let text = piece.text.get(skip.min(piece.text.len())..).unwrap_or("");
        skip = skip.saturating_sub(piece.text.len());
        if text.is_empty() {
            continue;
        }
        let link = piece.link.as_deref().and_then(|address| safe(address, aside));
        match inline.last_mut() {
            Some(last) if last.strong == piece.bold && last.link == link => last.text.push_str(text),
            _ => inline.push(Run {
                text: text.to_owned(),
                strong: piece.bold,
                link,
                span: nowhere(),
                steps: Vec::new(),
                language: None,
                expansion: None,
            }),
        }
    }
    inline
}

/// Where a link leads, if it may lead there.
fn safe(address: &str, aside: &mut Aside) -> Option<LinkTarget> {
    let target = link::target(address.trim()).ok();
    if target.is_none() && !aside.unsafe_links.iter().any(|known| known == address) {
        aside.unsafe_links.push(address.to_owned());
    }
    target
}

/// A span for words that stand in no source.
pub(in crate::import) fn nowhere() -> Span {
    Span::new(Sources::default().add(Source::new("", "")), 0..0)
}
