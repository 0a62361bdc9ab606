//! Markup: takes numbers, colours and paths, gives them as SVG writes them, in few bytes.

use std::fmt::{self, Write as _};

use crate::color::Rgb;
use crate::geom::{Path, Point, Pt, Segment};

/// A picture, or a part of one, in the making.
#[derive(Default)]
pub(super) struct Markup(pub(super) String);

impl Markup {
    /// Adds what `format_args!` gives.
    pub(super) fn push(&mut self, what: fmt::Arguments<'_>) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(what);
        self
    }

    /// Adds a number with at most so many decimals.
    pub(super) fn number(&mut self, value: f32, decimals: usize) -> &mut Self {
        self.0.push_str(&number(value, decimals));
        self
    }

    /// Adds the data of a path. Steps are relative to the point before, which takes fewer digits; what rounding
    /// leaves is put right with the next.
    pub(super) fn data(&mut self, path: &Path, decimals: usize) -> &mut Self {
        let mut pen = Pen { markup: self, at: (0.0, 0.0), start: (0.0, 0.0), decimals };
        path.segments.iter().for_each(|segment| pen.segment(segment));
        self
    }
}

/// Writes one path.
struct Pen<'m> {
    markup: &'m mut Markup,
    /// Where the pen stands, as it is written.
    at: (f32, f32),
    /// Where the outline began.
    start: (f32, f32),
    decimals: usize,
}

impl Pen<'_> {
    fn segment(&mut self, segment: &Segment) {
        match segment {
            Segment::Move(to) => {
                self.step('m', &[*to]);
                self.start = self.at;
            }
            Segment::Line(to) => self.step('l', &[*to]),
            Segment::Cubic(from, control, to) => self.step('c', &[*from, *control, *to]),
            Segment::Close => {
                self.markup.0.push('z');
                self.at = self.start;
            }
        }
    }

    fn step(&mut self, operator: char, points: &[Point]) {
        self.markup.0.push(operator);
        let mut end = self.at;
        let mut first = true;
        for point in points {
            end = (self.rounded(point.x), self.rounded(point.y));
            for way in [end.0 - self.at.0, end.1 - self.at.1] {
                let text = number(way, self.decimals);
                // A sign parts two numbers as well as a space does.
                if !first && !text.starts_with('-') {
                    self.markup.0.push(' ');
                }
                self.markup.0.push_str(&text);
                first = false;
            }
        }
        self.at = end;
    }

    fn rounded(&self, length: Pt) -> f32 {
        let unit = 10f32.powi(i32::try_from(self.decimals).unwrap_or(0));
        (length.get() * unit).round() / unit
    }
}

/// A number with at most so many decimals, and no zero that says nothing.
fn number(value: f32, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if decimals > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    match text.strip_prefix("-0") {
        Some("") => "0".to_owned(),
        Some(rest) if rest.starts_with('.') => format!("-{rest}"),
        _ => text.strip_prefix('0').filter(|rest| rest.starts_with('.')).unwrap_or(text).to_owned(),
    }
}

/// A colour, as short as it can be written.
pub(super) fn hex(colour: Rgb) -> String {
    let parts = [colour.r, colour.g, colour.b];
    if parts.iter().all(|part| part % 17 == 0) {
        return parts.iter().fold("#".to_owned(), |text, part| text + &format!("{:x}", part % 16));
    }
    parts.iter().fold("#".to_owned(), |text, part| text + &format!("{part:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Rect;

    #[test]
    fn numbers_and_colours_are_short() {
        let two = |value: f32| number(value, 2);
        assert_eq!(
            [0.0, -0.001, 12.0, 12.04, -3.256, 0.5, -0.5, 100.0].map(two),
            ["0", "0", "12", "12.04", "-3.26", ".5", "-.5", "100"]
        );
        assert_eq!(number(120.4, 0), "120");
        assert_eq!(hex(Rgb::new(255, 255, 255)), "#fff");
        assert_eq!(hex(Rgb::new(15, 76, 92)), "#0f4c5c");
    }

    #[test]
    fn paths_go_from_point_to_point() {
        let mut markup = Markup::default();
        let rect = Rect::new(Pt::new(1.25), Pt::new(2.0), Pt::new(10.0), Pt::new(4.5));
        markup.data(&Path::rect(rect), 1);
        assert_eq!(markup.0, "m1.3 2l10 0l0 4.5l-10 0z");
    }
}
