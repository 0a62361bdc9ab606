//! Choices: takes a word that a person typed, gives the one of a list that it stands for.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, Error, ValueEnum};

/// Reads one of a list of words, whatever its capitals, and with or without its hyphens: `A3`, `8up`, `ID 1`.
#[derive(Clone)]
pub(super) struct Choice<T>(Vec<(PossibleValue, T)>);

/// One of the values of a type.
pub(super) fn choice<T: ValueEnum>() -> Choice<T> {
    let all = T::value_variants().iter();
    Choice(all.filter_map(|value| Some((value.to_possible_value()?, value.clone()))).collect())
}

/// One of some names.
pub(super) fn name(of: &[&'static str]) -> Choice<String> {
    Choice(of.iter().map(|name| (PossibleValue::new(*name), (*name).to_owned())).collect())
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Choice<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, typed: &OsStr) -> Result<T, Error> {
        let is = |value: &PossibleValue| typed.to_str().is_some_and(|typed| is_same(value.get_name(), typed));
        match self.0.iter().find(|(value, _)| is(value)) {
            Some((_, found)) => Ok(found.clone()),
            None => {
                let known = PossibleValuesParser::new(self.0.iter().map(|(value, _)| value.clone()));
                known
                    .parse_ref(command, arg, typed)
                    .and_then(|_| Err(Error::new(clap::error::ErrorKind::InvalidValue)))
            }
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|(value, _)| value.clone())))
    }
}

/// Whether two words are the same but for capitals, hyphens and spaces.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase)
}

/// Words of so many characters may have a slip.
const SLIP: usize = 4;

/// The name that a word probably means: the only one that has the word in it, the nearest number of slides, or the one
/// that differs by a slip.
pub(crate) fn meant<'n>(word: &str, names: &[&'n str]) -> Option<&'n str> {
    // As the file of it is called in the folder of layouts.
    let word = word.strip_suffix(".yaml").unwrap_or(word);
    let word = word.trim_start_matches("layouts/").trim_start_matches("sheets/");
    let typed: String = folded(word).collect();
    let holds = |name: &&&str| folded(name).collect::<String>().contains(&typed);
    let mut holding = names.iter().filter(holds);
    match (holding.next(), holding.next()) {
        (Some(only), None) if typed.chars().count() >= 2 => return Some(only),
        _ => {}
    }
    let slides = |name: &str| -> Option<u32> {
        let (number, rest) = name.split_at(name.find(|c: char| !c.is_ascii_digit())?);
        rest.trim_start_matches('-').starts_with("up").then(|| number.parse().ok())?
    };
    match slides(&typed) {
        // Rather more slides to a page than fewer: the paper that was thought of is enough.
        Some(wanted) => {
            let numbered = names.iter().filter_map(|name| Some((slides(name)?, *name)));
            numbered
                .min_by_key(|(number, _)| (*number < wanted, number.abs_diff(wanted)))
                .map(|(_, name)| name)
        }
        // Of a short word every letter counts: A2 is no slip for A3.
        None if typed.chars().count() < SLIP => None,
        None => briefpress::read::nearest(word, names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLIDES: [&str; 5] = ["2-up", "3-up-notes", "6-up", "booklet", "8-up"];

    #[test]
    fn capitals_and_hyphens_do_not_count() {
        for (one, other) in [("A3", "a3"), ("8-up", "8UP"), ("id-1", "ID 1"), ("large-print", "large_print")]
        {
            assert!(is_same(one, other), "{one} {other}");
        }
        assert!(!is_same("a3", "a4") && !is_same("", "a4"));
    }

    #[test]
    fn what_is_meant_is_the_only_one_or_the_nearest() {
        let of = |word| meant(word, &SLIDES);
        assert_eq!(
            (of("5-up"), of("4up"), of("16-up"), of("1-up")),
            (Some("6-up"), Some("6-up"), Some("8-up"), Some("2-up"))
        );
        assert_eq!(
            (of("notes"), of("boklet"), of("up"), of("avery")),
            (Some("3-up-notes"), Some("booklet"), None, None)
        );
        assert_eq!(meant("C32011", &["avery-c32011", "avery-c32015"]), Some("avery-c32011"));
        assert_eq!(meant("layouts/sheets/6-up.yaml", &SLIDES), Some("6-up"));
        assert_eq!(meant("poster.yaml", &["poster", "signal/poster"]), Some("poster"));
        assert_eq!(meant("avery", &["avery-c32011", "avery-c32015"]), None);
    }
}
