//! The index: takes what came of each job, gives one HTML page that lists every briefing with its editions and files.
//!
//! It is for a website or a shared folder: it needs no server, no other file but those it leads to, and no script. With
//! one, which is in the page, it can be searched.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use super::about::About;
use super::disk::Disk;
use super::html::{PAPERS, link, spoken};
use super::job::Done;
use super::plan::Job;
use crate::english::things;
use crate::language::{Labels, Language};
use crate::markup::escaped;
use crate::model::Date;

const STYLE: &str = include_str!("index.css");
const SCRIPT: &str = include_str!("index.js");

/// So many days before its review a briefing is called due soon.
const SOON: i64 = 92;

/// The page in the making.
#[derive(Debug)]
pub struct Index {
    path: PathBuf,
    today: Option<Date>,
    /// Editions by their briefing.
    briefings: BTreeMap<PathBuf, Vec<Edition>>,
}

/// A briefing as one board has it.
#[derive(Debug)]
struct Edition {
    /// Whether the board has a file of its own, so that its name tells editions apart.
    local: bool,
    about: About,
    /// Links with the words for them, the web page first.
    files: Vec<(&'static str, String)>,
}

/// How a day of review stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Review {
    Late,
    Soon,
    Later,
}

impl Index {
    /// An empty page, to be written to `path`; reviews are judged as of `today`.
    #[must_use]
    pub fn new(path: &Path, today: Option<Date>) -> Self {
        Index { path: path.to_path_buf(), today, briefings: BTreeMap::new() }
    }

    /// Takes in what came of a job; of one that made nothing there is nothing to list.
    pub fn add(&mut self, job: &Job, done: &Done) {
        let Some(about) = done.about.clone().filter(|_| !done.files.is_empty()) else { return };
        let mut files: Vec<(usize, &str, String)> = Vec::new();
        for file in &done.files {
            if let Some((rank, words)) = words_for(&file.name) {
                files.push((rank, words, link(&self.path, &job.out.join(&file.name))));
            }
        }
        files.sort();
        let files = files.into_iter().map(|(_, words, link)| (words, link)).collect();
        let edition = Edition { local: job.board.is_some(), about, files };
        self.briefings.entry(job.briefing.clone()).or_default().push(edition);
    }

    /// Writes it, whole or not at all.
    ///
    /// # Errors
    /// What the disk answered.
    pub fn write(&self, disk: &Disk) -> io::Result<()> {
        disk.write_whole(&self.path, self.page().as_bytes()).map(|_| ())
    }

    fn page(&self) -> String {
        let mut briefings: Vec<&Vec<Edition>> = self.briefings.values().collect();
        // Welsh is placed to be read first (Welsh Language Standards); titles follow as people look for them.
        let key = |editions: &Vec<Edition>| {
            let about = &editions[0].about;
            (about.title.to_lowercase(), about.language.clone())
        };
        briefings.sort_by_key(|editions| (!is_welsh(&editions[0].about), key(editions)));
        let count =
            |kind: Review| briefings.iter().filter(|editions| self.kinds(editions).contains(&kind)).count();
        let (total, late, soon) = (briefings.len(), count(Review::Late), count(Review::Soon));
        let mut page =
            String::from("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        let _ = write!(
            page,
            "<meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta name=\"generator\" content=\"briefpress\">\n<title>Seven-minute briefings{}</title>\n\
             <style>\n{PAPERS}{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#list\">Skip to the briefings</a>\n\
             <main>\n<div class=\"top in\"><h1>Seven-minute briefings</h1>\n<p>{} to read, print and hand out.</p></div>\n\
             <form class=\"find in\" id=\"find\" hidden>\n\
             <div><label for=\"q\">Find a briefing</label><input id=\"q\" type=\"search\" autocomplete=\"off\"></div>\n\
             <fieldset><legend>Show</legend>\n\
             <label><input type=\"radio\" name=\"k\" value=\"\" checked>All {total}</label>\n\
             <label><input type=\"radio\" name=\"k\" value=\"late\">Overdue ({late})</label>\n\
             <label><input type=\"radio\" name=\"k\" value=\"soon\">Review soon ({soon})</label></fieldset>\n</form>\n\
             <div class=\"in\" id=\"list\">\n<p class=\"num\" id=\"num\" role=\"status\">{}</p>\n<ul class=\"lib\">\n",
            self.only_board(),
            things(total, "briefing"),
            things(total, "briefing"),
        );
        briefings.iter().for_each(|editions| self.row(&mut page, editions));
        page.push_str("</ul>\n</div>\n</main>\n");
        if let Some(today) = self.today {
            let day = Labels::english().date(today);
            let _ = writeln!(page, "<footer class=\"in\">Reviews as of {day}</footer>");
        }
        let _ = write!(page, "<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
        page
    }

    /// The name of the board in the title, where all editions are of one.
    fn only_board(&self) -> String {
        let mut names: Vec<&str> =
            self.briefings.values().flatten().map(|edition| edition.about.board.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if let [name] = names[..] { format!(": {}", escaped(name)) } else { String::new() }
    }

    /// A briefing: its title, its review, and the files of its editions.
    fn row(&self, page: &mut String, editions: &[Edition]) {
        let about = &editions[0].about;
        let words: Vec<&str> = self.kinds(editions).into_iter().filter_map(Review::word).collect();
        let mut found = about.title.to_lowercase();
        editions.iter().filter(|edition| edition.local).for_each(|edition| {
            let _ = write!(found, " {}", edition.about.board.to_lowercase());
        });
        let _ = write!(page, "<li data-k=\"{}\" data-w=\"{}\">", words.join(" "), escaped(&found));
        let spoken = spoken(&about.language);
        let title = escaped(&about.title);
        let shown = match editions {
            [only] if !only.local => match only.files.first() {
                Some((_, link)) => format!("<a href=\"{link}\">{title}</a>"),
                None => title,
            },
            _ => title,
        };
        let _ = write!(page, "<h2{spoken}>{shown}</h2><p>{}</p><ul>", self.review(editions));
        editions.iter().for_each(|edition| files(page, edition));
        page.push_str("</ul></li>\n");
    }

    fn standing(&self, review: Date) -> Review {
        match self.today.map(|today| review.number() - today.number()) {
            Some(..0) => Review::Late,
            Some(..SOON) => Review::Soon,
            Some(_) | None => Review::Later,
        }
    }

    fn kinds(&self, editions: &[Edition]) -> Vec<Review> {
        let days = editions.iter().filter_map(|edition| edition.about.review());
        let mut kinds: Vec<Review> = days.map(|day| self.standing(day)).collect();
        kinds.dedup();
        kinds
    }

    /// The earliest review of the editions, which have one of their own only where their files say so.
    fn review(&self, editions: &[Edition]) -> String {
        let Some(day) = editions.iter().filter_map(|edition| edition.about.review()).min() else {
            return "No day of review".to_owned();
        };
        let shown = format!("<time datetime=\"{day}\">{}</time>", Labels::english().date(day));
        match self.standing(day) {
            Review::Late => format!("<span class=\"late\">Overdue since {shown}</span>"),
            Review::Soon => format!("<span class=\"soon\">Review soon, by {shown}</span>"),
            Review::Later => format!("Review by {shown}"),
        }
    }
}

impl Review {
    const fn word(self) -> Option<&'static str> {
        match self {
            Review::Late => Some("late"),
            Review::Soon => Some("soon"),
            Review::Later => None,
        }
    }
}

/// The files of an edition. Each link has a name of its own, for a screen reader lists them without what is around.
fn files(page: &mut String, edition: &Edition) {
    let About { title, board, .. } = &edition.about;
    let whose = if edition.local { format!(" for {}", escaped(board)) } else { String::new() };
    page.push_str("<li>");
    if edition.local {
        let _ = write!(page, "<b>{}</b>", escaped(board));
    }
    for (words, link) in &edition.files {
        let hidden = format!("<span class=\"vh\"> of {}{whose}</span>", escaped(title));
        let _ = write!(page, "<a href=\"{link}\">{words}{hidden}</a>");
    }
    page.push_str("</li>");
}

/// What a file is called in the list, and its place there; sheets and press files are not for readers.
fn words_for(name: &str) -> Option<(usize, &'static str)> {
    const WORDS: [(&str, &str); 8] = [
        ("index.html", "Web page"),
        ("poster.pdf", "Poster"),
        ("handout.pdf", "Slides"),
        ("card.pdf", "Card"),
        ("leaflet.pdf", "Leaflet"),
        ("large-print.pdf", "Large print"),
        ("8-up.pdf", "On one page"),
        ("briefing.txt", "Plain text"),
    ];
    let rank = WORDS.iter().position(|(known, _)| *known == name)?;
    Some((rank, WORDS[rank].1))
}

fn is_welsh(about: &About) -> bool {
    Language::new(&about.language).is_some_and(|language| language.primary() == "cy")
}
