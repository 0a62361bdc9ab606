//! Languages: takes tags and the files of `languages/`, holds what the program says in each.

use std::collections::BTreeMap;

use briefpress::check::{self, Settings};
use briefpress::date::Date;
use briefpress::diag::{Code, Diagnostic};
use briefpress::language::{Direction, KNOWN, Labels, Language, Word};
use briefpress::model::{Briefing, LinkTarget};
use briefpress::read;
use briefpress::source::Sources;

fn language(tag: &str) -> Language {
    Language::new(tag).expect("a language tag")
}

#[test]
fn a_tag_finds_the_file_of_its_language_and_script() {
    let check = |tag: &str, file: Option<&str>| {
        assert_eq!(language(tag).known().map(|known| known.tag), file, "{tag}");
    };
    check("en", Some("en"));
    check("en-GB", Some("en"));
    check("CY-gb", Some("cy"));
    check("pl-Latn-PL", Some("pl"));
    check("zh", Some("zh-Hans"));
    check("zh-hans-CN", Some("zh-Hans"));
    check("zh-CN", Some("zh-Hans"));
    // Traditional characters, and Punjabi in Arabic letters, are not the same words in other clothes.
    check("zh-TW", None);
    check("zh-Hant", None);
    check("pa-Arab", None);
    check("pa-Guru-GB", Some("pa"));
    check("pan", None);
    check("de", None);
}

/// `scripts/examples` builds one for each, and other people's readers read it back.
#[test]
fn every_language_has_a_briefing_in_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/languages");
    for known in KNOWN.iter().filter(|known| known.tag != "en") {
        let path = folder.join(format!("{}.yaml", known.tag));
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let own = text.lines().find_map(|line| line.strip_prefix("language: ")).unwrap_or_default();
        let tag = Language::new(own).and_then(|language| language.known().map(|known| known.tag));
        assert_eq!(tag, Some(known.tag), "{}: {own:?}", path.display());
    }
}

#[test]
fn a_language_knows_which_way_it_runs() {
    let check = |tag: &str, right: bool| {
        let expected = if right { Direction::RightToLeft } else { Direction::LeftToRight };
        assert_eq!(language(tag).direction(), expected, "{tag}");
    };
    for tag in ["ar", "ur-PK", "fa", "he", "ps", "pa-Arab", "ku-Arab", "uz-arab-AF", "ckb"] {
        check(tag, true);
    }
    for tag in ["en", "cy", "pa", "bn", "zh-Hans", "uk", "so", "az", "az-Latn", "ks-Deva", "pas"] {
        check(tag, false);
    }
}

#[test]
fn days_are_written_as_each_language_writes_them() {
    let day = Date::from_iso("2026-05-04").expect("a day");
    let check = |tag: &str, expected: &str| {
        let labels = Labels::for_language(&language(tag)).expect("a file");
        assert_eq!(labels.date(day), expected, "{tag}");
    };
    // CLDR's long form, with the words for "year" that a reader of British dates does not need left out.
    check("en-GB", "4 May 2026");
    check("cy", "4 Mai 2026");
    check("pl", "4 maja 2026");
    check("ro", "4 mai 2026");
    check("ur", "4 مئی 2026");
    check("pa", "4 ਮਈ 2026");
    check("bn", "4 মে 2026");
    check("ar", "4 مايو 2026");
    check("uk", "4 травня 2026");
    check("so", "4 Maayo 2026");
    check("lt", "2026 m. gegužės 4 d.");
    check("tr", "4 Mayıs 2026");
    check("zh-Hans", "2026年5月4日");
}

#[test]
fn fields_are_filled_in_once() {
    let mut labels = Labels::english();
    labels.set(Word::SectionLabel, "{all}".to_owned());
    assert_eq!(labels.minute(3, 7), "{all} 3 of 7");
    assert_eq!(labels.page(2, 5), "Page 2 of 5");
    assert_eq!(labels.opens_on("a.example/{n}"), "opens on a.example/{n}");
}

/// A telling word that two languages have would tell both.
#[test]
fn telling_words_tell_one_language() {
    let mut owners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for known in KNOWN {
        for word in known.telling {
            assert_eq!(*word, word.to_lowercase(), "{}: small letters only", known.tag);
            owners.entry(word).or_default().push(known.tag);
        }
    }
    let shared: Vec<_> = owners.iter().filter(|(_, tags)| tags.len() > 1).collect();
    assert!(shared.is_empty(), "{shared:?}");
}

/// Nothing that is printed in one language was forgotten and is English still.
#[test]
fn no_file_has_the_words_of_another() {
    // The same in many languages, or a name.
    let same = ["Relay UK", "Poster", "Online:", "minute", "SMS", "Kontakty", "{day} {month} {year}"];
    let english = Labels::english();
    for known in KNOWN.iter().filter(|known| known.tag != "en") {
        for word in Word::all() {
            let text = known.words[word as usize];
            let is_new = text != english.get(word) || same.contains(&text);
            assert!(is_new, "{}: {} is English: {text}", known.tag, word.as_str());
        }
    }
}

fn messages(language: &str, body: &str) -> Vec<String> {
    let mut yaml = format!("title: T\nlanguage: {language}\nboard: {{name: B}}\nsections:\n");
    for _ in 0..7 {
        yaml += &format!("  - heading: H\n    body: {body:?}\n");
    }
    let mut sources = Sources::default();
    let (briefing, messages) = read::briefing(&mut sources, "t.yaml", yaml.as_bytes(), None);
    let briefing = briefing.unwrap_or_else(|| panic!("{messages:?}"));
    let found = check::briefing(&briefing, &Settings::default());
    let told = found.into_iter().filter(|message| message.code == Code::LanguageUntagged);
    told.map(|message| message.message).collect()
}

#[test]
fn words_of_another_language_are_told_in_any_pair() {
    let told = messages("en", "Dziecko jest w domu, jeśli nie wie, co się dzieje.");
    assert_eq!(told.len(), 7);
    assert_eq!(told[0], "these words look Polish, but a screen reader will say them as English");
    let told = messages("ur", "If you think that this could happen, call your line manager.");
    assert_eq!(told[0], "these words look English, but a screen reader will say them as Urdu");
    assert!(messages("uk", "Дитина може постраждати, якщо діти не мають допомоги.").is_empty());
    assert!(messages("cy", "Ffoniwch yr heddlu os oes plentyn mewn perygl.").is_empty());
    // A name of several English words is no text in English.
    assert!(messages("pl", "National Society for the Prevention of Cruelty to Children").is_empty());
    assert!(messages("en", "Call Cymorth i Ferched Cymru or the Polish line Nie Krzywdź.").is_empty());
}

/// A briefing in a language, with a title, a number and a body, and what is said of it.
fn briefing(language: &str, title: &str, phone: &str, body: &str) -> (Option<Briefing>, Vec<Diagnostic>) {
    let mut yaml = format!("title: {title}\nlanguage: {language}\nboard: {{name: B}}\nsections:\n");
    for _ in 0..7 {
        yaml += &format!("  - heading: H\n    body: {body}\n");
    }
    yaml += &format!("contacts:\n  - name: P\n    phone: {phone}\n    emergency: true\n");
    let mut sources = Sources::default();
    let (briefing, mut told) = read::briefing(&mut sources, "t.yaml", yaml.as_bytes(), None);
    told.extend(briefing.iter().flat_map(|briefing| check::briefing(briefing, &Settings::default())));
    (briefing, told)
}

#[test]
fn every_language_has_pairs_of_quotes_and_each_is_known_round_a_value_and_an_address() {
    for known in KNOWN {
        assert!(!known.quotes.is_empty(), "{}", known.tag);
        for (open, close) in known.quotes {
            let quoted = |words: &str| format!("{open}{words}{close}");
            let body = format!("{} {}.", known.own_name, quoted("www.nspcc.org.uk"));
            let (briefing, told) = briefing(known.tag, &quoted("Title"), &quoted("999"), &body);
            let cures: Vec<&str> = told
                .iter()
                .filter(|message| message.code == Code::CurlyQuotes)
                .flat_map(|message| message.fix.iter().map(|fix| fix.text.as_str()))
                .collect();
            assert_eq!(cures, ["Title", "\"999\""], "{} {open}{close}: {told:#?}", known.tag);
            let mut links = Vec::new();
            let sections = briefing.iter().flat_map(|briefing| &briefing.sections);
            for block in sections.flat_map(|section| &section.body) {
                block.for_each_inline(&mut |line| {
                    links.extend(line.iter().filter_map(|run| run.link.as_ref()).map(LinkTarget::uri));
                });
            }
            assert_eq!(links, ["https://www.nspcc.org.uk"; 7], "{} {open}{close}", known.tag);
        }
    }
}

#[test]
fn quotes_of_any_language_are_put_right_where_yaml_cannot_read_them() {
    for (open, close) in KNOWN.iter().flat_map(|known| known.quotes) {
        let (_, told) = briefing("en", &format!("{open}Worried: who to call{close}"), "999", "Words.");
        let said = told.iter().find(|message| message.code == Code::NotYaml).expect("YAML cannot read it");
        let hints = said.hints.join(" ");
        assert!(hints.contains("title: \"Worried: who to call\""), "{open}{close}: {said:#?}");
        assert!(said.message.contains("straight quotation marks"), "{}", said.message);
    }
}
