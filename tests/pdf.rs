//! PDFs: takes finished files, reads them back with other programs' eyes, compares with what was to be written.

mod files;
mod flat;
mod meaning;
mod press;
mod profile;
mod reader;
mod stored;
mod words;

use briefpress::diag::any_error;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Product, Worker, Workshop, run};
use briefpress::target::Target;

const EXAMPLE: &str = include_str!("../content/sexting.yaml");

/// No file lies beside the briefing.
struct Nothing;

impl Files for Nothing {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        Err(format!("there is no {path}"))
    }
}

/// The files of the shipped example.
fn make(targets: &[Target]) -> Vec<Product> {
    made(&Workshop::embedded(), EXAMPLE, targets)
}

/// The files of a briefing.
fn made(workshop: &Workshop, text: &str, targets: &[Target]) -> Vec<Product> {
    made_by(workshop, &mut Worker::new(workshop), text, targets)
}

/// The files of a briefing, by a worker who may have made others before.
fn made_by(workshop: &Workshop, worker: &mut Worker, text: &str, targets: &[Target]) -> Vec<Product> {
    let inputs =
        Inputs { briefing: ("briefing.yaml", text.as_bytes()), board: None, files: &Nothing, beside: &[] };
    let options =
        Options { documents: DocumentKind::USUAL.to_vec(), targets: targets.to_vec(), ..Options::default() };
    let outcome = run(workshop, worker, &inputs, &options);
    assert!(!any_error(&outcome.diagnostics), "{:#?}", outcome.diagnostics);
    outcome.products
}
