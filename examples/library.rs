//! The library used from Rust: takes a briefing in memory, gives its poster as bytes, without disk, clock or command line.
//!
//! Run it with `cargo run --example library`.

#![allow(clippy::disallowed_macros, reason = "an example prints as programs do")]

use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Worker, Workshop, run};
use briefpress::target::Target;

/// A briefing that names no picture asks for no file.
struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        Err(format!("there is no {path} in memory"))
    }
}

/// Makes the poster and prints what there is to say of it.
pub fn main() {
    let yaml = include_bytes!("../content/sexting.yaml");
    // Fonts, layouts and colours are shared by all; each thread gets a worker, which remembers shaped words.
    let workshop = Workshop::embedded();
    let mut worker = Worker::new(&workshop);
    let inputs = Inputs { briefing: ("sexting.yaml", yaml), board: None, files: &NoFiles, beside: &[] };
    let options = Options {
        documents: vec![DocumentKind::Poster],
        targets: vec![Target::Screen],
        ..Options::default()
    };
    let outcome = run(&workshop, &mut worker, &inputs, &options);
    for message in &outcome.diagnostics {
        println!("{}[{}]: {}", message.severity.as_str(), message.code, message.message);
    }
    for product in &outcome.products {
        println!("{}: {} bytes, {} page", product.file_name, product.bytes.len(), product.pages);
    }
    // The same bytes as the program writes, for nothing around a job has an influence on it.
    assert!(outcome.products.len() == 1 && outcome.products[0].bytes.starts_with(b"%PDF-"));
}
