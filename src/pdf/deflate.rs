//! Compression: takes bytes, gives a zlib stream, with one compressor kept for all.

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};

/// Compressors that are reused: setting one up costs more than a short stream.
#[derive(Debug)]
pub(super) struct Deflater {
    pages: Compress,
}

/// The level for page contents: higher ones save 2 % and take twice the time (`benches/README.md`).
const PAGE_LEVEL: u32 = 5;

impl Default for Deflater {
    fn default() -> Self {
        Deflater { pages: Compress::new(Compression::new(PAGE_LEVEL), true) }
    }
}

impl Deflater {
    /// Compresses what is written once and read once: the content of a page.
    pub(super) fn page(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.pages.reset();
        run(&mut self.pages, bytes)
    }
}

thread_local! {
    /// Kept for the thread: a new one is 300 kB of fresh memory, and the first file of a process has nine uses for it.
    static BEST: RefCell<Compress> = RefCell::new(Compress::new(Compression::best(), true));
}

/// Compresses as well as can be, for what is kept and reused.
pub(super) fn deflate_best(bytes: &[u8]) -> Vec<u8> {
    BEST.with_borrow_mut(|best| {
        best.reset();
        run(best, bytes)
    })
}

/// Compresses pictures, which are large and made once a worker.
pub(super) fn deflate_picture(bytes: &[u8]) -> Vec<u8> {
    run(&mut Compress::new(Compression::new(6), true), bytes)
}

fn run(compress: &mut Compress, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 2 + 64);
    loop {
        let done = usize::try_from(compress.total_in()).unwrap_or(usize::MAX).min(bytes.len());
        match compress.compress_vec(&bytes[done..], &mut out, FlushCompress::Finish) {
            Ok(Status::StreamEnd) => return out,
            Ok(Status::Ok | Status::BufError) => out.reserve(bytes.len() / 4 + 64),
            Err(error) => unreachable!("deflate has no input it refuses: {error}"),
        }
    }
}
