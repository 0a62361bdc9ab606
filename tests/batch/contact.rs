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
    let links: BTreeSet<_> =
        values(&html, "href").into_iter().filter(|link| !link.starts_with('#')).collect();
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
    assert_eq!(values(&html, "lang"), ["en-GB"]);
    assert!(html.contains("<title>Contact sheet: 6 files of 2 briefings</title>"), "{html}");
    assert!(html.contains("<span>Topic 0</span>") && html.contains("<h3>east &amp; west</h3>"));
    assert!(
        values(&html, "alt").contains(&"First page of the poster of Topic 0 for east &amp; west".to_owned())
    );
    let ticks = |html: &str| values(html, "id").into_iter().filter(|id| id.len() == 17).collect::<Vec<_>>();
    let before = ticks(&html);
    assert_eq!(before.len(), 2);
    place.write(
        "content/b001.yaml",
        &fs::read_to_string(place.at("content/b001.yaml"))
            .expect("it is there")
            .replace("The Board", "Another Board"),
    );
    place.write("boards/east & west.yaml", "board: { name: East Board }\n# A remark changes no file.\n");
    place.done(SHEET);
    let after = ticks(&fs::read_to_string(place.at("dist/index.html")).expect("a sheet"));
    assert_eq!(before, after, "what was looked at and is the same needs no second look");
    place.write_briefings(1, "2027");
    place.done(SHEET);
    let changed = ticks(&fs::read_to_string(place.at("dist/index.html")).expect("a sheet"));
    assert!(changed[0] != before[0] && changed[1] == before[1], "{before:?} {changed:?}");
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
    assert!(
        html.contains("Only with warnings (1)") && html.contains("<span class=\"tag\">not made</span>"),
        "{html}"
    );
}

#[test]
fn boards_stand_side_by_side_and_what_all_have_in_common_is_said_once() {
    let place = place();
    place.write("boards/north.yaml", "board: { name: North Board }\ncontacts:\n  - name: Out of hours\n");
    let text = fs::read_to_string(place.at("content/b000.yaml")).expect("it is there");
    place.write("content/b000.yaml", &text.replace("review_by: 2028-01-15", "review_by: 2026-02-01"));
    place.done(&format!("{SHEET} --today 2026-03-01"));
    let html = fs::read_to_string(place.at("dist/index.html")).expect("a sheet");
    let groups: Vec<&str> = html.split("\n<h2>").skip(1).collect();
    assert_eq!(groups.len(), 2);
    for group in &groups {
        let (east, north) = (group.find("<h3>east &amp; west</h3>"), group.find("<h3>north</h3>"));
        assert!(east.is_some() && east < north, "{group}");
    }
    assert_eq!(groups[0].matches("<b>All boards:</b>").count(), 1, "{}", groups[0]);
    assert!(
        groups[1].contains("<b>north:</b> Out of hours") && !groups[1].contains("All boards"),
        "{}",
        groups[1]
    );
}
