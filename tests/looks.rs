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

/// How many random briefings are drawn; `LOOKS=20` draws twenty times as many.
const BRIEFINGS: u64 = 40;

/// How many times as many briefings as usual are wanted.
pub fn times() -> u64 {
    std::env::var("LOOKS").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Draws the same numbers for the same seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % sides).expect("it is less than a usize")
    }

    pub fn between(&mut self, least: u64, most: u64) -> usize {
        usize::try_from(least).expect("it is small") + self.roll(most - least + 1)
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }

    /// A word of one to sixteen letters, sometimes of thirty.
    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 12] =
            ["a", "re", "con", "tell", "ing", "safe", "guard", "child", "ment", "or", "per", "tion"];
        let most = if self.chance(1) { 30 } else { self.between(2, 11) };
        let mut word = String::new();
        while word.len() < most {
            word.push_str(SYLLABLES[self.roll(12)]);
        }
        word.truncate(most);
        word
    }

    pub fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn body(&mut self, count: usize) -> String {
        if count > 8 && self.chance(40) {
            let intro = self.words(count / 3);
            let items: Vec<String> = (0..3).map(|_| format!("      - {}", self.words(count / 5))).collect();
            return format!("{intro}:\n\n{}", items.join("\n"));
        }
        self.words(count)
    }

    pub fn contact(&mut self, number: usize, is_emergency: bool) -> String {
        let (least, most) = if is_emergency { (1, 2) } else { (1, 5) };
        let words = self.between(least, most);
        let mut lines = vec![format!("  - name: {}", self.words(words))];
        if is_emergency {
            lines.push("purpose: Immediate danger\n    phone: \"999\"\n    emergency: true".to_owned());
            return lines.join("\n    ");
        }
        if self.chance(80) {
            lines.push(format!("phone: 01632 960{number:03}"));
        }
        if self.chance(30) {
            lines.push(format!("email: {}@wexcombe.example", self.words(1)));
        }
        if self.chance(30) {
            lines.push("hours: Monday to Friday, 9am to 5pm".to_owned());
        }
        if self.chance(20) {
            let code = if self.chance(60) { "\n    qr: true" } else { "" };
            lines.push(format!("url: https://www.wexcombe.example/{}{code}", self.words(1)));
        }
        lines.join("\n    ")
    }

    /// A whole briefing: up to 330 words, titles of one to three lines, none to eleven contacts.
    pub fn briefing(&mut self, words: usize) -> String {
        let title = self.between(1, 9);
        let mut yaml =
            format!("title: {}\nboard: {{name: {}}}\nsections:\n", self.words(title), self.words(4));
        for _ in 0..7 {
            let heading = self.between(1, 6);
            let count = (words / 7 + self.roll(1 + words as u64 / 14)).max(1);
            yaml +=
                &format!("  - heading: {}\n    body: |\n      {}\n", self.words(heading), self.body(count));
        }
        let (count, has_emergency) = (self.roll(12), self.chance(80));
        let contacts: Vec<String> =
            (0..count).map(|number| self.contact(number, number == 0 && has_emergency)).collect();
        if contacts.is_empty() {
            yaml + "contacts: []\n"
        } else {
            yaml + "contacts:\n" + &contacts.join("\n") + "\n"
        }
    }
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
        let mut dice = Dice(seed);
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
    let mut dice = Dice(7);
    let sections: Vec<Vec<String>> = (0..7).map(|_| (0..60).map(|_| dice.word()).collect()).collect();
    let mut before = Pt::new(1e3);
    for count in (2..60).step_by(3) {
        let mut yaml = "title: Neglect\nboard: {name: A board}\nsections:\n".to_owned();
        for (number, words) in (1..).zip(&sections) {
            yaml += &format!("  - heading: Part {number}\n    body: {}\n", words[..count].join(" "));
        }
        yaml += "contacts:\n  - {name: Police, purpose: Immediate danger, phone: \"999\", emergency: true}\n";
        yaml += "  - {name: Front door, phone: 01632 960123}\n";
        let Ok(done) = shop.set(&read_briefing(&yaml), layout) else { return };
        assert!(done.body.0 <= before, "{count} words a section: {:?} after {before:?}", done.body);
        before = done.body.0;
    }
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
        let mut dice = Dice(seed);
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
