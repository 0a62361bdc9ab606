//! Words behind a telephone number: takes them, gives the key of a contact that they belong to, and its line.

use crate::address::parts;

/// A whole number of its own among the words behind another: not 101 or 999, which are said of it in words.
pub(super) fn second_number(words: &str) -> Option<&str> {
    let start = words.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let rest = words[start..].trim_end_matches([')', '.', ',', ' ']);
    let number = parts(rest).map_or(rest, |parts| parts.number);
    (number.chars().filter(char::is_ascii_digit).count() >= 8).then_some(number)
}

/// The words behind a number without the brackets and stops round them. Of two brackets neither goes without the other.
pub(super) fn words_behind(behind: &str) -> &str {
    let is_stop = |c: char| c.is_whitespace() || ",;:–—-/|".contains(c);
    let bare = behind.trim_matches(|c: char| is_stop(c) || "()[]".contains(c));
    let opens = bare.matches(['(', '[']).count();
    if opens == bare.matches([')', ']']).count() { bare } else { behind.trim_matches(is_stop) }
}

/// Which key words about a number belong to: those about days and hours, or those about what it is for.
pub(super) fn key_of(words: &str) -> &'static str {
    const TIMES: [&str; 22] = [
        "hour", "hours", "hrs", "hr", "day", "days", "night", "weekday", "weekdays", "weekend", "weekends",
        "daily", "mon", "tue", "wed", "thu", "thurs", "fri", "sat", "sun", "evenings", "open",
    ];
    let mut each = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_time = |word: &str| {
        let small = word.to_ascii_lowercase();
        let clock = small.starts_with(|c: char| c.is_ascii_digit())
            && ["am", "pm", "hr", "hrs", "h"].iter().any(|end| small.ends_with(end));
        clock || small.ends_with("day") || TIMES.contains(&small.as_str()) || small == "24"
    };
    if each.any(is_time) { "hours" } else { "purpose" }
}

/// A line of a contact: in quotes where YAML would take it for something else than words.
pub(super) fn line(key: &str, value: &str) -> String {
    let quoted = value.len() < 4
        || value.contains(": ")
        || value.contains(" #")
        || !value.starts_with(char::is_alphanumeric);
    if quoted { format!("`{key}: \"{value}\"`") } else { format!("`{key}: {value}`") }
}
