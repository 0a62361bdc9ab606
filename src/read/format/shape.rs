//! The shape of a format: what a mapping, a key and a value are, before any is declared.

use crate::diag::Code;
use crate::language::Word;
use crate::style::Swatch;

/// Keys that stand together.
#[derive(Debug)]
pub struct Mapping {
    /// What messages call it: "a contact".
    pub what: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its keys.
    pub keys: Keys,
    /// What holds between them.
    pub rule: Option<Rule>,
}

/// Which keys a mapping has.
#[derive(Debug)]
pub enum Keys {
    /// These.
    Table(&'static [Key]),
    /// One for each colour, all of this kind.
    Colours(Value),
    /// One for each rule.
    Rules,
    /// By names that the writer chooses, each with a value of this kind.
    Chosen(Value),
    /// One for each word that the program prints itself.
    Words,
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// The word before the colon.
    pub name: &'static str,
    /// What it says.
    pub about: &'static str,
    /// What stands behind the colon.
    pub value: Value,
    /// Whether it must be there.
    pub needed: bool,
    /// How it may look, as it is typed.
    pub example: &'static str,
}

/// What holds between the keys of a mapping.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Where the first is true, the second must be there.
    Needs(&'static str, &'static str),
    /// Where the first is not there, all of the others must be.
    Unless(&'static str, &'static [&'static str]),
    /// Not both of them.
    NotBoth(&'static str, &'static str),
}

/// What can stand behind a colon.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// A line of text.
    Line,
    /// Paragraphs and lists.
    Body,
    /// A day.
    Date,
    /// `true` or `false`.
    Flag,
    /// A whole number in a range.
    Whole(u32, u32),
    /// A number from 0 to this one.
    Decimal(u32),
    /// A number from 0 to 100, or two of them: for a full page and for an airy one.
    Ends,
    /// A telephone number.
    Phone,
    /// A line that a regular expression describes.
    Pattern(&'static str),
    /// A number from 1 to 7, or a range of them.
    Numbers,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The name of a colour.
    Swatch,
    /// Words with fields of the briefing in braces.
    Words,
    /// `true`, or a colour that it stands on.
    Logo,
    /// One value, or further keys.
    Either(&'static str, &'static Mapping),
    /// Further keys.
    Keys(&'static Mapping),
    /// A list of so many entries at least and at most.
    List(&'static Mapping, usize, usize),
    /// This word, or a list of so many entries at least and at most.
    WordOrList(&'static str, &'static Mapping, usize, usize),
    /// A list of lines that a regular expression describes.
    Each(&'static str),
    /// A list of the first, or of the second in the place of several of them.
    ListOf(&'static Mapping, &'static Mapping),
    /// Names that the writer chooses, each with these keys.
    Named(&'static Mapping),
    /// Names that the writer chooses, each with a list of these.
    NamedLists(&'static Mapping, &'static Mapping),
}

impl Key {
    /// A key that may be there.
    pub(super) const fn may(
        name: &'static str,
        value: Value,
        example: &'static str,
        about: &'static str,
    ) -> Self {
        Key { name, about, value, needed: false, example }
    }

    /// A key that must be there.
    pub(super) const fn must(
        name: &'static str,
        value: Value,
        example: &'static str,
        about: &'static str,
    ) -> Self {
        Key { name, about, value, needed: true, example }
    }
}

impl Mapping {
    /// The same with a rule.
    pub(super) const fn ruled(mut self, rule: Rule) -> Self {
        self.rule = Some(rule);
        self
    }

    pub(super) const fn of(what: &'static str, about: &'static str, keys: &'static [Key]) -> Self {
        Mapping { what, about, keys: Keys::Table(keys), rule: None }
    }

    /// The words that its keys may be.
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        match self.keys {
            Keys::Table(keys) => keys.iter().map(|key| key.name).collect(),
            Keys::Colours(_) => Swatch::ALL.iter().map(|swatch| swatch.as_str()).collect(),
            Keys::Rules => Code::ALL.iter().map(|code| code.as_str()).collect(),
            Keys::Words => Word::all().map(Word::as_str).collect(),
            Keys::Chosen(_) => Vec::new(),
        }
    }

    /// The key that a text stands for which was written in the place of all: the first that it needs, or has.
    pub(in crate::read) fn first_of_words(&self) -> Option<&'static str> {
        match self.keys {
            Keys::Table(keys) => {
                keys.iter().find(|key| key.needed).or_else(|| keys.first()).map(|key| key.name)
            }
            Keys::Colours(_) => Some(Swatch::Primary.as_str()),
            Keys::Rules | Keys::Words | Keys::Chosen(_) => None,
        }
    }

    /// Whether it has a key of that name.
    pub(in crate::read) fn has(&self, name: &str) -> bool {
        match self.keys {
            Keys::Table(_) => self.key(name).is_some(),
            Keys::Colours(_) => Swatch::from_name(name).is_some(),
            Keys::Rules => Code::ALL.iter().any(|code| code.as_str() == name),
            Keys::Words => Word::from_key(name).is_some(),
            Keys::Chosen(_) => true,
        }
    }

    /// The key of that name, where they stand in a table.
    pub(in crate::read) fn key(&self, name: &str) -> Option<&'static Key> {
        let Keys::Table(keys) = self.keys else { return None };
        keys.iter().find(|key| key.name == name)
    }
}

/// The words of a choice, for the table of a key.
pub(super) const fn words<T, const N: usize>(choices: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = choices[at].0;
        at += 1;
    }
    words
}
