//! Imposition: sheets of a real briefing, read back from their files; every position to a tenth of a millimetre.

mod paper;
mod printer;
mod sizes;
mod tags;

use briefpress::diag::{Code, Diagnostic, Severity};
use briefpress::geom::{Paper as PaperSize, Point, Pt};
use briefpress::impose::Imposition;
use briefpress::layout::{Flip, Sheet};
use briefpress::pipeline::{
    DocumentKind, EMBEDDED_SHEETS, Files, Inputs, Options, Outcome, Product, Wanted, Worker, Workshop, run,
};
use briefpress::read;
use briefpress::source::Sources;
use briefpress::target::{Exchange, Press, Target};

use paper::{Area, Paper};

const EXAMPLE: &str = include_str!("../../content/sexting.yaml");

/// Few words: the only ones that can be read where six slides stand on a page.
const SHORT: &str = include_str!("../fixtures/short.yaml");

const PRESS: Target = Target::Print(Press { exchange: Exchange::X4, bleed: Pt::mm(3.0), marks: true });

/// What the makers of the sheets say: name, columns, rows, left, top, pitch across and down, cell, all as it lies on
/// the paper.
type Declared = (&'static str, usize, usize, [f32; 2], [f32; 2], [f32; 2]);

const CARD_SHEETS: [Declared; 6] = [
    ("avery-c32011", 2, 5, [15.0, 13.5], [95.0, 54.0], [85.0, 54.0]),
    ("avery-c32015", 2, 4, [17.0, 31.5], [91.0, 60.0], [85.0, 54.0]),
    ("zweckform-32010", 2, 5, [14.11, 14.11], [94.90, 53.98], [85.0, 54.0]),
    ("a4-2x5", 2, 5, [20.0, 11.0], [85.0, 55.0], [85.0, 55.0]),
    ("a4-3x3", 3, 3, [16.5, 15.0], [61.0, 91.0], [55.0, 85.0]),
    ("sra3-3x7", 3, 7, [26.5, 14.5], [91.0, 61.0], [85.0, 55.0]),
];

/// No file lies beside the briefing.
struct Nothing;

impl Files for Nothing {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        Err(format!("there is no {path}"))
    }
}

fn sheet_named(name: &str) -> Sheet {
    let (file, text) = EMBEDDED_SHEETS
        .iter()
        .find(|(file, _)| file.strip_suffix(".yaml") == Some(name))
        .expect("it is embedded");
    read::sheet(&mut Sources::default(), file, text.as_bytes()).0.expect("an embedded sheet is sound")
}

fn wanted(name: &str, flip: Option<Flip>) -> Wanted {
    let (sheet, offset) = (sheet_named(name), Point::default());
    Wanted { imposition: Imposition { sheet, flip, offset, offset_back: None, start_at: 1 }, test: false }
}

fn build(options: &Options) -> Outcome {
    build_text(EXAMPLE, options)
}

fn build_text(text: &str, options: &Options) -> Outcome {
    let workshop = Workshop::embedded();
    let inputs =
        Inputs { briefing: ("sexting.yaml", text.as_bytes()), board: None, files: &Nothing, beside: &[] };
    run(&workshop, &mut Worker::new(&workshop), &inputs, options)
}

fn options(sheets: Vec<Wanted>, targets: &[Target]) -> Options {
    Options { targets: targets.to_vec(), sheets, ..Options::default() }
}

/// The only file that is made.
fn only(options: &Options) -> Product {
    let is_slides = |wanted: &Wanted| wanted.imposition.sheet.document == DocumentKind::Handout;
    let text = if options.sheets.iter().any(is_slides) { SHORT } else { EXAMPLE };
    let mut products = build_text(text, options).products;
    assert_eq!(products.len(), 1, "{:?}", options.sheets);
    products.remove(0)
}

fn made(wanted: Wanted, target: Target) -> Paper {
    Paper::read(&only(&options(vec![wanted], &[target])).bytes)
}

/// Where a cell lies on the front.
fn cell(declared: &Declared, column: usize, row: usize) -> Area {
    let (_, _, _, [left, top], [across, down], [w, h]) = *declared;
    Area { x: left + across * column as f32, y: top + down * row as f32, w, h }
}

/// Where something lies on the back, seen from the back, that lies so on the front: paper is turned over.
fn behind(front: Area, (width, height): (f32, f32), flip: Flip) -> Area {
    match flip {
        Flip::LongEdge => Area { x: width - front.right(), ..front },
        Flip::ShortEdge => Area { y: height - front.bottom(), ..front },
    }
}

#[test]
fn every_card_stands_where_the_maker_of_the_sheet_says() {
    for declared in &CARD_SHEETS {
        let (name, columns, rows, ..) = *declared;
        let paper = made(wanted(name, None), PRESS);
        assert_eq!(paper.sheets.len(), 2, "{name}: a front and a back");
        for sheet in &paper.sheets {
            assert_eq!(sheet.placed.len(), columns * rows, "{name}");
            assert!(sheet.placed.iter().all(|one| !one.mirrored), "{name}");
        }
        for (index, placed) in paper.sheets[0].placed.iter().enumerate() {
            let cell = cell(declared, index % columns, index / columns);
            assert!(placed.area.is(&cell), "{name}, cell {index}: {:?} is not {cell:?}", placed.area);
        }
    }
}

#[test]
fn the_paper_is_the_only_box_of_a_sheet() {
    for (name, width, height) in [("avery-c32011", 210.0, 297.0), ("sra3-3x7", 320.0, 450.0)] {
        for target in [Target::Screen, PRESS] {
            for sheet in made(wanted(name, None), target).sheets {
                assert!(
                    (sheet.media.0 - width).abs() < 0.1 && (sheet.media.1 - height).abs() < 0.1,
                    "{name}"
                );
                assert!(
                    sheet.boxes.len() >= 2 && sheet.boxes.iter().all(|one| *one == sheet.boxes[0]),
                    "{name}"
                );
            }
        }
    }
}

/// Printed on foil, each back would cover its front: the same edges, and the top of the one behind that of the other.
#[test]
fn fronts_and_backs_coincide_whichever_edge_the_printer_turns_the_paper_over() {
    for (name, ..) in CARD_SHEETS {
        for flip in [Flip::LongEdge, Flip::ShortEdge] {
            let paper = made(wanted(name, Some(flip)), PRESS);
            let [front, back] = &paper.sheets[..] else { panic!("{name}: a front and a back") };
            for (front_card, back_card) in front.placed.iter().zip(&back.placed) {
                let expected = behind(front_card.area, front.media, flip);
                assert!(
                    back_card.area.is(&expected),
                    "{name} {flip:?}: {:?} is not {expected:?}",
                    back_card.area
                );
                let (right, down) = front_card.top;
                let top = if flip == Flip::LongEdge { (-right, down) } else { (right, -down) };
                assert_eq!(back_card.top, top, "{name} {flip:?}");
                let seen = behind(front_card.clip, front.media, flip);
                assert!(back_card.clip.is(&seen), "{name} {flip:?}: the bleed");
            }
        }
    }
}

#[test]
fn art_runs_over_the_edge_as_far_as_the_neighbours_leave_room() {
    let sides = |name: &str, index: usize| {
        let placed = made(wanted(name, None), PRESS).sheets[0].placed[index].clone();
        let (area, clip) = (placed.area, placed.clip);
        [area.x - clip.x, area.y - clip.y, clip.right() - area.right(), clip.bottom() - area.bottom()]
    };
    for (name, index, expected) in [
        ("a4-2x5", 0, [3.0, 3.0, 0.0, 0.0]),
        ("a4-2x5", 9, [0.0, 0.0, 3.0, 3.0]),
        ("a4-3x3", 4, [3.0, 3.0, 3.0, 3.0]),
        ("avery-c32011", 2, [2.0, 0.0, 2.0, 0.0]),
    ] {
        let found = sides(name, index);
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.1), "{name} {index}: {found:?}");
    }
}

#[test]
fn an_offset_moves_both_sides_as_they_are_printed() {
    let moved = |x: f32, y: f32| {
        let mut wanted = wanted("avery-c32011", None);
        wanted.imposition.offset = Point::new(Pt::mm(x), Pt::mm(y));
        made(wanted, PRESS).sheets
    };
    let (still, moved) = (moved(0.0, 0.0), moved(0.5, -1.0));
    for (before, after) in still.iter().zip(&moved) {
        for (before, after) in before.placed.iter().zip(&after.placed) {
            let expected = Area { x: before.area.x + 0.5, y: before.area.y - 1.0, ..before.area };
            assert!(after.area.is(&expected), "{:?} is not {expected:?}", after.area);
        }
    }
}

/// Every cut has a mark at both ends, and no mark touches the bleed of any card.
#[test]
fn crop_marks_point_at_every_cut_and_stay_outside_the_bleed() {
    for name in ["a4-2x5", "a4-3x3", "sra3-3x7"] {
        for sheet in made(wanted(name, None), PRESS).sheets {
            let near = |a: f32, b: f32| (a - b).abs() < 0.1;
            for card in &sheet.placed {
                for x in [card.area.x, card.area.right()] {
                    let marks =
                        sheet.marks.iter().filter(|(from, to)| near(from.0, x) && near(to.0, x)).count();
                    assert_eq!(marks, 2, "{name}: above and below the cut at {x} mm");
                }
                for y in [card.area.y, card.area.bottom()] {
                    let marks =
                        sheet.marks.iter().filter(|(from, to)| near(from.1, y) && near(to.1, y)).count();
                    assert_eq!(marks, 2, "{name}: left and right of the cut at {y} mm");
                }
                let clip = card.clip;
                let apart = |(from, to): &((f32, f32), (f32, f32))| {
                    from.0.max(to.0) < clip.x
                        || from.0.min(to.0) > clip.right()
                        || from.1.max(to.1) < clip.y
                        || from.1.min(to.1) > clip.bottom()
                };
                assert!(sheet.marks.iter().all(apart), "{name}: a mark runs into a card");
            }
            let length =
                |(from, to): &((f32, f32), (f32, f32))| (from.0 - to.0).abs() + (from.1 - to.1).abs();
            assert!(sheet.marks.iter().all(|mark| near(length(mark), 5.0)), "{name}: 5 mm each");
        }
    }
    assert!(made(wanted("avery-c32011", None), PRESS).sheets[0].marks.is_empty(), "it is cut already");
}

/// The measured cost of nine more cards: some lines of placing, and for the screen one card without its tags.
#[test]
fn a_sheet_of_ten_cards_is_hardly_larger_than_one() {
    let mut options = options(vec![wanted("a4-2x5", None)], &[Target::Screen, PRESS]);
    options.documents = vec![DocumentKind::Card];
    let products = build(&options).products;
    let size = |name: &str| products.iter().find(|one| one.file_name == name).map(|one| one.bytes.len());
    for (card, sheet, most, forms) in [
        ("card.pdf", "card.sheet-a4-2x5.pdf", 6_500, 4),
        ("card.print.pdf", "card.sheet-a4-2x5.print.pdf", 2_500, 2),
    ] {
        let (card, bytes) = (size(card).expect("a card"), size(sheet).expect("a sheet"));
        assert!(bytes < card + most, "{sheet}: {bytes} bytes, and the card {card}");
        let found = products.iter().find(|one| one.file_name == sheet).expect("a sheet");
        assert_eq!(Paper::read(&found.bytes).forms(), forms, "{sheet}");
    }
}

#[test]
fn slides_stand_in_reading_order_with_lines_beside_them() {
    for (name, per_sheet, columns, width, lines) in
        [("2-up", 2, 1, 186.0, 0), ("3-up-notes", 3, 1, 128.0, 8), ("6-up", 6, 2, 96.0, 0)]
    {
        let paper = made(wanted(name, None), Target::Screen);
        assert_eq!(paper.sheets.len(), 7_usize.div_ceil(per_sheet), "{name}");
        let placed: Vec<_> = paper.sheets.iter().flat_map(|sheet| &sheet.placed).collect();
        let names: Vec<_> = placed.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["T0", "T1", "T2", "T3", "T4", "T5", "T6"], "{name}");
        for sheet in &paper.sheets {
            let mut before: Option<Area> = None;
            for (index, slide) in sheet.placed.iter().enumerate() {
                let area = slide.area;
                assert!(
                    (area.w - width).abs() < 0.1 && (area.w / area.h - 16.0 / 9.0).abs() < 0.01,
                    "{name}"
                );
                let follows = |before: Area| {
                    if index % columns == 0 { area.y > before.bottom() } else { area.x > before.right() }
                };
                assert!(before.is_none_or(follows), "{name}: {index}");
                before = Some(area);
            }
            assert_eq!(sheet.lines.len(), lines * sheet.placed.len(), "{name}");
            assert_eq!(sheet.rects.len(), sheet.placed.len(), "{name}: a line around each");
        }
    }
    let sheet = &made(wanted("3-up-notes", None), Target::Screen).sheets[0];
    for (line, number) in sheet.lines.iter().zip(0..) {
        let slide = sheet.placed[number / 8].area;
        let y = slide.y + 8.5 * (number % 8 + 1) as f32;
        let expected = ((slide.right() + 6.0, y), (slide.right() + 58.0, y));
        let off = [line.0.0 - expected.0.0, line.0.1 - y, line.1.0 - expected.1.0, line.1.1 - y];
        assert!(off.iter().all(|off| off.abs() < 0.1), "{line:?} is not {expected:?}");
    }
}

/// Laid into each other and folded, the halves of the papers follow each other as the pages of a book.
#[test]
fn a_booklet_folds_into_the_order_of_its_slides() {
    for flip in [None, Some(Flip::LongEdge)] {
        let paper = made(wanted("booklet", flip), Target::Screen);
        let slides: Vec<_> = paper.sheets.iter().map(|sheet| sheet.placed.clone()).collect();
        assert_eq!(slides.len(), 4, "seven slides and a blank page on two papers");
        let halves: Vec<[String; 2]> = paper
            .sheets
            .iter()
            .map(|sheet| {
                assert!((sheet.media.0 - 297.0).abs() < 0.1 && (sheet.media.1 - 210.0).abs() < 0.1);
                let at = |right: bool| {
                    let half = |one: &&paper::Placed| (one.area.x > 148.5) == right;
                    sheet.placed.iter().find(half).map_or("blank".to_owned(), |one| one.name.clone())
                };
                [at(false), at(true)]
            })
            .collect();
        // For a printer that turns over the long edge, backs stand on their heads, and so left and right swap.
        let expected = match flip {
            None => [["blank", "T0"], ["T1", "T6"], ["T5", "T2"], ["T3", "T4"]],
            Some(_) => [["blank", "T0"], ["T6", "T1"], ["T5", "T2"], ["T4", "T3"]],
        };
        assert_eq!(halves, expected, "{flip:?}");
        let upright = if flip.is_none() { (0, -1) } else { (0, 1) };
        assert!(slides[1].iter().chain(&slides[3]).all(|slide| slide.top == upright), "{flip:?}");
        // Notes stay below their slide as its reader sees it.
        let below = if flip.is_none() { slides[1][0].area.bottom() } else { slides[1][0].area.y };
        let notes = paper.sheets[1].lines.iter().all(|line| (line.0.1 > below) == flip.is_none());
        assert!(notes, "{flip:?}");
    }
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

#[test]
fn a_sheet_that_cannot_be_cut_is_refused_with_advice() {
    let good = EMBEDDED_SHEETS[0].1;
    let check = |from: &str, to: &str, message: &str| {
        let text = good.replace(from, to);
        assert_ne!(text, good, "{from} is in the file");
        let (sheet, messages) = read::sheet(&mut Sources::default(), "mine.yaml", text.as_bytes());
        assert!(sheet.is_none(), "{to}");
        let found = messages.iter().find(|found| found.message.contains(message));
        assert!(found.is_some_and(|found| !found.hints.is_empty()), "{to}: {messages:#?}");
    };
    check("pitch: 95mm", "pitch: 80mm", "on top of each other");
    check("rows: 5", "rows: 6", "over the edge of the paper");
    check("columns: 2", "colums: 2", "no key `colums`");
    check("left: 15mm", "left: 15", "`left` cannot be `15`");
    check("bleed: 2mm", "order: booklet", "two pages on each side");
}

/// The smallest letters of content that stand on the sheets, in points as they are printed.
fn smallest(outcome: &Outcome) -> Vec<f32> {
    let sizes = outcome.products.iter().map(|product| Paper::read(&product.bytes).smallest());
    sizes.collect()
}

/// Slides become smaller on paper, and the letters on them must not become smaller than can be read.
#[test]
fn no_letter_on_a_sheet_is_too_small_to_be_read() {
    for text in [EXAMPLE, SHORT] {
        for name in ["2-up", "3-up-notes", "6-up", "booklet"] {
            let outcome = build_text(text, &options(vec![wanted(name, None)], &[Target::Screen]));
            let said: Vec<&Diagnostic> = outcome
                .diagnostics
                .iter()
                .filter(|one| one.code == Code::TypeTooSmall || one.severity == Severity::Error)
                .collect();
            match smallest(&outcome)[..] {
                [size] => {
                    assert!(size >= 6.9, "{name}: {size}");
                    assert_eq!(said.is_empty(), size >= 8.9, "{name}: {size} {said:?}");
                    assert!(said.iter().all(|one| one.severity == Severity::Warning), "{said:?}");
                }
                // What would have to be smaller is refused, with another way to print it.
                _ => assert!(said.iter().all(|one| one.code == Code::DoesNotFit), "{said:?}"),
            }
            let way = |one: &&Diagnostic| one.hints.iter().any(|hint| hint.contains("--handout 2-up"));
            assert!(name == "2-up" || said.iter().all(way), "{said:?}");
        }
    }
}

#[test]
fn handouts_fit_on_smaller_paper() {
    for name in ["2-up", "3-up-notes", "booklet"] {
        let mut wanted = wanted(name, None);
        wanted.imposition.sheet = wanted.imposition.sheet.on(PaperSize::A5);
        for sheet in made(wanted, Target::Screen).sheets {
            let (w, h) = (sheet.media.0.min(sheet.media.1), sheet.media.0.max(sheet.media.1));
            assert!((w - 148.0).abs() < 0.1 && (h - 210.0).abs() < 0.1, "{name}");
            for slide in &sheet.placed {
                let area = slide.area;
                let inside = area.x > 5.0 && area.y > 5.0 && area.right() < sheet.media.0 - 5.0;
                assert!(inside && area.bottom() < sheet.media.1 - 5.0, "{name}: {area:?}");
            }
        }
    }
}
