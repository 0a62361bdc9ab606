//! The README and the guide: every command in them is run, every message is one that the program gives, every link leads
//! somewhere, and the pages that the program writes are what it would write now.

#[path = "../examples/library.rs"]
mod library;
mod reference;

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
fn commands(page: &str) -> impl Iterator<Item = &str> {
    page.lines().filter_map(|line| {
        let line = line.strip_prefix("    ")?.trim_start();
        line.strip_prefix("cargo run --release -- ").or_else(|| line.strip_prefix("briefpress "))
    })
}

/// Runs every command of a page, one after the other as a reader would; gives how many there were.
fn follow(page: &str, folder: &Path) -> usize {
    let mut count = 0;
    for command in commands(page) {
        let output = run(folder, command);
        let said = String::from_utf8_lossy(&output.stderr);
        // `status` answers with 1 where there is something to look at, and our invented boards have that; so does `fix`.
        let answers = ["status", "fix"].iter().any(|verb| command.starts_with(verb));
        let good = if answers { 0..=1 } else { 0..=0 };
        assert!(output.status.code().is_some_and(|code| good.contains(&code)), "{command}\n{said}");
        count += 1;
    }
    count
}

#[test]
fn every_command_of_the_readme_works() {
    let folder = clone();
    let count = follow(README, folder.path());
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

/// The pages of the guide that are written by hand, and those that the program writes.
fn guide() -> (Vec<PathBuf>, Vec<PathBuf>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let entries = std::fs::read_dir(folder).expect("the guide is there");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let pages = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages.partition(|path| !reference::PAGES.iter().any(|(name, _)| path.ends_with(name)))
}

#[test]
fn every_command_of_the_guide_works() {
    let mut count = 0;
    for path in guide().0 {
        // A reader may begin with any page.
        count += follow(&std::fs::read_to_string(path).expect("a page can be read"), clone().path());
    }
    assert!(count >= 20, "only {count} commands were found");
}

#[test]
fn every_link_of_the_guide_leads_to_a_file_that_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (by_hand, made) = guide();
    let others = ["README.md", "CONTRIBUTING.md", "SECURITY.md"].map(|name| root.join(name));
    let mut count = 0;
    for path in by_hand.into_iter().chain(made).chain(others) {
        let text = std::fs::read_to_string(&path).expect("a page can be read");
        // What stands between fences is an example.
        let prose: String = text.split("```").step_by(2).collect();
        for rest in prose.split("](").skip(1) {
            let target = rest.split(')').next().unwrap_or_default();
            let file = target.split('#').next().unwrap_or_default();
            if target.contains("://") || file.is_empty() {
                continue;
            }
            count += 1;
            let beside = path.parent().expect("a page lies in a folder").join(file);
            assert!(beside.exists(), "{}: {target} is not there", path.display());
        }
    }
    assert!(count > 15, "only {count} links were found");
}

/// `BLESS=1` writes them anew.
#[test]
fn the_pages_that_the_program_writes_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for (name, page) in reference::PAGES {
        let (path, written) = (folder.join(name), page());
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &written).expect("a page can be written");
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(found == written, "{} is not what the program declares; type  scripts/bless", path.display());
    }
}

#[test]
fn the_example_of_the_library_makes_a_poster() {
    library::main();
}

/// What stands in backticks and looks like a path of this repository.
#[test]
fn every_path_that_contributors_are_told_of_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("CONTRIBUTING.md")).expect("it is there");
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.filter(|word| word.contains('/') && !word.contains(' ') && !word.contains('\n'));
    let paths: Vec<&str> = paths.collect();
    assert!(paths.len() > 20, "only {} paths were found", paths.len());
    for path in paths {
        assert!(root.join(path).exists(), "CONTRIBUTING.md: {path} is not there");
    }
}

#[test]
fn a_published_crate_has_what_a_build_needs_and_nothing_of_the_tests() {
    let listed = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let listed = String::from_utf8(listed.stdout).expect("names are text");
    for needed in
        ["src/lib.rs", "build/layouts.rs", "layouts/dial/poster.yaml", "languages/cy.yaml", "fonts/OFL.txt"]
    {
        assert!(listed.lines().any(|line| line == needed), "{needed} is missing");
    }
    for line in listed.lines() {
        let room = line.split('/').next().unwrap_or_default();
        let kept_out = ["tests", "benches", "fuzz", "scripts", "docs", ".github", ".ci"].contains(&room);
        assert!(!kept_out, "{line} is of no use to those who build the program");
    }
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
