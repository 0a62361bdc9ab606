//! PDFs beside a web page: takes a folder and what is to be made in it, gives those of earlier runs that stay there.

use std::path::Path;

use super::disk::Disk;
use super::ours;
use crate::pipeline::{Beside, DocumentKind, Twin};

/// The PDFs that a web page is to lead to and that this run does not make. `options` is the key of its options, which
/// begins with all that it makes. Only PDFs that this program made are known to be accessible.
pub(super) fn beside(disk: &Disk, folder: &Path, options: &str) -> Vec<Beside> {
    let made: Vec<&str> = options.split(';').next().unwrap_or_default().split('+').collect();
    if !made.contains(&Twin::Web.as_str()) {
        return Vec::new();
    }
    let others = DocumentKind::ALL.into_iter().filter(|document| !made.contains(&document.as_str()));
    let found = others.filter_map(|document| {
        let name = format!("{}.pdf", document.as_str());
        let bytes = disk.read_within(&folder.join(&name), ours::LONGEST).ok()?;
        ours::is_ours(&bytes).then_some(Beside { document, name, size: bytes.len() as u64 })
    });
    found.filter(|file| file.size > 0).collect()
}

/// What a web page says of them, for the record: with another size it is another page.
pub(super) fn key(beside: &[Beside]) -> String {
    beside.iter().map(|file| format!(" {} {}", file.name, file.size)).collect()
}
