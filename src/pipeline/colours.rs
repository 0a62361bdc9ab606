//! Colours: takes the colours that a briefing gives, gives the theme of its documents, both values of each.

use crate::color::{Cmyk, Paint, Rgb};
use crate::icc;
use crate::model::{Briefing, ThemeOverride};
use crate::style::{Change, Swatch, Theme};

/// The theme of a briefing, and what had to be changed of its colours so that all can be read. Nothing is computed
/// where it gives no colour of its own.
pub(super) fn theme(briefing: &Briefing, mono: bool) -> (Theme, Vec<Change>) {
    if mono {
        return (Theme::mono(), Vec::new());
    }
    let given: Vec<_> = briefing.theme_overrides.iter().map(|own| (own.swatch, paint(own))).collect();
    briefing.theme.clone().with(&given)
}

/// Both values: the one that is not given comes through the colour profiles.
fn paint(own: &ThemeOverride) -> Paint {
    match (own.screen, own.print) {
        (Some(screen), Some(print)) => Paint::new(screen, print),
        (Some(screen), None) => Paint::new(screen, inks(own.swatch, screen)),
        (None, Some(print)) => Paint::new(icc::to_screen(print), print),
        (None, None) => Theme::default().paint(own.swatch),
    }
}

/// Text is printed in black alone, whatever dark colour it has on a screen: small letters in four inks have
/// coloured rims. A board that wants it otherwise gives the inks.
fn inks(swatch: Swatch, screen: Rgb) -> Cmyk {
    if swatch == Swatch::Text { Paint::BLACK.print } else { icc::to_inks(screen) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;
    use crate::source::Sources;

    fn of(theme: &str) -> Theme {
        let text = format!("{}\ntheme:\n{theme}", include_str!("../../content/sexting.yaml"));
        let (briefing, messages) =
            read::briefing(&mut Sources::default(), "briefing.yaml", text.as_bytes(), None);
        super::theme(&briefing.unwrap_or_else(|| panic!("{messages:#?}")), false).0
    }

    #[test]
    fn a_value_that_is_not_given_comes_through_the_profiles() {
        let theme = of("  primary: \"#5b2a86\"\n  accent: cmyk(40, 0, 10, 0)\n");
        let primary = theme.paint(Swatch::Primary);
        assert_eq!(primary.screen, Rgb::new(0x5b, 0x2a, 0x86));
        let Cmyk { c, m, y, k } = primary.print;
        assert!(m > c && c > 60 && y < 20 && k < 20, "{}", primary.print);
        let accent = theme.paint(Swatch::Accent);
        assert_eq!(accent.print, Cmyk::new(40, 0, 10, 0));
        let Rgb { r, g, b } = accent.screen;
        assert!(b > g && g > r && r > 120, "{}", accent.screen);
    }

    #[test]
    fn both_values_are_taken_as_they_are() {
        let theme = of("  primary: {screen: \"#5b2a86\", print: \"cmyk(1, 2, 3, 4)\"}\n");
        let expected = Paint::new(Rgb::new(0x5b, 0x2a, 0x86), Cmyk::new(1, 2, 3, 4));
        assert_eq!(theme.paint(Swatch::Primary), expected);
    }

    #[test]
    fn text_and_greys_are_printed_in_black_alone() {
        let theme = of("  text: \"#101840\"\n  primary: \"#404040\"\n  rule: cmyk(0, 0, 0, 100)\n");
        assert_eq!(theme.paint(Swatch::Text).print, Paint::BLACK.print);
        let Cmyk { c, m, y, k } = theme.paint(Swatch::Primary).print;
        assert!((c, m, y) == (0, 0, 0) && k > 75, "{k}");
        assert_eq!(theme.paint(Swatch::Rule).screen, Paint::BLACK.screen);
    }
}
