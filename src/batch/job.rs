//! One job on disk: takes its paths, gives files there, or what is wrong.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use super::disk::{read_source, sweep, unwritable, write_whole};
use super::folder::Folders;
use super::message::Message;
use super::order::{Batch, Mode, Standing};
use super::plan::Job;
use super::record::{Entry, MadeFile, Record, thumbnail};
use super::stamp::Stamp;
use crate::diag::{Diagnostic, Severity};
use crate::model::Date;
use crate::pipeline::{Inputs, Outcome, Product, Worker, run};
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
    /// How its files stood before, as far as a record was read.
    pub standing: Standing,
    /// How long it took.
    pub microseconds: u64,
    pub(super) entry: Option<Entry>,
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
            standing: Standing::NeverBuilt,
            microseconds: 0,
            entry: None,
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
    let (briefing, board) = sources(job)?;
    let last = record.last(job);
    // Somebody who asks how things stand need not know how they were made.
    let options = match last.filter(|_| batch.mode == Mode::Status) {
        Some(entry) => entry.options.clone(),
        None => batch.settled(),
    };
    let key = batch.key(job, &options, &briefing, board.as_deref());
    let standing = record.standing(job, &key);
    let place = match (&standing, last) {
        (Some(_), _) => Standing::UpToDate,
        (None, Some(_)) => Standing::OutOfDate,
        (None, None) => Standing::NeverBuilt,
    };
    let drawn = |entry: &Entry| !batch.thumbnails || entry.thumbnails && has_thumbnails(job, entry);
    if let Some(entry) = standing.filter(|entry| entry.speaks_for(batch.options.today) && drawn(entry)) {
        return Ok(unchanged(entry));
    }
    let folders = Folders::of(job.board.iter().chain([&job.briefing]).map(PathBuf::as_path));
    let board_name = job.board.as_ref().map(|path| path.to_string_lossy());
    let inputs = Inputs {
        briefing: (&job.briefing.to_string_lossy(), &briefing),
        board: board_name.as_deref().zip(board.as_deref()),
        files: &folders,
    };
    let outcome = run(batch.workshop, worker, &inputs, batch.options);
    let (mut done, stamps) = put(batch, job, &outcome);
    done.standing = place;
    // What has errors is tried again every time: the mistake may lie in a file that was not there to be recorded.
    if done.state == State::Made && batch.mode == Mode::Write {
        let (files, messages, pictures) = (done.files.clone(), done.messages.clone(), folders.into_seen());
        let next = outcome.until.map_or(i64::MAX, Date::number);
        let days = batch.options.today.map(|today| (today.number(), next));
        let Job { name, briefing, board, .. } = job.clone();
        let thumbnails = batch.thumbnails;
        done.entry = Some(Entry {
            job: name,
            briefing,
            board,
            options,
            key,
            pictures,
            files,
            stamps,
            messages,
            thumbnails,
            days,
        });
    }
    Ok(done)
}

/// The bytes of the briefing, and of the board's file where there is one.
fn sources(job: &Job) -> Result<(Vec<u8>, Option<Vec<u8>>), Diagnostic> {
    Ok((read_source(&job.briefing)?, job.board.as_deref().map(read_source).transpose()?))
}

/// Of an entry that is new only where files were touched; then it is written down again.
fn unchanged(entry: Cow<'_, Entry>) -> Done {
    let (files, messages) = (entry.files.clone(), entry.messages.clone());
    let entry = matches!(entry, Cow::Owned(_)).then(|| entry.into_owned());
    Done { files, messages, entry, standing: Standing::UpToDate, ..Done::with(State::Unchanged) }
}

/// A job that came to nothing.
pub(super) fn failed(why: &Diagnostic) -> Done {
    Done { messages: vec![Message::new(&Sources::default(), why)], ..Done::with(State::Failed) }
}

/// Takes the products to where the mode wants them; gives the stamps of those that were written.
fn put(batch: &Batch<'_>, job: &Job, outcome: &Outcome) -> (Done, Vec<Stamp>) {
    let mut messages: Vec<_> =
        outcome.diagnostics.iter().map(|diagnostic| Message::new(&outcome.sources, diagnostic)).collect();
    let refused = messages.iter().any(|message| message.severity == Severity::Error);
    let mut state = if refused { State::Refused } else { State::Made };
    let mut stale =
        if refused && batch.mode == Mode::Write { left_over(batch, job, outcome) } else { Vec::new() };
    let (mut files, mut stamps, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    let new_folder = batch.mode == Mode::Write && !sweep(&job.out);
    for product in &outcome.products {
        let path = job.out.join(&product.file_name);
        match batch.mode {
            Mode::Look | Mode::Status => {}
            Mode::Compare => match fs::read(&path) {
                Ok(found) if found == product.bytes => {}
                Ok(_) => stale.push(path),
                Err(_) => missing.push(path),
            },
            Mode::Write => {
                match write(&path, &product.bytes, new_folder).and_then(|stamp| draw(job, product, stamp)) {
                    Ok(stamp) => stamps.push(stamp),
                    Err(error) => {
                        state = State::Failed;
                        messages.push(Message::new(&Sources::default(), &unwritable(&path, &error)));
                        continue;
                    }
                }
            }
        }
        files.push(made(product));
    }
    (Done { files, messages, stale, missing, ..Done::with(state) }, stamps)
}

/// Files that this job would make, did not make, and that lie there from an earlier run. They are never deleted,
/// for they may be all that somebody has; but nobody shall take them for new ones.
fn left_over(batch: &Batch<'_>, job: &Job, outcome: &Outcome) -> Vec<PathBuf> {
    let names = batch.options.file_names().into_iter();
    names
        .filter(|name| outcome.products.iter().all(|product| product.file_name != *name))
        .map(|name| job.out.join(name))
        .filter(|path| path.exists())
        .collect()
}

/// Writes a file; its folder is made if it is not there. A file that is there already with the same bytes keeps its
/// date, so that what copies changed files has nothing to do; in a new folder there is none to look for.
fn write(path: &Path, bytes: &[u8], new_folder: bool) -> io::Result<Stamp> {
    // The stamp is taken before the look: a file that changes in between has another one afterwards.
    let there = (!new_folder).then(|| Stamp::at(path)).flatten();
    let same_size = there.filter(|stamp| stamp.size == bytes.len() as u64);
    if let Some(stamp) = same_size.filter(|_| fs::read(path).is_ok_and(|found| found == bytes)) {
        return Ok(stamp);
    }
    match write_whole(path, bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            write_whole(path, bytes)
        }
        other => other,
    }
}

/// Writes the thumbnail of a file that was written, where there is one.
fn draw(job: &Job, product: &Product, stamp: Stamp) -> io::Result<Stamp> {
    if let Some((svg, name)) = product.thumbnail.as_deref().zip(thumbnail(&product.file_name)) {
        write(&job.out.join(name), svg.as_bytes(), false)?;
    }
    Ok(stamp)
}

fn has_thumbnails(job: &Job, entry: &Entry) -> bool {
    let names = entry.files.iter().filter_map(|file| thumbnail(&file.name));
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
    }
}
