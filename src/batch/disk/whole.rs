//! Writing: takes a path and bytes, leaves the old file there or the whole new one.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::Disk;
use crate::batch::stamp::Stamp;

/// How the names of temporary files begin; the number of the process follows.
const TEMPORARY: &str = ".briefpress-";

impl Disk {
    /// Writes a file so that whoever looks, at any moment, sees the old file or the whole new one.
    ///
    /// Nothing is forced to the disk: that would take longer than making the file. After a power cut a file may so be
    /// missing, old or, on some file systems, cut short; its stamp then tells the next run to make it again.
    ///
    /// # Errors
    /// What the disk answered; nothing is left behind then.
    pub(in crate::batch) fn write_whole(&self, path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
        let (temporary, file) = self.begin(path)?;
        let placed = self.fill(file, path, bytes).and_then(|stamp| {
            self.rename(&temporary, path)?;
            Ok(stamp)
        });
        if placed.is_err() {
            // Whether or not this succeeds, the first failure is the one to tell.
            let _ = self.remove(&temporary);
        }
        placed
    }

    /// Writes a file in place of one that was read before: a link stays a link, and rights stay what they were.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if it is no longer what was read, or what the disk answered; the old file is
    /// there then as it was.
    pub fn rewrite(&self, path: &Path, old: &[u8], new: &[u8]) -> io::Result<()> {
        let path = &self.resolve(path)?;
        let rights = self.look(path)?.permissions();
        if rights.readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let size = old.len() as u64;
        if self.read(path, size, size + 1)? != old {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "it was changed meanwhile"));
        }
        let (temporary, file) = self.begin(path)?;
        let placed = file
            .set_permissions(rights)
            .and_then(|()| self.fill(file, path, new))
            .and_then(|_| self.rename(&temporary, path));
        if placed.is_err() {
            let _ = self.remove(&temporary);
        }
        placed
    }

    /// Writes a file in place of the one that may be there, whole or not at all.
    ///
    /// # Errors
    /// What the disk answered; the old file is there then.
    pub fn write_over(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.write_whole(path, bytes).map(|_| ())
    }

    /// Writes a file that is not there yet, with the folder it lies in. One that appears meanwhile is not lost.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] if it is there, or what the disk answered; nothing is left behind then.
    pub fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            self.make_folder(folder)?;
        }
        let (temporary, file) = self.begin(path)?;
        let placed = self.fill(file, path, bytes).and_then(|_| match self.link(&temporary, path) {
            // Some file systems know no second name; there it is asked first, and then moved.
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !path.exists() => {
                self.rename(&temporary, path)
            }
            linked => linked,
        });
        let _ = self.remove(&temporary);
        placed
    }

    /// The stamp of the file at `path`, if there is one.
    pub(in crate::batch) fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.look(path).ok().filter(Metadata::is_file).map(|meta| Stamp::of(&meta))
    }

    /// A new file beside `path`. Its name tells the process and a number within it.
    fn begin(&self, path: &Path) -> io::Result<(PathBuf, File)> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let temporary = path.with_file_name(format!("{TEMPORARY}{}-{number}.tmp", std::process::id()));
            match self.create(&temporary) {
                // In containers a killed run may have had the same number as this one.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                opened => return opened.map(|file| (temporary, file)),
            }
        }
    }

    fn fill(&self, mut file: File, path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
        self.write(&mut file, path, bytes)?;
        // Asked of the open file: under its final name it may be another run's by the time of asking.
        Ok(Stamp::of(&file.metadata()?))
    }

    /// Removes the temporary files of runs that were killed. Files of a run that may still go on are left. Says
    /// whether the folder is there.
    pub(in crate::batch) fn sweep(&self, folder: &Path) -> bool {
        let paths = match self.list(folder) {
            Ok(paths) => paths,
            Err(error) => return error.kind() != io::ErrorKind::NotFound,
        };
        for path in paths {
            let name = path.file_name().and_then(|name| name.to_str());
            if name.and_then(writer).is_some_and(|process| is_over(process, &path)) {
                // Another run may have swept it meanwhile.
                let _ = self.remove(&path);
            }
        }
        true
    }
}

/// The number of the process that a temporary file is named for.
fn writer(name: &str) -> Option<&str> {
    let (process, _) = name.strip_prefix(TEMPORARY)?.strip_suffix(".tmp")?.split_once('-')?;
    process.bytes().all(|byte| byte.is_ascii_digit()).then_some(process)
}

/// Where the system lists processes it is asked; elsewhere an hour is longer than any file takes to write. What bears
/// the number of this process is left of another that had it before, if it is older than a minute.
fn is_over(process: &str, path: &Path) -> bool {
    let modified = fs::metadata(path).and_then(|meta| meta.modified());
    let older = |seconds| modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > seconds));
    if process == std::process::id().to_string() {
        return older(60);
    }
    if Path::new("/proc/self").exists() {
        return !Path::new("/proc").join(process).exists();
    }
    older(3600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let path = temp.path().join("a.pdf");
        Disk::new().write_whole(&path, b"old")?;
        Disk::new().write_whole(&path, b"new")?;
        assert_eq!(fs::read(&path)?, b"new");
        let folder = temp.path().join("folder.pdf");
        fs::create_dir(&folder)?;
        assert_eq!(Some(Disk::new().write_whole(&path, b"newer")?), Disk::new().stamp(&path));
        assert!(Disk::new().write_whole(&folder, b"x").is_err(), "a folder is in the way");
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
        Disk::new().sweep(temp.path());
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
        Disk::new().write_whole(&path, b"whole")?;
        assert_eq!(fs::read(&path)?, b"whole");
        Ok(())
    }

    #[test]
    fn a_file_is_rewritten_only_if_it_is_what_was_read() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let path = temp.path().join("a.yaml");
        fs::write(&path, "old")?;
        Disk::new().rewrite(&path, b"old", b"new")?;
        assert_eq!(fs::read(&path)?, b"new");
        let changed = Disk::new().rewrite(&path, b"old", b"newer").expect_err("somebody changed it");
        assert_eq!(changed.kind(), io::ErrorKind::InvalidData);
        assert_eq!(fs::read(&path)?, b"new");
        assert_eq!(fs::read_dir(temp.path())?.count(), 1, "no temporary file stays");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_rights_stay() -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let temp = tempfile::tempdir()?;
        let (path, link) = (temp.path().join("a.yaml"), temp.path().join("b.yaml"));
        fs::write(&path, "old")?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640))?;
        std::os::unix::fs::symlink("a.yaml", &link)?;
        Disk::new().rewrite(&link, b"old", b"new")?;
        assert!(fs::symlink_metadata(&link)?.is_symlink());
        assert_eq!(fs::read(&path)?, b"new");
        assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o640);
        Ok(())
    }

    #[test]
    fn a_new_file_never_takes_the_place_of_another() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let path = temp.path().join("below/a.yaml");
        Disk::new().write_new(&path, b"first")?;
        let second = Disk::new().write_new(&path, b"second").expect_err("it is there");
        assert_eq!(second.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path)?, b"first");
        assert_eq!(fs::read_dir(temp.path().join("below"))?.count(), 1, "no temporary file stays");
        Ok(())
    }
}
