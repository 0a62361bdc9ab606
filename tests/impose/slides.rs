//! Slides on paper: their order, the lines to write on, and no letter that is too small.

use briefpress::diag::{Code, Diagnostic, Severity};
use briefpress::geom::Paper as PaperSize;
use briefpress::layout::Flip;
use briefpress::pipeline::{EMBEDDED_SHEETS, Inputs, LOOKS, Options, Worker, Workshop, run};
use briefpress::target::Target;

use super::paper::{Area, Paper, Placed};
use super::{EXAMPLE, Nothing, Outcome, SHORT, build_text, made, options, wanted};
use crate::dice::Dice;
use crate::looks::times;

#[test]
fn slides_stand_in_reading_order_with_lines_beside_them() {
    for (name, per_sheet, columns, (width, height), lines, large) in [
        ("2-up", 2, 1, (186.0, 132.0), 0, (186.0, 132.0, 16)),
        ("3-up-notes", 3, 1, (128.0, 86.0), 10, (186.0, 125.0, 17)),
        ("6-up", 6, 2, (96.0, 88.0), 0, (198.0, 181.5, 11)),
    ] {
        let paper = made(wanted(name, None), Target::Screen);
        assert_eq!(paper.sheets.len(), 7_usize.div_ceil(per_sheet), "{name}");
        let placed: Vec<_> = paper.sheets.iter().flat_map(|sheet| &sheet.placed).collect();
        let names: Vec<_> = placed.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["T0", "T1", "T2", "T3", "T4", "T5", "T6"], "{name}");
        for sheet in &paper.sheets {
            // The last is left alone, and as large as there is room; below it there are lines to write on.
            let is_large = sheet.placed.len() == 1;
            let mut before: Option<Area> = None;
            for (index, slide) in sheet.placed.iter().enumerate() {
                let area = slide.area;
                let (wide, high) = if is_large { (large.0, large.1) } else { (width, height) };
                assert!(
                    (area.w - wide).abs() < 0.1 && (area.h - high).abs() < 0.1,
                    "{name}: a slide fills its cell, and is {area:?}"
                );
                let follows = |before: Area| {
                    if index % columns == 0 { area.y > before.bottom() } else { area.x > before.right() }
                };
                assert!(before.is_none_or(follows), "{name}: {index}");
                before = Some(area);
            }
            let drawn = if is_large { large.2 } else { lines * sheet.placed.len() };
            assert_eq!(sheet.lines.len(), drawn, "{name}");
            assert_eq!(sheet.rects.len(), sheet.placed.len(), "{name}: a line around each");
        }
    }
    let sheet = &made(wanted("3-up-notes", None), Target::Screen).sheets[0];
    for (line, number) in sheet.lines.iter().zip(0..) {
        let slide = sheet.placed[number / 10].area;
        let y = slide.y + 8.5 * (number % 10 + 1) as f32;
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
                    let half = |one: &&Placed| (one.area.x > 148.5) == right;
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

/// Whatever the words: sheets in every look keep the size of their letters and their contrast, or say what does not fit.
#[test]
fn sheets_of_random_briefings_are_sound_in_every_look() {
    let workshop = Workshop::embedded();
    let mut worker = Worker::new(&workshop);
    let (mut made, mut all) = (0, 0);
    for seed in 0..4 * times() {
        let mut dice = Dice::new(seed + 400);
        let words = dice.between(20, 420);
        let text = dice.briefing(words);
        for look in LOOKS {
            let sheets: Vec<_> = EMBEDDED_SHEETS
                .iter()
                .map(|(file, _)| wanted(file.strip_suffix(".yaml").expect("it is a YAML file"), None))
                .collect();
            all += sheets.len();
            let options = Options { look: Some(look), ..options(sheets, &[Target::Screen]) };
            let inputs =
                Inputs { briefing: ("b.yaml", text.as_bytes()), board: None, files: &Nothing, beside: &[] };
            let outcome = run(&workshop, &mut worker, &inputs, &options);
            let wrong: Vec<&Diagnostic> = outcome
                .diagnostics
                .iter()
                .filter(|one| {
                    let is_error = one.severity == Severity::Error && one.code != Code::DoesNotFit;
                    let is_faint = one.code == Code::Contrast && one.severity == Severity::Warning;
                    is_error || is_faint
                })
                .collect();
            assert!(wrong.is_empty(), "{look}, seed {seed}: {wrong:#?}");
            made += outcome.products.len();
            for (product, size) in outcome.products.iter().zip(smallest(&outcome)) {
                assert!(size >= 6.9, "{look}, seed {seed}, {}: {size} pt", product.file_name);
            }
        }
    }
    assert!(made * 10 >= all * 8, "{made} of {all} were made");
}
