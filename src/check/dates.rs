//! Days: takes the dates of a briefing and today's, gives what cannot be meant and what is overdue.

use super::{Settings, level};
use crate::diag::{Code, Diagnostic};
use crate::model::{Briefing, Date, Spanned};

/// No seven-minute briefing is older: the format came after this year.
const FIRST_YEAR: u16 = 1990;

/// No review is planned further ahead.
const YEARS_AHEAD: u16 = 20;

/// The rules about dates. What is overdue is only known where the day is given from outside.
pub(super) fn check(briefing: &Briefing, settings: &Settings, out: &mut Vec<Diagnostic>) {
    for (key, date) in [("issued", &briefing.issued), ("review_by", &briefing.review_by)] {
        if let Some(date) = date {
            absurd(key, date, settings.today, out);
        }
    }
    match (&briefing.issued, &briefing.review_by) {
        (_, None) => {
            let message = "no day is set on which this briefing is to be looked at again";
            let hint = "Write review_by: and a day below the title, such as review_by: 2028-03-01";
            out.push(level::diagnostic(Code::ReviewMissing, briefing.title.span, message).hint(hint));
        }
        (Some(issued), Some(review)) if issued.value > review.value => {
            let message = format!(
                "the review on {} comes before the day of issue, {}",
                iso(review.value),
                iso(issued.value)
            );
            let hint = "Write a review_by: that is later than issued:";
            out.push(level::diagnostic(Code::IssuedAfterReview, review.span, message).hint(hint));
        }
        (_, Some(review)) => past(review, settings.today, out),
    }
}

fn past(review: &Spanned<Date>, today: Option<Date>, out: &mut Vec<Diagnostic>) {
    let Some(today) = today.filter(|today| *today > review.value) else { return };
    let late = days(today) - days(review.value);
    let message =
        format!("this briefing was to be looked at again by {}, {late} days ago", iso(review.value));
    let hint = "Read it through, put right what has changed, then write a later review_by:";
    out.push(level::diagnostic(Code::ReviewPast, review.span, message).hint(hint));
}

fn absurd(key: &str, date: &Spanned<Date>, today: Option<Date>, out: &mut Vec<Diagnostic>) {
    let year = date.value.year;
    let far = today.is_some_and(|today| year > today.year + YEARS_AHEAD);
    let ahead = key == "issued" && today.is_some_and(|today| days(date.value) > days(today) + 366);
    if year < FIRST_YEAR || far || ahead {
        let message = format!("{key} says {}, which can hardly be meant", iso(date.value));
        let hint = format!("Write {key}: and the day as year-month-day, such as {key}: 2027-03-01");
        out.push(level::diagnostic(Code::DateAbsurd, date.span, message).hint(hint));
    }
}

/// The day as YAML writes it.
pub(super) fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// Days since 1 March of the year 0, by the civil calendar: a year that begins in March has its leap
/// day at its end, so the months before any month always have the same length, (153 m + 2) / 5 days.
pub(super) fn days(date: Date) -> i64 {
    let (year, month, day) = (i64::from(date.year), i64::from(date.month), i64::from(date.day));
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        let check = |(y1, m1, d1), (y2, m2, d2), expected| {
            let date = |year, month, day| Date { year, month, day };
            assert_eq!(days(date(y2, m2, d2)) - days(date(y1, m1, d1)), expected);
        };
        check((2024, 2, 28), (2024, 3, 1), 2);
        check((2023, 2, 28), (2023, 3, 1), 1);
        check((2026, 11, 1), (2027, 11, 1), 365);
        check((1970, 1, 1), (2000, 1, 1), 10_957);
    }
}
