//! The guard: takes a path that a run is to write beside its PDFs, refuses it if that would harm another file.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{Disk, Refusal};
use super::entry::thumbnail;
use super::find::PlanError;
use super::names::folded;
use super::order::Batch;
use super::ours::{LONGEST, is_ours};
use super::plan::Job;
use super::printable::printable;
use super::record::NAME;
use super::way::whole;

/// What a run reads and writes, and so nothing else may be written over.
pub struct Guard<'a> {
    /// The run.
    pub batch: &'a Batch<'a>,
    /// All jobs of the plan, also those that fall to other machines.
    pub jobs: &'a [Job],
    /// Layouts, sheets and fonts that were named, and folders of them.
    pub tools: Vec<&'a Path>,
    /// What else the run is to write.
    pub papers: Vec<&'a Path>,
}

impl Guard<'_> {
    /// Nothing, if a paper may be written to `path`.
    ///
    /// # Errors
    /// What it would harm, and what to do.
    pub fn allow(&self, path: &Path) -> Result<(), PlanError> {
        let refuse = |why: String| PlanError {
            message: format!("{} cannot be written: {why}", printable(path)),
            advice: "Give a file that is not there yet, or one that briefpress wrote there before".to_owned(),
        };
        match self.harm(path) {
            Some(why) => Err(refuse(format!("it is {why}"))),
            None if path.exists() && !path.is_file() => {
                Err(refuse("something is there that is no file".into()))
            }
            None if self.batch.force || is_free(self.batch.disk, path) => Ok(()),
            None => Err(PlanError {
                message: format!("{} is there, and briefpress did not make it", printable(path)),
                advice: "Give another name, or write over it with  --force".to_owned(),
            }),
        }
    }

    /// What the path is of this run, if anything. Whatever is said on the command line, that is kept.
    fn harm(&self, path: &Path) -> Option<&'static str> {
        let jobs = || self.jobs.iter();
        if jobs().any(|job| is_same(&job.briefing, path)) {
            Some("a briefing of this run")
        } else if jobs().filter_map(|job| job.board.as_deref()).any(|board| is_same(board, path)) {
            Some("a board's file of this run")
        } else if self.tools.iter().any(|tool| is_same(tool, path) || path.exists() && lies_below(path, tool))
        {
            Some("a layout, sheet or font of this run")
        } else if self.papers.iter().filter(|paper| is_same(paper, path)).count() > 1 {
            Some("to hold two things at once")
        } else if is_same(&self.batch.out.join(NAME), path) {
            Some("the record of what was built")
        } else if self.is_planned(path) {
            Some("a file that this run makes")
        } else if self.is_picture(path) {
            Some("a picture beside a briefing or a board's file")
        } else {
            None
        }
    }

    fn is_planned(&self, path: &Path) -> bool {
        let names = self.batch.options.file_names().into_iter();
        let names: Vec<String> = names.flat_map(|name| [thumbnail(&name), name]).collect();
        let wanted = path.file_name().map(|name| folded(&name.to_string_lossy())).unwrap_or_default();
        let folder = path.parent().unwrap_or(Path::new(""));
        let is_picture = self.batch.options.is_picture_of_a_page(&wanted);
        (is_picture || names.iter().any(|name| folded(name) == wanted))
            && self.jobs.iter().any(|job| is_same(&job.out, folder))
    }

    /// Pictures are named by briefings that are not read yet; any that lies where one may lie is kept.
    fn is_picture(&self, path: &Path) -> bool {
        let begins = |bytes: &[u8]| bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xff\xd8\xff");
        let is_picture = self.batch.disk.read_within(path, LONGEST).is_ok_and(|bytes| begins(&bytes));
        let sources = self.jobs.iter().flat_map(|job| [Some(&job.briefing), job.board.as_ref()]);
        let mut folders = sources.flatten().filter_map(|source| source.parent());
        is_picture && folders.any(|folder| lies_below(path, folder))
    }
}

/// Whether nothing is there, or something of ours, so that a path may be written to.
#[must_use]
pub fn is_free(disk: &Disk, path: &Path) -> bool {
    match disk.read_within(path, LONGEST) {
        Ok(bytes) => is_ours(&bytes),
        // Where a file stands in place of the folder, writing says so.
        Err(Refusal::Io(error)) => matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
        Err(_) => false,
    }
}

/// Whether two paths are of one file, by whatever links and letters.
fn is_same(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| folded(&real(path).to_string_lossy());
    place(one) == place(other)
}

fn lies_below(path: &Path, folder: &Path) -> bool {
    real(path).starts_with(real(folder))
}

/// The place with links followed as far as it is there, and `..` worked out beyond that.
fn real(path: &Path) -> PathBuf {
    let path = whole(path);
    let known = path.ancestors().find_map(|place| Some((place, place.canonicalize().ok()?)));
    known.map_or_else(
        || path.clone(),
        |(place, known)| match path.strip_prefix(place) {
            Ok(rest) if !rest.as_os_str().is_empty() => known.join(rest),
            _ => known,
        },
    )
}
