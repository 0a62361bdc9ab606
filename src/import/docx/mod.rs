//! Word files: takes an open package, gives paragraphs with their places and all that is not text of the page.
//!
//! The part with the text is walked once (`walk`); runs (`inline`), shapes (`shape`), styles and automatic
//! numbers are told where they are met. What no walk has taken at the end is left over, so no word is forgotten.

mod choice;
mod diagram;
mod inline;
mod numbering;
mod place;
mod relations;
mod shape;
mod styles;
mod walk;

use super::office::{Holder, HolderKind, Office};
use super::package::Package;
use super::refusal::Refusal;
use super::xml::Element;
use numbering::Numbering;
use place::Page;
use relations::Relations;
use styles::Styles;
use walk::Walk;

/// Reads a Word file.
pub(super) fn read(package: &Package<'_>) -> Result<Office, Refusal> {
    let main = main_part(package)?;
    let root = needed(package, &main)?;
    let body = root.child("w:body").ok_or_else(|| Refusal::damaged(&format!("the part {main}")))?;
    refuse_foreign_parts(body)?;
    let links = Relations::of(package, &main)?;
    let optional = |kind: &str| -> Result<Option<Element>, Refusal> {
        links.parts(kind).first().map_or(Ok(None), |part| package.tree(part))
    };
    let styles = optional("styles")?.map(|root| Styles::read(&root)).unwrap_or_default();
    let numbering = optional("numbering")?.map(|root| Numbering::read(&root)).unwrap_or_default();
    let mut walk = Walk::new(package, &styles, numbering, Page::of(body));
    walk.noted_breaks = has(body, "w:lastRenderedPageBreak");
    let flow = walk.office.hold(Holder::unplaced(HolderKind::Flow));
    walk.part(&root, body, &links, flow)?;
    for (kind, holder) in [
        ("header", HolderKind::Header),
        ("footer", HolderKind::Footer),
        ("footnotes", HolderKind::Notes),
        ("endnotes", HolderKind::Notes),
        ("comments", HolderKind::Comments),
    ] {
        for part in links.parts(kind) {
            let Some(root) = package.tree(part)? else { continue };
            let links = Relations::of(package, part)?;
            let holder = walk.office.hold(Holder::unplaced(holder));
            walk.page.y = crate::geom::Pt::ZERO;
            walk.part(&root, &root, &links, holder)?;
        }
    }
    Ok(walk.finish())
}

/// The name of the part with the text, as the package itself says it.
fn main_part(package: &Package<'_>) -> Result<String, Refusal> {
    let links = Relations::of(package, "")?;
    let named = links.parts("officeDocument").first().map(|part| (*part).to_owned());
    named.filter(|part| package.has(part)).ok_or_else(|| {
        Refusal::new(
            "this is a package, but no Word document",
            "Import a file that ends in .docx or .odt; from another program, save it as one of these",
        )
    })
}

fn needed(package: &Package<'_>, part: &str) -> Result<Element, Refusal> {
    package.tree(part)?.ok_or_else(|| Refusal::damaged(&format!("the part {part}")))
}

fn has(element: &Element, name: &str) -> bool {
    let mut found = Vec::new();
    element.all(name, &mut found);
    !found.is_empty()
}

/// Text of another format inside the file cannot be counted, so it is not read around.
fn refuse_foreign_parts(body: &Element) -> Result<(), Refusal> {
    if has(body, "w:altChunk") || has(body, "w:subDoc") {
        return Err(Refusal::new(
            "a part of this file is another document inside it, which briefpress cannot read",
            "Open it in Word and save it once: Word then writes all of it as one text. Import that",
        ));
    }
    Ok(())
}
