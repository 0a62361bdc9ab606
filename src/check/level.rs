//! Weights: takes a code and what a briefing says about it, gives how much its messages weigh.

use crate::diag::{Code, Diagnostic, Severity};
use crate::source::Span;

/// How much a rule weighs where the briefing does not say.
pub(super) const fn default(code: Code) -> Severity {
    match code {
        Code::ContactLostZero
        | Code::ContactMissingDigit
        | Code::ContactLetterInNumber
        | Code::ContactNumber
        | Code::ContactTwoNumbers
        | Code::ContactEmail
        | Code::ContactUrl
        | Code::ContactTwoEmergencies
        | Code::IssuedAfterReview
        | Code::OutsideTrim
        | Code::TypeTooSmall => Severity::Error,
        Code::ContactPlaceholder
        | Code::ContactDramaNumber
        | Code::ContactDashes
        | Code::ContactStale
        | Code::ContactNoEmergency
        | Code::ContactNoValue
        | Code::ContactMismatch
        | Code::LinkText
        | Code::AltText
        | Code::Capitals
        | Code::ColourOnly
        | Code::ReadAloud
        | Code::ReviewPast
        | Code::DateAbsurd
        | Code::Contrast
        | Code::InkTotal
        | Code::OutsideSafeZone
        | Code::QrTooSmall => Severity::Warning,
        Code::ContactGrouping
        | Code::ContactUnverified
        | Code::ContactBodyOnly
        | Code::HeadingRepeats
        | Code::SentenceLong
        | Code::ReadingAge
        | Code::Abbreviation
        | Code::LanguageUntagged
        | Code::ReviewMissing => Severity::Note,
        // What the reader and the typesetter find stops the work, whatever the briefing says.
        _ => Severity::Error,
    }
}

/// A message of a rule at its default weight.
pub(super) fn diagnostic(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
    match default(code) {
        Severity::Error => Diagnostic::error(code, span, message),
        Severity::Warning => Diagnostic::warning(code, span, message),
        Severity::Note => Diagnostic::note(code, span, message),
    }
}

/// Whether a wrong value here could keep someone from reaching help: never less than a warning.
pub(super) const fn protects(code: Code) -> bool {
    matches!(
        code,
        Code::ContactLostZero
            | Code::ContactMissingDigit
            | Code::ContactLetterInNumber
            | Code::ContactNumber
            | Code::ContactTwoNumbers
            | Code::ContactTwoEmergencies
            | Code::ContactEmail
            | Code::ContactUrl
            | Code::ContactPlaceholder
            | Code::ContactDramaNumber
    )
}
