//! Reports: shards join to the whole, and files that are not what the sources give are found.

use std::fs;

use serde_json::Value;

use super::place::{Place, stderr};

fn report(place: &Place, path: &str) -> Value {
    serde_json::from_slice(&fs::read(place.at(path)).expect("a report")).expect("JSON")
}

#[test]
fn shards_join_to_what_one_machine_makes() {
    let place = Place::with(10);
    place.done("build content --out whole --report whole.json --only card");
    for shard in 1..=3 {
        place
            .done(&format!("build content --out parts --shard {shard}/3 --report r{shard}.json --only card"));
    }
    assert_eq!(place.pdfs("parts"), place.pdfs("whole"));
    let joined: Value =
        serde_json::from_str(&place.done("report merge r2.json r1.json r3.json")).expect("JSON");
    let digests = |report: &Value| -> Vec<String> {
        let jobs = report["jobs"].as_object().expect("jobs").values();
        let files = jobs.flat_map(|job| job["files"].as_array().expect("files").clone());
        files.map(|file| file["sha256"].as_str().expect("a digest").to_owned()).collect()
    };
    assert_eq!(digests(&joined), digests(&report(&place, "whole.json")));
    assert!(joined.get("record").is_none(), "what only shards need is not handed on");
    // The files of shards are brought together, without the records that lie hidden beside them.
    std::fs::remove_file(place.at("parts/.briefpress-record")).expect("it was there");
    let status = "status content --out parts --today 2026-11-24";
    assert!(String::from_utf8_lossy(&place.run(status).stdout).contains("10 never built"));
    place.done("report merge r2.json r1.json r3.json --out parts");
    assert_eq!(place.done(status), "10 briefings: 10 up to date, with nothing to do\n");
    assert!(
        place.done("build content --out parts --only card").lines().all(|line| line.ends_with("(unchanged)"))
    );
    for (words, part) in [
        ("r1.json r3.json", "shard 2/3 is missing"),
        ("r1.json r2.json r2.json r3.json", "twice"),
        ("r1.json r2.json r3.json whole.json", "different runs"),
    ] {
        let output = place.run(&format!("report merge {words}"));
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(part), "{}", stderr(&output));
    }
}

#[test]
fn check_only_finds_what_is_not_as_the_sources_give_it_and_writes_nothing() {
    let place = Place::with(3);
    let check = "build content --only card --check-only";
    place.done("build content --only card");
    place.done(check);
    fs::write(place.at("out/b000/card.pdf"), "by hand").expect("it can be written");
    fs::remove_file(place.at("out/b001/card.pdf")).expect("it was there");
    let before = place.files("out", |_| true);
    let output = place.run(&format!("{check} --report report.json"));
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(said.contains("out/b000/card.pdf is not what the sources give"), "{said}");
    assert!(said.contains("out/b001/card.pdf is missing"), "{said}");
    assert_eq!(place.files("out", |_| true), before);
    let report = report(&place, "report.json");
    assert_eq!(report["jobs"]["b000"]["stale"], serde_json::json!(["out/b000/card.pdf"]));
    assert_eq!(report["jobs"]["b001"]["missing"], serde_json::json!(["out/b001/card.pdf"]));
    assert_eq!(report["jobs"]["b002"]["stale"], serde_json::json!([]));
}

/// What `check --why` says in words stands in the report in numbers, also where nothing was made anew.
#[test]
fn the_report_says_why_each_page_is_as_it_is() {
    let place = Place::with(1);
    let told = place.done("check content --why");
    assert!(told.contains("poster: text ") && told.contains("; 999 at "), "{told}");
    assert!(told.contains("handout, page 7: text ") && told.contains("card, page 1: "), "{told}");
    for _ in 0..2 {
        let said = place.done("build content --report report.json");
        assert!(said.lines().any(|line| line.contains("poster.pdf") && line.contains("; 999 at ")), "{said}");
        let report = fs::read_to_string(place.at("report.json")).expect("it is there");
        let report: Value = serde_json::from_str(&report).expect("it is JSON");
        let files = report["jobs"]["b000"]["files"].as_array().expect("files");
        let pages: Vec<usize> =
            files.iter().map(|file| file["why"].as_array().expect("reasons").len()).collect();
        assert_eq!(pages, [1, 7, 2]);
        let poster = &files[0]["why"][0];
        let alarm = poster["alarm"][1].as_f64().expect("a size");
        assert!(poster["alarm"][0] == "999" && alarm >= 36.0, "{poster}");
        assert!(
            told.contains(&format!("999 at {} pt", format!("{alarm:.1}").trim_end_matches(".0"))),
            "{told}"
        );
    }
    let refused = place.run("check content --why --format json");
    assert!(stderr(&refused).contains("--report"), "{}", stderr(&refused));
}
