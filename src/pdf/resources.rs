//! Resources: takes subsets and counts, gives font objects and the dictionary that all pages share.

use pdf_writer::types::{CidFontType, FontFlags, OverprintMode, SystemInfo};
use pdf_writer::writers::{FontDescriptor, Resources};
use pdf_writer::{Filter, Finish as _, Name, Pdf, Rect, Str};

use super::fonts::Subsets;
use super::refs::{FontPart, FormPart, PicturePart, Refs};
use super::subset::{Outlines, Subset};
use crate::font::{Face, FontSet};
use crate::page::FormId;
use crate::target::Target;

/// Writes the resources of a page or form: fonts `F…`, pictures `I…`, the forms that stand on it, and for
/// print the overprint states `O0`, `O1` and, where there are marks, their colour `All`.
pub(super) fn write(
    out: &mut Resources<'_>,
    refs: &Refs,
    subsets: &Subsets,
    pictures: usize,
    forms: &[(FormId, FormPart)],
    (target, marks): (&Target, bool),
) {
    let mut fonts = out.fonts();
    for (rank, (id, _)) in subsets.iter().enumerate() {
        fonts.pair(Name(format!("F{}", id.0).as_bytes()), refs.font(rank, FontPart::Type0));
    }
    fonts.finish();
    if pictures + forms.len() > 0 {
        let mut names = out.x_objects();
        for place in 0..pictures {
            names.pair(Name(format!("I{place}").as_bytes()), refs.picture(place, PicturePart::Colour));
        }
        for (form, part) in forms {
            names.pair(Name(form_name(*form, *part).as_bytes()), refs.form(*form, *part));
        }
    }
    if let Target::Print(_) = target {
        write_overprint(out);
        if marks {
            write_registration(out);
        }
    }
}

/// The name of a form in a page's resources: `T…` where it is read, `B…` where it is not.
pub(super) fn form_name(form: FormId, part: FormPart) -> String {
    match part {
        FormPart::Tagged => format!("T{}", form.0),
        FormPart::Bare => format!("B{}", form.0),
    }
}

fn write_overprint(out: &mut Resources<'_>) {
    let mut states = out.ext_g_states();
    for (name, on) in [(Name(b"O0"), false), (Name(b"O1"), true)] {
        let mut state = states.insert(name).start::<pdf_writer::writers::ExtGraphicsState<'_>>();
        state.overprint(on).overprint_fill(on);
        if on {
            state.overprint_mode(OverprintMode::IgnoreZeroChannel);
        }
    }
}

/// The colour of all plates (ISO 32000-1, 8.6.6.4), so that marks align them.
fn write_registration(out: &mut Resources<'_>) {
    let mut spaces = out.color_spaces();
    let all = spaces.insert(Name(b"All")).start::<pdf_writer::writers::ColorSpace<'_>>();
    let mut all = all.separation(Name(b"All"));
    all.alternate_color_space().device_cmyk();
    let mut tint = all.tint_exponential();
    tint.domain([0.0, 1.0]).range([0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0]);
    tint.c0([0.0; 4]).c1([1.0; 4]).n(1.0);
}

/// Writes the fonts of a document.
pub(super) fn write_fonts(pdf: &mut Pdf, refs: &Refs, faces: &FontSet, subsets: &Subsets) {
    for (rank, (id, subset)) in subsets.iter().enumerate() {
        let name = Name(subset.name.as_bytes());
        pdf.type0_font(refs.font(rank, FontPart::Type0))
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(refs.font(rank, FontPart::Cid))
            .to_unicode(refs.font(rank, FontPart::ToUnicode));
        write_cid_font(pdf, refs, rank, subset);
        write_descriptor(pdf, refs, rank, (faces.face(id), subset));
        write_program(pdf, refs, rank, subset);
        pdf.stream(refs.font(rank, FontPart::ToUnicode), &subset.to_unicode).filter(Filter::FlateDecode);
    }
}

fn write_cid_font(pdf: &mut Pdf, refs: &Refs, rank: usize, subset: &Subset) {
    let mut font = pdf.cid_font(refs.font(rank, FontPart::Cid));
    let info = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
    font.base_font(Name(subset.name.as_bytes())).system_info(info);
    font.font_descriptor(refs.font(rank, FontPart::Descriptor)).default_width(0.0);
    match subset.outlines {
        Outlines::TrueType => {
            font.subtype(CidFontType::Type2).cid_to_gid_map_predefined(Name(b"Identity"));
        }
        Outlines::Cff => {
            font.subtype(CidFontType::Type0);
        }
    }
    font.widths().consecutive(0, subset.widths.iter().map(|width| *width as f32));
}

fn write_descriptor(pdf: &mut Pdf, refs: &Refs, rank: usize, (face, subset): (&Face, &Subset)) {
    let mut out: FontDescriptor<'_> = pdf.font_descriptor(refs.font(rank, FontPart::Descriptor));
    let [left, bottom, right, top] = subset.bbox;
    let mill = |part: f32| (part * 1000.0).round();
    out.name(Name(subset.name.as_bytes())).flags(FontFlags::SYMBOLIC);
    out.bbox(Rect::new(left, bottom, right, top)).italic_angle(subset.italic_angle);
    out.ascent(mill(face.metrics.ascent)).descent(-mill(face.metrics.descent));
    out.cap_height(mill(face.metrics.cap_height));
    // OpenType has no stem width; this is the usual guess from the weight.
    out.stem_v((50.0 + (f32::from(face.weight.0) / 65.0).powi(2)).round());
    let program = refs.font(rank, FontPart::Program);
    match subset.outlines {
        Outlines::TrueType => out.font_file2(program),
        Outlines::Cff => out.font_file3(program),
    };
}

fn write_program(pdf: &mut Pdf, refs: &Refs, rank: usize, subset: &Subset) {
    let mut stream = pdf.stream(refs.font(rank, FontPart::Program), &subset.program);
    stream.filter(Filter::FlateDecode);
    match subset.outlines {
        Outlines::TrueType => stream.pair(Name(b"Length1"), subset.length as i32),
        Outlines::Cff => stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C")),
    };
}
