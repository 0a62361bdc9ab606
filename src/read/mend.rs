//! Mending: takes YAML that cannot be parsed and where the parser stopped, gives the line put right and what was wrong.
//!
//! One mistake should not hide the others. So the likeliest cures of the line at fault are tried, and the first with
//! which the parser gets further is taken; then reading goes on. Nothing is printed of a file that had to be mended.

use std::ops::Range;

use super::quote::quoted;

/// A line put right.
pub(super) struct Mend {
    /// Which line, counted from 0.
    pub line: usize,
    /// The line as it is to be read, without its line end.
    pub text: String,
    /// What is wrong with it.
    pub message: &'static str,
    /// Whether the new line is what its writer means, so that it may be put in place of hers.
    pub certain: bool,
}

/// Keys of a briefing, which tell a line with a slip from words.
const KEYS: [&str; 34] = [
    "title",
    "language",
    "label",
    "section_label",
    "version",
    "issued",
    "review_by",
    "web",
    "board",
    "sections",
    "contacts",
    "card",
    "theme",
    "checks",
    "name",
    "short_name",
    "logo",
    "file",
    "alt",
    "heading",
    "body",
    "purpose",
    "phone",
    "text",
    "relay",
    "textphone",
    "bsl",
    "email",
    "url",
    "hours",
    "verified",
    "emergency",
    "qr",
    "section",
];

/// Cures of a line, and of the line above it, the likeliest first.
pub(super) fn cures(lines: &[&str], at: usize) -> Vec<Mend> {
    let mut all = Vec::new();
    let last = at.min(lines.len().saturating_sub(1));
    let full = |line: &usize| !lines[*line].trim().is_empty();
    let next = (last + 1..lines.len()).find(full);
    // A quotation that is not closed is only noticed far below, where another begins or the file ends.
    let open = (0..=last).rev().filter(|line| is_open(lines[*line])).take(3);
    let near: Vec<usize> = (0..=last).rev().filter(full).take(4).chain(next).collect();
    for line in open {
        signs(lines, line, &mut all);
    }
    // Signs of a slip are looked for in all of these lines before anything is guessed from an indentation.
    for line in &near {
        signs(lines, *line, &mut all);
    }
    for line in &near {
        guesses(lines, *line, &mut all);
    }
    all
}

/// Cures for what stands in a line and should not.
fn signs(lines: &[&str], line: usize, all: &mut Vec<Mend>) {
    let text = lines[line];
    let start = text.len() - text.trim_start().len();
    let (indent, words) = text.split_at(start);
    let mut push = |text: String, message, certain| all.push(Mend { line, text, message, certain });
    if indent.contains(|c| c != ' ') {
        let message = match indent.contains('\t') {
            true => "a tab stands at the beginning of this line, and only spaces count there",
            false => {
                "a no-break space stands at the beginning of this line, and only ordinary ones count there"
            }
        };
        for depth in depths(lines, line) {
            push(format!("{}{words}", " ".repeat(depth)), message, true);
        }
    }
    if let Some((key, rest)) = words.split_once(['：', '﹕', '∶']) {
        let rest = rest.trim_start();
        push(format!("{indent}{key}: {rest}"), "the colon of this line is of another kind than YAML's", true);
    }
    if let Some((dash, key, value)) = key_of(words) {
        let value = value.trim();
        if must_be_quoted(value) {
            let inner = unquoted(value);
            push(format!("{indent}{dash}{key}: {}", quoted(&inner)), why_quoted(value), true);
        }
    } else if let Some((key, rest)) = words.split_once(':')
        && KEYS.contains(&key.trim_start_matches("- ").trim())
        && !rest.is_empty()
        && !rest.starts_with(' ')
    {
        let message = "no space stands behind the colon of this line";
        push(format!("{indent}{key}: {}", rest.trim_start()), message, true);
    }
    let (dash, bare) = words.strip_prefix("- ").map_or(("", words), |rest| ("- ", rest.trim_start()));
    let (first, rest) = bare.split_once(' ').unwrap_or((bare, ""));
    if KEYS.contains(&first) && !rest.starts_with(':') {
        push(
            format!("{indent}{dash}{first}: {}", rest.trim()),
            "no colon stands behind the key of this line",
            true,
        );
    }
    if KEYS.contains(&first) && rest.starts_with(':') {
        let value = rest[1..].trim();
        push(format!("{indent}{dash}{first}: {value}"), "a space stands before the colon of this line", true);
    }
    if let Some(rest) =
        words.strip_prefix(['-', '–', '—', '•']).filter(|rest| key_of(rest.trim_start()).is_some())
    {
        push(
            format!("{indent}- {}", rest.trim_start()),
            "an entry of a list begins with a hyphen and a space",
            true,
        );
    }
}

/// Cures that only where the line stands can tell.
fn guesses(lines: &[&str], line: usize, all: &mut Vec<Mend>) {
    let text = lines[line];
    let words = text.trim_start();
    let own = text.len() - words.len();
    let mut push = |text: String, message, certain| all.push(Mend { line, text, message, certain });
    if key_of(words).is_some() {
        if !words.starts_with("- ") {
            push(
                format!("{}- {words}", &text[..own]),
                "a new entry begins here without the hyphen and space that entries of a list begin with",
                true,
            );
        }
        for depth in depths(lines, line).into_iter().filter(|depth| *depth != own) {
            let message = match depth < own {
                true => "this line begins further in than its neighbours",
                false => "this line begins further out than its neighbours",
            };
            push(format!("{}{words}", " ".repeat(depth)), message, true);
        }
    } else if !words.starts_with('#') {
        let message = "this line has no colon with a space behind it, so it is not clear what the key is";
        if let Some(above) = lines[..line].iter().rfind(|above| !above.trim().is_empty()) {
            let depth = above.len() - above.trim_start().len();
            push(format!("{}{words}", " ".repeat(depth + 2)), message, false);
        }
        push(String::new(), message, false);
    }
}

/// The columns at which lines near this one begin, nearest first, and a step further in.
fn depths(lines: &[&str], line: usize) -> Vec<usize> {
    let indent = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let clean = |text: &&&str| {
        !text.trim().is_empty() && !text.trim_start_matches(' ').starts_with(char::is_whitespace)
    };
    let above = lines[..line].iter().rev().filter(clean).take(8);
    let below = lines[line + 1..].iter().filter(clean).take(4);
    let mut all = Vec::new();
    for text in above.chain(below) {
        let depth = indent(text);
        // The keys of an entry stand two columns behind its hyphen.
        let inner = text[depth..].starts_with("- ").then_some(depth + 2);
        for depth in inner.into_iter().chain([depth, depth + 2]) {
            if !all.contains(&depth) {
                all.push(depth);
            }
        }
    }
    all.truncate(8);
    all
}

/// The hyphen, the key and the value of a line that has a key.
fn key_of(words: &str) -> Option<(&str, &str, &str)> {
    let dash = if words.starts_with("- ") { &words[..2] } else { "" };
    let bare = &words[dash.len()..];
    let end = bare.find(':')?;
    let (key, rest) = (&bare[..end], &bare[end + 1..]);
    let good = !key.is_empty()
        && key.trim() == key
        && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    (good && (rest.is_empty() || rest.starts_with(' '))).then_some((dash, key, rest))
}

/// Where the value of a line begins, if its mended form has the same key at the same place.
pub(super) fn changed_from(typed: &str, mended: &str) -> Option<usize> {
    let (words, new) = (typed.trim_start(), mended.trim_start());
    let ((dash, key, value), (new_dash, new_key, _)) = (key_of(words)?, key_of(new)?);
    let same = dash == new_dash && key == new_key && typed.len() - words.len() == mended.len() - new.len();
    let start = typed.len() - value.trim_start().len();
    (same && start < typed.trim_end().len()).then_some(start)
}

/// Whether the value of a line begins with a quotation mark that is the only one in it.
fn is_open(line: &str) -> bool {
    key_of(line.trim_start()).is_some_and(|(.., value)| {
        let quote = value.trim().chars().next().filter(|c| matches!(c, '"' | '\''));
        quote.is_some_and(|quote| value.matches(quote).count() == 1)
    })
}

/// Whether a value can only be read in quotes.
fn must_be_quoted(value: &str) -> bool {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let closed = quote.is_some_and(|quote| {
        value.len() > 1 && value.ends_with(quote) && !value[1..value.len() - 1].contains(quote)
    });
    !closed
        && (quote.is_some()
            || value.contains(": ")
            || value.ends_with(':')
            || value.starts_with(['@', '`', '%', '*', '&', '!', '[', '{', ']', '}', ',', '|', '>'])
                && value.len() > 2
            || value.starts_with("- ")
            || value.starts_with("? "))
}

fn why_quoted(value: &str) -> &'static str {
    match value.chars().next() {
        Some('"' | '\'') if value.matches(['"', '\'']).count() > 1 => {
            "words follow a text that was already closed by a quotation mark"
        }
        Some('"' | '\'') => "a text that begins with a quotation mark never ends",
        _ if value.contains(": ") || value.ends_with(':') => {
            "this line has two colons, so it is not clear what the key is"
        }
        _ => "a text cannot begin with this character",
    }
}

/// The words of a value whose quotes do not pair: a lonely one goes, those round a part stay.
fn unquoted(value: &str) -> String {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(quote) if value.matches(quote).count() == 1 => value[1..].to_owned(),
        _ => value.to_owned(),
    }
}

/// Where bytes of a mended text stand in the text as it was typed, line by line.
pub(super) struct Places {
    /// Each line of both: where it begins in the mended text, its bytes in the other, and how many bytes of its
    /// beginning and end are the same.
    lines: Vec<(usize, Range<usize>, usize, usize, usize)>,
}

impl Places {
    /// Compares two texts of the same number of lines.
    pub(super) fn new(typed: &str, mended: &str) -> Self {
        let (mut before, mut after, mut lines) = (0, 0, Vec::new());
        for (old, new) in typed.split_inclusive('\n').zip(mended.split_inclusive('\n')) {
            let front = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
            let most = old.len().min(new.len()) - front;
            let back = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count().min(most);
            lines.push((after, before..before + old.len(), front, back, new.len()));
            (before, after) = (before + old.len(), after + new.len());
        }
        Places { lines }
    }

    /// The byte of the typed text that stands for one of the mended.
    pub(super) fn typed(&self, byte: usize) -> usize {
        let at = self.lines.partition_point(|line| line.0 <= byte).saturating_sub(1);
        let Some((start, old, front, back, length)) = self.lines.get(at).cloned() else { return byte };
        let column = byte - start;
        match () {
            () if column <= front => old.start + column,
            () if column + back >= length => old.end - length.saturating_sub(column).min(old.len()),
            // Quotes that were put round words move these by one of them.
            () => (old.start + column - (length.saturating_sub(old.len()) / 2).min(column - front))
                .min(old.end - back),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, line: usize) -> String {
        let lines: Vec<&str> = text.lines().collect();
        cures(&lines, line).first().map_or_else(String::new, |mend| mend.text.clone())
    }

    #[test]
    fn the_likeliest_cure_comes_first() {
        for (text, line, cured) in [
            ("title: Worried: who to call", 0, "title: \"Worried: who to call\""),
            ("  - heading: Minute 1: What", 0, "  - heading: \"Minute 1: What\""),
            ("title: \"Jean\" – a review", 0, "title: '\"Jean\" – a review'"),
            ("title：Neglect", 0, "title: Neglect"),
            ("title Neglect", 0, "title: Neglect"),
            ("title : Neglect", 0, "title: Neglect"),
            ("title:Neglect", 0, "title: Neglect"),
            ("  - heading: A\n\tbody: b", 1, "    body: b"),
            ("  - heading: A\n\u{a0}\u{a0}\u{a0} body: b", 1, "    body: b"),
            ("title: \"Neglect", 0, "title: \"Neglect\""),
            ("title: @home", 0, "title: \"@home\""),
        ] {
            assert_eq!(first(text, line), cured, "{text}");
        }
    }

    #[test]
    fn bytes_of_a_mended_line_stand_where_they_were_typed() {
        let places = Places::new("a: b\ntitle: x: y\nc: d\n", "a: b\ntitle: \"x: y\"\nc: d\n");
        assert_eq!(places.typed(5), 5);
        assert_eq!(places.typed(13), 12);
        assert_eq!(places.typed(19), 17);
    }
}
