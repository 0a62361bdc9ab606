//! The keys of a project file.

use super::shape::{Key, Mapping, Value};

/// A path that stays below the folder of the file, so that a project from elsewhere reaches nothing but its own.
const BELOW: Value = Value::Pattern(r"^(?!.*[\\:])(?!/)(?!(.*/)?\.\.(/|$)).+$");

/// What a folder of briefings always asks for.
pub static PROJECT: Mapping = Mapping::of(
    "a project file",
    "`briefpress.yaml`, beside the folder of briefings: what would else be typed each time. The command line comes first.",
    &[
        Key::may(
            "required-version",
            Value::Line,
            "\"0.1\"",
            "Which version of this program the project is worked on with; another refuses all of it.",
        ),
        Key::may("boards", BELOW, "content/boards", "The folder of board files, as --boards names it."),
        Key::may("fonts", BELOW, "fonts", "The folder of fonts, as --fonts names it."),
        Key::may("out", BELOW, "dist", "The folder to write to, as --out names it."),
    ],
);
