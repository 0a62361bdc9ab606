//! About a briefing: takes it read, gives what a list of briefings says of it, in a form that a record keeps.

use serde::{Deserialize, Serialize};

use crate::model::{Briefing, Date};

/// What a list says of a briefing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its title.
    pub title: String,
    /// The board that issues it.
    pub board: String,
    /// The tag of its language.
    pub language: String,
    /// The day of its review, as `Date::number` counts.
    review: Option<i64>,
}

impl About {
    /// What there is to say of a briefing.
    #[must_use]
    pub fn new(briefing: &Briefing) -> Self {
        About {
            title: briefing.title.value.clone(),
            board: briefing.board.name.value.clone(),
            language: briefing.language.tag().to_owned(),
            review: briefing.review_by.as_ref().map(|day| day.value.number()),
        }
    }

    /// The day of its review.
    #[must_use]
    pub fn review(&self) -> Option<Date> {
        self.review.and_then(Date::of_number)
    }
}
