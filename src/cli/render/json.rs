//! For programs: takes messages, gives a JSON array with an object for each.

use serde_json::{Value, json};

use briefpress::batch::{Change, Message};

pub(super) fn render(messages: &[Message]) -> String {
    let all: Vec<Value> = messages.iter().map(object).collect();
    format!("{:#}\n", Value::Array(all))
}

fn object(message: &Message) -> Value {
    let spot = message.spot.as_ref();
    json!({
        "severity": message.severity.as_str(),
        "code": message.code.as_str(),
        "message": message.text,
        "file": message.file,
        "line": spot.map(|s| s.line),
        "column": spot.map(|s| s.column),
        "end_line": spot.map(|s| s.end_line),
        "end_column": spot.map(|s| s.end_column),
        "hints": message.hints,
        "fix": message.fix.iter().map(change).collect::<Vec<_>>(),
    })
}

fn change(change: &Change) -> Value {
    json!({
        "file": change.file,
        "line": change.line,
        "column": change.column,
        "end_line": change.end_line,
        "end_column": change.end_column,
        "text": change.text,
    })
}
