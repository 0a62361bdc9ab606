//! All that a run found out: takes messages as jobs end, gives them shown once and the exit code.

use std::path::PathBuf;

use briefpress::batch::{Done, Fate, Job, Message, State, Withdrawn, printable};
use briefpress::diag::Diagnostic;
use briefpress::source::Sources;

use super::Exit;
use super::args::{ColorWhen, Format};
use super::editions::Editions;
use super::render::{self, Counts};
use super::stream::{print, say, terminal};

/// Gathers messages, and whether any came of the machine: files that cannot be read or written.
#[derive(Debug, Default)]
pub(crate) struct Messages {
    all: Editions,
    stale: Vec<PathBuf>,
    missing: Vec<PathBuf>,
    disk: bool,
    /// What there is to say of files whose source is gone, and whether that fails the run.
    withdrawn: Vec<String>,
    fails: bool,
}

/// More files of sources that are gone tell a reader nothing more.
const NAMED: usize = 20;

impl Messages {
    /// Of a run over so many briefings that what they have in common is said once.
    pub(crate) fn of_many(many: bool) -> Self {
        Messages { all: Editions::of_many(many), ..Messages::default() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Takes in what one job said.
    pub(crate) fn add_done(&mut self, job: &Job, done: Done) {
        self.disk |= done.state == State::Failed;
        self.all.add_job(job, done.messages);
        // Those that were deleted are named; those that stay are told as stale.
        let deleted = done.withdrawn.into_iter().filter(|file| file.fate == Fate::Deleted);
        self.add_withdrawn(deleted.collect(), "has mistakes now", false);
        self.stale.extend(done.stale);
        self.missing.extend(done.missing);
    }

    /// Takes in files of earlier runs, and what is so of their source.
    pub(crate) fn add_withdrawn(&mut self, files: Vec<Withdrawn>, why: &str, fails: bool) {
        self.fails |= fails && files.iter().any(|file| file.fate != Fate::Unrecorded);
        for Withdrawn { path, source, fate } in files {
            let (path, source) = (printable(&path), printable(&source));
            self.withdrawn.push(match fate {
                Fate::AsMade => {
                    format!("left over: {path} was made from {source}, which {why}; --prune deletes it\n")
                }
                Fate::Unknown => format!(
                    "left over: {path} was made from {source}, which {why}; it was changed since, so --prune \
                     leaves it\n"
                ),
                Fate::Unrecorded => format!(
                    "left over, perhaps: {path} is of no briefing here, and no record says what it was made from; \
                     look whether it is withdrawn\n"
                ),
                Fate::Deleted => format!("deleted: {path}, for {source} {why}\n"),
                Fate::Undeletable(why) => {
                    self.add_disk(&why);
                    continue;
                }
            });
        }
    }

    /// Takes in messages that need their sources no longer.
    pub(crate) fn add_messages(&mut self, messages: Vec<Message>) {
        messages.into_iter().for_each(|message| self.all.add(message));
    }

    /// Takes in messages that point into sources.
    pub(crate) fn add(&mut self, sources: &Sources, diagnostics: &[Diagnostic]) {
        diagnostics.iter().for_each(|diagnostic| self.all.add(Message::new(sources, diagnostic)));
    }

    /// Takes in that a file was not read or written.
    pub(crate) fn add_disk(&mut self, diagnostic: &Diagnostic) {
        self.disk = true;
        self.add(&Sources::default(), std::slice::from_ref(diagnostic));
    }

    /// Shows everything and says how the run ended.
    ///
    /// What programs read goes to standard output; what people read beside other output, to standard error.
    pub(crate) fn finish(self, shown: &Shown) -> Exit {
        let to_stdout = shown.to_stdout || !matches!(shown.form, Format::Text | Format::Plain);
        let terminal = terminal(shown.color, to_stdout);
        let (text, counts) = if self.all.is_of_many() && shown.form == Format::Text {
            let alike = self.all.into_alike();
            (render::render_alike(&alike, terminal), Counts::of_alike(&alike))
        } else {
            let all = self.all.into_messages();
            (render::render(&all, shown.form, terminal), Counts::of(&all))
        };
        if to_stdout {
            print(&text)
        } else {
            say(&text)
        }
        self.withdrawn.iter().take(NAMED).for_each(|line| say(line));
        if let more @ 1.. = self.withdrawn.len().saturating_sub(NAMED) {
            say(&format!("and {more} more files like these\n"));
        }
        for path in &self.stale {
            say(&format!("left as it was: {} is not what the sources give now\n", printable(path)));
        }
        for path in &self.missing {
            say(&format!("nothing was written: {} is missing\n", printable(path)));
        }
        match counts {
            _ if self.disk => Exit::Usage,
            Counts { errors: 1.., .. } => Exit::Content,
            Counts { warnings: 1.., .. } if shown.strict => Exit::Content,
            _ if self.stale.is_empty() && self.missing.is_empty() && !self.fails => Exit::Done,
            _ => Exit::Content,
        }
    }
}

/// How messages are to be shown and weighed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    pub form: Format,
    pub color: ColorWhen,
    /// Whether warnings fail.
    pub strict: bool,
    /// Whether they are what was asked for, and so go to standard output.
    pub to_stdout: bool,
}
