//! Measures: takes a length with its unit, as CSS and OpenDocument write it, gives points.

use crate::geom::Pt;

/// No page of any printer is longer, in points; larger numbers are damage.
pub(super) const MOST: f32 = 20_000.0;

/// A length with its unit; `None` without one, and for a share of something else.
pub(super) fn length(text: &str) -> Option<Pt> {
    let end = text.find(|c: char| c.is_ascii_alphabetic() || c == '%')?;
    let number: f32 = text[..end].trim().parse().ok()?;
    let points = match &text[end..] {
        "pt" => number,
        "in" => number * 72.0,
        "mm" => Pt::mm(number).get(),
        "cm" => Pt::mm(number * 10.0).get(),
        "pc" => number * 12.0,
        "px" => number * 0.75,
        _ => return None,
    };
    (points.abs() < MOST).then(|| Pt::new(points))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_their_units_and_damage_is_none() {
        let points = |text: &str| length(text).map(|length| length.get().round() as i32);
        assert_eq!(
            ["1in", "2.54cm", "25.4 mm", "6pc", "96px", "-72pt"].map(points),
            [72, 72, 72, 72, 72, -72].map(Some)
        );
        assert_eq!(["12", "50%", "1e9pt", "inf", "", "x"].map(points), [None; 6]);
    }
}
