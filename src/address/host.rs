//! Names of sites: takes what stands after an @ or between slashes, gives what is wrong with it.

/// Names that are kept for examples (RFC 2606 and RFC 6761).
const EXAMPLES: [&str; 3] = ["example.com", "example.org", "example.net"];

/// Last parts that are kept for examples and tests.
const EXAMPLE_ENDS: [&str; 4] = [".example", ".test", ".invalid", ".localhost"];

/// Whether it is the name of a site: letters of any script, digits and hyphens between full stops (RFC 1123, RFC 5890).
pub(crate) fn is_name(host: &str) -> bool {
    let label = |label: &str| {
        (1..64).contains(&label.chars().count())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    host.len() <= 253 && host.split('.').all(label)
}

/// Whether it has an ending such as `.uk`: two letters or more.
pub(crate) fn has_ending(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(_, top)| {
        (top.len() >= 2 && top.chars().all(char::is_alphabetic)) || top.starts_with("xn--")
    })
}

/// What is wrong with the name of a site, and the name put right where that is plain.
pub(crate) fn fault(host: &str) -> Option<(&'static str, Option<String>)> {
    if host.contains(',') {
        return Some(("has a comma where a full stop belongs", Some(host.replace(',', "."))));
    }
    if let Some(slip) = www_slip(host) {
        return Some(slip);
    }
    if host.contains("..") {
        return Some(("has two full stops in a row", Some(host.replace("..", "."))));
    }
    if host.starts_with('.') || host.ends_with('.') {
        return Some(("has a full stop too many", Some(host.trim_matches('.').to_owned())));
    }
    if !host.contains('.') {
        return Some(("has no ending such as .org.uk", None));
    }
    if !host.split('.').all(is_label) {
        return Some(("has a character that names of sites do not have", None));
    }
    let ending = host.rsplit('.').next().unwrap_or("");
    if let Some(slip) = uk_slip(host, ending) {
        return Some(slip);
    }
    if host.strip_prefix("www.").is_some_and(|rest| !rest.contains('.')) {
        return Some(("has no ending such as .org.uk", None));
    }
    let known = ending.chars().count() >= 2 && ending.chars().all(|c| c.is_alphabetic() || c == '-')
        || ending.starts_with("xn--");
    (!known).then_some(("has no ending such as .org.uk", None))
}

/// What stands before `.uk` in most names of the United Kingdom.
const BEFORE_UK: [&str; 7] = ["org", "co", "gov", "nhs", "ac", "sch", "police"];

/// A www. that was mistyped.
fn www_slip(host: &str) -> Option<(&'static str, Option<String>)> {
    if let Some(rest) = ["ww.", "wwww.", "wwwww.", "www-"]
        .iter()
        .filter(|_| !host.ends_with(".goog"))
        .find_map(|slip| host.strip_prefix(slip))
    {
        return Some(("begins with www. in a form that has a slip", Some(format!("www.{rest}"))));
    }
    // `www.www.nspcc.org.uk`, `wwwnspcc.org.uk`
    if let Some(rest) = host.strip_prefix("www.www.") {
        return Some(("begins with www. twice", Some(format!("www.{rest}"))));
    }
    if let Some(rest) =
        host.strip_prefix("www").filter(|rest| rest.starts_with(char::is_alphabetic) && rest.contains('.'))
    {
        return Some(("has no full stop behind www", Some(format!("www.{rest}"))));
    }
    None
}

/// A full stop that is missing before `.uk`, or letters that stand behind it.
fn uk_slip(host: &str, ending: &str) -> Option<(&'static str, Option<String>)> {
    if let Some(first) = BEFORE_UK.iter().find(|first| ending.strip_suffix("uk") == Some(**first)) {
        let right = format!("{}{first}.uk", &host[..host.len() - ending.len()]);
        return Some(("has no full stop before its .uk", Some(right)));
    }
    // `nspcc.org.ukor`: a word of the text stands close to it.
    let before = host[..host.len() - ending.len()].trim_end_matches('.').rsplit('.').next().unwrap_or("");
    if BEFORE_UK.contains(&before) && ending.len() > 2 && ending.starts_with("uk") {
        let right = &host[..host.len() - ending.len() + 2];
        return Some(("has letters behind its .uk", Some(right.to_owned())));
    }
    None
}

/// Whether it may stand between two full stops of a name (RFC 1123, 2.1).
fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// Whether the name is kept for examples.
pub(crate) fn is_example(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let inside = |name: &&str| host == **name || host.ends_with(&format!(".{name}"));
    EXAMPLES.iter().any(inside) || EXAMPLE_ENDS.iter().any(|end| host.ends_with(end))
}

/// Whether a host is a number that is given out inside organisations (RFC 1918).
pub(crate) fn is_inner_number(host: &str) -> bool {
    let parts: Vec<u8> = host.split('.').map_while(|part| part.parse().ok()).collect();
    host.matches('.').count() == 3
        && match parts[..] {
            [10, ..] | [192, 168, ..] | [127, ..] => parts.len() == 4,
            [172, second, ..] => parts.len() == 4 && (16..32).contains(&second),
            _ => false,
        }
}
