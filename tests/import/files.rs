//! Files of different make: takes Word files and the dump of a real page, wants every word of them in its place.

use std::collections::BTreeMap;

use briefpress::import::{Answers, Arranged, Office, Reason, arrange, read};
use briefpress::pipeline::take_in;
use briefpress::read;
use briefpress::source::Sources;

use super::chance::lines;
use super::word::{docx, package, paragraph, text_box};
use crate::cli::Desk;

const MADE: [(&str, &[u8]); 3] = [
    ("a-boxes", include_bytes!("../fixtures/office/a-boxes.docx")),
    ("b-groups", include_bytes!("../fixtures/office/b-groups.docx")),
    ("c-table", include_bytes!("../fixtures/office/c-table.docx")),
];
const DUMP: &str = include_str!("../fixtures/rscb-sexting-briefing.txt");
const SEXTING: &str = include_str!("../../content/sexting.yaml");

fn arranged(bytes: &[u8]) -> Arranged {
    let office = read(bytes).unwrap_or_else(|why| panic!("{why:?}"));
    arrange(&office, &Answers::default()).unwrap_or_else(|why| panic!("{why:?}"))
}

/// The keys of the questions that are open, without those for contacts.
fn open(arranged: &Arranged) -> Vec<&str> {
    let keys = arranged.questions.iter().map(|question| question.key.as_str());
    keys.filter(|key| !key.starts_with("contact-")).collect()
}

/// Boxes before their headings, groups with numbers apart, a table with automatic numbers: all say the same.
#[test]
fn the_three_makes_of_word_files_come_in_whole_and_in_order() {
    let truth: Vec<(&str, usize, &str)> = vec![
        ("Background", 2, "It is a private arrangement between a parent and a carer."),
        ("Why it matters", 2, "The council must be told, so that it can visit and check."),
        ("Information", 4, "Nobody can say who holds parental responsibility"),
        ("Information", 2, "Language schools and football academies are common settings."),
        (
            "Information",
            1,
            "Close relatives are parents, step-parents, grandparents, brothers, sisters, uncles and aunts. Cousins and great-aunts are not.",
        ),
        ("Questions", 4, "Has the council been told?"),
        ("What to do and how to report", 4, "Read more at https://example.org/private-fostering."),
    ];
    for (name, bytes) in MADE {
        let arranged = arranged(bytes);
        let draft = &arranged.draft;
        assert_eq!(draft.title.as_deref(), Some("Private fostering"), "{name}");
        assert_eq!(draft.board.as_deref(), Some("Anytown Safeguarding Children Partnership"), "{name}");
        assert_eq!(draft.label.as_deref(), Some("7-minute Briefing"), "{name}");
        for (section, (heading, count, last)) in draft.sections.iter().zip(&truth) {
            let body = lines(&section.body);
            assert_eq!(section.heading.as_deref(), Some(*heading), "{name}");
            assert_eq!((body.len(), body.last().map(String::as_str)), (*count, Some(*last)), "{name}");
        }
        let expected: &[&str] = if name == "c-table" { &["changes"] } else { &[] };
        assert_eq!(open(&arranged), expected, "{name}");
    }
}

#[test]
fn what_is_not_text_of_the_page_is_left_over_with_its_reason() {
    let left = |bytes: &[u8]| {
        let mut by_reason: BTreeMap<Reason, Vec<String>> = BTreeMap::new();
        for left in arranged(bytes).left_over {
            by_reason.entry(left.reason).or_default().push(left.text);
        }
        by_reason
    };
    let table = left(MADE[2].1);
    assert_eq!(table[&Reason::Deleted], ["12"]);
    assert_eq!(table[&Reason::Hidden], ["DRAFT do not circulate"]);
    assert_eq!(table[&Reason::FieldCode], ["HYPERLINK \"mailto:frontdoor@example.org\""]);
    let groups = left(MADE[1].1);
    assert_eq!(groups[&Reason::Footer], ["Issued March 2031. Review by March 2032. Version 2"]);
    assert_eq!(groups[&Reason::SectionNumber].len(), 7);
    let boxes = left(MADE[0].1);
    assert_eq!((boxes[&Reason::LoneSign].len(), boxes[&Reason::Joint].len()), (1, 1));
}

/// The page that this project began with: its own dump gives the words of `content/sexting.yaml`, but for the title.
#[test]
fn the_dump_of_the_first_page_becomes_the_briefing_word_for_word() {
    let office = read(DUMP.as_bytes()).expect("a text");
    let mut answers = Answers::default();
    answers.give("title", "Sexting");
    let intake = take_in(&office, &answers).unwrap_or_else(|why| panic!("{why:?}"));
    assert_eq!(open(&intake.arranged), [""; 0]);
    let briefing = |yaml: &str| {
        let (briefing, messages) = read::briefing(&mut Sources::default(), "a.yaml", yaml.as_bytes(), None);
        briefing.unwrap_or_else(|| panic!("{messages:?}"))
    };
    let (came, is) = (briefing(&intake.yaml), briefing(SEXTING));
    let words = |section: &briefpress::model::Section| -> Vec<String> {
        let body = lines(&section.body).join(" ");
        section.heading.value.split_whitespace().chain(body.split_whitespace()).map(str::to_owned).collect()
    };
    for (number, (came, is)) in came.sections.iter().zip(&is.sections).enumerate() {
        assert_eq!(words(came), words(is), "section {}", number + 1);
    }
    assert_eq!((came.title.value, came.board.name.value), (is.title.value, is.board.name.value));
    let short = |board: Option<briefpress::model::Spanned<String>>| board.map(|name| name.value);
    assert_eq!(short(came.board.short_name), short(is.board.short_name));
    let dump_words = DUMP.split_whitespace().count();
    let count = intake.arranged.count;
    // "7. What" and "[image: ]If" are one word each to a counter of spaces, and the bookmark's mark is glued too.
    assert!(count.file.abs_diff(dump_words) <= 3, "{count:?}, {dump_words}");
    assert_eq!((count.waiting, count.left_over), (0, 18));
}

#[test]
fn a_lost_zero_in_an_old_file_is_told_on_the_way_in() {
    let desk = Desk::new(SEXTING.as_bytes());
    desk.put("old.txt", DUMP.replace("0808 800 5000", "808 800 5000").as_bytes());
    desk.put("answers.txt", b"title: Sexting\ncontact-1: yes\ncontact-2: 1\n");
    let run = desk.run(&["import", "old.txt", "--answers", "answers.txt"]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(run.out.contains("error[contact-lost-zero]"), "{}", run.out);
}

#[test]
fn an_answer_is_a_number_a_yes_or_words_and_a_slip_is_none() {
    use briefpress::import::Answer::{Choice, Words};
    let asked = arranged(DUMP.as_bytes());
    let contact = asked.questions.iter().find(|question| question.key == "contact-2").expect("it is asked");
    let check = |answer: &str, expected| assert_eq!(contact.understand(answer), expected, "{answer}");
    check(" 1 ", Some(Choice(0)));
    check("yes", Some(Choice(0)));
    check("N", Some(Choice(1)));
    check("NSPCC", Some(Words("NSPCC".to_owned())));
    check("3", None);
    check("", None);
    let mut answers = Answers::default();
    answers.give("contact-1", "yes");
    answers.give("contact-2", "no");
    let office = read(DUMP.as_bytes()).expect("a text");
    let arranged = arrange(&office, &answers).expect("the page is whole");
    let names: Vec<(&str, bool)> =
        arranged.draft.contacts.iter().map(|contact| (contact.name.as_str(), contact.agreed)).collect();
    assert_eq!(names, [("Police", true)]);
}

/// Text in a place that no reader of ours knows is listed, not lost.
#[test]
fn words_in_a_shape_that_nobody_reads_are_listed() {
    let page: String = (1..=7)
        .map(|number| {
            paragraph(&format!("{number}. Information"), true) + &paragraph("Some words here.", false)
        })
        .collect();
    let body = format!("{}{page}<w:r><w:t>stray words</w:t></w:r>", paragraph("7-minute briefing", true));
    let arranged = arranged(&docx(&body, &[]));
    let stray = arranged.left_over.iter().find(|left| left.reason == Reason::Unread).expect("it is listed");
    assert_eq!(stray.text, "stray words");
    assert_eq!(arranged.count.left_over, 7 + 2, "seven numbers and two words");
}

fn seven(heading: impl Fn(usize) -> String) -> String {
    (1..=7)
        .map(|number| paragraph(&heading(number), true) + &paragraph(&format!("Words of {number}."), false))
        .collect()
}

/// A line end that was typed into a paragraph or an item stays one; two of them in a row part paragraphs.
#[test]
fn typed_line_ends_come_in_as_line_ends() {
    let lines = |words: &str| words.replace('|', "</w:t><w:br/><w:t>");
    let body = seven(|number| format!("{number}. Information"))
        .replace("Words of 2.", &lines("Vale House|12 High Street"))
        .replace("Words of 3.", &lines("One thing||Another"));
    let arranged = arranged(&docx(&body, &[]));
    let said = |number: usize| briefpress::edit::body(&arranged.draft.sections[number - 1].body);
    assert_eq!(said(2), "Vale House\\\n12 High Street");
    assert_eq!(said(3), "One thing\n\nAnother");
}

/// The line behind a number alone was taken for its words, and for its own heading too.
#[test]
fn a_number_alone_never_takes_the_heading_of_another() {
    let text: String = (1..=7)
        .map(|at| match at {
            4 => "4\n".to_owned(),
            _ => format!("{at}. Heading {at}\nSome words about it, in a sentence of their own.\n"),
        })
        .collect();
    let arranged = arranged(text.as_bytes());
    let headings: Vec<Option<&str>> =
        arranged.draft.sections.iter().map(|section| section.heading.as_deref()).collect();
    assert_eq!((headings[2], headings[4]), (Some("Heading 3"), Some("Heading 5")));
    assert_ne!(headings[3], Some("5. Heading 5"));
}

/// A sign that reading takes for a bullet and import did not made words that were read back otherwise, and so no file.
#[test]
fn what_was_typed_before_items_comes_in_as_a_list_in_every_shape() {
    let came_in = |lines: &str| {
        let heading = |section: usize| format!("{section}. Heading {section}");
        let text: Vec<String> =
            (1..=7).map(|at| format!("{}\nSome words.\n{lines}\n", heading(at))).collect();
        let office = read(text.concat().as_bytes()).expect("a text");
        take_in(&office, &Answers::default()).unwrap_or_else(|why| panic!("{lines}: {why:?}")).yaml
    };
    for (lines, expected) in [
        ("☐ Ask\n☐ Tell", "- Ask\n      - Tell"),
        ("→ Ask\n★ Tell", "- Ask\n      - Tell"),
        ("o Ask\n✅ Tell", "- Ask\n      - Tell"),
        ("- • Ask\n• • Tell", "- Ask\n      - Tell"),
        ("① Ask\n② Tell", "1. Ask\n      2. Tell"),
        ("3\u{fe0f}\u{20e3} Ask", "3. Ask"),
        ("-ask\n-tell", "\\-ask\n\n      \\-tell"),
        ("→ask", "→ask"),
    ] {
        let yaml = came_in(lines);
        assert_eq!(yaml.matches(&format!("\n      {expected}\n")).count(), 7, "{lines}: {yaml}");
    }
}

#[test]
fn a_file_of_eight_sections_or_two_briefings_is_asked_or_refused() {
    let eight = seven(|number| format!("{number}. Information"))
        + &paragraph("8. More", true)
        + &paragraph("Words of 8.", false);
    assert!(open(&arranged(&docx(&eight, &[]))).contains(&"line-15"), "the eighth line is asked about");
    let twice = seven(|number| format!("{number}. Information")).repeat(2);
    let office: Office = read(&docx(&twice, &[])).expect("a Word file");
    let why = arrange(&office, &Answers::default()).expect_err("two briefings are no briefing");
    assert!(why.why.contains("more than one briefing"), "{why:?}");
}

#[test]
fn an_empty_section_is_an_error_and_never_a_guess() {
    let body = seven(|number| format!("{number}. Information")).replace(&paragraph("Words of 3.", false), "");
    let office = read(&docx(&body, &[])).expect("a Word file");
    let why = arrange(&office, &Answers::default()).expect_err("section 3 has no text");
    assert!(why.why.starts_with("section 3"), "{why:?}");
}

/// A text that stands twice at one place, or in no column of a heading, is asked with its words in front.
#[test]
fn a_doubtful_text_is_asked_and_its_answer_kept() {
    let mut body = String::new();
    for number in 1..=7 {
        let y = 30 + number * 30;
        body += &text_box(&paragraph(&format!("{number}. Information"), true), (10, y, 90, 9), true);
        body += &text_box(&paragraph(&format!("Words of {number}."), false), (10, y + 9, 90, 20), true);
    }
    body += &text_box(&paragraph("Words at the side.", false), (120, 262, 60, 15), true);
    let bytes = docx(&body, &[]);
    let asked = arranged(&bytes);
    let question = asked.questions.iter().find(|question| question.key == "text-15").expect("it is asked");
    assert_eq!(question.shown, ["Words at the side."]);
    assert_eq!(asked.count.waiting, 4);
    let mut answers = Answers::default();
    answers.give("text-15", "5");
    let office = read(&bytes).expect("a Word file");
    let arranged = arrange(&office, &answers).expect("all has its place");
    assert_eq!(lines(&arranged.draft.sections[4].body), ["Words of 5.", "Words at the side."]);
    answers.give("text-15", "8");
    let arranged = arrange(&office, &answers).expect("all has its place");
    assert!(arranged.left_over.iter().any(|left| left.reason == Reason::Unwanted));
}

#[test]
fn files_of_other_kinds_are_refused_with_the_way() {
    let check = |bytes: &[u8], why: &str, way: &str| {
        let refusal = read(bytes).expect_err("it is no text");
        assert!(refusal.why.contains(why), "{refusal:?}");
        assert!(refusal.advice.contains(way), "{refusal:?}");
    };
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let compound =
        |name: &str| [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), vec![0; 600], wide(name)].concat();
    check(&compound("WordDocument"), "(.doc)", ".docx");
    check(&compound("EncryptedPackage"), "password", "Protect Document");
    check(&compound("Quill"), "Publisher", ".docx");
    check(b"", "empty", "right file");
    check(&package(&[("a.txt", "words")]), "no Word document", ".docx");
    check(b"{\\rtf1\\ansi{\\b Title}\\par}", "source of a formatted text", ".docx");
    check(b"\xEF\xBB\xBF<!DOCTYPE html><p>Title", "source of a formatted text", ".docx");
    check(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0", "neither", ".docx");
}

/// A box of text that begins far above a number, and reaches down to it, is not its heading; the box beside it is.
#[test]
fn a_tall_box_that_reaches_down_to_a_number_is_not_its_heading() {
    let mut body = paragraph("Anytown Safeguarding Board", false) + &paragraph("Night walks", true);
    body += &paragraph("7-minute Briefing", false);
    for number in 1..=7 {
        let y = 40 + 30 * (number - 1);
        body += &text_box(&paragraph("Signs:", false), (10, y + 9, 90, 27), false);
        body += &text_box(&paragraph(&format!("Head {number}"), true), (22, y, 78, 9), false);
        body += &text_box(&paragraph(&number.to_string(), true), (10, y, 10, 9), false);
    }
    let arranged = arranged(&docx(&body, &[]));
    let headings = arranged.draft.sections.iter().map(|section| section.heading.as_deref());
    let expected = ["Head 1", "Head 2", "Head 3", "Head 4", "Head 5", "Head 6", "Head 7"];
    assert!(headings.eq(expected.map(Some)), "{:?}", arranged.draft.sections);
}

/// Without any number the seven lines of one look are proposed in one question.
#[test]
fn headings_without_numbers_are_proposed_and_never_taken() {
    let page = |heads: usize| {
        let mut body = paragraph("Anytown Safeguarding Board", false) + &paragraph("Night walks", false);
        body += &paragraph("7-minute Briefing", false);
        (1..=heads).for_each(|at| {
            body += &paragraph(&format!("Head {}", ["a", "b", "c", "d", "e", "f", "g", "h"][at - 1]), true);
            body += &paragraph(&format!("Words of text {}.", "abcdefgh".as_bytes()[at - 1] as char), false);
        });
        read(&docx(&body, &[])).unwrap_or_else(|why| panic!("{why:?}"))
    };
    let asked = arrange(&page(7), &Answers::default()).expect("it can be asked");
    assert!(open(&asked).contains(&"headings"), "{:?}", open(&asked));
    assert!(!open(&asked).iter().any(|key| key.starts_with("heading-")), "{:?}", open(&asked));
    assert!(asked.draft.sections.iter().all(|section| section.heading.is_none()));
    let mut answers = Answers::default();
    answers.give("headings", "yes");
    let agreed = arrange(&page(7), &answers).expect("it comes in");
    assert_eq!(agreed.draft.sections[6].heading.as_deref(), Some("Head g"));
    assert_eq!(lines(&agreed.draft.sections[2].body), ["Words of text c."]);
    answers.give("headings", "no");
    let each = arrange(&page(7), &answers).expect("it can be asked");
    assert!(open(&each).contains(&"heading-1"), "{:?}", open(&each));
    // Eight of one look are no proposal.
    let eight = arrange(&page(8), &Answers::default()).expect("it can be asked");
    assert!(open(&eight).contains(&"heading-1"), "{:?}", open(&eight));
}

/// The link of such an address holds its code (RFC 3492), not the letters that are read.
#[test]
fn an_address_in_other_letters_than_latin_ones_comes_in() {
    let names = ["Why", "Law", "Signs", "Who", "Facts", "Questions", "What to do"];
    let text: String = (1..)
        .zip(names)
        .map(|(number, name)| {
            format!("{number}. {name}\nWrite to cymorth@cyngôr.cymru or www.cyngôr.cymru.\n")
        })
        .collect();
    let office = briefpress::import::read(text.as_bytes()).expect("it is plain text");
    let taken = briefpress::pipeline::take_in(&office, &briefpress::import::Answers::default());
    let yaml = taken.unwrap_or_else(|why| panic!("{why:?}")).yaml;
    assert_eq!(yaml.matches("Write to cymorth@cyngôr.cymru or www.cyngôr.cymru.").count(), 7, "{yaml}");
}

/// A report over a briefing would be the end of the briefing.
#[test]
fn a_report_of_an_import_is_written_over_nothing_but_a_report() {
    let desk = Desk::new(SEXTING.as_bytes());
    desk.put("dump.txt", DUMP.as_bytes());
    let import = |out: &str, report: &str| {
        desk.run(&["import", "dump.txt", "--no-ask", "-o", out, "--report", report])
    };
    let run = import("a.yaml", "content/x.yaml");
    assert!(run.code == 2 && run.err.contains("content/x.yaml is there"), "{run:?}");
    assert!(!desk.path("a.yaml").exists(), "refused before anything is written");
    let read = |path: &str| std::fs::read_to_string(desk.path(path)).expect("it is there");
    assert_eq!(read("content/x.yaml"), SEXTING);
    let run = import("b.yaml", "b.yaml");
    assert!(run.code == 2 && read("b.yaml").contains("sections:"), "{run:?}");
    for out in ["c.yaml", "d.yaml"] {
        let run = import(out, "report.json");
        assert!(run.code != 2 && read("report.json").contains("\"program\": \"briefpress "), "{run:?}");
    }
}
