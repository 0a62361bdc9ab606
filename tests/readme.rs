//! The README: every command in it is run, and every message in it is one that the program gives.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const README: &str = include_str!("../README.md");
const PROGRAM: &str = env!("CARGO_BIN_EXE_briefpress");

/// A folder as a reader has it after cloning: the content, and nothing made yet.
fn clone() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &folder.path().join("content"));
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("it can be listed") {
        let path: PathBuf = entry.expect("it can be listed").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}

fn run(folder: &Path, arguments: &str) -> Output {
    let words: Vec<&str> = arguments.split_whitespace().collect();
    Command::new(PROGRAM).args(words).current_dir(folder).output().expect("the program starts")
}

/// The commands that stand alone on an indented line.
fn commands() -> impl Iterator<Item = &'static str> {
    README.lines().filter_map(|line| {
        let line = line.strip_prefix("    ")?;
        line.strip_prefix("cargo run --release -- ").or_else(|| line.strip_prefix("briefpress "))
    })
}

#[test]
fn every_command_of_the_readme_works() {
    let folder = clone();
    let mut count = 0;
    for command in commands() {
        let output = run(folder.path(), command);
        let said = String::from_utf8_lossy(&output.stderr);
        // `status` answers with 1 where there is something to look at, and our invented boards have that.
        let good = if command.starts_with("status") { 0..=1 } else { 0..=0 };
        assert!(output.status.code().is_some_and(|code| good.contains(&code)), "{command}\n{said}");
        count += 1;
    }
    assert!(count >= 8, "only {count} commands were found");
    for file in ["out/sexting/poster.pdf", "out/sexting/card.print.pdf", "out/sexting/handout.3-up-notes.pdf"]
    {
        assert!(folder.path().join(file).is_file(), "{file} is not there");
    }
}

#[test]
fn the_message_of_the_readme_is_the_programs_own() {
    let folder = clone();
    let file = folder.path().join("content/sexting.yaml");
    let text = std::fs::read_to_string(&file).expect("the example is there");
    let wrong = text.replace("phone: 0808 800 5000", "phone: 808 800 5000");
    std::fs::write(&file, wrong).expect("it can be written");
    let output = run(folder.path(), "check content/sexting.yaml");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout);
    let start = README.find("error[contact-lost-zero]").expect("the README shows it");
    let shown = README[start..].split("\n```").next().expect("it has an end");
    assert!(said.contains(shown), "{shown}\nis not in\n{said}");
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in [
        "examples/outputs.png",
        "examples/ci",
        "benches/README.md",
        "benches/peers",
        "fonts/OFL.txt",
        "action.yml",
    ] {
        assert!(README.contains(path), "{path} is not named");
        assert!(root.join(path).exists(), "{path} is not there");
    }
}
