//! The workshop: takes fonts and layouts, gives what all jobs share, and what one thread needs for itself.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::pictures::Pictures;
use crate::diag::{Code, Diagnostic, Place, any_error};
use crate::font::FontSet;
use crate::layout::{DocumentKind, LOOKS, Layout, shelved};
use crate::pdf::Writer;
use crate::read;
use crate::source::Sources;
use crate::typeset::Store;

/// What all jobs share: faces and layouts, read once.
#[derive(Debug)]
pub struct Workshop {
    pub(super) fonts: Arc<FontSet>,
    /// Layouts of a person's own, or asked for by name: they come before those of every look.
    layouts: Vec<Layout>,
    /// The looks inside this program, each document read when it is met first; none where they are not to be used.
    looks: Vec<[OnceLock<Option<Layout>>; DocumentKind::ALL.len()]>,
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
                Ok(Workshop { fonts: Arc::new(fonts), layouts: read_layouts, looks: Vec::new() })
            }
            _ => Err((sources, diagnostics)),
        }
    }

    /// The workshop of the fonts and looks inside this program.
    #[must_use]
    pub fn embedded() -> Self {
        let fonts = Arc::new(FontSet::embedded());
        Workshop { fonts, layouts: Vec::new(), looks: Vec::new() }.with_looks()
    }

    /// The same, with the looks inside this program for the documents that it has no layout for.
    #[must_use]
    pub fn with_looks(self) -> Self {
        Workshop { looks: LOOKS.iter().map(|_| Default::default()).collect(), ..self }
    }

    /// The documents that it has layouts of its own for.
    pub fn own_documents(&self) -> impl Iterator<Item = DocumentKind> + '_ {
        self.layouts.iter().map(|layout| layout.document)
    }

    /// Whether the layout of a document is one of a look inside this program, and none that a person gave.
    pub(super) fn is_ours(&self, document: DocumentKind) -> bool {
        self.layouts.iter().all(|layout| layout.document != document)
    }

    /// The layout of a document in a look, or in the usual one; nothing where there is none.
    pub(super) fn layout(&self, look: Option<&str>, document: DocumentKind) -> Option<&Layout> {
        let own = self.layouts.iter().find(|layout| layout.document == document);
        own.or_else(|| {
            let look = look.and_then(|look| LOOKS.iter().position(|known| *known == look)).unwrap_or(0);
            let place = DocumentKind::ALL.iter().position(|kind| *kind == document)?;
            self.looks.get(look)?[place].get_or_init(|| embedded(LOOKS[look], document)).as_ref()
        })
    }
}

/// A layout inside this program. Tests read all of them, so none is left out for what is wrong with it.
fn embedded(look: &str, document: DocumentKind) -> Option<Layout> {
    read::shelved(shelved(look, document)?)
}

/// What one thread needs for itself: caches of shaping and of PDF parts.
pub struct Worker {
    pub(super) store: Store,
    pub(super) writer: Writer,
    pub(super) pictures: Pictures,
    pub(super) thumbnails: bool,
    pub(super) draws: bool,
}

impl Worker {
    /// A worker in a workshop.
    #[must_use]
    pub fn new(workshop: &Workshop) -> Self {
        let (store, writer) = (Store::new(&workshop.fonts), Writer::new(Arc::clone(&workshop.fonts)));
        Worker { store, writer, pictures: Pictures::default(), thumbnails: false, draws: false }
    }

    /// A worker that draws the first pages small as well, if asked to.
    #[must_use]
    pub fn with_thumbnails(self, thumbnails: bool) -> Self {
        Worker { thumbnails, ..self }
    }

    /// A worker that draws pages instead of writing files.
    #[must_use]
    pub fn drawing(self) -> Self {
        Worker { draws: true, ..self }
    }
}
