//! Typesetting: what fits, how much is too much, and where words stand, for the example and for odd texts.

mod logo;
mod looks;
mod whole;

use briefpress::check::{self, Printed};
use briefpress::diag::{Code, Severity};
use briefpress::font::FontSet;
use briefpress::geom::{Point, Pt};
use briefpress::layout::Layout;
use briefpress::model::Briefing;
use briefpress::page::{Document, ElemId, GlyphRun, ItemKind, Role, StructTree, Tag, reading_order_text};
use briefpress::pipeline::EMBEDDED_LAYOUTS;
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::Theme;
use briefpress::typeset::{Material, Misfit, Store, Typeset, typeset};

const EXAMPLE: &str = include_str!("../content/sexting.yaml");
const LAYOUTS: [&str; 8] =
    ["poster", "handout", "card", "leaflet", "large-print", "8-up", "poster-a3-landscape", "poster-wheel"];

/// What a text is set from: faces and colours as they come with the program.
struct Shop {
    fonts: FontSet,
    theme: Theme,
}

impl Shop {
    fn new() -> Self {
        Shop { fonts: FontSet::embedded(), theme: Theme::default() }
    }

    fn set(&self, briefing: &Briefing, layout: &str) -> Result<Typeset, Vec<Misfit>> {
        self.set_in(briefing, &self::layout(layout))
    }

    fn set_in(&self, briefing: &Briefing, layout: &Layout) -> Result<Typeset, Vec<Misfit>> {
        let material = Material { briefing, layout, theme: &self.theme, fonts: &self.fonts, logo: None };
        let mut store = Store::new(&self.fonts);
        store.begin(&briefing.language);
        typeset(&material, &mut store)
    }
}

fn layout_text(name: &str) -> &'static str {
    let file = format!("{name}.yaml");
    EMBEDDED_LAYOUTS.iter().find(|(known, _)| *known == file).expect("it is embedded").1
}

fn layout(name: &str) -> Layout {
    read_layout(layout_text(name))
}

fn read_layout(text: &str) -> Layout {
    let (layout, messages) = read::layout(&mut Sources::default(), "layout.yaml", text.as_bytes());
    layout.unwrap_or_else(|| panic!("{messages:#?}"))
}

fn briefing(yaml: &str) -> Briefing {
    let (briefing, messages) =
        read::briefing(&mut Sources::default(), "briefing.yaml", yaml.as_bytes(), None);
    briefing.unwrap_or_else(|| panic!("{messages:#?}\n{yaml}"))
}

/// A briefing whose sections have these texts, and these contacts.
fn made_of(sections: [String; 7], contacts: &str) -> String {
    let mut yaml = "title: A test\nboard: {name: Board of the test}\nsections:\n".to_owned();
    for (number, body) in (1..).zip(sections) {
        let body = body.replace('\n', "\n      ");
        yaml.push_str(&format!("  - heading: Part {number}\n    body: |\n      {body}\n"));
    }
    yaml + contacts
}

/// So many words, each unlike those around it.
fn words(count: usize, seed: usize) -> String {
    const WORDS: [&str; 8] = ["child", "is", "safeguarding", "online", "tell", "someone", "a", "worried"];
    (0..count).map(|at| WORDS[(at * 5 + seed * 3 + at / 8) % WORDS.len()]).collect::<Vec<_>>().join(" ")
}

const FEW: &str = "contacts:
  - {name: Police, purpose: Immediate danger, phone: \"999\", emergency: true}
  - {name: NSPCC Helpline, phone: 0808 800 5000, email: help@nspcc.org.uk}
  - {name: CEOP, purpose: Report online, url: https://www.ceop.police.uk/Safety-Centre/, qr: true}
  - {name: Local child protection services}
";

fn eleven() -> String {
    let more = (1..=10).map(|n| format!("  - {{name: Team number {n}, phone: 020 7324 40{n:02}}}\n"));
    "contacts:\n  - {name: Police, phone: \"999\", emergency: true}\n".to_owned() + &more.collect::<String>()
}

/// Odd texts that a poster and a handout must take.
fn odd_texts() -> Vec<(&'static str, Briefing)> {
    let short = || std::array::from_fn(|n| words(21, n));
    let list = |n: usize| (0..5).map(|at| format!("- {}", words(6, n + at))).collect::<Vec<_>>().join("\n");
    let uneven = [20, 150, 15, 30, 120, 20, 30];
    let email = "multi.agency.safeguarding.hub.referrals@north-lincolnshire.gov.uk";
    vec![
        ("the example", briefing(EXAMPLE)),
        ("21 words a section", briefing(&made_of(short(), FEW))),
        ("lists", briefing(&made_of(std::array::from_fn(list), FEW))),
        ("uneven", briefing(&made_of(std::array::from_fn(|n| words(uneven[n], n)), FEW))),
        ("no contacts", briefing(&made_of(short(), "contacts: []\n"))),
        ("eleven contacts", briefing(&made_of(short(), &eleven()))),
        (
            "a long address",
            briefing(&made_of(short(), &format!("contacts:\n  - {{name: Referrals, email: {email}}}\n"))),
        ),
        (
            "a long heading and title",
            briefing(
                &made_of(short(), FEW)
                    .replace("Part 3", "What practitioners need to know about neglect and its harms")
                    .replace("A test", "Child sexual exploitation and safeguarding outside the family home"),
            ),
        ),
    ]
}

fn runs(document: &Document) -> impl Iterator<Item = (usize, &GlyphRun)> {
    document.pages.iter().enumerate().flat_map(|(page, content)| {
        content.items.iter().filter_map(move |item| match &item.kind {
            ItemKind::Glyphs(run) => Some((page, run)),
            _ => None,
        })
    })
}

fn text(document: &Document, run: &GlyphRun) -> String {
    document.arena.glyphs(run).iter().map(|glyph| document.arena.text(glyph)).collect()
}

/// The words of a section's body, as a screen reader meets them.
fn body_words(briefing: &Briefing, number: usize) -> Vec<String> {
    let mut all = Vec::new();
    for block in &briefing.sections[number - 1].body {
        block.for_each_inline(&mut |inline| {
            let text: String = inline.iter().map(|run| run.text.as_str()).collect();
            all.extend(text.split_whitespace().map(str::to_owned));
        });
    }
    all
}

#[test]
fn every_layout_takes_odd_texts_whole_and_in_order_inside_the_safe_zone() {
    let shop = Shop::new();
    for (name, briefing) in odd_texts() {
        for layout in LAYOUTS.iter().filter(|layout| **layout != "card") {
            let done = shop.set(&briefing, layout).unwrap_or_else(|why| panic!("{name}, {layout}: {why:?}"));
            let said = reading_order_text(&done.document);
            let said: Vec<&str> = said.split_whitespace().collect();
            let mut rest = &said[..];
            for number in 1..=7 {
                for word in body_words(&briefing, number) {
                    let at = rest.iter().position(|known| *known == word);
                    let at = at.unwrap_or_else(|| panic!("{name}, {layout}: section {number} lost {word:?}"));
                    rest = &rest[at + 1..];
                }
            }
            let found = check::document(&Printed {
                kind: self::layout(layout).document,
                document: &done.document,
                faces: &shop.fonts,
                briefing: &briefing,
                theme: &shop.theme,
            });
            let bad: Vec<_> = found.iter().filter(|found| found.severity != Severity::Note).collect();
            assert!(bad.is_empty(), "{name}, {layout}: {bad:#?}");
        }
    }
}

#[test]
fn body_sizes_keep_to_the_range_of_the_layout() {
    let shop = Shop::new();
    for (name, briefing) in odd_texts() {
        for layout in LAYOUTS.iter().filter(|layout| **layout != "card") {
            let range = self::layout(layout).body;
            let done = shop.set(&briefing, layout).expect("tested above");
            let (low, high) = done.body;
            assert!(
                range.min <= low && low <= high && high <= range.max,
                "{name}, {layout}: {low:?} {high:?}"
            );
        }
    }
}

#[test]
fn a_short_text_is_set_larger_and_not_left_in_holes() {
    let shop = Shop::new();
    let short = briefing(&made_of(std::array::from_fn(|n| words(21, n)), FEW));
    let done = shop.set(&short, "poster").expect("it fits");
    assert!(done.body.0 >= Pt::new(15.0) && done.body.0 == done.body.1, "{:?}", done.body);
}

/// Whether the poster takes sections of so many words each.
fn fits(shop: &Shop, counts: &[usize; 7]) -> Result<usize, Option<usize>> {
    let text = made_of(std::array::from_fn(|n| words(counts[n], n)), FEW);
    match shop.set(&briefing(&text), "poster") {
        Ok(done) => Ok(done.room),
        Err(misfits) => Err(misfits[0].words),
    }
}

/// So many words less, in the message's own way: always from the section that is longest by then.
fn cut(mut counts: [usize; 7], words: usize) -> [usize; 7] {
    for _ in 0..words {
        let longest = (0..7).max_by_key(|at| (counts[*at], 7 - at)).expect("there are seven");
        counts[longest] -= 1;
    }
    counts
}

#[test]
fn cutting_as_many_words_as_the_message_says_is_enough_and_half_is_not() {
    let shop = Shop::new();
    for counts in
        [[60, 130, 100, 90, 120, 80, 60], [80, 70, 60, 60, 70, 80, 90], [20, 20, 400, 20, 20, 20, 20]]
    {
        let Err(Some(too_many)) = fits(&shop, &counts) else { panic!("{counts:?} are too many for A4") };
        assert!(fits(&shop, &cut(counts, too_many)).is_ok(), "{counts:?}: {too_many} words were not enough");
        let fewer = too_many / 2;
        assert!(fits(&shop, &cut(counts, fewer)).is_err(), "{counts:?}: {fewer} of {too_many} were enough");
    }
}

#[test]
fn as_many_words_as_there_is_room_for_can_be_added_anywhere() {
    let shop = Shop::new();
    let counts = [30, 50, 40, 40, 60, 50, 40];
    let room = fits(&shop, &counts).expect("310 words fit");
    assert!(room > 20, "{room}");
    for section in 0..7 {
        let mut more = counts;
        more[section] += room;
        assert!(fits(&shop, &more).is_ok(), "{room} more words in section {} do not fit", section + 1);
    }
}

#[test]
fn what_no_cut_of_words_can_mend_is_said_to_be_so() {
    let shop = Shop::new();
    let many: String =
        (0..60).map(|n| format!("  - {{name: Team {n}, phone: 020 7324 40{n:02}}}\n")).collect();
    let text = made_of(std::array::from_fn(|n| words(21, n)), &format!("contacts:\n{many}"));
    let misfits = shop.set(&briefing(&text), "poster").expect_err("sixty contacts do not fit");
    assert_eq!(misfits[0].words, None);
    assert!(misfits[0].over > Pt::ZERO && !misfits[0].frame.is_empty());
}

#[test]
fn numbers_and_addresses_are_never_broken_where_they_can_be_kept_whole() {
    let shop = Shop::new();
    let whole = ["999", "0808 800 5000", "help@nspcc.org.uk"];
    let example = briefing(EXAMPLE);
    for layout in LAYOUTS {
        let done = shop.set(&example, layout).expect("the example fits");
        let lines: Vec<String> = runs(&done.document).map(|(_, run)| text(&done.document, run)).collect();
        for value in whole {
            assert!(
                lines.iter().any(|line| line.contains(value)),
                "{layout}: {value} is nowhere on one line"
            );
        }
        for (start, end) in [("0808 ", "800 5000"), ("help@", "nspcc.org.uk"), ("help@nspcc.", "org.uk")] {
            let torn = lines.iter().any(|line| line.ends_with(start.trim_end()) && !line.contains(end));
            assert!(!torn, "{layout}: a line ends with {start:?}");
        }
    }
}

/// A short text is set as large as it goes, and no larger than leaves its words and numbers whole.
#[test]
fn no_number_of_a_short_text_is_torn_however_large_it_is_set() {
    let shop = Shop::new();
    let mut sections: [String; 7] = std::array::from_fn(|number| words(6, number));
    sections[6] = "In danger call 999 or 0808 157 0123 at once.".to_owned();
    let contacts = "contacts:\n  - {name: Police, purpose: Immediate danger, phone: '999', emergency: true}\n  \
                    - {name: First contact, phone: 01632 960123, email: front-door@ashford-vale.example}\n";
    let short = briefing(&made_of(sections, contacts));
    for layout in LAYOUTS.into_iter().filter(|layout| *layout != "card") {
        let done = shop.set(&short, layout).unwrap_or_else(|_| panic!("{layout} holds it"));
        let mut lines = runs(&done.document).map(|(_, run)| text(&done.document, run));
        assert!(lines.any(|line| line.contains("0808 157 0123")), "{layout} tears the number");
    }
}

#[test]
fn no_heading_stands_apart_from_its_text() {
    let shop = Shop::new();
    for (name, briefing) in odd_texts() {
        for layout in LAYOUTS.iter().filter(|layout| **layout != "card") {
            let done = shop.set(&briefing, layout).expect("tested above");
            let document = &done.document;
            let mut seen = 0;
            for (_, sect) in document.tags.iter().filter(|(_, elem)| elem.role == Role::Sect) {
                let role = |kid: &ElemId| document.tags.get(*kid).role;
                let kids = sect.kids.iter().filter_map(|kid| kid.elem());
                let mut kids = kids.skip_while(|kid| role(kid) != Role::H2);
                let (Some(heading), Some(para)) = (kids.next(), kids.next()) else { continue };
                if role(&para) != Role::P {
                    continue;
                }
                seen += 1;
                let places = [heading, para].map(|elem| place(document, elem).expect("it has letters"));
                let [(page, heading), (other, para)] = places;
                let near = para.y - heading.y;
                assert!(
                    page == other && near > Pt::ZERO && near < Pt::new(200.0) && para.x <= heading.x,
                    "{name}, {layout}: {heading:?} {para:?}"
                );
            }
            assert!(seen == 7 || name == "lists", "{name}, {layout}: {seen} headings have a paragraph");
        }
    }
}

/// The page and place of the first letters of an element, or of the first inside it.
fn place(document: &Document, elem: ElemId) -> Option<(usize, Point)> {
    let owner = |tag: Tag| match tag {
        Tag::Content(mark) => Some(document.tags.owner(mark)),
        Tag::Artifact(_) => None,
    };
    document.pages.iter().enumerate().find_map(|(page, content)| {
        content.items.iter().find_map(|item| match &item.kind {
            ItemKind::Glyphs(run) if owner(item.tag) == Some(elem) => Some((page, run.origin)),
            _ => None,
        })
    })
}

#[test]
fn columns_of_the_poster_end_together() {
    let shop = Shop::new();
    let done = shop.set(&briefing(EXAMPLE), "poster").expect("the example fits");
    let document = &done.document;
    let body = done.body.0;
    let sects: Vec<_> = document.tags.iter().filter(|(_, elem)| elem.role == Role::Sect).collect();
    assert_eq!(sects.len(), 7);
    // The last baselines of the two columns of sections 1 to 6: the lowest left of the middle, and right of it.
    let mut lowest = [Pt::ZERO; 2];
    for (page, run) in runs(document) {
        let end = document.pages[page].size.h * 0.68;
        if run.size == body && run.origin.y < end {
            let column = usize::from(run.origin.x > document.pages[page].size.w / 2.0);
            lowest[column] = lowest[column].max(run.origin.y);
        }
    }
    assert!((lowest[0] - lowest[1]).abs() < body * 3.0, "{lowest:?}");
    assert_eq!(document.tags.get(StructTree::ROOT).role, Role::Document);
}

#[test]
fn text_in_the_safe_zone_is_an_error_that_names_its_frame() {
    let shop = Shop::new();
    let example = briefing(EXAMPLE);
    let text = layout_text("poster")
        .replace("padding: 1.4mm $margin 5mm $margin", "padding: 1.4mm $margin 1mm $margin");
    let layout = read_layout(&text);
    let done = shop.set_in(&example, &layout).expect("it fits");
    let found = check::document(&Printed {
        kind: layout.document,
        document: &done.document,
        faces: &shop.fonts,
        briefing: &example,
        theme: &shop.theme,
    });
    let near: Vec<_> = found.iter().filter(|found| found.code == Code::OutsideSafeZone).collect();
    assert!(!near.is_empty() && near.iter().all(|found| found.severity == Severity::Error), "{found:#?}");
    assert!(near.iter().any(|found| found.message.contains("the frame `dates at the foot`")), "{near:#?}");
}

/// A rule warns of such a number, but a board may have its reasons: the words are printed all the same.
#[test]
fn words_in_the_place_of_a_number_are_printed() {
    let shop = Shop::new();
    let contacts = "contacts:\n  - {name: Your doctor, phone: ask at the front desk}\n";
    let text = briefing(&made_of(std::array::from_fn(|n| words(21, n)), contacts));
    for layout in LAYOUTS {
        let done = shop.set(&text, layout).expect("it fits");
        let said = reading_order_text(&done.document);
        assert!(said.contains("ask at the front desk"), "{layout}: {said}");
    }
}
