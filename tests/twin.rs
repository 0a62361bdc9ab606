//! Twins: takes briefings, holds that web page and plain text say what the paper says, in its order, and no more.

use std::path::Path;

use briefpress::font::FontSet;
use briefpress::model::{Briefing, Contact, Date, Inline};
use briefpress::page::reading_order_text;
use briefpress::pipeline::{Beside, DocumentKind, EMBEDDED_LAYOUTS, Twin};
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::Theme;
use briefpress::twin::Edition;
use briefpress::typeset::{Material, Store, typeset};

const BRIEFINGS: [(&str, &str); 4] = [
    ("sexting", include_str!("../content/sexting.yaml")),
    ("features", include_str!("fixtures/features.yaml")),
    ("private-fostering", include_str!("fixtures/private-fostering.yaml")),
    ("arabic", include_str!("fixtures/arabic.yaml")),
];

fn briefing(yaml: &str) -> Briefing {
    let (briefing, messages) = read::briefing(&mut Sources::default(), "b.yaml", yaml.as_bytes(), None);
    briefing.unwrap_or_else(|| panic!("{messages:#?}"))
}

fn written(briefing: &Briefing, twin: Twin) -> String {
    let beside = DocumentKind::USUAL.map(|document| Beside {
        document,
        name: format!("{}.pdf", document.as_str()),
        size: 38_001,
    });
    twin.write(&Edition { briefing, theme: &Theme::default(), logo: None, today: None, beside: &beside })
}

/// The words of a page as a reader meets them: without tags, and with its entities read.
fn without_tags(html: &str) -> String {
    let body = html.split_once("<body>").expect("a page has a body").1;
    let mut words = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let (tag, behind) = after.split_once('>').expect("every tag ends");
        // Inside a line tags part no words.
        let in_line = ["a ", "/a", "span", "/span", "strong", "/strong", "bdi", "/bdi"];
        words.push_str(if in_line.iter().any(|start| tag.starts_with(start)) { "" } else { "\n" });
        rest = behind;
    }
    words.push_str(rest);
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Plain text without the addresses that it names behind the words of links.
fn without_targets(text: &str) -> String {
    let mut parts = text.split("<http");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |words, part| words + part.split_once('>').expect("an address in brackets ends").1)
}

fn on_paper(briefing: &Briefing, layout: &str) -> Option<String> {
    let fonts = FontSet::embedded();
    let (name, text) = EMBEDDED_LAYOUTS.iter().find(|(name, _)| *name == layout).expect("it is embedded");
    let layout = read::layout(&mut Sources::default(), name, text.as_bytes()).0.expect("it is sound");
    let mut store = Store::new(&fonts);
    store.begin(&briefing.language);
    let material =
        Material { briefing, layout: &layout, theme: &Theme::default(), fonts: &fonts, logo: None };
    Some(reading_order_text(&typeset(&material, &mut store).ok()?.document))
}

fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn said(inline: &Inline) -> String {
    packed(&inline.iter().map(|run| run.text.as_str()).collect::<String>())
}

/// Title, headings and the lines of the sections, in order, without spaces.
fn lines(briefing: &Briefing) -> Vec<String> {
    let mut lines = vec![packed(&briefing.title.value)];
    for section in &briefing.sections {
        lines.push(packed(&section.heading.value));
        section.body.iter().for_each(|block| block.for_each_inline(&mut |inline| lines.push(said(inline))));
    }
    lines
}

/// What a contact says, in any order of its lines.
fn values(contact: &Contact) -> Vec<String> {
    let lines = [&contact.purpose, &contact.phone, &contact.email, &contact.url, &contact.hours];
    let lines = lines.into_iter().flatten().chain([&contact.name]);
    lines.map(|line| packed(&line.value)).collect()
}

/// The words between the lines, where all lines stand in this order.
fn between(text: &str, lines: &[String]) -> Result<Vec<String>, String> {
    let (text, mut from) = (packed(text), 0);
    let mut gaps = Vec::new();
    for line in lines {
        let at = text[from..]
            .find(line.as_str())
            .ok_or_else(|| format!("{line} is not behind\n{}", &text[..from]))?;
        gaps.push(text[from..from + at].to_owned());
        from += at + line.len();
    }
    gaps.push(text[from..].to_owned());
    Ok(gaps)
}

#[test]
fn paper_web_and_text_say_the_same_words_in_the_same_order() {
    for (name, yaml) in BRIEFINGS {
        let briefing = briefing(yaml);
        let lines = lines(&briefing);
        let twins =
            [without_tags(&written(&briefing, Twin::Web)), without_targets(&written(&briefing, Twin::Text))];
        // The built-in faces have no Arabic letters; on paper it needs a folder of fonts.
        let paper = ["poster.yaml", "handout.yaml", "leaflet.yaml", "large-print.yaml"]
            .iter()
            .filter(|_| name != "arabic");
        let paper =
            paper.map(|layout| on_paper(&briefing, layout).unwrap_or_else(|| panic!("{name}: {layout}")));
        for text in paper.chain(twins.clone()) {
            between(&text, &lines).unwrap_or_else(|why| panic!("{name}: {why}"));
            let packed = packed(&text);
            for value in briefing.contacts.iter().flat_map(values) {
                assert!(packed.contains(&value), "{name}: {value}\n{text}");
            }
        }
        // Between the lines of the sections stand numbers of sections and items, no words.
        for text in twins {
            let gaps = between(&text, &lines).expect("it was tried above");
            for gap in &gaps[2..lines.len()] {
                assert!(!gap.chars().any(char::is_alphabetic), "{name}: {gap}");
            }
        }
    }
}

#[test]
fn contacts_keep_their_order_and_every_number_can_be_called() {
    let page = written(&briefing(BRIEFINGS[3].1), Twin::Web);
    let (_, contacts) = page.split_once("id=\"who\"").expect("there are contacts");
    let lines = ["الشرطة", "999", "فريقآشفورد", "01632960123", "CEOP", "طبيبك"].map(str::to_owned);
    between(&without_tags(&format!("<body>{contacts}")), &lines).unwrap_or_else(|why| panic!("{why}"));
    for link in ["tel:999", "tel:01632960123", "mailto:help@ashfordvale.example"] {
        assert!(contacts.contains(&format!("href=\"{link}\"")), "{link}");
    }
}

/// Groups of digits change places in a line that runs from the right, unless something holds them together.
#[test]
fn numbers_and_addresses_run_from_the_left_in_a_page_that_runs_from_the_right() {
    let page = written(&briefing(BRIEFINGS[3].1), Twin::Web);
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(page.contains("<a href=\"tel:01632960123\" dir=\"ltr\">01632 960 123</a>، ثم"), "{page}");
    assert!(page.contains("<bdi dir=\"ltr\">01632 960 777</bdi>"));
    assert!(page.contains("<a href=\"mailto:help@ashfordvale.example\" dir=\"ltr\">"));
    // The words of a link run as they do, whatever its address.
    assert!(
        page.contains("<a href=\"https://ashfordvale.example/guide-for-all\">الدليل الكامل</a>"),
        "{page}"
    );
    let english = written(&briefing(BRIEFINGS[0].1), Twin::Web);
    assert_eq!(english.matches(" dir=").count(), 1, "the page says which way it runs, once");
}

#[test]
fn a_page_needs_no_other_file_and_runs_no_script() {
    for (name, yaml) in BRIEFINGS {
        let page = written(&briefing(yaml), Twin::Web);
        for part in ["<script", "<link", "@import", "url(", " on", "src="] {
            let found = page.matches(part).count();
            // " on" is an attribute only inside a tag.
            let is_tag = |text: &str| {
                text.split('<').any(|tag| tag.split('>').next().is_some_and(|tag| tag.contains(" on")))
            };
            assert!(
                found == 0 || part == " on" && !is_tag(page.split_once("<body>").expect("a body").1),
                "{name}: {part}"
            );
        }
        assert!(page.contains("<a href=\"poster.pdf\">"), "{name}");
        assert!(page.contains("PDF, 39 kB, "), "{name}: sizes are rounded up");
    }
}

#[test]
fn what_is_not_there_leaves_no_trace() {
    let mut briefing = briefing(BRIEFINGS[0].1);
    briefing.contacts.clear();
    let edition =
        Edition { briefing: &briefing, theme: &Theme::default(), logo: None, today: None, beside: &[] };
    let page = Twin::Web.write(&edition);
    let (_, page) = page.split_once("<body>").expect("a page has a body");
    for part in ["#who", "#pdf", "id=\"who\"", "id=\"pdf\"", "class=\"k", "<header>"] {
        assert!(!page.contains(part), "{part}");
    }
    assert!(!Twin::Text.write(&edition).contains("Who to contact"));
}

#[test]
fn a_review_that_is_overdue_is_said_to_have_been_due_in_the_language() {
    let yaml = BRIEFINGS[1].1;
    for (language, due, to_come) in [
        ("en-GB", "Review was due 29 February 2028", "Review by 29 February 2028"),
        ("cy", "Roedd adolygiad i fod erbyn 29 Chwefror 2028", "Adolygu erbyn 29 Chwefror 2028"),
    ] {
        let briefing = briefing(&yaml.replace("language: en-GB", &format!("language: {language}")));
        let said = |twin: Twin, day: &str| {
            let today = Date::from_iso(day);
            twin.write(&Edition {
                briefing: &briefing,
                theme: &Theme::default(),
                logo: None,
                today,
                beside: &[],
            })
        };
        for (day, words) in [("2028-03-01", due), ("2028-02-29", to_come)] {
            assert!(said(Twin::Text, day).contains(words), "{language}, {day}");
            let page = without_tags(&said(Twin::Web, day)).replace('\n', "");
            assert!(page.contains(words), "{language}, {day}: {page}");
        }
        assert!(said(Twin::Web, "2028-03-01").contains("<p><strong>"), "{language}");
    }
}

#[test]
fn twins_are_what_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ref");
    let mut wrong = Vec::new();
    for (name, yaml) in BRIEFINGS.into_iter().filter(|(name, _)| ["features", "arabic"].contains(name)) {
        for twin in Twin::ALL {
            let path = folder.join(format!("{name}-{}", twin.file_name()));
            let found = written(&briefing(yaml), twin);
            if std::fs::read_to_string(&path).unwrap_or_default() == found {
                continue;
            }
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&path, found).expect("the folder of goldens can be written to");
            } else {
                wrong.push(path);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?} differ; BLESS=1 rewrites them, git diff shows what changed");
}
