//! Links and places that were left over: takes a text, gives links that are none, and places that no reader can open.

use super::left_piece::{Cure, Piece};
use super::prose::words;
use super::tracked::untracked;

/// Links that are none: with a space between their words and their address, with their brackets exchanged, without
/// the last of them, or in a line that takes none.
pub(super) fn links(text: &str, one_line: bool, found: &mut Vec<Piece>) {
    let shapes = [
        ("](", '[', ')', "is no link: its bracket is not closed"),
        ("] (", '[', ')', "is no link: a space stands between its words and its address"),
        (")[", '(', ']', "is no link: its brackets are of the wrong kinds"),
    ];
    for (middle, open, close, what) in shapes {
        for (at, _) in text.match_indices(middle) {
            let Some(start) = text[..at].rfind(open) else { continue };
            let behind = &text[at + middle.len()..];
            let length = behind.find(|c: char| c == close || c.is_whitespace()).unwrap_or(behind.len());
            if let Some(end) = behind.find(close).filter(|end| *end > length && spaced(&behind[..*end])) {
                let address = behind[..end].replace(' ', "%20");
                let range = start..at + middle.len() + end + close.len_utf8();
                let cure = Cure::Instead(format!("[{}]({address})", &text[start + 1..at]));
                found.push(Piece { range, what: "is no link: a space stands in its address", cure });
                continue;
            }
            let address = behind[..length].trim_end_matches(['.', ',', ';', ']', ')']);
            let closed = behind[length..].starts_with(close);
            let leads =
                ["http://", "https://", "www.", "mailto:"].iter().any(|begin| address.starts_with(begin));
            if !leads {
                continue;
            }
            let words = &text[start + 1..at];
            let end = at + middle.len() + if closed { length + 1 } else { address.len() };
            let (what, cure) = match one_line {
                true => ("is printed as it stands, for this line takes no link", words.to_owned()),
                false => (what, format!("[{words}]({address})")),
            };
            found.push(Piece { range: start..end, what, cure: Cure::Instead(cure) });
        }
    }
}

/// Whether what stands in the brackets of a link is an address with a space inside, and not an address and words.
fn spaced(inside: &str) -> bool {
    let mut parts = inside.split(' ');
    let first = parts.next().is_some_and(|first| first.contains("://") && first.matches('/').count() > 2);
    let rest: Vec<&str> = parts.collect();
    first && rest.len() < 4 && rest.last().is_some_and(|last| !last.is_empty()) && !inside.contains('"')
}

/// Folders of an office's computers, and what only counts clicks at the end of an address.
pub(super) fn places(text: &str, found: &mut Vec<Piece>) {
    for (at, word) in words(text) {
        let bare = word.trim_start_matches(['(', '"', '\u{201c}']);
        let (start, bare) = (at + word.len() - bare.len(), bare.trim_end_matches(['.', ',', ')', ';', '"']));
        let drive =
            bare.as_bytes().first().is_some_and(u8::is_ascii_uppercase) && bare.get(1..3) == Some(":\\");
        if drive || bare.starts_with("\\\\") && bare.len() > 4 {
            let what = "is a place on your own computers, which nobody else can open";
            let cure = Cure::Advice("Write the address of its page on the web, or take the words out");
            found.push(Piece { range: start..start + bare.len(), what, cure });
        }
        if bare.contains("://")
            && let Some(right) = untracked(bare)
        {
            let what = "ends with what only counts who clicked it";
            found.push(Piece { range: start..start + bare.len(), what, cure: Cure::Instead(right) });
        }
    }
}
