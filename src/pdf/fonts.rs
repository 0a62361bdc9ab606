//! Fonts: takes the glyphs a document uses, gives subsets of faces that many documents share.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::WriteError;
use super::stored::stored;
use super::subset::{Base, Subset, make};
use crate::font::{FontId, FontSet};
use crate::page::{Document, Glyph};

/// Subsets with further glyphs are forgotten beyond this number, so that memory stays flat.
const MOST_KEPT: usize = 64;

/// Further glyphs that a document uses, with their characters.
type Extras = Vec<(u16, Box<str>)>;

/// The faces of a job and the subsets made of them.
#[derive(Debug)]
pub(super) struct Fonts {
    faces: Arc<FontSet>,
    bases: Vec<Option<Base>>,
    subsets: HashMap<(FontId, Extras), Arc<Subset>>,
}

/// The subsets of one document, in the order of their faces.
#[derive(Debug, Default)]
pub(super) struct Subsets {
    by_face: Vec<Option<Arc<Subset>>>,
}

impl Subsets {
    /// The subset of a face that the document uses.
    pub(super) fn get(&self, id: FontId) -> Option<&Subset> {
        self.by_face.get(usize::from(id.0))?.as_deref()
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = (FontId, &Subset)> {
        (0..).map(FontId).zip(&self.by_face).filter_map(|(id, subset)| Some((id, subset.as_deref()?)))
    }
}

impl Fonts {
    pub(super) fn new(faces: Arc<FontSet>) -> Self {
        let bases = (0..faces.len()).map(|_| None).collect();
        Fonts { faces, bases, subsets: HashMap::new() }
    }

    pub(super) fn faces(&self) -> &FontSet {
        &self.faces
    }

    /// The subsets that a document needs. What was asked for before has no influence on them.
    pub(super) fn subsets(&mut self, document: &Document) -> Result<Subsets, WriteError> {
        let wanted = self.wanted(document)?;
        let mut by_face = vec![None; self.faces.len()];
        for (id, extras) in wanted {
            let extras = extras.into_iter().map(|(glyph, text)| (glyph, text.into_boxed_str())).collect();
            by_face[usize::from(id.0)] = Some(self.subset(id, extras)?);
        }
        Ok(Subsets { by_face })
    }

    /// The faces of a document with the glyphs that are not in their base sets.
    fn wanted(&mut self, document: &Document) -> Result<BTreeMap<FontId, BTreeMap<u16, String>>, WriteError> {
        let mut wanted: BTreeMap<FontId, BTreeMap<u16, String>> = BTreeMap::new();
        for item in document.surfaces().flat_map(|page| &page.items) {
            let Some(run) = item.kind.letters() else { continue };
            let base = self.base(run.font)?;
            let extras = wanted.entry(run.font).or_default();
            for cluster in document.arena.clusters(run) {
                if cluster.iter().all(|glyph| base.holds(glyph.id)) {
                    continue;
                }
                let text = document.arena.text(&cluster[0]);
                note(extras, base, cluster, text);
            }
        }
        Ok(wanted)
    }

    fn base(&mut self, id: FontId) -> Result<&Base, WriteError> {
        let slot = self.bases.get_mut(usize::from(id.0)).ok_or(WriteError::UnknownFace(id))?;
        let made =
            || stored(&self.faces, id).map_or_else(|| Base::of(&self.faces, id), |stored| stored.base());
        Ok(slot.get_or_insert_with(made))
    }

    fn subset(&mut self, id: FontId, extras: Extras) -> Result<Arc<Subset>, WriteError> {
        let key = (id, extras);
        if let Some(subset) = self.subsets.get(&key) {
            return Ok(Arc::clone(subset));
        }
        let subset = match stored(&self.faces, id).filter(|_| key.1.is_empty()) {
            Some(stored) => Arc::new(stored.subset(&self.faces, id)),
            None => {
                let base = self.base(id)?.glyphs();
                let glyphs: Vec<_> = base.iter().chain(&key.1).cloned().collect();
                Arc::new(make(&self.faces, id, &glyphs)?)
            }
        };
        if self.subsets.len() >= MOST_KEPT {
            self.subsets.clear();
        }
        self.subsets.insert(key, Arc::clone(&subset));
        Ok(subset)
    }
}

/// Notes the glyphs of a cluster that the base set lacks. A glyph means what it stands for where it first
/// stands alone; one that never does takes its cluster's text, which an `ActualText` then overrides.
fn note(extras: &mut BTreeMap<u16, String>, base: &Base, cluster: &[Glyph], text: &str) {
    for glyph in cluster.iter().filter(|glyph| !base.holds(glyph.id)) {
        let meaning = extras.entry(glyph.id).or_default();
        if meaning.is_empty() {
            text.clone_into(meaning);
        }
    }
}
