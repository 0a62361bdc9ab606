//! Stamps: takes what the file system says about a file, gives what shows, without reading it, that it was touched.

use std::fs::Metadata;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

/// Two different stamps may still be of equal files; two files with one stamp are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// How many bytes.
    pub size: u64,
    /// When it was written, in nanoseconds since 1970; 0 where the system does not say.
    pub modified: u64,
    /// Its number in the file system: two runs may write two files of one size within one tick of the clock.
    pub number: u64,
}

impl Stamp {
    /// The stamp of a file as it is at this moment.
    pub(super) fn of(meta: &Metadata) -> Self {
        let since = meta.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let modified = since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0);
        Stamp { size: meta.len(), modified, number: number(meta) }
    }
}

#[cfg(unix)]
fn number(meta: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(meta)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}
