//! Counts: takes messages, gives the closing line.

use briefpress::batch::Message;
use briefpress::diag::Severity;
use briefpress::english::things;

use crate::cli::editions::Alike;

/// How many messages there are of each weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

impl Counts {
    pub(crate) fn of(messages: &[Message]) -> Self {
        Counts::sum(messages.iter().map(|message| (message.severity, 1)))
    }

    /// Of messages that stand once for others too.
    pub(crate) fn of_alike(alike: &[Alike]) -> Self {
        Counts::sum(alike.iter().map(|alike| (alike.first.severity, 1 + alike.others.len())))
    }

    /// So many of one weight.
    pub(crate) fn of_kind(severity: Severity, count: usize) -> Self {
        Counts::sum([(severity, count)].into_iter())
    }

    fn sum(messages: impl Iterator<Item = (Severity, usize)>) -> Self {
        let mut counts = Counts::default();
        for (severity, count) in messages {
            *match severity {
                Severity::Error => &mut counts.errors,
                Severity::Warning => &mut counts.warnings,
                Severity::Note => &mut counts.notes,
            } += count;
        }
        counts
    }
}

impl std::fmt::Display for Counts {
    /// "2 errors, 1 warning", without what there is none of.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<_> = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| things(count, word))
            .collect();
        f.write_str(&if parts.is_empty() { "no mistakes found".to_owned() } else { parts.join(", ") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_as_a_person_says_them() {
        assert_eq!(Counts { errors: 2, warnings: 1, notes: 0 }.to_string(), "2 errors, 1 warning");
    }
}
