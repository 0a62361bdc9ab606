//! E-mail addresses: takes one as it was written, gives what is wrong with it and what to write instead.

use super::finding::Finding;
use crate::address::{host, link};
use crate::diag::Code;

/// The longest address that mail servers take (RFC 5321, 4.5.3.1).
const MAX: usize = 254;

/// The longest part before the @ that they take.
const MAX_MAILBOX: usize = 64;

/// What is wrong with an e-mail address, if anything.
pub(super) fn judge(written: &str) -> Option<Finding> {
    let address = written.trim();
    let fault = |what: &str| Some(Finding::new(Code::ContactEmail, what));
    if let Some((right, what)) = respelt(address).filter(|(right, _)| link::email(right).is_ok()) {
        return Some(Finding::new(Code::ContactEmail, what).fix(right));
    }
    if let (Some(fixed), true) = (repaired(address), linked(address).is_some()) {
        return Some(Finding::new(Code::ContactEmail, fixed.1).fix(fixed.0));
    }
    if address.contains('[') && link::emails_in(address).is_empty()
        || address.to_ascii_lowercase().contains("email protected")
    {
        return Some(
            Finding::new(Code::ContactPlaceholder, "was hidden by the website that it was copied from")
                .fix("the address itself: open the page, and copy it from there or ask for it"),
        );
    }
    if let Some(finding) = beside_words(address) {
        return Some(finding);
    }
    if let Some(fixed) = repaired(address) {
        return Some(Finding::new(Code::ContactEmail, fixed.1).fix(fixed.0));
    }
    let Some((mailbox, domain)) = address.split_once('@') else {
        return fault("has no @").map(|finding| finding.fix("an address such as help@nspcc.org.uk"));
    };
    if domain.contains('@') {
        return fault("has more than one @")
            .map(|f| f.fix("one address, and make a second contact for another"));
    }
    if mailbox.is_empty() || mailbox.len() > MAX_MAILBOX || address.len() > MAX || !is_mailbox(mailbox) {
        return fault("has something before the @ that no mailbox is called")
            .map(|f| f.fix("letters, digits, full stops, hyphens and underscores there"));
    }
    if let Some((what, fix)) = host::fault(domain) {
        return Some(Finding::new(Code::ContactEmail, what).fix(fix.map_or_else(
            || "all of it, as in help@nspcc.org.uk".to_owned(),
            |host| format!("{mailbox}@{host}"),
        )));
    }
    if let Some(right) = mistyped(domain) {
        let what = "has a slip behind the @, where no mail arrives";
        return Some(Finding::new(Code::ContactEmail, what).fix(format!("{mailbox}@{right}")));
    }
    if let Some(end) = CLOSED.iter().find(|end| domain.ends_with(**end)) {
        let what = format!("ends with {end}, which was closed in 2019");
        return Some(Finding::new(Code::ContactEmail, what).fix("the address that is used now; ask for it"));
    }
    if stands_for(mailbox, domain) && !host::is_example(domain) {
        let what = "holds the place of an address and is none";
        return Some(
            Finding::new(Code::ContactPlaceholder, what).fix("the real address, or delete the line"),
        );
    }
    host::is_example(domain).then(|| {
        Finding::new(Code::ContactExample, "is an example address that reaches nobody")
            .fix("the real address")
    })
}

/// Ends of secure addresses of councils that no server takes any more.
const CLOSED: [&str; 4] = [".gcsx.gov.uk", ".gsi.gov.uk", ".gsx.gov.uk", ".gse.gov.uk"];

/// The name of a site with a slip that fingers make: `gamil.com`, `nspcc.org.ku`, `nspcc.con`, `www.nspcc.org.uk`.
fn mistyped(domain: &str) -> Option<String> {
    const SITES: [(&str, &str); 17] = [
        ("hotmal.co.uk", "hotmail.co.uk"),
        ("hotmal.com", "hotmail.com"),
        ("hotmai.com", "hotmail.com"),
        ("gmal.com", "gmail.com"),
        ("gmai.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("outlook.co", "outlook.com"),
        ("btinterent.com", "btinternet.com"),
        ("nhs.ent", "nhs.net"),
        ("gamil.com", "gmail.com"),
        ("gmial.com", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("hotmial.com", "hotmail.com"),
        ("hotmail.co", "hotmail.com"),
        ("outlok.com", "outlook.com"),
        ("yaho.com", "yahoo.com"),
        ("yaho.co.uk", "yahoo.co.uk"),
    ];
    const ENDS: [(&str, &str); 6] = [
        (".ku", ".uk"),
        (".con", ".com"),
        (".cpm", ".com"),
        (".og.uk", ".org.uk"),
        (".orh.uk", ".org.uk"),
        (".gov.ik", ".gov.uk"),
    ];
    let small = domain.to_ascii_lowercase();
    let site = SITES.iter().find(|(wrong, _)| *wrong == small).map(|(_, right)| (*right).to_owned());
    let end = || {
        let (wrong, right) = ENDS.iter().find(|(wrong, _)| small.ends_with(wrong))?;
        Some(format!("{}{right}", &domain[..domain.len() - wrong.len()]))
    };
    site.or_else(end).or_else(|| small.starts_with("www.").then(|| domain[4..].to_owned()))
}

/// Whether the parts of an address are words for what is to stand there.
fn stands_for(mailbox: &str, domain: &str) -> bool {
    let person = [
        "name",
        "xxx",
        "xxxx",
        "someone",
        "username",
        "youremail",
        "your.email",
        "firstname.lastname",
        "firstname.surname",
        "name.surname",
        "first.last",
        "your.name",
        "yourname",
    ];
    let of = domain.split('.').next().unwrap_or("");
    let place =
        ["yourdomain", "yourcouncil", "yourorganisation", "organisation", "organization", "yourcompany"];
    person.iter().any(|name| name.eq_ignore_ascii_case(mailbox))
        || place.iter().any(|name| name.eq_ignore_ascii_case(of))
}

/// The address with a slip inside it put right, and what the slip was.
fn respelt(address: &str) -> Option<(String, &'static str)> {
    let small = address.to_lowercase();
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ŵ' => 'w',
        'ŷ' => 'y',
        c => c,
    };
    let (mailbox, host) = address.split_once('@').unwrap_or((address, ""));
    let bare: String = mailbox.chars().map(plain).collect();
    match () {
        () if small.contains("[at]") => {
            Some((small.replace(" [at] ", "@").replace("[at]", "@"), "has its @ in words"))
        }
        () if address.contains("@@") => Some((address.replace("@@", "@"), "has two @ in a row")),
        () if labelled(address).is_some() => {
            labelled(address).map(|own| (own.to_owned(), "has a label before it"))
        }
        () if small.starts_with("www.") && !host.is_empty() => {
            Some((address[4..].to_owned(), "begins with www., as only a site does"))
        }
        () if bare != mailbox => {
            Some((format!("{bare}@{host}"), "has an accent before the @, as hardly any mailbox has"))
        }
        () if address.contains(". ") || address.contains(" .") => {
            Some((address.replace(". ", ".").replace(" .", "."), "has a space inside"))
        }
        () => None,
    }
}

/// The address behind a label that stands close to it: `Email:help@nspcc.org.uk`.
fn labelled(address: &str) -> Option<&str> {
    let (label, own) = address.split_once(':')?;
    ["email", "e-mail", "mail", "e"].iter().any(|known| known.eq_ignore_ascii_case(label)).then_some(own)
}

/// An address with other words beside it, two of them, or words without any.
fn beside_words(address: &str) -> Option<Finding> {
    if !address.contains(char::is_whitespace) || address.ends_with('>') {
        return None;
    }
    let closed: String = address.split_whitespace().collect();
    Some(match link::emails_in(address)[..] {
        [only] => Finding::new(Code::ContactEmail, "has other words beside it").fix(only),
        [first, second, ..] => {
            Finding::new(Code::ContactEmail, "is two addresses, and a link can only lead to one")
                .fix(format!("{first} here and make a second contact for {second}"))
        }
        [] if !closed.contains('@') => {
            Finding::new(Code::ContactEmail, "is no e-mail address")
                .fix(without_at(address).unwrap_or_else(|| {
                "an address such as help@nspcc.org.uk; or delete the line, and put the words into purpose:"
                    .to_owned()
            }))
        }
        [] => return None,
    })
}

/// `help nspcc.org.uk`: two words of which the second is a host, with the sign that is lost.
fn without_at(address: &str) -> Option<String> {
    let (mailbox, host) = address.split_once(char::is_whitespace)?;
    let whole = format!("{mailbox}@{}", host.trim());
    (link::email(&whole).is_ok() && judge(&whole).is_none()).then_some(whole)
}

fn is_mailbox(mailbox: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    mailbox.chars().all(plain)
        && !mailbox.starts_with('.')
        && !mailbox.ends_with('.')
        && !mailbox.contains("..")
}

/// Quotes of all kinds.
const QUOTES: [char; 6] = ['"', '\'', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];

/// The address of a Markdown link: `[the team](a@b.uk)`.
pub(super) fn linked(address: &str) -> Option<&str> {
    let (words, rest) = address.strip_prefix('[')?.split_once("](")?;
    let inner = rest.strip_suffix(')')?;
    (!words.is_empty() && !inner.contains(char::is_whitespace))
        .then_some(inner.strip_prefix("mailto:").unwrap_or(inner))
}

/// The address with its slip put right, and what the slip was.
fn repaired(address: &str) -> Option<(String, &'static str)> {
    if let Some(rest) = address.strip_prefix("mailto:") {
        return Some((rest.to_owned(), "begins with mailto:, which is added by itself"));
    }
    if let Some(inner) = linked(address) {
        return Some((inner.to_owned(), "is written as a link, which is made by itself"));
    }
    if let Some(inner) = address.strip_prefix(QUOTES).and_then(|rest| rest.strip_suffix(QUOTES)) {
        return Some((inner.to_owned(), "has quotes round it, which are printed"));
    }
    if let (Some(open), true) = (address.find('<'), address.ends_with('>')) {
        let inner = &address[open + 1..address.len() - 1];
        return Some((inner.strip_prefix("mailto:").unwrap_or(inner).to_owned(), "has a name round it"));
    }
    if address.contains(char::is_whitespace) {
        let closed: String = address.split_whitespace().collect();
        return Some((closed, "has a space inside"));
    }
    let stripped = address.trim_end_matches(['.', ',', ';', ':']);
    (stripped != address).then(|| (stripped.to_owned(), "ends with the punctuation of a sentence"))
}
