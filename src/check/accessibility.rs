//! Accessibility: takes the words of a briefing, gives what keeps some readers out.

use std::collections::BTreeMap;

use super::level::diagnostic;
use super::prose::{Prose, bare, part_of, two_capitals, words};
use super::url;
use crate::address::is_none;
use crate::diag::{Code, Diagnostic};
use crate::model::{Briefing, Contact, LinkTarget, Run, Spanned};
use crate::source::Span;

/// Words of a link that say nothing where they are read alone, as screen readers do in a list of links.
const EMPTY_LINKS: [&str; 14] = [
    "here",
    "click here",
    "click",
    "link",
    "this link",
    "website",
    "their website",
    "the website",
    "this website",
    "more",
    "read more",
    "find out more",
    "this page",
    "this",
];

/// From so many words in capitals on, a reader loses the shapes of the words.
const CAPITALS: usize = 3;

/// All rules about accessibility that can be seen in the words.
pub(super) fn check(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    links(briefing, out);
    logo(briefing, out);
    capitals(briefing, prose, out);
    headings(briefing, out);
    out.extend(briefing.emergency().and_then(colour_only));
}

fn links(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    let mut judge = |run: &Run| {
        if !matches!(run.link, Some(LinkTarget::Web(_))) {
            return;
        }
        if let Some(LinkTarget::Web(address)) = &run.link
            && let Some(finding) = url::wrapped(address)
        {
            out.push(finding.at(run.span, "the address of this link"));
        }
        let said = bare(run.text.trim()).to_lowercase();
        if EMPTY_LINKS.contains(&said.as_str()) {
            let message = format!("the link \u{201c}{}\u{201d} does not say where it leads", run.text.trim());
            let hint = "Write the name of the page between the square brackets, as in [Report to CEOP](https://www.ceop.police.uk)";
            out.push(diagnostic(Code::LinkText, run.span, message).hint(hint));
        }
    };
    let bodies = briefing.sections.iter().map(|section| &section.body).chain([&briefing.card_back.body]);
    for block in bodies.flatten() {
        block.for_each_inline(&mut |runs| runs.iter().for_each(&mut judge));
    }
}

fn logo(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    let Some(logo) = &briefing.board.logo else { return };
    let alt = logo.alt.value.trim();
    let file = logo.file.value.rsplit('/').next().unwrap_or("");
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let same = [file, stem, logo.file.value.as_str()].iter().any(|name| name.eq_ignore_ascii_case(alt));
    let empty = ["logo", "image", "picture", "photo"].iter().any(|word| word.eq_ignore_ascii_case(alt));
    let small = alt.to_ascii_lowercase();
    let made = small.contains("automatically generated") || small.starts_with("a picture containing");
    let none = is_none(alt)
        || ["alt text", "alt", "image of logo", "our logo", "the logo", "description"]
            .contains(&small.as_str());
    let camera = ["img_", "img-", "dsc_", "screenshot", "image0", "http://", "https://", "www."]
        .iter()
        .any(|begins| small.starts_with(begins));
    let what = match () {
        () if made => "was made by a program, which does not know whose it is",
        () if none => "does not say whose it is",
        () if camera => "is a name of a file or an address, which says nothing to a reader",
        () if alt.is_empty() => "is empty",
        () if same => "is only the name of its file",
        () if empty => "does not say whose it is",
        () => return,
    };
    let message = format!("the description of the logo {what}");
    let hint = format!("Write alt: {}", briefing.board.name.value);
    out.push(diagnostic(Code::AltText, logo.alt.span, message).hint(hint));
}

fn capitals(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    let mut say = |text: &str, place: &dyn Fn(std::ops::Range<usize>) -> Span| {
        for (range, count) in blocks_of_capitals(text) {
            let message = format!("{count} words in a row are in capitals, which are slow to read");
            let hint = format!("Write {}", sentence_case(&text[range.clone()]));
            out.push(diagnostic(Code::Capitals, place(range), message).hint(hint));
        }
    };
    let headings = briefing.sections.iter().map(|section| &section.heading);
    let cards = [&briefing.title, &briefing.card_front.title, &briefing.card_back.title];
    let named = briefing.contacts.iter().flat_map(|contact| [Some(&contact.name), contact.purpose.as_ref()]);
    for value in headings.chain(cards).chain(named.flatten()) {
        say(&value.value, &|range| part_of(value, range));
    }
    for line in prose.lines() {
        say(&line.text, &|range| line.span(range));
    }
}

/// Runs of words in capitals, with how many words each has. Short ones are abbreviations in a row.
pub(super) fn blocks_of_capitals(text: &str) -> Vec<(std::ops::Range<usize>, usize)> {
    let mut blocks: Vec<(std::ops::Range<usize>, usize)> = Vec::new();
    // A long word in capitals has two of them side by side, and nearly all texts have none.
    if !two_capitals(text) {
        return blocks;
    }
    let mut open = false;
    for (at, word) in words(text) {
        let upper = !word.chars().any(char::is_lowercase) && word.contains(char::is_alphabetic);
        match blocks.last_mut().filter(|_| open) {
            Some((range, count)) if upper => (range.end, *count) = (at + word.len(), *count + 1),
            _ if upper => blocks.push((at..at + word.len(), 1)),
            _ => {}
        }
        open = upper;
    }
    let vowels = ['A', 'E', 'I', 'O', 'U', 'Y'];
    let long = |part: &str| part.split_whitespace().any(|word| bare(word).len() > 4 && word.contains(vowels));
    blocks.retain(|(range, count)| *count >= CAPITALS && long(&text[range.clone()]));
    blocks
}

/// Words in small letters, but for the first of each sentence.
fn sentence_case(text: &str) -> String {
    let (mut out, mut begins, mut ended) = (String::with_capacity(text.len()), true, false);
    for c in text.chars() {
        if begins && c.is_alphanumeric() {
            out.extend(c.to_uppercase());
            begins = false;
        } else {
            out.extend(c.to_lowercase());
        }
        begins |= ended && c == ' ';
        ended = matches!(c, '.' | '!' | '?');
    }
    out
}

/// One note for each heading that stands more than once: the format does it, so it is no fault.
fn headings(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<String, Vec<(usize, &Spanned<String>)>> = BTreeMap::new();
    for (at, section) in briefing.sections.iter().enumerate() {
        let heading = section.heading.value.trim().to_lowercase();
        seen.entry(heading).or_default().push((at + 1, &section.heading));
    }
    for same in seen.values().filter(|same| same.len() > 1) {
        let numbers: Vec<String> = same.iter().map(|(number, _)| number.to_string()).collect();
        let (last, first) =
            numbers.split_last().map_or(("", String::new()), |(last, rest)| (last, rest.join(", ")));
        let heading = &same[1].1;
        let message =
            format!("sections {first} and {last} share the heading \u{201c}{}\u{201d}", heading.value.trim());
        let hint = "A heading of its own helps people who jump from heading to heading; \
                    if the format wants it so, leave it";
        out.push(diagnostic(Code::HeadingRepeats, heading.span, message).hint(hint));
    }
}

/// The emergency tile is red; on a grey printer only its words can say what it is for.
fn colour_only(contact: &Contact) -> Option<Diagnostic> {
    let number = contact.phone.as_ref().map_or("", |phone| phone.value.trim());
    let said = [Some(&contact.name), contact.purpose.as_ref()].into_iter().flatten().any(|words| {
        let words = words.value.to_lowercase();
        ["danger", "emergency", "emergencies", "urgent", "perygl", "argyfwng"]
            .iter()
            .any(|word| words.contains(word))
    });
    let known = matches!(number, "999" | "112");
    (!said && !known).then(|| {
        let name = &contact.name.value;
        let message = format!("only the red of its tile says that {name} is for emergencies");
        let hint =
            "Write purpose: Immediate danger below the name, for people who see no red and for grey printers";
        diagnostic(Code::ColourOnly, contact.span, message).hint(hint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    pub(super) fn blocks_of_capitals_are_three_words_and_no_row_of_abbreviations() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = blocks_of_capitals(text).into_iter().map(|(range, _)| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Please DO NOT SHARE the picture", &["DO NOT SHARE"]);
        check("Please NEVER SHARE ANY PICTURES of it", &["NEVER SHARE ANY PICTURES"]);
        check("NSPCC, CEOP, RSCB", &[]);
        check("A child", &[]);
        check("", &[]);
    }
}
