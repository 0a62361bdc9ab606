//! Copying out: takes what the engine shaped, gives our own clusters, words, runs and glyphs.

use parley_engine::shape::{Character, Whitespace};
use parley_engine::{Atom, FontInstance, ShapedRun, ShapedText};

use super::join::{Joined, Piece};
use super::keep;
use super::shaped::{Cluster, Run, Shaped, ShapedGlyph, Word};
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
    let shaped = Shaped { text: joined.text.clone(), level, ..Shaped::default() };
    let mut copier = Copier { result, joined, pieces, shaped, kept: 0, forced: 0 };
    copier.reserve();
    for (number, run) in result.runs().iter().enumerate() {
        copier.run(number as u32, run, face(&result.fonts()[run.font_index]));
    }
    let mut shaped = copier.shaped;
    shaped.widest = shaped.words.iter().map(|word| word.advance).fold(0.0, f32::max);
    let mut natural = 0.0_f32;
    shaped.fill(f32::INFINITY, |line| natural = natural.max(line.width));
    shaped.natural = natural;
    shaped
}

struct Copier<'a> {
    result: &'a ShapedText,
    joined: &'a Joined,
    pieces: &'a [Piece<'a>],
    shaped: Shaped,
    /// The first of the kept ranges that does not end before the cluster at hand.
    kept: usize,
    /// The first of the forced breaks that is not before the cluster at hand.
    forced: usize,
}

impl Copier<'_> {
    fn reserve(&mut self) {
        let clusters = self.result.shaped_clusters().len();
        self.shaped.clusters.reserve(clusters);
        self.shaped.glyphs.reserve(clusters.max(self.result.glyphs().len()));
        // English has about six characters a word, with the space.
        self.shaped.words.reserve(clusters / 5 + 1);
    }

    /// Copies a run of the engine, cut where the key changes.
    fn run(&mut self, number: u32, run: &ShapedRun, font: FontId) {
        let level = run.bidi_level.to_u8();
        let first = self.shaped.runs.len();
        for atom in self.result.run_slice(number).atoms_start() {
            let character = &atom.characters()[0];
            let key = self.pieces[usize::from(character.style_index)].key;
            let at = self.shaped.clusters.len() as u32;
            match self.shaped.runs[first..].last_mut() {
                Some(last) if last.key == key => last.clusters.end = at + 1,
                _ => self.shaped.runs.push(Run { font, key, level, clusters: at..at + 1 }),
            }
            self.cluster(&atom, character, level % 2 == 1);
        }
        if level % 2 == 1 {
            (first..self.shaped.runs.len()).for_each(|run| self.turn_round(run));
        }
    }

    fn cluster(&mut self, atom: &Atom<'_>, character: &Character, rtl: bool) {
        let byte = character.text_byte_start as usize;
        let (starts_word, easy_before) = self.break_before(character);
        if starts_word {
            let start = self.shaped.clusters.len() as u32;
            self.shaped.words.push(Word { start, advance: 0.0, full: 0.0, forced: false });
        }
        let glyph_start = self.shaped.glyphs.len() as u32;
        let advance = self.glyphs(atom, rtl);
        let hangs = atom
            .characters()
            .iter()
            .all(|c| matches!(c.whitespace, Whitespace::Space | Whitespace::IdeographicSpace));
        let glyph_end = self.shaped.glyphs.len() as u32;
        let text_start = byte as u32;
        let cluster = Cluster { glyph_start, glyph_end, text_start, advance, hangs, easy_before };
        self.shaped.clusters.push(cluster);
        if let Some(word) = self.shaped.words.last_mut() {
            word.full += advance;
            word.advance = if hangs { word.advance } else { word.full };
        }
    }

    /// Whether a word starts with this character, and if not, whether a line may still end before it
    /// where the word is too wide.
    fn break_before(&mut self, character: &Character) -> (bool, bool) {
        let byte = character.text_byte_start as usize;
        let Some(before) = self.joined.text[..byte].chars().next_back() else { return (true, false) };
        let forced = &self.joined.forced[self.forced..];
        let passed = forced.iter().take_while(|at| **at <= byte).count();
        self.forced += passed;
        if passed > 0 {
            if let Some(word) = self.shaped.words.last_mut() {
                word.forced = true;
            }
            return (true, false);
        }
        let ranges = &self.joined.kept[self.kept..];
        self.kept += ranges.iter().take_while(|range| range.end <= byte).count();
        let kept = self.joined.kept.get(self.kept).is_some_and(|range| range.start < byte);
        let opportunity = character.flags.is_soft_wrap_opportunity() && before != SOFT_HYPHEN;
        (opportunity && !kept, opportunity || keep::is_easy_break(before))
    }

    /// Copies the glyphs of an atom and returns its advance. Of a cluster with several glyphs the first
    /// from the left stands for all its characters. From right to left, they go in backwards: `turn_round`
    /// brings them into visual order.
    fn glyphs(&mut self, atom: &Atom<'_>, rtl: bool) -> f32 {
        let slice = atom.slice();
        let mut advance = 0.0;
        for number in atom.shaped_clusters_range() {
            let cluster = &self.result.shaped_clusters()[number as usize];
            let text = slice.text_byte_range(cluster.chars_range());
            let mut text_len = text.len() as u16;
            let first = self.shaped.glyphs.len();
            for glyph in slice.shaped_cluster_glyphs(number) {
                self.shaped.glyphs.push(ShapedGlyph {
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
                self.shaped.glyphs[first..].reverse();
            }
            advance += cluster.advance;
        }
        advance
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
