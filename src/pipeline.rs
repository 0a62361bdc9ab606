//! One job: takes one briefing's bytes, gives its PDFs or the messages that say why not.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Place, any_error};
use crate::font::FontSet;
use crate::geom::Pt;
use crate::image::Picture;
pub use crate::layout::DocumentKind;
use crate::layout::Layout;
use crate::model::Briefing;
use crate::pdf::Writer;
use crate::read;
use crate::source::{Sources, Span};
use crate::target::{Target, Timestamp};
use crate::text::{Shaper, helpful_family, missing};
use crate::typeset::{Material, Misfit, Store, Typeset, typeset};

/// The layouts inside this program: names and texts. Of several for one document the first is the usual one.
pub const EMBEDDED_LAYOUTS: &[(&str, &str)] = &[
    ("poster.yaml", include_str!("../layouts/poster.yaml")),
    ("handout.yaml", include_str!("../layouts/handout.yaml")),
    ("card.yaml", include_str!("../layouts/card.yaml")),
];

/// Files beside a source, asked for by a relative path that is known not to climb out of its folder.
pub trait Files {
    /// The bytes of a file.
    ///
    /// # Errors
    /// A sentence that says why it cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;
}

/// What a job reads: names are the paths that messages show.
pub struct Inputs<'a> {
    /// The briefing: name and bytes.
    pub briefing: (&'a str, &'a [u8]),
    /// The board's own file, where there is one: name and bytes.
    pub board: Option<(&'a str, &'a [u8])>,
    /// Files beside them.
    pub files: &'a dyn Files,
}

/// What is to be made.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which documents, in order.
    pub documents: Vec<DocumentKind>,
    /// As which files.
    pub targets: Vec<Target>,
    /// The moment to write into the files, where the content gives no day of issue.
    pub now: Option<Timestamp>,
}

/// A finished file.
#[derive(Clone, Debug)]
pub struct Product {
    /// Which document it is.
    pub document: DocumentKind,
    /// As which file.
    pub target: Target,
    /// Its name: `poster.pdf`, `poster.print.pdf`.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages.
    pub pages: usize,
    /// The smallest and largest size of body text on any page.
    pub body: (Pt, Pt),
    /// How many words would still fit.
    pub room: usize,
}

/// What came of a job.
#[derive(Debug)]
pub struct Outcome {
    /// The sources that the messages point into.
    pub sources: Sources,
    /// All messages, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The files; none of a document that has an error.
    pub products: Vec<Product>,
}

/// The name of a file: `poster.pdf` for the screen, `poster.print.pdf` for a press.
#[must_use]
pub fn file_name(document: DocumentKind, target: Target) -> String {
    match target {
        Target::Screen => format!("{}.pdf", document.as_str()),
        Target::Print(_) => format!("{}.print.pdf", document.as_str()),
    }
}

/// What all jobs share: faces and layouts, read once.
#[derive(Debug)]
pub struct Workshop {
    fonts: Arc<FontSet>,
    layouts: Vec<Layout>,
}

impl Workshop {
    /// Reads fonts and layouts. Of two layouts for one document the later one counts.
    ///
    /// # Errors
    /// All messages about the files, with the sources that they point into.
    pub fn new(
        fonts: Vec<(String, Cow<'static, [u8]>)>,
        layouts: Vec<(String, String)>,
    ) -> Result<Self, (Sources, Vec<Diagnostic>)> {
        let mut sources = Sources::default();
        let mut diagnostics = Vec::new();
        let fonts = FontSet::new(fonts).map_err(|errors| {
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
        let layouts = EMBEDDED_LAYOUTS.iter().map(|(name, text)| {
            read::layout(&mut sources, name, text.as_bytes()).0.expect("an embedded layout is sound")
        });
        Workshop { fonts: Arc::new(FontSet::embedded()), layouts: layouts.collect() }
    }

    fn layout(&self, document: DocumentKind) -> Option<&Layout> {
        self.layouts.iter().find(|layout| layout.document == document)
    }
}

/// What one thread needs for itself: caches of shaping and of PDF parts.
pub struct Worker {
    shaper: Shaper,
    writer: Writer,
}

impl Worker {
    /// A worker in a workshop.
    #[must_use]
    pub fn new(workshop: &Workshop) -> Self {
        Worker { shaper: Shaper::new(&workshop.fonts), writer: Writer::new(Arc::clone(&workshop.fonts)) }
    }
}

/// Does one job.
pub fn run(workshop: &Workshop, worker: &mut Worker, inputs: &Inputs<'_>, options: &Options) -> Outcome {
    let mut sources = Sources::default();
    let (name, bytes) = inputs.briefing;
    let (briefing, diagnostics) = read::briefing(&mut sources, name, bytes, inputs.board);
    let mut outcome = Outcome { sources, diagnostics, products: Vec::new() };
    if let Some(briefing) = briefing {
        let mut job = Job { workshop, worker, options, briefing: &briefing, outcome: &mut outcome };
        job.check_characters();
        let logo = job.logo(inputs.files);
        if !any_error(&job.outcome.diagnostics) {
            job.make(logo.as_ref());
        }
    }
    outcome.diagnostics.sort_by(|a, b| a.place.cmp(&b.place));
    outcome
}

struct Job<'j> {
    workshop: &'j Workshop,
    worker: &'j mut Worker,
    options: &'j Options,
    briefing: &'j Briefing,
    outcome: &'j mut Outcome,
}

impl Job<'_> {
    /// A character that no face has would be drawn as an empty box, so it is refused.
    fn check_characters(&mut self) {
        let fonts = &self.workshop.fonts;
        let diagnostics = &mut self.outcome.diagnostics;
        self.briefing.for_each_text(&mut |text, span| {
            for (_, c) in missing(fonts, text).take(3) {
                diagnostics.push(missing_glyph(c, span));
            }
        });
    }

    fn logo(&mut self, files: &dyn Files) -> Option<Arc<Picture>> {
        let logo = self.briefing.board.logo.as_ref()?;
        let refuse =
            |code, message: String, hint: &str| Diagnostic::error(code, logo.file.span, message).hint(hint);
        let found = match files.read(&logo.file.value) {
            Err(why) => Err(refuse(
                Code::PictureFile,
                why,
                "Put the picture beside the file that names it, or correct the name",
            )),
            Ok(bytes) => Picture::decode(&bytes).map_err(|why| {
                refuse(
                    Code::PictureBroken,
                    why.to_string(),
                    "Save the picture again as PNG or JPEG, at most 10,000 pixels wide and high",
                )
            }),
        };
        match found {
            Ok(picture) => Some(Arc::new(picture)),
            Err(diagnostic) => {
                self.outcome.diagnostics.push(diagnostic);
                None
            }
        }
    }

    fn make(&mut self, logo: Option<&Arc<Picture>>) {
        let briefing = self.briefing;
        let theme = briefing.theme.clone();
        let mut store = Store::new(&mut self.worker.shaper, &briefing.language);
        let mut typeset_documents = Vec::new();
        for document in &self.options.documents {
            let Some(layout) = self.workshop.layout(*document) else { continue };
            let material = Material { briefing, layout, theme: &theme, fonts: &self.workshop.fonts, logo };
            match typeset(&material, &mut store) {
                Ok(done) => typeset_documents.push((*document, done)),
                Err(misfits) => {
                    let messages = misfits.iter().map(|misfit| too_long(briefing, layout, misfit));
                    self.outcome.diagnostics.extend(messages);
                }
            }
        }
        let created = self.created();
        for (document, mut done) in typeset_documents {
            done.document.metadata.created = created;
            self.write(document, &done);
        }
    }

    /// The moment written into the files: the day of issue, else the given moment, else a fixed one.
    fn created(&self) -> i64 {
        /// Midnight, 1 January 2000, UTC: a moment that nobody takes for a real one.
        const FIXED: i64 = 946_684_800;
        let issued = self.briefing.issued.as_ref().map(|issued| issued.value.timestamp());
        issued.or(self.options.now.map(|now| now.0)).unwrap_or(FIXED)
    }

    fn write(&mut self, document: DocumentKind, done: &Typeset) {
        for target in &self.options.targets {
            match self.worker.writer.write(&done.document, target) {
                Ok(bytes) => self.outcome.products.push(Product {
                    document,
                    target: *target,
                    file_name: file_name(document, *target),
                    bytes,
                    pages: done.document.pages.len(),
                    body: done.body,
                    room: done.room,
                }),
                Err(why) => self.outcome.diagnostics.push(
                    Diagnostic::error(Code::FontInvalid, self.briefing.title.span, why.to_string())
                        .hint("Use another font file, or leave out --fonts"),
                ),
            }
        }
    }
}

fn missing_glyph(c: char, span: Span) -> Diagnostic {
    let message = format!("no font here has the character `{c}` (U+{:04X})", u32::from(c));
    let hint = match helpful_family(c) {
        Some(family) => format!(
            "Put the font files of {family} and of the usual font into one folder and add --fonts FOLDER"
        ),
        None => "Write it in another way, or add a font that has it with --fonts FOLDER".to_owned(),
    };
    Diagnostic::error(Code::MissingGlyph, span, message).hint(hint)
}

/// "poster: 214 words too long at 12 pt; the longest are section 3 (165) and section 1 (195)".
fn too_long(briefing: &Briefing, layout: &Layout, misfit: &Misfit) -> Diagnostic {
    let mut weights: Vec<(usize, usize)> =
        briefing.sections.iter().enumerate().map(|(index, section)| (section.words(), index + 1)).collect();
    weights.sort_by_key(|(words, number)| (std::cmp::Reverse(*words), *number));
    let name = layout.document.as_str();
    let floor = layout.body.min.get();
    let heavy = match misfit.section {
        Some(number) => {
            format!("slide {number} holds section {number} ({} words)", briefing.sections[number - 1].words())
        }
        None if layout.document == DocumentKind::Card => format!("the frame \"{}\" runs over", misfit.frame),
        None => format!(
            "the longest are section {} ({}) and section {} ({})",
            weights[0].1, weights[0].0, weights[1].1, weights[1].0
        ),
    };
    let worst = misfit.section.unwrap_or(weights[0].1);
    let place = briefing.sections[worst - 1].span;
    let words = misfit.words;
    let plural = if words == 1 { "" } else { "s" };
    Diagnostic::error(
        Code::DoesNotFit,
        place,
        format!("{name}: about {words} word{plural} too long at {floor} pt; {heavy}"),
    )
    .hint(format!("Take out about {words} word{plural}, or give fewer contacts"))
    .hint(format!(
        "Or choose a larger page: --layout with a copy of layouts/{name}.yaml that has a larger `size`"
    ))
}
