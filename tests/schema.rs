//! Schemas: those beside the content are what the program writes, and every key in them is really read.

use std::path::Path;
use std::process::Command;

use briefpress::diag::Diagnostic;
use briefpress::read;
use briefpress::read::format::{BOARD_FILE, BRIEFING, Key, Keys, LAYOUT, Mapping, PROJECT, SHEET, Value};
use briefpress::source::Sources;
use serde_json::{Value as Json, json};

const FILES: [(&str, &str); 5] = [
    ("briefing", "content/briefing.schema.json"),
    ("board", "content/board.schema.json"),
    ("layout", "layouts/layout.schema.json"),
    ("sheet", "layouts/sheets/sheet.schema.json"),
    ("project", "content/project.schema.json"),
];

/// `BLESS=1` writes them anew.
#[test]
fn the_schemas_beside_the_content_are_current() {
    for (kind, path) in FILES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let program = Command::new(env!("CARGO_BIN_EXE_briefpress")).args(["schema", kind]).output();
        let written = String::from_utf8(program.expect("the program runs").stdout).expect("JSON is text");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &written).expect("the schema can be written");
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(found == written, "{}: type  briefpress schema {kind} > {0}", path.display());
    }
}

/// Reads a file of some kind.
type Judge = fn(&str) -> Vec<Diagnostic>;

/// A key under trial: its mapping and its name.
type Trial = Option<(&'static str, &'static str)>;

/// A key that is declared and never looked at would be passed over in silence. So each gets a value of the
/// wrong kind, and somebody must notice.
#[test]
fn every_declared_key_is_read() {
    let kinds: [(&'static Mapping, Judge); 5] = [
        (&BRIEFING, briefing),
        (&BOARD_FILE, board_file),
        (&LAYOUT, layout),
        (&SHEET, sheet),
        (&PROJECT, project),
    ];
    for (root, read) in kinds {
        let mut keys = Vec::new();
        keys_of(root, &mut keys);
        assert!(keys.len() > 3, "only {} keys", keys.len());
        for (what, key, inner) in keys {
            let text = object(root, Some((what, key))).to_string();
            let messages = read(&text);
            let named = |message: &Diagnostic| {
                let begins = !inner.is_empty() && message.message.starts_with(inner);
                begins || message.message.contains(&format!("`{key}`"))
            };
            assert!(messages.iter().any(named), "`{key}` of {what}: {messages:#?}\n{text}");
        }
    }
}

fn briefing(text: &str) -> Vec<Diagnostic> {
    read::briefing(&mut Sources::default(), "briefing.yaml", text.as_bytes(), None).1
}

fn board_file(text: &str) -> Vec<Diagnostic> {
    let base = include_bytes!("fixtures/explain/briefing.yaml");
    read::briefing(&mut Sources::default(), "briefing.yaml", base, Some(("board.yaml", text.as_bytes()))).1
}

fn layout(text: &str) -> Vec<Diagnostic> {
    read::layout(&mut Sources::default(), "layout.yaml", text.as_bytes()).1
}

fn sheet(text: &str) -> Vec<Diagnostic> {
    read::sheet(&mut Sources::default(), "sheet.yaml", text.as_bytes()).1
}

fn project(text: &str) -> Vec<Diagnostic> {
    read::project(&mut Sources::default(), "briefpress.yaml", text.as_bytes()).1
}

/// All keys in tables below a mapping, each once, with what stands below them.
fn keys_of(mapping: &'static Mapping, found: &mut Vec<(&'static str, &'static str, &'static str)>) {
    let inner = match &mapping.keys {
        Keys::Table(keys) => *keys,
        Keys::Colours(Value::Either(_, inner)) => return keys_of(inner, found),
        Keys::Colours(_) | Keys::Rules | Keys::Words | Keys::Chosen(_) => return,
    };
    for key in inner {
        if found.iter().any(|(what, name, _)| (*what, *name) == (mapping.what, key.name)) {
            continue;
        }
        let below = if let Value::Keys(inner) = key.value { inner.what } else { "" };
        found.push((mapping.what, key.name, below));
        match key.value {
            Value::Keys(inner)
            | Value::List(inner, ..)
            | Value::WordOrList(_, inner, ..)
            | Value::Named(inner) => keys_of(inner, found),
            Value::ListOf(inner, other) | Value::NamedLists(inner, other) => {
                keys_of(inner, found);
                keys_of(other, found);
            }
            _ => {}
        }
    }
}

/// What a frame takes, one of these at a time.
const CONTENTS: [&str; 9] =
    ["frames", "text", "sections", "contacts", "dial", "bar", "logo", "card_back", "thread"];

/// Whether the trial lies below this key, as far as a frame must choose what it takes.
fn wanted(mapping: &Mapping, key: &Key, trial: Trial) -> bool {
    let Some((what, name)) = trial else { return false };
    match mapping.what {
        "a frame" if CONTENTS.contains(&key.name) => {
            let inside = match what {
                "a line of text" => "text",
                "a flow of sections" => "sections",
                "a flow of contacts" => "contacts",
                "a dial" => "dial",
                "a bar" => "bar",
                "a thread" | "a column for notes" => "thread",
                _ => "",
            };
            key.name == inside || (what == "a frame" && key.name == name)
        }
        "a layout" if key.name == "page" => (what, name) == ("a layout", "page"),
        "a layout" if key.name == "forms" => what == "a form" || (what, name) == ("a layout", "forms"),
        "a layout" if key.name == "pages" => what != "a form" && (what, name) != ("a layout", "forms"),
        // A page has frames or several ways to set it.
        "a page" if key.name == "frames" => !is_arranged((what, name)),
        "a page" if key.name == "either" => is_arranged((what, name)),
        "`back`" => key.name == "title" || (what, key.name) == ("`back`", name),
        _ => true,
    }
}

/// Whether the trial is about ways to set a page.
fn is_arranged((what, name): (&str, &str)) -> bool {
    what == "an arrangement" || (what, name) == ("a page", "either")
}

fn object(mapping: &'static Mapping, trial: Trial) -> Json {
    match &mapping.keys {
        Keys::Table(keys) => {
            let keys = keys.iter().filter(|key| wanted(mapping, key, trial));
            let entry = |key: &Key| (key.name.to_owned(), value(mapping, key, trial));
            Json::Object(keys.map(entry).collect())
        }
        Keys::Colours(Value::Either(_, inner)) => json!({ "primary": object(inner, trial) }),
        Keys::Colours(_) => json!({ "primary": "#0f4c5c" }),
        Keys::Rules => json!({ "capitals": "off" }),
        Keys::Words => json!({ "issued": "Issued" }),
        Keys::Chosen(_) => json!({ "margin": "11mm" }),
    }
}

fn value(mapping: &Mapping, key: &Key, trial: Trial) -> Json {
    let holds_keys = matches!(
        key.value,
        Value::Keys(_)
            | Value::List(..)
            | Value::WordOrList(..)
            | Value::Named(_)
            | Value::ListOf(..)
            | Value::NamedLists(..)
    );
    if trial == Some((mapping.what, key.name)) {
        return if holds_keys { json!("words") } else { json!(["a", "list"]) };
    }
    match key.value {
        Value::Keys(inner) => object(inner, trial),
        Value::WordOrList(word, ..) if trial == Some(("a layout", "page")) => json!(word),
        Value::List(inner, least, _) | Value::WordOrList(_, inner, least, _) => {
            json!(vec![object(inner, trial); least.max(1)])
        }
        Value::ListOf(_, part) if trial.is_some_and(|(what, _)| what == part.what) => {
            json!([object(part, trial)])
        }
        Value::ListOf(inner, _) => json!([object(inner, trial)]),
        Value::NamedLists(inner, _) => json!({ "header": [object(inner, trial)] }),
        Value::Each(_) => json!([if mapping.what == "a thread" { "sections" } else { "gap 50%" }]),
        Value::Named(inner) => {
            let names = ["body", "heading", "contact-label", "contact-value"];
            Json::Object(names.iter().map(|name| ((*name).to_owned(), object(inner, trial))).collect())
        }
        _ => json!(key.example.trim_matches('"')),
    }
}
