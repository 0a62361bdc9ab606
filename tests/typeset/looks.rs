//! Looks: takes every look, tests what all of them promise of slides, numbers and codes.

use briefpress::geom::Pt;
use briefpress::page::{ItemKind, Role};
use briefpress::style::Swatch;

use super::{FEW, Shop, briefing, made_of, odd_texts, place, runs, text, words};

/// The folder of each look; what is in none is dial's.
const LOOKS: [&str; 4] = ["", "column/", "signal/", "steps/"];

/// Eleven contacts as boards have them: with names of two lines, addresses, hours and a code.
const CROWD: &str = r#"contacts:
  - {name: Police, purpose: Immediate danger, phone: "999", emergency: true}
  - {name: Multi-Agency Safeguarding Hub (MASH), phone: 01642 527764 ext. 4410, email: multiagencysafeguardinghub.referrals@north-borough.gov.uk, hours: "Monday to Thursday 8.30am to 5pm, Friday to 4.30pm"}
  - {name: "Emergency Duty Team, evenings and weekends", phone: 01642 527765}
  - {name: Designated Officer for allegations against staff, purpose: Within one working day, phone: 01642 527766, email: lado@north-borough.gov.uk}
  - {name: Report online, purpose: Social care, url: "https://www.north-borough.gov.uk/children/report-a-concern-about-a-child", qr: true}
  - {name: NSPCC Helpline, phone: 0808 800 5000, email: help@nspcc.org.uk}
  - {name: "Childline, for children and young people", phone: 0800 1111}
  - {name: "Domestic abuse helpline, free at any hour", phone: 0808 2000 247}
  - {name: Health visiting and school nursing advice line, phone: 01642 527767, hours: 9am to 4pm}
  - {name: Early Help and Family Hubs, phone: 01642 527768, email: earlyhelp@north-borough.gov.uk}
  - {name: Your own safeguarding lead}
"#;

#[test]
fn the_headings_of_slides_two_to_seven_stand_on_one_line() {
    let shop = Shop::new();
    for (name, briefing) in odd_texts() {
        for look in LOOKS {
            let done = shop.set(&briefing, &format!("{look}handout")).expect("odd texts fit slides");
            let document = &done.document;
            let headings = document.tags.iter().filter(|(_, elem)| elem.role == Role::H2);
            let places = headings.filter_map(|(id, _)| place(document, id));
            // One heading a slide: the contacts of the last have one that is not seen.
            let mut lines: Vec<(usize, Pt)> = places.map(|(page, at)| (page, at.y)).collect();
            lines.dedup_by_key(|(page, _)| *page);
            assert_eq!(lines.len(), 7, "{name}, {look}");
            for (page, line) in &lines[2..] {
                let jump = (*line - lines[1].1).abs();
                assert!(jump < Pt::new(0.1), "{name}, {look}: slide {} is {jump:?} off", page + 1);
            }
        }
    }
}

#[test]
fn many_contacts_keep_numbers_half_as_large_again_as_the_text() {
    let shop = Shop::new();
    let crowded = briefing(&made_of(std::array::from_fn(|n| words(28, n)), CROWD));
    for look in LOOKS {
        let done = shop.set(&crowded, &format!("{look}poster")).expect("eleven contacts fit");
        let body = done.body.0;
        let mut seen = 0;
        for (_, run) in runs(&done.document).filter(|(_, run)| text(&done.document, run).starts_with("0")) {
            assert!(run.size > body * 1.48, "{look}: a number of {:?} beside text of {body:?}", run.size);
            seen += 1;
        }
        assert!(seen >= 8, "{look}: {seen} numbers");
    }
}

#[test]
fn an_address_below_a_code_on_a_card_is_never_in_crumbs() {
    let shop = Shop::new();
    let long = briefing(&made_of(std::array::from_fn(|n| words(21, n)), CROWD));
    for look in LOOKS {
        let done = shop.set(&long, &format!("{look}card")).expect("it fits");
        let pieces = runs(&done.document).filter(|(page, _)| *page == 1);
        let pieces: Vec<String> = pieces.map(|(_, run)| text(&done.document, run)).collect();
        assert!(pieces.iter().any(|line| line.contains("Report online")), "{look}: {pieces:?}");
        let crumbs =
            pieces.iter().filter(|line| line.contains("gov.uk") || line.contains("report-a-")).count();
        assert!(crumbs <= 3, "{look}: {pieces:?}");
    }
}

#[test]
fn no_word_of_a_heading_is_torn() {
    let shop = Shop::new();
    for count in [9, 21, 34] {
        let yaml = made_of(std::array::from_fn(|n| words(count, n)), "contacts: []\n");
        let long = briefing(&yaml.replace("Part 7", "Disproportionality in care"));
        for look in LOOKS {
            let done = shop.set(&long, &format!("{look}poster")).expect("it fits");
            let mut lines = runs(&done.document).map(|(_, run)| text(&done.document, run));
            assert!(lines.any(|line| line.contains("Disproportionality")), "{look}, {count} words");
        }
    }
}

#[test]
fn a_ring_does_not_grow_out_of_its_frame() {
    let shop = Shop::new();
    let short = briefing(&made_of(std::array::from_fn(|n| words(4, n)), "contacts: []\n"));
    let done = shop.set(&short, "poster-wheel").expect("it fits");
    let page = &done.document.pages[0];
    let accent = shop.theme.paint(Swatch::Accent);
    let bounds = page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Path { path, fill: Some(paint), .. } if *paint == accent => path.bounds(),
        _ => None,
    });
    let ring: Vec<_> = bounds.collect();
    assert_eq!(ring.len(), 7);
    // Text stands in 134 mm or more on either side of it.
    let sides = Pt::mm(134.0);
    for piece in ring {
        assert!(piece.x > sides && piece.x + piece.w < page.size.w - sides, "{piece:?}");
    }
}

#[test]
fn a_code_makes_neither_text_nor_numbers_small() {
    let contacts = "contacts:
  - {name: Front door, phone: 01642 527 764, url: https://www.north-borough.gov.uk/front-door, qr: true}
";
    let shop = Shop::new();
    let short = briefing(&made_of(std::array::from_fn(|n| words(18, n)), contacts));
    for look in LOOKS {
        let done = shop.set(&short, &format!("{look}poster")).expect("it fits");
        let body = done.body.0;
        assert!(body > Pt::new(13.5), "{look}: {body:?}");
        let found = runs(&done.document).find(|(_, run)| text(&done.document, run).starts_with("01642"));
        let (_, number) = found.expect("the number stands on the page");
        assert!(number.size > body * 1.48, "{look}: a number of {:?} beside text of {body:?}", number.size);
    }
}

#[test]
fn nobody_has_to_write_on_a_dark_area() {
    let shop = Shop::new();
    let fields = |contacts: &str, layout: &str| {
        let done = shop
            .set(&briefing(&made_of(std::array::from_fn(|n| words(9, n)), contacts)), layout)
            .expect("it fits");
        let paper = shop.theme.paint(Swatch::Paper);
        let is_field = |kind: &ItemKind| match kind {
            ItemKind::Path { path, fill: Some(paint), .. } if *paint == paper => {
                path.bounds().is_some_and(|at| at.w > at.h * 3.0 && at.h > Pt::mm(4.0) && at.h < Pt::mm(15.0))
            }
            _ => false,
        };
        done.document.pages[0].items.iter().filter(|item| is_field(&item.kind)).count()
    };
    let unknown = "contacts:\n  - {name: Your safeguarding lead}\n";
    assert_eq!(fields(unknown, "column/poster"), 1);
    assert_eq!(fields(unknown, "steps/card"), 1);
    assert_eq!(fields("contacts: []\n", "column/poster"), 3);
    assert_eq!(fields("contacts: []\n", "steps/card"), 2);
}

#[test]
fn slides_have_one_size_where_that_is_large_for_all() {
    let shop = Shop::new();
    let deck = |longest: usize| {
        let sections = std::array::from_fn(|n| words(if n == 3 { longest } else { 46 }, n));
        let done = shop.set(&briefing(&made_of(sections, FEW)), "handout").expect("it fits");
        let mut sizes: Vec<Pt> = done.why[1..6].iter().filter_map(|why| why.body).collect();
        sizes.sort_by(|a, b| a.get().total_cmp(&b.get()));
        (sizes[0], sizes[1], sizes[4])
    };
    let (least, next, most) = deck(66);
    assert!(least > Pt::new(30.0) && least == most, "{least:?} {next:?} {most:?}");
    let (least, next, most) = deck(150);
    assert!(least < next && next == most, "{least:?} {next:?} {most:?}");
    assert!(most <= (least * 1.6).max(Pt::new(40.0)) + Pt::new(0.1), "{least:?} {most:?}");
}
