//! What was typed: takes the words of a command line, gives the command that advice repeats.

use briefpress::shell::Command;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches};

use super::args::decides;

/// The command, with those of its options that decide what `build` makes and where. `known` has all verbs and options.
pub(super) fn command(known: &clap::Command, typed: &ArgMatches) -> Command {
    let Some((verb, words)) = typed.subcommand() else { return Command::default() };
    let Some(build) = known.find_subcommand("build") else { return Command::default() };
    let is_typed = |id: &str| {
        words.try_contains_id(id).is_ok() && words.value_source(id) == Some(ValueSource::CommandLine)
    };
    let wanted = build.get_arguments().filter(|arg| decides(arg) && is_typed(arg.get_id().as_str()));
    let mut options: Vec<_> = wanted.flat_map(|arg| option(arg, words)).collect();
    options.sort_by_key(|(place, ..)| *place);
    let paths = if is_typed(PATHS) { values(words, PATHS) } else { Vec::new() };
    Command::new(verb, paths, options.into_iter().map(|(_, name, value)| (name, value)).collect())
}

/// The briefings and folders, which stand behind no option.
const PATHS: &str = "paths";

/// An option as often as it was typed, with its place among all words. Values that may stand behind one another come
/// together.
fn option(arg: &Arg, words: &ArgMatches) -> Vec<(usize, String, Option<String>)> {
    let id = arg.get_id().as_str();
    let (Some(long), Some(places)) = (arg.get_long(), words.indices_of(id)) else { return Vec::new() };
    let name = format!("--{long}");
    let mut places = places.peekable();
    let first = places.peek().copied().unwrap_or_default();
    if !arg.get_action().takes_values() {
        vec![(first, name, None)]
    } else if arg.get_value_delimiter().is_some() {
        vec![(first, name, Some(values(words, id).join(",")))]
    } else {
        places.zip(values(words, id)).map(|(place, value)| (place, name.clone(), Some(value))).collect()
    }
}

fn values(words: &ArgMatches, id: &str) -> Vec<String> {
    let raw = words.get_raw(id).into_iter().flatten();
    raw.map(|value| value.to_string_lossy().into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::args::Cli;

    #[test]
    fn options_that_decide_what_is_made_are_repeated_as_they_were_typed() {
        let said = |words: &[&str]| {
            let mut known = Cli::command();
            let typed = known.try_get_matches_from_mut(words).expect("the words are right");
            command(&known, &typed).to_string()
        };
        let long =
            ["briefpress", "build", "a b.yaml", "--mono", "--quiet", "--only=poster,card", "--out", "o"];
        assert_eq!(said(&long), "briefpress build \"a b.yaml\" --mono --only poster,card --out o");
        let twice =
            ["briefpress", "check", "--layout", "x.yaml", "--boards", "b", "--layout", "y.yaml", "--why"];
        assert_eq!(said(&twice), "briefpress check --layout x.yaml --boards b --layout y.yaml");
        assert_eq!(said(&["briefpress", "status", "--today", "2027-03-01"]), "briefpress status");
        assert_eq!(said(&["briefpress", "schema"]), "briefpress schema");
    }
}
