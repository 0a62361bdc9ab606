//! Shell: takes words and options of a command, gives them as a person types them and a shell takes them.

use std::fmt;

/// The command that began a run, for advice that says what to type instead: whole, so that it can be pasted.
///
/// It has only those options that decide what is made, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Command {
    verb: Option<String>,
    paths: Vec<String>,
    /// With two hyphens, and the value where there is one.
    options: Vec<(String, Option<String>)>,
}

impl Command {
    /// The command of a verb, for files or folders.
    #[must_use]
    pub fn new(verb: &str, paths: Vec<String>, options: Vec<(String, Option<String>)>) -> Self {
        Command { verb: Some(verb.to_owned()), paths, options }
    }

    /// The same options, to build one briefing.
    #[must_use]
    pub fn build(&self, file: &str) -> Self {
        Command { verb: None, paths: vec![file.to_owned()], options: self.options.clone() }
    }

    /// The same without a file or folder.
    #[must_use]
    pub fn without_path(mut self, path: &str) -> Self {
        self.paths.retain(|known| known != path);
        self
    }

    /// The same with an option of this value: in place of the one that it has, or behind all others.
    #[must_use]
    pub fn with(mut self, option: &str, value: &str) -> Self {
        let value = Some(value.to_owned());
        match self.options.iter_mut().find(|(name, _)| name == option) {
            Some(known) => known.1 = value,
            None => self.options.push((option.to_owned(), value)),
        }
        self
    }

    /// The same without these options.
    #[must_use]
    pub fn without(mut self, options: &[&str]) -> Self {
        self.options.retain(|(name, _)| !options.contains(&name.as_str()));
        self
    }

    /// The same where a value of an option, which may hold several, is another one; without the option where `new` is
    /// none and nothing else is left.
    #[must_use]
    pub fn exchanged(mut self, option: &str, old: &str, new: Option<&str>) -> Self {
        for (_, values) in self.options.iter_mut().filter(|(name, _)| name == option) {
            let parts = values.iter().flat_map(|values| values.split(','));
            let mut kept: Vec<&str> = Vec::new();
            for part in parts.filter_map(|part| if part == old { new } else { Some(part) }) {
                if !kept.contains(&part) {
                    kept.push(part);
                }
            }
            *values = (!kept.is_empty()).then(|| kept.join(","));
        }
        self.options.retain(|(name, values)| name != option || values.is_some());
        self
    }

    /// The same with one more value of an option that may have several.
    #[must_use]
    pub fn and(self, option: &str, value: &str) -> Self {
        let known =
            self.options.iter().find(|(name, _)| name == option).and_then(|(_, values)| values.clone());
        match known {
            Some(known) => self.with(option, &format!("{known},{value}")),
            None => self.with(option, value),
        }
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "briefpress {}", self.verb.as_deref().unwrap_or("build"))?;
        for path in &self.paths {
            write!(f, " {}", quoted(path))?;
        }
        for (name, value) in &self.options {
            write!(f, " {name}")?;
            if let Some(value) = value {
                write!(f, " {}", quoted(value))?;
            }
        }
        Ok(())
    }
}

/// The word as it is where no shell finds anything in it, else in quotes.
///
/// Double quotes mean the same to every shell, those of Windows too, unless the word has signs that Unix shells read
/// inside them.
#[must_use]
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+:,@=\\".contains(c);
    let windows = cfg!(windows);
    if !word.is_empty() && word.chars().all(|c| plain(c) && (windows || c != '\\')) {
        return word.to_owned();
    }
    if windows || !word.contains(['"', '$', '`', '\\', '!']) {
        return format!("\"{word}\"");
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_keeps_what_was_typed() {
        let option = |name: &str, value: &str| (name.to_owned(), Some(value.to_owned()));
        let options =
            vec![option("--boards", "my boards"), option("--only", "poster,6-up"), ("--mono".into(), None)];
        let typed = Command::new("check", vec!["content".to_owned()], options);
        assert_eq!(
            typed.to_string(),
            "briefpress check content --boards \"my boards\" --only poster,6-up --mono"
        );
        let built = typed.build("content/a b.yaml");
        let leaflet = built.clone().with("--only", "leaflet").without(&["--mono"]);
        let said = "briefpress build \"content/a b.yaml\" --boards \"my boards\" --only leaflet";
        assert_eq!(leaflet.to_string(), said);
        let sheet = built.without(&["--boards"]).exchanged("--only", "6-up", None).and("--handout", "6-up");
        let said = "briefpress build \"content/a b.yaml\" --only poster --mono --handout 6-up";
        assert_eq!(sheet.clone().to_string(), said);
        let more = sheet.exchanged("--only", "poster", None).and("--handout", "2-up").to_string();
        assert_eq!(more, "briefpress build \"content/a b.yaml\" --mono --handout 6-up,2-up");
        assert_eq!(Command::default().build("a.yaml").to_string(), "briefpress build a.yaml");
    }

    #[test]
    fn a_word_stays_one_word() {
        assert_eq!(quoted("content/cse.yaml"), "content/cse.yaml");
        assert_eq!(quoted("content/diogelu-plant-ŵyl.yaml"), "content/diogelu-plant-ŵyl.yaml");
        assert_eq!(quoted("My briefings/a b.yaml"), "\"My briefings/a b.yaml\"");
        assert_eq!(quoted("it's.yaml"), "\"it's.yaml\"");
        assert_eq!(quoted(""), "\"\"");
    }

    #[cfg(unix)]
    #[test]
    fn what_a_shell_would_read_inside_double_quotes_stands_in_single_ones() {
        assert_eq!(quoted("a $HOME's.yaml"), r"'a $HOME'\''s.yaml'");
        assert_eq!(quoted("a\\b"), r"'a\b'");
    }
}
