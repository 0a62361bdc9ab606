//! One subset: takes a face and glyphs, gives the part of its program that a file embeds, with all that is said of it.

use std::borrow::Cow;

use subsetter::{GlyphRemapper, subset};

use super::WriteError;
use super::deflate::deflate_best;
use super::digest::Digest;
use super::sfnt::Sfnt;
use super::to_unicode::to_unicode;
use crate::font::{FontId, FontSet, Weight};

/// Every subset holds these: with them most English briefings share one font program a face, and a program
/// that is deflated once costs nothing afterwards. Each glyph costs a file some fifty bytes, so what is rare
/// is not among them; a document that has it gets a subset of its own.
const BASE: &str = " !&'(),-./0123456789:?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz–’";

/// Running text has these as well.
const BASE_OF_TEXT: &str = "\"%;£—‘“”";

/// The place of a glyph that a subset does not hold.
const ABSENT: u16 = u16::MAX;

/// A part of a face, ready to be written.
#[derive(Debug)]
pub(super) struct Subset {
    /// The face's PostScript name with the tag that marks a subset (ISO 32000-1, 9.6.4).
    pub(super) name: String,
    /// Which kind of outlines the program holds.
    pub(super) outlines: Outlines,
    /// The font program, deflated.
    pub(super) program: Cow<'static, [u8]>,
    /// Its length before, as `Length1` of a TrueType program wants it.
    pub(super) length: usize,
    /// The `ToUnicode` map, deflated.
    pub(super) to_unicode: Cow<'static, [u8]>,
    /// Widths in thousandths of an em, by code; the layout of text is computed from these.
    pub(super) widths: Vec<i32>,
    /// The smallest box that holds every glyph of the face.
    pub(super) bbox: [f32; 4],
    /// How far upright strokes lean.
    pub(super) italic_angle: f32,
    /// Stands for the program in the file's identifier.
    pub(super) digest: u128,
    /// The code of each glyph of the face.
    pub(super) codes: Vec<u16>,
    /// What each code stands for.
    pub(super) meanings: Vec<Box<str>>,
    /// Of each code whose meaning is one letter of ASCII that letter, of the others 0.
    pub(super) letters: Vec<u8>,
}

/// Which kind of outlines a face has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlines {
    TrueType,
    Cff,
}

impl Subset {
    /// What follows from the face and the glyphs, without a program.
    pub(super) fn of(
        faces: &FontSet,
        id: FontId,
        glyphs: &[u16],
        meanings: impl Iterator<Item = Box<str>>,
        digest: u128,
    ) -> Self {
        let face = faces.face(id);
        let whole = Sfnt::at(&face.data, face.index);
        let meanings: Vec<Box<str>> = std::iter::once("".into()).chain(meanings).collect();
        let letter = |meaning: &str| match meaning.as_bytes() {
            [letter] => *letter,
            _ => 0,
        };
        Subset {
            name: format!("{}+{}", tag(digest), face.name),
            outlines: Outlines::TrueType,
            program: Cow::Borrowed(&[]),
            length: 0,
            to_unicode: Cow::Borrowed(&[]),
            widths: Vec::new(),
            bbox: whole.bbox(),
            italic_angle: whole.italic_angle(),
            digest,
            codes: codes(glyphs),
            letters: meanings.iter().map(|meaning| letter(meaning)).collect(),
            meanings,
        }
    }

    /// Whether a reader takes a code for these characters. Nearly all are one letter, and need no call to be compared.
    pub(super) fn means(&self, code: u16, text: &str) -> bool {
        match text.as_bytes() {
            [letter] => self.letters.get(usize::from(code)) == Some(letter),
            _ => self.meaning(code) == text,
        }
    }

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
pub(super) struct Base {
    /// For each glyph of the face. Glyph 0, the missing glyph, is in every subset.
    held: Vec<bool>,
    glyphs: Vec<(u16, Box<str>)>,
}

impl Default for Base {
    fn default() -> Self {
        Base { held: vec![true], glyphs: Vec::new() }
    }
}

impl Base {
    pub(super) fn of(faces: &FontSet, id: FontId) -> Self {
        let mut base = Base::default();
        let is_for_text = faces.face(id).weight < Weight::BOLD;
        for c in BASE.chars().chain(if is_for_text { BASE_OF_TEXT } else { "" }.chars()) {
            if let Some(glyph) = faces.glyph(id, c) {
                base.add(glyph, c);
            }
        }
        base
    }

    /// Adds a glyph, unless it is held.
    pub(super) fn add(&mut self, glyph: u16, c: char) {
        if self.holds(glyph) {
            return;
        }
        let at = usize::from(glyph);
        self.held.resize(self.held.len().max(at + 1), false);
        self.held[at] = true;
        self.glyphs.push((glyph, c.to_string().into_boxed_str()));
    }

    /// All but glyph 0, in the order of their codes, with their characters.
    pub(super) fn glyphs(&self) -> &[(u16, Box<str>)] {
        &self.glyphs
    }

    pub(super) fn holds(&self, glyph: u16) -> bool {
        self.held.get(usize::from(glyph)).copied().unwrap_or(false)
    }
}

/// Makes the subset that holds glyph 0 and then these, in this order.
pub(super) fn make(faces: &FontSet, id: FontId, glyphs: &[(u16, Box<str>)]) -> Result<Subset, WriteError> {
    let face = faces.face(id);
    let ids: Vec<u16> = glyphs.iter().map(|(glyph, _)| *glyph).collect();
    let file = subset(&face.data, face.index, &GlyphRemapper::new_from_glyphs(&ids))
        .map_err(|error| WriteError::Face { name: face.name.clone(), reason: error.to_string() })?;
    let file = Sfnt::new(&file);
    let (outlines, program) = match file.cff() {
        Some(cff) => (Outlines::Cff, cff.to_vec()),
        None => (Outlines::TrueType, file.without(&[b"name", b"post"])),
    };
    let said: String = glyphs.iter().map(|(_, text)| &**text).collect();
    let digest = Digest::of(&[&program, face.name.as_bytes(), said.as_bytes()]);
    let subset = Subset::of(faces, id, &ids, glyphs.iter().map(|(_, text)| text.clone()), digest);
    Ok(Subset {
        outlines,
        length: program.len(),
        program: deflate_best(&program).into(),
        to_unicode: deflate_best(&to_unicode(&subset.meanings)).into(),
        widths: std::iter::once(0).chain(ids).map(|glyph| faces.advance(id, glyph).round() as i32).collect(),
        ..subset
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
