//! Places: takes a path and bytes, leaves the file there, unless something lies there that is not ours.

use std::io;
use std::path::Path;

use super::digest::Digest;
use super::disk::{Disk, Refusal, unwritable};
use super::entry::MadeFile;
use super::ours::{LONGEST, is_ours};
use super::printable::printable;
use super::stamp::Stamp;
use crate::diag::{Code, Diagnostic, Place as Where};

/// A folder that files are written to.
pub(super) struct Place<'a> {
    pub disk: &'a Disk,
    /// What earlier runs made in it.
    pub made: Vec<&'a MadeFile>,
    /// Whether the folder is not there yet, so that nothing needs to be looked for.
    pub new_folder: bool,
    /// Whether everything may be written over.
    pub force: bool,
}

impl Place<'_> {
    /// Writes a file; its folder is made if it is not there. A file that is there already with the same bytes keeps
    /// its date, so that what copies changed files has nothing to do.
    ///
    /// # Errors
    /// If a file is there that this program did not make, or the disk does not take it.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> Result<Stamp, Diagnostic> {
        // The stamp is taken before the look: a file that changes in between has another one afterwards.
        if let Some(stamp) = self.there(path).map_err(|error| unwritable(path, &error))? {
            match self.disk.read_within(path, LONGEST) {
                Ok(found) if found == bytes => return Ok(stamp),
                Ok(found) if self.may_go(path, &found) => {}
                _ if self.force => {}
                Err(Refusal::Io(error)) => return Err(unwritable(path, &error)),
                Err(Refusal::NotAFile) => return Err(no_file(path)),
                _ => return Err(not_ours(path)),
            }
        }
        self.put(path, bytes).map_err(|error| unwritable(path, &error))
    }

    /// The stamp of what is there, if anything is; in a new folder there is nothing to look for.
    fn there(&self, path: &Path) -> io::Result<Option<Stamp>> {
        if self.new_folder {
            return Ok(None);
        }
        match self.disk.look(path) {
            Ok(meta) => Ok(Some(Stamp::of(&meta))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
        match self.disk.write_whole(path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.disk.make_folder(path.parent().unwrap_or(Path::new(".")))?;
                self.disk.write_whole(path, bytes)
            }
            other => other,
        }
    }

    /// Whether what is there was made by this program: it bears a mark, or the record knows it.
    fn may_go(&self, path: &Path, found: &[u8]) -> bool {
        let same_name = |file: &&&MadeFile| path.file_name().is_some_and(|name| name == file.name.as_str());
        let recorded = self.made.iter().find(same_name);
        is_ours(found) || recorded.is_some_and(|file| file.sha256 == Digest::of(found))
    }
}

/// The message for a folder, a pipe or a device that is in the way.
fn no_file(path: &Path) -> Diagnostic {
    let message = "something is here that is no file; it was left as it is";
    Diagnostic::error(Code::FileUnwritable, Where::File(printable(path)), message)
        .hint("Move it elsewhere, or write to another folder with  --out FOLDER")
}

/// The message for a file that somebody else made.
pub(super) fn not_ours(path: &Path) -> Diagnostic {
    let message = "a file is here that briefpress did not make; it was left as it is";
    Diagnostic::error(Code::FileUnwritable, Where::File(printable(path)), message)
        .hint("Move it elsewhere, write to another folder with  --out FOLDER, or write over it with  --force")
}
