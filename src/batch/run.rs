//! Many jobs at once: takes a batch, gives what came of each, in the order of the plan.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::digest::Digest;
use super::job::{self, Done};
use super::plan::Job;
use super::record::Record;
use crate::diag::{Code, Diagnostic, Place};
use crate::pipeline::{Options, Worker, Workshop};

/// What is to become of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// They are written, but for those that stand already.
    Write,
    /// They are made and thrown away: only the messages matter.
    Look,
    /// They are compared with those on disk.
    Compare,
    /// They are looked up in the record, and nothing is made where they stand.
    Status,
}

/// Whether the files of a job are those that its sources give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They are.
    UpToDate,
    /// Something has changed since, or they are gone.
    OutOfDate,
    /// There is no record of them.
    NeverBuilt,
}

/// All that is settled before the first job begins.
pub struct Batch<'a> {
    /// The fonts and layouts.
    pub workshop: &'a Workshop,
    /// What they are, for the record: any change in it makes everything anew.
    pub tools: Digest,
    /// What is to be made.
    pub options: &'a Options,
    /// From what.
    pub jobs: &'a [Job],
    /// Into which folder; the record lies in it.
    pub out: &'a Path,
    /// What is to become of the files.
    pub mode: Mode,
    /// Whether first pages are drawn small beside the files, for a contact sheet.
    pub thumbnails: bool,
    /// How many jobs are done at once.
    pub threads: usize,
    /// Set from outside to stop: jobs that have begun are finished, no other begins.
    pub stop: &'a AtomicBool,
}

impl Batch<'_> {
    /// The options as the record keeps them. The day changes no file; how long its messages hold stands in each entry.
    pub(super) fn settled(&self) -> String {
        format!("{:?}", Options { today: None, ..self.options.clone() })
    }

    /// What a job is made from, in one digest, but for its pictures. Paths are in it because messages show them.
    pub(super) fn key(&self, job: &Job, options: &str, briefing: &[u8], board: Option<&[u8]>) -> Digest {
        let path = job.briefing.as_os_str().as_encoded_bytes();
        let board = job.board.as_deref().zip(board);
        let board = board.map(|(path, bytes)| [path.as_os_str().as_encoded_bytes(), bytes]);
        // No board and an empty board are two things: the number of parts tells them apart.
        let parts = [self.tools.as_bytes(), options.as_bytes(), path, briefing].into_iter();
        Digest::of_parts(parts.chain(board.into_iter().flatten()))
    }

    /// Does all jobs, and hands over each as soon as those before it in the plan are done.
    pub fn run(&self, mut each: impl FnMut(&Job, Done)) {
        let record = match self.mode {
            Mode::Write | Mode::Status => Record::read(self.out),
            Mode::Look | Mode::Compare => Record::none(),
        };
        let mut pen = record.pen();
        let mut each = |job: &Job, done: Done| {
            if let Some(entry) = &done.entry {
                pen.add(entry);
            }
            each(job, done);
        };
        if self.threads <= 1 || self.jobs.len() == 1 {
            // A thread of its own would cost more than one job gains.
            self.work(&record, &AtomicUsize::new(0), |index, done| each(&self.jobs[index], done));
        } else {
            self.share(&record, each);
        }
        pen.finish();
    }

    /// The files that earlier runs made of briefings or boards that are no longer there, sorted.
    #[must_use]
    pub fn left_over(&self) -> Vec<PathBuf> {
        Record::read(self.out).left_over(self.out)
    }

    fn share(&self, record: &Record, each: impl FnMut(&Job, Done)) {
        // Bounded, so that memory stays flat if the disk or the terminal is the slowest.
        let (sender, receiver) = sync_channel(self.threads * 4);
        let next = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..self.threads.min(self.jobs.len()) {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || self.work(record, next, |index, done| send(&sender, index, done)));
            }
            drop(sender);
            self.in_order(&receiver, each);
        });
    }

    /// One worker: takes the next job until there is none.
    fn work(&self, record: &Record, next: &AtomicUsize, mut hand_over: impl FnMut(usize, Done)) {
        let fresh = || Worker::new(self.workshop).with_thumbnails(self.thumbnails);
        let mut worker = fresh();
        while !self.stop.load(Ordering::Relaxed) {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = self.jobs.get(index) else { break };
            let done = guarded(&job.briefing, || job::done(self, record, &mut worker, job));
            let done = done.unwrap_or_else(|fault| {
                // Nobody knows in what state the old one was left.
                worker = fresh();
                job::failed(&fault)
            });
            hand_over(index, done);
        }
    }

    fn in_order(&self, receiver: &Receiver<(usize, Done)>, mut each: impl FnMut(&Job, Done)) {
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        for (index, done) in receiver {
            waiting.insert(index, done);
            while let Some(done) = waiting.remove(&next) {
                each(&self.jobs[next], done);
                next += 1;
            }
        }
    }
}

/// What `work` gives, or that it met a fault of the program: one briefing must not take the others with it.
fn guarded(briefing: &Path, work: impl FnOnce() -> Done) -> Result<Done, Diagnostic> {
    // What the work has left half done is thrown away by the caller.
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let words = payload.downcast_ref::<&str>().map(|words| (*words).to_owned());
        let words = words.or_else(|| payload.downcast_ref::<String>().cloned());
        let why = words.unwrap_or_else(|| "no reason given".to_owned());
        let message = format!("briefpress itself has a fault and could not finish this briefing: {why}");
        let place = Place::File(briefing.display().to_string());
        Diagnostic::error(Code::ProgramFault, place, message)
            .hint("No file was left half-written; please report this together with the briefing")
    })
}

/// The other end is there until all workers have ended.
fn send(sender: &SyncSender<(usize, Done)>, index: usize, done: Done) {
    let _ = sender.send((index, done));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::State;

    #[test]
    fn a_fault_ends_one_job_and_says_which() {
        let briefing = Path::new("content/a.yaml");
        let fault = guarded(briefing, || panic!("index {} of 2", 3)).expect_err("the work met a fault");
        assert_eq!((fault.code, &fault.place), (Code::ProgramFault, &Place::File("content/a.yaml".into())));
        assert!(fault.message.ends_with("could not finish this briefing: index 3 of 2"), "{}", fault.message);
        assert!(guarded(briefing, || Done::with(State::Made)).is_ok());
    }
}
