//! What is ordered: takes jobs, tools and options, gives the digest by which a later run knows them again.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::digest::Digest;
use super::disk::Disk;
use super::plan::Job;
use crate::pipeline::{Options, Workshop};

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
    /// The disk.
    pub disk: &'a Disk,
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
    /// Whether files may be written over that this program did not make.
    pub force: bool,
    /// Whether files are deleted whose source is gone or has mistakes now, as far as the record proves them ours.
    pub prune: bool,
    /// Whether each job hands over its line of the record, for the reports of shards that are joined later.
    pub lines: bool,
    /// How many jobs are done at once.
    pub threads: usize,
    /// Set from outside to stop: jobs that have begun are finished, no other begins.
    pub stop: &'a AtomicBool,
}

impl Batch<'_> {
    /// What a job is made from, in one digest, but for its pictures. Paths are in it because messages show them.
    pub(super) fn key(&self, job: &Job, options: &str, briefing: &[u8], board: Option<&[u8]>) -> Digest {
        let path = job.briefing.as_os_str().as_encoded_bytes();
        let board = job.board.as_deref().zip(board);
        let board = board.map(|(path, bytes)| [path.as_os_str().as_encoded_bytes(), bytes]);
        // No board and an empty board are two things: the number of parts tells them apart.
        let parts = [self.tools.as_bytes(), options.as_bytes(), path, briefing].into_iter();
        Digest::of_parts(parts.chain(board.into_iter().flatten()))
    }
}
