//! The contact sheet: takes what came of each job, gives one HTML page of first pages for a person to look over.
//!
//! Editions of a briefing stand side by side, so that one that differs is seen. The page works offline, from any folder
//! that is copied as a whole. Without a script it shows all; with the one that is in it, it remembers what was looked
//! at, by the digests of the files: a tick is gone as soon as a file has changed. Browsers load the pictures as the
//! reader scrolls, so that 15,000 of them are no burden.

mod group;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use super::digest::Digest;
use super::disk::Disk;
use super::entry::MadeFile;
use super::html::{PAPERS, link};
use super::job::{Done, State};
use super::plan::Job;
use crate::diag::Severity;
use crate::english::things;

use group::Group;

const STYLE: &str = include_str!("contact.css");
const SCRIPT: &str = include_str!("contact.js");

/// The page in the making.
#[derive(Debug)]
pub struct ContactSheet {
    path: PathBuf,
    /// Editions by their briefing.
    briefings: BTreeMap<PathBuf, Vec<Edition>>,
}

/// A briefing as one board has it.
#[derive(Debug)]
struct Edition {
    /// The board, where there are several.
    board: Option<String>,
    /// Title and tag of the language, where the briefing could be read.
    about: Option<(String, String)>,
    /// How a browser knows again that it was looked at.
    id: String,
    not_made: bool,
    errors: Vec<String>,
    warnings: Vec<String>,
    pages: Vec<Page>,
}

/// A file of an edition.
#[derive(Debug)]
struct Page {
    name: String,
    link: String,
    picture: Option<String>,
    about: String,
}

impl ContactSheet {
    /// An empty page, to be written to `path`.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        ContactSheet { path: path.to_path_buf(), briefings: BTreeMap::new() }
    }

    /// Takes in what came of a job.
    pub fn add(&mut self, job: &Job, done: &Done) {
        let said = |severity| {
            let of_it = done.messages.iter().filter(move |message| message.severity == severity);
            of_it.map(|message| message.text.clone()).collect()
        };
        let files = done.files.iter().filter(|file| !file.is_picture());
        let digests = done.files.iter().map(|file| file.sha256.as_bytes());
        let id = Digest::of_parts(std::iter::once(job.name.as_bytes()).chain(digests));
        let edition = Edition {
            board: job.board.as_deref().map(stem),
            about: done.about.as_ref().map(|about| (about.title.clone(), about.language.clone())),
            id: format!("t{:.16}", id.to_string()),
            not_made: matches!(done.state, State::Refused | State::Failed),
            errors: said(Severity::Error),
            warnings: said(Severity::Warning),
            pages: files.map(|file| self.page(job, file)).collect(),
        };
        self.briefings.entry(job.briefing.clone()).or_default().push(edition);
    }

    fn page(&self, job: &Job, file: &MadeFile) -> Page {
        let here = |name: &str| link(&self.path, &job.out.join(name));
        let is_there = |name: &&String| job.out.join(name).is_file();
        let kilobytes = file.size.div_ceil(1000);
        let about = match (file.pages, file.room) {
            (0, _) => format!("{kilobytes} kB"),
            (pages, 0) => format!("{}, {:.1} pt, full", things(pages, "page"), file.body.0),
            (pages, room) => {
                format!("{}, {:.1} pt, room for {}", things(pages, "page"), file.body.0, things(room, "word"))
            }
        };
        let picture = file.thumbnail.as_ref().filter(is_there).map(|name| here(name));
        Page { name: file.name.clone(), link: here(&file.name), picture, about }
    }

    /// Writes the page, whole or not at all.
    ///
    /// # Errors
    /// What the disk answered.
    pub fn write(&self, disk: &Disk) -> io::Result<()> {
        disk.write_whole(&self.path, self.html().as_bytes()).map(|_| ())
    }

    fn html(&self) -> String {
        let mut groups: Vec<Group<'_>> =
            self.briefings.iter().map(|(path, editions)| Group { path, editions }).collect();
        groups.sort_by_cached_key(|group| group.title().to_lowercase());
        let all = || groups.iter().flat_map(|group| group.editions);
        let files: usize = all().map(|edition| edition.pages.len()).sum();
        let most = groups.iter().map(|group| group.editions.len()).max().unwrap_or(0);
        let not_made = groups.iter().filter(|group| group.editions.iter().any(|edition| edition.not_made));
        let not_made = not_made.count();
        let title =
            format!("Contact sheet: {} of {}", things(files, "file"), things(groups.len(), "briefing"));
        let mut about = things(all().count(), "edition");
        if not_made > 0 {
            let _ = write!(
                about,
                ", <strong>{} not made, or not all of it</strong>",
                things(not_made, "briefing")
            );
        }
        let unclean = groups.iter().filter(|group| !group.is_clean()).count();
        let mut page =
            String::from("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        let class = match most {
            0 | 1 => "grp",
            2 | 3 => "grp some",
            _ => "grp many",
        };
        // Writing to a string cannot fail.
        let _ = write!(
            page,
            "<meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta name=\"generator\" content=\"briefpress\">\n<title>{title}</title>\n\
             <style>\n{PAPERS}{STYLE}</style>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#list\">Skip to the pages</a>\n<main>\n\
             <div class=\"top in\"><h1>Before you publish</h1>\n<p>{}, {about}.</p></div>\n\
             <form class=\"bar in\"><label><input type=\"checkbox\" id=\"only\">Only with warnings ({unclean})</label>\
             <label hidden><input type=\"checkbox\" id=\"todo\">Only not looked at</label><p id=\"n\" role=\"status\"></p></form>\n\
             <div class=\"in\" id=\"list\"><ul class=\"{class}\">\n",
            things(groups.len(), "briefing"),
        );
        groups.iter().for_each(|group| group.add_to(&mut page));
        let _ = write!(page, "</ul></div>\n</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
        page
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
