//! A layout or a sheet, as bytes: one that is read without an error must set the shipped briefing, or say why not.

#![no_main]

use briefpress::diag::any_error;
use briefpress::geom::Point;
use briefpress::impose::Imposition;
use briefpress::pipeline::{Options, Wanted, Workshop};
use briefpress::read;
use briefpress::source::Sources;
use briefpress_fuzz::{GOOD, LOGO, WORKSHOP, judge, made, options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    match Workshop::new(Vec::new(), vec![("layout.yaml".to_owned(), text)]) {
        Err((_, messages)) => assert!(any_error(&messages), "refused without an error"),
        Ok(workshop) => {
            for number in 0..3 {
                let options = options(number);
                let outcome = made(&workshop, GOOD.as_bytes(), None, LOGO, &options);
                // A layout of a handout makes no poster.
                if !outcome.products.is_empty() {
                    judge(&outcome, &options);
                }
            }
        }
    }
    let (sheet, messages) = read::sheet(&mut Sources::default(), "sheet.yaml", bytes);
    match sheet {
        None => assert!(any_error(&messages), "refused without an error"),
        Some(sheet) => {
            let imposition = Imposition { sheet, ..imposition() };
            let options = Options {
                documents: Vec::new(),
                sheets: vec![Wanted { imposition, test: true }],
                ..options(0)
            };
            let outcome = made(&WORKSHOP, GOOD.as_bytes(), None, LOGO, &options);
            assert!(any_error(&outcome.diagnostics) || outcome.products.len() == 2, "no sheet and no error");
        }
    }
});

fn imposition() -> Imposition {
    let text = include_bytes!("../../layouts/sheets/a4-2x5.yaml");
    let (sheet, _) = read::sheet(&mut Sources::default(), "a4-2x5.yaml", text);
    Imposition { sheet: sheet.expect("it comes with the program"), flip: None, offset: Point::default(), offset_back: None, start_at: 1 }
}
