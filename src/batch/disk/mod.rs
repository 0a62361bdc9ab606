//! The disk: takes paths, gives bytes within limits, and writes files whole or not at all.

mod calls;
mod read;
mod whole;

use std::io;
use std::path::Path;

pub use calls::{Call, Disk};
pub(super) use read::megabytes;
pub use read::{Refusal, plain};

use super::printable::printable;
use crate::diag::{Code, Diagnostic, Place};

/// The message for a file or folder that cannot be written. Of what stands where a folder has to be, and of a folder
/// that cannot be made, it is said there, so that all files that were to lie in that folder have one message.
#[must_use]
pub fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    if let Some((place, what)) = in_the_way(path) {
        return Diagnostic::error(
            Code::FileUnwritable,
            Place::File(printable(place)),
            format!("{what} stands where a folder is to be"),
        )
        .hint("Move it elsewhere, or write to another folder with  --out FOLDER");
    }
    let to_be_made = first_missing(path);
    let (what, usual) = match to_be_made {
        Some(_) => ("this folder cannot be made", "Check that you may make folders here"),
        None => ("this cannot be written", "Close the file if it is open elsewhere"),
    };
    Diagnostic::error(
        Code::FileUnwritable,
        Place::File(printable(to_be_made.unwrap_or(path))),
        format!("{what}: {}", plain(error)),
    )
    .hint(format!("{}, or write to another folder with  --out FOLDER", cause_of(error).unwrap_or(usual)))
}

/// The outermost folder around a path that is not there.
fn first_missing(path: &Path) -> Option<&Path> {
    let is_missing = |folder: &&Path| {
        folder.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()).take_while(is_missing).last()
}

/// What stands where a folder around a path has to be, and what it is.
fn in_the_way(path: &Path) -> Option<(&Path, &'static str)> {
    let around: Vec<&Path> =
        path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()).collect();
    let place =
        around.into_iter().rev().find(|folder| folder.symlink_metadata().is_ok() && !folder.is_dir())?;
    match place.metadata() {
        Ok(_) => Some((place, "a file")),
        // Where a link leads may only be hidden.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => None,
        Err(_) => Some((place, "a link that leads nowhere")),
    }
}

/// What to do so that a file can be written, as a sentence without its full stop.
#[must_use]
pub fn way_out(error: &io::Error) -> String {
    cause_of(error).map_or_else(
        || "Choose a folder that you may write to".to_owned(),
        |cause| format!("{cause}, or choose another folder"),
    )
}

/// What to do so that a file can be changed that stays where it is, as a sentence without its full stop.
#[must_use]
pub fn way_in(error: &io::Error) -> String {
    cause_of(error).map_or_else(
        || "Check that you may change it, save it where it is open, and try again".to_owned(),
        |cause| format!("{cause}, and try again"),
    )
}

/// What to do about a cause that is none of rights.
fn cause_of(error: &io::Error) -> Option<&'static str> {
    Some(match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "Make room on this disk",
        io::ErrorKind::ReadOnlyFilesystem => "Take a disk or stick that is not locked against writing",
        io::ErrorKind::NotADirectory => "Rename the file that stands where a folder is to be",
        io::ErrorKind::InvalidFilename => "Give it a shorter name",
        io::ErrorKind::FileTooLarge => "Take a disk that holds files of this size",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_out_fits_what_went_wrong() {
        let of = |kind: io::ErrorKind| way_out(&io::Error::from(kind));
        assert_eq!(of(io::ErrorKind::StorageFull), "Make room on this disk, or choose another folder");
        assert_eq!(of(io::ErrorKind::PermissionDenied), "Choose a folder that you may write to");
        let stays = |kind: io::ErrorKind| way_in(&io::Error::from(kind));
        assert_eq!(stays(io::ErrorKind::StorageFull), "Make room on this disk, and try again");
        assert!(stays(io::ErrorKind::PermissionDenied).starts_with("Check that you may change it"));
        let told = unwritable(Path::new("a.pdf"), &io::Error::from(io::ErrorKind::StorageFull));
        assert_eq!(told.hints, ["Make room on this disk, or write to another folder with  --out FOLDER"]);
    }

    #[test]
    fn what_stands_in_the_way_is_named_and_not_what_was_to_lie_in_it() -> io::Result<()> {
        let temp = tempfile::tempdir()?;
        let file = temp.path().join("out");
        std::fs::write(&file, "")?;
        let told = unwritable(&file.join("a/b.pdf"), &io::ErrorKind::NotADirectory.into());
        assert_eq!(told.message, "a file stands where a folder is to be");
        assert_eq!(told, unwritable(&file.join("c.pdf"), &io::ErrorKind::NotADirectory.into()));
        let denied =
            |below: &str| unwritable(&temp.path().join(below), &io::ErrorKind::PermissionDenied.into());
        assert_eq!(denied("new/a/b.pdf").message, "this folder cannot be made: permission denied");
        assert_eq!(denied("new/a/b.pdf"), denied("new/c.pdf"));
        assert_eq!(denied("c.pdf").message, "this cannot be written: permission denied");
        #[cfg(unix)]
        {
            let link = temp.path().join("link");
            std::os::unix::fs::symlink("nowhere", &link)?;
            let failed = Disk::new().make_folder(&link).expect_err("the link leads nowhere");
            assert_eq!(failed.kind(), io::ErrorKind::NotADirectory);
            let told = unwritable(&link.join("a.pdf"), &failed);
            assert_eq!(told.message, "a link that leads nowhere stands where a folder is to be");
        }
        Ok(())
    }
}
