//! Checks: takes the keys under `checks`, gives how much the writer wants rules to weigh.

use super::format;
use super::node::Node;
use super::take::{Reader, shortened};
use crate::diag::{Code, Severity};
use crate::model::CheckLevel;

/// The rules named, in the order of the source.
pub(super) fn levels(reader: &mut Reader<'_>, node: &Node) -> Vec<CheckLevel> {
    let Some(fields) = reader.mapping(node, &format::CHECKS) else { return Vec::new() };
    let mut levels = Vec::new();
    for entry in fields.entries() {
        let Some(code) = Code::ALL.iter().copied().find(|code| code.as_str() == entry.key) else { continue };
        let Some(line) = reader.line(&entry.value, code.as_str()) else { continue };
        match level(&line.value) {
            Some(level) => levels.push(CheckLevel { code, level, span: entry.key_span }),
            None => {
                let message = format!("`{code}` cannot be `{}`", shortened(&line.value));
                let hint = format!("Write `{code}: off`, or note, warning or error in place of off");
                reader.error(Code::BadValue, line.span, message, hint);
            }
        }
    }
    levels
}

/// The weight of a word; `None` inside where the rule is to be quiet.
fn level(word: &str) -> Option<Option<Severity>> {
    match word.to_ascii_lowercase().as_str() {
        "off" | "no" | "false" => Some(None),
        "note" => Some(Some(Severity::Note)),
        "warning" => Some(Some(Severity::Warning)),
        "error" => Some(Some(Severity::Error)),
        _ => None,
    }
}
