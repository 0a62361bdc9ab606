//! Codes: one row for each kind of message: its name, and how much it weighs. A code without a row does not compile.

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

/// How much a rule weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Where a briefing does not say.
    pub usual: Severity,
    /// The least that a briefing may say; `None` where it may switch the rule off.
    pub least: Option<Severity>,
}

/// What a briefing can do about a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nature {
    /// Nothing, and its messages weigh this much: without them the work stops, or goes wrong unseen.
    Stays(Severity),
    /// It may say how much the rule weighs, down to a limit.
    Rule(Weight),
}

use Nature::Stays;
use Severity::{Error, Note, Warning};

/// What the reader and the typesetter find: it stops the work, whatever a briefing says.
const STOP: Nature = Stays(Error);

/// A rule, with the weight that it has and the least that a briefing can give it.
const fn rule(usual: Severity, least: Option<Severity>) -> Nature {
    Nature::Rule(Weight { usual, least })
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $code:literal, $nature:expr;)*) => {
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

            const fn nature(self) -> Nature {
                match self { $(Code::$variant => $nature,)* }
            }

            /// Its page for `explain`; no code is without one, or this would not compile.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("../explain/", $code, ".txt")),)* }
            }
        }
    };
}

// What could keep someone from reaching help is never quiet: such a rule stays a warning at least. A link is made
// of every e-mail and web address, so one that cannot work stays an error.
codes! {
    /// A file cannot be read.
    FileUnreadable = "file-unreadable", STOP;
    /// A file or folder cannot be written.
    FileUnwritable = "file-unwritable", STOP;
    /// The program itself has a fault.
    ProgramFault = "program-fault", STOP;
    /// A source is larger than any briefing is.
    FileTooLarge = "file-too-large", STOP;
    /// A source is not UTF-8 text.
    NotUtf8 = "not-utf8", STOP;
    /// A source holds nothing.
    FileEmpty = "file-empty", STOP;
    /// A source is not YAML, or YAML that does too much.
    NotYaml = "not-yaml", STOP;
    /// A key that the format does not know.
    UnknownKey = "unknown-key", STOP;
    /// The same key twice.
    DuplicateKey = "duplicate-key", STOP;
    /// A key that must be there is not.
    MissingKey = "missing-key", STOP;
    /// A value of the wrong kind.
    WrongType = "wrong-type", STOP;
    /// A value of the right kind that cannot be meant.
    BadValue = "bad-value", STOP;
    /// A text longer than any page holds.
    TextTooLong = "text-too-long", STOP;
    /// A character that nobody sees.
    InvisibleCharacter = "invisible-character", Stays(Note);
    /// A character that turns what follows round.
    TurningCharacter = "turning-character", STOP;
    /// Words behind a # that YAML leaves out.
    HashInText = "hash-in-text", STOP;
    /// Lines that are read as a list for the marks before them.
    ListMarks = "list-marks", rule(Note, None);
    /// Lines that would run on in one paragraph though they were meant apart.
    LinesRunOn = "lines-run-on", rule(Warning, None);
    /// A contact of a board's file that is nearly one of the briefing.
    ContactNearMiss = "contact-near-miss", STOP;
    /// A board's file that does not name its board.
    BoardUnnamed = "board-unnamed", rule(Warning, None);
    /// Not seven sections.
    SectionCount = "section-count", STOP;
    /// A section without a body.
    SectionEmpty = "section-empty", STOP;
    /// Markdown that this format leaves out.
    MarkdownUnsupported = "markdown-unsupported", STOP;
    /// A link that leads nowhere safe.
    LinkTarget = "link-target", STOP;
    /// A picture that is missing or outside the content folder.
    PictureFile = "picture-file", STOP;
    /// A picture that cannot be decoded, or is too large.
    PictureBroken = "picture-broken", STOP;
    /// A character that no font of ours has.
    MissingGlyph = "missing-glyph", STOP;
    /// Text that does not fit at the smallest allowed size.
    DoesNotFit = "does-not-fit", STOP;
    /// A layout file that cannot be used.
    LayoutInvalid = "layout-invalid", STOP;
    /// A section that has no place in a layout.
    SectionNoHome = "section-no-home", STOP;
    /// A font file that cannot be used.
    FontInvalid = "font-invalid", STOP;
    /// More than one emergency contact.
    ContactTwoEmergencies = "contact-two-emergencies", STOP;
    /// A contact without a telephone number, e-mail address or web address.
    ContactNoValue = "contact-no-value", rule(Warning, None);
    /// A telephone number without its leading 0.
    ContactLostZero = "contact-lost-zero", rule(Error, Some(Warning));
    /// A telephone number with a digit too few or too many.
    ContactMissingDigit = "contact-missing-digit", rule(Error, Some(Warning));
    /// A telephone number with a letter in place of a digit.
    ContactLetterInNumber = "contact-letter-in-number", rule(Error, Some(Warning));
    /// A telephone number that no plan knows.
    ContactNumber = "contact-number", rule(Error, Some(Warning));
    /// Two telephone numbers in one line.
    ContactTwoNumbers = "contact-two-numbers", rule(Error, Some(Warning));
    /// Words behind a telephone number, or before it.
    ContactWords = "contact-words", rule(Warning, None);
    /// A number whose calls cost more than others.
    ContactCost = "contact-cost", rule(Note, None);
    /// Dashes, dots or brackets in a telephone number.
    ContactDashes = "contact-dashes", rule(Warning, None);
    /// A telephone number in one long piece.
    ContactGrouping = "contact-grouping", rule(Note, None);
    /// An e-mail address that cannot be right.
    ContactEmail = "contact-email", rule(Error, Some(Error));
    /// A web address that cannot be right.
    ContactUrl = "contact-url", rule(Error, Some(Error));
    /// Something that only holds the place of a contact.
    ContactPlaceholder = "contact-placeholder", rule(Error, Some(Warning));
    /// An address that is kept for examples.
    ContactExample = "contact-example", rule(Warning, Some(Warning));
    /// A telephone number kept for films and plays.
    ContactDramaNumber = "contact-drama-number", rule(Warning, Some(Warning));
    /// A contact that nobody has tried for a year.
    ContactStale = "contact-stale", rule(Warning, None);
    /// A contact that nobody is known to have tried.
    ContactUnverified = "contact-unverified", rule(Note, None);
    /// No contact for immediate danger.
    ContactNoEmergency = "contact-no-emergency", rule(Warning, None);
    /// The same contact written in two ways.
    ContactMismatch = "contact-mismatch", rule(Warning, None);
    /// A telephone number in the text that is in no contact.
    ContactBodyOnly = "contact-body-only", rule(Note, None);
    /// A link whose words do not say where it leads.
    LinkText = "link-text", rule(Warning, None);
    /// A link that only people of one organisation can open.
    LinkStaffOnly = "link-staff-only", rule(Warning, None);
    /// A picture whose description describes nothing.
    AltText = "alt-text", rule(Warning, None);
    /// Several words in capitals.
    Capitals = "capitals", rule(Warning, None);
    /// Words that were left over where a text was copied from.
    LeftOver = "left-over", rule(Warning, None);
    /// A slip of the fingers in words or between them.
    TypingSlip = "typing-slip", rule(Note, None);
    /// Curly quotes round a value.
    CurlyQuotes = "curly-quotes", rule(Warning, None);
    /// A heading that brings a number of its own.
    HeadingNumbered = "heading-numbered", rule(Warning, None);
    /// Words of the page that `new` writes.
    TemplateWords = "template-words", rule(Warning, Some(Warning));
    /// Something that only a colour says.
    ColourOnly = "colour-only", rule(Warning, None);
    /// The same heading more than once.
    HeadingRepeats = "heading-repeats", rule(Note, None);
    /// A sentence of more than 25 words.
    SentenceLong = "sentence-long", rule(Note, None);
    /// Text for readers older than councils write for.
    ReadingAge = "reading-age", rule(Note, None);
    /// An abbreviation that is never spelt out.
    Abbreviation = "abbreviation", rule(Note, None);
    /// More words than seven minutes hold.
    ReadAloud = "read-aloud", rule(Warning, None);
    /// Words of another language.
    LanguageUntagged = "language-untagged", rule(Note, None);
    /// Two files that are to say the same do not.
    EditionsDiffer = "editions-differ", Stays(Warning);
    /// A review that is overdue.
    ReviewPast = "review-past", rule(Warning, None);
    /// No day for a review.
    ReviewMissing = "review-missing", rule(Note, None);
    /// A review before the day of issue.
    IssuedAfterReview = "issued-after-review", rule(Error, None);
    /// A day that cannot be meant.
    DateAbsurd = "date-absurd", rule(Warning, None);
    /// Colours that are too alike to be read.
    Contrast = "contrast", rule(Warning, None);
    /// More ink than a press takes.
    InkTotal = "ink-total", rule(Warning, None);
    /// Something that will be cut off.
    OutsideTrim = "outside-trim", rule(Error, Some(Warning));
    /// Text too near the edge.
    OutsideSafeZone = "outside-safe-zone", rule(Error, None);
    /// Letters smaller than anything we print.
    TypeTooSmall = "type-too-small", rule(Error, None);
    /// A QR code too small for a telephone's camera.
    QrTooSmall = "qr-too-small", rule(Warning, None);
    /// A picture with too few pixels for its size on paper.
    PictureResolution = "picture-resolution", rule(Warning, None);
    /// Words that the card has no room for.
    NotOnCard = "not-on-card", rule(Warning, None);
    /// A logo that is hardly seen on what it stands on.
    LogoContrast = "logo-contrast", rule(Warning, None);
    /// A rule that a briefing cannot switch off.
    CheckProtected = "check-protected", Stays(Warning);
}

impl Code {
    /// How much its rule weighs; `None` where a briefing cannot change it.
    #[must_use]
    pub const fn weight(self) -> Option<Weight> {
        match self.nature() {
            Nature::Rule(weight) => Some(weight),
            Stays(_) => None,
        }
    }

    /// How much its messages weigh where nobody says otherwise.
    #[must_use]
    pub const fn usual(self) -> Severity {
        match self.nature() {
            Nature::Rule(weight) => weight.usual,
            Stays(severity) => severity,
        }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
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

    #[test]
    fn no_rule_may_weigh_less_than_its_least() {
        for weight in Code::ALL.iter().filter_map(|code| code.weight()) {
            assert!(weight.least <= Some(weight.usual), "{weight:?}");
        }
    }
}
