//! Copyfit: takes a prepared page, gives the largest body size that fits, or how much is too much.

use super::flow::words_per_line;
use super::measure::{Placed, Trial, arrange, column_widths, strain};
use super::prepare::{Boxed, Prepared};
use crate::geom::{Pt, Rect};
use crate::layout::{Grid, Layout};
use crate::style::Theme;

/// A page that fits: its size, its columns and how many words more it would hold at the smallest size.
pub(super) struct Fitted<'t> {
    /// The size and columns.
    pub trial: Trial<'t>,
    /// Words of room left at the floor.
    pub room: usize,
}

/// A page that does not fit even at the floor.
pub(super) struct Excess {
    /// About how many words are too many.
    pub words: usize,
    /// The frame that runs over most.
    pub frame: String,
}

/// How many shares of the first column are tried.
const SHARES: usize = 13;

/// How a trial went: how far the worst frame runs over, and how unevenly columns end.
struct Result {
    over: Pt,
    uneven: Pt,
}

/// The page being fitted.
pub(super) struct Page<'p, 'a> {
    /// Its frames.
    pub boxes: &'p [Boxed<'a>],
    /// The layout.
    pub layout: &'a Layout,
    /// Its grid.
    pub grid: Option<&'a Grid>,
    /// The colours.
    pub theme: &'p Theme,
}

impl<'p, 'a> Page<'p, 'a> {
    fn trial(&self, body: Pt, share: f32) -> Trial<'p> {
        let columns = self.grid.map_or_else(Vec::new, |grid| grid.columns(self.layout.size.w, share));
        Trial { body, columns, theme: self.theme }
    }

    fn shares(&self) -> Vec<f32> {
        match self.grid.and_then(|grid| grid.split) {
            Some((low, high)) if high > low => {
                (0..SHARES).map(|step| low + (high - low) * step as f32 / (SHARES - 1) as f32).collect()
            }
            Some((share, _)) => vec![share],
            None => vec![0.5],
        }
    }

    fn place<'b>(&'b self, trial: &Trial<'_>) -> Vec<Placed<'b, 'a>> {
        let mut placed = Vec::new();
        arrange(self.boxes, Rect::page(self.layout.size), trial, &mut placed);
        placed
    }

    fn attempt(&self, trial: &Trial<'_>) -> Result {
        let mut result = Result { over: Pt::new(-1e6), uneven: Pt::ZERO };
        for placed in self.place(trial) {
            let (over, uneven) = strain(&placed, trial);
            result.over = result.over.max(over);
            result.uneven += uneven;
        }
        result
    }

    /// The share at which the page fits and its columns end most evenly; failing that, none.
    fn best_share(&self, body: Pt) -> Option<f32> {
        let mut best: Option<(f32, Pt)> = None;
        for share in self.shares() {
            let result = self.attempt(&self.trial(body, share));
            if result.over <= SLACK && best.is_none_or(|(_, uneven)| result.uneven < uneven) {
                best = Some((share, result.uneven));
            }
        }
        best.map(|(share, _)| share)
    }

    fn fits(&self, body: Pt) -> bool {
        self.shares().into_iter().any(|share| self.attempt(&self.trial(body, share)).over <= SLACK)
    }

    /// The largest size that fits.
    pub(super) fn fit(&self) -> std::result::Result<Fitted<'p>, Excess> {
        let range = self.layout.body;
        if !self.fits(range.min) {
            return Err(self.excess());
        }
        let (mut low, mut high) = (0, range.steps());
        while low < high {
            let middle = (low + high).div_ceil(2);
            if self.fits(range.size(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        let body = range.size(low);
        let share = self.best_share(body).unwrap_or(0.5);
        Ok(Fitted { trial: self.trial(body, share), room: self.room() })
    }

    /// Words that would still fit at the floor.
    fn room(&self) -> usize {
        let widest = self
            .shares()
            .into_iter()
            .map(|share| self.words_over(&self.trial(self.layout.body.min, share)).0);
        let least = widest.fold(f32::MAX, f32::min);
        (-least).max(0.0).floor() as usize
    }

    fn excess(&self) -> Excess {
        let trials =
            self.shares().into_iter().map(|share| self.words_over(&self.trial(self.layout.body.min, share)));
        let (words, frame) =
            trials.fold((f32::MAX, String::new()), |best, this| if this.0 < best.0 { this } else { best });
        Excess { words: (words.ceil() as usize).max(1), frame }
    }

    /// How many words too many the worst frame has (negative: how many more it could take), and its name.
    fn words_over(&self, trial: &Trial<'_>) -> (f32, String) {
        let mut worst = (f32::MIN, String::new());
        for placed in self.place(trial) {
            let (over, _) = strain(&placed, trial);
            let Prepared::Flow(flow) = &placed.boxed.content else {
                if over > SLACK {
                    let words = over / (trial.body * 1.25) * 5.0;
                    worst = if words > worst.0 { (words, placed.boxed.frame.name.clone()) } else { worst };
                }
                continue;
            };
            let style = flow.body_style(trial);
            let widths = column_widths(placed.boxed, placed.inner.w, trial);
            let lines = over / style.line_height();
            // Less than a line of room is no room; more than a line too much costs a whole line.
            let lines = lines.ceil();
            let words: f32 = widths.iter().map(|width| lines * words_per_line(&style, *width)).sum();
            if words > worst.0 {
                worst = (words, placed.boxed.frame.name.clone());
            }
        }
        worst
    }
}

/// Rounding of sums is not an overflow.
const SLACK: Pt = Pt::new(0.05);
