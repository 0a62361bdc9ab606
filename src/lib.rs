//! briefpress turns one YAML file into a poster, a handout and a wallet card.
//!
//! Three inert nouns, a few verbs, one conductor. The content ([`model`]), the layout file ([`layout`]) and the
//! page description ([`page`]) are plain data that do not know each other. Reading, checking, typesetting,
//! imposing and writing are verbs. [`pipeline`] conducts one job, [`batch`] many.
//!
//! ```text
//! bytes → Source → read → Briefing, Layout → check → typeset (fit, place) → Document
//!       → check::document → impose → pdf::Writer(&Document, &Target) → bytes → file
//! ```
//!
//! # Floors
//!
//! Imports go down only; `tests/floors.rs` reads this table and holds that, no circle of files, and each outside
//! crate to its one door.
//!
//! | floor | rooms | must never know |
//! |---|---|---|
//! | 8 | the program: `main.rs`, `cli/` | geometry |
//! | 7 | [`batch`]: many jobs, disk and clock | the command line |
//! |   | [`fix`]: a briefing → the same with its cures applied | the disk |
//! | 6 | [`pipeline`]: the steps of one job | the disk |
//! |   | [`explain`]: what each message means | terminals |
//! |   | [`starter`]: the first page of a new briefing | the clock |
//! | 5 | [`typeset`]: briefing + layout → pages | which file is asked for, PDF |
//! |   | [`impose`]: pages → sheets | content, PDF |
//! |   | [`pdf`]: pages → bytes | what a briefing is |
//! |   | [`twin`]: briefing → web page, plain text | positions, PDF |
//! |   | [`preview`]: a page → SVG, PNG | what a briefing is, PDF, terminals |
//! | 4 | [`read`]: YAML → model, layout, messages | positions |
//! |   | [`check`]: rules about words and finished pages | YAML, PDF |
//! |   | [`compare`]: two briefings → what only one of them says | languages, YAML |
//! |   | [`text`]: paragraph → shaped text → lines | frames |
//! |   | [`edit`]: YAML text + changes by place → YAML text, comments and order kept | positions, disk |
//! |   | [`import`]: office file + answers → draft of a briefing, questions, left over | YAML syntax, disk |
//! | 3 | [`model`]: what we say | YAML, positions |
//! |   | [`layout`]: declared pages and frames | sentences |
//! |   | [`page`]: finished pages and their tag tree | who made it, who reads it |
//! |   | [`target`]: which file is asked for | how it is made |
//! |   | [`tagged`]: a PDF's bytes → its tags and words, what a screen reader says | who made it, briefings |
//! | 2 | [`style`]: themes, resolved styles | frames, content |
//! |   | [`image`]: a picture's bytes → pixels, size | placement |
//! | 1 | [`font`], [`icc`], [`diag`] | system fonts; PDF; terminals |
//! |   | [`language`]: the words that are not the writer's | what is said with them |
//! | 0 | [`geom`], [`color`], [`source`] | PDF's y-up; themes; YAML |
//! |   | [`address`]: numbers, hosts, links | briefings, messages |
//! |   | [`date`]: days | the clock |
//! |   | [`english`]: counts and words → as sentences of messages say them | other languages |
//! |   | [`markup`]: words → the same in XML and HTML | tags |
//! |   | [`bullet`]: a line → the sign that was typed before it to make it an item | Markdown |
//! |   | [`scalar`]: words → a value that YAML reads back as these words | briefings |
//! |   | [`shell`]: words and options of a command → the same as a shell takes them | files |
//!
//! # Three properties that remove code
//!
//! - Typesetting never learns the target. Pages always carry their bleed art and both colour values; the writer
//!   takes what it needs. One page description, a web PDF and a press PDF.
//! - No untagged item can exist: a page item carries [`page::Tag::Content`] or [`page::Tag::Artifact`].
//! - Everything in [`page`] is resolved: ids, points and colours only.
//!
//! # Where this house differs from the first plan
//!
//! - `layouts/` may give a page frames for a roomy and for a tight text ([`layout::When`]); fitting tries them in
//!   that order, so that twelve points fit where boards add contacts and a logo.
//! - Lines are broken by our own sum over shaped words ([`text`]), not by parley's layout: `parley` keeps break
//!   places to itself, and copyfit asks for the number of lines some thousand times a page.

#![allow(clippy::module_name_repetitions, reason = "a room's main noun carries its name")]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make the files that they need"))]

pub mod address;
pub mod batch;
mod bullet;
pub mod check;
pub mod color;
pub mod compare;
pub mod date;
pub mod diag;
pub mod edit;
pub mod english;
pub mod explain;
pub mod fix;
pub mod font;
pub mod geom;
pub mod icc;
pub mod image;
pub mod import;
pub mod impose;
pub mod language;
pub mod layout;
pub mod markup;
pub mod model;
pub mod page;
pub mod pdf;
pub mod pipeline;
pub mod preview;
pub mod read;
pub mod scalar;
pub mod shell;
pub mod source;
pub mod starter;
pub mod style;
pub mod tagged;
pub mod target;
pub mod text;
pub mod twin;
pub mod typeset;
