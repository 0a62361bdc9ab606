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

            /// Its page for `explain`; no code is without one, or this would not compile.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("explain/", $code, ".txt")),)* }
            }
        }
    };
}

codes! {
    /// A file cannot be read.
    FileUnreadable = "file-unreadable";
    /// A file or folder cannot be written.
    FileUnwritable = "file-unwritable";
    /// The program itself has a fault.
    ProgramFault = "program-fault";
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
    /// A section that has no place in a layout.
    SectionNoHome = "section-no-home";
    /// A font file that cannot be used.
    FontInvalid = "font-invalid";
    /// More than one emergency contact.
    ContactTwoEmergencies = "contact-two-emergencies";
    /// A contact without a telephone number, e-mail address or web address.
    ContactNoValue = "contact-no-value";
    /// A telephone number without its leading 0.
    ContactLostZero = "contact-lost-zero";
    /// A telephone number with a digit too few or too many.
    ContactMissingDigit = "contact-missing-digit";
    /// A telephone number with a letter in place of a digit.
    ContactLetterInNumber = "contact-letter-in-number";
    /// A telephone number that no plan knows.
    ContactNumber = "contact-number";
    /// Two telephone numbers in one line.
    ContactTwoNumbers = "contact-two-numbers";
    /// Dashes, dots or brackets in a telephone number.
    ContactDashes = "contact-dashes";
    /// A telephone number in one long piece.
    ContactGrouping = "contact-grouping";
    /// An e-mail address that cannot be right.
    ContactEmail = "contact-email";
    /// A web address that cannot be right.
    ContactUrl = "contact-url";
    /// Something that only holds the place of a contact.
    ContactPlaceholder = "contact-placeholder";
    /// An address that is kept for examples.
    ContactExample = "contact-example";
    /// A telephone number kept for films and plays.
    ContactDramaNumber = "contact-drama-number";
    /// A contact that nobody has tried for a year.
    ContactStale = "contact-stale";
    /// A contact that nobody is known to have tried.
    ContactUnverified = "contact-unverified";
    /// No contact for immediate danger.
    ContactNoEmergency = "contact-no-emergency";
    /// The same contact written in two ways.
    ContactMismatch = "contact-mismatch";
    /// A telephone number in the text that is in no contact.
    ContactBodyOnly = "contact-body-only";
    /// A link whose words do not say where it leads.
    LinkText = "link-text";
    /// A picture whose description describes nothing.
    AltText = "alt-text";
    /// Several words in capitals.
    Capitals = "capitals";
    /// Something that only a colour says.
    ColourOnly = "colour-only";
    /// The same heading more than once.
    HeadingRepeats = "heading-repeats";
    /// A sentence of more than 25 words.
    SentenceLong = "sentence-long";
    /// Text for readers older than councils write for.
    ReadingAge = "reading-age";
    /// An abbreviation that is never spelt out.
    Abbreviation = "abbreviation";
    /// More words than seven minutes hold.
    ReadAloud = "read-aloud";
    /// Words of another language.
    LanguageUntagged = "language-untagged";
    /// A review that is overdue.
    ReviewPast = "review-past";
    /// No day for a review.
    ReviewMissing = "review-missing";
    /// A review before the day of issue.
    IssuedAfterReview = "issued-after-review";
    /// A day that cannot be meant.
    DateAbsurd = "date-absurd";
    /// Colours that are too alike to be read.
    Contrast = "contrast";
    /// More ink than a press takes.
    InkTotal = "ink-total";
    /// Something that will be cut off.
    OutsideTrim = "outside-trim";
    /// Text too near the edge.
    OutsideSafeZone = "outside-safe-zone";
    /// Letters smaller than anything we print.
    TypeTooSmall = "type-too-small";
    /// A QR code too small for a telephone's camera.
    QrTooSmall = "qr-too-small";
    /// A picture with too few pixels for its size on paper.
    PictureResolution = "picture-resolution";
    /// A rule that a briefing cannot switch off.
    CheckProtected = "check-protected";
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
