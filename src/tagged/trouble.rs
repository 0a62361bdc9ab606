//! Troubles: why nothing can be read of a PDF, each with the sentence and what to do.

/// Why a PDF cannot be read by its tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The bytes are no PDF.
    NotPdf,
    /// Something in it does not hold together.
    Damaged(&'static str),
    /// It is larger, deeper or more crowded than any document that a person wrote.
    TooMuch(&'static str),
    /// It asks for a password, or forbids reading.
    Locked,
    /// Nothing in it says what its words are.
    Untagged,
}

impl Trouble {
    /// What is wrong: a sentence without its full stop.
    #[must_use]
    pub fn why(&self) -> String {
        match self {
            Trouble::NotPdf => "this is no PDF".to_owned(),
            Trouble::Damaged(what) => format!("this PDF is damaged: {what}"),
            Trouble::TooMuch(what) => {
                format!("this PDF has {what}; no document that a person wrote has that")
            }
            Trouble::Locked => "this PDF is locked".to_owned(),
            Trouble::Untagged => {
                "this PDF has no tags: nothing in it says which words are a heading, a list or a \
                                  picture, nor in which order they are read, so a screen reader has to guess"
                    .to_owned()
            }
        }
    }
}
