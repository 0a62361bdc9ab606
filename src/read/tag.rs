//! The language of a briefing: takes the value of `language`, gives the tag that was meant, and what is wrong with it.

use super::take::{Fields, Reader, shortened};
use crate::diag::{Code, Diagnostic};
use crate::language::{KNOWN, Known, Language};

/// The tag that was meant: with a hyphen for an underscore, or by the name of the language.
fn tag_of(written: &str) -> Option<String> {
    // What people call English, and names that are not those of the languages themselves.
    const NAMES: [(&str, &str); 17] = [
        ("english", "en-GB"),
        ("british", "en-GB"),
        ("chinese", "zh-Hans"),
        ("british english", "en-GB"),
        ("gb", "en-GB"),
        ("eng", "en-GB"),
        ("en_uk", "en-GB"),
        ("english (uk)", "en-GB"),
        ("english (united kingdom)", "en-GB"),
        ("uk english", "en-GB"),
        ("plain english", "en-GB"),
        ("easy read", "en-GB"),
        ("en gb", "en-GB"),
        ("en.gb", "en-GB"),
        ("eng-gb", "en-GB"),
        ("cym", "cy"),
        ("wel", "cy"),
    ];
    let quotes = |c: char| "\u{2018}\u{2019}\u{201c}\u{201d}'\" ".contains(c);
    let small = written.trim_matches(quotes).to_lowercase();
    let small = small.trim_end_matches(".utf-8");
    let named = NAMES.iter().find(|(name, _)| *name == small).map(|(_, tag)| *tag);
    let is_called =
        |known: &&Known| [known.name, known.own_name].iter().any(|name| name.to_lowercase() == small);
    let known = || KNOWN.iter().find(is_called).map(|known| known.tag);
    named.or_else(known).map(str::to_owned).or_else(|| {
        // With an underscore, as computers have it, or in quotes of another kind.
        let tag = small.replace('_', "-");
        let tag = match tag.split_once('-') {
            Some((front, land)) if land.len() == 2 => format!("{front}-{}", land.to_uppercase()),
            _ => tag,
        };
        let dressed = written.contains('_') || written.trim_matches(quotes) != written;
        (dressed && Language::new(&tag).is_some()).then_some(tag)
    })
}

pub(super) fn language(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Language {
    let Some(line) = reader.optional_value(fields, "language").filter(|line| !line.value.is_empty()) else {
        empty(reader, fields);
        return Language::english();
    };
    // The country of en-UK is GB in every list of countries; a screen reader does not know the other.
    if let Some(primary) = line.value.strip_suffix("-UK").or_else(|| line.value.strip_suffix("-uk")) {
        let message = format!("`language` is not a language tag: `{}`", shortened(&line.value));
        let told = Diagnostic::error(Code::BadValue, line.span, message);
        let right = format!("{primary}-GB");
        reader.messages.push(told.hint(format!("Did you mean {right}?")).replace(line.span, &right));
        return Language::new(&right).unwrap_or_else(Language::english);
    }
    // The tag of Ukrainian is written by people who mean the United Kingdom.
    let cyrillic = |c: char| matches!(c, '\u{400}'..='\u{4ff}');
    if line.value.eq_ignore_ascii_case("uk")
        && !reader.sources.get(line.span.source).text().contains(cyrillic)
    {
        let message = "`uk` is Ukrainian, and no word here is in its letters";
        let told = Diagnostic::error(Code::BadValue, line.span, message);
        reader.messages.push(told.hint("Write language: en-GB").replace(line.span, "en-GB"));
        return Language::english();
    }
    // By their form these are tags; they are no languages, or have shorter ones.
    const NO_TAGS: [&str; 10] =
        ["gb", "eng", "eng-gb", "cym", "wel", "utf-8", "bsl", "yes", "true", "default"];
    let by_name = NO_TAGS.iter().any(|name| line.value.eq_ignore_ascii_case(name));
    Language::new(&line.value).filter(|_| !by_name).unwrap_or_else(|| {
        let message = format!("`language` is not a language tag: `{}`", shortened(&line.value));
        let told = Diagnostic::error(Code::BadValue, line.span, message);
        reader.messages.push(match tag_of(&line.value) {
            Some(tag) => told.hint(format!("Write language: {tag}")).replace(line.span, &tag),
            None if line.value.contains([',', '/', '&', ' ']) => {
                told.hint("Write one language, and give each other language a file of its own")
            }
            None => told.hint("Write the short form: en-GB for English, cy for Welsh"),
        });
        Language::english()
    })
}

/// Says that a key without a value leaves the language to be English.
fn empty(reader: &mut Reader<'_>, fields: &Fields<'_>) {
    let written = fields.get("language").is_none_or(|node| reader.sources.text(node.span).len() < 3);
    if let Some(place) = fields.key_span("language").filter(|_| written && !reader.proven) {
        let message = "`language` is empty, so a screen reader says this text as English";
        let told = Diagnostic::usual(Code::LanguageUntagged, place, message);
        reader.messages.push(told.hint("Write language: en-GB, or cy for Welsh; or delete the line"));
    }
}
