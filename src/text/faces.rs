//! The faces as the shaping engine wants them: takes a set of fonts, gives which are tried for a piece of text, and what
//! is known of their glyphs.

use std::sync::Arc;

use parley::fontique::{Blob, Synthesis};
use parley_engine::shape::{CharCluster, Coverage};
use parley_engine::{AnalysisDataSources, FontData, FontInstance, FontInstanceRef};

use super::join::Piece;
use super::shaped::{Shaped, ShapedGlyph};
use crate::font::{Face, FontId, FontSet, Weight};

/// The file of a face, shared with the engine.
struct FaceBytes(FontSet, FontId);

impl AsRef<[u8]> for FaceBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0.face(self.1).data
    }
}

/// The faces as the engine wants them.
pub(super) struct Faces {
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
    pub(super) fn new(fonts: &FontSet) -> Self {
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
    pub(super) fn prepare(&mut self, pieces: &[Piece<'_>]) {
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
    pub(super) fn reach_of(&mut self, shaped: &Shaped) -> (f32, f32) {
        shaped.runs.iter().fold((0.0, 0.0), |(above, below), run| {
            let of_run = self.reach(run.font, shaped.run_glyphs(run));
            (of_run.0.max(above), of_run.1.max(below))
        })
    }

    /// The same of glyphs of one face.
    pub(super) fn reach(&mut self, font: FontId, glyphs: &[ShapedGlyph]) -> (f32, f32) {
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
    pub(super) fn is_as_alone(&self, font: FontId, glyphs: &[ShapedGlyph]) -> bool {
        glyphs.last().is_some_and(|glyph| self.fonts.reaches(font).advance(glyph.id) == glyph.advance)
    }

    /// The face in which a weight is set where it has all letters.
    pub(super) fn first(&self, weight: Weight) -> FontId {
        let known = self.known.iter().find(|(known, _)| *known == weight);
        known.map_or(FontId(0), |(_, order)| order[0])
    }

    /// The face of a font that the engine has used.
    pub(super) fn id(&self, font: &FontInstance) -> FontId {
        let found = self.instances.iter().position(|known| known.font.data.id() == font.font.data.id());
        FontId(found.unwrap_or(0) as u16)
    }
    /// A face of the set.
    pub(super) fn face(&self, id: FontId) -> &Face {
        self.fonts.face(id)
    }

    /// The same for the engine.
    pub(super) fn instance(&self, id: FontId) -> FontInstanceRef<'_> {
        self.instances[id.index()].as_ref()
    }

    /// The order in which faces are tried for a piece of the paragraph that was prepared last.
    pub(super) fn order(&self, piece: u16) -> &[FontId] {
        &self.known[self.orders[usize::from(piece)]].1
    }

    /// How many characters of a cluster a face has.
    pub(super) fn coverage(&self, id: FontId, cluster: &mut CharCluster) -> Coverage {
        let face = self.fonts.face(id);
        cluster.calculate_coverage(|c| face.covers(c), &self.sources)
    }

    /// Whether a character belongs to one script, and not, as spaces, digits and stops do, to any text.
    pub(super) fn is_of_a_script(&self, c: char) -> bool {
        if c.is_ascii() {
            return c.is_ascii_alphabetic();
        }
        let sources = &self.sources;
        let name = sources.script_short_name().get(sources.properties(c).script());
        !matches!(name, None | Some("Zyyy" | "Zinh" | "Zzzz"))
    }
}

impl std::fmt::Debug for Faces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Faces").field("number", &self.instances.len()).finish_non_exhaustive()
    }
}
