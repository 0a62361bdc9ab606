//! Arranging: takes an office file and the answers of a person, gives the seven sections, or what is still to be asked.
//!
//! Every step asks where it does not know. With the same file and the same answers it comes to the same end, so a
//! terminal asks one question, gives the answer and arranges again.

mod beside;
pub(super) mod blocks;
mod bodies;
mod contacts;
mod headings;
mod number;
mod placing;
mod settled;
mod short;
mod title;
mod unnumbered;

use std::collections::BTreeSet;

use super::clean::{Cleaned, Line, Writer, clean};
use super::office::{HolderKind, LeftOver, Office, Reason};
use super::proof::{Count, Tally, words};
use super::question::{Answers, Asker, Question};
use super::refusal::Refusal;
use crate::model::{Block, Draft, DraftPlace, DraftSection, Remark, SECTIONS};
use blocks::{Aside, blocks};
use bodies::{Bodies, bodies};
use headings::{Headings, headings};
use placing::Known;
use settled::contact_words;

/// What became of an office file.
#[derive(Clone, Debug, Default)]
pub struct Arranged {
    /// What is known of the briefing.
    pub draft: Draft,
    /// Words that do not come into it.
    pub left_over: Vec<LeftOver>,
    /// Questions without an answer.
    pub questions: Vec<Question>,
    /// What the person should know, in whole sentences.
    pub notes: Vec<String>,
    /// How many words there are, and where.
    pub count: Count,
}

/// Arranges a file with the answers that are there.
///
/// # Errors
/// Where no briefing can come of it: a section has no text, there are two briefings, or a word would be lost.
pub fn arrange(office: &Office, answers: &Answers) -> Result<Arranged, Refusal> {
    let mut asker = Asker::new(answers);
    if let Some(own) = &office.settled {
        return settled::settle(office, own, asker);
    }
    ask_about_changes(office, &mut asker)?;
    let Cleaned { lines, left, spaces, no_break } = clean(office, Writer::Person);
    let headings = headings(office, &lines, &mut asker)?;
    let in_heading = |at: usize| headings.has(at);
    let block = title::block(&lines, &in_heading, &mut asker);
    let mut taken: BTreeSet<usize> = block.lines.iter().chain(&headings.unwanted).copied().collect();
    taken.extend((0..lines.len()).filter(|at| headings.has(*at)));
    let known = Known { office, lines: &lines, headings: &headings };
    let bodies = bodies(known, &taken, &mut asker);
    let mut work = Work { lines: &lines, left: office.left_over.clone(), notes: office.notes.clone() };
    work.left.extend(left);
    work.left.extend(headings.left.iter().chain(&block.left).cloned());
    let mut draft = Draft {
        title: block.title.clone(),
        label: block.label.clone(),
        board: block.board.clone(),
        short_name: block.short_name.clone(),
        sections: work.sections(&headings, &bodies),
        ..Draft::default()
    };
    let own: Vec<Block> = draft.sections.iter().flat_map(|section| section.body.clone()).collect();
    draft.contacts = contacts::contacts(own.iter(), &mut asker);
    work.leave_rest(&headings, &bodies, &block.lines);
    if spaces + no_break > 0 {
        let count = spaces + no_break;
        let places = if count == 1 { "one place".to_owned() } else { format!("{count} places") };
        work.notes.push(format!("several spaces, or a no-break space, became one space in {places}"));
    }
    // A question is open as long as a text waits for it, so an empty section is empty in the file.
    if bodies.waiting.is_empty() && asker.open.iter().all(is_about_words) {
        whole(&draft)?;
    }
    let waiting: Vec<String> = bodies.waiting.iter().map(|at| lines[*at].text.clone()).collect();
    draft.remarks = remarks(&asker.open, &waiting);
    let count = prove(office, &draft, &work.left, &waiting, &asker.typed)?;
    Ok(Arranged { draft, left_over: work.left, questions: asker.open, notes: work.notes, count })
}

/// Whether a question leaves the sections as they are.
fn is_about_words(question: &Question) -> bool {
    matches!(question.place, DraftPlace::Title | DraftPlace::Board | DraftPlace::Contacts)
        || question.key == "changes"
}

/// Someone's changes are still marked: the words may not be what was agreed.
fn ask_about_changes(office: &Office, asker: &mut Asker<'_>) -> Result<(), Refusal> {
    if !office.tracked {
        return Ok(());
    }
    let answer = asker.choose(Question {
        key: "changes".to_owned(),
        text: "This file holds changes that nobody has accepted or rejected in Word yet".to_owned(),
        shown: Vec::new(),
        choices: vec![
            "Read it as if all of them were accepted".to_owned(),
            "Stop: I will accept or reject them in Word first (Review, Accept)".to_owned(),
        ],
        own_words: false,
        place: DraftPlace::Top,
    });
    if answer == Some(1) {
        return Err(Refusal::new(
            "this file holds changes that are not accepted or rejected yet",
            "In Word choose Review, then Accept or Reject for each change; save, and import it again",
        ));
    }
    Ok(())
}

/// What is gathered while the parts are put together.
struct Work<'l> {
    lines: &'l [Line],
    left: Vec<LeftOver>,
    notes: Vec<String>,
}

impl Work<'_> {
    fn sections(&mut self, headings: &Headings, bodies: &Bodies) -> [DraftSection; SECTIONS] {
        let mut aside = Aside::default();
        let sections = std::array::from_fn(|at| {
            let own = bodies.sections[at].iter().flatten();
            let own: Vec<&Line> = own.map(|line| &self.lines[*line]).collect();
            DraftSection {
                heading: headings.all[at].as_ref().map(|heading| heading.text.clone()),
                body: blocks(&own, true, &mut aside),
            }
        });
        self.left.append(&mut aside.left);
        for address in aside.unsafe_links {
            self.notes.push(format!(
                "a link to {address} is gone, for no printed page can lead there; its words stay"
            ));
        }
        sections
    }

    /// Lines that nobody took: heads and feet of pages, notes, remarks, and what a person does not want.
    fn leave_rest(&mut self, headings: &Headings, bodies: &Bodies, titled: &BTreeSet<usize>) {
        let mut seen: Vec<(HolderKind, &str)> = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            let again = seen.contains(&(line.kind, line.text.as_str()));
            seen.push((line.kind, &line.text));
            let reason = match line.kind {
                _ if titled.contains(&at) => continue,
                _ if headings.unwanted.contains(&at) || bodies.unwanted.contains(&at) => Reason::Unwanted,
                HolderKind::Header | HolderKind::Footer if again => Reason::OtherPage,
                HolderKind::Header => Reason::Header,
                HolderKind::Footer => Reason::Footer,
                HolderKind::Notes => Reason::Note,
                HolderKind::Comments => Reason::Comment,
                HolderKind::Flow | HolderKind::Box | HolderKind::Cell => continue,
            };
            self.left.push(LeftOver { text: line.text.clone(), reason });
        }
    }
}

/// Every section must have words; none is ever made up.
fn whole(draft: &Draft) -> Result<(), Refusal> {
    let empty =
        draft.sections.iter().position(|section| section.body.iter().map(Block::words).sum::<usize>() == 0);
    let Some(at) = empty else { return Ok(()) };
    let named = draft.sections[at].heading.as_deref().unwrap_or("");
    Err(Refusal::new(
        format!("section {} («{named}») has no text in this file", at + 1),
        "In Word write the text below its heading (or put a number from 1 to 7 before each heading), save, and import it again",
    ))
}

/// What a person has still to say, at the place of its answer; texts that wait stand with it.
fn remarks(questions: &[Question], waiting: &[String]) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = questions
        .iter()
        .filter(|question| question.place != DraftPlace::Contacts)
        .map(|question| {
            let mut lines = vec![format!("QUESTION {}: {}", question.key, question.text)];
            lines.extend(
                question.choices.iter().enumerate().map(|(at, choice)| format!("  {} = {choice}", at + 1)),
            );
            Remark { place: question.place, lines }
        })
        .collect();
    if !waiting.is_empty() {
        let mut lines = vec!["These words wait for an answer; no section has them yet:".to_owned()];
        lines.extend(waiting.iter().cloned());
        remarks.push(Remark { place: DraftPlace::Top, lines });
    }
    remarks.sort_by_key(|remark| remark.place);
    remarks
}

/// Counts every word on both sides.
fn prove(
    office: &Office,
    draft: &Draft,
    left: &[LeftOver],
    waiting: &[String],
    typed: &[String],
) -> Result<Count, Refusal> {
    let mut tally = Tally::default();
    let mut count = Count::default();
    office.paragraphs.iter().for_each(|paragraph| tally.add(&paragraph.text(), 1));
    office.left_over.iter().for_each(|left| tally.add(&left.text, 1));
    for text in draft_texts(office, draft, typed) {
        tally.add(&text, -1);
        count.briefing += words(&text);
    }
    for text in left.iter().map(|left| &left.text) {
        tally.add(text, -1);
        count.left_over += words(text);
    }
    for text in waiting {
        tally.add(text, -1);
        count.waiting += words(text);
    }
    count.file = count.briefing + count.left_over + count.waiting;
    match tally.difference() {
        None => Ok(count),
        Some(difference) => Err(Refusal::new(
            format!("not every word of this file comes out right: {difference}"),
            "Nothing was written. Copy the words into a new Word document and import that; and please report this file",
        )),
    }
}

/// The texts of a draft that come from the file, and not from an answer.
fn draft_texts(office: &Office, draft: &Draft, typed: &[String]) -> Vec<String> {
    let from_file =
        |key: &str, words: &Option<String>| words.clone().filter(|_| !typed.iter().any(|own| own == key));
    let mut texts: Vec<String> = Vec::new();
    texts.extend(from_file("title", &draft.title));
    texts.extend(from_file("board", &draft.board));
    texts.extend(draft.short_name.iter().chain(&draft.label).cloned());
    for section in &draft.sections {
        texts.extend(section.heading.clone());
        for block in &section.body {
            block.for_each_inline(&mut |inline| {
                texts.push(inline.iter().map(|run| run.text.as_str()).collect())
            });
        }
    }
    if let Some(own) = &office.settled {
        texts.extend(draft.contacts.iter().flat_map(|contact| contact_words(contact, own.shortened)));
    }
    texts
}
