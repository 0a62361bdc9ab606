//! Marks of lists typed by hand: takes the text of a body, gives it with Markdown's marks in their place.
//!
//! Word and web pages put `•`, `·` or a letter o before the lines of a list. Markdown would run such lines together, so
//! they are read as the items that they are. A line is known to be one by its mark alone; what could be something
//! else, such as a dash, is left for `lines` to doubt.

use std::borrow::Cow;
use std::ops::Range;

/// A body as Markdown is to read it.
pub(super) struct Marked<'t> {
    /// The text.
    pub text: Cow<'t, str>,
    /// Byte in `text` and byte in the body wherever the distance between the two changes.
    pub edits: Vec<(usize, usize)>,
    /// The marks that were replaced: where each stands in the body, with what stands there now.
    pub marks: Vec<(Range<usize>, &'static str)>,
}

/// Marks that are nothing else, whatever follows them.
const ALONE: [char; 20] = [
    '•', '▪', '◦', '‣', '⁃', '●', '○', '■', '□', '▫', '➢', '➤', '►', '❖', '◆', '\u{f0b7}', '\u{f0a7}',
    '\u{f0d8}', '\u{f0fc}', '\u{f076}',
];

/// Marks that need a space behind them, or they belong to a word.
const BEFORE_A_SPACE: [char; 9] = ['·', '∙', '✓', '✔', '☑', '☐', '✅', '→', 'o'];

/// Letters that the marks of Wingdings become in another font; only a tab tells them from words.
const BEFORE_A_TAB: [char; 4] = ['§', 'Ø', 'ü', 'q'];

/// Reads the marks of a body.
pub(super) fn marked(body: &str) -> Marked<'_> {
    let mut out = Marked { text: Cow::Borrowed(body), edits: Vec::new(), marks: Vec::new() };
    if !body.lines().any(|line| hand_mark(line).is_some()) {
        return out;
    }
    let dashes = body.lines().filter(|line| is_stuck_dash(line)).count() > 1;
    let (mut text, mut start, mut levels) = (String::with_capacity(body.len()), 0, Levels::default());
    for line in body.split_inclusive('\n') {
        let mark = hand_mark(line).filter(|mark| mark.c != '-' || dashes);
        let typed = levels.see(line, mark.as_ref());
        if let Some(mark) = mark {
            let place = start..start + mark.end;
            out.edits.push((text.len(), place.start));
            text.push_str(typed);
            out.edits.push((text.len(), place.end));
            text.push_str(&line[mark.end..]);
            out.marks.push((place, typed));
        } else {
            text.push_str(line);
        }
        start += line.len();
    }
    if !out.marks.is_empty() {
        out.text = Cow::Owned(text);
        out.edits.insert(0, (0, 0));
    }
    out
}

/// A mark at the beginning of a line.
struct Mark {
    c: char,
    /// How many bytes stand before it.
    indent: usize,
    /// Where the words begin.
    end: usize,
}

fn hand_mark(line: &str) -> Option<Mark> {
    let indent = line.len() - line.trim_start().len();
    let mut rest = line[indent..].chars();
    let c = rest.next()?;
    let behind = rest.as_str();
    let words = behind.trim_start();
    let gap = behind.len() - words.len();
    let good = ALONE.contains(&c)
        || (BEFORE_A_SPACE.contains(&c) && gap > 0)
        || (BEFORE_A_TAB.contains(&c) && behind.starts_with('\t'))
        || (c == '-' && is_stuck_dash(line));
    (good && !words.is_empty()).then(|| Mark {
        c,
        indent,
        end: line.trim_end().len() - words.trim_end().len(),
    })
}

/// A hyphen that sticks to the word behind it: `-one`.
fn is_stuck_dash(line: &str) -> bool {
    line.trim_start().strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// How deep the marks of a list stand: the first mark is the outer one, another, or one further in, the inner.
#[derive(Default)]
struct Levels {
    outer: Option<(char, usize)>,
    after_blank: bool,
}

impl Levels {
    /// Takes in the next line; gives what Markdown is to read in place of its mark.
    fn see(&mut self, line: &str, mark: Option<&Mark>) -> &'static str {
        let words = line.trim();
        let own = words.split_once(' ').map(|(own, _)| own).filter(|own| matches!(*own, "-" | "*" | "+"));
        let indent = line.len() - line.trim_start().len();
        let here = mark
            .map(|mark| (mark.c, mark.indent))
            .or(own.and_then(|own| Some((own.chars().next()?, indent))));
        match (here, self.outer) {
            _ if words.is_empty() => {
                self.after_blank = true;
                return "";
            }
            (None, _) if self.after_blank && indent == 0 => self.outer = None,
            (None, _) => {}
            (Some(here), None) => self.outer = Some(here),
            (Some(here), Some(outer)) => {
                self.after_blank = false;
                if here.0 != outer.0 || here.1 > outer.1 + 1 {
                    return "  - ";
                }
            }
        }
        self.after_blank = false;
        "- "
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, expected: &str) {
        let marked = marked(body);
        assert_eq!(marked.text, expected, "{body}");
        for ((place, _), at) in marked.marks.iter().zip(0..) {
            let c = body[place.clone()].trim_start().chars().next().expect("a mark is there");
            assert!(!c.is_ascii() || matches!(c, 'o' | 'q' | '-'), "mark {at} of {body}");
        }
    }

    #[test]
    fn marks_of_word_and_of_the_web_are_items() {
        check("Look for:\n• One sign\n•\tTwo\n", "Look for:\n- One sign\n- Two\n");
        check("·       One\no\tTwo\no   Three\n· Four\n", "- One\n  - Two\n  - Three\n- Four\n");
        check("•One\n  •Two", "- One\n  - Two");
        check("☐ One\n☐ Two", "- One\n- Two");
        check("-One\n-Two", "- One\n- Two");
        check("• One\n\nText.\n\n▪ Two", "- One\n\nText.\n\n- Two");
    }

    #[test]
    fn what_may_be_words_is_left_alone() {
        for body in
            ["- One\n- Two", "on we go", "·middle", "§ 47 says", "-5 degrees", "x • y", "-one dash", "•", ""]
        {
            check(body, body);
        }
    }
}
