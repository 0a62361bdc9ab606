//! Days: takes the dates of a briefing and today's, gives what cannot be meant and what is overdue.
//!
//! No message counts the days, so that it stays the same until something else has to be said: `next_change`
//! tells when, and what is remembered of a briefing holds until then.

use super::contacts::STALE_AFTER;
use super::{Settings, level};
use crate::diag::{Code, Diagnostic};
use crate::model::{Briefing, Date, Spanned};

/// No seven-minute briefing is older: the format came after this year.
const FIRST_YEAR: u16 = 1990;

/// No review is planned further ahead.
const YEARS_AHEAD: u16 = 20;

/// No briefing is issued further ahead, in days.
const DAYS_AHEAD: i64 = 366;

/// The rules about dates. What is overdue is only known where the day is given from outside.
pub(super) fn check(briefing: &Briefing, settings: &Settings<'_>, out: &mut Vec<Diagnostic>) {
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
            let message =
                format!("the review on {} comes before the day of issue, {}", review.value, issued.value);
            let hint = "Write a review_by: that is later than issued:";
            out.push(level::diagnostic(Code::IssuedAfterReview, review.span, message).hint(hint));
        }
        (_, Some(review)) => past(review, settings.today, out),
    }
}

fn past(review: &Spanned<Date>, today: Option<Date>, out: &mut Vec<Diagnostic>) {
    if today.is_some_and(|today| today > review.value) {
        let message = format!("this briefing was to be looked at again by {}", review.value);
        let hint = "Read it through, put right what has changed, then write a later review_by:";
        out.push(level::diagnostic(Code::ReviewPast, review.span, message).hint(hint));
    }
}

fn absurd(key: &str, date: &Spanned<Date>, today: Option<Date>, out: &mut Vec<Diagnostic>) {
    let year = date.value.year;
    let far = today.is_some_and(|today| year > today.year + YEARS_AHEAD);
    let ahead =
        key == "issued" && today.is_some_and(|today| date.value.number() > today.number() + DAYS_AHEAD);
    if year < FIRST_YEAR || far || ahead {
        let message = format!("{key} says {}, which can hardly be meant", date.value);
        let hint = format!("Write {key}: and the day as year-month-day, such as {key}: 2027-03-01");
        out.push(level::diagnostic(Code::DateAbsurd, date.span, message).hint(hint));
    }
}

/// The first day after today on which the rules may find something else, if there will be one.
///
/// Until then a briefing that does not change has the same messages.
#[must_use]
pub fn next_change(briefing: &Briefing, today: Date) -> Option<Date> {
    let mut days = Vec::new();
    if let Some(issued) = &briefing.issued {
        days.push(issued.value.plus_days(-DAYS_AHEAD));
    }
    if let Some(review) = &briefing.review_by {
        days.push(review.value.plus_days(1));
    }
    for date in briefing.issued.iter().chain(&briefing.review_by) {
        days.push(Date::new(date.value.year - YEARS_AHEAD, 1, 1));
    }
    for verified in briefing.contacts.iter().filter_map(|contact| contact.verified.as_ref()) {
        days.extend([Some(verified.value), verified.value.plus_days(STALE_AFTER + 1)]);
    }
    days.into_iter().flatten().filter(|day| *day > today).min()
}
