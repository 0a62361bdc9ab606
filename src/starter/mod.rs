//! The starter: takes a title and a day, gives the first page of a new briefing, with a line for every key there is.
//!
//! Its words stand in `starter.yaml`; the keys that may be there come from the declarations that the reader knows
//! them by, so that none is missing.

use crate::check::TEMPLATE_MARK;
use crate::date::Date;
use crate::diag::Code;
use crate::read::format::{BRIEFING, Key, Keys, Mapping, Value};
use crate::style::Swatch;

const PAGE: &str = include_str!("starter.yaml");

/// How far the notes behind optional keys are set in.
const NOTES: usize = 46;

/// A page that can be built at once: this title, issued on this day, to be looked at again in a year.
#[must_use]
pub fn starter(title: &str, today: Date) -> String {
    let mut page = String::with_capacity(2 * PAGE.len());
    for line in PAGE.lines() {
        // Advice is marked, so that it can be told where nobody has changed it.
        let line = line.strip_suffix(TEMPLATE_MARK).unwrap_or(line);
        match line.split_once(": ") {
            Some(("title", _)) => page.push_str(&format!("title: {}", scalar(title))),
            Some(("issued", _)) => page.push_str(&format!("issued: {today}")),
            Some(("review_by", _)) => page.push_str(&format!("review_by: {}", a_year_on(today))),
            _ => match line.strip_prefix("#+ ") {
                Some(what) => page.push_str(optional(what).trim_end()),
                None => page.push_str(line),
            },
        }
        page.push('\n');
    }
    page
}

/// The same day of the next year; 28 February after a leap day.
fn a_year_on(day: Date) -> Date {
    let next = |number: u8| Date::new(day.year + 1, day.month, number);
    next(day.day).or_else(|| next(28)).unwrap_or(day)
}

/// Words as a value of one line: in quotes, unless YAML cannot take them for anything else.
fn scalar(words: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " -'\u{2019}(),.".contains(c);
    let word = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        .contains(&words.to_lowercase().as_str());
    if words.starts_with(char::is_alphabetic) && words.chars().all(plain) && !word {
        return words.to_owned();
    }
    format!("\"{}\"", words.replace('\\', r"\\").replace('"', "\\\""))
}

/// A commented line for each key of a mapping that may be there and is not used in the page.
fn optional(what: &str) -> String {
    let Some((mapping, indent)) = find(&BRIEFING, what, 0) else { return String::new() };
    let Keys::Table(keys) = mapping.keys else { return String::new() };
    let used = |key: &Key| {
        PAGE.lines().any(|line| {
            line.trim_start().trim_start_matches("- ").starts_with(&format!("{}:", key.name))
                && is_at(line, indent)
        })
    };
    keys.iter().filter(|key| !key.needed && !used(key)).map(|key| lines_of(key, indent)).collect()
}

/// Whether a line of the page stands so many spaces in; what begins an entry of a list counts as the keys below it.
fn is_at(line: &str, indent: usize) -> bool {
    let own = line.len() - line.trim_start().len();
    own + if line.trim_start().starts_with("- ") { 2 } else { 0 } == indent
}

/// The mapping of that name, and how far its keys are set in.
fn find(mapping: &'static Mapping, what: &str, indent: usize) -> Option<(&'static Mapping, usize)> {
    if mapping.what == what {
        return Some((mapping, indent));
    }
    let Keys::Table(keys) = mapping.keys else { return None };
    keys.iter().find_map(|key| match key.value {
        Value::Keys(inner) => find(inner, what, indent + 2),
        Value::List(inner, ..) => find(inner, what, indent + 4),
        _ => None,
    })
}

/// "# web: https://…   # The address of the same text on the web", with the keys below it where it has any.
fn lines_of(key: &Key, indent: usize) -> String {
    let about = key.about.split_once(". ").map_or(key.about, |(first, _)| first).trim_end_matches('.');
    let space = " ".repeat(indent);
    // Words stand in quotes: behind bare ones a remark would be taken for more of them.
    let bare = matches!(key.value, Value::Date | Value::Flag | Value::Whole(..) | Value::Decimal(_));
    let quoted = !bare && !key.example.is_empty() && !key.example.starts_with('"');
    let example = if quoted { format!("\"{}\"", key.example) } else { key.example.to_owned() };
    let head = format!("{space}# {}: {example}", key.name);
    let mut out = format!("{:<NOTES$}  # {about}\n", head.trim_end());
    for (name, example) in below(key) {
        out.push_str(&format!("{space}#   {name}: {example}\n"));
    }
    out
}

/// What stands below a key that has no value of its own: all its keys, or the first few where there is one for each
/// colour or rule.
fn below(key: &Key) -> Vec<(&'static str, String)> {
    let Value::Keys(inner) = key.value else { return Vec::new() };
    match inner.keys {
        Keys::Table(keys) => keys.iter().map(|key| (key.name, key.example.to_owned())).collect(),
        Keys::Colours(_) => vec![(Swatch::Primary.as_str(), "\"#0f4c5c\"".to_owned())],
        Keys::Rules => vec![(Code::ReadingAge.as_str(), "off".to_owned())],
        Keys::Chosen(_) => Vec::new(),
        Keys::Words => vec![("review_by", "Review by".to_owned())],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::any_error;
    use crate::read;
    use crate::source::Sources;

    const TODAY: Date = Date { year: 2028, month: 2, day: 29 };

    fn faults(text: &str) -> Vec<String> {
        let (_, messages) = read::briefing(&mut Sources::default(), "new.yaml", text.as_bytes(), None);
        if any_error(&messages) {
            messages.into_iter().map(|message| message.message).collect()
        } else {
            Vec::new()
        }
    }

    #[test]
    fn the_page_has_the_title_and_the_days() {
        let page = starter("Child sexual exploitation", TODAY);
        assert!(page.contains("\ntitle: Child sexual exploitation\n"), "{page}");
        assert!(page.contains("\nissued: 2028-02-29\nreview_by: 2029-02-28\n"), "{page}");
        assert!(page.starts_with("# yaml-language-server: $schema=briefing.schema.json\n"));
        assert_eq!(faults(&page), [""; 0]);
    }

    #[test]
    fn any_title_is_read_back_as_it_was_typed() {
        for title in [
            "Gangs: county lines",
            "\"Honour\" #1",
            "- a list?",
            "yes",
            "100% safe",
            "Back\\slash",
            "*Star*",
            "Plant a'r ŵyl",
        ] {
            let page = starter(title, TODAY);
            let (briefing, messages) =
                read::briefing(&mut Sources::default(), "new.yaml", page.as_bytes(), None);
            let briefing = briefing.unwrap_or_else(|| panic!("{title}: {messages:?}"));
            assert_eq!(briefing.title.value, title);
        }
    }

    /// Each block of commented keys on its own, and then all at once.
    #[test]
    fn every_optional_key_can_be_used_by_taking_its_mark_away() {
        let page = starter("Sexting", TODAY);
        let lines: Vec<&str> = page.lines().collect();
        // The first line is a note to editors.
        let key = |line: &str| {
            let text = line.trim_start().strip_prefix("# ").unwrap_or_default();
            text.split_once(':').is_some_and(|(key, _)| {
                !key.is_empty()
                    && key.trim_start().bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'-')
            })
        };
        let is_below = |line: &str| line.trim_start().starts_with("#   ");
        let bare = |line: &str| line.replacen("# ", "", 1);
        let blocks: Vec<usize> =
            (1..lines.len()).filter(|at| key(lines[*at]) && !is_below(lines[*at])).collect();
        assert!(blocks.len() >= 10, "{blocks:?}\n{page}");
        for at in &blocks {
            let mut own: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            own[*at] = bare(lines[*at]);
            (at + 1..lines.len())
                .take_while(|below| is_below(lines[*below]))
                .for_each(|below| own[below] = bare(lines[below]));
            assert_eq!(faults(&own.join("\n")), [""; 0], "{}", lines[*at]);
        }
        let all: Vec<String> = lines
            .iter()
            .skip(1)
            .map(|line| if key(line) { bare(line) } else { (*line).to_owned() })
            .collect();
        assert_eq!(faults(&all.join("\n")), [""; 0], "{}", all.join("\n"));
    }

    #[test]
    fn no_optional_key_is_missing() {
        let page = starter("Sexting", TODAY);
        for mapping in ["a briefing", "`board`", "a contact"] {
            let (mapping, _) = find(&BRIEFING, mapping, 0).expect("it is declared");
            for name in mapping.names() {
                assert!(page.contains(&format!("{name}:")), "{name} of {} is not in the page", mapping.what);
            }
        }
    }
}
