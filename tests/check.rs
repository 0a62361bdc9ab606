//! Checking: each file of `tests/suite/check` with the messages it is to give, and the shipped briefings.

use briefpress::check::{self, Settings};
use briefpress::diag::{Code, Diagnostic, Severity};
use briefpress::model::Date;
use briefpress::read;
use briefpress::source::Sources;

use crate::suite;

/// The day on which all of these tests are run.
const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

fn check(text: &str) -> (Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    let text = suite::whole(suite::split(text).1);
    let (briefing, mut messages) = read::briefing(&mut sources, "briefing.yaml", text.as_bytes(), None);
    let settings = Settings { today: Some(TODAY), sources: None };
    messages.extend(briefing.iter().flat_map(|briefing| check::briefing(briefing, &settings)));
    (messages, sources)
}

#[test]
fn every_file_of_the_suite_gives_its_messages() {
    suite::run("check", 30, check);
}

#[test]
fn ordinary_sentences_are_no_left_overs() {
    let sentences: Vec<&str> = include_str!("fixtures/ordinary.txt").lines().collect();
    let base = include_str!("suite/check/clean.yaml");
    for seven in sentences.chunks(7) {
        let bodies = seven.iter().map(|body| format!("  - heading: A part\n    body: |\n      {body}\n"));
        let text = suite::over(base, &format!("sections:\n{}", bodies.collect::<String>()), true);
        let mut sources = Sources::default();
        let (briefing, mut messages) = read::briefing(&mut sources, "a.yaml", text.as_bytes(), None);
        let settings = Settings { today: Some(TODAY), sources: None };
        messages.extend(check::briefing(&briefing.expect("it can be read"), &settings));
        // The same heading seven times is worth a note.
        messages.retain(|message| message.code != Code::HeadingRepeats);
        assert!(messages.is_empty(), "{text}\n{messages:?}");
    }
    assert!(sentences.len() > 150, "only {} sentences are left", sentences.len());
}

#[test]
fn every_message_says_what_to_do() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/check");
    for entry in std::fs::read_dir(folder).expect("the suite is there") {
        let path = entry.expect("the suite can be listed").path();
        let text = std::fs::read_to_string(&path).expect("the suite is text");
        for message in check(&text).0 {
            assert!(!message.hints.is_empty(), "{}: {message:?}", path.display());
            assert!(!message.message.ends_with('.'), "{}: {message:?}", path.display());
        }
    }
}

#[test]
fn every_rule_of_the_words_has_a_file_of_its_own() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/check");
    let first = Code::ALL.iter().position(|code| *code == Code::ContactLostZero).expect("the first rule");
    // These are about finished pages, or about the key `checks`, and have tests beside their code.
    let elsewhere = [
        Code::Contrast,
        Code::InkTotal,
        Code::OutsideTrim,
        Code::OutsideSafeZone,
        Code::TypeTooSmall,
        Code::QrTooSmall,
        Code::PictureResolution,
        Code::LogoContrast,
        Code::CheckProtected,
        Code::NotOnCard,
        Code::EditionsDiffer,
    ];
    let rules = Code::ALL[first..].iter().take_while(|code| **code != Code::CheckProtected);
    for code in rules.filter(|code| !elsewhere.contains(code)) {
        let text = std::fs::read_to_string(folder.join(format!("{code}.yaml"))).unwrap_or_default();
        assert!(check(&text).0.iter().any(|message| message.code == *code), "no file is about {code}");
    }
}

/// The words of the shipped briefings are their boards', so nothing but advice may be said of them.
#[test]
fn the_shipped_briefings_have_no_error() {
    for text in [include_str!("../content/sexting.yaml"), include_str!("fixtures/private-fostering.yaml")] {
        let (messages, _) = check(text);
        assert!(messages.iter().all(|message| message.severity < Severity::Error), "{messages:#?}");
    }
}

#[test]
fn without_a_day_nothing_is_overdue() {
    let text = include_str!("suite/check/review-past.yaml");
    let mut sources = Sources::default();
    let (briefing, _) = read::briefing(&mut sources, "briefing.yaml", text.as_bytes(), None);
    let briefing = briefing.expect("it is a good briefing");
    assert_eq!(check::briefing(&briefing, &Settings::default()), []);
}

/// What is remembered of a briefing holds until the day that the rules name, and not a day longer than it may.
#[test]
fn messages_stay_the_same_until_the_day_that_is_named() {
    let day = |text: &str| Date::from_iso(text).expect("the calendar has it");
    let mut changes = 0;
    for file in ["review-past", "contact-stale", "date-absurd", "issued-after-review", "clean"] {
        let path = format!("{}/tests/suite/check/{file}.yaml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the suite is text");
        let mut sources = Sources::default();
        let (briefing, _) = read::briefing(&mut sources, "briefing.yaml", text.as_bytes(), None);
        let briefing = briefing.expect("the file is read without errors");
        let messages =
            |today: Date| check::briefing(&briefing, &Settings { today: Some(today), sources: None });
        let (mut today, end) = (day("2015-01-01"), day("2040-01-01"));
        while today < end {
            let next = check::next_change(&briefing, today).unwrap_or(end).min(end);
            let days = next.number() - today.number();
            assert!(days > 0, "{file}: {today}");
            for later in [days / 3, days / 2, days - 1] {
                let later = today.plus_days(later).expect("the calendar has it");
                assert_eq!(messages(today), messages(later), "{file}: {today} and {later}");
            }
            changes += usize::from(messages(today) != messages(next));
            today = next;
        }
    }
    assert!(changes >= 8, "only {changes} days change anything");
}

/// What the rules say of a contact with this key, beside what is true of every contact here.
fn of_contact(key: &str, value: &str) -> Vec<Code> {
    let base = include_str!("suite/check/clean.yaml");
    let base = base.replace("Call the police on 999 if a child is in danger.", "Call the police.");
    let text = format!("{base}  - name: Somebody\n    verified: 2026-11-01\n    {key}: \"{value}\"\n");
    check(&text).0.iter().map(|message| message.code).collect()
}

/// The shapes that were met in real briefings.
#[test]
fn right_and_wrong_contacts_are_told_apart() {
    let right = [
        ("phone", "999"),
        ("phone", "101"),
        ("phone", "111 option 2"),
        ("phone", "116 123"),
        ("phone", "0800 1111"),
        ("phone", "0800 555 111"),
        ("phone", "0808 800 5000"),
        ("phone", "0845 46 47"),
        ("phone", "0114 203 7485"),
        ("phone", "020 7324 4000"),
        ("phone", "01642 527764"),
        ("phone", "016977 3999"),
        ("phone", "+44 203 879 8560"),
        ("phone", "+44 (0)1582 743885"),
        ("phone", "07911 123456"),
        ("phone", "Text 85258"),
        ("phone", "7726"),
        ("phone", "18001 0808 800 5000"),
        ("phone", "01642 527764 ext. 4410"),
        ("url", "www.nspcc.org.uk"),
        ("url", "iconcope.org/uk"),
        ("url", "https://www.ceop.police.uk/Safety-Centre/"),
        ("email", "help@nspcc.org.uk"),
        ("email", "safeguarding.children.front.door.team.a@ashfordvale.council.gov.uk"),
    ];
    for (key, value) in right {
        assert_eq!(of_contact(key, value), [], "{value}");
    }
    let wrong = [
        ("phone", "8451 228 669", Code::ContactLostZero),
        ("phone", "0808 800 500", Code::ContactMissingDigit),
        ("phone", "O808 800 5000", Code::ContactLetterInNumber),
        ("phone", "0808 8OO 5000", Code::ContactLetterInNumber),
        ("phone", "0808-800-5000", Code::ContactDashes),
        ("phone", "0808\u{2013}800\u{2013}5000", Code::ContactDashes),
        // Its shape is right, and nobody answers: it is kept for drama.
        ("phone", "01632 960777 ext. 4410", Code::ContactDramaNumber),
        ("email", "[email protected]", Code::ContactPlaceholder),
        ("email", "help@nspcc,org.uk", Code::ContactEmail),
        ("email", "help@nspcc", Code::ContactEmail),
        ("url", "www.nspcc,org.uk", Code::ContactUrl),
        ("url", "http:/www.nspcc.org.uk", Code::ContactUrl),
        ("url", "https://nspcc", Code::ContactUrl),
    ];
    for (key, value, code) in wrong {
        assert_eq!(of_contact(key, value), [code], "{value}");
    }
    assert_eq!(of_contact("hours", "Monday to Friday"), [Code::ContactNoValue], "your GP has no number");
}
