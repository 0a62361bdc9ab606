//! The shaper: takes a paragraph and faces, gives shaped text. The door to the shaping engine.

use std::ops::Range;
use std::sync::Arc;

use parley::fontique::{Blob, Synthesis};
use parley::setting::Tag;
use parley::style::{FontFeature, Language};
use parley_engine::itemize::{Item, Segment};
use parley_engine::shape::{CharCluster, Coverage};
use parley_engine::{
    Analysis, AnalysisDataSources, AnalysisOptions, Analyzer, FontData, FontInstance, FontInstanceRef,
    FontSelector, ShapeOptions, ShapedText,
};

use super::copy;
use super::join::{Joined, ParagraphSpec, Piece};
use super::shaped::{Shaped, ShapedGlyph};
use super::vocabulary::{self, Manner, Vocabulary};
use crate::font::{Face, FontId, FontSet, Weight};

/// The size of the em that everything is shaped at.
const UNIT_SIZE: f32 = 1000.0;

/// How often words are learnt for a text: before a space, and those that differ then before none.
const TURNS: usize = 2;

/// Figures of equal width.
const TABULAR: [FontFeature; 1] = [FontFeature::new(Tag::new(b"tnum"), 1)];

/// Shapes paragraphs, one after another. It keeps the engine's caches and memory, so each thread that
/// shapes has one of its own.
pub struct Shaper {
    faces: Faces,
    analyzer: Analyzer,
    analysis: Analysis,
    engine: parley_engine::Shaper,
    result: ShapedText,
    joined: Joined,
    vocabulary: Vocabulary,
}

impl Shaper {
    /// A shaper for the faces of a set, and for no others.
    #[must_use]
    pub fn new(fonts: &FontSet) -> Self {
        Shaper {
            faces: Faces::new(fonts),
            analyzer: Analyzer::new(),
            analysis: Analysis::new(),
            engine: parley_engine::Shaper::default(),
            result: ShapedText::new(),
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
                let face = self.faces.fonts.face(self.vocabulary.manner(shelf).face);
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
        self.analyzer.analyze(words, &AnalysisOptions::default(), &mut self.analysis);
        self.engine.shape_text(
            words,
            &self.analysis,
            &numbers,
            items(&numbers, &ParagraphSpec { pieces: &pieces, language }),
            Chooser { faces: &self.faces, text: words, values: &[], leader: None },
            &mut self.result,
        );
        self.vocabulary.learn(shelf, words, &self.result, |glyphs| {
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
        let text = self.joined.text.as_str();
        let analysed = self.joined.with_numbers_in_one_piece();
        self.analyzer.analyze(&analysed, &AnalysisOptions::default(), &mut self.analysis);
        self.faces.prepare(spec.pieces);
        let items = items(&self.joined.pieces, spec);
        self.engine.shape_text(
            text,
            &self.analysis,
            &self.joined.pieces,
            items,
            Chooser { faces: &self.faces, text, values: &self.joined.values, leader: None },
            &mut self.result,
        );
        let level = self.analysis.paragraph_level().to_u8();
        let mut shaped =
            copy::copy(&self.result, &self.joined, spec.pieces, level, |font| self.faces.id(font));
        shaped.reach = self.faces.reach_of(&shaped);
        shaped
    }
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shaper").field("faces", &self.faces.instances.len()).finish_non_exhaustive()
    }
}

/// Stretches of equal shaping options. Weights do not count: they choose the face, character by character.
fn items<'a>(pieces: &'a [u16], spec: &'a ParagraphSpec<'_>) -> impl Iterator<Item = Item<'a>> {
    let language = Language::parse(spec.language).ok();
    let tabular = |piece: u16| spec.pieces[usize::from(piece)].tabular;
    let mut end = 0;
    pieces.chunk_by(move |a, b| tabular(*a) == tabular(*b)).map(move |stretch| {
        end += stretch.len() as u32;
        let features: &[FontFeature] = if tabular(stretch[0]) { &TABULAR } else { &[] };
        let options = ShapeOptions { font_size: UNIT_SIZE, language, features, variations: &[] };
        Item { char_end: end, options }
    })
}

/// The file of a face, shared with the engine.
struct FaceBytes(FontSet, FontId);

impl AsRef<[u8]> for FaceBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0.face(self.1).data
    }
}

/// The faces as the engine wants them.
struct Faces {
    fonts: FontSet,
    instances: Vec<FontInstance>,
    sources: AnalysisDataSources,
    /// For each weight asked for so far, the order in which faces are tried.
    known: Vec<(Weight, Vec<FontId>)>,
    /// For each piece of the paragraph, the place of its weight in `known`.
    orders: Vec<usize>,
    /// For each face, how far the glyphs looked at so far reach above and below the baseline, by their numbers.
    reaches: Vec<Vec<Option<(f32, f32)>>>,
}

impl Faces {
    fn new(fonts: &FontSet) -> Self {
        let instance = |(id, face): (FontId, &Face)| FontInstance {
            font: FontData::new(Blob::new(Arc::new(FaceBytes(fonts.clone(), id))), face.index),
            synthesis: Synthesis::default(),
        };
        Faces {
            fonts: fonts.clone(),
            instances: fonts.iter().map(instance).collect(),
            sources: AnalysisDataSources::new(),
            known: Vec::new(),
            orders: Vec::new(),
            reaches: vec![Vec::new(); fonts.len()],
        }
    }

    /// Finds the order of faces for each piece of a paragraph.
    fn prepare(&mut self, pieces: &[Piece<'_>]) {
        self.orders.clear();
        for piece in pieces {
            let known = self.known.iter().position(|(weight, _)| *weight == piece.weight);
            self.orders.push(known.unwrap_or_else(|| {
                self.known.push((piece.weight, self.fonts.fallback(piece.weight)));
                self.known.len() - 1
            }));
        }
    }

    /// How far the letters of a text reach above and below the baseline, in thousandths of an em.
    fn reach_of(&mut self, shaped: &Shaped) -> (f32, f32) {
        shaped.runs.iter().fold((0.0, 0.0), |(above, below), run| {
            let of_run = self.reach(run.font, shaped.run_glyphs(run));
            (of_run.0.max(above), of_run.1.max(below))
        })
    }

    /// The same of glyphs of one face.
    fn reach(&mut self, font: FontId, glyphs: &[ShapedGlyph]) -> (f32, f32) {
        let mut reach = (0.0_f32, 0.0_f32);
        let known = &mut self.reaches[font.index()];
        // To look at a glyph costs less than to open its face.
        let mut opened = None;
        for glyph in glyphs {
            let at = usize::from(glyph.id);
            if at >= known.len() {
                known.resize(at + 1, None);
            }
            let (above, below) = *known[at]
                .get_or_insert_with(|| opened.get_or_insert_with(|| self.fonts.reaches(font)).of(glyph.id));
            reach = (reach.0.max(above + glyph.dy), reach.1.max(below - glyph.dy));
        }
        reach
    }

    /// Whether the last of some glyphs of a face is as wide as it is alone.
    fn is_as_alone(&self, font: FontId, glyphs: &[ShapedGlyph]) -> bool {
        glyphs.last().is_some_and(|glyph| self.fonts.reaches(font).advance(glyph.id) == glyph.advance)
    }

    /// The face in which a weight is set where it has all letters.
    fn first(&self, weight: Weight) -> FontId {
        let known = self.known.iter().find(|(known, _)| *known == weight);
        known.map_or(FontId(0), |(_, order)| order[0])
    }

    /// The face of a font that the engine has used.
    fn id(&self, font: &FontInstance) -> FontId {
        let found = self.instances.iter().position(|known| known.font.data.id() == font.font.data.id());
        FontId(found.unwrap_or(0) as u16)
    }
}

/// Chooses faces for the characters of one text.
struct Chooser<'a> {
    faces: &'a Faces,
    text: &'a str,
    /// Numbers and addresses, which keep the face that they have alone.
    values: &'a [Range<usize>],
    /// The first character of the present stretch that belongs to a script of its own, or of the last that had one.
    leader: Option<char>,
}

impl Chooser<'_> {
    /// Whether a character belongs to one script, and not, as spaces, digits and stops do, to any text.
    fn is_of_a_script(&self, c: char) -> bool {
        if c.is_ascii() {
            return c.is_ascii_alphabetic();
        }
        let sources = &self.faces.sources;
        let name = sources.script_short_name().get(sources.properties(c).script());
        !matches!(name, None | Some("Zyyy" | "Zinh" | "Zzzz"))
    }

    /// The face of the text around, where every character of the cluster is neutral and that face has them all:
    /// a sentence stays one run, which readers of files need for the order of its words.
    fn of_the_run(&self, order: &[FontId], cluster: &CharCluster) -> Option<FontId> {
        let start = cluster.range().start as usize;
        if self.values.iter().any(|value| value.contains(&start)) {
            return None;
        }
        let leader = self.leader?;
        let face = order.iter().find(|id| self.faces.fonts.face(**id).covers(leader))?;
        let takes = |c: char| !self.is_of_a_script(c) && self.faces.fonts.face(*face).covers(c);
        cluster.chars().iter().all(|c| takes(c.ch)).then_some(*face)
    }
}

impl Chooser<'_> {
    /// Whether a cluster is one character of ASCII that the first face has, in text that stands in the first face:
    /// nearly all are, and no more need be asked of them.
    fn is_plain(&self, order: &[FontId], cluster: &CharCluster) -> bool {
        let [only] = cluster.chars() else { return false };
        let face = self.faces.fonts.face(order[0]);
        matches!(only.ch, ' '..='~')
            && face.covers(only.ch)
            && self.leader.is_none_or(|leader| face.covers(leader))
    }
}

impl FontSelector for Chooser<'_> {
    fn begin_segment(&mut self, segment: &Segment, _options: &ShapeOptions<'_>) {
        let text = &self.text[segment.range.byte_range.clone()];
        self.leader = text.chars().find(|c| self.is_of_a_script(*c)).or(self.leader);
    }

    /// The face of the text around for what is neutral; else the first face that has all characters of the cluster,
    /// or the one that has most of them.
    fn select_font(
        &mut self,
        _segment: &Segment,
        _options: &ShapeOptions<'_>,
        cluster: &mut CharCluster,
    ) -> Option<FontInstanceRef<'_>> {
        let faces = self.faces;
        let order = &faces.known[faces.orders[usize::from(cluster.style_index())]].1;
        if self.is_plain(order, cluster) {
            return Some(faces.instances[order[0].index()].as_ref());
        }
        if let Some(face) = self.of_the_run(order, cluster) {
            return Some(faces.instances[face.index()].as_ref());
        }
        let mut best = (order[0], Coverage::NONE);
        for id in order {
            let face = faces.fonts.face(*id);
            let coverage = cluster.calculate_coverage(|c| face.covers(c), &faces.sources);
            if coverage > best.1 {
                best = (*id, coverage);
            }
            if coverage.is_complete() {
                break;
            }
        }
        Some(faces.instances[best.0.index()].as_ref())
    }
}
