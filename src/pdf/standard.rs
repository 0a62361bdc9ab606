//! Standards: takes a target, gives the row that says what a file of its kind must have and must not have.
//!
//! Whatever the standards disagree about stands in a row here, so that a further one is a further row.

use super::intent::{Condition, FOGRA39, SRGB};
use crate::target::{Exchange, Press, Target};

/// What one kind of file has and claims.
#[derive(Debug)]
pub(super) struct Standard {
    /// The version of PDF in its header.
    pub(super) version: (u8, u8),
    /// What its XMP packet claims in attributes, namespaces included.
    pub(super) claims: &'static str,
    /// Elements of its XMP packet.
    pub(super) elements: &'static str,
    /// Whether there is an Info dictionary.
    pub(super) info: Info,
    /// Whether a picture may let its ground through.
    pub(super) transparency: bool,
    /// What the dialogue of a printer may be told.
    pub(super) presets: Presets,
    /// The screen or the press that its colours are meant for.
    pub(super) condition: &'static Condition,
}

/// The Info dictionary of a kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Info {
    /// There is none: the XMP packet says all.
    None,
    /// It repeats the XMP packet.
    Usual,
    /// It also says that nothing is trapped.
    Trapping,
    /// It also says by which standard for the press the file is made, and with which program.
    Press(&'static str),
}

/// What a file may tell the dialogue of a printer; each came with a version of PDF (ISO 32000-1, table 150).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Presets {
    /// Nothing, before PDF 1.6.
    Nothing,
    /// The true size, from PDF 1.6.
    Size,
    /// Which sides are printed too, from PDF 1.7.
    Sides,
}

impl Standard {
    /// The row of a target.
    pub(super) const fn of(target: &Target) -> &'static Standard {
        match target {
            Target::Screen => &UA1,
            Target::ScreenUa2 => &UA2,
            Target::Print(Press { exchange: Exchange::X4, .. }) => &X4,
            Target::Print(Press { exchange: Exchange::X1a, .. }) => &X1A,
        }
    }
}

/// PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
static UA1: Standard = Standard {
    version: (1, 7),
    claims: " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
        xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
        pdfaid:part=\"2\" pdfaid:conformance=\"A\" pdfuaid:part=\"1\"",
    elements: UA1_SCHEMA,
    info: Info::Usual,
    transparency: true,
    presets: Presets::Sides,
    condition: &SRGB,
};

/// PDF/UA-2 (ISO 14289-2:2024, 5), Well-Tagged PDF 1.0 and PDF/A-4 (ISO 19005-4:2020, 6.7.3).
static UA2: Standard = Standard {
    version: (2, 0),
    claims: " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
        xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfd=\"http://pdfa.org/declarations/\" \
        pdfaid:part=\"4\" pdfaid:rev=\"2020\" pdfuaid:part=\"2\" pdfuaid:rev=\"2024\"",
    elements: UA2_DECLARATIONS,
    info: Info::None,
    transparency: true,
    presets: Presets::Sides,
    condition: &SRGB,
};

/// PDF/X-4 (ISO 15930-7, 6.16).
static X4: Standard = Standard {
    version: (1, 6),
    claims: " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\" \
        pdfxid:GTS_PDFXVersion=\"PDF/X-4\" pdf:Trapped=\"False\" xmpMM:RenditionClass=\"default\" \
        xmpMM:VersionID=\"1\"",
    elements: "",
    info: Info::Trapping,
    transparency: true,
    presets: Presets::Size,
    condition: &FOGRA39,
};

/// PDF/X-1a:2003 (ISO 15930-4). Its name stands in the Info dictionary alone, in one key; the key for a conformance
/// belongs to PDF/X-1a:2001. The XMP packet, which the standard does not ask for, says the same.
static X1A: Standard = Standard {
    version: (1, 4),
    claims: " xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\" \
        pdfx:GTS_PDFXVersion=\"PDF/X-1a:2003\" pdf:Trapped=\"False\"",
    elements: "",
    info: Info::Press("PDF/X-1a:2003"),
    transparency: false,
    presets: Presets::Nothing,
    condition: &FOGRA39,
};

/// The description of the PDF/UA property that PDF/A asks for (ISO 19005-2, 6.6.2.3).
const UA1_SCHEMA: &str = "
<pdfaExtension:schemas xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><rdf:Bag><rdf:li><rdf:Description \
pdfaSchema:schema=\"PDF/UA\" pdfaSchema:namespaceURI=\"http://www.aiim.org/pdfua/ns/id/\" \
pdfaSchema:prefix=\"pdfuaid\"><pdfaSchema:property><rdf:Seq><rdf:li><rdf:Description \
pdfaProperty:name=\"part\" pdfaProperty:valueType=\"Integer\" pdfaProperty:category=\"internal\" \
pdfaProperty:description=\"Part of ISO 14289\"/></rdf:li></rdf:Seq></pdfaSchema:property></rdf:Description>\
</rdf:li></rdf:Bag></pdfaExtension:schemas>";

/// Well-Tagged PDF 1.0 is claimed by declarations (PDF Association, PDF Declarations 1.0).
const UA2_DECLARATIONS: &str = "
<pdfd:declarations><rdf:Bag>\
<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>\
<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>\
</rdf:Bag></pdfd:declarations>";
