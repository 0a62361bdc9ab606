//! Copying out: takes what the engine shaped, gives our own clusters, words, runs and glyphs.

use std::ops::Range;

use parley_engine::shape::{Character, Whitespace};
use parley_engine::{Atom, FontInstance, ShapedRun, ShapedText};

use super::join::{Joined, Piece};
use super::keep;
use super::shaped::{Cluster, Run, Shaped, ShapedGlyph, Word};
use crate::address::Break;
use crate::font::FontId;

/// A soft hyphen allows a break that shows a hyphen; we add none, so we do not break there.
const SOFT_HYPHEN: char = '\u{ad}';

/// Copies a shaped paragraph. `level` is its own embedding level.
pub(super) fn copy(
    result: &ShapedText,
    joined: &Joined,
    pieces: &[Piece<'_>],
    level: u8,
    face: impl Fn(&FontInstance) -> FontId,
) -> Shaped {
    let mut copier = Copier::new(joined, pieces, level);
    copier.reserve(result.shaped_clusters().len(), result.glyphs().len());
    for (number, run) in result.runs().iter().enumerate() {
        copier.run(result, number as u32, run, face(&result.fonts()[run.font_index]));
    }
    copier.finish()
}

/// Whether a cluster of these characters takes no room at the end of a line.
pub(super) fn hangs(characters: &[Character]) -> bool {
    let is_space = |c: &Character| matches!(c.whitespace, Whitespace::Space | Whitespace::IdeographicSpace);
    characters.iter().all(is_space)
}

/// Copies the glyphs of an atom and returns its advance. Of a cluster with several glyphs the first
/// from the left stands for all its characters. From right to left, they go in backwards: `turn_round`
/// brings them into visual order.
pub(super) fn glyphs(result: &ShapedText, atom: &Atom<'_>, rtl: bool, out: &mut Vec<ShapedGlyph>) -> f32 {
    let slice = atom.slice();
    let mut advance = 0.0;
    for number in atom.shaped_clusters_range() {
        let cluster = &result.shaped_clusters()[number as usize];
        let text = slice.text_byte_range(cluster.chars_range());
        let mut text_len = text.len() as u16;
        let first = out.len();
        for glyph in slice.shaped_cluster_glyphs(number) {
            out.push(ShapedGlyph {
                id: glyph.id as u16,
                advance: glyph.advance,
                dx: glyph.x,
                // The engine counts downwards.
                dy: -glyph.y,
                text_start: text.start as u32,
                text_len: std::mem::take(&mut text_len),
            });
        }
        if rtl {
            out[first..].reverse();
        }
        advance += cluster.advance;
    }
    advance
}

/// How many of a list, from its first, are so.
fn passed<T>(list: &[T], is: impl Fn(&T) -> bool) -> usize {
    list.iter().take_while(|one| is(one)).count()
}

/// A shaped text in the making: clusters are put to it one after the other, in reading order.
pub(super) struct Copier<'a> {
    joined: &'a Joined,
    pieces: &'a [Piece<'a>],
    shaped: Shaped,
    at: Reached,
    part: Part,
}

/// How far the lists of a paragraph have been gone through: the first of each that does not lie before the cluster at
/// hand.
#[derive(Default)]
struct Reached {
    kept: usize,
    forced: usize,
    values: usize,
    places: usize,
}

/// The part of a word that no narrow line divides.
#[derive(Default)]
struct Part {
    pen: f32,
    visible: f32,
    /// The widest so far.
    widest: f32,
}

impl Part {
    fn push(&mut self, advance: f32, hangs: bool) {
        self.pen += advance;
        self.visible = if hangs { self.visible } else { self.pen };
    }

    fn end(&mut self) {
        *self = Part { widest: self.widest.max(self.visible), ..Part::default() };
    }
}

impl<'a> Copier<'a> {
    pub(super) fn new(joined: &'a Joined, pieces: &'a [Piece<'a>], level: u8) -> Self {
        let shaped = Shaped { text: joined.text.clone(), level, ..Shaped::default() };
        Copier { joined, pieces, shaped, at: Reached::default(), part: Part::default() }
    }

    pub(super) fn reserve(&mut self, clusters: usize, glyphs: usize) {
        self.shaped.clusters.reserve(clusters);
        self.shaped.glyphs.reserve(clusters.max(glyphs));
        // English has about six characters a word, with the space.
        self.shaped.words.reserve(clusters / 5 + 1);
    }

    /// The text with all its clusters.
    pub(super) fn finish(mut self) -> Shaped {
        self.part.end();
        let mut shaped = self.shaped;
        shaped.narrowest = self.part.widest;
        shaped.widest = shaped.words.iter().map(|word| word.advance).fold(0.0, f32::max);
        let mut natural = 0.0_f32;
        shaped.fill(f32::INFINITY, |line| natural = natural.max(line.width));
        shaped.natural = natural;
        shaped
    }

    /// Copies a run of the engine, cut where the key changes.
    fn run(&mut self, result: &ShapedText, number: u32, run: &ShapedRun, font: FontId) {
        let level = run.bidi_level.to_u8();
        let first = self.shaped.runs.len();
        for atom in result.run_slice(number).atoms_start() {
            let character = &atom.characters()[0];
            self.extend(first, font, character.style_index, level);
            let byte = character.text_byte_start as usize;
            let easy_before = self.begin(byte, character.flags.is_soft_wrap_opportunity());
            let start = self.shaped.glyphs.len();
            let advance = glyphs(result, &atom, level % 2 == 1, &mut self.shaped.glyphs);
            self.end(byte, start, advance, hangs(atom.characters()), easy_before);
        }
        if level % 2 == 1 {
            (first..self.shaped.runs.len()).for_each(|run| self.turn_round(run));
        }
    }

    /// How many runs there are.
    pub(super) fn runs(&self) -> usize {
        self.shaped.runs.len()
    }

    /// The glyphs so far, for those of the next cluster.
    pub(super) fn glyphs(&mut self) -> &mut Vec<ShapedGlyph> {
        &mut self.shaped.glyphs
    }

    /// Makes the last run, of those from `first` on, a cluster longer; begins another where the key changes.
    pub(super) fn extend(&mut self, first: usize, font: FontId, piece: u16, level: u8) {
        let key = self.pieces[usize::from(piece)].key;
        let at = self.shaped.clusters.len() as u32;
        match self.shaped.runs[first..].last_mut() {
            Some(last) if last.key == key => last.clusters.end = at + 1,
            _ => self.shaped.runs.push(Run { font, key, level, clusters: at..at + 1 }),
        }
    }

    /// Begins a cluster, and a word where one starts with it. Gives how willingly a line ends before it all the same.
    pub(super) fn begin(&mut self, byte: usize, opportunity: bool) -> Option<Break> {
        let (starts_word, easy_before) = self.break_before(byte, opportunity);
        if starts_word || (easy_before == Some(Break::First) && self.is_in_phrase(byte)) {
            self.part.end();
        }
        if starts_word {
            let start = self.shaped.clusters.len() as u32;
            self.shaped.words.push(Word { start, advance: 0.0, full: 0.0, forced: false });
        }
        easy_before
    }

    /// Whether in these bytes, the first of which has begun, nothing is held together and no line has to end: then where
    /// a line may end inside is as it is for the word by itself.
    pub(super) fn is_free(&self, bytes: &Range<usize>) -> bool {
        let Reached { kept, forced, values, .. } = self.at;
        let Joined { kept: all_kept, forced: all_forced, values: all_values, .. } = self.joined;
        all_kept.get(kept).is_none_or(|kept| kept.range.start >= bytes.end)
            && all_forced.get(forced).is_none_or(|forced| *forced >= bytes.end)
            && all_values.get(values).is_none_or(|value| value.start >= bytes.end)
    }

    /// Ends the cluster whose glyphs begin at `glyph_start`.
    pub(super) fn end(
        &mut self,
        byte: usize,
        glyph_start: usize,
        advance: f32,
        hangs: bool,
        easy_before: Option<Break>,
    ) {
        let (glyph_start, glyph_end) = (glyph_start as u32, self.shaped.glyphs.len() as u32);
        let text_start = byte as u32;
        self.shaped.clusters.push(Cluster {
            glyph_start,
            glyph_end,
            text_start,
            advance,
            hangs,
            easy_before,
        });
        self.part.push(advance, hangs);
        if let Some(word) = self.shaped.words.last_mut() {
            word.full += advance;
            word.advance = if hangs { word.advance } else { word.full };
        }
    }

    /// Whether a word starts with this character, and if not, whether a line may still end before it
    /// where the word is too wide.
    fn break_before(&mut self, byte: usize, opportunity: bool) -> (bool, Option<Break>) {
        let Some(before) = self.joined.text[..byte].chars().next_back() else { return (true, None) };
        let forced = passed(&self.joined.forced[self.at.forced..], |at| *at <= byte);
        self.at.forced += forced;
        if forced > 0 {
            if let Some(word) = self.shaped.words.last_mut() {
                word.forced = true;
            }
            return (true, None);
        }
        self.at.kept += passed(&self.joined.kept[self.at.kept..], |kept| kept.range.end <= byte);
        let kept = self.joined.kept.get(self.at.kept).is_some_and(|kept| kept.range.start < byte);
        let opportunity = opportunity && before != SOFT_HYPHEN;
        let easy = match self.in_value(byte) {
            true => self.place_in_value(byte),
            false if self.is_in_phrase(byte) => opportunity.then_some(Break::First),
            false => (opportunity || keep::is_easy_break(before)).then_some(Break::First),
        };
        (opportunity && !kept, easy)
    }

    /// Whether the byte lies inside a phrase. It is asked after `break_before` of the same character.
    fn is_in_phrase(&self, byte: usize) -> bool {
        let kept = self.joined.kept.get(self.at.kept);
        kept.is_some_and(|kept| kept.phrase && kept.range.start < byte)
    }

    fn in_value(&mut self, byte: usize) -> bool {
        self.at.values += passed(&self.joined.values[self.at.values..], |value| value.end <= byte);
        self.joined.values.get(self.at.values).is_some_and(|value| value.start < byte)
    }

    fn place_in_value(&mut self, byte: usize) -> Option<Break> {
        self.at.places += passed(&self.joined.places[self.at.places..], |(at, _)| *at < byte);
        self.joined.places.get(self.at.places).filter(|(at, _)| *at == byte).map(|(_, kind)| *kind)
    }

    /// Turns the glyphs of a run round.
    fn turn_round(&mut self, run: usize) {
        let range = &self.shaped.runs[run].clusters;
        let clusters = &mut self.shaped.clusters[range.start as usize..range.end as usize];
        let (Some(first), Some(last)) = (clusters.first(), clusters.last()) else { return };
        let (start, end) = (first.glyph_start, last.glyph_end);
        self.shaped.glyphs[start as usize..end as usize].reverse();
        for cluster in clusters {
            (cluster.glyph_start, cluster.glyph_end) =
                (start + end - cluster.glyph_end, start + end - cluster.glyph_start);
        }
    }
}
