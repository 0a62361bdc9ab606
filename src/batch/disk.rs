//! The disk: takes paths, gives bytes within limits, and writes files whole or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::stamp::Stamp;
use crate::diag::{Code, Diagnostic, Place};

/// No briefing, board or layout is longer; the shipped briefing has 4 kB.
const SOURCE_LIMIT: u64 = 1_000_000;

/// How the names of temporary files begin; the number of the process follows.
const TEMPORARY: &str = ".briefpress-";

/// The bytes of a source file, refused before they are read if there are too many.
///
/// # Errors
/// A diagnostic that names the path and says what to do.
pub fn read_source(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    read_within(path, SOURCE_LIMIT).map_err(|why| {
        let place = Place::File(path.display().to_string());
        match why {
            Refusal::TooLarge(size) => Diagnostic::error(
                Code::FileTooLarge,
                place,
                format!("this file is {} long, and no briefing needs more than 1 MB", megabytes(size)),
            )
            .hint("Check that this is the file you mean"),
            Refusal::NotAFile => {
                Diagnostic::error(Code::FileUnreadable, place, "this is not a file that can be read")
                    .hint("Give the path of a YAML file")
            }
            Refusal::Io(error) => Diagnostic::error(
                Code::FileUnreadable,
                place,
                format!("this file cannot be read: {}", plain(&error)),
            )
            .hint("Check the path and whether you may open the file"),
        }
    })
}

/// The message for a file or folder that cannot be written.
#[must_use]
pub fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(
        Code::FileUnwritable,
        Place::File(path.display().to_string()),
        format!("this cannot be written: {}", plain(error)),
    )
    .hint("Close the file if it is open elsewhere, or write to another folder with  --out FOLDER")
}

/// Why some bytes were not read.
pub(super) enum Refusal {
    TooLarge(u64),
    NotAFile,
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Refusal::Io(error)
    }
}

pub(super) fn read_within(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    // Asked before opening, for opening a pipe that nobody writes to would wait for ever.
    let meta = fs::metadata(path)?;
    if !meta.is_file() {
        return Err(Refusal::NotAFile);
    }
    if meta.len() > limit {
        return Err(Refusal::TooLarge(meta.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0) + 1);
    // The file may have grown since.
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 {
        size if size > limit => Err(Refusal::TooLarge(size)),
        _ => Ok(bytes),
    }
}

/// Writes a file so that whoever looks, at any moment, sees the old file or the whole new one.
///
/// Nothing is forced to the disk: that would take longer than making the file. After a power cut a file may so be
/// missing, old or, on some file systems, cut short; its stamp then tells the next run to make it again.
///
/// # Errors
/// What the disk answered; nothing is left behind then.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
    let (temporary, file) = create(path)?;
    let written = fill(file, bytes).and_then(|stamp| fs::rename(&temporary, path).map(|()| stamp));
    if written.is_err() {
        // Whether or not this succeeds, the first failure is the one to tell.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// A new file beside `path`. Its name tells the process and a number within it.
fn create(path: &Path) -> io::Result<(PathBuf, File)> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    loop {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let temporary = path.with_file_name(format!("{TEMPORARY}{}-{number}.tmp", std::process::id()));
        match File::options().write(true).create_new(true).open(&temporary) {
            // In containers a killed run may have had the same number as this one.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return opened.map(|file| (temporary, file)),
        }
    }
}

fn fill(mut file: File, bytes: &[u8]) -> io::Result<Stamp> {
    file.write_all(bytes)?;
    // Asked of the open file: under its final name it may be another run's by the time of asking.
    Ok(Stamp::of(&file.metadata()?))
}

/// Removes the temporary files of runs that were killed. Files of a run that may still go on are left. Says whether
/// the folder is there.
pub(super) fn sweep(folder: &Path) -> bool {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return error.kind() != io::ErrorKind::NotFound,
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.to_str().and_then(writer).is_some_and(|process| is_over(process, &entry)) {
            // Another run may have swept it meanwhile.
            let _ = fs::remove_file(entry.path());
        }
    }
    true
}

/// The number of the process that a temporary file is named for.
fn writer(name: &str) -> Option<&str> {
    let (process, _) = name.strip_prefix(TEMPORARY)?.strip_suffix(".tmp")?.split_once('-')?;
    process.bytes().all(|byte| byte.is_ascii_digit()).then_some(process)
}

/// Where the system lists processes it is asked; elsewhere an hour is longer than any file takes to write. What bears
/// the number of this process is left of another that had it before, if it is older than a minute.
fn is_over(process: &str, entry: &fs::DirEntry) -> bool {
    let modified = entry.metadata().and_then(|meta| meta.modified());
    let older = |seconds| modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > seconds));
    if process == std::process::id().to_string() {
        return older(60);
    }
    if Path::new("/proc/self").exists() {
        return !Path::new("/proc").join(process).exists();
    }
    older(3600)
}

pub(super) fn megabytes(size: u64) -> String {
    format!("{} MB", size.div_ceil(1_000_000))
}

/// What the system says, without its number.
pub(super) fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let path = temp.path().join("a.pdf");
        write_whole(&path, b"old")?;
        write_whole(&path, b"new")?;
        assert_eq!(fs::read(&path)?, b"new");
        let folder = temp.path().join("folder.pdf");
        fs::create_dir(&folder)?;
        assert_eq!(Some(write_whole(&path, b"newer")?), Stamp::at(&path));
        assert!(write_whole(&folder, b"x").is_err(), "a folder is in the way");
        assert_eq!(fs::read_dir(temp.path())?.count(), 2, "no temporary file stays");
        Ok(())
    }

    #[test]
    fn only_what_a_dead_run_left_is_swept() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let ours = format!("{TEMPORARY}{}-7.tmp", std::process::id());
        for name in [ours.as_str(), ".briefpress-4194305-0.tmp", "poster.pdf", ".briefpress-record"] {
            fs::write(temp.path().join(name), "")?;
        }
        sweep(temp.path());
        assert!(temp.path().join(&ours).exists() && temp.path().join("poster.pdf").exists());
        #[cfg(target_os = "linux")]
        assert!(!temp.path().join(".briefpress-4194305-0.tmp").exists(), "no process has this number");
        Ok(())
    }

    #[test]
    fn a_temporary_file_of_a_killed_run_with_our_number_is_not_in_the_way() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        for number in 0..100 {
            fs::write(temp.path().join(format!("{TEMPORARY}{}-{number}.tmp", std::process::id())), "torn")?;
        }
        let path = temp.path().join("a.pdf");
        write_whole(&path, b"whole")?;
        assert_eq!(fs::read(&path)?, b"whole");
        Ok(())
    }

    #[test]
    fn too_many_bytes_are_refused_unread() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let path = temp.path().join("huge.yaml");
        File::create(&path)?.set_len(200_000_000)?;
        let refused = read_source(&path).expect_err("200 MB is too much");
        assert_eq!((refused.code, refused.message.contains("200 MB")), (Code::FileTooLarge, true));
        Ok(())
    }
}
