//! The gallery: takes one briefing, gives one HTML page with it in every look, size and sheet that this program ships.
//!
//! Nothing is listed by hand: looks and layouts come from the shelf, sheets from theirs. Each picture is of the real
//! page, and below it stands the command that makes it. What cannot be made of these words says why.

mod forms;
mod page;

use std::path::Path;

use super::disk::Disk;
use super::folder::Folders;
use super::message::Message;
use super::place::Place;
use crate::diag::{Diagnostic, Severity};
use crate::english::capital;
use crate::model::{Briefing, Date};
use crate::pipeline::{Drawn, Inputs, Options, Outcome, Worker, Workshop, run};
use crate::shell::{Command, quoted};
use crate::source::Sources;

use forms::{Form, Model};
use page::{Card, Section};

/// A briefing that is to be shown in every form.
pub struct Gallery<'a> {
    disk: &'a Disk,
    briefing: &'a Path,
    board: Option<&'a Path>,
    bytes: Vec<u8>,
    board_bytes: Option<Vec<u8>>,
    today: Option<Date>,
}

impl<'a> Gallery<'a> {
    /// Reads a briefing, and a board's file where there is one.
    ///
    /// # Errors
    /// Which of them cannot be read, and why.
    pub fn of(
        disk: &'a Disk,
        briefing: &'a Path,
        board: Option<&'a Path>,
        today: Option<Date>,
    ) -> Result<Self, Diagnostic> {
        let bytes = disk.read_source(briefing)?;
        let board_bytes = board.map(|board| disk.read_source(board)).transpose()?;
        Ok(Gallery { disk, briefing, board, bytes, board_bytes, today })
    }

    /// The page.
    ///
    /// # Errors
    /// What is wrong with the words, so that no form could be made.
    pub fn page(&self) -> Result<String, Vec<Message>> {
        let workshop = Workshop::embedded();
        let mut worker = Worker::new(&workshop).drawing();
        // Without any document only the words are judged.
        let read = self.run(&workshop, &mut worker, &Options::default());
        let errors = messages(&read).filter(|message| message.severity == Severity::Error);
        let errors: Vec<Message> = errors.collect();
        let briefing = match read.briefing {
            Some(briefing) if errors.is_empty() => briefing,
            _ => return Err(errors),
        };
        let sections = forms::forms(briefing.look).into_iter().map(|form| {
            let Form { title, about, models, note } = form;
            let cards = models.into_iter().map(|model| self.card(&model, &workshop, &mut worker, &briefing));
            Section { title, about, cards: cards.collect(), note }
        });
        let sections = sections.collect::<Vec<_>>();
        Ok(page::page(&briefing.title.value, self.briefing, &sections))
    }

    /// One picture, or why there is none.
    fn card(&self, model: &Model, usual: &Workshop, worker: &mut Worker, briefing: &Briefing) -> Card {
        let outcome = match &model.workshop {
            Some(own) => self.run(own, &mut Worker::new(own).drawing(), &model.options),
            None => self.run(usual, worker, &model.options),
        };
        let refused = messages(&outcome).find(|message| message.severity == Severity::Error);
        let drawn = outcome.drawn.into_iter().next().ok_or(refused);
        Card {
            name: model.name.clone(),
            about: model.about.clone(),
            is_own: model.is_own,
            command: self.command(&model.words),
            alt: format!("{} of {}", model.alt, briefing.title.value),
            shown: drawn.map_err(|message| message.map_or_else(Vec::new, said)),
        }
    }

    fn run(&self, workshop: &Workshop, worker: &mut Worker, options: &Options) -> Outcome {
        let files = Folders::of(self.disk, self.board.into_iter().chain([self.briefing]));
        let board_name = self.board.map(|path| path.to_string_lossy());
        let inputs = Inputs {
            briefing: (&self.briefing.to_string_lossy(), &self.bytes),
            board: board_name.as_deref().zip(self.board_bytes.as_deref()),
            files: &files,
            beside: &[],
        };
        let boards = self.boards().map(|folder| ("--boards".to_owned(), Some(folder)));
        let typed = Command::new("build", Vec::new(), boards.into_iter().collect());
        run(workshop, worker, &inputs, &Options { today: self.today, typed, ..options.clone() })
    }

    /// The parts of the command that makes a form, none of which is to be broken.
    fn command(&self, words: &[String]) -> Vec<String> {
        let boards = self.boards().map(|folder| format!("--boards {}", quoted(&folder)));
        let begin = format!("briefpress build {}", quoted(&self.briefing.to_string_lossy()));
        std::iter::once(begin).chain(boards).chain(words.iter().cloned()).collect()
    }

    /// The folder of the board's file.
    fn boards(&self) -> Option<String> {
        let folder = self.board?.parent()?;
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        Some(folder.to_string_lossy().into_owned())
    }

    /// Writes a page, whole or not at all.
    ///
    /// # Errors
    /// If a file is there that this program did not make, or the disk does not take it.
    pub fn write(disk: &Disk, path: &Path, page: &str, force: bool) -> Result<(), Diagnostic> {
        Place { disk, made: Vec::new(), new_folder: false, force }.write(path, page.as_bytes()).map(|_| ())
    }
}

fn messages(outcome: &Outcome) -> impl Iterator<Item = Message> + use<> {
    let sources: &Sources = &outcome.sources;
    let all: Vec<Message> =
        outcome.diagnostics.iter().map(|diagnostic| Message::new(sources, diagnostic)).collect();
    all.into_iter()
}

/// A message, and behind it what to do.
fn said(message: Message) -> Vec<String> {
    let Message { text, hints, .. } = message;
    std::iter::once(capital(&text)).chain(hints).collect()
}

/// What was drawn of a form, or sentences that say why nothing was.
type Shown = Result<Drawn, Vec<String>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_where_a_shell_would_part_it() {
        assert_eq!(quoted("content/sexting.yaml"), "content/sexting.yaml");
        assert_eq!(quoted("My texts/a&b.yaml"), "\"My texts/a&b.yaml\"");
    }
}
