//! Marks that were left over: takes a text, gives fields of Word, marks of other markup, and words that were to come.

use super::left_piece::{COPIED, Cure, OWN_WORDS, Piece, REFERENCE};
use super::prose::words;

/// What stands for words that were to come, what a telephone signs with, and the dots of a table of contents.
pub(super) fn typed_over(text: &str, found: &mut Vec<Piece>) {
    for (at, word) in words(text) {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_punctuation());
        if matches!(bare, "TBC" | "TBA" | "TODO" | "TBD")
            || bare.len() > 2 && bare.bytes().all(|byte| byte == b'X')
        {
            found.push(Piece {
                range: at..at + bare.len(),
                what: "stands for words that were to come",
                cure: OWN_WORDS,
            });
        }
        let dots = word.len() > 4 && word.bytes().all(|byte| byte == b'.');
        if dots && text[at + word.len()..].trim().bytes().next().is_some_and(|b| b.is_ascii_digit()) {
            let cure = Cure::Advice("Delete the lines of the table of contents");
            found.push(Piece { range: at..at + word.len(), what: CONTENTS, cure });
        }
    }
    if let Some(end) =
        text.find(" wrote:").filter(|end| text.starts_with("On ") && text[..*end].contains('@'))
    {
        let range = 0..end + " wrote:".len();
        found.push(Piece { range, what: "is a mail program's own, above an answer", cure: Cure::Cut });
    }
    let signed = ["Sent from my iPhone", "Sent from my iPad", "Sent from my Samsung", "Sent from my mobile"];
    for at in signed.iter().filter_map(|words| text.find(words)) {
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        found.push(Piece { range: at..end, what: COPIED, cure: Cure::Cut });
    }
}

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

/// Tags of HTML in a line that takes none: `<b>Neglect</b>`.
pub(super) fn tags(text: &str, found: &mut Vec<Piece>) {
    const TAGS: [&str; 20] = [
        "b", "strong", "i", "em", "u", "span", "p", "br", "font", "sup", "h1", "h2", "h3", "h4", "div", "li",
        "ul", "td", "a", "title",
    ];
    for (at, _) in text.match_indices('<') {
        let Some((inner, _)) = text[at + 1..].split_once('>') else { continue };
        let name = inner.trim_matches('/').split([' ', '/']).next().unwrap_or("");
        if TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)) {
            let what = "is a tag of web pages, and is printed as it stands";
            found.push(Piece { range: at..at + inner.len() + 2, what, cure: Cure::Instead(String::new()) });
        }
    }
}

/// A text that only says that there is none yet.
pub(super) fn unwritten(text: &str) -> Option<Piece> {
    if text.len() > 16 {
        return None;
    }
    let bare = text.trim().trim_end_matches(['.', ':']).to_lowercase();
    let holds_place = matches!(
        bare.as_str(),
        "tbc" | "tba" | "to follow" | "to be added" | "to be confirmed" | "text here"
    ) || (bare.is_empty() && text.trim().len() > 2);
    holds_place.then_some(Piece {
        range: 0..text.len(),
        what: "stands for words that were to come",
        cure: OWN_WORDS,
    })
}
