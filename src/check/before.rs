//! Words before a telephone number: takes a contact and its number, gives the lines that part the two.

use super::behind::{key_of, line};
use super::finding::Finding;
use super::phone::Judged;
use crate::address::plan;
use crate::diag::Code;
use crate::model::Contact;

/// The words before a number that say what it is for, and the number: `Freephone 0808 800 5000`. Words that only say
/// that it is a number are none, and of a text message they are what is to be sent.
pub(super) fn words_before(written: &str) -> Option<(&str, &str)> {
    const NAMES: [&str; 31] = [
        "text",
        "sms",
        "tecst",
        "tecstiwch",
        "tel",
        "telephone",
        "phone",
        "phones",
        "call",
        "calls",
        "ring",
        "dial",
        "t",
        "p",
        "m",
        "mob",
        "mobile",
        "number",
        "no",
        "us",
        "on",
        "or",
        "ff",
        "ffon",
        "ff\u{f4}n",
        "ffoniwch",
        "rhif",
        "ar",
        "ext",
        "the",
        "at",
    ];
    let start = written.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('))?;
    let (words, number) = written.split_at(start);
    let words = words.trim().trim_end_matches([':', '-', '\u{2013}', ',']).trim_end();
    let mut each = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let of_text = ["text", "sms", "tecst", "tecstiwch"];
    let named = |word: &str, all: &[&str]| all.contains(&word.to_lowercase().as_str());
    let sent = words.split_whitespace().any(|word| named(word, &of_text));
    (!sent && each.any(|word| word.chars().count() > 1 && !named(word, &NAMES)))
        .then_some((words, number.trim()))
}

/// What is to be said of the number of a contact that has such words before it and is a good one.
pub(super) fn led_by_words(contact: &Contact, number: &str, judged: &Judged) -> Option<Finding> {
    let sound = judged.findings.iter().all(|finding| finding.code == Code::ContactGrouping);
    // Before a number for texts stands what is to be done with it: "Forward to 7726".
    let texted = plan::is_text_code(&judged.digits) || judged.digits == "7726";
    let (words, digits) = words_before(number).filter(|_| sound && !texted && !judged.digits.is_empty())?;
    let (key, number) = (key_of(words), line("phone", digits));
    // Words that stand there already are kept.
    let typed = match contact.value(key) {
        Some(there) => format!("{number}, and {}", line(key, &format!("{}, {words}", there.value))),
        None => format!("{number}, and on a line below it {}", line(key, words)),
    };
    Some(Finding::new(Code::ContactWords, "has words before it, which no telephone dials").fix(typed))
}
