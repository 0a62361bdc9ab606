//! Left-overs: takes a text, gives the pieces of it that nobody typed, and what is to stand in their place.

use std::ops::Range;

use super::left_brackets::{brackets, coded};
use super::left_codes::codes;
use super::left_links::{links, places};
use super::left_marks::{CONTENTS, fields, marked_up, tags, unwritten};
use super::left_pages::{entities, pages};
use super::left_pairs::round;
use super::left_piece::{Cure, Piece};
use super::left_typing::{divided, stops};
use super::left_whole::whole;
use super::left_words::{Signs, given_away};
use super::prose::words;

const STARS: &str = "is printed as it stands: its stars make no words bold here";
const GAP: &str = "three spaces or more stand in a row";
/// The pieces of a text that nobody typed, in order. A text of one line has no marks of its own and no links.
pub(super) fn pieces(text: &str, one_line: bool) -> Vec<Piece> {
    let mut found = Vec::new();
    let signs = given_away(text, one_line, &mut found);
    // Most texts have none of the marks that all of these have one of.
    let is_mark = |c: char| matches!(c, 'Â' | 'Ã' | 'â' | '«' | '•');
    if signs.has(Signs::MARK) || signs.has(Signs::FOREIGN) && text.contains(is_mark) {
        codes(text, &mut found);
        mail(text, &mut found);
        stars(text, one_line, &mut found);
        links(text, one_line, &mut found);
        brackets(text, one_line, &mut found);
        marked_up(text, one_line, &mut found);
        fields(text, &mut found);
        coded(text, &mut found);
        tags(text, one_line, &mut found);
        if one_line {
            entities(text, &mut found);
        }
    }
    if signs.has(Signs::LOOSE) {
        stops(text, &mut found);
    }
    if signs.has(Signs::ROUND) {
        round(text, &mut found);
    }
    if signs.has(Signs::DASH) {
        divided(text, &mut found);
    }
    if signs.has(Signs::COLON) {
        places(text, &mut found);
    }
    pages(text, one_line, signs, &mut found);
    if !one_line {
        found.extend(whole(text));
    }
    if one_line && let Some(piece) = found.iter_mut().find(|piece| piece.what == CONTENTS) {
        // In a heading the words before it stay.
        (piece.range.end, piece.cure) = (text.len(), Cure::Cut);
    }
    found.extend(unwritten(text, one_line));
    if one_line {
        let gaps = gaps(text).map(|range| Piece { range, what: GAP, cure: Cure::Instead(" ".to_owned()) });
        // A gap beside something that goes is gone with it.
        let free: Vec<Piece> = gaps
            .filter(|gap| {
                found
                    .iter()
                    .all(|piece| gap.range.end != piece.range.start && gap.range.start != piece.range.end)
            })
            .collect();
        found.extend(free);
    }
    found.sort_by_key(|piece| (piece.range.start, std::cmp::Reverse(piece.range.end)));
    found.dedup_by(|next, kept| next.range.start < kept.range.end);
    found
}

/// The bytes that go with a piece: beside a cut, a space or more.
pub(super) fn gone(text: &str, piece: &Piece) -> Range<usize> {
    let range = piece.range.clone();
    if piece.cure != Cure::Cut {
        return range;
    }
    let behind = text[range.end..].len() - text[range.end..].trim_start_matches(' ').len();
    let before = text[..range.start].len() - text[..range.start].trim_end_matches(' ').len();
    let closes = text[range.end + behind..].starts_with(['.', ',', ';', ':', '?', '!']);
    match () {
        // The full stop behind it belongs to the word before it.
        () if behind == 0 && before > 0 && closes => range.start - before..range.end,
        // Words stand close to it on the left, so that the space on the right stays.
        () if range.start > 0 && before == 0 && !text[range.end + behind..].is_empty() => range,
        () if range.start == before || behind > 0 && before > 0 => range.start..range.end + behind,
        () if range.end == text.len() => range.start - before..range.end,
        () => range,
    }
}

/// The text as it is to be, where everything can be told.
pub(super) fn cured(text: &str, pieces: &[Piece]) -> String {
    let (mut kept, mut from) = (String::new(), 0);
    for piece in pieces {
        let gone = gone(text, piece);
        let instead = match &piece.cure {
            Cure::Cut => "",
            Cure::Instead(words) => words,
            Cure::Advice(_) => continue,
        };
        kept.extend([&text[from..gone.start.max(from)], instead]);
        from = gone.end;
    }
    kept.push_str(&text[from..]);
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Signs of equality at the end of a word or of the text, as mail programs leave them, and their codes: `=20`.
fn mail(text: &str, found: &mut Vec<Piece>) {
    const MAIL: &str = "was left over where a mail or a Word file was copied";
    let last = text.trim_end().len();
    for (at, word) in words(text).filter(|(_, word)| word.contains('=')) {
        let end = at + word.len();
        let is_address = word.contains([':', '/', '?', '&']);
        if !is_address {
            found.extend(word.match_indices("=20").map(|(inside, code)| Piece {
                range: at + inside..at + inside + code.len(),
                what: MAIL,
                cure: Cure::Instead(" ".to_owned()),
            }));
        }
        let is_code =
            |code: &str| code.len() == 2 && code.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
        let coded = word.split('=').skip(1).filter(|code| code.get(..2).is_some_and(is_code)).count();
        if word.ends_with('=') && (end == last || word.len() > 1) && !is_address {
            found.push(Piece { range: end - 1..end, what: MAIL, cure: Cure::Cut });
        } else if coded > 1 && !word.contains("=20") {
            let start = at + word.find('=').unwrap_or(0);
            found.push(Piece { range: start..end, what: MAIL, cure: Cure::Advice("Type the word again") });
        }
    }
}

/// Stars that were to make words bold and did not.
fn stars(text: &str, one_line: bool, found: &mut Vec<Piece>) {
    let places: Vec<usize> = text.match_indices("**").map(|(at, _)| at).collect();
    for pair in places.chunks(2) {
        let [first, ref rest @ ..] = *pair else { continue };
        let end = rest.first().map_or(first + 2, |second| second + 2);
        let inner = text.get(first + 2..end.saturating_sub(2)).unwrap_or("").trim();
        let cure = match (inner.is_empty(), one_line) {
            (true, true) => Cure::Cut,
            (true, false) => Cure::Advice(
                "Put two stars on each side of the words, right beside them: **like this**; or delete them",
            ),
            (false, true) => Cure::Instead(inner.to_owned()),
            (false, false) => Cure::Instead(format!("**{inner}**")),
        };
        found.push(Piece { range: first..end, what: STARS, cure });
    }
}

/// Runs of three spaces or more between words.
fn gaps(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut ends = 0;
    words(text).filter_map(move |(at, word)| {
        let gap = ends..at;
        ends = at + word.len();
        (gap.start > 0 && gap.len() > 2).then_some(gap)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_over_is_found_and_words_are_not() {
        for (text, expected) in [
            (
                "Some words= [image: ] [bookmark: _GoBack]Text.",
                &["=", "[image: ]", "[bookmark: _GoBack]"][..],
            ),
            (
                "Error! Reference source not found. Click here to enter text.",
                &["Error! Reference source not found", "Click here to enter text"],
            ),
            ("What helps =", &["="]),
            ("It was=20agreed=20", &["=20", "=20"]),
            ("It isnâ€™t", &["isnâ€™t"]),
            ("**Never ** wait", &["**Never **"]),
            ("Ask **now", &["**"]),
            ("Danger now = 999.", &[]),
            ("see https://a.uk/?a=b&c=", &[]),
            ("2 + 2 = 4", &[]),
            ("Read [the form]", &[]),
            ("A note [JB1] here, Page 2 of 4", &["[JB1]", "Page 2 of 4"]),
            ("Page 2 says so", &[]),
            ("Smith &amp; Jones", &["&amp;"]),
            ("[ours](https://a.uk", &["[ours](https://a.uk"]),
        ] {
            let found: Vec<_> =
                pieces(text, true).into_iter().map(|piece| text[piece.range].to_owned()).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(pieces("a    b", true).len(), 1);
    }

    #[test]
    fn a_cure_leaves_the_words_and_the_spaces_between_them() {
        for (text, one_line, right) in [
            ("[image: ]Some words.", false, "Some words."),
            ("Some [image: ] words.", false, "Some words."),
            ("Some words[JB1] here.", false, "Some words here."),
            ("What helps       =", true, "What helps"),
            ("be ** in danger **. Act", false, "be **in danger**. Act"),
            ("**Why**", true, "Why"),
            ("[Why](https://a.uk/b)", true, "Why"),
            ("Read [ours] (https://a.uk).", false, "Read [ours](https://a.uk)."),
            ("Read (ours)[https://a.uk].", false, "Read [ours](https://a.uk)."),
            ("Read [ours](https://a.uk.", false, "Read [ours](https://a.uk)."),
            ("It was=20agreed", false, "It was agreed"),
        ] {
            assert_eq!(cured(text, &pieces(text, one_line)), right, "{text}");
        }
    }

    #[test]
    fn marks_of_other_programs_are_found_and_signs_in_words_are_not() {
        for (text, expected) in [
            ("In 1^st^ March ==act==.", &["^st^", "==act=="][..]),
            (
                "Dear «FirstName», see HYPERLINK \"https://a.uk\" now",
                &["«FirstName»", "HYPERLINK \"https://a.uk\""],
            ),
            ("See { REF _Ref1 \\h } for XXXX.", &["{ REF _Ref1 \\h }", "XXXX"]),
            ("Background ........ 2", &["........"]),
            ("They waited ..... and left", &[]),
            ("2^3 and 2^4", &[]),
            ("« mot » et «mot»", &[]),
            ("{name} of XL and XX", &[]),
        ] {
            let found: Vec<_> = pieces(text, false).into_iter().map(|piece| &text[piece.range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_came_with_a_page_is_found_and_words_are_not() {
        for (text, one_line, right) in [
            ("They may be in danger.\u{b9} Act.\u{b2}", false, "They may be in danger. Act."),
            ("They may be in danger.1 Act at once.", false, "They may be in danger. Act at once."),
            ("They may be in danger [1]. Act.", false, "They may be in danger. Act."),
            ("They don?t know.", false, "They don\u{2019}t know."),
            ("Missing_children.docx", true, "Missing children"),
            ("Missing children &#8211; act", true, "Missing children \u{2013} act"),
            ("Why it matters;", true, "Why it matters"),
            ("It is [b]now[/b].", false, "It is **now**."),
            ("See https://a.uk/?utm_source=x today", false, "See https://a.uk/ today"),
            ("A flat of 40 m\u{b2} and 2.5 hours", false, "A flat of 40 m\u{b2} and 2.5 hours"),
            ("Who knew? they asked", false, "Who knew? they asked"),
            ("Version 2.1 is out", false, "Version 2.1 is out"),
        ] {
            assert_eq!(cured(text, &pieces(text, one_line)), right, "{text}");
        }
        assert_eq!(pieces("Page 3", false).len(), 1);
        assert_eq!(pieces("Call ______ at once", false).len(), 1);
        assert_eq!(pieces("The policy is at S:\\Safeguarding\\policy.docx.", false).len(), 1);
        assert_eq!(pieces("3 in 4 children", false).len(), 0);
    }
}
