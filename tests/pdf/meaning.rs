//! What screen readers and viewers are told: language, titles, descriptions, bookmarks and where links lie.

use std::sync::Arc;

use briefpress::font::FontSet;
use briefpress::geom::{Pt, Size};
use briefpress::page::{Document, Page};
use briefpress::pdf::Writer;
use briefpress::pipeline::Workshop;
use briefpress::target::Target;
use lopdf::Dictionary;

use super::reader::{File, numbers};
use super::{EXAMPLE, made, make};

/// All structure elements, in reading order.
fn elements<'f>(file: &'f File, from: &'f Dictionary, found: &mut Vec<&'f Dictionary>) {
    let Some(kids) = file.entry(from, "K") else { return };
    let kids = kids.as_array().map_or_else(|_| std::slice::from_ref(kids), Vec::as_slice);
    for kid in kids.iter().map(|kid| file.follow(kid)) {
        if let Ok(kid) = kid.as_dict()
            && kid.has(b"S")
        {
            found.push(kid);
            elements(file, kid, found);
        }
    }
}

#[test]
fn a_file_says_its_language_title_and_what_its_pictures_show() {
    for product in make(&[Target::Screen]) {
        let file = File::read(&product.bytes);
        assert_eq!(file.text(file.catalog(), "Lang").as_deref(), Some("en-GB"));
        let info = file.dict(file.doc.trailer.get(b"Info").expect("an Info dictionary"));
        assert_eq!(file.text(info, "Title").as_deref(), Some("Sexting"));
        let root = file.dict(file.catalog().get(b"StructTreeRoot").expect("a tag tree"));
        let mut found = Vec::new();
        elements(&file, root, &mut found);
        let roles: Vec<_> = found
            .iter()
            .map(|elem| file.entry(elem, "S").expect("a role").as_name().expect("a name"))
            .collect();
        let figures: Vec<_> =
            found.iter().zip(&roles).filter(|(_, role)| **role == b"Figure").map(|(elem, _)| *elem).collect();
        assert_eq!(figures.len(), 1, "{}: one QR code", product.file_name);
        let alt = file.text(figures[0], "Alt").expect("a description");
        assert!(alt.ends_with("https://www.ceop.police.uk/Safety-Centre/"), "{alt}");
        assert!(roles.iter().filter(|role| **role == b"Link").count() >= 3, "{}", product.file_name);
    }
}

#[test]
fn bookmarks_are_the_headings_in_their_order() {
    let products = make(&[Target::Screen]);
    let file = File::read(&products[1].bytes);
    let outline = file.dict(file.catalog().get(b"Outlines").expect("bookmarks"));
    let (mut titles, mut next) = (Vec::new(), vec![file.entry(outline, "First")]);
    while let Some(item) = next.pop() {
        let Some(item) = item.map(|item| item.as_dict().expect("a bookmark")) else { continue };
        titles.push(file.text(item, "Title").expect("a title"));
        next.push(file.entry(item, "Next"));
        next.push(file.entry(item, "First"));
    }
    let must = [
        "Sexting",
        "1 Background",
        "2 Why it matters",
        "3 Information",
        "4 Information",
        "5 Information",
        "6 Questions - If a child speaks up",
        "7 What to do and how to report",
        "Contacts",
    ];
    assert_eq!(titles, must);
}

/// All structure elements of a role.
fn of_role<'f>(file: &'f File, role: &str) -> Vec<&'f Dictionary> {
    let root = file.dict(file.catalog().get(b"StructTreeRoot").expect("a tag tree"));
    let mut found = Vec::new();
    elements(file, root, &mut found);
    found.retain(|elem| elem.get(b"S").and_then(|s| s.as_name()).is_ok_and(|s| s == role.as_bytes()));
    found
}

#[test]
fn words_in_another_language_are_told_and_pages_have_labels() {
    let text = EXAMPLE.replace("Sexting is the exchange", "[Bore da]{lang=cy}: sexting is the exchange");
    let product = &made(&Workshop::embedded(), &text, &[Target::Screen])[1];
    let file = File::read(&product.bytes);
    let spans = of_role(&file, "Span");
    assert_eq!(spans.iter().filter_map(|span| file.text(span, "Lang")).collect::<Vec<_>>(), ["cy"]);
    assert!(file.pieces(0).iter().chain(&file.pieces(1)).any(|piece| piece.text() == "Bore da"));
    assert!(file.catalog().has(b"PageLabels"));
}

#[test]
fn no_file_tells_chrome_to_turn_numbers_round() {
    // With `Direction R2L` PDFium hands out 0123 157 0808 for 0808 157 0123.
    let mut document = Document::default();
    document.metadata.language = "ar".to_owned();
    document.pages.push(Page::new(Size::new(Pt::mm(210.0), Pt::mm(297.0)), Pt::ZERO, Pt::ZERO));
    let mut writer = Writer::new(Arc::new(FontSet::embedded()));
    let file = File::read(&writer.write(&document, &Target::Screen).expect("an empty page"));
    let preferences = file.dict(file.entry(file.catalog(), "ViewerPreferences").expect("some"));
    assert!(!preferences.has(b"Direction"));
}

#[test]
fn strong_words_short_names_and_contacts_are_told_to_those_who_do_not_see_them() {
    let text = EXAMPLE.replace(
        "Sexting is the exchange",
        "Tell the **multi-agency safeguarding hub** (MASH). MASH answers: sexting is the exchange",
    );
    let product = &made(&Workshop::embedded(), &text, &[Target::Screen])[0];
    let file = File::read(&product.bytes);
    assert_eq!(of_role(&file, "Strong").len(), 1);
    let short: Vec<_> = of_role(&file, "Span").iter().filter_map(|span| file.text(span, "E")).collect();
    assert_eq!(short, ["multi-agency safeguarding hub"], "only where it is not spelt out beside it");
    // The heading of the contacts is read and not seen: it is painted by no operator.
    let modes: Vec<i64> = file
        .operations(0)
        .iter()
        .filter(|operation| operation.operator == "Tr")
        .map(|operation| operation.operands[0].as_i64().expect("a mode"))
        .collect();
    assert_eq!(modes, [3, 0]);
    let pieces: Vec<String> = file.pieces(0).iter().map(|piece| piece.text()).collect();
    let at = |words: &str| pieces.iter().position(|piece| piece == words).unwrap_or(usize::MAX);
    assert!(at("Contacts") < at("999") && at("NSPCC Helpline") < at("0808 800 5000"), "{pieces:?}");
}

/// Where the text of each link begins: the pen's place at its first letters, in points of the file.
fn link_texts(file: &File, page: usize) -> Vec<[f32; 2]> {
    let (mut found, mut pen, mut in_link) = (Vec::new(), [0.0; 2], false);
    for operation in file.operations(page) {
        let number = |at: usize| operation.operands[at].as_float().expect("a number");
        match operation.operator.as_str() {
            "BT" => pen = [0.0; 2],
            "Td" => pen = [pen[0] + number(0), pen[1] + number(1)],
            "BDC" => in_link = operation.operands[0].as_name().expect("a tag") == b"Link",
            "TJ" if in_link => found.push(pen),
            _ => {}
        }
    }
    found
}

#[test]
fn every_link_lies_on_its_own_words() {
    for (product, pages) in make(&[Target::Screen]).iter().zip([1, 7, 2]) {
        let file = File::read(&product.bytes);
        let mut count = 0;
        for page in 0..pages {
            let Some(notes) = file.entry(file.page(page), "Annots") else { continue };
            let texts = link_texts(&file, page);
            for note in notes.as_array().expect("an array").iter().map(|note| file.dict(note)) {
                let [left, bottom, right, top] = numbers(note.get(b"Rect").expect("a place"));
                let on_it =
                    texts.iter().any(|[x, y]| (left - 0.05..right).contains(x) && (bottom..top).contains(y));
                assert!(on_it, "{} page {page}: nothing stands in {note:?}", product.file_name);
                let action = file.dict(note.get(b"A").expect("an action"));
                let target = action.get(b"URI").and_then(|uri| uri.as_str()).expect("an address");
                assert!([&b"tel:"[..], b"mailto:", b"https:"].iter().any(|start| target.starts_with(start)));
                assert!(file.text(note, "Contents").is_some_and(|said| !said.is_empty()));
                count += 1;
            }
        }
        assert!(count >= 3, "{}: {count} links", product.file_name);
    }
}
