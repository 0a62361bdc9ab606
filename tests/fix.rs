//! Fixing: what can be put right is, nothing else is touched, and every word is the same before and after.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use briefpress::date::Date;
use briefpress::diag::Code;
use briefpress::fix::{Fixed, Reason, fix};
use briefpress::model::{Block, Briefing};
use briefpress::pipeline::{Files, Inputs, Options, Worker, Workshop};
use briefpress::read;
use briefpress::source::Sources;

use crate::cli::Desk;
use crate::dice::Dice;
use crate::{slips, suite};

const GOOD: &str = include_str!("../content/sexting.yaml");

/// A folder without pictures.
struct Nothing;

impl Files for Nothing {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        Err("there is no file of that name".to_owned())
    }
}

/// The briefing and the board's file with their cures, and how many messages are left.
fn fixed(briefing: &[u8], board: Option<&[u8]>) -> (Vec<Fixed>, usize) {
    static WORKSHOP: LazyLock<Workshop> = LazyLock::new(Workshop::embedded);
    let workshop = &*WORKSHOP;
    let board = board.map(|bytes| ("board.yaml", bytes));
    let inputs = Inputs { briefing: ("briefing.yaml", briefing), board, files: &Nothing, beside: &[] };
    let options = Options { today: Date::new(2026, 11, 23), ..Options::default() };
    let (files, left) = fix(workshop, &mut Worker::new(workshop), &inputs, &options);
    (files, left.len())
}

fn text(files: &[Fixed]) -> String {
    String::from_utf8(files[0].bytes.clone()).expect("a fix leaves text")
}

fn model(text: &[u8]) -> Option<Briefing> {
    read::briefing(&mut Sources::default(), "briefing.yaml", text, None).0
}

/// The letters and digits of a briefing: of each heading and body in the order of reading, of each contact sorted, for
/// what stood behind a number may have been given a line of its own.
fn letters(briefing: &Briefing) -> Vec<String> {
    let of = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let mut all = vec![of(&briefing.title.value), of(&briefing.board.name.value)];
    for section in &briefing.sections {
        let mut words = of(&section.heading.value);
        let add = |words: &mut String, block: &Block| {
            block.for_each_inline(&mut |line| line.iter().for_each(|run| words.push_str(&of(&run.text))));
        };
        section.body.iter().for_each(|block| add(&mut words, block));
        all.push(words);
    }
    for contact in &briefing.contacts {
        let name = std::iter::once(of(&contact.name.value));
        let rest = [&contact.purpose, &contact.phone, &contact.email, &contact.url, &contact.hours];
        let values = rest.into_iter().flatten().map(|line| of(&line.value));
        let mut letters: Vec<char> =
            name.chain(values).flat_map(|value| value.chars().collect::<Vec<_>>()).collect();
        letters.sort_unstable();
        all.push(letters.into_iter().collect());
    }
    all
}

#[test]
fn a_good_file_stays_as_it_is_byte_for_byte() {
    for text in [GOOD.to_owned(), GOOD.replace('\n', "\r\n"), format!("\u{feff}{GOOD}")] {
        let (files, _) = fixed(text.as_bytes(), None);
        assert_eq!(files[0].changes, []);
        assert!(files[0].bytes == text.as_bytes());
    }
}

#[test]
fn a_key_is_put_right_and_comments_order_and_line_ends_stay() {
    let wrong = GOOD.replacen("title: Sexting", "titel:   Sexting # a comment", 1);
    let wrong = wrong.replacen("- heading: Background", "- headign: Background", 1);
    let right = wrong.replacen("titel:", "title:", 1).replacen("headign:", "heading:", 1);
    for end in ["\n", "\r\n"] {
        let (files, left) = fixed(wrong.replace('\n', end).as_bytes(), None);
        assert_eq!(text(&files), right.replace('\n', end));
        let told: Vec<_> =
            files[0].changes.iter().map(|change| (change.line, change.reasons.len())).collect();
        assert_eq!(told, [(5, 1), (15, 1)]);
        assert!(left < 12, "{left}");
    }
}

#[test]
fn a_board_file_is_put_right_too() {
    let (files, _) = fixed(GOOD.as_bytes(), Some(b"baord:\n  name: East Board # ours\n"));
    assert_eq!((files[0].changes.len(), files[1].changes.len()), (0, 1));
    assert_eq!(files[1].bytes, b"board:\n  name: East Board # ours\n");
}

/// Whatever the suites hold: words stay, comments stay, and nothing is left to do for a second run.
#[test]
fn no_word_of_any_suite_file_changes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let (mut files, mut changed, mut compared) = (0, 0, 0);
    for area in ["read", "check", "slips"] {
        for entry in fs::read_dir(root.join(area)).expect("the suite is there") {
            let path = entry.expect("it can be listed").path();
            let text = fs::read_to_string(&path).expect("it can be read");
            let input = suite::split(&text).1;
            let bytes = match area {
                "slips" => slips::bytes(input.split(slips::BOARD_FILE).next().unwrap_or(input)),
                _ => suite::whole(input).as_bytes().to_vec(),
            };
            holds(&bytes, &path.display().to_string(), &mut changed, &mut compared);
            files += 1;
        }
    }
    assert!(
        files > 450 && changed >= 150 && compared >= 20,
        "{files} files, {changed} changed, {compared} compared"
    );
}

/// Good files with letters, marks and line ends put in and taken out by chance.
#[test]
fn no_damage_makes_a_fix_change_a_word() {
    let mut dice = Dice::new(11);
    let mut random = |below: usize| dice.roll(below);
    let pieces = [
        "\t", "\u{a0}", " # x", "•", "· ", "“", "”", "\u{ad}", ": ", "1. ", "**", "O", "  ", "\r\n", "- ",
        "\u{200b}", "&", "'",
    ];
    // Something is to be put right in every one that can be read.
    let base = GOOD.replace("0808 800 5000", "0808-800-5000");
    let (mut changed, mut compared) = (0, 0);
    for turn in 0..150 {
        let mut text: Vec<char> = base.chars().collect();
        for _ in 0..=random(3) {
            let at = random(text.len());
            match random(4) {
                0 => drop(text.remove(at)),
                1 => {
                    let other = random(text.len());
                    text.swap(at, other);
                }
                _ => drop(text.splice(at..at, pieces[random(pieces.len())].chars()).collect::<Vec<_>>()),
            }
        }
        let text: String = text.into_iter().collect();
        holds(text.as_bytes(), &format!("turn {turn}"), &mut changed, &mut compared);
    }
    assert!(changed > 60 && compared > 30, "{changed} changed, {compared} compared");
}

fn holds(before: &[u8], what: &str, changed: &mut usize, compared: &mut usize) {
    let (files, _) = fixed(before, None);
    let after = &files[0].bytes;
    if files[0].changes.is_empty() {
        assert!(after == before, "{what}: changed without a word about it");
        return;
    }
    *changed += 1;
    let again = fixed(after, None).0;
    assert_eq!(again[0].changes, [], "{what}: a second run finds more");
    let comments = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.lines().filter(|line| line.trim_start().starts_with("# ")).map(str::to_owned).collect::<Vec<_>>()
    };
    let left = comments(after);
    assert!(comments(before).iter().all(|comment| left.contains(comment)), "{what}: a comment is gone");
    if let Some(old) = model(before) {
        let new = model(after).unwrap_or_else(|| panic!("{what}: it was read before and is not now"));
        let (old, new) = (letters(&old), letters(&new));
        // What was left over where a text was copied from, and a number that the pages print by themselves, are no
        // words of the writer: they may go, and nothing may come or change.
        let marked_up = |reason: &Reason| matches!(reason.code, Code::LeftOver | Code::HeadingNumbered);
        if files[0].changes.iter().flat_map(|change| &change.reasons).any(marked_up) {
            assert!(
                old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| is_part_of(new, old)),
                "{what}: {old:?} {new:?}"
            );
        } else {
            assert_eq!(old, new, "{what}");
        }
        *compared += 1;
    }
}

/// Whether the letters of a text stand in another in the same order.
fn is_part_of(part: &str, whole: &str) -> bool {
    let mut letters = whole.chars();
    part.chars().all(|wanted| letters.any(|c| c == wanted))
}

#[test]
fn the_program_shows_before_and_after_and_writes_only_when_told() {
    let wrong = GOOD.replacen("title: Sexting", "titel: Sexting", 1);
    let desk = Desk::new(wrong.as_bytes());
    let run = desk.run(&["fix", "content/x.yaml"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let shown = "content/x.yaml:5: a briefing has no key `titel` [unknown-key]\n  before | titel: Sexting\n   after | title: Sexting\n";
    assert!(run.out.starts_with(shown), "{}", run.out);
    assert!(run.out.contains("type:  briefpress fix content/x.yaml --write\n"), "{}", run.out);
    assert_eq!(fs::read(desk.path("content/x.yaml")).expect("it is there"), wrong.as_bytes());
    let run = desk.run(&["fix", "content/x.yaml", "--write"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("put right: 1 place in 1 file; no word was changed\n"), "{}", run.out);
    assert_eq!(fs::read(desk.path("content/x.yaml")).expect("it is there"), GOOD.as_bytes());
    let run = desk.run(&["fix"]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("nothing to put right that does not need a person\n"), "{}", run.out);
    assert_eq!(desk.files(""), ["content/x.yaml"], "nothing else is written");
}

#[test]
fn every_form_of_message_carries_the_cure() {
    let desk = Desk::new(GOOD.replacen("title: Sexting", "titel: Sexting", 1).as_bytes());
    let run = |form: &str| desk.run(&["check", "--format", form, "--today", "2026-11-23"]).out;
    let json: serde_json::Value = serde_json::from_str(&run("json")).expect("it is JSON");
    let fix = serde_json::json!([{
        "file": "content/x.yaml", "line": 5, "column": 1, "end_line": 5, "end_column": 6, "text": "title",
    }]);
    assert_eq!(json[0]["fix"], fix, "errors come first");
    let sarif: serde_json::Value = serde_json::from_str(&run("sarif")).expect("it is JSON");
    let change = &sarif["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "content/x.yaml");
    let region = serde_json::json!({ "startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 6 });
    assert_eq!(change["replacements"][0]["deletedRegion"], region);
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "title");
    assert!(run("text").contains("type:  briefpress fix content/x.yaml\n"));
}

/// A slip that runs through a whole file is put right in every line of it.
#[test]
fn whole_files_are_put_right() {
    for name in
        ["smart-dash", "wide-colon", "line-numbers", "quoted-mail", "diff", "semicolons", "fence", "tabs-all"]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/suite/slips/whole-{name}.txt"));
        let text = fs::read_to_string(&path).expect("it is in the suite");
        let bytes = slips::bytes(suite::split(&text).1);
        let (files, left) = fixed(&bytes, None);
        assert_eq!(left, 0, "{name}: {}", String::from_utf8_lossy(&files[0].bytes));
        assert!(model(&files[0].bytes).is_some(), "{name}");
    }
}
