//! The shaping engine: takes a text with its pieces and faces, gives what the engine makes of it.

use std::ops::Range;

use parley::setting::Tag;
use parley::style::{FontFeature, Language};
use parley_engine::itemize::{Item, Segment};
use parley_engine::shape::{CharCluster, Coverage};
use parley_engine::{
    Analysis, AnalysisOptions, Analyzer, FontInstanceRef, FontSelector, ShapeOptions, ShapedText, Shaper,
};

use super::faces::Faces;
use super::join::ParagraphSpec;
use crate::font::FontId;

/// The size of the em that everything is shaped at.
const UNIT_SIZE: f32 = 1000.0;

/// Figures of equal width.
const TABULAR: [FontFeature; 1] = [FontFeature::new(Tag::new(b"tnum"), 1)];

/// The engine, with its caches and the memory of the last text.
pub(super) struct Engine {
    analyzer: Analyzer,
    analysis: Analysis,
    shaper: Shaper,
    result: ShapedText,
}

/// A text that is to be shaped.
pub(super) struct Given<'a> {
    pub text: &'a str,
    /// The text in which the engine looks for scripts, levels and the places where lines may end: as long as `text`.
    pub analysed: &'a str,
    /// For each character, the number of its piece.
    pub pieces: &'a [u16],
    /// Numbers and addresses, which keep the face that they have alone.
    pub values: &'a [Range<usize>],
}

impl Engine {
    pub(super) fn new() -> Self {
        Engine {
            analyzer: Analyzer::new(),
            analysis: Analysis::new(),
            shaper: Shaper::default(),
            result: ShapedText::new(),
        }
    }

    /// Shapes a text, and gives its own embedding level too. The faces must have been prepared for the pieces of `spec`.
    pub(super) fn shape(
        &mut self,
        faces: &Faces,
        spec: &ParagraphSpec<'_>,
        given: &Given<'_>,
    ) -> (&ShapedText, u8) {
        let Given { text, analysed, pieces, values } = *given;
        self.analyzer.analyze(analysed, &AnalysisOptions::default(), &mut self.analysis);
        let chooser = Chooser { faces, text, values, leader: None };
        self.shaper.shape_text(text, &self.analysis, pieces, items(pieces, spec), chooser, &mut self.result);
        (&self.result, self.analysis.paragraph_level().to_u8())
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
    /// The face of the text around, where every character of the cluster is neutral and that face has them all:
    /// a sentence stays one run, which readers of files need for the order of its words.
    fn of_the_run(&self, order: &[FontId], cluster: &CharCluster) -> Option<FontId> {
        let start = cluster.range().start as usize;
        if self.values.iter().any(|value| value.contains(&start)) {
            return None;
        }
        let leader = self.leader?;
        let face = order.iter().find(|id| self.faces.face(**id).covers(leader))?;
        let takes = |c: char| !self.faces.is_of_a_script(c) && self.faces.face(*face).covers(c);
        cluster.chars().iter().all(|c| takes(c.ch)).then_some(*face)
    }

    /// Whether a cluster is one character of ASCII that the first face has, in text that stands in the first face:
    /// nearly all are, and no more need be asked of them.
    fn is_plain(&self, order: &[FontId], cluster: &CharCluster) -> bool {
        let [only] = cluster.chars() else { return false };
        let face = self.faces.face(order[0]);
        matches!(only.ch, ' '..='~')
            && face.covers(only.ch)
            && self.leader.is_none_or(|leader| face.covers(leader))
    }
}

impl FontSelector for Chooser<'_> {
    fn begin_segment(&mut self, segment: &Segment, _options: &ShapeOptions<'_>) {
        let text = &self.text[segment.range.byte_range.clone()];
        self.leader = text.chars().find(|c| self.faces.is_of_a_script(*c)).or(self.leader);
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
        let order = faces.order(cluster.style_index());
        if self.is_plain(order, cluster) {
            return Some(faces.instance(order[0]));
        }
        if let Some(face) = self.of_the_run(order, cluster) {
            return Some(faces.instance(face));
        }
        let mut best = (order[0], Coverage::NONE);
        for id in order {
            let coverage = faces.coverage(*id, cluster);
            if coverage > best.1 {
                best = (*id, coverage);
            }
            if coverage.is_complete() {
                break;
            }
        }
        Some(faces.instance(best.0))
    }
}
