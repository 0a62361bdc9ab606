//! The keys of a layout.

use super::super::layout::{ALIGNS, DIAL_LIT, DRESSES, FORMS, LINE_ALIGNS, MARKS, ROLES, SIZINGS, WHICH};
use super::shape::{Key, Keys, Mapping, Rule, Value, words};
use crate::layout::{DocumentKind, MAX_COLUMNS};

/// A length, as a part of larger expressions.
macro_rules! length {
    () => {
        r"(0|[0-9]+(\.[0-9]+)?(mm|pt)|\$[a-z][a-z-]*)"
    };
}

const LENGTH: Value = Value::Pattern(concat!("^", length!(), "$"));
const RANGE: Value = Value::Pattern(concat!("^", length!(), "( to ", length!(), ")?$"));
/// One to four lengths.
macro_rules! insets {
    () => {
        concat!(length!(), "( ", length!(), "( ", length!(), " ", length!(), ")?)?")
    };
}
const INSETS: Value = Value::Pattern(concat!("^", insets!(), "( to ", insets!(), ")?$"));
const SIZE: Value = Value::Pattern(concat!(
    r"^([0-9]+(\.[0-9]+)? body( from ",
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
const VALUE: Value = Value::Pattern(concat!(
    r"^([0-9]+(\.[0-9]+)? body( to [0-9]+(\.[0-9]+)? body)?, least ",
    length!(),
    "|",
    length!(),
    "( to ",
    length!(),
    ")?)$"
));
const CHARACTERS: Value = Value::Pattern("^[0-9]+ to [0-9]+$");
const SPEND: &str = r"^(air|gap|alarm|value|title|leading)( [0-9]+%)?$";
const PAGE_SIZE: Value =
    Value::Pattern(concat!("^((A3|A4|A5|Letter|SRA3)( landscape)?|", length!(), " x ", length!(), ")$"));
const PERCENTS: Value = Value::Pattern(r"^[0-9]+(\.[0-9]+)?% to [0-9]+(\.[0-9]+)?%$");
const DOCK: Value = Value::Pattern(concat!(
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
const EDGE: Value = Value::Pattern(concat!(r"^\$?[a-z-]+ ", length!(), "$"));
/// One condition.
macro_rules! condition {
    () => {
        "((no )?(emergency|logo|qr|contacts)|roomy|tight|(contacts|others) (up to|from) [0-9]{1,2})"
    };
}
const WHEN: Value = Value::Pattern(concat!("^", condition!(), "( and ", condition!(), ")*$"));

pub(super) const DOCUMENT_WORDS: [&str; 3] = DocumentKind::NAMES;
const ROLE_WORDS: [&str; ROLES.len()] = words(&ROLES);
const WHICH_WORDS: [&str; WHICH.len()] = words(&WHICH);
const FORM_WORDS: [&str; FORMS.len()] = words(&FORMS);
const ALIGN_WORDS: [&str; ALIGNS.len()] = words(&ALIGNS);
const LINE_ALIGN_WORDS: [&str; LINE_ALIGNS.len()] = words(&LINE_ALIGNS);
const MARK_WORDS: [&str; MARKS.len()] = words(&MARKS);
const DRESS_WORDS: [&str; DRESSES.len()] = words(&DRESSES);
const SIZING_WORDS: [&str; SIZINGS.len()] = words(&SIZINGS);
const LIT_WORDS: [&str; DIAL_LIT.len()] = words(&DIAL_LIT);

pub(in crate::read) static DISTANCES: Mapping = Mapping {
    what: "`distances`",
    about: "Lengths by names of your own.",
    keys: Keys::Chosen(LENGTH),
    rule: None,
};

pub(in crate::read) static COLORS: Mapping = Mapping {
    what: "`colors`",
    about: "Colours by names of your own.",
    keys: Keys::Chosen(Value::Swatch),
    rule: None,
};

pub(in crate::read) static DEFAULTS: Mapping = Mapping::of(
    "`defaults`",
    "What flows have that do not say otherwise.",
    &[
        Key::may("sections", Value::Keys(&SECTION_FLOW), "", "What every flow of sections has."),
        Key::may("contacts", Value::Keys(&CONTACT_FLOW), "", "What every flow of contacts has."),
    ],
);

/// A whole layout.
pub static LAYOUT: Mapping = Mapping::of(
    "a layout",
    "How the pages of one document look: frames, what flows into them, and the range of type sizes.",
    &[
        Key::may(
            "like",
            Value::Each(r"^[a-z0-9-]+(/[a-z0-9-]+)?$"),
            "",
            "What comes with briefpress and says all that this layout leaves open; the first before the next.",
        ),
        Key::may("document", Value::Choice(&DOCUMENT_WORDS), "poster", "Which document it is for."),
        Key::may("size", PAGE_SIZE, "A4", "The page after trimming: A3, A4, A5, Letter, or width x height."),
        Key::may("bleed", LENGTH, "3mm", "How far colour runs over the edge."),
        Key::may("safe", LENGTH, "5mm", "How far words keep away from the edge."),
        Key::may(
            "body",
            RANGE,
            "12pt to 14pt",
            "Sizes of running text: the largest that fits is taken, and none below the first.",
        ),
        Key::may(
            "distances",
            Value::Keys(&DISTANCES),
            "",
            "Lengths by names of your own; behind a $ such a name stands for its length.",
        ),
        Key::may(
            "colors",
            Value::Keys(&COLORS),
            "",
            "Colours of the theme by names of your own; behind a $ such a name stands for its colour.",
        ),
        Key::may("defaults", Value::Keys(&DEFAULTS), "", "What flows have that do not say otherwise."),
        Key::may("styles", Value::Named(&STYLE), "", "Text styles by names of your own."),
        Key::may(
            "parts",
            Value::NamedLists(&FRAME, &PART),
            "",
            "Frames that several pages use, by names of your own.",
        ),
        Key::may(
            "spend",
            Value::Each(SPEND),
            "",
            "In which order a page with room gives it away: what grows, and up to which share of its way.",
        ),
        Key::may("pages", Value::List(&PAGE, 1, 20), "", "The pages, in order."),
    ],
)
.ruled(Rule::Unless("like", &["document", "size", "body", "styles", "pages"]));

pub(in crate::read) static STYLE: Mapping = Mapping::of(
    "a style",
    "How a text looks.",
    &[
        Key::must(
            "size",
            SIZE,
            "14pt",
            "A size, a range of sizes, or a multiple of the running text within a range.",
        ),
        Key::may(
            "weight",
            Value::Whole(100, 900),
            "700",
            "How heavy the letters are: 400 regular, 700 bold.",
        ),
        Key::may("color", Value::Swatch, "text", "The colour of the letters."),
        Key::may("leading", Value::Ends, "1.25", "The distance of lines, as a multiple of the size."),
        Key::may("align", Value::Choice(&LINE_ALIGN_WORDS), "left", "Where lines stand in their frame."),
    ],
);

pub(in crate::read) static PAGE: Mapping = Mapping::of(
    "a page",
    "One page, or one for each section of a range.",
    &[
        Key::may("sections", Value::Numbers, "1-7", "Makes one such page for each section of the range."),
        Key::may("grid", Value::Keys(&GRID), "", "Columns that frames can stand in."),
        Key::may(
            "sizing",
            Value::Choice(&SIZING_WORDS),
            "shared",
            "Whether its text has a size of its own, one with all pages made like this, or one up to theirs.",
        ),
        Key::may("frames", Value::ListOf(&FRAME, &PART), "", "The frames, painted in this order."),
        Key::may(
            "either",
            Value::List(&ARRANGEMENT, 1, 40),
            "",
            "Ways to set the page in place of `frames`: the one that bears its text best is taken.",
        ),
    ],
)
.ruled(Rule::NotBoth("frames", "either"));

pub(in crate::read) static ARRANGEMENT: Mapping = Mapping::of(
    "an arrangement",
    "One way to set a page.",
    &[
        Key::must("name", Value::Line, "beside", "Its name, for messages."),
        Key::may("when", WHEN, "contacts", "A condition: it is not tried where it does not hold."),
        Key::may("cost", Value::Decimal, "6", "What choosing it costs, in tenths of a point of text size."),
        Key::may("grid", Value::Keys(&GRID), "", "Columns that frames can stand in."),
        Key::must("frames", Value::ListOf(&FRAME, &PART), "", "The frames, painted in this order."),
    ],
);

pub(in crate::read) static PART: Mapping = Mapping::of(
    "a part",
    "In the place of a frame: the frames of a part.",
    &[Key::must("part", Value::Line, "header", "The name of a part.")],
);

pub(in crate::read) static GRID: Mapping = Mapping::of(
    "a grid",
    "Columns of a page.",
    &[
        Key::must("columns", Value::Whole(1, MAX_COLUMNS as u32), "2", "How many columns."),
        Key::may("gutter", LENGTH, "8mm", "The space between columns."),
        Key::may("left", LENGTH, "11mm", "The space left of the first."),
        Key::may("right", LENGTH, "11mm", "The space right of the last."),
        Key::may("split", PERCENTS, "46% to 58%", "How much of the width the first of two columns may take."),
    ],
);

pub(in crate::read) static FRAME: Mapping = Mapping::of(
    "a frame",
    "A named box that takes one kind of content.",
    &[
        Key::must("name", Value::Line, "header", "Its name, for messages."),
        Key::must(
            "dock",
            DOCK,
            "top",
            "Where it goes: top, bottom, left 92mm, right 30mm, columns 1-2, fill, or at x y width height.",
        ),
        Key::may("height", RANGE, "22mm", "Its height, where that does not follow its content."),
        Key::may("min_height", RANGE, "8mm", "Its least height."),
        Key::may(
            "padding",
            INSETS,
            "5mm 11mm",
            "Space inside: all sides; top and bottom, left and right; or all four; after `to` the same on an airy page.",
        ),
        Key::may("fill", Value::Swatch, "tint", "The colour behind its content."),
        Key::may("edge", EDGE, "primary 2mm", "A thick line at its left edge."),
        Key::may("radius", LENGTH, "2mm", "The radius of its corners."),
        Key::may(
            "align",
            Value::Choice(&ALIGN_WORDS),
            "middle",
            "Where its content stands if there is room.",
        ),
        Key::may("when", WHEN, "emergency", "A condition: the frame is left out where it does not hold."),
        Key::may("frames", Value::ListOf(&FRAME, &PART), "", "Takes further frames."),
        Key::may("text", Value::List(&TEXT_LINE, 1, 100), "", "Takes lines of words."),
        Key::may("sections", Value::Keys(&SECTION_FLOW), "", "Takes sections."),
        Key::may("contacts", Value::Keys(&CONTACT_FLOW), "", "Takes contacts."),
        Key::may("dial", Value::Keys(&DIAL), "", "Takes the ring of seven."),
        Key::may("bar", Value::Keys(&BAR), "", "Takes the bar of seven."),
        Key::may(
            "logo",
            Value::Logo,
            "true",
            "Takes the logo of the board: true, or on and the colour of a plate.",
        ),
        Key::may("card_back", Value::Keys(&SECTION_FLOW), "", "Takes the text of the back of the card."),
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
        Key::may("hang", Value::Decimal, "2.45", "How far the text hangs in beside the mark, in text sizes."),
        Key::may("rule", EDGE, "primary 0.35mm", "A rule above each section."),
        Key::may("gap", Value::Ends, "0.8 to 2.2", "Space between sections, as a multiple of the text size."),
        Key::may("paragraph_gap", Value::Ends, "0.4 to 0.6", "Space between paragraphs, in text sizes."),
        Key::may("list_gap", Value::Ends, "0.25 to 0.36", "Space above a list, in text sizes."),
        Key::may("item_gap", Value::Ends, "0.1 to 0.25", "Space between items, in text sizes."),
        Key::may("characters", CHARACTERS, "38 to 76", "Fewest and most characters of a line."),
        Key::may("bullet", Value::Swatch, "accent", "The colour of bullets."),
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

pub(in crate::read) static BAR: Mapping = Mapping::of(
    "a bar",
    "The bar of seven.",
    &[
        Key::may("gap", LENGTH, "1.5mm", "The space between two pieces."),
        Key::may(
            "lit",
            Value::Choice(&LIT_WORDS),
            "all",
            "All pieces are lit, or as many as the page's number.",
        ),
        Key::may("color", Value::Swatch, "primary", "The colour of pieces."),
        Key::may("last", Value::Swatch, "emergency", "The colour of the last."),
        Key::may("unlit", Value::Swatch, "rule", "The colour of those that are not lit."),
    ],
);

pub(in crate::read) static DIAL: Mapping = Mapping::of(
    "a dial",
    "The ring of seven.",
    &[
        Key::must("diameter", RANGE, "54mm", "Its diameter."),
        Key::may(
            "lit",
            Value::Choice(&LIT_WORDS),
            "number",
            "All pieces are lit, or as many as the page's number.",
        ),
        Key::may("color", Value::Swatch, "accent", "The colour of lit pieces."),
        Key::may("unlit", Value::Swatch, "unlit", "The colour of the others."),
        Key::may("numbers", Value::Flag, "true", "Whether the pieces carry their numbers."),
        Key::may("center", Value::List(&TEXT_LINE, 1, 10), "", "Lines in the middle."),
    ],
);
