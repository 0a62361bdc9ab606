//! Compression: takes bytes, gives a zlib stream, with one compressor kept for all.

use std::cell::RefCell;

use libdeflater::{CompressionLvl, Compressor};

/// The level for page contents: against level 6 a whole file grows by 1 %, and its contents are compressed in less
/// than a third of the time (`benches/README.md`).
const PAGE_LEVEL: i32 = 1;
/// The level for what is kept and reused. Higher ones save 1 % and want 5 MB of memory.
const BEST_LEVEL: i32 = 9;
/// The level for pictures, which are large and made once a worker.
const PICTURE_LEVEL: i32 = 6;

/// The compressor of page contents, with its memory: setting one up costs more than a short stream.
pub(super) struct Deflater {
    pages: Compressor,
    out: Vec<u8>,
}

impl Default for Deflater {
    fn default() -> Self {
        Deflater { pages: compressor(PAGE_LEVEL), out: Vec::new() }
    }
}

impl std::fmt::Debug for Deflater {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Deflater").finish_non_exhaustive()
    }
}

impl Deflater {
    /// Compresses what is written once and read once: the content of a page.
    pub(super) fn page(&mut self, bytes: &[u8]) -> &[u8] {
        let bound = self.pages.zlib_compress_bound(bytes.len());
        if self.out.len() < bound {
            self.out.resize(bound, 0);
        }
        let length = compress(&mut self.pages, bytes, &mut self.out);
        &self.out[..length]
    }
}

thread_local! {
    /// Kept for the thread: a new one is fresh memory, and the first file of a process has nine uses for it.
    static BEST: RefCell<Compressor> = RefCell::new(compressor(BEST_LEVEL));
}

/// Compresses as well as can be, for what is kept and reused.
pub(super) fn deflate_best(bytes: &[u8]) -> Vec<u8> {
    BEST.with_borrow_mut(|best| deflate(best, bytes))
}

/// Compresses pictures.
pub(super) fn deflate_picture(bytes: &[u8]) -> Vec<u8> {
    deflate(&mut compressor(PICTURE_LEVEL), bytes)
}

fn deflate(compressor: &mut Compressor, bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0; compressor.zlib_compress_bound(bytes.len())];
    let length = compress(compressor, bytes, &mut out);
    out.truncate(length);
    out.shrink_to_fit();
    out
}

fn compressor(level: i32) -> Compressor {
    match CompressionLvl::new(level) {
        Ok(level) => Compressor::new(level),
        Err(error) => unreachable!("the levels above are from 0 to 12: {error:?}"),
    }
}

fn compress(compressor: &mut Compressor, bytes: &[u8], out: &mut [u8]) -> usize {
    match compressor.zlib_compress(bytes, out) {
        Ok(length) => length,
        Err(error) => unreachable!("the bound is room enough for any input: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use libdeflater::Decompressor;

    use super::*;

    fn inflated(bytes: &[u8], length: usize) -> Vec<u8> {
        let mut out = vec![0; length];
        let written = Decompressor::new().zlib_decompress(bytes, &mut out).expect("it inflates");
        assert_eq!(written, length);
        out
    }

    #[test]
    fn what_was_compressed_comes_back_also_after_a_longer_one() {
        let noise: Vec<u8> = (0..70_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let text = b"1 0 0 1 72 720 cm ".repeat(400);
        let mut deflater = Deflater::default();
        for bytes in [&noise[..], b"", b"q", &text[..]] {
            assert!(inflated(deflater.page(bytes), bytes.len()) == bytes);
            assert!(inflated(&deflate_best(bytes), bytes.len()) == bytes);
            assert!(inflated(&deflate_picture(bytes), bytes.len()) == bytes);
        }
        assert!(deflater.page(&text).len() < text.len() / 20);
    }
}
