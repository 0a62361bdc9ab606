//! Language: takes the words of a briefing, gives advice on what is hard to read, say or hear.

use super::level::diagnostic;
use super::prose::{Line, Prose};
use super::reading::{Counts, sentences};
use super::untagged::{self, Telling};
use crate::diag::{Code, Diagnostic};
use crate::model::Briefing;

/// Sentences near this many words or fewer are easy to follow (GOV.UK, Publishing accessible documents).
const LONG: usize = 25;

/// A sentence of fewer bytes may well be said twice: "Ask again. Ask again."
const SHORT: usize = 20;

/// Councils write for readers of up to this age.
const AGE: u32 = 12;

/// Words a person reads aloud in a minute.
const PACE: usize = 140;

/// What the whole may take.
const MINUTES: usize = 7;

/// All advice about language. Reading age and sentences are counted where a formula holds for the language.
pub(super) fn check(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    read_aloud(briefing, out);
    if briefing.language.known().is_some_and(|known| known.reading) {
        let mut telling = Telling::new(&briefing.language);
        let sections = prose.sections.iter();
        let each: Vec<Counts> = sections.map(|lines| section(lines, &mut telling, out)).collect();
        reading_age(briefing, &each, out);
    } else {
        prose.sections.iter().for_each(|lines| untagged::check(&briefing.language, lines, out));
    }
}

/// The counts of a section, and one note of its longest sentence, and of how many more there are.
fn section<'l>(lines: &'l [Line<'_>], telling: &mut Telling<'l>, out: &mut Vec<Diagnostic>) -> Counts {
    let (mut whole, mut long) = (Counts::default(), Vec::new());
    let mut repeats = false;
    for line in lines {
        let mut last = 0..0;
        let see = |range: std::ops::Range<usize>, counts: Counts| {
            whole = whole.plus(counts);
            // Of a sentence that was pasted many times one note is enough.
            if !repeats
                && range.len() > SHORT
                && range.len() == last.len()
                && line.text[range.clone()] == line.text[last.clone()]
            {
                repeats = true;
                let message = "this sentence stands there twice in a row";
                let told = diagnostic(Code::TypingSlip, line.span(range.clone()), message);
                out.push(told.hint("Delete one of the two"));
            }
            last = range.clone();
            if counts.words > LONG {
                long.push((counts.words, line, range));
            }
        };
        sentences(&line.text, see, |at, word, bare| telling.see(line, at, word, bare));
        out.extend(telling.told(line));
    }
    // The first of the longest, for a stable place.
    let Some((count, line, range)) = long.iter().rev().max_by_key(|(count, ..)| *count) else { return whole };
    let beginning: Vec<&str> = line.text[range.clone()].split_whitespace().take(4).collect();
    let more = match long.len() - 1 {
        0 => String::new(),
        1 => ", and this section has another over 25".to_owned(),
        more => format!(", and this section has {more} more over 25"),
    };
    let message =
        format!("the sentence that begins \u{201c}{}\u{201d} has {count} words{more}", beginning.join(" "));
    let hint = "Try a full stop where a new thought begins, so that no sentence has more than 25";
    out.push(diagnostic(Code::SentenceLong, line.span(range.clone()), message).hint(hint));
    whole
}

/// One note for the whole, with the age of each section.
fn reading_age(briefing: &Briefing, each: &[Counts], out: &mut Vec<Diagnostic>) {
    let whole = each.iter().copied().fold(Counts::default(), Counts::plus);
    let Some(age) = whole.age().filter(|age| *age > AGE) else { return };
    let ages: Vec<String> = each
        .iter()
        .zip(1..)
        .filter_map(|(counts, number)| Some(format!("section {number}: {}", counts.age()?)))
        .collect();
    let message = format!(
        "the text reads with ease from age {age} on, by the Flesch\u{2013}Kincaid formula; councils write for {AGE} and under"
    );
    let detail = format!("By section: {}", ages.join(", "));
    let hint = "Try shorter sentences and shorter words in the section with the highest age";
    out.push(diagnostic(Code::ReadingAge, briefing.title.span, message).hint(hint).hint(detail));
}

fn read_aloud(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    let words = briefing.words();
    let over = words.saturating_sub(PACE * MINUTES);
    if over == 0 {
        return;
    }
    let seconds = words * 60 / PACE;
    let message = format!(
        "read aloud, {words} words take {} minutes and {} seconds, not seven minutes",
        seconds / 60,
        seconds % 60
    );
    let longest = briefing.sections.iter().zip(1..).max_by_key(|(section, _)| section.words());
    let hint = longest.map_or_else(String::new, |(section, number)| {
        format!("Take out {over} words; the longest section is {number}, with {}", section.words())
    });
    out.push(diagnostic(Code::ReadAloud, briefing.title.span, message).hint(hint));
}
