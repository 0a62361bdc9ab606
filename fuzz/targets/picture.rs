//! A picture, as bytes: it is a picture or a reason why not, and one that is makes a file.

#![no_main]

use briefpress::image::Picture;
use briefpress_fuzz::{WORKSHOP, judge, made, options};
use libfuzzer_sys::fuzz_target;

const BRIEFING: &str = include_str!("../../content/sexting.yaml");
const BOARD: &str = "board:\n  name: The Board\n  logo: { file: logo.png, alt: The Board }\n";

fuzz_target!(|bytes: &[u8]| {
    let options = options(bytes.len());
    match Picture::decode(bytes) {
        Err(why) => assert!(!why.to_string().is_empty(), "refused without a reason"),
        Ok(picture) => {
            let _ = picture.to_grey().inks();
            let outcome = made(&WORKSHOP, BRIEFING.as_bytes(), Some(BOARD.as_bytes()), bytes, &options);
            judge(&outcome, &options);
        }
    }
});
