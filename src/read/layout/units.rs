//! Units: takes what a layout writes for lengths, sizes and ranges, gives typed values.

use crate::geom::{Insets, Paper, Pt, Rect, Size};
use crate::layout::{Ends, Padding, SizeSpec, Spend, Stretch, Token, ValueSize};
use crate::style::{Swatch, TypeRange};

/// No length in a layout is longer than this; larger sheets are not printed on.
const LONGEST: f32 = 2_000.0;

/// A plain number from 0 to 100.
pub(super) fn decimal(text: &str) -> Option<f32> {
    text.trim().parse().ok().filter(|number| (0.0..=100.0).contains(number))
}

/// What an arrangement costs: a plain number from 0 to 1000, so that one may be for pages that fit in no other.
pub(super) fn cost(text: &str) -> Option<f32> {
    text.trim().parse().ok().filter(|number| (0.0..=1000.0).contains(number))
}

/// `5mm` or `12pt`.
pub(super) fn length(text: &str) -> Option<Pt> {
    let text = text.trim();
    let (number, scale): (&str, fn(f32) -> Pt) = match (text.strip_suffix("mm"), text.strip_suffix("pt")) {
        (Some(number), _) => (number, Pt::mm),
        (_, Some(number)) => (number, Pt::new),
        _ => return (text == "0").then_some(Pt::ZERO),
    };
    number.trim().parse().ok().filter(|number: &f32| (0.0..=LONGEST).contains(number)).map(scale)
}

/// One to four lengths: all sides; top and bottom, left and right; or all four clockwise from the top.
pub(super) fn insets(text: &str) -> Option<Insets> {
    let sides: Vec<Pt> = text.split_whitespace().map(length).collect::<Option<_>>()?;
    match sides[..] {
        [all] => Some(Insets::all(all)),
        [down, across] => Some(Insets { top: down, right: across, bottom: down, left: across }),
        [top, right, bottom, left] => Some(Insets { top, right, bottom, left }),
        _ => None,
    }
}

/// Four lengths: left, top, width, height.
pub(super) fn rect(text: &str) -> Option<Rect> {
    let parts: Vec<Pt> = text.split_whitespace().map(length).collect::<Option<_>>()?;
    let [x, y, w, h] = parts[..] else { return None };
    Some(Rect::new(x, y, w, h))
}

/// `4.2mm to 6mm`, or one length.
pub(super) fn stretch(text: &str) -> Option<Stretch> {
    let (tight, airy) = text.split_once(" to ").unwrap_or((text, text));
    Some(Stretch { tight: length(tight)?, airy: length(airy)? })
}

/// Padding on a full page, and after `to` on an airy one.
pub(super) fn padding(text: &str) -> Option<Padding> {
    let (tight, airy) = text.split_once(" to ").unwrap_or((text, text));
    Some(Padding { tight: insets(tight)?, airy: insets(airy)? })
}

/// `0.8 to 2.2`, or one number.
pub(super) fn ends(text: &str) -> Option<Ends> {
    let (tight, airy) = text.split_once(" to ").unwrap_or((text, text));
    Some(Ends { tight: decimal(tight)?, airy: decimal(airy)? })
}

/// `1.5 body to 1.9 body, least 18pt`, or a range of sizes.
pub(super) fn value_size(text: &str) -> Option<ValueSize> {
    let Some((factors, least)) = text.split_once(", least ") else {
        return type_range(text).map(ValueSize::Range);
    };
    let (low, high) = factors.split_once(" to ").unwrap_or((factors, factors));
    let factor = |text: &str| decimal(text.trim().strip_suffix("body")?);
    let least = type_range(least)?;
    Some(ValueSize::OfBody(Ends { tight: factor(low)?, airy: factor(high)? }, least.min))
}

/// `38 to 76`: fewest and most characters of a line.
pub(super) fn characters(text: &str) -> Option<(f32, f32)> {
    let (fewest, most) = text.split_once(" to ")?;
    let count = |text: &str| text.trim().parse().ok().filter(|count: &f32| (8.0..=200.0).contains(count));
    let (fewest, most) = (count(fewest)?, count(most)?);
    (fewest < most).then_some((fewest, most))
}

/// `primary 0.35mm`: a colour and a thickness.
pub(super) fn rule(text: &str) -> Option<(Swatch, Pt)> {
    let (name, width) = text.split_once(' ')?;
    Some((Swatch::from_name(name)?, length(width)?))
}

/// `gap 50%`: what grows, and up to which share of its way; all of it where no share is given.
pub(super) fn spend(text: &str) -> Option<Spend> {
    let (name, share) = text.split_once(' ').unwrap_or((text, "100%"));
    let token = Token::NAMES.iter().find(|(known, _)| *known == name)?.1;
    let up_to = decimal(share.strip_suffix('%')?)? / 100.0;
    Some(Spend { token, up_to })
}

/// `12pt to 14pt`, or one size.
pub(super) fn type_range(text: &str) -> Option<TypeRange> {
    let (min, max) = text.split_once(" to ").unwrap_or((text, text));
    let range = TypeRange { min: length(min)?, max: length(max)? };
    (range.min.get() >= 4.0 && range.min <= range.max && range.max.get() <= 400.0).then_some(range)
}

/// `16mm to 24mm`, or one length.
pub(super) fn lengths(text: &str) -> Option<TypeRange> {
    let (min, max) = text.split_once(" to ").unwrap_or((text, text));
    let range = TypeRange { min: length(min)?, max: length(max)? };
    (range.min <= range.max).then_some(range)
}

/// A fixed size, a range, or one or two multiples of the body size within a range.
pub(super) fn size_spec(text: &str) -> Option<SizeSpec> {
    if let Some((factor, rest)) = text.split_once(" body") {
        let range = match rest.trim().strip_prefix("from ") {
            Some(range) => type_range(range)?,
            None if rest.trim().is_empty() => TypeRange { min: Pt::new(4.0), max: Pt::new(400.0) },
            None => return None,
        };
        let (least, most) = factor.split_once(" to ").unwrap_or((factor, factor));
        let factor = Ends { tight: decimal(least)?, airy: decimal(most)? };
        return (factor.tight <= factor.airy).then_some(SizeSpec::OfBody(factor, range));
    }
    if let Some((range, place)) = text.split_once(" together") {
        let width = place.strip_prefix(" in ").map(length);
        let is_right = place.is_empty() || matches!(width, Some(Some(_)));
        return type_range(range)
            .filter(|_| is_right)
            .map(|range| SizeSpec::Together(range, width.flatten()));
    }
    if let Some((range, most)) = text.split_once(" up to ") {
        let (range, most) = (type_range(range)?, length(most)?);
        return (most >= range.max).then_some(SizeSpec::Grow(range, most));
    }
    let range = type_range(text)?;
    Some(if range.min == range.max { SizeSpec::Fixed(range.min) } else { SizeSpec::Fit(range) })
}

/// `46% to 58%`, as shares of 1.
pub(super) fn percents(text: &str) -> Option<(f32, f32)> {
    let (low, high) = text.split_once(" to ")?;
    let share = |text: &str| decimal(text.trim().strip_suffix('%')?).map(|percent| percent / 100.0);
    let (low, high) = (share(low)?, share(high)?);
    (low <= high && low > 0.1 && high < 0.9).then_some((low, high))
}

/// `3` or `1-6`: numbers of sections or columns, from 1 to 7.
pub(super) fn numbers(text: &str) -> Option<(u8, u8)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last): (u8, u8) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (1 <= first && first <= last && last <= 7).then_some((first, last))
}

/// Width and height: `85mm x 55mm`.
pub(super) fn size(text: &str) -> Option<Size> {
    let (w, h) = text.split_once(" x ")?;
    Some(Size::new(length(w)?, length(h)?))
}

/// `A4`, `A3 landscape`, `Letter`, or width and height: `85mm x 55mm`.
pub(super) fn page_size(text: &str) -> Option<Size> {
    if let Some(size) = size(text) {
        return (size.w.to_mm() >= 30.0 && size.h.to_mm() >= 30.0).then_some(size);
    }
    let (name, turned) = match text.split_once(' ') {
        Some((name, "landscape")) => (name, true),
        None => (text, false),
        Some(_) => return None,
    };
    let size = Paper::from_name(name)?.size();
    Some(if turned { size.turned() } else { size })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_want_a_unit_and_stay_on_paper() {
        assert_eq!(length("5mm"), Some(Pt::mm(5.0)));
        assert_eq!(length(" 12.5pt "), Some(Pt::new(12.5)));
        for wrong in ["5", "5cm", "-1mm", "1e9mm", "NaNmm", "mm", ""] {
            assert_eq!(length(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn sizes_are_fixed_ranged_or_follow_the_body() {
        assert_eq!(size_spec("12pt"), Some(SizeSpec::Fixed(Pt::new(12.0))));
        assert!(matches!(size_spec("12pt to 14pt"), Some(SizeSpec::Fit(_))));
        assert!(matches!(size_spec("1.2 body from 15pt to 18pt"), Some(SizeSpec::OfBody(..))));
        assert!(matches!(
            size_spec("1 to 1.4 body"),
            Some(SizeSpec::OfBody(Ends { tight: 1.0, airy: 1.4 }, _))
        ));
        assert_eq!(size_spec("1.4 to 1 body"), None);
        assert_eq!(size_spec("14pt to 12pt"), None);
    }
}
