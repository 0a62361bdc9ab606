//! Pictures beside a briefing: takes the folders that may hold them, gives bytes, and remembers what was asked for.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::digest::Digest;
use super::disk::{Disk, Refusal, megabytes, plain};
use super::printable::printable;
use crate::pipeline::Files;

/// A picture of this size prints sharply on any poster.
pub(super) const PICTURE_LIMIT: u64 = 20_000_000;

/// The folders of a board's file and of a briefing, in this order; nothing outside them is read.
#[derive(Debug)]
pub struct Folders<'d> {
    disk: &'d Disk,
    paths: Vec<PathBuf>,
    seen: RefCell<Vec<(PathBuf, Option<Digest>)>>,
}

impl<'d> Folders<'d> {
    /// The folders that `files` lie in; the first that holds a picture is the one it is taken from.
    #[must_use]
    pub fn of<'a>(disk: &'d Disk, files: impl IntoIterator<Item = &'a Path>) -> Self {
        let mut paths: Vec<PathBuf> = Vec::new();
        for file in files {
            let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty());
            let folder = folder.unwrap_or(Path::new(".")).to_path_buf();
            if !paths.contains(&folder) {
                paths.push(folder);
            }
        }
        Folders { disk, paths, seen: RefCell::default() }
    }

    /// Where a picture was looked for so far: its digest, or none where there was no file.
    pub(super) fn into_seen(self) -> Vec<(PathBuf, Option<Digest>)> {
        self.seen.into_inner()
    }
}

impl Files for Folders<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let mut answer = Err("there is no folder to look in".to_owned());
        for folder in &self.paths {
            answer = read_inside(self.disk, folder, path);
            let digest = answer.as_ref().ok().map(|bytes| Digest::of(bytes));
            self.seen.borrow_mut().push((folder.join(path), digest));
            if answer.is_ok() || folder.join(path).exists() {
                break;
            }
        }
        answer
    }
}

fn read_inside(disk: &Disk, folder: &Path, path: &str) -> Result<Vec<u8>, String> {
    let missing = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => absent(disk, folder, path),
        _ => format!("it cannot be read: {}", plain(&error)),
    };
    // Links are followed before the test: a link inside the folder may lead out of it.
    let root = fs::canonicalize(folder).map_err(missing)?;
    let file = fs::canonicalize(root.join(path)).map_err(missing)?;
    if !file.starts_with(&root) {
        return Err(format!("it leads out of the folder {}", printable(folder)));
    }
    disk.read_within(&file, PICTURE_LIMIT).map_err(|why| match why {
        Refusal::TooLarge(size) => format!("it is {} long; 20 MB is the most", megabytes(size)),
        Refusal::NotAFile => "it is not a file".to_owned(),
        Refusal::Io(error) => missing(error),
    })
}

/// Says which folder was looked in, and which pictures lie there.
fn absent(disk: &Disk, folder: &Path, path: &str) -> String {
    const SHOWN: usize = 4;
    let place = match folder == Path::new(".") {
        true => "the folder of this file".to_owned(),
        false => format!("the folder {}", printable(folder)),
    };
    let is_picture = |name: &String| {
        let small = name.to_ascii_lowercase();
        [".png", ".jpg", ".jpeg", ".jfif"].iter().any(|ending| small.ends_with(ending))
    };
    let paths = disk.list(folder).unwrap_or_default();
    let name = |path: &PathBuf| Some(path.file_name()?.to_str()?.to_owned());
    let mut names: Vec<String> = paths.iter().filter_map(name).filter(is_picture).collect();
    // On this disk capitals count, and a logo is often saved in another form than it is named.
    let wanted = path.rsplit('/').next().unwrap_or(path);
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    if let Some(near) = names.iter().find(|name| stem(name) == stem(wanted)) {
        return format!("there is no file of that name, {path}, in {place}; there is {near}");
    }
    let more = names.len().saturating_sub(SHOWN);
    names.truncate(SHOWN);
    let there = match (names.is_empty(), more) {
        (true, _) => "there are no pictures in it".to_owned(),
        (false, 0) => format!("the pictures in it are {}", names.join(", ")),
        (false, more) => format!("the pictures in it are {} and {more} more", names.join(", ")),
    };
    format!("there is no file of that name, {path}, in {place}; {there}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_give_what_is_in_them_and_nothing_else() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let inside = temp.path().join("content");
        fs::create_dir_all(inside.join("boards"))?;
        fs::write(inside.join("logo.png"), b"logo")?;
        fs::write(inside.join("boards/board.png"), b"board")?;
        fs::write(temp.path().join("secret.png"), b"secret")?;
        let disk = Disk::new();
        let folders = Folders::of(&disk, [inside.join("boards/b.yaml").as_path(), &inside.join("a.yaml")]);
        assert_eq!(folders.read("board.png").as_deref(), Ok(b"board".as_slice()));
        assert_eq!(folders.read("logo.png").as_deref(), Ok(b"logo".as_slice()));
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.png", inside.join("link.png"))?;
        for (path, part) in [
            ("link.png", "leads out of"),
            ("../secret.png", "leads out of"),
            ("absent.png", "no file of that name"),
            ("../content", "not a file"),
            ("/etc/hostname", "leads out of"),
        ] {
            let why = folders.read(path).expect_err("every one of these is refused");
            assert!(why.contains(part), "{path}: {why}");
        }
        let seen = folders.into_seen();
        assert_eq!(seen[0], (inside.join("boards/board.png"), Some(Digest::of(b"board"))));
        assert_eq!(
            seen[1],
            (inside.join("boards/logo.png"), None),
            "looked for before the briefing's folder"
        );
        Ok(())
    }
}
