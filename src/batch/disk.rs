//! The disk: takes paths, gives bytes within limits, and writes files whole or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::UNIX_EPOCH;

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

/// Writes a file so that whoever looks, at any moment, sees the old file or the whole new one. Gives the moment of
/// writing, in nanoseconds since 1970.
///
/// # Errors
/// What the disk answered; nothing is left behind then.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<u64> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    // The process and a number within it: two runs in one folder never share a temporary file.
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let temporary = path.with_file_name(format!("{TEMPORARY}{}-{number}.tmp", std::process::id()));
    let written = write_new(&temporary, bytes).and_then(|at| fs::rename(&temporary, path).map(|()| at));
    if written.is_err() {
        // Whether or not this succeeds, the first failure is the one to tell.
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<u64> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    // Asked of the open file: under its final name it may be another run's by the time of asking.
    Ok(nanoseconds(&file.metadata()?))
}

/// When a file was written, in nanoseconds since 1970; 0 where the system does not say.
pub(super) fn nanoseconds(meta: &fs::Metadata) -> u64 {
    let since = meta.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

/// Removes the temporary files of runs that were killed. Files of a run that may still go on are left.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.to_str().and_then(writer).is_some_and(|process| is_over(process, &entry)) {
            // Another run may have swept it meanwhile.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The number of the process that a temporary file is named for.
fn writer(name: &str) -> Option<&str> {
    let (process, _) = name.strip_prefix(TEMPORARY)?.strip_suffix(".tmp")?.split_once('-')?;
    process.bytes().all(|byte| byte.is_ascii_digit()).then_some(process)
}

/// Where the system lists processes it is asked; elsewhere an hour is longer than any file takes to write.
fn is_over(process: &str, entry: &fs::DirEntry) -> bool {
    if Path::new("/proc/self").exists() {
        return !Path::new("/proc").join(process).exists();
    }
    let modified = entry.metadata().and_then(|meta| meta.modified());
    modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > 3600))
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
    fn too_many_bytes_are_refused_unread() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let path = temp.path().join("huge.yaml");
        File::create(&path)?.set_len(200_000_000)?;
        let refused = read_source(&path).expect_err("200 MB is too much");
        assert_eq!((refused.code, refused.message.contains("200 MB")), (Code::FileTooLarge, true));
        Ok(())
    }
}
