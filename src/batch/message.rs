//! Messages: takes a diagnostic and its sources, gives all that is ever shown of it, and can be kept on disk.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::printable::{name, visible};
use crate::diag::{Code, Diagnostic, Place, Replacement, Severity};
use crate::source::{Source, Sources};

/// A diagnostic that needs its sources no longer. Sorts by file, then by place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Message {
    /// The path that the user knows the file by.
    pub file: String,
    /// Where in the file, if anywhere.
    pub spot: Option<Spot>,
    /// How much it weighs.
    #[serde(with = "severity")]
    pub severity: Severity,
    /// Its kind.
    #[serde(with = "code")]
    pub code: Code,
    /// One sentence, without a full stop at its end.
    pub text: String,
    /// What to do.
    pub hints: Vec<String>,
    /// What to type instead, where that is certain; all of it belongs together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<Change>,
}

/// New words for a part of a file. Lines and columns are counted from 1, in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Change {
    /// The path that the user knows the file by.
    pub file: String,
    /// The line on which the part begins.
    pub line: usize,
    /// The column of its first character.
    pub column: usize,
    /// The line on which it ends.
    pub end_line: usize,
    /// The column behind its last character.
    pub end_column: usize,
    /// What stands there afterwards.
    pub text: String,
}

impl Change {
    fn new(sources: &Sources, replacement: &Replacement) -> Self {
        let source = sources.get(replacement.span.source);
        let range = replacement.span.range();
        let ((line, column), (end_line, end_column)) =
            (source.line_column(range.start), source.line_column(range.end));
        let file = visible(source.name());
        Change { file, line, column, end_line, end_column, text: replacement.text.clone() }
    }
}

/// A place in a text, and the line it is on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Spot {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// The line on which it ends.
    pub end_line: usize,
    /// The column behind its last character.
    pub end_column: usize,
    /// The line that the span begins on, up to a little after it.
    pub excerpt: String,
    /// The marked bytes of the excerpt.
    pub marked: (usize, usize),
}

impl Message {
    /// What `diagnostic` says, with its place looked up in `sources`.
    #[must_use]
    pub fn new(sources: &Sources, diagnostic: &Diagnostic) -> Self {
        let (file, spot) = match &diagnostic.place {
            Place::File(path) => (path.clone(), None),
            Place::At(span) => {
                let source = sources.get(span.source);
                (source.name().to_owned(), Some(Spot::new(source, span.range())))
            }
        };
        Message {
            file: name(&file),
            spot,
            severity: diagnostic.severity,
            code: diagnostic.code,
            text: visible(&diagnostic.message),
            hints: diagnostic.hints.iter().map(|hint| visible(hint)).collect(),
            fix: diagnostic.fix.iter().map(|replacement| Change::new(sources, replacement)).collect(),
        }
    }

    /// The place as `file:line:column`, as far as it is known.
    #[must_use]
    pub fn place(&self) -> String {
        match &self.spot {
            Some(spot) => format!("{}:{}:{}", self.file, spot.line, spot.column),
            None => self.file.clone(),
        }
    }

    /// Whether its marked place lies in its line.
    pub(super) fn is_sound(&self) -> bool {
        let lies = |spot: &Spot| spot.excerpt.get(spot.marked.0..spot.marked.1).is_some();
        self.spot.as_ref().is_none_or(lies)
    }
}

/// More of a line than this behind a spot tells a reader nothing.
const BEHIND: usize = 1_000;

impl Spot {
    fn new(source: &Source, range: Range<usize>) -> Self {
        let text = source.text();
        let start = floor_char(text, range.start);
        let end = floor_char(text, range.end).max(start);
        let (line, column) = source.line_column(start);
        let (end_line, end_column) = source.line_column(end);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
        let to = floor_char(text, line_end.min(start + BEHIND));
        let marked = (start - line_start, end.min(to) - line_start);
        Spot { line, column, end_line, end_column, excerpt: text[line_start..to].to_owned(), marked }
    }
}

fn floor_char(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The names of the floor below, which knows nothing of files: written as the words that messages show.
macro_rules! by_name {
    ($name:ident, $type:ident, $all:expr) => {
        mod $name {
            use serde::{Deserialize, Deserializer, Serializer, de::Error};

            use crate::diag::$type;

            #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
            pub(super) fn serialize<S: Serializer>(value: &$type, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(value.as_str())
            }

            pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<$type, D::Error> {
                let name = std::borrow::Cow::<'de, str>::deserialize(from)?;
                let found = $all.iter().copied().find(|value| value.as_str() == name);
                found.ok_or_else(|| D::Error::custom("a name that this version does not know"))
            }
        }
    };
}

by_name!(severity, Severity, [Severity::Note, Severity::Warning, Severity::Error]);
by_name!(code, Code, Code::ALL);

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(text: &str, marked: &str) -> Spot {
        let start = text.find(marked).expect("the marked text is in it");
        Spot::new(&Source::new("a.yaml", text), start..start + marked.len())
    }

    #[test]
    fn a_spot_holds_its_line_and_nothing_else() {
        let found = spot("a: 1\r\nb: é two\r\nc: 3\n", "two\r\nc");
        assert_eq!((found.line, found.column, found.end_line), (2, 6, 3));
        assert_eq!((found.excerpt.as_str(), found.marked), ("b: é two", (6, 9)));
    }

    #[test]
    fn a_huge_line_is_cut_behind_the_spot() {
        let found = spot(&format!("ééX{}", "y".repeat(50_000)), "X");
        assert_eq!(found.column, 3);
        assert!(found.excerpt.len() <= 4 + BEHIND);
        assert_eq!(&found.excerpt[found.marked.0..found.marked.1], "X");
    }

    #[test]
    fn places_outside_the_text_are_brought_into_it() {
        #[allow(clippy::reversed_empty_ranges, reason = "a range that ends before it begins is the point")]
        for range in [0..99, 99..100, 2..1] {
            let found = Spot::new(&Source::new("a", "é"), range);
            assert!(found.marked.1 <= found.excerpt.len());
        }
        assert_eq!(Spot::new(&Source::new("a", ""), 0..0).line, 1);
    }
}
