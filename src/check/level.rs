//! Weights: takes a code and what a briefing says about it, gives how much its messages weigh.

use crate::diag::{Code, Diagnostic};
use crate::model::CheckLevel;
use crate::source::Span;

/// A message of a rule at its default weight.
pub(super) fn diagnostic(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::usual(code, span, message)
}

/// Says where a briefing asks for less than is allowed, or for a code that is no rule.
pub(super) fn refused(checks: &[CheckLevel], out: &mut Vec<Diagnostic>) {
    for check in checks {
        let code = check.code;
        let Some(weight) = code.weight() else {
            let message = format!("`{code}` cannot be changed: without it no PDF can be made");
            let hint = format!("Delete the line with {code}");
            out.push(diagnostic(Code::CheckProtected, check.span, message).hint(hint));
            continue;
        };
        if let Some(least) = weight.least.filter(|least| check.level < Some(*least)) {
            let least = least.as_str();
            let message = format!("`{code}` stays {least}: a wrong contact could keep someone from help");
            let hint = format!("Write {code}: {least}, and put the contact right");
            out.push(diagnostic(Code::CheckProtected, check.span, message).hint(hint));
        }
    }
}
