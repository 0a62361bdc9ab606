//! Looks: random ordinary briefings in every shipped layout give pages that keep their promises, or an honest refusal.

use briefpress::check::{self, Printed};
use briefpress::diag::Code;
use briefpress::font::FontSet;
use briefpress::geom::{Path, Point, Pt, Rect, Segment};
use briefpress::layout::{DocumentKind, Layout};
use briefpress::model::Briefing;
use briefpress::page::{Glyph, ItemKind, Page};
use briefpress::pipeline::EMBEDDED_LAYOUTS;
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::Theme;
use briefpress::typeset::{Material, Misfit, Store, Typeset, typeset};

use crate::dice::Dice;

/// How many random briefings are drawn; `LOOKS=20` draws twenty times as many.
const BRIEFINGS: u64 = 40;

/// How many times as many briefings as usual are wanted.
pub fn times() -> u64 {
    std::env::var("LOOKS").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

pub struct Shop {
    pub fonts: FontSet,
    pub theme: Theme,
    layouts: Vec<(&'static str, Layout)>,
}

impl Shop {
    pub fn new() -> Self {
        let read = |text: &str| read::layout(&mut Sources::default(), "layout.yaml", text.as_bytes()).0;
        let layouts = EMBEDDED_LAYOUTS
            .iter()
            .map(|(name, text)| (*name, read(text).expect("a shipped layout is sound")))
            .collect();
        Shop { fonts: FontSet::embedded(), theme: Theme::default(), layouts }
    }

    pub fn layout(&self, wanted: &str) -> &Layout {
        &self.layouts.iter().find(|(name, _)| *name == wanted).expect("it is shipped").1
    }

    pub fn set(&self, briefing: &Briefing, layout: &Layout) -> Result<Typeset, Vec<Misfit>> {
        let mut store = Store::new(&self.fonts);
        store.begin(&briefing.language);
        typeset(
            &Material { briefing, layout, theme: &self.theme, fonts: &self.fonts, logo: None },
            &mut store,
        )
    }
}

pub fn read_briefing(yaml: &str) -> Briefing {
    let (briefing, messages) = read::briefing(&mut Sources::default(), "b.yaml", yaml.as_bytes(), None);
    briefing.unwrap_or_else(|| panic!("{messages:#?}\n{yaml}"))
}

#[test]
fn every_ordinary_briefing_gives_sound_pages_or_an_honest_refusal() {
    let shop = Shop::new();
    let times = times();
    let mut made = 0;
    for seed in 0..BRIEFINGS * times {
        let mut dice = Dice::new(seed);
        let words = dice.between(20, 330);
        let briefing = read_briefing(&dice.briefing(words));
        for (name, layout) in &shop.layouts {
            match shop.set(&briefing, layout) {
                Ok(done) => {
                    made += 1;
                    sound(&shop, &briefing, layout, &done, &format!("{name}, seed {seed}"));
                }
                Err(misfits) => {
                    for misfit in misfits {
                        assert!(misfit.over > Pt::ZERO, "{name}, seed {seed}: {misfit:?}");
                        assert_ne!(misfit.words, Some(0), "{name}, seed {seed}");
                    }
                }
            }
        }
    }
    let all = BRIEFINGS * times * shop.layouts.len() as u64;
    assert!(made * 10 >= all * 7, "{made} of {all} were made");
}

/// What a shipped layout owes every text: its safe zone, its floors, its contrast, and numbers larger than text.
fn sound(shop: &Shop, briefing: &Briefing, layout: &Layout, done: &Typeset, what: &str) {
    let kind = layout.document;
    let document = &done.document;
    let printed = Printed { kind, document, faces: &shop.fonts, briefing, theme: &shop.theme };
    let faults = [Code::OutsideSafeZone, Code::OutsideTrim, Code::TypeTooSmall, Code::Contrast];
    let found: Vec<String> = check::document(&printed)
        .into_iter()
        .filter(|found| faults.contains(&found.code))
        .map(|found| found.message)
        .collect();
    assert!(found.is_empty(), "{what}: {found:#?}");
    let floor = layout.body.min;
    assert!(done.body.0 >= floor, "{what}: {:?} is below {floor:?}", done.body);
    if kind != DocumentKind::Poster || briefing.emergency().is_none() || layout.size.w > Pt::mm(220.0) {
        return;
    }
    // The number for immediate danger is the largest figure on the page, unless the build says that it gave way.
    let largest = document.pages[0].items.iter().fold(Pt::ZERO, |largest, item| match &item.kind {
        ItemKind::Glyphs(run) => {
            let text: String =
                document.arena.glyphs(run).iter().map(|glyph| document.arena.text(glyph)).collect();
            if text == "999" { largest.max(run.size) } else { largest }
        }
        _ => largest,
    });
    let is_whole = done.why[0].keep >= 1.0;
    assert!(!is_whole || largest >= Pt::new(35.9), "{what}: 999 stands at {largest:?}");
}

#[test]
fn more_words_never_give_larger_type() {
    let shop = Shop::new();
    let (_, layout) = shop.layouts.iter().find(|(name, _)| name.ends_with("poster.yaml")).expect("a poster");
    for seed in 0..4 * times() {
        let mut dice = Dice::new(seed);
        let sections: Vec<Vec<String>> = (0..7).map(|_| (0..60).map(|_| dice.word()).collect()).collect();
        let mut before = Pt::new(1e3);
        for count in (2..60).step_by(3) {
            let Ok(done) = shop.set(&read_briefing(&growing(&sections, count)), layout) else { break };
            let size = done.body.0;
            assert!(size <= before, "seed {seed}, {count} words a section: {size:?} after {before:?}");
            before = before.min(size);
        }
    }
}

/// A briefing with the first so many words of each section.
fn growing(sections: &[Vec<String>], count: usize) -> String {
    let mut yaml = "title: Neglect\nboard: {name: A board}\nsections:\n".to_owned();
    for (number, words) in (1..).zip(sections) {
        yaml += &format!("  - heading: Part {number}\n    body: {}\n", words[..count].join(" "));
    }
    yaml += "contacts:\n  - {name: Police, purpose: Immediate danger, phone: \"999\", emergency: true}\n";
    yaml + "  - {name: Front door, phone: 01632 960123}\n"
}

/// The straight lines of a page that are one point thick, as leaders are.
fn straight_lines(page: &Page) -> Vec<Vec<Point>> {
    let of = |path: &Path| {
        let points = path.segments.iter().map(|segment| match segment {
            Segment::Move(at) | Segment::Line(at) => Some(*at),
            Segment::Cubic(..) | Segment::Close => None,
        });
        points.collect::<Option<Vec<_>>>()
    };
    let lines = page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Path { path, fill: None, stroke: Some(stroke) } if stroke.width == Pt::new(1.0) => of(path),
        _ => None,
    });
    lines.collect()
}

#[test]
fn the_lines_of_the_wheel_lead_to_its_ring_and_cross_no_words() {
    let shop = Shop::new();
    let layout = shop.layout("poster-wheel.yaml");
    assert!(layout.is_wheel() && !shop.layout("poster.yaml").is_wheel());
    let mut count = 0;
    for seed in 0..BRIEFINGS / 2 * times() {
        let mut dice = Dice::new(seed);
        let words = dice.between(20, 330);
        let Ok(done) = shop.set(&read_briefing(&dice.briefing(words)), layout) else { continue };
        let (page, arena) = (&done.document.pages[0], &done.document.arena);
        let ring = page.areas.iter().find(|(name, _)| name == "ring").expect("a wheel has a ring").1;
        for line in straight_lines(page) {
            count += 1;
            let end = line[line.len() - 1];
            let off = (end.x - ring.center().x).get().hypot((end.y - ring.center().y).get());
            assert!(Pt::new(off) < ring.w.max(ring.h), "seed {seed}: {line:?} ends far from the ring");
            for run in page.items.iter().filter_map(|item| item.kind.letters()) {
                // A space where a line was broken prints nothing.
                let is_seen = |glyph: &&Glyph| !arena.text(glyph).trim().is_empty();
                let glyphs = arena.glyphs(run);
                let last = glyphs.iter().rposition(|glyph| is_seen(&glyph)).map_or(0, |last| last + 1);
                let wide = glyphs[..last].iter().map(|glyph| run.size * (glyph.advance / 1000.0)).sum();
                let high = run.size * 0.5;
                let letters = Rect::new(run.origin.x, run.origin.y - high, wide, high);
                for ends in line.windows(2) {
                    let at = |step: u8| {
                        let share = f32::from(step) / 100.0;
                        ends[0].moved((ends[1].x - ends[0].x) * share, (ends[1].y - ends[0].y) * share)
                    };
                    let crosses = (0..=100).any(|step| letters.contains(at(step)));
                    assert!(!crosses, "seed {seed}: {line:?} crosses {letters:?}");
                }
            }
        }
    }
    assert!(count > 20, "{count} lines");
}
