//! Goldens as text: the example's finished pages, tag by tag and line by line, against `tests/ref/*.txt`.

use std::path::Path;

use briefpress::font::FontSet;
use briefpress::page::dump;
use briefpress::pipeline::EMBEDDED_LAYOUTS;
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::Theme;
use briefpress::typeset::{Material, Store, typeset};

const BRIEFINGS: [(&str, &str); 2] = [
    ("sexting", include_str!("../content/sexting.yaml")),
    ("private-fostering", include_str!("fixtures/private-fostering.yaml")),
];

/// The finished pages of a document as text.
fn dumped(briefing: &str, layout: &str) -> String {
    let mut sources = Sources::default();
    let (briefing, messages) = read::briefing(&mut sources, "briefing.yaml", briefing.as_bytes(), None);
    let briefing = briefing.unwrap_or_else(|| panic!("{messages:#?}"));
    let file = format!("{layout}.yaml");
    let (_, text) =
        EMBEDDED_LAYOUTS.iter().find(|(name, _)| *name == file).expect("the layout comes with it");
    let layout = read::layout(&mut sources, &file, text.as_bytes()).0.expect("an embedded layout is sound");
    let (fonts, theme) = (FontSet::embedded(), Theme::default());
    let mut store = Store::new(&fonts);
    store.begin(&briefing.language);
    let material =
        Material { briefing: &briefing, layout: &layout, theme: &theme, fonts: &fonts, logo: None };
    let set = typeset(&material, &mut store).unwrap_or_else(|misfits| panic!("{misfits:?}"));
    dump(&set.document)
}

/// The first line that differs, with its number.
fn difference(expected: &str, found: &str) -> Option<String> {
    let mut lines = expected.lines().zip(found.lines()).zip(1..);
    match lines.find(|((one, other), _)| one != other) {
        Some(((one, other), number)) => Some(format!("line {number}\nexpected {one}\nfound    {other}")),
        None if expected != found => Some("one is longer".to_owned()),
        None => None,
    }
}

#[test]
fn finished_pages_are_what_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ref");
    let mut wrong = Vec::new();
    for (name, briefing) in BRIEFINGS {
        for layout in ["poster", "handout", "card", "leaflet", "large-print", "8-up"] {
            let (path, found) = (folder.join(format!("{name}-{layout}.txt")), dumped(briefing, layout));
            let expected = std::fs::read_to_string(&path).unwrap_or_default();
            let Some(difference) = difference(&expected, &found) else { continue };
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&path, found).expect("the golden can be written");
            } else {
                wrong.push(format!("{}: {difference}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nBLESS=1 rewrites what is expected", wrong.join("\n"));
}

#[test]
fn a_page_that_moved_is_told_apart() {
    let page = dumped(BRIEFINGS[0].1, "card");
    let line = page.lines().find(|line| line.contains("text ")).expect("there is text");
    let moved = page.replacen(line, &line.replacen("text ", "text 1", 1), 1);
    assert!(difference(&page, &moved).is_some_and(|told| told.contains("expected")));
    assert!(difference(&page, &format!("{page}\n")).is_some());
    assert_eq!(difference(&page, &page), None);
}
