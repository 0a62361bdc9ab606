//! The record of earlier runs: takes what a job made, and says later whether it still stands.
//!
//! A plain file with one JSON object a line, written as jobs end, so that a killed run loses nothing. It can be
//! deleted at any time; then everything is made again. Lines that cannot be read are passed over.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use super::disk::write_whole;
use super::message::Message;
use super::plan::Job;
use super::stamp::Stamp;
use crate::model::Date;

/// The name of the record, in the folder that is written to.
const NAME: &str = ".briefpress-record";

/// What a job made, and what from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The job's name.
    pub job: String,
    /// The briefing, and the board's file.
    pub briefing: PathBuf,
    pub board: Option<PathBuf>,
    /// The options, as `Batch::settled` writes them.
    pub options: String,
    /// Of the sources, the options and the program.
    pub key: Digest,
    /// Where pictures were looked for, and what was there.
    pub pictures: Vec<(PathBuf, Option<Digest>)>,
    pub files: Vec<MadeFile>,
    /// What the file system said of each, in the same order.
    pub stamps: Vec<Stamp>,
    pub messages: Vec<Message>,
    /// Whether thumbnails were drawn of the same pages.
    #[serde(default)]
    pub thumbnails: bool,
    /// The days on which these are the messages, as `Date::number` counts: the first, and the first on which
    /// they may be others. Without them the messages know nothing of dates.
    pub days: Option<(i64, i64)>,
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MadeFile {
    /// Its name within the folder of its job.
    pub name: String,
    /// Of its bytes.
    pub sha256: Digest,
    /// How many bytes.
    pub size: u64,
    /// How many pages.
    pub pages: usize,
    /// The smallest and largest size of body text, in points.
    pub body: (f32, f32),
    /// How many words would still fit.
    pub room: usize,
}

/// The name of a file's thumbnail, which the file for the screen and that for a press share. Sheets have none.
pub(super) fn thumbnail(file_name: &str) -> Option<String> {
    let (document, ending) = file_name.split_once('.')?;
    matches!(ending, "pdf" | "print.pdf").then(|| format!("{document}.svg"))
}

/// What is known of earlier runs into one folder.
#[derive(Debug)]
pub(super) struct Record {
    path: PathBuf,
    entries: HashMap<String, Entry>,
    /// How many lines the file has, and whether its last is whole.
    lines: usize,
    whole: bool,
    /// Digests of pictures, each read once a run.
    pictures: Mutex<HashMap<PathBuf, Option<Digest>>>,
}

impl Entry {
    /// Whether its messages are those of this day.
    pub(super) fn speaks_for(&self, today: Option<Date>) -> bool {
        let today = today.map(Date::number);
        let holds = |(first, next): (i64, i64)| today.is_some_and(|day| first <= day && day < next);
        self.days.map_or(today.is_none(), holds)
    }
}

impl Record {
    /// What the record in `out` says; nothing, if there is none.
    pub(super) fn read(out: &Path) -> Self {
        let path = out.join(NAME);
        let (mut entries, mut lines, mut whole) = (HashMap::new(), 0, true);
        // Line by line, for the whole of a record may be larger than all else that a run holds.
        let mut file = File::open(&path).map(BufReader::new).ok();
        let mut line = Vec::new();
        while let Some(file) = &mut file
            && file.read_until(b'\n', &mut line).is_ok_and(|read| read > 0)
        {
            lines += 1;
            whole = line.ends_with(b"\n");
            if let Ok(entry) = serde_json::from_slice::<Entry>(&line) {
                // A later line is the later truth.
                entries.insert(entry.job.clone(), entry);
            }
            line.clear();
        }
        Record { path, entries, lines, whole, pictures: Mutex::default() }
    }

    /// A record that knows nothing, of which nothing is written.
    pub(super) fn none() -> Self {
        Record {
            path: PathBuf::new(),
            entries: HashMap::new(),
            lines: 0,
            whole: true,
            pictures: Mutex::default(),
        }
    }

    /// The entry of `job`, if all that it was made from and all that was made is still as it was. It is a new one
    /// where files were touched, as by a copy or a fresh checkout, and are the same all the same.
    pub(super) fn standing(&self, job: &Job, key: &Digest) -> Option<Cow<'_, Entry>> {
        let entry = self.entries.get(&job.name).filter(|entry| entry.key == *key)?;
        let stamps = entry.files.iter().map(|file| Stamp::at(&job.out.join(&file.name)));
        let stamps: Vec<Stamp> = stamps.collect::<Option<_>>()?;
        let is_same = |(file, stamp): (&MadeFile, &Stamp)| file.size == stamp.size && holds(job, file);
        let same = stamps == entry.stamps || entry.files.iter().zip(&stamps).all(is_same);
        if !same || entry.pictures.iter().any(|(path, digest)| self.picture(path) != *digest) {
            return None;
        }
        if stamps == entry.stamps {
            return Some(Cow::Borrowed(entry));
        }
        Some(Cow::Owned(Entry { stamps, ..entry.clone() }))
    }

    /// The last entry of `job`, whether it stands or not.
    pub(super) fn last(&self, job: &Job) -> Option<&Entry> {
        self.entries.get(&job.name)
    }

    /// The files below `out` whose briefing or board is no longer there.
    pub(super) fn left_over(&self, out: &Path) -> Vec<PathBuf> {
        let gone = |entry: &&Entry| {
            !entry.briefing.exists() || entry.board.as_ref().is_some_and(|board| !board.exists())
        };
        let files = self
            .entries
            .values()
            .filter(gone)
            .flat_map(|entry| entry.files.iter().map(|file| out.join(&entry.job).join(&file.name)));
        let mut files: Vec<_> = files.filter(|path| path.exists()).collect();
        files.sort();
        files
    }

    fn picture(&self, path: &Path) -> Option<Digest> {
        let mut known = self.pictures.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(digest) = known.get(path) {
            return *digest;
        }
        let digest = fs::read(path).ok().map(|bytes| Digest::of(&bytes));
        known.insert(path.to_path_buf(), digest);
        digest
    }

    /// A pen to add lines with; the folder is there by now.
    pub(super) fn pen(&self) -> Pen<'_> {
        Pen { record: self, file: None, added: 0, torn: !self.whole }
    }

    /// Writes the file anew if most of its lines are out of date.
    fn tidy(&self, added: usize) -> io::Result<()> {
        if self.lines + added <= 2 * self.entries.len().max(added) + 100 {
            return Ok(());
        }
        let mut entries: Vec<_> =
            Record::read(self.path.parent().unwrap_or(Path::new("."))).entries.into_values().collect();
        entries.sort_by(|one, other| one.job.cmp(&other.job));
        let lines: Vec<String> = entries.iter().map(line).collect::<Result<_, _>>()?;
        write_whole(&self.path, lines.concat().as_bytes()).map(|_| ())
    }
}

/// Adds lines to a record. A record that cannot be written costs time at the next run and nothing else, so its
/// failures are not reported.
#[derive(Debug)]
pub(super) struct Pen<'a> {
    record: &'a Record,
    file: Option<File>,
    added: usize,
    /// Whether the last line has no end, for a run was killed or the disk was full.
    torn: bool,
}

impl Pen<'_> {
    /// Adds what a job made.
    pub(super) fn add(&mut self, entry: &Entry) {
        let _ = self.try_add(entry);
    }

    fn try_add(&mut self, entry: &Entry) -> io::Result<()> {
        let mut text = line(entry)?;
        if self.file.is_none() {
            self.file = Some(File::options().create(true).append(true).open(&self.record.path)?);
        }
        if self.torn {
            text.insert(0, '\n');
        }
        self.added += 1;
        // One write for a line: two runs in one folder do not mix theirs.
        let written = self.file.as_mut().map_or(Ok(()), |file| file.write_all(text.as_bytes()));
        self.torn = written.is_err();
        written
    }

    /// Puts the pen down.
    pub(super) fn finish(self) {
        let _ = self.record.tidy(self.added);
    }
}

fn line(entry: &Entry) -> io::Result<String> {
    Ok(serde_json::to_string(entry)? + "\n")
}

/// Whether a file on disk is, byte for byte, the one that was made.
fn holds(job: &Job, file: &MadeFile) -> bool {
    fs::read(job.out.join(&file.name)).is_ok_and(|bytes| Digest::of(&bytes) == file.sha256)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(out: &Path) -> Job {
        Job { name: "a".to_owned(), briefing: PathBuf::new(), board: None, out: out.to_path_buf() }
    }

    fn entry(key: &str, stamp: Stamp) -> Entry {
        let file = MadeFile {
            name: "poster.pdf".to_owned(),
            sha256: Digest::of(b"pdf"),
            size: 3,
            pages: 1,
            body: (12.6, 12.6),
            room: 14,
        };
        let (job, key) = ("a".to_owned(), Digest::of(key.as_bytes()));
        let (pictures, messages) = (Vec::new(), Vec::new());
        let (briefing, board, options) = (PathBuf::from("a.yaml"), None, String::new());
        Entry {
            job,
            briefing,
            board,
            options,
            key,
            pictures,
            files: vec![file],
            stamps: vec![stamp],
            messages,
            thumbnails: false,
            days: None,
        }
    }

    #[test]
    fn an_entry_stands_while_nothing_changes() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let poster = temp.path().join("poster.pdf");
        let stamp = write_whole(&poster, b"pdf")?;
        Record::read(temp.path()).pen().add(&entry("one", stamp));
        let stands = |key: &str| {
            Record::read(temp.path()).standing(&job(temp.path()), &Digest::of(key.as_bytes())).is_some()
        };
        assert!(stands("one") && !stands("another key"));
        fs::write(&poster, b"longer")?;
        assert!(!stands("one"), "the file was changed by hand");
        fs::write(&poster, b"fpd")?;
        assert!(!stands("one"), "changed to one of the same size");
        fs::write(&poster, b"pdf")?;
        assert!(stands("one"), "touched and the same, as after a checkout");
        fs::remove_file(&poster)?;
        assert!(!stands("one"), "the file is gone");
        Ok(())
    }

    #[test]
    fn an_entry_speaks_for_the_days_for_which_its_messages_are_known() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let stamp = write_whole(&temp.path().join("poster.pdf"), b"pdf")?;
        let dated = Entry { days: Some((100, 200)), ..entry("one", stamp) };
        let speaks = |day: Option<i64>| dated.speaks_for(day.and_then(Date::of_number));
        assert!(speaks(Some(100)) && speaks(Some(199)));
        assert!(!speaks(Some(99)), "the clock went back");
        assert!(!speaks(Some(200)), "a contact may have grown stale");
        assert!(!speaks(None), "without a day nothing is stale, so its messages are others");
        Ok(())
    }

    #[test]
    fn a_torn_or_foreign_record_costs_only_its_own_lines() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let stamp = write_whole(&temp.path().join("poster.pdf"), b"pdf")?;
        let path = temp.path().join(NAME);
        fs::write(&path, b"\xff\xfe\n{\"job\":\"a\",\"key\"")?;
        Record::read(temp.path()).pen().add(&entry("one", stamp));
        let record = Record::read(temp.path());
        assert!(record.standing(&job(temp.path()), &Digest::of(b"one")).is_some());
        Ok(())
    }
}
