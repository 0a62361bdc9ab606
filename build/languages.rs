//! The files of `languages/`: takes YAML, gives Rust that holds the same, or the reason why a file is not whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

#[allow(dead_code, unreachable_pub, reason = "the program uses the rest of it")]
#[path = "../src/language/word.rs"]
mod word;

use word::Word;

/// One file. Its tag is its name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    own_name: String,
    also: Vec<String>,
    script: String,
    direction: Direction,
    checked_by: String,
    reading: Option<Reading>,
    telling: Vec<String>,
    quotes: Vec<String>,
    words: BTreeMap<String, String>,
}

#[derive(Deserialize)]
enum Direction {
    #[serde(rename = "left to right")]
    LeftToRight,
    #[serde(rename = "right to left")]
    RightToLeft,
}

/// Formulas of how hard a text is to read.
#[derive(Deserialize)]
enum Reading {
    #[serde(rename = "Flesch-Kincaid")]
    FleschKincaid,
}

/// Rust for all files, in the order of their names.
pub(crate) fn generate(files: &[PathBuf]) -> Result<String, String> {
    let mut code = String::from("/// The languages, by tag.\npub static KNOWN: &[Known] = &[\n");
    let (mut tags, mut pairs) = (Vec::new(), BTreeSet::new());
    for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "yaml")) {
        let (tag, file) = read(path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        write(&mut code, &tag, &file).map_err(|fault| format!("{}: {fault}", path.display()))?;
        tags.push(tag);
        pairs.extend(file.quotes.iter().filter_map(|pair| marks(pair).ok()));
    }
    if !tags.iter().any(|tag| tag == "en") {
        return Err(
            "languages/en.yaml is not there, and English is what a briefing is in unless it says else".into(),
        );
    }
    code.push_str("];\n");
    let pairs: Vec<_> = pairs.into_iter().collect();
    writeln!(
        code,
        "/// The pairs of quotation marks of all languages.\nconst PAIRS: &[(char, char)] = &{pairs:?};"
    )
    .map_err(|error| error.to_string())?;
    Ok(code)
}

fn read(path: &Path) -> Result<(String, File), String> {
    let tag = path.file_stem().and_then(|stem| stem.to_str()).ok_or("its name is no language tag")?;
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let file: File = serde_saphyr::from_str(&text).map_err(|error| error.to_string())?;
    if let Some(key) = file.words.keys().find(|key| Word::from_key(key).is_none()) {
        return Err(format!("`words` has no key `{key}`"));
    }
    Ok((tag.to_owned(), file))
}

fn write(code: &mut String, tag: &str, file: &File) -> Result<(), String> {
    let direction = match file.direction {
        Direction::LeftToRight => "LeftToRight",
        Direction::RightToLeft => "RightToLeft",
    };
    let reading = match file.reading {
        Some(Reading::FleschKincaid) => true,
        None => false,
    };
    let quotes = file.quotes.iter().map(|pair| marks(pair)).collect::<Result<Vec<_>, _>>()?;
    let words = Word::all().map(|word| text_of(file, word)).collect::<Result<Vec<_>, _>>()?;
    let File { name, own_name, also, script, checked_by, telling, .. } = file;
    writeln!(
        code,
        "Known {{ tag: {tag:?}, also: &{also:?}, name: {name:?}, own_name: {own_name:?}, script: {script:?}, \
         direction: Direction::{direction}, checked_by: {checked_by:?}, reading: {reading}, telling: &{telling:?}, \
         quotes: &{quotes:?}, words: {words:?} }},"
    )
    .map_err(|error| error.to_string())
}

/// A pair of quotation marks: two characters, and none of those that YAML takes for its own.
fn marks(pair: &str) -> Result<(char, char), String> {
    let marks: Vec<char> = pair.chars().collect();
    match marks[..] {
        [open, close] if !open.is_ascii() && !close.is_ascii() => Ok((open, close)),
        _ => Err(format!("`quotes` has `{pair}`, which is no pair of marks such as “”")),
    }
}

fn text_of(file: &File, word: Word) -> Result<&str, String> {
    let key = word.as_str();
    let text = file.words.get(key).map(|text| text.trim()).filter(|text| !text.is_empty());
    let text = text.ok_or_else(|| format!("`words` has no `{key}`: {}", word.about()))?;
    word.fault(text).map_or(Ok(text), |fault| Err(format!("`{key}` {fault}")))
}
