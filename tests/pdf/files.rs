//! Files as a whole: how large they are, and that their bytes depend on nothing but their content.

use briefpress::geom::Pt;
use briefpress::pipeline::{Worker, Workshop};
use briefpress::target::{Exchange, Press, Target};

use super::reader::{File, Piece};
use super::{EXAMPLE, made, made_by, make};

#[test]
fn the_example_fits_into_an_e_mail_many_times() {
    let sizes: Vec<usize> = make(&[Target::Screen]).iter().map(|product| product.bytes.len()).collect();
    let [poster, handout, card] = sizes[..] else { panic!("{sizes:?}") };
    assert!(poster <= 50_000 && handout <= 60_000 && card <= 45_000, "{sizes:?}");
}

#[test]
fn the_same_bytes_come_of_the_same_words_whatever_was_written_before() {
    let targets =
        [Target::Screen, Target::Print(Press { exchange: Exchange::X4, bleed: Pt::mm(3.0), marks: true })];
    let first = make(&targets);
    // One worker that has written other words, with characters beyond the base set, in between.
    let workshop = Workshop::embedded();
    let mut worker = Worker::new(&workshop);
    let other = EXAMPLE.replace("Sexting is the exchange", "Łódź — 5 × 7 ≤ 36: the exchange");
    made_by(&workshop, &mut worker, &other, &targets);
    let again = made_by(&workshop, &mut worker, EXAMPLE, &targets);
    for (first, again) in first.iter().zip(&again) {
        assert!(first.bytes == again.bytes, "{} differs", first.file_name);
    }
}

#[test]
fn different_files_have_different_identifiers() {
    let targets =
        [Target::Screen, Target::Print(Press { exchange: Exchange::X4, bleed: Pt::mm(3.0), marks: false })];
    let mut products = make(&targets);
    let other = EXAMPLE.replace("Sexting is the exchange", "Sexting is an exchange");
    products.extend(made(&Workshop::embedded(), &other, &targets));
    let mut ids: Vec<Vec<u8>> = products
        .iter()
        .map(|product| {
            let file = File::read(&product.bytes);
            let id = file.doc.trailer.get(b"ID").and_then(|id| id.as_array()).expect("an identifier");
            assert_eq!(id[0], id[1]);
            id[0].as_str().expect("bytes").to_vec()
        })
        .collect();
    ids.sort();
    ids.dedup();
    // The card does not show the first section, so its two editions are the same file.
    assert_eq!(ids.len(), products.len() - 2);
}

#[test]
fn both_standards_for_the_screen_say_the_same_with_other_headers_and_claims() {
    let products = make(&[Target::Screen, Target::ScreenUa2]);
    for pair in products.chunks(2) {
        let [old, new] = [&pair[0], &pair[1]].map(|product| File::read(&product.bytes));
        assert_eq!(pair[1].file_name, pair[0].file_name.replace(".pdf", ".ua2.pdf"));
        assert_eq!((old.doc.version.as_str(), new.doc.version.as_str()), ("1.7", "2.0"));
        assert!(old.doc.trailer.get(b"Info").is_ok() && new.doc.trailer.get(b"Info").is_err());
        for page in 0..pair[0].pages {
            let said = |file: &File| file.pieces(page).iter().map(Piece::text).collect::<Vec<_>>();
            assert_eq!(said(&old), said(&new), "{}", pair[0].file_name);
        }
    }
}

#[test]
fn bookmarks_lead_to_a_place_and_to_an_element() {
    let products = make(&[Target::Screen, Target::ScreenUa2]);
    for product in &products {
        let file = File::read(&product.bytes);
        let outline = file.dict(file.entry(file.catalog(), "Outlines").expect("bookmarks"));
        let first = file.dict(file.entry(outline, "First").expect("a bookmark"));
        let elem = match product.target {
            Target::Screen => file.dict(file.entry(first, "SE").expect("an element")),
            _ => {
                let action = file.dict(file.entry(first, "A").expect("an action"));
                let place = file.entry(action, "SD").and_then(|place| place.as_array().ok());
                file.dict(&place.expect("a structure destination")[0])
            }
        };
        assert!(elem.get(b"S").is_ok_and(|role| role.as_name().is_ok_and(|name| name.starts_with(b"H"))));
    }
}
