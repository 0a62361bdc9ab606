//! OpenDocument texts: takes an open package, gives paragraphs with their places and all that is not text of the page.

mod marks;
mod styles;
mod walk;

use super::office::{Holder, HolderKind, Office};
use super::package::Package;
use super::refusal::Refusal;
use styles::Styles;
use walk::Walk;

/// What the first part of such a package says.
const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

/// Whether a package is an OpenDocument text.
pub(super) fn is_one(package: &Package<'_>) -> bool {
    package.part("mimetype").is_ok_and(|kind| kind.is_some_and(|kind| kind.starts_with(KIND)))
}

/// Reads an OpenDocument text.
pub(super) fn read(package: &Package<'_>) -> Result<Office, Refusal> {
    let content = package.tree("content.xml")?.ok_or_else(|| Refusal::damaged("the part content.xml"))?;
    let shared = package.tree("styles.xml")?;
    let mut styles = Styles::default();
    shared.iter().chain([&content]).for_each(|root| styles.read(root));
    let body = content
        .path(&["office:body", "office:text"])
        .ok_or_else(|| Refusal::damaged("the part content.xml"))?;
    let mut walk = Walk::new(&styles);
    let flow = walk.office.hold(Holder::unplaced(HolderKind::Flow));
    walk.blocks(body, flow);
    for (name, kind) in [
        ("style:header", HolderKind::Header),
        ("style:header-left", HolderKind::Header),
        ("style:header-first", HolderKind::Header),
        ("style:footer", HolderKind::Footer),
        ("style:footer-left", HolderKind::Footer),
        ("style:footer-first", HolderKind::Footer),
    ] {
        let mut parts = Vec::new();
        shared.iter().for_each(|root| root.all(name, &mut parts));
        for part in parts {
            let holder = walk.office.hold(Holder::unplaced(kind));
            walk.blocks(part, holder);
        }
    }
    Ok(walk.office)
}
