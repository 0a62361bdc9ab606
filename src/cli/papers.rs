//! Papers: takes what came of jobs, leaves a report for programs and a contact sheet for people, where asked for.

use std::path::{Path, PathBuf};

use briefpress::batch::{ContactSheet, Done, Index, Job, Report, Withdrawn, unwritable};

use briefpress::model::Date;

use super::DISK;
use super::args::BuildArgs;
use super::messages::Messages;

/// The papers of a run.
pub(super) struct Papers {
    report: Option<(PathBuf, Report)>,
    sheet: Option<(PathBuf, ContactSheet)>,
    index: Option<(PathBuf, Index)>,
}

impl Papers {
    /// Those that are asked for, on a plan.
    pub(super) fn new(args: &BuildArgs, plan: &[Job], today: Option<Date>) -> Self {
        let report = |path: &PathBuf| {
            let report = Report::new(args.shard, plan);
            (path.clone(), Report { times: args.times, ..report })
        };
        let sheet = |path: &PathBuf| (path.clone(), ContactSheet::new(path));
        let index = |path: &PathBuf| (path.clone(), Index::new(path, today));
        Papers {
            report: args.report.as_ref().map(report),
            sheet: args.contact_sheet.as_ref().map(sheet),
            index: args.index.as_ref().map(index),
        }
    }

    /// Takes in what came of a job.
    pub(super) fn add(&mut self, job: &Job, done: &Done) {
        if let Some((_, report)) = &mut self.report {
            report.add(job, done);
        }
        if let Some((_, sheet)) = &mut self.sheet {
            sheet.add(job, done);
        }
        if let Some((_, index)) = &mut self.index {
            index.add(job, done);
        }
    }

    /// Takes in which files of earlier runs have lost their source.
    pub(super) fn add_withdrawn(&mut self, withdrawn: &[Withdrawn]) {
        if let Some((_, report)) = &mut self.report {
            report.add_withdrawn(withdrawn);
        }
    }

    /// Writes them; what cannot be written is said.
    pub(super) fn write(&self, messages: &mut Messages) {
        let mut say = |path: &Path, error: std::io::Error| messages.add_disk(&unwritable(path, &error));
        if let Some((path, report)) = &self.report {
            report.write(&DISK, path).unwrap_or_else(|error| say(path, error));
        }
        if let Some((path, sheet)) = &self.sheet {
            sheet.write(&DISK).unwrap_or_else(|error| say(path, error));
        }
        if let Some((path, index)) = &self.index {
            index.write(&DISK).unwrap_or_else(|error| say(path, error));
        }
    }
}
