//! The keys of what frames take: lines of text, sections, contacts, bars, dials, and text that runs from page to page.

use super::super::layout::{DIAL_LIT, DRESSES, FORMS, MARKS, ROLES, WHICH};
use super::pattern::{CHARACTERS, EDGE, LENGTH, RANGE, STRAND, VALUE};
use super::shape::{Key, Mapping, Value, words};

const ROLE_WORDS: [&str; ROLES.len()] = words(&ROLES);
const WHICH_WORDS: [&str; WHICH.len()] = words(&WHICH);
const FORM_WORDS: [&str; FORMS.len()] = words(&FORMS);
const MARK_WORDS: [&str; MARKS.len()] = words(&MARKS);
const DRESS_WORDS: [&str; DRESSES.len()] = words(&DRESSES);
const LIT_WORDS: [&str; DIAL_LIT.len()] = words(&DIAL_LIT);

pub(in crate::read) static THREAD: Mapping = Mapping::of(
    "a thread",
    "One text that runs from page to page.",
    &[
        Key::may(
            "order",
            Value::Each(STRAND),
            "",
            "What runs, in order: sections, contacts. Contacts may stand at both ends; at the beginning they have the first page to themselves.",
        ),
        Key::must("sections", Value::Keys(&SECTION_FLOW), "", "How sections look."),
        Key::may("contacts", Value::Keys(&CONTACT_FLOW), "", "How contacts look."),
        Key::may(
            "notes",
            Value::Keys(&NOTE_COLUMN),
            "",
            "Lines to write on beside each section; each section then stands whole on one page.",
        ),
    ],
);

pub(in crate::read) static NOTE_COLUMN: Mapping = Mapping::of(
    "a column for notes",
    "Lines to write on beside the text.",
    &[
        Key::must("width", LENGTH, "53mm", "How long they are."),
        Key::may("gap", LENGTH, "9mm", "The space between them and the text."),
        Key::may("spacing", LENGTH, "8.5mm", "The distance of two lines."),
        Key::must("style", Value::Line, "notes", "The style of the word above the first of a page."),
    ],
);

pub(in crate::read) static TEXT_LINE: Mapping = Mapping::of(
    "a line of text",
    "A line of words and how it looks.",
    &[
        Key::must(
            "words",
            Value::Words,
            "\"{title}\"",
            "Words, with fields of the briefing in braces; \" | \" divides parts.",
        ),
        Key::must("style", Value::Line, "body", "The name of a style."),
        Key::may("role", Value::Choice(&ROLE_WORDS), "p", "What it means: a heading, text, or decoration."),
        Key::may("gap", LENGTH, "1mm", "Space above it."),
    ],
);

pub(in crate::read) static SECTION_FLOW: Mapping = Mapping::of(
    "a flow of sections",
    "Sections, one after the other.",
    &[
        Key::may(
            "which",
            Value::Numbers,
            "1-6",
            "Which sections; that of the page, or all, where it is not said.",
        ),
        Key::may("heading", Value::Line, "heading", "The style of headings; without one there are none."),
        Key::may("heading_gap", Value::Ends, "0.2", "Space below a heading, as a multiple of the text size."),
        Key::may("heading_space", RANGE, "6mm", "Further space below a heading."),
        Key::may("body", Value::Line, "body", "The style of the text."),
        Key::may(
            "disc",
            Value::Ends,
            "1.6",
            "Diameter of the numbered disc, as a multiple of the text size.",
        ),
        Key::may("disc_color", Value::Swatch, "primary", "The colour of the disc."),
        Key::may("mark", Value::Choice(&MARK_WORDS), "disc", "What carries the number of a section."),
        Key::may(
            "hang",
            Value::Decimal(100),
            "2.45",
            "How far the text hangs in beside the mark, in text sizes.",
        ),
        Key::may("rule", EDGE, "primary 0.35mm", "A rule above each section."),
        Key::may("gap", Value::Ends, "0.8 to 2.2", "Space between sections, as a multiple of the text size."),
        Key::may("paragraph_gap", Value::Ends, "0.4 to 0.6", "Space between paragraphs, in text sizes."),
        Key::may("list_gap", Value::Ends, "0.25 to 0.36", "Space above a list, in text sizes."),
        Key::may("item_gap", Value::Ends, "0.1 to 0.25", "Space between items, in text sizes."),
        Key::may("characters", CHARACTERS, "38 to 76", "Fewest and most characters of a line."),
        Key::may("bullet", Value::Swatch, "accent", "The colour of bullets."),
        Key::may("heading_above", Value::Flag, "true", "Whether one heading stands above all columns."),
        Key::may("last_ground", Value::Swatch, "tint", "The colour behind the last section."),
        Key::may("alarm", Value::Swatch, "emergency", "The colour of the last heading."),
    ],
);

pub(in crate::read) static CONTACT_FLOW: Mapping = Mapping::of(
    "a flow of contacts",
    "Whom to call.",
    &[
        Key::may("which", Value::Choice(&WHICH_WORDS), "all", "Which contacts."),
        Key::may("form", Value::Choice(&FORM_WORDS), "tiles", "In which form they are drawn."),
        Key::may("value", VALUE, "1.5 body to 1.9 body, least 18pt", "Sizes of numbers."),
        Key::may("alarm", VALUE, "3 body to 6 body, least 36pt", "Sizes of the number for immediate danger."),
        Key::may(
            "dress",
            Value::Choice(&DRESS_WORDS),
            "area",
            "How a contact is set off from what is behind it.",
        ),
        Key::may("signs", Value::Flag, "true", "Whether a small sign shows what kind of value it is."),
        Key::may(
            "brief",
            Value::Flag,
            "true",
            "Whether each has only its name and its first number or address.",
        ),
        Key::may(
            "most",
            Value::Whole(1, 99),
            "8",
            "Only so many are shown, the first ones, and a message names the others.",
        ),
        Key::may("grid", Value::Whole(1, 12), "12", "How many columns the tiles can be cut from."),
        Key::may("label", Value::Line, "contact-label", "The style of names."),
        Key::may("style", Value::Line, "contact-value", "The style of numbers and addresses."),
        Key::may("tile", Value::Swatch, "tint", "The colour of tiles."),
        Key::may("qr", RANGE, "16mm to 24mm", "The side of QR codes."),
    ],
);

/// Which of seven pieces are lit, of a bar and of a dial.
const fn lit(example: &'static str) -> Key {
    Key::may(
        "lit",
        Value::Choice(&LIT_WORDS),
        example,
        "All pieces are lit, or as many as the page's number.",
    )
}

/// The colour of those pieces.
const fn color(example: &'static str) -> Key {
    Key::may("color", Value::Swatch, example, "The colour of lit pieces.")
}

/// The colour of the others.
const fn unlit(example: &'static str) -> Key {
    Key::may("unlit", Value::Swatch, example, "The colour of pieces that are not lit.")
}

pub(in crate::read) static BAR: Mapping = Mapping::of(
    "a bar",
    "The bar of seven.",
    &[
        Key::may("gap", LENGTH, "1.5mm", "The space between two pieces."),
        lit("all"),
        color("primary"),
        Key::may("last", Value::Swatch, "emergency", "The colour of the last."),
        unlit("rule"),
    ],
);

pub(in crate::read) static DIAL: Mapping = Mapping::of(
    "a dial",
    "The ring of seven.",
    &[
        Key::must("diameter", RANGE, "54mm", "Its diameter."),
        lit("number"),
        color("accent"),
        unlit("unlit"),
        Key::may("numbers", Value::Flag, "true", "Whether the pieces carry their numbers."),
        Key::may(
            "leaders",
            Value::Flag,
            "true",
            "Whether a fine line leads from each heading that stands away to its piece.",
        ),
        Key::may("center", Value::List(&TEXT_LINE, 1, 10), "", "Lines in the middle."),
    ],
);
