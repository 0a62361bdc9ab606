//! Web pages and plain texts on disk: they lie beside the PDFs, lead to those that are there, and stand in the record.

use std::fs;

use super::place::Place;

const WEB: &str = "build content --out dist --only web,text";

fn page(place: &Place) -> String {
    fs::read_to_string(place.at("dist/b000/index.html")).expect("a page")
}

#[test]
fn a_page_leads_to_the_pdfs_of_its_run() {
    let place = Place::with(1);
    let said = place.done("build content --out dist --only poster,web,text");
    assert!(said.contains("dist/b000/index.html") && said.contains("dist/b000/briefing.txt"), "{said}");
    let page = page(&place);
    assert!(page.contains("href=\"poster.pdf\"") && !page.contains("card.pdf"), "{page}");
    let size = fs::metadata(place.at("dist/b000/poster.pdf")).expect("a poster").len().div_ceil(1000);
    assert!(page.contains(&format!("PDF, {size} kB, accessible")), "{page}");
}

#[test]
fn a_page_made_later_leads_to_the_pdfs_that_are_there_and_to_no_others() {
    let place = Place::with(1);
    place.done(WEB);
    assert!(!page(&place).contains(".pdf"), "there is none yet");
    place.done("build content --out dist --only card");
    place.done(WEB);
    assert!(page(&place).contains("href=\"card.pdf\""), "it is there by now");
    let said = place.done(WEB);
    assert!(said.lines().all(|line| line.ends_with("(unchanged)")), "{said}");
    // A file of the same name that somebody else made may be anything.
    fs::write(place.at("dist/b000/card.pdf"), "%PDF-1.7 scanned").expect("a folder to write to");
    place.done(WEB);
    assert!(!page(&place).contains(".pdf"));
}

#[test]
fn a_changed_page_is_found_and_a_foreign_one_is_kept() {
    let place = Place::with(1);
    place.done(WEB);
    let whole = page(&place);
    fs::write(place.at("dist/b000/index.html"), "<!DOCTYPE html>\n<title>Our own</title>\n")
        .expect("a folder");
    assert_eq!(place.run(&format!("{WEB} --check-only")).status.code(), Some(1));
    assert_eq!(place.run(WEB).status.code(), Some(2), "it is not ours");
    assert!(page(&place).contains("Our own"));
    place.done(&format!("{WEB} --force"));
    assert_eq!(page(&place), whole);
}
