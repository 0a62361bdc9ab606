//! Names: what a file may be called, and that no name speaks to the service that runs the program.

use super::place::{Place, stderr};

/// A line that begins with `::`, or has `##[` in it, is a command to a CI service.
fn commands(said: &str) -> Vec<&str> {
    said.lines().filter(|line| line.trim_start().starts_with("::") || line.contains("##[")).collect()
}

#[cfg(unix)]
#[test]
fn a_name_is_no_command_wherever_it_is_printed() {
    let place = Place::with(1);
    let evil = "x\n::error title=hi::owned";
    let text = std::fs::read_to_string(place.at("content/b000.yaml")).expect("a briefing");
    place.write(&format!("{evil}/b.yaml"), "title: Only a title\nsections: []\n");
    place.write(&format!("{evil}/good.yaml"), &text);
    place.write(&format!("{evil}/##[error]/board.yaml"), "board: { name: B }\n");
    place.write(&format!("named/{evil}.yaml"), &text);
    for verb in
        ["build", "check", "status", "build --format plain", "check --format plain", "build --check-only"]
    {
        for folder in [evil, "named"] {
            let mut command = place.command(verb);
            command.arg(folder);
            if !verb.starts_with("check") {
                command.arg("--out").arg(evil);
            }
            let output = command.output().expect("it runs");
            let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), stderr(&output));
            assert!(!said.is_empty() && commands(&said).is_empty(), "{verb} {folder}: {:?}", commands(&said));
        }
    }
}

#[test]
fn a_name_does_not_climb_out_of_the_folder_for_files() {
    let place = Place::with(1);
    let text = std::fs::read_to_string(place.at("content/b000.yaml")).expect("a briefing");
    place.write("...yaml", &text);
    let output = place.run("build ...yaml --out deep/er");
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("Rename it"), "{}", stderr(&output));
    assert!(place.pdfs("").is_empty());
}

#[test]
fn folders_below_keep_their_place() {
    let place = Place::with(1);
    let text = std::fs::read_to_string(place.at("content/b000.yaml")).expect("a briefing");
    place.write("content/adults/neglect.YAML", &text);
    place.write("content/boards/east.yaml", "board: { name: East }\n");
    let output = place.run("build --only card --quiet");
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stderr(&output).contains("note: content/boards holds no briefing"), "{}", stderr(&output));
    let made: Vec<String> = place.pdfs("out").into_keys().collect();
    assert_eq!(made, ["adults/neglect/card.pdf", "b000/card.pdf"]);
    let output = place.run("build --boards content/boards --only card --quiet --prune");
    assert!(!stderr(&output).contains("note: content"), "{}", stderr(&output));
    assert_eq!(place.pdfs("out").len(), 4);
}

/// Links that lead round would else give every briefing a thousand times, and two of them never end.
#[cfg(unix)]
#[test]
fn a_folder_is_looked_at_once_however_many_links_lead_to_it() {
    use std::os::unix::fs::symlink;
    let place = Place::with(1);
    let text = std::fs::read_to_string(place.at("content/b000.yaml")).expect("a briefing");
    place.write("content/adults/neglect.yaml", &text);
    place.write("elsewhere/harm.yaml", &text);
    for (to, from) in [
        (".", "content/a"),
        ("..", "content/adults/b"),
        ("../..", "content/adults/c"),
        ("adults", "content/aa"),
        ("../elsewhere", "content/more"),
    ] {
        symlink(to, place.at(from)).expect("a link");
    }
    let output = place.run("build content --only card --quiet");
    assert!(output.status.success(), "{}", stderr(&output));
    let made: Vec<String> = place.pdfs("out").into_keys().collect();
    assert_eq!(made, ["adults/neglect/card.pdf", "b000/card.pdf", "more/harm/card.pdf"]);
    assert!(stderr(&output).contains("note: content/aa was not looked at"), "{}", stderr(&output));
}
