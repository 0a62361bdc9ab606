//! Words that lead away: takes a word of a text, gives the piece that leads to what is not on the page.
//!
//! A briefing is one page on a wall, seven slides and a card, and has no tables and no pictures. What was copied from
//! a longer text speaks of other pages, of tables, of attachments, and of places to click.

use super::left_piece::{AWAY, Cure, Piece, SCAN};
use super::left_seen::Seen;

const SAY_IT: &str = "Say here what stands there, or name the document and where it is kept";
const TOUCH: &str = "Nobody can click on paper: write the address, or whom to ask";

/// A piece from one byte to another.
fn piece(start: usize, end: usize, advice: &'static str) -> Option<Piece> {
    Some(Piece { range: start..end, what: AWAY, cure: Cure::Advice(advice) })
}

/// Where the words that name another document follow, they say themselves where to look.
fn of_another(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '\u{2013}' | ' '));
    ["of ", "in ", "to ", "and ", "on "].iter().any(|way| rest.starts_with(way))
}

/// `see page 3`, `on the next page`, and `Page 2 of 4`, which is the number of a page of another file.
pub(super) fn page(seen: Seen<'_>) -> Option<Piece> {
    if let Some(end) = page_number(&seen.text[seen.start..]) {
        let what = "is the number of a page of another file";
        return Some(Piece { range: seen.start..seen.start + end, what, cure: Cure::Cut });
    }
    if let Some(piece) = super::left_frame::page_line(seen) {
        return Some(piece);
    }
    let next = ["on the next ", "see the next ", "see next ", "over the "];
    let whole = seen.word().len() == 4 && !seen.after().starts_with(" of ");
    if let Some(start) = seen.comes_after(&next).filter(|_| whole) {
        return piece(start, seen.end, SAY_IT);
    }
    let start = seen.comes_after(&["see ", "turn to ", "refer to ", "continued on "])?;
    let digits = seen.figures_behind();
    let end = seen.end + 1 + digits;
    (digits > 0 && !of_another(&seen.text[end..])).then(|| piece(start, end, SAY_IT))?
}

/// The length of "Page 2 of 4".
fn page_number(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("Page ")?;
    let (digits, after) = rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count());
    let after = after.strip_prefix(" of ").filter(|_| !digits.is_empty())?;
    let last = after.bytes().take_while(u8::is_ascii_digit).count();
    (last > 0).then(|| text.len() - after.len() + last)
}

/// `overleaf`: nothing stands on the back of a poster.
pub(super) fn overleaf(seen: Seen<'_>) -> Option<Piece> {
    // A farm may be called so.
    let named = seen.word().starts_with('O') && seen.after().trim_start().starts_with(char::is_uppercase);
    (!named).then(|| piece(seen.start, seen.end, SAY_IT))?
}

/// `(see over)`, `please turn over`.
pub(super) fn over(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&["see ", "please turn "])?;
    let behind = seen.after();
    (behind.is_empty() || behind.starts_with([')', '.', ']', ';'])).then(|| piece(start, seen.end, SAY_IT))?
}

/// `PTO`: in capitals, and the last of its line.
pub(super) fn pto(seen: Seen<'_>) -> Option<Piece> {
    (seen.word() == "PTO" && seen.ends_text(0)).then_some(Piece {
        range: seen.start..seen.end,
        what: AWAY,
        cure: Cure::Cut,
    })
}

/// `the table below`, `see Figure 2`, `in Appendix B`.
pub(super) fn shown(seen: Seen<'_>) -> Option<Piece> {
    if seen.after().starts_with(':') {
        return super::left_frame::labelled(seen);
    }
    // Of pictures, only those that are said to stand beside the words; a number makes a figure one of those.
    let numbers =
        matches!(seen.word(), "Table" | "Chart" | "Diagram" | "Figure" | "Fig" | "Appendix" | "Annex");
    if numbers {
        let rest = seen.after().trim_start_matches('.').strip_prefix([' ', '\u{a0}'])?;
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let named = match name.as_bytes() {
            [letter] if letter.is_ascii_uppercase() => matches!(seen.word(), "Appendix" | "Annex"),
            [] => false,
            [first, ..] => first.is_ascii_digit() && name.len() < 3,
        };
        let end = seen.text.len() - rest.len() + name.len();
        // Behind the name of a document, or before it, an annex is that of the document.
        let led = seen.comes_after(&["see ", "in ", "at "]).is_some() || seen.before().ends_with('(');
        let own = !matches!(seen.word(), "Appendix" | "Annex") || led && !seen.text[end..].starts_with(',');
        return (named && own && !of_another(&seen.text[end..])).then(|| piece(seen.start, end, SAY_IT))?;
    }
    if matches!(seen.word(), "figure" | "fig" | "appendix" | "annex") {
        return None;
    }
    let start = seen.comes_after(&["the ", "this ", "see "])?;
    let places = [" below", " above", " opposite", " on the right", " on the left", " on the next page"];
    let length = seen.goes_on(&places)?;
    // "The picture above the bed" hangs there, and "the box below was empty" stands in another paper.
    let hangs =
        [" the ", " a ", " his ", " her ", " their ", " all", " of ", " side", " was ", " were ", " had "]
            .iter()
            .any(|way| seen.after()[length..].starts_with(way));
    (!hangs).then(|| piece(start, seen.end + length, SAY_IT))?
}

/// `click here`, `Tap the button`, and what a form of Word says where something is to be filled in.
pub(super) fn click(seen: Seen<'_>) -> Option<Piece> {
    let fields = [
        " here to enter text",
        " or tap here to enter text",
        " or tap to enter a date",
        " to add text",
        " to add title",
        " to add notes",
        " to edit master",
    ];
    if let Some(length) = seen.goes_on(&fields) {
        return super::left_blanks::own_words(seen.start..seen.end + length);
    }
    if let Some(start) = seen.comes_after(&["ctrl+", "ctrl + "]) {
        let length = seen.goes_on(&[" to follow link"]).unwrap_or(0);
        let stop = usize::from(seen.after()[length..].starts_with('.'));
        return Some(Piece { range: start..seen.end + length + stop, what: AWAY, cure: Cure::Cut });
    }
    if let Some(length) = seen.goes_on(&[" here", " below"]) {
        return piece(seen.start, seen.end + length, TOUCH);
    }
    // "Do not click on links": only what asks for it, at the beginning of a sentence.
    let asks = seen.begins_sentence() || seen.comes_after(&["please ", "to ", "double-"]).is_some();
    let behind = seen.goes_on(&[" the", " on the", " over the", " this", " on this"]).filter(|_| asks)?;
    let rest = seen.after()[behind..].strip_prefix(' ')?;
    let things = ["button", "icon", "picture", "image", "link below", "links below", "logo", "map", "arrow"];
    let thing = things.iter().find(|thing| rest.starts_with(**thing))?;
    piece(seen.start, seen.end + behind + 1 + thing.len(), TOUCH)
}

/// `the link below`, where nobody is asked to click it but it is no part of the text.
pub(super) fn link(seen: Seen<'_>) -> Option<Piece> {
    let alone = seen.before().ends_with('(') && seen.after().starts_with(')');
    let external = seen.before().ends_with("[external ") && seen.after().starts_with(']');
    let start = match (alone, external) {
        (true, _) => seen.start - 1,
        (_, true) => seen.start - "[external ".len(),
        _ => return None,
    };
    Some(Piece { range: start..seen.end + 1, what: AWAY, cure: Cure::Cut })
}

/// `please find attached`, `see attached`, `the attached form`.
pub(super) fn attached(seen: Seen<'_>) -> Option<Piece> {
    if let Some(start) = seen.comes_after(&["please find ", "find ", "see the ", "see "]) {
        return piece(start, seen.end, SAY_IT);
    }
    let start = seen.comes_after(&["the "])?;
    let things = [
        " document",
        " form",
        " file",
        " leaflet",
        " policy",
        " poster",
        " guidance",
        " list",
        " template",
        " flowchart",
        " briefing",
        " letter",
        " pdf",
    ];
    let length = seen.goes_on(&things)?;
    piece(start, seen.end + length, SAY_IT)
}

/// `Continued on next page`.
pub(super) fn continued(seen: Seen<'_>) -> Option<Piece> {
    let length =
        seen.goes_on(&[" on next page", " on the next page", " over page", " from previous page"])?;
    Some(Piece { range: seen.start..seen.end + length, what: AWAY, cure: Cure::Cut })
}

/// `See footnote 3`.
pub(super) fn footnote(seen: Seen<'_>) -> Option<Piece> {
    let digits = seen.figures_behind();
    let start = seen.comes_after(&["see "]).unwrap_or(seen.start);
    (digits > 0).then(|| piece(start, seen.end + 1 + digits, SAY_IT))?
}

/// `Scan the QR code`: of a briefing that draws none.
pub(super) fn code(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&["scan the ", "scan this ", "use the ", "the ", "this "])?;
    let told = seen.text[start..].starts_with(['S', 's', 'U', 'u']);
    let length = seen.goes_on(&[" code below", " code above", " code on this page", " code"])?;
    let beside = seen.after()[..length].len() > " code".len();
    (told || beside).then_some(Piece { range: start..seen.end + length, what: AWAY, cure: SCAN })
}

/// `the next slide`, `see slide 5`: of a talk, and nobody turns slides on a wall.
pub(super) fn slide(seen: Seen<'_>) -> Option<Piece> {
    let rest = seen.after();
    let numbers = |c: char| c.is_ascii_digit() || c == ' ';
    let counted = rest.trim_start_matches(numbers).trim_start_matches("of").trim_matches(numbers).is_empty();
    if seen.before().trim().is_empty() && seen.figures_behind() > 0 && counted && !seen.one_line {
        let what = "is the number of a slide of another file";
        return Some(Piece { range: 0..seen.text.len(), what, cure: Cure::Cut });
    }
    if let Some(start) = seen.comes_after(&["see "]) {
        let digits = seen.figures_behind();
        return (digits > 0).then(|| piece(start, seen.end + 1 + digits, SAY_IT))?;
    }
    let start = seen.comes_after(&["the next ", "the previous "])?;
    piece(start, seen.end, SAY_IT)
}
