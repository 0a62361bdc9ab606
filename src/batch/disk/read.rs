//! Reading: takes a path and a limit, gives the bytes of a file, or why they were not read.

use std::fmt;
use std::io;
use std::path::Path;

use super::Disk;
use crate::batch::printable::printable;
use crate::diag::{Code, Diagnostic, Place};
use crate::shell::quoted;

/// No briefing, board or layout is longer; the shipped briefing has 4 kB.
const SOURCE_LIMIT: u64 = 1_000_000;

/// Why some bytes were not read.
#[derive(Debug)]
pub enum Refusal {
    /// There are more than the limit: so many.
    TooLarge(u64),
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// What the system answered.
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Refusal::Io(error)
    }
}

/// The end of a sentence that begins with what the file is.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::TooLarge(size) => write!(f, "it is {} long, which is too much", megabytes(*size)),
            Refusal::NotAFile => f.write_str("it is not a file"),
            Refusal::Io(error) => f.write_str(&plain(error)),
        }
    }
}

impl Disk {
    /// The bytes of a source file, refused before they are read if there are too many.
    ///
    /// # Errors
    /// A diagnostic that names the path and says what to do.
    pub fn read_source(&self, path: &Path) -> Result<Vec<u8>, Diagnostic> {
        self.read_within(path, SOURCE_LIMIT).map_err(|why| {
            let place = Place::File(printable(path));
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            match why {
                Refusal::TooLarge(_) if matches!(ending.as_deref(), Some("docx" | "odt" | "pdf")) => {
                    let command = format!("briefpress import {}", quoted(&printable(path)));
                    Diagnostic::error(Code::NotYaml, place, "this is no briefing, but a document")
                        .hint(format!("To make a briefing of it, type:  {command}"))
                }
                Refusal::TooLarge(size) => Diagnostic::error(
                    Code::FileTooLarge,
                    place,
                    format!("this file is {} long, and no briefing needs more than 1 MB", megabytes(size)),
                )
                .hint("Check that this is the file you mean"),
                Refusal::NotAFile => {
                    Diagnostic::error(Code::FileUnreadable, place, "this is not a file that can be read")
                        .hint("Give the path of a briefing, whose name ends in .yaml")
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

    /// The bytes of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// If there are more, if it is not a file, or what the system answered.
    pub fn read_within(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
        // Asked before opening, for opening a pipe that nobody writes to would wait for ever.
        let meta = self.look(path)?;
        if !meta.is_file() {
            return Err(Refusal::NotAFile);
        }
        if meta.len() > limit {
            return Err(Refusal::TooLarge(meta.len()));
        }
        // The file may have grown since.
        let bytes = self.read(path, meta.len(), limit + 1)?;
        match bytes.len() as u64 {
            size if size > limit => Err(Refusal::TooLarge(size)),
            _ => Ok(bytes),
        }
    }

    /// Whether a file has these bytes and no others; no more of it is read than could be.
    pub(in crate::batch) fn holds(&self, path: &Path, bytes: &[u8]) -> bool {
        self.read_within(path, bytes.len() as u64).is_ok_and(|found| found == bytes)
    }
}

pub(in crate::batch) fn megabytes(size: u64) -> String {
    format!("{} MB", size.div_ceil(1_000_000))
}

/// What the system says, without its number.
#[must_use]
pub fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    #[test]
    fn too_many_bytes_are_refused_unread() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let path = temp.path().join("huge.yaml");
        File::create(&path)?.set_len(200_000_000)?;
        let refused = Disk::new().read_source(&path).expect_err("200 MB is too much");
        assert_eq!((refused.code, refused.message.contains("200 MB")), (Code::FileTooLarge, true));
        Ok(())
    }

    /// `/dev/zero` says that it is empty and never ends.
    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_refused_unopened() {
        for path in ["/dev/zero", "/dev"] {
            let refused = Disk::new().read_within(Path::new(path), 10);
            assert!(matches!(refused, Err(Refusal::NotAFile)), "{path}: {refused:?}");
        }
    }
}
