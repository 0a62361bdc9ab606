//! Reading: each file of `tests/suite/read` with the messages it is to give; then bytes no editor would write.

use briefpress::color::{Cmyk, Rgb};
use briefpress::diag::{Code, Diagnostic, any_error};
use briefpress::language::Word;
use briefpress::model::{Block, Briefing, LinkTarget};
use briefpress::read;
use briefpress::source::Sources;

use crate::dice::Dice;
use crate::suite::{self, render};

const BOARD_FILE: &str = "# --- the board file ---\n";
const GOOD: &str = include_str!("../content/sexting.yaml");

fn read(text: &[u8], board: Option<&[u8]>) -> (Option<Briefing>, Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    let board = board.map(|bytes| ("board.yaml", bytes));
    let (briefing, messages) = read::briefing(&mut sources, "briefing.yaml", text, board);
    assert_eq!(briefing.is_some(), !any_error(&messages), "no briefing without a reason: {messages:?}");
    (briefing, messages, sources)
}

fn good(text: &str) -> Briefing {
    let (briefing, messages, _) = read(text.as_bytes(), None);
    briefing.unwrap_or_else(|| panic!("{messages:#?}"))
}

#[test]
fn every_file_of_the_suite_gives_its_messages() {
    suite::run("read", 30, |text| {
        let (briefing, board) =
            text.split_once(BOARD_FILE).map_or((text, None), |(b, o)| (b, Some(o.as_bytes())));
        let (_, messages, sources) = read(briefing.as_bytes(), board);
        (messages, sources)
    });
}

#[test]
fn bytes_that_are_no_text_are_named_as_such() {
    let check = |bytes: &[u8], code: Code, words: &str| {
        let (_, messages, _) = read(bytes, None);
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert_eq!(messages[0].code, code);
        assert!(messages[0].message.contains(words), "{}", messages[0].message);
        assert!(!messages[0].hints.is_empty());
    };
    check(b"", Code::FileEmpty, "`briefing.yaml` is empty");
    check(b"\xEF\xBB\xBF \n\t\n", Code::FileEmpty, "empty");
    check(
        b"title: x\nlabel: caf\xE9\n",
        Code::NotUtf8,
        "byte 20 (line 2) cannot be read; it looks like Windows-1252",
    );
    check(b"\xFF\xFEt\0i\0", Code::NotUtf8, "UTF-16");
    check(b"title: a\0b\n", Code::BadValue, "U+0000");
    check("title: a\u{85}b\n".as_bytes(), Code::BadValue, "U+0085");
    check(&vec![b'x'; 300 * 1024], Code::FileTooLarge, "300 kB");
}

#[test]
fn bombs_are_refused_before_they_cost_anything() {
    let check = |text: String, code: Code| {
        let (_, messages, _) = read(text.as_bytes(), None);
        assert!(messages.iter().any(|message| message.code == code), "{messages:?}");
        assert!(messages.len() <= 101, "{} messages", messages.len());
    };
    let mut laughs = "a: &a [ha, ha]\n".to_owned();
    for (one, next) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        laughs.push_str(&format!("{next}: &{next} [*{one}, *{one}, *{one}, *{one}, *{one}, *{one}]\n"));
    }
    check(laughs, Code::NotYaml);
    check("[".repeat(100_000), Code::NotYaml);
    check("{a: ".repeat(50_000), Code::NotYaml);
    check("- ".repeat(100_000), Code::NotYaml);
    check((0..60_000).map(|_| "a:\n").collect(), Code::NotYaml);
    check((0..2_000).map(|n| format!("k{n}: 1\n")).collect(), Code::UnknownKey);
    for stuff in ["*a ", "[", "[a](", "- ", "> ", "`", "<a ", "_*", "((((", "&amp;", "\\", "www.", "1) "] {
        let body = stuff.repeat(19_000 / stuff.len());
        let _ = read(GOOD.replace("Sexting is the exchange", &body).as_bytes(), None);
    }
}

#[test]
fn no_cut_of_a_good_file_makes_it_panic() {
    let bytes = GOOD.as_bytes();
    for length in 0..bytes.len() {
        read(&bytes[..length], None);
    }
    for length in (0..bytes.len()).step_by(7) {
        read(bytes, Some(&bytes[..length]));
    }
}

#[test]
fn no_change_of_a_good_file_makes_it_panic() {
    let mut dice = Dice::new(7);
    let mut random = |below: usize| dice.roll(below);
    let signs = b"\n\t :-[]{}#&*!|>'\"%@`,?\\\0\xFF\xC3~^<_(a0";
    for _ in 0..3_000 {
        let mut bytes = GOOD.as_bytes().to_vec();
        for _ in 0..=random(6) {
            let at = random(bytes.len());
            match random(3) {
                0 => bytes[at] = signs[random(signs.len())],
                1 => bytes.insert(at, signs[random(signs.len())]),
                _ => drop(bytes.drain(at..(at + random(40)).min(bytes.len()))),
            }
        }
        let (_, messages, sources) = read(&bytes, Some(&bytes[..random(400)]));
        messages.iter().for_each(|message| drop(render(message, &sources)));
    }
}

#[test]
fn scalars_keep_the_text_they_were_written_with() {
    let text =
        GOOD.replace("title: Sexting", "title: yes\nversion: 1.0").replace("phone: \"999\"", "phone: 0999");
    let briefing = good(&text);
    assert_eq!(briefing.title.value, "yes");
    assert_eq!(briefing.version.expect("there is a version").value, "1.0");
    assert_eq!(briefing.contacts[0].phone.as_ref().expect("there is a number").value, "0999");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let windows = format!("\u{FEFF}{}", GOOD.replace('\n', "\r\n"));
    let (here, there) = (good(GOOD), good(&windows));
    let words = |briefing: &Briefing| {
        let mut words = String::new();
        for block in briefing.sections.iter().flat_map(|section| &section.body) {
            block.for_each_inline(&mut |line| words.extend(line.iter().map(|run| run.text.as_str())));
        }
        words
    };
    assert_eq!(words(&here), words(&there));
}

#[test]
fn the_card_has_its_defaults() {
    let without = GOOD.split("card:").next().expect("there is text before the card");
    let briefing = good(without);
    assert_eq!(briefing.card_front.title.value, "Sexting");
    assert_eq!(briefing.card_back.title.value, "Questions - If a child speaks up");
    assert!(matches!(&briefing.card_back.body[..], [Block::List { items, .. }] if items.len() == 5));
    let own = format!("{without}card:\n  back:\n    body: Stay **calm**.\n");
    assert_eq!(good(&own).card_back.body.iter().map(Block::words).sum::<usize>(), 2);
    let whole = format!("{without}card:\n  back:\n    section: 1\n");
    assert!(matches!(&good(&whole).card_back.body[..], [Block::Paragraph(_)]), "section 1 has no list");
}

#[test]
fn a_board_file_replaces_what_is_local() {
    let board = "board:\n  name: Ashford Vale\ntheme:\n  ink: cmyk(1, 2, 3, 4)\nlanguage: cy\ncontacts:\n  \
                 - name: NSPCC Helpline\n    phone: 0808 157 0123\n    email:\n  - name: New\n    phone: 01632 960001\n";
    let text = format!("{GOOD}theme:\n  primary: \"#102030\"\n");
    let (briefing, messages, sources) = read(text.as_bytes(), Some(board.as_bytes()));
    let briefing = briefing.unwrap_or_else(|| panic!("{messages:#?}"));
    assert_eq!(briefing.board.name.value, "Ashford Vale");
    assert_eq!(briefing.board.short_name, None, "a board never shows what belongs to another");
    assert_eq!(sources.text(briefing.board.name.span), "Ashford Vale");
    assert_eq!(briefing.labels.get(Word::Label), "7-minute Briefing");
    assert_eq!(briefing.labels.get(Word::SectionLabel), "Munud");
    let names: Vec<_> = briefing.contacts.iter().map(|contact| contact.name.value.as_str()).collect();
    assert_eq!(names, ["Police", "NSPCC Helpline", "CEOP", "Local child protection services", "New"]);
    assert_eq!(briefing.contacts[1].phone.as_ref().expect("a number").value, "0808 157 0123");
    assert!(briefing.contacts[1].email.is_none(), "a key without a value takes it away");
    assert_eq!(briefing.theme_overrides.len(), 2);
}

#[test]
fn a_colour_can_have_a_value_for_the_screen_and_one_for_the_press() {
    let theme = "theme:\n  primary: {screen: \"#102030\", print: \"cmyk(90, 45, 40, 35)\"}\n  \
                 accent:\n    screen: \"#ffb81c\"\n    print: cmyk(0, 32, 94, 0)\n  tint: \"#eee\"\n";
    let briefing = good(&format!("{GOOD}{theme}"));
    let values: Vec<_> = briefing.theme_overrides.iter().map(|own| (own.screen, own.print)).collect();
    let (primary, accent) = (Rgb::new(16, 32, 48), Rgb::new(255, 184, 28));
    let inks = [Cmyk::new(90, 45, 40, 35), Cmyk::new(0, 32, 94, 0)];
    assert_eq!(values[..2], [(Some(primary), Some(inks[0])), (Some(accent), Some(inks[1]))]);
    assert_eq!(values[2], (Some(Rgb::new(238, 238, 238)), None));
}

#[test]
fn links_and_strong_words_become_runs_with_places() {
    let body = "Call **999 now** or [the site](https://a.example/x), see www.b.example. Mail c@d.example &amp; wait\\*";
    let text = GOOD.replace("Sexting is the exchange", body);
    let (briefing, messages, sources) = read(text.as_bytes(), None);
    let briefing = briefing.unwrap_or_else(|| panic!("{messages:#?}"));
    let Block::Paragraph(runs) = &briefing.sections[0].body[0] else { panic!("a paragraph") };
    let targets: Vec<_> = runs.iter().filter_map(|run| run.link.as_ref()).map(LinkTarget::uri).collect();
    assert_eq!(targets, ["https://a.example/x", "https://www.b.example", "mailto:c@d.example"]);
    let strong: Vec<_> = runs.iter().filter(|run| run.strong).map(|run| run.text.as_str()).collect();
    assert_eq!(strong, ["999 now"]);
    for run in runs.iter().filter(|run| !run.text.contains('&')) {
        assert_eq!(sources.text(run.span), run.text);
    }
    assert!(runs.iter().any(|run| run.text.contains("& wait*")), "{runs:?}");
}
