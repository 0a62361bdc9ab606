//! Values: takes words, gives how YAML writes them so that they are read back as the same words.

/// A value of one line: plain where YAML cannot mistake it, else in quotes.
///
/// White space at its ends and line ends inside are kept by the quotes.
#[must_use]
pub fn scalar(words: &str) -> String {
    if is_plain(words) {
        words.to_owned()
    } else if words.chars().any(needs_code) {
        in_codes(words)
    } else if words.contains(['"', '\\']) {
        format!("'{}'", words.replace('\'', "''"))
    } else {
        format!("\"{words}\"")
    }
}

/// Whether YAML reads the words as they stand, and as a text.
fn is_plain(words: &str) -> bool {
    let starts_well =
        words.starts_with(|c: char| c.is_alphabetic()) || (words.starts_with('0') && words.contains(' '));
    let safe = |c: char| !needs_code(c) && !matches!(c, '#' | ':' | '"' | '\\' | '`' | '{' | '}' | '[' | ']');
    // An address has colons, and none of them before a space.
    let colons_inside = !words.contains(": ") && !words.ends_with(':');
    let rest_is_safe =
        words.chars().all(|c| safe(c) || (c == ':' && colons_inside) || (c == '#' && is_address(words)));
    // What other languages leave out as a remark is told of where no quotes stand round it.
    let remarked = [" //", " /*", "<!--"].iter().any(|mark| words.contains(mark));
    starts_well && !remarked && rest_is_safe && words.trim() == words && !is_other_type(words)
}

/// In an address a `#` has no space before it, so that it begins no remark.
fn is_address(words: &str) -> bool {
    words.contains("://") && !words.contains(char::is_whitespace)
}

/// Words that YAML, of old or now, reads as a yes, a no or nothing.
fn is_other_type(words: &str) -> bool {
    const OTHER: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    OTHER.iter().any(|other| words.eq_ignore_ascii_case(other))
}

/// Characters that can stand in no line of YAML as they are.
fn needs_code(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// In double quotes, with codes for what has no other way.
fn in_codes(words: &str) -> String {
    let mut text = String::from('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            c if needs_code(c) => text.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => text.push(c),
        }
    }
    text + "\""
}
