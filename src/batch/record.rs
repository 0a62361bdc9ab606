//! The record of earlier runs: takes what a job made, and says later whether it still stands.
//!
//! A plain file with one line for each job, written as jobs end, so that a killed run loses nothing. It can be
//! deleted at any time; then everything is made again. Lines that do not prove themselves are passed over.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::digest::Digest;
use super::disk::Disk;
use super::entry::{Entry, MadeFile};
use super::folder::PICTURE_LIMIT;
use super::plan::Job;
use super::stamp::Stamp;

/// The name of the record, in the folder that is written to.
pub(super) const NAME: &str = ".briefpress-record";

/// No line is longer: a job has at most some hundred messages, each with a line of at most a thousand bytes.
const LINE_LIMIT: u64 = 1_000_000;

/// What is known of earlier runs into one folder.
#[derive(Debug)]
pub(super) struct Record<'d> {
    disk: &'d Disk,
    path: PathBuf,
    entries: HashMap<String, Entry>,
    /// How many lines the file has, and whether its last is whole.
    lines: usize,
    whole: bool,
    /// Digests of pictures, each read once a run.
    pictures: Mutex<HashMap<PathBuf, Option<Digest>>>,
}

impl<'d> Record<'d> {
    /// What the record in `out` says; nothing, if there is none.
    pub(super) fn read(disk: &'d Disk, out: &Path) -> Self {
        let mut record = Record { path: out.join(NAME), ..Record::none(disk) };
        // A pipe or a device under this name would never end.
        let is_file = disk.look(&record.path).is_ok_and(|meta| meta.is_file());
        if let Some(file) = is_file.then(|| disk.open(&record.path).ok()).flatten() {
            record.take_in(file);
        }
        record
    }

    /// Line by line, for the whole of a record may be larger than all else that a run holds.
    fn take_in(&mut self, file: File) {
        let (mut file, mut line) = (BufReader::new(file), Vec::new());
        while file.by_ref().take(LINE_LIMIT).read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            self.lines += 1;
            self.whole = line.ends_with(b"\n");
            if let Some(entry) = Entry::from_line(&line) {
                // A later line is the later truth.
                self.entries.insert(entry.job.clone(), entry);
            }
            line.clear();
        }
    }

    /// A record that knows nothing, of which nothing is written.
    pub(super) fn none(disk: &'d Disk) -> Self {
        let (path, entries, pictures) = (PathBuf::new(), HashMap::new(), Mutex::default());
        Record { disk, path, entries, lines: 0, whole: true, pictures }
    }

    /// The entry of `job`, if all that it was made from and all that was made is still as it was. It is a new one
    /// where files were touched, as by a copy or a fresh checkout, and are the same all the same.
    pub(super) fn standing(&self, job: &Job, key: &Digest) -> Option<Cow<'_, Entry>> {
        let entry = self.entries.get(&job.name).filter(|entry| entry.key == *key)?;
        let stamps = entry.files.iter().map(|file| self.disk.stamp(&job.out.join(&file.name)));
        let stamps: Vec<Stamp> = stamps.collect::<Option<_>>()?;
        let is_same =
            |(file, stamp): (&MadeFile, &Stamp)| file.size == stamp.size && self.holds(&job.out, file);
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

    /// All entries, in no order.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// Whether a file in a folder is, byte for byte, the one that was made.
    pub(super) fn holds(&self, folder: &Path, file: &MadeFile) -> bool {
        let found = self.disk.read_within(&folder.join(&file.name), file.size);
        found.is_ok_and(|bytes| Digest::of(&bytes) == file.sha256)
    }

    fn picture(&self, path: &Path) -> Option<Digest> {
        let mut known = self.pictures.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(digest) = known.get(path) {
            return *digest;
        }
        let digest = self.disk.read_within(path, PICTURE_LIMIT).ok().map(|bytes| Digest::of(&bytes));
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
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let entries = Record::read(self.disk, folder).entries.into_values();
        // What was made from sources that are gone, and is gone itself, need not be remembered.
        let there =
            |entry: &Entry| entry.all_files().any(|file| folder.join(&entry.job).join(&file.name).exists());
        write(self.disk, folder, entries.filter(there).collect())
    }
}

/// Writes a record anew, in the order of jobs.
pub(super) fn write(disk: &Disk, folder: &Path, mut entries: Vec<Entry>) -> io::Result<()> {
    entries.sort_by(|one, other| one.job.cmp(&other.job));
    let lines: String = entries.iter().map(Entry::to_line).collect();
    disk.write_whole(&folder.join(NAME), lines.as_bytes()).map(|_| ())
}

/// Adds lines to a record. A record that cannot be written costs time at the next run and nothing else, so its
/// failures are not reported.
#[derive(Debug)]
pub(super) struct Pen<'a> {
    record: &'a Record<'a>,
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
        let Record { disk, path, .. } = self.record;
        let mut text = entry.to_line();
        if self.torn {
            text.insert(0, '\n');
        }
        let mut file = match self.file.take() {
            Some(file) => file,
            // A pipe under this name would take nothing and wait for ever, and behind a link lies somebody's file.
            None if path.is_symlink() || path.exists() && !path.is_file() => {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            None => disk.append(path)?,
        };
        self.added += 1;
        // One write for a line: two runs in one folder do not mix theirs.
        let written = disk.write(&mut file, path, text.as_bytes());
        self.torn = written.is_err();
        self.file = Some(file);
        written
    }

    /// Puts the pen down.
    pub(super) fn finish(self) {
        let _ = self.record.tidy(self.added);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::batch::entry::tests::entry;

    static DISK: Disk = Disk::new();

    fn job(out: &Path) -> Job {
        Job { name: "a".to_owned(), briefing: PathBuf::new(), board: None, out: out.to_path_buf() }
    }

    #[test]
    fn an_entry_stands_while_nothing_changes() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let poster = temp.path().join("poster.pdf");
        let stamp = DISK.write_whole(&poster, b"pdf")?;
        Record::read(&DISK, temp.path()).pen().add(&entry("one", stamp));
        let stands = |key: &str| {
            let record = Record::read(&DISK, temp.path());
            record.standing(&job(temp.path()), &Digest::of(key.as_bytes())).is_some()
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
    fn a_torn_or_foreign_record_costs_only_its_own_lines() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let stamp = DISK.write_whole(&temp.path().join("poster.pdf"), b"pdf")?;
        fs::write(temp.path().join(NAME), b"\xff\xfe\n{\"job\":\"a\",\"key\"")?;
        Record::read(&DISK, temp.path()).pen().add(&entry("one", stamp));
        let record = Record::read(&DISK, temp.path());
        assert!(record.standing(&job(temp.path()), &Digest::of(b"one")).is_some());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_a_record_adds_nothing_to_what_it_leads_to() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let stamp = DISK.write_whole(&temp.path().join("poster.pdf"), b"pdf")?;
        fs::write(temp.path().join("letter.txt"), b"Dear all,")?;
        std::os::unix::fs::symlink("letter.txt", temp.path().join(NAME))?;
        let record = Record::read(&DISK, temp.path());
        let mut pen = record.pen();
        (0..300).for_each(|_| pen.add(&entry("one", stamp)));
        pen.finish();
        assert_eq!(fs::read(temp.path().join("letter.txt"))?, b"Dear all,");
        Ok(())
    }

    #[test]
    fn a_line_without_an_end_costs_no_more_memory_than_a_line() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        File::create(temp.path().join(NAME))?.set_len(40 * LINE_LIMIT)?;
        let record = Record::read(&DISK, temp.path());
        assert_eq!((record.lines, record.entries.len()), (40, 0));
        Ok(())
    }
}
