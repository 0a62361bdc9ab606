//! Sheets of cards: every position to a tenth of a millimetre, fronts and backs, bleed and marks.

use briefpress::geom::{Point, Pt};
use briefpress::layout::Flip;
use briefpress::pipeline::DocumentKind;
use briefpress::target::Target;

use super::paper::{Area, Paper};
use super::{PRESS, build, made, options, wanted};

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
