//! Words of the command line: takes one that a person typed, gives the choice, length, day or number it stands for.

use briefpress::batch::Shard;
use briefpress::geom::Pt;
use briefpress::model::Date;
use briefpress::pipeline::{DocumentKind, Twin};
use briefpress::target::{Exchange, Press, Target};
use clap::ValueEnum;

/// The headings of the help, under which options stand.
pub(super) const DOCUMENTS: &str = "Documents";
pub(super) const LOOKS: &str = "Layouts and fonts";
pub(super) const SHEETS: &str = "Sheets of paper";
pub(super) const FILES: &str = "Files";
pub(super) const RUN: &str = "The run";
pub(super) const MESSAGES: &str = "Messages";

/// Whether an option of `build` decides what is made, or where, and not how the run goes or what it says.
pub(crate) fn decides(arg: &clap::Arg) -> bool {
    let heading = arg.get_help_heading();
    heading.is_some_and(|heading| [DOCUMENTS, LOOKS, SHEETS, FILES].contains(&heading))
        || matches!(arg.get_id().as_str(), "boards" | "out")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaKind {
    /// A briefing
    Briefing,
    /// A board's own file
    Board,
    /// A layout
    Layout,
    /// A sheet, on which finished pages stand
    Sheet,
    /// A project file, `briefpress.yaml`
    Project,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Document {
    /// One A4 page to pin up
    Poster,
    /// Seven slides
    Handout,
    /// A wallet card, front and back
    Card,
    /// Two sides of A4 to hand out, with lines for notes or room for 1,000 words; made only where it is named
    Leaflet,
    /// A4 pages in large print, as many as are needed; made only where it is named
    LargePrint,
    /// All of it on one A4 page to hand out; made only where it is named
    #[value(name = "8-up")]
    EightUp,
    /// A web page of the same words, in one file without scripts
    Web,
    /// The same words as plain text
    Text,
}

impl Document {
    /// The document in pages that it asks for.
    pub(crate) const fn pages(self) -> Option<DocumentKind> {
        match self {
            Document::Poster => Some(DocumentKind::Poster),
            Document::Handout => Some(DocumentKind::Handout),
            Document::Card => Some(DocumentKind::Card),
            Document::Leaflet => Some(DocumentKind::Leaflet),
            Document::LargePrint => Some(DocumentKind::LargePrint),
            Document::EightUp => Some(DocumentKind::EightUp),
            Document::Web | Document::Text => None,
        }
    }

    /// The form without pages that it asks for.
    pub(crate) const fn twin(self) -> Option<Twin> {
        match self {
            Document::Web => Some(Twin::Web),
            Document::Text => Some(Twin::Text),
            Document::Poster
            | Document::Handout
            | Document::Card
            | Document::Leaflet
            | Document::LargePrint
            | Document::EightUp => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TargetKind {
    /// For screens and screen readers, and for an office printer
    Screen,
    /// For a print shop: CMYK, with bleed
    Print,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Standard {
    /// PDF/UA-1 and PDF/A-2a, which every reader knows: for the screen, unless you say otherwise
    Ua1,
    /// PDF 2.0 with PDF/UA-2, Well-Tagged PDF 1.0 and PDF/A-4; files are named poster.ua2.pdf
    Ua2,
    /// PDF/X-4, which today's print shops ask for: for print, unless you say otherwise
    X4,
    /// PDF/X-1a:2003, flat PDF 1.4 for print shops and presses that ask for it; files are named poster.x1a.print.pdf
    X1a,
}

impl Standard {
    /// Whether it is about files for the screen, or for print.
    pub(crate) const fn kind(self) -> TargetKind {
        match self {
            Standard::Ua1 | Standard::Ua2 => TargetKind::Screen,
            Standard::X4 | Standard::X1a => TargetKind::Print,
        }
    }

    /// The file that it asks for.
    pub(crate) const fn target(self, bleed: Pt, marks: bool) -> Target {
        match self {
            Standard::Ua1 => Target::Screen,
            Standard::Ua2 => Target::ScreenUa2,
            Standard::X4 => Target::Print(Press { exchange: Exchange::X4, bleed, marks }),
            Standard::X1a => Target::Print(Press { exchange: Exchange::X1a, bleed, marks }),
        }
    }
}

impl TargetKind {
    /// The standard of its files where none is named.
    pub(crate) const fn usual(self) -> Standard {
        match self {
            TargetKind::Screen => Standard::Ua1,
            TargetKind::Print => Standard::X4,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: each with the line it is about
    Text,
    /// One message a line, easy to listen to and to search
    Plain,
    /// For programs: an array with an object for each message. It has severity (error, warning or note), code,
    /// message, file, line, column, end_line, end_column (counted from 1; null where it is about a whole file)
    /// and hints, a list of what to do; and fix, a list of texts to type in place of what stands at their file, line
    /// and column, empty where only a person can tell
    Json,
    /// For code-scanning services
    Sarif,
    /// For GitHub Actions, as notes on a pull request
    Github,
    /// For GitLab, as a report of its Code Quality widget
    Gitlab,
    /// For services that show tests; an error is a test that failed
    Junit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Even in a pipe
    Always,
    /// Never
    Never,
}

pub(super) fn bleed(text: &str) -> Result<Pt, String> {
    let number = text.trim().strip_suffix("mm").unwrap_or_default().trim_end();
    match number.parse::<f32>() {
        Ok(millimetres) if (0.0..=10.0).contains(&millimetres) => Ok(Pt::mm(millimetres)),
        _ => Err("give millimetres from 0mm to 10mm, such as 3mm".to_owned()),
    }
}

/// Dots to the inch: fewer show no letter, and more are seen by nobody.
pub(super) fn dots(text: &str) -> Result<u16, String> {
    match text.parse() {
        Ok(number @ 30..=600) => Ok(number),
        _ => Err("give dots to the inch from 30 to 600, such as 150".to_owned()),
    }
}

pub(super) fn day(text: &str) -> Result<Date, String> {
    Date::from_iso(text).ok_or_else(|| "give year, month and day, such as 2027-03-01".to_owned())
}

pub(super) fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number @ 1..=1024) => Ok(number),
        _ => Err("give a number from 1 to 1024".to_owned()),
    }
}

pub(super) fn shard(text: &str) -> Result<Shard, String> {
    let numbers = text.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
    match numbers {
        Some((index, of)) if (1..=of).contains(&index) => Ok(Shard { index, of }),
        _ => Err("give which part of how many, such as 3/8".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_one_of_a_number() {
        assert_eq!(shard("3/8"), Ok(Shard { index: 3, of: 8 }));
        for wrong in ["0/8", "9/8", "3", "3/", "/8", "a/b", "1/0"] {
            assert!(shard(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn dots_are_as_many_as_a_screen_or_a_press_can_show() {
        assert_eq!((dots("30"), dots("150"), dots("600")), (Ok(30), Ok(150), Ok(600)));
        for wrong in ["29", "601", "-150", "150dpi", "NaN", ""] {
            assert!(dots(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn bleed_is_a_length_in_millimetres() {
        assert_eq!(bleed("3mm"), Ok(Pt::mm(3.0)));
        for wrong in ["3", "3cm", "-1mm", "11mm", "NaNmm", "mm", ""] {
            assert!(bleed(wrong).is_err(), "{wrong}");
        }
    }
}
