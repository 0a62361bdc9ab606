//! `report`: the words with which reports of `build --report` are joined and shown.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum ReportVerb {
    /// Join the reports of all shards, and fail unless every briefing was built exactly once
    Merge(MergeArgs),
    /// Show a report as a table of boards and their troubles, in Markdown, for the page of a CI run
    Summary(SummaryArgs),
}

#[derive(Debug, Args)]
pub(crate) struct SummaryArgs {
    /// The report
    #[arg(value_name = "FILE")]
    pub report: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct MergeArgs {
    /// The reports, one of each shard
    #[arg(value_name = "FILES", required = true)]
    pub reports: Vec<PathBuf>,
    /// The folder that the files of all shards were brought together in: a record of them is written there, so that
    /// `status` and the next `build` know them
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}
