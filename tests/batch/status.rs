//! Status: what is out of date, stale, overdue or left over, said without making anything.

use std::fs;

use super::place::Place;

const STATUS: &str = "status content --boards boards --today 2026-11-24";

fn place() -> Place {
    let place = Place::with(2);
    place.write("boards/east.yaml", "board: { name: East Board }\n");
    place.write("boards/west.yaml", "board: { name: West Board }\n");
    place
}

/// The line about a job, or nothing.
fn line<'a>(said: &'a str, job: &str) -> &'a str {
    said.lines().find_map(|line| line.strip_prefix(job)).unwrap_or("").trim()
}

#[test]
fn it_tells_what_a_build_would_make_and_what_an_editor_should_see_to() {
    let place = place();
    let said = |words: &str| String::from_utf8(place.run(words).stdout).expect("UTF-8");
    assert_eq!(said(STATUS).matches("never built").count(), 5, "{}", said(STATUS));
    place.done("build content --boards boards --target print --quiet");
    assert_eq!(
        place.done(STATUS),
        "4 briefings: 4 up to date, with nothing to do\n",
        "asked without --target print"
    );
    place.write("boards/east.yaml", "board: { name: Far East Board }\n");
    let text = fs::read_to_string(place.at("content/b000.yaml")).expect("a briefing");
    let text = text.replace("phone: 0808 800 5000", "phone: 0808 800 5000\n    verified: 2026-11-01");
    place.write("content/b000.yaml", &text);
    fs::remove_file(place.at("out/west/b001/card.print.pdf")).expect("it was there");
    let now = said(STATUS);
    for job in ["east/b000", "east/b001", "west/b000", "west/b001"] {
        assert_eq!(line(&now, job), "out of date", "{now}");
    }
    assert!(now.ends_with("4 briefings: 4 out of date\n"), "{now}");
    place.done("build content --boards boards --target print --quiet");
    assert_eq!(said(STATUS), "4 briefings: 4 up to date, with nothing to do\n");
    // A year and two years on, without a change and without a build.
    let before = place.files("out", |_| true);
    let next_year = said("status content --boards boards --today 2027-12-01");
    assert_eq!(line(&next_year, "east/b000"), "1 stale contact");
    assert!(next_year.contains("2 with stale contacts, 2 up to date, with nothing to do"), "{next_year}");
    let later = said("status content --boards boards --today 2028-02-01");
    assert_eq!(line(&later, "west/b001"), "review overdue");
    assert!(later.contains("4 overdue for review, 2 with stale contacts"), "{later}");
    // As with check: advice ends a run with 0, unless it is to be strict.
    let code = |words: &str| place.run(words).status.code();
    assert_eq!(code("status content --boards boards --today 2028-02-01"), Some(0));
    assert_eq!(code("status content --boards boards --today 2028-02-01 --strict"), Some(1));
    assert_eq!(place.files("out", |_| true), before);
}

#[test]
fn files_of_what_is_gone_are_named() {
    let place = place();
    place.done("build content --boards boards --only card --quiet");
    fs::remove_file(place.at("boards/west.yaml")).expect("it was there");
    fs::remove_file(place.at("content/b001.yaml")).expect("it was there");
    let output = place.run(STATUS);
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1));
    for path in ["out/west/b000/card.pdf", "out/west/b001/card.pdf", "out/east/b001/card.pdf"] {
        assert!(said.contains(&format!("{path}  is left over")), "{said}");
    }
    assert!(said.ends_with("1 briefing: 3 files left over, 1 up to date, with nothing to do\n"), "{said}");
}

#[test]
fn a_mistake_is_met_before_the_build() {
    let place = place();
    place.write("content/b001.yaml", "title: Only a title\n");
    let said = String::from_utf8(place.run(STATUS).stdout).expect("UTF-8");
    assert!(line(&said, "east/b001").starts_with("has mistakes"), "{said}");
}
