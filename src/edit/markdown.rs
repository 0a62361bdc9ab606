//! Bodies: takes paragraphs and lists, gives the small Markdown that is read back as the same.

use crate::model::{Block, Inline, Item, LinkTarget, Run};
use crate::source::{Source, Sources, Span};

/// The lines of a body, without white space at its ends.
#[must_use]
pub fn body(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    let mut last = None;
    for block in blocks {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        last = Some(block_lines(block, last, &mut lines));
    }
    lines.join("\n")
}

/// A paragraph of these words, which stand in no source.
#[must_use]
pub fn paragraph(words: &str) -> Block {
    let nowhere = Span::new(Sources::default().add(Source::new("", "")), 0..0);
    Block::Paragraph(vec![Run {
        text: words.to_owned(),
        strong: false,
        link: None,
        span: nowhere,
        steps: Vec::new(),
        language: None,
        expansion: None,
    }])
}

/// What a block was, for the next one: two numbered lists in a row are kept apart by their signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Paragraph,
    Bullets(char),
    Numbers(char),
}

fn block_lines(block: &Block, last: Option<Last>, lines: &mut Vec<String>) -> Last {
    match block {
        Block::Paragraph(inline) => {
            lines.extend(running(inline));
            Last::Paragraph
        }
        Block::List { start, items } => {
            let (sign, now) = match (start, last) {
                (None, Some(Last::Bullets('-'))) => ('*', Last::Bullets('*')),
                (None, _) => ('-', Last::Bullets('-')),
                (Some(_), Some(Last::Numbers('.'))) => (')', Last::Numbers(')')),
                (Some(_), _) => ('.', Last::Numbers('.')),
            };
            let mut number = start.unwrap_or(0);
            for item in items {
                let mark = if start.is_some() { format!("{number}{sign} ") } else { format!("{sign} ") };
                item_lines(item, &mark, lines);
                number = number.saturating_add(1);
            }
            now
        }
    }
}

/// An item: what is below its first line stands under the words, not under the mark.
fn item_lines(item: &Item, mark: &str, lines: &mut Vec<String>) {
    let mut inner = Vec::new();
    let mut last = None;
    for block in &item.blocks {
        // A list right below the words of its item needs no empty line, unless its numbers begin elsewhere than at 1.
        let joins =
            matches!(block, Block::List { start: None | Some(1), .. }) && last == Some(Last::Paragraph);
        if !inner.is_empty() && !joins {
            inner.push(String::new());
        }
        last = Some(block_lines(block, last, &mut inner));
    }
    for (at, line) in inner.into_iter().enumerate() {
        lines.push(match (at, line.is_empty()) {
            (0, _) => format!("{mark}{line}"),
            (_, true) => line,
            (_, false) => format!("{}{line}", " ".repeat(mark.len())),
        });
    }
}

/// The lines of running text; a backslash stands where the writer ended one.
fn running(inline: &Inline) -> Vec<String> {
    let mut text = String::new();
    let mut strong = false;
    for run in inline {
        // A line end next to asterisks stands outside them.
        if run.strong != strong && !(run.text.contains('\n') && run.text.trim().is_empty()) {
            toggle(&mut text, run.strong);
            strong = run.strong;
        }
        let words = match &run.language {
            Some(language) => format!("[{}]{{lang={}}}", escaped(&run.text), language.tag()),
            None => escaped(&run.text).to_string(),
        };
        match &run.link {
            Some(target) if !is_bare(&run.text, target) => {
                // Spaces at the ends of a link stand outside it.
                let inner = words.trim();
                let (before, after) = words.split_once(inner).unwrap_or(("", ""));
                let destination = destination(&target.uri());
                text.push_str(&format!("{before}[{inner}]({destination}){after}"));
            }
            _ => text.push_str(&words),
        }
    }
    if strong {
        toggle(&mut text, false);
    }
    let last = text.matches('\n').count();
    let ended = |(at, line): (usize, &str)| {
        let line = at_line_start(if at == 0 { line } else { line.trim_start() }.to_owned());
        if at < last { format!("{}\\", line.trim_end()) } else { line }
    };
    text.split('\n').enumerate().map(ended).collect()
}

/// Asterisks stand next to the words, never next to the space before or behind them.
fn toggle(text: &mut String, on: bool) {
    if on {
        text.push_str("**");
        return;
    }
    let kept = text.trim_end().len();
    let white = text.split_off(kept);
    text.push_str("**");
    text.push_str(&white);
}

/// Whether the words are themselves the address, so that a reader finds the link.
fn is_bare(words: &str, target: &LinkTarget) -> bool {
    match target {
        LinkTarget::Web(address) => {
            words == address
                || (words.to_ascii_lowercase().starts_with("www.") && address == &format!("https://{words}"))
        }
        LinkTarget::Email(address) => words == address,
        LinkTarget::Phone(_) | LinkTarget::Text(_) => false,
    }
}

/// An address as the target of a link: brackets that do not pair, and spaces, would end it.
fn destination(uri: &str) -> String {
    let uri = uri.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E").replace(' ', "%20");
    if uri.contains(['(', ')']) { format!("<{uri}>") } else { uri.replace('*', "\\*").replace('&', "\\&") }
}

/// Words with a backslash before each sign that Markdown would take for its own.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut before = None;
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let beside_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
        let special = match c {
            '\\' | '*' | '[' | ']' | '`' | '~' => true,
            // Inside a word, as in an address, it means itself.
            '_' => !(beside_word(before) && beside_word(next)),
            '<' => next.is_some_and(|n| n.is_ascii_alphabetic() || matches!(n, '/' | '!' | '?')),
            '&' => next.is_some_and(|n| n.is_ascii_alphanumeric() || n == '#'),
            _ => false,
        };
        if special {
            text.push('\\');
        }
        text.push(c);
        before = Some(c);
    }
    text
}

/// Signs that mean something only where a line begins.
fn at_line_start(text: String) -> String {
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let ends = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let begins_block = match first {
        Some('#' | '>' | '=') => true,
        Some('+') => ends(second),
        // Reading takes lines that begin with `-word` for items.
        Some('-') => ends(second) || second.is_some_and(|c| c == '-' || c.is_alphabetic()),
        Some('|' | ':') => true,
        _ => false,
    };
    if begins_block {
        return format!("\\{text}");
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text[digits..].chars();
    if digits > 0 && digits < 10 && matches!(rest.next(), Some('.' | ')')) && ends(rest.next()) {
        return format!("{}\\{}", &text[..digits], &text[digits..]);
    }
    text
}
