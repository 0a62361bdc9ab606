//! Editions: takes the messages of many jobs, gives each once, with the boards that it is about where not all are.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::rc::Rc;

use briefpress::batch::{Change, Job, Message, Spot, printable};
use briefpress::diag::{Code, Severity};
use briefpress::english::{plural, things};

/// More names than this tell a reader nothing more.
const NAMED: usize = 3;

/// More messages about one full disk tell a reader nothing more.
const SAME_REASON: usize = 3;

/// Messages, each with the boards whose editions have it. What several briefings have in common is held once, so
/// that a run of a hundred thousand files stays small.
#[derive(Debug, Default)]
pub(super) struct Editions {
    said: HashMap<Saying, HashMap<Place, Heard>>,
    /// Names of files and boards.
    names: HashSet<Rc<str>>,
    /// How many editions of each briefing were looked at.
    looked_at: HashMap<Rc<str>, usize>,
    /// Whether what says the same of several files is to stand once.
    many: bool,
}

/// What a message says, of whatever file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Saying {
    severity: Severity,
    code: Code,
    text: String,
    hints: Vec<String>,
}

/// Where a message points.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Place {
    file: Rc<str>,
    /// First line and column, last line and column.
    spot: Option<[usize; 4]>,
}

/// What is known of a message at a place.
#[derive(Debug, Default)]
struct Heard {
    boards: Vec<Rc<str>>,
    /// What stands there, where it is kept.
    line: Option<Box<Excerpt>>,
    /// What to type instead.
    fix: Vec<Change>,
}

/// The line of a place, and its marked bytes.
type Excerpt = (String, (usize, usize));

/// Messages of many files that say the same.
#[derive(Debug)]
pub(super) struct Alike {
    /// The first of them.
    pub first: Message,
    /// File and line of the others.
    pub others: Vec<(Rc<str>, Option<usize>)>,
}

impl Editions {
    /// Of a run over many briefings: what says the same of several files is to stand once.
    pub(super) fn of_many(many: bool) -> Self {
        Editions { many, ..Editions::default() }
    }

    pub(super) const fn is_of_many(&self) -> bool {
        self.many
    }

    pub(super) fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// Takes in a message that is of no job.
    pub(super) fn add(&mut self, message: Message) {
        self.heard(message, !self.many);
    }

    /// Takes in what one job said.
    pub(super) fn add_job(&mut self, job: &Job, messages: Vec<Message>) {
        let briefing = self.name(&printable(&job.briefing));
        *self.looked_at.entry(briefing).or_default() += 1;
        let board = job.board.as_deref().map(|path| self.name(&stem(path)));
        // Of many files one line is enough. Not so with boards: messages that say the same are told apart by the
        // boards they are about, which nobody knows before the end, and there are few files for so many jobs.
        let keep = !self.many || board.is_some();
        for message in messages {
            self.heard(message, keep).boards.extend(board.clone());
        }
    }

    /// Notes a message; its line is kept where that is wanted, and of the first that says so in any case.
    fn heard(&mut self, message: Message, keep: bool) -> &mut Heard {
        let Message { file, spot, severity, code, text, hints, fix } = message;
        let (at, line) = spot.map(apart).unzip();
        let place = Place { file: self.name(&file), spot: at };
        let places = self.said.entry(Saying { severity, code, text, hints }).or_default();
        let keep = keep || places.is_empty();
        let heard = places.entry(place).or_default();
        if keep && heard.line.is_none() {
            heard.line = line.map(Box::new);
        }
        heard.fix = fix;
        heard
    }

    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.get(name) {
            return Rc::clone(known);
        }
        let name: Rc<str> = Rc::from(name);
        self.names.insert(Rc::clone(&name));
        name
    }

    /// All messages, file by file, in each the errors first, then in the order of places. One briefing built for a hundred boards has each mistake once.
    pub(super) fn into_messages(self) -> Vec<Message> {
        let mut messages: Vec<Message> = Vec::new();
        for (saying, places) in self.said {
            for (place, heard) in places {
                let only = only_in(&heard.boards, self.looked_at.get(&place.file));
                messages.push(whole(&saying, place, heard, only));
            }
        }
        messages.sort_by(|a, b| {
            let rank = |message: &Message| std::cmp::Reverse(message.severity);
            (&a.file, rank(a)).cmp(&(&b.file, rank(b))).then_with(|| a.cmp(b))
        });
        fold(messages)
    }

    /// Messages that say the same together; those that weigh most come last and so are nearest to the eye, and of
    /// these those of the most files.
    pub(super) fn into_alike(self) -> Vec<Alike> {
        let mut all: Vec<Alike> = Vec::new();
        for (saying, places) in self.said {
            let mut by_boards: BTreeMap<Option<String>, Vec<(Place, Heard)>> = BTreeMap::new();
            for (place, heard) in places {
                let only = only_in(&heard.boards, self.looked_at.get(&place.file));
                by_boards.entry(only).or_default().push((place, heard));
            }
            for (only, mut same) in by_boards {
                // The one whose line was kept comes first, then they are in the order of places.
                same.sort_by(|(a, heard), (b, other)| {
                    (heard.line.is_none(), a).cmp(&(other.line.is_none(), b))
                });
                let mut same = same.into_iter();
                let Some((place, heard)) = same.next() else { continue };
                let others = same.map(|(place, _)| (place.file, place.spot.map(|[line, ..]| line))).collect();
                all.push(Alike { first: whole(&saying, place, heard, only), others });
            }
        }
        let rank = |alike: &Alike| (alike.first.severity, alike.others.len());
        all.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.first.cmp(&b.first)));
        all
    }
}

/// Where a spot is, and what stands there.
fn apart(spot: Spot) -> ([usize; 4], Excerpt) {
    let Spot { line, column, end_line, end_column, excerpt, marked } = spot;
    ([line, column, end_line, end_column], (excerpt, marked))
}

fn whole(saying: &Saying, place: Place, heard: Heard, only: Option<String>) -> Message {
    let Saying { severity, code, text, hints } = saying.clone();
    let spot = place.spot.map(|[at, column, end_line, end_column]| {
        let (excerpt, marked) = heard.line.map(|line| *line).unwrap_or_default();
        Spot { line: at, column, end_line, end_column, excerpt, marked }
    });
    let hints = hints.into_iter().chain(only).collect();
    Message { file: place.file.to_string(), spot, severity, code, text, hints, fix: heard.fix }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// "This is so only in the editions for east, north, south and 9 more", where there are editions without it.
fn only_in(boards: &[Rc<str>], looked_at: Option<&usize>) -> Option<String> {
    if boards.is_empty() || boards.len() >= *looked_at? {
        return None;
    }
    let mut boards: Vec<&str> = boards.iter().map(|board| &**board).collect();
    boards.sort_unstable();
    boards.dedup();
    let more = boards.len().saturating_sub(NAMED);
    let editions = plural(boards.len(), "edition");
    let names = boards[..boards.len() - more].join(", ");
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(format!("This is so only in the {editions} for {names}{rest}"))
}

/// Leaves out what only repeats that the disk is full or the folder closed.
fn fold(messages: Vec<Message>) -> Vec<Message> {
    let mut reasons = BTreeMap::<String, usize>::new();
    let unwritable = |message: &Message| message.code == Code::FileUnwritable;
    for message in messages.iter().filter(|message| unwritable(message)) {
        *reasons.entry(message.text.clone()).or_default() += 1;
    }
    let mut shown = BTreeMap::<String, usize>::new();
    let folded = messages.into_iter().filter_map(|mut message| {
        if unwritable(&message) {
            let number = shown.entry(message.text.clone()).or_default();
            *number += 1;
            let more = reasons.get(&message.text).map_or(0, |all| all.saturating_sub(SAME_REASON));
            match (*number).cmp(&SAME_REASON) {
                std::cmp::Ordering::Greater => return None,
                std::cmp::Ordering::Equal if more > 0 => {
                    let files = things(more, "more file");
                    message.hints.push(format!("{files} cannot be written for the same reason"));
                }
                _ => {}
            }
        }
        Some(message)
    });
    folded.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boards_are_named_as_far_as_names_help() {
        let names = |count: usize| -> Vec<Rc<str>> {
            (0..count).map(|number| Rc::from(format!("b{number}").as_str())).collect()
        };
        let said = |count| only_in(&names(count), Some(&10));
        assert_eq!(said(1).as_deref(), Some("This is so only in the edition for b0"));
        assert_eq!(said(3).as_deref(), Some("This is so only in the editions for b0, b1, b2"));
        assert_eq!(said(9).as_deref(), Some("This is so only in the editions for b0, b1, b2 and 6 more"));
        assert_eq!((said(0), said(10), only_in(&names(1), None)), (None, None, None));
    }

    fn message(file: &str, line: usize, text: &str) -> Message {
        let spot =
            Spot { line, column: 1, end_line: line, end_column: 4, excerpt: file.to_owned(), marked: (0, 3) };
        Message {
            file: file.to_owned(),
            spot: Some(spot),
            severity: Severity::Note,
            code: Code::Abbreviation,
            text: text.to_owned(),
            hints: vec!["Write more".to_owned()],
            fix: Vec::new(),
        }
    }

    #[test]
    fn messages_go_in_and_come_out_whole() {
        let all = [message("a.yaml", 3, "x"), message("a.yaml", 4, "x"), message("b.yaml", 3, "y")];
        let mut editions = Editions::default();
        all.iter().rev().chain(&all).for_each(|message| editions.add(message.clone()));
        assert_eq!(editions.into_messages(), all);
    }

    #[test]
    fn within_a_file_what_weighs_most_comes_first() {
        let with = |severity, message| Message { severity, ..message };
        let error = with(Severity::Error, message("a.yaml", 9, "x"));
        let warning = with(Severity::Warning, message("a.yaml", 1, "x"));
        let (note, other) = (message("a.yaml", 2, "x"), with(Severity::Error, message("b.yaml", 1, "x")));
        let all = [error, warning, note, other];
        let mut editions = Editions::default();
        all.iter().rev().for_each(|message| editions.add(message.clone()));
        assert_eq!(editions.into_messages(), all);
    }

    #[test]
    fn of_many_files_what_says_the_same_stands_once() {
        let mut editions = Editions::of_many(true);
        for file in ["c.yaml", "a.yaml", "b.yaml"] {
            editions.add(message(file, 3, "x"));
        }
        editions.add(message("b.yaml", 9, "y"));
        let alike = editions.into_alike();
        let [once, often] = alike.as_slice() else { panic!("{alike:?}") };
        assert_eq!((&once.first, once.others.len()), (&message("b.yaml", 9, "y"), 0));
        assert_eq!(often.first, message("c.yaml", 3, "x"), "the first that came has its line");
        let others: Vec<(&str, Option<usize>)> =
            often.others.iter().map(|(file, line)| (&**file, *line)).collect();
        assert_eq!(others, [("a.yaml", Some(3)), ("b.yaml", Some(3))]);
    }
    /// What is so for one board only is told apart from the same said of all, and has its line too.
    #[test]
    fn every_kind_of_message_has_its_line_also_among_many_boards() {
        let job = |briefing: &str, board: &str| Job {
            name: format!("{board}/{briefing}"),
            briefing: briefing.into(),
            board: Some(board.into()),
            out: "out".into(),
        };
        let mut editions = Editions::of_many(true);
        for board in ["east.yaml", "west.yaml"] {
            editions.add_job(&job("a.yaml", board), vec![message("a.yaml", 3, "x")]);
        }
        editions.add_job(&job("b.yaml", "east.yaml"), vec![message("b.yaml", 5, "x")]);
        editions.add_job(&job("b.yaml", "west.yaml"), Vec::new());
        let alike = editions.into_alike();
        assert_eq!(alike.len(), 2, "{alike:?}");
        for Alike { first, others } in &alike {
            let spot = first.spot.as_ref().expect("it has a place");
            assert_eq!((&spot.excerpt, spot.marked, others.len()), (&first.file, (0, 3), 0));
        }
        assert_eq!(alike[0].first.hints.len() + alike[1].first.hints.len(), 3, "one names its board");
    }
}
