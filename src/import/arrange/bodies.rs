//! Bodies: takes lines and headings, gives the lines of each section, or asks where a text belongs.
//!
//! Text in the same box or column as its heading follows it, or stands before it all the way through. Text in a box
//! of its own belongs to the nearest heading above it. What neither decides is asked.

use std::collections::BTreeSet;

use super::super::clean::Line;
use super::super::office::Style;
use super::super::question::{Asker, Question};
use super::headings::Heading;
use super::placing::{self, Known, Segment, Verdict};
use super::short::first_words;
use crate::model::{DraftPlace, SECTIONS};

/// The lines of each section.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    /// By section: runs of lines that follow each other in the file.
    pub sections: [Vec<Vec<usize>>; SECTIONS],
    /// Lines whose place a person has still to say.
    pub waiting: Vec<usize>,
    /// Lines that a person does not want.
    pub unwanted: Vec<usize>,
}

/// What follows each other in a strand.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    Heading(usize),
    Text(Segment),
}

/// Gives every line that is not `taken` its section.
pub(super) fn bodies(known: Known<'_>, taken: &BTreeSet<usize>, asker: &mut Asker<'_>) -> Bodies {
    let mut bodies = Bodies::default();
    let strands = strands(known, taken);
    if known.headings.all.iter().any(Option::is_none) {
        // A heading that is not known is still somewhere in the text, so no text can be told apart.
        bodies.waiting = strands.iter().flatten().flat_map(Item::lines).collect();
        return bodies;
    }
    let mut loose = Vec::new();
    for (number, strand) in strands.iter().enumerate() {
        bodies.along(known, number, strand, &mut loose, asker);
    }
    bodies.place_loose(known, &loose, asker);
    bodies.waiting.sort_unstable();
    bodies
}

impl Item {
    const fn is_text(&self) -> bool {
        matches!(self, Item::Text(_))
    }

    /// Whether it is a heading by its style.
    fn is_styled(&self, known: Known<'_>) -> bool {
        let Item::Heading(section) = self else { return false };
        let heading = known.headings.all.get(*section).and_then(Option::as_ref);
        let line = heading.and_then(|own| known.lines.get(own.line));
        line.is_some_and(|line| line.style == Style::Heading)
    }

    fn lines(&self) -> Vec<usize> {
        match self {
            Item::Heading(_) => Vec::new(),
            Item::Text(segment) => segment.lines.clone(),
        }
    }
}

/// All that is not placed is one strand, in the order of the file; each box or cell with a place is another.
fn strands(known: Known<'_>, taken: &BTreeSet<usize>) -> Vec<Vec<Item>> {
    let Known { office, lines, headings } = known;
    let mut strands: Vec<(Option<usize>, Vec<Item>)> = vec![(None, Vec::new())];
    let mut last: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        if !line.kind.is_text() {
            continue;
        }
        let placed = office.holders.get(line.holder).is_some_and(|holder| holder.place.is_some());
        let name = placed.then_some(line.holder);
        let index = strands.iter().position(|(own, _)| *own == name).unwrap_or_else(|| {
            strands.push((name, Vec::new()));
            strands.len() - 1
        });
        let strand = &mut strands[index].1;
        let section = headings.all.iter().position(|h| h.as_ref().is_some_and(|h| h.line == at));
        match (section, strand.last_mut()) {
            (Some(section), _) => strand.push(Item::Heading(section)),
            _ if taken.contains(&at) || headings.has(at) => {}
            (None, Some(Item::Text(segment)))
                if last == Some(at - 1)
                    && segment.lines.last() == Some(&(at - 1))
                    && lines[at - 1].holder == line.holder =>
            {
                segment.lines.push(at);
            }
            _ => strand.push(Item::Text(Segment { lines: vec![at] })),
        }
        last = Some(at);
    }
    strands.into_iter().map(|(_, strand)| strand).collect()
}

/// Whether the text of a strand comes behind its headings or before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Follows,
    Precedes,
}

impl Bodies {
    /// Shares the text of a strand out among its headings; text before the first or behind the last is loose.
    fn along(
        &mut self,
        known: Known<'_>,
        number: usize,
        strand: &[Item],
        loose: &mut Vec<Segment>,
        asker: &mut Asker<'_>,
    ) {
        let has_heading = strand.iter().any(|item| matches!(item, Item::Heading(_)));
        let has_text = strand.iter().any(|item| matches!(item, Item::Text(_)));
        if !has_heading {
            loose.extend(strand.iter().map(|item| Segment { lines: item.lines() }));
            return;
        }
        if !has_text {
            return;
        }
        let Some(direction) = direction(known, number, strand, asker) else {
            self.waiting.extend(strand.iter().flat_map(Item::lines));
            return;
        };
        let mut current = None;
        let in_order: Vec<&Item> = match direction {
            Direction::Follows => strand.iter().collect(),
            Direction::Precedes => strand.iter().rev().collect(),
        };
        for item in in_order {
            match (item, current) {
                (Item::Heading(section), _) => current = Some(*section),
                (Item::Text(segment), Some(section)) => self.sections[section].push(segment.lines.clone()),
                (Item::Text(segment), None) => loose.push(segment.clone()),
            }
        }
        if direction == Direction::Precedes {
            self.sections.iter_mut().for_each(|section| section.sort_unstable());
        }
    }

    /// Places the texts that stand in no strand with a heading.
    fn place_loose(&mut self, known: Known<'_>, loose: &[Segment], asker: &mut Asker<'_>) {
        let bare: Vec<bool> = self.sections.iter().map(Vec::is_empty).collect();
        let verdicts = placing::verdicts(known, loose, &bare, asker);
        let mut placed: Vec<(usize, placing::Key, Vec<usize>)> = Vec::new();
        for (segment, verdict) in loose.iter().zip(verdicts) {
            match verdict {
                Verdict::Section(section, key) => placed.push((section, key, segment.lines.clone())),
                Verdict::Waits => self.waiting.extend(&segment.lines),
                Verdict::Doubtful(key) => match ask_place(known, segment, asker) {
                    Some(section) if section < SECTIONS => {
                        placed.push((section, key, segment.lines.clone()));
                    }
                    Some(_) => self.unwanted.extend(&segment.lines),
                    None => self.waiting.extend(&segment.lines),
                },
            }
        }
        // From the top of the page down, and texts of one height from the left.
        placed.sort_by(|a, b| a.1.partial_cmp(&b.1).unwrap_or(std::cmp::Ordering::Equal));
        for (section, _, lines) in placed {
            self.sections[section].push(lines);
        }
    }
}

/// In which direction the text of a strand runs, as far as it tells.
fn direction(known: Known<'_>, number: usize, strand: &[Item], asker: &mut Asker<'_>) -> Option<Direction> {
    let Known { office, lines, .. } = known;
    let is_heading = |item: Option<&Item>| matches!(item, Some(Item::Heading(_)));
    match (is_heading(strand.first()), is_heading(strand.last())) {
        (true, false) => return Some(Direction::Follows),
        // A page that was written in one piece never has its headings below; plain text from boxes often has.
        (false, true) if office.dump && !gaps_say_follows(lines, strand) => return Some(Direction::Precedes),
        _ => {}
    }
    // What is a heading by its style stands above its text, in every program.
    if !office.dump && strand.iter().all(|item| item.is_text() || item.is_styled(known)) {
        return Some(Direction::Follows);
    }
    let headings = strand.iter().filter(|item| matches!(item, Item::Heading(_))).count();
    let text = strand.iter().find_map(|item| item.lines().first().copied());
    let answer = asker.choose(Question {
        key: if number == 0 { "direction".to_owned() } else { format!("direction-{}", number + 1) },
        text: format!("Does each text stand below its heading, or above it? ({headings} headings)"),
        shown: text.into_iter().map(|at| first_words(&lines[at].text)).collect(),
        choices: vec![
            "Below: heading first, then text".to_owned(),
            "Above: text first, then heading".to_owned(),
        ],
        own_words: false,
        place: DraftPlace::Top,
    });
    answer.map(|at| if at == 0 { Direction::Follows } else { Direction::Precedes })
}

/// Whether empty lines stand before headings and not behind them, as where text follows its heading.
fn gaps_say_follows(lines: &[Line], strand: &[Item]) -> bool {
    let (mut before, mut behind) = (0, 0);
    for pair in strand.windows(2) {
        if let (Item::Heading(_), Item::Text(text)) = (&pair[0], &pair[1]) {
            behind += usize::from(text.lines.first().is_some_and(|at| lines[*at].gap));
            // The gap before a heading is the gap of its own line, which stands right before this text.
            let heading = text.lines.first().and_then(|at| at.checked_sub(1));
            before += usize::from(heading.is_some_and(|at| lines[at].gap));
        }
    }
    before > behind
}

/// Asks for the section of a text; the answer after the seven is that it is not needed.
fn ask_place(known: Known<'_>, segment: &Segment, asker: &mut Asker<'_>) -> Option<usize> {
    let Known { lines, headings, .. } = known;
    let first = *segment.lines.first()?;
    let named = |(at, heading): (usize, &Option<Heading>)| {
        let words = heading.as_ref().map_or("", |heading| heading.text.as_str());
        format!("Section {}: {words}", at + 1)
    };
    let mut choices: Vec<String> = headings.all.iter().enumerate().map(named).collect();
    choices.push("None: leave this text out".to_owned());
    asker.choose(Question {
        key: format!("text-{}", first + 1),
        text: "Which section does this text belong to?".to_owned(),
        shown: segment.lines.iter().map(|at| lines[*at].text.clone()).collect(),
        choices,
        own_words: false,
        place: DraftPlace::Top,
    })
}
