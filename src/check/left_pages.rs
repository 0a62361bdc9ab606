//! Left-overs of pages: takes a text, gives the marks of notes, the numbers of pages and the codes that came with it.

use super::left_frame::owner;
use super::left_marks::CONTENTS;
use super::left_pairs::curly;
use super::left_piece::{COPIED, Cure, OWN_WORDS, Piece, TO_COME};
use super::left_typing::shouted;
use super::left_words::Signs;
use super::prose::words;

const NOTE: &str = "is the mark of a note at the foot of another page";
const PAGE: &str = "is the number of a page of another file";

/// Marks of notes, numbers of pages, letters that were lost, and places to fill in.
pub(super) fn pages(text: &str, one_line: bool, signs: Signs, found: &mut Vec<Piece>) {
    let bare = text.trim();
    if !one_line && is_page(bare) {
        found.push(Piece { range: 0..text.len(), what: PAGE, cure: Cure::Cut });
        return;
    }
    if text.starts_with("DRAFT") && (bare.len() < 8 || one_line || !text.contains(char::is_lowercase)) {
        let cure = Cure::Advice("Delete it before the briefing is printed");
        let end = if one_line { "DRAFT".len() } else { bare.len() };
        found.push(Piece { range: 0..end, what: "says that this is not the final text", cure });
    }
    // Most lines have neither figures nor signs outside ASCII.
    if signs.has(Signs::FIGURE) || signs.has(Signs::FOREIGN) {
        notes(text, found);
    }
    if signs.has(Signs::FOREIGN) {
        found.extend(owner(text));
        foreign(text, found);
        curly(text, one_line, found);
    }
    if signs.has(Signs::ASKED) {
        lost_apostrophes(text, found);
    }
    if signs.has(Signs::REPEATED) {
        gaps_to_fill(text, found);
    }
    // Nearly all lines have none of the marks that each of these has.
    if signs.has(Signs::BRACKET) {
        coded(text, found);
        escaped(text, found);
    }
    if one_line {
        ends(text, found);
    }
}

/// `3`, `Page 3`, `3 | Page`: nothing else in its paragraph.
fn is_page(text: &str) -> bool {
    let digits = |text: &str| (1..4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = ["Page | ", "Page "].iter().find_map(|way| text.strip_prefix(way));
    let of = text.split_once(" of ").filter(|(own, all)| digits(own) && digits(all));
    if of.is_some() {
        return true;
    }
    let number = number.or_else(|| [" | Page", " | P a g e"].iter().find_map(|way| text.strip_suffix(way)));
    let dashed = text.strip_prefix("- ").and_then(|rest| rest.strip_suffix(" -"));
    text.len() < 15 && number.or(dashed).map_or(digits(text) && text.len() < 3, digits)
}

/// Raised figures, and figures that stand right behind a full stop: `danger.1 Act`
fn notes(text: &str, found: &mut Vec<Piece>) {
    let raised = |c: char| {
        matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2074}'..='\u{2079}' | '\u{2020}' | '\u{2021}')
    };
    for (at, word) in words(text) {
        let bare = word.trim_end_matches(raised);
        let behind = bare.chars().next_back();
        // `m²` is a measure.
        if bare.len() < word.len()
            && bare.chars().filter(|c| c.is_alphabetic()).count() > 2
            && behind.is_some_and(|c| c.is_alphabetic() || ".,;!?)".contains(c))
        {
            found.push(Piece { range: at + bare.len()..at + word.len(), what: NOTE, cure: Cure::Cut });
        }
        let figure = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = word.len() - figure.len();
        if digits == 0 {
            continue;
        }
        // A chat says so how many more sources it has: `NSPCC+1`.
        let source = figure.strip_suffix('+').filter(|name| name.ends_with(char::is_alphabetic));
        if digits < 3
            && source.is_some_and(|name| name.len() > 2)
            && text[at + word.len()..].trim().is_empty()
        {
            found.push(Piece {
                range: at + figure.len() - 1..at + word.len(),
                what: COPIED,
                cure: Cure::Cut,
            });
        }
        let stop = figure.strip_suffix('.').unwrap_or("");
        let sentence = stop.len() > 2 && stop.chars().all(|c| c.is_lowercase() || c == '\u{2019}');
        let next = text[at + word.len()..].trim_start().chars().next();
        if (1..3).contains(&digits) && sentence && next.is_none_or(char::is_uppercase) {
            found.push(Piece { range: at + figure.len()..at + word.len(), what: NOTE, cure: Cure::Cut });
        }
    }
}

/// Marks of Word's paragraphs, and the dots of a table of contents where Word made three of them one.
fn foreign(text: &str, found: &mut Vec<Piece>) {
    let piece = |range, what, cure| Piece { range, what, cure };
    let marks = text.match_indices('\u{b6}').map(|(at, mark)| at..at + mark.len());
    found.extend(marks.map(|range| piece(range, "is the mark of the end of a paragraph in Word", Cure::Cut)));
    let dots = "\u{2026}\u{2026}";
    if let Some(at) = text.find(dots) {
        let rest = text[at..].trim_start_matches('\u{2026}');
        if rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            let cure = Cure::Advice("Delete the lines of the table of contents");
            found.push(piece(at..text.len() - rest.len(), CONTENTS, cure));
        }
    }
}

/// `don?t`: an apostrophe that an old program did not know.
fn lost_apostrophes(text: &str, found: &mut Vec<Piece>) {
    for (at, sign) in text.match_indices('?') {
        let before = text[..at].chars().next_back().is_some_and(char::is_lowercase);
        let after = &text[at + 1..];
        let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        if before && matches!(&after[..end], "t" | "s" | "re" | "ll" | "ve" | "d" | "m") {
            let what = "stands in the place of an apostrophe that was lost";
            let cure = Cure::Instead("\u{2019}".to_owned());
            found.push(Piece { range: at..at + sign.len(), what, cure });
        }
    }
}

/// `Call ______ at once`: a place to write on, which a page has for a contact without a number; `Ask ??? at once`,
/// `Ring #####`; and the dots of a table of contents.
fn gaps_to_fill(text: &str, found: &mut Vec<Piece>) {
    for (at, word) in words(text) {
        found.extend(shouted(text, at..at + word.len()));
        let bare = word.trim_matches(['.', ',', ':', ';', '(', ')']);
        let all = |sign: u8| bare.bytes().all(|byte| byte == sign);
        let lines = bare.len() > 4 && all(b'_') || bare.len() > 2 && (all(b'?') || all(b'#'));
        let glued = word.trim_end_matches(|c: char| c.is_ascii_digit());
        if glued.len() < word.len() && glued.ends_with(".....") {
            let start = at + glued.trim_end_matches('.').len();
            let cure = Cure::Advice("Delete the lines of the table of contents");
            found.push(Piece { range: start..at + word.len(), what: CONTENTS, cure });
            continue;
        }
        let dots = word.len() > 4 && word.bytes().all(|byte| byte == b'.');
        let next = text[at + word.len()..].trim_start().chars().next();
        let range = at..at + word.len();
        if dots && next.is_some_and(|next| next.is_ascii_digit()) {
            let cure = Cure::Advice("Delete the lines of the table of contents");
            found.push(Piece { range, what: CONTENTS, cure });
        } else if lines || dots && word.len() > 7 && next.is_some_and(char::is_alphabetic) {
            found.push(Piece { range, what: TO_COME, cure: OWN_WORDS });
        }
    }
}

/// Codes of programs for a new line and for a letter: `\n\n`, `\u2019`.
fn escaped(text: &str, found: &mut Vec<Piece>) {
    let what = "is the code of a program, and is printed as it stands";
    for (at, _) in text.match_indices('\\') {
        let behind = &text[at + 1..];
        let number = behind.strip_prefix('u').and_then(|rest| rest.get(..4));
        let letter = number.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        if let Some(letter) = letter.filter(|letter| !letter.is_control()) {
            found.push(Piece { range: at..at + 6, what, cure: Cure::Instead(letter.to_string()) });
        } else if behind.starts_with("n\\n") {
            let cure = Cure::Advice("Begin a new paragraph in its place, with an empty line above it");
            found.push(Piece { range: at..at + 4, what, cure });
        }
    }
}

/// What chats and forums put into a text: `:contentReference[oaicite:0]{index=0}`, `[b]`, `\'\'\'`.
fn coded(text: &str, found: &mut Vec<Piece>) {
    if let Some(at) = text.find(":contentReference[") {
        let end = text[at..].find('}').map_or(text.len(), |end| at + end + 1);
        found.push(Piece { range: at..end, what: COPIED, cure: Cure::Cut });
    }
    const STRONG: &str = "is printed as it stands: it makes no words bold here";
    for (open, close) in [("[b]", "[/b]"), ("[i]", "[/i]"), ("\'\'\'", "\'\'\'"), ("\\textbf{", "}")] {
        let Some(at) = text.find(open) else { continue };
        let inner = at + open.len();
        if let Some(length) = text[inner..].find(close) {
            let range = at..inner + length + close.len();
            let cure = Cure::Instead(format!("**{}**", text[inner..inner + length].trim()));
            found.push(Piece { range, what: STRONG, cure });
        }
    }
    if let Some(at) = text.find("Commented [") {
        let end = text[at..].find("]:").map_or(at, |end| at + end + 2);
        let what = "is a remark of somebody who read the text it was copied from";
        if end > at {
            found.push(Piece { range: at..end, what, cure: Cure::Advice("Delete the remark") });
        }
    }
}

/// How names of files end.
const FILES: [&str; 5] = [".docx", ".doc", ".pdf", ".pptx", ".pub"];

/// What a name of a file or the end of a list leaves behind a line.
fn ends(text: &str, found: &mut Vec<Piece>) {
    // Of these all is told at once, where titles are looked at.
    if text.starts_with("Microsoft ") {
        return;
    }
    let file = FILES.iter().find(|end| {
        let start = text.len().checked_sub(end.len());
        start.and_then(|start| text.get(start..)).is_some_and(|own| own.eq_ignore_ascii_case(end))
    });
    let bare = file.map_or(text, |end| &text[..text.len() - end.len()]);
    let sign = if bare.contains('_') { '_' } else { '-' };
    let parts = bare.split(sign);
    let joined = !bare.contains([' ', '@', '/'])
        && (sign == '_' || file.is_some())
        && parts.clone().count() > 1
        && parts.clone().all(|part| part.len() > 1);
    if joined {
        let what = match sign {
            '_' => "has the underscores of the name of a file",
            _ => "is the name of a file",
        };
        found.push(Piece { range: 0..text.len(), what, cure: Cure::Instead(bare.replace(sign, " ")) });
    } else if bare.len() < text.len() && bare.contains(' ') {
        let what = "is the ending of the name of a file";
        found.push(Piece { range: bare.len()..text.len(), what, cure: Cure::Cut });
    }
    const MARKED: &str = "is a mark that makes nothing bold or large here, and is printed";
    let hashes = text.trim_start_matches('#');
    if hashes.len() < text.len() && hashes.starts_with(' ') {
        found.push(Piece { range: 0..text.len() - hashes.len(), what: MARKED, cure: Cure::Cut });
    }
    if let Some(inner) = text.strip_prefix("__").and_then(|rest| rest.strip_suffix("__"))
        && !inner.trim_matches('_').is_empty()
    {
        found.push(Piece { range: 0..text.len(), what: MARKED, cure: Cure::Instead(inner.to_owned()) });
    }
    if let Some(bare) = text.strip_suffix([';', ',']) {
        let what = "stands at the end of this line, where nothing follows";
        found.push(Piece { range: bare.len()..text.len(), what, cure: Cure::Cut });
    }
}

/// Codes of web pages by number or by name, in a line that reads none: `&#8211;`, `&hellip;`
pub(super) fn entities(text: &str, found: &mut Vec<Piece>) {
    const NAMED: [(&str, char); 9] = [
        ("hellip", '\u{2026}'),
        ("mdash", '\u{2014}'),
        ("lt", '<'),
        ("gt", '>'),
        ("ldquo", '\u{201c}'),
        ("rdquo", '\u{201d}'),
        ("apos", '\u{2019}'),
        ("copy", '\u{a9}'),
        ("bull", '\u{2022}'),
    ];
    for (at, _) in text.match_indices('&') {
        let Some((name, _)) = text[at + 1..].split_once(';').filter(|(name, _)| name.len() < 9) else {
            continue;
        };
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        });
        let named = || NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
        // That of an apostrophe has a row of its own.
        let c = number.filter(|number| *number != 39).and_then(char::from_u32).or_else(named);
        if let Some(c) = c.filter(|c| !c.is_control()) {
            let what = "is a code of web pages, and is printed as it stands";
            found.push(Piece { range: at..at + name.len() + 2, what, cure: Cure::Instead(c.to_string()) });
        }
    }
}
