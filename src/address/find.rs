//! Numbers and addresses in a text: takes it, gives what is an address and where a telephone number ends.

use super::host;
use super::space::is_space;

/// The longest token that is looked at, in bytes; nothing longer is an address a person types.
const MAX_ADDRESS_BYTES: usize = 2_000;

/// The fewest digits of a telephone number in several groups: `116 123`.
const MIN_PHONE_DIGITS: usize = 6;

/// Whether a token is an e-mail address, a web address or a bare host.
pub(crate) fn is_address(token: &str) -> bool {
    if !token.contains('.') || token.len() > MAX_ADDRESS_BYTES {
        return false;
    }
    let rest = token.split_once("://").map_or(token, |(_, rest)| rest);
    let rest = rest.strip_prefix("mailto:").unwrap_or(rest);
    let rest = rest.split_once('@').map_or(rest, |(_, host)| host);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    host::is_name(host) && host::has_ending(host)
}

/// Where the telephone number that begins at `start` ends, if one does: groups of digits with a space or
/// hyphen between them, then perhaps an option or an extension.
pub(crate) fn phone_end(text: &str, start: usize) -> Option<usize> {
    if !text[start..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(')) {
        return None;
    }
    let mut end = start;
    let (mut digits, mut groups, mut extended) = (0, 0, false);
    while let Some(group) = next_group(&text[end..], groups == 0) {
        end += group.len;
        digits += group.digits;
        groups += 1;
        extended |= group.extension;
    }
    let several = groups > 1 && digits >= MIN_PHONE_DIGITS;
    (several || extended).then_some(end)
}

/// A group of digits with the separator before it.
struct Group {
    len: usize,
    digits: usize,
    extension: bool,
}

fn next_group(text: &str, first: bool) -> Option<Group> {
    let gap = if first { 0 } else { separator(text)? };
    let word = if first { 0 } else { extension_word(&text[gap..]) };
    let before = gap + word;
    let group = &text[before..];
    let open = group.find(|c: char| !matches!(c, '+' | '(')).unwrap_or(group.len());
    let digits = group[open..].bytes().take_while(u8::is_ascii_digit).count();
    let mut len = open + digits;
    if group[len..].starts_with(')') && group[..open].contains('(') {
        len += 1;
        // The bracketed nought of `+44 (0)1582` has no space behind it.
        len += group[len..].bytes().take_while(u8::is_ascii_digit).count();
    }
    (digits > 0 && open <= 2).then_some(Group { len: before + len, digits, extension: word > 0 })
}

/// The length of the one space or hyphen between two groups.
fn separator(text: &str) -> Option<usize> {
    text.chars().next().filter(|c| *c == '-' || is_space(*c)).map(char::len_utf8)
}

/// The length of a word that leads to an extension, with the space behind it; 0 where there is none.
fn extension_word(text: &str) -> usize {
    let word = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !["option", "opsiwn", "opt", "ext", "extension", "est", "x"]
        .iter()
        .any(|known| text[..word].eq_ignore_ascii_case(known))
    {
        return 0;
    }
    let stop = usize::from(text[word..].starts_with('.'));
    word + stop + usize::from(text[word + stop..].starts_with(' '))
}
