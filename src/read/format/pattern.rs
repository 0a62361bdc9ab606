//! Patterns: what the values of layouts look like, as regular expressions.

use super::shape::Value;

/// A length, as a part of larger expressions.
macro_rules! length {
    () => {
        r"(0|[0-9]+(\.[0-9]+)?(mm|pt)|\$[a-z][a-z0-9-]*)"
    };
}

/// The names of paper, upright or on its side, as a part of larger expressions.
macro_rules! paper {
    () => {
        "(A3|A4|A5|Letter|SRA3)( landscape)?"
    };
}
pub(super) use paper;

pub(super) const LENGTH: Value = Value::Pattern(concat!("^", length!(), "$"));
pub(super) const RANGE: Value = Value::Pattern(concat!("^", length!(), "( to ", length!(), ")?$"));
/// One to four lengths.
macro_rules! insets {
    () => {
        concat!(length!(), "( ", length!(), "( ", length!(), " ", length!(), ")?)?")
    };
}
pub(super) const INSETS: Value = Value::Pattern(concat!("^", insets!(), "( to ", insets!(), ")?$"));
pub(super) const SIZE: Value = Value::Pattern(concat!(
    r"^([0-9]+(\.[0-9]+)?( to [0-9]+(\.[0-9]+)?)? body( from ",
    length!(),
    "( to ",
    length!(),
    ")?)?|",
    length!(),
    "( to ",
    length!(),
    ")?( up to ",
    length!(),
    "| together( in ",
    length!(),
    ")?)?)$"
));
pub(super) const VALUE: Value = Value::Pattern(concat!(
    r"^([0-9]+(\.[0-9]+)? body( to [0-9]+(\.[0-9]+)? body)?, least ",
    length!(),
    "|",
    length!(),
    "( to ",
    length!(),
    ")?)$"
));
pub(super) const CHARACTERS: Value = Value::Pattern("^[0-9]+ to [0-9]+$");
pub(super) const SPEND: &str = r"^(air|gap|alarm|value|title|leading|lead|dial)( [0-9]+%)?$";
pub(super) const STRAND: &str = "^(sections|contacts)$";
pub(super) const PAGE_SIZE: Value =
    Value::Pattern(concat!("^(", paper!(), "|", length!(), " x ", length!(), ")$"));
pub(super) const PERCENTS: Value = Value::Pattern(r"^[0-9]+(\.[0-9]+)?% to [0-9]+(\.[0-9]+)?%$");
pub(super) const DOCK: Value = Value::Pattern(concat!(
    "^(top|bottom|fill|(left|right) ",
    length!(),
    "( to ",
    length!(),
    ")?|columns? [1-7](-[1-7])?|at ",
    length!(),
    "( ",
    length!(),
    "){3})$"
));
pub(super) const EDGE: Value = Value::Pattern(concat!(r"^\$?[a-z0-9-]+ ", length!(), "$"));
/// One condition.
macro_rules! condition {
    () => {
        "((no )?(emergency|logo|qr|contacts|sheet)|roomy|tight|first page|later pages|long (addresses|lists)|(contacts|others) (up to|from) [0-9]{1,2})"
    };
}
pub(super) const WHEN: Value = Value::Pattern(concat!("^", condition!(), "( and ", condition!(), ")*$"));

#[cfg(test)]
mod tests {
    use crate::geom::Paper;

    #[test]
    fn every_paper_may_be_named() {
        let names = Paper::ALL.map(Paper::as_str).join("|");
        assert!(paper!().starts_with(&format!("({names})")), "{names}");
    }
}
