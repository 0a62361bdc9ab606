//! The keys of a sheet.

use super::super::layout::{FLIPS, ORDERS, SIDES, TURNS};
use super::layout::DOCUMENT_WORDS;
use super::pattern::paper;
use super::shape::{Key, Mapping, Value, words};

const TURN_WORDS: [&str; TURNS.len()] = words(&TURNS);
const ORDER_WORDS: [&str; ORDERS.len()] = words(&ORDERS);
const FLIP_WORDS: [&str; FLIPS.len()] = words(&FLIPS);
const SIDE_WORDS: [&str; SIDES.len()] = words(&SIDES);

/// Width and height, as a part of larger expressions.
macro_rules! measure {
    () => {
        r"(0|[0-9]+(\.[0-9]+)?(mm|pt)) x (0|[0-9]+(\.[0-9]+)?(mm|pt))"
    };
}

/// A sheet names no distances.
const LENGTH: Value = Value::Pattern(r"^(0|[0-9]+(\.[0-9]+)?(mm|pt))$");
const PAGE_SIZE: Value = Value::Pattern(concat!("^(", paper!(), "|", measure!(), ")$"));

/// Width and height.
const MEASURE: Value = Value::Pattern(concat!("^", measure!(), "$"));

/// A whole sheet.
pub static SHEET: Mapping = Mapping::of(
    "a sheet",
    "How finished pages stand on paper: cells in columns and rows, all of one size.",
    &[
        Key::may("title", Value::Line, "ten cards on A4", "What it is, for people who choose."),
        Key::must("document", Value::Choice(&DOCUMENT_WORDS), "card", "Which document it is for."),
        Key::must("paper", PAGE_SIZE, "A4", "The paper: A3, A4, A5, Letter, SRA3, or width x height."),
        Key::must("columns", Value::Whole(1, 12), "2", "How many cells stand side by side."),
        Key::must("rows", Value::Whole(1, 20), "5", "How many cells stand below each other."),
        Key::must("cell", MEASURE, "85mm x 55mm", "The size of a cell, before it is turned."),
        Key::may("turn", Value::Choice(&TURN_WORDS), "right", "How pages are turned in their cells."),
        Key::must("left", LENGTH, "15mm", "From the left edge of the paper to the first cell."),
        Key::must("top", LENGTH, "13.5mm", "From the top edge of the paper to the first cell."),
        Key::may(
            "pitch",
            MEASURE,
            "95mm x 54mm",
            "How far it is from one cell to the next, across and down.",
        ),
        Key::may("bleed", LENGTH, "3mm", "How far colour runs over the edge of each cell."),
        Key::may("marks", Value::Flag, "true", "Whether marks show where to cut."),
        Key::may("outline", Value::Flag, "true", "Whether a thin line is drawn round each cell."),
        Key::may(
            "order",
            Value::Choice(&ORDER_WORDS),
            "reading",
            "Copies of one page, pages in reading order, or a booklet.",
        ),
        Key::may(
            "flip",
            Value::Choice(&FLIP_WORDS),
            "long-edge",
            "Over which edge the printer turns the paper.",
        ),
        Key::may("notes", Value::Keys(&NOTES), "", "Ruled lines to write on beside each page."),
        Key::may(
            "spare",
            LENGTH,
            "8.5mm",
            "Lines to write on in the cells that no page is left for: from one to the next.",
        ),
    ],
);

pub(in crate::read) static NOTES: Mapping = Mapping::of(
    "a place for notes",
    "Ruled lines to write on.",
    &[
        Key::must("side", Value::Choice(&SIDE_WORDS), "right", "On which side of a page they stand."),
        Key::may("gap", LENGTH, "8mm", "From the page to the lines."),
        Key::must("length", LENGTH, "72mm", "How long they are."),
        Key::must("lines", Value::Whole(1, 60), "7", "How many."),
        Key::must("spacing", LENGTH, "8.5mm", "From one to the next."),
    ],
);
