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

/// The message for a file or folder that cannot be written.
#[must_use]
pub fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(
        Code::FileUnwritable,
        Place::File(printable(path)),
        format!("this cannot be written: {}", plain(error)),
    )
    .hint(cause_of(error).map_or_else(
        || "Close the file if it is open elsewhere, or write to another folder with  --out FOLDER".to_owned(),
        |cause| format!("{cause}, or write to another folder with  --out FOLDER"),
    ))
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
}
