//! The words of layouts and sheets: each list says what its words stand for, for the reader and for the schema.

use crate::geom::Turn;
use crate::layout::{
    Align, ContactForm, Dress, Flip, Mark, NoteSide, Order, Sizing, Strand, TextRole, VerticalAlign, Which,
};

/// What a line of words is to a reader.
pub(in crate::read) const ROLES: [(&str, TextRole); 4] =
    [("h1", TextRole::H1), ("h2", TextRole::H2), ("p", TextRole::P), ("furniture", TextRole::Furniture)];

/// Which contacts a frame takes.
pub(in crate::read) const WHICH: [(&str, Which); 6] = [
    ("all", Which::All),
    ("emergency", Which::Emergency),
    ("not emergency", Which::NotEmergency),
    ("not codes", Which::NotCodes),
    ("others", Which::Others),
    ("qr", Which::Qr),
];

/// How contacts are drawn.
pub(in crate::read) const FORMS: [(&str, ContactForm); 6] = [
    ("tiles", ContactForm::Tiles),
    ("alarm", ContactForm::Alarm),
    ("lines", ContactForm::Lines),
    ("grid", ContactForm::Grid),
    ("codes", ContactForm::Codes),
    ("blocks", ContactForm::Blocks),
];

/// What runs from page to page.
pub(in crate::read) const STRANDS: [(&str, Strand); 2] =
    [("sections", Strand::Sections), ("contacts", Strand::Contacts)];

/// What marks a section.
pub(in crate::read) const MARKS: [(&str, Mark); 5] = [
    ("disc", Mark::Disc),
    ("ring", Mark::Ring),
    ("dial", Mark::Dial),
    ("numeral", Mark::Numeral),
    ("words", Mark::Words),
];

/// How tiles are dressed.
pub(in crate::read) const DRESSES: [(&str, Dress); 5] = [
    ("area", Dress::Area),
    ("bar", Dress::Bar),
    ("frame", Dress::Frame),
    ("rule", Dress::Rule),
    ("lines", Dress::Lines),
];

/// Which pieces of a dial are lit: all of them, or not.
pub(in crate::read) const DIAL_LIT: [(&str, bool); 2] = [("all", true), ("number", false)];

/// Where content stands in a frame that is taller.
pub(in crate::read) const ALIGNS: [(&str, VerticalAlign); 4] = [
    ("top", VerticalAlign::Top),
    ("middle", VerticalAlign::Middle),
    ("bottom", VerticalAlign::Bottom),
    ("spread", VerticalAlign::Spread),
];

/// Where lines stand.
pub(in crate::read) const LINE_ALIGNS: [(&str, Align); 3] =
    [("left", Align::Left), ("center", Align::Center), ("right", Align::Right)];

/// How the body size of a page goes with that of others.
pub(in crate::read) const SIZINGS: [(&str, Sizing); 4] = [
    ("own", Sizing::Own),
    ("shared", Sizing::Shared),
    ("up to shared", Sizing::UpToShared),
    ("near", Sizing::Near),
];

/// How pages are turned on a sheet.
pub(in crate::read) const TURNS: [(&str, Turn); 4] =
    [("none", Turn::None), ("right", Turn::Right), ("over", Turn::Half), ("left", Turn::Left)];

/// Which pages come into which cells of a sheet.
pub(in crate::read) const ORDERS: [(&str, Order); 3] =
    [("copies", Order::Copies), ("reading", Order::Reading), ("booklet", Order::Saddle)];

/// How paper is turned over.
pub(in crate::read) const FLIPS: [(&str, Flip); 2] =
    [("long-edge", Flip::LongEdge), ("short-edge", Flip::ShortEdge)];

/// Where lines to write on stand.
pub(in crate::read) const SIDES: [(&str, NoteSide); 2] =
    [("right", NoteSide::Right), ("below", NoteSide::Below)];
