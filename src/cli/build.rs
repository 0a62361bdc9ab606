//! `build` and `check`: take briefings, give their files and a line for each, or only the messages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use briefpress::batch::{Batch, Digest, Fate, Guard, Job, Mode, Plan, Withdrawn, plan, printable};
use briefpress::english::things;
use briefpress::pipeline::{DocumentKind, LOOKS, Options, Twin, Workshop};
use briefpress::shell::{Command, quoted};
use briefpress::target::{Target, Timestamp};
use clap::ValueEnum;

use super::args::{
    BuildArgs, CheckArgs, ColorWhen, Format, PageArgs, SheetArgs, Standard, TargetKind, WhatArgs,
};
use super::clock::today;
use super::messages::{Messages, Shown};
use super::papers::Papers;
use super::progress::Progress;
use super::report::{self, Tally};
use super::sheets::{how_to_print, is_set_anew, sheets};
use super::stream::say;
use super::workshop::workshop;
use super::{DISK, Exit, complain, print, why};

/// Set by Ctrl-C.
static STOP: AtomicBool = AtomicBool::new(false);

/// More briefings than this get a summary instead of a line for each file, and a bar.
const FEW: usize = 20;

/// Makes the files of every briefing; what is wrong with one does not stop the others.
pub(crate) fn build(args: &BuildArgs, color: ColorWhen) -> Exit {
    let what = &args.what;
    let shown = Shown { form: what.format, color, strict: what.strict, to_stdout: false };
    let run = match Run::prepare(what, &args.out, Files::of(args), &shown) {
        Ok(run) => run,
        Err(exit) => return exit,
    };
    tell_idle_options(args);
    let taken = |job: &&Job| args.shard.is_none_or(|shard| shard.takes(job));
    let jobs: Vec<Job> = run.jobs.iter().filter(taken).cloned().collect();
    let many = jobs.len() > FEW;
    let quiet = args.quiet || what.format != Format::Text;
    stop_on_ctrl_c();
    let mode = if args.check_only { Mode::Compare } else { Mode::Write };
    let mut batch = run.batch(&jobs, &args.out, mode, args.jobs);
    batch.thumbnails = args.contact_sheet.is_some();
    (batch.force, batch.prune) = (args.force, args.prune);
    batch.lines = args.shard.is_some() && args.report.is_some();
    if let Err(exit) = guarded(args, &batch, &run.jobs) {
        return exit;
    }
    let (mut messages, mut tally) = (Messages::of_many(many), Tally::default());
    let mut papers = Papers::new(args, &run.jobs, run.options.today);
    let progress = Progress::new(if many && !quiet { jobs.len() } else { 0 });
    let width = run.widest_path(&jobs);
    let withdrawn = batch.run(|job, done| {
        progress.step();
        tally.add(&done);
        papers.add(job, &done);
        if !many && !quiet && mode == Mode::Write {
            print(&report::lines(job, &done, width));
        }
        messages.add_done(job, done);
    });
    progress.finish();
    // What one shard does not know, another may.
    let known = |file: &Withdrawn| args.shard.is_none() || file.fate != Fate::Unrecorded;
    let withdrawn: Vec<Withdrawn> = withdrawn.into_iter().filter(known).collect();
    papers.add_withdrawn(&withdrawn);
    messages.add_withdrawn(withdrawn, "is gone", args.check_only);
    papers.write(&mut messages);
    let exit = conclude(args, jobs.len(), messages, &tally, &shown);
    if !quiet && mode == Mode::Write && exit < Exit::Usage {
        print(&how_to_print(&run.options.sheets));
    }
    exit
}

/// An option that does nothing as it stands is told, for its absence is seen only at the print shop.
fn tell_idle_options(args: &BuildArgs) {
    if args.marks && !args.target.contains(&TargetKind::Print) {
        say("note: --marks changes only files for a print shop; to make those, add  --target print\n");
    }
    for standard in args.standard.iter().filter(|standard| !args.target.contains(&standard.kind())) {
        let (name, kind, what) = (
            word(*standard),
            word(standard.kind()),
            match standard.kind() {
                TargetKind::Screen => "the screen",
                TargetKind::Print => "a print shop",
            },
        );
        say(&format!(
            "note: --standard {name} changes only files for {what}; to make those, add  --target {kind}\n"
        ));
    }
}

/// How a choice is typed.
fn word(choice: impl ValueEnum) -> String {
    choice.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

/// Refuses, before the first job, papers that would be written over something else.
fn guarded(args: &BuildArgs, batch: &Batch<'_>, jobs: &[Job]) -> Result<(), Exit> {
    let named = args.what.layout.iter().chain(&args.pages.sheet).chain(&args.pages.handout);
    let tools = named.map(Path::new).chain(args.what.layouts.as_deref()).chain(args.what.fonts.as_deref());
    let papers: Vec<&Path> =
        args.report.iter().chain(&args.contact_sheet).chain(&args.index).map(PathBuf::as_path).collect();
    let guard = Guard { batch, jobs, tools: tools.collect(), papers: papers.clone() };
    papers.into_iter().try_for_each(|paper| guard.allow(paper)).map_err(|why| {
        complain(&why.message, &why.advice);
        Exit::Usage
    })?;
    args.contact_sheet.iter().chain(&args.index).try_for_each(|page| named_as_page(page))
}

/// Refuses a page under a name by which no browser would know it.
pub(super) fn named_as_page(path: &Path) -> Result<(), Exit> {
    let ending = path.extension().unwrap_or_default();
    if ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    complain(
        &format!("{} does not end in .html, as a page does", printable(path)),
        &format!("Give a name such as  {}", quoted(&printable(&path.with_extension("html")))),
    );
    Err(Exit::Usage)
}

/// The last words: messages and the summary.
fn conclude(args: &BuildArgs, jobs: usize, messages: Messages, tally: &Tally, shown: &Shown) -> Exit {
    let exit = messages.finish(shown);
    let stopped = STOP.load(Ordering::Relaxed) && tally.begun() < jobs;
    if !args.quiet && shown.form == Format::Text && (jobs > FEW || stopped || args.check_only) {
        let mode = if args.check_only { Mode::Compare } else { Mode::Write };
        print(&tally.summary(jobs, mode));
    }
    if stopped {
        complain(
            "stopped before the end",
            "Every file that was written is whole; the same command goes on from here",
        );
        return Exit::Stopped;
    }
    exit
}

/// Does all that `build` does, but for the writing.
pub(crate) fn check(args: &CheckArgs, color: ColorWhen) -> Exit {
    let what = &args.what;
    if args.why && !matches!(what.format, Format::Text | Format::Plain) {
        complain(
            "--why is told in words, and this form of messages is for programs",
            "Leave out --format; programs find the same numbers in  briefpress build --report FILE",
        );
        return Exit::Usage;
    }
    let shown = Shown { form: what.format, color, strict: what.strict, to_stdout: true };
    let out = Path::new("out");
    let run = match Run::prepare(what, out, Files::none(&args.pages), &shown) {
        Ok(run) => run,
        Err(exit) => return exit,
    };
    let mut messages = Messages::of_many(run.jobs.len() > FEW);
    run.batch(&run.jobs, out, Mode::Look, None).run(|job, mut done| {
        if args.why {
            print(&why::words(job, &std::mem::take(&mut done.why)));
        }
        messages.add_done(job, done);
    });
    if what.format == Format::Text && messages.is_empty() {
        let count = run.jobs.len();
        print(&format!("{} checked, no mistakes found\n", things(count, "briefing")));
    }
    messages.finish(&shown)
}

/// Which documents there are to be, on which paper, and as which files.
pub(super) struct Files<'a> {
    targets: Vec<Target>,
    mono: bool,
    png: Option<u16>,
    pages: &'a PageArgs,
    sheets: SheetArgs,
}

impl<'a> Files<'a> {
    fn of(args: &'a BuildArgs) -> Self {
        Files {
            targets: targets(args),
            mono: args.mono,
            png: args.png,
            pages: &args.pages,
            sheets: args.sheets.clone(),
        }
    }

    /// None: everything is set, as the rules and the fit want it, and no file is made.
    pub(super) fn none(pages: &'a PageArgs) -> Self {
        Files { targets: Vec::new(), mono: false, png: None, pages, sheets: SheetArgs::default() }
    }
}

/// All that is settled before the first job begins.
pub(super) struct Run {
    pub jobs: Vec<Job>,
    workshop: Workshop,
    tools: Digest,
    options: Options,
}

impl Run {
    /// What the arguments ask for; if they cannot be met, that has been said already.
    pub(super) fn prepare(what: &WhatArgs, out: &Path, files: Files<'_>, shown: &Shown) -> Result<Run, Exit> {
        let refuse = |message: &str, advice: &str| {
            complain(message, advice);
            Exit::Usage
        };
        let Plan { jobs, passed_over } =
            plan(&DISK, &what.paths, what.boards.as_deref(), out).map_err(|error| {
                match document_among(&what.paths, &what.typed) {
                    Some((message, advice)) => refuse(&message, &advice),
                    None => refuse(&error.message, &error.advice),
                }
            })?;
        if shown.form == Format::Text {
            passed_over.iter().for_each(|words| say(&format!("note: {words}\n")));
        }
        let now = source_date_epoch()
            .map_err(|message| refuse(&message, "Give it seconds since 1970, or unset it"))?;
        let (workshop, tools) = workshop(what).map_err(|found| found.finish(shown))?;
        let today = what.today.or_else(today);
        let Files { targets, mono, png, pages, sheets: how } = files;
        let sheets = sheets(pages, &how, what).map_err(|found| found.finish(shown))?;
        let (documents, twins, sizes) = (documents(pages), twins(pages), pages.sizes());
        let look = what.look.as_deref().and_then(|look| LOOKS.into_iter().find(|known| *known == look));
        let typed = what.typed.clone();
        let options =
            Options { documents, twins, look, targets, sizes, sheets, png, mono, now, today, typed };
        Ok(Run { jobs, workshop, tools, options })
    }

    pub(super) fn batch<'a>(
        &'a self,
        jobs: &'a [Job],
        out: &'a Path,
        mode: Mode,
        threads: Option<usize>,
    ) -> Batch<'a> {
        let threads = threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
        let (workshop, options, tools) = (&self.workshop, &self.options, self.tools);
        Batch {
            disk: &DISK,
            workshop,
            tools,
            options,
            jobs,
            out,
            mode,
            thumbnails: false,
            force: false,
            prune: false,
            lines: false,
            threads,
            stop: &STOP,
        }
    }

    fn widest_path(&self, jobs: &[Job]) -> usize {
        let names = self.options.file_names().into_iter().chain(self.options.first_pictures());
        let paths =
            |name: PathBuf| jobs.iter().map(move |job| printable(&job.out.join(&name)).chars().count());
        names.map(PathBuf::from).flat_map(paths).max().unwrap_or(0)
    }
}

/// A document where a file is looked for: `--only poster card` has a space where a comma belongs.
fn document_among(paths: &[PathBuf], typed: &Command) -> Option<(String, String)> {
    let is_document = |path: &&str| DocumentKind::NAMES.contains(path) && !Path::new(path).exists();
    let name = paths.iter().filter_map(|path| path.to_str()).find(is_document)?;
    let command = typed.clone().without_path(name).and("--only", name);
    Some((
        format!("{name} is a document, and stands where a file is looked for"),
        format!("Documents are named behind --only, with commas between them:  {command}"),
    ))
}

/// From here on Ctrl-C lets the jobs that have begun come to their end.
fn stop_on_ctrl_c() {
    // If the system refuses, Ctrl-C ends the program at once, which harms no file either.
    let _ = ctrlc::set_handler(|| STOP.store(true, Ordering::Relaxed));
}

/// The documents in pages; the usual ones where nothing is named.
fn documents(pages: &PageArgs) -> Vec<DocumentKind> {
    let usual = DocumentKind::USUAL.into_iter().filter(|_| pages.only.is_empty());
    let named = pages.only.iter().filter_map(|document| document.pages());
    let on_one_page = pages.handout.iter().filter(|name| is_set_anew(name)).map(|_| DocumentKind::EightUp);
    sorted(usual.chain(named).chain(on_one_page))
}

/// The forms without pages, which are made only where they are named.
fn twins(pages: &PageArgs) -> Vec<Twin> {
    sorted(pages.only.iter().filter_map(|document| document.twin()))
}

fn sorted<T: Ord>(things: impl Iterator<Item = T>) -> Vec<T> {
    things.collect::<BTreeSet<T>>().into_iter().collect()
}

fn targets(args: &BuildArgs) -> Vec<Target> {
    let of = |kind: &TargetKind| {
        let (kind, named) = (*kind, args.standard.iter().copied());
        let named: Vec<Standard> = named.filter(|standard| standard.kind() == kind).collect();
        if named.is_empty() { vec![kind.usual()] } else { named }
    };
    let mut targets: Vec<Target> = Vec::new();
    for standard in args.target.iter().flat_map(of) {
        let target = standard.target(args.bleed, args.marks);
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    targets
}

/// The moment that reproducible builds are to carry (<https://reproducible-builds.org/specs/source-date-epoch/>).
fn source_date_epoch() -> Result<Option<Timestamp>, String> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    match value.to_str().and_then(|text| text.parse().ok()) {
        Some(seconds @ 0..) => Ok(Some(Timestamp(seconds))),
        _ => Err(format!("SOURCE_DATE_EPOCH is set to {value:?}, which is not a number of seconds")),
    }
}
