//! Faces: takes font files as bytes, gives metrics, coverage and the face for a weight.

mod face;
mod outline;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{GlyphId, MetadataProvider};

pub use face::{Face, FontError, FontId, MAX_FACE_BYTES, MAX_FACES, Metrics, Weight};

/// The faces of a job, in an order that does not depend on the order of the files: the primary family
/// first, then by family, weight and slant. A clone shares the files.
#[derive(Clone, Debug)]
pub struct FontSet {
    faces: Arc<[Face]>,
    /// How many of them are of the primary family; they come first.
    of_primary: usize,
}

macro_rules! embedded {
    ($($file:literal),*) => {
        [$(($file, include_bytes!(concat!("../fonts/", $file)).as_slice())),*]
    };
}

/// The faces inside this program, by the names of their files, in the order of weights.
static EMBEDDED: [(&str, &[u8]); 4] = embedded![
    "AtkinsonHyperlegibleNext_400Regular.ttf",
    "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    "AtkinsonHyperlegibleNext_700Bold.ttf",
    "AtkinsonHyperlegibleNext_800ExtraBold.ttf"
];

impl FontSet {
    /// Reads font files, each with the name that messages show. The primary family is the one with most faces.
    ///
    /// # Errors
    /// Everything that is wrong with any of the files, in their order.
    pub fn new(
        files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>,
    ) -> Result<Self, Vec<FontError>> {
        let faces = read(files)?;
        let Some(primary) = most_faces(faces.iter().map(|(face, _)| face)) else {
            return Err(vec![FontError::None]);
        };
        Ok(FontSet::sorted(faces, &primary))
    }

    /// Reads font files that come before those inside this program: what they lack is taken from these. The
    /// primary family is that of the files with most faces, if it has the Latin letters that names, numbers and
    /// addresses are written in, and else the one inside this program.
    ///
    /// # Errors
    /// Everything that is wrong with any of the files, in their order.
    pub fn beside_embedded(
        files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>,
    ) -> Result<Self, Vec<FontError>> {
        let mut faces = read(files)?;
        let usual = FontSet::embedded();
        let latin = |face: &&Face| LATIN.chars().all(|c| face.covers(c));
        let primary = most_faces(faces.iter().map(|(face, _)| face).filter(latin));
        let own: Vec<String> = faces.iter().map(|(face, _)| face.family.clone()).collect();
        let missing = usual.faces.iter().filter(|face| !own.contains(&face.family));
        faces.extend(missing.map(|face| (face.clone(), String::new())));
        Ok(FontSet::sorted(faces, &primary.unwrap_or_else(|| usual.faces[0].family.clone())))
    }

    /// Brings faces into the order that a set promises; files settle what names leave open.
    fn sorted(mut faces: Vec<(Face, String)>, primary: &str) -> Self {
        faces.sort_by(|(a, a_file), (b, b_file)| {
            let other = |face: &Face| face.family != primary;
            let look = |face: &Face| (face.weight, face.italic);
            let key = (other(a), &a.family, look(a), &a.name, a_file);
            key.cmp(&(other(b), &b.family, look(b), &b.name, b_file))
        });
        let of_primary = faces.iter().take_while(|(face, _)| face.family == primary).count();
        FontSet { faces: faces.into_iter().map(|(face, _)| face).collect(), of_primary }
    }

    /// The four faces of Atkinson Hyperlegible Next inside this program.
    ///
    /// # Panics
    /// Never: the files are part of the program, and a test reads them.
    #[must_use]
    pub fn embedded() -> Self {
        FontSet::new(FontSet::embedded_files()).expect("the embedded faces are sound")
    }

    /// Their files, by name, for a set in which other files stand beside them or other layouts use them.
    #[must_use]
    pub fn embedded_files() -> Vec<(String, Cow<'static, [u8]>)> {
        EMBEDDED.map(|(file, bytes)| (file.to_owned(), Cow::Borrowed(bytes))).to_vec()
    }

    /// The place of a face among those inside this program, if it is one of them.
    pub(crate) fn place_in_program(&self, id: FontId) -> Option<usize> {
        let data = self.face(id).data.as_ptr();
        EMBEDDED.iter().position(|(_, file)| std::ptr::eq(file.as_ptr(), data))
    }

    /// How many faces there are, at least one.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "a set is never empty")]
    pub fn len(&self) -> usize {
        self.faces.len()
    }

    /// A face.
    ///
    /// # Panics
    /// If `id` comes from another set and is past the end of this one.
    #[must_use]
    pub fn face(&self, id: FontId) -> &Face {
        &self.faces[id.index()]
    }

    /// All faces with their ids, the primary family first.
    pub fn iter(&self) -> impl Iterator<Item = (FontId, &Face)> {
        (0..).map(FontId).zip(self.faces.iter())
    }

    /// The face of the primary family that is nearest in weight: upright before italic, and of two
    /// equally near the bolder.
    #[must_use]
    pub fn primary(&self, weight: Weight) -> FontId {
        nearest(self.iter().take(self.of_primary), weight)
    }

    /// One face of each family, the nearest in weight, the primary family first, and then all others:
    /// the order in which a character's face is looked for.
    #[must_use]
    pub fn fallback(&self, weight: Weight) -> Vec<FontId> {
        let mut order: Vec<FontId> =
            self.iter().map(|(_, face)| nearest(self.family(&face.family), weight)).collect();
        order.extend(self.iter().map(|(id, _)| id));
        let mut seen = vec![false; self.faces.len()];
        order.retain(|id| !std::mem::replace(&mut seen[id.index()], true));
        order
    }

    fn family<'f>(&'f self, family: &'f str) -> impl Iterator<Item = (FontId, &'f Face)> {
        self.iter().filter(move |(_, face)| face.family == family)
    }

    /// The glyph of a character in a face, if the face has one.
    #[must_use]
    pub fn glyph(&self, id: FontId, c: char) -> Option<u16> {
        let glyph = self.face(id).font().charmap().map(c)?;
        u16::try_from(glyph.to_u32()).ok().filter(|glyph| *glyph != 0)
    }

    /// How far the pen moves after a glyph, in thousandths of an em; 0 for a glyph that is not there.
    #[must_use]
    pub fn advance(&self, id: FontId, glyph: u16) -> f32 {
        let font = self.face(id).font();
        let metrics = font.glyph_metrics(Size::new(1000.0), LocationRef::default());
        metrics.advance_width(GlyphId::from(glyph)).unwrap_or(0.0)
    }

    /// How far the glyphs of a face reach above and below the baseline.
    #[must_use]
    pub fn reaches(&self, id: FontId) -> Reaches<'_> {
        Reaches(self.face(id).font().glyph_metrics(Size::new(1000.0), LocationRef::default()))
    }

    /// Whether any face has the character.
    #[must_use]
    pub fn covers(&self, c: char) -> bool {
        self.faces.iter().any(|face| face.covers(c))
    }
}

/// How far the glyphs of a face reach above and below the baseline.
pub struct Reaches<'f>(GlyphMetrics<'f>);

impl Reaches<'_> {
    /// How far one does, in thousandths of an em; nothing where the face does not say, as those with PostScript outlines
    /// do not.
    #[must_use]
    pub fn of(&self, glyph: u16) -> (f32, f32) {
        self.0.bounds(GlyphId::from(glyph)).map_or((0.0, 0.0), |bounds| (bounds.y_max, -bounds.y_min))
    }

    /// How far the pen moves after one that stands alone, in thousandths of an em.
    #[must_use]
    pub fn advance(&self, glyph: u16) -> f32 {
        self.0.advance_width(GlyphId::from(glyph)).unwrap_or(0.0)
    }
}

/// Of some faces the nearest in weight.
fn nearest<'f>(faces: impl Iterator<Item = (FontId, &'f Face)>, weight: Weight) -> FontId {
    faces
        .min_by_key(|(_, face)| (face.italic, face.weight.0.abs_diff(weight.0), face.weight < weight))
        .map_or(FontId(0), |(id, _)| id)
}

/// What a primary family has to have.
const LATIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;-@/+()";

/// All faces of some files, each with the name of its file.
fn read(
    files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>,
) -> Result<Vec<(Face, String)>, Vec<FontError>> {
    let files: Vec<_> = files.into_iter().collect();
    if files.len() > MAX_FACES {
        return Err(vec![FontError::TooMany { count: files.len() }]);
    }
    let (mut faces, mut errors): (Vec<(Face, String)>, _) = (Vec::new(), Vec::new());
    for (file, data) in files {
        // Weights of one family mostly have the same characters.
        match Face::read_all(&file, data, faces.last().map(|(face, _)| face)) {
            Ok(found) => faces.extend(found.into_iter().map(|face| (face, file.clone()))),
            Err(error) => errors.push(error),
        }
    }
    if faces.len() > MAX_FACES {
        errors.push(FontError::TooMany { count: faces.len() });
    }
    if errors.is_empty() { Ok(faces) } else { Err(errors) }
}

/// The family with most faces; of equals the first by name.
fn most_faces<'f>(faces: impl Iterator<Item = &'f Face>) -> Option<String> {
    let mut counts = BTreeMap::new();
    for face in faces {
        *counts.entry(face.family.as_str()).or_insert(0) += 1;
    }
    let most = counts.into_iter().min_by_key(|(family, count)| (std::cmp::Reverse(*count), *family));
    most.map(|(family, _)| family.to_owned())
}
