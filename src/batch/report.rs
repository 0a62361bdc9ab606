//! The report of a run: takes what came of each job, gives JSON for programs; joins the reports of shards.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use super::disk::Disk;
use super::entry::{Entry, MadeFile};
use super::job::{Done, State};
use super::plan::{Job, Shard};
use super::record;
use super::why::PageWhy;
use super::withdrawn::{Fate, Withdrawn};
use crate::diag::Severity;

/// What came of a run, for programs to read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The program and its version.
    pub program: String,
    /// Which part of the plan this is, counted from 1, and of how many.
    pub shard: (u64, u64),
    /// How many jobs the whole plan has, all shards together.
    pub planned: usize,
    /// Of the names of all planned jobs: reports with the same one are of the same plan.
    pub plan: Digest,
    /// What came of each job, by name.
    pub jobs: BTreeMap<String, JobReport>,
    /// Files on disk whose briefing or board is gone.
    #[serde(default)]
    pub withdrawn: Vec<String>,
    /// Lines of the record of a shard, from which a joined one is made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub record: Vec<String>,
    /// Whether it says how long things took.
    #[serde(skip)]
    pub times: bool,
}

/// What came of one job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobReport {
    /// The briefing it was made from.
    pub briefing: String,
    /// The board it was made for.
    pub board: Option<String>,
    /// How it ended.
    pub state: State,
    /// How many errors were found in it.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How long it took, where that was asked for: it differs from run to run, and nothing else does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub microseconds: Option<u64>,
    /// The files, in the order of making.
    pub files: Vec<FileReport>,
    /// Files on disk that are not what the sources give.
    pub stale: Vec<String>,
    /// Files that the sources give and that are not there, if they were only compared.
    pub missing: Vec<String>,
}

/// One file: enough for a website to list it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    /// Where it is.
    pub path: String,
    /// Of its bytes.
    pub sha256: Digest,
    /// How many bytes.
    pub size: u64,
    /// How many pages.
    pub pages: usize,
    /// The smallest and largest size of body text, in points.
    pub body: (f32, f32),
    /// How many words would still fit.
    pub room: usize,
    /// Why each page is as it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<PageWhy>,
    /// How many warnings its briefing has.
    pub warnings: usize,
    /// An equal share of the time that its job took, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub microseconds: Option<u64>,
}

impl Report {
    /// An empty report on `shard` of the whole plan.
    #[must_use]
    pub fn new(shard: Option<Shard>, plan: &[Job]) -> Self {
        Report {
            program: concat!(
                "briefpress ",
                env!("CARGO_PKG_VERSION"),
                " (sources ",
                env!("BRIEFPRESS_SOURCES"),
                ")"
            )
            .to_owned(),
            shard: shard.map_or((1, 1), |shard| (shard.index, shard.of)),
            planned: plan.len(),
            plan: Digest::of_parts(plan.iter().map(|job| job.name.as_bytes())),
            jobs: BTreeMap::new(),
            withdrawn: Vec::new(),
            record: Vec::new(),
            times: false,
        }
    }

    /// Takes in what came of a job.
    pub fn add(&mut self, job: &Job, done: &Done) {
        let count = |severity| done.messages.iter().filter(|message| message.severity == severity).count();
        let shown = |path: &Path| path.to_string_lossy().into_owned();
        let all = |paths: &[PathBuf]| paths.iter().map(|path| shown(path)).collect();
        let warnings = count(Severity::Warning);
        let share = done.microseconds / done.files.len().max(1) as u64;
        let line = |file: &MadeFile| FileReport {
            path: shown(&job.out.join(&file.name)),
            sha256: file.sha256,
            size: file.size,
            pages: file.pages,
            body: file.body,
            room: file.room,
            why: file.why.clone(),
            warnings,
            microseconds: self.times.then_some(share),
        };
        let report = JobReport {
            briefing: shown(&job.briefing),
            board: job.board.as_deref().map(shown),
            state: done.state,
            errors: count(Severity::Error),
            warnings,
            microseconds: self.times.then_some(done.microseconds),
            files: done.files.iter().map(line).collect(),
            stale: all(&done.stale),
            missing: all(&done.missing),
        };
        self.jobs.insert(job.name.clone(), report);
        self.record.extend(done.line.clone());
    }

    /// Takes in which files of earlier runs have lost their source.
    pub fn add_withdrawn(&mut self, withdrawn: &[Withdrawn]) {
        let is_known = |file: &&Withdrawn| !matches!(file.fate, Fate::Deleted | Fate::Unrecorded);
        let still_there = withdrawn.iter().filter(is_known);
        self.withdrawn.extend(still_there.map(|file| file.path.to_string_lossy().into_owned()));
    }

    /// The report as text.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a report holds nothing that JSON has no form for") + "\n"
    }

    /// Writes it, whole or not at all.
    ///
    /// # Errors
    /// What the disk answered.
    pub fn write(&self, disk: &Disk, path: &Path) -> io::Result<()> {
        disk.write_whole(path, self.to_json().as_bytes()).map(|_| ())
    }
}

/// Writes the record of joined shards into the folder that their files were brought together in. A line that does
/// not prove itself is left out: its job is made again.
///
/// # Errors
/// What the disk answered.
pub fn write_record(disk: &Disk, out: &Path, lines: &[String]) -> io::Result<()> {
    record::write(disk, out, lines.iter().filter_map(|line| Entry::from_line(line.as_bytes())).collect())
}

/// Joins the reports of all shards of one plan, and so proves that every job ran exactly once.
///
/// # Errors
/// A sentence that says what is missing, doubled or foreign.
pub fn merge(reports: Vec<Report>) -> Result<Report, String> {
    let mut reports = reports.into_iter();
    let mut all = reports.next().ok_or("there is no report to join")?;
    let mut shards = vec![all.shard.0];
    for report in reports {
        if report.plan != all.plan || report.shard.1 != all.shard.1 {
            return Err(format!(
                "the reports of shards {} and {} are of different runs",
                shards[0], report.shard.0
            ));
        }
        shards.push(report.shard.0);
        all.withdrawn.extend(report.withdrawn);
        all.record.extend(report.record);
        for (name, job) in report.jobs {
            if all.jobs.insert(name.clone(), job).is_some() {
                return Err(format!("{name} was built twice; the shards {shards:?} overlap"));
            }
        }
    }
    if let Some(missing) = (1..=all.shard.1).find(|index| !shards.contains(index)) {
        return Err(format!("the report of shard {missing}/{} is missing", all.shard.1));
    }
    if all.jobs.len() != all.planned {
        return Err(format!(
            "{} of {} briefings were built; a shard was stopped",
            all.jobs.len(),
            all.planned
        ));
    }
    all.withdrawn.sort();
    all.withdrawn.dedup();
    all.shard = (1, 1);
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Vec<Job> {
        let job = |number| Job {
            name: format!("b{number}"),
            briefing: PathBuf::from(format!("b{number}.yaml")),
            board: None,
            out: PathBuf::from("out"),
        };
        (0..30).map(job).collect()
    }

    fn shard(index: u64, of: u64) -> Report {
        let (shard, plan) = (Shard { index, of }, plan());
        let mut report = Report::new(Some(shard), &plan);
        for job in plan.iter().filter(|job| shard.takes(job)) {
            report.add(job, &Done::with(State::Made));
        }
        report
    }

    #[test]
    fn shards_join_to_the_whole_and_gaps_are_named() {
        let mut whole = Report::new(None, &plan());
        plan().iter().for_each(|job| whole.add(job, &Done::with(State::Made)));
        assert_eq!(merge(vec![shard(2, 3), shard(1, 3), shard(3, 3)]), Ok(whole));
        for (reports, part) in [
            (vec![], "no report"),
            (vec![shard(1, 3), shard(3, 3)], "shard 2/3 is missing"),
            (vec![shard(1, 3), shard(1, 3)], "twice"),
            (vec![shard(1, 3), shard(2, 4)], "different runs"),
        ] {
            let why = merge(reports).expect_err("none of these is whole");
            assert!(why.contains(part), "{why}");
        }
        let mut stopped = shard(1, 1);
        stopped.jobs.pop_first();
        assert_eq!(
            merge(vec![stopped]),
            Err("29 of 30 briefings were built; a shard was stopped".to_owned())
        );
    }
}
