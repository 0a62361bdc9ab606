//! Two numbers in one value: takes a telephone number, gives whether it is two, and what to write instead.

use super::finding::Finding;
use crate::address::plan;
use crate::diag::Code;

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// `01642 527764/5`: a number whose last digits are given more than once, and which of them to write.
pub(super) fn row(number: &str) -> Option<Finding> {
    let (first, last) = number.rsplit_once(['/', '-', '\u{2013}'])?;
    let is_end = (1..4).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_digit());
    let what = "is a row of numbers, and a link can only call one";
    (is_end && plan::is_whole(&digits(first)))
        .then(|| Finding::new(Code::ContactTwoNumbers, what).fix(first.trim()))
}

/// Two whole numbers with a mark, a word or a space between them.
pub(super) fn two_numbers(number: &str) -> Option<Finding> {
    let parts: Vec<&str> = number
        .split(['/', ',', ';', '|', '&'])
        .flat_map(|part| part.split(" or "))
        .flat_map(|part| part.split(" and "))
        .filter(|part| part.chars().filter(char::is_ascii_digit).count() >= 3)
        .collect();
    // A stroke between the area code and the rest, as on the Continent.
    if plan::is_whole(&digits(number)) && parts.iter().all(|part| !plan::is_whole(&digits(part))) {
        return None;
    }
    // Two whole numbers with only a space between them.
    let parts = match parts.as_slice() {
        [one] => halves(one).map_or(parts, |[first, second]| vec![first, second]),
        _ => parts,
    };
    if let [first, second, ..] = parts.as_slice()
        && digits(first) == digits(second)
    {
        return Some(Finding::new(Code::ContactTwoNumbers, "stands there twice").fix(first.trim()));
    }
    (parts.len() > 1).then(|| {
        Finding::new(Code::ContactTwoNumbers, "holds two numbers, and a link can only call one").fix(format!(
            "{} here and make a second contact for {}",
            parts[0].trim(),
            parts[1].trim()
        ))
    })
}

/// A row of groups that is no number, as the two whole numbers that it is made of.
fn halves(number: &str) -> Option<[&str; 2]> {
    if digits(number).len() < 14 || number.trim_start().starts_with("1800") {
        return None;
    }
    let places = number.match_indices(' ').map(|(at, _)| number.split_at(at));
    places
        .map(|(first, second)| [first, second])
        .find(|[first, second]| plan::is_whole(&digits(first)) && plan::is_whole(&digits(second)))
}
