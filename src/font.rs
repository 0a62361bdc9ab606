//! Faces: takes font files as bytes, gives metrics, coverage and the face for a weight.

mod face;

use std::borrow::Cow;
use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::{GlyphId, MetadataProvider};

pub use face::{Face, FontError, FontId, MAX_FACE_BYTES, MAX_FACES, Metrics, Weight};

/// The faces of a job, in an order that does not depend on the order of the files: the primary family
/// first, then by family, weight and slant. The primary family is the one with most faces. A clone shares
/// the files.
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

impl FontSet {
    /// Reads font files, each with the name that messages show.
    ///
    /// # Errors
    /// Everything that is wrong with any of the files, in their order.
    pub fn new(
        files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>,
    ) -> Result<Self, Vec<FontError>> {
        let files: Vec<_> = files.into_iter().collect();
        match files.len() {
            0 => return Err(vec![FontError::None]),
            count if count > MAX_FACES => return Err(vec![FontError::TooMany { count }]),
            _ => {}
        }
        let (mut faces, mut errors) = (Vec::new(), Vec::new());
        for (file, data) in files {
            match Face::read(&file, data) {
                Ok(face) => faces.push((face, file)),
                Err(error) => errors.push(error),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let faces = sorted(faces);
        let of_primary = faces.iter().take_while(|face| face.family == faces[0].family).count();
        Ok(FontSet { faces, of_primary })
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
        let files = embedded![
            "AtkinsonHyperlegibleNext_400Regular.ttf",
            "AtkinsonHyperlegibleNext_600SemiBold.ttf",
            "AtkinsonHyperlegibleNext_700Bold.ttf",
            "AtkinsonHyperlegibleNext_800ExtraBold.ttf"
        ];
        files.map(|(file, bytes)| (file.to_owned(), Cow::Borrowed(bytes))).to_vec()
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
        let mut seen = [false; MAX_FACES];
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

    /// Whether any face has the character.
    #[must_use]
    pub fn covers(&self, c: char) -> bool {
        self.faces.iter().any(|face| face.covers(c))
    }
}

/// Of some faces the nearest in weight.
fn nearest<'f>(faces: impl Iterator<Item = (FontId, &'f Face)>, weight: Weight) -> FontId {
    faces
        .min_by_key(|(_, face)| (face.italic, face.weight.0.abs_diff(weight.0), face.weight < weight))
        .map_or(FontId(0), |(id, _)| id)
}

/// Brings faces into the order that `FontSet` promises; files settle what names leave open.
fn sorted(mut faces: Vec<(Face, String)>) -> Arc<[Face]> {
    let count = |family: &str| faces.iter().filter(|(face, _)| face.family == family).count();
    let primary = faces
        .iter()
        .map(|(face, _)| (std::cmp::Reverse(count(&face.family)), face.family.clone()))
        .min()
        .map(|(_, family)| family);
    faces.sort_by(|(a, a_file), (b, b_file)| {
        let rank = |face: &Face| primary.as_deref() != Some(face.family.as_str());
        (rank(a), &a.family, a.weight, a.italic, &a.name, a_file).cmp(&(
            rank(b),
            &b.family,
            b.weight,
            b.italic,
            &b.name,
            b_file,
        ))
    });
    faces.into_iter().map(|(face, _)| face).collect()
}
