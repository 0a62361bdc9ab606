//! Abbreviations: takes a briefing, gives it with every short name that its own words spell out told what it is
//! short for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::briefing::Briefing;
use super::inline::{Block, Inline, Run};

/// Words that a short name leaves out: "Child Exploitation *and* Online Protection".
const SMALL: [&str; 14] =
    ["a", "an", "and", "ar", "at", "by", "for", "i", "in", "o", "of", "on", "the", "to"];

/// The longest short name and the shortest, in letters.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// What each short name stands for; `None` where the text spells it in two ways.
type Known = BTreeMap<String, Option<String>>;

/// The briefing with `Run::expansion` set wherever a short name stands that the text spells out at another place:
/// "multi-agency safeguarding hub (MASH)", or "MASH (multi-agency safeguarding hub)". The words stay what they are.
#[must_use]
pub fn spelt_out(briefing: &Briefing) -> Cow<'_, Briefing> {
    let mut known = Known::new();
    let bodies = briefing.sections.iter().flat_map(|section| &section.body).chain(&briefing.card_back.body);
    for block in bodies {
        block.for_each_inline(&mut |inline| learn(&joined(inline), &mut known));
    }
    if known.is_empty() {
        return Cow::Borrowed(briefing);
    }
    let mut briefing = briefing.clone();
    let bodies = briefing.sections.iter_mut().flat_map(|section| &mut section.body);
    bodies.chain(&mut briefing.card_back.body).for_each(|block| mark_block(block, &known));
    Cow::Owned(briefing)
}

fn joined(inline: &Inline) -> String {
    inline.iter().map(|run| run.text.as_str()).collect()
}

/// Notes the short names that a line spells out.
fn learn(text: &str, known: &mut Known) {
    for (short, long) in spelt_in(text) {
        let short = text[short].to_owned();
        let entry = known.entry(short).or_insert_with(|| Some(long.clone()));
        if entry.as_deref().is_some_and(|before| !before.eq_ignore_ascii_case(&long)) {
            *entry = None;
        }
    }
}

/// The short names that a line spells out: where each stands, and its long form.
fn spelt_in(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        let Some(length) = text[open..].find(')') else { break };
        let inside = open + 1..open + length;
        if let Some(short) = short_name(text, inside.clone()) {
            // The long form stands before the bracket.
            if let Some(long) = ending_in(&text[..open], &text[short.clone()]) {
                found.push((short, long));
            }
        } else {
            let before = text[..open].trim_end();
            let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
            if let Some(short) = short_name(text, start..before.len())
                && begins_with(&text[inside.clone()], &text[short.clone()])
            {
                found.push((short, text[inside].trim().to_owned()));
            }
        }
    }
    found
}

/// The letters of a short name in a stretch of text, where it is nothing else; an `s` for many is not part of it.
fn short_name(text: &str, stretch: Range<usize>) -> Option<Range<usize>> {
    let word = &text[stretch.clone()];
    let name = word.strip_suffix("\u{2019}s").or_else(|| word.strip_suffix('s')).unwrap_or(word);
    let all_capitals = name.chars().all(char::is_uppercase);
    (all_capitals && LETTERS.contains(&name.chars().count()))
        .then(|| stretch.start..stretch.start + name.len())
}

/// Words between spaces, hyphens and slashes, with where they begin.
fn words(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let mut at = 0;
    let pieces: Vec<(usize, &str)> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '\u{2010}' | '\u{2011}' | '\u{2013}'))
        .map(|piece| {
            let start = at;
            // Every one of the separators is followed by the next piece.
            at += piece.len() + text[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
            (start, piece)
        })
        .filter(|(_, piece)| !piece.is_empty())
        .collect();
    pieces.into_iter()
}

fn is_small(word: &str) -> bool {
    SMALL.iter().any(|small| small.eq_ignore_ascii_case(word))
}

fn initial(word: &str) -> Option<char> {
    let first = word.chars().find(|c| c.is_alphanumeric())?;
    first.to_uppercase().next()
}

/// The words at the end of a text whose first letters are those of the short name.
fn ending_in(text: &str, short: &str) -> Option<String> {
    let mut wanted = short.chars().rev().peekable();
    let text = text.trim_end();
    for (at, word) in words(text).rev() {
        let next = *wanted.peek()?;
        // The last letter of a short name is never that of a word which another sentence ends with.
        if at + word.len() < text.len() && word.ends_with(['.', ';', ':', '!', '?']) {
            return None;
        }
        if is_small(word) {
            continue;
        }
        if initial(word) != Some(next) {
            return None;
        }
        wanted.next();
        if wanted.peek().is_none() {
            return Some(text[at..].trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned());
        }
    }
    None
}

/// Whether the first words of a text have the first letters of the short name.
fn begins_with(text: &str, short: &str) -> bool {
    let mut letters = words(text).filter(|(_, word)| !is_small(word)).filter_map(|(_, word)| initial(word));
    short.chars().all(|wanted| letters.next() == Some(wanted))
}

fn mark_block(block: &mut Block, known: &Known) {
    match block {
        Block::Paragraph(inline) => *inline = marked(inline, known),
        Block::List { items, .. } => {
            items.iter_mut().flat_map(|item| &mut item.blocks).for_each(|block| mark_block(block, known));
        }
    }
}

/// A line with every short name in a run of its own; the place that spells it out needs no telling.
fn marked(inline: &Inline, known: &Known) -> Inline {
    let text = joined(inline);
    let spelt: Vec<Range<usize>> = spelt_in(&text).into_iter().map(|(short, _)| short).collect();
    let mut runs = Inline::new();
    let mut start = 0;
    for run in inline {
        let end = start + run.text.len();
        let uses = if run.link.is_none() { uses(&text, start..end, known) } else { Vec::new() };
        let mut done = start;
        for (place, long) in uses.into_iter().filter(|(place, _)| !spelt.contains(place)) {
            push(&mut runs, run, &text[done..place.start], None);
            done = place.end;
            push(&mut runs, run, &text[place], Some(long));
        }
        push(&mut runs, run, &text[done..end], None);
        start = end;
    }
    runs
}

fn push(runs: &mut Inline, like: &Run, text: &str, expansion: Option<&str>) {
    if !text.is_empty() {
        // Nothing points into the source after this: where the pieces stand there is not kept.
        let (text, expansion) = (text.to_owned(), expansion.map(str::to_owned));
        runs.push(Run { text, expansion, steps: Vec::new(), ..like.clone() });
    }
}

/// The known short names inside a stretch of a line, each a word of its own.
fn uses<'k>(text: &str, stretch: Range<usize>, known: &'k Known) -> Vec<(Range<usize>, &'k str)> {
    let mut found = Vec::new();
    for (short, long) in known {
        let Some(long) = long else { continue };
        for (at, _) in text[stretch.clone()].match_indices(short.as_str()) {
            let place = stretch.start + at..stretch.start + at + short.len();
            let before = text[..place.start].chars().next_back();
            let mut behind = text[place.end..].chars();
            let after = behind.next();
            let plural = after == Some('s') && !behind.next().is_some_and(char::is_alphanumeric);
            let alone = !before.is_some_and(char::is_alphanumeric)
                && (plural || !after.is_some_and(char::is_alphanumeric));
            if alone {
                found.push((place, long.as_str()));
            }
        }
    }
    found.sort_by_key(|(place, _)| place.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_spelt_before_or_inside_their_brackets() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = spelt_in(text);
            let found: Vec<(&str, &str)> =
                found.iter().map(|(short, long)| (&text[short.clone()], long.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Ring the multi-agency safeguarding hub (MASH).", &[("MASH", "multi-agency safeguarding hub")]);
        check(
            "the National Society for the Prevention of Cruelty to Children (NSPCC)",
            &[("NSPCC", "National Society for the Prevention of Cruelty to Children")],
        );
        check(
            "Inform CEOP (Child Exploitation and Online Protection Command) of it",
            &[("CEOP", "Child Exploitation and Online Protection Command")],
        );
        check("your designated safeguarding leads (DSLs)", &[("DSL", "designated safeguarding leads")]);
        check("Ask the hub. Safeguarding lead (HSL)", &[]);
        check("a form (PDF) and a note (see below)", &[]);
        check("open ( and never closed", &[]);
        check("", &[]);
    }
}
