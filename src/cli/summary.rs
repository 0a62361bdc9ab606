//! `report summary`: takes a report, gives a table of boards and their troubles in Markdown, for the page of a CI run.

use std::collections::BTreeMap;
use std::path::Path;

use briefpress::batch::{JobReport, Report, State, printable};

use super::args::SummaryArgs;
use super::report::read;
use super::{Exit, print};

/// More names than this tell a reader nothing more; the report has all of them.
const NAMED: usize = 20;

pub(crate) fn summary(args: &SummaryArgs) -> Exit {
    match read(&args.report) {
        Ok(report) => {
            print(&of(&report));
            Exit::Done
        }
        Err(exit) => exit,
    }
}

/// What one board has, or all of them.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    briefings: usize,
    refused: usize,
    failed: usize,
    differ: usize,
    errors: usize,
    warnings: usize,
}

impl Row {
    fn add(&mut self, job: &JobReport) {
        self.briefings += 1;
        self.refused += usize::from(job.state == State::Refused);
        self.failed += usize::from(job.state == State::Failed);
        self.differ += job.stale.len() + job.missing.len();
        self.errors += job.errors;
        self.warnings += job.warnings;
    }

    /// A line of the table; what there is none of stays empty, so that the eye finds what there is.
    fn line(&self, name: &str) -> String {
        let Row { briefings, refused, failed, differ, errors, warnings } = *self;
        let cell = |count: usize| if count == 0 { String::new() } else { count.to_string() };
        let cells = [refused, failed, differ, errors, warnings].map(cell).join(" | ");
        format!("| {name} | {briefings} | {cells} |\n")
    }
}

fn of(report: &Report) -> String {
    let (mut boards, mut all) = (BTreeMap::<&str, Row>::new(), Row::default());
    for job in report.jobs.values() {
        boards.entry(board(job)).or_default().add(job);
        all.add(job);
    }
    let mut out =
        "| board | briefings | with mistakes | not finished | files that differ | errors | warnings |\n\
                   |---|--:|--:|--:|--:|--:|--:|\n"
            .to_owned();
    boards.iter().for_each(|(name, row)| out.push_str(&row.line(&plain(name))));
    if boards.len() > 1 {
        out.push_str(&all.line("**all**"));
    }
    let trouble = |job: &&JobReport| matches!(job.state, State::Refused | State::Failed);
    let named = report.jobs.iter().filter(|(_, job)| trouble(job)).map(|(name, job)| match job.state {
        State::Failed => format!("- {}: could not be read or written\n", plain(name)),
        _ => format!("- {}: has mistakes, and no files\n", plain(name)),
    });
    let left_over =
        report.withdrawn.iter().map(|path| format!("- {}: left over, its briefing is gone\n", plain(path)));
    let lines: Vec<String> = named.chain(left_over).collect();
    if !lines.is_empty() {
        out.push('\n');
    }
    lines.iter().take(NAMED).for_each(|line| out.push_str(line));
    if let more @ 1.. = lines.len().saturating_sub(NAMED) {
        out.push_str(&format!("- and {more} more\n"));
    }
    out
}

/// The name of a board's file, without its ending.
fn board(job: &JobReport) -> &str {
    job.board.as_deref().and_then(|path| Path::new(path).file_stem()?.to_str()).unwrap_or("none")
}

/// A name as Markdown shows it: it may hold signs that mean something there, or a line break.
fn plain(name: &str) -> String {
    let mut out = String::new();
    for character in printable(Path::new(name)).chars() {
        if character.is_ascii_punctuation() && !matches!(character, '/' | '.' | '-' | '_') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(board: Option<&str>, state: State, errors: usize) -> JobReport {
        JobReport {
            briefing: "b.yaml".to_owned(),
            board: board.map(str::to_owned),
            state,
            errors,
            warnings: 2,
            microseconds: None,
            files: Vec::new(),
            stale: vec!["x.pdf".to_owned()],
            missing: Vec::new(),
        }
    }

    #[test]
    fn a_table_has_a_row_for_each_board_and_names_what_has_no_files() {
        let mut report = Report::new(None, &[]);
        report.jobs.insert("a/b".to_owned(), job(Some("boards/a|b.yaml"), State::Refused, 3));
        report.jobs.insert("c/b".to_owned(), job(Some("boards/c.yaml"), State::Made, 0));
        report.withdrawn.push("out/old\n::error::.pdf".to_owned());
        let text = of(&report);
        assert!(text.contains("\n| a\\|b | 1 | 1 |  | 1 | 3 | 2 |\n"), "{text}");
        assert!(text.contains("\n| **all** | 2 | 1 |  | 2 | 3 | 4 |\n"), "{text}");
        assert!(text.contains("- a/b: has mistakes"), "{text}");
        assert!(!text.contains("\n::error"), "a name must not begin a line: {text}");
    }
}
