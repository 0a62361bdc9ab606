//! Greys: gives the theme for a printer that has only black, whatever colours a board has.
//!
//! The greys are chosen, not converted: a red alarm and a dark heading would become the same grey. Here the
//! alarm alone is black, text reads on all that it stands on, and a test holds both.

use super::{Swatch, Theme};
use crate::color::{Cmyk, Paint, Rgb};

/// Each grey: how light it is on a screen, and how much black a press takes for it.
const GREYS: [(Swatch, u8, u8); 22] = [
    (Swatch::Primary, 95, 75),
    (Swatch::OnPrimary, 255, 0),
    (Swatch::PrimaryText, 95, 75),
    (Swatch::PrimaryEdge, 95, 75),
    (Swatch::Ink, 48, 91),
    (Swatch::OnInk, 255, 0),
    (Swatch::InkText, 48, 91),
    (Swatch::Accent, 236, 10),
    (Swatch::OnAccent, 48, 91),
    (Swatch::AccentOnPrimary, 236, 10),
    (Swatch::AccentEdge, 114, 68),
    (Swatch::Emergency, 0, 100),
    (Swatch::OnEmergency, 255, 0),
    (Swatch::EmergencyText, 0, 100),
    (Swatch::EmergencyEdge, 145, 55),
    (Swatch::Tint, 241, 8),
    (Swatch::Text, 0, 100),
    (Swatch::Rule, 204, 27),
    (Swatch::Paper, 255, 0),
    (Swatch::Unlit, 129, 62),
    (Swatch::UnlitEdge, 129, 62),
    (Swatch::Ghost, 248, 4),
];

impl Theme {
    /// The theme in greys.
    #[must_use]
    pub fn mono() -> Self {
        let mut theme = Theme::default();
        for (swatch, grey, black) in GREYS {
            theme.set(swatch, Paint::new(Rgb::new(grey, grey, grey), Cmyk::new(0, 0, 0, black)));
        }
        theme
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::contrast;
    use crate::icc;

    fn contrasts(front: Swatch, back: Swatch) -> f32 {
        let theme = Theme::mono();
        contrast(theme.paint(front).screen, theme.paint(back).screen)
    }

    #[test]
    fn text_reads_on_all_that_it_stands_on() {
        let pairs = [
            (Swatch::Text, Swatch::Tint),
            (Swatch::Primary, Swatch::Tint),
            (Swatch::Emergency, Swatch::Tint),
            (Swatch::Paper, Swatch::Primary),
            (Swatch::Paper, Swatch::Ink),
            (Swatch::Paper, Swatch::Emergency),
            (Swatch::Accent, Swatch::Primary),
            (Swatch::Accent, Swatch::Ink),
        ];
        for (front, back) in pairs {
            assert!(contrasts(front, back) >= 4.5, "{front:?} on {back:?}: {}", contrasts(front, back));
        }
    }

    #[test]
    fn the_alarm_stands_out_and_shapes_can_be_told_apart() {
        let pairs = [
            (Swatch::Emergency, Swatch::Primary),
            (Swatch::Emergency, Swatch::EmergencyEdge),
            (Swatch::AccentEdge, Swatch::Paper),
            (Swatch::Accent, Swatch::Unlit),
        ];
        for (front, back) in pairs {
            assert!(contrasts(front, back) >= 3.0, "{front:?} on {back:?}: {}", contrasts(front, back));
        }
    }

    #[test]
    fn every_swatch_is_one_ink_and_as_light_in_print_as_on_a_screen() {
        for swatch in Swatch::ALL {
            let Paint { screen, print } = Theme::mono().paint(*swatch);
            assert_eq!(print, icc::to_inks(screen), "{swatch:?}");
            assert!(screen.r == screen.g && screen.g == screen.b, "{swatch:?}");
        }
        let mut listed = GREYS.map(|(swatch, ..)| swatch);
        listed.sort_unstable();
        assert_eq!(listed, Swatch::ALL);
    }
}
