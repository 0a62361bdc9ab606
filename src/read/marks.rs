//! Marks of lists typed by hand: takes the text of a body, gives it with Markdown's marks in their place.
//!
//! Word and web pages put `•`, `·` or a letter o before the lines of a list. Markdown would run such lines together, so
//! they are read as the items that they are. A line is known to be one by its mark alone; what could be something
//! else, such as a dash, is left for `lines` to doubt.

use std::borrow::Cow;
use std::ops::Range;

use crate::bullet::{is_bullet, is_drawn, pictured_number};

/// A body as Markdown is to read it.
pub(super) struct Marked<'t> {
    /// The text.
    pub text: Cow<'t, str>,
    /// Byte in `text` and byte in the body wherever the distance between the two changes.
    pub edits: Vec<(usize, usize)>,
    /// The marks that were replaced: where each stands in the body, with what stands there now.
    pub marks: Vec<(Range<usize>, &'static str)>,
}

/// Reads the marks of a body.
pub(super) fn marked(body: &str) -> Marked<'_> {
    let mut out = Marked { text: Cow::Borrowed(body), edits: Vec::new(), marks: Vec::new() };
    if !body.lines().any(|line| hand_mark(line).is_some() || long_number(line).is_some()) {
        return out;
    }
    let stuck = |mark: char| body.lines().filter(|line| is_stuck(line, mark)).count() > 1;
    let (dashes, stars) = (stuck('-'), stuck('*'));
    let (mut text, mut start, mut levels) = (String::with_capacity(body.len()), 0, Levels::default());
    for line in body.split_inclusive('\n') {
        let mark = hand_mark(line).filter(|mark| match mark.c {
            '-' => dashes || mark.box_to_tick,
            '*' => stars || mark.box_to_tick,
            _ => true,
        });
        let level = levels.see(line, mark.as_ref());
        let typed = mark.as_ref().and_then(|mark| mark.number).unwrap_or(level);
        if let Some(mark) = mark {
            let place = start..start + mark.end;
            out.edits.push((text.len(), place.start));
            text.push_str(typed);
            out.edits.push((text.len(), place.end));
            text.push_str(&line[mark.end..]);
            out.marks.push((place, typed));
        } else if let Some(dot) = long_number(line) {
            // A backslash before the full stop: a year at the beginning of a paragraph is no number of a list.
            text.push_str(&line[..dot]);
            out.edits.push((text.len(), start + dot));
            text.push('\\');
            out.edits.push((text.len(), start + dot));
            text.push_str(&line[dot..]);
        } else {
            text.push_str(line);
        }
        start += line.len();
    }
    if !out.edits.is_empty() {
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
    /// What a number in a circle or on a key is for Markdown.
    number: Option<&'static str>,
    /// Whether it is a hyphen or star with a box or a mark typed by hand behind it, `- [ ]`, `- •`: drawn as a dot.
    box_to_tick: bool,
}

fn hand_mark(line: &str) -> Option<Mark> {
    let indent = line.len() - line.trim_start().len();
    let mut rest = line[indent..].chars();
    let c = rest.next()?;
    let behind = rest.as_str();
    let words = behind.trim_start();
    if let Some(words) = behind_box(c, behind) {
        let end = line.trim_end().len() - words.trim_end().len();
        return (!words.is_empty()).then_some(Mark { c, indent, end, number: None, box_to_tick: true });
    }
    if let Some((number, length)) = pictured_number(&line[indent..]) {
        let words = line[indent + length..].trim();
        let end = line.trim_end().len() - words.len();
        let number = NUMBERS.get(number as usize - 1).copied();
        return (!words.is_empty()).then_some(Mark { c, indent, end, number, box_to_tick: false });
    }
    let good = is_bullet(c, behind) || (matches!(c, '-' | '*') && is_stuck(line, c));
    (good && !words.is_empty()).then(|| Mark {
        c,
        indent,
        end: line.trim_end().len() - words.trim_end().len(),
        number: None,
        box_to_tick: false,
    })
}

/// What Markdown has for the numbers from 1 to 9.
const NUMBERS: [&str; 9] = ["1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ", "8. ", "9. "];

/// The words behind a box to tick, `- [ ] one`, or behind a mark typed by hand, `- • one`.
fn behind_box(mark: char, behind: &str) -> Option<&str> {
    let boxed = behind.strip_prefix(' ').filter(|_| matches!(mark, '-' | '*' | '+'))?;
    let boxes = ["[ ] ", "[x] ", "[X] "];
    let typed_by_hand = || {
        let boxed = boxed.trim_start();
        let mark = boxed.chars().next().filter(|c| {
            let rest = &boxed[c.len_utf8()..];
            let dash = matches!(c, '\u{2013}' | '\u{2014}') && rest.starts_with([' ', '\t', '\u{a0}']);
            is_drawn(*c, rest) || dash
        })?;
        Some(&boxed[mark.len_utf8()..])
    };
    boxes.iter().find_map(|typed| boxed.strip_prefix(typed)).or_else(typed_by_hand).map(str::trim_start)
}

/// A hyphen or a star that sticks to the word behind it: `-one`; a second star makes words slanted, not a list.
fn is_stuck(line: &str, mark: char) -> bool {
    let rest = line.trim_start().strip_prefix(mark);
    rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic) && (mark == '-' || !rest.contains(mark)))
}

/// Where the full stop of a number stands that is too long for one of a list, at the beginning of a line: `1990.`
fn long_number(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let digits = line[indent..].bytes().take_while(u8::is_ascii_digit).count();
    let dot = indent + digits;
    let behind = line[dot..].strip_prefix(['.', ')'])?;
    ((3..10).contains(&digits) && behind.starts_with(' ')).then_some(dot)
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
            assert!(!c.is_ascii() || matches!(c, 'o' | 'q' | '-' | '*' | '1'..='9'), "mark {at} of {body}");
        }
    }

    #[test]
    fn marks_of_word_and_of_the_web_are_items() {
        check("Look for:\n• One sign\n•\tTwo\n", "Look for:\n- One sign\n- Two\n");
        check("·       One\no\tTwo\no   Three\n· Four\n", "- One\n  - Two\n  - Three\n- Four\n");
        check("•One\n  •Two", "- One\n  - Two");
        check("☐ One\n☐ Two", "- One\n- Two");
        check("-One\n-Two", "- One\n- Two");
        check("*One\n*Two", "- One\n- Two");
        check("- [ ] One\n- [x] Two", "- One\n- Two");
        check("① One\n② Two", "1. One\n2. Two");
        check("1\u{fe0f}\u{20e3} One\n2\u{fe0f}\u{20e3} Two", "1. One\n2. Two");
        check("• One\n\nText.\n\n▪ Two", "- One\n\nText.\n\n- Two");
    }

    #[test]
    fn a_year_begins_no_list() {
        assert_eq!(marked("1990. They met.").text, "1990\\. They met.");
        assert_eq!(marked("12. Twelve").text, "12. Twelve");
    }

    #[test]
    fn what_may_be_words_is_left_alone() {
        for body in [
            "- One\n- Two",
            "on we go",
            "·middle",
            "§ 47 says",
            "-5 degrees",
            "x • y",
            "-one dash",
            "*one*\n*two*",
            "•",
            "",
        ] {
            check(body, body);
        }
    }
}
