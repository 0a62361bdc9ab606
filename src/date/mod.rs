//! Days: takes year, month and day, gives a day that the calendar has, and counts from it.

mod near;

/// A day, already known to exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1900 to 2999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Days from 1 March of the year 0 to 1 January 1970.
const EPOCH: i64 = 719_468;

/// Days of 400 years, after which the calendar repeats.
const ERA: i64 = 146_097;

/// What people put between the parts of a day.
const BETWEEN: [char; 9] = [' ', '/', '.', '-', ',', '\u{a0}', '\u{2010}', '\u{2011}', '\u{2013}'];

fn is_weekday(word: &str) -> bool {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    word.get(..3).is_some_and(|start| days.contains(&start.to_ascii_lowercase().as_str()))
}

/// The month of a name in English, or of its first three letters, or of a name in Welsh.
fn month_named(word: &str) -> Option<u8> {
    const ENGLISH: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const WELSH: [&str; 12] = [
        "ionawr",
        "chwefror",
        "mawrth",
        "ebrill",
        "mai",
        "mehefin",
        "gorffennaf",
        "awst",
        "medi",
        "hydref",
        "tachwedd",
        "rhagfyr",
    ];
    let small = word.to_lowercase();
    let welsh = WELSH.iter().position(|month| *month == small);
    let at = welsh.or_else(|| ENGLISH.iter().position(|month| small.get(..3) == Some(month)))?;
    u8::try_from(at + 1).ok()
}

/// The figures and words of a text, without endings such as `st` and words that only lead to a day.
fn tokens(text: &str) -> Vec<String> {
    const BEFORE: [&str; 8] = ["of", "o", "the", "st", "nd", "rd", "th", "af"];
    let mut all: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        // Raised letters are endings too.
        let joined = c.is_ascii_digit()
            || c.is_alphabetic() && !matches!(c, '\u{2b0}'..='\u{2ff}' | '\u{1d2c}'..='\u{1d6a}');
        let same = open
            && all
                .last()
                .is_some_and(|last| last.ends_with(|l: char| l.is_ascii_digit()) == c.is_ascii_digit());
        match all.last_mut().filter(|_| same && joined) {
            Some(last) => last.push(c),
            None if joined => all.push(c.to_string()),
            None => {}
        }
        open = joined;
    }
    let spelt = |word: String| match word.to_lowercase().as_str() {
        "first" => Some("1".to_owned()),
        "second" => Some("2".to_owned()),
        "third" => Some("3".to_owned()),
        small if BEFORE.contains(&small) => None,
        _ => Some(word),
    };
    all.into_iter().filter_map(spelt).collect()
}

/// The month of a name, also of one with two letters exchanged, of its short form, or as Welsh begins it behind `o`.
fn month_nearly(word: &str) -> Option<u8> {
    const WELSH: [(&str, u8); 6] =
        [("maw", 3), ("fawrth", 3), ("fai", 5), ("fehefin", 6), ("orffennaf", 7), ("fedi", 9)];
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let small = word.to_lowercase();
    let known = WELSH.iter().find(|(name, _)| *name == small).map(|(_, month)| *month);
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let letters = sorted(&small);
    let turned = || NAMES.iter().position(|name| small.starts_with(&name[..1]) && sorted(name) == letters);
    known.or_else(|| month_named(word)).or_else(|| u8::try_from(turned()? + 1).ok())
}

fn numbered(month: &str) -> Option<u8> {
    month.parse().ok().or_else(|| month_named(month))
}

impl Date {
    /// A day, if the calendar has it.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        if year >= 1900 && year <= 2999 && day >= 1 && day <= days {
            Some(Date { year, month, day })
        } else {
            None
        }
    }

    /// Reads a day as YAML writes it: `2027-03-01`.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let sign = |(at, byte): (usize, &u8)| {
            if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() }
        };
        if bytes.len() != 10 || !bytes.iter().enumerate().all(sign) {
            return None;
        }
        Date::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?)
    }

    /// The day that holds a moment given in seconds since 1970, UTC.
    #[must_use]
    pub fn of_timestamp(seconds: i64) -> Option<Self> {
        Date::of_number(seconds.div_euclid(DAY))
    }

    /// Midnight at the start of the day in UTC, in seconds since 1970.
    #[must_use]
    pub fn timestamp(self) -> i64 {
        self.number() * DAY
    }

    /// Which day it is, counted from 1 January 1970.
    #[must_use]
    pub fn number(self) -> i64 {
        // Days from 1 March of year 0, where leap days fall at the end of a year (H. Hinnant's algorithm).
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let shifted_year = if month <= 2 { year - 1 } else { year };
        let shifted_month = (month + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(self.day) - 1;
        let leap_days = shifted_year / 4 - shifted_year / 100 + shifted_year / 400;
        shifted_year * 365 + leap_days + day_of_year - EPOCH
    }

    /// The day of that number, the other way round.
    #[must_use]
    pub fn of_number(number: i64) -> Option<Self> {
        let days = number.checked_add(EPOCH)?;
        let (era, in_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
        let day_of_year = in_era - (365 * year + year / 4 - year / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day that people in the UK write as `1/3/2027`, `01.03.2027`, `1 March 2027` or `1st Mar 2027`.
    #[must_use]
    pub fn from_words(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(BETWEEN).filter(|part| !part.is_empty()).collect();
        let parts = match parts[..] {
            // "Sunday 1 March 2026", "1st of March 2026".
            [weekday, ref rest @ ..] if rest.len() > 2 && weekday.len() > 2 && is_weekday(weekday) => {
                rest.to_vec()
            }
            _ => parts,
        };
        let (first, second, third) = match parts[..] {
            [first, second, third] => (first, second, third),
            [first, of, second, third] if of.eq_ignore_ascii_case("of") => (first, second, third),
            // 20260301, as names of files have it.
            [alone] if alone.len() == 8 && alone.bytes().all(|b| b.is_ascii_digit()) => {
                match alone.starts_with("20") && &alone[4..6] < "13" {
                    true => (&alone[..4], &alone[4..6], &alone[6..]),
                    false => (&alone[..2], &alone[2..4], &alone[4..]),
                }
            }
            _ => return None,
        };
        let month = |word: &str| match word.parse() {
            Ok(number) => Some(number),
            Err(_) => month_named(word),
        };
        let day = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok();
        match (first.parse::<u16>(), third.len()) {
            (Ok(year @ 1000..), _) => Date::new(year, month(second)?, day(third)?),
            (_, 4) => Date::new(third.parse().ok()?, month(second)?, day(first)?),
            // In the UK a year of two digits stands last.
            // Before 2010 nobody wrote one, and `26-03-01` is a year that stands first.
            (_, 2) => {
                let year = third.parse::<u16>().ok().filter(|year| *year >= 10)?;
                Date::new(2000 + year, month(second)?, day(first)?)
            }
            _ => None,
        }
    }

    /// The day that comes so many days later.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Date::of_number(self.number() + days)
    }
}

impl std::fmt::Display for Date {
    /// The day as YAML writes it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        let check = |(year, month, day), good| {
            assert_eq!(Date::new(year, month, day).is_some(), good, "{year}-{month}-{day}")
        };
        check((2024, 2, 29), true);
        check((2000, 2, 29), true);
        check((2023, 2, 29), false);
        check((1900, 2, 29), false);
        check((2017, 13, 1), false);
        check((2017, 4, 31), false);
        check((2017, 4, 0), false);
        check((1066, 10, 14), false);
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in
            ["1/3/2027", "01.03.2027", "1 March 2027", "1st Mar 2027", "2027/3/1", "01-03-2027", "1/3/27"]
        {
            assert_eq!(Date::from_words(text), Date::new(2027, 3, 1), "{text}");
        }
        for text in ["soon", "31/2/2027", "March 2027", "", "1 é 2027"] {
            assert_eq!(Date::from_words(text), None, "{text}");
        }
        for (text, day) in [
            ("March 2027", "2027-03-01"),
            ("2027", "2027-01-01"),
            ("31/2/2027", "2027-02-28"),
            ("2027-02-30", "2027-02-28"),
            ("2027-13-01", "2027-01-13"),
            ("3/31/2027", "2027-03-31"),
            ("1/11/2026 by Jo", "2026-11-01"),
            ("2026-03-01 09:00", "2026-03-01"),
            ("First of March 2026", "2026-03-01"),
            ("2026-03-01T09:00:00Z", "2026-03-01"),
            ("1March2026", "2026-03-01"),
            ("1\u{2e2}\u{1d57} March 2026", "2026-03-01"),
            ("1af o Fawrth 2026", "2026-03-01"),
            ("1 Maw 2026", "2026-03-01"),
            ("1 Mrach 2026", "2026-03-01"),
            ("1 March '26", "2026-03-01"),
            ("v1 2026-03-01", "2026-03-01"),
            ("1\\3\\2026", "2026-03-01"),
            ("2026\u{2212}03\u{2212}01", "2026-03-01"),
            ("by 1 March 2026", "2026-03-01"),
            ("1-3 March 2026", "2026-03-03"),
        ] {
            assert_eq!(Date::near(text), Date::from_iso(day), "{text}");
        }
        for text in ["soon", "annually", "every two years", "", "1 é 2027"] {
            assert_eq!(Date::near(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_numbered_over_leap_years_and_back() {
        let check = |text: &str, number: i64| {
            let date = Date::from_iso(text).expect("the calendar has it");
            assert_eq!((date.number(), Date::of_number(number)), (number, Some(date)), "{text}");
            assert_eq!(date.to_string(), text);
        };
        check("1970-01-01", 0);
        check("2000-01-01", 10_957);
        check("2000-02-29", 11_016);
        check("2024-02-29", 19_782);
        check("2024-03-01", 19_783);
        for number in -20_000..300_000 {
            let date = Date::of_number(number).expect("these are years of this format");
            assert_eq!(date.number(), number, "{date}");
        }
    }

    #[test]
    fn a_moment_belongs_to_its_day() {
        assert_eq!(Date::of_timestamp(86_399), Date::new(1970, 1, 1));
        assert_eq!(Date::of_timestamp(86_400), Date::new(1970, 1, 2));
        assert_eq!(Date::of_timestamp(-1), Date::new(1969, 12, 31));
        assert_eq!(Date::of_timestamp(i64::MAX), None);
    }
}
