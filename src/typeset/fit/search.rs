//! Searching: takes steps and a way to try one, gives the last step at which a page fits, in few trials.

/// What a trial found.
#[derive(Clone, Copy)]
pub(super) struct Probe {
    /// Whether the page fits.
    pub fits: bool,
    /// How much of its place the running text takes; 0 without any.
    pub fill: f32,
}

/// A step of a search, and how full the page is there, where that is known.
#[derive(Clone, Copy)]
pub(super) struct Step {
    number: usize,
    fill: Option<f32>,
}

impl Step {
    /// A step that was tried.
    pub(super) const fn tried(number: usize, fill: f32) -> Self {
        Step { number, fill: Some(fill) }
    }

    /// A step of which nothing is known yet.
    pub(super) const fn untried(number: usize) -> Self {
        Step { number, fill: None }
    }
}

/// The last step at which the page fits, where it fits at all steps before that one too: at `low` it does, at
/// `high` it does not. `first` is tried first, then where the page would be full if it filled evenly from step to
/// step. Text fills in lines, not evenly: where that brings the two ends together too slowly, one longer step follows.
pub(super) fn largest_filled(
    mut low: Step,
    mut high: Step,
    first: usize,
    mut fits: impl FnMut(usize) -> Probe,
) -> usize {
    let (mut next, mut stride) = (Some(first), 1);
    while high.number - low.number > 1 {
        let span = high.number - low.number;
        let longer = if high.fill.is_some() { span / 2 } else { stride * 2 };
        let at = next.unwrap_or(low.number + longer).clamp(low.number + 1, high.number - 1);
        stride = at - low.number;
        let found = fits(at);
        let end = if found.fits { &mut low } else { &mut high };
        let before = std::mem::replace(end, Step::tried(at, found.fill));
        let line = match (low.fill, high.fill, before.fill) {
            (Some(fill), Some(full), _) => Some((low.number, fill, high.number, full)),
            // Nothing is known above: the line goes on from the two steps below.
            (Some(fill), None, Some(less)) => Some((before.number, less, low.number, fill)),
            _ => None,
        };
        let slow = (high.number - low.number) * 2 > span && at != first;
        next = line.filter(|_| !slow).and_then(|(number, fill, beyond, full)| {
            let steps = (beyond - number) as f32 * (1.0 - fill) / (full - fill);
            (steps.is_finite() && steps >= 0.0).then(|| number + steps as usize)
        });
    }
    low.number
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page that is as full as `fill` says and holds up to `most`: what is found, and in how many trials.
    fn search(most: usize, end: usize, first: usize, fill: impl Fn(usize) -> f32) -> (usize, usize) {
        let mut trials = 0;
        let found = largest_filled(Step::tried(0, fill(0)), Step::untried(end + 1), first, |step| {
            trials += 1;
            Probe { fits: step <= most, fill: fill(step) }
        });
        (found, trials)
    }

    #[test]
    fn the_last_step_that_fits_is_found_whatever_the_page_fills_like() {
        for end in [1, 2, 20, 160, 400] {
            for most in 0..=end {
                for first in [0, 1, most, end / 2, end, end * 3] {
                    let straight = |step: usize| 0.4 + 0.6 * step as f32 / (most as f32 + 0.5);
                    let in_lines = |step: usize| (straight(step) * 12.0).floor() / 12.0;
                    // Where another frame is what runs over, the text says nothing.
                    let nothing = |_| 0.0;
                    let backwards = |step: usize| 1.0 - straight(step);
                    assert_eq!(search(most, end, first, straight).0, most);
                    assert_eq!(search(most, end, first, in_lines).0, most);
                    assert_eq!(search(most, end, first, nothing).0, most);
                    assert_eq!(search(most, end, first, backwards).0, most);
                }
            }
        }
    }

    #[test]
    fn a_page_that_fills_evenly_takes_few_trials() {
        for most in 0..=160 {
            let square = |step: usize| {
                (0.7 + step as f32 / 160.0).powi(2) / (0.7 + (most as f32 + 0.5) / 160.0).powi(2)
            };
            let (_, trials) = search(most, 160, most * 3 / 4, square);
            assert!(trials <= 8, "{most}: {trials}");
            let (_, trials) = search(most, 160, 80, |_| 0.0);
            assert!(trials <= 16, "{most}: {trials}");
        }
    }
}
