//! A line of the record: takes what a job made and what from, gives a line of text that proves itself, and back.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::about::About;
use super::digest::Digest;
use super::message::Message;
use super::stamp::Stamp;
use super::why::PageWhy;
use crate::model::Date;

/// What a job made, and what from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The job's name.
    pub job: String,
    /// The briefing, and the board's file, as seen from the folder of the record.
    pub briefing: PathBuf,
    pub board: Option<PathBuf>,
    /// The options, as `Options::key` writes them.
    pub options: String,
    /// Of the sources, the options and the program.
    pub key: Digest,
    /// Where pictures were looked for, and what was there.
    pub pictures: Vec<(PathBuf, Option<Digest>)>,
    pub files: Vec<MadeFile>,
    /// What runs with other options made: other documents, and variants.
    #[serde(default)]
    pub earlier: Vec<MadeFile>,
    /// What the file system said of each of `files`, in the same order.
    pub stamps: Vec<Stamp>,
    pub messages: Vec<Message>,
    /// What lists say of the briefing.
    #[serde(default)]
    pub about: Option<About>,
    /// Whether thumbnails were drawn of the same pages.
    #[serde(default)]
    pub thumbnails: bool,
    /// The days on which these are the messages, as `Date::number` counts: the first, and the first on which
    /// they may be others. Without them the messages know nothing of dates.
    pub days: Option<(i64, i64)>,
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MadeFile {
    /// Its name within the folder of its job.
    pub name: String,
    /// Of its bytes.
    pub sha256: Digest,
    /// How many bytes.
    pub size: u64,
    /// How many pages; one of a picture, none of a web page or plain text.
    pub pages: usize,
    /// The smallest and largest size of body text, in points.
    pub body: (f32, f32),
    /// How many words would still fit.
    pub room: usize,
    /// Why each of its pages is as it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<PageWhy>,
    /// The name of the small picture of its first page, where one was drawn.
    #[serde(default)]
    pub thumbnail: Option<String>,
}

impl MadeFile {
    /// Whether it is the picture of a page, which stands beside a PDF and is read by nobody alone.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        self.name.ends_with(".png")
    }
}

/// The name of a file's thumbnail, which the files of a document in all forms share.
pub(super) fn thumbnail(file_name: &str) -> String {
    let name = file_name.strip_suffix(".pdf").unwrap_or(file_name);
    let mut forms = [".print", ".ua2"].into_iter();
    format!("{}.svg", forms.find_map(|form| name.strip_suffix(form)).unwrap_or(name))
}

impl Entry {
    /// Whether its messages are those of this day.
    pub(super) fn speaks_for(&self, today: Option<Date>) -> bool {
        let today = today.map(Date::number);
        let holds = |(first, next): (i64, i64)| today.is_some_and(|day| first <= day && day < next);
        self.days.map_or(today.is_none(), holds)
    }

    /// All files that the job ever made.
    pub(super) fn all_files(&self) -> impl Iterator<Item = &MadeFile> {
        self.files.iter().chain(&self.earlier)
    }

    /// The line: a digest, and behind it what it is the digest of.
    pub(super) fn to_line(&self) -> String {
        let text = serde_json::to_string(self).expect("an entry holds nothing that JSON has no form for");
        format!("{} {text}\n", Digest::of(text.as_bytes()))
    }

    /// The entry of a line; none of one that was cut, changed by hand, or written by another version.
    pub(super) fn from_line(line: &[u8]) -> Option<Self> {
        let line = str::from_utf8(line).ok()?;
        let (digest, text) = line.trim_end_matches('\n').split_once(' ')?;
        if Digest::from_hex(digest)? != Digest::of(text.as_bytes()) {
            return None;
        }
        serde_json::from_str(text).ok().filter(Entry::is_sound)
    }

    /// Whether it can be believed as far as the program acts on it: files are read and deleted by these names, and
    /// messages are cut at these places. A digest proves that a line is whole, not who wrote it.
    fn is_sound(&self) -> bool {
        let files = self.all_files().all(|file| is_one_name(&file.name));
        let job = self.job.split('/').all(is_one_name);
        job && files && self.stamps.len() == self.files.len() && self.messages.iter().all(Message::is_sound)
    }
}

/// Whether a name is that of a thing in a folder, and leads nowhere else.
fn is_one_name(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(part)), None) if part == name)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An entry about one file that holds "pdf".
    pub(in crate::batch) fn entry(key: &str, stamp: Stamp) -> Entry {
        let (name, sha256) = ("poster.pdf".to_owned(), Digest::of(b"pdf"));
        let (why, thumbnail) = (Vec::new(), None);
        let file = MadeFile { name, sha256, size: 3, pages: 1, body: (12.0, 12.0), room: 0, why, thumbnail };
        Entry {
            job: "a".to_owned(),
            briefing: PathBuf::from("a.yaml"),
            board: None,
            options: String::new(),
            key: Digest::of(key.as_bytes()),
            pictures: Vec::new(),
            files: vec![file],
            earlier: Vec::new(),
            stamps: vec![stamp],
            messages: Vec::new(),
            about: None,
            thumbnails: false,
            days: None,
        }
    }

    const STAMP: Stamp = Stamp { size: 3, modified: 0, number: 0 };

    #[test]
    fn a_line_that_was_changed_by_one_letter_is_none() {
        let line = entry("one", STAMP).to_line();
        assert_eq!(Entry::from_line(line.as_bytes()).expect("it is whole").key, Digest::of(b"one"));
        for at in 0..line.len() - 1 {
            let mut bytes = line.clone().into_bytes();
            bytes[at] ^= 1;
            assert!(Entry::from_line(&bytes).is_none(), "byte {at}");
        }
    }

    #[test]
    fn names_that_lead_elsewhere_are_not_believed() {
        let changed = |change: &dyn Fn(&mut Entry)| {
            let mut entry = entry("one", STAMP);
            change(&mut entry);
            Entry::from_line(entry.to_line().as_bytes())
        };
        assert!(changed(&|_| {}).is_some());
        for name in ["../secret.pdf", "/etc/passwd", "..", ".", "", "a/b.pdf"] {
            assert!(changed(&|entry| name.clone_into(&mut entry.files[0].name)).is_none(), "{name:?}");
        }
        for job in ["..", "a/../..", "/a", "a//b", ""] {
            assert!(changed(&|entry| job.clone_into(&mut entry.job)).is_none(), "{job:?}");
        }
        assert!(changed(&|entry| entry.stamps.clear()).is_none());
    }

    #[test]
    fn an_entry_speaks_for_the_days_for_which_its_messages_are_known() {
        let dated = Entry { days: Some((100, 200)), ..entry("one", STAMP) };
        let speaks = |day: Option<i64>| dated.speaks_for(day.and_then(Date::of_number));
        assert!(speaks(Some(100)) && speaks(Some(199)));
        assert!(!speaks(Some(99)), "the clock went back");
        assert!(!speaks(Some(200)), "a contact may have grown stale");
        assert!(!speaks(None), "without a day nothing is stale, so its messages are others");
    }
}
