//! The report: takes what came of jobs, gives aligned lines for people; joins the reports of shards.

use std::path::Path;

use briefpress::batch::{Done, Job, MadeFile, Mode, Report, State, merge, plain, printable, write_record};
use briefpress::english::plural;

use super::args::MergeArgs;
use super::render::grouped;
use super::why::of_file;
use super::{DISK, Exit, complain, print};

/// A line for each file of a job: path, pages, size, type and room; `width` is that of the longest path.
pub(crate) fn lines(job: &Job, done: &Done, width: usize) -> String {
    let unchanged = done.state == State::Unchanged;
    done.files.iter().map(|file| line(&job.out.join(&file.name), file, width, unchanged)).collect()
}

fn line(path: &Path, file: &MadeFile, width: usize, unchanged: bool) -> String {
    let pages = match file.pages {
        0 => String::new(),
        1 => "1 page ".to_owned(),
        more => format!("{more} pages"),
    };
    // Rounded up, so that no file is shown smaller than it is.
    let kilobytes = file.size.div_ceil(1000);
    let (path, body, room) = match file.body {
        _ if file.pages == 0 => (printable(path), String::new(), "no pages".to_owned()),
        _ if file.is_picture() => (printable(path), String::new(), "picture of a page".to_owned()),
        // A test sheet has no words.
        (_, 0.0) => (printable(path), String::new(), "to try on plain paper".to_owned()),
        body => (printable(path), sizes(body), room(file.room) + &of_file(&file.why)),
    };
    let unchanged = if unchanged { " (unchanged)" } else { "" };
    format!("{path:<width$}  {pages:>8}  {kilobytes:>4} kB  {body:>10}  {room}{unchanged}\n")
}

/// "12.6 pt", or "18-34 pt" where pages differ.
fn sizes((smallest, largest): (f32, f32)) -> String {
    let number = |size: f32| format!("{size:.1}").trim_end_matches(".0").to_owned();
    match (number(smallest), number(largest)) {
        (one, other) if one == other => format!("{one} pt"),
        (one, other) => format!("{one}-{other} pt"),
    }
}

fn room(words: usize) -> String {
    match words {
        0 => "full".to_owned(),
        1 => "room for 1 more word".to_owned(),
        more => format!("room for {more} more words"),
    }
}

/// How many jobs ended in which way.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    made: usize,
    unchanged: usize,
    refused: usize,
    failed: usize,
    other: usize,
}

impl Tally {
    /// Counts one job.
    pub(crate) fn add(&mut self, done: &Done) {
        match done.state {
            State::Made if done.stale.is_empty() && done.missing.is_empty() => self.made += 1,
            State::Made => self.other += 1,
            State::Unchanged => self.unchanged += 1,
            State::Refused => self.refused += 1,
            State::Failed => self.failed += 1,
        }
    }

    /// How many were counted.
    pub(crate) const fn begun(&self) -> usize {
        self.made + self.unchanged + self.refused + self.failed + self.other
    }

    /// "5,000 briefings: 120 made, 4,879 unchanged, 1 refused", without what there is none of.
    pub(crate) fn summary(&self, jobs: usize, mode: Mode) -> String {
        let made = if mode == Mode::Compare { "as the sources give them" } else { "made" };
        let parts = [
            (self.made, made),
            (self.other, "not as the sources give them"),
            (self.unchanged, "unchanged"),
            (self.refused, "refused"),
            (self.failed, "not finished"),
            (jobs.saturating_sub(self.begun()), "not begun"),
        ];
        let parts: Vec<_> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{} {word}", grouped(*count)))
            .collect();
        format!("{} {}: {}\n", grouped(jobs), plural(jobs, "briefing"), parts.join(", "))
    }
}

/// The report on a hundred thousand files has 40 MB.
const REPORT_LIMIT: u64 = 1_000_000_000;

/// `report merge`: the whole report to standard output, or why there is none.
pub(crate) fn merge_files(args: &MergeArgs) -> Exit {
    let reports = match args.reports.iter().map(|path| read(path)).collect() {
        Ok(reports) => reports,
        Err(exit) => return exit,
    };
    match merge(reports) {
        Ok(mut whole) => {
            let lines = std::mem::take(&mut whole.record);
            print(&whole.to_json());
            args.out.as_deref().map_or(Exit::Done, |out| join_records(out, &lines))
        }
        Err(why) => {
            complain(&why, "Run the missing shards, and give the report of each of them once");
            Exit::Content
        }
    }
}

/// A report, or nothing once it has been said why it cannot be read.
pub(super) fn read(path: &Path) -> Result<Report, Exit> {
    let read = DISK.read_within(path, REPORT_LIMIT).map_err(|why| why.to_string());
    read.and_then(|bytes| serde_json::from_slice(&bytes).map_err(|error| error.to_string())).map_err(
        |error| {
            complain(
                &format!("{} is not a report that can be read: {error}", printable(path)),
                "Give the files that were written with  briefpress build --report FILE",
            );
            Exit::Usage
        },
    )
}

/// Writes one record for the files of all shards.
fn join_records(out: &Path, lines: &[String]) -> Exit {
    let Err(error) = write_record(&DISK, out, lines) else { return Exit::Done };
    complain(
        &format!("no record can be written into {}: {}", printable(out), plain(&error)),
        "Give the folder in which the PDFs of all shards lie now",
    );
    Exit::Usage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_room_read_as_a_person_says_them() {
        assert_eq!(sizes((12.6, 12.6)), "12.6 pt");
        assert_eq!(sizes((18.0, 34.0)), "18-34 pt");
        assert_eq!(room(14), "room for 14 more words");
    }
}
