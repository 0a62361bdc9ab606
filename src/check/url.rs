//! Web addresses: takes one as it was written, gives what is wrong with it and what to write instead.

use super::finding::Finding;
use crate::address::host;
use crate::diag::Code;

/// What is wrong with a web address, if anything. A bare host such as `www.nspcc.org.uk` is right.
pub(super) fn judge(written: &str) -> Option<Finding> {
    let address = written.trim();
    if address.contains(['[', '<', '{']) || address.to_ascii_lowercase().contains("your-site") {
        return Some(
            Finding::new(Code::ContactPlaceholder, "holds the place of an address and is none")
                .fix("the address itself, copied from the top of the browser"),
        );
    }
    if let Some((fixed, what)) = repaired(address) {
        return Some(Finding::new(Code::ContactUrl, what).fix(fixed));
    }
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    if host.contains('@') {
        return Some(Finding::new(Code::ContactUrl, "is an e-mail address").fix(format!("email: {host}")));
    }
    let name = host.split(':').next().unwrap_or(host);
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

/// The address with its slip put right, and what the slip was.
fn repaired(address: &str) -> Option<(String, &'static str)> {
    let lower = address.to_ascii_lowercase();
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
    for wrong in ["htp://", "htps://", "htttp://", "htttps://", "ttp://", "ttps://", "hhttps://", "hhttp://"]
    {
        if lower.starts_with(wrong) {
            return Some((format!("https://{}", &address[wrong.len()..]), "has a slip in its https://"));
        }
    }
    if address.contains(char::is_whitespace) {
        // In the name of a site a space is a slip; after it, it has a code of its own (RFC 3986, 2.1).
        let start = address.find("://").map_or(0, |at| at + 3);
        let name = start + address[start..].find('/').unwrap_or(address.len() - start);
        let fixed =
            address[..name].split_whitespace().collect::<String>() + &address[name..].replace(' ', "%20");
        return Some((fixed, "has a space inside"));
    }
    let stripped = address.trim_end_matches(['.', ',', ';']);
    (stripped != address).then(|| (stripped.to_owned(), "ends with the punctuation of a sentence"))
}
