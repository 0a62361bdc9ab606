//! Weights: takes a code and what a briefing says about it, gives how much its messages weigh.

use crate::diag::{Code, Diagnostic, Severity};
use crate::model::CheckLevel;
use crate::source::Span;

/// How much a rule weighs where the briefing does not say; `None` for what is no rule.
const fn default(code: Code) -> Option<Severity> {
    Some(match code {
        Code::ContactLostZero
        | Code::ContactMissingDigit
        | Code::ContactLetterInNumber
        | Code::ContactNumber
        | Code::ContactTwoNumbers
        | Code::ContactEmail
        | Code::ContactUrl
        | Code::ContactPlaceholder
        | Code::IssuedAfterReview
        | Code::OutsideTrim
        | Code::OutsideSafeZone
        | Code::TypeTooSmall => Severity::Error,
        Code::ContactExample
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
        | Code::QrTooSmall
        | Code::PictureResolution
        | Code::CheckProtected => Severity::Warning,
        Code::ContactGrouping
        | Code::ContactUnverified
        | Code::ContactBodyOnly
        | Code::HeadingRepeats
        | Code::SentenceLong
        | Code::ReadingAge
        | Code::Abbreviation
        | Code::LanguageUntagged
        | Code::ReviewMissing => Severity::Note,
        // What the reader and the typesetter find is no rule: it stops the work, whatever a briefing says.
        _ => return None,
    })
}

/// How much a rule weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Where a briefing does not say.
    pub usual: Severity,
    /// The least that a briefing may say; `None` where it may switch the rule off.
    pub least: Option<Severity>,
}

/// How much the rule of a code weighs; `None` where a briefing cannot change it.
#[must_use]
pub fn weight(code: Code) -> Option<Weight> {
    default(code).filter(|_| is_rule(code)).map(|usual| Weight { usual, least: least(code) })
}

/// Whether a briefing may say how much the code weighs.
const fn is_rule(code: Code) -> bool {
    default(code).is_some() && !matches!(code, Code::CheckProtected)
}

/// A message of a rule at its default weight.
pub(super) fn diagnostic(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
    match default(code).unwrap_or(Severity::Error) {
        Severity::Error => Diagnostic::error(code, span, message),
        Severity::Warning => Diagnostic::warning(code, span, message),
        Severity::Note => Diagnostic::note(code, span, message),
    }
}

/// The least that a rule may weigh: what could keep someone from reaching help is never quiet.
///
/// A link is made of every e-mail and web address, so one that cannot work stays an error.
const fn least(code: Code) -> Option<Severity> {
    match code {
        Code::ContactEmail | Code::ContactUrl => Some(Severity::Error),
        Code::ContactLostZero
        | Code::ContactMissingDigit
        | Code::ContactLetterInNumber
        | Code::ContactNumber
        | Code::ContactTwoNumbers
        | Code::ContactPlaceholder
        | Code::ContactExample
        | Code::ContactDramaNumber
        | Code::OutsideTrim => Some(Severity::Warning),
        _ => None,
    }
}

/// Gives messages the weight that the briefing wants, as far as that is allowed.
pub(super) fn apply(messages: &mut Vec<Diagnostic>, checks: &[CheckLevel]) {
    messages.retain_mut(|message| {
        // The last word counts, as in a board file that is laid over a briefing.
        let Some(check) = checks.iter().rev().find(|check| check.code == message.code) else { return true };
        match check.level.max(least(message.code)) {
            Some(severity) => message.severity = severity,
            None => return false,
        }
        true
    });
}

/// Says where a briefing asks for less than is allowed, or for a code that is no rule.
pub(super) fn refused(checks: &[CheckLevel], out: &mut Vec<Diagnostic>) {
    for check in checks {
        let code = check.code;
        if !is_rule(code) {
            let message = format!("`{code}` cannot be changed: without it no PDF can be made");
            let hint = format!("Delete the line with {code}");
            out.push(diagnostic(Code::CheckProtected, check.span, message).hint(hint));
        } else if check.level < least(code) {
            let least = least(code).map_or("note", Severity::as_str);
            let message = format!("`{code}` stays {least}: a wrong contact could keep someone from help");
            let hint = format!("Write {code}: {least}, and put the contact right");
            out.push(diagnostic(Code::CheckProtected, check.span, message).hint(hint));
        }
    }
}
