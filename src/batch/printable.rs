//! Names and texts as they are shown: takes what a file may hold or be called, gives what can be printed safely.

use std::path::Path;

/// A path, for a person to read. A name with a line break must not begin a line of its own, for services that run
/// programs take lines such as `::error` for commands.
#[must_use]
pub fn printable(path: &Path) -> String {
    name(&path.to_string_lossy())
}

/// The same for a path that is text already.
pub(super) fn name(path: &str) -> String {
    visible(path).replace("::", ":\\u{3a}").replace("##[", "##\\u{5b}")
}

/// Control characters are shown, not sent: a briefing must not drive the reader's terminal.
pub(super) fn visible(text: &str) -> String {
    if !text.chars().any(|c| c.is_control() || is_direction(c)) {
        return text.to_owned();
    }
    text.chars()
        .flat_map(|c| match c {
            '\n' | '\t' => vec![' '],
            c if c.is_control() || is_direction(c) => c.escape_unicode().collect(),
            c => vec![c],
        })
        .collect()
}

/// Marks that turn the direction of writing, with which a line can be made to read as another.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}c"), "a\\u{1b}[2Jb\\u{202e}c");
    }

    #[test]
    fn a_name_is_no_command() {
        assert_eq!(printable(Path::new("x\n::error title=hi::y")), "x :\\u{3a}error title=hi:\\u{3a}y");
        assert_eq!(printable(Path::new("##[error]\r")), "##\\u{5b}error]\\u{d}");
        assert_eq!(printable(Path::new("content/a b.yaml")), "content/a b.yaml");
    }
}
