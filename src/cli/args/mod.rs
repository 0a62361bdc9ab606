//! The command line: takes the words a person typed, gives what they asked for.

mod choice;
mod compare;
mod fix;
mod gallery;
mod import;
mod listen;
mod new;
mod report;
mod shared;
mod sheets;
mod words;

pub(crate) use choice::{is_same, meant};
pub(crate) use compare::CompareArgs;
pub(crate) use fix::FixArgs;
pub(crate) use gallery::GalleryArgs;
pub(crate) use import::{ExportArgs, ImportArgs};
pub(crate) use listen::ListenArgs;
pub(crate) use new::NewArgs;
pub(crate) use report::{MergeArgs, ReportVerb, SummaryArgs};
pub(crate) use shared::{PageArgs, WhatArgs, sheets_for};
pub(crate) use sheets::{CardSize, FlipKind, PosterPaper, SheetArgs, SheetPaper};
pub(crate) use words::{ColorWhen, Document, Format, SchemaKind, Standard, TargetKind, decides};

use std::path::PathBuf;

use briefpress::batch::Shard;
use briefpress::geom::Pt;
use clap::{Args, Parser, Subcommand};

use choice::choice;
use compare::COMPARE_EXAMPLES;
use fix::FIX_EXAMPLES;
use gallery::GALLERY_EXAMPLES;
use import::{EXPORT_EXAMPLES, IMPORT_EXAMPLES};
use listen::LISTEN_EXAMPLES;
use new::NEW_EXAMPLES;
use words::{DOCUMENTS, FILES, RUN, bleed, dots, jobs, shard};

/// Turn one YAML file into a poster, a seven-slide handout and a wallet card.
#[derive(Debug, Parser)]
#[command(name = "briefpress", version = VERSION, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub verb: Verb,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", value_parser = choice::<ColorWhen>(), default_value = "auto")]
    pub color: ColorWhen,
}

/// The version, the commit it was made of, and a fingerprint of all that has an influence on PDFs.
const VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    " (commit ",
    env!("BRIEFPRESS_COMMIT"),
    ", sources ",
    env!("BRIEFPRESS_SOURCES"),
    ")"
);

const EXAMPLES: &str = "\
Examples:
  briefpress new \"Private fostering\"          write a first briefing to edit
  briefpress build                            build every briefing in content/
  briefpress build content/my-briefing.yaml   build one
  briefpress check content/                   look for mistakes, write nothing
  briefpress fix content/my-briefing.yaml     show what can be put right at once
  briefpress explain section-count            what a message means

Exit codes: 0 done, 1 the content needs work, 2 used wrongly or a file cannot be read or written.";

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Make the PDFs
    #[command(after_help = BUILD_EXAMPLES)]
    Build(Box<BuildArgs>),
    /// Look for mistakes in briefings, and write nothing
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Show what can be put right without a person, before and after; with --write, put it right
    #[command(after_help = FIX_EXAMPLES)]
    Fix(FixArgs),
    /// Write one page with a briefing in every look, size and sheet, and the command for each
    #[command(after_help = GALLERY_EXAMPLES)]
    Gallery(GalleryArgs),
    /// Say what one of two briefings has and the other has not: two languages, or two versions
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(CompareArgs),
    /// Say what a screen reader says of a PDF: headings, lists, links, pictures and languages, in reading order
    #[command(after_help = LISTEN_EXAMPLES)]
    Listen(ListenArgs),
    /// Say what is out of date, stale, overdue or left over, and make nothing
    #[command(after_help = STATUS_EXAMPLES)]
    Status(StatusArgs),
    /// Write a first briefing to edit, with today's date and a line for every key
    #[command(after_help = NEW_EXAMPLES)]
    New(NewArgs),
    /// Make briefings of old Word files, and prove that no word was lost
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(ImportArgs),
    /// Write a briefing as a Word document, for colleagues who comment and sign off in Word
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(ExportArgs),
    /// Say what a message means, or what a key, a layout or a sheet is for, with a wrong and a right example
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Write what a kind of file may hold as a JSON Schema, for editors
    #[command(after_help = SCHEMA_EXAMPLES)]
    Schema(SchemaArgs),
    /// Write a script with which a shell completes the words of briefpress
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArgs),
    /// Write the manual page, or that of a verb
    #[command(after_help = MAN_EXAMPLES)]
    Man(ManArgs),
    /// Work with the reports of `build --report`
    #[command(subcommand)]
    Report(ReportVerb),
}

impl Verb {
    /// What a verb about briefings was told.
    pub(crate) fn what_mut(&mut self) -> Option<&mut WhatArgs> {
        match self {
            Verb::Build(args) => Some(&mut args.what),
            Verb::Check(args) => Some(&mut args.what),
            Verb::Status(args) => Some(&mut args.what),
            _ => None,
        }
    }

    /// The folder that files are, or were, written to.
    pub(crate) fn out_mut(&mut self) -> Option<&mut PathBuf> {
        match self {
            Verb::Build(args) => Some(&mut args.out),
            Verb::Status(args) => Some(&mut args.out),
            _ => None,
        }
    }
}

const BUILD_EXAMPLES: &str = "\
Examples:
  briefpress build
  briefpress build content/sexting.yaml --only poster
  briefpress build content/sexting.yaml --layout poster-wheel
  briefpress build content/sexting.yaml --png 150
  briefpress build content/ --target print --bleed 3mm --marks --out print
  briefpress build content/ --target print --standard x1a
  briefpress build content/sexting.yaml --sheet avery-c32011 --handout 3-up-notes
  briefpress build content/ --boards content/boards/ --out dist --report dist/report.json";

const STATUS_EXAMPLES: &str = "\
Examples:
  briefpress status
  briefpress status content/ --boards content/boards/ --out dist
  briefpress status --today 2027-09-01        what will be overdue by then

Exit codes: 0 up to date, 1 something is to be built, put right or deleted (with --strict also what waits for an
editor), 2 used wrongly or a file cannot be read.";

const CHECK_EXAMPLES: &str = "\
Examples:
  briefpress check
  briefpress check content/ --strict
  briefpress check content/sexting.yaml --why
  briefpress check content/ --format github";

const SCHEMA_EXAMPLES: &str = "\
Examples:
  briefpress schema > content/briefing.schema.json
  briefpress schema board > content/board.schema.json
  briefpress schema layout > layouts/layout.schema.json
  briefpress schema sheet > layouts/sheets/sheet.schema.json

An editor that knows YAML then completes keys and underlines mistakes, if the file begins with
  # yaml-language-server: $schema=briefing.schema.json";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  briefpress completions bash > ~/.local/share/bash-completion/completions/briefpress
  briefpress completions zsh > ~/.zfunc/_briefpress
  briefpress completions fish > ~/.config/fish/completions/briefpress.fish
  briefpress completions powershell >> $PROFILE";

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

const MAN_EXAMPLES: &str = "\
Examples:
  briefpress man > ~/.local/share/man/man1/briefpress.1
  briefpress man build > ~/.local/share/man/man1/briefpress-build.1";

#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// A verb; without one, the page is about the whole program
    #[arg(value_name = "VERB")]
    pub verb: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// The kind of file
    #[arg(value_name = "KIND", value_parser = choice::<SchemaKind>(), default_value = "briefing")]
    pub kind: SchemaKind,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  briefpress explain                     list every message, key, layout and sheet
  briefpress explain contact-lost-zero   a message, by the code that stands in brackets
  briefpress explain logo                a key; also board.logo
  briefpress explain poster-wheel        a layout or a sheet";

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Codes of messages, keys, layouts or sheets; without any, all are listed
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub pages: PageArgs,
    #[command(flatten)]
    pub sheets: SheetArgs,
    /// As which files: for the screen, for a print shop, or both
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = choice::<TargetKind>(), default_value = "screen", help_heading = FILES)]
    pub target: Vec<TargetKind>,
    /// Which standards the files keep: ua1 or ua2 for the screen, x4 or x1a for print; with ua1,ua2 both are made
    #[arg(long, value_name = "STANDARD", value_delimiter = ',', value_parser = choice::<Standard>(), help_heading = FILES)]
    pub standard: Vec<Standard>,
    /// For print: how far colour runs over the cut edge, such as 3mm
    #[arg(long, value_name = "LENGTH", default_value = "3mm", value_parser = bleed, help_heading = FILES)]
    pub bleed: Pt,
    /// For print: draw crop marks outside the bleed
    #[arg(long, help_heading = FILES)]
    pub marks: bool,
    /// Everything in greys, for printers and copiers that have only black
    #[arg(long, help_heading = FILES)]
    pub mono: bool,
    /// Also write each page as a picture, with so many dots to the inch: 150 for a web page, 300 for a newsletter
    #[arg(long, value_name = "DOTS", value_parser = dots, help_heading = FILES)]
    pub png: Option<u16>,
    /// The folder to write to; each briefing gets a folder of its own in it
    #[arg(long, value_name = "DIR", default_value = "out", help_heading = RUN)]
    pub out: PathBuf,
    /// How many briefings to build at once; as many as there are processors unless you say
    #[arg(long, short, value_name = "NUMBER", value_parser = jobs, help_heading = RUN)]
    pub jobs: Option<usize>,
    /// Build only one part of the work, such as 3/8 on the third of eight machines
    #[arg(long, value_name = "I/N", value_parser = shard, help_heading = RUN)]
    pub shard: Option<Shard>,
    /// Write a report in JSON: every file with its digest, pages, type size and room
    #[arg(long, value_name = "FILE", help_heading = RUN)]
    pub report: Option<PathBuf>,
    /// Say in the report how long each briefing took; without it the same run gives the same report
    #[arg(long, requires = "report", help_heading = RUN)]
    pub times: bool,
    /// Write an HTML page with every first page small, for a person to look over
    #[arg(long, value_name = "FILE", conflicts_with = "check_only", help_heading = RUN)]
    pub contact_sheet: Option<PathBuf>,
    /// Write an HTML page that lists every briefing with its editions, files and day of review, to be searched
    #[arg(long, value_name = "FILE", conflicts_with_all = ["check_only", "shard"], help_heading = RUN)]
    pub index: Option<PathBuf>,
    /// Write nothing; fail if the PDFs that are there are not what the sources give
    #[arg(long, help_heading = RUN)]
    pub check_only: bool,
    /// Write over files that briefpress did not make
    #[arg(long, help_heading = RUN)]
    pub force: bool,
    /// Delete PDFs of earlier runs whose briefing or board is gone, or has mistakes now; no file that was changed since
    #[arg(long, conflicts_with = "check_only", help_heading = RUN)]
    pub prune: bool,
    /// Print nothing but messages
    #[arg(long, short, help_heading = RUN)]
    pub quiet: bool,
    #[command(flatten)]
    pub what: WhatArgs,
}

#[derive(Debug, Args)]
pub(crate) struct StatusArgs {
    /// The folder that was written to
    #[arg(long, value_name = "DIR", default_value = "out", help_heading = RUN)]
    pub out: PathBuf,
    #[command(flatten)]
    pub what: WhatArgs,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Also say why each page is as it is: sizes, the arrangement that was chosen, what it is bad at, what gave way
    #[arg(long, help_heading = DOCUMENTS)]
    pub why: bool,
    #[command(flatten)]
    pub pages: PageArgs,
    #[command(flatten)]
    pub what: WhatArgs,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// Of a verb, the headings of its help and what stands under each, in order.
    fn headings(verb: &str) -> Vec<(String, Vec<String>)> {
        let mut command = Cli::command();
        let verb = command.find_subcommand_mut(verb).expect("there is such a verb");
        let mut headings: Vec<(String, Vec<String>)> = Vec::new();
        for option in verb.get_opts() {
            let heading = option.get_help_heading().unwrap_or("Options");
            let name = option.get_long().unwrap_or_default().to_owned();
            match headings.iter_mut().find(|(known, _)| known == heading) {
                Some((_, names)) => names.push(name),
                None => headings.push((heading.to_owned(), vec![name])),
            }
        }
        headings
    }

    #[test]
    fn options_stand_under_headings_that_are_about_them() {
        let build = headings("build");
        let names: Vec<&str> = build.iter().map(|(name, _)| name.as_str()).collect();
        let wanted =
            ["Documents", "Sheets of paper", "Files", "The run", "Options", "Layouts and fonts", "Messages"];
        assert_eq!(names, wanted);
        assert_eq!(build[6].1, ["today", "strict", "format"]);
    }

    #[test]
    fn check_and_status_have_no_option_that_does_not_concern_them() {
        let of = |verb| headings(verb).into_iter().flat_map(|(_, names)| names).collect::<Vec<_>>();
        let (check, status) = (of("check"), of("status"));
        for only_for_files in ["flip", "offset", "test-sheet", "sheet-paper", "target", "marks"] {
            assert!(of("build").contains(&only_for_files.to_owned()));
            assert!(!check.iter().chain(&status).any(|name| name == only_for_files), "{only_for_files}");
        }
        assert!(check.contains(&"sheet".to_owned()), "a card that is cut already has a size of its own");
        assert!(!status.contains(&"only".to_owned()), "how files were made is in the record");
    }

    #[test]
    fn every_verb_and_option_has_help() {
        Cli::command().help_expected(true).debug_assert();
    }
}
