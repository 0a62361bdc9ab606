//! A font, as bytes: beside the embedded ones it sets the shipped briefing, or is refused with a reason.

#![no_main]

use std::borrow::Cow;

use briefpress::diag::any_error;
use briefpress::pipeline::{EMBEDDED_LAYOUTS, Workshop};
use briefpress_fuzz::{GOOD, LOGO, judge, made, options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let usual = ["poster.yaml", "handout.yaml", "card.yaml"];
    let layouts = EMBEDDED_LAYOUTS.iter().filter(|(name, _)| usual.contains(name));
    let layouts = layouts.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let font = ("fuzz.ttf".to_owned(), Cow::Owned(bytes.to_vec()));
    match Workshop::new(vec![font], layouts) {
        Err((_, messages)) => assert!(any_error(&messages), "refused without an error"),
        Ok(workshop) => {
            // Letters that the embedded fonts do not have, so that the new one is asked for them.
            let text = GOOD.replacen("title: Sexting", "title: Sexting \u{5d0}\u{5d1} \u{0e01}", 1);
            for (number, text) in [(0, GOOD), (2, text.as_str())] {
                let options = options(number);
                judge(&made(&workshop, text.as_bytes(), None, LOGO, &options), &options);
            }
        }
    }
});
