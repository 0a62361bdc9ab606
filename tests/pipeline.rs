//! The pipeline: one briefing with the rules in it, and which files come of it.

use briefpress::diag::{Code, Diagnostic, Severity};
use briefpress::geom::Paper;
use briefpress::model::Date;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Outcome, Sizes, Worker, Workshop, run};
use briefpress::target::Target;

const EXAMPLE: &str = include_str!("../content/sexting.yaml");

/// No file lies beside the briefing.
struct Nothing;

impl Files for Nothing {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        Err(format!("there is no {path}"))
    }
}

/// A logo of 6,400 by 2,560 pixels, half of it clear.
struct HugeLogo;

impl Files for HugeLogo {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        let shade = |x: u32, y: u32| {
            let clear = if x < 3_200 { 0 } else { 255 };
            image::Rgba([(x * 7 % 251) as u8, (y * 13 % 241) as u8, (x ^ y) as u8, clear])
        };
        let mut file = std::io::Cursor::new(Vec::new());
        image::RgbaImage::from_fn(6_400, 2_560, shade)
            .write_to(&mut file, image::ImageFormat::Png)
            .map_err(|error| error.to_string())?;
        Ok(file.into_inner())
    }
}

fn outcome(text: &str, today: Option<Date>, targets: &[Target]) -> Outcome {
    outcome_with(&Nothing, text, today, targets)
}

fn outcome_with(files: &dyn Files, text: &str, today: Option<Date>, targets: &[Target]) -> Outcome {
    let targets = targets.to_vec();
    outcome_of(files, text, &Options { targets, today, ..Options::default() })
}

/// What comes of a text in the usual documents.
fn outcome_of(files: &dyn Files, text: &str, options: &Options) -> Outcome {
    let workshop = Workshop::embedded();
    let inputs = Inputs { briefing: ("briefing.yaml", text.as_bytes()), board: None, files, beside: &[] };
    let options = Options { documents: DocumentKind::USUAL.to_vec(), ..options.clone() };
    run(&workshop, &mut Worker::new(&workshop), &inputs, &options)
}

/// The example with so many words more in its longest sections.
fn longer(words: usize) -> String {
    let more =
        "It is worrying that so many of them think it is a part of any friendship. ".repeat(words / 15);
    let at = EXAMPLE.find("  - heading: Why it matters").expect("the example has this section");
    let (before, after) = EXAMPLE.split_at(at);
    format!("{}\n\n      {more}\n{after}", before.trim_end())
}

#[test]
fn a_text_that_is_too_long_is_shown_the_leaflet_that_holds_it_and_no_other() {
    let words = "Print it as a leaflet, which holds up to about ";
    let long = outcome(&longer(240), None, &[]);
    let message = found(&long, Code::DoesNotFit).expect("it is too long for a page");
    assert!(message.hints[0].starts_with(words), "{message:#?}");
    let much_longer = outcome(&longer(1500), None, &[]);
    let message = found(&much_longer, Code::DoesNotFit).expect("it is too long for everything");
    assert!(!message.hints.iter().any(|hint| hint.contains("leaflet")), "{message:#?}");
}

#[test]
fn a_text_that_another_look_holds_is_shown_that_look_and_it_does_hold_it() {
    let mut named = 0;
    for words in [15, 30, 45, 60, 75, 90, 105] {
        let text = longer(words).replacen("language: ", "look: column\nlanguage: ", 1);
        let long = outcome(&text, None, &[]);
        let hints = found(&long, Code::DoesNotFit).map_or(&[][..], |message| &message.hints);
        let Some(look) = hints.iter().find_map(|hint| hint.split("--look ").nth(1)) else { continue };
        named += 1;
        let other = outcome(&text.replace("look: column", &format!("look: {look}")), None, &[]);
        let poster = other.diagnostics.iter().find(|message| message.message.starts_with("poster"));
        assert_eq!(poster, None);
    }
    assert!(named > 0, "a column holds less than the other looks");
}

#[test]
fn a_larger_page_is_shown_where_it_holds_the_text_and_the_copy_to_make_is_that_of_the_look() {
    let (mut larger, mut copied) = (0, 0);
    for words in [60, 150, 240, 420, 600, 900] {
        let text = longer(words).replacen("language: ", "look: column\nlanguage: ", 1);
        let poster = |options: &Options| {
            let all = outcome_of(&Nothing, &text, options).diagnostics;
            all.into_iter().find(|message| message.message.starts_with("poster:"))
        };
        let Some(refused) = poster(&Options::default()) else { continue };
        let says = |words: &str| refused.hints.iter().any(|hint| hint.contains(words));
        let sizes = Sizes { poster: Some(Paper::A3), card: None };
        let on_a3 = poster(&Options { sizes, ..Options::default() });
        assert_eq!(says("briefpress build briefing.yaml --paper a3"), on_a3.is_none(), "{refused:#?}");
        larger += usize::from(on_a3.is_none());
        copied += usize::from(says("a copy of layouts/column/poster.yaml"));
    }
    assert!(larger > 0 && copied > 0, "{larger} on larger paper, {copied} by a layout of one's own");
}

fn found(outcome: &Outcome, code: Code) -> Option<&Diagnostic> {
    outcome.diagnostics.iter().find(|diagnostic| diagnostic.code == code)
}

#[test]
fn an_error_of_a_rule_stops_every_file_and_a_warning_none() {
    let lost = EXAMPLE.replace("phone: 0808 800 5000", "phone: 808 800 5000");
    let refused = outcome(&lost, None, &[Target::Screen]);
    let error = found(&refused, Code::ContactLostZero).expect("the 0 is lost");
    assert_eq!((error.severity, refused.products.len()), (Severity::Error, 0));
    let good = outcome(EXAMPLE, None, &[Target::Screen]);
    let warning = found(&good, Code::ContactNoValue).expect("the last contact has no value");
    assert_eq!((warning.severity, good.products.len()), (Severity::Warning, 3));
}

#[test]
fn what_does_not_fit_stops_its_own_document_and_is_told_beside_the_rules() {
    let words = "word ".repeat(900);
    let long = EXAMPLE.replace("Sexting is the exchange of", &format!("{words} Sexting is the exchange of"));
    let outcome = outcome(&long, None, &[Target::Screen]);
    let misfits = outcome.diagnostics.iter().filter(|message| message.code == Code::DoesNotFit).count();
    assert_eq!(misfits, 2, "the poster and a slide: {:#?}", outcome.diagnostics);
    let made: Vec<_> = outcome.products.iter().map(|product| product.file_name.as_str()).collect();
    assert_eq!(made, ["card.pdf"]);
    assert!(found(&outcome, Code::ReadAloud).is_some(), "900 words take more than seven minutes");
}

#[test]
fn the_day_changes_messages_and_no_byte_of_any_file() {
    let early = outcome(EXAMPLE, Date::new(2026, 11, 1), &[Target::Screen]);
    let late = outcome(EXAMPLE, Date::new(2031, 11, 1), &[Target::Screen]);
    assert!(found(&early, Code::ReviewPast).is_none() && found(&late, Code::ReviewPast).is_some());
    assert_eq!((early.until, late.until), (Date::new(2027, 3, 2), None));
    let bytes = |outcome: &Outcome| -> Vec<Vec<u8>> {
        outcome.products.iter().map(|product| product.bytes.clone()).collect()
    };
    assert!(bytes(&early) == bytes(&late));
}

#[test]
fn without_a_target_everything_is_judged_and_nothing_made() {
    let small = EXAMPLE.replace("url: https://www.ceop.police.uk/Safety-Centre/", "url: www.ceop.police.uk,");
    let outcome = outcome(&small, None, &[]);
    assert!(outcome.products.is_empty() && found(&outcome, Code::ContactUrl).is_some());
}

#[test]
fn a_huge_logo_does_not_make_huge_files() {
    let board = EXAMPLE.replace("board:\n", "board:\n  logo: {file: huge.png, alt: The board}\n");
    assert_ne!(board, EXAMPLE, "the example has a board to give a logo to");
    let outcome = outcome_with(&HugeLogo, &board, None, &[Target::Screen]);
    assert_eq!(outcome.products.len(), 3, "{:#?}", outcome.diagnostics);
    for product in &outcome.products {
        let text = String::from_utf8_lossy(&product.bytes);
        // A picture that no page shows is not in the file.
        if product.document == Some(DocumentKind::Card) && !text.contains("/Image") {
            continue;
        }
        // The picture and its mask, a third of the width that the file has: at most 3,000 pixels.
        for size in ["/Width 2134", "/Height 854"] {
            assert_eq!(text.matches(size).count(), 2, "{size} in {}", product.file_name);
        }
        // On the second of seven slides nobody needs to be told again what it shows.
        assert_eq!(text.matches("(The board)").count(), 1, "{}", product.file_name);
    }
}
