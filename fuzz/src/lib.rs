//! What the targets share: takes the bytes of a briefing, gives what came of it, and judges whether that is sound.

pub mod spec;

use std::sync::LazyLock;

use briefpress::date::Date;
use briefpress::diag::{Place, any_error};
use briefpress::geom::Pt;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Outcome, Worker, Workshop, run};
use briefpress::target::{Exchange, Press, Target};

/// The briefing that comes with the program.
pub const GOOD: &str = include_str!("../../content/sexting.yaml");

/// A logo that is sound.
pub const LOGO: &[u8] = include_bytes!("../../content/boards/northmere.png");

/// The fonts and layouts inside the program.
pub static WORKSHOP: LazyLock<Workshop> = LazyLock::new(Workshop::embedded);

/// The same picture, whatever is asked for.
pub struct Logo<'a>(pub &'a [u8]);

impl Files for Logo<'_> {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        Ok(self.0.to_vec())
    }
}

/// Some of all that can be asked for, by a number.
pub fn options(number: usize) -> Options {
    let exchange = if number % 3 == 0 { Exchange::X1a } else { Exchange::X4 };
    let bleed = Pt::mm((number % 11) as f32);
    let press = Target::Print(Press { exchange, bleed, marks: number % 2 == 0 });
    Options {
        documents: vec![DocumentKind::ALL[number % DocumentKind::ALL.len()]],
        targets: vec![if number % 4 == 3 { press } else { Target::Screen }],
        mono: number % 5 == 4,
        today: Date::from_iso("2026-11-24"),
        ..Options::default()
    }
}

/// Does one job with a worker of its own.
pub fn made(
    workshop: &Workshop,
    briefing: &[u8],
    board: Option<&[u8]>,
    logo: &[u8],
    options: &Options,
) -> Outcome {
    made_by(workshop, &mut Worker::new(workshop), briefing, board, logo, options)
}

/// Does one job.
pub fn made_by(
    workshop: &Workshop,
    worker: &mut Worker,
    briefing: &[u8],
    board: Option<&[u8]>,
    logo: &[u8],
    options: &Options,
) -> Outcome {
    let board = board.map(|bytes| ("board.yaml", bytes));
    run(
        workshop,
        worker,
        &Inputs { briefing: ("briefing.yaml", briefing), board, files: &Logo(logo), beside: &[] },
        options,
    )
}

/// Ends the process unless all files were made or an error says why not, and each message has a place and words.
pub fn judge(outcome: &Outcome, options: &Options) {
    let wanted = options.documents.len() * options.targets.len();
    let errors = any_error(&outcome.diagnostics);
    assert!(
        errors || outcome.products.len() == wanted,
        "neither a file nor an error: {:?}",
        outcome.diagnostics
    );
    for product in &outcome.products {
        assert!(product.bytes.starts_with(b"%PDF-") && product.bytes.ends_with(b"%%EOF"), "no whole PDF");
    }
    for message in &outcome.diagnostics {
        assert!(!message.message.is_empty(), "a message without words");
        match &message.place {
            Place::File(name) => assert!(!name.is_empty(), "a message without a place"),
            Place::At(span) => {
                let (line, column) = outcome.sources.get(span.source).line_column(span.range().start);
                assert!(line >= 1 && column >= 1, "a place before the first line");
            }
        }
    }
}
