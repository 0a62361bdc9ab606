//! The content: the example against the text it was made from, and under every board.

use std::path::{Path, PathBuf};

use briefpress::language::Word;
use briefpress::model::Briefing;
use briefpress::read;
use briefpress::source::Sources;

const FIXTURE: &str = include_str!("fixtures/rscb-sexting-briefing.txt");

/// Lines of the fixture (counted from 1) that hold the body and the heading of each section, 1 to 7.
///
/// In the fixture every body stands before its heading, and the order is 2 1 7 3 6 5 4.
const LINES: [(std::ops::RangeInclusive<usize>, usize); 7] =
    [(3..=3, 4), (1..=1, 2), (16..=17, 18), (35..=36, 37), (33..=33, 34), (25..=30, 32), (10..=14, 15)];
/// Lines that name the board and the kind of paper.
const MASTHEAD: std::ops::RangeInclusive<usize> = 22..=24;

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

pub fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    paths
}

pub fn briefing(path: &Path, board: Option<&Path>) -> Briefing {
    let bytes = std::fs::read(path).expect("the briefing can be read");
    let board = board.map(|path| std::fs::read(path).expect("the board file can be read"));
    let mut sources = Sources::default();
    let board = board.as_deref().map(|bytes| ("board.yaml", bytes));
    let (briefing, messages) = read::briefing(&mut sources, &path.display().to_string(), &bytes, board);
    briefing.unwrap_or_else(|| panic!("{messages:#?}"))
}

/// The words of a text without what the scraper left in it.
pub fn words(text: &str) -> Vec<String> {
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

pub fn section_words(section: &briefpress::model::Section) -> Vec<String> {
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
    let masthead = format!("{} {} – {}", masthead[0], masthead[1], briefing.labels.get(Word::Label));
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
