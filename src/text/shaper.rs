//! The shaper: takes a paragraph and faces, gives shaped text, of known words where it can and of the engine elsewhere.

use super::copy;
use super::engine::{Engine, Given};
use super::faces::Faces;
use super::join::{Joined, ParagraphSpec, Piece};
use super::shaped::Shaped;
use super::vocabulary::{self, Manner, Vocabulary};
use crate::font::FontSet;

/// How often words are learnt for a text: before a space, and those that differ then before none.
const TURNS: usize = 2;

/// Shapes paragraphs, one after another. It keeps the engine's caches and memory, so each thread that
/// shapes has one of its own.
pub struct Shaper {
    faces: Faces,
    engine: Engine,
    joined: Joined,
    vocabulary: Vocabulary,
}

impl Shaper {
    /// A shaper for the faces of a set, and for no others.
    #[must_use]
    pub fn new(fonts: &FontSet) -> Self {
        Shaper {
            faces: Faces::new(fonts),
            engine: Engine::new(),
            joined: Joined::default(),
            vocabulary: Vocabulary::default(),
        }
    }

    /// Shapes a paragraph, once for all widths and type sizes.
    #[must_use]
    pub fn shape(&mut self, spec: &ParagraphSpec<'_>) -> Shaped {
        self.joined.join(spec);
        if self.joined.text.is_empty() {
            return Shaped::default();
        }
        self.faces.prepare(spec.pieces);
        self.of_known_words(spec).unwrap_or_else(|| self.whole(spec))
    }

    /// A plain text in faces of the program itself, put together from its words.
    fn of_known_words(&mut self, spec: &ParagraphSpec<'_>) -> Option<Shaped> {
        let faces = &self.faces;
        if !self.vocabulary.read(&self.joined, spec.pieces, spec.language, |weight| faces.first(weight)) {
            return None;
        }
        for _ in 0..TURNS {
            let unknown = self.vocabulary.unknown(&self.joined.text);
            if unknown.is_empty() {
                break;
            }
            for (shelf, words) in unknown {
                let face = self.faces.face(self.vocabulary.manner(shelf).face);
                let is_plain = |c: char| c == ' ' || (vocabulary::is_plain(c) && face.covers(c));
                if !face.is_built_in() || !words.chars().all(is_plain) {
                    return None;
                }
                self.learn(shelf, &words);
            }
        }
        self.vocabulary.shape(&self.joined, spec.pieces)
    }

    /// Shapes words for the vocabulary.
    fn learn(&mut self, shelf: usize, words: &str) {
        let Manner { face, weight, tabular, language } = self.vocabulary.manner(shelf);
        let pieces = [Piece { text: words, weight, tabular, key: 0, keep: false }];
        let numbers = vec![0; words.chars().count()];
        self.faces.prepare(&pieces);
        let spec = ParagraphSpec { pieces: &pieces, language };
        let given = Given { text: words, analysed: words, pieces: &numbers, values: &[] };
        let (result, _) = self.engine.shape(&self.faces, &spec, &given);
        self.vocabulary.learn(shelf, words, result, |glyphs| {
            let reach = self.faces.reach(face, glyphs);
            (reach, self.faces.is_as_alone(face, glyphs))
        });
    }

    /// A text put together from its words; `None` where that cannot be.
    #[cfg(test)]
    pub(super) fn shape_of_known_words(&mut self, spec: &ParagraphSpec<'_>) -> Option<Shaped> {
        self.joined.join(spec);
        self.faces.prepare(spec.pieces);
        self.of_known_words(spec).filter(|_| !self.joined.text.is_empty())
    }

    /// A text as the engine shapes it, whatever words are known.
    #[cfg(test)]
    pub(super) fn shape_whole(&mut self, spec: &ParagraphSpec<'_>) -> Shaped {
        self.joined.join(spec);
        if self.joined.text.is_empty() { Shaped::default() } else { self.whole(spec) }
    }

    /// A text as the engine shapes it.
    fn whole(&mut self, spec: &ParagraphSpec<'_>) -> Shaped {
        let Joined { text, pieces, values, .. } = &self.joined;
        let analysed = self.joined.with_numbers_in_one_piece();
        self.faces.prepare(spec.pieces);
        let given = Given { text, analysed: &analysed, pieces, values };
        let (result, level) = self.engine.shape(&self.faces, spec, &given);
        let mut shaped = copy::copy(result, &self.joined, spec.pieces, level, |font| self.faces.id(font));
        shaped.reach = self.faces.reach_of(&shaped);
        shaped
    }
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shaper").field("faces", &self.faces).finish_non_exhaustive()
    }
}
