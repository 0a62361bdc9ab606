//! Suites: takes a folder of inputs with the expected messages at their tops, gives those that differ.

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
    let (messages, sources) = messages(input);
    let found: String = messages.iter().map(|message| render(message, &sources)).collect();
    if found == expected {
        return Ok(());
    }
    if std::env::var_os("BLESS").is_some() {
        return std::fs::write(path, found + input).map_err(|error| error.to_string());
    }
    Err(format!("{}:\nexpected\n{expected}found\n{found}", path.display()))
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
