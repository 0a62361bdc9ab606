//! The contact sheet: every file is on it, every address leads to one, and it goes on from the record.

use std::collections::BTreeSet;
use std::fs;

use super::place::{Place, stderr};

const BUILD: &str = "build content --boards boards --out dist";
const SHEET: &str = "build content --boards boards --out dist --contact-sheet dist/index.html --quiet";

fn place() -> Place {
    let place = Place::with(2);
    place.write("boards/east & west.yaml", "board: { name: East Board }\n");
    place
}

/// The values of an attribute, in order.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let begin = format!(" {attribute}=\"");
    let rests = html.match_indices(&begin).map(|(at, _)| &html[at + begin.len()..]);
    rests
        .map(|rest| rest[..rest.find('"').expect("an end")].replace("%20", " ").replace("%26", "&"))
        .collect()
}

#[test]
fn every_file_is_on_it_with_its_first_page() {
    let place = place();
    place.done(SHEET);
    let html = fs::read_to_string(place.at("dist/index.html")).expect("a sheet");
    let links: BTreeSet<_> = values(&html, "href").into_iter().collect();
    assert_eq!(links, place.pdfs("dist").into_keys().collect());
    let pictures = values(&html, "src");
    assert_eq!(pictures.len(), 6);
    for picture in pictures {
        let svg = fs::read_to_string(place.at("dist").join(&picture)).expect("a thumbnail");
        assert!(svg.starts_with("<!-- briefpress -->\n<svg ") && svg.ends_with("</svg>\n"), "{picture}");
        // Letters are outlines, each of them once.
        assert!(svg.matches("<use ").count() > 20 && svg.matches("<path id=").count() < 250, "{picture}");
        assert!(svg.len() < 160_000, "{picture} has {} bytes", svg.len());
    }
    assert_eq!(values(&html, "lang"), ["en"]);
    assert!(html.contains("<title>Contact sheet: 6 PDFs of 2 briefings</title>"), "{html}");
    assert!(html.contains("<h2>east &amp; west</h2>") && html.contains("<h3>b000</h3>"));
    assert!(
        values(&html, "alt").contains(&"First page of the poster of b000 for east &amp; west".to_owned())
    );
}

#[test]
fn it_is_made_of_what_was_built_before_and_notices_what_lacks() {
    let place = place();
    place.done(BUILD);
    let plain = place.pdfs("dist");
    place.done(SHEET);
    assert_eq!(place.pdfs("dist"), plain, "thumbnails change no file");
    let first = place.files("dist", |name| name.ends_with(".svg") || name.ends_with(".html"));
    assert!(place.done(&SHEET.replace(" --quiet", "")).lines().all(|line| line.ends_with("(unchanged)")));
    assert!(place.done(BUILD).lines().all(|line| line.ends_with("(unchanged)")), "nor their absence");
    fs::remove_file(place.at("dist/east & west/b001/card.svg")).expect("it was there");
    place.done(SHEET);
    assert_eq!(place.files("dist", |name| name.ends_with(".svg") || name.ends_with(".html")), first);
    // Built without thumbnails in between: the old picture must not pass for the new page.
    let poster = place.at("dist/east & west/b000/poster.svg");
    let old = fs::read_to_string(&poster).expect("a thumbnail");
    place.write_briefings(2, "2027");
    place.done(BUILD);
    place.done(SHEET);
    let new = fs::read_to_string(&poster).expect("a thumbnail");
    assert_ne!(new, old, "another year stands on the page");
}

#[test]
fn what_was_not_made_is_said() {
    let place = place();
    place.write("content/b001.yaml", "title: Only a title\n");
    let output = place.run(SHEET);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let html = fs::read_to_string(place.at("dist/index.html")).expect("a sheet");
    assert!(html.contains("1 briefing not made") && html.contains("Not made, or not all of it:"), "{html}");
}
