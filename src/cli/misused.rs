//! Misused words: takes what the parser of the command line refused, gives what is wrong and the whole command that is
//! right.

use briefpress::pipeline::{DocumentKind, EMBEDDED_LAYOUTS};
use briefpress::shell::quoted;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::{Cli, is_same, meant, sheets_for};

/// What is wrong with a word, and what to do; nothing where the parser says it best. `words` are all those behind the
/// name of the program.
pub(super) fn told(error: &clap::Error, words: Vec<String>) -> Option<(String, String)> {
    let typed = Typed(words);
    match error.kind() {
        ErrorKind::InvalidValue => no_such_value(error, typed),
        ErrorKind::UnknownArgument => no_such_option(error, typed),
        ErrorKind::InvalidSubcommand => no_such_verb(error, typed),
        _ => None,
    }
}

/// An option of another verb, with one hyphen too few, or with a slip.
fn no_such_option(error: &clap::Error, typed: Typed) -> Option<(String, String)> {
    let wrong = said(error, ContextKind::InvalidArg)?;
    let cli = Cli::command();
    let with = |name: &str| {
        let has = |verb: &&clap::Command| verb.get_arguments().any(|arg| arg.get_long() == Some(name));
        cli.get_subcommands().find(has).map(clap::Command::get_name)
    };
    let verb = typed.0.iter().find(|word| cli.find_subcommand(word).is_some()).cloned();
    if let (Some(verb), Some(other)) = (verb, wrong.strip_prefix("--").and_then(with)) {
        let command = typed.exchanged(&verb, &[other]);
        let advice = format!("It is one of `{other}`. Type:  {command}");
        return Some((format!("`{verb}` has no option {wrong}"), advice));
    }
    // Of `-only` the parser takes the letter behind the hyphen for an option.
    let short = typed.0.iter().find(|word| word.starts_with(wrong) && !word.starts_with("--"));
    let name =
        short.and_then(|word| word.split('=').next()).map(|word| word.trim_start_matches('-').to_owned());
    if let Some(name) = name.filter(|name| with(name).is_some()) {
        let command = typed.exchanged(&format!("-{name}"), &[&format!("--{name}")]);
        let advice = format!("Put two hyphens before it. Type:  {command}");
        return Some((format!("there is no option -{name}"), advice));
    }
    let right = said(error, ContextKind::SuggestedArg)?.split(' ').next()?;
    let command = typed.exchanged(wrong, &[right]);
    Some((format!("there is no option {wrong}"), format!("Did you mean {right}? Type:  {command}")))
}

/// The value belongs to another option, or is nearly one of this, or neither.
fn no_such_value(error: &clap::Error, typed: Typed) -> Option<(String, String)> {
    let option = said(error, ContextKind::InvalidArg)?.split(' ').next()?;
    let wrong = said(error, ContextKind::InvalidValue).filter(|value| !value.is_empty())?;
    let Some(ContextValue::Strings(known)) = error.get(ContextKind::ValidValue) else { return None };
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    if let Some(home) = home(option, wrong) {
        let command = typed.with_value(option, wrong, home.instead).and(home.option, home.value);
        return Some((format!("{wrong} is {}", home.what), format!("Type:  {command}")));
    }
    let what = if option.starts_with('-') { option } else { "this" };
    let message = format!("{what} cannot be {}", quoted(wrong));
    let advice = match meant(wrong, &known) {
        Some(right) => {
            let command = typed.with_value(option, wrong, Some(right));
            format!("Did you mean {right}? Type:  {command}")
        }
        None => format!("It can be: {}", known.join(", ")),
    };
    Some((message, advice))
}

/// A word that another option takes.
struct Home {
    what: &'static str,
    option: &'static str,
    value: &'static str,
    /// What stays of it for the option that it was given to.
    instead: Option<&'static str>,
}

/// Where a word belongs that was given to an option which does not know it.
fn home(option: &str, word: &str) -> Option<Home> {
    let sheet = |document: DocumentKind, what, option| {
        let value = sheets_for(document).split(", ").find(|name| is_same(name, word))?;
        Some(Home { what, option, value, instead: Some(document.as_str()) })
    };
    match option {
        "--only" => {
            sheet(DocumentKind::Handout, "a sheet for slides, and no document of its own", "--handout")
                .or_else(|| {
                    sheet(DocumentKind::Card, "a sheet for cards, and no document of its own", "--sheet")
                })
        }
        "--look" => {
            let names = EMBEDDED_LAYOUTS.iter().filter_map(|(file, _)| file.strip_suffix(".yaml"));
            let value = names.into_iter().find(|name| is_same(name, word))?;
            Some(Home {
                what: "a layout of one document, and no look",
                option: "--layout",
                value,
                instead: None,
            })
        }
        _ => None,
    }
}

/// A file in place of a verb, or a verb with a slip.
fn no_such_verb(error: &clap::Error, typed: Typed) -> Option<(String, String)> {
    let wrong = said(error, ContextKind::InvalidSubcommand)?;
    let ending = wrong.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let verb = match ending.as_deref() {
        Some("yaml" | "yml") => "build",
        Some("docx" | "odt" | "txt" | "pdf") => "import",
        _ => {
            let suggested = match error.get(ContextKind::SuggestedSubcommand)? {
                ContextValue::String(one) => one,
                ContextValue::Strings(all) => all.first()?,
                _ => return None,
            };
            let command = typed.exchanged(wrong, &[suggested]);
            let advice = format!("Did you mean {suggested}? Type:  {command}");
            return Some((format!("there is no verb {}", quoted(wrong)), advice));
        }
    };
    let command = typed.exchanged(wrong, &[verb, wrong]);
    Some((format!("what is to be done with {} is missing", quoted(wrong)), format!("Type:  {command}")))
}

fn said(error: &clap::Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text),
        _ => None,
    }
}

/// The words of a command line, shown as a shell takes them.
struct Typed(Vec<String>);

impl Typed {
    /// The same with other words in place of one; of an option that has its value behind `=`, the value stays.
    fn exchanged(mut self, wrong: &str, right: &[&str]) -> Self {
        let begins = |word: &String| word.split('=').next() == Some(wrong);
        if let Some(at) = self.0.iter().position(begins) {
            let rest = self.0[at][wrong.len()..].to_owned();
            self.0.splice(at..=at, right.iter().map(|word| format!("{word}{rest}")));
        }
        self
    }

    /// The same with another value of an option, which may hold several; without the option where nothing is left.
    fn with_value(mut self, option: &str, wrong: &str, right: Option<&str>) -> Self {
        let kept = |values: &str| -> String {
            let values =
                values.split(',').filter_map(|value| if value == wrong { right } else { Some(value) });
            values.collect::<Vec<_>>().join(",")
        };
        let holds = |values: &str| values.split(',').any(|value| value == wrong);
        let behind = |word: &str| word.strip_prefix(option).and_then(|rest| rest.strip_prefix('=')).map(kept);
        for at in 0..self.0.len() {
            let word = &self.0[at];
            let is_behind = at > 0 && (self.0[at - 1] == option || !option.starts_with('-'));
            let (place, values) = match behind(word) {
                Some(values) if holds(&word[option.len() + 1..]) => (at, values),
                None if is_behind && holds(word) => (at, kept(word)),
                _ => continue,
            };
            let begin = if word.starts_with(option) || !option.starts_with('-') { place } else { place - 1 };
            let words = match (values.is_empty(), option.starts_with('-')) {
                (true, _) => Vec::new(),
                (false, true) => vec![option.to_owned(), values],
                (false, false) => vec![values],
            };
            self.0.splice(begin..=place, words);
            break;
        }
        self
    }

    /// The same with one more option.
    fn and(mut self, option: &str, value: &str) -> Self {
        self.0.extend([option.to_owned(), value.to_owned()]);
        self
    }
}

impl std::fmt::Display for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "briefpress")?;
        self.0.iter().try_for_each(|word| write!(f, " {}", quoted(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The advice about a command line.
    fn advice(line: &str) -> String {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let typed = std::iter::once("briefpress".to_owned()).chain(words.clone());
        let error = Cli::command().try_get_matches_from(typed).expect_err("a word is wrong");
        told(&error, words).map_or_else(String::new, |(_, advice)| advice)
    }

    #[test]
    fn the_whole_command_is_put_right() {
        for (typed, right) in [
            ("build a.yaml --only 6-up --out o", "build a.yaml --only handout --out o --handout 6-up"),
            ("build a.yaml --only=poster,6up", "build a.yaml --only poster,handout --handout 6-up"),
            ("check --only avery-c32011", "check --only card --sheet avery-c32011"),
            ("build a.yaml --look dail --mono", "build a.yaml --look dial --mono"),
            ("build a.yaml --look Poster-Wheel", "build a.yaml --layout poster-wheel"),
            ("build a.yaml --only posters", "build a.yaml --only poster"),
            ("build --lok=dial", "build --look=dial"),
            ("biuld a.yaml", "build a.yaml"),
            ("build a.yaml -only poster", "build a.yaml --only poster"),
            ("check a.yaml --png 150", "build a.yaml --png 150"),
            ("a.YAML --mono", "build a.YAML --mono"),
            ("schema brefing", "schema briefing"),
            ("old.docx", "import old.docx"),
        ] {
            let said = advice(typed);
            assert!(said.ends_with(&format!("ype:  briefpress {right}")), "{typed}: {said}");
        }
        assert_eq!(advice("build --paper a2"), "It can be: a4, a3, letter");
        assert_eq!(advice("build --jobs x"), "");
    }
}
