//! The workshop: takes fonts and layouts, gives what all jobs share, and what one thread needs for itself.

use std::borrow::Cow;
use std::sync::Arc;

use super::pictures::Pictures;
use crate::diag::{Code, Diagnostic, Place, any_error};
use crate::font::FontSet;
use crate::layout::{DocumentKind, Layout};
use crate::pdf::Writer;
use crate::read;
use crate::source::Sources;
use crate::typeset::Store;

/// The layouts inside this program: names and texts. The first three are the usual ones.
pub const EMBEDDED_LAYOUTS: &[(&str, &str)] = &[
    ("poster.yaml", include_str!("../../layouts/poster.yaml")),
    ("handout.yaml", include_str!("../../layouts/handout.yaml")),
    ("card.yaml", include_str!("../../layouts/card.yaml")),
    ("poster-a3-landscape.yaml", include_str!("../../layouts/poster-a3-landscape.yaml")),
    ("poster-wheel.yaml", include_str!("../../layouts/poster-wheel.yaml")),
];

/// What all jobs share: faces and layouts, read once.
#[derive(Debug)]
pub struct Workshop {
    pub(super) fonts: Arc<FontSet>,
    layouts: Vec<Layout>,
}

impl Workshop {
    /// Reads fonts, which come before those inside this program, and layouts. Of two layouts for one document the
    /// later one counts.
    ///
    /// # Errors
    /// All messages about the files, with the sources that they point into.
    pub fn new(
        fonts: Vec<(String, Cow<'static, [u8]>)>,
        layouts: Vec<(String, String)>,
    ) -> Result<Self, (Sources, Vec<Diagnostic>)> {
        let mut sources = Sources::default();
        let mut diagnostics = Vec::new();
        let fonts = FontSet::beside_embedded(fonts).map_err(|errors| {
            diagnostics.extend(errors.iter().map(|error| {
                let file = error.file().unwrap_or("fonts").to_owned();
                Diagnostic::error(Code::FontInvalid, Place::File(file), error.to_string()).hint(
                    "Take the file out of the folder, or put a sound TrueType or OpenType font in its place",
                )
            }));
        });
        let mut read_layouts: Vec<Layout> = Vec::new();
        for (name, text) in layouts {
            let (layout, messages) = read::layout(&mut sources, &name, text.as_bytes());
            diagnostics.extend(messages);
            if let Some(layout) = layout {
                read_layouts.retain(|known| known.document != layout.document);
                read_layouts.push(layout);
            }
        }
        match fonts {
            Ok(fonts) if !any_error(&diagnostics) => {
                Ok(Workshop { fonts: Arc::new(fonts), layouts: read_layouts })
            }
            _ => Err((sources, diagnostics)),
        }
    }

    /// The workshop of the fonts and layouts inside this program.
    ///
    /// # Panics
    /// Never: the layouts are part of the program, and tests read them.
    #[must_use]
    pub fn embedded() -> Self {
        let mut sources = Sources::default();
        let usual = &EMBEDDED_LAYOUTS[..DocumentKind::ALL.len()];
        let layouts = usual.iter().map(|(name, text)| {
            read::layout(&mut sources, name, text.as_bytes()).0.expect("an embedded layout is sound")
        });
        Workshop { fonts: Arc::new(FontSet::embedded()), layouts: layouts.collect() }
    }

    /// The layout of a document, where there is one.
    pub(super) fn layout(&self, document: DocumentKind) -> Option<&Layout> {
        self.layouts.iter().find(|layout| layout.document == document)
    }
}

/// What one thread needs for itself: caches of shaping and of PDF parts.
pub struct Worker {
    pub(super) store: Store,
    pub(super) writer: Writer,
    pub(super) pictures: Pictures,
    pub(super) thumbnails: bool,
}

impl Worker {
    /// A worker in a workshop.
    #[must_use]
    pub fn new(workshop: &Workshop) -> Self {
        let (store, writer) = (Store::new(&workshop.fonts), Writer::new(Arc::clone(&workshop.fonts)));
        Worker { store, writer, pictures: Pictures::default(), thumbnails: false }
    }

    /// A worker that draws the first pages small as well, if asked to.
    #[must_use]
    pub fn with_thumbnails(self, thumbnails: bool) -> Self {
        Worker { thumbnails, ..self }
    }
}
