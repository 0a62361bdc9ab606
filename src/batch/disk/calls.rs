//! The seam: takes paths and bytes, gives what the system answers, or the failure that a test asked for.

#![allow(clippy::disallowed_methods, reason = "this is the room that the list speaks of")]

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// A call to the system, named by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// What a path is.
    Look,
    /// A file is opened and read.
    Read,
    /// The names in a folder.
    List,
    /// A folder is made.
    MakeFolder,
    /// A file that is not there is begun.
    Create,
    /// A file is opened, or begun, to add to its end.
    Append,
    /// Bytes go into an open file.
    Write,
    /// A whole file takes its place.
    Rename,
    /// A file is deleted.
    Remove,
}

/// Asked before each call; an error takes the place of the call.
type Before = dyn Fn(Call, &Path) -> io::Result<()> + Send + Sync;

/// The disk, by the few calls that this program makes of it. Nothing else in the library opens a file.
#[derive(Default)]
pub struct Disk {
    before: Option<Box<Before>>,
}

impl Disk {
    /// The disk as it is.
    #[must_use]
    pub const fn new() -> Self {
        Disk { before: None }
    }

    /// A disk that asks before each call: what a failing disk does can so be tried, call by call.
    #[must_use]
    pub fn asking(before: impl Fn(Call, &Path) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Disk { before: Some(Box::new(before)) }
    }

    fn ask(&self, call: Call, path: &Path) -> io::Result<()> {
        self.before.as_ref().map_or(Ok(()), |before| before(call, path))
    }

    pub(in crate::batch) fn look(&self, path: &Path) -> io::Result<Metadata> {
        self.ask(Call::Look, path)?;
        fs::metadata(path)
    }

    /// The path that a path leads to, through all links.
    pub(super) fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.ask(Call::Look, path)?;
        fs::canonicalize(path)
    }

    /// At most so many bytes of the beginning of a file that is thought to have `likely` bytes.
    pub(super) fn read(&self, path: &Path, likely: u64, most: u64) -> io::Result<Vec<u8>> {
        self.ask(Call::Read, path)?;
        // With room for one byte more, the end is seen without asking for more memory.
        let room = usize::try_from(likely.min(most)).unwrap_or_default();
        let mut bytes = Vec::with_capacity(room + 1);
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// A file to be read piece by piece.
    pub(in crate::batch) fn open(&self, path: &Path) -> io::Result<File> {
        self.ask(Call::Read, path)?;
        File::open(path)
    }

    /// What is in a folder, in the order of names.
    ///
    /// # Errors
    /// What the system answered.
    pub fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.ask(Call::List, folder)?;
        let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = entries.collect::<io::Result<Vec<PathBuf>>>()?;
        paths.sort();
        Ok(paths)
    }

    /// Makes a folder and those around it. A link that leads nowhere is there for the system, and is no folder.
    pub(in crate::batch) fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.ask(Call::MakeFolder, folder)?;
        fs::create_dir_all(folder).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
            _ => error,
        })
    }

    pub(super) fn create(&self, path: &Path) -> io::Result<File> {
        self.ask(Call::Create, path)?;
        File::options().write(true).create_new(true).open(path)
    }

    pub(in crate::batch) fn append(&self, path: &Path) -> io::Result<File> {
        self.ask(Call::Append, path)?;
        File::options().create(true).append(true).open(path)
    }

    /// Writes to an open file; where a failure is asked for, half of the bytes arrive, as on a disk that fills up.
    pub(in crate::batch) fn write(&self, file: &mut File, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(failure) = self.ask(Call::Write, path) {
            file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(failure);
        }
        file.write_all(bytes)
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask(Call::Rename, to)?;
        fs::rename(from, to)
    }

    /// Gives a file a second name, if nothing has that name yet.
    pub(super) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask(Call::Rename, to)?;
        fs::hard_link(from, to)
    }

    pub(in crate::batch) fn remove(&self, path: &Path) -> io::Result<()> {
        self.ask(Call::Remove, path)?;
        fs::remove_file(path)
    }

    /// Deletes a folder that is empty.
    pub(in crate::batch) fn remove_empty(&self, folder: &Path) -> io::Result<()> {
        self.ask(Call::Remove, folder)?;
        fs::remove_dir(folder)
    }
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Disk").field("asks", &self.before.is_some()).finish()
    }
}
