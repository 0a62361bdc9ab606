//! Going on after a mistake: takes YAML that cannot be parsed, gives it with the lines at fault mended, and what is wrong.

use serde_saphyr::granit_parser::{self, Parser};

use super::quote::shortened;
use super::slip::{Mend, changed_from, indent, text_above};
use super::{indents, mend};
use crate::diag::Diagnostic;
use crate::english::things;
use crate::source::{SourceId, Span};

/// How deep values may stand inside each other.
const MAX_DEPTH: usize = 24;
/// How many lines of a file are mended; one with more is no YAML.
const MAX_MENDS: usize = 40;
/// How many bytes are parsed in all to find cures.
const MAX_TRIED: usize = 6_000_000;

/// A text that can be parsed, or at least further than before, and a message for each line that had to be mended.
pub(super) fn recovered(source: SourceId, typed: &str, at: usize) -> Option<(String, Vec<Diagnostic>)> {
    let (text, mends) = mended(typed, at)?;
    Some((text, told_all(source, typed, mends)))
}

/// The text with every line mended at which the parser stops, one after the other, as far as cures are known.
fn mended(typed: &str, first: usize) -> Option<(String, Vec<Mend>)> {
    let mut text = Lines::of(typed);
    let (mut stopped, mut mends, mut tried) = (line_of(typed, first), Vec::new(), 0);
    for way in [indents::ways as fn(&[&str]) -> Vec<Vec<Mend>>, indents::at_hyphens, indents::at_keys, alike]
    {
        let Some((next, cures)) = text.furthest(stopped, way) else { continue };
        text.mend(&cures);
        mends.extend(cures);
        match next {
            Some(next) => stopped = next,
            None => return Some((text.joined(), mends)),
        }
    }
    loop {
        let (seen, guessed) = mend::cures(&text.views(), stopped);
        let mut trial = |cure: &Mend| {
            tried += typed.len();
            if tried <= MAX_TRIED { text.trial(cure, stopped) } else { None }
        };
        // A sign of a slip is taken at its word; of what is only guessed, the cure that gets furthest.
        let by_sign = seen.into_iter().find_map(|cure| Some((trial(&cure)?, cure)));
        let found = by_sign.or_else(|| {
            let reached = guessed.into_iter().filter_map(|cure| Some((trial(&cure)?, cure)));
            reached.reduce(|best, other| if rank(other.0) > rank(best.0) { other } else { best })
        });
        let next = found.map(|(next, cure)| {
            text.mend(std::slice::from_ref(&cure));
            mends.push(cure);
            next
        });
        match next {
            Some(None) => return Some((text.joined(), mends)),
            Some(Some(next)) if mends.len() < MAX_MENDS => stopped = next,
            // Where the lines of a whole file begin anywhere, one alone cannot be put right.
            _ if mends.len() < MAX_MENDS
                && let Some(whole) = anew(typed) =>
            {
                return Some(whole);
            }
            // What was mended is told all the same, and then where no cure was known.
            _ => return (!mends.is_empty()).then(|| (text.joined(), mends)),
        }
    }
}

/// All lines set in as their keys ask for, if that makes a file of them.
fn anew(typed: &str) -> Option<(String, Vec<Mend>)> {
    let mut text = Lines::of(typed);
    let (next, cures) = text.furthest(0, |lines| vec![indents::anew(lines)])?;
    text.mend(&cures);
    next.is_none().then(|| (text.joined(), cures))
}

/// How far a parser gets that stops at this line; one that does not stop gets furthest.
fn rank(stopped: Option<usize>) -> usize {
    stopped.unwrap_or(usize::MAX)
}

/// A file in lines that are mended.
struct Lines<'t> {
    lines: Vec<String>,
    /// What stands at the end of each, so that they can be joined as they were typed.
    ends: Vec<&'t str>,
}

impl<'t> Lines<'t> {
    fn of(typed: &'t str) -> Self {
        let whole = typed.split_inclusive('\n');
        let ends = whole.map(|line| &line[line.trim_end_matches(['\n', '\r']).len()..]).collect();
        let lines = typed.lines().map(|line| line.trim_end_matches('\r').to_owned()).collect();
        Lines { lines, ends }
    }

    fn views(&self) -> Vec<&str> {
        self.lines.iter().map(String::as_str).collect()
    }

    fn joined(&self) -> String {
        joined(&self.views(), &self.ends)
    }

    fn mend(&mut self, mends: &[Mend]) {
        mends.iter().for_each(|mend| self.lines[mend.line].clone_from(&mend.text));
    }

    /// The line at which the parser stops once these are mended, if it does.
    fn next(&self, mends: &[Mend]) -> Option<usize> {
        let mut views = self.views();
        mends.iter().for_each(|mend| views[mend.line] = &mend.text);
        let text = joined(&views, &self.ends);
        stop(&text).map(|at| line_of(&text, at))
    }

    /// Where the parser stops after a cure, if that is further on.
    fn trial(&self, cure: &Mend, stopped: usize) -> Option<Option<usize>> {
        // What is mended far above where it was noticed may uncover what stands between.
        let enough = if cure.line + 5 < stopped { cure.line } else { stopped.max(cure.line) };
        Some(self.next(std::slice::from_ref(cure))).filter(|next| next.is_none_or(|next| next > enough))
    }

    /// Of several ways to mend many lines at once the one with which the parser gets furthest.
    fn furthest(
        &self,
        stopped: usize,
        ways: impl Fn(&[&str]) -> Vec<Vec<Mend>>,
    ) -> Option<(Option<usize>, Vec<Mend>)> {
        // Of two that get as far the first is the likelier.
        let reached = ways(&self.views()).into_iter().map(|way| (self.next(&way), way));
        let best = reached.reduce(|best, way| if rank(way.0) > rank(best.0) { way } else { best });
        best.filter(|(next, _)| rank(*next) > stopped)
    }
}

fn joined(lines: &[&str], ends: &[&str]) -> String {
    lines.iter().zip(ends).flat_map(|(line, end)| [*line, end]).collect()
}

/// Lines of a file that have the same slip: where nearly all have it, one mended alone leads no further.
fn alike(lines: &[&str]) -> Vec<Vec<Mend>> {
    let mut all: Vec<Mend> = Vec::new();
    for line in 0..lines.len() {
        let inside = text_above(lines, line).is_some_and(|(_, depth)| indent(lines[line]) >= depth);
        if !inside && !lines[line].trim().is_empty() {
            all.extend(mend::plain_slip(lines, line));
        }
    }
    let often = |mend: &Mend| all.iter().filter(|other| other.message == mend.message).count() > 2;
    let kept: Vec<Mend> = all.iter().filter(|mend| often(mend)).cloned().collect();
    if kept.is_empty() { Vec::new() } else { vec![kept] }
}

/// Where the parser stops in a text, if it does.
fn stop(text: &str) -> Option<usize> {
    let mut parser = Parser::new_from_str_with_options(text, options());
    loop {
        if let Err(error) = parser.next_event()? {
            return Some(error.marker().byte_offset().unwrap_or(text.len()).min(text.len()));
        }
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count()
}

/// What is said of the mended lines: once where several are at fault together, and once where the same advice holds for
/// all of them.
fn told_all(source: SourceId, typed: &str, mut mends: Vec<Mend>) -> Vec<Diagnostic> {
    mends.sort_by_key(|mend| mend.line);
    let mut groups: Vec<Vec<&Mend>> = Vec::new();
    for (at, mend) in mends.iter().enumerate() {
        if !mend.advice.is_empty() && mends[..at].iter().any(|before| before.advice == mend.advice) {
            continue;
        }
        let same = |group: &&mut Vec<&Mend>| mend.many.is_some() && group[0].message == mend.message;
        match groups.iter_mut().find(same) {
            // Of a line that was mended twice the later has both.
            Some(group) => match group.iter_mut().find(|other| other.line == mend.line) {
                Some(other) => *other = mend,
                None => group.push(mend),
            },
            None => groups.push(vec![mend]),
        }
    }
    groups.iter().map(|group| told_of(source, typed, group)).collect()
}

/// The bytes of a line, without its end.
fn line_at(typed: &str, line: usize) -> (usize, &str) {
    let start = typed.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
    (start, typed[start..].lines().next().unwrap_or("").trim_end_matches('\r'))
}

/// What is said of mended lines that are at fault together.
fn told_of(source: SourceId, typed: &str, group: &[&Mend]) -> Diagnostic {
    let mend = group[0];
    let (start, line) = line_at(typed, mend.line);
    let before = line.len() - line.trim_start().len();
    // Where only the value has to change, it is pointed at; else all of the line.
    let from = changed_from(line, &mend.text).unwrap_or(before);
    let place = Span::new(source, start + from..start + line.trim_end().len());
    let message = mend.many.filter(|_| group.len() > 1).unwrap_or(mend.message);
    let told = Diagnostic::error(mend.code, place, message);
    if !mend.advice.is_empty() {
        return mend.advice.iter().fold(told, |told, advice| told.hint(advice));
    }
    let mut told = told.hint(hint(line, mend, group.len()));
    let apart = group.windows(2).any(|pair| {
        typed
            .lines()
            .skip(pair[0].line + 1)
            .take(pair[1].line.saturating_sub(pair[0].line + 1))
            .any(|line| !line.trim().is_empty())
    });
    if apart {
        told = told.hint(others(group));
    }
    for mend in group {
        let (start, line) = line_at(typed, mend.line);
        told = told.replace(Span::new(source, start..start + line.len()), mend.text.replace('\r', "\n"));
    }
    told
}

/// Which lines the others are.
fn others(group: &[&Mend]) -> String {
    const SHOWN: usize = 8;
    let numbers: Vec<String> =
        group[1..].iter().take(SHOWN).map(|mend| (mend.line + 1).to_string()).collect();
    match (&numbers[..], group.len() - 1 - numbers.len()) {
        ([one], _) => format!("The other is line {one}"),
        ([first @ .., last], 0) => format!("The others are lines {} and {last}", first.join(", ")),
        (all, more) => format!("The others are lines {} and {more} more", all.join(", ")),
    }
}

fn hint(line: &str, mend: &Mend, lines: usize) -> String {
    let (first, below) = mend.text.split_once('\r').map_or((mend.text.as_str(), None), |(a, b)| (a, Some(b)));
    let words = shortened(first.trim_start());
    let spaces = indent(first);
    let all = if lines > 1 { ", and the others in the same way" } else { "" };
    match below {
        Some(below) => {
            let all = if lines > 1 { ", and so with the lines that follow" } else { "" };
            format!("Write `{words}`, and on the line below `{}`{all}", shortened(below.trim_start()))
        }
        None if words.is_empty() => "Delete it".to_owned(),
        None if first.trim_start() != line.trim_start() => format!("Write `{words}`{all}"),
        None if spaces == 0 => format!("Write `{words}` with no space before it{all}"),
        None => format!("Write `{words}` with {} before it{all}", things(spaces, "space")),
    }
}

/// How a source is parsed: without copies, and only so deep.
pub(super) fn options() -> granit_parser::Options {
    let mut options = granit_parser::Options::default();
    options.emit_comments = false;
    options.emit_unresolved_aliases = true;
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options
}
