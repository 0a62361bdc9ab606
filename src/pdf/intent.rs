//! Output intents: takes a target, gives the profile that says what the file's colours mean.

use std::sync::OnceLock;

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::Catalog;
use pdf_writer::{Filter, Finish as _, Pdf, TextStr};

use super::deflate::deflate_best;
use super::refs::Refs;
use crate::target::Target;

/// sRGB in few bytes, made by `scripts/srgb-profile`.
const SRGB: &[u8] = include_bytes!("../../icc/sRGB-small.icc");

/// FOGRA39 (ISO Coated v2, 300 % ink), deflated: doing that for each process would take 29 ms.
/// Made with `pigz -z -11` or any other zlib; a test compares it with the profile beside it.
pub(super) const FOGRA39: &[u8] = include_bytes!("../../icc/ISOcoated_v2_300_bas.icc.zlib");

fn profile(target: &Target) -> (&'static [u8], i32) {
    static SRGB_DEFLATED: OnceLock<Vec<u8>> = OnceLock::new();
    match target {
        Target::Screen | Target::ScreenUa2 => (SRGB_DEFLATED.get_or_init(|| deflate_best(SRGB)), 3),
        Target::Print(_) => (FOGRA39, 4),
    }
}

/// Writes the profile.
pub(super) fn write_profile(pdf: &mut Pdf, refs: &Refs, target: &Target) {
    let (bytes, channels) = profile(target);
    pdf.icc_profile(refs.profile, bytes).n(channels).filter(Filter::FlateDecode);
}

/// Names the profile in the catalog.
pub(super) fn write_intent(catalog: &mut Catalog<'_>, refs: &Refs, target: &Target) {
    let (subtype, condition, info) = match target {
        Target::Screen | Target::ScreenUa2 => (OutputIntentSubtype::PDFA, "sRGB", "sRGB IEC61966-2.1"),
        Target::Print(_) => (OutputIntentSubtype::PDFX, "FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)"),
    };
    let mut intents = catalog.output_intents();
    let mut intent = intents.push();
    intent.subtype(subtype).output_condition_identifier(TextStr(condition)).info(TextStr(info));
    intent.registry_name(TextStr("http://www.color.org")).dest_output_profile(refs.profile);
    intent.finish();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deflated_profile_is_the_profile() {
        let wanted = include_bytes!("../../icc/ISOcoated_v2_300_bas.icc");
        let mut profile = vec![0; wanted.len()];
        let length = libdeflater::Decompressor::new().zlib_decompress(FOGRA39, &mut profile);
        assert_eq!(length, Ok(wanted.len()));
        assert!(profile == wanted);
    }
}
