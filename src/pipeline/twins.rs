//! Twins of a job: takes a briefing and what was made of it in pages, gives its web page and its plain text.

use std::sync::Arc;

use super::{Beside, DocumentKind, Options, Product};
use crate::geom::Pt;
use crate::image::Picture;
use crate::model::Briefing;
use crate::style::Theme;
use crate::target::Target;
use crate::twin::Edition;

/// The most pixels on the longer side of a logo in a web page: three for each of the 72 that it is high, and room for
/// one that is wide.
const LOGO: u32 = 640;

/// The forms without pages that are asked for. They lead to the PDFs of this run, and to those of earlier ones that
/// this one was not asked to make.
pub(super) fn products(
    options: &Options,
    briefing: &Briefing,
    theme: &Theme,
    logo: Option<&Arc<Picture>>,
    earlier: &[Beside],
    made: &[Product],
) -> Vec<Product> {
    if options.twins.is_empty() {
        return Vec::new();
    }
    let logo = logo.and_then(|logo| logo.to_png(LOGO));
    let beside =
        DocumentKind::ALL.iter().filter_map(|kind| file(options, *kind, earlier, made)).collect::<Vec<_>>();
    let edition = Edition { briefing, theme, logo: logo.as_deref(), today: options.today, beside: &beside };
    let product = |twin: &crate::twin::Twin| Product {
        document: None,
        target: Target::Screen,
        file_name: options.twin_name(*twin),
        bytes: twin.write(&edition).into_bytes(),
        pages: 0,
        body: (Pt::ZERO, Pt::ZERO),
        room: 0,
        why: Arc::default(),
        thumbnail: None,
    };
    options.twins.iter().map(product).collect()
}

/// The PDF of a document for the screen, if there is one.
fn file(options: &Options, document: DocumentKind, earlier: &[Beside], made: &[Product]) -> Option<Beside> {
    if !options.documents.contains(&document) {
        return earlier.iter().find(|file| file.document == document).cloned();
    }
    let for_screens = options.targets.iter().filter(|target| !matches!(target, Target::Print(_)));
    let mut names = for_screens.map(|target| options.file_name(document, document.as_str(), *target));
    let product = names.find_map(|name| made.iter().find(|product| product.file_name == name))?;
    Some(Beside { document, name: product.file_name.clone(), size: product.bytes.len() as u64 })
}
