//! Print files: boxes, marks, bleed and inks, read back from the operators.

use briefpress::geom::Pt;
use briefpress::target::{Exchange, Press, Target};

use super::make;
use super::reader::File;

const MM: f32 = 72.0 / 25.4;

fn press(bleed: f32, marks: bool) -> Target {
    Target::Print(Press { exchange: Exchange::X4, bleed: Pt::mm(bleed), marks })
}

/// To a tenth of a millimetre.
fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.1 * MM
}

fn boxes_are(file: &File, page: usize, name: &str, expected: [f32; 4]) {
    let found = file.page_box(page, name);
    let expected = expected.map(|length| length * MM);
    assert!(found.iter().zip(expected).all(|(a, b)| near(*a, b)), "{name}: {found:?}, not {expected:?}");
}

#[test]
fn boxes_lie_as_far_apart_as_the_bleed_and_the_marks_need() {
    let sizes = [(210.0, 297.0), (338.667, 190.5), (85.0, 55.0)];
    for (bleed, marks, margin) in [(3.0, false, 3.0), (0.0, false, 0.0), (10.0, true, 15.0), (1.0, true, 8.0)]
    {
        for (product, (w, h)) in make(&[press(bleed, marks)]).iter().zip(sizes) {
            let file = File::read(&product.bytes);
            assert_eq!(product.file_name.split_once('.').map(|name| name.1), Some("print.pdf"));
            let around = |by: f32| [margin - by, margin - by, margin + w + by, margin + h + by];
            for page in 0..product.pages {
                boxes_are(&file, page, "TrimBox", around(0.0));
                boxes_are(&file, page, "BleedBox", around(bleed));
                boxes_are(&file, page, "MediaBox", around(margin));
                assert!(file.entry(file.page(page), "Annots").is_none(), "a press follows no link");
            }
        }
    }
}

/// The lines that are drawn in the colour of all plates: both ends of each.
fn marks_of(file: &File, page: usize) -> Vec<[f32; 4]> {
    let (mut found, mut start, mut on) = (Vec::new(), [0.0; 2], false);
    for operation in file.operations(page) {
        let number = |at: usize| operation.operands[at].as_float().expect("a number");
        match operation.operator.as_str() {
            "CS" => on = operation.operands[0].as_name().expect("a space") == b"All",
            "m" if on => start = [number(0), number(1)],
            "l" if on => found.push([start[0], start[1], number(0), number(1)]),
            _ => {}
        }
    }
    found
}

#[test]
fn crop_marks_point_at_the_corners_from_outside_the_bleed() {
    for (bleed, gap) in [(3.0, 3.0), (10.0, 10.0), (0.0, 3.0)] {
        let products = make(&[press(bleed, true)]);
        let file = File::read(&products[2].bytes);
        for page in 0..2 {
            let marks = marks_of(&file, page);
            let [left, bottom, right, top] = file.page_box(page, "TrimBox");
            let (gap, far) = (gap * MM, (gap + 5.0) * MM);
            let mut expected = Vec::new();
            for (x, out) in [(left, -1.0), (right, 1.0)] {
                for (y, up) in [(top, 1.0), (bottom, -1.0)] {
                    expected.push([x + out * gap, y, x + out * far, y]);
                    expected.push([x, y + up * gap, x, y + up * far]);
                }
            }
            assert_eq!(marks.len(), expected.len());
            for line in expected {
                let found = marks.iter().any(|mark| mark.iter().zip(line).all(|(a, b)| near(*a, b)));
                assert!(found, "no mark {line:?} among {marks:?}");
            }
        }
    }
    assert!(marks_of(&File::read(&make(&[press(3.0, false)])[0].bytes), 0).is_empty());
}

/// Every upright rectangle that is filled, but for those with a scale of their own: left, bottom, right, top.
fn areas(file: &File, page: usize) -> Vec<[f32; 4]> {
    let (mut found, mut depth) = (Vec::new(), 0);
    for operation in file.operations(page) {
        match operation.operator.as_str() {
            "q" => depth += 1,
            "Q" => depth -= 1,
            "re" if depth == 0 => {
                let [x, y, w, h] =
                    [0, 1, 2, 3].map(|at| operation.operands[at].as_float().expect("a number"));
                found.push([x, y, x + w, y + h]);
            }
            _ => {}
        }
    }
    found
}

#[test]
fn art_that_touches_the_trim_runs_to_the_end_of_the_bleed() {
    for bleed in [1.0, 3.0, 7.5, 10.0] {
        let mut touching = 0;
        for product in make(&[press(bleed, false)]) {
            let file = File::read(&product.bytes);
            for page in 0..product.pages {
                let [trim, outer] = ["TrimBox", "BleedBox"].map(|name| file.page_box(page, name));
                for area in areas(&file, page) {
                    for side in 0..2 {
                        // Left and bottom, then right and top: how far an area reaches beyond the trim.
                        if area[side] <= trim[side] + 0.1 {
                            touching += 1;
                            assert!(area[side] <= outer[side] + 0.02, "{area:?} stops before {outer:?}");
                        }
                        if area[side + 2] >= trim[side + 2] - 0.1 {
                            touching += 1;
                            assert!(area[side + 2] >= outer[side + 2] - 0.02, "{area:?} before {outer:?}");
                        }
                    }
                }
            }
        }
        assert!(touching > 20, "{touching} edges at {bleed} mm");
    }
}

#[test]
fn only_inks_are_named_and_black_letters_overprint() {
    for product in make(&[press(3.0, true)]) {
        let file = File::read(&product.bytes);
        for page in 0..product.pages {
            let (mut black, mut overprint, mut letters) = (false, false, 0);
            for operation in file.operations(page) {
                match operation.operator.as_str() {
                    "rg" | "RG" | "g" | "G" | "sc" | "scn" | "cs" => panic!("{operation:?}"),
                    "k" => {
                        let inks =
                            [0, 1, 2, 3].map(|at| operation.operands[at].as_float().expect("a number"));
                        assert!(inks.iter().sum::<f32>() <= 3.0, "{inks:?}");
                        black = inks[..3] == [0.0; 3] && inks[3] > 0.0;
                    }
                    "gs" => overprint = operation.operands[0].as_name().expect("a name") == b"O1",
                    "w" => assert!(operation.operands[0].as_float().expect("a number") >= 0.25),
                    "TJ" if black => {
                        letters += 1;
                        assert!(overprint, "{} page {page}", product.file_name);
                    }
                    "TJ" => assert!(!overprint, "colours and paper must not overprint"),
                    _ => {}
                }
            }
            assert!(letters > 0, "{} page {page}", product.file_name);
        }
    }
}

#[test]
fn the_screen_file_does_not_know_of_the_press() {
    let alone = make(&[Target::Screen]);
    let beside: Vec<_> = make(&[Target::Screen, press(3.0, true)])
        .into_iter()
        .filter(|p| p.target == Target::Screen)
        .collect();
    assert_eq!(alone.len(), beside.len());
    assert!(alone.iter().zip(&beside).all(|(a, b)| a.bytes == b.bytes));
}
