//! The keys of a layout.

use super::super::layout::{ALIGNS, LINE_ALIGNS, SIZINGS};
use super::content::{BAR, CONTACT_FLOW, DIAL, SECTION_FLOW, TEXT_LINE, THREAD};
use super::pattern::{DOCK, EDGE, INSETS, LENGTH, PAGE_SIZE, PERCENTS, RANGE, SIZE, SPEND, WHEN};
use super::shape::{Key, Keys, Mapping, Rule, Value, words};
use crate::layout::{DocumentKind, MAX_COLUMNS, Token};

pub(super) const DOCUMENT_WORDS: [&str; DocumentKind::ALL.len()] = DocumentKind::NAMES;
const ALIGN_WORDS: [&str; ALIGNS.len()] = words(&ALIGNS);
const TOKEN_WORDS: [&str; Token::COUNT] = words(&Token::NAMES);
const LINE_ALIGN_WORDS: [&str; LINE_ALIGNS.len()] = words(&LINE_ALIGNS);
const SIZING_WORDS: [&str; SIZINGS.len()] = words(&SIZINGS);

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
        Key::may(
            "pages",
            Value::WordOrList("as-needed", &PAGE, 1, 20),
            "",
            "The pages, in order; as-needed where one kind of page, described by `page`, is made as often as the text needs.",
        ),
        Key::may("page", Value::Keys(&PAGE), "", "The page that is made as often as the text needs."),
        Key::may(
            "forms",
            Value::List(&FORM, 1, 20),
            "",
            "In place of `pages`, the forms of a document whose text runs from page to page: the first in which text is large enough is taken.",
        ),
    ],
)
.ruled(Rule::Unless("like", &["document", "size", "body", "styles"]));

pub(in crate::read) static STYLE: Mapping = Mapping::of(
    "a style",
    "How a text looks.",
    &[
        // A layout that is like another says only what is its own, so an editor cannot ask for it; the reader does.
        Key::may(
            "size",
            SIZE,
            "14pt",
            "A size, a range of sizes, or a multiple of the running text within a range. Without it, it is that of the style of the same name in what the layout is like.",
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

pub(in crate::read) static FORM: Mapping = Mapping::of(
    "a form",
    "One way to set all pages of a document.",
    &[
        Key::must("name", Value::Line, "with lines for notes", "Its name, for messages."),
        Key::may("least", LENGTH, "13pt", "Text is no smaller in it: what would be is set in the next form."),
        Key::must("pages", Value::List(&PAGE, 1, 20), "", "The pages, in order."),
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
            "Whether its text has a size of its own, one with all pages made like this, one up to theirs, or one near that of the others.",
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
        Key::may(
            "cost",
            Value::Decimal(1000),
            "6",
            "What choosing it costs, in tenths of a point of text size.",
        ),
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
            "grows",
            Value::Choice(&TOKEN_WORDS),
            "dial",
            "What its lengths with two ends grow with; air unless you say.",
        ),
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
        Key::may(
            "thread",
            Value::Keys(&THREAD),
            "",
            "Takes the text that runs from page to page: what has no room here goes on in the same frame of the next page.",
        ),
    ],
);
