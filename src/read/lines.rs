//! Lines that would run together: takes a paragraph as it was typed, gives a warning where its lines were meant apart.
//!
//! A line end inside a paragraph is a space, as in all Markdown, for many editors break long lines. Where each line
//! is a thing of its own, as in a list with dashes, an address or one question a line, that would run them together.

use std::ops::Range;

use super::astray;
use super::parts::{counted, is_item, numbered, parts};
use crate::address::space::is_space;
use crate::diag::{Code, Diagnostic};
use crate::language::is_quote;

/// Lines of an address or of a list are shorter, and lines that an editor breaks are longer.
const SHORT: usize = 45;

/// A word before a colon at the beginning of a line has no more letters.
const LABEL: usize = 25;

/// How many lines a hint shows.
const SHOWN: usize = 4;

/// Paragraphs of a body whose lines were meant apart: the bytes of the first line, and the message there.
pub(super) fn doubted(body: &str, at: impl Fn(Range<usize>) -> crate::source::Span) -> Vec<Diagnostic> {
    if !body.contains('\n') && body.matches(INLINE).count() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for lines in paragraphs(body) {
        let texts: Vec<&str> =
            lines.iter().map(|line| body[line.clone()].trim_end_matches(['\n', '\r'])).collect();
        // Lines whose ends are forced do not run on.
        let (_, above) = texts.split_last().unwrap_or((&"", &[]));
        if !above.is_empty() && above.iter().all(|line| line.ends_with("  ") || line.ends_with('\\')) {
            continue;
        }
        let Some((first, what, items)) = fault(&texts) else { continue };
        let line = lines[first].clone();
        let indent = body[line.clone()].len() - body[line.clone()].trim_start().len();
        let place = at(line.start + indent..line.start + body[line.clone()].trim_end().len());
        let mut told = Diagnostic::usual(Code::LinesRunOn, place, what);
        for item in items.iter().take(SHOWN) {
            told = told.hint(format!("Write {item}"));
        }
        if items.len() > SHOWN {
            told = told.hint("and the lines that follow in the same way");
        }
        found.push(told);
    }
    found
}

/// Marks that stand between the items of a list in one line.
const INLINE: [char; 6] = ['•', '▪', '◦', '●', '■', '‣'];

/// Lines without an empty one between them.
fn paragraphs(body: &str) -> Vec<Vec<Range<usize>>> {
    let mut all: Vec<Vec<Range<usize>>> = vec![Vec::new()];
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        match (line.trim().is_empty(), all.last_mut()) {
            (false, Some(open)) => open.push(start..start + line.len()),
            _ => all.push(Vec::new()),
        }
        start += line.len();
    }
    all.retain(|lines| !lines.is_empty());
    all
}

/// The first line at fault, what is wrong, and lines to type.
fn fault(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    if astray::is_mail(lines) {
        return None;
    }
    if let Some(first) = lines.iter().position(|line| line.matches(INLINE).count() > 1) {
        let items = lines[first].split(INLINE).map(str::trim).filter(|item| !item.is_empty());
        let items = items.map(|item| format!("`- {item}`")).collect();
        return Some((
            first,
            "the items of this list stand in one line, and would run on in it".to_owned(),
            items,
        ));
    }
    counted(lines)
        .or_else(|| marked(lines))
        .or_else(|| parts(lines))
        .or_else(|| table(lines))
        .or_else(|| torn(lines))
        .or_else(|| after_list(lines))
        .or_else(|| short(lines))
}

/// Two lines or more that begin with a mark that Markdown does not know.
fn marked(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    let first = lines.iter().position(|line| mark(line).is_some())?;
    let same: Vec<&str> = lines[first..].iter().copied().filter(|line| mark(line).is_some()).collect();
    let shape = mark(lines[first])?.0;
    if same.len() < 2 {
        return None;
    }
    let what =
        format!("these lines begin with {shape}, which makes no list: they would run on in one paragraph");
    let items = same.iter().filter_map(|line| Some(format!("`- {}`", mark(line)?.1))).collect();
    Some((first, what, items))
}

/// What a line begins with, and the words behind it.
fn mark(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim();
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| line.strip_prefix(mark));
    let boxed = boxed.map(|rest| ("a box to tick", rest.trim()));
    let found =
        boxed.or_else(|| stuck_number(line)).or_else(|| stuck_sign(line)).or_else(|| spaced_mark(line));
    found.filter(|(_, rest)| !rest.is_empty())
}

const DASHES: [char; 4] = ['-', '–', '—', '−'];

fn is_number(word: &str) -> bool {
    (1..3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn spaced_mark(line: &str) -> Option<(&'static str, &str)> {
    let (word, rest) = line.split_once(is_space)?;
    let rest = rest.trim();
    let inner = word.trim_start_matches('(').trim_end_matches([')', '.', ':']);
    let closed = word.len() > inner.len() && word.ends_with([')', '.', ':']);
    let letter = inner.len() == 1 && inner.starts_with(|c: char| c.is_ascii_alphabetic());
    let roman = !inner.is_empty() && inner.len() < 5 && inner.chars().all(|c| "ivxIVX".contains(c));
    let number = word.starts_with('(')
        && inner.len() < 3
        && inner.chars().all(|c| c.is_ascii_digit())
        && !inner.is_empty();
    Some(match word {
        "–" | "—" | "−" | "‐" | "‑" | "--" => ("a dash", rest),
        // Other crosses are pictures, which no font here has: that is told of them.
        "X" | "x" | "×" => ("a cross", rest),
        "»" | "~" | "»»" | ">>" | "=>" | "->" | "§" | "." | "_" | "*-" | "-*" | "›" | "¶" | "¬" | "^"
        | "*." | "-." => ("a sign", rest),
        // A bar at the end as well makes it the row of a table.
        "|" if !rest.ends_with('|') => ("a sign", rest),
        _ if is_number(word.trim_end_matches(':')) && word.ends_with(':') => ("a number", rest),
        _ if is_number(word) && rest.starts_with(DASHES) => {
            ("a number", rest.trim_start_matches(DASHES).trim_start())
        }
        "Step" | "Point" | "Stage" | "No." if numbered(rest) => ("a word and a number", line),
        _ if closed && letter => ("a letter", rest),
        _ if closed && roman => ("a numeral", rest),
        _ if closed && number => ("a number in brackets", rest),
        _ => return None,
    })
}

/// `–One`, `+One`: a sign with no space behind it.
fn stuck_sign(line: &str) -> Option<(&'static str, &str)> {
    let rest = line.strip_prefix(['–', '—', '+', '~', '»', '|']).filter(|rest| !rest.ends_with('|'))?;
    rest.starts_with(char::is_alphabetic).then_some(("a sign with no space behind it", rest))
}

/// `1.One`: without a space Markdown takes it for words.
fn stuck_number(line: &str) -> Option<(&'static str, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    ((1..3).contains(&digits) && rest.starts_with(char::is_alphabetic))
        .then_some(("a number with no space behind it", rest))
}

/// Two lines or more with bars at both ends: the rows of a table without the line below its head, which Markdown asks
/// for.
fn piped(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    let is_row = |line: &&str| {
        let line = line.trim();
        line.len() > 2 && line.starts_with('|') && line.ends_with('|')
    };
    if lines.len() < 2 || !lines.iter().all(is_row) || lines.iter().any(|line| line.contains("--")) {
        return None;
    }
    let cells = |line: &&str| {
        line.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let what =
        "these lines are the rows of a table, and its columns would run on in one paragraph".to_owned();
    Some((0, what, lines.iter().map(|line| format!("`- {}`", cells(line))).collect()))
}

/// Two lines or more with a tab between words: columns of a table.
fn table(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    if let Some(rows) = piped(lines) {
        return Some(rows);
    }
    let first = lines.iter().position(|line| line.trim().contains('\t'))?;
    let rows: Vec<&str> =
        lines[first..].iter().map(|line| line.trim()).take_while(|line| line.contains('\t')).collect();
    let what =
        "these lines are the rows of a table, and its columns would run on in one paragraph".to_owned();
    let cells = |row: &&str| {
        row.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", ")
    };
    (rows.len() > 1).then(|| (first, what, rows.iter().map(|row| format!("`- {}`", cells(row))).collect()))
}

/// A word that a PDF or a narrow column divided: its parts would be printed with a hyphen and a space between them.
fn torn(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    let at = (1..lines.len()).find(|at| {
        let above = lines[at - 1].trim_end();
        let before = above.strip_suffix('-').and_then(|above| above.chars().next_back());
        before.is_some_and(char::is_lowercase) && lines[*at].trim_start().starts_with(char::is_lowercase)
    })?;
    let first = lines[at - 1].split_whitespace().next_back()?.trim_end_matches('-');
    let second = lines[at].split_whitespace().next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let what =
        format!("this line ends inside a word, which would be printed as \u{201c}{first}- {second}\u{201d}");
    Some((at - 1, what, vec![format!("{first}{second}, or {first}-{second}, in one line")]))
}

/// A line that begins anew right below a list, where Markdown takes it into the last item.
fn after_list(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    let at = (1..lines.len()).find(|at| {
        let (above, line) = (lines[at - 1], lines[*at]);
        let ended = above.trim_end().ends_with(['.', '?', '!', ':']) || above.chars().count() < SHORT;
        is_item(above) && !line.starts_with(is_space) && line.starts_with(char::is_uppercase) && ended
    })?;
    let what = "this line stands right below a list, and would run on in its last item".to_owned();
    let items = vec![
        format!("an empty line above it, and then `{}`", lines[at].trim()),
        "two spaces in front of it if it belongs to the item".to_owned(),
    ];
    Some((at, what, items))
}

/// One question a line, or short lines such as those of an address.
fn short(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    let plain: Vec<&str> = lines.iter().map(|line| line.trim()).take_while(|line| !is_item(line)).collect();
    let begins = |line: &&str| {
        line.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '\'') || is_quote(c)
        })
    };
    let questions = plain.iter().filter(|line| line.ends_with('?')).count();
    let is_short = |line: &&str| line.chars().count() <= SHORT;
    let numbers = plain.iter().filter(|line| is_entry(line)).count();
    let first = plain.iter().position(|line| line.ends_with('?') || is_entry(line)).unwrap_or(0);
    let (first, what) = match () {
        () if plain.len() < 2 => return None,
        () if questions > 1 && plain.iter().all(begins) => {
            (first, "each of these lines is a question, and they would run on in one paragraph")
        }
        () if plain.len() == lines.len()
            && plain.iter().all(|line| line.starts_with("**") && !line.starts_with("**•")) =>
        {
            (0, "each of these lines begins in bold, and they would run on in one paragraph")
        }
        () if plain.len() == lines.len() && plain.iter().all(|line| is_labelled(line)) => {
            (0, "each of these lines begins with a word and a colon, and they would run on in one paragraph")
        }
        () if numbers > 1 => {
            (first, "these lines are entries of their own, and would run on in one paragraph")
        }
        () if plain.len() > 2
            && plain.iter().all(is_short)
            && plain.iter().all(begins)
            && !plain[..plain.len() - 1].iter().any(|line| line.ends_with(['.', ',', ';'])) =>
        {
            (0, "these short lines would run on in one paragraph")
        }
        () => return None,
    };
    let mut items: Vec<String> = plain[first..].iter().map(|line| format!("`- {line}`")).collect();
    if plain.len() == lines.len() && first == 0 {
        items.truncate(SHOWN - 1);
        items.push("an empty line between them for paragraphs of their own".to_owned());
    }
    Some((first, what.to_owned(), items))
}

/// `Physical: bruises and burns`.
fn is_labelled(line: &str) -> bool {
    let Some((label, rest)) = line.split_once(": ") else { return false };
    let is_short = label.chars().count() <= LABEL && label.split_whitespace().count() <= 3;
    is_short
        && label.starts_with(char::is_uppercase)
        && !label.contains(['.', '?', '!', ','])
        && !rest.trim().is_empty()
}

/// `Crimestoppers: 0800 555 111`.
fn is_entry(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(": ") else { return false };
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    name.chars().count() <= SHORT && !name.contains(['.', '?', '!']) && (3..).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(body: &str) -> Vec<String> {
        let mut sources = crate::source::Sources::default();
        let id = sources.add(crate::source::Source::new("a", body));
        doubted(body, |range| crate::source::Span::new(id, range))
            .into_iter()
            .flat_map(|told| told.hints)
            .collect()
    }

    #[test]
    fn lines_that_were_meant_apart_are_told_with_the_lines_to_type() {
        for (body, first) in [
            ("– First\n– Second", "Write `- First`"),
            ("a) First\nb) Second", "Write `- First`"),
            ("Do:\n(i) First\n(ii) Second", "Write `- First`"),
            ("Name\tPhone\nPolice\t101", "Write `- Name, Phone`"),
            ("Who knew?\nWho asked?", "Write `- Who knew?`"),
            ("They may be in dan-\nger.", "Write danger, or dan-ger, in one line"),
            ("12 High Street\nNorthmere\nNM1 1AA", "Write `- 12 High Street`"),
            (
                "- One\n- Two\nThen tell your lead.",
                "Write an empty line above it, and then `Then tell your lead.`",
            ),
            ("Signs: • One • Two", "Write `- Signs:`"),
            ("1.One\n2.Two", "Write `- One`"),
            ("1 Ask\n2 Listen", "Write `1. Ask`"),
            ("Do this:\n#1 Ask\n#2 Listen", "Write `1. Ask`"),
            ("1\tAsk\n2\tListen\n3\tWrite", "Write `1. Ask`"),
            ("–One\n–Two", "Write `- One`"),
            ("Step one – ask\nStep two – listen", "Write `- Step one – ask`"),
            ("ask; and\nlisten", "Write `- ask; and`"),
            ("Ask;\nListen;\nWrite it down.", "Write `- Ask;`"),
            ("X Do not ask\nX Do not wait", "Write `- Do not ask`"),
            ("Helpline: 0808 800 5000.\nCrimestoppers: 0800 555 111.", "Write `- Helpline: 0808 800 5000.`"),
        ] {
            assert_eq!(words(body).first().map(String::as_str), Some(first), "{body}");
        }
    }

    #[test]
    fn lines_that_an_editor_broke_are_left_alone() {
        for body in [
            "First line of a paragraph.\nSecond line has more in it.\nThird line.",
            "A long line that an editor has broken where it was full, and\nthat goes on here.",
            "- One\n  goes on\n- Two\ngoes on",
            "One\n\nTwo\n\nThree",
            "1 in 4 children is hurt, and more than\n2 in 4 are afraid of it.",
            "They ask; they listen; and they write it;\nthen they tell somebody.",
            "- One\n- Two",
            "",
        ] {
            let told = words(body);
            assert!(told.is_empty(), "{body}: {told:?}");
        }
    }
}
