//! Fonts: takes the glyphs a document uses, gives subsets of faces that many documents share.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use subsetter::{GlyphRemapper, subset};

use super::WriteError;
use super::deflate::deflate_best;
use super::digest::Digest;
use super::sfnt::Sfnt;
use super::to_unicode::to_unicode;
use crate::font::{FontId, FontSet, Weight};
use crate::page::{Document, Glyph};

/// Every subset holds these: with them most English briefings share one font program a face, and a program
/// that is deflated once costs nothing afterwards. Each glyph costs a file some fifty bytes, so what is rare
/// is not among them; a document that has it gets a subset of its own.
const BASE: &str = " !&'(),-./0123456789:?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz–’";

/// Running text has these as well.
const BASE_OF_TEXT: &str = "\"%;£—‘“”";

/// The place of a glyph that a subset does not hold.
const ABSENT: u16 = u16::MAX;

/// Subsets with further glyphs are forgotten beyond this number, so that memory stays flat.
const MOST_KEPT: usize = 64;

/// A part of a face, ready to be written.
#[derive(Debug)]
pub(super) struct Subset {
    /// The face's PostScript name with the tag that marks a subset (ISO 32000-1, 9.6.4).
    pub(super) name: String,
    /// Which kind of outlines the program holds.
    pub(super) outlines: Outlines,
    /// The font program, deflated.
    pub(super) program: Vec<u8>,
    /// Its length before, as `Length1` of a TrueType program wants it.
    pub(super) length: usize,
    /// The `ToUnicode` map, deflated.
    pub(super) to_unicode: Vec<u8>,
    /// Widths in thousandths of an em, by code; the layout of text is computed from these.
    pub(super) widths: Vec<i32>,
    /// The smallest box that holds every glyph of the face.
    pub(super) bbox: [f32; 4],
    /// How far upright strokes lean.
    pub(super) italic_angle: f32,
    /// Stands for the program in the file's identifier.
    pub(super) digest: u128,
    codes: Vec<u16>,
    meanings: Vec<Box<str>>,
}

/// Which kind of outlines a face has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlines {
    TrueType,
    Cff,
}

impl Subset {
    /// The code of a glyph of the face; 0, the missing glyph, for one that is not in the subset.
    pub(super) fn code(&self, glyph: u16) -> u16 {
        match self.codes.get(usize::from(glyph)) {
            None | Some(&ABSENT) => 0,
            Some(&code) => code,
        }
    }

    /// The characters that a reader takes a code for.
    pub(super) fn meaning(&self, code: u16) -> &str {
        self.meanings.get(usize::from(code)).map_or("", |text| text)
    }
}

/// The glyphs of one face that every subset of it holds, with their characters.
#[derive(Debug)]
struct Base {
    held: Vec<bool>,
    glyphs: Vec<(u16, Box<str>)>,
}

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
        Ok(slot.get_or_insert_with(|| Base::of(&self.faces, id)))
    }

    fn subset(&mut self, id: FontId, extras: Extras) -> Result<Arc<Subset>, WriteError> {
        let key = (id, extras);
        if let Some(subset) = self.subsets.get(&key) {
            return Ok(Arc::clone(subset));
        }
        let base = &self.base(id)?.glyphs;
        let glyphs: Vec<_> = base.iter().chain(&key.1).cloned().collect();
        let subset = Arc::new(make(&self.faces, id, &glyphs)?);
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

impl Base {
    fn of(faces: &FontSet, id: FontId) -> Self {
        let mut base = Base { held: vec![true], glyphs: Vec::new() };
        let is_for_text = faces.face(id).weight < Weight::BOLD;
        for c in BASE.chars().chain(if is_for_text { BASE_OF_TEXT } else { "" }.chars()) {
            let Some(glyph) = faces.glyph(id, c).filter(|glyph| !base.holds(*glyph)) else { continue };
            let at = usize::from(glyph);
            base.held.resize(base.held.len().max(at + 1), false);
            base.held[at] = true;
            base.glyphs.push((glyph, c.to_string().into_boxed_str()));
        }
        base
    }

    /// Glyph 0, the missing glyph, is in every subset.
    fn holds(&self, glyph: u16) -> bool {
        self.held.get(usize::from(glyph)).copied().unwrap_or(false)
    }
}

/// Makes the subset that holds glyph 0 and then these, in this order.
fn make(faces: &FontSet, id: FontId, glyphs: &[(u16, Box<str>)]) -> Result<Subset, WriteError> {
    let face = faces.face(id);
    let ids: Vec<u16> = glyphs.iter().map(|(glyph, _)| *glyph).collect();
    let file = subset(&face.data, face.index, &GlyphRemapper::new_from_glyphs(&ids))
        .map_err(|error| WriteError::Face { name: face.name.clone(), reason: error.to_string() })?;
    let file = Sfnt::new(&file);
    let (outlines, program) = match file.cff() {
        Some(cff) => (Outlines::Cff, cff.to_vec()),
        None => (Outlines::TrueType, file.without(&[b"name", b"post"])),
    };
    let codes = codes(&ids);
    let meanings: Vec<Box<str>> =
        std::iter::once("".into()).chain(glyphs.iter().map(|(_, text)| text.clone())).collect();
    let digest = Digest::of(&[&program, face.name.as_bytes(), meanings.concat().as_bytes()]);
    let whole = Sfnt::at(&face.data, face.index);
    Ok(Subset {
        name: format!("{}+{}", tag(digest), face.name),
        outlines,
        length: program.len(),
        program: deflate_best(&program),
        to_unicode: deflate_best(&to_unicode(&meanings)),
        widths: std::iter::once(0).chain(ids).map(|glyph| faces.advance(id, glyph).round() as i32).collect(),
        bbox: whole.bbox(),
        italic_angle: whole.italic_angle(),
        digest,
        codes,
        meanings,
    })
}

/// The table from a glyph of the face to its code.
fn codes(glyphs: &[u16]) -> Vec<u16> {
    let most = glyphs.iter().copied().max().unwrap_or(0);
    let mut codes = vec![ABSENT; usize::from(most) + 1];
    codes[0] = 0;
    for (code, glyph) in (1..).zip(glyphs) {
        codes[usize::from(*glyph)] = code;
    }
    codes
}

/// Six capitals that name a subset.
fn tag(digest: u128) -> String {
    (0..6).map(|place| char::from(b'A' + (digest / 26_u128.pow(place) % 26) as u8)).collect()
}
