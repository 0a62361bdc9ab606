//! Fingerprints: takes messages, gives each a name by which a service knows it again in the next run.

use std::collections::HashMap;

use briefpress::batch::{Digest, Message};

/// Of file, code, sentence and the words that are marked, not of the line: what stands above may grow. Messages that
/// are the same in all of these are numbered.
pub(super) fn fingerprints(messages: &[Message]) -> Vec<String> {
    let mut met: HashMap<Vec<String>, usize> = HashMap::new();
    let of = |message: &Message| {
        let marked = message.spot.as_ref().and_then(|spot| spot.excerpt.get(spot.marked.0..spot.marked.1));
        let parts = [&message.file, message.code.as_str(), &message.text, marked.unwrap_or_default()];
        let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        let number = met.entry(parts.clone()).or_default();
        *number += 1;
        let number = number.to_string();
        Digest::of_parts(parts.iter().map(String::as_bytes).chain([number.as_bytes()])).to_string()
    };
    messages.iter().map(of).collect()
}
