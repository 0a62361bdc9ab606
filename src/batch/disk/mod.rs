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
    .hint("Close the file if it is open elsewhere, or write to another folder with  --out FOLDER")
}
