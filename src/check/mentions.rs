//! Numbers in the text: takes the bodies of a briefing, gives those that do not match its contacts.

use std::collections::BTreeSet;
use std::ops::Range;

use super::finding::Finding;
use super::level::diagnostic;
use super::phone::{self, Judged};
use super::prose::{Line, Prose, bare, words};
use crate::address::space::is_space;
use crate::diag::{Code, Diagnostic};
use crate::model::{Briefing, CHANNELS, Contact, LinkTarget};
use crate::source::Span;

/// Words before a number of three digits that make it a telephone number: "on 101", "call 111".
const CALLS: [&str; 9] =
    ["on", "call", "calling", "ring", "ringing", "dial", "dialling", "phone", "telephone"];

/// A telephone number of a contact.
struct Known<'a> {
    contact: &'a Contact,
    written: &'a str,
    digits: String,
}

/// A telephone number in a text.
struct Mention {
    range: Range<usize>,
    judged: Judged,
}

/// Compares every telephone number and e-mail address in the text with the contacts.
pub(super) fn check(briefing: &Briefing, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    let known: Vec<Known<'_>> = briefing
        .contacts
        .iter()
        .flat_map(|contact| {
            let numbers = CHANNELS.iter().filter(|channel| channel.number_for.is_some());
            let all = contact.phone.iter().chain(numbers.filter_map(|channel| (channel.of)(contact)));
            all.map(move |number| {
                let written = number.value.trim();
                Known { contact, written, digits: phone::judge(written).digits }
            })
        })
        .collect();
    let mut alone = BTreeSet::new();
    for line in prose.lines() {
        for mention in numbers(&line.text) {
            compare(&mention, line, &known, &mut alone, out);
        }
        emails(line, briefing, out);
    }
    sites(briefing, out);
}

fn compare(
    mention: &Mention,
    line: &Line<'_>,
    known: &[Known<'_>],
    alone: &mut BTreeSet<String>,
    out: &mut Vec<Diagnostic>,
) {
    let written = &line.text[mention.range.clone()];
    let span = line.span(mention.range.clone());
    let digits = &mention.judged.digits;
    if let Some(same) = known.iter().find(|known| known.digits == *digits && !digits.is_empty()) {
        if !spaced(same.written).contains(&spaced(written)) {
            out.push(two_ways(span, written, same));
        }
        return;
    }
    if let Some(near) = known.iter().find(|known| digits.len() > 5 && one_slip(&known.digits, digits)) {
        let what = format!(
            "differs in one place from that of {}, {}: one of the two is wrong",
            near.contact.name.value, near.written
        );
        let finding = Finding::new(Code::ContactMismatch, what).fix("the right one in both places");
        out.push(finding.at(span, &format!("the number {written}")));
        return;
    }
    let faults: Vec<&Finding> =
        mention.judged.findings.iter().filter(|f| f.code != Code::ContactGrouping).collect();
    out.extend(faults.iter().map(|fault| {
        let told = (*fault).clone().at(span, &format!("the number {written}"));
        fault.cure().into_iter().fold(told, |told, typed| told.replace(span, typed))
    }));
    if faults.is_empty() && alone.insert(digits.clone()) {
        let message = format!("the number {written} is in the text but in no contact");
        let hint = "Add a contact with it, if the poster and the card should show it";
        out.push(diagnostic(Code::ContactBodyOnly, span, message).hint(hint));
    }
}

/// A number with ordinary spaces, whatever kinds it was typed with.
fn spaced(number: &str) -> String {
    number.replace(is_space, " ")
}

fn two_ways(span: Span, written: &str, known: &Known<'_>) -> Diagnostic {
    let what = format!("is written {} among the contacts ({})", known.written, known.contact.name.value);
    // Two spaces between groups are told nowhere else, and are no way of writing to take over.
    let sound = phone::judge(known.written).findings.is_empty() && !known.written.contains("  ");
    let better = if sound { known.written } else { written };
    let finding = Finding::new(Code::ContactMismatch, what).fix(format!("{better} in both places"));
    let told = finding.at(span, &format!("the number {written}"));
    // The digits are the same, so that the contact's way of writing them may be taken as it is.
    if sound { told.replace(span, known.written) } else { told }
}

/// Telephone numbers of a line. Years, ages and dates are none.
fn numbers(text: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return found;
    }
    let all: Vec<(usize, &str)> = words(text).collect();
    let mut next = 0;
    while next < all.len() {
        let group: Vec<Range<usize>> =
            all[next..].iter().map_while(|(at, word)| digit_group(*at, word)).collect();
        // A full stop or comma after a group ends the number.
        let ended = group
            .iter()
            .position(|range| !text[range.end..].starts_with(is_space))
            .map_or(group.len(), |at| at + 1);
        let (Some(first), Some(last)) = (group.first(), group[..ended].last()) else {
            next += 1;
            continue;
        };
        let before = next.checked_sub(1).map_or("", |at| bare(all[at].1)).to_ascii_lowercase();
        let range = first.start..last.end;
        let judged = phone::judge(&text[range.clone()]);
        if is_meant(&text[range.clone()], &judged, &before) {
            found.push(Mention { range, judged });
        }
        next += ended;
    }
    found
}

/// The part of a word that may belong to a number: digits with +, brackets or dashes among them.
fn digit_group(at: usize, word: &str) -> Option<Range<usize>> {
    // Nearly all words begin with a letter.
    if word.as_bytes().first().is_none_or(u8::is_ascii_alphabetic) {
        return None;
    }
    let start = word.len() - word.trim_start_matches(['"', '\'', '\u{2018}', '\u{201c}']).len();
    let inner =
        word[start..].trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '(' | '+'));
    let inner = match inner.contains('(') {
        true => inner,
        false => inner.trim_end_matches(')'),
    };
    // Brackets round all of a number belong to the sentence; those round an area code belong to the number.
    let round = inner.strip_prefix('(').filter(|rest| !rest.contains(')') || is_whole(rest));
    let start = start + usize::from(round.is_some());
    let inner = round.map_or(inner, |rest| rest.strip_suffix(')').unwrap_or(rest));
    // Full stops and strokes stand in days, and in numbers that are longer.
    let long = inner.bytes().filter(u8::is_ascii_digit).count() > 9 && inner.starts_with('0');
    let plain = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '+' | '(' | ')' | '-' | '\u{2010}'..='\u{2013}')
            || long && matches!(c, '.' | '/')
    };
    let good = inner.chars().all(plain) && inner.chars().any(|c| c.is_ascii_digit());
    good.then(|| at + start..at + start + inner.len())
}

/// Whether what stands behind an opening bracket is all of a number and the closing one: `999)`.
fn is_whole(rest: &str) -> bool {
    let digits = rest.strip_suffix(')').unwrap_or("");
    matches!(digits.len(), 3 | 8..) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether someone meant a telephone number, and not a year, an amount or a day.
fn is_meant(written: &str, judged: &Judged, before: &str) -> bool {
    let digits = written.chars().filter(char::is_ascii_digit).count();
    let called = CALLS.contains(&before);
    let right = judged.findings.is_empty();
    match digits {
        0..=2 => false,
        3 => right && (called || matches!(written, "999" | "112")),
        4..=7 => right && (called || before == "text" || before == "to" || written.starts_with("116 ")),
        8..=14 => {
            let grouped = written.contains(is_space) || written.starts_with(['0', '+']);
            let date = written.len() == 10 && written.matches('-').count() == 2;
            let lost = judged.findings.iter().any(|f| f.code == Code::ContactLostZero) && digits >= 9;
            grouped && !date && (written.starts_with(['0', '+', '(']) || right || lost)
        }
        _ => false,
    }
}

/// Whether two numbers differ by one digit wrong, missing or too many.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (left_a, left_b) = (a.len() - front - back, b.len() - front - back);
    left_a <= 1 && left_b <= 1 && left_a + left_b > 0
}

/// E-mail addresses in the text: hidden ones, and those that nearly match a contact's.
fn emails(line: &Line<'_>, briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    if line.text.contains('[')
        && let Some(at) = line.text.find("[email")
    {
        let end = line.text[at..].find(']').map_or(line.text.len(), |end| at + end + 1);
        let what = "was hidden by the website that the text was copied from";
        let finding = Finding::new(Code::ContactPlaceholder, what).fix("the address itself");
        out.push(finding.at(line.span(at..end), "an e-mail address"));
    }
    if !line.text.contains('@') {
        return;
    }
    for (at, word) in words(&line.text).filter(|(_, word)| word.contains('@')) {
        let address = bare(word);
        let start = at + (address.as_ptr() as usize - word.as_ptr() as usize);
        let near = briefing.contacts.iter().find(|contact| {
            contact
                .email
                .as_ref()
                .is_some_and(|email| one_slip(&email.value.to_lowercase(), &address.to_lowercase()))
        });
        let same = briefing.contacts.iter().any(|contact| {
            contact.email.as_ref().is_some_and(|email| email.value.eq_ignore_ascii_case(address))
        });
        if let (Some(contact), false) = (near, same) {
            let own = contact.email.as_ref().map_or("", |email| email.value.as_str());
            let what = format!("differs in one place from that of {}, {own}", contact.name.value);
            let finding = Finding::new(Code::ContactMismatch, what).fix("the right one in both places");
            out.push(finding.at(line.span(start..start + address.len()), &format!("the address {address}")));
        }
    }
}

/// Names of sites that nearly match a contact's: one of the two is a slip, and leads somewhere else.
fn sites(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    let known: Vec<(&Contact, String)> = briefing
        .contacts
        .iter()
        .filter_map(|contact| Some((contact, site(&contact.web_target()?.uri()))))
        .collect();
    for block in briefing.sections.iter().flat_map(|section| &section.body) {
        block.for_each_inline(&mut |runs| {
            for run in runs {
                let Some(target @ LinkTarget::Web(_)) = &run.link else { continue };
                let own = site(&target.uri());
                if known.iter().any(|(_, site)| *site == own) {
                    continue;
                }
                if let Some((contact, other)) = known.iter().find(|(_, site)| one_slip(site, &own)) {
                    let what = format!("differs in one place from that of {}, {other}", contact.name.value);
                    let finding =
                        Finding::new(Code::ContactMismatch, what).fix("the right one in both places");
                    out.push(finding.at(run.span, &format!("the address {own}")));
                }
            }
        });
    }
}

/// The name of a site without what makes no difference: its scheme, www. and capitals.
fn site(uri: &str) -> String {
    let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    let name = rest.split(['/', '?', '#']).next().unwrap_or(rest).to_ascii_lowercase();
    name.strip_prefix("www.").map_or_else(|| name.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_found_among_other_numbers() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = numbers(text).into_iter().map(|mention| &text[mention.range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("contact the police on 999. If not, call 0808 800 5000.", &["999", "0808 800 5000"]);
        check("In 2016 and 2017, 101 children under 18 were seen on 2017-03-01.", &[]);
        check("Ring 101 or (01709) 382121, or text SHOUT to 85258.", &["101", "(01709) 382121", "85258"]);
        check("It cost 12 000 000 pounds in 2016 2017", &[]);
        check("call 8451 228 669 or +44 (0)1582 743885 today", &["8451 228 669", "+44 (0)1582 743885"]);
        check("call 8451\u{a0}228\u{2009}669 now", &["8451\u{a0}228\u{2009}669"]);
        check("Call 0808 800 500, 116 123", &["0808 800 500", "116 123"]);
        check("", &[]);
    }

    #[test]
    fn one_slip_is_one_digit() {
        for (a, b, expected) in [
            ("08088005000", "08088005001", true),
            ("08088005000", "0808800500", true),
            ("08088005000", "08088005000", false),
            ("08088005000", "08088006001", false),
        ] {
            assert_eq!(one_slip(a, b), expected, "{a} {b}");
        }
    }
}
