//! Numbers before headings: takes a line, gives the number that it carries, how, and where its words begin.

use super::super::clean::Line;
use super::super::office::{Mark, Style};
use super::short::{could_be_heading, is_label};

/// A line that carries a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sign {
    /// Which line.
    pub line: usize,
    /// The number.
    pub number: u32,
    /// How it is written.
    pub kind: Kind,
    /// Where the words of the heading begin; the end of the line where it has none.
    pub words: usize,
}

/// How a number is written; the lines of one family are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The program counts by itself; which of its lists.
    Automatic(u32),
    /// "Minute 3", or another word with the number.
    Named,
    /// "3." or "3)" and the like.
    Typed(char),
    /// A number and nothing else, as in a box of its own.
    Alone,
}

/// Words that stand before the number of a section.
const NAMES: [&str; 9] = ["minute", "min", "munud", "part", "rhan", "section", "adran", "step", "slide"];

/// The number that a line carries, if it is one that a heading may have.
pub(super) fn sign(at: usize, line: &Line) -> Option<Sign> {
    let (number, kind, words) = written(line)?;
    let rest = line.text[words..].trim();
    // What is a heading by its style is one, however long it is.
    if line.style != Style::Heading && (matches!(kind, Kind::Named | Kind::Typed(_)) || !rest.is_empty()) {
        could_be_heading(rest).then_some(())?;
    }
    let kind = if rest.is_empty() && !matches!(kind, Kind::Named) { Kind::Alone } else { kind };
    Some(Sign { line: at, number, kind, words })
}

fn written(line: &Line) -> Option<(u32, Kind, usize)> {
    if let Some(Mark::Number { value, level: 0, list }) = line.mark {
        return Some((value, Kind::Automatic(list), 0));
    }
    if is_label(&line.text) || matches!(line.mark, Some(Mark::Bullet(_))) {
        return None;
    }
    named(&line.text).or_else(|| typed(line))
}

/// "Minute 3: Information".
fn named(text: &str) -> Option<(u32, Kind, usize)> {
    let (word, rest) = text.split_once([' ', '\u{a0}'])?;
    NAMES.contains(&word.to_lowercase().as_str()).then_some(())?;
    let start = text.len() - rest.len();
    let (number, end) = digits(text, start)?;
    let after = text[end..].chars().next();
    let joined = after.is_none_or(|c| c.is_whitespace() || is_joint(c));
    joined.then(|| (number, Kind::Named, words_from(text, end)))
}

/// "3. Information", "3) Information", "(3) Information", "3 - Information", and "3 Information" in bold.
fn typed(line: &Line) -> Option<(u32, Kind, usize)> {
    let text = &line.text;
    let open = usize::from(text.starts_with('('));
    let (number, end) = digits(text, open)?;
    let mut after = text[end..].chars();
    let (first, second) = (after.next(), after.next());
    // "1.5 million" is no heading.
    let kind = match first {
        Some('.' | ')' | ':') if second.is_none_or(|c| !c.is_ascii_digit()) => first.map(Kind::Typed)?,
        Some(' ' | '\u{a0}') if second.is_some_and(|c| matches!(c, '-' | '–' | '—' | ':')) => {
            Kind::Typed('-')
        }
        Some(' ' | '\u{a0}') if line.bold || line.style == Style::Heading => Kind::Typed(' '),
        None => Kind::Alone,
        _ => return None,
    };
    Some((number, kind, words_from(text, end)))
}

/// A number of one or two digits at a place, and where it ends.
fn digits(text: &str, start: usize) -> Option<(u32, usize)> {
    let rest = text.get(start..)?;
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    matches!(length, 1 | 2).then_some(())?;
    Some((rest[..length].parse().ok()?, start + length))
}

fn is_joint(c: char) -> bool {
    matches!(c, '.' | ')' | ':' | '-' | '–' | '—' | '|')
}

/// Where the words begin behind a number and what joins them to it.
fn words_from(text: &str, end: usize) -> usize {
    let rest = text[end..].trim_start_matches(|c: char| c.is_whitespace() || is_joint(c));
    text.len() - rest.len()
}
