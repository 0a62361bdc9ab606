//! PDFs: takes finished files, reads them back with other programs' eyes, compares with what was to be written.

mod files;
mod profile;

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
    let workshop = Workshop::embedded();
    let inputs = Inputs { briefing: ("briefing.yaml", EXAMPLE.as_bytes()), board: None, files: &Nothing };
    let options = Options {
        documents: DocumentKind::ALL.to_vec(),
        targets: targets.to_vec(),
        mono: false,
        now: None,
        today: None,
    };
    run(&workshop, &mut Worker::new(&workshop), &inputs, &options).products
}
