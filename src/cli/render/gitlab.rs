//! For GitLab: takes messages, gives a report of its Code Quality widget
//! (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).

use briefpress::batch::Message;
use briefpress::diag::Severity;
use serde_json::{Value, json};

use super::fingerprint::fingerprints;

pub(super) fn render(messages: &[Message]) -> String {
    let all: Vec<Value> = messages.iter().zip(fingerprints(messages)).map(issue).collect();
    format!("{:#}\n", Value::Array(all))
}

fn issue((message, fingerprint): (&Message, String)) -> Value {
    let severity = match message.severity {
        Severity::Error => "critical",
        Severity::Warning => "major",
        Severity::Note => "info",
    };
    let text: Vec<&str> = std::iter::once(&message.text).chain(&message.hints).map(String::as_str).collect();
    json!({
        "description": text.join(". "),
        "check_name": message.code.as_str(),
        "fingerprint": fingerprint,
        "severity": severity,
        "location": { "path": message.file, "lines": { "begin": message.spot.as_ref().map_or(1, |spot| spot.line) } },
    })
}
