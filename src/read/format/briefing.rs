//! The keys of a briefing and of a board's own file.

use super::shape::{Key, Keys, Mapping, Rule, Value};
use crate::layout::LOOKS;
use crate::model::SECTIONS;

/// How many contacts a file may hold; the longest real list has eleven.
pub(in crate::read) const MAX_CONTACTS: usize = 60;

const LANGUAGE_TAG: Value = Value::Pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$");
const WEB: Value = Value::Pattern(r"^([Hh][Tt][Tt][Pp][Ss]?://)?[^\s/:@,]+\.[^\s]+$");
const EMAIL: Value = Value::Pattern(r"^[^\s@,]+@[^\s@,]+\.[^\s@,]+$");
const PICTURE: Value = Value::Pattern(
    r"^(?!.*[\\:])(?!/)(?!(.*/)?\.{0,2}/).+\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Jj][Ff][Ii][Ff])$",
);

/// A colour in one value.
const COLOUR_VALUE: &str =
    r"^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|cmyk\(( *[0-9]{1,3} *%? *,){3} *[0-9]{1,3} *%? *\))$";

/// A whole briefing.
pub static BRIEFING: Mapping = Mapping::of(
    "a briefing",
    "A seven-minute briefing: one file becomes a poster, seven slides and a wallet card.",
    &[
        Key::must("title", Value::Line, "Sexting", "What the briefing is about, in a few words."),
        LANGUAGE,
        LABEL,
        SECTION_LABEL,
        LOOK,
        WORDS_KEY,
        Key::may(
            "required-version",
            Value::Line,
            "\"0.1\"",
            "Which version of this program the briefing was written for; another refuses it.",
        ),
        Key::may(
            "version",
            Value::Line,
            "\"1.0\"",
            "Which version this is; shown at the foot of the poster.",
        ),
        Key::may("issued", Value::Date, "2017-03-01", "The day it was issued, as year-month-day."),
        Key::may(
            "review_by",
            Value::Date,
            "2027-03-01",
            "The day by which it is to be looked at again. Once it has gone by, there is a warning.",
        ),
        Key::may("web", WEB, "https://www.nspcc.org.uk/sexting", "The address of the same text on the web."),
        Key { needed: true, ..BOARD_KEY },
        Key::must(
            "sections",
            Value::List(&SECTION, SECTIONS, SECTIONS),
            "",
            "Exactly seven sections, in the order in which they are read. Headings may repeat.",
        ),
        Key::may(
            "contacts",
            Value::List(&CONTACT, 0, MAX_CONTACTS),
            "",
            "Whom to call, in order of importance. The first ones stand on the front of the card.",
        ),
        Key::may(
            "card",
            Value::Keys(&CARD),
            "",
            "The titles of the wallet card, and what stands on its back.",
        ),
        THEME_KEY,
        Key::may("checks", Value::Keys(&CHECKS), "", "How much rules weigh in this briefing."),
    ],
);

/// A board's own file, laid over a briefing.
pub static BOARD_FILE: Mapping = Mapping::of(
    "a board file",
    "What is local to one board. It is laid over a briefing; everything else comes from the briefing.",
    &[
        BOARD_KEY,
        Key::may(
            "contacts",
            Value::List(&LOCAL_CONTACT, 0, MAX_CONTACTS),
            "",
            "Contacts of this board. One with the name of a contact of the briefing changes that one; others are added.",
        ),
        THEME_KEY,
        LANGUAGE,
        LABEL,
        SECTION_LABEL,
        LOOK,
        WORDS_KEY,
    ],
);

const BOARD_KEY: Key = Key::may("board", Value::Keys(&BOARD), "", "Who issues the briefing.");
const THEME_KEY: Key = Key::may("theme", Value::Keys(&THEME), "", "Colours in place of the usual ones.");
const LANGUAGE: Key = Key::may(
    "language",
    LANGUAGE_TAG,
    "en-GB",
    "The language of the whole, as a short tag: en-GB for English (the usual one), cy for Welsh.",
);
const LABEL: Key = Key::may("label", Value::Line, "Seven-minute briefing", "The line above the title.");
const SECTION_LABEL: Key = Key::may(
    "section_label",
    Value::Line,
    "Minute",
    "The word before the number on slides: \"Minute 1 of 7\".",
);

const LOOK: Key = Key::may("look", Value::Choice(&LOOKS), LOOKS[0], "How the pages look.");

const WORDS_KEY: Key = Key::may(
    "words",
    Value::Keys(&WORDS),
    "",
    "Words that the program prints itself, in place of those that it has for the language.",
);

/// Who issues a briefing.
pub(in crate::read) static BOARD: Mapping = Mapping::of(
    "`board`",
    "The board that issues the briefing.",
    &[
        Key::must("name", Value::Line, "Example Safeguarding Children Board", "Its full name."),
        Key::may("short_name", Value::Line, "ESCB", "Its short name."),
        Key::may("logo", Value::Keys(&LOGO), "", "Its logo."),
    ],
);

pub(in crate::read) static LOGO: Mapping = Mapping::of(
    "`logo`",
    "A picture that lies beside this file.",
    &[
        Key::must("file", PICTURE, "logo.png", "The name of a PNG or JPEG file beside this one."),
        Key::must(
            "alt",
            Value::Line,
            "what the picture shows",
            "What a screen reader says in place of the logo: the name of the board.",
        ),
    ],
);

pub(in crate::read) static SECTION: Mapping = Mapping::of(
    "a section",
    "One of the seven sections.",
    &[
        Key::must("heading", Value::Line, "Background", "Its heading; headings may repeat."),
        Key::must(
            "body",
            Value::Body,
            "Some children go missing from home.",
            "Its text: paragraphs, lists that begin with \"- \" or \"1. \", **strong words** and [links](https://www.nspcc.org.uk).",
        ),
    ],
);

const CONTACT_KEYS: &[Key] = &[
    Key::must("name", Value::Line, "NSPCC Helpline", "Who it is."),
    Key::may("purpose", Value::Line, "Worried about a child", "What to contact them for."),
    Key::may(
        "phone",
        Value::Phone,
        "\"0808 800 5000\"",
        "The telephone number as people read it aloud, in quotation marks, so that a leading 0 is kept.",
    ),
    Key::may(
        "text",
        Value::Phone,
        "\"85258\"",
        "A number that takes text messages; its link opens a message, never a call.",
    ),
    Key::may(
        "relay",
        Value::Phone,
        "18001 0808 800 5000",
        "The number by Relay UK, for people who are deaf or cannot speak: 18001 and the number.",
    ),
    Key::may("textphone", Value::Phone, "0808 800 5001", "The number of a textphone."),
    Key::may(
        "bsl",
        WEB,
        "https://www.nspcc.org.uk/bsl",
        "A video in British Sign Language, or a service that interprets.",
    ),
    Key::may("email", EMAIL, "help@nspcc.org.uk", "The e-mail address."),
    Key::may("url", WEB, "www.nspcc.org.uk", "The web address."),
    Key::may("hours", Value::Line, "Monday to Friday, 9am to 5pm", "When they answer."),
    Key::may(
        "verified",
        Value::Date,
        "2026-11-01",
        "The day when someone last called it or opened it. After twelve months there is a warning.",
    ),
    Key::may(
        "emergency",
        Value::Flag,
        "true",
        "Whether it is the one for immediate danger, drawn as the red tile. At most one is.",
    ),
    Key::may("qr", Value::Flag, "true", "Whether a QR code of the web address is drawn."),
];

pub(in crate::read) static CONTACT: Mapping = Mapping {
    rule: Some(Rule::Needs("qr", "url")),
    ..Mapping::of("a contact", "Someone to call or to write to.", CONTACT_KEYS)
};

/// In a board file, where what is not said comes from the briefing.
static LOCAL_CONTACT: Mapping =
    Mapping::of("a local contact", "Someone to call or to write to; its name says which.", CONTACT_KEYS);

pub(in crate::read) static CARD: Mapping = Mapping::of(
    "`card`",
    "The wallet card.",
    &[
        Key::may("front", Value::Keys(&CARD_FRONT), "", "The front, which shows the contacts."),
        Key::may("back", Value::Keys(&CARD_BACK), "", "The back, which says what to do."),
    ],
);

const CARD_TITLE: Key =
    Key::may("title", Value::Line, "Worried about a child?", "The title of this side of the card.");

pub(in crate::read) static CARD_FRONT: Mapping =
    Mapping::of("`front`", "The front of the card.", &[CARD_TITLE]);

pub(in crate::read) static CARD_BACK: Mapping = Mapping {
    rule: Some(Rule::NotBoth("section", "body")),
    ..Mapping::of(
        "`back`",
        "The back of the card: the list of a section, or a text of its own.",
        &[
            CARD_TITLE,
            Key::may("section", Value::Whole(1, 7), "6", "The number of the section whose list stands here."),
            Key::may("body", Value::Body, "Stay calm. Listen.", "A text of its own, in place of a section."),
        ],
    )
};

pub(in crate::read) static THEME: Mapping = Mapping {
    what: "`theme`",
    about: "Colours by what they are for. Those that belong to a given one follow it.",
    keys: Keys::Colours(Value::Either(COLOUR_VALUE, &COLOUR)),
    rule: None,
};

pub(in crate::read) static COLOUR: Mapping = Mapping::of(
    "a colour",
    "A colour for screens and the same for a press.",
    &[
        Key::must(
            "screen",
            Value::Pattern("^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"),
            "\"#0f4c5c\"",
            "The colour on screens, in quotation marks.",
        ),
        Key::must(
            "print",
            Value::Pattern(r"^cmyk\(( *[0-9]{1,3} *%? *,){3} *[0-9]{1,3} *%? *\)$"),
            "cmyk(90, 45, 40, 35)",
            "The four inks of a press, in percent.",
        ),
    ],
);

pub(in crate::read) static WORDS: Mapping = Mapping {
    what: "`words`",
    about: "Words that the program prints itself. What stands in braces in the English ones has to stand in yours too.",
    keys: Keys::Words,
    rule: None,
};

pub(in crate::read) static CHECKS: Mapping = Mapping {
    what: "`checks`",
    about: "Rules by their codes, each with off, note, warning or error. `briefpress explain` lists them.",
    keys: Keys::Rules,
    rule: None,
};
