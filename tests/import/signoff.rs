//! Sign-off: takes briefings to Word and back, wants no change where nobody made one, and each that somebody made.

use briefpress::edit::briefing;
use briefpress::import::{Answers, Office, Paragraph, read};
use briefpress::model::Draft;
use briefpress::pipeline::{SignOff, sign_off, take_in, to_word};

use super::word::{package, parts};
use crate::cli::Desk;
use crate::dice::Dice;
use crate::edit::body::random_draft;

const SEXTING: &str = include_str!("../../content/sexting.yaml");
const FEATURES: &str = include_str!("../fixtures/features.yaml");

fn exported(yaml: &str) -> Vec<u8> {
    let (document, _, messages) = to_word("a.yaml", yaml.as_bytes());
    document.unwrap_or_else(|| panic!("{messages:?}\n{yaml}"))
}

/// The document after words in its text were changed, as a colleague does it.
fn edited(document: &[u8], changes: &[(&str, &str)]) -> Office {
    let mut parts = parts(document);
    let text = &mut parts.iter_mut().find(|(name, _)| name == "word/document.xml").expect("it has a text").1;
    for (old, new) in changes {
        assert!(text.contains(old), "{old} is not in {text}");
        *text = text.replacen(old, new, 1);
    }
    let named: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    read(&package(&named)).unwrap_or_else(|why| panic!("{why:?}"))
}

fn compared(yaml: &str, office: &Office) -> SignOff {
    sign_off("a.yaml", yaml.as_bytes(), office).unwrap_or_else(|why| panic!("{why:?}\n{yaml}"))
}

#[test]
fn a_document_that_nobody_changed_has_no_changes() {
    for yaml in [SEXTING, FEATURES] {
        let compared = compared(yaml, &edited(&exported(yaml), &[]));
        assert_eq!(compared.changes, [], "{yaml}");
    }
    for seed in 0..150 * crate::dice::times() {
        let draft: Draft = random_draft(&mut Dice::new(seed));
        let yaml = briefing(&draft);
        let compared = compared(&yaml, &edited(&exported(&yaml), &[]));
        assert_eq!(compared.changes, [], "seed {seed}:\n{yaml}");
    }
}

#[test]
fn bullets_that_a_colleague_types_become_items() {
    let typed = ["☐ Ask", "→ Tell", "① First", "- dash"]
        .map(|line| format!("{line}</w:t></w:r></w:p><w:p><w:r><w:t>"));
    let begins = "Sexting is the exchange";
    let compared = compared(SEXTING, &edited(&exported(SEXTING), &[(begins, &(typed.concat() + begins))]));
    let taken = compared.take("a.yaml", &[0]).unwrap_or_else(|why| panic!("{why:?}"));
    let expected = "- Ask\n      - Tell\n\n      1. First\n\n      \\- dash\n\n      Sexting is";
    assert!(taken.contains(expected), "{taken}");
}

#[test]
fn each_change_is_found_and_taking_it_changes_nothing_else() {
    let changes = [
        ("Why it matters", "Why this matters"),
        ("Who sent it", "Who sent it: and when"),
        ("0808 800 5000</w:t></w:r></w:p></w:tc>", "0808 800 5001</w:t></w:r></w:p></w:tc>"),
    ];
    let compared = compared(SEXTING, &edited(&exported(SEXTING), &changes));
    let keys: Vec<&str> = compared.changes.iter().map(|change| change.key.as_str()).collect();
    assert_eq!(keys, ["section-2-heading", "section-6-text", "contact-2-phone"]);
    let taken = compared.take("a.yaml", &[0, 2]).expect("both can be made");
    let expected = SEXTING
        .replace("heading: Why it matters", "heading: Why this matters")
        .replace("    phone: 0808 800 5000", "    phone: 0808 800 5001");
    assert_eq!(taken, expected);
    let taken = compared.take("a.yaml", &[1]).expect("it can be made");
    assert_eq!(taken, SEXTING.replace("      - Who sent it\n", "      - Who sent it: and when\n"));
    assert_eq!(compared.take("a.yaml", &[]).as_deref(), Ok(SEXTING));
}

#[test]
fn every_way_to_reach_a_contact_has_a_column_where_one_is_used() {
    let with = SEXTING.replace(
        "    phone: 0808 800 5000\n",
        "    phone: 0808 800 5000\n    text: 88858\n    textphone: 18001 0808 800 5000\n    relay: 18002 0808\n    bsl: https://bsl.example/\n",
    );
    assert_ne!(with, SEXTING);
    let document = exported(&with);
    assert_eq!(compared(&with, &edited(&document, &[])).changes, []);
    let changed =
        compared(&with, &edited(&document, &[(">88858<", ">88868<"), (">BSL video<", ">BSL VIDEO<")]));
    let keys: Vec<&str> = changed.changes.iter().map(|change| change.key.as_str()).collect();
    assert_eq!(keys, ["contact-2-text"]);
    assert_eq!(changed.take("a.yaml", &[0]), Ok(with.replace("text: 88858", "text: \"88868\"")));
    let unknown = sign_off("a.yaml", with.as_bytes(), &edited(&document, &[(">BSL video<", ">Signs<")]));
    let why = unknown.expect_err("nobody knows what that column is");
    assert!(why.why.contains("«Signs»") && why.advice.contains("BSL video"), "{why:?}");
}

/// Without the briefing beside it, an exported document says all by its styles.
#[test]
fn an_exported_document_comes_in_without_a_question() {
    for yaml in [SEXTING, FEATURES] {
        let office = edited(&exported(yaml), &[]);
        let intake = take_in(&office, &Answers::default()).unwrap_or_else(|why| panic!("{why:?}"));
        assert_eq!(intake.arranged.questions, []);
        // All but what no table shows is as it was: a document of it is the same.
        let again = edited(&exported(&intake.yaml), &[]);
        let texts = |office: &Office| office.paragraphs.iter().map(Paragraph::text).collect::<Vec<_>>();
        assert_eq!(texts(&again), texts(&office), "{}", intake.yaml);
    }
    // A word more that nobody asked for: the proof is over all words.
    let more = edited(&exported(SEXTING), &[("Who sent it", "Who sent it, and when")]);
    let intake = take_in(&more, &Answers::default()).unwrap_or_else(|why| panic!("{why:?}"));
    assert!(intake.yaml.contains("- Who sent it, and when\n"), "{}", intake.yaml);
}

#[test]
fn a_value_that_was_not_there_is_put_in_below_the_name() {
    let row = "<w:t xml:space=\"preserve\">CEOP</w:t></w:r></w:p></w:tc>";
    let purpose = "<w:t xml:space=\"preserve\">Report online</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t xml:space=\"preserve\"></w:t>";
    let number = purpose.replace("preserve\"></w:t>", "preserve\">01632 960 001</w:t>");
    let changes = [(row, row), (purpose, number.as_str())];
    let compared = compared(SEXTING, &edited(&exported(SEXTING), &changes));
    let taken = compared.take("a.yaml", &[0]).expect("it can be made");
    assert_eq!(taken, SEXTING.replace("  - name: CEOP\n", "  - name: CEOP\n    phone: 01632 960 001\n"));
}

/// Changes that Word marked count as made; what was deleted, and remarks, are shown beside them.
#[test]
fn marked_changes_are_shown_as_changes() {
    let old = "<w:r><w:t xml:space=\"preserve\">Who sent it</w:t></w:r>";
    let new = "<w:del><w:r><w:delText>Who sent it</w:delText></w:r></w:del><w:ins><w:r><w:t>Who forwarded it</w:t></w:r></w:ins>";
    let compared = compared(SEXTING, &edited(&exported(SEXTING), &[(old, new)]));
    assert_eq!(compared.changes.len(), 1, "{:?}", compared.changes);
    assert!(compared.changes[0].new.contains("- Who forwarded it"));
    assert_eq!(compared.left_over()[0].text, "Who sent it");
}

#[test]
fn a_document_without_its_headings_is_refused_with_what_to_do() {
    let heading = "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">2.";
    let office = edited(&exported(SEXTING), &[(heading, &heading.replace("Heading1", "Normal"))]);
    let why = sign_off("a.yaml", SEXTING.as_bytes(), &office).expect_err("one heading is gone");
    assert!(why.why.contains("6 headings") && why.advice.contains("1. to 7."), "{why:?}");
}

#[test]
fn the_program_exports_and_takes_changes_by_answers() {
    let desk = Desk::new(SEXTING.as_bytes());
    let run = desk.run(&["export", "--docx", "content/x.yaml", "-o", "x.docx"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let document = std::fs::read(desk.path("x.docx")).expect("it is there");
    let mut parts = parts(&document);
    for (_, text) in &mut parts {
        *text = text.replace("Who sent it", "Who sent it on").replace("1. Background", "1. What it is");
    }
    let named: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    desk.put("y.docx", &package(&named));
    desk.put("answers.txt", b"section-1-heading: 2\nsection-6-text: 1\n");
    let run = desk.run(&["import", "y.docx", "--into", "content/x.yaml"]);
    assert_eq!(run.code, 1, "nobody has decided yet: {}{}", run.out, run.err);
    assert!(run.out.contains("Changed: section 6, text"), "{}", run.out);
    let run = desk.run(&["import", "y.docx", "--into", "content/x.yaml", "--answers", "answers.txt"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let yaml = std::fs::read_to_string(desk.path("content/x.yaml")).expect("it is there");
    assert_eq!(yaml, SEXTING.replace("      - Who sent it\n", "      - Who sent it on\n"));
}
