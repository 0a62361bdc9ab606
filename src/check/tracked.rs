//! Tracking: takes a web address, gives it without the parts that only count who clicked.

/// Keys of an address by which newsletters, searches and social networks follow a reader.
const COUNTED: [&str; 9] =
    ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid", "_ga", "dclid", "yclid"];

/// The address without what only counts clicks; `None` where there is nothing of the kind.
pub(super) fn untracked(address: &str) -> Option<String> {
    let (front, fragment) = address.split_once('#').map_or((address, ""), |(front, rest)| (front, rest));
    // What a browser was told to mark on the page, and what it was looking at.
    let fragment = fragment.split(":~:").next().unwrap_or("");
    let (path, query) = front.split_once('?').unwrap_or((front, ""));
    let own = |part: &&str| {
        let key = part.split('=').next().unwrap_or("");
        !key.starts_with("utm_") && !COUNTED.contains(&key)
    };
    let kept: Vec<&str> = query.split('&').filter(|part| !part.is_empty()).filter(own).collect();
    let mut right = path.to_owned();
    for (sign, part) in [('?', kept.join("&").as_str()), ('#', fragment)] {
        if !part.is_empty() {
            right.push(sign);
            right.push_str(part);
        }
    }
    let counted = query.split('&').any(|part| !part.is_empty() && !own(&part));
    (counted || address.contains("#:~:")).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::untracked;

    #[test]
    fn what_counts_clicks_goes_and_what_names_a_page_stays() {
        for (address, right) in [
            ("https://a.uk/?utm_source=x&utm_medium=email", Some("https://a.uk/")),
            ("https://a.uk/b?id=7&fbclid=Iw#top", Some("https://a.uk/b?id=7#top")),
            ("https://a.uk/b#:~:text=call%20us", Some("https://a.uk/b")),
            ("https://a.uk/b?id=7&page=2#top", None),
            ("https://a.uk/b?", None),
            ("www.a.uk", None),
        ] {
            assert_eq!(untracked(address).as_deref(), right, "{address}");
        }
    }
}
