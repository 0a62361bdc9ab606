//! Pictures of pages: `--png` leaves one beside each PDF, whole and ours, and the record knows all of them.

use std::fs;

use super::place::{Place, stderr};

const NAMES: [&str; 10] = [
    "card-1.png",
    "card-2.png",
    "handout-1.png",
    "handout-2.png",
    "handout-3.png",
    "handout-4.png",
    "handout-5.png",
    "handout-6.png",
    "handout-7.png",
    "poster.png",
];

fn pictures(place: &Place) -> Vec<String> {
    place.files("out/b000", |name| name.ends_with(".png")).into_keys().collect()
}

/// Width and height in pixels, as the header says.
fn size(bytes: &[u8]) -> (u32, u32) {
    let number = |at: usize| bytes[at..at + 4].try_into().map(u32::from_be_bytes).expect("it is a PNG");
    (number(16), number(20))
}

#[test]
fn each_page_is_drawn_beside_its_pdf_and_listed() {
    let place = Place::with(1);
    let said = place.done("build content --png 60 --report out/report.json");
    assert_eq!(pictures(&place), NAMES);
    assert_eq!(size(&fs::read(place.at("out/b000/poster.png")).expect("it is there")), (496, 702));
    assert!(said.contains("picture of a page"), "{said}");
    let report = fs::read_to_string(place.at("out/report.json")).expect("it is there");
    assert!(NAMES.iter().all(|name| report.contains(&format!("b000/{name}\""))), "{report}");
}

#[test]
fn each_page_of_a_sheet_is_drawn_too() {
    let place = Place::with(1);
    place
        .done("build content --png 40 --only 8-up --sheet a4-2x5 --handout 6-up,booklet --test-sheet --mono");
    let pdfs = place.files("out/b000", |name| name.ends_with(".pdf"));
    let drawn = |pdf: &str| -> Vec<String> {
        let (name, rest) = pdf.trim_end_matches("pdf").split_once('.').expect("a name has an ending");
        let is_of = |picture: &String| {
            let (own, end) = picture.split_once('.').expect("a name has an ending");
            let page = own.strip_prefix(name).unwrap_or("-");
            end == format!("{rest}png") && page.trim_start_matches('-').bytes().all(|c| c.is_ascii_digit())
        };
        pictures(&place).into_iter().filter(is_of).collect()
    };
    assert_eq!(drawn("8-up.mono.pdf"), ["8-up.mono.png"]);
    assert_eq!(
        drawn("card.sheet-a4-2x5.mono.pdf"),
        ["card-1.sheet-a4-2x5.mono.png", "card-2.sheet-a4-2x5.mono.png"]
    );
    assert_eq!(drawn("handout.6-up.mono.pdf").len(), 2, "{:?}", pictures(&place));
    for pdf in pdfs.keys() {
        assert!(!drawn(pdf).is_empty(), "{pdf} of {:?}", pictures(&place));
    }
    let sheet = fs::read(place.at("out/b000/card-1.sheet-a4-2x5.mono.png")).expect("it is there");
    assert_eq!(size(&sheet), (331, 468), "the whole sheet of paper");
}

#[test]
fn pictures_stand_until_something_changes_and_go_with_their_briefing() {
    let place = Place::with(1);
    place.done("build content --png 40");
    assert!(place.done("build content --png 40").contains("(unchanged)"));
    fs::remove_file(place.at("out/b000/handout-3.png")).expect("it was there");
    assert!(!place.run("build content --png 40 --check-only").status.success(), "one is missing");
    place.done("build content --png 40");
    assert_eq!(pictures(&place), NAMES);
    place.done("build content --png 41");
    assert_eq!(size(&fs::read(place.at("out/b000/poster.png")).expect("it is there")), (339, 479));
    fs::write(place.at("out/b000/poster.png"), b"\x89PNG of somebody else").expect("it can be written");
    let refused = stderr(&place.run("build content --png 40"));
    assert!(refused.contains("poster.png") && refused.contains("--force"), "{refused}");
    place.done("build content --png 40 --force");
    fs::rename(place.at("content/b000.yaml"), place.at("content/other.yaml")).expect("it is there");
    place.done("build content --png 40 --prune --quiet");
    assert!(pictures(&place).is_empty(), "{:?}", pictures(&place));
}

#[test]
fn a_paper_is_never_written_over_a_picture_of_the_run() {
    let place = Place::with(1);
    let output = place.run("build content --png 40 --report out/b000/handout-2.png");
    assert!(stderr(&output).contains("a file that this run makes"), "{}", stderr(&output));
}
