//! The PDF writer: takes a finished document and a target, gives the bytes of a file.
//!
//! Knows nothing of briefings. The same document and target give the same bytes, whatever the writer has
//! written before, on any thread.

mod boxes;
mod content;
mod deflate;
mod digest;
mod digits;
mod flat;
mod fonts;
mod forms;
mod grid;
mod intent;
mod links;
mod metadata;
mod ops;
mod outline;
mod paint;
mod pictures;
mod refs;
mod resources;
mod sfnt;
mod standard;
mod stored;
mod subset;
mod tags;
mod to_unicode;

pub use self::stored::stored_subsets;

use std::fmt;
use std::sync::Arc;

use pdf_writer::types::{PageMode, TabOrder};
use pdf_writer::{Filter, Finish as _, Name, Pdf, Settings, TextStr};

use self::boxes::Boxes;
use self::content::Painter;
use self::deflate::Deflater;
use self::digest::Digest;
use self::fonts::{Fonts, Subsets};
use self::forms::Forms;
use self::links::Annotation;
use self::ops::Ops;
use self::paint::Space;
use self::pictures::{Pictures, Stream};
use self::refs::Refs;
use self::standard::Standard;
use self::tags::{Dialect, Home, Pieces, TagWriter};
use crate::font::{FontId, FontSet};
use crate::page::{Document, FormId};
use crate::target::Target;

/// Why a document cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// A font file cannot be embedded.
    Face {
        /// Its PostScript name.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The document names a face that the set of fonts does not have.
    UnknownFace(FontId),
    /// The document shows a picture that it does not have.
    UnknownPicture(u16),
    /// A sheet shows a form that the document does not have.
    UnknownForm(u16),
    /// A form is to be read in two places.
    FormReadTwice(u16),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Face { name, reason } => {
                write!(f, "the font `{name}` cannot be put into a PDF: {reason}")
            }
            WriteError::UnknownFace(id) => write!(f, "there is no font number {}", id.0),
            WriteError::UnknownPicture(id) => write!(f, "there is no picture number {id}"),
            WriteError::UnknownForm(id) => write!(f, "there is no form number {id}"),
            WriteError::FormReadTwice(id) => write!(f, "form number {id} is to be read twice"),
        }
    }
}

impl std::error::Error for WriteError {}

/// Writes documents, one after the other. Keeps font programs and pictures ready for the next, so a
/// worker has one writer for all its documents.
#[derive(Debug)]
pub struct Writer {
    fonts: Fonts,
    pictures: Pictures,
    deflater: Deflater,
    ops: Ops,
}

impl Writer {
    /// A writer for documents that are set in these faces.
    #[must_use]
    pub fn new(fonts: Arc<FontSet>) -> Self {
        Writer {
            fonts: Fonts::new(fonts),
            pictures: Pictures::default(),
            deflater: Deflater::default(),
            ops: Ops::default(),
        }
    }

    /// The file of a document: PDF/UA-1 and PDF/A-2a for the screen, or PDF/UA-2, Well-Tagged PDF and PDF/A-4;
    /// PDF/X-4 or PDF/X-1a for print.
    ///
    /// A press gets as much bleed as `Press::bleed` says; it is the caller's care that `Page::bleed` has
    /// art for it. A page's links are left out of a print file.
    ///
    /// # Errors
    /// A face that cannot be embedded, or an id that the document or the set of fonts does not have.
    pub fn write(&mut self, document: &Document, target: &Target) -> Result<Vec<u8>, WriteError> {
        check_pictures(document)?;
        let standard = Standard::of(target);
        let flat = if standard.transparency { None } else { flat::flattened(document) };
        let document = flat.as_ref().unwrap_or(document);
        let tagged = target.is_screen();
        let space = if tagged { Space::Rgb } else { Space::Cmyk };
        let subsets = self.fonts.subsets(document)?;
        let pictures = document.pictures.iter().map(|p| self.pictures.stream(p, space, standard)).collect();
        let refs = Refs::new(document, subsets.iter().count(), tagged);
        let boxes = document.pages.iter().map(|page| Boxes::of(page, target)).collect();
        let forms = Forms::of(document, tagged)?;
        let file = File { document, target, standard, space, tagged, subsets, pictures, refs, boxes, forms };
        Ok(file.write(self))
    }
}

fn check_pictures(document: &Document) -> Result<(), WriteError> {
    let shown = document.surfaces().flat_map(|page| &page.items).filter_map(|item| item.kind.picture());
    for picture in shown {
        if usize::from(picture.0) >= document.pictures.len() {
            return Err(WriteError::UnknownPicture(picture.0));
        }
    }
    Ok(())
}

/// One file on its way.
struct File<'a> {
    document: &'a Document,
    target: &'a Target,
    standard: &'static Standard,
    space: Space,
    /// Whether there are tags, links and bookmarks.
    tagged: bool,
    subsets: Subsets,
    pictures: Vec<Arc<Stream>>,
    refs: Refs,
    boxes: Vec<Boxes>,
    forms: Forms,
}

impl File<'_> {
    fn write(mut self, writer: &mut Writer) -> Vec<u8> {
        let mut pdf = Pdf::with_settings_and_capacity(Settings { pretty: false }, self.capacity());
        let (major, minor) = self.standard.version;
        pdf.set_version(major, minor);
        let pieces = self.write_contents(&mut pdf, writer);
        let annotations = if self.tagged { links::gather(self.document, &mut self.refs) } else { Vec::new() };
        self.write_pages(&mut pdf, &annotations);
        if self.tagged {
            self.write_tags(&mut pdf, &pieces, &annotations);
        }
        let id = self.identifier(&pdf);
        self.write_catalog(&mut pdf, id);
        resources::write_fonts(&mut pdf, &self.refs, writer.fonts.faces(), &self.subsets);
        for (place, (stream, picture)) in self.pictures.iter().zip(&self.document.pictures).enumerate() {
            stream.write(&mut pdf, &self.refs, place, (picture.width, picture.height));
        }
        self.standard.condition.write_profile(&mut pdf, &self.refs);
        pdf.finish()
    }

    /// Enough for most files without growing.
    fn capacity(&self) -> usize {
        let fonts: usize = self.subsets.iter().map(|(_, subset)| subset.program.len() + 2000).sum();
        34_000 + fonts + self.standard.condition.profile().len()
    }

    fn write_contents(&self, pdf: &mut Pdf, writer: &mut Writer) -> Pieces {
        let mut pieces = Pieces::default();
        for (at, (page, boxes)) in self.document.pages.iter().zip(&self.boxes).enumerate() {
            pieces.begin(Some(Home { page: at, form: None }));
            let mut painter = Painter {
                ops: &mut writer.ops,
                document: self.document,
                subsets: &self.subsets,
                space: self.space,
                tagged: self.tagged,
                scale: 1.0,
            };
            painter.page(page, boxes, &mut pieces);
            boxes.draw_marks(&mut writer.ops);
            let content = writer.deflater.page(writer.ops.bytes());
            pdf.stream(self.refs.content(at), content).filter(Filter::FlateDecode);
        }
        self.write_forms(pdf, writer, &mut pieces);
        pieces
    }

    fn write_pages(&self, pdf: &mut Pdf, annotations: &[Annotation<'_>]) {
        let mut tree = pdf.pages(self.refs.page_tree);
        tree.count(self.boxes.len() as i32).kids((0..self.boxes.len()).map(|at| self.refs.page(at)));
        tree.finish();
        for (at, boxes) in self.boxes.iter().enumerate() {
            self.write_page(pdf, at, boxes, annotations);
        }
        for annotation in annotations {
            annotation.write(pdf, &self.boxes[annotation.page]);
        }
    }

    fn write_page(&self, pdf: &mut Pdf, at: usize, boxes: &Boxes, annotations: &[Annotation<'_>]) {
        let mut page = pdf.page(self.refs.page(at));
        page.parent(self.refs.page_tree).media_box(boxes.media()).contents(self.refs.content(at));
        page.trim_box(boxes.trim());
        // PDF/A-2, 6.2.2 wants resources at the page itself, not inherited from the tree.
        let own = &self.document.pages[at];
        let marks = (self.target, boxes.has_marks() || !own.marks.is_empty());
        let (forms, pictures) = (forms::on_page(own, self.tagged), self.pictures.len());
        resources::write(&mut page.resources(), &self.refs, &self.subsets, pictures, &forms, marks);
        if !self.tagged {
            page.bleed_box(boxes.bleed());
        }
        if self.is_transparent(at) {
            let mut group = page.group();
            let space = if self.space == Space::Rgb { Name(b"DeviceRGB") } else { Name(b"DeviceCMYK") };
            group.transparency().pair(Name(b"CS"), space);
        }
        if self.tagged {
            page.struct_parents(at as i32).tab_order(TabOrder::StructureOrder);
            let mut own = annotations.iter().filter(|annotation| annotation.page == at).peekable();
            if own.peek().is_some() {
                page.annotations(own.map(|annotation| annotation.id));
            }
        }
    }

    /// Whether a page shows a picture that is not opaque, itself or on a form.
    fn is_transparent(&self, page: usize) -> bool {
        let page = &self.document.pages[page];
        let form = |id: FormId| &self.document.forms[usize::from(id.0)].items;
        std::iter::once(&page.items)
            .chain(page.placed.iter().map(|placed| form(placed.form)))
            .flatten()
            .filter_map(|item| item.kind.picture())
            .any(|picture| self.pictures[usize::from(picture.0)].is_transparent())
    }

    fn write_tags(&self, pdf: &mut Pdf, pieces: &Pieces, annotations: &[Annotation<'_>]) {
        let dialect = Dialect::of(self.target);
        TagWriter::new(self.document, &self.boxes, &self.refs, annotations, pieces, dialect).write(pdf);
        tags::write_root(pdf, &self.document.tags, &self.refs, (pieces, annotations), dialect);
        outline::write(pdf, self.document, &self.refs, &self.boxes, dialect);
    }

    /// A fingerprint of all that is in the file. Fonts and pictures have theirs ready.
    fn identifier(&self, pdf: &Pdf) -> u128 {
        let mut digest = Digest::new();
        let about = &self.document.metadata;
        digest.add(format!("{about:?} {:?}", self.target).as_bytes()).add(pdf.as_bytes());
        for (_, subset) in self.subsets.iter() {
            digest.add(&subset.digest.to_le_bytes());
        }
        for stream in &self.pictures {
            digest.add(&stream.digest.to_le_bytes());
        }
        digest.value()
    }

    fn write_catalog(&self, pdf: &mut Pdf, id: u128) {
        let about = &self.document.metadata;
        let xmp = metadata::xmp(about, self.standard, id);
        pdf.metadata(self.refs.metadata, xmp.as_bytes());
        metadata::write_info(pdf, &self.refs, about, self.standard);
        pdf.set_file_id((id.to_be_bytes().to_vec(), id.to_be_bytes().to_vec()));
        let mut catalog = pdf.catalog(self.refs.catalog);
        catalog.pages(self.refs.page_tree).metadata(self.refs.metadata);
        self.standard.condition.write_intent(&mut catalog, &self.refs);
        if !about.language.is_empty() {
            catalog.lang(TextStr(&about.language));
        }
        // Never `Direction R2L`, also for Arabic: PDFium, which is in Chrome and Edge, then hands out the groups of a
        // number in the opposite order, `0123 157 0808` for 0808 157 0123, and the parts of an address too.
        let mut preferences = catalog.viewer_preferences();
        preferences.display_doc_title(true);
        if let Some(printing) = self.document.printing {
            metadata::preset_printer(&mut preferences, printing, self.standard.presets);
        }
        preferences.finish();
        if self.document.pages.len() > 1 {
            // Pages are called by their numbers, from 1 (ISO 32000-1, 12.4.2).
            let mut labels = catalog.insert(Name(b"PageLabels")).dict();
            let mut ranges = labels.insert(Name(b"Nums")).array();
            ranges.item(0);
            ranges.push().dict().pair(Name(b"S"), Name(b"D"));
        }
        if self.tagged {
            catalog.mark_info().marked(true);
            catalog.pair(Name(b"StructTreeRoot"), self.refs.struct_root);
            if !self.document.outline.is_empty() {
                catalog.outlines(self.refs.outline).page_mode(PageMode::UseOutlines);
            }
        }
    }
}
