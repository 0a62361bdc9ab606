//! A briefing and a board's file, as bytes: takes any, wants a file or an error, and no end of the process.

#![no_main]

use briefpress_fuzz::{LOGO, WORKSHOP, judge, made, options};
use libfuzzer_sys::fuzz_target;

/// Between the briefing and the board's file.
const APART: &[u8] = b"\n%%\n";

fuzz_target!(|bytes: &[u8]| {
    let at = bytes.windows(APART.len()).position(|window| window == APART);
    let (briefing, board) = match at {
        Some(at) => (&bytes[..at], Some(&bytes[at + APART.len()..])),
        None => (bytes, None),
    };
    let options = options(bytes.len());
    judge(&made(&WORKSHOP, briefing, board, LOGO, &options), &options);
});
