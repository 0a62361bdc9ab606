//! Output intents: takes a condition of printing or the screen, gives the profile that says what colours mean.

use std::sync::OnceLock;

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::Catalog;
use pdf_writer::{Filter, Finish as _, Pdf, TextStr};

use super::deflate::deflate_best;
use super::refs::Refs;

/// What colours are meant for: the screen, or a paper on a press. A further one is a further row.
#[derive(Debug)]
pub(super) struct Condition {
    /// Its name in the registry.
    identifier: &'static str,
    /// What people call it.
    info: &'static str,
    /// Who keeps the registry.
    registry: &'static str,
    /// What kind of standard the intent is for.
    subtype: OutputIntentSubtype<'static>,
    /// Its ICC profile, and how many channels that has.
    profile: Profile,
    channels: i32,
}

/// A profile inside the program.
#[derive(Debug)]
enum Profile {
    /// As it is, small enough to be deflated by each process, and what that gave.
    Plain(&'static [u8], OnceLock<Vec<u8>>),
    /// Deflated: doing that for each process would take 29 ms. Made with `pigz -z -11` or any other zlib; a test
    /// compares it with the profile beside it.
    Deflated(&'static [u8]),
}

/// Who keeps the names of conditions of printing.
const ICC: &str = "http://www.color.org";

/// sRGB in few bytes, made by `scripts/srgb-profile`.
pub(super) static SRGB: Condition = Condition {
    identifier: "sRGB",
    info: "sRGB IEC61966-2.1",
    registry: ICC,
    subtype: OutputIntentSubtype::PDFA,
    profile: Profile::Plain(include_bytes!("../../icc/sRGB-small.icc"), OnceLock::new()),
    channels: 3,
};

/// FOGRA39 (ISO Coated v2, 300 % ink).
pub(super) static FOGRA39: Condition = Condition {
    identifier: "FOGRA39",
    info: "Coated FOGRA39 (ISO 12647-2:2004)",
    registry: ICC,
    subtype: OutputIntentSubtype::PDFX,
    profile: Profile::Deflated(include_bytes!("../../icc/ISOcoated_v2_300_bas.icc.zlib")),
    channels: 4,
};

impl Condition {
    /// The profile as it goes into a file.
    pub(super) fn profile(&'static self) -> &'static [u8] {
        match &self.profile {
            Profile::Plain(bytes, deflated) => deflated.get_or_init(|| deflate_best(bytes)),
            Profile::Deflated(bytes) => bytes,
        }
    }

    /// Writes the profile.
    pub(super) fn write_profile(&'static self, pdf: &mut Pdf, refs: &Refs) {
        pdf.icc_profile(refs.profile, self.profile()).n(self.channels).filter(Filter::FlateDecode);
    }

    /// Names the profile in the catalog.
    pub(super) fn write_intent(&self, catalog: &mut Catalog<'_>, refs: &Refs) {
        let mut intents = catalog.output_intents();
        let mut intent = intents.push();
        intent.subtype(self.subtype).output_condition_identifier(TextStr(self.identifier));
        intent.info(TextStr(self.info));
        intent.registry_name(TextStr(self.registry)).dest_output_profile(refs.profile);
        intent.finish();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deflated_profile_is_the_profile() {
        let wanted = include_bytes!("../../icc/ISOcoated_v2_300_bas.icc");
        let mut profile = vec![0; wanted.len()];
        let length = libdeflater::Decompressor::new().zlib_decompress(FOGRA39.profile(), &mut profile);
        assert_eq!(length, Ok(wanted.len()));
        assert!(profile == wanted);
    }
}
