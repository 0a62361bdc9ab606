//! Values that say that there is none: takes one as it was written, gives whether it holds nothing.

/// What people write where they have nothing to write.
const NONE: [&str; 24] = [
    "n/a",
    "na",
    "none",
    "nil",
    "not applicable",
    "not available",
    "-",
    "--",
    "\u{2013}",
    "\u{2014}",
    "?",
    "??",
    "???",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to follow",
    "unknown",
    "not known",
    "as above",
    "see above",
    "same as above",
    "see website",
];

/// Whether a value says that there is none.
pub(crate) fn is_none(value: &str) -> bool {
    let bare = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '.'));
    value.len() < 18 && NONE.iter().any(|none| none.eq_ignore_ascii_case(bare))
}
