//! New files: takes a path and bytes, puts a file there that was not there, or says why there is none.

use std::io;
use std::path::Path;

use briefpress::batch::{plain, printable, way_out};

use super::{DISK, Exit, complain};

/// Writes a file under a name that is free; `advice` is for one that is not.
pub(super) fn place(path: &Path, bytes: &[u8], advice: &str) -> Result<(), Exit> {
    let shown = printable(path);
    DISK.write_new(path, bytes).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            complain(&format!("{shown} is there already, and was left as it is"), advice);
        } else {
            let why = format!("{shown} cannot be written: {}", plain(&error));
            complain(&why, &way_out(&error));
        }
        Exit::Usage
    })
}
