//! Explanations: what a page calls wrong gives its code, and what it calls right does not.

use std::path::Path;

use briefpress::diag::{Code, Diagnostic, any_error};
use briefpress::explain::keys::keys;
use briefpress::explain::{Example, Part, examples};
use briefpress::geom::{Paper, Pt};
use briefpress::layout::{READ_WELL, SMALLEST};
use briefpress::model::Date;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Worker, Workshop, run};
use briefpress::read;
use briefpress::source::Sources;

use crate::cli::Desk;
use crate::suite::over;

/// A briefing and a layout of which nothing is to be said; examples replace keys of them.
const BRIEFING: &str = include_str!("fixtures/explain/briefing.yaml");
const LAYOUT: &str = include_str!("fixtures/explain/layout.yaml");

/// The day on which examples are tried.
const TODAY: Option<Date> = Date::new(2026, 11, 23);

/// Codes about files and machines, or about more words than a page of `explain` should hold.
const IN_WORDS: &[Code] = &[
    Code::BoardUnnamed,
    Code::ContactNearMiss,
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

/// Every example that the declarations give: a right one is read, a wrong one is not.
#[test]
fn the_examples_of_keys_are_right_and_wrong() {
    let of_briefing = keys().into_iter().filter(|key| key.file == "a briefing");
    let (mut right, mut wrong) = (0, 0);
    for key in of_briefing {
        // The list of sections has seven entries, so its keys are shown in one and tried by the schema.
        let whole = |example: &str| over(BRIEFING, example, true);
        let read = |example: &str| {
            let text = whole(example);
            read::briefing(&mut Sources::default(), "briefing.yaml", text.as_bytes(), None)
        };
        if let Some(example) = key.right() {
            let (briefing, messages) = read(&example);
            assert!(briefing.is_some(), "{}: {}{messages:#?}", key.path(), whole(&example));
            right += 1;
        }
        if let Some(example) = key.wrong() {
            let found = messages(&whole(&example), None);
            assert!(any_error(&found), "{}: {example}", key.path());
            wrong += 1;
        }
    }
    assert!(right >= 20 && wrong >= 5, "{right} right, {wrong} wrong");
}

#[test]
fn the_program_explains_whatever_has_a_name() {
    let desk = Desk::new(b"");
    for (name, words) in [
        ("[contact-lost-zero]", "Spreadsheets"),
        ("logo:", "logo.png"),
        ("board.logo", "(must be there) "),
        ("primary", "theme:"),
        ("poster-wheel", "--layout poster-wheel"),
        ("avery-c32011", "--sheet avery-c32011"),
        ("booklet", "--handout booklet"),
    ] {
        let run = desk.run(&["explain", name]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}");
        assert!(run.out.contains(words), "{name}: {}", run.out);
    }
    for (name, near) in
        [("contact-lost-zro", "contact-lost-zero"), ("lgo", "logo"), ("poster-weel", "poster-wheel")]
    {
        let run = desk.run(&["explain", name]);
        assert_eq!(run.code, 2);
        assert!(
            run.err.contains(&format!("Did you mean {near}? Type:  briefpress explain {near}\n")),
            "{}",
            run.err
        );
    }
    let list = desk.run(&["explain"]).out;
    for line in ["  capitals ", "  board.logo.file ", "  poster-wheel ", "  avery-c32011 "] {
        assert!(list.contains(line), "no {line} in\n{list}");
    }
}

#[test]
fn no_page_is_left_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/explain");
    for entry in std::fs::read_dir(folder).expect("the pages are there") {
        let name = entry.expect("they can be listed").file_name().into_string().expect("a name");
        let Some(code) = name.strip_suffix(".txt") else {
            assert!(name.ends_with(".rs"), "{name} is no page");
            continue;
        };
        assert!(Code::ALL.iter().any(|known| known.as_str() == code), "{name} explains nothing");
    }
}

fn judged(code: Code, example: &Example) -> Option<Vec<Diagnostic>> {
    let whole = code != Code::SectionCount;
    match example.part {
        Part::Words if code == Code::FileEmpty => Some(messages(&example.text, None)),
        Part::Words => None,
        Part::Briefing => Some(messages(&over(BRIEFING, &example.text, whole), None)),
        Part::Layout => Some(messages(BRIEFING, Some(&over(LAYOUT, &example.text, false)))),
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

/// What a person reads of the floors of type is what the program holds to.
#[test]
fn the_floors_of_type_are_told_as_they_are() {
    let readme = include_str!("../README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    let page = Code::TypeTooSmall.page().split_whitespace().collect::<Vec<_>>().join(" ");
    let size = |points: Pt| format!("{} pt", points.get());
    for floor in DocumentKind::ALL.map(DocumentKind::floor) {
        assert!(page.contains(&size(floor)), "{floor:?}");
        assert!(
            readme.contains(&format!("below {}", floor.get()))
                || readme.contains(&format!("smaller than {}", floor.get())),
            "{floor:?}"
        );
    }
    for told in [
        SMALLEST,
        READ_WELL,
        DocumentKind::Poster.floor_on(Paper::A3),
        DocumentKind::LargePrint.least_letter(),
    ] {
        assert!(page.contains(&size(told)), "{told:?}");
    }
}
