//! For listening and searching: takes messages, gives each on a line of its own that reads as sentences.

use briefpress::batch::Message;
use briefpress::english::capital;

use super::Counts;

pub(super) fn render(messages: &[Message]) -> String {
    if messages.is_empty() {
        return String::new();
    }
    let mut out: String = messages.iter().map(line).collect();
    out.push_str(&format!("{}.\n", Counts::of(messages)));
    out
}

fn line(message: &Message) -> String {
    let hints: String = message.hints.iter().map(|hint| format!(" {}", sentence(hint))).collect();
    let Message { severity, code, text, .. } = message;
    format!("{}: {}[{code}]: {}{hints}\n", message.place(), severity.as_str(), sentence(text))
}

/// Begins with a capital and ends with a stop, so that a voice pauses.
fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{}{stop}", capital(text))
}
