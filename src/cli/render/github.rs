//! For GitHub Actions: takes messages, gives workflow commands that put a note on the line of a pull request.

use briefpress::diag::Severity;

use briefpress::batch::Message;

pub(super) fn render(messages: &[Message]) -> String {
    messages.iter().map(command).collect()
}

fn command(message: &Message) -> String {
    let level = match message.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
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
    use super::*;

    #[test]
    fn what_the_runner_splits_at_is_escaped() {
        assert_eq!(data("100 %\r\nof: a, b"), "100 %25%0D%0Aof: a, b");
        assert_eq!(property("a:b,c %.yaml"), "a%3Ab%2Cc %25.yaml");
    }
}
