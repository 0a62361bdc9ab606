//! Pages that text runs through: no word is lost between them, and none ends where it should not.

use std::collections::BTreeMap;

use briefpress::geom::Pt;
use briefpress::model::Briefing;
use briefpress::page::{Document, ElemId, Kid, Role, StructTree, Tag, reading_order_text};

use crate::looks::{Dice, Shop, read_briefing};

/// How many random briefings are drawn; `LOOKS=20` draws twenty times as many.
const BRIEFINGS: u64 = 30;

fn seeds() -> std::ops::Range<u64> {
    0..BRIEFINGS * std::env::var("LOOKS").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// A body of paragraphs and lists of many lengths.
fn body(dice: &mut Dice, words: usize) -> String {
    let (mut blocks, mut left) = (Vec::new(), words);
    while left > 0 {
        let count = dice.between(3, 90).min(left);
        left -= count;
        if dice.chance(60) {
            blocks.push(dice.words(count));
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
pub fn long(dice: &mut Dice, most: u64) -> Briefing {
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
            // The number of an item stands before its first word.
            let is_word =
                |known: &str| known == word || known.split_once('.').is_some_and(|(_, known)| known == word);
            while !is_word(rest.pop().unwrap_or_else(|| panic!("{what}: {word:?} is lost"))) {}
        }
    }
}

/// What stands on each page, in the order in which it is read: the element of each run of letters.
fn elements(document: &Document) -> Vec<Vec<ElemId>> {
    let read = |page: &briefpress::page::Page| {
        let mut elements: Vec<ElemId> = Vec::new();
        for item in &page.items {
            if let Tag::Content(mark) = item.tag {
                let elem = document.tags.owner(mark);
                if elements.last() != Some(&elem) {
                    elements.push(elem);
                }
            }
        }
        elements
    };
    document.pages.iter().map(read).collect()
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
fn ends_well(document: &Document, what: &str) {
    let tags = &document.tags;
    let pages = elements(document);
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
    for (number, page) in elements(document).iter().enumerate() {
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
        let briefing = long(&mut Dice(seed), 1400);
        let what = format!("seed {seed}");
        let done = shop.set(&briefing, layout).unwrap_or_else(|why| panic!("{what}: {why:?}"));
        let document = &done.document;
        most = most.max(document.pages.len());
        words_in_order(&briefing, document, &what);
        ends_well(document, &what);
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
