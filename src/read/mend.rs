//! Mending: takes YAML that cannot be parsed and where the parser stopped, gives the line put right and what was wrong.
//!
//! One mistake should not hide the others. So the likeliest cures of the line at fault are tried, and the first with
//! which the parser gets further is taken; then reading goes on. Nothing is printed of a file that had to be mended.

use super::signs::{BOLD_KEY, NO_BAR, OTHER_COLON, OTHER_MARK, SEPARATOR_NONE, SEPARATOR_SPACE, signs};
use super::slip::{Mend, begins_entry, depths, indent, is_key, is_line, is_outer, key_of, text_above};

/// Cures of a line, and of lines near it: those for what stands in them and should not, the likeliest first, and then
/// those that only where the lines stand can tell.
pub(super) fn cures(lines: &[&str], at: usize) -> (Vec<Mend>, Vec<Mend>) {
    let (mut seen, mut guessed) = (Vec::new(), Vec::new());
    let last = at.min(lines.len().saturating_sub(1));
    let full = |line: &usize| !lines[*line].trim().is_empty();
    let next = (last + 1..lines.len()).find(full);
    // A quotation that is not closed is only noticed far below, where another begins or the file ends.
    let open = (0..=last).rev().filter(|line| is_open(&lines[*line..=last])).take(3);
    let near: Vec<usize> = (0..=last).rev().filter(full).take(4).chain(next).collect();
    open.for_each(|line| signs(lines, line, &mut seen));
    if near.first() == Some(&last) {
        of_text(lines, last, &mut seen);
    }
    near.iter().for_each(|line| signs(lines, *line, &mut seen));
    near.iter().for_each(|line| guesses(lines, *line, &mut guessed));
    (seen, guessed)
}

/// The cure of a slip that a person makes in every line alike: a mark for a hyphen, a colon without a space.
pub(super) fn plain_slip(lines: &[&str], line: usize) -> Option<Mend> {
    const ALIKE: [&str; 6] = [SEPARATOR_SPACE, SEPARATOR_NONE, OTHER_COLON, OTHER_MARK, BOLD_KEY, NO_HYPHEN];
    let mut all = Vec::new();
    signs(lines, line, &mut all);
    all.into_iter().find(|mend| ALIKE.contains(&mend.message) && mend.text != lines[line])
}

/// Cures of a line that belongs to a text above it and does not begin as far in as the text.
fn of_text(lines: &[&str], line: usize, all: &mut Vec<Mend>) {
    let words = lines[line].trim_start_matches(' ');
    if words.starts_with(['#', '\t']) || key_of(words).is_some_and(|(_, key, _)| is_key(key)) {
        return;
    }
    let Some((above, depth)) = text_above(lines, line) else {
        all.extend(without_bar(lines, line));
        return;
    };
    let own = indent(lines[line]);
    let inside: Vec<usize> = (above + 1..line).filter(|at| !lines[*at].trim().is_empty()).collect();
    if let ([first], true) = (&inside[..], own > indent(lines[above]) && own < depth) {
        let text = format!("{}{}", " ".repeat(own), lines[*first].trim_start());
        let message = "the first line of this text begins further in than those below it";
        all.push(Mend::certain(*first, text, message));
    }
    all.push(Mend {
        many: Some("these lines belong to the text above, and do not begin as far in"),
        ..Mend::certain(
            line,
            format!("{}{words}", " ".repeat(depth)),
            "this line belongs to the text above, and does not begin as far in",
        )
    });
}

/// Cures that only where the line stands can tell.
fn guesses(lines: &[&str], line: usize, all: &mut Vec<Mend>) {
    let text = lines[line];
    let words = text.trim_start();
    let own = text.len() - words.len();
    let Some((dash, key, _)) = key_of(words) else {
        if !words.starts_with('#') {
            all.push(no_key(lines, line, words));
        }
        return;
    };
    if is_outer(key) && own > 0 && dash.is_empty() {
        let message = "this key belongs to the briefing itself, so it begins at the margin";
        all.push(Mend::certain(line, words, message));
    }
    if dash.is_empty() && begins_entry(key) {
        for out in [own.saturating_sub(2), own] {
            let text = format!("{}- {words}", &text[..out]);
            all.push(Mend::certain(line, text, NO_HYPHEN));
        }
    }
    for depth in depths(lines, line).into_iter().filter(|depth| *depth != own) {
        let (message, many) = match depth < own {
            true => (FURTHER_IN, "these lines begin further in than their neighbours"),
            false => (FURTHER_OUT, "these lines begin further out than their neighbours"),
        };
        let text = format!("{}{words}", " ".repeat(depth));
        all.push(Mend { many: Some(many), ..Mend::certain(line, text, message) });
    }
}

/// What is said where an entry of a list misses its mark.
pub(super) const NO_HYPHEN: &str =
    "a new entry begins here without the hyphen and space that entries of a list begin with";
const FURTHER_IN: &str = "this line begins further in than its neighbours";
const FURTHER_OUT: &str = "this line begins further out than its neighbours";

/// A line of words only: more of the text above it, or a remark.
fn no_key(lines: &[&str], line: usize, words: &str) -> Mend {
    let mut advice = Vec::new();
    let above = lines[..line].iter().rfind(|above| !above.trim().is_empty());
    if let Some((dash, key, value)) = above.and_then(|above| key_of(above.trim_start()))
        && value.trim().is_empty()
        && is_line(key)
    {
        let depth = indent(above.unwrap_or(&"")) + dash.len() + 2;
        let message = "these words belong to the key above, and do not begin further in than that";
        return Mend::certain(line, format!("{}{words}", " ".repeat(depth)), message);
    }
    if let Some((dash, key, value)) = above.and_then(|above| key_of(above.trim_start()))
        && !value.trim().is_empty()
        && (words.starts_with(char::is_lowercase)
            || is_line(key) && !value.trim_end().ends_with(['.', '"', '\'']))
    {
        advice.push(format!(
            "Write it in one line with the text above: `{dash}{key}: {} {words}`",
            value.trim()
        ));
    }
    advice.push(format!("If it is a remark to yourself, begin it with #: `# {words}`"));
    if above.is_some() {
        advice.push("If it is to be printed, it belongs into the body of a section".to_owned());
    }
    let message = "this line has no colon with a space behind it, so it is not clear what the key is";
    Mend::left_out(line, message, advice)
}

/// Whether the value of the first line begins with a quotation mark that neither it nor a line of the same text ends with.
fn is_open(lines: &[&str]) -> bool {
    let Some((first, below)) = lines.split_first() else { return false };
    key_of(first.trim_start()).is_some_and(|(.., value)| {
        let quote = value.trim().chars().next().filter(|c| matches!(c, '"' | '\''));
        let is_own = |line: &&&str| key_of(line.trim_start()).is_none_or(|(_, key, _)| !is_key(key));
        quote.is_some_and(|quote| {
            let is_closed = below.iter().take_while(is_own).any(|line| line.trim_end().ends_with(quote));
            value.matches(quote).count() == 1 && !is_closed
        })
    })
}

/// The cure of a line that belongs to the text of a body above, which is begun without a bar and goes on below.
fn without_bar(lines: &[&str], line: usize) -> Option<Mend> {
    let is_key_line = |at: &usize| key_of(lines[*at].trim_start()).is_some_and(|(_, key, _)| is_key(key));
    let at = (0..line).rev().find(is_key_line)?;
    let (dash, key, value) = key_of(lines[at].trim_start())?;
    let (before, own) = (indent(lines[at]), indent(lines[at]) + dash.len());
    let value = value.trim();
    let is_plain = !value.is_empty() && !value.starts_with(['|', '>', '"', '\'', '[', '{', '&', '*', '!']);
    let below = lines[at + 1..].iter().filter(|text| !text.trim().is_empty()).map(|text| indent(text));
    let depth = below.take_while(|depth| *depth > own).min()?;
    let is_below = |text: &&str| text.trim().is_empty() || indent(text) >= depth;
    (key == "body" && is_plain && lines[at + 1..=line].iter().all(is_below)).then(|| {
        let (before, depth) = (" ".repeat(before), " ".repeat(depth));
        Mend::certain(at, format!("{before}{dash}body: |\r{depth}{value}"), NO_BAR)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, line: usize) -> String {
        let lines: Vec<&str> = text.lines().collect();
        let (seen, guessed) = cures(&lines, line);
        seen.first().or(guessed.first()).map_or_else(String::new, |mend| mend.text.clone())
    }

    #[test]
    fn the_likeliest_cure_comes_first() {
        for (text, line, cured) in [
            ("title: Worried: who to call", 0, "title: \"Worried: who to call\""),
            ("  - heading: Minute 1: What", 0, "  - heading: What"),
            ("  - heading: Signs: what", 0, "  - heading: \"Signs: what\""),
            ("title: \"Jean\" – a review", 0, "title: '\"Jean\" – a review'"),
            ("title: 'The Children's Board'", 0, "title: \"The Children's Board\""),
            ("title: \"The \"lost\" ones\"", 0, "title: 'The \"lost\" ones'"),
            ("title: \"Lost\" and \"found\"", 0, "title: '\"Lost\" and \"found\"'"),
            ("title: \"Neglect'", 0, "title: \"Neglect\""),
            ("title: \"Neglect”", 0, "title: \"Neglect\""),
            ("title: \"Neglect\",", 0, "title: \"Neglect\""),
            ("title：Neglect", 0, "title: Neglect"),
            ("title Neglect", 0, "title: Neglect"),
            ("title; Neglect", 0, "title: Neglect"),
            ("title = Neglect", 0, "title: Neglect"),
            ("title : Neglect", 0, "title: Neglect"),
            ("title:Neglect", 0, "title: Neglect"),
            ("  - heading: A\n\tbody: b", 1, "    body: b"),
            ("  - heading: A\n\u{a0}\u{a0}\u{a0} body: b", 1, "    body: b"),
            ("title: \"Neglect", 0, "title: \"Neglect\""),
            ("title: @home", 0, "title: \"@home\""),
            ("// mine\ntitle: Neglect", 0, "# mine"),
            ("    body: |\n      One\nTwo", 2, "      Two"),
            ("    body: |\n        One\n      Two", 2, "      One"),
            ("  front: { title: Worried: call", 0, "  front: { title: \"Worried: call\" }"),
            ("  - name: Police phone: 101", 0, "  - name: Police\r    phone: 101"),
        ] {
            assert_eq!(first(text, line), cured, "{text}");
        }
    }
}
