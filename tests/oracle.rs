//! The oracle: every file of ours as serde_yaml reads it, key by key against the model; board files laid over.

use std::path::{Path, PathBuf};

use briefpress::language::Word;
use briefpress::model::{Block, Briefing, Contact, Spanned};
use serde_yaml::Value;

use crate::content::{briefing, folder, section_words, words, yaml_files};

/// What serde_yaml finds under a path of keys, as text; nothing where there is nothing.
fn oracle(value: &Value, path: &[&str]) -> String {
    match path.iter().fold(value, |value, key| &value[*key]) {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        other => panic!("{path:?} is {other:?}"),
    }
}

/// The words of a body without the signs of Markdown that our files use: items, `**` and links.
fn plain_words(body: &str) -> Vec<String> {
    let line = |line: &str| {
        let line = line.trim();
        let rest = line.strip_prefix("- ").unwrap_or(line);
        rest.split_once(". ")
            .filter(|(number, _)| number.parse::<u32>().is_ok())
            .map_or(rest, |(_, rest)| rest)
            .to_owned()
    };
    let mut text = body.lines().map(line).collect::<Vec<_>>().join("\n").replace("**", "");
    while let Some((before, (words, rest))) =
        text.split_once('[').and_then(|(before, link)| Some((before, link.split_once("](")?)))
    {
        let (_, after) = rest.split_once(')').expect("a link is closed");
        text = format!("{before}{words}{after}");
    }
    words(&text)
}

fn written(field: Option<&Spanned<String>>) -> &str {
    field.map_or("", |field| field.value.as_str())
}

/// The first where it says something, else the second.
fn or(text: String, other: &str) -> String {
    if text.is_empty() { other.to_owned() } else { text }
}

fn compare(ours: &Briefing, yaml: &Value) {
    assert_eq!(ours.title.value, oracle(yaml, &["title"]));
    assert_eq!(ours.language.tag(), or(oracle(yaml, &["language"]), "en-GB"));
    assert_eq!(ours.labels.get(Word::Label), or(oracle(yaml, &["label"]), "Seven-minute briefing"));
    assert_eq!(ours.labels.get(Word::SectionLabel), or(oracle(yaml, &["section_label"]), "Minute"));
    assert_eq!(written(ours.version.as_ref()), oracle(yaml, &["version"]));
    assert_eq!(written(ours.web.as_ref()), oracle(yaml, &["web"]));
    for (key, date) in [("issued", &ours.issued), ("review_by", &ours.review_by)] {
        let date = date.as_ref().map(|date| date.value);
        let date = date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
        assert_eq!(date.unwrap_or_default(), oracle(yaml, &[key]), "{key}");
    }
    assert_eq!(ours.board.name.value, oracle(yaml, &["board", "name"]));
    assert_eq!(written(ours.board.short_name.as_ref()), oracle(yaml, &["board", "short_name"]));
    let logo = ours.board.logo.as_ref();
    assert_eq!(written(logo.map(|logo| &logo.file)), oracle(yaml, &["board", "logo", "file"]));
    assert_eq!(written(logo.map(|logo| &logo.alt)), oracle(yaml, &["board", "logo", "alt"]));
    compare_sections(ours, yaml);
    compare_contacts(&ours.contacts, yaml["contacts"].as_sequence().expect("a list of contacts"));
    compare_theme(ours, yaml);
}

fn compare_sections(ours: &Briefing, yaml: &Value) {
    let sections = yaml["sections"].as_sequence().expect("a list of sections");
    assert_eq!(sections.len(), ours.sections.len());
    for (ours, theirs) in ours.sections.iter().zip(sections) {
        assert_eq!(ours.heading.value, oracle(theirs, &["heading"]));
        assert_eq!(section_words(ours), plain_words(&oracle(theirs, &["body"])));
    }
    let card = &yaml["card"];
    assert_eq!(ours.card_front.title.value, or(oracle(card, &["front", "title"]), &ours.title.value));
    let number: usize = or(oracle(card, &["back", "section"]), "6").parse().expect("a number");
    let section = &ours.sections[number - 1];
    assert_eq!(ours.card_back.title.value, or(oracle(card, &["back", "title"]), &section.heading.value));
    let own = plain_words(&oracle(card, &["back", "body"]));
    let back: Vec<String> = ours.card_back.body.iter().flat_map(block_words).collect();
    if own.is_empty() {
        let lists = section.body.iter().filter(|block| matches!(block, Block::List { .. }));
        let items: Vec<String> = lists.flat_map(block_words).collect();
        assert_eq!(back, if items.is_empty() { section_words(section) } else { items });
    } else {
        assert_eq!(back, own);
    }
}

fn block_words(block: &Block) -> Vec<String> {
    let mut text = String::new();
    block.for_each_inline(&mut |line| {
        text.extend(line.iter().map(|run| run.text.as_str()));
        text.push('\n');
    });
    words(&text)
}

fn compare_contacts(ours: &[Contact], theirs: &[Value]) {
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        let fields = [
            ("name", Some(&ours.name)),
            ("purpose", ours.purpose.as_ref()),
            ("phone", ours.phone.as_ref()),
            ("email", ours.email.as_ref()),
            ("url", ours.url.as_ref()),
            ("hours", ours.hours.as_ref()),
        ];
        for (key, field) in fields {
            assert_eq!(written(field), oracle(theirs, &[key]), "{key}");
        }
        assert_eq!(ours.emergency, oracle(theirs, &["emergency"]) == "true");
        assert_eq!(ours.qr, oracle(theirs, &["qr"]) == "true");
        let verified = ours.verified.as_ref().map(|date| date.value);
        let verified = verified.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
        assert_eq!(verified.unwrap_or_default(), oracle(theirs, &["verified"]));
    }
}

fn compare_theme(ours: &Briefing, yaml: &Value) {
    let given = ours.theme_overrides.iter().map(|own| {
        let screen = own.screen.expect("our files give screen colours");
        (own.swatch.as_str().to_owned(), screen.to_string().to_lowercase())
    });
    let mut given: Vec<_> = given.collect();
    let theirs = yaml["theme"].as_mapping().cloned().unwrap_or_default();
    let mut theirs: Vec<_> =
        theirs.iter().map(|(key, value)| (oracle(key, &[]), oracle(value, &[]).to_lowercase())).collect();
    given.sort();
    theirs.sort();
    assert_eq!(given, theirs);
}

/// Lays a board's file over a briefing: contacts by name, colours one by one, all else whole.
fn overlay(yaml: &mut Value, board: &Value) {
    for (key, local) in board.as_mapping().expect("keys with values") {
        match key.as_str() {
            Some("contacts") => {
                let contacts = yaml["contacts"].as_sequence_mut().expect("a list of contacts");
                local.as_sequence().into_iter().flatten().for_each(|contact| merge(contacts, contact));
            }
            Some("theme") if !yaml["theme"].is_null() => put_all(&mut yaml["theme"], local),
            _ => yaml[key] = local.clone(),
        }
    }
}

fn merge(contacts: &mut Vec<Value>, contact: &Value) {
    match contacts.iter_mut().find(|old| old["name"] == contact["name"]) {
        Some(old) => put_all(old, contact),
        None => contacts.push(contact.clone()),
    }
}

fn put_all(old: &mut Value, new: &Value) {
    for (key, value) in new.as_mapping().expect("keys with values") {
        old[key] = value.clone();
    }
}

fn parsed(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("the file can be read");
    serde_yaml::from_str(&text).expect("serde_yaml reads it")
}

/// The content that comes with the program, and the fixtures that show more of the format.
fn briefings() -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files = yaml_files(&folder());
    files.extend(yaml_files(&fixtures));
    assert!(files.len() >= 3, "{files:?}");
    files
}

#[test]
fn another_yaml_reader_finds_the_same_in_every_file() {
    for path in briefings() {
        compare(&briefing(&path, None), &parsed(&path));
    }
}

#[test]
fn another_yaml_reader_finds_the_same_under_every_board() {
    for path in briefings() {
        for board in yaml_files(&folder().join("boards")) {
            let mut yaml = parsed(&path);
            overlay(&mut yaml, &parsed(&board));
            compare(&briefing(&path, Some(&board)), &yaml);
        }
    }
}

/// The comparison sees a change of any one key, or the tests above prove nothing.
#[test]
fn a_key_that_differs_is_seen() {
    let path = briefings().into_iter().find(|path| path.ends_with("features.yaml")).expect("it is there");
    let (ours, good) = (briefing(&path, None), parsed(&path));
    let seen = |change: &dyn Fn(&mut Value)| {
        let mut yaml = good.clone();
        change(&mut yaml);
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| compare(&ours, &yaml))).is_err()
    };
    for key in ["title", "language", "label", "section_label", "version", "issued", "review_by", "web"] {
        assert!(seen(&|yaml| yaml[key] = "x".into()), "{key}");
    }
    for key in ["name", "purpose", "phone", "email", "url", "hours", "verified"] {
        assert!(seen(&|yaml| yaml["contacts"][1][key] = "x".into()), "{key}");
    }
    assert!(seen(&|yaml| yaml["sections"][2]["body"] = "x".into()));
    assert!(seen(&|yaml| yaml["card"]["back"]["body"] = "x".into()));
    assert!(seen(&|yaml| yaml["theme"]["primary"] = "#000000".into()));
    assert!(!seen(&|_| ()));
}
