//! Refusals: takes why a file cannot be read, gives the sentence and what to do instead.

/// Why a file gives no briefing at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong: one sentence, without a full stop at its end.
    pub why: String,
    /// What to do.
    pub advice: String,
}

impl Refusal {
    /// A refusal in these words.
    pub(super) fn new(why: impl Into<String>, advice: impl Into<String>) -> Self {
        Refusal { why: why.into(), advice: advice.into() }
    }

    /// Of a package or a part of it that is damaged.
    pub(super) fn damaged(what: &str) -> Self {
        Refusal::new(
            format!("{what} is damaged"),
            "Open the file in Word, save it again as a Word document (.docx), and import that",
        )
    }

    /// Of a file that is larger, deeper or more crowded than any briefing.
    pub(super) fn too_much(what: &str) -> Self {
        Refusal::new(
            format!("{what}; no briefing has that"),
            "Check that this is the right file. If it is, copy its words into a new Word document and import that",
        )
    }
}
