//! Vocabulary: takes plain text, gives its shape out of words that were shaped before.
//!
//! Most words of a briefing stood in the briefing before, and many in the sentence before. In the built-in faces a word
//! of Latin letters is shaped the same whatever words stand around it: what reaches across a space is no more than
//! kerning between the space and the letters beside it. So each word is shaped once for a weight and a language, once
//! before a space and once before none, with the space that would stand before it; and a text is put together
//! from its words. What is less plain goes to the engine whole: other scripts and faces, and spaces at which Unicode
//! lets a line end or not for more than the two characters beside them (UAX #14, LB14 to LB17). A test holds that
//! the same comes out either way.

mod plain;
#[cfg(test)]
mod tests;

pub(super) use plain::is_plain;

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};
use parley_engine::ShapedText;

use plain::ends_before;

use super::copy::{Copier, glyphs, hangs};
use super::join::{Joined, Piece};
use super::keep;
use super::shaped::{Shaped, ShapedGlyph};
use crate::address::Break;
use crate::font::{FontId, Weight};

/// A space, which is kept like a word.
const SPACE: &str = " ";
/// With more glyphs than this all is forgotten: some twenty thousand words.
const MOST_GLYPHS: usize = 120_000;
/// A longer word, in bytes, is no word that will come again.
const LONGEST: usize = 40;

/// The words known so far.
#[derive(Default)]
pub(super) struct Vocabulary {
    shelves: Vec<Shelf>,
    parts: Vec<Part>,
    glyphs: Vec<ShapedGlyph>,
    /// The text at hand, in words and spaces.
    tokens: Vec<Token>,
    /// A word with a space behind it, kept for its memory.
    spaced: String,
}

/// What decides how a word is shaped.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Manner<'a> {
    /// Its face.
    pub face: FontId,
    /// The weight that the face was found for.
    pub weight: Weight,
    /// Whether its figures are equally wide.
    pub tabular: bool,
    /// Its language.
    pub language: &'a str,
}

/// The words of one manner.
struct Shelf {
    face: FontId,
    weight: Weight,
    tabular: bool,
    language: Box<str>,
    /// By their letters, with the space that follows where one does.
    words: HashMap<Box<str>, Known>,
}

/// A word, by the places of what it is made of.
#[derive(Clone, Copy)]
struct Known {
    parts: (u32, u32),
    glyphs: u32,
    reach: (f32, f32),
    /// How wide a space before it is.
    space: f32,
    /// Whether it is as wide before a space as before none.
    is_steady: bool,
}

/// A cluster of a word: whole graphemes, whole ligatures.
#[derive(Clone, Copy)]
struct Part {
    /// Its first byte and character in the word.
    byte: u8,
    character: u8,
    glyphs: u8,
    /// Whether a line may end before it.
    opportunity: bool,
    /// Whether a line may end before it where its word is wider than a line.
    is_easy: bool,
    advance: f32,
}

/// A word that is being learnt, by the places of its first part and glyph.
#[derive(Clone, Copy)]
struct Begun {
    start: usize,
    parts: usize,
    glyphs: usize,
    characters: u8,
    /// How wide the space before it is.
    space: f32,
}

/// A word or a space of the text at hand.
#[derive(Clone)]
struct Token {
    bytes: Range<usize>,
    /// Its first character.
    character: usize,
    shelf: usize,
    /// Whether a space of the same manner follows.
    spaced: bool,
    /// Whether a line may end before it.
    opportunity: bool,
    known: Option<Known>,
}

impl Token {
    /// The name of the word on its shelf.
    fn key<'t>(&self, text: &'t str) -> &'t str {
        &text[self.bytes.start..self.bytes.end + if self.spaced { SPACE.len() } else { 0 }]
    }
}

impl Vocabulary {
    /// Cuts a text into words and spaces, and looks them up. `false` where it is not plain.
    /// `face` gives the face of a weight.
    pub(super) fn read(
        &mut self,
        joined: &Joined,
        pieces: &[Piece<'_>],
        language: &str,
        face: impl Fn(Weight) -> FontId,
    ) -> bool {
        if self.glyphs.len() > MOST_GLYPHS {
            *self = Vocabulary::default();
        }
        self.tokens.clear();
        let text = joined.text.as_str();
        let (mut piece, mut shelf) = (u16::MAX, usize::MAX);
        // What stands before: the last character that is no space, and whether a space follows it.
        let (mut before, mut spaced) = (None, false);
        for ((byte, c), (character, own)) in text.char_indices().zip(joined.pieces.iter().enumerate()) {
            let mut same = true;
            if *own != piece {
                piece = *own;
                let Piece { weight, tabular, .. } = pieces[usize::from(*own)];
                let found = self.shelf(Manner { face: face(weight), weight, tabular, language });
                same = found == shelf;
                shelf = found;
            }
            let end = byte + c.len_utf8();
            let is_space = c == ' ';
            let last = self.tokens.last_mut().filter(|_| same);
            match last {
                Some(last) if !is_space && !spaced => last.bytes.end = end,
                last => {
                    if let Some(last) = last {
                        last.spaced = is_space && !spaced;
                    }
                    let Some(opportunity) = ends_before(before, spaced, c) else { return false };
                    self.tokens.push(Token {
                        bytes: byte..end,
                        character,
                        shelf,
                        spaced: false,
                        opportunity,
                        known: None,
                    });
                }
            }
            spaced = is_space;
            before = if is_space { before } else { Some(c) };
        }
        self.look_up(text);
        self.tokens.iter().all(|token| token.bytes.len() <= LONGEST)
    }

    /// Looks up the words that are not known yet.
    fn look_up(&mut self, text: &str) {
        for token in self.tokens.iter_mut().filter(|token| token.known.is_none()) {
            let (key, words) = (token.key(text), &self.shelves[token.shelf].words);
            token.known = words.get(key).copied();
            if token.known.is_none() && !token.spaced {
                // Before a space most words are as they are before none.
                self.spaced.clear();
                self.spaced.extend([key, SPACE]);
                let known = words.get(self.spaced.as_str()).filter(|known| known.is_steady);
                token.known = known.copied();
            }
        }
    }

    /// The shelf of a manner.
    fn shelf(&mut self, manner: Manner<'_>) -> usize {
        let Manner { face, weight, tabular, language } = manner;
        let is =
            |shelf: &Shelf| shelf.face == face && shelf.tabular == tabular && *shelf.language == *language;
        self.shelves.iter().position(is).unwrap_or_else(|| {
            self.shelves.push(Shelf {
                face,
                weight,
                tabular,
                language: language.into(),
                words: HashMap::new(),
            });
            self.shelves.len() - 1
        })
    }

    /// The words of the text at hand that are not known, by their manner: a space, and words with a space between
    /// them and, if the last of them stands before one in the text, behind it.
    pub(super) fn unknown(&mut self, text: &str) -> Vec<(usize, String)> {
        self.look_up(text);
        let mut found: Vec<(usize, String)> = Vec::new();
        for token in self.tokens.iter().filter(|token| token.known.is_none()) {
            let (mut key, words) = (token.key(text), &self.shelves[token.shelf].words);
            // A word that ends its text is learnt before a space, which serves most others too, and alone only where
            // that makes a difference.
            let before_space;
            if !token.spaced && key != SPACE {
                before_space = key.to_owned() + SPACE;
                key = if words.contains_key(before_space.as_str()) { key } else { &before_space };
            }
            let takes_more = |words: &str| words.len() > SPACE.len() && words.ends_with(SPACE);
            let open = found.iter_mut().find(|(shelf, words)| *shelf == token.shelf && takes_more(words));
            match open {
                _ if key == SPACE => found.push((token.shelf, SPACE.to_owned())),
                Some((_, words)) => words.push_str(key),
                None => found.push((token.shelf, SPACE.to_owned() + key)),
            }
        }
        found
    }

    /// The manner of a shelf.
    pub(super) fn manner(&self, shelf: usize) -> Manner<'_> {
        let Shelf { face, weight, tabular, language, .. } = &self.shelves[shelf];
        Manner { face: *face, weight: *weight, tabular: *tabular, language }
    }

    /// Takes words that have been shaped, as `unknown` gives them. `measured` tells how far glyphs reach up and down, and
    /// whether the last of them is as wide as it is alone.
    pub(super) fn learn(
        &mut self,
        shelf: usize,
        text: &str,
        result: &ShapedText,
        mut measured: impl FnMut(&[ShapedGlyph]) -> ((f32, f32), bool),
    ) {
        let mut word = self.next_word(0, 0.0);
        for atom in result.run_slice(0).atoms_start() {
            let characters = atom.characters();
            let byte = characters[0].text_byte_start as usize;
            let is_space = hangs(characters);
            if is_space && byte > word.start {
                self.put(shelf, &text[word.start..=byte], word, &mut measured);
                word = self.next_word(byte, 0.0);
            }
            let begin = self.glyphs.len();
            let advance = glyphs(result, &atom, false, &mut self.glyphs);
            for glyph in &mut self.glyphs[begin..] {
                glyph.text_start -= word.start as u32;
            }
            self.parts.push(Part {
                byte: (byte - word.start) as u8,
                character: word.characters,
                glyphs: (self.glyphs.len() - begin) as u8,
                opportunity: characters[0].flags.is_soft_wrap_opportunity(),
                is_easy: text[word.start..byte].chars().next_back().is_some_and(keep::is_easy_break),
                advance,
            });
            word.characters += characters.len() as u8;
            if is_space {
                // Before a letter it may be narrower than it is alone.
                let is_last = byte + SPACE.len() == text.len();
                self.put(shelf, if is_last { SPACE } else { "" }, word, &mut measured);
                word = self.next_word(byte + SPACE.len(), advance);
            }
        }
        self.put(shelf, &text[word.start..], word, &mut measured);
    }

    /// A word that begins here, behind a space so wide, and has no part yet.
    fn next_word(&self, start: usize, space: f32) -> Begun {
        Begun { start, parts: self.parts.len(), glyphs: self.glyphs.len(), characters: 0, space }
    }

    /// Puts a word onto its shelf, where it is not there yet.
    fn put(
        &mut self,
        shelf: usize,
        word: &str,
        begun: Begun,
        measured: &mut impl FnMut(&[ShapedGlyph]) -> ((f32, f32), bool),
    ) {
        let words = &mut self.shelves[shelf].words;
        if word.is_empty() || words.contains_key(word) {
            self.parts.truncate(begun.parts);
            self.glyphs.truncate(begun.glyphs);
            return;
        }
        let parts = (begun.parts as u32, self.parts.len() as u32);
        let (reach, is_steady) = measured(&self.glyphs[begun.glyphs..]);
        words.insert(
            word.into(),
            Known { parts, glyphs: begun.glyphs as u32, reach, space: begun.space, is_steady },
        );
    }

    /// The text at hand, put together.
    pub(super) fn shape(&mut self, joined: &Joined, pieces: &[Piece<'_>]) -> Option<Shaped> {
        let text = joined.text.as_str();
        let mut copier = Copier::new(joined, pieces, 0);
        copier.reserve(joined.pieces.len(), 0);
        let mut reach = (0.0_f32, 0.0_f32);
        let (mut shelf, mut font, mut run) = (usize::MAX, FontId(0), 0);
        self.look_up(text);
        for (at, token) in self.tokens.iter().enumerate() {
            let known = token.known?;
            let is_space = token.key(text) == SPACE;
            // A space is as wide as what stands behind it wants.
            let next = self.tokens.get(at + 1).filter(|next| is_space && next.shelf == token.shelf);
            let narrowed = next.filter(|next| next.key(text) != SPACE).and_then(|next| next.known);
            if token.shelf != shelf {
                shelf = token.shelf;
                font = self.shelves[shelf].face;
                run = copier.runs();
            }
            let mut glyph = known.glyphs as usize;
            let mut is_free = false;
            for part in &self.parts[known.parts.0 as usize..known.parts.1 as usize] {
                let byte = token.bytes.start + usize::from(part.byte);
                copier.extend(run, font, joined.pieces[token.character + usize::from(part.character)], 0);
                let easy_before = match part.byte {
                    0 => {
                        let easy_before = copier.begin(byte, token.opportunity);
                        is_free = copier.is_free(&token.bytes);
                        easy_before
                    }
                    _ if is_free && !part.opportunity => part.is_easy.then_some(Break::First),
                    _ => copier.begin(byte, part.opportunity),
                };
                let own = &self.glyphs[glyph..glyph + usize::from(part.glyphs)];
                glyph += own.len();
                let start = copier.glyphs().len();
                let moved = own.iter().map(|glyph| ShapedGlyph {
                    text_start: glyph.text_start + token.bytes.start as u32,
                    ..*glyph
                });
                copier.glyphs().extend(moved);
                let advance = narrowed.map_or(part.advance, |next| next.space);
                if let Some(glyph) = copier.glyphs().last_mut().filter(|_| narrowed.is_some()) {
                    glyph.advance = advance;
                }
                copier.end(byte, start, advance, is_space, easy_before);
            }
            reach = (reach.0.max(known.reach.0), reach.1.max(known.reach.1));
        }
        let mut shaped = copier.finish();
        shaped.reach = reach;
        Some(shaped)
    }
}
