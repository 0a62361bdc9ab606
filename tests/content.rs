//! The content: the example against the text it was made from, and every file against another YAML reader.

use std::path::{Path, PathBuf};

use briefpress::model::Briefing;
use briefpress::read;
use briefpress::source::Sources;
use serde_yaml::Value;

const FIXTURE: &str = include_str!("fixtures/rscb-sexting-briefing.txt");

/// Lines of the fixture (counted from 1) that hold the body and the heading of each section, 1 to 7.
///
/// In the fixture every body stands before its heading, and the order is 2 1 7 3 6 5 4.
const LINES: [(std::ops::RangeInclusive<usize>, usize); 7] =
    [(3..=3, 4), (1..=1, 2), (16..=17, 18), (35..=36, 37), (33..=33, 34), (25..=30, 32), (10..=14, 15)];
/// Lines that name the board and the kind of paper.
const MASTHEAD: std::ops::RangeInclusive<usize> = 22..=24;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    paths
}

fn briefing(path: &Path, board: Option<&Path>) -> Briefing {
    let bytes = std::fs::read(path).expect("the briefing can be read");
    let board = board.map(|path| std::fs::read(path).expect("the board file can be read"));
    let mut sources = Sources::default();
    let board = board.as_deref().map(|bytes| ("board.yaml", bytes));
    let (briefing, messages) = read::briefing(&mut sources, &path.display().to_string(), &bytes, board);
    briefing.unwrap_or_else(|| panic!("{messages:#?}"))
}

/// The words of a text without what the scraper left in it.
fn words(text: &str) -> Vec<String> {
    text.replace("[image: ]", " ")
        .replace("[bookmark: _GoBack]", " ")
        .replace('·', " ")
        .split_whitespace()
        .filter(|word| *word != "=")
        .map(str::to_owned)
        .collect()
}

fn fixture_words(lines: std::ops::RangeInclusive<usize>) -> Vec<String> {
    let first = *lines.start();
    let text: Vec<&str> = FIXTURE.lines().skip(first - 1).take(lines.end() + 1 - first).collect();
    words(&text.join("\n"))
}

fn section_words(section: &briefpress::model::Section) -> Vec<String> {
    let mut text = String::new();
    for block in &section.body {
        block.for_each_inline(&mut |line| {
            text.extend(line.iter().map(|run| run.text.as_str()));
            text.push('\n');
        });
    }
    words(&text)
}

#[test]
fn the_example_has_every_word_of_its_source_in_order_and_no_other() {
    let briefing = briefing(&folder().join("sexting.yaml"), None);
    let mut used: Vec<usize> = MASTHEAD.collect();
    for (index, (section, (body, heading))) in briefing.sections.iter().zip(LINES).enumerate() {
        let number = format!("{}.", index + 1);
        let mut expected = fixture_words(heading..=heading);
        assert_eq!(expected.remove(0), number, "the heading in line {heading}");
        assert_eq!(words(&section.heading.value), expected, "heading {number}");
        assert_eq!(section_words(section), fixture_words(body.clone()), "body {number}");
        used.extend(body.chain([heading]));
    }
    let masthead =
        [&briefing.board.short_name.as_ref().expect("a short name").value, &briefing.board.name.value];
    let masthead = format!("{} {} – {}", masthead[0], masthead[1], briefing.labels.label);
    assert_eq!(words(&masthead), fixture_words(MASTHEAD));
    for (index, line) in FIXTURE.lines().enumerate().filter(|(_, line)| !words(line).is_empty()) {
        assert!(used.contains(&(index + 1)), "line {} is nowhere: {line}", index + 1);
    }
}

#[test]
fn every_briefing_reads_without_errors_under_every_board() {
    let boards = yaml_files(&folder().join("boards"));
    assert_eq!(boards.len(), 3);
    for path in yaml_files(&folder()) {
        for board in &boards {
            let local = briefing(&path, Some(board));
            let logo = local.board.logo.expect("every example board has a logo");
            assert!(board.with_file_name(&logo.file.value).is_file(), "{} is missing", logo.file.value);
            assert_eq!(local.title, briefing(&path, None).title);
        }
    }
}

/// What serde_yaml finds under a path of keys, as text; nothing where there is nothing.
fn oracle(value: &Value, path: &[&str]) -> String {
    match path.iter().fold(value, |value, key| &value[*key]) {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        Value::Bool(flag) => flag.to_string(),
        other => panic!("{path:?} is {other:?}; texts that look like numbers stand in quotes in our files"),
    }
}

/// The words of a body without the signs of Markdown, which our files use at the beginning of lines and as `**`.
fn plain_words(body: &str) -> Vec<String> {
    let line = |line: &str| {
        let line = line.trim();
        let rest = line.strip_prefix("- ").unwrap_or(line);
        rest.split_once(". ")
            .filter(|(n, _)| n.parse::<u32>().is_ok())
            .map_or(rest, |(_, rest)| rest)
            .to_owned()
    };
    words(&body.lines().map(line).collect::<Vec<_>>().join("\n").replace("**", ""))
}

#[test]
fn another_yaml_reader_finds_the_same_in_every_file() {
    for path in yaml_files(&folder()) {
        let text = std::fs::read_to_string(&path).expect("the briefing can be read");
        let yaml: Value = serde_yaml::from_str(&text).expect("serde_yaml reads it");
        let briefing = briefing(&path, None);
        assert_eq!(briefing.title.value, oracle(&yaml, &["title"]));
        assert_eq!(briefing.board.name.value, oracle(&yaml, &["board", "name"]));
        assert_eq!(briefing.card_front.title.value, oracle(&yaml, &["card", "front", "title"]));
        let sections = yaml["sections"].as_sequence().expect("a list of sections");
        assert_eq!(sections.len(), briefing.sections.len());
        for (ours, theirs) in briefing.sections.iter().zip(sections) {
            assert_eq!(ours.heading.value, oracle(theirs, &["heading"]));
            assert_eq!(section_words(ours), plain_words(&oracle(theirs, &["body"])));
        }
        let contacts = yaml["contacts"].as_sequence().expect("a list of contacts");
        assert_eq!(contacts.len(), briefing.contacts.len());
        for (ours, theirs) in briefing.contacts.iter().zip(contacts) {
            let fields = [
                ("name", Some(&ours.name)),
                ("purpose", ours.purpose.as_ref()),
                ("phone", ours.phone.as_ref()),
                ("email", ours.email.as_ref()),
                ("url", ours.url.as_ref()),
                ("hours", ours.hours.as_ref()),
            ];
            for (key, field) in fields {
                assert_eq!(field.map_or("", |field| field.value.as_str()), oracle(theirs, &[key]), "{key}");
            }
            assert_eq!(ours.emergency, oracle(theirs, &["emergency"]) == "true");
            assert_eq!(ours.qr, oracle(theirs, &["qr"]) == "true");
        }
    }
}
