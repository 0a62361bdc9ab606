//! Progress: takes a count of jobs, gives a bar on a terminal, and nothing in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

/// How far long work has come.
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar of `jobs` steps; none if there are none. It shows itself only on a terminal.
    pub(crate) fn new(jobs: usize) -> Self {
        let style = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len} briefings, {eta} left");
        let bar = (jobs > 0).then(|| ProgressBar::new(jobs as u64));
        Progress(bar.map(|bar| bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))))
    }

    pub(crate) fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }

    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
