//! Language tags: takes a BCP 47 tag, gives its parts and the way in which its letters run.

use super::direction::Direction;
use super::known::{KNOWN, Known};

/// A language, as BCP 47 writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language(String);

/// Scripts that run from right to left (Unicode, Script and Bidi_Class of their letters).
const SCRIPTS_FROM_THE_RIGHT: [&str; 7] = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"];

/// Languages that are written in one of those scripts where a tag names no script (CLDR, likely subtags).
const LANGUAGES_FROM_THE_RIGHT: [&str; 16] =
    ["ar", "azb", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "pnb", "prs", "ps", "sd", "ug", "ur", "yi"];

impl Language {
    /// A language tag: letters, digits and hyphens, beginning with two or three letters.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let primary = parts.next()?;
        let good = matches!(primary.len(), 2 | 3)
            && primary.chars().all(|c| c.is_ascii_alphabetic())
            && parts.all(|p| matches!(p.len(), 1..=8) && p.chars().all(|c| c.is_ascii_alphanumeric()));
        good.then(|| Language(tag.to_owned()))
    }

    /// British English, the default.
    #[must_use]
    pub fn english() -> Self {
        Language("en-GB".to_owned())
    }

    /// The tag as written.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language alone, in small letters: `cy` of `cy-GB`.
    #[must_use]
    pub fn primary(&self) -> String {
        self.0.split('-').next().unwrap_or("").to_ascii_lowercase()
    }

    /// The script that the tag names, in small letters: `arab` of `pa-Arab`.
    fn script(&self) -> Option<String> {
        let is_script = |part: &&str| part.len() == 4 && part.chars().all(|c| c.is_ascii_alphabetic());
        self.0.split('-').skip(1).find(is_script).map(str::to_ascii_lowercase)
    }

    /// The way in which its lines run.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if let Some(known) = self.known() {
            return known.direction;
        }
        let from_the_right = match self.script() {
            Some(script) => SCRIPTS_FROM_THE_RIGHT.contains(&script.as_str()),
            None => LANGUAGES_FROM_THE_RIGHT.contains(&self.primary().as_str()),
        };
        if from_the_right { Direction::RightToLeft } else { Direction::LeftToRight }
    }

    /// What the program knows of it: the file of the longest part of its tag that has one (RFC 4647, lookup).
    ///
    /// A script is never taken for another: Punjabi in Arabic letters, `pa-Arab`, is not that in Gurmukhi.
    #[must_use]
    pub fn known(&self) -> Option<&'static Known> {
        let script = self.script();
        let fits =
            |known: &&Known| script.as_ref().is_none_or(|script| known.script.eq_ignore_ascii_case(script));
        let named = |tag: &str| {
            let is = |name: &str| name.eq_ignore_ascii_case(tag);
            KNOWN
                .iter()
                .find(|known| is(known.tag) || (tag == self.0 && known.also.iter().any(|also| is(also))))
        };
        let ends = self.0.match_indices('-').map(|(at, _)| at).chain([self.0.len()]);
        ends.collect::<Vec<_>>().into_iter().rev().find_map(|end| named(&self.0[..end])).filter(fits)
    }
}
