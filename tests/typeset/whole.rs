//! Whole: takes texts and contacts that no column or tile holds as they are, tests what is divided and what stays whole.

use briefpress::geom::Pt;
use briefpress::page::Role;

use super::{FEW, Shop, briefing, made_of, runs, text, words};

/// The looks whose sections run down two columns.
const TWO_COLUMNS: [&str; 3] = ["", "signal/", "steps/"];

#[test]
fn a_very_long_paragraph_is_divided_so_that_no_column_stays_bare() {
    let shop = Shop::new();
    let sections = |long: usize| {
        made_of(std::array::from_fn(|n| if n == 2 { words(long, n) } else { words(12, n) }), FEW)
    };
    for look in TWO_COLUMNS {
        let done = shop.set(&briefing(&sections(230)), &format!("{look}poster")).expect("it fits");
        let (document, body) = (&done.document, done.body.0);
        let mut lowest = [Pt::ZERO; 2];
        for (page, run) in runs(document).filter(|(_, run)| run.size == body) {
            let size = document.pages[page].size;
            if run.origin.y < size.h * 0.66 {
                let column = usize::from(run.origin.x > size.w * 0.45);
                lowest[column] = lowest[column].max(run.origin.y);
            }
        }
        assert!((lowest[0] - lowest[1]).abs() < body * 6.0, "{look}: {lowest:?} at {body:?}");
        // Nothing is said twice, and nothing is lost.
        let read: String = runs(document).map(|(_, run)| text(document, run) + " ").collect::<String>();
        let said = read.split_whitespace().filter(|word| *word == "worried").count();
        let written = sections(230).split_whitespace().filter(|word| *word == "worried").count();
        assert_eq!(said, written, "{look}");
    }
}

#[test]
fn what_stands_on_another_line_than_a_number_is_smaller_than_it() {
    let shop = Shop::new();
    let contacts = r#"contacts:
  - {name: Police, purpose: Immediate danger, phone: "999", emergency: true}
  - {name: Advice line, phone: 01642 527765 ext. 4410, text: 07700 900123}
"#;
    let short = briefing(&made_of(std::array::from_fn(|n| words(14, n)), contacts));
    let done = shop.set(&short, "column/poster").expect("it fits");
    let of = |words: &str| {
        let mut found = runs(&done.document).filter(|(_, run)| text(&done.document, run).trim() == words);
        found.next().unwrap_or_else(|| panic!("`{words}` stands alone")).1.size
    };
    for (aside, number) in [("ext. 4410", "01642 527765"), ("Text", "07700 900123")] {
        let share = of(aside) / of(number);
        assert!((0.7..0.75).contains(&share), "{aside}: {share}");
    }
    // Whatever its lines, a number is one link.
    let links = done.document.tags.iter().filter(|(_, elem)| elem.role == Role::Link).count();
    assert_eq!(links, 3);
}

#[test]
fn a_long_list_stands_in_two_columns_of_a_slide_under_one_heading() {
    let shop = Shop::new();
    let list = |count: usize| {
        (0..count).map(|item| format!("- {}\n", words(4, item))).collect::<String>().trim_end().to_owned()
    };
    let deck = |count: usize| {
        briefing(&made_of(std::array::from_fn(|n| if n == 3 { list(count) } else { words(20, n) }), FEW))
    };
    let slide = |count: usize| {
        let done = shop.set(&deck(count), "handout").expect("it fits");
        let document = &done.document;
        let on_slide = runs(document).filter(|(page, _)| *page == 3);
        let lefts: Vec<Pt> =
            on_slide.filter(|(_, run)| run.size > Pt::new(19.0)).map(|(_, run)| run.origin.x).collect();
        let edge = lefts.iter().copied().fold(Pt::new(1e6), Pt::min);
        (lefts.len(), lefts.iter().filter(|left| **left > edge + Pt::new(300.0)).count())
    };
    let (all, right) = slide(15);
    assert!(right >= 6 && right < all, "{right} of {all} lines at the right");
}

#[test]
fn a_long_address_takes_the_width_of_the_page() {
    let shop = Shop::new();
    let contacts = r#"contacts:
  - {name: Front door, email: childrens.social.care.front.door@northmere-borough-council.gov.uk}
  - {name: Early help, email: early.help@northmere-borough-council.gov.uk}
"#;
    let short = briefing(&made_of(std::array::from_fn(|n| words(10, n)), contacts));
    for look in TWO_COLUMNS {
        let done = shop.set(&short, &format!("{look}poster")).expect("it fits");
        let pieces: Vec<String> = runs(&done.document)
            .map(|(_, run)| text(&done.document, run))
            .filter(|line| line.contains("door@") || line.contains("gov.uk") || line.contains("front.door"))
            .collect();
        assert!(pieces.len() <= 3, "{look}: {pieces:?}");
    }
}
