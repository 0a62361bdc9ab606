//! Greys: gives the theme for a printer that has only black, whatever colours a board has.
//!
//! The greys are chosen, not converted: a red alarm and a dark heading would become the same grey. Letters are black
//! and areas light, for a laser printer makes grey letters of dots, and large dark areas of stripes. What colour does
//! elsewhere is done by an edge: the alarm is the one thing in a thick black frame.

use super::{Swatch, Theme};
use crate::color::{Cmyk, Paint, Rgb};

/// Each grey: how light it is on a screen, and how much black a press takes for it.
const GREYS: [(Swatch, u8, u8); 22] = [
    (Swatch::Primary, 222, 17),
    (Swatch::OnPrimary, 0, 100),
    (Swatch::PrimaryText, 0, 100),
    (Swatch::PrimaryEdge, 0, 100),
    (Swatch::Ink, 222, 17),
    (Swatch::OnInk, 0, 100),
    (Swatch::InkText, 0, 100),
    (Swatch::Accent, 51, 90),
    (Swatch::OnAccent, 255, 0),
    (Swatch::AccentOnPrimary, 17, 98),
    (Swatch::AccentEdge, 51, 90),
    (Swatch::Emergency, 255, 0),
    (Swatch::OnEmergency, 0, 100),
    (Swatch::EmergencyText, 0, 100),
    (Swatch::EmergencyEdge, 0, 100),
    (Swatch::Tint, 237, 10),
    (Swatch::Text, 0, 100),
    (Swatch::Rule, 143, 56),
    (Swatch::Paper, 255, 0),
    (Swatch::Unlit, 255, 0),
    (Swatch::UnlitEdge, 51, 90),
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
    fn letters_are_black_or_nearly_and_areas_are_light() {
        let areas =
            [Swatch::Primary, Swatch::Ink, Swatch::Tint, Swatch::Emergency, Swatch::Paper, Swatch::Ghost];
        for area in areas {
            assert!(Theme::mono().paint(area).screen.r >= 222, "{area:?} is dark");
            assert!(contrasts(area.letters(), area) >= 12.0, "{area:?}");
        }
        let letters = [Swatch::Text, Swatch::PrimaryText, Swatch::InkText, Swatch::EmergencyText];
        for letters in letters.into_iter().chain([Swatch::AccentOnPrimary]) {
            assert!(Theme::mono().paint(letters).screen.r <= 17, "{letters:?} is grey");
        }
    }

    #[test]
    fn shapes_are_told_apart_by_their_edges() {
        for area in [Swatch::Primary, Swatch::Emergency, Swatch::Unlit] {
            let edge = Theme::mono().edge(area).expect("it is light");
            assert!(contrast(edge.screen, Theme::mono().paint(area).screen) >= 7.0, "{area:?}");
        }
        assert_eq!(Theme::mono().edge(Swatch::Tint), None);
        let pairs = [
            (Swatch::AccentEdge, Swatch::Paper),
            (Swatch::Accent, Swatch::Unlit),
            (Swatch::AccentOnPrimary, Swatch::Unlit),
            (Swatch::Rule, Swatch::Paper),
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
