//! Whose a file is: takes the bytes of one that is there, says whether this program made it.
//!
//! Each kind of file that is written carries one of these marks, so that a second run may write over the first and
//! over nothing else. A file without a mark is known by its digest in the record.

/// How a file begins, and what stands somewhere in it.
const MARKS: [(&[u8], &[u8]); 6] = [
    (b"%PDF-", b"Producer=\"briefpress "),
    (b"%PDF-", b"Producer(briefpress "),
    (b"{", b"\"program\": \"briefpress "),
    (b"<!DOCTYPE html>", b"<meta name=\"generator\" content=\"briefpress"),
    (SVG.as_bytes(), b"<svg "),
    (b"\x89PNG", b"Software\0briefpress "),
];

/// The mark of a picture, at its beginning.
pub(super) const SVG: &str = "<!-- briefpress -->\n";

/// A file longer than this is none of ours.
pub(super) const LONGEST: u64 = 200_000_000;

/// Whether a file may be written over. An empty one holds nobody's work: a power cut leaves such files.
pub(super) fn is_ours(bytes: &[u8]) -> bool {
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    bytes.is_empty() || MARKS.iter().any(|(begin, mark)| bytes.starts_with(begin) && has(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_bears_a_mark_is_ours() {
        assert!(is_ours(b"") && is_ours(b"%PDF-1.7\n<< /Producer(briefpress 0.1.0) >>"));
        assert!(is_ours(format!("{SVG}<svg x=\"\"></svg>\n").as_bytes()));
        assert!(is_ours(&crate::image::png_file((1, 1), &[0, 0, 0], 72.0)));
        assert!(!is_ours(b"\x89PNG\r\n\x1a\n"), "a logo");
        for other in ["%PDF-1.7\n/Producer(Adobe)", "made with briefpress 0.1.0", "title: Sexting\n", "{}"] {
            assert!(!is_ours(other.as_bytes()), "{other}");
        }
    }
}
