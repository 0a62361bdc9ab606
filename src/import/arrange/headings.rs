//! Headings: takes the lines of a file, gives the seven lines that begin a section, or asks for them.
//!
//! The number is the key, never the words: three sections may be called "Information". Lines that are numbered in
//! the same way are a family; a family with each of 1 to 7 once is the seven headings.

use std::collections::{BTreeMap, BTreeSet};

use super::super::clean::Line;
use super::super::office::{LeftOver, Mark, Office, Reason, Style};
use super::super::question::{Asker, Question};
use super::super::refusal::Refusal;
use super::beside::beside;
use super::number::{Kind, Sign, sign};
use super::short::{could_be_heading, is_label};
use super::unnumbered::{Proposal, proposed};
use crate::model::{DraftPlace, SECTIONS};

/// The beginning of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The words.
    pub text: String,
    /// The line that the words stand in.
    pub line: usize,
    /// The line of the number, where it is another one.
    pub number_line: Option<usize>,
}

/// What was found of the seven.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// By section.
    pub all: [Option<Heading>; SECTIONS],
    /// Numbers that are not needed any more.
    pub left: Vec<LeftOver>,
    /// Lines that a person does not want.
    pub unwanted: BTreeSet<usize>,
}

impl Headings {
    /// Whether a line belongs to a heading.
    pub(super) fn has(&self, line: usize) -> bool {
        self.all.iter().flatten().any(|heading| heading.line == line || heading.number_line == Some(line))
    }
}

/// Finds the headings of all sections.
///
/// # Errors
/// Where a file holds two briefings, for one YAML file holds one.
pub(super) fn headings(office: &Office, lines: &[Line], asker: &mut Asker<'_>) -> Result<Headings, Refusal> {
    let on_page = |line: &Line| line.kind.is_text();
    let signs: Vec<Sign> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| on_page(line))
        .filter_map(|(at, line)| sign(at, line))
        .filter(|sign| sign.kind != Kind::Alone || beside(office, lines, sign.line).is_some())
        .collect();
    let mut headings = Headings::default();
    if signs.is_empty() {
        match proposed(lines, asker) {
            Proposal::None => {}
            Proposal::Open => return Ok(headings),
            Proposal::Agreed(seven) => {
                let heading =
                    |line: usize| Heading { text: lines[line].text.clone(), line, number_line: None };
                headings.all = seven.map(|line| Some(heading(line)));
                return Ok(headings);
            }
        }
    }
    let family = family(&signs, lines, asker)?;
    for number in 1..=SECTIONS {
        let found = one_of(number, &family, &signs, lines, asker);
        let Some(found) = found else { continue };
        let heading = match found {
            Found::Sign(sign) => numbered(office, lines, sign, &mut headings.left),
            Found::Line(line) => Heading { text: lines[line].text.clone(), line, number_line: None },
        };
        headings.all[number - 1] = Some(heading);
    }
    beyond_seven(&family, lines, asker, &mut headings);
    Ok(headings)
}

/// Lines that are numbered alike; where a look is given (bold, tenths of a point), they look alike too.
type Family = (Kind, Option<(bool, i32)>);

/// The signs among which the headings are.
fn family(signs: &[Sign], lines: &[Line], asker: &mut Asker<'_>) -> Result<Vec<Sign>, Refusal> {
    let mut by_kind: BTreeMap<Family, Vec<Sign>> = BTreeMap::new();
    for sign in signs {
        let line = &lines[sign.line];
        let look = (line.bold, line.size.map_or(0, |size| (size.get() * 10.0).round() as i32));
        by_kind.entry((sign.kind, None)).or_default().push(*sign);
        by_kind.entry((sign.kind, Some(look))).or_default().push(*sign);
    }
    let mut whole: Vec<&Vec<Sign>> =
        by_kind.values().filter(|signs| counts(signs) == [1; SECTIONS]).collect();
    whole.dedup_by(|a, b| seven(a) == seven(b));
    whole.sort_by_key(|signs| signs.first().map(|sign| sign.line));
    whole.dedup_by(|a, b| seven(a) == seven(b));
    match whole.as_slice() {
        [only] => return Ok((*only).clone()),
        [] => {}
        several => {
            let list = |signs: &&Vec<Sign>| {
                let words = signs.iter().map(|sign| lines[sign.line].text.as_str());
                words.collect::<Vec<_>>().join(" / ")
            };
            let at = asker.choose(Question {
                key: "headings".to_owned(),
                text: "Several lists of seven are numbered 1 to 7. Which one are the headings?".to_owned(),
                shown: Vec::new(),
                choices: several.iter().map(list).collect(),
                own_words: false,
                place: DraftPlace::Top,
            });
            return Ok(at.and_then(|at| several.get(at)).map(|signs| (*signs).clone()).unwrap_or_default());
        }
    }
    let twice = by_kind.values().find(|signs| counts(signs).iter().all(|count| *count >= 2));
    if twice.is_some() {
        return Err(Refusal::new(
            "this file seems to hold more than one briefing: every number from 1 to 7 stands before two lines",
            "Copy each briefing into a Word file of its own, and import those",
        ));
    }
    Ok(signs.to_vec())
}

/// How often each number from 1 to 7 stands among signs.
fn counts(signs: &[Sign]) -> [usize; SECTIONS] {
    let mut counts = [0; SECTIONS];
    for sign in signs {
        if let Some(count) = (sign.number as usize).checked_sub(1).and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    counts
}

/// The lines of the signs from 1 to 7.
fn seven(signs: &[Sign]) -> Vec<usize> {
    let all = signs.iter().filter(|sign| (1..=SECTIONS as u32).contains(&sign.number));
    all.map(|sign| sign.line).collect()
}

/// A heading that was found by its number, or that a person pointed at.
enum Found {
    Sign(Sign),
    Line(usize),
}

/// The heading of one section, or the question for it.
fn one_of(
    number: usize,
    family: &[Sign],
    signs: &[Sign],
    lines: &[Line],
    asker: &mut Asker<'_>,
) -> Option<Found> {
    let own: Vec<Sign> = family.iter().copied().filter(|sign| sign.number as usize == number).collect();
    if let [only] = own.as_slice() {
        return Some(Found::Sign(*only));
    }
    let doubled = |sign: &&Sign| family.iter().filter(|other| other.number == sign.number).count() > 1;
    let mut candidates: Vec<usize> = own.iter().map(|sign| sign.line).collect();
    if own.is_empty() {
        candidates.extend(family.iter().filter(doubled).map(|sign| sign.line));
        let single: Vec<usize> = family.iter().filter(|sign| !doubled(sign)).map(|sign| sign.line).collect();
        let short = (0..lines.len()).filter(|at| !single.contains(at) && looks_like_one(&lines[*at]));
        candidates.extend(short);
        candidates.dedup();
        candidates.truncate(20);
    }
    let text = if own.is_empty() {
        format!("No line carries the number {number}. Which line is the heading of section {number}?")
    } else {
        format!(
            "{} lines carry the number {number}. Which one is the heading of section {number}?",
            own.len()
        )
    };
    let at = asker.choose(Question {
        key: format!("heading-{number}"),
        text,
        shown: Vec::new(),
        choices: candidates.iter().map(|at| lines[*at].text.clone()).collect(),
        own_words: false,
        place: DraftPlace::Section(number),
    })?;
    let line = *candidates.get(at)?;
    Some(signs.iter().find(|sign| sign.line == line).map_or(Found::Line(line), |sign| Found::Sign(*sign)))
}

/// Whether a line without a number may be a heading.
fn looks_like_one(line: &Line) -> bool {
    let on_page = line.kind.is_text();
    let item = matches!(line.mark, Some(Mark::Bullet(_)));
    on_page
        && !item
        && !is_label(&line.text)
        && could_be_heading(&line.text)
        && (line.bold || line.style == Style::Heading || !line.text.ends_with(':'))
}

/// The heading behind a sign; the number goes, for the place of a section says it.
fn numbered(office: &Office, lines: &[Line], sign: Sign, left: &mut Vec<LeftOver>) -> Heading {
    let text = &lines[sign.line].text;
    let (number, words) = text.split_at(sign.words.min(text.len()));
    let next_to = words.trim().is_empty().then(|| beside(office, lines, sign.line)).flatten();
    let (line, words, number) = match next_to {
        Some(line) => (line, lines[line].text.as_str(), text.as_str()),
        // A heading that is nothing but its number keeps it.
        None if words.trim().is_empty() => (sign.line, text.as_str(), ""),
        None => (sign.line, words, number),
    };
    if !number.trim().is_empty() {
        left.push(LeftOver { text: number.trim().to_owned(), reason: Reason::SectionNumber });
    }
    let number_line = (line != sign.line).then_some(sign.line);
    Heading { text: words.trim().to_owned(), line, number_line }
}

/// A line that is numbered like the headings, but 0 or 8 and more, is neither heading nor text by itself.
fn beyond_seven(family: &[Sign], lines: &[Line], asker: &mut Asker<'_>, headings: &mut Headings) {
    let is_item = |sign: &Sign| matches!(sign.kind, Kind::Automatic(_)) && !lines[sign.line].bold;
    let beyond = |sign: &&Sign| !(1..=SECTIONS as u32).contains(&sign.number) && !is_item(sign);
    for sign in family.iter().filter(beyond) {
        let answer = asker.choose(Question {
            key: format!("line-{}", sign.line + 1),
            text: format!("A briefing has seven sections, and this line carries the number {}", sign.number),
            shown: vec![lines[sign.line].text.clone()],
            choices: vec!["It is part of the text".to_owned(), "Leave this line out".to_owned()],
            own_words: false,
            place: DraftPlace::Section(SECTIONS),
        });
        if answer == Some(1) {
            headings.unwanted.insert(sign.line);
        }
    }
}
