//! The clock: gives the day it is.

use std::sync::Once;
use std::time::SystemTime;

use briefpress::date::Date;

use super::stream::say;

/// This program is no older, so a clock that says an earlier year has lost the time: its battery was empty.
const FIRST_YEAR: u16 = 2026;

/// The day it is, by the clock of the machine, in UTC. A clock that cannot be right is told once, and gives no day.
pub(super) fn today() -> Option<Date> {
    static TOLD: Once = Once::new();
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let day = day_of(since.map_or(0, |since| since.as_secs()));
    if day.is_none() {
        TOLD.call_once(|| {
            say("note: the clock of this computer is wrong, so what is overdue cannot be told; set it and try again\n")
        });
    }
    day
}

/// The day of so many seconds since 1970, unless no right clock says it.
fn day_of(seconds: u64) -> Option<Date> {
    Date::of_timestamp(i64::try_from(seconds).ok()?).filter(|day| day.year >= FIRST_YEAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_lost_the_time_gives_no_day() {
        assert_eq!(day_of(0), None);
        assert_eq!(day_of(1_600_000_000), None, "13 September 2020");
        assert_eq!(day_of(1_767_225_600).map(|day| day.to_string()).as_deref(), Some("2026-01-01"));
        assert_eq!(day_of(u64::MAX), None);
    }
}
