//! Shaped text: takes what the engine made, holds it compactly for any number of breaks and threads.

use std::ops::Range;

use crate::address::Break;
use crate::font::FontId;

/// From the lowest to the highest letter that Latin has, in thousandths of an em: 927 for Ů and 251 for Ģ in the
/// heaviest face of Atkinson Hyperlegible Next. Styles are made for these.
const LATIN_REACH: f32 = 1200.0;

/// Up to so much letters have room enough: Cyrillic and Greek of other faces have 1,240.
const USUAL_REACH: f32 = 1300.0;

/// One glyph of a paragraph; its characters are those of its `Shaped`.
pub type ShapedGlyph = crate::page::Glyph;

/// The smallest part of a text that a line can end after: whole graphemes, whole ligatures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cluster {
    /// Its first glyph, in visual order.
    pub(super) glyph_start: u32,
    /// The glyph after its last.
    pub(super) glyph_end: u32,
    /// Its first byte in the text.
    pub(super) text_start: u32,
    /// How far the pen moves.
    pub(super) advance: f32,
    /// Whether it is a space that takes no room at the end of a line.
    pub(super) hangs: bool,
    /// Whether a line may end before it where the word is wider than a line, and how willingly.
    pub(super) easy_before: Option<Break>,
}

/// Clusters between two places where a line may end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Word {
    /// Its first cluster.
    pub(super) start: u32,
    /// How wide it is at the end of a line: without the spaces after it.
    pub(super) advance: f32,
    /// How wide it is with another word behind it.
    pub(super) full: f32,
    /// Whether the line ends after it whatever the width.
    pub(super) forced: bool,
}

/// Clusters of one face, piece and direction.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    /// Its face.
    pub(super) font: FontId,
    /// The key of its piece.
    pub(super) key: u16,
    /// Its embedding level (UAX #9): odd from right to left.
    pub(super) level: u8,
    /// Its clusters.
    pub(super) clusters: Range<u32>,
}

/// A paragraph in glyphs, not yet in lines.
///
/// Clusters, words and runs are in reading order; the glyphs of a run are in visual order, so that the
/// part of a run on any line is one slice of glyphs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shaped {
    pub(super) text: String,
    pub(super) glyphs: Vec<ShapedGlyph>,
    pub(super) clusters: Vec<Cluster>,
    pub(super) words: Vec<Word>,
    pub(super) runs: Vec<Run>,
    /// How far the tallest letters reach above the baseline and the lowest ones below it, in thousandths of an em.
    pub(super) reach: (f32, f32),
    /// The paragraph's own embedding level.
    pub(super) level: u8,
    /// The widest word; a phrase is one.
    pub(super) widest: f32,
    /// The widest word where phrases are divided.
    pub(super) narrowest: f32,
    /// The widest line where lines end only where the text says so.
    pub(super) natural: f32,
}

impl Shaped {
    /// The characters of the paragraph. Tabs and line ends have become spaces, and those of a telephone
    /// number in a sentence from right to left such as do not break; nothing else has changed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there are no characters.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.clusters.is_empty()
    }

    /// Whether the paragraph as a whole reads from right to left.
    #[must_use]
    pub const fn is_rtl(&self) -> bool {
        self.level % 2 == 1
    }

    /// The characters that a glyph stands for.
    #[must_use]
    pub fn glyph_text(&self, glyph: &ShapedGlyph) -> &str {
        let start = glyph.text_start as usize;
        &self.text[start..start + usize::from(glyph.text_len)]
    }

    /// The narrowest width at which no word, number or address is torn apart, in thousandths of an em.
    #[must_use]
    pub const fn min_width(&self) -> f32 {
        self.narrowest
    }

    /// The narrowest width at which nothing is torn where values break at places of a kind, or a better one, and no
    /// others: the widest piece between two such places.
    pub(crate) fn piece_width(&self, least: Break) -> f32 {
        let (mut widest, mut piece) = (0.0_f32, 0.0);
        let mut words = self.words.iter().map(|word| word.start).peekable();
        for (at, cluster) in (0..).zip(&self.clusters) {
            let is_word = words.next_if_eq(&at).is_some();
            if is_word || cluster.easy_before.is_some_and(|kind| kind >= least) {
                piece = 0.0;
            }
            piece += if cluster.hangs { 0.0 } else { cluster.advance };
            widest = widest.max(piece);
        }
        widest
    }

    /// The narrowest width at which phrases stay whole too: from there on, lines take as many words as fit.
    #[must_use]
    pub const fn whole_width(&self) -> f32 {
        self.widest
    }

    /// The width at which lines end only where the text says so, in thousandths of an em.
    #[must_use]
    pub const fn max_width(&self) -> f32 {
        self.natural
    }

    /// The width of the widest part where it is broken wherever a line may end, and where a number or an address may be
    /// broken most willingly, such as before an extension; the whole width where there is no such place.
    #[must_use]
    pub fn parted_width(&self) -> f32 {
        let (mut widest, mut pen, mut visible, mut parts) = (0.0_f32, 0.0, 0.0_f32, 1);
        let mut words = self.words.iter().map(|word| word.start).skip(1).peekable();
        for (at, cluster) in (0_u32..).zip(&self.clusters) {
            let begins_word = words.next_if_eq(&at).is_some();
            if at > 0 && (begins_word || cluster.easy_before == Some(Break::First)) {
                (widest, pen, parts) = (widest.max(visible), 0.0, parts + 1);
            }
            pen += cluster.advance;
            if !cluster.hangs {
                visible = pen;
            }
        }
        if parts == 1 { self.natural } else { widest.max(visible) }
    }

    /// How many times higher its lines have to be than those of Latin letters, so that no two of them touch: 1 for
    /// Latin letters with all their accents, nearly 2 for Urdu in Nastaliq.
    #[must_use]
    pub fn tallness(&self) -> f32 {
        let reach = self.reach.0 + self.reach.1;
        if reach > USUAL_REACH { reach / LATIN_REACH } else { 1.0 }
    }

    /// How far above and below the baseline its letters reach, in thousandths of an em; `None` where they are no
    /// taller than Latin letters.
    #[must_use]
    pub fn tall_reach(&self) -> Option<(f32, f32)> {
        (self.tallness() > 1.0).then_some(self.reach)
    }

    /// All glyphs that no face has, as the first byte of their characters in the text.
    pub fn missing(&self) -> impl Iterator<Item = usize> {
        self.glyphs.iter().filter(|glyph| glyph.id == 0).map(|glyph| glyph.text_start as usize)
    }

    /// The glyphs of a run.
    pub(super) fn run_glyphs(&self, run: &Run) -> &[ShapedGlyph] {
        let clusters = &self.clusters[run.clusters.start as usize..run.clusters.end as usize];
        let start = clusters.iter().map(|cluster| cluster.glyph_start).min().unwrap_or(0);
        let end = clusters.iter().map(|cluster| cluster.glyph_end).max().unwrap_or(0);
        &self.glyphs[start as usize..end as usize]
    }

    /// The cluster after the last one of a word.
    pub(super) fn word_end(&self, word: usize) -> u32 {
        self.words.get(word + 1).map_or(self.clusters.len() as u32, |next| next.start)
    }
}
