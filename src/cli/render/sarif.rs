//! For code-scanning services: takes messages, gives a SARIF 2.1.0 log.

use std::collections::BTreeMap;

use briefpress::diag::{Code, Severity};
use briefpress::explain;
use serde_json::{Value, json};

use briefpress::batch::Message;

use super::fingerprint::fingerprints;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn render(messages: &[Message]) -> String {
    let rules: Vec<Value> = Code::ALL.iter().map(|code| rule(*code)).collect();
    let results: Vec<Value> = messages.iter().zip(fingerprints(messages)).map(result).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "briefpress",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// What a service shows of a kind of message: its page for `explain`.
fn rule(code: Code) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": explain::title(code) },
        "fullDescription": { "text": explain::paragraphs(code).join("\n") },
        "help": { "text": code.page() },
        "defaultConfiguration": { "level": level(code.usual()) },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result((message, fingerprint): (&Message, String)) -> Value {
    let level = level(message.severity);
    let mut place = json!({ "artifactLocation": { "uri": uri(&message.file) } });
    if let Some(spot) = &message.spot {
        place["region"] = region([spot.line, spot.column, spot.end_line, spot.end_column]);
    }
    let text: Vec<&str> = std::iter::once(&message.text).chain(&message.hints).map(String::as_str).collect();
    let mut result = json!({
        "ruleId": message.code.as_str(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == message.code),
        "level": level,
        "message": { "text": text.join(". ") },
        "locations": [{ "physicalLocation": place }],
        "partialFingerprints": { "briefpress/v1": fingerprint },
    });
    if !message.fix.is_empty() {
        result["fixes"] = json!([fix(message)]);
    }
    result
}

/// What to type instead, file by file.
fn fix(message: &Message) -> Value {
    let mut files: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for change in &message.fix {
        files.entry(&change.file).or_default().push(json!({
            "deletedRegion": region([change.line, change.column, change.end_line, change.end_column]),
            "insertedContent": { "text": change.text },
        }));
    }
    let changes: Vec<Value> = files
        .iter()
        .map(|(file, parts)| json!({ "artifactLocation": { "uri": uri(file) }, "replacements": parts }))
        .collect();
    let about = message.hints.first().unwrap_or(&message.text);
    json!({ "description": { "text": about }, "artifactChanges": changes })
}

/// First line and column, last line and column.
fn region([line, column, end_line, end_column]: [usize; 4]) -> Value {
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

/// The path as a relative reference of RFC 3986: what is not allowed in one is written as `%XX`.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' => out.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("content/my briefing.yaml"), "content/my%20briefing.yaml");
        assert_eq!(uri("ŵ:a"), "%C5%B5%3Aa");
    }
}
