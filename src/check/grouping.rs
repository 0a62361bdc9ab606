//! Groups of a telephone number: takes one that can be dialled, gives what makes it hard to read.

use super::finding::Finding;
use crate::address::{is_joiner, plan};
use crate::diag::Code;

/// What is right to dial but hard to read: dashes, dots, brackets, or no groups at all.
pub(super) fn style(number: &str, digits: &str) -> Option<Finding> {
    let spelled = match number.trim_start().starts_with('+') {
        true => format!("+44 {}", plan::grouped(digits).trim_start_matches('0')),
        false if number.replace(' ', "").starts_with("1800") && !digits.starts_with("1800") => {
            format!("{} {}", number.get(..5)?, plan::grouped(digits))
        }
        false => plan::grouped(digits),
    };
    let spelled = if digits.starts_with('+') { number.replace(is_joiner, " ") } else { spelled };
    let bare = number.trim().trim_end_matches(['.', ',', ';', ':']);
    if bare.len() < number.trim().len() && !digits.is_empty() {
        let what = "ends with the punctuation of a sentence";
        return Some(Finding::new(Code::ContactDashes, what).fix(spelled));
    }
    if number.replace("(0)", "").chars().any(|c| is_joiner(c) || matches!(c, '(' | ')' | '/')) {
        let what = "has dashes, dots or brackets where people look for spaces";
        return Some(Finding::new(Code::ContactDashes, what).fix(spelled));
    }
    if number
        .chars()
        .any(|c| matches!(c, ',' | '=' | '*' | '\'' | '"' | ';' | '~' | '\u{b9}' | '\u{b2}' | '\u{b3}'))
    {
        let what = "has signs among its digits that no telephone dials";
        return Some(Finding::new(Code::ContactDashes, what).fix(spelled));
    }
    // 9 9 9 and + 44: what belongs together stands apart.
    if digits.len() == 3 && number.contains(' ') && number.trim().len() == 5 || number.starts_with("+ ") {
        let what = "has its spaces where nobody looks for them";
        return Some(Finding::new(Code::ContactGrouping, what).fix(spelled));
    }
    let solid = digits.len() > 8 && !digits.starts_with('+') && !number.trim().contains(char::is_whitespace);
    if solid {
        return Some(
            Finding::new(Code::ContactGrouping, "is hard to read aloud without spaces").fix(spelled),
        );
    }
    misgrouped(number, digits).then(|| {
        Finding::new(Code::ContactGrouping, "has its spaces where nobody looks for them").fix(spelled)
    })
}

/// Whether the first group of a number is no area code, or there is more than one space between groups.
fn misgrouped(number: &str, digits: &str) -> bool {
    let first = number.split(char::is_whitespace).next().unwrap_or("").len();
    let national = digits.len() > 8 && number.starts_with('0') && !number.starts_with("00");
    // Of these the area code has three digits, whatever people think: `0207 324 4000`.
    let london = digits.starts_with("02") && (4..8).contains(&first);
    national && (london || first < 3 || number.contains("  "))
}
