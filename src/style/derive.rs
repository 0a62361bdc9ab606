//! Derived colours: takes the colours that a board gives, gives a theme in which the others follow them.
//!
//! A board that changes only `primary` means the whole family: the darker ink, the tints, the thin lines.

use super::{Swatch, Theme};
use crate::color::{Cmyk, Paint, Rgb, contrast};

/// A colour that is a tint of the primary colour on the paper, and its share.
const TINTS: [(Swatch, f32); 4] =
    [(Swatch::Unlit, 0.8), (Swatch::Rule, 0.25), (Swatch::Tint, 0.085), (Swatch::Ghost, 0.045)];

/// A colour that is a darker one of another: which, how dark, and how it must stand out on the paper.
const SHADES: [(Swatch, Swatch, f32, f32); 3] = [
    (Swatch::Ink, Swatch::Primary, 0.66, 7.0),
    (Swatch::AccentEdge, Swatch::Accent, 0.7, 3.0),
    (Swatch::EmergencyEdge, Swatch::Emergency, 0.7, 3.0),
];

/// A press takes so much ink, in percent of all four together.
const MOST_INK: f32 = 300.0;

impl Theme {
    /// The same theme with these colours; those that are not among them follow the ones they belong to.
    #[must_use]
    pub fn with(mut self, given: &[(Swatch, Paint)]) -> Self {
        let is_given = |wanted: Swatch| given.iter().any(|(swatch, _)| *swatch == wanted);
        for (swatch, paint) in given {
            self.set(*swatch, *paint);
        }
        let (primary, paper) = (self.paint(Swatch::Primary), self.paint(Swatch::Paper));
        let has_new_paper = is_given(Swatch::Paper);
        for (tint, share) in TINTS {
            if !is_given(tint) && (is_given(Swatch::Primary) || has_new_paper) {
                self.set(tint, mix(primary, paper, share));
            }
        }
        for (shade, of, factor, stands_out) in SHADES {
            if !is_given(shade) && (is_given(of) || has_new_paper) {
                self.set(shade, shade_of(self.paint(of), paper, factor, stands_out));
            }
        }
        self
    }
}

/// So much of one colour on another. In print it is the same inks in smaller dots; few black dots in a light
/// colour look like dirt, so they are left out.
fn mix(paint: Paint, on: Paint, share: f32) -> Paint {
    let mixed = |a: u8, b: u8| (f32::from(a) * share + f32::from(b) * (1.0 - share)).round() as u8;
    let (a, b) = (paint.screen, on.screen);
    let screen = Rgb::new(mixed(a.r, b.r), mixed(a.g, b.g), mixed(a.b, b.b));
    let (a, b) = (paint.print, on.print);
    let black = mixed(a.k, b.k);
    let has_colour = a.c.max(a.m).max(a.y) > 0;
    let black = if has_colour && black < 12 { 0 } else { black };
    Paint::new(screen, Cmyk::new(mixed(a.c, b.c), mixed(a.m, b.m), mixed(a.y, b.y), black))
}

/// The same hue, darker: by the factor, and further until it stands out on the paper.
fn shade_of(paint: Paint, paper: Paint, factor: f32, stands_out: f32) -> Paint {
    let darker = |factor: f32| {
        let part = |channel: u8| (f32::from(channel) * factor).round() as u8;
        Rgb::new(part(paint.screen.r), part(paint.screen.g), part(paint.screen.b))
    };
    let factors = (0..=20).map(|step| factor * (1.0 - step as f32 / 20.0));
    let found = factors.map(|factor| (factor, darker(factor)));
    let (factor, screen) = found
        .into_iter()
        .find(|(_, screen)| contrast(*screen, paper.screen) >= stands_out)
        .unwrap_or((factor, darker(factor)));
    Paint::new(screen, with_black(paint.print, 1.0 - factor))
}

/// Inks with more black over them; if that becomes too much, colours give way.
fn with_black(inks: Cmyk, more: f32) -> Cmyk {
    let black = f32::from(inks.k) + (100.0 - f32::from(inks.k)) * more;
    let colours = f32::from(inks.c) + f32::from(inks.m) + f32::from(inks.y);
    let keep = ((MOST_INK - black) / colours.max(1.0)).min(1.0);
    let part = |ink: u8| (f32::from(ink) * keep).floor() as u8;
    Cmyk::new(part(inks.c), part(inks.m), part(inks.y), black.floor() as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(a: Paint, b: Paint) -> (u8, u8) {
        let screen = [(a.screen.r, b.screen.r), (a.screen.g, b.screen.g), (a.screen.b, b.screen.b)];
        let print = [(a.print.c, b.print.c), (a.print.m, b.print.m), (a.print.y, b.print.y)];
        let most = |pairs: &[(u8, u8)]| pairs.iter().map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0);
        (most(&screen), most(&print))
    }

    #[test]
    fn the_default_colours_follow_from_their_own_main_colours() {
        let theme = Theme::default();
        let mains = [Swatch::Primary, Swatch::Accent, Swatch::Emergency];
        let again = Theme::default().with(&mains.map(|main| (main, theme.paint(main))));
        for swatch in Swatch::ALL {
            let (screen, print) = off(theme.paint(*swatch), again.paint(*swatch));
            // Those of the design were chosen by eye; the rules come near them.
            assert!(screen <= 20 && print <= 20, "{swatch:?}: {screen} {print} {:?}", again.paint(*swatch));
        }
    }

    #[test]
    fn only_what_belongs_to_a_given_colour_follows_it() {
        let purple = Paint::new(Rgb::new(0x5b, 0x2a, 0x86), Cmyk::new(78, 95, 0, 5));
        let own = Paint::new(Rgb::new(1, 2, 3), Cmyk::new(4, 5, 6, 7));
        let (before, after) =
            (Theme::default(), Theme::default().with(&[(Swatch::Primary, purple), (Swatch::Tint, own)]));
        let changed: Vec<_> =
            Swatch::ALL.iter().copied().filter(|s| before.paint(*s) != after.paint(*s)).collect();
        let family = [Swatch::Primary, Swatch::Ink, Swatch::Tint, Swatch::Rule, Swatch::Unlit, Swatch::Ghost];
        assert_eq!(changed, family);
        assert_eq!(after.paint(Swatch::Tint), own);
        assert_eq!(after.paint(Swatch::Unlit).print, Cmyk::new(62, 76, 0, 0));
    }

    #[test]
    fn an_edge_can_be_seen_on_the_paper_and_no_shade_takes_too_much_ink() {
        let paper = Paint::WHITE;
        for (main, edge) in [(Swatch::Accent, Swatch::AccentEdge), (Swatch::Emergency, Swatch::EmergencyEdge)]
        {
            for screen in [Rgb::new(255, 255, 0), Rgb::new(250, 250, 250), Rgb::new(20, 0, 60)] {
                let paint = Paint::new(screen, Cmyk::new(95, 90, 90, 10));
                let edge = Theme::default().with(&[(main, paint)]).paint(edge);
                assert!(contrast(edge.screen, paper.screen) >= 3.0, "{edge:?}");
                assert!(edge.print.total() <= 300, "{edge:?}");
            }
        }
    }
}
