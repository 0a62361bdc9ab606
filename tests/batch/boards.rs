//! Boards: one briefing and several board files give a local edition each.

use super::place::{Place, stderr};

fn place() -> Place {
    let place = Place::with(1);
    place.write(
        "boards/east.yaml",
        "board: { name: East Board }\ncontacts:\n  - name: Local team\n    phone: 020 7324 4000\n",
    );
    place.write("boards/west.yaml", "board: { name: West Board }\n");
    place
}

#[test]
fn every_board_has_a_folder_with_its_own_files() {
    let place = place();
    place.done("build content --boards boards --out dist");
    let files = place.pdfs("dist");
    let paths: Vec<_> = files.keys().map(String::as_str).collect();
    let expected = ["east", "west"].iter().flat_map(|board| {
        ["card", "handout", "poster"].map(|document| format!("{board}/b000/{document}.pdf"))
    });
    assert_eq!(paths, expected.collect::<Vec<_>>());
    let telephone = |board: &str, number: &str| {
        let file = lopdf::Document::load_mem(&files[&format!("{board}/b000/card.pdf")]).expect("a PDF");
        let links =
            file.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok());
        let mut addresses = links.filter_map(|link| link.get(b"URI").ok()?.as_str().ok());
        addresses.any(|address| address == format!("tel:{number}").as_bytes())
    };
    assert!(telephone("east", "02073244000") && !telephone("east", "08088005000"));
    assert!(telephone("west", "08088005000") && !telephone("west", "02073244000"));
}

#[test]
fn a_mistake_is_shown_in_the_file_that_holds_it() {
    let place = place();
    place.write("boards/east.yaml", "board: { name: East Board }\ntitel: Not local\n");
    place.write("boards/west.yaml", "board: { name: West Board }\ntheme:\n  primary: \"#12345\"\n");
    let output = place.run("build content --boards boards --format plain");
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("boards/east.yaml:2:1") && said.contains("unknown-key"), "{said}");
    assert!(said.contains("boards/west.yaml:3:12"), "{said}");
}

#[test]
fn a_mistake_in_the_briefing_is_said_once_for_all_boards() {
    let place = place();
    let text = std::fs::read_to_string(place.at("content/b000.yaml")).expect("a briefing");
    place.write("content/b000.yaml", &text.replace("heading: Part 3", "haeding: Part 3"));
    let said = stderr(&place.run("build content --boards boards"));
    assert_eq!(said.matches("error[unknown-key]").count(), 1, "{said}");
    assert!(!said.contains("only in the edition"), "{said}");
}

#[test]
fn a_message_that_only_some_boards_have_names_them() {
    let place = place();
    let many: String = (0..45)
        .map(|number| {
            format!("  - name: Team number {number} of the east\n    phone: 020 7324 4{number:03}\n")
        })
        .collect();
    place.write("boards/east.yaml", &format!("board: {{ name: East Board }}\ncontacts:\n{many}"));
    let output = place.run("build content --boards boards");
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("only in the edition for east"), "{said}");
    assert_eq!(place.pdfs("out/west").len(), 3, "the other board has its files");
}

/// The command of the README, with the boards that come with it.
#[test]
fn the_shipped_boards_build() {
    let place = Place::with(0);
    let root = env!("CARGO_MANIFEST_DIR");
    let output = place.run(&format!("build {root}/content --boards {root}/content/boards --out dist"));
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(place.pdfs("dist").len() % 9, 0);
    assert!(place.pdfs("dist").len() >= 9);
}
