//! An office file, as bytes: it is refused with a reason, or becomes a briefing in which no word is lost.

#![no_main]

use briefpress::import::{Answers, read};
use briefpress::pipeline::take_in;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match read(bytes) {
        Err(why) => assert!(!why.why.is_empty() && !why.advice.is_empty(), "refused without a reason"),
        Ok(office) => {
            if let Err(why) = take_in(&office, &Answers::default()) {
                // These two sentences say that the program itself is wrong.
                assert!(!why.why.contains("comes out right") && !why.why.contains("word for word"), "{why:?}");
            }
        }
    }
});
