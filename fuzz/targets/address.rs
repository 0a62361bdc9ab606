//! The value of a contact, as text: whatever stands for a number, an address of the web or of e-mail is set or refused.

#![no_main]

use briefpress_fuzz::{GOOD, LOGO, WORKSHOP, judge, made, options};
use libfuzzer_sys::fuzz_target;

const KEYS: [&str; 8] = ["phone", "email", "url", "text", "relay", "textphone", "bsl", "hours"];

fuzz_target!(|text: &str| {
    // A value is written as JSON, which is YAML, so that every character arrives.
    let quoted: String = text.chars().take(300).fold(String::new(), |mut quoted, c| {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
        quoted
    });
    let options = options(2);
    for key in KEYS {
        let contact = format!("contacts:\n  - name: A Contact\n    {key}: \"{quoted}\"\n");
        let yaml = GOOD.replacen("contacts:\n", &contact, 1);
        judge(&made(&WORKSHOP, yaml.as_bytes(), None, LOGO, &options), &options);
    }
    let (before, rest) = GOOD.split_once("  - heading: Background\n").expect("the shipped briefing has it");
    let (_, after) = rest.split_once("  - heading: Why it matters\n").expect("the shipped briefing has it");
    let words: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(300).collect();
    let body = format!("  - heading: Background\n    body: |2\n      Call {words} now.\n");
    let yaml = format!("{before}{body}  - heading: Why it matters\n{after}");
    judge(&made(&WORKSHOP, yaml.as_bytes(), None, LOGO, &options), &options);
});
