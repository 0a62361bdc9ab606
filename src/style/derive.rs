//! Derived colours: takes the colours that a board gives, gives a theme in which the others follow them and all
//! that is drawn can be read.
//!
//! A board that changes only `primary` means the whole family: the darker ink, the tints, the thin lines. Its own
//! colour stays what it is as an area; letters and lines of it become as dark as they must, and the letters on it
//! are paper or ink, whichever reads.

use super::mix::{darker, mix, without_hue};
use super::reads::{contrast, least, readable};
use super::{Swatch, Theme};
use crate::color::{LETTERS, Paint, SHAPES};
use crate::icc::Perceived;

/// A colour that is a tint of the primary colour on the paper, and its share.
const TINTS: [(Swatch, f32); 3] = [(Swatch::Rule, 0.25), (Swatch::Tint, 0.085), (Swatch::Ghost, 0.045)];

/// How dark ink is beside the primary colour, and how it must stand out on the paper.
const INK: (f32, f32) = (0.66, 12.0);

/// How dark the edge of the accent is beside the accent.
const ACCENT_EDGE: f32 = 0.7;

/// How much of the primary colour a piece of the dial that is not lit has.
const UNLIT: f32 = 0.8;

/// Hues no further apart are taken for each other, in degrees.
const SAME_HUE: f32 = 25.0;

/// Below this strength a colour is a grey to the eye and has no hue.
const GREY: f32 = 0.04;

/// Body text stands on these.
const LIGHT: [Swatch; 3] = [Swatch::Paper, Swatch::Tint, Swatch::Ghost];

/// A colour that was given and is drawn in another way where it could not be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The colour that was given.
    pub given: Swatch,
    /// What it is there: `primary-text`, or itself where it is changed everywhere.
    pub role: Swatch,
    /// What it stands on there.
    pub ground: Swatch,
    /// As it was given.
    pub from: Paint,
    /// As it is drawn.
    pub to: Paint,
    /// The contrast that it would have.
    pub had: f32,
    /// The contrast that it needs.
    pub needs: f32,
}

impl Change {
    /// How much lighter it is drawn, in percent of the lightness that eyes see; below 0 it is darker.
    #[must_use]
    pub fn lighter(&self) -> i32 {
        let [from, to] = [self.from, self.to].map(|paint| Perceived::of(paint.screen).lightness);
        ((to - from) / from.max(0.01) * 100.0).round() as i32
    }
}

impl Theme {
    /// The same theme with these colours; those that are not among them follow the ones they belong to. Also
    /// what had to be changed of those given, so that all can be read.
    #[must_use]
    pub fn with(self, given: &[(Swatch, Paint)]) -> (Self, Vec<Change>) {
        if given.is_empty() {
            return (self, Vec::new());
        }
        let mut family = Family { theme: self, given, changes: Vec::new() };
        for (swatch, paint) in given {
            family.theme.set(*swatch, *paint);
        }
        family.grounds();
        family.areas();
        family.letters_on_areas();
        family.letters_on_paper();
        family.edges();
        (family.theme, family.changes)
    }
}

/// A theme under way.
struct Family<'g> {
    theme: Theme,
    given: &'g [(Swatch, Paint)],
    changes: Vec<Change>,
}

impl Family<'_> {
    fn is_given(&self, wanted: Swatch) -> bool {
        self.given.iter().any(|(swatch, _)| *swatch == wanted)
    }

    /// Whether a colour is to be made anew: none was given, and one that it follows was.
    fn follows(&self, swatch: Swatch, of: Swatch) -> bool {
        !self.is_given(swatch) && (self.is_given(of) || self.is_given(Swatch::Paper))
    }

    fn paints<const N: usize>(&self, swatches: [Swatch; N]) -> [Paint; N] {
        swatches.map(|swatch| self.theme.paint(swatch))
    }

    /// Paper, text on it, and what else text stands on.
    fn grounds(&mut self) {
        self.settle(Swatch::Text, self.theme.paint(Swatch::Text), Swatch::Text, &[Swatch::Paper], LETTERS);
        let [primary, paper] = self.paints([Swatch::Primary, Swatch::Paper]);
        let main = if self.is_alarming() { without_hue(primary) } else { primary };
        for (tint, share) in TINTS {
            if self.follows(tint, Swatch::Primary) {
                self.theme.set(tint, mix(main, paper, share));
            }
        }
        self.ground(Swatch::Tint);
        self.ground(Swatch::Ghost);
    }

    /// Brings a ground nearer to paper until text reads on it.
    fn ground(&mut self, swatch: Swatch) {
        let [paper, text, wish] = self.paints([Swatch::Paper, Swatch::Text, swatch]);
        let mixes = (1..=20_u8).map(|step| mix(wish, paper, 1.0 - f32::from(step) / 20.0));
        let reads = |ground: &Paint| contrast(text, *ground) >= LETTERS && is_beside(*ground, paper, text);
        let found = std::iter::once(wish).chain(mixes).find(reads).unwrap_or(paper);
        if found != wish {
            self.change(swatch, swatch, Swatch::Text, LETTERS, found);
        }
    }

    /// Whether the hue of the board's colour could be taken for that of the alarm.
    fn is_alarming(&self) -> bool {
        let [primary, alarm] =
            self.paints([Swatch::Primary, Swatch::Emergency]).map(|paint| Perceived::of(paint.screen));
        primary.chroma > GREY && alarm.chroma > GREY && primary.hue_from(alarm) < SAME_HUE
    }

    fn areas(&mut self) {
        let [primary, paper] = self.paints([Swatch::Primary, Swatch::Paper]);
        if self.follows(Swatch::Ink, Swatch::Primary) {
            self.theme.set(Swatch::Ink, readable(darker(primary, INK.0), &[paper], INK.1));
        }
        let alarm = self.theme.paint(Swatch::Emergency);
        self.settle(Swatch::Emergency, alarm, Swatch::Emergency, &LIGHT, SHAPES);
    }

    fn letters_on_areas(&mut self) {
        for (area, others) in [
            (Swatch::Primary, [Swatch::Paper, Swatch::Ink, Swatch::Text]),
            (Swatch::Ink, [Swatch::Paper, Swatch::Text, Swatch::Primary]),
            (Swatch::Accent, [Swatch::Ink, Swatch::Text, Swatch::Paper]),
            (Swatch::Emergency, [Swatch::Paper, Swatch::Text, Swatch::Ink]),
        ] {
            let letters = area.letters();
            let ground = self.theme.paint(area);
            let wish = if self.is_given(letters) {
                self.theme.paint(letters)
            } else {
                let others = self.paints(others);
                let reads = |paint: &&Paint| contrast(**paint, ground) >= LETTERS;
                // Where none reads, the best of them is the nearest to one that does.
                let best =
                    others.iter().max_by(|a, b| contrast(**a, ground).total_cmp(&contrast(**b, ground)));
                *others.iter().find(reads).or(best).unwrap_or(&Paint::BLACK)
            };
            self.settle(letters, wish, letters, &[area], LETTERS);
        }
    }

    fn letters_on_paper(&mut self) {
        for (role, of, grounds) in [
            (Swatch::PrimaryText, Swatch::Primary, &LIGHT[..]),
            (Swatch::InkText, Swatch::Ink, &LIGHT),
            (Swatch::EmergencyText, Swatch::Emergency, &LIGHT),
            (Swatch::AccentOnPrimary, Swatch::Accent, &[Swatch::Primary]),
        ] {
            let wish = self.theme.paint(if self.is_given(role) { role } else { of });
            self.settle(role, wish, if self.is_given(role) { role } else { of }, grounds, LETTERS);
        }
    }

    fn edges(&mut self) {
        let [primary, primary_text, accent, alarm, paper] = self.paints([
            Swatch::Primary,
            Swatch::PrimaryText,
            Swatch::Accent,
            Swatch::Emergency,
            Swatch::Paper,
        ]);
        let stands_out = least(primary, &self.paints(LIGHT)) >= SHAPES;
        let edge = match self.is_given(Swatch::PrimaryEdge) {
            true => self.theme.paint(Swatch::PrimaryEdge),
            false if stands_out => primary,
            false => primary_text,
        };
        self.settle(Swatch::PrimaryEdge, edge, Swatch::PrimaryEdge, &LIGHT, SHAPES);
        let edge = match self.follows(Swatch::AccentEdge, Swatch::Accent) {
            true => darker(accent, ACCENT_EDGE),
            false => self.theme.paint(Swatch::AccentEdge),
        };
        self.settle(Swatch::AccentEdge, edge, Swatch::AccentEdge, &LIGHT, SHAPES);
        let follows =
            self.follows(Swatch::EmergencyEdge, Swatch::Emergency) || self.is_given(Swatch::Primary);
        if follows && !self.is_given(Swatch::EmergencyEdge) {
            let edge = if self.is_alarming() { paper } else { alarm };
            self.theme.set(Swatch::EmergencyEdge, edge);
        }
        self.unlit();
    }

    /// What is not lit must be told from what is, and a number on it must read.
    fn unlit(&mut self) {
        let [primary, letters, lit, own] =
            self.paints([Swatch::Primary, Swatch::OnPrimary, Swatch::AccentOnPrimary, Swatch::Unlit]);
        let is_told = |unlit: Paint| contrast(unlit, lit) >= SHAPES && contrast(unlit, letters) >= LETTERS;
        let wish =
            if self.follows(Swatch::Unlit, Swatch::Primary) { mix(primary, letters, UNLIT) } else { own };
        let mixes = (1..=20_u8).map(|step| mix(primary, wish, f32::from(step) / 20.0));
        let found = std::iter::once(wish).chain(mixes).find(|unlit| is_told(*unlit)).unwrap_or(primary);
        if found != own {
            self.change(Swatch::Unlit, Swatch::Unlit, Swatch::AccentOnPrimary, SHAPES, found);
        }
        if !self.is_given(Swatch::UnlitEdge) {
            self.theme.set(Swatch::UnlitEdge, found);
        }
    }

    /// Gives a role the paint nearest to its wish that is seen on all its grounds.
    fn settle(&mut self, role: Swatch, wish: Paint, of: Swatch, grounds: &[Swatch], needs: f32) {
        let paints: Vec<Paint> = grounds.iter().map(|ground| self.theme.paint(*ground)).collect();
        let found = readable(wish, &paints, needs);
        self.theme.set(role, wish);
        if found != wish {
            let fails = |ground: &&Swatch| contrast(wish, self.theme.paint(**ground)) < needs;
            let ground = grounds.iter().find(fails).copied().unwrap_or(Swatch::Paper);
            self.change(role, of, ground, needs, found);
        }
    }

    /// Gives a role another paint than its wish, and keeps that in mind where the writer gave the colour.
    fn change(&mut self, role: Swatch, given: Swatch, ground: Swatch, needs: f32, to: Paint) {
        let from = self.theme.paint(role);
        if self.is_given(given) {
            let had = contrast(from, self.theme.paint(ground));
            self.changes.push(Change { given, role, ground, from, to, had, needs });
        }
        self.theme.set(role, to);
    }
}

/// Whether a ground lies on paper's side of the text: both lighter, or both darker.
fn is_beside(ground: Paint, paper: Paint, text: Paint) -> bool {
    let side = |paint: Paint| paint.screen.luminance() > text.screen.luminance();
    side(ground) == side(paper)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::{Cmyk, Rgb};

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
        let (again, changes) = Theme::default().with(&mains.map(|main| (main, theme.paint(main))));
        assert_eq!(changes, []);
        for swatch in Swatch::ALL {
            let (screen, print) = off(theme.paint(*swatch), again.paint(*swatch));
            // Those of the design were chosen by eye; the rules come near them.
            assert!(screen <= 20 && print <= 20, "{swatch:?}: {screen} {print} {:?}", again.paint(*swatch));
        }
    }

    #[test]
    fn only_what_belongs_to_a_given_colour_follows_it() {
        let purple = Paint::new(Rgb::new(0x5b, 0x2a, 0x86), Cmyk::new(78, 95, 0, 5));
        let own = Paint::new(Rgb::new(0xf1, 0xf2, 0xf3), Cmyk::new(4, 2, 2, 0));
        let before = Theme::default();
        let (after, changes) = Theme::default().with(&[(Swatch::Primary, purple), (Swatch::Tint, own)]);
        assert_eq!(changes, []);
        let stayed: Vec<_> =
            Swatch::ALL.iter().copied().filter(|s| before.paint(*s) == after.paint(*s)).collect();
        let others = [
            Swatch::OnPrimary,
            Swatch::OnInk,
            Swatch::Accent,
            Swatch::AccentOnPrimary,
            Swatch::AccentEdge,
            Swatch::Emergency,
            Swatch::OnEmergency,
            Swatch::EmergencyText,
            Swatch::EmergencyEdge,
            Swatch::Text,
            Swatch::Paper,
        ];
        assert_eq!(stayed, others);
        assert_eq!(after.paint(Swatch::Tint), own);
        assert_eq!(after.paint(Swatch::Unlit).print, Cmyk::new(62, 76, 0, 0));
    }

    #[test]
    fn a_pale_colour_stays_as_an_area_and_is_told_once_with_what_became_of_it() {
        let pale = Paint::new(Rgb::new(0x9f, 0xd8, 0xe8), Cmyk::new(40, 0, 8, 0));
        let (theme, changes) = Theme::default().with(&[(Swatch::Primary, pale)]);
        assert_eq!(theme.paint(Swatch::Primary), pale);
        assert_eq!(theme.paint(Swatch::OnPrimary), theme.paint(Swatch::Ink));
        assert_eq!(theme.edge(Swatch::Primary), Some(theme.paint(Swatch::PrimaryText)));
        let [change] = changes[..] else { panic!("{changes:#?}") };
        assert_eq!((change.given, change.role), (Swatch::Primary, Swatch::PrimaryText));
        assert!(
            change.had < 1.6 && (-50..-20).contains(&change.lighter()),
            "{change:?} {}",
            change.lighter()
        );
    }

    #[test]
    fn beside_a_red_brand_the_alarm_has_an_edge_of_paper_and_the_tint_no_hue() {
        let red = Paint::new(Rgb::new(0x9c, 0x1c, 0x3a), Cmyk::new(20, 100, 60, 20));
        let (theme, _) = Theme::default().with(&[(Swatch::Primary, red)]);
        assert_eq!(theme.edge(Swatch::Emergency), Some(theme.paint(Swatch::Paper)));
        let Rgb { r, g, b } = theme.paint(Swatch::Tint).screen;
        assert!(r == g && g == b && r < 255, "{r} {g} {b}");
    }
}
