//! Comparing: takes pairs of briefings, holds what is told of them and what is not.

use briefpress::compare::compare;
use briefpress::diag::{Code, Diagnostic, Place};
use briefpress::read;
use briefpress::source::Sources;

const ENGLISH: &str = r#"title: Water
issued: 2026-03-01
board: {name: Board}
sections:
  - heading: One
    body: In 2025, 1,500 children under 18 called 0808 800 5000.
  - heading: Two
    body: "Look at [the guide](https://www.ashford.example/guide)."
  - heading: Three
    body: "- one\n- two\n  - inside\n- three"
  - {heading: Four, body: "First.\n\nSecond."}
  - {heading: Five, body: Words.}
  - {heading: Six, body: Words.}
  - {heading: Seven, body: Call 999.}
contacts:
  - {name: Police, phone: "999", emergency: true}
  - {name: Team, phone: 01632 960 123, email: Team@ashford.example, hours: "9am to 5pm"}
  - {name: Report, url: https://ashford.example/report, qr: true}
"#;

const WELSH: &str = r#"title: Dŵr
language: cy
issued: 2026-03-01
board: {name: Bwrdd}
sections:
  - heading: Un
    body: Ffoniodd 1500 o blant dan 18 oed 0808 800 5000 yn 2025.
  - heading: Dau
    body: "Gweler [y canllaw](http://ashford.example/guide/)."
  - heading: Tri
    body: "- un\n- dau\n  - tu mewn\n- tri"
  - {heading: Pedwar, body: "Cyntaf.\n\nAil."}
  - {heading: Pump, body: Geiriau.}
  - {heading: Chwech, body: Geiriau.}
  - {heading: Saith, body: Ffoniwch 999.}
contacts:
  - {name: Heddlu, phone: "999", emergency: true}
  - {name: Tîm, phone: 01632 960123, email: team@ashford.example, hours: "9yb i 5yp"}
  - {name: Adrodd, url: ashford.example/report/, qr: true}
"#;

/// What is told of the pair with a part of the second file changed: the place in it, the message, the advice.
fn told(from: &str, to: &str) -> Vec<String> {
    assert!(WELSH.contains(from), "{from}");
    let mut sources = Sources::default();
    let mut read = |name: &str, text: &str| {
        let (briefing, messages) = read::briefing(&mut sources, name, text.as_bytes(), None);
        briefing.unwrap_or_else(|| panic!("{messages:#?}"))
    };
    let (first, second) = (read("a.yaml", ENGLISH), read("b.yaml", &WELSH.replacen(from, to, 1)));
    let shown = |message: Diagnostic| {
        assert_eq!(message.code, Code::EditionsDiffer);
        let Place::At(span) = message.place else { panic!("{message:?} has no place") };
        let source = sources.get(span.source);
        assert_eq!(source.name(), "b.yaml", "messages point into the second file");
        let (line, column) = source.line_column(span.range().start);
        format!("{line}:{column} {}. {}", message.message, message.hints.join(". "))
    };
    compare(&sources, &first, &second).into_iter().map(shown).collect()
}

#[test]
fn two_languages_that_say_the_same_give_nothing() {
    assert_eq!(told("Geiriau", "Geiriau"), [""; 0]);
}

#[test]
fn numbers_links_and_lists_that_differ_are_told_with_both_places() {
    let check =
        |from: &str, to: &str, expected: &[&str]| assert_eq!(told(from, to), expected, "{from} -> {to}");
    check(
        "dan 18 oed",
        "dan 16 oed",
        &["7:37 section 1 has the number 16 where the other file has 18. The other one is at a.yaml:6:41"],
    );
    check(
        "yn 2025",
        "y llynedd",
        &["6:14 section 1 has no number 2025, and the other file has it. It is at a.yaml:6:14"],
    );
    check(
        "Geiriau.",
        "Geiriau 7.",
        &["13:35 section 5 has the number 7, and the other file does not have it. Look at a.yaml:12:15"],
    );
    check(
        "example/guide/",
        "example/canllaw",
        &["9:20 section 2 has the link http://ashford.example/canllaw where the other file has \
           https://www.ashford.example/guide. The other one is at a.yaml:8:21"],
    );
    check(
        "\\n- tri",
        "",
        &[
            "11:11 a list of section 3 has 2 points, and in the other file it has 3. The list of the other file \
           begins at a.yaml:10:11",
        ],
    );
    check(
        "\\n\\nAil.",
        "",
        &[
            "12:15 section 4 has 1 paragraph, and the other file has 2. Section 4 of the other file is at a.yaml:11:15",
        ],
    );
}

#[test]
fn contacts_and_days_that_differ_are_told() {
    let one = |from: &str, to: &str| {
        let told = told(from, to);
        assert_eq!(told.len(), 1, "{from} -> {to}: {told:?}");
        told[0].clone()
    };
    assert!(
        one("01632 960123", "01632 960124").contains("the contact Tîm has the number 01632 960124 where")
    );
    assert!(
        one("emergency: true", "emergency: false").contains("`emergency` of the contact Heddlu is false")
    );
    assert!(
        one("9yb i 5yp", "9yb i 6yp").contains("has the number in its hours 6 where the other file has 5")
    );
    assert!(
        one("issued: 2026-03-01\n", "")
            .contains("there is no `issued`, and in the other file it is 2026-03-01")
    );
    assert!(
        one("2026-03-01", "2026-04-01")
            .contains("`issued` is 2026-04-01 here and 2026-03-01 in the other file")
    );
    assert!(
        one("contacts:\n", "version: '2'\ncontacts:\n")
            .contains("`version` is 2, and the other file has none")
    );
    for (key, name) in [
        ("text", "number for texts"),
        ("relay", "number of the relay service"),
        ("textphone", "textphone number"),
    ] {
        let (from, to) = (", hours: \"9yb", format!(", {key}: 07700 900123, hours: \"9yb"));
        let told = one(from, &to);
        assert!(
            told.contains(&format!("has the {name} 07700 900123, and the other file does not have it")),
            "{told}"
        );
    }
    assert!(
        one(", hours: \"9yb", ", bsl: https://bsl.example/a, hours: \"9yb")
            .contains("has the address of a BSL video")
    );
    let (tim, adrodd) =
        (WELSH.find("  - {name: Tîm").expect("it is there"), WELSH.find("  - {name: Adrodd").expect("too"));
    assert!(one(&WELSH[tim..adrodd], "").contains("a contact of the other file is not here: Team"));
    let swapped = format!("{}{}", &WELSH[adrodd..], &WELSH[tim..adrodd]);
    assert!(one(&WELSH[tim..], &swapped).contains("Adrodd stands in another place"));
}

/// The back of the card has words of its own, and the web copy an address.
#[test]
fn the_card_and_the_web_copy_are_compared_too() {
    let card =
        |body: &str| format!("contacts:\n  - {{name: Heddlu, phone: \"999\", emergency: true}}\n{body}");
    let from = "contacts:\n  - {name: Heddlu, phone: \"999\", emergency: true}\n";
    let own = "card: {back: {title: Cefn, body: \"Ffoniwch 101.\"}}\ncontacts:\n  - {name: Heddlu, phone: \"999\", emergency: true}\n";
    let told = told(from, own);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("the back of the card has the number 101, and the other file does not have it"),
        "{told:?}"
    );
    let web = self::told(from, &card("").replace("contacts:", "web: https://a.example/cy\ncontacts:"));
    assert!(
        web.len() == 1 && web[0].contains("`web` is https://a.example/cy, and the other file has none"),
        "{web:?}"
    );
}
