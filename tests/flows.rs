//! Pages that text runs through: no word is lost between them, and none ends where it should not.

use std::collections::BTreeMap;

use briefpress::geom::Pt;
use briefpress::model::Briefing;
use briefpress::page::{Document, ElemId, Kid, Role, StructTree, Tag, reading_order_text};
use briefpress::typeset::Typeset;

use crate::dice::Dice;
use crate::looks::{Shop, read_briefing, times};

/// How many random briefings are drawn; `LOOKS=20` draws twenty times as many.
const BRIEFINGS: u64 = 30;

fn seeds() -> std::ops::Range<u64> {
    0..BRIEFINGS * times()
}

/// A body of paragraphs and lists of many lengths.
fn body(dice: &mut Dice, words: usize) -> String {
    let (mut blocks, mut left) = (Vec::new(), words);
    while left > 0 {
        let count = dice.between(3, 90).min(left);
        left -= count;
        if dice.chance(60) {
            let words = dice.words(count);
            // Some paragraphs have lines that end where the writer ended them.
            blocks.push(if dice.chance(15) { words.replacen(' ', "\\\n", 3) } else { words });
            continue;
        }
        let items = dice.between(2, 8).min(count);
        let mark =
            |number: usize, numbered: bool| if numbered { format!("{number}.") } else { "-".to_owned() };
        let numbered = dice.chance(30);
        let lines: Vec<String> = (1..=items)
            .map(|number| format!("{} {}", mark(number, numbered), dice.words(count / items)))
            .collect();
        let words = dice.between(3, 40);
        blocks.push(format!("{}:\n\n{}", dice.words(words), lines.join("\n")));
    }
    blocks.join("\n\n").replace('\n', "\n      ")
}

/// A briefing of up to so many words, with paragraphs and lists of every length, and none to eleven contacts.
pub fn long(dice: &mut Dice, most: usize) -> Briefing {
    let title = dice.between(1, 9);
    let mut yaml = format!("title: {}\nboard: {{name: {}}}\nsections:\n", dice.words(title), dice.words(4));
    for _ in 0..7 {
        let (heading, words) = (dice.between(1, 7), dice.between(1, most / 7));
        yaml += &format!("  - heading: {}\n    body: |\n      {}\n", dice.words(heading), body(dice, words));
    }
    let count = dice.roll(12);
    let contacts: Vec<String> = (0..count).map(|number| dice.contact(number, number == 0)).collect();
    yaml += if contacts.is_empty() { "contacts: []\n" } else { "contacts:\n" };
    read_briefing(&(yaml + &contacts.join("\n") + "\n"))
}

/// The words of each section, as a screen reader meets them.
pub fn words_in_order(briefing: &Briefing, document: &Document, what: &str) {
    let said = reading_order_text(document);
    let mut rest: Vec<&str> = said.split_whitespace().rev().collect();
    for section in &briefing.sections {
        let mut all: Vec<String> = section.heading.value.split_whitespace().map(str::to_owned).collect();
        all.extend(crate::content::section_words(section));
        for word in all {
            // The number of an item or a section stands before its first word.
            let is_word = |known: &str| {
                let behind = known.trim_start_matches(|c: char| c.is_ascii_digit());
                known == word || behind.trim_start_matches('.') == word
            };
            while !is_word(rest.pop().unwrap_or_else(|| panic!("{what}: {word:?} is lost"))) {}
        }
    }
}

/// What stands in each room that text runs through, in the order in which it is read: the element of each run of
/// letters. A room is a page, or one of its columns.
fn elements(document: &Document, columns: usize) -> Vec<Vec<ElemId>> {
    let mut rooms = Vec::new();
    for page in &document.pages {
        let area = page.areas.iter().find(|(name, _)| name == "text").expect("text runs through it").1;
        for column in 0..columns {
            let mut elements: Vec<ElemId> = Vec::new();
            for item in &page.items {
                let (Tag::Content(mark), Some(run)) = (item.tag, item.kind.letters()) else { continue };
                let at = ((run.origin.x - area.x) / (area.w / columns as f32)) as usize;
                if !area.contains(run.origin) || at != column {
                    continue;
                }
                let elem = document.tags.owner(mark);
                if elements.last() != Some(&elem) {
                    elements.push(elem);
                }
            }
            rooms.push(elements);
        }
    }
    // Where text ends early, the last rooms are empty.
    while rooms.last().is_some_and(Vec::is_empty) {
        rooms.pop();
    }
    rooms
}

/// The nearest of an element and those around it that has a role.
fn around(tags: &StructTree, elem: ElemId, role: Role) -> Option<ElemId> {
    let mut at = Some(elem);
    while let Some(elem) = at {
        if tags.get(elem).role == role {
            return Some(elem);
        }
        at = tags.get(elem).parent;
    }
    None
}

/// No page ends on a heading, on the line before a list, or with one item of a list on either side of its end.
fn ends_well(document: &Document, columns: usize, what: &str) {
    let tags = &document.tags;
    let pages = elements(document, columns);
    for (number, page) in pages.iter().enumerate() {
        let last = *page.last().unwrap_or_else(|| panic!("{what}: page {} is empty", number + 1));
        assert_eq!(around(tags, last, Role::H2), None, "{what}: page {} ends on a heading", number + 1);
        let para = around(tags, last, Role::P).filter(|_| around(tags, last, Role::LI).is_none());
        let Some(para) = para else { continue };
        let parent = tags.get(para).parent.expect("a paragraph is in something");
        let next = tags.get(parent).kids.iter().skip_while(|kid| kid.elem() != Some(para)).nth(1);
        let goes_on = pages.get(number + 1).is_some_and(|page| page.contains(&last));
        let is_list = next.and_then(Kid::elem).is_some_and(|next| tags.get(next).role == Role::L);
        assert!(!is_list || goes_on, "{what}: page {} ends on the line before a list", number + 1);
    }
    for (list, items) in items_by_page(tags, &pages) {
        let alone = items.values().any(|items| *items < 2);
        assert!(items.len() < 2 || !alone, "{what}: one item of {list:?} stands alone: {items:?}");
    }
}

/// For each list how many of its items each page has something of.
fn items_by_page(tags: &StructTree, pages: &[Vec<ElemId>]) -> BTreeMap<ElemId, BTreeMap<usize, usize>> {
    let mut seen: BTreeMap<ElemId, BTreeMap<usize, Vec<ElemId>>> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for item in page.iter().filter_map(|elem| around(tags, *elem, Role::LI)) {
            // Contacts are a list too, and their words are paragraphs.
            let list = tags.get(item).parent.expect("an item is in a list");
            let items = seen.entry(list).or_default().entry(number).or_default();
            if !items.contains(&item) && !is_contact(tags, item) {
                items.push(item);
            }
        }
    }
    seen.retain(|_, pages| pages.values().any(|items| !items.is_empty()));
    let counted = |pages: BTreeMap<usize, Vec<ElemId>>| {
        pages.into_iter().map(|(at, items)| (at, items.len())).collect()
    };
    seen.into_iter().map(|(list, pages)| (list, counted(pages))).collect()
}

/// Whether an item is a contact: its body holds paragraphs.
fn is_contact(tags: &StructTree, item: ElemId) -> bool {
    let bodies =
        tags.get(item).kids.iter().filter_map(Kid::elem).filter(|kid| tags.get(*kid).role == Role::LBody);
    bodies
        .flat_map(|body| &tags.get(body).kids)
        .filter_map(Kid::elem)
        .any(|kid| tags.get(kid).role == Role::P)
}

/// Everything of a contact stands on one page.
fn contacts_whole(document: &Document, what: &str) {
    let tags = &document.tags;
    let mut home: BTreeMap<ElemId, usize> = BTreeMap::new();
    for (number, page) in elements(document, 1).iter().enumerate() {
        let items = page.iter().filter_map(|elem| around(tags, *elem, Role::LI));
        for item in items.filter(|item| is_contact(tags, *item)) {
            let first = *home.entry(item).or_insert(number);
            assert_eq!(
                first,
                number,
                "{what}: a contact is split between pages {} and {}",
                first + 1,
                number + 1
            );
        }
    }
}

/// Every letter is at least so large.
fn letters(document: &Document, floor: Pt, what: &str) {
    for page in &document.pages {
        for run in page.items.iter().filter_map(|item| item.kind.letters()) {
            assert!(run.size >= floor, "{what}: letters of {:?}", run.size);
        }
    }
}

#[test]
fn large_print_runs_over_as_many_pages_as_it_needs_and_breaks_none_badly() {
    let shop = Shop::new();
    let layout = shop.layout("large-print.yaml");
    let mut most = 0;
    for seed in seeds() {
        let briefing = long(&mut Dice::new(seed), 1400);
        let what = format!("seed {seed}");
        let done = shop.set(&briefing, layout).unwrap_or_else(|why| panic!("{what}: {why:?}"));
        let document = &done.document;
        most = most.max(document.pages.len());
        words_in_order(&briefing, document, &what);
        ends_well(document, 1, &what);
        contacts_whole(document, &what);
        letters(document, Pt::new(16.0), &what);
        assert_eq!(done.body, (Pt::new(18.0), Pt::new(18.0)));
        assert!(document.metadata.title.ends_with("(Large print)"), "{}", document.metadata.title);
    }
    assert!(most > 8, "no text was longer than {most} pages");
}

#[test]
fn large_print_begins_and_ends_with_whom_to_contact() {
    let shop = Shop::new();
    let briefing = read_briefing(include_str!("../content/sexting.yaml"));
    let done = shop.set(&briefing, shop.layout("large-print.yaml")).expect("it fits");
    let places: Vec<usize> = done
        .document
        .outline
        .iter()
        .filter(|entry| entry.title == "Who to contact")
        .map(|entry| entry.page)
        .collect();
    assert_eq!(places, [0, done.document.pages.len() - 1]);
    let first = done.document.outline.iter().find(|entry| entry.title == "1 Background").expect("a section");
    assert_eq!(first.page, 1, "the contacts have the first page to themselves");
}

/// Whether a leaflet has lines for notes.
fn has_notes(done: &Typeset) -> bool {
    done.why[0].arrangement.starts_with("with lines for notes")
}

/// Every section stands on one page.
fn sections_whole(document: &Document, what: &str) {
    let mut home: BTreeMap<ElemId, usize> = BTreeMap::new();
    for (number, page) in elements(document, 1).iter().enumerate() {
        for section in page.iter().filter_map(|elem| around(&document.tags, *elem, Role::Sect)) {
            assert_eq!(*home.entry(section).or_insert(number), number, "{what}: a section is split");
        }
    }
}

#[test]
fn a_leaflet_holds_its_text_on_two_sides_or_says_how_much_is_too_much() {
    let shop = Shop::new();
    let layout = shop.layout("leaflet.yaml");
    let (mut beside, mut columns, mut refused) = (0, 0, 0);
    for seed in seeds() {
        let mut dice = Dice::new(seed);
        let most = dice.between(60, 1700);
        let briefing = long(&mut dice, most);
        let what = format!("seed {seed}");
        let Ok(done) = shop.set(&briefing, layout) else {
            refused += 1;
            continue;
        };
        let document = &done.document;
        assert_eq!(document.pages.len(), 2, "{what}");
        words_in_order(&briefing, document, &what);
        letters(document, Pt::new(7.0), &what);
        let (low, high) = done.body;
        assert!(low >= Pt::new(12.0) && low.get() / high.get() > 0.89, "{what}: {:?}", done.body);
        if has_notes(&done) {
            beside += 1;
            sections_whole(document, &what);
        } else {
            columns += 1;
            assert_eq!(low, high, "{what}: text that is poured has one size");
            ends_well(document, 2, &what);
        }
    }
    assert!(
        beside > 4 && columns > 2 && refused > 2,
        "{beside} with notes, {columns} in columns, {refused} not"
    );
}

/// Natural words: those of the example, over and over, so many in each section.
fn natural(counts: [usize; 7]) -> Briefing {
    let example = read_briefing(include_str!("../content/sexting.yaml"));
    let all: Vec<String> = example.sections.iter().flat_map(crate::content::section_words).collect();
    let mut yaml = "title: Criminal exploitation\nboard: {name: A board}\nsections:\n".to_owned();
    let mut words = all.iter().cycle();
    for (number, count) in (1..).zip(counts) {
        // Paragraphs of some fifty words, as people write them.
        let text: Vec<String> = (0..count).map(|_| words.next().expect("it is endless").clone()).collect();
        let paragraphs: Vec<String> = text.chunks(50).map(|part| part.join(" ").replace(": ", " ")).collect();
        yaml +=
            &format!("  - heading: Part {number}\n    body: |\n      {}\n", paragraphs.join("\n\n      "));
    }
    yaml += "contacts:\n  - {name: Police, purpose: Immediate danger, phone: \"999\", emergency: true}\n";
    yaml += "  - {name: Front door, phone: 01632 960123}\n  - {name: Out of hours, phone: 01632 960124}\n";
    yaml += "  - {name: Helpline, email: help@wexcombe.example}\n";
    read_briefing(&yaml)
}

#[test]
fn a_leaflet_holds_what_is_read_aloud_in_seven_minutes() {
    let shop = Shop::new();
    let layout = shop.layout("leaflet.yaml");
    let done = shop.set(&natural([170, 175, 170, 175, 160, 105, 95]), layout).expect("1,050 words fit");
    assert!(!has_notes(&done) && done.body.0 >= Pt::new(12.0), "{:?}", done.body);
    let short = shop.set(&natural([40; 7]), layout).expect("280 words fit");
    assert!(has_notes(&short) && short.body.0 >= Pt::new(13.0), "{:?}", short.body);
}

#[test]
fn what_a_leaflet_says_of_words_holds() {
    let shop = Shop::new();
    let layout = shop.layout("leaflet.yaml");
    let counts = [220, 170, 260, 190, 160, 140, 120];
    let misfit = shop.set(&natural(counts), layout).expect_err("1,260 words do not fit").remove(0);
    let cuts = &misfit.cuts;
    assert_eq!(misfit.words, Some(cuts.iter().sum()), "{misfit:?}");
    let less = std::array::from_fn(|at| counts[at] - cuts.get(at).copied().unwrap_or(0));
    assert!(shop.set(&natural(less), layout).is_ok(), "{cuts:?} were not enough");
    let counts = [100; 7];
    let room = shop.set(&natural(counts), layout).expect("700 words fit").room;
    assert!(room > 100, "{room}");
    for section in 0..7 {
        let mut more = counts;
        more[section] += room;
        assert!(shop.set(&natural(more), layout).is_ok(), "{room} more words in section {}", section + 1);
    }
}
