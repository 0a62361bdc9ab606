//! Explanations: what a page calls wrong gives its code, and what it calls right does not.

use std::path::Path;

use briefpress::diag::{Code, Diagnostic};
use briefpress::explain::{Example, Part, examples};
use briefpress::model::Date;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Worker, Workshop, run};

/// A briefing and a layout of which nothing is to be said; examples replace keys of them.
const BRIEFING: &str = include_str!("fixtures/explain/briefing.yaml");
const LAYOUT: &str = include_str!("fixtures/explain/layout.yaml");

/// The day on which examples are tried.
const TODAY: Option<Date> = Date::new(2026, 11, 23);

/// Codes about files and machines, or about more words than a page of `explain` should hold.
const IN_WORDS: &[Code] = &[
    Code::FileUnreadable,
    Code::FileUnwritable,
    Code::ProgramFault,
    Code::FileTooLarge,
    Code::NotUtf8,
    Code::PictureBroken,
    Code::PictureResolution,
    Code::LogoContrast,
    Code::FontInvalid,
    Code::ReadAloud,
    Code::NotOnCard,
    Code::EditionsDiffer,
];

/// A sound logo under any name.
struct Logo;

impl Files for Logo {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        Ok(include_bytes!("../content/boards/ashford-vale.png").to_vec())
    }
}

#[test]
fn every_wrong_example_gives_its_code_and_no_right_one_does() {
    assert_eq!(messages(BRIEFING, None), [], "nothing is to be said of the briefing itself");
    assert_eq!(messages(BRIEFING, Some(LAYOUT)), [], "nor of the layout");
    for code in Code::ALL {
        for example in examples(*code) {
            let Some(messages) = judged(*code, &example) else {
                assert!(IN_WORDS.contains(code), "the example of {code} is not tried");
                continue;
            };
            let given = messages.iter().any(|message| message.code == *code);
            assert_eq!(given, !example.right, "{code}: {}{messages:#?}", example.text);
        }
    }
}

#[test]
fn no_page_is_left_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/explain");
    for entry in std::fs::read_dir(folder).expect("the pages are there") {
        let name = entry.expect("they can be listed").file_name().into_string().expect("a name");
        let code = name.strip_suffix(".txt").expect("pages end in .txt");
        assert!(Code::ALL.iter().any(|known| known.as_str() == code), "{name} explains nothing");
    }
}

fn judged(code: Code, example: &Example) -> Option<Vec<Diagnostic>> {
    let whole = code != Code::SectionCount;
    match example.part {
        Part::Words if code == Code::FileEmpty => Some(messages(&example.text, None)),
        Part::Words => None,
        Part::Briefing => Some(messages(&with(BRIEFING, &example.text, whole), None)),
        Part::Layout => Some(messages(BRIEFING, Some(&with(LAYOUT, &example.text, false)))),
    }
}

fn messages(briefing: &str, layout: Option<&str>) -> Vec<Diagnostic> {
    let workshop = match layout {
        None => Workshop::embedded(),
        Some(text) => {
            let layouts = vec![("layout.yaml".to_owned(), text.to_owned())];
            match Workshop::new(Vec::new(), layouts) {
                Ok(workshop) => workshop,
                Err((_, messages)) => return messages,
            }
        }
    };
    let inputs =
        Inputs { briefing: ("briefing.yaml", briefing.as_bytes()), board: None, files: &Logo, beside: &[] };
    // Two are enough: what the rules say of the poster they say of the handout.
    let documents = vec![DocumentKind::Handout, DocumentKind::Card];
    let options = Options { documents, today: TODAY, ..Options::default() };
    run(&workshop, &mut Worker::new(&workshop), &inputs, &options).diagnostics
}

/// The base with the keys of an example in place of its own; sections that the example leaves out stay.
fn with(base: &str, example: &str, keep_sections: bool) -> String {
    let (own, mut new) = (blocks(base), blocks(example));
    for (key, block) in &mut new {
        if let Some((_, old)) = own.iter().find(|(old, _)| keep_sections && key == "sections" && old == key) {
            let given = items(block).len();
            block.extend(items(old).into_iter().skip(given));
        }
    }
    let kept = own.into_iter().filter(|(key, _)| new.iter().all(|(other, _)| other != key));
    new.iter().cloned().chain(kept).map(|(_, block)| block).collect()
}

/// Top-level keys, each with all its lines.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.split_once(':') {
            Some((key, _)) if !line.starts_with(' ') => blocks.push((key.to_owned(), line.to_owned())),
            _ => blocks.last_mut().expect("a key comes first").1.push_str(line),
        }
    }
    blocks
}

/// The entries of a list that stands two spaces in.
fn items(block: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in block.split_inclusive('\n').skip(1) {
        match items.last_mut() {
            Some(open) if !line.starts_with("  - ") => open.push_str(line),
            _ => items.push(line.to_owned()),
        }
    }
    items
}
