//! Changes by place: takes a text and what is to stand in place of some of its parts, gives the new text.

use crate::diag::Replacement;
use crate::source::Span;

/// Why changes cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Two changes want the same bytes, or put words in at the same place.
    Overlap(Span, Span),
    /// A change reaches past the end of the text, or begins or ends inside a character.
    Outside(Span),
    /// The changes belong to more than one source.
    TwoSources(Span, Span),
}

impl std::fmt::Display for EditError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            EditError::Overlap(..) => "two changes want the same place",
            EditError::Outside(_) => "a change lies outside the text",
            EditError::TwoSources(..) => "the changes belong to two files",
        })
    }
}

impl std::error::Error for EditError {}

/// Makes all changes at once; their order does not matter, and every byte outside them stays as it is.
///
/// # Errors
/// Nothing is changed where two changes want the same place, one lies outside the text, or they belong to
/// more than one source.
pub fn apply(text: &str, changes: &[Replacement]) -> Result<String, EditError> {
    let mut sorted: Vec<&Replacement> = changes.iter().collect();
    sorted.sort_by_key(|change| change.span);
    for pair in sorted.windows(2) {
        let [one, other] = [pair[0].span, pair[1].span];
        if one.source != other.source {
            return Err(EditError::TwoSources(one, other));
        }
        if other.start < one.end || other.start == one.start {
            return Err(EditError::Overlap(one, other));
        }
    }
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for change in sorted {
        let range = change.span.range();
        let (Some(kept), Some(_)) = (text.get(done..range.start), text.get(range.clone())) else {
            return Err(EditError::Outside(change.span));
        };
        edited.push_str(kept);
        edited.push_str(&change.text);
        done = range.end;
    }
    edited.push_str(&text[done..]);
    Ok(edited)
}
