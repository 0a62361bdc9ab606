//! Languages that are not said: takes the lines of a briefing, gives those whose words are of another language.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt as _};

use super::level::diagnostic;
use super::prose::{Line, bare, words};
use crate::diag::{Code, Diagnostic};
use crate::language::{KNOWN, Known, Language};

/// So many different words of a language in one line are no chance.
const ENOUGH: usize = 3;

/// The telling words of all languages, in small letters, each with its languages as places in [`KNOWN`].
static TELLING: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut telling: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, known) in KNOWN.iter().enumerate() {
        known.telling.iter().for_each(|word| telling.entry(word).or_default().push(at));
    }
    telling
});

/// For the first two bytes of a word, the lengths of the telling words that begin so, a bit each: most words are none,
/// and need not be looked up.
static LENGTHS: LazyLock<Box<[u32]>> = LazyLock::new(|| {
    let mut all = vec![0; PLACES].into_boxed_slice();
    TELLING.keys().for_each(|word| all[place(word)] |= length(word));
    all
});

/// How many pairs of first bytes are told apart.
const PLACES: usize = 1024;

/// The place of a word in the table of lengths.
fn place(word: &str) -> usize {
    let byte = |at: usize| word.as_bytes().get(at).map_or(0, |byte| usize::from(*byte));
    (byte(0) * 37 + byte(1)) % PLACES
}

/// The length of a word as a bit; the longest share one.
fn length(word: &str) -> u32 {
    1 << word.len().min(31)
}

/// Advice about each line that seems to be in another language than the briefing says.
pub(super) fn check(language: &Language, lines: &[Line<'_>], out: &mut Vec<Diagnostic>) {
    let mut telling = Telling::new(language);
    for line in lines {
        words(&line.text).for_each(|(at, word)| telling.see(line, at, word, bare(word)));
        out.extend(telling.told(line));
    }
}

/// The telling words of a line, as far as it was gone through.
pub(super) struct Telling<'l> {
    language: &'l Language,
    own: Option<&'static Known>,
    found: Vec<Found<'l>>,
    /// Room for a word in small letters.
    small: String,
}

impl<'l> Telling<'l> {
    /// For the lines of a briefing in a language.
    pub(super) fn new(language: &'l Language) -> Self {
        Telling { language, own: language.known(), found: Vec::new(), small: String::new() }
    }

    /// Looks at a word of a line, which stands at a byte, with and without the punctuation round it.
    pub(super) fn see(&mut self, line: &Line<'_>, at: usize, word: &'l str, bare: &str) {
        let plain = in_small(bare, &mut self.small);
        if LENGTHS[place(plain)] & length(plain) == 0 {
            return;
        }
        let Some((plain, languages)) = TELLING.get_key_value(plain) else { return };
        // A word that is the briefing's own tells nothing, whoever else has it.
        let is_own = |at: &usize| self.own.is_some_and(|own| own.tag == KNOWN[*at].tag);
        if !languages.iter().any(is_own) && !line.is_marked(at) {
            self.found.extend(languages.iter().map(|language| Found {
                language: *language,
                plain,
                at,
                word,
            }));
        }
    }

    /// What is to be said of the line that ends here; the next begins with no words.
    pub(super) fn told(&mut self, line: &Line<'_>) -> Option<Diagnostic> {
        // Nearly all lines have none.
        if self.found.len() < ENOUGH {
            self.found.clear();
            return None;
        }
        let found = std::mem::take(&mut self.found);
        let other = (0..KNOWN.len()).find(|language| different(&found, *language) >= ENOUGH)?;
        let mut place = found.iter().filter(|found| found.language == other);
        let (first, last) = (place.clone().next()?, place.next_back()?);
        Some(message(self.language, &KNOWN[other], line, first.at..last.at + last.word.len()))
    }
}

/// The word in small letters, as nearly all words are that begin no sentence.
fn in_small<'w>(word: &'w str, small: &'w mut String) -> &'w str {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word;
    }
    small.clear();
    small.extend(word.chars().flat_map(char::to_lowercase));
    small
}

/// A telling word in a line.
struct Found<'l> {
    /// The language that it tells, as a place in [`KNOWN`].
    language: usize,
    /// The word as the language's file has it.
    plain: &'static str,
    /// Where it stands, in bytes.
    at: usize,
    /// The word as it stands there.
    word: &'l str,
}

fn different(found: &[Found<'_>], language: usize) -> usize {
    let mut plain: Vec<&str> =
        found.iter().filter(|found| found.language == language).map(|found| found.plain).collect();
    plain.sort_unstable();
    plain.dedup();
    plain.len()
}

fn message(own: &Language, other: &Known, line: &Line<'_>, range: std::ops::Range<usize>) -> Diagnostic {
    let (name, tag) = (other.name, other.tag);
    let said = own.known().map_or(own.tag(), |known| known.name);
    let message = format!("these words look {name}, but a screen reader will say them as {said}");
    let hint =
        format!("Give the {name} a file of its own with language: {tag}, so that it is read as {name}");
    let part = format!("For a few words: [the words]{{lang={tag}}}");
    diagnostic(Code::LanguageUntagged, line.span(range), message).hint(hint).hint(part)
}
