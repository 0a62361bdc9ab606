//! Messages: takes what went wrong and where, gives a diagnostic that says what to do about it.

use crate::source::Span;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know; nothing has to change.
    Note,
    /// Should be looked at; the PDFs are made all the same.
    Warning,
    /// Must be put right; no PDF is made of it.
    Error,
}

impl Severity {
    /// The word that messages show.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

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

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $code:literal;)*) => {
        /// What kind of thing went wrong: the stable name that `explain` takes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])* $variant,)* }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The name that messages show.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)* }
            }
        }
    };
}

codes! {
    /// A file cannot be read.
    FileUnreadable = "file-unreadable";
    /// A file or folder cannot be written.
    FileUnwritable = "file-unwritable";
    /// A source is larger than any briefing is.
    FileTooLarge = "file-too-large";
    /// A source is not UTF-8 text.
    NotUtf8 = "not-utf8";
    /// A source holds nothing.
    FileEmpty = "file-empty";
    /// A source is not YAML, or YAML that does too much.
    NotYaml = "not-yaml";
    /// A key that the format does not know.
    UnknownKey = "unknown-key";
    /// The same key twice.
    DuplicateKey = "duplicate-key";
    /// A key that must be there is not.
    MissingKey = "missing-key";
    /// A value of the wrong kind.
    WrongType = "wrong-type";
    /// A value of the right kind that cannot be meant.
    BadValue = "bad-value";
    /// A text longer than any page holds.
    TextTooLong = "text-too-long";
    /// Not seven sections.
    SectionCount = "section-count";
    /// A section without a body.
    SectionEmpty = "section-empty";
    /// Markdown that this format leaves out.
    MarkdownUnsupported = "markdown-unsupported";
    /// A link that leads nowhere safe.
    LinkTarget = "link-target";
    /// A picture that is missing or outside the content folder.
    PictureFile = "picture-file";
    /// A picture that cannot be decoded, or is too large.
    PictureBroken = "picture-broken";
    /// A character that no font of ours has.
    MissingGlyph = "missing-glyph";
    /// Text that does not fit at the smallest allowed size.
    DoesNotFit = "does-not-fit";
    /// A layout file that cannot be used.
    LayoutInvalid = "layout-invalid";
    /// A font file that cannot be used.
    FontInvalid = "font-invalid";
    /// More than one emergency contact.
    ContactTwoEmergencies = "contact-two-emergencies";
    /// A contact without a telephone number, e-mail address or web address.
    ContactNoValue = "contact-no-value";
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
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
}

impl Diagnostic {
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
        Diagnostic { severity, code, message: message.into(), place: place.into(), hints: Vec::new() }
    }

    /// The same message with one more piece of advice.
    #[must_use]
    pub fn hint(mut self, advice: impl Into<String>) -> Self {
        self.hints.push(advice.into());
        self
    }
}

/// Whether any of the messages is an error.
#[must_use]
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_own_name_in_kebab_case() {
        let mut names: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(names.iter().all(|n| n.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '8')));
    }
}
