//! Options that verbs share: takes the words of a command line, gives what is looked at and which pages are meant.

use std::path::PathBuf;

use briefpress::date::Date;
use briefpress::pipeline::{DocumentKind, LOOKS as LOOK_NAMES, SHEET_NAMES};
use briefpress::shell::Command;
use clap::{ArgGroup, Args};

use super::choice::{choice, name};
use super::words::{DOCUMENTS, LOOKS, MESSAGES, SHEETS, day};
use super::{CardSize, Document, Format, PosterPaper};

/// What every verb about briefings is told.
#[derive(Debug, Args)]
pub(crate) struct WhatArgs {
    /// Briefings, or folders of briefings
    #[arg(value_name = "FILES|FOLDERS", default_value = "content")]
    pub paths: Vec<PathBuf>,
    /// Take each briefing once for every board file in this folder
    #[arg(long, value_name = "DIR")]
    pub boards: Option<PathBuf>,
    /// Draw all pages in another look, whatever the briefing says
    #[arg(long, value_name = "NAME", value_parser = name(&LOOK_NAMES), help_heading = LOOKS)]
    pub look: Option<String>,
    /// Use another layout: the name of one that comes with briefpress, or a file
    #[arg(long, value_name = "NAME|FILE", help_heading = LOOKS)]
    pub layout: Vec<String>,
    /// Use the layouts in this folder instead of those that come with briefpress
    #[arg(long, value_name = "DIR", help_heading = LOOKS)]
    pub layouts: Option<PathBuf>,
    /// Use the fonts in this folder (.ttf, .otf, .ttc), and for what they lack those that come with briefpress
    #[arg(long, value_name = "DIR", help_heading = LOOKS)]
    pub fonts: Option<PathBuf>,
    /// Judge dates as on this day instead of today, such as 2027-03-01
    #[arg(long, value_name = "DAY", value_parser = day, help_heading = MESSAGES)]
    pub today: Option<Date>,
    /// Fail on warnings as well as on errors
    #[arg(long, help_heading = MESSAGES)]
    pub strict: bool,
    /// How to show messages
    #[arg(long, value_name = "FORM", value_parser = choice::<Format>(), default_value = "text", help_heading = MESSAGES)]
    pub format: Format,
    /// The command as it was typed, for advice.
    #[arg(skip)]
    pub typed: Command,
}

/// Which pages are made, or looked at: whether a text fits depends on them.
#[derive(Debug, Default, Args)]
#[command(group = ArgGroup::new("sheets").multiple(true).args(["sheet", "handout"]))]
pub(crate) struct PageArgs {
    /// Only these documents, such as poster,card
    #[arg(long, value_name = "DOCUMENTS", value_delimiter = ',', value_parser = choice::<Document>(), help_heading = DOCUMENTS)]
    pub only: Vec<Document>,
    /// The paper of the poster; everything is fitted anew
    #[arg(long, value_name = "PAPER", value_parser = choice::<PosterPaper>(), help_heading = DOCUMENTS)]
    pub paper: Option<PosterPaper>,
    /// The size of the card in millimetres; a sheet that is cut already decides for its own cards
    #[arg(long, value_name = "SIZE", value_parser = choice::<CardSize>(), help_heading = DOCUMENTS)]
    pub card_size: Option<CardSize>,
    #[arg(long, value_name = "NAME|FILE", value_delimiter = ',', help_heading = SHEETS, help = cards_on_sheets())]
    pub sheet: Vec<String>,
    #[arg(long, value_name = "NAME|FILE", value_delimiter = ',', help_heading = SHEETS, help = slides_on_sheets())]
    pub handout: Vec<String>,
}

/// The names of the sheets for a document: `layouts/sheets` has them.
pub(crate) fn sheets_for(document: DocumentKind) -> &'static str {
    SHEET_NAMES.iter().find(|(name, _)| *name == document.as_str()).map_or("", |(_, names)| names)
}

fn cards_on_sheets() -> String {
    format!("Also arrange cards on sheets: {}", sheets_for(DocumentKind::Card))
}

fn slides_on_sheets() -> String {
    let (names, anew) = (sheets_for(DocumentKind::Handout), DocumentKind::EightUp.as_str());
    format!("Also arrange the slides on paper: {names}; or set all anew for one page: {anew}")
}
