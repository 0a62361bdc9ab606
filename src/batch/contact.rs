//! The contact sheet: takes what came of each job, gives one HTML page of first pages for a person to look over.
//!
//! It works offline, from any folder that is copied as a whole, and without a script. Browsers load the thumbnails as
//! the reader scrolls, so that 15,000 of them are no burden.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::entry::MadeFile;
use super::html::{escaped, link, things};
use super::job::{Done, State};
use super::plan::Job;
use crate::diag::Severity;

/// The page in the making: a heading for each board, below it a heading for each briefing.
#[derive(Debug)]
pub struct ContactSheet {
    path: PathBuf,
    body: String,
    board: Option<PathBuf>,
    jobs: usize,
    files: usize,
    not_made: usize,
}

const STYLE: &str = "\
:root{color-scheme:light dark}body{font:1rem/1.4 system-ui,sans-serif;margin:2rem}\
ul{display:flex;flex-wrap:wrap;gap:1rem;padding:0;list-style:none}li{width:14rem}\
img{display:block;width:100%;height:auto;border:1px solid #767676;background:#fff}\
a:focus-visible{outline:3px solid;outline-offset:2px}h2{border-top:1px solid;padding-top:1rem}";

impl ContactSheet {
    /// An empty page, to be written to `path`.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        let (path, body) = (path.to_path_buf(), String::new());
        ContactSheet { path, body, board: None, jobs: 0, files: 0, not_made: 0 }
    }

    /// Takes in what came of a job. Jobs come board by board.
    pub fn add(&mut self, job: &Job, done: &Done) {
        let level = if job.board.is_some() { 3 } else { 2 };
        if job.board != self.board {
            self.board.clone_from(&job.board);
            let name = job.board.as_deref().map(stem).unwrap_or_default();
            self.push(format_args!("<h2>{}</h2>\n", escaped(&name)));
        }
        let briefing = stem(&job.briefing);
        self.jobs += 1;
        self.push(format_args!("<h{level}>{}</h{level}>\n", escaped(&briefing)));
        let count = |severity| done.messages.iter().filter(|message| message.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        if matches!(done.state, State::Refused | State::Failed) {
            self.not_made += 1;
            self.push(format_args!(
                "<p><strong>Not made, or not all of it: {}.</strong></p>\n",
                things(errors, "error")
            ));
        }
        if warnings > 0 {
            self.push(format_args!("<p>{} to look at.</p>\n", things(warnings, "warning")));
        }
        if !done.files.is_empty() {
            self.body.push_str("<ul>\n");
            done.files
                .iter()
                .filter(|file| !file.is_picture())
                .for_each(|file| self.file(job, &briefing, file));
            self.body.push_str("</ul>\n");
        }
    }

    fn file(&mut self, job: &Job, briefing: &str, file: &MadeFile) {
        self.files += 1;
        let path = job.out.join(&file.name);
        let name = file.name.split('.').next().unwrap_or_default();
        let thumbnail = file.thumbnail.as_ref().map(|name| job.out.join(name)).filter(|path| path.is_file());
        let image = if let Some(thumbnail) = thumbnail {
            let whom = job.board.as_deref().map(|board| format!(" for {}", stem(board))).unwrap_or_default();
            let alt = format!("First page of the {name} of {briefing}{whom}");
            format!("<img loading=\"lazy\" src=\"{}\" alt=\"{}\">", self.link(&thumbnail), escaped(&alt))
        } else {
            String::new()
        };
        let (link, kilobytes) = (self.link(&path), file.size.div_ceil(1000));
        if file.pages == 0 {
            let shown = escaped(&file.name);
            self.push(format_args!("<li><a href=\"{link}\">{shown}</a><br>{kilobytes} kB</li>\n"));
            return;
        }
        let (shown, pages) = (escaped(&file.name), things(file.pages, "page"));
        let room = if file.room == 0 {
            "full".to_owned()
        } else {
            format!("room for {}", things(file.room, "word"))
        };
        self.push(format_args!(
            "<li><a href=\"{link}\">{image}{shown}</a><br>{pages}, {kilobytes} kB, {:.1} pt, {room}</li>\n",
            file.body.0
        ));
    }

    fn push(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(what);
    }

    fn link(&self, to: &Path) -> String {
        link(&self.path, to)
    }

    /// Writes the page, whole or not at all.
    ///
    /// # Errors
    /// What the disk answered.
    pub fn write(&self, disk: &Disk) -> io::Result<()> {
        let title =
            format!("Contact sheet: {} of {}", things(self.files, "PDF"), things(self.jobs, "briefing"));
        let not_made = match self.not_made {
            0 => String::new(),
            count => {
                format!("<p><strong>{} not made, or not all of it.</strong></p>\n", things(count, "briefing"))
            }
        };
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta name=\"generator\" content=\"briefpress\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{not_made}{}</main>\n</body>\n</html>\n",
            self.body
        );
        disk.write_whole(&self.path, page.as_bytes()).map(|_| ())
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
