//! Keys: takes a name, gives a page for every key of that name: where it stands, what it says, how it looks.
//!
//! All of it comes from the declarations that the reader knows the keys by; an example is tried by the tests.

use std::fmt::Write as _;

use crate::diag::Code;
use crate::language::Word;
use crate::read::format::{BOARD_FILE, BRIEFING, Key, Keys, LAYOUT, Mapping, PROJECT, Rule, SHEET, Value};
use crate::style::Swatch;

/// A step to a key: the mapping that it stands in, and the key.
type Step = (&'static Mapping, &'static Key);

/// A key in a kind of file.
#[derive(Clone, Debug)]
pub struct Place {
    /// The kind of file: "a briefing".
    pub file: &'static str,
    /// From the file down to the key.
    steps: Vec<Step>,
}

/// A name that stands before a colon and is no key of a table: a colour, or a word that the program prints.
struct Name {
    name: &'static str,
    kind: &'static str,
    about: String,
    example: String,
}

/// Every key of every kind of file, in the order of the declarations.
#[must_use]
pub fn keys() -> Vec<Place> {
    let mut found = Vec::new();
    for root in [&BRIEFING, &BOARD_FILE, &PROJECT, &LAYOUT, &SHEET] {
        below(root, root, &mut Vec::new(), &mut found);
    }
    found
}

fn below(root: &'static Mapping, mapping: &'static Mapping, steps: &mut Vec<Step>, found: &mut Vec<Place>) {
    let Keys::Table(keys) = mapping.keys else { return };
    for key in keys {
        // A frame may hold frames: what was met on the way, or in this file already, is not met again.
        let known = |place: &Place| place.file == root.what && place.is(mapping, key);
        if found.iter().any(known) || steps.iter().any(|(above, _)| std::ptr::eq(*above, mapping)) {
            continue;
        }
        steps.push((mapping, key));
        found.push(Place { file: root.what, steps: steps.clone() });
        for inner in inner(key.value) {
            below(root, inner, steps, found);
        }
        steps.pop();
    }
}

/// The mappings that a value may hold.
fn inner(value: Value) -> Vec<&'static Mapping> {
    match value {
        Value::Keys(one)
        | Value::List(one, ..)
        | Value::WordOrList(_, one, ..)
        | Value::Named(one)
        | Value::Either(_, one) => vec![one],
        Value::ListOf(one, other) | Value::NamedLists(one, other) => vec![one, other],
        _ => Vec::new(),
    }
}

impl Place {
    fn is(&self, mapping: &Mapping, key: &Key) -> bool {
        self.steps.last().is_some_and(|(own, last)| own.what == mapping.what && last.name == key.name)
    }

    /// The key.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.steps.last().map_or("", |(_, key)| key.name)
    }

    /// Whether it must be there.
    #[must_use]
    pub fn is_needed(&self) -> bool {
        self.steps.last().is_some_and(|(_, key)| key.needed)
    }

    /// What it says, in a sentence or two.
    #[must_use]
    pub fn about(&self) -> &'static str {
        self.steps.last().map_or("", |(_, key)| key.about)
    }

    /// The keys down to it: `board.logo.file`.
    #[must_use]
    pub fn path(&self) -> String {
        self.steps.iter().map(|(_, key)| key.name).collect::<Vec<_>>().join(".")
    }

    /// How it is written, with what has to stand beside it; `None` where it is declared by other keys alone.
    #[must_use]
    pub fn right(&self) -> Option<String> {
        self.example(None)
    }

    /// How it is often written and cannot be read, where that can be told from its kind.
    #[must_use]
    pub fn wrong(&self) -> Option<String> {
        let (_, key) = self.steps.last()?;
        let wrong = match key.value {
            Value::Date => "1 March 2027".to_owned(),
            Value::Flag => "perhaps".to_owned(),
            Value::Whole(_, most) => (most + 1).to_string(),
            Value::Decimal(_) => "many".to_owned(),
            Value::Phone => "ask at the desk".to_owned(),
            Value::Choice(_) => "something else".to_owned(),
            _ => return None,
        };
        self.example(Some(&wrong))
    }

    fn example(&self, value: Option<&str>) -> Option<String> {
        let mut out = String::new();
        let (mut indent, mut dash) = (0, "");
        for (at, (mapping, key)) in self.steps.iter().enumerate() {
            let last = at + 1 == self.steps.len();
            // A whole file needs more than an example should hold.
            let needed = if at == 0 { Vec::new() } else { beside(mapping, key) };
            for other in needed {
                writeln!(out, "{:indent$}{dash}{}: {}", "", other.name, other.example).ok()?;
                (indent, dash) = (indent + dash.len(), "");
            }
            let example = value.filter(|_| last).unwrap_or(if last { key.example } else { "" });
            writeln!(out, "{}", format!("{:indent$}{dash}{}: {example}", "", key.name).trim_end()).ok()?;
            (indent, dash) =
                (indent + dash.len() + 2, if matches!(key.value, Value::List(..)) { "- " } else { "" });
        }
        let (_, key) = self.steps.last()?;
        if value.is_none() && key.example.is_empty() {
            // What holds keys is shown with those that must be there, or with the first.
            for below in shortest(key.value)? {
                writeln!(out, "{:indent$}{dash}{}: {}", "", below.name, below.example).ok()?;
                (indent, dash) = (indent + dash.len(), "");
            }
        }
        Some(out)
    }
}

/// The fewest keys that a value of keys can be shown with.
fn shortest(value: Value) -> Option<Vec<&'static Key>> {
    let Keys::Table(keys) = inner(value).first()?.keys else { return None };
    let shown = |key: &&Key| !key.example.is_empty();
    let needed: Vec<&Key> = keys.iter().filter(|key| key.needed).filter(shown).collect();
    if needed.is_empty() { keys.iter().find(shown).map(|key| vec![key]) } else { Some(needed) }
}

/// The keys with values that must stand beside one for its mapping to be read.
fn beside(mapping: &'static Mapping, key: &Key) -> Vec<&'static Key> {
    let Keys::Table(keys) = mapping.keys else { return Vec::new() };
    let wanted = |other: &&Key| {
        let asked =
            matches!(mapping.rule, Some(Rule::Needs(flag, it)) if flag == key.name && it == other.name);
        other.name != key.name && (other.needed || asked) && !other.example.is_empty()
    };
    keys.iter().filter(wanted).collect()
}

/// Every name that `page` knows, in no order.
#[must_use]
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = keys().iter().map(|place| place.name().to_owned()).collect();
    names.extend(others().into_iter().map(|other| other.name.to_owned()));
    names.sort_unstable();
    names.dedup();
    names
}

fn others() -> Vec<Name> {
    let colour = |swatch: &Swatch| Name {
        name: swatch.as_str(),
        kind: "a colour of `theme`, in a briefing or a board file",
        about: swatch.about().to_owned(),
        example: format!("theme:\n  {}: \"#0f4c5c\"\n", swatch.as_str()),
    };
    let word = |word: Word| Name {
        name: word.as_str(),
        kind: "a word of `words`, in a briefing or a board file",
        about: word.about().to_owned(),
        example: String::new(),
    };
    let screen = Name {
        name: "screen",
        kind: "a key of a colour of `theme`, in a briefing or a board file",
        about: "The colour on screens, in quotation marks; `print` below it has the four inks of a press."
            .to_owned(),
        example: "theme:\n  primary:\n    screen: \"#0f4c5c\"\n    print: cmyk(90, 45, 40, 35)\n".to_owned(),
    };
    Swatch::ALL.iter().map(colour).chain(Word::all().map(word)).chain([screen]).collect()
}

/// The pages of a key, or of a path of keys such as `board.logo`; nothing where there is none.
#[must_use]
pub fn page(name: &str) -> String {
    let mut out = String::new();
    let mut told: Vec<(&str, &str)> = Vec::new();
    for place in keys() {
        let Some((mapping, key)) = place.steps.last() else { continue };
        let asked = if name.contains('.') { place.path() == name } else { key.name == name };
        // What a board's file has in common with a briefing is said once.
        if asked && !told.contains(&(mapping.what, key.about)) {
            told.push((mapping.what, key.about));
            out.push_str(&page_of(&place, mapping, key));
        }
    }
    for other in others().into_iter().filter(|other| other.name == name) {
        let _ = writeln!(out, "{name}: {}\n\n{}\n", other.kind, other.about);
        if !other.example.is_empty() {
            let _ = writeln!(out, "Right:\n\n{}", indented(&other.example));
        }
    }
    out
}

fn page_of(place: &Place, mapping: &Mapping, key: &Key) -> String {
    let inside = if mapping.what == place.file { String::new() } else { format!(" of {}", mapping.what) };
    let also = keys().iter().any(|other| other.file != place.file && other.is(mapping, key));
    let files = if also && place.file == BRIEFING.what { "a briefing, or a board file" } else { place.file };
    let must = if key.needed { ", which must be there" } else { "" };
    let mut out = format!("{}: a key{inside}{must}, in {files}\n\n{}\n", key.name, key.about);
    for mapping in inner(key.value) {
        let _ = write!(out, "\n{}", held(mapping));
    }
    for (head, example) in [("Wrong", place.wrong()), ("Right", place.right())] {
        if let Some(example) = example {
            let _ = write!(out, "\n{head}:\n\n{}", indented(&example));
        }
    }
    out + "\n"
}

/// The keys that stand below one.
fn held(mapping: &Mapping) -> String {
    match mapping.keys {
        Keys::Table(keys) => {
            let width = keys.iter().map(|key| key.name.len()).max().unwrap_or(0);
            let line = |key: &Key| {
                format!(
                    "    {:width$}  {}{}\n",
                    key.name,
                    if key.needed { "(must be there) " } else { "" },
                    key.about
                )
            };
            format!("The keys of {}:\n\n{}", mapping.what, keys.iter().map(line).collect::<String>())
        }
        Keys::Colours(_) => list("Its keys are colours", Swatch::ALL.iter().map(|swatch| swatch.as_str())),
        Keys::Chosen(_) => "Its keys are names of your own.\n".to_owned(),
        Keys::Words => {
            list("Its keys are words that briefpress prints itself", Word::all().map(Word::as_str))
        }
        Keys::Rules => {
            let rules = Code::ALL.iter().filter(|code| code.weight().is_some()).map(|code| code.as_str());
            list("Its keys are the codes of rules", rules)
        }
    }
}

fn list<'n>(what: &str, names: impl Iterator<Item = &'n str>) -> String {
    format!("{what}: {}\n", names.collect::<Vec<_>>().join(", "))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_declared_key_has_a_page_that_says_where_it_stands() {
        assert!(keys().len() > 80, "{}", keys().len());
        for name in names() {
            let page = page(&name);
            assert!(page.starts_with(&format!("{name}: ")) && page.contains("\n\n"), "{name}: {page}");
        }
        assert_eq!(page("nothing-like-it"), "");
    }

    #[test]
    fn a_page_shows_the_key_where_it_stands() {
        let page = page("file");
        assert!(
            page.starts_with("file: a key of `logo`, which must be there, in a briefing, or a board file\n"),
            "{page}"
        );
        let right = "    board:\n      name: Example Safeguarding Children Board\n      logo:\n        alt: what the picture shows\n        file: logo.png\n";
        assert!(page.contains(right), "{page}");
        assert_eq!(super::page("board.logo.file"), page);
        assert!(
            super::page("title").matches("title: ").count() > 2,
            "a briefing has one, and each side of the card"
        );
    }
}
