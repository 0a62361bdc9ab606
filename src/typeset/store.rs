//! The store of words: takes texts, gives them shaped, each text once for all three documents.

use std::rc::Rc;

use foldhash::{HashMap, HashMapExt as _};

use super::arrangements::{Arrangements, Mosaics, Wording};
use super::counted::Counted;
use super::qr::Code;
use crate::font::{FontSet, Weight};
use crate::language::{Direction, Language};
use crate::model::Inline;
use crate::page::{Arena, Document};
use crate::text::{ParagraphSpec, Piece, Shaper};

/// Shapes texts and remembers them, for all documents of a job and for the jobs after it: editions of a
/// briefing share nearly all their words. What it remembers has no influence on what it gives.
pub struct Store {
    shaper: Shaper,
    language: Rc<str>,
    direction: Direction,
    known: Vec<Shelf>,
    /// The name of a text of several runs, kept for its memory.
    name: String,
    codes: HashMap<String, Option<Rc<Code>>>,
    arrangements: Arrangements,
    /// Memory of documents that are no longer needed.
    spare: Vec<Arena>,
    /// How many bytes of text are known.
    bytes: usize,
}

/// Weight of numerals on discs and of list numbers.
pub(super) const NUMERAL: Weight = Weight::BOLD;

/// The texts of one language and weight, numbers and addresses by themselves.
struct Shelf {
    language: Rc<str>,
    weight: Weight,
    value: bool,
    texts: HashMap<Box<str>, Rc<Counted>>,
}

/// Above so many bytes of text all is forgotten; shaped text takes about sixty times as much memory. Fifty
/// briefings are below it.
const MOST_BYTES: usize = 200_000;

/// The documents of a job are that many at the most, nearly always.
const MOST_SPARE: usize = 8;

impl Store {
    /// An empty store for texts in these faces.
    #[must_use]
    pub fn new(fonts: &FontSet) -> Self {
        Store {
            shaper: Shaper::new(fonts),
            language: Rc::from(""),
            direction: Direction::LeftToRight,
            known: Vec::new(),
            name: String::new(),
            codes: HashMap::new(),
            arrangements: Arrangements::default(),
            spare: Vec::new(),
            bytes: 0,
        }
    }

    /// Begins a briefing in a language.
    pub fn begin(&mut self, language: &Language) {
        self.direction = language.direction();
        if *self.language != *language.tag() {
            self.language = Rc::from(language.tag());
        }
        if self.bytes > MOST_BYTES {
            self.known.clear();
            self.codes.clear();
            self.arrangements.clear();
            self.bytes = 0;
        }
    }

    /// The number of an item of a list, with its full stop behind it in the direction of the language: figures alone
    /// have none, so a mark that nobody sees gives it to them (UAX #9, 2.6).
    pub(super) fn ordinal(&mut self, number: usize, weight: Weight) -> Rc<Counted> {
        match self.direction {
            Direction::LeftToRight => self.words(&format!("{number}."), weight),
            Direction::RightToLeft => self.words(&format!("\u{200f}{number}."), weight),
        }
    }

    /// A text of one weight.
    pub(super) fn words(&mut self, text: &str, weight: Weight) -> Rc<Counted> {
        self.shape(text, weight, false, &[Piece { text, weight, tabular: false, key: 0, keep: false }])
    }

    /// Parts of a line, each kept whole where it can be. The dot between two of them stays with the first.
    pub(super) fn parts(&mut self, parts: &[String], weight: Weight) -> (String, Rc<Counted>) {
        if let [only] = parts {
            return (only.clone(), self.words(only, weight));
        }
        let last = parts.len().saturating_sub(1);
        let dotted: Vec<String> = parts
            .iter()
            .enumerate()
            .map(|(index, part)| if index < last { format!("{part}  ·") } else { part.clone() })
            .collect();
        let piece = |text, keep| Piece { text, weight, tabular: false, key: 0, keep };
        let pieces: Vec<Piece<'_>> = dotted
            .iter()
            .enumerate()
            .flat_map(|(index, part)| {
                let space = (index > 0).then(|| piece("  ", false));
                space.into_iter().chain([piece(part.as_str(), true)])
            })
            .collect();
        let text = dotted.join("  ");
        let shaped = self.shape(&text, weight, false, &pieces);
        (text, shaped)
    }

    /// A number or address: figures of one width, never broken where it can be kept whole.
    pub(super) fn value(&mut self, text: &str, weight: Weight) -> Rc<Counted> {
        self.shape(
            text,
            weight,
            true,
            // Only groups of figures are compared line by line; a short number is tighter without.
            &[Piece { text, weight, tabular: text.contains(' '), key: 0, keep: true }],
        )
    }

    /// Running text; the key of each piece is the number of its run.
    pub(super) fn inline(&mut self, inline: &Inline, weight: Weight) -> Rc<Counted> {
        let pieces: Vec<Piece<'_>> = inline
            .iter()
            .zip(0..)
            .map(|(run, key)| {
                let weight = if run.strong { weight.max(Weight::BOLD) } else { weight };
                Piece { text: &run.text, weight, tabular: false, key, keep: false }
            })
            .collect();
        // The bounds of runs are part of the name: the same words cut otherwise carry other keys.
        let mut name = std::mem::take(&mut self.name);
        name.clear();
        for run in inline.iter() {
            name.push(if run.strong { '\u{1}' } else { '\u{2}' });
            name.push_str(&run.text);
        }
        let shaped = self.shape(&name, weight, false, &pieces);
        self.name = name;
        shaped
    }

    /// Takes the memory of a document that is no longer needed, for the next.
    pub fn give_back(&mut self, document: Document) {
        let Arena { mut glyphs, mut text } = document.arena;
        if self.spare.len() < MOST_SPARE {
            glyphs.clear();
            text.clear();
            self.spare.push(Arena { glyphs, text });
        }
    }

    /// Memory for the letters of a document, empty.
    pub(super) fn arena(&mut self) -> Arena {
        self.spare.pop().unwrap_or_default()
    }

    /// The places that were found for contacts so worded.
    pub(super) fn arrangements(&mut self, wording: Wording) -> Rc<Mosaics> {
        self.arrangements.of(wording)
    }

    /// The QR code of an address; `None` where it is too long for one.
    pub(super) fn code(&mut self, address: &str) -> Option<Rc<Code>> {
        if let Some(code) = self.codes.get(address) {
            return code.clone();
        }
        let code = Code::encode(address).map(Rc::new);
        self.bytes += address.len();
        self.codes.insert(address.to_owned(), code.clone());
        code
    }

    fn shape(&mut self, name: &str, weight: Weight, value: bool, pieces: &[Piece<'_>]) -> Rc<Counted> {
        let is = |shelf: &Shelf| {
            shelf.weight == weight && shelf.value == value && *shelf.language == *self.language
        };
        let at = self.known.iter().position(is).unwrap_or_else(|| {
            let language = Rc::clone(&self.language);
            self.known.push(Shelf { language, weight, value, texts: HashMap::new() });
            self.known.len() - 1
        });
        if let Some(shaped) = self.known[at].texts.get(name) {
            return Rc::clone(shaped);
        }
        let shaped = self.shaper.shape(&ParagraphSpec { pieces, language: &self.language });
        let shaped = Rc::new(Counted::new(shaped));
        self.bytes += name.len();
        self.known[at].texts.insert(name.into(), Rc::clone(&shaped));
        shaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::FontSet;

    #[test]
    fn numbers_of_items_run_as_their_language_does() {
        let fonts = FontSet::embedded();
        let runs_from_right = |tag: &str| {
            let mut store = Store::new(&fonts);
            store.begin(&Language::new(tag).expect("a language tag"));
            store.ordinal(3, NUMERAL).is_rtl()
        };
        assert!(
            runs_from_right("ur")
                && runs_from_right("ar")
                && !runs_from_right("en")
                && !runs_from_right("bn")
        );
    }
}
