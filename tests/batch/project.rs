//! The project file: what it says is done where nobody types it, and nowhere else.

use super::place::Place;

fn place(project: &str) -> Place {
    let place = Place::with(1);
    place.write("boards/north.yaml", "board:\n  name: North Safeguarding Children Board\n");
    place.write("briefpress.yaml", project);
    place
}

#[test]
fn what_a_project_says_holds_for_every_verb_that_asks() {
    let place = place("required-version: \"0.1\"\nboards: boards\nout: dist\n");
    place.done("build --quiet");
    assert!(place.at("dist/north/b000/poster.pdf").is_file(), "the board and the folder of the project");
    assert!(!place.at("out").exists());
    assert!(!String::from_utf8_lossy(&place.run("status").stdout).contains("never built"));
    // From the folder of briefings, and by the name of one.
    let mut inside = place.command("build b000.yaml --only card --force --quiet");
    let output = inside.current_dir(place.at("content")).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(place.at("dist/north/b000/card.pdf").is_file() && !place.at("content/out").exists());
}

#[test]
fn what_is_typed_comes_before_the_project() {
    let place = place("boards: nowhere\nout: dist\n");
    place.done("build --boards boards --out typed --only card --quiet");
    assert!(place.at("typed/north/b000/card.pdf").is_file() && !place.at("dist").exists());
}

#[test]
fn a_project_with_a_mistake_or_for_another_program_stops_everything() {
    for (project, said) in [
        ("required-version: \"9.9\"\n", "this project wants briefpress 9.9"),
        ("out: ../elsewhere\n", "`out` leads out of the folder of this file"),
        ("out: /tmp/elsewhere\n", "`out` leads out of the folder of this file"),
        ("outt: dist\n", "unknown-key"),
        ("look: dial\n", "unknown-key"),
    ] {
        let place = place(project);
        for verb in ["build", "check", "status", "fix"] {
            let output = place.run(verb);
            let text = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{verb}: {text}");
            assert!(text.contains(said) && text.contains("briefpress.yaml:1:"), "{verb}: {text}");
        }
        assert!(!place.at("out").exists() && !place.at("dist").exists());
    }
}

/// It may ask for another program or for boards, and a run without either would pass for one with them.
#[cfg(unix)]
#[test]
fn a_project_that_cannot_be_read_is_not_passed_over() {
    let place = Place::with(1);
    for target in ["/dev/zero", "nowhere"] {
        std::os::unix::fs::symlink(target, place.at("briefpress.yaml")).expect("a link");
        for verb in ["build", "check", "status", "fix"] {
            let output = place.run(verb);
            let text = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{verb}: {text}");
            assert!(text.contains("briefpress.yaml") && text.contains("file-unreadable"), "{verb}: {text}");
        }
        std::fs::remove_file(place.at("briefpress.yaml")).expect("it was there");
    }
    let output = place.run("build --boards nowhere");
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(
        text.contains("--boards takes the file of a board") && !text.contains("briefpress new"),
        "{text}"
    );
}

#[test]
fn a_project_file_among_briefings_is_no_briefing() {
    let place = Place::with(1);
    place.write("content/briefpress.yaml", "out: made\n");
    place.done("build --only card --quiet");
    assert!(place.at("content/made/b000/card.pdf").is_file());
}
