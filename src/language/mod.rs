//! The few words that are not the writer's, by language.

use crate::date::Date;

/// A language, as BCP 47 writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language(String);

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
}

/// Words that the program adds, all in the language of the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// The line above the title.
    pub label: String,
    /// What a section is called: "Minute".
    pub section: String,
    /// Between a number and the total: "of".
    pub of: &'static str,
    /// Under the seven of the dial.
    pub minutes: &'static str,
    /// Before the version.
    pub version: &'static str,
    /// Before the day of issue.
    pub issued: &'static str,
    /// Before the day of review.
    pub review_by: &'static str,
    /// Before a web address.
    pub web: &'static str,
    /// The name of the list of contacts, for the outline and screen readers.
    pub contacts: &'static str,
    /// How a QR code is described: "QR code:" before the address.
    pub qr: &'static str,
    months: &'static [&'static str; 12],
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WELSH_MONTHS: [&str; 12] = [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
];

impl Labels {
    /// The words for a language; `None` where we have none and the writer must give them.
    #[must_use]
    pub fn for_language(language: &Language) -> Option<Self> {
        match language.primary().as_str() {
            "en" => Some(Labels::english()),
            "cy" => Some(Labels::welsh()),
            _ => None,
        }
    }

    /// English.
    #[must_use]
    pub fn english() -> Self {
        Labels {
            label: "Seven-minute briefing".into(),
            section: "Minute".into(),
            of: "of",
            minutes: "minutes",
            version: "Version",
            issued: "Issued",
            review_by: "Review by",
            web: "Online:",
            contacts: "Contacts",
            qr: "QR code:",
            months: &ENGLISH_MONTHS,
        }
    }

    /// Welsh.
    #[must_use]
    pub fn welsh() -> Self {
        Labels {
            label: "Briff saith munud".into(),
            section: "Munud".into(),
            of: "o",
            minutes: "munud",
            version: "Fersiwn",
            issued: "Cyhoeddwyd",
            review_by: "Adolygu erbyn",
            web: "Ar-lein:",
            contacts: "Cysylltiadau",
            qr: "Cod QR:",
            months: &WELSH_MONTHS,
        }
    }

    /// A day as a person writes it: "1 March 2027".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.months.get(usize::from(date.month).saturating_sub(1)).copied().unwrap_or("");
        format!("{} {month} {}", date.day, date.year)
    }

    /// "Minute 3 of 7".
    #[must_use]
    pub fn minute(&self, number: usize, total: usize) -> String {
        format!("{} {number} {} {total}", self.section, self.of)
    }
}
