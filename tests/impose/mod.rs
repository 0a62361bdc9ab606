//! Imposition: sheets of a real briefing, read back from their files; every position to a tenth of a millimetre.

mod cards;
mod files;
mod paper;
mod printer;
mod sizes;
mod slides;
mod tags;

use briefpress::geom::{Point, Pt};
use briefpress::impose::Imposition;
use briefpress::layout::{Flip, Sheet};
use briefpress::pipeline::{
    DocumentKind, EMBEDDED_SHEETS, Files, Inputs, Options, Outcome, Product, Wanted, Worker, Workshop, run,
};
use briefpress::read;
use briefpress::source::Sources;
use briefpress::target::{Exchange, Press, Target};

use paper::Paper;

const EXAMPLE: &str = include_str!("../../content/sexting.yaml");

/// Few words.
const SHORT: &str = include_str!("../fixtures/short.yaml");

const PRESS: Target = Target::Print(Press { exchange: Exchange::X4, bleed: Pt::mm(3.0), marks: true });

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
