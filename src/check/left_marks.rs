//! Marks that were left over: takes a text, gives fields of Word, marks of other markup, and words that were to come.

use super::left_piece::{COPIED, Cure, OWN_WORDS, Piece, REFERENCE, TO_COME};

/// Marks of other kinds of Markdown, of merged letters, and bullets inside an item: `1^st^`, `==act==`, `«FirstName»`.
pub(super) fn marked_up(text: &str, one_line: bool, found: &mut Vec<Piece>) {
    for (mark, what) in
        [("^", "is the mark of raised letters, and is printed as it stands"), ("==", HIGHLIGHT)]
    {
        let places: Vec<usize> = text.match_indices(mark).map(|(at, _)| at).collect();
        for pair in places.chunks_exact(2) {
            let (from, to) = (pair[0] + mark.len(), pair[1]);
            let inner = text.get(from..to).unwrap_or("");
            let joined = mark != "^" || (inner.len() < 5 && !inner.contains(char::is_whitespace));
            if joined && !inner.trim().is_empty() && inner.trim() == inner {
                let range = pair[0]..to + mark.len();
                found.push(Piece { range, what, cure: Cure::Instead(inner.to_owned()) });
            }
        }
    }
    for (at, _) in text.match_indices('«') {
        let Some((name, _)) = text[at + '«'.len_utf8()..].split_once('»') else { continue };
        let mixed = name.contains('_') || name.chars().skip(1).any(char::is_uppercase);
        if mixed && name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            let range = at..at + name.len() + 2 * '«'.len_utf8();
            found.push(Piece {
                range,
                what: "is a field of a letter that was to be merged",
                cure: OWN_WORDS,
            });
        }
    }
    let words = text.trim_start();
    if let Some(rest) = words.strip_prefix('•').filter(|rest| !rest.trim().is_empty()) {
        let start = text.len() - words.len();
        let range = start..text.len() - rest.len();
        let (what, cure) = match one_line {
            true => ("stands before this line, and begins no list here", Cure::Cut),
            false => (
                "is printed beside the mark that the page draws itself, or makes no list",
                Cure::Advice("Delete it, and begin the line with `- `"),
            ),
        };
        found.push(Piece { range, what, cure });
    }
}

/// What is said of the dots between a heading and the number of its page.
pub(super) const CONTENTS: &str = "belongs to a table of contents";

const HIGHLIGHT: &str = "is printed as it stands: signs of equality colour no words here";

/// Fields of Word that were copied with their code: `HYPERLINK "https://…"`, `{ REF _Ref1 \h }`.
pub(super) fn fields(text: &str, found: &mut Vec<Piece>) {
    for (at, start) in text.match_indices("HYPERLINK \"") {
        let behind = &text[at + start.len()..];
        let (length, address) = behind.find('"').map_or((0, ""), |end| (end + 1, &behind[..end]));
        let range = at..at + start.len() + length;
        found.push(Piece { range, what: COPIED, cure: Cure::Instead(address.to_owned()) });
    }
    for (at, _) in text.match_indices('{') {
        let Some((inner, _)) = text[at + 1..].split_once('}') else { continue };
        let code = inner.split_whitespace().next().unwrap_or("");
        if matches!(
            code,
            "REF"
                | "PAGE"
                | "PAGEREF"
                | "NUMPAGES"
                | "TOC"
                | "SEQ"
                | "HYPERLINK"
                | "DATE"
                | "MERGEFIELD"
                | "INCLUDEPICTURE"
                | "FILENAME"
                | "AUTHOR"
        ) {
            found.push(Piece { range: at..at + inner.len() + 2, what: COPIED, cure: REFERENCE });
        }
    }
}

/// Tags of HTML in a line that takes none, `<b>Neglect</b>`; in a body, those that Markdown knows no name for, and
/// names of pictures: `<w:p>`, `<image001.png>`.
pub(super) fn tags(text: &str, one_line: bool, found: &mut Vec<Piece>) {
    const TAGS: [&str; 20] = [
        "b", "strong", "i", "em", "u", "span", "p", "br", "font", "sup", "h1", "h2", "h3", "h4", "div", "li",
        "ul", "td", "a", "title",
    ];
    for (at, _) in text.match_indices('<') {
        let Some((inner, _)) = text[at + 1..].split_once('>') else { continue };
        let name = inner.trim_matches('/').split([' ', '/']).next().unwrap_or("");
        let of_word = name.len() > 2 && matches!(&name.as_bytes()[..2], b"w:" | b"o:" | b"v:" | b"m:");
        let range = at..at + inner.len() + 2;
        if [".png", ".jpg", ".jpeg", ".gif"].iter().any(|end| inner.ends_with(end)) {
            found.push(Piece { range, what: COPIED, cure: Cure::Cut });
        } else if of_word || one_line && TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)) {
            let what = "is a tag of web pages, and is printed as it stands";
            found.push(Piece { range, what, cure: Cure::Instead(String::new()) });
        }
    }
}

/// A text that only says that there is none yet.
pub(super) fn unwritten(text: &str, one_line: bool) -> Option<Piece> {
    const WAYS: [&str; 13] = [
        "tbc",
        "tba",
        "to follow",
        "to be added",
        "to be confirmed",
        "text here",
        "sample text",
        "example text",
        "dummy text",
        "placeholder",
        "placeholder text",
        "asdf",
        "?",
    ];
    if text.len() > 18 {
        return None;
    }
    let bare = text.trim().trim_end_matches(['.', ':']);
    // What Word calls its styles.
    let style = bare.strip_prefix("Heading ").is_some_and(|rest| rest.len() == 1 && rest < ":");
    let signs_only = one_line && !text.contains(char::is_alphanumeric) && !text.trim().is_empty();
    let holds_place = style
        || signs_only
        || WAYS.iter().any(|way| way.eq_ignore_ascii_case(bare))
        || (bare.is_empty() && text.trim().len() > 2);
    holds_place.then_some(Piece { range: 0..text.len(), what: TO_COME, cure: OWN_WORDS })
}
