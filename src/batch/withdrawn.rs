//! What is withdrawn: takes the record and the jobs of a run, gives the files whose source is gone, and deletes them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::disk::{Disk, unwritable};
use super::entry::{Entry, MadeFile, thumbnail};
use super::ours::{LONGEST, SVG, is_ours};
use super::plan::Job;
use super::record::{self, Record};
use super::way::{between, whole};
use crate::diag::Diagnostic;

/// A file of an earlier run that should not be handed out any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Where it is.
    pub path: PathBuf,
    /// What it was made from and is gone, or has mistakes now: the briefing or the board's file.
    pub source: PathBuf,
    /// What is to become of it, or became.
    pub fate: Fate,
}

/// What becomes of a file that is withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is, byte for byte, what was made, so it may be deleted.
    AsMade,
    /// Somebody changed it, or the record does not know it, so it stays.
    Unknown,
    /// It is ours by its mark, of no briefing of this run and of none in the record; nobody knows its source, so it stays.
    Unrecorded,
    /// It was deleted.
    Deleted,
    /// It was to be deleted, and the disk said no.
    Undeletable(Diagnostic),
}

impl Withdrawn {
    /// A file in a folder, as far as the record knows it.
    pub(super) fn new(
        record: &Record<'_>,
        folder: &Path,
        name: &str,
        made: &[&MadeFile],
        source: &Path,
    ) -> Self {
        let known = made.iter().find(|file| file.name == name);
        let as_made = known.is_some_and(|file| record.holds(folder, file));
        let fate = if as_made { Fate::AsMade } else { Fate::Unknown };
        Withdrawn { path: folder.join(name), source: source.to_path_buf(), fate }
    }

    /// Deletes the file if it is what was made, and the folders below `out` that are empty then.
    pub(super) fn delete(&mut self, disk: &Disk, out: &Path) {
        if self.fate != Fate::AsMade {
            return;
        }
        self.fate = match disk.remove(&self.path) {
            Ok(()) => Fate::Deleted,
            Err(error) => Fate::Undeletable(unwritable(&self.path, &error)),
        };
        self.delete_thumbnail(disk);
        // Succeeds only where nothing else lies in it, which is what is wanted.
        let folders = self.path.ancestors().skip(1).take_while(|folder| *folder != out);
        let _ = folders.map(|folder| disk.remove_empty(folder)).find(Result::is_err);
    }

    /// The small picture of its first page goes with the last file that it is of, or the folder would never be empty.
    fn delete_thumbnail(&self, disk: &Disk) {
        let picture_of = |path: &Path| path.file_name().map(|name| thumbnail(&name.to_string_lossy()));
        let picture = picture_of(&self.path).map(|name| self.path.with_file_name(name));
        let (Some(picture), Some(folder)) = (picture, self.path.parent()) else { return };
        let shares = |path: &PathBuf| {
            path.extension().is_some_and(|ending| ending == "pdf")
                && picture_of(path).is_some_and(|name| picture.ends_with(name))
        };
        let is_needed = disk.list(folder).map_or(true, |paths| paths.iter().any(shares));
        if !is_needed
            && disk.read_within(&picture, LONGEST).is_ok_and(|bytes| bytes.starts_with(SVG.as_bytes()))
        {
            let _ = disk.remove(&picture);
        }
    }
}

/// The files below `out` whose briefing or board is no longer there, sorted.
///
/// A source counts as gone only where this run looked: if `out` was moved away from its sources, all of them seem to
/// be gone and none is.
pub(super) fn withdrawn(record: &Record<'_>, jobs: &[Job], out: &Path) -> Vec<Withdrawn> {
    let sources = jobs.iter().flat_map(|job| std::iter::once(&job.briefing).chain(&job.board));
    let looked_at: BTreeSet<PathBuf> =
        sources.filter_map(|source| whole(source).parent().map(Path::to_path_buf)).collect();
    let mut found: Vec<Withdrawn> =
        record.entries().flat_map(|entry| of_entry(record, entry, &looked_at, out)).collect();
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn of_entry(record: &Record<'_>, entry: &Entry, looked_at: &BTreeSet<PathBuf>, out: &Path) -> Vec<Withdrawn> {
    let sources = std::iter::once(&entry.briefing).chain(&entry.board);
    let mut sources = sources.map(|way| whole(&out.join(way)));
    let Some(source) = sources.find(|source| is_gone(source, looked_at)) else { return Vec::new() };
    // Shown as a person would type it.
    let (source, folder) = (between(Path::new(""), &source), out.join(&entry.job));
    let made: Vec<&MadeFile> = entry.all_files().collect();
    let names = made.iter().map(|file| &file.name).filter(|name| folder.join(name).exists());
    names.map(|name| Withdrawn::new(record, &folder, name, &made, &source)).collect()
}

/// Files below `out` that are ours by their mark, in folders of no job of this run and of none that the record knows:
/// what is left where a record was lost. A folder with a record of its own is another run's.
pub(super) fn unrecorded(disk: &Disk, record: &Record<'_>, jobs: &[Job], out: &Path) -> Vec<Withdrawn> {
    let known =
        record.entries().map(|entry| out.join(&entry.job)).chain(jobs.iter().map(|job| job.out.clone()));
    let mut search = Search { disk, known: known.collect(), found: Vec::new() };
    search.below(out, 0);
    search.found
}

/// Folders that runs write to lie no deeper: a board, and folders of briefings.
const DEEPEST: usize = 4;

/// More of them tell a reader nothing more.
const MOST: usize = 100;

struct Search<'a> {
    disk: &'a Disk,
    known: BTreeSet<PathBuf>,
    found: Vec<Withdrawn>,
}

impl Search<'_> {
    fn below(&mut self, folder: &Path, depth: usize) {
        // What cannot be listed is nothing that this run would write to either.
        for path in self.disk.list(folder).unwrap_or_default() {
            if self.found.len() >= MOST {
                return;
            }
            if path.is_dir() {
                let elsewhere = self.known.contains(&path) || path.join(record::NAME).is_file();
                if !elsewhere && depth < DEEPEST {
                    self.below(&path, depth + 1);
                }
            } else if depth > 0
                && path.extension().is_some_and(|ending| ending == "pdf")
                && self.bears_a_mark(&path)
            {
                self.found.push(Withdrawn { path, source: PathBuf::new(), fate: Fate::Unrecorded });
            }
        }
    }

    fn bears_a_mark(&self, path: &Path) -> bool {
        self.disk.read_within(path, LONGEST).is_ok_and(|bytes| !bytes.is_empty() && is_ours(&bytes))
    }
}

/// Whether a source is gone from a folder that was looked at, or with a whole folder below one.
fn is_gone(source: &Path, looked_at: &BTreeSet<PathBuf>) -> bool {
    let folder = source.ancestors().skip(1).find(|folder| folder.is_dir());
    !source.exists() && folder.is_some_and(|folder| looked_at.contains(folder))
}
