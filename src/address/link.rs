//! Addresses: takes what was written as a link, gives where it leads if that is safe in a file handed round.

use super::{LinkTarget, host, punycode};

/// The longest address that is taken; browsers stop at about the same.
const MAX_ADDRESS: usize = 2_000;

/// The target of a Markdown link: `https:`, `http:`, `mailto:`, `tel:` or `sms:`, and nothing else.
///
/// # Errors
/// A sentence part that says what is wrong.
pub(crate) fn target(address: &str) -> Result<LinkTarget, &'static str> {
    if let Some(rest) = strip_scheme(address, "mailto:") {
        return email(rest).map(|()| mail(rest));
    }
    if let Some(rest) = strip_scheme(address, "tel:") {
        return phone(rest).map(LinkTarget::Phone).ok_or("a telephone number has digits only");
    }
    if let Some(rest) = strip_scheme(address, "sms:") {
        return phone(rest).map(LinkTarget::Text).ok_or("a telephone number has digits only");
    }
    // People copy what they see: an address without mailto:, a site without https://.
    if !address.contains([':', '/']) && email(address).is_ok() {
        return Ok(mail(address));
    }
    if !is_web(address) && !is_site(address) {
        return Err("only https, http, mailto and tel addresses are safe to hand round");
    }
    web(address).map(|()| LinkTarget::Web(full(address)))
}

/// A web address with its scheme, and the name of its site in plain letters.
pub(crate) fn full(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    format!("{scheme}://{}{}", punycode::ascii(&rest[..end]), &rest[end..])
}

/// An e-mail address as a link, the name of its host in plain letters.
pub(crate) fn mail(address: &str) -> LinkTarget {
    let (mailbox, host) = address.split_once('@').unwrap_or((address, ""));
    LinkTarget::Email(format!("{mailbox}@{}", punycode::ascii(host)))
}

/// Endings of files: what has one and no scheme leads to a page beside another, not to a site.
const FILES: [&str; 9] = [".html", ".htm", ".pdf", ".doc", ".docx", ".png", ".jpg", ".php", ".aspx"];

/// Whether an address without a scheme begins with the name of a site.
fn is_site(address: &str) -> bool {
    let name = address.split(['/', '?', '#']).next().unwrap_or("");
    let is_file = FILES.iter().any(|ending| name.to_ascii_lowercase().ends_with(ending));
    !is_file && name.contains('.') && host::is_name(name) && host::has_ending(name)
}

/// Checks a web address: `https://…`, `http://…`, or a bare host such as `www.nspcc.org.uk`.
///
/// # Errors
/// A sentence part that says what is wrong.
pub(crate) fn web(address: &str) -> Result<(), &'static str> {
    let scheme = ["https://", "http://"].iter().find_map(|scheme| strip_scheme(address, scheme));
    if scheme.is_none() && address.contains(':') {
        let before = address.split([':', '/']).next().unwrap_or("");
        return Err(match before.to_ascii_lowercase().as_str() {
            "http" | "https" => "two slashes follow the colon of http: and https:",
            _ => "only https and http addresses are safe to hand round",
        });
    }
    let rest = scheme.unwrap_or(address);
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    if !host::is_name(host.split_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(name, _)| name)) {
        return Err("the name of the site has letters, digits, hyphens and full stops only");
    }
    let plain =
        |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    match rest.len() <= MAX_ADDRESS && rest[host.len()..].chars().all(plain) {
        true => Ok(()),
        false => Err("it holds a character that addresses do not have"),
    }
}

/// Checks an e-mail address; what could smuggle in a subject or a second receiver is refused.
///
/// # Errors
/// A sentence part that says what is wrong.
pub(crate) fn email(address: &str) -> Result<(), &'static str> {
    let (mailbox, host) = address.split_once('@').ok_or("an e-mail address has an @ inside")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || ".!#$'*+-/=^_`{|}~".contains(c);
    if mailbox.is_empty() || !mailbox.chars().all(plain) {
        return Err("before the @ stand letters, digits, full stops, hyphens and underscores only");
    }
    match host::is_name(host) && address.len() <= 254 {
        true => Ok(()),
        false => Err("after the @ stand letters, digits, hyphens and full stops only"),
    }
}

/// The e-mail addresses among words: `Email: help@nspcc.org.uk (office hours)`.
pub(crate) fn emails_in(words: &str) -> Vec<&str> {
    let between = |c: char| c.is_whitespace() || "<>()[]\"\u{201c}\u{201d},;|".contains(c);
    let bare = |word: &str| -> Option<(usize, usize)> {
        let start =
            if word.get(..7).is_some_and(|begin| begin.eq_ignore_ascii_case("mailto:")) { 7 } else { 0 };
        let end = word.find('?').unwrap_or(word.len());
        (start < end).then_some((start, end))
    };
    let found = words.split(between).filter_map(|word| {
        let (start, end) = bare(word)?;
        let address = word[start..end].trim_end_matches(['.', ':']);
        let dotted = address.rsplit('@').next().is_some_and(|host| host.contains('.'));
        (dotted && email(address).is_ok()).then_some(address)
    });
    found.collect()
}

/// The web addresses among words: `www.nspcc.org.uk (report online)`.
pub(crate) fn webs_in(words: &str) -> Vec<&str> {
    let between = |c: char| c.is_whitespace() || "<>()[]{}\"\u{201c}\u{201d},;|".contains(c);
    let words = words.split(between).map(|word| word.trim_end_matches(['.', ':']));
    words.filter(|word| matches!(bare(word), Some(LinkTarget::Web(_)))).collect()
}

/// Whether an address is wrong in a way that does no harm, so that the rules may say how to put it right.
pub(crate) fn is_misspelt(address: &str) -> bool {
    is_dressed(address)
        || address.chars().all(|c| c.is_alphanumeric() || " \u{a0}@.,-_[]<>\"'“”’:".contains(c))
}

/// The same for a web address: its only colon may be that of http or https.
pub(crate) fn is_misspelt_web(address: &str) -> bool {
    let scheme =
        address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http")) && !address.contains('@');
    is_dressed(address)
        || address.chars().all(|c| c.is_alphanumeric() || " @.,-_[]/".contains(c) || (c == ':' && scheme))
}

/// An address as a link of Markdown or in pointed brackets; the rules always refuse one, with what is inside.
fn is_dressed(address: &str) -> bool {
    (address.starts_with('[') && address.contains("](") && address.ends_with(')'))
        || (address.starts_with('<') && address.ends_with('>'))
}

/// The digits of a telephone number, with a leading plus sign if it has one.
fn phone(number: &str) -> Option<String> {
    let (plus, rest) = number.strip_prefix('+').map_or(("", number), |rest| ("+", rest));
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let plain = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-'));
    (plain && matches!(digits.len(), 2..=20)).then(|| format!("{plus}{digits}"))
}

/// Where a bare word of running text leads, if it is an address.
pub(crate) fn bare(word: &str) -> Option<LinkTarget> {
    let has_dot = |host: &str| host.split(['/', '?', '#']).next().is_some_and(|host| host.contains('.'));
    if is_web(word) {
        return web(word).is_ok().then(|| LinkTarget::Web(full(word)));
    }
    if word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) {
        return web(word).is_ok().then(|| LinkTarget::Web(full(word)));
    }
    let host = word.split_once('@')?.1;
    (has_dot(host) && email(word).is_ok()).then(|| mail(word))
}

fn is_web(address: &str) -> bool {
    strip_scheme(address, "https://").is_some() || strip_scheme(address, "http://").is_some()
}

fn strip_scheme<'a>(address: &'a str, scheme: &str) -> Option<&'a str> {
    let start = address.get(..scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then(|| &address[scheme.len()..])
}

fn is_port(port: &str) -> bool {
    matches!(port.len(), 1..=5) && port.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_targets_are_refused_and_safe_ones_kept() {
        let check = |address: &str, uri: Option<&str>| {
            assert_eq!(target(address).ok().map(|t| t.uri()).as_deref(), uri, "{address}");
        };
        check("https://www.ceop.police.uk/Safety-Centre/", Some("https://www.ceop.police.uk/Safety-Centre/"));
        check("HTTPS://example.org?a=b#c", Some("HTTPS://example.org?a=b#c"));
        check("mailto:help@nspcc.org.uk", Some("mailto:help@nspcc.org.uk"));
        check("help@nspcc.org.uk", Some("mailto:help@nspcc.org.uk"));
        check("www.nspcc.org.uk/report", Some("https://www.nspcc.org.uk/report"));
        check("https://cyngôr.cymru/a", Some("https://xn--cyngr-9ta.cymru/a"));
        check("mailto:help@nspcc.org.uk?bcc=evil@example.org", None);
        check("tel:0808 800 5000", Some("tel:08088005000"));
        check("tel:+44-1632-960777", Some("tel:+441632960777"));
        check("tel:*21*0808#", None);
        for refused in
            ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host", "http:/host"]
        {
            check(refused, None);
        }
        for refused in
            ["https://", "https://a b", "https://user@host", "https://h,ost", "https://host/\"", "ftp://h"]
        {
            check(refused, None);
        }
    }

    #[test]
    fn bare_hosts_are_web_addresses_and_schemes_are_not_hosts() {
        for good in ["www.nspcc.org.uk", "iconcope.org/uk", "host:8080/x", "https://host:8080"] {
            assert!(web(good).is_err() == (good == "host:8080/x"), "{good}");
        }
        assert!(web("javascript:1").is_err());
        assert!(email("[email protected]").is_err());
        assert!(email("a@b,c.uk").is_err());
    }
}
