//! The words of a section, as bytes: whatever stands in a body, a file comes of it or an error.

#![no_main]

use briefpress_fuzz::{GOOD, LOGO, WORKSHOP, judge, made, options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (before, rest) = GOOD.split_once("  - heading: Background\n").expect("the shipped briefing has it");
    let (_, after) = rest.split_once("  - heading: Why it matters\n").expect("the shipped briefing has it");
    let body: String = text.lines().map(|line| format!("      {line}\n")).collect();
    let yaml =
        format!("{before}  - heading: Background\n    body: |2\n{body}  - heading: Why it matters\n{after}");
    let options = options(text.len());
    judge(&made(&WORKSHOP, yaml.as_bytes(), None, LOGO, &options), &options);
});
