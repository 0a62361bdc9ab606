//! Withdrawn: files whose source is gone are named, fail a comparison, and are deleted only where they are ours.

use std::fs;

use super::place::{Place, stderr};

const BUILD: &str = "build content --boards boards --only card --quiet";

/// Six cards, of which two have lost their briefing and one its board.
fn place() -> Place {
    let place = Place::with(3);
    place.write("boards/east.yaml", "board: { name: East Board }\n");
    place.write("boards/west.yaml", "board: { name: West Board }\n");
    place.done(BUILD);
    fs::remove_file(place.at("content/b001.yaml")).expect("it was there");
    place
}

#[test]
fn files_whose_briefing_is_gone_are_named_and_fail_a_comparison() {
    let place = place();
    let output = place.run(BUILD);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for board in ["east", "west"] {
        let line =
            format!("left over: out/{board}/b001/card.pdf was made from content/b001.yaml, which is gone");
        assert!(said.contains(&line), "{said}");
    }
    let output = place.run(&format!("{BUILD} --check-only --report report.json"));
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let report = fs::read(place.at("report.json")).expect("a report");
    let report: serde_json::Value = serde_json::from_slice(&report).expect("JSON");
    assert_eq!(report["withdrawn"], serde_json::json!(["out/east/b001/card.pdf", "out/west/b001/card.pdf"]));
    assert_eq!(place.pdfs("out").len(), 6, "nothing is deleted unless it is asked for");
}

#[test]
fn only_what_is_byte_for_byte_ours_is_deleted() {
    let place = place();
    place.write("out/west/b001/card.pdf", "%PDF-1.7 made better by hand");
    place.write("out/east/b001/notes.txt", "of somebody");
    fs::remove_file(place.at("boards/west.yaml")).expect("it was there");
    let output = place.run(&format!("{BUILD} --prune"));
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("deleted: out/east/b001/card.pdf"), "{said}");
    assert!(said.contains("out/west/b001/card.pdf") && said.contains("--prune leaves it"), "{said}");
    let left: Vec<String> = place.files("out", |name| !name.starts_with('.')).into_keys().collect();
    assert_eq!(
        left,
        ["east/b000/card.pdf", "east/b001/notes.txt", "east/b002/card.pdf", "west/b001/card.pdf"]
    );
    assert!(!place.at("out/west/b000").exists(), "an empty folder goes too");
}

/// The small pictures of first pages go with their PDFs, and so no folder stays for their sake.
#[test]
fn nothing_stays_of_a_board_that_is_gone() {
    let place = place();
    let build = format!("{BUILD} --target screen,print --contact-sheet look.html");
    place.done(&build);
    place.write("out/east/b000/poster.svg", "<!-- briefpress --><svg/> of somebody");
    fs::remove_file(place.at("boards/east.yaml")).expect("it was there");
    fs::remove_file(place.at("boards/west.yaml")).expect("it was there");
    place.write("boards/north.yaml", "board: { name: North Board }\n");
    place.done(&format!("{build} --prune"));
    let left: Vec<String> = place.files("out", |name| !name.starts_with('.')).into_keys().collect();
    assert_eq!(
        left,
        [
            "east/b000/poster.svg",
            "north/b000/card.pdf",
            "north/b000/card.print.pdf",
            "north/b000/card.svg",
            "north/b002/card.pdf",
            "north/b002/card.print.pdf",
            "north/b002/card.svg"
        ]
    );
    assert!(!place.at("out/west").exists(), "the folder of the board goes too");
}

/// A folder of PDFs that was moved has lost the way to its sources, and a run elsewhere looks at others.
#[test]
fn what_this_run_did_not_look_for_is_not_gone() {
    let place = place();
    fs::rename(place.at("out"), place.at("moved")).expect("it can be moved");
    place.write(
        "elsewhere/content/other.yaml",
        &fs::read_to_string(place.at("content/b000.yaml")).expect("text"),
    );
    let before = place.pdfs("moved");
    let output = place
        .command("build elsewhere/content --out moved --only card --prune --quiet")
        .output()
        .expect("it runs");
    let said = stderr(&output);
    assert!(output.status.success() && !said.contains("left over") && !said.contains("deleted"), "{said}");
    let after = place.pdfs("moved");
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)));
    // The same tree, seen from another folder: the way from the PDFs to their sources is the same.
    fs::rename(place.at("moved"), place.at("out")).expect("it can be moved");
    let words = "build ../content --boards ../boards --out ../out --only card --quiet --prune";
    let output = place.command(words).current_dir(place.at("boards")).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("deleted: ../out/east/b001/card.pdf"), "{}", stderr(&output));
}

#[test]
fn documents_of_a_briefing_that_is_refused_now_are_named_and_can_be_deleted() {
    let place = place();
    place.write("content/b000.yaml", "title: Only a title\n");
    let output = place.run(BUILD);
    assert_eq!(output.status.code(), Some(1));
    let line = "left as it was: out/east/b000/card.pdf is not what the sources give now";
    assert!(stderr(&output).contains(line), "{}", stderr(&output));
    let output = place.run(&format!("{BUILD} --prune"));
    let said = stderr(&output);
    assert!(
        said.contains("deleted: out/east/b000/card.pdf, for content/b000.yaml has mistakes now"),
        "{said}"
    );
    assert!(!said.contains("left as it was"), "{said}");
    let left: Vec<String> = place.pdfs("out").into_keys().collect();
    assert_eq!(left, ["east/b002/card.pdf", "west/b002/card.pdf"]);
}

/// Whatever options a file was made with, it is withdrawn with its briefing.
#[test]
fn variants_are_withdrawn_too() {
    let place = Place::with(2);
    for words in ["--mono", "--only poster --paper a3", "--only card"] {
        place.done(&format!("build content --quiet {words}"));
    }
    fs::remove_file(place.at("content/b001.yaml")).expect("it was there");
    place.done("build content --quiet --only card --prune");
    let left = place.pdfs("out");
    assert_eq!(left.len(), 5, "{:?}", left.keys());
    assert!(left.keys().all(|path| path.starts_with("b000/")));
}

#[test]
fn what_is_left_where_a_record_was_lost_is_named_and_stays() {
    let place = place();
    fs::remove_file(place.at("out/.briefpress-record")).expect("it was there");
    place.write("out/minutes/minutes.pdf", "%PDF-1.7 of somebody else");
    let output = place.run(&format!("{BUILD} --prune"));
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for board in ["east", "west"] {
        assert!(
            said.contains(&format!("left over, perhaps: out/{board}/b001/card.pdf is of no briefing")),
            "{said}"
        );
    }
    assert!(!said.contains("minutes") && said.matches("left over").count() == 2, "{said}");
    assert_eq!(place.pdfs("out").len(), 7, "nothing goes whose source nobody knows");
    let status = place.run("status content --boards boards");
    assert!(
        String::from_utf8_lossy(&status.stdout).contains("out/east/b001/card.pdf  is of no briefing here")
    );
    // A shard does not know what the others make.
    let shard = place.run(&format!("{BUILD} --shard 1/2"));
    assert!(!stderr(&shard).contains("perhaps"), "{}", stderr(&shard));
}
