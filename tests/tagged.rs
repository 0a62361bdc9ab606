//! Tagged PDFs: what a screen reader says of our files, of strangers', and of damaged ones.

pub mod hostile;
mod strangers;

use std::path::Path;

use briefpress::diag::any_error;
use briefpress::geom::Pt;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Outcome, Product, Worker, Workshop, run};
use briefpress::tagged::{Trouble, read, say};
use briefpress::target::{Exchange, Press, Target};

const BRIEFINGS: [(&str, &str); 2] = [
    ("sexting", include_str!("../content/sexting.yaml")),
    ("private-fostering", include_str!("fixtures/private-fostering.yaml")),
];

/// No file lies beside the briefing.
struct Nothing;

impl Files for Nothing {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        Err(format!("there is no {path}"))
    }
}

/// The files of a briefing, for one target.
pub fn made(text: &str, target: Target) -> Vec<Product> {
    let outcome = outcome(text, target);
    assert!(!any_error(&outcome.diagnostics), "{:#?}", outcome.diagnostics);
    outcome.products
}

/// What comes of a briefing, mistakes or files.
pub fn outcome(text: &str, target: Target) -> Outcome {
    let workshop = Workshop::embedded();
    let mut worker = Worker::new(&workshop);
    let inputs =
        Inputs { briefing: ("briefing.yaml", text.as_bytes()), board: None, files: &Nothing, beside: &[] };
    let documents = DocumentKind::ALL.to_vec();
    let options = Options { documents, targets: vec![target], ..Options::default() };
    run(&workshop, &mut worker, &inputs, &options)
}

/// What a reader says of a file.
fn heard(pdf: &[u8]) -> String {
    let tagged = read(pdf).unwrap_or_else(|trouble| panic!("{}", trouble.why()));
    assert!(tagged.unread.is_empty(), "never read: {:?}", tagged.unread);
    say(&tagged)
}

#[test]
fn a_screen_reader_says_what_it_said() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ref");
    let mut wrong = Vec::new();
    for (name, text) in BRIEFINGS {
        for (product, document) in made(text, Target::Screen).iter().zip(["poster", "handout", "card"]) {
            let (path, found) = (folder.join(format!("{name}-{document}.heard.txt")), heard(&product.bytes));
            if std::fs::read_to_string(&path).unwrap_or_default() == found {
                continue;
            }
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&path, found).expect("the golden can be written");
            } else {
                wrong.push(format!("{}\n{found}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nBLESS=1 rewrites what is expected", wrong.join("\n"));
}

/// The two standards differ in how tags are written, not in what they say.
#[test]
fn both_standards_say_the_same() {
    for (name, text) in BRIEFINGS {
        let (one, two) = (made(text, Target::Screen), made(text, Target::ScreenUa2));
        for (one, two) in one.iter().zip(&two) {
            assert_eq!(heard(&one.bytes), heard(&two.bytes), "{name}");
        }
    }
}

#[test]
fn other_languages_and_what_letters_are_short_for_are_told() {
    let text = BRIEFINGS[0].1.replacen(
        "body: |\n",
        "body: |\n      Say [bore da]{lang=cy} to the **Multi-Agency Safeguarding Hub** (MASH). The MASH helps.\n\n",
        1,
    );
    assert_ne!(text, BRIEFINGS[0].1);
    let said = heard(&made(&text, Target::Screen)[0].bytes);
    for expected in [
        "Say [in cy] bore da [in en-GB] to",
        "[strong] Multi-Agency Safeguarding Hub [end of strong]",
        "MASH [short for",
    ] {
        assert!(said.contains(expected), "«{expected}» is not in\n{said}");
    }
}

#[test]
fn a_press_file_has_no_tags_and_says_so() {
    let press =
        made(BRIEFINGS[0].1, Target::Print(Press { exchange: Exchange::X4, bleed: Pt::ZERO, marks: false }));
    assert_eq!(read(&press[0].bytes), Err(Trouble::Untagged));
    assert_eq!(read(b"PK\x03\x04"), Err(Trouble::NotPdf));
    assert!(matches!(read(b"%PDF-1.7\nnothing"), Err(Trouble::Damaged(_))));
}
