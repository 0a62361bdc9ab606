//! Suites: takes a folder of inputs with the expected messages at their tops, gives those that differ.

use std::borrow::Cow;
use std::path::Path;

use briefpress::diag::{Diagnostic, Place};
use briefpress::source::Sources;

/// Runs every file of `tests/suite/<area>`; there must be more than `least` of them.
///
/// `BLESS=1` rewrites what is expected.
pub fn run(area: &str, least: usize, messages: impl Fn(&str) -> (Vec<Diagnostic>, Sources)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite").join(area);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the suite is there")
        .map(|entry| entry.expect("the suite can be listed").path())
        .collect();
    paths.sort();
    let wrong: Vec<String> = paths.iter().filter_map(|path| check(path, &messages).err()).collect();
    assert!(paths.len() > least, "the suite has shrunk to {} files", paths.len());
    assert!(wrong.is_empty(), "{}\nBLESS=1 rewrites what is expected", wrong.join("\n"));
}

fn check(path: &Path, messages: impl Fn(&str) -> (Vec<Diagnostic>, Sources)) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let (expected, input) = split(&text);
    let whole = whole(input);
    let (messages, sources) = messages(&whole);
    let found: String = messages.iter().map(|message| render(message, &sources)).collect();
    if found == expected {
        return Ok(());
    }
    if std::env::var_os("BLESS").is_some() {
        return std::fs::write(path, found + input).map_err(|error| error.to_string());
    }
    Err(format!("{}:\nexpected\n{expected}found\n{found}", path.display()))
}

/// The first line of an input that says only what differs from the base briefing, of which nothing is to be said.
/// Its own keys come first, so that a place in it is one in the file.
const OVER_THE_BASE: &str = "# over the base briefing\n";
const BASE: &str = include_str!("suite/check/clean.yaml");

/// The input, laid over the base briefing where it says that it is a part.
pub fn whole(input: &str) -> Cow<'_, str> {
    match input.strip_prefix(OVER_THE_BASE) {
        Some(part) => Cow::Owned(format!("{OVER_THE_BASE}{}", over(BASE, part, true))),
        None => Cow::Borrowed(input),
    }
}

/// Splits a suite file into its expected messages and its input; lines are counted from the input's first.
pub fn split(text: &str) -> (&str, &str) {
    let is_message = |line: &str| {
        ["# error: ", "# warning: ", "# note: ", "#   hint: "].iter().any(|start| line.starts_with(start))
    };
    let length = text.split_inclusive('\n').take_while(|line| is_message(line)).map(str::len).sum();
    text.split_at(length)
}

/// A message and its hints as the comment lines that stand at the top of a suite file.
pub fn render(message: &Diagnostic, sources: &Sources) -> String {
    let place = match &message.place {
        Place::File(name) => name.clone(),
        Place::At(span) => {
            let source = sources.get(span.source);
            let (line, column) = source.line_column(span.range().start);
            let file = if source.name() == "board.yaml" { "board:" } else { "" };
            let text = sources.text(*span).lines().next().unwrap_or("").chars().take(24).collect::<String>();
            format!("{file}{line}:{column} «{text}»")
        }
    };
    let mut lines =
        format!("# {}: {} {place} {}\n", message.severity.as_str(), message.code, message.message);
    for hint in &message.hints {
        lines.push_str(&format!("#   hint: {hint}\n"));
    }
    lines
}

/// The base with the keys of a text in place of its own; sections that the text leaves out stay where asked for.
pub fn over(base: &str, text: &str, keep_sections: bool) -> String {
    let (own, mut new) = (blocks(base), blocks(text));
    for (key, block) in &mut new {
        if let Some((_, old)) = own.iter().find(|(old, _)| keep_sections && key == "sections" && old == key) {
            let given = items(block).len();
            block.extend(items(old).into_iter().skip(given));
        }
    }
    let kept = own.into_iter().filter(|(key, _)| new.iter().all(|(other, _)| other != key));
    new.iter().cloned().chain(kept).map(|(_, block)| block).collect()
}

/// Top-level keys, each with all its lines.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.split_once(':') {
            Some((key, _)) if !line.starts_with(' ') => blocks.push((key.to_owned(), line.to_owned())),
            _ => blocks.last_mut().expect("a key comes first").1.push_str(line),
        }
    }
    blocks
}

/// The entries of a list that stands two spaces in.
fn items(block: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in block.split_inclusive('\n').skip(1) {
        match items.last_mut() {
            Some(open) if !line.starts_with("  - ") => open.push_str(line),
            _ => items.push(line.to_owned()),
        }
    }
    items
}
