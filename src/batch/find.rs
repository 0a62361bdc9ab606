//! Finding: takes the files and folders that a person named, gives the sources in them, and what was passed over.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::disk::{Disk, plain};
use super::printable::printable;
use crate::shell::quoted;

/// Why there is no plan. Each says in one sentence what is wrong, and in another what to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    /// The sentence.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Briefing,
    Board,
}

/// A briefing or a board's file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    /// Its place below the folder that was named, without its ending: `adults/neglect`.
    pub name: String,
    /// The path by which messages show it.
    pub path: PathBuf,
}

/// What is in the places that were named.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The sources, sorted by path and without doubles.
    pub sources: Vec<Source>,
    /// Sentences about what looks like a source, and was not looked at.
    pub passed_over: Vec<String>,
}

/// What a folder of briefings always asks for stands in a file of this name, which is no briefing.
pub const PROJECT_FILE: &str = "briefpress.yaml";

/// Folders are not nested deeper by anybody.
const DEEPEST: usize = 16;

/// The sources at `paths`, and in all folders below them but for `known`, which is looked at as something else.
/// A folder below one that was named may hold other things, such as boards' files: briefings are told by their keys.
pub(super) fn find(
    disk: &Disk,
    paths: &[PathBuf],
    kind: Kind,
    known: Option<&Path>,
) -> Result<Found, PlanError> {
    let mut search =
        Search { disk, kind, known, found: Found::default(), links: Vec::new(), seen: BTreeSet::new() };
    for path in paths {
        search.look_at(path).map_err(|why| in_quotes(paths, path).unwrap_or(why))?;
    }
    let mut found = search.found;
    found.sources.sort_by(|one, other| one.path.cmp(&other.path));
    found.sources.dedup_by(|one, other| one.path == other.path);
    if paths.len() > 1 {
        // One file may have been named in two ways: `x.yaml` and `./x.yaml`.
        let mut seen = BTreeSet::new();
        let is_new = |source: &Source| {
            let real = source.path.canonicalize().unwrap_or_else(|_| source.path.clone());
            seen.insert((source.name.clone(), real))
        };
        found.sources.retain(is_new);
    }
    Ok(found)
}

struct Search<'a> {
    disk: &'a Disk,
    kind: Kind,
    known: Option<&'a Path>,
    found: Found,
    /// Links to folders, which wait until all that is really there was looked at.
    links: Vec<Below>,
    /// The folders that were looked at below the one that was named, by their real paths: links that lead back to one
    /// of them would lead round for ever.
    seen: BTreeSet<PathBuf>,
}

/// A folder below the one that was named.
struct Below {
    path: PathBuf,
    /// Its place below the folder that was named, with a stroke behind it.
    place: String,
    depth: usize,
}

impl Search<'_> {
    fn look_at(&mut self, path: &Path) -> Result<(), PlanError> {
        let meta = self.disk.look(path).map_err(|_| missing(self.disk, path, self.kind))?;
        if !meta.is_dir() {
            if self.kind == Kind::Briefing && self.disk.read_source(path).is_ok_and(|text| is_board(&text)) {
                self.found.passed_over.push(format!(
                    "{} seems to be a board's own file; to build for that board, type:  briefpress build --boards {}",
                    printable(path),
                    quoted(&printable(path))
                ));
            }
            let source = Source { name: stem(path), path: path.to_path_buf() };
            self.found.sources.push(source);
            return Ok(());
        }
        let before = self.found.sources.len();
        self.seen.clear();
        self.folder(&Below { path: path.to_path_buf(), place: String::new(), depth: 0 })?;
        while let Some(link) = self.links.pop() {
            self.folder(&link)?;
        }
        let own = &self.found.sources[before..];
        if own.is_empty() {
            return Err(no_briefing(self.disk, path));
        }
        // The first briefing ends the looking, so a folder of many costs no more.
        let board = |source: &Source| self.disk.read_source(&source.path).is_ok_and(|text| is_board(&text));
        if self.kind == Kind::Briefing && own.iter().all(board) {
            let folder = printable(path);
            return Err(PlanError {
                message: format!("the folder {folder} holds boards' own files and no briefing"),
                advice: format!(
                    "To build for these boards, type:  briefpress build --boards {}",
                    quoted(&folder)
                ),
            });
        }
        Ok(())
    }

    /// The sources in a folder, if it was not looked at before by another path.
    fn folder(&mut self, Below { path: folder, place, depth }: &Below) -> Result<(), PlanError> {
        if !folder.canonicalize().is_ok_and(|real| self.seen.insert(real)) && folder.is_dir() {
            let words = format!("{} was not looked at: it is a link to a folder that was", printable(folder));
            self.found.passed_over.push(words);
            return Ok(());
        }
        let paths = self.disk.list(folder).map_err(|error| PlanError {
            message: format!("the folder {} cannot be read: {}", printable(folder), plain(&error)),
            advice: "Check whether you may open it".to_owned(),
        })?;
        let mut others = 0;
        for path in paths.into_iter().filter(|path| !is_hidden(path) && !path.ends_with(PROJECT_FILE)) {
            if path.is_dir() {
                self.below(path, place, *depth)?;
            } else if !is_yaml(&path) {
                self.name_look_alike(&path);
            } else if *depth == 0 || self.counts(&path) {
                self.found.sources.push(Source { name: format!("{place}{}", stem(&path)), path });
            } else {
                others += 1;
            }
        }
        if others > 0
            && !self.found.sources.iter().any(|source| source.path.parent() == Some(folder.as_path()))
        {
            let folder = printable(folder);
            self.found.passed_over.push(format!(
                "{folder} holds no briefing; if it holds boards' files, build for each with  --boards {}",
                quoted(&folder)
            ));
        }
        Ok(())
    }

    fn below(&mut self, folder: PathBuf, place: &str, depth: usize) -> Result<(), PlanError> {
        let same = |known: &Path| known == folder || known.canonicalize().ok() == folder.canonicalize().ok();
        if self.known.is_some_and(same) {
            return Ok(());
        }
        if depth + 1 > DEEPEST {
            self.found
                .passed_over
                .push(format!("{} was not looked at: it lies too deep", printable(&folder)));
            return Ok(());
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let below = Below { place: format!("{place}{name}/"), depth: depth + 1, path: folder };
        if below.path.is_symlink() {
            self.links.push(below);
            return Ok(());
        }
        self.folder(&below)
    }

    /// What cannot be read counts, so that its message is heard.
    fn counts(&self, path: &Path) -> bool {
        self.kind == Kind::Board || self.disk.read_source(path).map_or(true, |bytes| is_briefing(&bytes))
    }

    /// A name such as `neglect.yaml.txt`, as editors that hide endings write it.
    fn name_look_alike(&mut self, path: &Path) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if name.contains(".yaml") || name.contains(".yml") {
            let words =
                format!("{} was not looked at: the name of a briefing ends in .yaml", printable(path));
            self.found.passed_over.push(words);
        }
    }
}

/// A board's file has neither of these keys.
fn is_briefing(text: &[u8]) -> bool {
    let keys: [&[u8]; 2] = [b"title:", b"sections:"];
    text.split(|byte| *byte == b'\n').any(|line| keys.iter().any(|key| line.starts_with(key)))
}

/// Whether a text that is no briefing says what boards' files say.
fn is_board(text: &[u8]) -> bool {
    !is_briefing(text) && text.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"board:"))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Hidden files are left alone: editors and copying tools leave them about.
fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

fn is_yaml(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml")
}

fn missing(disk: &Disk, path: &Path, kind: Kind) -> PlanError {
    if path == Path::new("content") {
        return PlanError {
            message: "there is no folder content/ here, and no briefing was named".to_owned(),
            advice: "Write a first briefing with:  briefpress new content/my-briefing.yaml".to_owned(),
        };
    }
    if path.is_symlink() {
        return PlanError {
            message: format!("{} is a link that leads nowhere", printable(path)),
            advice: "Name the file itself, or make the link anew".to_owned(),
        };
    }
    let advice = match (nearly(disk, path), kind) {
        (Some(other), _) => format!("Did you mean {}?", quoted(&printable(&other))),
        (None, Kind::Board) => {
            "Check the path: --boards takes the file of a board, or a folder of them".to_owned()
        }
        (None, _) if !stem(path).contains(char::is_alphanumeric) => "Check the path".to_owned(),
        (None, _) => {
            let name = quoted(&printable(path));
            format!("Check the path, or write a new briefing with:  briefpress new {name}")
        }
    };
    PlanError { message: format!("there is no file or folder {}", printable(path)), advice }
}

/// A file beside the missing one whose name differs in its ending, in capitals, or in spaces and hyphens alone.
fn nearly(disk: &Disk, path: &Path) -> Option<PathBuf> {
    let plain = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let name = name.trim_end_matches(".txt").trim_end_matches(".yaml").trim_end_matches(".yml");
        name.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
    };
    let turned = PathBuf::from(path.to_string_lossy().replace('\\', "/"));
    if turned != path && turned.exists() {
        return Some(turned);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let wanted = plain(path);
    let alike = disk.list(folder).ok()?.into_iter().find(|other| other.is_file() && plain(other) == wanted);
    // The folder as it was typed, without `./` in front of it.
    alike.map(|other| path.with_file_name(other.file_name().unwrap_or_default()))
}

/// A name with spaces that a shell took for several: the words from one that is missing on are the name of a file.
fn in_quotes(paths: &[PathBuf], missing: &Path) -> Option<PlanError> {
    let from = paths.iter().position(|path| path == missing)?;
    let words: Vec<String> = paths[from..].iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let whole =
        (2..=words.len()).map(|count| words[..count].join(" ")).find(|name| Path::new(name).is_file())?;
    Some(PlanError {
        message: format!("the name {} has spaces, and was taken for several", printable(Path::new(&whole))),
        advice: format!("Put it in quotes:  {}", quoted(&printable(Path::new(&whole)))),
    })
}

fn no_briefing(disk: &Disk, folder: &Path) -> PlanError {
    let message = format!("the folder {} holds no briefing (no file that ends in .yaml)", printable(folder));
    let name = |path: &Path| quoted(&printable(path));
    let advice = match office_file(disk, folder) {
        Some(file) => {
            format!("To make a briefing of an old document, type:  briefpress import {}", name(&file))
        }
        None => format!(
            "Name a file, or write a first one with:  briefpress new {}",
            name(&folder.join("my-briefing.yaml"))
        ),
    };
    PlanError { message, advice }
}

/// The first file of a folder, by its name, that a briefing can be made of.
#[must_use]
pub fn office_file(disk: &Disk, folder: &Path) -> Option<PathBuf> {
    let is_office = |path: &PathBuf| {
        let ending = path.extension().unwrap_or_default();
        !is_hidden(path) && ["docx", "odt"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    };
    disk.list(folder).ok()?.into_iter().find(is_office)
}
