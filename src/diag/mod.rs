//! Messages: takes what went wrong and where, gives a diagnostic that says what to do about it.

mod code;

pub use code::{Code, Severity, Weight};

use crate::source::Span;

/// Where a diagnostic points. There is no diagnostic without a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// At some bytes of a source.
    At(Span),
    /// At a file as a whole, by the path that the user knows it by.
    File(String),
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::At(span)
    }
}

/// One message: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// Its kind.
    pub code: Code,
    /// One sentence, without a full stop at its end.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to do about it: each a sentence of its own, most useful first.
    pub hints: Vec<String>,
    /// What to type instead, as data: all of them together are the cure. Empty where only a person can tell.
    pub fix: Vec<Replacement>,
}

/// New words for a part of a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Replacement {
    /// The part that goes; an empty one is a place to put words in.
    pub span: Span,
    /// What stands there afterwards, as it is to be in the file: quotes and line ends included.
    pub text: String,
}

impl Diagnostic {
    /// A message at the usual weight of its code.
    #[must_use]
    pub fn usual(code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Diagnostic::new(code.usual(), code, place, message)
    }

    /// An error.
    #[must_use]
    pub fn error(code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Diagnostic::new(Severity::Error, code, place, message)
    }

    /// A warning.
    #[must_use]
    pub fn warning(code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Diagnostic::new(Severity::Warning, code, place, message)
    }

    /// A note.
    #[must_use]
    pub fn note(code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Diagnostic::new(Severity::Note, code, place, message)
    }

    fn new(severity: Severity, code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Diagnostic {
            severity,
            code,
            message: message.into(),
            place: place.into(),
            hints: Vec::new(),
            fix: Vec::new(),
        }
    }

    /// The same message with one more piece of advice.
    #[must_use]
    pub fn hint(mut self, advice: impl Into<String>) -> Self {
        self.hints.push(advice.into());
        self
    }

    /// The same message with something to type instead of what stands at `span`; more than one belong together.
    #[must_use]
    pub fn replace(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix.push(Replacement { span, text: text.into() });
        self
    }
}

/// Whether any of the messages is an error.
#[must_use]
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}
