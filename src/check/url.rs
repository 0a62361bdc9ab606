//! Web addresses: takes one as it was written, gives what is wrong with it and what to write instead.

use super::email;
use super::finding::Finding;
use crate::address::{host, link};
use crate::diag::Code;

/// What is wrong with a web address, if anything. A bare host such as `www.nspcc.org.uk` is right.
pub(super) fn judge(written: &str) -> Option<Finding> {
    let address = written.trim();
    dressed(address)
        .or_else(|| wrapped(address))
        .or_else(|| slip(address))
        .or_else(|| crowded(address))
        .or_else(|| no_address(address))
        .or_else(|| repaired(address).map(|(fixed, what)| Finding::new(Code::ContactUrl, what).fix(fixed)))
        .or_else(|| at_host(address))
}

/// An address in the marks of a link.
fn dressed(address: &str) -> Option<Finding> {
    if let Some(inner) = email::linked(address) {
        return Some(
            Finding::new(Code::ContactUrl, "is written as a link, which is made by itself").fix(inner),
        );
    }
    let anchor = address.strip_prefix("<a ").and_then(|rest| rest.split_once("href=\""));
    if let Some((inner, _)) = anchor.and_then(|(_, rest)| rest.split_once('"')) {
        return Some(Finding::new(Code::ContactUrl, "is written as a link of a web page").fix(inner));
    }
    let inner = address.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'))?;
    Some(Finding::new(Code::ContactUrl, "has brackets round it").fix(inner))
}

/// A part of an address, a name in place of one, or a sign too many at its beginning or in its middle.
fn slip(address: &str) -> Option<Finding> {
    if address.starts_with('@') {
        let what = "is a name on a social network, which is no address";
        let advice = "the address of its page, copied from the top of the browser; or delete the line";
        return Some(Finding::new(Code::ContactUrl, what).fix(advice));
    }
    if address.ends_with("...") || address.ends_with('\u{2026}') {
        let advice = "all of it, copied from the top of the browser";
        return Some(Finding::new(Code::ContactUrl, "is cut short").fix(advice));
    }
    if let Some(rest) = address.strip_prefix("www ").filter(|rest| rest.contains('.') && !rest.contains(' '))
    {
        let what = "has a space where a full stop belongs";
        return Some(Finding::new(Code::ContactUrl, what).fix(format!("www.{rest}")));
    }
    let joined = address.replace(" .", ".").replace(". ", ".");
    if joined != address && !joined.contains(char::is_whitespace) {
        return Some(Finding::new(Code::ContactUrl, "has a space inside").fix(joined));
    }
    let rest = address.strip_prefix("//")?;
    Some(Finding::new(Code::ContactUrl, "begins with two slashes and nothing before them").fix(rest))
}

/// An address beside words, or beside another.
fn crowded(address: &str) -> Option<Finding> {
    if !address.contains(char::is_whitespace) {
        return None;
    }
    match link::webs_in(address)[..] {
        // A space inside the path of an address, and not words beside it.
        [only] if address.starts_with(only) && address[only.len()..].trim_start().starts_with('/') => None,
        [only] if !(address.starts_with(only) && only.contains('/')) => {
            Some(Finding::new(Code::ContactUrl, "has other words beside it").fix(only))
        }
        [first, second, ..] if second.split("//").last() == Some(first) => {
            Some(Finding::new(Code::ContactUrl, "stands there twice").fix(first))
        }
        [first, second, ..] => {
            let what = "is two addresses, and a link can only lead to one";
            let typed = format!("{first} here and make a second contact for {second}");
            Some(Finding::new(Code::ContactUrl, what).fix(typed))
        }
        _ => None,
    }
}

/// What stands in the place of an address.
fn no_address(address: &str) -> Option<Finding> {
    if address.contains(['[', '<', '{']) || address.to_ascii_lowercase().contains("your-site") {
        return Some(
            Finding::new(Code::ContactPlaceholder, "holds the place of an address and is none")
                .fix("the address itself, copied from the top of the browser"),
        );
    }
    let is_words = !address.contains('.') && address.contains(char::is_whitespace);
    let advice = "all of it, as in www.nspcc.org.uk; or delete the line, and put the words into purpose:";
    is_words.then(|| Finding::new(Code::ContactUrl, "is no address of a page").fix(advice))
}

/// What is wrong with the host of an address.
fn at_host(address: &str) -> Option<Finding> {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    if host.contains('@') {
        return Some(Finding::new(Code::ContactUrl, "is an e-mail address").fix(format!("email: {host}")));
    }
    let name = host.split(':').next().unwrap_or(host);
    if !name.contains('.') && !scheme.is_empty() || host::is_inner_number(name) {
        let inside = "leads to a computer inside your organisation, which nobody else can open";
        let open = "the address of a page that everybody can open; or delete the line";
        let short = "has no ending such as .org.uk, and leads nowhere outside your organisation";
        let (what, advice) = match name.contains('.') {
            true => (inside, open),
            false => (short, "all of it, as in www.nspcc.org.uk; or delete the line"),
        };
        return Some(Finding::new(Code::ContactUrl, what).fix(advice));
    }
    if let Some((what, fix)) = host::fault(name) {
        let front = if scheme.is_empty() { String::new() } else { format!("{scheme}://") };
        let all = || "all of it, as in www.nspcc.org.uk".to_owned();
        return Some(
            Finding::new(Code::ContactUrl, what)
                .fix(fix.map_or_else(all, |host| format!("{front}{host}{path}"))),
        );
    }
    host::is_example(name).then(|| {
        Finding::new(Code::ContactExample, "is an example address that leads nowhere").fix("the real address")
    })
}

/// Sites of programs that look at mail, and of search engines: a link by them leads to another page by a detour.
const DETOURS: [&str; 20] = [
    "lnks.gd",
    "links.govdelivery.com",
    "list-manage.com/track",
    "safelinks.protection.outlook.com",
    "urldefense.com",
    "urldefense.proofpoint.com",
    "linkprotect.cudasvc.com",
    "mimecast.com",
    "google.com/url",
    "google.co.uk/url",
    "l.facebook.com",
    "clicktime.symantec.com",
    "webcache.googleusercontent.com",
    "google.com/amp",
    "google.co.uk/amp",
    "google.com/search",
    "google.co.uk/search",
    "bing.com/search",
    "bing.com/ck/",
    "translate.goog",
];

/// An address that a mail program has wrapped in its own: what it leads to, where that can be read.
pub(super) fn wrapped(address: &str) -> Option<Finding> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split('?').next().unwrap_or("");
    let by = DETOURS.iter().find(|by| host.contains(**by))?;
    let what = format!("leads by {by}, a detour that a mail program or a search put in its place");
    let own = rest.split(['?', '&']).skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let value = decoded(value);
        (matches!(key, "url" | "u" | "q" | "a") && value.contains("://")).then_some(value)
    });
    let typed = own
        .unwrap_or_else(|| "the address itself: open the link, and copy what the browser shows".to_owned());
    Some(Finding::new(Code::ContactUrl, what).fix(typed))
}

/// Codes such as `%3A` as the characters that they stand for (RFC 3986, 2.1).
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The address with its slip put right, and what the slip was.
fn repaired(address: &str) -> Option<(String, &'static str)> {
    let lower = address.to_ascii_lowercase();
    let schemes = ["https://", "http://"];
    if let Some(rest) =
        schemes.iter().find_map(|scheme| lower.starts_with(scheme).then(|| &address[scheme.len()..]))
        && schemes.iter().any(|scheme| rest.to_ascii_lowercase().starts_with(scheme))
    {
        return Some((rest.to_owned(), "begins with https:// twice"));
    }
    if address.contains('\\') {
        return Some((address.replace('\\', "/"), "has backslashes"));
    }
    if lower.starts_with("http") && !lower.starts_with("http://") && !lower.starts_with("https://") {
        let word = if lower.starts_with("https") { "https" } else { "http" };
        let rest = address[word.len()..].trim_start_matches([':', '/', ';', ' ']);
        if address[word.len()..].starts_with([':', '/', ';']) {
            return Some((format!("{word}://{rest}"), "has not the two slashes of http://"));
        }
    }
    for wrong in [
        "httpss://",
        "htp://",
        "htps://",
        "htttp://",
        "htttps://",
        "ttp://",
        "ttps://",
        "hhttps://",
        "hhttp://",
    ] {
        if lower.starts_with(wrong) {
            return Some((format!("https://{}", &address[wrong.len()..]), "has a slip in its https://"));
        }
    }
    if address.contains(char::is_whitespace) {
        // In the name of a site a space is a slip; after it, it has a code of its own (RFC 3986, 2.1).
        let start = address.find("://").map_or(0, |at| at + 3);
        let name = start + address[start..].find('/').unwrap_or(address.len() - start);
        let fixed = address[..name].split_whitespace().collect::<String>()
            + &address[name..].replace("/ ", "/").replace(' ', "%20");
        return Some((fixed, "has a space inside"));
    }
    let stripped = address.trim_end_matches(['.', ',', ';']);
    let stripped = stripped.strip_suffix("%20").or_else(|| stripped.strip_suffix("/#")).unwrap_or(stripped);
    let what = match address.len() - stripped.len() {
        2.. => "ends with what is no part of it",
        _ => "ends with the punctuation of a sentence",
    };
    (stripped != address).then(|| (stripped.to_owned(), what))
}
