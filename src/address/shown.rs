//! Values as they are shown: takes a number or an address, gives what of it is seen and where it may be broken.
//!
//! A number that is broken is dialled wrong, and a hyphen at the end of a line is taken for one that was added. So
//! there are few places, and those of the second kind only count where the first do not suffice.

/// How willingly a value is broken at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Break {
    /// Only where it would be torn between two letters otherwise.
    Last,
    /// Only where the better places leave too much on a line.
    Second,
    /// Wherever it is wider than its line.
    First,
}

/// A web address without what nobody needs to type: `https://` and a last `/`. `www.` stays, for some addresses do
/// not answer without it. Links and codes keep all of it.
#[must_use]
pub(crate) fn shown(address: &str) -> &str {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let rest = scheme.map_or(address, |scheme| &address[scheme.len()..]);
    let short = rest.strip_suffix('/').unwrap_or(rest);
    if short.is_empty() { address } else { short }
}

/// The bytes before which a value may be broken where it is wider than its line, in order.
///
/// An e-mail address: before the `@`, then after a full stop of its host, then before a hyphen, never after one. A web address: after
/// a `/`, then before a `.`, `?` or `-`. A telephone number: before its extension, then between its groups.
pub(crate) fn breaks(value: &str) -> Vec<(usize, Break)> {
    let is_web = value.contains("://");
    match value.find('@').filter(|_| !is_web) {
        Some(at) => email_breaks(value, at),
        None if value.contains(' ') || !value.contains(char::is_alphabetic) => number_breaks(value),
        None => web_breaks(value),
    }
}

fn email_breaks(value: &str, at: usize) -> Vec<(usize, Break)> {
    let places = value.char_indices().filter_map(|(place, c)| match c {
        '@' if place == at => Some((at, Break::First)),
        '.' if place > at => Some((place + 1, Break::Second)),
        '.' | '_' => Some((place + 1, Break::Last)),
        // Behind a hyphen it would be taken for one that the line put there.
        '-' => Some((place, Break::Last)),
        _ => None,
    });
    // A full stop that ends the sentence belongs to no host.
    let inside =
        |place: usize| value[place..].trim_start_matches(['@', '-']).starts_with(char::is_alphanumeric);
    places.filter(|(place, _)| *place > 0 && inside(*place)).collect()
}

fn web_breaks(value: &str) -> Vec<(usize, Break)> {
    let host = value.find("://").map_or(0, |scheme| scheme + 3);
    let places = value.char_indices().filter(|(at, _)| *at > host).filter_map(|(at, c)| match c {
        '/' => Some((at + 1, Break::First)),
        '.' | '?' | '-' => Some((at, Break::Second)),
        '_' | '&' | '=' | '#' => Some((at, Break::Last)),
        _ => None,
    });
    // Marks around it stay with it: `(www.nspcc.org.uk).`
    places.filter(|(at, _)| value[*at..].contains(char::is_alphanumeric)).collect()
}

fn number_breaks(value: &str) -> Vec<(usize, Break)> {
    let groups = value.match_indices(' ').map(|(at, _)| at + 1);
    let kind = |at: &usize| match value[*at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        true => Break::First,
        false => Break::Second,
    };
    // The figures of an extension stay with its word.
    let after_word = |at: &usize| {
        let before = value[..at - 1].trim_end_matches('.');
        before.ends_with(|c: char| c.is_ascii_alphabetic())
    };
    groups.filter(|at| !after_word(at)).map(|at| (at, kind(&at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(value: &str, wanted: Break) -> Vec<&str> {
        let mut start = 0;
        let mut out = Vec::new();
        for (at, kind) in breaks(value) {
            if kind >= wanted {
                out.push(&value[start..at]);
                start = at;
            }
        }
        out.push(&value[start..]);
        out
    }

    #[test]
    fn the_scheme_and_the_last_slash_are_not_shown() {
        for (address, seen) in [
            ("https://www.ceop.police.uk/Safety-Centre/", "www.ceop.police.uk/Safety-Centre"),
            ("HTTP://example.org", "example.org"),
            ("iconcope.org/uk", "iconcope.org/uk"),
            ("https://", "https://"),
            ("", ""),
        ] {
            assert_eq!(shown(address), seen, "{address}");
        }
    }

    #[test]
    fn values_are_broken_where_a_reader_expects_it() {
        for (value, first, second) in [
            (
                "safeguarding.front-door@ashford-vale.gov.uk",
                vec!["safeguarding.front-door", "@ashford-vale.gov.uk"],
                vec!["safeguarding.front-door", "@ashford-vale.", "gov.", "uk"],
            ),
            (
                "(help@nspcc.org.uk).",
                vec!["(help", "@nspcc.org.uk)."],
                vec!["(help", "@nspcc.", "org.", "uk)."],
            ),
            (
                "https://www.ceop.police.uk/Safety-Centre/",
                vec!["https://www.ceop.police.uk/", "Safety-Centre/"],
                vec!["https://www", ".ceop", ".police", ".uk/", "Safety", "-Centre/"],
            ),
            ("a.uk/b?c=d", vec!["a.uk/", "b?c=d"], vec!["a", ".uk/", "b", "?c=d"]),
            (
                "01632 960777 ext. 4410",
                vec!["01632 960777 ", "ext. 4410"],
                vec!["01632 ", "960777 ", "ext. 4410"],
            ),
            ("0808 800 5000", vec!["0808 800 5000"], vec!["0808 ", "800 ", "5000"]),
            ("111 option 2", vec!["111 ", "option 2"], vec!["111 ", "option 2"]),
            ("999", vec!["999"], vec!["999"]),
            ("0114-203-7485", vec!["0114-203-7485"], vec!["0114-203-7485"]),
        ] {
            assert_eq!(pieces(value, Break::First), first, "{value}");
            assert_eq!(pieces(value, Break::Second), second, "{value}");
        }
    }
}
