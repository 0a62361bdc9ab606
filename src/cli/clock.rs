//! The clock: gives the day it is.

use std::time::SystemTime;

use briefpress::date::Date;

/// The day it is, by the clock of the machine, in UTC.
pub(super) fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Date::of_timestamp(i64::try_from(since.as_secs()).ok()?)
}
