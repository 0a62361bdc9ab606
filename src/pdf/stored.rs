//! Stored subsets: takes a face inside this program, gives the subset that nearly every English briefing takes of it.
//!
//! Making subsets and deflating them well costs a start a tenth of its time, and gives the same bytes every time. So
//! they lie in `fonts/subsets.bin`, which `scripts/bless` writes. Where the faces are no longer those that it was made
//! of, the build leaves it out, and subsets are made as they are of any other face.

use std::borrow::Cow;
use std::hash::Hasher as _;
use std::sync::OnceLock;

use siphasher::sip::SipHasher13;

use super::WriteError;
use super::subset::{Base, Outlines, Subset, make};
use crate::font::{FontId, FontSet};

/// The fields of each face in turn, every field with its length before it in four bytes.
static STORED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/subsets.bin"));

/// A subset as it is stored. Numbers begin with their lowest byte.
#[derive(Debug)]
pub(super) struct Stored {
    /// Two bytes for each glyph but glyph 0.
    glyphs: &'static [u8],
    /// One character for each of these.
    meanings: &'static str,
    /// Two bytes for the width of each glyph.
    widths: &'static [u8],
    program: &'static [u8],
    length: u32,
    to_unicode: &'static [u8],
    digest: u128,
}

/// The stored subset of a face, where it is a face inside this program.
pub(super) fn stored(faces: &FontSet, id: FontId) -> Option<&'static Stored> {
    static ALL: OnceLock<Vec<Stored>> = OnceLock::new();
    let place = faces.place_in_program(id)?;
    ALL.get_or_init(|| read(STORED).unwrap_or_default()).get(place)
}

fn read(mut bytes: &'static [u8]) -> Option<Vec<Stored>> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let mut field = || {
            let (length, rest) = bytes.split_at_checked(4)?;
            let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
            let (field, rest) = rest.split_at_checked(length)?;
            bytes = rest;
            Some(field)
        };
        all.push(Stored {
            glyphs: field()?,
            meanings: str::from_utf8(field()?).ok()?,
            widths: field()?,
            program: field()?,
            length: u32::from_le_bytes(field()?.try_into().ok()?),
            to_unicode: field()?,
            digest: u128::from_le_bytes(field()?.try_into().ok()?),
        });
    }
    Some(all)
}

impl Stored {
    /// The glyphs that every subset of the face holds.
    pub(super) fn base(&self) -> Base {
        let mut base = Base::default();
        self.glyphs().zip(self.meanings.chars()).for_each(|(glyph, c)| base.add(glyph, c));
        base
    }

    /// The subset that holds these and no others.
    pub(super) fn subset(&self, faces: &FontSet, id: FontId) -> Subset {
        let glyphs: Vec<u16> = self.glyphs().collect();
        let meanings = self.meanings.chars().map(|c| c.to_string().into_boxed_str());
        Subset {
            outlines: Outlines::TrueType,
            program: Cow::Borrowed(self.program),
            length: self.length as usize,
            to_unicode: Cow::Borrowed(self.to_unicode),
            widths: numbers(self.widths).map(i32::from).collect(),
            ..Subset::of(faces, id, &glyphs, meanings, self.digest)
        }
    }

    fn glyphs(&self) -> impl Iterator<Item = u16> {
        numbers(self.glyphs)
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
}

/// The bytes of `fonts/subsets.bin`: the fingerprint of the faces inside this program, and what is to be stored of each:
/// the glyphs of every subset of it, and `further` ones with their characters.
///
/// # Errors
/// `Face` for a face that no subset can be made of.
pub fn stored_subsets(further: impl Fn(&FontSet, FontId) -> Vec<(u16, char)>) -> Result<Vec<u8>, WriteError> {
    let faces = FontSet::embedded();
    let mut fingerprint = SipHasher13::new();
    FontSet::embedded_files().iter().for_each(|(_, file)| fingerprint.write(file));
    let mut bytes = fingerprint.finish().to_le_bytes().to_vec();
    for (id, _) in faces.iter() {
        let mut base = Base::of(&faces, id);
        further(&faces, id).into_iter().for_each(|(glyph, c)| base.add(glyph, c));
        let subset = make(&faces, id, base.glyphs())?;
        let pairs = |numbers: &mut dyn Iterator<Item = u16>| numbers.flat_map(u16::to_le_bytes).collect();
        let glyphs: Vec<u8> = pairs(&mut base.glyphs().iter().map(|(glyph, _)| *glyph));
        // A width in thousandths of an em never comes near 65 em.
        let widths: Vec<u8> = pairs(&mut subset.widths.iter().map(|width| *width as u16));
        let meanings = subset.meanings.concat().into_bytes();
        let length = (subset.length as u32).to_le_bytes();
        let digest = subset.digest.to_le_bytes();
        let fields: [&[u8]; 7] =
            [&glyphs, &meanings, &widths, &subset.program, &length, &subset.to_unicode, &digest];
        for field in fields {
            bytes.extend((field.len() as u32).to_le_bytes());
            bytes.extend(field);
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_subset_is_the_one_that_would_be_made() {
        let faces = FontSet::embedded();
        for (id, face) in faces.iter() {
            let stored = stored(&faces, id).expect("it is a face inside this program");
            let (kept, made) = (stored.subset(&faces, id), make(&faces, id, stored.base().glyphs()));
            assert_eq!(
                format!("{kept:?}"),
                format!("{:?}", made.expect("the face is sound")),
                "{}",
                face.name
            );
        }
    }
}
