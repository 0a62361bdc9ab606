//! One job: takes one briefing's bytes, gives its PDFs or the messages that say why not.

use crate::diag::Diagnostic;
use crate::geom::Pt;
pub use crate::layout::DocumentKind;
use crate::source::Sources;
use crate::target::{Target, Timestamp};

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
