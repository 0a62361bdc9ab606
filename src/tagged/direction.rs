//! Direction: takes the letters of a line as they stand on the page, from left to right, gives them as they are read.
//!
//! A page holds letters in the order of painting. Where a language runs from right to left that order is turned back
//! here, by the rules that turned it when the line was made (UAX #9), as far as one line of a document needs them.

use crate::address::space::runs_left;

/// How a letter runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    Right,
    Left,
    Digit,
    /// Signs that belong to a number beside them.
    ByNumber,
    Neutral,
}

fn run(glyph: &str) -> Run {
    let Some(first) = glyph.chars().find(|c| !c.is_whitespace()) else { return Run::Neutral };
    match first {
        _ if first.is_numeric() => Run::Digit,
        '%' | '£' | '€' | '$' | '+' | '°' => Run::ByNumber,
        _ if runs_left(glyph) => Run::Right,
        _ if first.is_alphabetic() => Run::Left,
        _ => Run::Neutral,
    }
}

/// Whether a language runs from right to left.
pub(super) fn is_from_right(language: &str) -> bool {
    let first = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    matches!(first.as_str(), "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi")
}

/// The words of a line, or of a stretch of one.
pub(super) fn as_read(glyphs: &[String], from_right: bool) -> String {
    let runs: Vec<Run> = glyphs.iter().map(|glyph| run(glyph)).collect();
    if !runs.contains(&Run::Right) {
        return glyphs.concat();
    }
    let own = if from_right { Run::Right } else { Run::Left };
    let mut text = String::new();
    let mut at = 0;
    // The stretches of a line, each with the way it runs; in a line from the right, the last comes first.
    let mut stretches = Vec::new();
    while at < glyphs.len() {
        let end = stretch_end(&runs, at, own);
        stretches.push(at..end.max(at + 1));
        at = end.max(at + 1);
    }
    if from_right {
        stretches.reverse();
    }
    for stretch in stretches {
        let (letters, ways) = (&glyphs[stretch.clone()], &runs[stretch]);
        let turned = ways.contains(&Run::Right);
        match (from_right, turned) {
            (_, true) => text.extend(letters.iter().rev().map(|glyph| mirrored(glyph))),
            (true, false) if ways == [Run::Neutral] => text.push_str(mirrored(&letters[0])),
            (true, false) if ways.contains(&Run::Left) || is_phone(letters) => {
                text.push_str(&letters.concat())
            }
            (true, false) => text.push_str(&groups_from_right(letters, ways)),
            (false, false) => text.push_str(&letters.concat()),
        }
    }
    text
}

/// Where the stretch ends that begins here: letters against the line's own way with all between them, or one glyph.
fn stretch_end(runs: &[Run], start: usize, own: Run) -> usize {
    let against = |run: Run| match own {
        Run::Right => matches!(run, Run::Left | Run::Digit),
        _ => run == Run::Right,
    };
    let begins = against(runs[start])
        || own == Run::Right && runs[start] == Run::ByNumber && runs.get(start + 1) == Some(&Run::Digit);
    if !begins {
        return start + 1;
    }
    let stop = match own {
        Run::Right => Run::Right,
        _ => Run::Left,
    };
    let mut end = start + 1;
    for (at, run) in runs.iter().enumerate().skip(start) {
        match *run {
            run if run == stop => break,
            run if against(run) => end = at + 1,
            Run::ByNumber if own == Run::Right && at == end => end = at + 1,
            _ => {}
        }
    }
    end
}

/// Whether digits are those of a telephone number: its groups stand in their own order everywhere.
fn is_phone(letters: &[String]) -> bool {
    let text = letters.concat();
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    digits >= 7 && (text.starts_with('0') || text.starts_with('+'))
}

/// Numbers that stand beside each other in a line from the right: the right one is read first.
fn groups_from_right(letters: &[String], ways: &[Run]) -> String {
    let parts_number = |at: usize| {
        let inner = at > 0 && ways.get(at - 1) == Some(&Run::Digit) && ways.get(at + 1) == Some(&Run::Digit);
        ways[at] == Run::Neutral && !(inner && matches!(letters[at].as_str(), "." | "," | ":" | "/"))
    };
    let mut groups = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        if parts_number(at) {
            groups.push(mirrored(letter).to_owned());
            groups.push(String::new());
        } else if let Some(group) = groups.last_mut() {
            group.push_str(letter);
        }
    }
    groups.reverse();
    groups.concat()
}

/// A glyph that was turned round: brackets open where they closed.
fn mirrored(glyph: &str) -> &str {
    match glyph {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        _ => glyph,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(painted: &str, from_right: bool, expected: &str) {
        let glyphs: Vec<String> = painted.chars().map(String::from).collect();
        assert_eq!(as_read(&glyphs, from_right), expected, "{painted}");
    }

    #[test]
    fn lines_from_the_right_are_read_from_there() {
        check("ماع", true, "عام");
        check(".(2031) 999 א ב", true, "ב א 999 (2031).");
        check("help@x.example ב א", true, "א ב help@x.example");
        check("0808 157 0123 א", true, "א 0808 157 0123");
        check("30–28 א", true, "א 28–30");
        check("50% א +44 א", true, "א +44 א 50%");
    }

    #[test]
    fn a_word_from_the_right_in_an_english_line_is_turned_alone() {
        check("say ב א, then go", false, "say א ב, then go");
        check("no such letter (here)", true, "no such letter (here)");
    }
}
