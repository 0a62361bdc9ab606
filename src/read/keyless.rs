//! Lines whose key is missing: takes a line that cannot be read, gives it with the key that belongs there.

use super::slip::{begins_entry, indent, is_key, key_of};

/// Cures for a line without its key, the likeliest first.
pub(super) fn keyless(lines: &[&str], line: usize, push: &mut impl FnMut(String, &'static str)) {
    entry_named(lines, line, push);
    entry_without_key(lines, line, push);
    list_without_key(lines, line, push);
    body_without_key(lines, line, push);
}

/// The first key of an entry, where the next line with words on it holds one of its further keys.
fn first_key_above(below: &[&str]) -> Option<&'static str> {
    let next = below.iter().find(|text| !text.trim().is_empty())?;
    match key_of(next.trim_start())?.1 {
        "body" => Some("heading"),
        "phone" | "purpose" | "email" | "url" | "hours" | "text" | "emergency" => Some("name"),
        _ => None,
    }
}

/// `Police:` above `phone:`, with no hyphen: the name of an entry as if it were a key.
fn entry_named(lines: &[&str], line: usize, push: &mut impl FnMut(String, &'static str)) {
    let text = lines[line];
    let start = text.len() - text.trim_start().len();
    let Some(name) = text[start..].trim_end().strip_suffix(':').filter(|name| !is_key(name)) else { return };
    let Some(key) = first_key_above(&lines[line + 1..]) else { return };
    if start > 0 && !name.contains(": ") && name.starts_with(char::is_alphabetic) {
        let message = "an entry of a list begins here, and neither its hyphen nor its key stands there";
        push(format!("{}- {key}: {name}", &text[..start]), message);
    }
}

/// `- Police` above `phone:`, and `- Background` above `body:`: an entry whose first key is missing.
fn entry_without_key(lines: &[&str], line: usize, push: &mut impl FnMut(String, &'static str)) {
    let text = lines[line];
    let start = text.len() - text.trim_start().len();
    let Some(value) = text[start..].strip_prefix("- ").map(str::trim) else { return };
    let Some(key) = first_key_above(&lines[line + 1..]) else { return };
    if key_of(value).is_none() && !value.contains(": ") && value.starts_with(char::is_alphabetic) {
        let message = match key {
            "heading" => "the key `heading:` is missing in this line",
            _ => "the key `name:` is missing in this line",
        };
        push(format!("{}- {key}: {value}", &text[..start]), message);
    }
}

/// A text right below a heading, as far in as its keys: `body:` is missing before it.
fn body_without_key(lines: &[&str], line: usize, push: &mut impl FnMut(String, &'static str)) {
    let (text, depth) = (lines[line], indent(lines[line]));
    let above = lines[..line].iter().rev().find(|text| !text.trim().is_empty());
    let of_heading = above.and_then(|above| Some((indent(above), key_of(above.trim_start())?)));
    let Some((outer, ("- ", "heading", _))) = of_heading else { return };
    let words = text[depth..].trim_end();
    if outer + 2 == depth && key_of(words).is_none() && words.starts_with(char::is_alphabetic) {
        let inner = " ".repeat(depth);
        push(format!("{inner}body: |\r{inner}  {words}"), "the key `body:` is missing before this text");
    }
}

/// A list whose key is missing above it.
fn list_without_key(lines: &[&str], line: usize, push: &mut impl FnMut(String, &'static str)) {
    let text = lines[line];
    let Some(("- ", key, _)) = key_of(text.trim_start()) else { return };
    let (owner, message) = match key {
        "heading" => ("sections:", "the line `sections:` is missing above this list"),
        "name" => ("contacts:", "the line `contacts:` is missing above this list"),
        _ => return,
    };
    if begins_entry(key) && !lines.iter().any(|other| other.trim_start().starts_with(owner)) {
        push(format!("{owner}\r{text}"), message);
    }
}
