//! Going on after a mistake: takes YAML that cannot be parsed, gives it with the lines at fault mended, and what is wrong.

use serde_saphyr::granit_parser::{self, Parser};

use super::mend::{self, Mend};
use super::quote::shortened;
use crate::diag::{Code, Diagnostic};
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
    let told = mends.iter().map(|mend| told(source, typed, mend)).collect();
    Some((text, told))
}

/// The text with every line mended at which the parser stops, one after the other, as far as cures are known.
fn mended(typed: &str, first: usize) -> Option<(String, Vec<Mend>)> {
    let ends: Vec<&str> =
        typed.split_inclusive('\n').map(|line| &line[line.trim_end_matches(['\n', '\r']).len()..]).collect();
    let mut lines: Vec<String> = typed.lines().map(|line| line.trim_end_matches('\r').to_owned()).collect();
    let join = |lines: &[String]| {
        lines.iter().zip(&ends).flat_map(|(line, end)| [line.as_str(), end]).collect::<String>()
    };
    let (mut stopped, mut mends, mut tried) = (line_of(typed, first), Vec::new(), 0);
    loop {
        let views: Vec<&str> = lines.iter().map(String::as_str).collect();
        let mut reached = None;
        for cure in mend::cures(&views, stopped) {
            tried += typed.len();
            if tried > MAX_TRIED {
                break;
            }
            let before = std::mem::replace(&mut lines[cure.line], cure.text.clone());
            let text = join(&lines);
            let next = stop(&text).map(|at| line_of(&text, at));
            // What is mended far above where it was noticed may uncover what stands between.
            let enough = if cure.line + 5 < stopped { cure.line } else { stopped.max(cure.line) };
            if next.is_none_or(|next| next > enough) {
                reached = Some((next, text));
                mends.push(cure);
                break;
            }
            lines[cure.line] = before;
        }
        match reached {
            Some((None, text)) => return Some((text, mends)),
            Some((Some(next), _)) if mends.len() < MAX_MENDS => stopped = next,
            // What was mended is told all the same, and then where no cure was known.
            _ => return (!mends.is_empty()).then(|| (join(&lines), mends)),
        }
    }
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

/// What is said of a mended line.
fn told(source: SourceId, typed: &str, mend: &Mend) -> Diagnostic {
    let start = typed.split_inclusive('\n').take(mend.line).map(str::len).sum::<usize>();
    let line = typed[start..].lines().next().unwrap_or("").trim_end_matches('\r');
    let indent = line.len() - line.trim_start().len();
    // Where only the value has to change, it is pointed at; else all of the line.
    let from = mend::changed_from(line, &mend.text).unwrap_or(indent);
    let place = Span::new(source, start + from..start + line.trim_end().len());
    let told = Diagnostic::error(Code::NotYaml, place, mend.message);
    if !mend.certain {
        return told.hint(
            "Write `key: text`; or begin the line with two spaces more if it belongs to the text above",
        );
    }
    let spaces = mend.text.len() - mend.text.trim_start().len();
    let words = shortened(mend.text.trim_start());
    let hint = match mend.text.trim_start() == line.trim_start() {
        true => format!("Write `{words}` with {spaces} spaces before it"),
        false => format!("Write `{words}`"),
    };
    told.hint(hint).replace(Span::new(source, start..start + line.len()), mend.text.clone())
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
