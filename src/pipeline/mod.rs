//! One job: takes one briefing's bytes, gives its PDFs or the messages that say why not.

mod characters;
mod colours;
mod drawn;
mod fewer;
mod intake;
mod job;
mod key;
mod messages;
mod overset;
mod pictures;
mod previews;
mod set;
mod sheets;
mod signoff;
mod twins;
mod variant;
mod way_out;
mod workshop;

use std::sync::Arc;

use crate::diag::{Diagnostic, any_error};
use crate::geom::Pt;
pub use crate::layout::{DocumentKind, EMBEDDED_LAYOUTS, LOOKS};
use crate::model::{Briefing, Date};
use crate::read;
use crate::shell::Command;
use crate::source::Sources;
use crate::target::{Target, Timestamp};
pub use crate::twin::{Beside, Twin};
pub use crate::typeset::Why;
pub use drawn::Drawn;
pub use intake::{Intake, take_in};
use job::Job;
pub use sheets::{EMBEDDED_SHEETS, SHEET_NAMES, Sizes, Wanted, shelved_sheets};
pub use signoff::{Change, SignOff, sign_off, to_word};
pub use workshop::{Worker, Workshop};

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
    /// PDFs of earlier runs where the files of this one go: a web page leads to those that are not made anew.
    pub beside: &'a [Beside],
}

/// What is to be made.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which documents, in order.
    pub documents: Vec<DocumentKind>,
    /// Which forms without pages.
    pub twins: Vec<Twin>,
    /// The look by name, before what the briefing says.
    pub look: Option<&'static str>,
    /// As which files.
    pub targets: Vec<Target>,
    /// Pages of other sizes than the layouts declare.
    pub sizes: Sizes,
    /// Sheets of paper, with the pages of a document arranged on them.
    pub sheets: Vec<Wanted>,
    /// With how many pixels to the inch each page is drawn as a picture beside its PDF, where that is wanted.
    pub png: Option<u16>,
    /// Whether everything is grey, for printers that have only black.
    pub mono: bool,
    /// The moment to write into the files, where the content gives no day of issue.
    pub now: Option<Timestamp>,
    /// The day by which dates are judged; it changes messages and never a file.
    pub today: Option<Date>,
    /// How a person asked for it, for advice that says what to type instead.
    pub typed: Command,
}

/// A finished file.
#[derive(Clone, Debug)]
pub struct Product {
    /// Which document it is, or is made of; none where it has no pages.
    pub document: Option<DocumentKind>,
    /// As which file.
    pub target: Target,
    /// Its name: `poster.pdf`, `poster.print.pdf`, `card.sheet-avery-c32011.pdf`, `handout-1.png`, `index.html`.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages; one of a picture, none of a web page or plain text.
    pub pages: usize,
    /// The smallest and largest size of body text on any page.
    pub body: (Pt, Pt),
    /// How many words would still fit.
    pub room: usize,
    /// Why each page is as it is; nothing of sheets, pictures and what has no pages.
    pub why: Arc<[Why]>,
    /// The first page as a small picture, where the worker draws them.
    pub thumbnail: Option<Arc<str>>,
}

/// What came of a job.
#[derive(Debug)]
pub struct Outcome {
    /// The sources that the messages point into.
    pub sources: Sources,
    /// All messages, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The files; none of a document that has an error, and none at all where the words have one.
    pub products: Vec<Product>,
    /// Why the pages of each document that fits are as they are.
    pub why: Vec<(DocumentKind, Arc<[Why]>)>,
    /// Pages as pictures, in the order of making, where the worker draws.
    pub drawn: Vec<Drawn>,
    /// The briefing, where it could be read.
    pub briefing: Option<Briefing>,
    /// The first day on which there may be something else to say, though nothing changes.
    pub until: Option<Date>,
}

/// Does one job.
pub fn run(workshop: &Workshop, worker: &mut Worker, inputs: &Inputs<'_>, options: &Options) -> Outcome {
    let mut sources = Sources::default();
    let (name, bytes) = inputs.briefing;
    let (briefing, diagnostics) = read::briefing(&mut sources, name, bytes, inputs.board);
    let (products, why, drawn) = Default::default();
    let mut outcome = Outcome { sources, diagnostics, products, why, drawn, briefing: None, until: None };
    if let Some(briefing) = &briefing {
        let mut job = Job { workshop, worker, options, briefing, outcome: &mut outcome, leaflet: None };
        // A browser brings its own fonts.
        if options.has_pages() {
            job.check_characters();
        }
        let logo = job.logo(inputs.files);
        let can_be_set = !any_error(&job.outcome.diagnostics);
        job.check_words();
        if can_be_set {
            job.make(logo.as_ref(), inputs.beside);
        }
    }
    outcome.briefing = briefing;
    outcome.diagnostics.sort_by(|a, b| a.place.cmp(&b.place));
    outcome
}
