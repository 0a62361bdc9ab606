//! The store of words: takes texts, gives them shaped, each text once for all three documents.

use std::collections::HashMap;
use std::rc::Rc;

use super::qr::Code;
use crate::font::Weight;
use crate::model::{Inline, Language};
use crate::text::{ParagraphSpec, Piece, Shaped, Shaper};

/// Shapes texts and remembers them for the length of a job.
pub struct Store<'s> {
    shaper: &'s mut Shaper,
    language: String,
    known: HashMap<(Weight, bool, String), Rc<Shaped>>,
    codes: HashMap<String, Option<Rc<Code>>>,
}

impl<'s> Store<'s> {
    /// An empty store for one briefing.
    #[must_use]
    pub fn new(shaper: &'s mut Shaper, language: &Language) -> Self {
        Store { shaper, language: language.tag().to_owned(), known: HashMap::new(), codes: HashMap::new() }
    }

    /// A text of one weight.
    pub(super) fn words(&mut self, text: &str, weight: Weight) -> Rc<Shaped> {
        self.shape(
            text.to_owned(),
            weight,
            false,
            &[Piece { text, weight, tabular: false, key: 0, keep: false }],
        )
    }

    /// Parts of a line, each kept whole where it can be. The dot between two of them stays with the first.
    pub(super) fn parts(&mut self, parts: &[String], weight: Weight) -> (String, Rc<Shaped>) {
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
        (text.clone(), self.shape(text, weight, false, &pieces))
    }

    /// A number or address: figures of one width, never broken where it can be kept whole.
    pub(super) fn value(&mut self, text: &str, weight: Weight) -> Rc<Shaped> {
        self.shape(
            text.to_owned(),
            weight,
            true,
            // Only groups of figures are compared line by line; a short number is tighter without.
            &[Piece { text, weight, tabular: text.contains(' '), key: 0, keep: true }],
        )
    }

    /// Running text; the key of each piece is the number of its run.
    pub(super) fn inline(&mut self, inline: &Inline, weight: Weight) -> Rc<Shaped> {
        let pieces: Vec<Piece<'_>> = inline
            .iter()
            .zip(0..)
            .map(|(run, key)| {
                let weight = if run.strong { weight.max(Weight::BOLD) } else { weight };
                Piece { text: &run.text, weight, tabular: false, key, keep: false }
            })
            .collect();
        // The bounds of runs are part of the name: the same words cut otherwise carry other keys.
        let name = inline
            .iter()
            .fold(String::new(), |name, run| name + if run.strong { "\u{1}" } else { "\u{2}" } + &run.text);
        self.shape(name, weight, false, &pieces)
    }

    /// The QR code of an address; `None` where it is too long for one.
    pub(super) fn code(&mut self, address: &str) -> Option<Rc<Code>> {
        if let Some(code) = self.codes.get(address) {
            return code.clone();
        }
        let code = Code::encode(address).map(Rc::new);
        self.codes.insert(address.to_owned(), code.clone());
        code
    }

    fn shape(&mut self, name: String, weight: Weight, value: bool, pieces: &[Piece<'_>]) -> Rc<Shaped> {
        let key = (weight, value, name);
        if let Some(shaped) = self.known.get(&key) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(self.shaper.shape(&ParagraphSpec { pieces, language: &self.language }));
        self.known.insert(key, Rc::clone(&shaped));
        shaped
    }
}
