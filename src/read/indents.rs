//! Indents: takes the lines of a file that begin with tabs or no-break spaces, or at the hyphen of their entry, gives them
//! set in by spaces.
//!
//! An editor or a web page sets in many lines at once. Mended one by one they lead nowhere, for each makes sense only
//! beside the others; so all of them are tried together, with each width that a tab may have had.

use super::slip::{Mend, begins_entry, indent, is_key, is_outer, key_of, text_above};

const TABS: &str = "a tab stands at the beginning of this line, and only spaces count there";
const MANY_TABS: &str = "tabs stand at the beginning of these lines, and only spaces count there";
const OTHERS: &str =
    "a no-break space stands at the beginning of this line, and only ordinary ones count there";
const MANY_OTHERS: &str =
    "no-break spaces stand at the beginning of these lines, and only ordinary ones count there";

/// All such lines of a file in each way that may be meant; none where there are fewer than two.
pub(super) fn ways(lines: &[&str]) -> Vec<Vec<Mend>> {
    let wrong: Vec<usize> = (0..lines.len()).filter(|line| is_wrong(lines, *line)).collect();
    if wrong.len() < 2 {
        return Vec::new();
    }
    let by_width = |width: usize| {
        let depth = |c: char| if c == '\t' { width } else { 1 };
        let mends = wrong.iter().map(|line| mend(lines, *line, gap(lines[*line]).chars().map(depth).sum()));
        mends.collect()
    };
    vec![by_keys(lines, &wrong), by_width(2), by_width(4), by_width(8)]
}

/// The keys of entries that begin at the hyphen of their entry and not behind it, with the lines of their texts.
pub(super) fn at_hyphens(lines: &[&str]) -> Vec<Vec<Mend>> {
    // A file whose lines all begin at the margin has lost all its spaces, and not only these.
    if lines.iter().all(|text| indent(text) == 0) {
        return Vec::new();
    }
    let (mut mends, mut entry) = (Vec::new(), None);
    for (line, text) in lines.iter().enumerate() {
        let own = indent(text);
        match key_of(text.trim_start()) {
            Some((dash, key, _)) if !dash.is_empty() && begins_entry(key) => entry = Some(own),
            Some(("", key, value)) if entry == Some(own) && is_key(key) && !is_outer(key) => {
                let moved = line..=line + text_below(&lines[line + 1..], own, value);
                mends.extend(moved.filter(|line| !lines[*line].trim().is_empty()).map(|line| Mend {
                    many: Some("these lines belong to the entries above, and begin two spaces further in"),
                    ..Mend::certain(
                        line,
                        format!("  {}", lines[line]),
                        "this key belongs to the entry above, and begins two spaces further in",
                    )
                }));
            }
            _ => {}
        }
    }
    if mends.is_empty() { Vec::new() } else { vec![mends] }
}

/// Texts without a bar of which lines begin at the key itself, each with its bar and two spaces further in.
pub(super) fn at_keys(lines: &[&str]) -> Vec<Vec<Mend>> {
    const MESSAGE: &str = "a text of several lines has a bar behind the colon of its key, and begins two spaces further in than that";
    let mut mends = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let Some((dash, "body", value)) = key_of(text.trim_start()) else { continue };
        let (before, own, value) = (indent(text), indent(text) + dash.len(), value.trim());
        let is_text = |text: &&&str| {
            let is_key = key_of(text.trim_start()).is_some_and(|(_, key, _)| is_key(key));
            text.trim().is_empty() || indent(text) >= own && !is_key
        };
        let below = lines[line + 1..].iter().take_while(is_text).count();
        let moved: Vec<usize> = (line + 1..=line + below)
            .filter(|line| !lines[*line].trim().is_empty() && indent(lines[*line]) == own)
            .collect();
        if moved.is_empty() || !value.starts_with(|c: char| c.is_alphanumeric()) {
            continue;
        }
        let depth = " ".repeat(own + 2);
        let first = format!("{}{dash}body: |\r{depth}{value}", " ".repeat(before));
        mends.push(Mend { many: Some(MESSAGE), ..Mend::certain(line, first, MESSAGE) });
        let others = moved.iter().map(|line| format!("  {}", lines[*line]));
        mends.extend(
            moved
                .iter()
                .zip(others)
                .map(|(line, text)| Mend { many: Some(MESSAGE), ..Mend::certain(*line, text, MESSAGE) }),
        );
    }
    if mends.is_empty() { Vec::new() } else { vec![mends] }
}

/// How many lines of text below a key have to go further in with it: none where they are deep enough already.
fn text_below(lines: &[&str], own: usize, value: &str) -> usize {
    let is_blank = |text: &&&str| text.trim().is_empty();
    let below = || lines.iter().take_while(|text| is_blank(text) || indent(text) > own);
    let opens = value.trim().is_empty() || value.trim().starts_with(['|', '>']);
    let stays = below().filter(|text| !is_blank(text)).all(|text| indent(text) > own + 2);
    if stays || !opens { 0 } else { below().count() }
}

/// Whether keys of a briefing stand behind spaces that YAML takes for letters.
pub(super) fn hides_keys(text: &str) -> bool {
    let hides = |line: &&str| {
        let before = gap(line);
        before.contains(|c: char| !c.is_ascii())
            && key_of(line.trim_start()).is_some_and(|(_, key, _)| is_key(key))
    };
    !text.is_ascii() && text.lines().filter(hides).count() > 1
}

/// All lines that do not begin as far in as their keys belong; for a file whose lines all begin at the margin.
pub(super) fn anew(lines: &[&str]) -> Vec<Mend> {
    let meant = |line: &usize| {
        let words = lines[*line].trim_start();
        !words.is_empty() && !words.starts_with('#') && !words.starts_with("---")
    };
    let all: Vec<usize> = (0..lines.len()).filter(meant).collect();
    let message = "this line does not begin as far in as its key belongs";
    let many = Some("these lines do not begin as far in as their keys belong");
    let changed = by_keys(lines, &all).into_iter().filter(|mend| mend.text != lines[mend.line]);
    changed.map(|mend| Mend { message, many, ..mend }).collect()
}

/// What stands before the words of a line.
fn gap(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn is_wrong(lines: &[&str], line: usize) -> bool {
    let (text, before) = (lines[line], gap(lines[line]));
    let foreign = !text.trim().is_empty() && before.contains(|c| c != ' ');
    // A tab behind the spaces of a text belongs to the text.
    foreign
        && text_above(lines, line).is_none_or(|(_, depth)| indent(text) < depth || before.starts_with('\t'))
}

fn mend(lines: &[&str], line: usize, depth: usize) -> Mend {
    let tabs = gap(lines[line]).contains('\t');
    let text = format!("{}{}", " ".repeat(depth), lines[line].trim_start());
    let (message, many) = if tabs { (TABS, MANY_TABS) } else { (OTHERS, MANY_OTHERS) };
    Mend { many: Some(many), ..Mend::certain(line, text, message) }
}

/// Each line as far in as its key belongs: an entry of a list two columns, its keys behind the hyphen, a text deeper.
fn by_keys(lines: &[&str], wrong: &[usize]) -> Vec<Mend> {
    let entry = |text: &&str| {
        key_of(text.trim_start()).is_some_and(|(dash, key, _)| !dash.is_empty() && begins_entry(key))
    };
    let clean = |(line, text): (usize, &&str)| (!wrong.contains(&line) && entry(text)).then(|| indent(text));
    let list = lines.iter().enumerate().find_map(|(line, text)| clean((line, text))).unwrap_or(2);
    let (mut mends, mut above) = (Vec::new(), (0, ""));
    for (line, text) in lines.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
        let words = text.trim_start();
        let depth = if wrong.contains(&line) {
            let key = key_of(words).filter(|(_, key, _)| is_key(key));
            let behind = above.0 + if above.1.starts_with("- ") { 2 } else { 0 };
            let opens = matches!(above.1.trim_end().chars().last(), Some(':' | '|' | '>'));
            match key {
                Some((dash, ..)) if !dash.is_empty() => list,
                Some((_, key, _)) if is_outer(key) => 0,
                Some(_) if above.1.starts_with("- ") || !opens => behind,
                // Keys of an entry stand side by side, whatever text stands between them.
                Some(("", "body" | "phone" | "purpose" | "email" | "url" | "hours", _)) => list + 2,
                _ if opens => behind + 2,
                _ => behind,
            }
        } else {
            indent(text)
        };
        if wrong.contains(&line) {
            mends.push(mend(lines, line, depth));
        }
        above = (depth, words);
    }
    mends
}
