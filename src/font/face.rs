//! One face: takes a font file as bytes, gives its names, metrics and coverage.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use skrifa::attribute::Style as Slant;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::tables::cmap::Cmap;
use skrifa::raw::tables::maxp::Maxp;
use skrifa::raw::{FileRef, TopLevelTable as _};
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

/// One face of a font file.
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
    /// The file, which the faces of a collection share.
    pub data: Arc<Cow<'static, [u8]>>,
    /// Its place in the file; 0 where the file is no collection.
    pub index: u32,
    coverage: Coverage,
}

/// The largest font file that is read, in bytes: collections of Chinese, Japanese and Korean are the largest.
pub const MAX_FACE_BYTES: usize = 40_000_000;

/// The most faces that a set holds.
pub const MAX_FACES: usize = 64;

/// Why a font file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontError {
    /// There is no font file at all.
    None,
    /// There are more faces than `MAX_FACES`.
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
                write!(f, "there are {count} fonts, and {MAX_FACES} is the most")
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
    /// Reads all faces of a font file: one, or those of a collection. A face read before lends its coverage to one
    /// that has the same.
    ///
    /// # Errors
    /// `TooLarge`, or `Broken` with the reason.
    pub(super) fn read_all(
        file: &str,
        data: Cow<'static, [u8]>,
        before: Option<&Face>,
    ) -> Result<Vec<Self>, FontError> {
        if data.len() > MAX_FACE_BYTES {
            return Err(FontError::TooLarge { file: file.to_owned(), bytes: data.len() });
        }
        let count = match FileRef::new(&data) {
            Ok(FileRef::Font(_)) => 1,
            Ok(FileRef::Collection(collection)) => collection.len(),
            Err(error) => return Err(broken(file, error.to_string())),
        };
        let data = Arc::new(data);
        (0..count).map(|index| Face::read(file, &data, index, before)).collect()
    }

    fn read(
        file: &str,
        data: &Arc<Cow<'static, [u8]>>,
        index: u32,
        before: Option<&Face>,
    ) -> Result<Self, FontError> {
        let broken = |reason: String| broken(file, reason);
        let font = FontRef::from_index(data, index).map_err(|error| broken(error.to_string()))?;
        let same = before.filter(|before| {
            [Cmap::TAG, Maxp::TAG].iter().all(|tag| {
                match (font.table_data(*tag), before.font().table_data(*tag)) {
                    (Some(own), Some(other)) => own.as_bytes() == other.as_bytes(),
                    _ => false,
                }
            })
        });
        let coverage = same.map_or_else(|| Coverage::read(&font), |before| before.coverage.clone());
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
        Ok(Face { name, family, weight, italic, metrics, data: Arc::clone(data), index, coverage })
    }

    /// Whether the face has a glyph for the character.
    #[must_use]
    pub fn covers(&self, c: char) -> bool {
        self.coverage.holds(c)
    }

    /// Whether the face is one of the program itself, and not from a file of a person's own.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        matches!(*self.data, Cow::Borrowed(_))
    }

    /// The face as skrifa reads it.
    ///
    /// # Panics
    /// Never: `read_all` has parsed the same bytes.
    pub(super) fn font(&self) -> FontRef<'_> {
        FontRef::from_index(&self.data, self.index).expect("the face was parsed when the set was made")
    }
}

fn broken(file: &str, reason: String) -> FontError {
    FontError::Broken { file: file.to_owned(), reason }
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
        let block = match self.blocks.first() {
            // Nearly all characters of a text are in the first block, U+0000 to U+00FF.
            Some((number, block)) if *number == code >> 8 => block,
            _ => match self.blocks.binary_search_by_key(&(code >> 8), |(number, _)| *number) {
                Ok(at) => &self.blocks[at].1,
                Err(_) => return false,
            },
        };
        block[(code >> 6 & 3) as usize] >> (code & 63) & 1 == 1
    }
}
