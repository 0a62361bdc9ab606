//! One job on disk: takes its paths, gives files there, or what is wrong.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::about::About;
use super::beside;
use super::digest::Digest;
use super::disk::Disk;
use super::entry::{Entry, MadeFile, thumbnail};
use super::folder::Folders;
use super::message::Message;
use super::order::{Batch, Mode, Standing};
use super::ours;
use super::place::Place;
use super::plan::Job;
use super::record::Record;
use super::stamp::Stamp;
use super::way::between;
use super::why::{DocumentWhy, PageWhy};
use super::withdrawn::{Fate, Withdrawn};
use crate::diag::{Diagnostic, Severity};
use crate::model::Date;
use crate::pipeline::{DocumentKind, Inputs, Outcome, Product, Why, Worker, run};
use crate::source::Sources;

/// How a job ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// All its files were made.
    Made,
    /// Nothing it is made from has changed since its files were made.
    Unchanged,
    /// The content has errors: some files or all were not made.
    Refused,
    /// A file could not be read or written.
    Failed,
}

/// What came of a job.
#[derive(Clone, Debug)]
pub struct Done {
    /// How it ended.
    pub state: State,
    /// The files that stand on disk now, or would.
    pub files: Vec<MadeFile>,
    /// Everything there is to say.
    pub messages: Vec<Message>,
    /// Files on disk that are not what the sources give: of an earlier run, or changed by hand.
    pub stale: Vec<PathBuf>,
    /// Files that the sources give and that are not there, where they were only compared.
    pub missing: Vec<PathBuf>,
    /// Files of earlier runs that are not made now, for the briefing has mistakes.
    pub withdrawn: Vec<Withdrawn>,
    /// Why the pages of its documents are as they are, where they are only looked at.
    pub why: Vec<DocumentWhy>,
    /// What lists say of its briefing, where it could be read.
    pub about: Option<About>,
    /// How its files stood before, as far as a record was read.
    pub standing: Standing,
    /// How long it took.
    pub microseconds: u64,
    pub(super) entry: Option<Entry>,
    /// Its line of the record, where that is wanted.
    pub(super) line: Option<String>,
}

impl Done {
    /// A job that ended so, with nothing to show yet.
    pub(super) fn with(state: State) -> Self {
        Done {
            state,
            files: Vec::new(),
            messages: Vec::new(),
            stale: Vec::new(),
            missing: Vec::new(),
            withdrawn: Vec::new(),
            why: Vec::new(),
            about: None,
            standing: Standing::NeverBuilt,
            microseconds: 0,
            entry: None,
            line: None,
        }
    }
}

/// Does one job.
pub(super) fn done(batch: &Batch<'_>, record: &Record, worker: &mut Worker, job: &Job) -> Done {
    let begin = Instant::now();
    let mut done = read(batch, record, worker, job).unwrap_or_else(|why| failed(&why));
    done.microseconds = u64::try_from(begin.elapsed().as_micros()).unwrap_or(u64::MAX);
    done
}

fn read(batch: &Batch<'_>, record: &Record, worker: &mut Worker, job: &Job) -> Result<Done, Diagnostic> {
    let (briefing, board) = sources(batch.disk, job)?;
    let last = record.last(job);
    // Somebody who asks how things stand need not know how they were made.
    let options = match last.filter(|_| batch.mode == Mode::Status) {
        Some(entry) => entry.options.clone(),
        None => batch.options.key(),
    };
    let beside = beside::beside(batch.disk, &job.out, &options);
    let keyed = format!("{options}{}", beside::key(&beside));
    let key = batch.key(job, &keyed, &briefing, board.as_deref());
    let standing = record.standing(job, &key);
    let before = match (&standing, last) {
        (Some(_), _) => Standing::UpToDate,
        (None, Some(_)) => Standing::OutOfDate,
        (None, None) => Standing::NeverBuilt,
    };
    let drawn = |entry: &Entry| !batch.thumbnails || entry.thumbnails && has_thumbnails(job, entry);
    // Who compares does not believe the record.
    let standing = standing.filter(|_| batch.mode != Mode::Compare);
    if let Some(entry) = standing.filter(|entry| entry.speaks_for(batch.options.today) && drawn(entry)) {
        let line = batch.lines.then(|| entry.to_line());
        return Ok(Done { line, ..unchanged(entry) });
    }
    let folders = Folders::of(batch.disk, job.board.iter().chain([&job.briefing]).map(PathBuf::as_path));
    let board_name = job.board.as_ref().map(|path| path.to_string_lossy());
    let inputs = Inputs {
        briefing: (&job.briefing.to_string_lossy(), &briefing),
        board: board_name.as_deref().zip(board.as_deref()),
        files: &folders,
        beside: &beside,
    };
    let outcome = run(batch.workshop, worker, &inputs, batch.options);
    let (mut done, stamps) = put(batch, record, job, &outcome);
    done.standing = before;
    if batch.mode == Mode::Look {
        done.why = outcome.why.iter().map(|(document, pages)| reasons(*document, pages)).collect();
    }
    done.about = outcome.briefing.as_ref().map(About::new);
    // What has errors is tried again every time: the mistake may lie in a file that was not there to be recorded.
    if done.state == State::Made && batch.mode == Mode::Write {
        let (pictures, until) = (folders.into_seen(), outcome.until);
        let origin = Origin { options, key, pictures, stamps, until };
        done.entry = Some(entry(batch, job, last, &done, origin));
    }
    done.line = done.entry.as_ref().filter(|_| batch.lines).map(Entry::to_line);
    Ok(done)
}

/// What the files of a job were made from, and what the disk says of them.
struct Origin {
    options: String,
    key: Digest,
    pictures: Vec<(PathBuf, Option<Digest>)>,
    stamps: Vec<Stamp>,
    /// The first day on which there may be something else to say.
    until: Option<Date>,
}

/// What is written down of a job whose files were made.
fn entry(batch: &Batch<'_>, job: &Job, last: Option<&Entry>, done: &Done, origin: Origin) -> Entry {
    let Origin { options, key, pictures, stamps, until } = origin;
    let next = until.map_or(i64::MAX, Date::number);
    let files = done.files.clone();
    let not_made = |file: &&MadeFile| files.iter().all(|made| made.name != file.name);
    let earlier = last.iter().flat_map(|last| last.all_files().filter(not_made)).cloned().collect();
    Entry {
        job: job.name.clone(),
        briefing: between(batch.out, &job.briefing),
        board: job.board.as_deref().map(|board| between(batch.out, board)),
        options,
        key,
        pictures,
        files,
        earlier,
        stamps,
        messages: done.messages.clone(),
        about: done.about.clone(),
        thumbnails: batch.thumbnails,
        days: batch.options.today.map(|today| (today.number(), next)),
    }
}

fn reasons(document: DocumentKind, pages: &[Why]) -> DocumentWhy {
    DocumentWhy { document: document.as_str().to_owned(), pages: pages.iter().map(PageWhy::new).collect() }
}

/// The bytes of the briefing, and of the board's file where there is one.
fn sources(disk: &Disk, job: &Job) -> Result<(Vec<u8>, Option<Vec<u8>>), Diagnostic> {
    let board = job.board.as_deref().map(|board| disk.read_source(board));
    Ok((disk.read_source(&job.briefing)?, board.transpose()?))
}

/// Of an entry that is new only where files were touched; then it is written down again.
fn unchanged(entry: Cow<'_, Entry>) -> Done {
    let (files, messages, about) = (entry.files.clone(), entry.messages.clone(), entry.about.clone());
    let entry = matches!(entry, Cow::Owned(_)).then(|| entry.into_owned());
    Done { files, messages, about, entry, standing: Standing::UpToDate, ..Done::with(State::Unchanged) }
}

/// A job that came to nothing.
pub(super) fn failed(why: &Diagnostic) -> Done {
    Done { messages: vec![Message::new(&Sources::default(), why)], ..Done::with(State::Failed) }
}

/// Takes the products to where the mode wants them; gives the stamps of those that were written.
fn put(batch: &Batch<'_>, record: &Record<'_>, job: &Job, outcome: &Outcome) -> (Done, Vec<Stamp>) {
    let mut messages: Vec<_> =
        outcome.diagnostics.iter().map(|diagnostic| Message::new(&outcome.sources, diagnostic)).collect();
    let refused = messages.iter().any(|message| message.severity == Severity::Error);
    let mut state = if refused { State::Refused } else { State::Made };
    let withdrawn = match batch.mode {
        Mode::Write | Mode::Compare | Mode::Status if refused => left_over(batch, record, job, outcome),
        _ => Vec::new(),
    };
    let still_there = withdrawn.iter().filter(|file| file.fate != Fate::Deleted);
    let mut stale: Vec<PathBuf> = still_there.map(|file| file.path.clone()).collect();
    let (mut files, mut stamps, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    let new_folder = batch.mode == Mode::Write && !batch.disk.sweep(&job.out);
    for product in &outcome.products {
        let path = job.out.join(&product.file_name);
        match batch.mode {
            Mode::Look | Mode::Status => {}
            Mode::Compare if batch.disk.holds(&path, &product.bytes) => {}
            Mode::Compare if path.exists() => stale.push(path),
            Mode::Compare => missing.push(path),
            Mode::Write => match write(&place(batch, record.last(job), new_folder), &path, product) {
                Ok(stamp) => stamps.push(stamp),
                Err(why) => {
                    state = State::Failed;
                    messages.push(Message::new(&Sources::default(), &why));
                    continue;
                }
            },
        }
        files.push(made(product));
    }
    (Done { files, messages, stale, missing, withdrawn, ..Done::with(state) }, stamps)
}

/// Where the files of a job go, and what is known of those that are there.
fn place<'b>(batch: &Batch<'b>, last: Option<&'b Entry>, new_folder: bool) -> Place<'b> {
    Place {
        disk: batch.disk,
        made: last.into_iter().flat_map(Entry::all_files).collect(),
        new_folder,
        force: batch.force,
    }
}

/// Files that this job made or would make, did not make now, and that lie there from an earlier run. They may be all
/// that somebody has, so they stay unless their deletion is asked for; but nobody shall take them for new ones.
fn left_over(batch: &Batch<'_>, record: &Record<'_>, job: &Job, outcome: &Outcome) -> Vec<Withdrawn> {
    let made: Vec<&MadeFile> = record.last(job).into_iter().flat_map(Entry::all_files).collect();
    let recorded = made.iter().map(|file| file.name.clone());
    let names: BTreeSet<String> =
        batch.options.file_names().into_iter().chain(recorded).chain(pictures(batch, &job.out)).collect();
    let not_made = |name: &&String| outcome.products.iter().all(|product| product.file_name != **name);
    let there = names.iter().filter(not_made).filter(|name| job.out.join(name).exists());
    let mut found: Vec<Withdrawn> =
        there.map(|name| Withdrawn::new(record, &job.out, name, &made, &job.briefing)).collect();
    if batch.prune {
        found.iter_mut().for_each(|file| file.delete(batch.disk, batch.out));
    }
    found
}

/// The names of the files in a folder that are called as pictures of pages are.
fn pictures(batch: &Batch<'_>, folder: &Path) -> Vec<String> {
    if batch.options.png.is_none() {
        return Vec::new();
    }
    let there = batch.disk.list(folder).unwrap_or_default();
    let names = there.iter().filter_map(|path| path.file_name()?.to_str());
    names.filter(|name| batch.options.is_picture_of_a_page(name)).map(str::to_owned).collect()
}

/// Writes a file, and the thumbnail of its first page where there is one.
fn write(place: &Place<'_>, path: &Path, product: &Product) -> Result<Stamp, Diagnostic> {
    let stamp = place.write(path, &product.bytes)?;
    if let Some(svg) = product.thumbnail.as_deref() {
        let marked = format!("{}{svg}", ours::SVG);
        place.write(&path.with_file_name(thumbnail(&product.file_name)), marked.as_bytes())?;
    }
    Ok(stamp)
}

fn has_thumbnails(job: &Job, entry: &Entry) -> bool {
    let names = entry.files.iter().filter_map(|file| file.thumbnail.as_ref());
    names.map(|name| job.out.join(name)).all(|path| path.is_file())
}

fn made(product: &Product) -> MadeFile {
    MadeFile {
        name: product.file_name.clone(),
        sha256: Digest::of(&product.bytes),
        size: product.bytes.len() as u64,
        pages: product.pages,
        body: (product.body.0.get(), product.body.1.get()),
        room: product.room,
        why: product.why.iter().map(PageWhy::new).collect(),
        thumbnail: product.thumbnail.as_ref().map(|_| thumbnail(&product.file_name)),
    }
}
