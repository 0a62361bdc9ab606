//! Second runs: what has not changed is not made again, and what has changed always is.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use super::place::Place;

const BUILD: &str = "build content --boards boards";

fn place() -> Place {
    let place = Place::with(3);
    for board in ["east", "west"] {
        place.write(&format!("boards/{board}.yaml"), &board_file(board));
    }
    place.copy("content/boards/northmere.png", "boards/logo.png");
    place
}

fn board_file(name: &str) -> String {
    format!("board:\n  name: {name} board\n  logo: {{ file: logo.png, alt: Logo of the {name} board }}\n")
}

/// When each PDF was written.
fn moments(place: &Place) -> BTreeMap<String, SystemTime> {
    let modified = |path: &String| {
        fs::metadata(place.at("out").join(path)).and_then(|meta| meta.modified()).expect("a file with a date")
    };
    place.pdfs("out").into_keys().map(|path| (path.clone(), modified(&path))).collect()
}

/// Builds, and gives the jobs that were done again.
#[track_caller]
fn rebuilt(place: &Place, words: &str) -> Vec<String> {
    place.done(&format!("{words} --report report.json"));
    let report = fs::read(place.at("report.json")).expect("a report");
    let report: serde_json::Value = serde_json::from_slice(&report).expect("JSON");
    let jobs = report["jobs"].as_object().expect("jobs").iter();
    jobs.filter(|(_, job)| job["state"] == "made").map(|(name, _)| name.clone()).collect()
}

#[test]
fn a_run_without_a_change_writes_nothing_at_all() {
    let place = place();
    let first = place.done(BUILD);
    assert_eq!(first.lines().count(), 18);
    let record = place.at("out/.briefpress-record");
    let before = (moments(&place), fs::read(&record).expect("a record"));
    assert!(place.done(BUILD).lines().all(|line| line.ends_with("(unchanged)")));
    assert_eq!((moments(&place), fs::read(&record).expect("a record")), before);
}

#[test]
fn each_thing_that_a_file_is_made_of_makes_it_again_and_nothing_else() {
    let place = place();
    place.done(BUILD);
    assert_eq!(rebuilt(&place, BUILD), [""; 0]);
    place.write("boards/east.yaml", &board_file("East"));
    assert_eq!(rebuilt(&place, BUILD), ["east/b000", "east/b001", "east/b002"], "a board");
    place.write_briefings(2, "2027");
    assert_eq!(rebuilt(&place, BUILD), ["east/b000", "east/b001", "west/b000", "west/b001"], "two briefings");
    place.copy("content/boards/ashford-vale.png", "boards/logo.png");
    assert_eq!(rebuilt(&place, BUILD).len(), 6, "a logo");
    let layout = fs::read_to_string("layouts/dial/card.yaml").expect("a layout");
    place.write("card.yaml", &layout);
    let other = format!("{BUILD} --layout card.yaml");
    assert_eq!(rebuilt(&place, &other).len(), 6, "a layout");
    place.write("card.yaml", &(layout + "\n# changed\n"));
    assert_eq!(rebuilt(&place, &other).len(), 6, "a change in it");
    assert_eq!(rebuilt(&place, &format!("{other} --only card")).len(), 6, "an option");
    assert_eq!(rebuilt(&place, &format!("{other} --only card --jobs 1")), [""; 0], "one without influence");
}

#[test]
fn files_that_were_changed_or_deleted_by_hand_are_made_again() {
    let place = place();
    place.done(BUILD);
    let good = place.pdfs("out");
    fs::remove_file(place.at("out/east/b000/card.pdf")).expect("it was there");
    assert_eq!(rebuilt(&place, BUILD), ["east/b000"]);
    let path = place.at("out/west/b001/poster.pdf");
    let mut bytes = fs::read(&path).expect("it is there");
    bytes[5000] ^= 1;
    fs::write(&path, bytes).expect("it can be written");
    assert_eq!(rebuilt(&place, BUILD), ["west/b001"], "one bit in a file of the same size");
    fs::write(&path, "").expect("it can be written");
    assert_eq!(rebuilt(&place, BUILD), ["west/b001"], "cut short, as after a power cut");
    assert_eq!(place.pdfs("out"), good);
}

/// A fresh checkout or a cache of CI gives files new dates; their bytes are what counts.
#[test]
fn files_that_were_only_touched_are_left_as_they_are() {
    let place = place();
    place.done(BUILD);
    for (path, bytes) in place.pdfs("out") {
        let path = place.at("out").join(path);
        fs::remove_file(&path).expect("it was there");
        fs::write(path, bytes).expect("it can be written");
    }
    assert_eq!(rebuilt(&place, BUILD), [""; 0]);
}

#[test]
fn a_record_that_is_gone_or_damaged_does_no_harm() {
    let place = place();
    place.done(BUILD);
    let (good, record) = (place.pdfs("out"), place.at("out/.briefpress-record"));
    let whole = fs::read(&record).expect("a record");
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    let damages: [(&str, Vec<u8>, usize); 6] = [
        ("empty", Vec::new(), 6),
        ("not text", vec![0xff; 5000], 6),
        ("cut amid its last line", whole[..whole.len() - 40].to_vec(), 1),
        ("a line twice", [whole.as_slice(), lines[0]].concat(), 0),
        ("a line of another program", [b"{\"job\":7}\n[]\n", whole.as_slice()].concat(), 0),
        ("nothing but zeros behind its first line", [lines[0], &[0; 4000]].concat(), 5),
    ];
    for (damage, bytes, lost) in damages {
        fs::write(&record, bytes).expect("it can be written");
        let before = moments(&place);
        assert_eq!(rebuilt(&place, BUILD).len(), lost, "{damage}");
        assert_eq!(moments(&place), before, "what is made again and is the same keeps its date");
        assert_eq!(rebuilt(&place, BUILD), [""; 0], "{damage}");
    }
    fs::remove_file(&record).expect("it was there");
    assert_eq!(rebuilt(&place, BUILD).len(), 6, "deleted");
    fs::remove_file(&record).expect("it was there");
    fs::create_dir(&record).expect("a folder in its place");
    assert_eq!(rebuilt(&place, BUILD).len(), 6, "a folder in its place");
    assert_eq!(place.pdfs("out"), good);
}

#[test]
fn the_record_does_not_grow_without_end() {
    let place = Place::with(30);
    for round in 0..8 {
        place.write_briefings(30, &format!("round {round}"));
        place.done("build content --only card --quiet");
    }
    let lines = fs::read_to_string(place.at("out/.briefpress-record")).expect("a record").lines().count();
    assert!(lines <= 160, "{lines} lines for 30 briefings");
}
