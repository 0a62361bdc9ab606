//! Names of contacts: takes one, gives what stands in it that belongs to another line of the contact.

use super::level;
use super::{phone, split};
use crate::address::link;
use crate::diag::{Code, Diagnostic};
use crate::model::{Contact, Spanned};
use crate::scalar::scalar;
use crate::source::Sources;

/// What a name holds beside the name.
pub(super) fn check(contact: &Contact, sources: Option<&Sources>, out: &mut Vec<Diagnostic>) {
    let told = number_in_name(contact, sources)
        .or_else(|| address_in_name(contact))
        .or_else(|| repeated(contact))
        .or_else(|| marked(&contact.name));
    out.extend(told);
}

/// A number that stands in the name of a contact, where no telephone finds it.
fn number_in_name(contact: &Contact, sources: Option<&Sources>) -> Option<Diagnostic> {
    let name = contact.name.value.as_str();
    let start = name.find(|c: char| c.is_ascii_digit() || c == '+').filter(|_| contact.phone.is_none())?;
    let number = name[start..].trim_end_matches([')', '.', ' ']);
    let judged = phone::judge(number);
    let before = name[..start].trim_end_matches([' ', '(', ':', '-', ',', '\u{2013}']);
    if judged.digits.len() < 3 || !judged.findings.is_empty() || before.is_empty() {
        return None;
    }
    let message =
        format!("the name of {before} holds its telephone number, which cannot be called from there");
    let hint = format!("Write `- name: {before}`, and on a line below it `phone: \"{number}\"`");
    let told = level::diagnostic(Code::ContactWords, contact.name.span, message).hint(hint);
    Some(match sources {
        Some(sources) => split::in_name(told, &contact.name, (before, number), sources),
        None => told,
    })
}

/// Signs between a name and what stands behind it.
const BETWEEN: [char; 9] = [' ', '(', ':', '-', ',', ';', '|', '\u{2013}', '<'];

/// An address that stands in the name of a contact that has none, with the number before it where that has none either.
fn address_in_name(contact: &Contact) -> Option<Diagnostic> {
    let name = contact.name.value.as_str();
    let (start, address) = address_of(name)?;
    let is_mail = link::email(address).is_ok();
    let (own, key, what) = match is_mail {
        true => (contact.email.is_some(), "email", "an e-mail address"),
        false => (contact.url.is_some(), "url", "a web address"),
    };
    if own {
        return None;
    }
    let number =
        name[..start].find(|c: char| c.is_ascii_digit() || c == '+').filter(|_| contact.phone.is_none());
    let number = number.map(|at| (at, name[at..start].trim_matches(BETWEEN)));
    let number = number.filter(|(_, number)| {
        let judged = phone::judge(number);
        judged.digits.len() > 2 && judged.findings.is_empty()
    });
    let before = name[..number.map_or(start, |(at, _)| at)].trim_end_matches(BETWEEN);
    if before.is_empty() {
        return None;
    }
    let message = format!("the name of {before} holds {what}, which nobody can follow from there");
    let number = number.map_or_else(String::new, |(_, number)| format!("`phone: \"{number}\"` and "));
    let hint =
        format!("Write `- name: {}`, and on a line below it {number}`{key}: {address}`", scalar(before));
    Some(level::diagnostic(Code::ContactWords, contact.name.span, message).hint(hint))
}

/// The address among the words of a name, and where its word begins.
fn address_of(name: &str) -> Option<(usize, &str)> {
    let address = name.split_whitespace().find(|word| word.contains('@') || word.starts_with("www."))?;
    let bare = address.trim_matches(['(', ')', '<', '>', ',', '.']);
    Some((name.find(address)?, bare))
}

/// A number or an address in the name: the one that the contact shows below it, or another.
fn repeated(contact: &Contact) -> Option<Diagnostic> {
    let name = contact.name.value.as_str();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let told = |before: &str, what: &str, same: bool| {
        let before = before.trim_end_matches(BETWEEN);
        let message = match same {
            true => format!("the name of this contact holds {what}, which is printed below it once more"),
            false => format!("the name of this contact holds {what}, which differs from the one below it"),
        };
        let told = level::diagnostic(Code::ContactWords, contact.name.span, message);
        match (before.is_empty(), same) {
            (true, _) => told.hint("Write who answers there, such as the name of the service"),
            (false, true) => told.hint(format!("Write `- name: {}`", scalar(before))),
            (false, false) => told
                .hint(format!("Write `- name: {}`, and give the other a contact of its own", scalar(before))),
        }
    };
    if let Some(number) = &contact.phone
        && let Some(start) = name.find(|c: char| c.is_ascii_digit() || c == '+')
        && digits(&name[start..]).len() > 2
        && phone::judge(name[start..].trim_end_matches([')', '.', ' '])).findings.is_empty()
    {
        let same = digits(&name[start..]) == digits(&number.value);
        let other = digits(&name[start..]).len() > 7;
        return (same || other).then(|| told(&name[..start], "a telephone number", same));
    }
    let (start, bare) = address_of(name)?;
    let is_mail = link::email(bare).is_ok();
    let own = if is_mail { contact.email.as_ref() } else { contact.url.as_ref() };
    let what = if is_mail { "an e-mail address" } else { "a web address" };
    let same = own.is_none_or(|own| own.value.eq_ignore_ascii_case(bare));
    Some(told(&name[..start], what, same))
}

/// Marks round a name that a list or a form left there: `1. NSPCC`, `NSPCC:`, `Name: NSPCC`.
fn marked(name: &Spanned<String>) -> Option<Diagnostic> {
    let text = name.value.as_str();
    let behind = text.trim_end_matches([':', '-', '\u{2013}', '\u{2014}', ' ']);
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = behind[digits..].strip_prefix([')', '.']).filter(|_| (1..3).contains(&digits));
    let bare = numbered.and_then(|rest| rest.strip_prefix(' ')).unwrap_or(behind);
    let bare = ["Name: ", "Contact: ", "Name of service: "]
        .iter()
        .find_map(|label| bare.strip_prefix(label))
        .unwrap_or(bare);
    if bare == text || bare.is_empty() {
        return None;
    }
    let message = "a mark of a list or of a form stands beside this name, and is printed";
    let told = level::diagnostic(Code::LeftOver, name.span, message);
    Some(told.hint(format!("Write `- name: {}`", scalar(bare))).replace(name.span, scalar(bare)))
}
