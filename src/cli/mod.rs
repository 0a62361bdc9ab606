//! The command line: takes arguments, gives files, messages and an exit code.

mod args;
mod build;
mod clock;
mod compare;
mod editions;
mod explain;
mod export;
mod fix;
mod gallery;
mod import;
mod listen;
mod manual;
mod messages;
mod misused;
mod new;
mod panic;
mod papers;
mod pasted;
mod place;
mod progress;
mod project;
mod render;
mod report;
mod schema;
mod sheets;
mod status;
mod stream;
mod summary;
mod typed;
mod why;
mod workshop;

use std::process::ExitCode;

use briefpress::batch::Disk;
use clap::{CommandFactory, FromArgMatches};

use args::{Cli, ReportVerb, Verb};
use stream::{complain, print};

/// The disk of this machine.
static DISK: Disk = Disk::new();

/// How a run ended; the worst of its parts counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    /// All was made.
    Done = 0,
    /// The content needs work.
    Content = 1,
    /// Used wrongly, or a file cannot be read or written.
    Usage = 2,
    /// Stopped by Ctrl-C, as the shell counts it.
    Stopped = 130,
}

/// Runs the program with the words of its command line.
pub(crate) fn main() -> ExitCode {
    panic::install();
    let words: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    if let Some((message, advice)) = pasted::told(&words) {
        complain(&message, &advice);
        return ExitCode::from(Exit::Usage as u8);
    }
    let mut known = Cli::command();
    let typed = match known.try_get_matches_from_mut(std::env::args_os()) {
        Ok(typed) => typed,
        Err(answer) => return ExitCode::from(refused(&answer, words) as u8),
    };
    let mut cli = Cli::from_arg_matches(&typed).unwrap_or_else(|error| error.exit());
    if let Some(what) = cli.verb.what_mut() {
        what.typed = typed::command(&known, &typed);
    }
    if let Err(exit) = project::settle(&mut cli.verb, &typed, cli.color) {
        return ExitCode::from(stream::verdict(exit) as u8);
    }
    let exit = match &cli.verb {
        Verb::Build(build) => build::build(build, cli.color),
        Verb::Check(check) => build::check(check, cli.color),
        Verb::Fix(fix) => fix::fix(fix, cli.color),
        Verb::Listen(listen) => listen::listen(listen),
        Verb::Gallery(gallery) => gallery::gallery(gallery, cli.color),
        Verb::Compare(compare) => compare::compare(compare, cli.color),
        Verb::Status(status) => status::status(status, cli.color),
        Verb::New(new) => new::new(new),
        Verb::Import(import) => import::import(import, cli.color),
        Verb::Export(export) => export::export(export, cli.color),
        Verb::Explain(explain) => explain::explain(explain),
        Verb::Completions(completions) => manual::completions(completions),
        Verb::Man(man) => manual::man(man),
        Verb::Schema(schema) => schema::schema(schema),
        Verb::Report(ReportVerb::Merge(merge)) => report::merge_files(merge),
        Verb::Report(ReportVerb::Summary(args)) => summary::summary(args),
    };
    ExitCode::from(stream::verdict(exit) as u8)
}

/// Says what is wrong with the words of the command line, or the help or version that was asked for.
fn refused(answer: &clap::Error, words: Vec<String>) -> Exit {
    match misused::told(answer, words) {
        Some((message, advice)) => {
            complain(&message, &advice);
            Exit::Usage
        }
        None => stream::answer(answer),
    }
}
