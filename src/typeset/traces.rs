//! Traces: takes lines of words and headings as they are drawn, so that what is drawn last keeps clear of them.

use crate::geom::{Point, Pt, Rect};

/// What has been drawn on a page, unmirrored.
#[derive(Debug, Default)]
pub(super) struct Traces {
    /// Every line of words, from the top of its capitals to its baseline.
    pub words: Vec<Rect>,
    /// Every heading with a number.
    pub headings: Vec<Heading>,
}

/// Where a heading with a number stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    /// The number.
    pub number: usize,
    /// Its mark.
    pub mark: Rect,
    /// The end of its first line of words.
    pub end: Pt,
    /// The end of its column.
    pub right: Pt,
}

/// How closely the way of a line is looked at.
const STEP: f32 = 2.0;

impl Traces {
    /// Whether a straight line touches no words, at a distance.
    pub(super) fn are_clear_of(&self, from: Point, to: Point, distance: Pt) -> bool {
        let (w, h) = (to.x - from.x, to.y - from.y);
        let steps = ((from.polar(to).0.get() / STEP).ceil() as usize).max(1);
        (0..=steps).all(|step| {
            let share = step as f32 / steps as f32;
            let at = from.moved(w * share, h * share);
            let touches = |words: &Rect| {
                let near = Rect::new(
                    words.x - distance,
                    words.y - distance,
                    words.w + distance * 2.0,
                    words.h + distance * 2.0,
                );
                near.contains(at)
            };
            !self.words.iter().any(touches)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_clear_of_words_that_it_passes_at_a_distance() {
        let words = vec![Rect::new(Pt::new(40.0), Pt::new(40.0), Pt::new(20.0), Pt::new(10.0))];
        let traces = Traces { words, headings: Vec::new() };
        let at = |x: f32, y: f32| Point::new(Pt::new(x), Pt::new(y));
        assert!(!traces.are_clear_of(at(0.0, 45.0), at(100.0, 45.0), Pt::ZERO));
        assert!(traces.are_clear_of(at(0.0, 36.0), at(100.0, 36.0), Pt::new(3.0)));
        assert!(!traces.are_clear_of(at(0.0, 36.0), at(100.0, 36.0), Pt::new(5.0)));
    }
}
