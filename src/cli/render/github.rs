//! For GitHub Actions: takes messages, gives workflow commands that put a note on the line of a pull request.

use briefpress::diag::Severity;

use briefpress::batch::Message;

use super::Counts;

/// How many notes of one kind the service shows of a step; the rest stands in the log alone
/// (<https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md>, "Limitations").
const SHOWN: usize = 10;

/// What weighs most comes first. Where there are more than the service shows, the last one shown says so.
pub(super) fn render(messages: &[Message]) -> String {
    [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|kind| of_kind(messages, kind))
        .collect()
}

fn of_kind(messages: &[Message], kind: Severity) -> String {
    let mut lines: Vec<String> =
        messages.iter().filter(|message| message.severity == kind).map(command).collect();
    if lines.len() > SHOWN {
        let (level, more) = (level(kind), lines.len() - (SHOWN - 1));
        let count = Counts::of_kind(kind, more);
        let line = format!("::{level} title=and {count} more::{count} more are in the log of this step\n");
        lines.insert(SHOWN - 1, line);
    }
    lines.concat()
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

fn command(message: &Message) -> String {
    let level = level(message.severity);
    let spot = message.spot.as_ref().map(|spot| format!(",line={},col={}", spot.line, spot.column));
    let mut text = message.text.clone();
    for hint in &message.hints {
        text.push('\n');
        text.push_str(hint);
    }
    format!(
        "::{level} file={}{},title={}::{}\n",
        property(&message.file),
        spot.unwrap_or_default(),
        message.code,
        data(&text)
    )
}

/// The runner splits at line ends and takes `%` for an escape.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Inside the properties it splits at `:` and `,` too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use briefpress::batch::Spot;
    use briefpress::diag::Code;

    use super::*;

    fn message(severity: Severity, line: usize) -> Message {
        let spot =
            Spot { line, column: 1, end_line: line, end_column: 2, excerpt: String::new(), marked: (0, 0) };
        let (file, text) = ("a.yaml".to_owned(), format!("message {line}"));
        let code = Code::Capitals;
        Message { file, spot: Some(spot), severity, code, text, hints: Vec::new(), fix: Vec::new() }
    }

    #[test]
    fn errors_come_first_and_what_the_service_leaves_out_is_counted() {
        let notes = (1..=10).map(|line| message(Severity::Note, line));
        let errors = (1..=12).map(|line| message(Severity::Error, line));
        let said = render(&notes.chain(errors).collect::<Vec<_>>());
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 23);
        assert!(lines[8].starts_with("::error file=a.yaml,line=9,"), "{said}");
        assert_eq!(lines[9], "::error title=and 3 errors more::3 errors more are in the log of this step");
        assert!(
            lines[10].starts_with("::error file=a.yaml,line=10,"),
            "nothing is left out of the log: {said}"
        );
        assert!(lines[13].starts_with("::notice") && !said.contains("notes more"), "ten are shown: {said}");
    }

    #[test]
    fn what_the_runner_splits_at_is_escaped() {
        assert_eq!(data("100 %\r\nof: a, b"), "100 %25%0D%0Aof: a, b");
        assert_eq!(property("a:b,c %.yaml"), "a%3Ab%2Cc %25.yaml");
    }
}
