//! A PDF, as bytes: its tags are said or there is a trouble, and it comes in as a briefing in which no word is lost, or
//! is refused with a reason.

#![no_main]

use briefpress::import::{self, Answers};
use briefpress::pipeline::take_in;
use briefpress::tagged::{read, say};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match read(bytes) {
        Err(trouble) => assert!(!trouble.why().is_empty(), "refused without a reason"),
        Ok(tagged) => {
            let _ = say(&tagged);
        }
    }
    match import::read(bytes) {
        Err(why) => assert!(!why.why.is_empty() && !why.advice.is_empty(), "refused without a reason"),
        Ok(office) => {
            if let Err(why) = take_in(&office, &Answers::default()) {
                // These two sentences say that the program itself is wrong.
                assert!(!why.why.contains("comes out right") && !why.why.contains("word for word"), "{why:?}");
            }
        }
    }
});
