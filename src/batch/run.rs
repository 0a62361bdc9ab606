//! Many jobs at once: takes a batch, gives what came of each, in the order of the plan.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::job::{self, Done};
use super::order::{Batch, Mode};
use super::plan::Job;
use super::printable::printable;
use super::record::Record;
use super::withdrawn::{Withdrawn, unrecorded, withdrawn};
use crate::diag::{Code, Diagnostic, Place};
use crate::pipeline::Worker;

impl Batch<'_> {
    /// Does all jobs, and hands over each as soon as those before it in the plan are done. Gives the files of earlier
    /// runs whose source is gone.
    pub fn run(&self, mut each: impl FnMut(&Job, Done)) -> Vec<Withdrawn> {
        let record = match self.mode {
            Mode::Write | Mode::Status | Mode::Compare => Record::read(self.disk, self.out),
            Mode::Look => Record::none(self.disk),
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
        let mut withdrawn = withdrawn(&record, self.jobs, self.out);
        if self.prune {
            withdrawn.iter_mut().for_each(|file| file.delete(self.disk, self.out));
        }
        if self.mode != Mode::Look {
            withdrawn.extend(unrecorded(self.disk, &record, self.jobs, self.out));
        }
        withdrawn
    }

    fn share(&self, record: &Record<'_>, mut each: impl FnMut(&Job, Done)) {
        // Bounded, so that memory stays flat if the disk or the terminal is the slowest.
        let (sender, receiver) = sync_channel(self.threads * 4);
        let next = AtomicUsize::new(0);
        let begun = thread::scope(|scope| {
            let begin = |_: &usize| {
                let (sender, next) = (sender.clone(), &next);
                let work = move || self.work(record, next, |index, done| send(&sender, index, done));
                thread::Builder::new().spawn_scoped(scope, work).is_ok()
            };
            // Where the system has no room for another thread, those that there are do the work.
            let begun = (0..self.threads.min(self.jobs.len())).take_while(begin).count();
            drop(sender);
            self.in_order(&receiver, &mut each);
            begun
        });
        if begun == 0 {
            self.work(record, &next, |index, done| each(&self.jobs[index], done));
        }
    }

    /// One worker: takes the next job until there is none.
    fn work(&self, record: &Record<'_>, next: &AtomicUsize, mut hand_over: impl FnMut(usize, Done)) {
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
        let place = Place::File(printable(briefing));
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
