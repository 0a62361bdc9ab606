//! Printers: what a sheet asks of the printer, where it begins, and what a test sheet says.

use briefpress::geom::{Point, Pt};
use briefpress::layout::Flip;
use briefpress::target::Target;

use super::paper::{Paper, get, name};
use super::{PRESS, build, made, only, options, wanted};

/// What the file asks of the dialogue of a printer.
fn preset(pdf: &[u8]) -> Option<(String, Option<String>)> {
    let pdf = lopdf::Document::load_mem(pdf).expect("it can be read");
    let catalog = pdf.catalog().expect("it has a catalog");
    let preferences = get(&pdf, catalog, "ViewerPreferences").and_then(|found| found.as_dict().ok())?;
    let asked = |key| get(&pdf, preferences, key).map(name);
    Some((asked("PrintScaling")?, asked("Duplex")))
}

#[test]
fn sheets_preset_the_printer_and_single_documents_leave_it_alone() {
    for (sheet, flip, duplex) in [
        ("avery-c32011", None, "DuplexFlipLongEdge"),
        ("avery-c32011", Some(Flip::ShortEdge), "DuplexFlipShortEdge"),
        ("booklet", None, "DuplexFlipShortEdge"),
        ("booklet", Some(Flip::LongEdge), "DuplexFlipLongEdge"),
        ("2-up", None, "Simplex"),
    ] {
        let mut wanted = wanted(sheet, flip);
        wanted.test = true;
        for target in [Target::Screen, PRESS] {
            for product in build(&options(vec![wanted.clone()], &[target])).products {
                // A press file is PDF 1.6, which knows no Duplex.
                let duplex = (target == Target::Screen).then(|| duplex.to_owned());
                let expected = Some(("None".to_owned(), duplex));
                assert_eq!(preset(&product.bytes), expected, "{sheet} {flip:?} {}", product.file_name);
            }
        }
    }
    let mut alone = options(Vec::new(), &[Target::Screen]);
    alone.documents = vec![briefpress::pipeline::DocumentKind::Poster];
    assert_eq!(preset(&only(&alone).bytes), None);
}

#[test]
fn fronts_and_backs_can_be_moved_apart() {
    let mut moved = wanted("avery-c32015", None);
    moved.imposition.offset = Point::new(Pt::mm(1.0), Pt::mm(0.0));
    moved.imposition.offset_back = Some(Point::new(Pt::mm(-0.5), Pt::mm(2.0)));
    let (still, moved) = (made(wanted("avery-c32015", None), PRESS), made(moved, PRESS));
    for (sheet, [x, y]) in [(0, [1.0, 0.0]), (1, [-0.5, 2.0])] {
        for (before, after) in still.sheets[sheet].placed.iter().zip(&moved.sheets[sheet].placed) {
            let off = [after.area.x - before.area.x - x, after.area.y - before.area.y - y];
            assert!(off.iter().all(|off| off.abs() < 0.01), "{off:?}");
        }
    }
}

/// The first three cards of a sheet are used: the rest lie where they lay, and their backs behind them.
#[test]
fn a_sheet_that_is_used_in_part_is_filled_from_a_place_on() {
    for flip in [Flip::LongEdge, Flip::ShortEdge] {
        let mut used = wanted("avery-c32011", Some(flip));
        used.imposition.start_at = 4;
        let product = only(&options(vec![used], &[Target::Screen]));
        assert_eq!(product.file_name, "card.sheet-avery-c32011.from-4.pdf");
        let (whole, used) =
            (made(wanted("avery-c32011", Some(flip)), Target::Screen), Paper::read(&product.bytes));
        for (whole, used) in whole.sheets.iter().zip(&used.sheets) {
            assert_eq!(used.placed.len(), 7);
            for (before, after) in whole.placed[3..].iter().zip(&used.placed) {
                assert!(after.area.is(&before.area) && after.top == before.top, "{flip:?}");
            }
        }
    }
}

#[test]
fn a_test_sheet_says_which_side_it_is_and_what_to_type() {
    let mut wanted = wanted("zweckform-32010", Some(Flip::ShortEdge));
    wanted.test = true;
    wanted.imposition.offset_back = Some(Point::new(Pt::mm(0.5), Pt::mm(-1.0)));
    let products = build(&options(vec![wanted], &[Target::Screen])).products;
    let pdf = lopdf::Document::load_mem(&products[1].bytes).expect("it can be read");
    let [front, back] = [1, 2].map(|page| pdf.extract_text(&[page]).expect("its words can be read"));
    for (text, words) in [
        (&front, "Test sheet zweckform-32010: FRONT"),
        (&front, "Print at 100 % (actual size), on plain paper, on both sides, turned over the short edge."),
        (&front, "type them, with their signs, as  --offset ACROSS,DOWN  such as  --offset 0.5,-1"),
        (&back, "Test sheet zweckform-32010: BACK"),
        (&back, "This sheet was made with --offset-back 0.5,-1: add what you read to these."),
        (&back, "+15"),
        (&back, "-20"),
    ] {
        assert!(text.contains(words), "no {words:?} in {text}");
    }
    assert!(!front.contains("This sheet was made with"), "{front}");
}

#[test]
fn a_test_sheet_has_the_outlines_of_all_cells_and_a_cross_in_the_middle() {
    for flip in [Flip::LongEdge, Flip::ShortEdge] {
        let mut wanted = wanted("avery-c32015", Some(flip));
        wanted.test = true;
        let products = build(&options(vec![wanted], &[Target::Screen])).products;
        let names: Vec<_> = products.iter().map(|one| one.file_name.as_str()).collect();
        assert_eq!(names, ["card.sheet-avery-c32015.pdf", "card.sheet-avery-c32015.test.pdf"]);
        let [cards, test] = [0, 1].map(|at: usize| Paper::read(&products[at].bytes));
        for (cards, test) in cards.sheets.iter().zip(&test.sheets) {
            assert_eq!(test.rects.len(), 8);
            for card in &cards.placed {
                assert!(test.rects.iter().any(|cell| cell.is(&card.area)), "{:?}", card.area);
            }
            let arm = test.lines.iter().any(|(from, to)| {
                let off = [from.0 - 85.0, from.1 - 148.5, to.0 - 125.0, to.1 - 148.5];
                off.iter().all(|off| off.abs() < 0.1)
            });
            assert!(arm, "20 mm to either side of the middle");
        }
    }
}
