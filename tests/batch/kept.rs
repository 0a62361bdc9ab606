//! What is not ours: a file that somebody else made is left as it is, named, and written over only with `--force`.

use std::fs;

use super::place::{Place, stderr};

#[test]
fn a_file_that_was_made_by_hand_is_kept_and_named() {
    let place = Place::with(2);
    place.write("out/b000/poster.pdf", "%PDF-1.7 of somebody else");
    let output = place.run("build content --only poster,card");
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("out/b000/poster.pdf") && said.contains("--force"), "{said}");
    assert_eq!(fs::read(place.at("out/b000/poster.pdf")).expect("it is there"), b"%PDF-1.7 of somebody else");
    assert_eq!(place.pdfs("out").len(), 4, "all others were made");
    place.done("build content --only poster,card --force");
    let good = place.pdfs("out");
    assert!(good["b000/poster.pdf"].len() > 1000);
}

/// A pipe that somebody waits at, or a folder, is nothing of ours either.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_kept_and_named() {
    let place = Place::with(1);
    fs::create_dir_all(place.at("out/b000/poster.pdf")).expect("a folder");
    let pipe = std::process::Command::new("mkfifo").arg(place.at("out/b000/card.pdf")).status();
    assert!(pipe.expect("mkfifo is there").success());
    let output = place.run("build content --quiet");
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(said.matches("something is here that is no file").count(), 2, "{said}");
    assert!(!place.at("out/b000/card.pdf").is_file() && place.at("out/b000/poster.pdf").is_dir());
    assert!(place.at("out/b000/handout.pdf").is_file());
}

/// Ours is told by a mark in the file, with and without a record, so the next version writes over this one's.
#[test]
fn files_of_earlier_runs_are_written_over_also_where_the_record_is_lost() {
    let place = Place::with(2);
    place.done("build content --contact-sheet out/look.html --report out/report.json");
    let before = place.files("out", |name| name.ends_with(".pdf") || name.ends_with(".svg"));
    fs::remove_file(place.at("out/.briefpress-record")).expect("it was there");
    place.write_briefings(2, "2027");
    place.done("build content --contact-sheet out/look.html --report out/report.json");
    let after = place.files("out", |name| name.ends_with(".pdf") || name.ends_with(".svg"));
    assert_eq!(before.len(), after.len());
    assert!(
        before["b000/poster.pdf"] != after["b000/poster.pdf"]
            && before["b000/poster.svg"] != after["b000/poster.svg"]
    );
}

/// The poster on the wall, the large one for the hall and the grey one for the copier lie side by side.
#[test]
fn what_the_command_line_varies_is_written_over_nothing() {
    let place = Place::with(1);
    for words in [
        "",
        "--mono",
        "--paper a3",
        "--paper a3 --mono",
        "--card-size id-1",
        "--handout 2-up --sheet-paper a5",
    ] {
        place.done(&format!("build content {words} --quiet"));
        let before = place.pdfs("out");
        place.done(&format!("build content {words} --quiet"));
        assert_eq!(place.pdfs("out"), before);
    }
    let names: Vec<String> = place.pdfs("out/b000").into_keys().collect();
    assert_eq!(
        names,
        [
            "card.id-1.pdf",
            "card.mono.pdf",
            "card.pdf",
            "handout.2-up.a5.pdf",
            "handout.mono.pdf",
            "handout.pdf",
            "poster.a3.mono.pdf",
            "poster.a3.pdf",
            "poster.mono.pdf",
            "poster.pdf",
        ]
    );
}

/// A report or a contact sheet over something that somebody needs is refused before the first job.
#[test]
fn a_paper_is_never_written_over_what_a_run_needs() {
    let place = Place::with(2);
    place.copy("content/boards/northmere.png", "boards/logo.png");
    place.write("boards/east.yaml", "board: { name: East, logo: { file: logo.png, alt: East } }\n");
    place.copy("layouts/dial/card.yaml", "mine/card.yaml");
    place.write("notes.txt", "of somebody");
    let before = place.files("", |_| true);
    let build = "build content --boards boards --layout mine/card.yaml --only card";
    for (path, words) in [
        ("content/b000.yaml", "a briefing of this run"),
        ("content/../content/B000.yaml", "a briefing of this run"),
        ("boards/east.yaml", "a board's file of this run"),
        ("boards/logo.png", "a picture beside"),
        ("mine/card.yaml", "a layout, sheet or font"),
        ("out/.briefpress-record", "the record of what was built"),
        ("out/east/b001/card.pdf", "a file that this run makes"),
        ("out/east/b001/card.svg", "a file that this run makes"),
        ("content", "no file"),
        ("notes.txt", "briefpress did not make it"),
    ] {
        for option in ["--report", "--contact-sheet"] {
            let output = place.run(&format!("{build} {option} {path}"));
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{option} {path}: {said}");
            assert!(said.contains(words), "{option} {path}: {said}");
        }
        if words != "briefpress did not make it" {
            let output = place.run(&format!("{build} --force --report {path}"));
            assert_eq!(output.status.code(), Some(2), "--force {path}: {}", stderr(&output));
        }
    }
    let output = place.run(&format!("{build} --report r.json --contact-sheet ./r.json"));
    assert!(stderr(&output).contains("two things at once"), "{}", stderr(&output));
    assert_eq!(place.files("", |_| true), before, "nothing was written");
    for _ in 0..2 {
        place.done(&format!("{build} --report r.json --contact-sheet look.html"));
    }
    place.done(&format!("{build} --report notes.txt --force"));
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_around_the_guard() {
    let place = Place::with(1);
    std::os::unix::fs::symlink("content/b000.yaml", place.at("link.json")).expect("a link");
    std::os::unix::fs::symlink("content", place.at("there")).expect("a link");
    let before = fs::read(place.at("content/b000.yaml")).expect("a briefing");
    for path in ["link.json", "there/b000.yaml", "/dev/null"] {
        let output = place.run(&format!("build content --only card --report {path} --force"));
        assert_eq!(output.status.code(), Some(2), "{path}: {}", stderr(&output));
    }
    assert_eq!(fs::read(place.at("content/b000.yaml")).expect("a briefing"), before);
}
