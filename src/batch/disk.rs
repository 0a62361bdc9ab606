//! The disk: takes paths, gives bytes within limits, and writes files whole or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::diag::{Code, Diagnostic, Place};
use crate::pipeline::Files;

/// No briefing, board or layout is longer; the shipped briefing has 4 kB.
const SOURCE_LIMIT: u64 = 1_000_000;

/// A picture of this size prints sharply on any poster.
const PICTURE_LIMIT: u64 = 20_000_000;

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
            .hint("check that this is the file you mean"),
            Refusal::NotAFile => {
                Diagnostic::error(Code::FileUnreadable, place, "this is not a file that can be read")
                    .hint("give the path of a YAML file")
            }
            Refusal::Io(error) => Diagnostic::error(
                Code::FileUnreadable,
                place,
                format!("this file cannot be read: {}", plain(&error)),
            )
            .hint("check the path and whether you may open the file"),
        }
    })
}

/// The folder of a briefing: the pictures in it and below it, and nothing outside.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder that `file` lies in.
    #[must_use]
    pub fn of(file: &Path) -> Self {
        let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
        Folder { path: parent.unwrap_or(Path::new(".")).to_path_buf() }
    }
}

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let missing = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => format!("there is no file of that name in {}", self.path.display()),
            _ => format!("it cannot be read: {}", plain(&error)),
        };
        // Links are followed before the test: a link inside the folder may lead out of it.
        let root = fs::canonicalize(&self.path).map_err(missing)?;
        let file = fs::canonicalize(root.join(path)).map_err(missing)?;
        if !file.starts_with(&root) {
            return Err(format!("it leads out of the folder {}", self.path.display()));
        }
        read_within(&file, PICTURE_LIMIT).map_err(|why| match why {
            Refusal::TooLarge(size) => format!("it is {} long; 20 MB is the most", megabytes(size)),
            Refusal::NotAFile => "it is not a file".to_owned(),
            Refusal::Io(error) => missing(error),
        })
    }
}

/// Why some bytes were not read.
enum Refusal {
    TooLarge(u64),
    NotAFile,
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Refusal::Io(error)
    }
}

fn read_within(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
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
/// # Errors
/// What the disk answered; nothing is left behind then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    // The process and a number within it: two runs in one folder never share a temporary file.
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let temporary = path.with_file_name(format!(".briefpress-{}-{number}.tmp", std::process::id()));
    let written = File::options()
        .write(true)
        .create_new(true)
        .open(&temporary)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // Whether or not this succeeds, the first failure is the one to tell.
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn megabytes(size: u64) -> String {
    format!("{} MB", size.div_ceil(1_000_000))
}

/// What the system says, without its number.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_what_is_in_it_and_nothing_else() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let inside = temp.path().join("content");
        fs::create_dir(&inside)?;
        fs::write(inside.join("logo.png"), b"logo")?;
        fs::write(temp.path().join("secret.png"), b"secret")?;
        let folder = Folder::of(&inside.join("a.yaml"));
        assert_eq!(folder.read("logo.png").as_deref(), Ok(b"logo".as_slice()));
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.png", inside.join("link.png"))?;
        for (path, part) in [
            ("link.png", "leads out of"),
            ("../secret.png", "leads out of"),
            ("absent.png", "no file of that name"),
            (".", "not a file"),
            ("/etc/hostname", "leads out of"),
        ] {
            let why = folder.read(path).expect_err("every one of these is refused");
            assert!(why.contains(part), "{path}: {why}");
        }
        Ok(())
    }

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
    fn too_many_bytes_are_refused_unread() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let path = temp.path().join("huge.yaml");
        File::create(&path)?.set_len(200_000_000)?;
        let refused = read_source(&path).expect_err("200 MB is too much");
        assert_eq!((refused.code, refused.message.contains("200 MB")), (Code::FileTooLarge, true));
        Ok(())
    }
}
