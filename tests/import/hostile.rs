//! Hostile files: takes packages that would grow, sink or lie, wants a refusal with advice, and never a panic.

use std::io::{Cursor, Write};

use briefpress::import::{Answers, read};
use briefpress::pipeline::take_in;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::pages::{Damage, Truth};
use super::word::{docx, package, paragraph};
use crate::dice::Dice;

fn refused(bytes: &[u8], words: &str) {
    let refusal = read(bytes).expect_err("it is refused");
    assert!(refusal.why.contains(words), "{refusal:?}");
    assert!(!refusal.advice.is_empty());
}

#[test]
fn a_part_that_unpacks_to_too_much_is_not_unpacked() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["_rels/.rels", "word/document.xml"] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part can begin");
        for _ in 0..400 {
            zip.write_all(&[b' '; 100_000]).expect("memory takes all");
        }
    }
    refused(&zip.finish().expect("the directory is written").into_inner(), "unpacks to more than");
}

#[test]
fn a_directory_of_a_million_parts_is_counted_first() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for number in 0..20_000 {
        zip.start_file(format!("{number}"), stored).expect("a part can begin");
    }
    refused(&zip.finish().expect("the directory is written").into_inner(), "20000 parts");
}

/// No part is ever written under its name; a name that climbs is only a name that nobody asks for.
#[test]
fn names_that_climb_out_are_never_paths() {
    let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" \
                Type=\"x/officeDocument\" Target=\"../../../../etc/passwd\"/></Relationships>";
    refused(&package(&[("_rels/.rels", root), ("../../../../etc/passwd", "<a/>")]), "no Word document");
}

#[test]
fn xml_that_is_broken_or_brings_entities_is_refused() {
    refused(&docx("<w:p><w:r>", &[]), "damaged");
    let with = |text: &str| package(&[("_rels/.rels", super::word::ROOT), ("word/document.xml", text)]);
    let bomb = "<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>";
    refused(&with(bomb), "DOCTYPE");
    refused(&with("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"), "DOCTYPE");
    refused(&docx(&paragraph("&unknown;", false).replace("&amp;", "&"), &[]), "damaged");
    refused(&docx(&format!("{}{}", "<w:p>".repeat(300), "</w:p>".repeat(300)), &[]), "nested too deep");
    refused(&with("<a/>"), "damaged");
    refused(&with(""), "damaged");
    refused(&with("\0\0\0"), "damaged");
}

/// A file is refused, or becomes a briefing with all its words: the program never has to say that it is itself wrong.
fn judge(seed: u64, bytes: &[u8]) {
    let Ok(office) = read(bytes) else { return };
    if let Err(why) = take_in(&office, &Answers::default()) {
        let own = ["comes out right", "word for word"].iter().any(|words| why.why.contains(words));
        assert!(!own, "seed {seed}: {why:?}");
    }
}

/// Good files with some bytes changed, cut or doubled: a refusal or a draft in which no word is lost, never a panic.
#[test]
fn damaged_files_never_break_the_program() {
    for seed in 0..300 * crate::dice::times() {
        let mut dice = Dice::new(seed);
        let truth = Truth::by_chance(&mut dice);
        let good = if seed % 2 == 0 {
            truth.as_boxes(&mut dice, Damage::None)
        } else {
            truth.as_dump(&mut dice, Damage::None).into_bytes()
        };
        let bytes = crate::hostile::damaged(&good, &mut dice);
        judge(seed, &bytes);
    }
}

/// The same damage inside the parts, where packing does not hide it.
#[test]
fn damaged_xml_never_breaks_the_program() {
    let parts = super::word::parts(include_bytes!("../fixtures/office/b-groups.docx"));
    for seed in 0..200 * crate::dice::times() {
        let mut dice = Dice::new(seed);
        let at = dice.roll(parts.len());
        let mut parts = parts.clone();
        let bytes = crate::hostile::damaged(parts[at].1.as_bytes(), &mut dice);
        parts[at].1 = String::from_utf8_lossy(&bytes).into_owned();
        let named: Vec<(&str, &str)> =
            parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        judge(seed, &package(&named));
    }
}
