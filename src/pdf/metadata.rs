//! Metadata: takes what a document says about itself, gives the XMP packet and the Info dictionary.

use std::fmt::Write as _;

use pdf_writer::types::TrappingStatus;
use pdf_writer::writers::ViewerPreferences;
use pdf_writer::{Date, Name, Pdf, TextStr};

use super::refs::Refs;
use super::standard::{Info, Presets, Standard};
use crate::markup::{is_barred, push_escaped};
use crate::page::{Metadata, Printing};

/// Who made the file.
const PRODUCER: &str =
    concat!("briefpress ", env!("CARGO_PKG_VERSION"), " (sources ", env!("BRIEFPRESS_SOURCES"), ")");

/// Writes the Info dictionary, where there is one. It says nothing that the XMP packet does not say.
pub(super) fn write_info(pdf: &mut Pdf, refs: &Refs, metadata: &Metadata, standard: &Standard) {
    if standard.info == Info::None {
        return;
    }
    let date = Moment::of(metadata.created).pdf();
    let mut info = pdf.document_info(refs.info);
    info.title(TextStr(&metadata.title));
    if !metadata.author.is_empty() {
        info.author(TextStr(&metadata.author));
    }
    if !metadata.subject.is_empty() {
        info.subject(TextStr(&metadata.subject));
    }
    info.producer(TextStr(PRODUCER)).creation_date(date).modified_date(date);
    if let Info::Trapping | Info::Press(_) = standard.info {
        info.trapped(TrappingStatus::NotTrapped);
    }
    if let Info::Press(name) = standard.info {
        info.creator(TextStr(PRODUCER));
        info.pair(Name(b"GTS_PDFXVersion"), TextStr(name));
    }
}

/// The XMP packet (ISO 16684-1) of a file with this identifier. It may not be compressed, so what can be said
/// in an attribute is.
pub(super) fn xmp(metadata: &Metadata, standard: &Standard, file: u128) -> String {
    let moment = Moment::of(metadata.created).iso();
    let mut xmp = String::with_capacity(2000);
    xmp.push_str("<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>");
    xmp.push_str("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">");
    xmp.push_str("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    xmp.push_str("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    xmp.push_str(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
    xmp.push_str(" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"");
    xmp.push_str(standard.claims);
    for tag in ["CreateDate", "ModifyDate", "MetadataDate"] {
        let _ = write!(xmp, " xmp:{tag}=\"{moment}\"");
    }
    if let Info::Press(_) = standard.info {
        let _ = write!(xmp, " xmp:CreatorTool=\"{PRODUCER}\"");
    }
    let _ = write!(xmp, " pdf:Producer=\"{PRODUCER}\" xmpMM:DocumentID=\"uuid:{}\">", uuid(file));
    push_description(&mut xmp, metadata);
    xmp.push_str(standard.elements);
    xmp.push_str("</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>");
    xmp
}

fn push_description(xmp: &mut String, metadata: &Metadata) {
    let mut push = |text: &str, before: &str, after: &str| {
        if !text.is_empty() {
            xmp.push_str(before);
            // What XML cannot write is white space here.
            push_escaped(xmp, &text.replace(|c| c < ' ' || is_barred(c), " "));
            xmp.push_str(after);
        }
    };
    const ALT: &str = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
    push(&metadata.title, &format!("\n<dc:title>{ALT}"), "</rdf:li></rdf:Alt></dc:title>");
    push(&metadata.author, "\n<dc:creator><rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq></dc:creator>");
    push(&metadata.subject, &format!("\n<dc:description>{ALT}"), "</rdf:li></rdf:Alt></dc:description>");
    push(&metadata.language, "\n<dc:language><rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag></dc:language>");
}

/// A fingerprint in the form of a UUID of version 8, the one for values of one's own (RFC 9562, 5.8).
fn uuid(value: u128) -> String {
    let value = value & !(0xf << 76) | 8 << 76;
    let value = value & !(3 << 62) | 2 << 62;
    let hex = format!("{value:032x}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// A moment as calendars write it, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
}

impl Moment {
    /// Years past 9999 and before 0 cannot be written; such moments are moved to the nearest that can.
    fn of(seconds: i64) -> Self {
        let seconds = seconds.clamp(-62_167_219_200, 253_402_300_799);
        let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        // Days are counted from 1 March of year 0, in eras of 400 years (146,097 days), so that the
        // leap day is the last of its year.
        let shifted = days + 719_468;
        let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        Moment {
            year: (era * 400 + year_of_era + i64::from(month <= 2)) as u16,
            month: month as u8,
            day: (day_of_year - (153 * march_month + 2) / 5 + 1) as u8,
            hour: (rest / 3600) as u8,
            minute: (rest / 60 % 60) as u8,
            second: (rest % 60) as u8,
        }
    }

    fn iso(self) -> String {
        let Moment { year, month, day, hour, minute, second } = self;
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }

    fn pdf(self) -> Date {
        let date = Date::new(self.year).month(self.month).day(self.day);
        date.hour(self.hour).minute(self.minute).second(self.second).utc_offset_hour(0).utc_offset_minute(0)
    }
}

/// What the dialogue of a printer begins with: no fitting to the paper, for then cells would not lie where cards are.
/// A press file of a version before these entries says less.
pub(super) fn preset_printer(preferences: &mut ViewerPreferences<'_>, printing: Printing, presets: Presets) {
    if presets >= Presets::Size {
        preferences.pair(Name(b"PrintScaling"), Name(b"None"));
    }
    if presets < Presets::Sides {
        return;
    }
    let duplex: &[u8] = match printing {
        Printing::OneSide => b"Simplex",
        Printing::LongEdge => b"DuplexFlipLongEdge",
        Printing::ShortEdge => b"DuplexFlipShortEdge",
    };
    preferences.pair(Name(b"Duplex"), Name(duplex));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::Target;

    #[test]
    fn seconds_become_calendar_days() {
        let cases = [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_763_894_609, "2025-11-23T10:43:29Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (i64::MAX, "9999-12-31T23:59:59Z"),
            (i64::MIN, "0000-01-01T00:00:00Z"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(Moment::of(seconds).iso(), expected);
        }
    }

    #[test]
    fn titles_cannot_break_the_xml() {
        let metadata = Metadata { title: "A & B <c> \u{1}".into(), ..Metadata::default() };
        let xmp = xmp(&metadata, Standard::of(&Target::Screen), 7);
        assert!(xmp.contains("A &amp; B &lt;c&gt;  </rdf:li>"));
    }

    #[test]
    fn a_fingerprint_becomes_a_uuid_of_version_8() {
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-8fff-bfff-ffffffffffff");
    }
}
