//! Typst in process: takes a folder and briefings, gives three tagged PDFs of each.
//!
//! This is Typst at its quickest: one process for all briefings, and in it the design, the fonts and the standard library
//! stay from one briefing to the next.

mod code;
mod world;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use typst::diag::{SourceDiagnostic, Warned};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use world::{Briefing, Design};

type Error = Box<dyn std::error::Error + Send + Sync>;
type Result<T> = std::result::Result<T, Error>;

/// As many as the peers without threads have processes in a batch.
const THREADS: usize = 2;

/// Typst asks for memory all along: this gives it a tenth more briefings than the system's allocator does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let out = PathBuf::from(words.next().ok_or("give a folder and briefings")?);
    let briefings: Vec<PathBuf> = words.map(PathBuf::from).collect();
    let designs = Design::all()?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| error.message().to_string())?;
    // The design sets no date and no time is given here, so the same briefing gives the same bytes.
    let options = PdfOptions { standards, timestamp: None, ..PdfOptions::default() };
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        // Threads share documents, not briefings, so that one briefing keeps both busy.
        loop {
            let document = next.fetch_add(1, Ordering::Relaxed);
            let (place, kind) = (document / designs.len(), document % designs.len());
            let Some(path) = briefings.get(place) else { return Ok(()) };
            write(path, &designs[kind], &options, &out)?;
            if kind + 1 == designs.len() {
                // What nobody asked for since the briefing before is forgotten, or memory would grow without end;
                // the rest stays, for the other thread is at work with it.
                comemo::evict(1);
            }
        }
    };
    std::thread::scope(|scope| {
        let workers = [(); THREADS].map(|()| scope.spawn(work));
        workers.into_iter().try_for_each(|worker| worker.join().expect("a thread that panics ends the run"))
    })
}

/// Makes one PDF. The briefing is read for each of its three, which costs a hundredth of what Typst does then.
fn write(path: &Path, design: &Design, options: &PdfOptions, out: &Path) -> Result<()> {
    let folder = out.join(path.file_stem().ok_or("a briefing is a file")?);
    std::fs::create_dir_all(&folder)?;
    let briefing = Briefing::read(path)?;
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&design.of(&briefing));
    // What Typst warns of, a missing face for one, would make this another design than the wheel's.
    if !warnings.is_empty() {
        return Err(said(path, &warnings));
    }
    let document = output.map_err(|errors| said(path, &errors))?;
    let bytes = typst_pdf::pdf(&document, options).map_err(|errors| said(path, &errors))?;
    Ok(std::fs::write(folder.join(design.kind).with_extension("pdf"), bytes)?)
}

fn said(path: &Path, diagnostics: &[SourceDiagnostic]) -> Error {
    let messages: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    format!("{}: {}", path.display(), messages.join("; ")).into()
}
