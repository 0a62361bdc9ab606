//! PDFs: posters and handouts of ours come back word for word; those of others by their tags; the rest is refused.

use briefpress::import::{Answers, Reason, Refusal, read};
use briefpress::model::Briefing;
use briefpress::pipeline::{DocumentKind, Intake, Twin, take_in};
use briefpress::read::briefing;
use briefpress::source::Sources;
use briefpress::style::Theme;
use briefpress::target::{Exchange, Press, Target};
use briefpress::twin::Edition;

use crate::dice::Dice;
use crate::edit::body::random_draft;
use crate::tagged::hostile::{file, stream};
use crate::tagged::made;

const BRIEFINGS: [&str; 6] = [
    include_str!("../../content/sexting.yaml"),
    include_str!("../fixtures/features.yaml"),
    include_str!("../fixtures/private-fostering.yaml"),
    include_str!("../fixtures/languages/cy.yaml"),
    include_str!("../fixtures/languages/pl.yaml"),
    include_str!("../fixtures/languages/ro.yaml"),
];

/// One contact with every way to reach it, words in another language, letters that are spelt out.
const CHANNELS: &str = "
title: Every channel
language: en-GB
section_label: Step
version: 3
board: {name: Ashford Vale Board}
sections:
  - {heading: A one, body: 'Say [bore da]{lang=cy} to the **Multi-Agency Safeguarding Hub** (MASH), please.'}
  - {heading: B two, body: 'The MASH is here: [its page](https://a.example/x_y/(z)?q=1&r=2) and a = b \\* c.'}
  - {heading: C three, body: '\"Quotes\" – ‘dashes’… 1. not a list, 50 % of £5'}
  - {heading: D four, body: \"Words stand here,\\\\\\nand **here\\\\\\nand** there.\"}
  - {heading: E five, body: Words stand here.}
  - {heading: F six, body: '- What is it, then?'}
  - {heading: G seven, body: Words stand here.}
contacts:
  - {name: Police, purpose: Immediate danger, phone: '999', emergency: true, hours: always}
  - {name: 'Front door: first', purpose: Ask, phone: 01632 960777, text: 07700 900123, relay: 18001 01632 960777,
     textphone: 01632 960778, bsl: https://bsl.example/x/, email: a@b.example, url: https://b.example/long/,
     hours: all day, qr: true}
  - {name: Your GP, purpose: For advice}
";

fn model(yaml: &str) -> Briefing {
    let (briefing, messages) = briefing(&mut Sources::default(), "b.yaml", yaml.as_bytes(), None);
    briefing.unwrap_or_else(|| panic!("{messages:#?}\n{yaml}"))
}

/// All that a briefing says, as plain text; an address with and without what nobody types is the same address.
fn said(yaml: &str) -> String {
    let briefing = model(yaml);
    let edition =
        Edition { briefing: &briefing, theme: &Theme::default(), logo: None, today: None, beside: &[] };
    Twin::Text.write(&edition).replace("https://", "").replace("/\n", "\n")
}

fn imported(pdf: &[u8]) -> Result<Intake, Refusal> {
    take_in(&read(pdf)?, &Answers::default())
}

/// Lines of a YAML without those of a key at its left edge.
fn without(yaml: &str, key: &str) -> String {
    yaml.lines().filter(|line| !line.starts_with(key)).map(|line| format!("{line}\n")).collect()
}

/// What a poster or a handout says comes back whole, whatever standard it was written in.
#[test]
fn our_own_pages_come_back_word_for_word() {
    for yaml in BRIEFINGS.iter().chain([&CHANNELS]) {
        for target in [Target::Screen, Target::ScreenUa2] {
            for (product, document) in made(yaml, target).iter().zip(["poster", "handout"]) {
                let intake =
                    imported(&product.bytes).unwrap_or_else(|why| panic!("{document}: {why:?}\n{yaml}"));
                // The address of the web copy stands on the poster alone.
                let yaml = if document == "poster" { (*yaml).to_owned() } else { without(yaml, "web:") };
                assert_eq!(said(&intake.yaml), said(&yaml), "{document}:\n{}", intake.yaml);
                assert_eq!(intake.arranged.questions, [], "{document}");
                let lost: Vec<_> =
                    intake.arranged.left_over.iter().filter(|left| left.reason == Reason::Unread).collect();
                assert!(lost.is_empty(), "{document}: {lost:?}");
            }
        }
    }
    let intake = imported(&made(CHANNELS, Target::Screen)[1].bytes).expect("a handout comes in");
    assert!(intake.yaml.contains("\nsection_label: Step\n"), "{}", intake.yaml);
}

/// Lists in lists, strong words, links at every place, as chance has it.
#[test]
fn pages_by_chance_come_back_too() {
    let mut seen = 0;
    for seed in 0..60 * crate::dice::times() {
        let yaml = briefpress::edit::briefing(&random_draft(&mut Dice::new(seed)));
        let Some(poster) = tried(&yaml) else { continue };
        seen += 1;
        let intake = imported(&poster).unwrap_or_else(|why| panic!("seed {seed}: {why:?}\n{yaml}"));
        assert_eq!(
            said(&intake.yaml),
            said(&without(&yaml, "  short_name:")),
            "seed {seed}:\n{yaml}\n{}",
            intake.yaml
        );
    }
    assert!(seen > 5, "only {seen} of them could be set");
}

/// The poster of a briefing; none where chance made one that no page holds.
fn tried(yaml: &str) -> Option<Vec<u8>> {
    crate::tagged::outcome(yaml, Target::Screen).products.into_iter().next().map(|product| product.bytes)
}

/// Large print and the leaflet have the same words in another form.
#[test]
fn other_documents_give_the_same_briefing() {
    let yaml = BRIEFINGS[2];
    let by = |document: DocumentKind| {
        let products = made(yaml, Target::Screen);
        let at = DocumentKind::ALL.iter().position(|own| *own == document).expect("all of them are made");
        let intake = imported(&products[at].bytes).unwrap_or_else(|why| panic!("{document:?}: {why:?}"));
        without(&said(&intake.yaml), "Online:")
    };
    let poster = by(DocumentKind::Poster);
    for document in DocumentKind::ALL.into_iter().filter(|document| document.is_whole()) {
        assert_eq!(by(document), poster, "{document:?}");
    }
}

#[test]
fn what_has_no_seven_sections_is_refused_with_the_way() {
    let products = made(BRIEFINGS[0], Target::Screen);
    let card = imported(&products[2].bytes).expect_err("a card has no sections");
    assert!(card.why.contains("seven sections") && card.advice.contains("poster"), "{card:?}");
    let press = made(
        BRIEFINGS[0],
        Target::Print(Press { exchange: Exchange::X4, bleed: briefpress::geom::Pt::ZERO, marks: false }),
    );
    let press = imported(&press[0].bytes).expect_err("a press file has no tags");
    assert!(press.why.contains("without tags") && press.advice.contains(".docx"), "{press:?}");
}

/// A page as Word tags it: headings, a list with labels, a link, words in a running head.
fn from_word(words: &[(&str, &str)]) -> Vec<u8> {
    let text = |text: &str| text.as_bytes().to_vec();
    let mut content = b"BT /F 10 Tf /Artifact BMC (Page 1) Tj EMC ".to_vec();
    let mut tags = String::new();
    for (mark, (role, line)) in words.iter().enumerate() {
        content.extend(format!("0 -14 Td /P <</MCID {mark}>> BDC ({line}) Tj EMC ").into_bytes());
        tags.push_str(&match *role {
            "LI" => format!("<</S/L/K<</S/LI/K<</S/LBody/Pg 4 0 R/K {mark}>>>>>>"),
            role => format!("<</S/{role}/Pg 4 0 R/K {mark}>>"),
        });
    }
    content.extend(b"ET");
    file(&[
        text("<</Pages 2 0 R/StructTreeRoot 3 0 R>>"),
        text("<</Kids[4 0 R]>>"),
        text(&format!("<</K[{tags}]>>")),
        text("<</Type/Page/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>"),
        stream("", &content),
        text("<</Subtype/TrueType/Encoding/WinAnsiEncoding>>"),
    ])
}

#[test]
fn another_programs_tags_are_arranged_as_a_word_file_is() {
    let mut page =
        vec![("P", "Anytown Safeguarding Board"), ("H1", "Night walks"), ("P", "7-minute Briefing")];
    let bodies: Vec<(String, String)> =
        (1..=7).map(|n| (format!("{n}. Head {n}"), format!("It\u{2019}s text {n}."))).collect();
    let bodies: Vec<(String, String)> =
        bodies.into_iter().map(|(head, body)| (head, body.replace('\u{2019}', "\\222"))).collect();
    for (head, body) in &bodies {
        page.extend([
            ("H2", head.as_str()),
            ("P", body.as_str()),
            ("LI", "\\225 one thing"),
            ("LI", "\\225 another"),
        ]);
    }
    let intake = imported(&from_word(&page)).unwrap_or_else(|why| panic!("{why:?}"));
    let draft = &intake.arranged.draft;
    assert_eq!(draft.title.as_deref(), Some("Night walks"));
    assert_eq!(draft.board.as_deref(), Some("Anytown Safeguarding Board"));
    let bodies: Vec<String> =
        draft.sections.iter().map(|section| briefpress::edit::body(&section.body)).collect();
    assert_eq!(bodies[3], "It’s text 4.\n\n- one thing\n- another");
    let decoration = intake.arranged.left_over.iter().find(|left| left.reason == Reason::Decoration);
    assert_eq!(decoration.map(|left| left.text.as_str()), Some("Page 1"));
    // Without its seventh number the file says less than a briefing needs: that is asked.
    page[3 + 4 * 6].1 = "Head 7";
    let asked = imported(&from_word(&page)).unwrap_or_else(|why| panic!("{why:?}"));
    assert!(asked.arranged.questions.iter().any(|question| question.key == "heading-7"), "{asked:?}");
}

#[test]
fn letters_without_a_meaning_are_refused() {
    let mut pdf = from_word(&[("P", "some words")]);
    let at = pdf.windows(8).rposition(|window| window == b"TrueType").expect("there is a font");
    pdf.splice(at..at + 8, b"Type0   ".iter().copied());
    let why = read(&pdf).expect_err("nobody knows these letters");
    assert!(why.why.contains("no meaning"), "{why:?}");
}
