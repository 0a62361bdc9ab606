//! Styles: thousands of colours that nobody chose, and whether all that is drawn in them can be seen.

use std::collections::BTreeSet;

use briefpress::check::{self, Printed};
use briefpress::color::{Cmyk, LETTERS, Paint, Rgb, SHAPES, contrast, contrast_of_light};
use briefpress::diag::Code;
use briefpress::font::FontSet;
use briefpress::icc;
use briefpress::pipeline::EMBEDDED_LAYOUTS;
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::{Swatch, Theme};
use briefpress::typeset::{Material, Store, typeset};

/// What stands on what in the shipped layouts, and the contrast that it needs.
const PAIRS: [(Swatch, &[Swatch], f32); 15] = [
    (Swatch::Text, &[Swatch::Paper, Swatch::Tint, Swatch::Ghost], LETTERS),
    (Swatch::PrimaryText, &[Swatch::Paper, Swatch::Tint, Swatch::Ghost], LETTERS),
    (Swatch::InkText, &[Swatch::Paper, Swatch::Tint, Swatch::Ghost], LETTERS),
    (Swatch::EmergencyText, &[Swatch::Paper, Swatch::Tint, Swatch::Ghost], LETTERS),
    (Swatch::OnPrimary, &[Swatch::Primary, Swatch::Unlit], LETTERS),
    (Swatch::OnInk, &[Swatch::Ink], LETTERS),
    (Swatch::OnAccent, &[Swatch::Accent], LETTERS),
    (Swatch::OnEmergency, &[Swatch::Emergency], LETTERS),
    (Swatch::AccentOnPrimary, &[Swatch::Primary], LETTERS),
    (Swatch::Primary, &[Swatch::AccentOnPrimary], LETTERS),
    (Swatch::Paper, &[Swatch::PrimaryText, Swatch::InkText, Swatch::EmergencyText], LETTERS),
    (Swatch::AccentOnPrimary, &[Swatch::Unlit], SHAPES),
    (Swatch::AccentEdge, &[Swatch::Paper, Swatch::Tint], SHAPES),
    (Swatch::PrimaryEdge, &[Swatch::Paper, Swatch::Tint], SHAPES),
    (Swatch::Emergency, &[Swatch::Paper, Swatch::Tint], SHAPES),
];

/// Numbers by chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % end
    }

    fn byte(&mut self) -> u8 {
        // The ends of the scale are the likeliest to go wrong, and the likeliest to be given.
        match self.below(8) {
            0 => 0,
            1 => 255,
            _ => self.below(256) as u8,
        }
    }

    fn screen(&mut self) -> Rgb {
        Rgb::new(self.byte(), self.byte(), self.byte())
    }

    /// Most boards give one value; some give inks that have nothing to do with it.
    fn paint(&mut self) -> Paint {
        let screen = self.screen();
        if self.below(4) > 0 {
            return Paint::new(screen, icc::to_inks(screen));
        }
        let mut ink = || self.below(76) as u8;
        Paint::new(screen, Cmyk::new(ink(), ink(), ink(), ink()))
    }
}

/// The pairs that cannot be seen, on a screen or on paper.
fn unseen(theme: &Theme) -> Vec<String> {
    let mut out = Vec::new();
    for (front, grounds, needs) in PAIRS {
        for ground in grounds {
            let (a, b) = (theme.paint(front), theme.paint(*ground));
            let on_paper = contrast_of_light(icc::light(a.print), icc::light(b.print));
            let seen = [contrast(a.screen, b.screen), on_paper];
            if seen.iter().any(|contrast| *contrast < needs) {
                out.push(format!("{front:?} {a:?} on {ground:?} {b:?}: {seen:?}"));
            }
        }
    }
    // Somebody is to write on lines for notes.
    let (line, paper) = (theme.line(), theme.paint(Swatch::Paper));
    if contrast(line.screen, paper.screen) < SHAPES {
        out.push(format!("lines for notes {line:?} on paper {paper:?}"));
    }
    out
}

#[test]
fn the_colours_of_the_design_are_seen() {
    assert_eq!(unseen(&Theme::default()), Vec::<String>::new());
}

#[test]
fn whatever_brand_colour_is_given_all_that_is_drawn_is_seen() {
    let mut chance = Chance(0x5eed);
    for _ in 0..3000 {
        let primary = chance.paint();
        let (theme, _) = Theme::default().with(&[(Swatch::Primary, primary)]);
        assert_eq!(theme.paint(Swatch::Primary), primary, "a board's own colour stays as an area");
        assert_eq!(unseen(&theme), Vec::<String>::new(), "{primary:?}");
    }
}

#[test]
fn whatever_colours_are_given_all_that_is_drawn_is_seen_and_what_was_changed_is_told() {
    let mut chance = Chance(0xc0ffee);
    let mut told = 0;
    for _ in 0..2000 {
        let count = 1 + chance.below(6);
        let mut given = Vec::new();
        for _ in 0..count {
            let swatch = Swatch::ALL[chance.below(Swatch::ALL.len() as u64) as usize];
            given.retain(|(other, _)| *other != swatch);
            given.push((swatch, chance.paint()));
        }
        let (theme, changes) = Theme::default().with(&given);
        assert_eq!(unseen(&theme), Vec::<String>::new(), "{given:?}");
        for (swatch, paint) in given {
            let kept = theme.paint(swatch) == paint;
            assert!(kept || changes.iter().any(|change| change.role == swatch), "{swatch:?} {paint:?}");
        }
        told += changes.len();
    }
    assert!(told > 500, "{told}");
}

/// A theme in which no two swatches are the same and none can be told from another, so that every pair is named.
fn faint() -> Theme {
    let mut theme = Theme::default();
    for (swatch, n) in Swatch::ALL.iter().zip(0_u8..) {
        theme.set(*swatch, Paint::new(Rgb::new(120, 120, 100 + n), Cmyk::new(0, 0, n, 50)));
    }
    theme
}

/// What stands on what in a shipped layout, by the messages about a theme in which nothing can be read.
fn drawn(layout: &str, theme: &Theme) -> BTreeSet<(String, String)> {
    let fonts = FontSet::embedded();
    let briefing = include_str!("../content/sexting.yaml");
    let (briefing, _) = read::briefing(&mut Sources::default(), "briefing.yaml", briefing.as_bytes(), None);
    let (layout, _) = read::layout(&mut Sources::default(), "layout.yaml", layout.as_bytes());
    let (briefing, layout) = (briefing.expect("it is ours"), layout.expect("it is ours"));
    let material = Material { briefing: &briefing, layout: &layout, theme, fonts: &fonts, logo: None };
    let mut store = Store::new(&fonts);
    store.begin(&briefing.language);
    let document = typeset(&material, &mut store).expect("the example fits all layouts").document;
    let printed =
        Printed { kind: layout.document, document: &document, faces: &fonts, briefing: &briefing, theme };
    let messages = check::document(&printed).into_iter().filter(|message| message.code == Code::Contrast);
    messages
        .map(|message| {
            let words: Vec<&str> = message.message.split_whitespace().collect();
            let after = |word: &str| {
                words.iter().position(|known| *known == word).map_or("", |at| words[at + 1]).to_owned()
            };
            (after("in"), after("on"))
        })
        .collect()
}

#[test]
fn the_shipped_layouts_draw_no_pair_that_no_theme_answers_for() {
    let theme = faint();
    let known: BTreeSet<(&str, &str)> = PAIRS
        .iter()
        .filter(|(.., needs)| *needs >= LETTERS)
        .flat_map(|(front, grounds, _)| grounds.iter().map(|ground| (front.as_str(), ground.as_str())))
        .collect();
    let mut count = 0;
    for (name, text) in EMBEDDED_LAYOUTS {
        let pairs = drawn(text, &theme);
        for (front, ground) in &pairs {
            assert!(known.contains(&(front, ground)), "{name}: {front} on {ground}");
        }
        count += pairs.len();
    }
    assert!(count >= EMBEDDED_LAYOUTS.len() * 4, "{count} pairs are too few to be all");
}
