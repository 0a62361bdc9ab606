//! Packages: takes the bytes of a zip file, gives its parts by name, within limits that hold before anything grows.
//!
//! Names of parts are only ever compared; none becomes a path on a disk.

use std::cell::RefCell;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::refusal::Refusal;
use super::xml::{self, Element};

/// The largest file that is looked at, in bytes; a page with photographs has about 10 million.
const MAX_FILE: usize = 64_000_000;
/// How many parts a package may have; Word makes about twenty, and one for each picture.
const MAX_PARTS: usize = 4_000;
/// The largest part that is unpacked, in bytes.
const MAX_PART: u64 = 16_000_000;
/// How many bytes are unpacked of one package.
const MAX_WHOLE: u64 = 48_000_000;
/// How many times larger a part may grow; text of a person's writing grows about tenfold.
const MAX_RATIO: u64 = 250;
/// Parts up to this size, in bytes, may grow as they like: empty ones are very regular.
const SMALL_PART: u64 = 1_000_000;
/// What each entry of the directory of a zip file begins with.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An open package.
pub(super) struct Package<'b> {
    archive: RefCell<ZipArchive<Cursor<&'b [u8]>>>,
    /// How many more bytes may be unpacked.
    left: RefCell<u64>,
}

impl<'b> Package<'b> {
    /// Opens it. The directory is counted before the library builds its table of it.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        if bytes.len() > MAX_FILE {
            return Err(Refusal::too_much(&format!("this file has {} MB", bytes.len() / 1_000_000)));
        }
        let entries = bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count();
        if entries > MAX_PARTS {
            return Err(Refusal::too_much(&format!("this file is a package of {entries} parts")));
        }
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::damaged("this file's package"))?;
        Ok(Package { archive: RefCell::new(archive), left: RefCell::new(MAX_WHOLE) })
    }

    /// The bytes of a part; `None` where the package has none of this name.
    pub(super) fn part(&self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let mut archive = self.archive.borrow_mut();
        let mut part = match archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(locked());
            }
            Err(_) => return Err(Refusal::damaged(&format!("the part {name}"))),
        };
        let packed = part.compressed_size().max(1);
        // What the directory promises may be a lie, so the reading itself ends at the limit as well.
        let most = MAX_PART.min(*self.left.borrow()).min((packed.saturating_mul(MAX_RATIO)).max(SMALL_PART));
        let mut bytes = Vec::new();
        let read = part.by_ref().take(most + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > most {
            return Err(Refusal::too_much(&format!("the part {name} unpacks to more than {most} bytes")));
        }
        read.map_err(|_| Refusal::damaged(&format!("the part {name}")))?;
        *self.left.borrow_mut() -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// The tree of a part; `None` where the package has none of this name.
    pub(super) fn tree(&self, name: &str) -> Result<Option<Element>, Refusal> {
        self.part(name)?.map(|bytes| xml::tree(&bytes, &format!("the part {name}"))).transpose()
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.borrow().index_for_name(name).is_some()
    }
}

/// Of a file that asks for a password.
pub(super) fn locked() -> Refusal {
    Refusal::new(
        "this file is locked with a password",
        "Open it in Word, take the password off (File, Info, Protect Document), save it and import it again",
    )
}
