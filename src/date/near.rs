//! Days that were written only nearly: takes words, gives a day for an example of how it is to be written.

use super::{BETWEEN, Date, month_nearly, numbered, tokens};

impl Date {
    /// A day for an example, where a text names one only nearly: its first day where it names a month or a year,
    /// the last of the month where it names one too many, day and month exchanged, or the day before further words.
    #[must_use]
    pub fn near(text: &str) -> Option<Self> {
        let figures = figured(text);
        Date::of_sheet(text)
            .or_else(|| figures.as_deref().and_then(Date::from_iso))
            .or_else(|| Date::end_of_month(text))
            .or_else(|| Date::among(text))
            .or_else(|| Date::of_parts(text))
    }

    /// The day that a sheet shows as a number, counted from the last day but one of 1899: 46082 is 1 March 2026.
    fn of_sheet(text: &str) -> Option<Self> {
        const FIRST: i64 = -25_569;
        let number: i64 = text.trim().parse().ok().filter(|number| (30_000..80_000).contains(number))?;
        Date::of_number(FIRST + number)
    }

    /// `end of March 2027`
    fn end_of_month(text: &str) -> Option<Self> {
        let rest = text.trim().to_ascii_lowercase();
        let rest = rest.trim_start_matches("by ").trim_start_matches("the ");
        let first = Date::of_parts(rest.strip_prefix("end of ").or_else(|| rest.strip_prefix("end "))?)?;
        (28..=31).rev().find_map(|day| Date::new(first.year, first.month, day))
    }

    /// The first whole day that stands among other words, whatever is written round it or beside its figures.
    fn among(text: &str) -> Option<Self> {
        let tokens = tokens(text);
        tokens.windows(3).find_map(|parts| {
            let [first, second, third] = parts else { return None };
            let month = |word: &str| word.parse().ok().or_else(|| month_nearly(word));
            let year = |word: &str| match word.len() {
                4 => word.parse().ok(),
                2 => word.parse::<u16>().ok().filter(|year| *year >= 10).map(|year| 2000 + year),
                _ => None,
            };
            let day_first = || Date::new(year(third)?, month(second)?, first.parse().ok()?);
            let year_first =
                || Date::new(year(first).filter(|_| first.len() == 4)?, month(second)?, third.parse().ok()?);
            year_first().or_else(day_first)
        })
    }

    fn of_parts(text: &str) -> Option<Self> {
        let parts: Vec<&str> =
            text.split(|c| c == 'T' || BETWEEN.contains(&c)).filter(|part| !part.is_empty()).collect();
        let year = |text: &str| text.parse::<u16>().ok().filter(|year| Date::new(*year, 1, 1).is_some());
        match parts[..] {
            [alone] => Date::new(year(alone)?, 1, 1),
            [month, last] => Date::from_words(&format!("1 {month} {last}")),
            [first, second, third, ..] => {
                let date = Date::from_words(&format!("{first} {second} {third}"));
                let year_first = || match (first.len(), third.len()) {
                    (2, 2) => Date::from_words(&format!("20{first} {second} {third}")),
                    _ => None,
                };
                let exchanged = || match (year(first), year(third)) {
                    (Some(_), _) => Date::from_words(&format!("{first} {third} {second}")),
                    (_, Some(_)) => Date::from_words(&format!("{second} {first} {third}")),
                    _ => None,
                };
                let last = || {
                    let (year, month) = match (year(first), year(third)) {
                        (Some(year), _) => (year, numbered(second)?),
                        (_, Some(year)) => (year, numbered(second)?),
                        _ => return None,
                    };
                    (28..=31).rev().find_map(|day| Date::new(year, month, day))
                };
                date.or_else(year_first).or_else(exchanged).or_else(last)
            }
            _ => None,
        }
    }
}

/// A day in figures with letters that look like them: `2O27-03-0l`; `None` where there are no such letters.
fn figured(text: &str) -> Option<String> {
    let plain = |c: char| match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        c => c,
    };
    let right: String = text.trim().chars().map(plain).collect();
    (right != text.trim() && right.len() == 10).then_some(right)
}
