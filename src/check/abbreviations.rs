//! Abbreviations: takes the words of a briefing, gives those short names that nothing spells out.

use std::collections::BTreeSet;

use super::accessibility::blocks_of_capitals;
use super::level::diagnostic;
use super::prose::{Prose, bare, two_capitals, words};
use crate::diag::{Code, Diagnostic};
use crate::model::Briefing;

/// Short names that people know better than the long ones.
const KNOWN: [&str; 68] = [
    "A&E", "AIDS", "AM", "BBC", "BSL", "BT", "CCTV", "CD", "DIY", "DNA", "DVD", "EU", "FAQ", "FBI", "GCSE",
    "GP", "HIV", "HTML", "ID", "IQ", "IT", "ITV", "LGBT", "MP", "NHS", "NSPCC", "OK", "PC", "PDF", "PIN",
    "PM", "QR", "RAF", "RSPCA", "SIM", "SMS", "SOS", "TV", "UK", "UN", "URL", "US", "USA", "USB", "VAT",
    "WC", "ADHD", "PE", "HR", "GDPR", "TBA", "TBC", "TODO", "DRAFT", "DELETE", "TBD", "CAUTION", "NB", "KB",
    "MB", "PS", "AI", "RE", "EWHC", "EWCA", "EWFC", "UKSC", "UKHL",
];

/// Ordinary words that writers raise their voice with.
const LOUD: [&str; 58] = [
    "ALL", "ALWAYS", "AND", "ANY", "ARE", "ASK", "AT", "BE", "BETA", "BUT", "CALL", "CAN", "DO", "DONT",
    "FOR", "HELP", "HOW", "IF", "IN", "IS", "KEY", "LISTEN", "LOOK", "MINUTE", "MUST", "NEVER", "NEW", "NO",
    "NOT", "NOTE", "NOW", "OF", "ON", "ONLY", "OR", "PLEASE", "READ", "SAY", "SEE", "STOP", "TALK", "TELL",
    "THE", "THEY", "THINK", "THIS", "TIP", "TO", "TOP", "WAIT", "WE", "WHAT", "WHEN", "WHERE", "WHY", "WITH",
    "YES", "YOU",
];

/// Words that a short name leaves out: "Child Exploitation *and* Online Protection".
const SMALL: [&str; 12] = ["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"];

/// One note for each short name that is nowhere spelt out.
pub(super) fn check(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    if briefing.language.primary() != "en" {
        return;
    }
    // Most texts have no short names, so what would spell them is only gathered for the first.
    let mut known = None;
    let mut told = BTreeSet::new();
    for line in prose.lines() {
        for (at, short) in short_names(&line.text) {
            let initials = known.get_or_insert_with(|| initials(briefing, prose));
            let spelt = initials.iter().any(|row| row.contains(short)) || is_name(briefing, short);
            // The code of a field of Word was told as such.
            let coded = line.text[..at].trim_end().ends_with('{');
            if !spelt && !coded && told.insert(short.to_owned()) {
                let message = format!("{short} is not spelt out anywhere in the text");
                let place = line.span(at..at + short.len());
                out.push(diagnostic(Code::Abbreviation, place, message).hint(advice(briefing, short)));
            }
        }
    }
}

/// Whether a word in capitals is what something is called: a contact, or the site or mailbox of one.
fn is_name(briefing: &Briefing, short: &str) -> bool {
    let named = briefing.contacts.iter().any(|contact| {
        words(&contact.name.value).any(|(_, word)| bare(word) == short)
            || [&contact.url, &contact.email]
                .into_iter()
                .flatten()
                .any(|address| is_site(&address.value, short))
    });
    let mut linked = false;
    let bodies = briefing.sections.iter().flat_map(|section| &section.body);
    bodies.for_each(|block| {
        block.for_each_inline(&mut |line| {
            let links = line.iter().filter_map(|run| run.link.as_ref());
            linked |= links.into_iter().any(|link| is_site(&link.uri(), short));
        });
    });
    named || linked
}

/// Whether the name of a site begins with a word: ICON has `iconcope.org`.
fn is_site(address: &str, short: &str) -> bool {
    let small = short.to_ascii_lowercase();
    let rest =
        address.split_once("://").or_else(|| address.split_once(':')).map_or(address, |(_, rest)| rest);
    let host = rest.split_once('@').map_or(rest, |(_, host)| host).split('/').next().unwrap_or("");
    host.trim_start_matches("www.").to_ascii_lowercase().starts_with(&small)
}

fn advice(briefing: &Briefing, short: &str) -> String {
    let board = &briefing.board;
    let own = board.short_name.as_ref().is_some_and(|name| name.value.trim() == short);
    let full = if own { board.name.value.as_str() } else { "the full name" };
    format!("Write {full} ({short}) where it stands first")
}

/// Words in capitals of two to six letters, with an s for many perhaps: CEOP, DSLs.
fn short_names(text: &str) -> Vec<(usize, &str)> {
    if !two_capitals(text) {
        return Vec::new();
    }
    let mut found: Vec<(usize, &str)> = words(text)
        .filter(|(_, word)| word.bytes().filter(u8::is_ascii_uppercase).count() > 1 && !is_shortened(word))
        .flat_map(|(at, word)| parts(at, word))
        .filter(|(_, word)| is_short_name(word))
        .map(|(at, word)| (at, word.strip_suffix('s').unwrap_or(word)))
        .collect();
    if !found.is_empty() {
        // Among words that are all in capitals, nobody can tell a short name from a loud one.
        let shouted = blocks_of_capitals(text);
        found.retain(|(at, _)| !shouted.iter().any(|(block, _)| block.contains(at)));
    }
    found
}

/// A word in capitals that an apostrophe shortens, such as DON'T; an S behind one makes nothing shorter.
fn is_shortened(word: &str) -> bool {
    let mut parts = bare(word).split(['\'', '\u{2019}']);
    let capital = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_uppercase());
    let (first, rest) = (parts.next(), parts.next());
    matches!((first, rest), (Some(first), Some(rest)) if capital(first) && capital(rest) && rest != "S")
}

/// A word without its punctuation, in pieces at its slashes and hyphens.
fn parts(at: usize, word: &str) -> impl Iterator<Item = (usize, &str)> {
    word.split(['/', '-', '\u{2013}', '(', ')', '\u{2019}', '\'']).map(move |piece| {
        let piece_at = at + (piece.as_ptr() as usize - word.as_ptr() as usize);
        let trimmed = bare(piece);
        (piece_at + (trimmed.as_ptr() as usize - piece.as_ptr() as usize), trimmed)
    })
}

fn is_short_name(word: &str) -> bool {
    let name = word.strip_suffix('s').unwrap_or(word);
    let roman = name.chars().all(|c| "IVXLC".contains(c));
    (2..=6).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_uppercase())
        && !roman
        && !KNOWN.contains(&name)
        && !LOUD.contains(&name)
}

/// The first letters of all words of every line and contact, one row a text.
fn initials(briefing: &Briefing, prose: &Prose<'_>) -> Vec<String> {
    let headings = briefing.sections.iter().map(|section| section.heading.value.as_str());
    let named = briefing.contacts.iter().flat_map(|contact| [Some(&contact.name), contact.purpose.as_ref()]);
    // Lines of a section that begin with the letters of a word spell it: Infant, Comfort, OK, Never.
    let spelt = prose.sections.iter().map(|lines| first_letters(lines.iter().map(|line| &*line.text)));
    let headed = first_letters(briefing.sections.iter().map(|section| section.heading.value.as_str()));
    let texts = prose.lines().map(|line| &*line.text).chain(headings).chain([briefing.title.value.as_str()]);
    let rows = texts.chain(named.flatten().map(|value| value.value.as_str())).map(row);
    rows.chain(spelt).chain([headed]).collect()
}

/// The first letter of each line, in capitals.
fn first_letters<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let first = |line: &str| line.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase());
    lines.filter_map(first).collect()
}

/// First letters in capitals; a word that is a short name itself breaks the row.
fn row(text: &str) -> String {
    let mut row = String::new();
    for (_, word) in words(text).flat_map(|(at, word)| parts(at, word)) {
        if word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase()) {
            row.push(' ');
        } else if !SMALL.iter().any(|small| small.eq_ignore_ascii_case(word)) {
            row.extend(word.chars().next().into_iter().flat_map(char::to_uppercase));
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_spell_what_is_spelt_out() {
        let check = |text: &str, short: &str, expected: bool| {
            assert_eq!(row(text).contains(short), expected, "{text}: {}", row(text));
        };
        check("Inform CEOP (Child Exploitation and Online Protection Command) of it", "CEOP", true);
        check("your designated safeguarding lead (DSL)", "DSL", true);
        check("the Multi-Agency Safeguarding Hub", "MASH", true);
        check("the RSCB wrote this", "RSCB", false);
    }

    #[test]
    fn short_names_are_found_without_numerals_and_shouting() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = short_names(text).into_iter().map(|(_, short)| short).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Ask the DSLs (or MASH/LADO), not the NHS.", &["DSL", "MASH", "LADO"]);
        check("Part III of World War II", &[]);
        check("DO NOT FORWARD PICTURES", &[]);
        check("the RSCB\u{2019}s view", &["RSCB"]);
        check("DON'T wait, and DON\u{2019}T ask: the MASH's number", &["MASH"]);
    }
}
