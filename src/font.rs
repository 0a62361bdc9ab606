//! Faces: takes font files as bytes, gives metrics, coverage and the face for a weight.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use skrifa::attribute::Style as Slant;
use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Weight of a face, as in CSS and OpenType: 400 regular, 700 bold, 800 extra bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(pub u16);

impl Weight {
    /// Running text.
    pub const REGULAR: Weight = Weight(400);
    /// Emphasis and headings.
    pub const BOLD: Weight = Weight(700);
    /// Titles and numbers.
    pub const EXTRA_BOLD: Weight = Weight(800);
}

/// Names a face of a `FontSet`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontId(pub u16);

impl FontId {
    /// The face's place in its `FontSet`.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Heights of a face, as parts of an em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Top of the tallest letters above the baseline.
    pub ascent: f32,
    /// Bottom of the lowest letters below the baseline, positive.
    pub descent: f32,
    /// Height of capitals and figures.
    pub cap_height: f32,
    /// Height of a small x.
    pub x_height: f32,
}

/// One font file.
#[derive(Clone, Debug)]
pub struct Face {
    /// PostScript name: printable ASCII, never empty, safe as a name in a PDF.
    pub name: String,
    /// Family name.
    pub family: String,
    /// Weight.
    pub weight: Weight,
    /// Whether the letters lean.
    pub italic: bool,
    /// Heights.
    pub metrics: Metrics,
    /// The file.
    pub data: Cow<'static, [u8]>,
    coverage: Coverage,
}

/// The largest font file that is read, in bytes.
pub const MAX_FACE_BYTES: usize = 20_000_000;

/// The most faces that a set holds.
pub const MAX_FACES: usize = 64;

/// Why a font file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontError {
    /// There is no font file at all.
    None,
    /// There are more files than `MAX_FACES`.
    TooMany {
        /// How many there are.
        count: usize,
    },
    /// The file is larger than `MAX_FACE_BYTES`.
    TooLarge {
        /// Its name.
        file: String,
        /// Its size in bytes.
        bytes: usize,
    },
    /// The file is not a TrueType or OpenType face, or a part of it that we need is missing.
    Broken {
        /// Its name.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl FontError {
    /// The name of the file, where one file is to blame.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            FontError::None | FontError::TooMany { .. } => None,
            FontError::TooLarge { file, .. } | FontError::Broken { file, .. } => Some(file),
        }
    }
}

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FontError::None => write!(f, "there is no font file"),
            FontError::TooMany { count } => {
                write!(f, "there are {count} font files, and {MAX_FACES} is the most")
            }
            FontError::TooLarge { file, bytes } => {
                let (size, most) = (bytes.div_ceil(1_000_000), MAX_FACE_BYTES / 1_000_000);
                write!(f, "the font `{file}` is {size} MB large, and {most} MB is the most")
            }
            FontError::Broken { file, reason } => write!(f, "the font `{file}` cannot be used: {reason}"),
        }
    }
}

impl std::error::Error for FontError {}

impl Face {
    /// Reads a font file.
    ///
    /// # Errors
    /// `TooLarge`, or `Broken` with the reason.
    fn read(file: &str, data: Cow<'static, [u8]>) -> Result<Self, FontError> {
        if data.len() > MAX_FACE_BYTES {
            return Err(FontError::TooLarge { file: file.to_owned(), bytes: data.len() });
        }
        let broken = |reason: String| FontError::Broken { file: file.to_owned(), reason };
        let font = FontRef::new(&data).map_err(|error| broken(error.to_string()))?;
        let coverage = Coverage::read(&font);
        if coverage.blocks.is_empty() {
            return Err(broken("it has no characters".into()));
        }
        let metrics =
            read_metrics(&font).ok_or_else(|| broken("its units per em are not 16 to 16384".into()))?;
        let family = read_family(&font).unwrap_or_else(|| stem(file).to_owned());
        let name = postscript_name(&font, &family);
        let attributes = font.attributes();
        let weight = Weight(attributes.weight.value().clamp(1.0, 1000.0).round() as u16);
        let italic = attributes.style != Slant::Normal;
        Ok(Face { name, family, weight, italic, metrics, data, coverage })
    }

    /// Whether the face has a glyph for the character.
    #[must_use]
    pub fn covers(&self, c: char) -> bool {
        self.coverage.holds(c)
    }

    /// The face as skrifa reads it.
    ///
    /// # Panics
    /// Never: `read` has parsed the same bytes.
    fn font(&self) -> FontRef<'_> {
        FontRef::new(&self.data).expect("the face was parsed when the set was made")
    }
}

/// The file's name without its ending.
fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn string(font: &FontRef<'_>, id: StringId) -> Option<String> {
    let text: String = font.localized_strings(id).english_or_first()?.chars().take(100).collect();
    (!text.trim().is_empty()).then_some(text)
}

/// The typographic family where there is one, for the plain family name holds the weight as well.
fn read_family(font: &FontRef<'_>) -> Option<String> {
    string(font, StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| string(font, StringId::FAMILY_NAME))
}

/// A PostScript name is at most 63 characters of printable ASCII without delimiters (OpenType, `name`).
fn postscript_name(font: &FontRef<'_>, family: &str) -> String {
    let clean = |text: &str| -> String {
        text.chars().filter(|c| c.is_ascii_graphic() && !"[](){}<>/%#".contains(*c)).take(63).collect()
    };
    let own = string(font, StringId::POSTSCRIPT_NAME).map(|name| clean(&name)).unwrap_or_default();
    [own, clean(family)].into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| "Unnamed".into())
}

fn read_metrics(font: &FontRef<'_>) -> Option<Metrics> {
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    // OpenType, `head`: the range that a face may use.
    if !(16..=16_384).contains(&metrics.units_per_em) {
        return None;
    }
    let em = f32::from(metrics.units_per_em);
    Some(Metrics {
        ascent: metrics.ascent / em,
        descent: -metrics.descent / em,
        cap_height: metrics.cap_height.map_or(0.7, |height| height / em),
        x_height: metrics.x_height.map_or(0.5, |height| height / em),
    })
}

/// A set of characters: for each block of 256 that is used, one bit a character.
#[derive(Clone, Debug, Default)]
struct Coverage {
    /// Block number and bits, sorted by number.
    blocks: Vec<(u32, [u64; 4])>,
}

impl Coverage {
    fn read(font: &FontRef<'_>) -> Self {
        let mut coverage = Coverage::default();
        for (code, glyph) in font.charmap().mappings() {
            if glyph != GlyphId::NOTDEF {
                coverage.insert(code);
            }
        }
        coverage
    }

    fn insert(&mut self, code: u32) {
        let block = code >> 8;
        let at = self.blocks.binary_search_by_key(&block, |(number, _)| *number).unwrap_or_else(|at| {
            self.blocks.insert(at, (block, [0; 4]));
            at
        });
        self.blocks[at].1[(code >> 6 & 3) as usize] |= 1 << (code & 63);
    }

    fn holds(&self, c: char) -> bool {
        let code = u32::from(c);
        self.blocks
            .binary_search_by_key(&(code >> 8), |(number, _)| *number)
            .is_ok_and(|at| self.blocks[at].1[(code >> 6 & 3) as usize] >> (code & 63) & 1 == 1)
    }
}

/// The faces of a job, in an order that does not depend on the order of the files: the primary family
/// first, then by family, weight and slant. The primary family is the one with most faces. A clone shares
/// the files.
#[derive(Clone, Debug)]
pub struct FontSet {
    faces: Arc<[Face]>,
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
        if errors.is_empty() { Ok(FontSet { faces: sorted(faces) }) } else { Err(errors) }
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
        self.nearest(&self.faces[0].family, weight)
    }

    /// One face of each family, the nearest in weight, the primary family first, and then all others:
    /// the order in which a character's face is looked for.
    #[must_use]
    pub fn fallback(&self, weight: Weight) -> Vec<FontId> {
        let mut order: Vec<FontId> =
            self.iter().map(|(_, face)| self.nearest(&face.family, weight)).collect();
        order.extend(self.iter().map(|(id, _)| id));
        let mut seen = [false; MAX_FACES];
        order.retain(|id| !std::mem::replace(&mut seen[id.index()], true));
        order
    }

    fn nearest(&self, family: &str, weight: Weight) -> FontId {
        self.iter()
            .filter(|(_, face)| face.family == family)
            .min_by_key(|(_, face)| (face.italic, face.weight.0.abs_diff(weight.0), face.weight < weight))
            .map_or(FontId(0), |(id, _)| id)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_faces_are_one_family_from_light_to_heavy() {
        let fonts = FontSet::embedded();
        let found: Vec<_> = fonts.iter().map(|(_, face)| (face.name.as_str(), face.weight.0)).collect();
        assert_eq!(
            found,
            [
                ("AtkinsonHyperlegibleNext-Regular", 400),
                ("AtkinsonHyperlegibleNext-SemiBold", 600),
                ("AtkinsonHyperlegibleNext-Bold", 700),
                ("AtkinsonHyperlegibleNext-ExtraBold", 800),
            ]
        );
        assert!(fonts.iter().all(|(_, face)| face.family == "Atkinson Hyperlegible Next" && !face.italic));
    }

    #[test]
    fn the_order_of_files_does_not_matter() {
        let embedded = FontSet::embedded();
        let files = |order: [u16; 4]| order.map(|i| (format!("{i}"), embedded.face(FontId(i)).data.clone()));
        for order in [[3, 1, 0, 2], [2, 3, 1, 0]] {
            let fonts = FontSet::new(files(order)).expect("the same files");
            let weights: Vec<_> = fonts.iter().map(|(_, face)| face.weight.0).collect();
            assert_eq!(weights, [400, 600, 700, 800]);
        }
    }

    #[test]
    fn a_weight_gets_the_nearest_face_and_of_two_the_bolder() {
        let fonts = FontSet::embedded();
        for (asked, given) in [(100, 400), (400, 400), (500, 600), (650, 700), (700, 700), (900, 800)] {
            assert_eq!(fonts.face(fonts.primary(Weight(asked))).weight, Weight(given), "{asked}");
        }
    }

    #[test]
    fn coverage_is_what_the_character_map_says() {
        let fonts = FontSet::embedded();
        for covered in ['A', ' ', '’', 'ŵ', 'Ŷ', 'ł', 'ş', '£', '–', '€'] {
            assert!(fonts.covers(covered), "{covered}");
            assert!(fonts.glyph(FontId(0), covered).is_some(), "{covered}");
        }
        for missing in ['Ж', 'α', 'ا', '\u{1f600}', '\u{10ffff}'] {
            assert!(!fonts.covers(missing), "{missing}");
            assert_eq!(fonts.glyph(FontId(0), missing), None);
        }
    }

    #[test]
    fn bad_files_are_all_named() {
        let broken = |name: &str, bytes: Vec<u8>| (name.to_owned(), Cow::Owned(bytes));
        let files = [
            broken("empty.ttf", vec![]),
            broken("text.ttf", b"not a font at all".to_vec()),
            broken("huge.ttf", vec![0; MAX_FACE_BYTES + 1]),
        ];
        let errors = FontSet::new(files).expect_err("none of them is a font");
        let names: Vec<_> = errors.iter().filter_map(FontError::file).collect();
        assert_eq!(names, ["empty.ttf", "text.ttf", "huge.ttf"]);
        assert_eq!(FontSet::new([]).expect_err("nothing"), [FontError::None]);
        let many = (0..65).map(|i| broken(&format!("{i}.ttf"), vec![]));
        assert_eq!(FontSet::new(many).expect_err("too many"), [FontError::TooMany { count: 65 }]);
    }

    #[test]
    fn a_face_cut_short_anywhere_is_refused_or_read_without_panic() {
        let whole = FontSet::embedded().face(FontId(0)).data.clone();
        for length in (0..whole.len()).step_by(997) {
            if let Ok(fonts) = FontSet::new([("cut.ttf".to_owned(), Cow::Owned(whole[..length].to_vec()))]) {
                assert!(fonts.advance(FontId(0), fonts.glyph(FontId(0), 'A').unwrap_or(0)) >= 0.0);
            }
        }
    }
}
