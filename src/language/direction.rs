//! Direction: takes nothing, gives the two ways in which lines run.

/// The way in which lines of a language run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right, as English does.
    LeftToRight,
    /// From right to left, as Arabic does; the page is mirrored then.
    RightToLeft,
}
