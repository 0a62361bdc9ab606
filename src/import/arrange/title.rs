//! The title block: takes the lines that are no headings, gives the title, the board and the label of the briefing.

use std::collections::BTreeSet;

use super::super::clean::Line;
use super::super::office::{HolderKind, LeftOver, Mark, Reason, Style};
use super::super::question::{Answer, Asker, Question};
use super::short::{could_be_heading, is_label, label_range};
use crate::geom::Pt;

/// What the title block says.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub title: Option<String>,
    pub board: Option<String>,
    pub short_name: Option<String>,
    pub label: Option<String>,
    /// The lines whose words these are.
    pub lines: BTreeSet<usize>,
    /// Signs between two parts of one line.
    pub left: Vec<LeftOver>,
}

/// Words that tell a board.
const BOARDS: [&str; 9] =
    ["board", "partnership", "council", "trust", "bwrdd", "cyngor", "partneriaeth", "nhs", "ymddiriedolaeth"];

/// A title block has no more lines.
const MOST_LINES: usize = 6;

/// Finds title, board and label; `is_taken` tells the lines that belong to headings.
pub(super) fn block(lines: &[Line], is_taken: &dyn Fn(usize) -> bool, asker: &mut Asker<'_>) -> Block {
    let usable = |at: usize| !is_taken(at) && could_be_titled(&lines[at]);
    let label = (0..lines.len()).find(|at| !is_taken(*at) && is_label(&lines[*at].text));
    let mut block = Block::default();
    let mut candidates = label.map(|at| around(lines, at, &usable)).unwrap_or_default();
    if let Some(at) = label {
        let rest = block.take_label(&lines[at], at);
        if let Some(words) = rest {
            block.title = Some(words);
        }
    }
    candidates.add_apart(lines, label, &usable, is_taken);
    block.take_board(lines, &mut candidates, asker);
    block.take_title(lines, &mut candidates, asker);
    block
}

/// Lines that may be the title or the board.
#[derive(Debug, Default)]
struct Candidates {
    /// Nothing else can be meant by these: they stand by themselves.
    sure: Vec<usize>,
    /// These may be running text as well.
    doubtful: Vec<usize>,
}

/// The lines of the label's own group: above it, and below it where nothing else is in the holder.
fn around(lines: &[Line], label: usize, usable: &dyn Fn(usize) -> bool) -> Candidates {
    let holder = lines[label].holder;
    let own: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].holder == holder).collect();
    let titled = |at: &usize| *at == label || usable(*at);
    if lines[label].kind != HolderKind::Flow && own.iter().all(titled) && own.len() <= MOST_LINES {
        return Candidates {
            sure: own.into_iter().filter(|at| *at != label).collect(),
            doubtful: Vec::new(),
        };
    }
    let mut above: Vec<usize> = Vec::new();
    let mut at = label;
    // The group ends above a line that an empty line, a heading or another holder stands before.
    let complete = loop {
        if lines[at].gap || at == 0 || lines[at - 1].holder != holder {
            break true;
        }
        at -= 1;
        if !usable(at) {
            break false;
        }
        above.insert(0, at);
    };
    let sure = complete && above.len() < MOST_LINES && !above.is_empty();
    if sure {
        Candidates { sure: above, doubtful: Vec::new() }
    } else {
        Candidates { sure: Vec::new(), doubtful: above }
    }
}

impl Candidates {
    /// Adds lines that stand apart from the label: heads of pages, boxes of short lines, large letters.
    fn add_apart(
        &mut self,
        lines: &[Line],
        label: Option<usize>,
        usable: &dyn Fn(usize) -> bool,
        is_taken: &dyn Fn(usize) -> bool,
    ) {
        let first_heading = (0..lines.len()).find(|at| is_taken(*at)).unwrap_or(lines.len());
        let usual = usual_size(lines);
        for at in (0..lines.len()).filter(|at| usable(*at) && Some(*at) != label) {
            let line = &lines[at];
            if self.sure.contains(&at) || self.doubtful.contains(&at) {
                continue;
            }
            let own: Vec<usize> = (0..lines.len()).filter(|o| lines[*o].holder == line.holder).collect();
            let all_titled =
                own.len() <= MOST_LINES && own.iter().all(|own| usable(*own) || Some(*own) == label);
            let is_apart = line.kind == HolderKind::Header && all_titled;
            let is_large = line.size.zip(usual).is_some_and(|(own, usual)| own.get() > usual.get() * 1.3);
            let is_largest = lines.iter().enumerate().all(|(o, other)| o == at || other.size < line.size);
            if is_apart || line.style == Style::Title || (is_large && is_largest && all_titled) {
                self.sure.push(at);
            } else if is_large || all_titled || (at < first_heading && line.kind == HolderKind::Flow) {
                self.doubtful.push(at);
            }
        }
    }
}

/// Whether a line may stand in a title block: short, no item of a list, and no sentence.
fn could_be_titled(line: &Line) -> bool {
    let is_item = matches!(line.mark, Some(Mark::Bullet(_) | Mark::Number { .. }));
    let kind =
        matches!(line.kind, HolderKind::Flow | HolderKind::Box | HolderKind::Cell | HolderKind::Header);
    !is_item && kind && could_be_heading(&line.text) && !line.text.ends_with(':')
}

/// The size of letters that most words have.
fn usual_size(lines: &[Line]) -> Option<Pt> {
    let mut words: Vec<(u32, usize)> = Vec::new();
    for line in lines {
        let Some(size) = line.size else { continue };
        let tenths = (size.get() * 10.0).round() as u32;
        let count = line.text.split_whitespace().count();
        match words.iter_mut().find(|(own, _)| *own == tenths) {
            Some((_, all)) => *all += count,
            None => words.push((tenths, count)),
        }
    }
    words.iter().max_by_key(|(_, count)| *count).map(|(tenths, _)| Pt::new(*tenths as f32 / 10.0))
}

impl Block {
    /// Takes the label out of its line; gives what else stands in the line.
    fn take_label(&mut self, line: &Line, at: usize) -> Option<String> {
        let range = label_range(&line.text)?;
        let (before, after) = (&line.text[..range.start], &line.text[range.end..]);
        self.lines.insert(at);
        self.label = Some(line.text[range].to_owned());
        let (before, joint_before) = split_joint(before.trim(), true);
        let (after, joint_after) = split_joint(after.trim(), false);
        match (before.is_empty(), after.is_empty()) {
            (true, true) => {}
            (false, true) if !joint_before.is_empty() => {
                self.joint(joint_before);
                return Some(before.to_owned());
            }
            (true, false) if !joint_after.is_empty() => {
                self.joint(joint_after);
                return Some(after.to_owned());
            }
            // Without a sign between them nobody can tell where the title ends; the line stays one.
            _ => {
                self.label = Some(line.text.clone());
                return None;
            }
        }
        self.joint(joint_before);
        self.joint(joint_after);
        None
    }

    fn joint(&mut self, sign: &str) {
        if !sign.is_empty() {
            self.left.push(LeftOver { text: sign.to_owned(), reason: Reason::Joint });
        }
    }

    fn take_board(&mut self, lines: &[Line], candidates: &mut Candidates, asker: &mut Asker<'_>) {
        let tells = |at: &usize| {
            let words = lines[*at].text.to_lowercase();
            words.split(|c: char| !c.is_alphanumeric()).any(|word| BOARDS.contains(&word))
        };
        let sure: Vec<usize> = candidates.sure.iter().copied().filter(tells).collect();
        let found = match sure.as_slice() {
            [only] => Some(*only),
            _ => ask(Question::board, lines, candidates, &mut self.board, asker),
        };
        let Some(at) = found else { return };
        let (name, joint) = split_joint(&lines[at].text, true);
        self.joint(joint);
        self.board = Some(name.to_owned());
        self.lines.insert(at);
        candidates.sure.retain(|own| *own != at);
        candidates.doubtful.retain(|own| *own != at);
        let short = candidates.sure.iter().copied().find(|at| is_short_name(&lines[*at].text, name));
        if let Some(short) = short {
            self.short_name = Some(lines[short].text.clone());
            self.lines.insert(short);
            candidates.sure.retain(|own| *own != short);
        }
    }

    fn take_title(&mut self, lines: &[Line], candidates: &mut Candidates, asker: &mut Asker<'_>) {
        if self.title.is_some() {
            return;
        }
        let styled: Vec<usize> =
            candidates.sure.iter().copied().filter(|at| lines[*at].style == Style::Title).collect();
        let found = match (styled.as_slice(), candidates.sure.as_slice()) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => ask(Question::title, lines, candidates, &mut self.title, asker),
        };
        if let Some(at) = found {
            self.title = Some(lines[at].text.clone());
            self.lines.insert(at);
        }
    }
}

/// Asks for the title or the board: one of the lines that may be it, or words of one's own, which go into `own`.
fn ask(
    question: fn(Vec<String>) -> Question,
    lines: &[Line],
    candidates: &Candidates,
    own: &mut Option<String>,
    asker: &mut Asker<'_>,
) -> Option<usize> {
    let all: Vec<usize> = candidates.sure.iter().chain(&candidates.doubtful).copied().take(9).collect();
    let answer = asker.ask(question(all.iter().map(|at| lines[*at].text.clone()).collect()))?;
    match answer {
        Answer::Choice(at) => all.get(at).copied(),
        Answer::Words(words) => {
            *own = Some(words);
            None
        }
    }
}

/// A dash, bar or colon at the end (or the beginning) of a text, and the text without it.
fn split_joint(text: &str, at_end: bool) -> (&str, &str) {
    let is_joint = |c: char| matches!(c, '-' | '–' | '—' | '|' | ':' | ' ' | '\u{a0}');
    if at_end {
        let kept = text.trim_end_matches(is_joint);
        (kept, text[kept.len()..].trim())
    } else {
        let kept = text.trim_start_matches(is_joint);
        (kept, text[..text.len() - kept.len()].trim())
    }
}

/// Whether capitals such as RSCB are the first letters of a board's name.
fn is_short_name(text: &str, board: &str) -> bool {
    let capitals: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let all_capitals = capitals.len() >= 2 && capitals.iter().all(|c| c.is_uppercase());
    let mut initials =
        board.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
    all_capitals && capitals.iter().all(|capital| initials.any(|initial| initial == *capital))
}
