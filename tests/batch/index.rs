//! The index: every briefing with its editions, files and day of review; nothing of what was not made.

use std::fs;

use super::place::Place;

fn page(place: &Place) -> String {
    fs::read_to_string(place.at("dist/index.html")).expect("a page")
}

fn place() -> Place {
    let place = Place::with(2);
    place.write("boards/east & west.yaml", "board: { name: East & West }\nlanguage: en-GB\n");
    place
}

const BUILD: &str = "build content --out dist --only card,web --index dist/index.html --today 2026-11-26";

#[test]
fn every_briefing_stands_on_it_with_its_files() {
    let place = place();
    place.done(BUILD);
    let first = page(&place);
    assert_eq!(first.matches("<li data-k").count(), 2);
    for part in ["href=\"b000/index.html\"", "href=\"b000/card.pdf\"", "href=\"b001/card.pdf\""] {
        assert!(first.contains(part), "{part}\n{first}");
    }
    assert!(
        first.contains("<form class=\"find in\" id=\"find\" hidden>"),
        "without a script there is no search"
    );
    // The second run makes nothing anew and lists the same.
    assert!(place.done(BUILD).lines().all(|line| line.ends_with("(unchanged)")));
    assert_eq!(page(&place), first);
}

#[test]
fn editions_are_told_apart_by_their_boards() {
    let place = place();
    place.done(&format!("{BUILD} --boards boards"));
    let page = page(&place);
    assert_eq!(page.matches("<li data-k").count(), 2);
    assert!(page.contains("<b>East &amp; West</b><a href=\"east%20%26%20west/b000/index.html\">"), "{page}");
    assert!(page.contains("for East &amp; West</span></a>"));
    assert!(page.contains("<title>Seven-minute briefings: East &amp; West</title>"));
}

#[test]
fn reviews_are_judged_as_of_a_day() {
    let place = place();
    let yaml = fs::read_to_string(place.at("content/b000.yaml")).expect("a briefing");
    let with = |day: &str| format!("review_by: {day}\n{}", yaml.replace("\nreview_by:", "\n# "));
    let said = |day: &str| {
        place.write("content/b000.yaml", &with(day));
        place.run(BUILD);
        page(&place)
    };
    assert!(
        said("2026-11-25").contains("Overdue since <time datetime=\"2026-11-25\">25 November 2026</time>")
    );
    assert!(said("2026-11-26").contains("Review soon, by <time"));
    assert!(said("2027-02-25").contains("Review soon, by <time"));
    let later = said("2027-02-26");
    assert!(later.contains("<p>Review by <time datetime=\"2027-02-26\">"), "{later}");
    assert!(later.contains("Reviews as of 26 November 2026"));
}

#[test]
fn what_was_refused_is_not_listed() {
    let place = place();
    place.write("content/b001.yaml", "title: Broken\n");
    assert_eq!(place.run(BUILD).status.code(), Some(1));
    assert_eq!(page(&place).matches("<li data-k").count(), 1);
}
