//! Numbers: takes each number as it is drawn, gives the sizes by which a page is judged.

use crate::geom::Pt;

/// Sizes of the numbers of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// The number for immediate danger, as it is written, and how large it is at its smallest.
    pub alarm: Option<(String, Pt)>,
    /// The smallest of all other numbers.
    pub others: Option<Pt>,
}

impl Numbers {
    /// Takes in a number that is drawn.
    pub(super) fn add(&mut self, text: &str, size: Pt, is_alarm: bool) {
        if is_alarm {
            let least = self.alarm.as_ref().map_or(size, |(_, known)| known.min(size));
            self.alarm = Some((text.to_owned(), least));
        } else {
            self.others = Some(self.others.map_or(size, |known| known.min(size)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_numbers_the_smallest_counts_and_the_alarm_apart() {
        let mut numbers = Numbers::default();
        for (text, size, is_alarm) in [("999", 54.0, true), ("0808", 20.0, false), ("01709", 18.0, false)] {
            numbers.add(text, Pt::new(size), is_alarm);
        }
        assert_eq!(numbers.alarm, Some(("999".to_owned(), Pt::new(54.0))));
        assert_eq!(numbers.others, Some(Pt::new(18.0)));
    }
}
