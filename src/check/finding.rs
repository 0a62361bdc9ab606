//! A finding: takes a code and what is wrong in words, gives a diagnostic once its place is known.

use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// What a rule found, before anyone knows where it stands or how much it weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// The rule.
    pub code: Code,
    /// The rest of a sentence that begins with the thing: "has lost its leading 0".
    pub what: String,
    /// What to type instead.
    pub fix: Option<String>,
}

impl Finding {
    /// A finding without advice.
    pub(super) fn new(code: Code, what: impl Into<String>) -> Self {
        Finding { code, what: what.into(), fix: None }
    }

    /// The finding with what to type instead.
    pub(super) fn fix(mut self, typed: impl Into<String>) -> Self {
        self.fix = Some(typed.into());
        self
    }

    /// What is to be typed instead, where it says the same: the digits that stand there, spaced as people read them.
    pub(super) fn cure(&self) -> Option<String> {
        match self.code {
            Code::ContactGrouping | Code::ContactDashes => self.fix.clone(),
            // The same address without what is no part of it; whether a word goes with that is judged elsewhere.
            Code::ContactEmail | Code::ContactUrl => self.fix.clone().filter(|typed| {
                !typed.contains([' ', ';']) && typed.contains('.') && !typed.starts_with("email:")
            }),
            // "`phone: "999"`"
            Code::CurlyQuotes => self.fix.as_deref()?.split('"').nth(1).map(str::to_owned),
            _ => None,
        }
    }

    /// The diagnostic: `thing` is what the sentence is about, at its default severity.
    pub(super) fn at(self, span: Span, thing: &str) -> Diagnostic {
        let message = format!("{thing} {}", self.what);
        let diagnostic = super::level::diagnostic(self.code, span, message);
        match self.fix {
            Some(typed) => diagnostic.hint(format!("Write {typed}")),
            None => diagnostic,
        }
    }
}
