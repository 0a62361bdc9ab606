//! Faces and sets of faces, against facts about the embedded files.

use std::borrow::Cow;

use briefpress::font::{FontError, FontId, FontSet, MAX_FACE_BYTES, Weight};

#[test]
fn embedded_faces_are_one_family_from_light_to_heavy() {
    let fonts = FontSet::embedded();
    let found: Vec<_> = fonts.iter().map(|(_, face)| (face.name.as_str(), face.weight.0)).collect();
    assert_eq!(
        found,
        [
            ("AtkinsonHyperlegibleNext-Regular", 400),
            ("AtkinsonHyperlegibleNext-SemiBold", 600),
            ("AtkinsonHyperlegibleNext-Bold", 700),
            ("AtkinsonHyperlegibleNext-ExtraBold", 800),
        ]
    );
    assert!(fonts.iter().all(|(_, face)| face.family == "Atkinson Hyperlegible Next" && !face.italic));
}

#[test]
fn the_order_of_files_does_not_matter() {
    let embedded = FontSet::embedded();
    let files =
        |order: [u16; 4]| order.map(|i| (format!("{i}"), embedded.face(FontId(i)).data.as_ref().clone()));
    for order in [[3, 1, 0, 2], [2, 3, 1, 0]] {
        let fonts = FontSet::new(files(order)).expect("the same files");
        let weights: Vec<_> = fonts.iter().map(|(_, face)| face.weight.0).collect();
        assert_eq!(weights, [400, 600, 700, 800]);
    }
}

#[test]
fn a_weight_gets_the_nearest_face_and_of_two_the_bolder() {
    let fonts = FontSet::embedded();
    for (asked, given) in [(100, 400), (400, 400), (500, 600), (650, 700), (700, 700), (900, 800)] {
        assert_eq!(fonts.face(fonts.primary(Weight(asked))).weight, Weight(given), "{asked}");
    }
}

#[test]
fn coverage_is_what_the_character_map_says() {
    let fonts = FontSet::embedded();
    for covered in ['A', ' ', '’', 'ŵ', 'Ŷ', 'ł', 'ş', '£', '–', '€'] {
        assert!(fonts.covers(covered), "{covered}");
        assert!(fonts.glyph(FontId(0), covered).is_some(), "{covered}");
    }
    for missing in ['Ж', 'α', 'ا', '\u{1f600}', '\u{10ffff}'] {
        assert!(!fonts.covers(missing), "{missing}");
        assert_eq!(fonts.glyph(FontId(0), missing), None);
    }
}

#[test]
fn bad_files_are_all_named() {
    let broken = |name: &str, bytes: Vec<u8>| (name.to_owned(), Cow::Owned(bytes));
    let files = [
        broken("empty.ttf", vec![]),
        broken("text.ttf", b"not a font at all".to_vec()),
        broken("huge.ttf", vec![0; MAX_FACE_BYTES + 1]),
    ];
    let errors = FontSet::new(files).expect_err("none of them is a font");
    let names: Vec<_> = errors.iter().filter_map(FontError::file).collect();
    assert_eq!(names, ["empty.ttf", "text.ttf", "huge.ttf"]);
    assert_eq!(FontSet::new([]).expect_err("nothing"), [FontError::None]);
    let many = (0..65).map(|i| broken(&format!("{i}.ttf"), vec![]));
    assert_eq!(FontSet::new(many).expect_err("too many"), [FontError::TooMany { count: 65 }]);
}

#[test]
fn a_face_cut_short_anywhere_is_refused_or_read_without_panic() {
    let whole = FontSet::embedded().face(FontId(0)).data.as_ref().clone();
    for length in (0..whole.len()).step_by(997) {
        if let Ok(fonts) = FontSet::new([("cut.ttf".to_owned(), Cow::Owned(whole[..length].to_vec()))]) {
            assert!(fonts.advance(FontId(0), fonts.glyph(FontId(0), 'A').unwrap_or(0)) >= 0.0);
        }
    }
}

/// A collection of font files (OpenType 1.9, "Font Collections").
fn collection(files: &[&[u8]]) -> Vec<u8> {
    let word = |value: usize| u32::try_from(value).expect("a short file").to_be_bytes();
    let mut starts = Vec::new();
    let mut start = 12 + 4 * files.len();
    for file in files {
        starts.push(start);
        start += file.len().next_multiple_of(4);
    }
    let mut all = b"ttcf\0\x01\0\0".to_vec();
    all.extend(word(files.len()));
    starts.iter().for_each(|start| all.extend(word(*start)));
    for (file, start) in files.iter().zip(starts) {
        let mut file = file.to_vec();
        let tables = usize::from(u16::from_be_bytes([file[4], file[5]]));
        for table in 0..tables {
            // Tables count from the beginning of the whole file.
            let place = &mut file[20 + 16 * table..24 + 16 * table];
            let offset = u32::from_be_bytes(place.try_into().expect("four bytes"));
            place.copy_from_slice(&word(offset as usize + start));
        }
        all.extend(&file);
        all.resize(all.len().next_multiple_of(4), 0);
    }
    all
}

#[test]
fn a_collection_gives_all_its_faces() {
    let embedded = FontSet::embedded();
    let files: Vec<&[u8]> = embedded.iter().map(|(_, face)| &**face.data).collect();
    let all = ("all.ttc".to_owned(), Cow::Owned(collection(&files)));
    let fonts = FontSet::new([all]).expect("a sound collection");
    let names = |fonts: &FontSet| fonts.iter().map(|(_, face)| face.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&fonts), names(&embedded));
    for (id, _) in embedded.iter() {
        assert_eq!(fonts.glyph(id, 'W'), embedded.glyph(id, 'W'));
    }
}

#[test]
fn fonts_of_a_folder_come_first_where_they_have_latin_letters() {
    let naskh = include_bytes!("fixtures/fonts/NotoNaskhArabic-subset.ttf").as_slice();
    let public = include_bytes!("fixtures/fonts/PublicSans-subset.ttf").as_slice();
    for (file, primary) in [(naskh, "Atkinson Hyperlegible Next"), (public, "Public Sans")] {
        let fonts = FontSet::beside_embedded([("one.ttf".to_owned(), Cow::Borrowed(file))]).expect("a font");
        assert_eq!(fonts.face(FontId(0)).family, primary);
        assert!(fonts.covers('ŵ'), "what a folder lacks is in the program");
    }
    assert_eq!(FontSet::beside_embedded([]).expect("the embedded faces").len(), 4);
}
