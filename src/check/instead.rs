//! Values under the wrong key: takes what stands in the place of a telephone number, gives what it is instead.

use super::email;
use super::finding::Finding;
use crate::address::plan;
use crate::diag::Code;

/// What is no telephone number but could be another value of a contact, or is one as a link.
pub(super) fn other_kind(written: &str) -> Option<Finding> {
    let link = email::linked(written).unwrap_or(written);
    let scheme = ["tel:", "callto:", "sms:"].iter().find_map(|scheme| link.strip_prefix(scheme));
    if scheme.is_some() || link != written {
        let number = scheme.unwrap_or(link).trim_start_matches('/');
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        return (digits.len() > 2).then(|| {
            let shown = if number.starts_with('+') { number.to_owned() } else { plan::grouped(&digits) };
            not_a_number("is written as a link, which is made by itself").fix(shown)
        });
    }
    if written.contains('@') && !written.contains(' ') {
        return Some(not_a_number("is an e-mail address").fix(format!("email: {written}")));
    }
    let web =
        written.starts_with("www.") || written.starts_with("http://") || written.starts_with("https://");
    web.then(|| not_a_number("is a web address").fix(format!("url: {written}")))
}

fn not_a_number(what: &str) -> Finding {
    Finding::new(Code::ContactNumber, what)
}
