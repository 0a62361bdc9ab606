//! Labels: takes a language and a writer's own words, gives every word that the program prints itself.

use std::borrow::Cow;

use super::known::KNOWN;
use super::tag::Language;
use super::word::{WORDS, Word};
use crate::date::Date;

/// Words that the program adds, all in the language of the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    texts: [Cow<'static, str>; WORDS],
}

impl Labels {
    /// The words for a language; `None` where there is no file of it and the writer must give them.
    #[must_use]
    pub fn for_language(language: &Language) -> Option<Self> {
        language.known().map(|known| Labels { texts: known.words.map(Cow::Borrowed) })
    }

    /// No words yet, for a language that has no file.
    #[must_use]
    pub const fn none() -> Self {
        Labels { texts: [const { Cow::Borrowed("") }; WORDS] }
    }

    /// English.
    ///
    /// # Panics
    /// Never: the build script refuses to build a program without it.
    #[must_use]
    pub fn english() -> Self {
        let english = KNOWN.iter().find(|known| known.tag == "en").expect("the build script asks for it");
        Labels { texts: english.words.map(Cow::Borrowed) }
    }

    /// A word; one with fields in braces has them still.
    #[must_use]
    pub fn get(&self, word: Word) -> &str {
        match &*self.texts[word as usize] {
            "" => word.instead().map_or("", |other| &self.texts[other as usize]),
            text => text,
        }
    }

    /// Puts a writer's own words in the place of a word; [`Word::fault`] has to find nothing wrong with them.
    pub fn set(&mut self, word: Word, text: String) {
        self.texts[word as usize] = Cow::Owned(text);
    }

    /// The keys of the words that nobody has given yet.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        Word::all()
            .filter(|word| self.get(*word).is_empty() && word.instead().is_none())
            .map(Word::as_str)
            .collect()
    }

    /// A day as a person writes it: "1 March 2027".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.get(Word::Months).split(',').nth(usize::from(date.month).saturating_sub(1));
        let (day, year) = (date.day.to_string(), date.year.to_string());
        let month = month.unwrap_or_default().trim();
        fill(self.get(Word::Date), &[("day", &day), ("month", month), ("year", &year)])
    }

    /// "Minute 3 of 7".
    #[must_use]
    pub fn minute(&self, number: usize, total: usize) -> String {
        let fields =
            [("word", self.get(Word::SectionLabel)), ("n", &number.to_string()), ("all", &total.to_string())];
        fill(self.get(Word::Minute), &fields)
    }

    /// "Page 2 of 5".
    #[must_use]
    pub fn page(&self, number: usize, total: usize) -> String {
        fill(self.get(Word::Page), &[("n", &number.to_string()), ("all", &total.to_string())])
    }

    /// "opens on www.nspcc.org.uk".
    #[must_use]
    pub fn opens_on(&self, address: &str) -> String {
        fill(self.get(Word::OpensOn), &[("address", address)])
    }
}

/// A text with its fields filled in, in one pass: what is filled in may have braces of its own.
fn fill(template: &str, fields: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        filled.push_str(before);
        filled.push_str(fields.iter().find(|(field, _)| *field == name).map_or("", |(_, text)| text));
        rest = behind;
    }
    filled.push_str(rest);
    filled
}
